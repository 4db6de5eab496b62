"""Small answers kept for whoever asks the same again: nothing needs to be evaluated twice while the graph stays."""

from __future__ import annotations

from collections import OrderedDict

from pourparlers.serve.frames import Head
from pourparlers.serve.limits import MEGABYTE

_SMALL = 64 * 1024
_ROOM = 32 * MEGABYTE


class Recent:
    """The last small answers by their ETag, which names the state of the graph and all that shaped the answer."""

    def __init__(self, small: int = _SMALL, room: int = _ROOM) -> None:
        """Keep answers of at most *small* bytes, together at most *room* bytes."""
        self._kept: OrderedDict[str, tuple[Head, bytes]] = OrderedDict()
        self._small, self._left = small, room

    def get(self, tag: str | None) -> tuple[Head, bytes] | None:
        """Return the head and the body of the answer that *tag* names, if it is here."""
        found = self._kept.get(tag) if tag is not None else None
        if tag is not None and found is not None:
            self._kept.move_to_end(tag)
        return found

    def put(self, tag: str | None, head: Head, body: bytes) -> None:
        """Keep a whole answer, unless it has no name or is large; those asked for longest ago make room."""
        if tag is None or tag in self._kept or len(body) > self._small:
            return
        self._kept[tag] = head, body
        self._left -= _size(body)
        while self._left < 0:
            _, (_, oldest) = self._kept.popitem(last=False)
            self._left += _size(oldest)


def _size(body: bytes) -> int:
    return len(body) + 1024  # head and name take some too
