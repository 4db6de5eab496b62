"""What a link is, and the days it is judged by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from pourparlers.authority import Period

SLACK = timedelta(days=30)
"""Newspapers keep a title for some weeks, and terms of office are known to the month."""

FAR = timedelta(days=730)
"""A post this far from its term is another person's, or another time's."""


@dataclass(frozen=True, slots=True)
class Link:
    """A safe link: `id` is `"<table>/<slug>"` (for `Entity.authority`), `reason` is French, fit for `link_reason`."""

    id: str
    reason: str
    confidence: float = 0.95


@dataclass(frozen=True, slots=True)
class Post:
    """A post the article gives to a person: title as printed, and the authority id of its institution or state.

    An empty title is a mere nationality.
    """

    title: str
    institution: str | None = None
    former: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """Days, inclusive; None where nothing is known. For an article: `Span(dating.earliest, dating.latest)`."""

    first: date | None = None
    last: date | None = None

    @property
    def known(self) -> bool:
        """Tell whether either end is known."""
        return self.first is not None or self.last is not None

    def within(self, period: Period | None, slack: timedelta = timedelta(0)) -> bool:
        """Tell whether the span may touch the period, widened by *slack* on both sides; an unknown one always may."""
        if period is None or not self.known:
            return True
        first = shift(self.first, -slack) or date.min
        last = shift(self.last, slack) or date.max
        return period.possible(first, last)

    @property
    def days(self) -> int:
        """Return the number of days, a large one when an end is unknown."""
        return (self.last - self.first).days + 1 if self.first and self.last else 10**6


UNKNOWN = Span()


def shift(day: date | None, by: timedelta) -> date | None:
    """Move a day, unless it stands for "unknown" or "open"."""
    return None if day is None or day in (date.min, date.max) else day + by
