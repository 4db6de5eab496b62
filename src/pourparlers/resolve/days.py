"""Sets of days, and the choice of those on which the most that is known agrees."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

Stretch = tuple[date, date]
# Before and after these days nothing is known: a bound that reaches them is no bound.
FIRST, LAST = date(1900, 1, 1), date(2100, 12, 31)
_NARROW = 120


@dataclass(frozen=True, slots=True)
class Clue:
    """Something that says on which days an article may have appeared.

    `weight` tells how much it takes to overrule it. A `tie` clue only decides between rival years that all else allows.
    """

    days: tuple[Stretch, ...]
    weight: int
    reason: str
    tie: bool = False


def since(day: date) -> tuple[Stretch, ...]:
    """Return that day and all after it."""
    return ((day, LAST),)


def till(day: date) -> tuple[Stretch, ...]:
    """Return that day and all before it."""
    return ((FIRST, day),)


def around(day: date, before: int, after: int) -> Stretch:
    """Return the stretch from so many days before to so many days after a day."""
    return day - timedelta(days=before), day + timedelta(days=after)


def agreed(clues: Sequence[Clue]) -> tuple[date, date] | None:
    """Return the first and the last of the days on which the clues of greatest weight together agree.

    None if there is no clue. Rival narrow stretches, years apart, are told apart by the tie clues; if these do not tell
    either, the answer spans them all.
    """
    firm = [clue for clue in clues if not clue.tie]
    if not firm:
        return None
    best = _best(firm, ((FIRST, LAST),))
    if len(best) > 1 and all((end - begin).days <= _NARROW for begin, end in best):
        best = _best([clue for clue in clues if clue.tie], best)
    return best[0][0], best[-1][1]


def _best(clues: Iterable[Clue], inside: Sequence[Stretch]) -> list[Stretch]:
    """Return the stretches of *inside* where the sum of the weights is greatest."""
    changes: dict[date, int] = {}
    for clue in clues:
        for begin, end in _joined(clue.days):
            after = min(end, LAST) + timedelta(days=1)
            changes[max(begin, FIRST)] = changes.get(max(begin, FIRST), 0) + clue.weight
            changes[after] = changes.get(after, 0) - clue.weight
    scored: list[tuple[int, date, date]] = []
    for low, high in inside:
        score = sum(change for day, change in changes.items() if day <= low)
        cuts = sorted(day for day in changes if low < day <= high)
        for begin, end in zip([low, *cuts], [*cuts, high + timedelta(days=1)], strict=True):
            score += changes.get(begin, 0) if begin != low else 0
            scored.append((score, begin, end - timedelta(days=1)))
    top = max(score for score, _, _ in scored)
    return _joined((begin, end) for score, begin, end in scored if score == top)


def _joined(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Return the stretches in order, those that touch made one."""
    joined: list[Stretch] = []
    for begin, end in sorted(stretches):
        if joined and begin <= joined[-1][1] + timedelta(days=1):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        elif begin <= end:
            joined.append((begin, end))
    return joined


def holds(clue: Clue, first: date, last: date) -> bool:
    """Tell whether a clue allows some day of `first`..`last`."""
    return any(begin <= last and first <= end for begin, end in clue.days)
