"""What the clues from known events look at: an article, sentence by sentence, with the records it names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pourparlers.authority import Period
from pourparlers.language.document import Reading, TimeExpression
from pourparlers.resolve.clock import Clock
from pourparlers.resolve.days import FIRST, LAST, Stretch
from pourparlers.resolve.points import DAY
from pourparlers.resolve.values import evaluate

_REACH = 62
_DATED = 10


@dataclass(frozen=True, slots=True)
class Story:
    """What is looked at: the article, its clock (tenses only), and which records its sentences name."""

    reading: Reading
    clock: Clock
    named: tuple[frozenset[str], ...]
    window: Stretch

    def sentence(self, expression: TimeExpression) -> int | None:
        """Return the number of the sentence of an expression."""
        for k, sentence in enumerate(self.reading.sentences):
            if sentence.start <= expression.start < sentence.end:
                return k
        return None

    def words(self, expression: TimeExpression) -> str:
        """Return an expression as printed."""
        return self.reading.words(self.reading.passage(expression.start, expression.end))


def story(reading: Reading, clock: Clock, window: Stretch) -> Story:
    """Gather what the clues look at; `window` is when the article may have appeared as far as is known."""
    named: list[set[str]] = [set() for _ in reading.sentences]
    hits = iter(reading.hits)
    hit = next(hits, None)
    for k, sentence in enumerate(reading.sentences):
        while hit is not None and hit.start < sentence.end:
            if hit.start >= sentence.start:
                named[k].update(hit.ids)
            hit = next(hits, None)
    return Story(reading, clock, tuple(frozenset(ids) for ids in named), window)


def seen_from(value: str, side: str, first: date, last: date) -> tuple[Stretch, ...]:
    """Return the days on which *value* means a time that meets `first`..`last`."""
    days: list[Stretch] = []
    day = first - _REACH * DAY
    while day <= last + _REACH * DAY:
        meant = evaluate(value, day, side)
        if meant.first <= last and first <= meant.last:
            if days and days[-1][1] == day - DAY:
                days[-1] = (days[-1][0], day)
            else:
                days.append((day, day))
        day += DAY
    return tuple(days)


def dated(told: Story, time: Period | None) -> Stretch | None:
    """Return the days of a record's time if they are known well, and not far from the article's."""
    if time is None or time.earliest_begin < FIRST or time.latest_end > LAST:
        return None
    first, last = time.earliest_begin, time.latest_end
    near = told.window[0] - _REACH * DAY <= last and first <= told.window[1] + _REACH * DAY
    return (first, last) if near and (last - first).days <= _DATED else None
