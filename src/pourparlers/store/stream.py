"""Many pieces of bytes, read as one file."""

from __future__ import annotations

import io
from collections.abc import Iterable


class Stream(io.RawIOBase):
    """A file made of pieces that are produced while it is read."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        """Read *pieces* one after the other."""
        super().__init__()
        self._pieces = iter(pieces)
        self._left = memoryview(b"")

    def read(self, size: int = -1) -> bytes:
        """Return at most *size* bytes of the piece at hand, nothing at the end."""
        while not self._left:
            piece = next(self._pieces, None)
            if piece is None:
                return b""
            self._left = memoryview(piece)
        cut = len(self._left) if size < 0 else size
        taken, self._left = self._left[:cut], self._left[cut:]
        return bytes(taken)
