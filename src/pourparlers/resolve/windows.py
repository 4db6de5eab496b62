"""Times seen from a window of days: what all the days on which an article may have appeared agree on."""

from __future__ import annotations

import re
from datetime import date

from pourparlers.resolve.points import Value
from pourparlers.resolve.values import evaluate

_RECURRING = re.compile(r"XXXX-(?:0\d|1[0-2])(?:-\d\d)?")


def is_relative(value: str) -> bool:
    """Tell whether a value needs a day of reference."""
    return value[:1].isalpha() or "XX-" in value or "PUB" in value or "WD" in value or "+" in value


def common_day(first: date | None, last: date | None) -> str:
    """Return the EDTF value of an article's day: the day, the month or year that all its days share, or an interval."""
    if first is None or last is None:
        return ""
    return _common(first.isoformat(), last.isoformat()) or f"{first}/{last}"


def counted(base: str, anchor: Value, side: str) -> Value | None:
    """Count from an anchor that may itself be an interval of days."""
    if anchor.earliest_begin is None or anchor.latest_end is None:
        return None
    if anchor.edtf and "X" not in anchor.edtf:
        return evaluate(base, anchor.earliest_begin, side, anchor.edtf)
    low = evaluate(base, anchor.earliest_begin, side, anchor.earliest_begin.isoformat())
    high = evaluate(base, anchor.latest_end, side, anchor.latest_end.isoformat())
    return _merged(low, high)


def agree(value: str, side: str, first: date | None, last: date | None) -> Value | None:
    """Evaluate for the first and the last day the article may have appeared on, and keep what they agree on.

    Every value grows with the day of reference, so that the days between can say nothing else.
    """
    if not is_relative(value):
        return evaluate(value, first or last or date(2000, 1, 1), side)
    if first is None or last is None:
        return _one_sided(value, side, first, last)
    low = evaluate(value, first, side)
    return low if first == last else _merged(low, evaluate(value, last, side), value)


def _one_sided(value: str, side: str, first: date | None, last: date | None) -> Value | None:
    low = evaluate(value, first, side) if first else None
    high = evaluate(value, last, side) if last else None
    edtf = _recurring(value)
    if not (low or high or edtf):
        return None
    return Value(
        edtf,
        low.earliest_begin if low else None,
        high.latest_begin if high else None,
        low.earliest_end if low else None,
        high.latest_end if high else None,
    )


def _merged(low: Value, high: Value, value: str = "") -> Value:
    """Return what two readings have in common: the same value, the same month or year, or bounds alone."""
    edtf = low.edtf if low.edtf == high.edtf else _common(low.edtf, high.edtf) or _recurring(value)
    return Value(edtf, low.earliest_begin, high.latest_begin, low.earliest_end, high.latest_end)


def _common(low: str, high: str) -> str:
    """Return the month or the year that two EDTF points share, or ""."""
    if "/" in low or "/" in high or "{" in low:
        return ""
    if low == high:
        return low
    a, b = low.strip("~").split("-"), high.strip("~").split("-")
    if len(a) == 3 == len(b) and a[:2] == b[:2]:
        return "-".join(a[:2])
    return a[0] if a[0] == b[0] else ""


def _recurring(value: str) -> str:
    """Return XXXX-05-09 for a day of the year whose year is not known: EDTF has a form for it."""
    base = value.partition(" ")[0].partition("#")[0]
    return base if _RECURRING.fullmatch(base) else ""
