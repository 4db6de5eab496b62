"""The source layer as the resolver reads it: article by article, from the files, as often as it likes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Quad

from pourparlers.store import files
from pourparlers.store.files import Entry


@dataclass(frozen=True, slots=True)
class Graph:
    """The named graph of one article; each iteration reads its file anew."""

    folder: Path
    entry: Entry

    def __iter__(self) -> Iterator[Quad]:
        """Yield its quads.

        Raises:
            InvalidStore: the file is damaged.
        """
        return files.quads(files.read(self.folder, self.entry))


def graphs(folder: Path, entries: Sequence[Entry]) -> list[Graph]:
    """Return the graphs of articles, in the order of their IRIs."""
    return [Graph(folder, entry) for entry in sorted(entries, key=lambda entry: entry.iri)]
