"""The index as a row of generations: built aside, switched in one step, never changed once readers can see it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph

from pourparlers import names
from pourparlers.errors import InvalidStore
from pourparlers.store import disk

_POINTER = "current"
_GRAPH = "graph"
_INPUTS = "inputs"


@dataclass(frozen=True, slots=True)
class Generation:
    """A finished index: `inputs` is the digest of all it was made of."""

    path: Path
    inputs: str

    def open(self) -> pyoxigraph.Store:
        """Open it for reading; nobody writes to it any more.

        Raises:
            InvalidStore: its files are damaged, or gone.
        """
        try:
            return pyoxigraph.Store.read_only(str(self.path / _GRAPH))
        except (OSError, RuntimeError) as error:  # RuntimeError: what RocksDB says of damaged files
            raise InvalidStore(f"the index {self.path} cannot be opened: {error}") from error


def current(index: Path) -> Generation | None:
    """Return the generation to read, None if there is none yet or a pointer leads nowhere."""
    try:
        name = (index / _POINTER).read_bytes().strip()
        path = index / name.decode() if name.isdigit() else None
        return Generation(path, (path / _INPUTS).read_text(encoding="ascii").strip()) if path is not None else None
    except (FileNotFoundError, UnicodeDecodeError):
        return None


def pointer(index: Path) -> Path:
    """Return the file that says which generation is current; it is replaced when that changes."""
    return index / _POINTER


def make(index: Path, inputs: str, fill: Callable[[pyoxigraph.Store], None]) -> Generation:
    """Build a generation, make it the one to read, and remove those nobody needs; the caller holds the lock.

    The generation before it stays, because readers may have it open.

    Args:
        index: folder of the generations.
        inputs: digest of all that *fill* reads.
        fill: puts everything into an empty store.
    """
    index.mkdir(exist_ok=True)
    return _next(index, inputs, pyoxigraph.Store, fill)


def amend(index: Path, change: Callable[[pyoxigraph.Store], None]) -> Generation:
    """Make a changed copy of the current generation the one to read; the caller holds the lock.

    It counts as made of the same inputs, so that the change lasts until those change.

    Raises:
        InvalidStore: there is none, or it is damaged.
    """
    before = current(index)
    if before is None:
        raise InvalidStore(f"{index} has no generation to change")

    def copied(path: str) -> pyoxigraph.Store:
        before.open().backup(path)
        return pyoxigraph.Store(path)

    return _next(index, before.inputs, copied, change)


def _next(
    index: Path,
    inputs: str,
    begun: Callable[[str], pyoxigraph.Store],
    fill: Callable[[pyoxigraph.Store], None],
) -> Generation:
    disk.sweep(index)
    before = current(index)
    number = max(_numbers(index), default=0) + 1
    draft = index / f"{number}{disk.UNFINISHED}"
    draft.mkdir()
    graph = begun(str(draft / _GRAPH))
    fill(graph)
    graph.flush()
    names.write(draft / names.FILE, graph)
    del graph  # closes it: the lock of a writer must be gone before a reader comes
    disk.write(draft / _INPUTS, (inputs.encode("ascii"), b"\n"))
    draft.rename(index / str(number))
    disk.settle(index)
    disk.write(index / _POINTER, (f"{number}\n".encode("ascii"),))
    disk.settle(index)
    made = Generation(index / str(number), inputs)
    kept = {made.path.name} | ({before.path.name} if before is not None else set())
    for old in sorted(map(str, _numbers(index))):
        if old not in kept:
            shutil.rmtree(index / old)
    return made


def _numbers(index: Path) -> list[int]:
    return [int(path.name) for path in index.iterdir() if path.name.isdecimal() and path.is_dir()]
