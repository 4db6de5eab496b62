"""Names of canonical things: those of the authority records, else minted from the account of the oldest article.

A name would be no steadier: two namesakes that people hold apart need two IRIs. News comes in the order of time, so the
oldest account mostly stays the oldest, and whoever cites the thing finds it again when later articles tell of it too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from pourparlers.graph import iris

TABLES = frozenset({"person", "institution", "state", "treaty", "gathering"})


def record_iri(record: str) -> str:
    """Return the canonical IRI of the thing that an authority record (`"person/…"`) stands for: the record's own.

    It does not follow the base of the articles: two nodes for one state would be two states to whoever counts.
    """
    return iris.authority(record)


def minted(topic: str, local: str) -> str:
    """Return the canonical IRI of a set that the account *local* stands for."""
    return iris.canonical(topic, local)


def canonical(topic: str, members: Iterable[str], records: frozenset[str], days: Mapping[str, date]) -> str:
    """Return the canonical IRI of a set of local IRIs and records' canonical IRIs.

    Args:
        topic: person, institution, meeting or treaty.
        members: the set.
        records: the canonical IRIs of all authority records in play.
        days: by which day the article of each account had appeared; those without a day count as the last.
    """
    names = sorted(members)
    record = next((name for name in names if name in records), None)
    return record or minted(topic, min(names, key=lambda name: (days.get(name, date.max), name)))
