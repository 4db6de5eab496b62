"""When an article appeared: given with it, printed in it, or inferred from what it tells.

An undated article is dated by laying over each other the days that each clue allows: a printed line, dates
told as past or to come, terms of office, member counts, known treaty events and gatherings. The days on which the
clues of greatest weight agree are the dating, each clue with a readable reason; where little is known it stays wide.
"""

from __future__ import annotations

from datetime import date

from pourparlers.extract.mentions import Entities
from pourparlers.language.document import Reading
from pourparlers.model import Dating, Time
from pourparlers.resolve import dating_events, dating_printed, dating_story, dating_terms, dating_times, dating_treaties
from pourparlers.resolve.clock import Clock
from pourparlers.resolve.days import FIRST, LAST, Clue, agreed, holds
from pourparlers.resolve.points import Value
from pourparlers.resolve.values import evaluate

_UNSET = Dating(None, None)
_YEARS = range(1990, 2041)


def clock(reading: Reading, entities: Entities) -> Clock:
    """Return the clock of an article: its dating, and the times its expressions mean."""
    published = reading.article.published
    if published:
        value = _published(published)
        reason = f"date donnée avec l'article: {published}"
        return Clock(reading, Dating(value.earliest_begin, value.latest_end, (reason,), given=True))
    return inferred(reading, entities)


def _published(edtf: str) -> Value:
    """Return the bounds of the EDTF date that came with an article."""
    return evaluate(edtf.replace("%", "~").replace("?", "~"), FIRST, "past")


def inferred(reading: Reading, entities: Entities) -> Clock:
    """Return the clock of an article without a date, from what it tells alone."""
    unset = Clock(reading, _UNSET)
    firm = [
        *dating_printed.clues(reading.article),
        *dating_terms.terms(reading, entities),
        *dating_terms.fresh_in_post(reading, entities),
        *dating_terms.members(reading),
    ]
    window = agreed([*firm, *dating_times.clues(reading, unset, range(0))]) or (FIRST, LAST)
    told = dating_story.story(reading, unset, window)
    clues = [*firm, *dating_times.clues(reading, unset, _years(*window)), *dating_events.clues(told)]
    days = agreed(clues)
    if days is None:
        return unset
    # Where nothing bounds the years, days without a year were tried in some decades only: their ends are no bounds.
    first = days[0] if window[0] > FIRST or days[0].year > _YEARS.start + 2 else FIRST
    last = days[1] if window[1] < LAST or days[1].year < _YEARS.stop - 2 else LAST
    dating = Dating(first if first > FIRST else None, last if last < LAST else None, _reasons(clues, first, last))
    return Clock(reading, dating, _events(told, first, last))


def _years(first: date, last: date) -> range:
    """Return the years worth trying for the days and months without a year."""
    begin = first.year if first > FIRST else _YEARS.start
    return range(begin, (last.year if last < LAST else max(_YEARS.stop, begin + 1)) + 1)


def _reasons(clues: list[Clue], first: date, last: date) -> tuple[str, ...]:
    """Return the reasons of the clues that hold, the weightiest first, then of those that were overruled."""
    ordered = sorted(clues, key=lambda clue: (clue.tie, -clue.weight))
    kept = [clue.reason for clue in ordered if holds(clue, first, last)]
    overruled = [f"écarté: {clue.reason}" for clue in ordered if not holds(clue, first, last) and not clue.tie]
    return tuple(dict.fromkeys((*kept, *overruled)))


def _events(told: dating_story.Story, first: date, last: date) -> dict[int, Time]:
    """Return the events that expressions such as "deux semaines après un accord" count from, where only one fits."""
    events: dict[int, Time] = {}
    for expression in told.reading.times:
        k = told.sentence(expression)
        if k is None or not expression.value.endswith("@?"):
            continue
        fitting = [
            (begin, end, name)
            for begin, end, name in dating_treaties.anchors(told, expression, k)
            if abs((_counted(expression.value, begin) - first).days) <= 31 and (last - first).days <= 62
        ]
        if len(fitting) == 1:
            begin, end, name = fitting[0]
            events[expression.start] = Time(begin.isoformat(), begin, end, begin, end, None, name)
    return events


def _counted(value: str, day: date) -> date:
    return evaluate(value.partition("@")[0], day, "past", day.isoformat()).first
