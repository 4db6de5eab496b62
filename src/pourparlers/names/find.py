"""From a few letters to the things meant."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pourparlers.errors import InvalidStore
from pourparlers.names.index import FILE, key
from pourparlers.names.kinds import KINDS

_LONGEST = 12
"""So many words of a question count; a name has fewer."""

# How well a name fits, the best first: it is the whole name; the whole name of something else that stands for it
# ("Moscou"); its beginning; the beginnings of some of its words.
_FITS = """
CASE WHEN name.key = :whole THEN name.aside
     WHEN substr(name.key, 1, length(:whole)) = :whole THEN 2 + name.aside
     ELSE 3 + name.aside END
"""

# SQLite fills bare columns from the row that has the MIN: `text` is the name that fits best.
_FIND = f"""
WITH found AS (
    SELECT name.thing AS thing, MIN({_FITS} * 1000 + length(name.key)) AS fits, name.text AS text
    FROM words JOIN name ON name.id = words.rowid
    WHERE words MATCH :words
    GROUP BY name.thing
)
SELECT thing.iri, thing.kind, thing.label, thing.fr, thing.en, thing.articles, found.text, COUNT(*) OVER () AS total
FROM found JOIN thing ON thing.id = found.thing
WHERE :kinds = '' OR instr(:kinds, ' ' || thing.kind || ' ')
ORDER BY found.fits / 1000, thing.place, thing.articles DESC, thing.label, thing.iri
LIMIT :limit
"""  # noqa: S608  no value is pasted


@dataclass(frozen=True, slots=True)
class Found:
    """A thing that bears a name which was asked for.

    Attributes:
        iri: which.
        kind: person, institution, state, treaty, place, meeting or article.
        label: what it is called first.
        context: what tells it from its namesakes.
        articles: how many speak of it.
        name: the name that fits, if neither label nor context do.
    """

    iri: str
    kind: str
    label: str
    context: str
    articles: int
    name: str = ""


def opened(generation: Path) -> sqlite3.Connection:
    """Open the names of a generation for reading.

    Raises:
        InvalidStore: it has none, being made by an earlier version.
    """
    path = generation / FILE
    if not path.is_file():
        raise InvalidStore(f"{generation} has no index of names; build the graph again")
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)


def find(
    names: sqlite3.Connection, typed: str, kinds: Sequence[str] = (), *, language: str = "fr", limit: int = 10
) -> tuple[list[Found], int]:
    """Return what *typed* may mean, the best first, and how many things fit in all.

    Each word typed must begin a word of one and the same name; case, accents and hyphens do not matter.
    Whole names go first, then names that begin so, then others; within these, things many articles speak of.

    Args:
        names: as `opened` returns it.
        typed: what stands in the field so far.
        kinds: of `KINDS`, what it may be; empty for all.
        language: of the context, "fr" or "en".
        limit: so many are returned.
    """
    words = key(typed).split()[:_LONGEST]
    if not words:
        return [], 0
    wanted = [kind for name in kinds for kind in KINDS[name]]
    rows = names.execute(
        _FIND,
        {
            "whole": " ".join(words),
            "words": " AND ".join(f'"{word}"*' for word in words),
            "kinds": f" {' '.join(wanted)} " if wanted else "",
            "limit": limit,
        },
    ).fetchall()
    found = []
    for iri, kind, label, fr, en, articles, name, _ in rows:
        context = fr if language == "fr" else en
        alias = "" if _holds(f"{label} {context}", words) else name
        found.append(Found(iri, kind, label, context, articles, alias))
    return found, rows[0][-1] if rows else 0


def _holds(text: str, words: Sequence[str]) -> bool:
    parts = key(text).split()
    return all(any(part.startswith(word) for part in parts) for word in words)
