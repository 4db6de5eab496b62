"""Names of canonical things: those of the authority records, else minted from the smallest member."""

from __future__ import annotations

from collections.abc import Iterable

from pourparlers.graph import iris
from pourparlers.settings import settings

TABLES = frozenset({"person", "institution", "state", "treaty", "gathering"})


def record_iri(record: str) -> str:
    """Return the canonical IRI of the thing that an authority record (`"person/…"`) stands for."""
    table, _, key = record.partition("/")
    return f"{settings().base}{iris.segment(table)}/{iris.segment(key)}"


def minted(topic: str, local: str) -> str:
    """Return the canonical IRI of a set whose smallest member is *local*."""
    return iris.canonical(topic, local)


def canonical(topic: str, members: Iterable[str], records: frozenset[str]) -> str:
    """Return the canonical IRI of a set of local IRIs and records' canonical IRIs.

    Args:
        topic: person, institution, meeting or treaty.
        members: the set.
        records: the canonical IRIs of all authority records in play.
    """
    names = sorted(members)
    return next((name for name in names if name in records), None) or minted(topic, names[0])
