"""A text cut into pieces that lie inside the same passages from end to end: in HTML passages cannot overlap."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

DEEPEST = 24
"""Passages told of one piece, the shortest first; a text in which more of them overlap is made to tease."""

_LONG_LINE = 160
"""A line of so many characters is a paragraph, whether or not a blank line parts it from the next."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A passage of the text, in code points, and the numbers of the facts it proves."""

    begin: int
    end: int
    facts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of the text that begins at `begin`: the facts it helps to prove, those of the shortest passage first.

    `starts` are the passages that begin here, as the fragment of their IRI (`char=B,E`).
    """

    begin: int
    text: str
    facts: tuple[int, ...]
    starts: tuple[str, ...]
    furniture: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the text; `apart` if space stands above it."""

    segments: tuple[Segment, ...]
    apart: bool


def paragraphs(
    text: str, begin: int, end: int, spans: Iterable[Span], furniture: Iterable[tuple[int, int]]
) -> tuple[Paragraph, ...]:
    """Return the lines of `text[begin:end]`, cut into segments; white lines are left out.

    Args:
        text: the whole text.
        begin: where the part shown begins.
        end: where it ends.
        spans: the passages, in any order.
        furniture: stretches that are not read.
    """
    inside = sorted(span for span in spans if span.begin < end and span.end > begin and span.begin < span.end)
    masked = [(low, high) for low, high in furniture if low < end and high > begin]
    lines = list(_lines(text, begin, end))
    cuts = sorted(
        {begin, end}
        | {place for line in lines for place in line[:2]}
        | {min(max(place, begin), end) for span in inside for place in (span.begin, span.end)}
        | {min(max(place, begin), end) for pair in masked for place in pair}
    )
    around = _around(cuts, inside)
    starts: dict[int, list[str]] = {}
    for span in inside:
        starts.setdefault(max(span.begin, begin), []).append(f"char={span.begin},{span.end}")
    grey = _covered(cuts, masked)
    found = []
    for first, last, apart in lines:
        places = range(bisect_left(cuts, first), bisect_left(cuts, last))
        segments = tuple(
            Segment(
                cuts[i], text[cuts[i] : cuts[i + 1]], around[i], tuple(dict.fromkeys(starts.get(cuts[i], ()))), grey[i]
            )
            for i in places
        )
        found.append(Paragraph(segments, apart))
    return tuple(found)


def _lines(text: str, begin: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Yield the lines that are not white: begin, end, and whether space stands above."""
    apart, place = True, begin
    while place < end:
        stop = text.find("\n", place, end)
        stop = end if stop < 0 else stop
        if text[place:stop].strip():
            long = stop - place >= _LONG_LINE
            yield place, stop, apart or long
            apart = long
        else:
            apart = True
        place = stop + 1


def _around(cuts: Sequence[int], spans: Sequence[Span]) -> list[tuple[int, ...]]:
    """Return for each piece the facts of the passages around it, those of the shortest passage first."""
    opening: dict[int, list[Span]] = {}
    for span in spans:
        opening.setdefault(max(span.begin, cuts[0]), []).append(span)
    active: list[Span] = []
    found = []
    for place in cuts[:-1]:
        active = [span for span in active if span.end > place] + opening.get(place, [])
        active.sort(key=lambda span: (span.end - span.begin, span.begin))
        facts = dict.fromkeys(fact for span in active[:DEEPEST] for fact in span.facts)
        found.append(tuple(facts)[:DEEPEST])
    return found


def _covered(cuts: Sequence[int], stretches: Sequence[tuple[int, int]]) -> list[bool]:
    """Tell for each piece whether one of *stretches* covers it."""
    depth = dict.fromkeys(cuts, 0)
    for low, high in stretches:
        depth[max(low, cuts[0])] += 1
        depth[min(high, cuts[-1])] -= 1
    found, open_ones = [], 0
    for place in cuts[:-1]:
        open_ones += depth[place]
        found.append(open_ones > 0)
    return found
