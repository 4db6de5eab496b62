"""The file of names: written once, then only read."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

from pyoxigraph import Store

from pourparlers.authority.folding import fold
from pourparlers.names import collect
from pourparlers.names.kinds import ORDER

FILE = "names.sqlite"

_WORD = re.compile(r"[^\W_]+")

# `words` keeps no text of its own: it is only asked which rows of `name` hold words that begin so.
# Prefixes of one to three letters have an index of their own: that is where typing begins.
_TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE thing (
    id INTEGER PRIMARY KEY, iri TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, place INTEGER NOT NULL,
    label TEXT NOT NULL, fr TEXT NOT NULL, en TEXT NOT NULL, articles INTEGER NOT NULL
) STRICT;
CREATE TABLE name (
    id INTEGER PRIMARY KEY, thing INTEGER NOT NULL, text TEXT NOT NULL, key TEXT NOT NULL, aside INTEGER NOT NULL
) STRICT;
CREATE VIRTUAL TABLE words USING fts5(
    key, content='', detail='none', columnsize=0, prefix='1 2 3', tokenize="unicode61 remove_diacritics 2"
);
"""


def key(text: str) -> str:
    """Return what a name is found by: its words without case, accents and signs, `"État-Major"` as `"etat major"`."""
    return " ".join(_WORD.findall(fold(text)))


def write(path: Path, graph: Store) -> None:
    """Write the names of *graph* to a new file."""
    with closing(sqlite3.connect(path)) as file:
        file.executescript(_TABLES)
        n = 0
        for place, entry in enumerate(collect.entries(graph)):
            file.execute(
                "INSERT INTO thing VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (place, entry.iri, entry.kind, ORDER[entry.kind], entry.names[0].text, *entry.context, entry.articles),
            )
            known: set[str] = set()
            for name in entry.names:
                found = key(name.text)
                if found and found not in known:
                    known.add(found)
                    n += 1
                    file.execute("INSERT INTO name VALUES (?, ?, ?, ?, ?)", (n, place, name.text, found, name.aside))
                    file.execute("INSERT INTO words (rowid, key) VALUES (?, ?)", (n, found))
        file.execute("INSERT INTO words (words) VALUES ('optimize')")
        file.execute("ANALYZE")
        file.commit()
        file.execute("VACUUM")
