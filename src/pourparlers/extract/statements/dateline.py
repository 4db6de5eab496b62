"""The dateline that opens an agency's news: "LOMÉ, 3 mai (AFP) --"."""

from __future__ import annotations

from typing import NamedTuple

from pourparlers.extract.statements.scene import Scene
from pourparlers.language.document import TimeExpression

_CLOSES = frozenset({"-", "--", "–", "—", ":", "/"})
_REACH = 12
_NAME = 8


class Dateline(NamedTuple):
    """Its time, and the first token of the news behind it."""

    time: TimeExpression
    end: int


def dateline(scene: Scene, start: int, limit: int) -> Dateline | None:
    """Return the dateline that opens tokens `start:limit`: a place in capitals, a comma, a day, a dash."""
    for at in range(start + 2, min(start + _REACH, limit)):
        time = scene.time_at.get(at)
        if time is None or scene.words[at - 1] != ",":
            continue
        place = scene.doc[at - 2].text
        if not (place.isupper() and len(place) > 1):
            return None
        end = time.end
        if scene.words[end : end + 1] == ["("]:
            end = next((t + 1 for t in range(end, min(end + _NAME, limit)) if scene.words[t] == ")"), end)
        first = end
        while end < limit and (scene.words[end] in _CLOSES or scene.doc[end].is_space):
            end += 1
        return Dateline(time, end) if end > first else None
    return None
