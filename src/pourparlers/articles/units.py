"""The lines of a stored text put together into units: paragraphs, headings, scraps of the page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

_LINE = re.compile(r"[^\n]+")
_TERMINAL = re.compile(r"[.!?…:;»\"”)\]]\s*$")
_SHORT_LINE = 120  # hard-wrapped text keeps below it
_LEAST_WRAPS = 4
_NARROWEST = 35  # and above it
_RAGGED = 4  # columns by which some wrap earlier than they need


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
    longest = max((end - begin for begin, end in lines), default=0)
    if not _NARROWEST <= longest < _SHORT_LINE:
        return False
    width = _width(lines)
    goes_on = sum(
        1
        for one, other in pairwise(lines)
        if _soft(text, one, other, width) and text[other[0]].islower() and not _TERMINAL.search(text[slice(*one)])
    )
    return goes_on >= _LEAST_WRAPS


def _width(lines: list[tuple[int, int]]) -> int:
    """Return the width a text was wrapped at: that of its longest lines, a tenth of them left out as strays."""
    lengths = sorted(end - begin for begin, end in lines)
    return lengths[int(0.9 * (len(lengths) - 1))]


def _soft(text: str, one: tuple[int, int], other: tuple[int, int], width: int) -> bool:
    """Tell whether a line broke only because the next word would not have fitted in the width."""
    word = text[other[0] : other[1]].split(maxsplit=1)[0]
    return text.count("\n", one[1], other[0]) == 1 and one[1] - one[0] + 1 + len(word) > width - _RAGGED


def _unwrapped(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    width = _width(lines)
    joined = [lines[0]]
    for one, other in pairwise(lines):
        if _soft(text, one, other, width):
            joined[-1] = (joined[-1][0], other[1])
        else:
            joined.append(other)
    return joined
