"""Names of canonical things: those of the authority records, else minted from the smallest member."""

from __future__ import annotations

from collections.abc import Iterable

from pourparlers.graph import iris

TABLES = frozenset({"person", "institution", "state", "treaty", "gathering"})


def record_iri(record: str) -> str:
    """Return the canonical IRI of the thing that an authority record (`"person/…"`) stands for: the record's own.

    It does not follow the base of the articles: two nodes for one state would be two states to whoever counts.
    """
    return iris.authority(record)


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
