"""Step two of reading a time: what the words say, and a reference day, give an EDTF value and its bounds.

The notation of values is explained in `pourparlers.language.times`.
"""

from __future__ import annotations

import re
from datetime import date

from pourparlers.resolve.points import DAY, Value, a_day, month_end, of, over, point, shifted

_OPEN = ("", "..")
_QUARTER = re.compile(r"\d{4}-[34]\d")


def evaluate(value: str, reference: date, side: str, anchor: str = "", precision: str = "") -> Value:
    """Evaluate a value of `language.times` as of the day *reference*.

    Args:
        value: what the words say.
        reference: the day of publication, or the first day of what it is anchored on.
        side: past, future or near, where the words leave it open.
        anchor: EDTF value that ANCHOR stands for.
        precision: EDTF value that PUB stands for, the day itself by default.

    Raises:
        ValueError: the value is of no known form, or wants an anchor and has none.
    """
    if value[0] == "{":
        members = [evaluate(part, reference, side, anchor, precision) for part in value[1:-1].split(",")]
        first, last = min(m.first for m in members), max(m.last for m in members)
        return over("{" + ",".join(m.edtf for m in members) + "}", first, last)
    if value.startswith("BEFORE("):
        limit = value[7:-1]
        over_already = _single(limit, reference, side, anchor, precision).last < reference
        value = f"/{limit}" if side == "past" or over_already else f"PUB/{limit}"
    if "@" in value:
        value, _, at = value.partition("@")
        if at != "?":
            anchor = evaluate(at, reference, side, anchor, precision).edtf
    if "/" in value:
        return _interval(value, reference, side, anchor, precision)
    return _single(value, reference, side, anchor, precision)


def _interval(value: str, reference: date, side: str, anchor: str, precision: str) -> Value:
    """Evaluate A/B; the tense fixes the end that is nearer to the reference day, the other follows from it."""
    left, right = value.split("/")
    open_left, open_right = left in _OPEN, right in _OPEN
    begin = end = None
    if not open_left and not open_right and side == "past":
        end = _single(right, reference, side, anchor, precision)
        begin = _single(left, min(end.first, reference) if _undecided(left) else reference, side, anchor, precision)
    else:
        begin = None if open_left else _single(left, reference, side, anchor, precision)
        if not open_right:
            after = begin.first if begin and _undecided(left) and _undecided(right) else reference
            end = _single(right, after, "future" if after is not reference else side, anchor, precision)
    return Value(
        f"{_side(begin, first=True) if begin else left}/{_side(end, first=False) if end else right}",
        begin.earliest_begin if begin else None,
        begin.latest_end if begin else None,
        end.earliest_begin if end else None,
        end.latest_end if end else None,
    )


def _side(value: Value, *, first: bool) -> str:
    """Return a value as one side of an interval, where EDTF wants a day, a month, a year or a season."""
    if "/" in value.edtf:
        return value.edtf.split("/")[0 if first else 1]
    day = value.first if first else value.last
    if "X" in value.edtf:
        return f"{day.year:04d}"
    return f"{day:%Y-%m}" if _QUARTER.fullmatch(value.edtf) else value.edtf


def _undecided(text: str) -> bool:
    return text[:2] == "WD" or text[:4] == "XXXX"


def _single(text: str, reference: date, side: str, anchor: str, precision: str) -> Value:
    if text.endswith("~"):
        return _about(_single(text[:-1], reference, side, anchor, precision))
    if text.endswith(")"):
        part, _, whole = text[:-1].partition("(")
        return _part(part, _single(whole, reference, side, anchor, precision))
    if not text.startswith("ANCHOR"):
        return point(text, reference, side, precision or reference.isoformat())
    if not anchor:
        raise ValueError(f"no anchor for {text!r}")
    if "/" in anchor:
        anchor = anchor.split("/")[1 if "+" in text else 0] or anchor.strip("/.")
    anchor = anchor.strip("~?%{}").split(",")[0]
    rest = text.removeprefix("ANCHOR")
    if not rest:
        return of(anchor)
    if rest[:2] == "WD" or rest[:4] == "WEEK":
        return point(rest, of(anchor).first, side, anchor)
    return point("PUB" + rest, of(anchor).first, side, anchor)


def _part(part: str, whole: Value) -> Value:
    """Narrow the bounds to the first, middle or last third, in the way newspapers use the words."""
    first, last = whole.first, whole.last
    if part == "END":
        return a_day(last)
    length = (last - first).days + 1
    if length == 7:
        low, high = {"EARLY": (0, 2), "MID": (2, 3), "LATE": (3, 6)}[part]
        return over(whole.edtf, first + low * DAY, first + high * DAY)
    if length <= 31:
        low, high = {"EARLY": (1, 10), "MID": (11, 20), "LATE": (21, last.day)}[part]
        return over(whole.edtf, first.replace(day=low), first.replace(day=high))
    if length <= 190:
        low, high = {
            "EARLY": (0, length // 3),
            "MID": (length // 3, 2 * length // 3),
            "LATE": (length // 2, length - 1),
        }[part]
        return over(whole.edtf, first + low * DAY, first + high * DAY)
    if length <= 366:
        low, high = {"EARLY": (1, 4), "MID": (5, 8), "LATE": (9, 12)}[part]
        return over(whole.edtf, date(first.year, low, 1), month_end(first.year, high))
    years = (last.year - first.year + 1) // 10
    low, high = {"EARLY": (0, 3), "MID": (4, 6), "LATE": (7, 9)}[part]
    return over(whole.edtf, date(first.year + low * years, 1, 1), date(first.year + (high + 1) * years - 1, 12, 31))


def _about(value: Value) -> Value:
    """Mark as approximate, and widen the bounds: three days, one month or one year to each side."""
    first, last = value.first, value.last
    length = (last - first).days + 1
    if length == 1:
        return over(value.edtf + "~", first - 3 * DAY, last + 3 * DAY)
    if length <= 31:
        before, after = shifted("-1M", first, ""), shifted("+1M", first, "")
        return over(value.edtf + "~", before.first, after.last)
    return over(value.edtf + "~", date(first.year - 1, 1, 1), date(last.year + 1, 12, 31))
