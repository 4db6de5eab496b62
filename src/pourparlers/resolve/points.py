"""Points of the calendar: one point of the notation of `pourparlers.language.times` and a day give an EDTF value."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

DAY = timedelta(days=1)
SEASONS = {21: ((3, 1), (6, 21)), 22: ((6, 1), (9, 23)), 23: ((9, 1), (12, 21)), 24: ((12, 1), (3, 21))}
_STEPS = {"past": (0, -1), "last": (-1, -1), "future": (0, 1), "next": (1, 1)}
_BACK = ("past", "last")


class Value(NamedTuple):
    """An EDTF string with the bounds of begin and end (None: unknown or open)."""

    edtf: str
    earliest_begin: date | None
    latest_begin: date | None
    earliest_end: date | None
    latest_end: date | None

    @property
    def first(self) -> date:
        """The first day it may cover."""
        if self.earliest_begin is None:
            raise ValueError(f"no first day in {self.edtf!r}")
        return self.earliest_begin

    @property
    def last(self) -> date:
        """The last day it may cover."""
        if self.latest_end is None:
            raise ValueError(f"no last day in {self.edtf!r}")
        return self.latest_end


def over(edtf: str, first: date, last: date) -> Value:
    """Return the value of something that lies anywhere between two days."""
    return Value(edtf, first, last, first, last)


def within(value: Value) -> Value:
    """Loosen an interval: what is dated lies somewhere in it, rather than filling it."""
    return Value(value.edtf, value.earliest_begin, value.latest_end, value.earliest_begin, value.latest_end)


def of(edtf: str) -> Value:
    """Return the bounds of one complete EDTF point.

    >>> of("2014-24").latest_end
    datetime.date(2015, 3, 21)
    """
    parts = edtf.split("-")
    if parts[0].endswith("XX"):
        return over(edtf, date(int(parts[0][:2] + "00"), 1, 1), date(int(parts[0][:2] + "99"), 12, 31))
    if parts[0].endswith("X"):
        return over(edtf, date(int(parts[0][:3] + "0"), 1, 1), date(int(parts[0][:3] + "9"), 12, 31))
    year = int(parts[0])
    if len(parts) == 3:
        day = date(year, int(parts[1]), int(parts[2]))
        return over(edtf, day, day)
    if len(parts) == 1:
        return over(edtf, date(year, 1, 1), date(year, 12, 31))
    number = int(parts[1])
    if number <= 12:
        return over(edtf, date(year, number, 1), month_end(year, number))
    if number in SEASONS:
        begin, end = SEASONS[number]
        return over(edtf, date(year, *begin), date(year + (number == 24), *end))
    length = 3 if number < 40 else 6
    month = length * (number - (33 if number < 40 else 40)) + 1
    return over(edtf, date(year, month, 1), month_end(year, month + length - 1))


def month_end(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def point(text: str, reference: date, side: str, precision: str) -> Value:
    """Evaluate a point that counts from *reference*; *precision* is the EDTF value of the reference itself.

    `side` (past, future, near) decides where the words leave it open.
    """
    base, _, direction = text.partition(" ")
    base, _, check = base.partition("#")
    direction = side if direction in ("", "this") else direction
    if base[:3] == "PUB":
        return shifted(base[3:], reference, precision)
    if base[:2] == "WD":
        return a_day(_choose(lambda d: d.isoweekday() == int(base[2]), reference, direction))
    if base[:8] == "XXXX-XX-":
        return a_day(_choose(lambda d: d.day == int(base[8:]), reference, direction))
    if base[:5] == "XXXX-":
        return _recurring(base, int(check or 0), reference, direction)
    if base[:6] == "SEASON":
        return of(_season(int(base[6:]), reference, direction))
    if base == "EASTER":
        return a_day(_choose(lambda d: d == easter(d.year), reference, direction))
    if base == "NIGHT":
        first = reference if direction in ("future", "next") else reference - DAY
        return over(f"{first}/{first + DAY}", first, first + DAY)
    if base[:4] in ("WEEK", "MONT", "YEAR"):
        return _unit(base, reference, direction)
    return of(base)


def a_day(day: date) -> Value:
    """Return the value of one day."""
    return over(day.isoformat(), day, day)


def _choose(fits: Callable[[date], bool], reference: date, direction: str) -> date:
    """Return the nearest day that fits, on the side that *direction* names."""
    if direction == "near":
        return min((_choose(fits, reference, side) for side in ("past", "future")), key=lambda d: abs(d - reference))
    start, step = _STEPS[direction]
    day = reference + start * DAY
    while not fits(day):
        day += step * DAY
    return day


def _recurring(base: str, weekday: int, reference: date, direction: str) -> Value:
    """Evaluate XXXX-MM, XXXX-MM-DD and XXXX-33: the same month, day or quarter of every year."""
    spread = (
        range(reference.year - 8, reference.year + 9)
        if weekday or base.endswith("02-29")
        else range(reference.year - 2, reference.year + 3)
    )
    values = [of(f"{year:04d}{base[4:]}") for year in spread if _is_date(year, base)]
    if weekday and (agreeing := [v for v in values if v.first.isoweekday() == weekday]):
        near = min(agreeing, key=lambda v: abs(v.first - reference))
        sided = _pick(agreeing, reference, direction)
        # A weekday that fits the near year but not the side of the tense: the tense was misread.
        return sided if abs(sided.first - reference) < 300 * DAY else near
    return _pick(values, reference, direction)


def _is_date(year: int, base: str) -> bool:
    return not (base.endswith("-02-29") and monthrange(year, 2)[1] == 28)


def _pick(values: list[Value], reference: date, direction: str) -> Value:
    """Return the nearest value on the side that *direction* names, the nearest of all if that side has none."""
    fitting = [value for value in values if _is_on_side(value, reference, direction)]
    return min(fitting or values, key=lambda value: _distance(value, reference))


def _is_on_side(value: Value, reference: date, direction: str) -> bool:
    if direction in ("past", "last"):
        return value.first <= reference if direction == "past" else value.last < reference
    if direction in ("future", "next"):
        return value.last >= reference if direction == "future" else value.first > reference
    return True


def _distance(value: Value, reference: date) -> timedelta:
    return max(value.first - reference, reference - value.last, timedelta(0))


def _season(season: int, reference: date, direction: str) -> str:
    """Return year-season; a winter bears the year in which it begins."""
    years = range(reference.year - 2, reference.year + 3)
    return _pick([of(f"{year:04d}-{season}") for year in years], reference, direction).edtf


def shifted(text: str, reference: date, precision: str) -> Value:
    """Evaluate what follows PUB: nothing, -3D, +2M~, -1Y=."""
    if not text:
        return of(precision)
    parts = re.fullmatch(r"([+-]\d+)([DMY])(=?)", text)
    if parts is None:
        raise ValueError(f"not an offset: {text!r}")
    number, unit = int(parts[1]), parts[2]
    if unit == "D":
        return a_day(reference + number * DAY)
    year, month = divmod(reference.year * 12 + reference.month - 1 + number * (12 if unit == "Y" else 1), 12)
    if parts[3]:
        last = monthrange(year, month + 1)[1]
        return a_day(date(year, month + 1, min(reference.day, last)))
    return of(f"{year:04d}" if unit == "Y" else f"{year:04d}-{month + 1:02d}")


def _unit(base: str, reference: date, direction: str) -> Value:
    """Evaluate WEEK-1, WEEKEND, WEEKEND+0, MONTH+1, YEAR-1, YEAR-1-05 (May of last year)."""
    name, number, month = _unit_parts(base)
    if name == "WEEK":
        monday = reference + (7 * number - reference.weekday()) * DAY
        return over(f"{monday}/{monday + 6 * DAY}", monday, monday + 6 * DAY)
    if name == "WEEKEND":
        saturday = reference + (5 - reference.weekday()) * DAY
        if base == "WEEKEND":
            number = -1 if direction in _BACK and reference < saturday else 0
        elif number == 0 and reference.isoweekday() == 7:
            saturday = reference - DAY
        saturday += 7 * number * DAY
        return over(f"{saturday}/{saturday + DAY}", saturday, saturday + DAY)
    if name == "MONTH":
        return shifted(f"{number:+d}M", reference, "")
    return of(f"{reference.year + number:04d}{month}")


def _unit_parts(base: str) -> tuple[str, int, str]:
    parts = re.fullmatch(r"(WEEKEND|WEEK|MONTH|YEAR)([+-]\d+)?(-\d\d)?", base)
    if parts is None:
        raise ValueError(f"not a value: {base!r}")
    return parts[1], int(parts[2] or 0), parts[3] or ""


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    el = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * el) // 451
    month, day = divmod(h + el - 7 * m + 114, 31)
    return date(year, month, day + 1)
