"""The lines of a stored text put together into units: paragraphs, headings, scraps of the page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

_LINE = re.compile(r"[^\n]+")
_TERMINAL = re.compile(r"[.!?…:;»\"”)\]]\s*$")
_SHORT_LINE = 120  # hard-wrapped text keeps below it
_LEAST_WRAPS = 4
_FULL = 55  # a wrapped line is about full; a shorter one ends its paragraph


@dataclass(frozen=True, slots=True)
class Unit:
    """Characters `begin:end` of the stored text, without white space at either end; `text` has single blanks."""

    begin: int
    end: int
    text: str

    @property
    def words(self) -> int:
        """How many words it has."""
        return self.text.count(" ") + 1


def units(text: str) -> tuple[Unit, ...]:
    """Return the units of a text: its lines, or its paragraphs where the lines were wrapped at a fixed width."""
    lines = [
        (found.start() + len(found.group()) - len(found.group().lstrip()), found.start() + len(found.group().rstrip()))
        for found in _LINE.finditer(text)
        if not found.group().isspace()
    ]
    if _wrapped(text, lines):
        lines = _unwrapped(text, lines)
    return tuple(Unit(begin, end, " ".join(text[begin:end].split())) for begin, end in lines)


def _wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Tell whether the text was wrapped: no long line, and several that plainly go on in the next."""
    if not lines or max(end - begin for begin, end in lines) >= _SHORT_LINE:
        return False
    goes_on = sum(
        1
        for (begin, end), (after, _) in pairwise(lines)
        if end - begin >= _FULL and not _TERMINAL.search(text[begin:end]) and text[after].islower() and after - end <= 4
    )
    return goes_on >= _LEAST_WRAPS


def _unwrapped(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    full = False
    for begin, end in lines:
        if joined and full and text.count("\n", joined[-1][1], begin) == 1:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((begin, end))
        full = end - begin >= _FULL
    return joined
