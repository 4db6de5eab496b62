"""Times of the authority data: EDTF as four bounds that can be compared."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cache

from pourparlers.errors import InvalidAuthority

_POINT = re.compile(r"(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?[~?%]?")
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11)}  # 24, winter, ends in the year after


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days whose ends may be uncertain; `date.min` and `date.max` stand for "not known to be limited".

    Of a term of office: `certain` days lie between the latest beginning and the earliest end, `possible` days between
    the earliest beginning and the latest end. `edtf` is as written.
    """

    edtf: str
    earliest_begin: date
    latest_begin: date
    earliest_end: date
    latest_end: date

    def possible(self, first: date, last: date) -> bool:
        """Tell whether some day of `first`..`last` may lie inside."""
        return self.earliest_begin <= last and first <= self.latest_end

    def certain(self, first: date, last: date) -> bool:
        """Tell whether every day of `first`..`last` surely lies inside."""
        return self.latest_begin <= first and last <= self.earliest_end


@cache
def period(edtf: str) -> Period:
    """Read an EDTF date, season or interval, e.g. `"2016-05-04"`, `"2018/2024-10"`, `"2012-02-25/.."`.

    Raises:
        InvalidAuthority: the text is of none of these forms.
    """
    if "/" not in edtf:
        first, last = _days(edtf)
        return Period(edtf, first, last, first, last)
    begin, _, end = edtf.partition("/")
    first, second = _days(begin) if begin not in ("", "..") else (date.min, date.min)
    if end == "..":
        return Period(edtf, first, second, date.max, date.max)
    if end == "":  # an unknown end: it may have come the day after the beginning
        return Period(edtf, first, second, second, date.max)
    third, fourth = _days(end)
    if begin == "":
        second = third
    return Period(edtf, first, min(second, fourth), max(third, first), fourth)


def _days(point: str) -> tuple[date, date]:
    """Return the first and the last day of a year, a season, a month or a day."""
    match = _POINT.fullmatch(point)
    if match is None:
        raise InvalidAuthority(f"{point!r} is no EDTF date, e.g. 2016, 2016-05, 2016-05-04 or 2016-21")
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    try:
        if day:
            return date(year, month, day), date(year, month, day)
        if month == 24:
            return date(year, 12, 1), date(year + 1, 2, monthrange(year + 1, 2)[1])
        begin, end = _SEASON_MONTHS.get(month, (month, month)) if month else (1, 12)
        return date(year, begin, 1), date(year, end, monthrange(year, end)[1])
    except (ValueError, IndexError) as error:
        raise InvalidAuthority(f"{point!r} is no day of the calendar") from error
