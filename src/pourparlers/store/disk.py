"""Files that are written whole or not at all, whatever happens to the process."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

UNFINISHED = ".part"
"""Ends the name of whatever is being written; what bears it after a crash is rubbish."""


def write(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a file so that at any moment either the old or the new content is there, never a part of it."""
    draft = path.with_name(path.name + UNFINISHED)
    with draft.open("wb") as file:
        file.writelines(pieces)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)


def settle(folder: Path) -> None:
    """Make what was renamed or removed in *folder* last through a loss of power."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sweep(folder: Path) -> None:
    """Remove what a killed process left unfinished in *folder*; the caller holds the lock."""
    for path in sorted(folder.glob(f"*{UNFINISHED}")):
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
