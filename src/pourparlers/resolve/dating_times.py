"""Clues to the day of an article: the dates it names, and from which side it sees them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from pourparlers.language.document import Reading, TimeExpression
from pourparlers.resolve.clock import Clock, side_of
from pourparlers.resolve.days import LAST, Clue, Stretch, around, since, till
from pourparlers.resolve.points import of

_ABSOLUTE = re.compile(r"\d{4}(?:-\d\d){0,2}")
_YEARLY = re.compile(r"(?:(EARLY|MID|LATE)\()?XXXX-(\d\d)(?:-(\d\d))?(?:#(\d))?(?: (\w+))?\)?")
# A day of the year without its year is at most this far away: beyond, the year is printed.
_SAME_YEAR = 320
_FRESH = 7
_SIDES = {"last": "past", "next": "future", "past": "past", "future": "future"}
_WEIGHT_OF_YEAR, _WEIGHT_OF_MONTH, _WEIGHT_OF_DAY = 20, 25, 30


def clues(reading: Reading, clock: Clock, years: range) -> Iterator[Clue]:
    """Yield what the time expressions say of the day of publication.

    Args:
        reading: the article.
        clock: its clock, not yet set; it tells the tenses.
        years: those in which the article may have appeared, as far as is known without the days of the year.
    """
    opening = _opening(reading)
    fresh = True
    for expression in reading.times:
        tense = clock.tense(expression)
        planned = clock.planned(expression)
        side = "future" if planned else side_of(expression, tense)
        words = reading.words(reading.passage(expression.start, expression.end))
        quoted = any(q.start <= expression.start < q.end for q in reading.quotes)
        yearly = _YEARLY.fullmatch(expression.value.partition("/")[0])
        if yearly is None:
            yield from _absolute(expression, side, words, ahead=planned or tense == "future")
            continue
        if not years:
            continue
        side = _SIDES.get(yearly[5] or "", side)
        clue = _recurring(yearly, side, words, years, this=words.lower().startswith("ce"))
        if clue is None:
            continue
        yield clue if not quoted else Clue(clue.days, clue.weight // 2, clue.reason)
        if fresh and yearly[3] and side == "past" and expression.start < opening and not quoted:
            fresh = False
            days = tuple((begin, begin + timedelta(days=_FRESH)) for begin, _ in clue.days)
            yield Clue(days, 2, f"« {words} », dans l'ouverture: l'actualité de la semaine")
    if years:
        yield from _not_last_month(reading, clock, years)
    yield from _spans(reading)


def _opening(reading: Reading) -> int:
    """Return the token where the first two paragraphs of body end."""
    paragraphs = list(dict.fromkeys(s.paragraph for s in reading.sentences if s.block == "body"))[:2]
    return max((s.end for s in reading.sentences if s.paragraph in paragraphs), default=0)


def _absolute(expression: TimeExpression, side: str, words: str, *, ahead: bool) -> Iterator[Clue]:
    """Yield the bound that a date with its year sets."""
    points = _ABSOLUTE.findall(expression.value.partition("#")[0].partition("~")[0])
    points = [point for point in points if point[:4] >= "1900" and _valid(point)]
    if not points or "XXXX" in expression.value:
        return
    of_name = words == points[0]  # "le traité de 1987": the year belongs to a name
    if expression.kind == "deadline" or (ahead and not of_name):
        last = of(points[-1]).last
        yield Clue(till(last), 15, f"« {words} », à venir: au plus tard {last}")
    elif side == "past" or words.lower().startswith("depuis"):
        first = of(points[0]).first
        weight = {4: _WEIGHT_OF_YEAR, 7: _WEIGHT_OF_MONTH}.get(len(points[0]), _WEIGHT_OF_DAY)
        yield Clue(since(first), weight, f"« {words} », au passé: au plus tôt {first}")
        yield Clue((around(first, 0, 365),), 1, f"« {words} »: dans l'année", tie=True)


def _valid(point: str) -> bool:
    try:
        of(point)
    except ValueError:
        return False
    return True


def _recurring(parts: re.Match[str], side: str, words: str, years: range, *, this: bool) -> Clue | None:
    """Return the days from which a day or a month without its year can be seen on that side."""
    part, month, day, weekday, direction = parts.groups()
    if month > "12":
        return None
    stretches: list[Stretch] = []
    for year in range(years.start - 1, years.stop + 1):
        text = f"{year:04d}-{month}" + (f"-{day}" if day else "")
        if not _valid(text):
            continue
        value = of(text)
        if weekday and value.first.isoweekday() != int(weekday):
            continue
        if day:
            stretches.append(_seen_from_day(value.first, side, direction, this=this))
        else:
            stretches.append(_seen_from_month(value.first, value.last, side, direction, part))
    if not stretches:
        return None
    weight = (14 if weekday else 8) if day else 5
    if this or side == "near":
        weight = weight + 2 if this else 4
    seen = {"past": "au passé", "future": "à venir"}.get(side, "au présent")
    if weekday:
        found = [f"{b:%Y}" for b, _ in stretches][:6]
        seen += f", ce jour de la semaine: {', '.join(found)}" if len(found) < 6 else ", ce jour de la semaine"
    return Clue(tuple(stretches), weight, f"« {words} », {seen}")


def _seen_from_day(day: date, side: str, direction: str | None, *, this: bool) -> Stretch:
    if this:
        return around(day, 2, 2)
    if side == "past":
        return around(day, -1 if direction == "last" else 0, _SAME_YEAR)
    if side == "future":
        return around(day, _SAME_YEAR, -1 if direction == "next" else 0)
    return around(day, 90, 90)


def _seen_from_month(first: date, last: date, side: str, direction: str | None, part: str | None) -> Stretch:
    """A month named in the past is over, or nearly; "mai dernier" is not said in May nor in June."""
    if side == "past":
        begin = (
            last + timedelta(days=31) if direction == "last" else first + timedelta(days=5 if part == "EARLY" else 20)
        )
        return begin, last + timedelta(days=_SAME_YEAR)
    if side == "future":
        return first - timedelta(days=_SAME_YEAR), last
    return first - timedelta(days=180), last + timedelta(days=180)


def _not_last_month(reading: Reading, clock: Clock, years: range) -> Iterator[Clue]:
    """Who says "le mois dernier" and "en novembre" in one article means two months."""
    if not any(t.value == "MONTH-1" for t in reading.times):
        return
    for expression in reading.times:
        named = re.fullmatch(r"XXXX-(\d\d)", expression.value)
        if named is None or side_of(expression, clock.tense(expression)) != "past":
            continue
        excluded = int(named[1]) % 12 + 1
        stretches = tuple(
            (of(f"{year:04d}-{month:02d}").first, of(f"{year:04d}-{month:02d}").last)
            for year in range(years.start - 1, years.stop + 1)
            for month in range(1, 13)
            if month != excluded
        )
        words = reading.words(reading.passage(expression.start, expression.end))
        yield Clue(stretches, 3, f"« {words} » n'est pas « le mois dernier »")


def _spans(reading: Reading) -> Iterator[Clue]:
    """Yield what "ces six dernières années" beside "depuis 2009" says: counted from that year."""
    begun = [int(t.value[:4]) for t in reading.times if re.fullmatch(r"\d{4}(/\.\.|-2[1-4])?", t.value)]
    for expression in reading.times:
        counted = re.fullmatch(r"PUB-(\d+)Y/YEAR\+0", expression.value)
        for year in dict.fromkeys(begun) if counted else ():
            end = year + int(counted[1]) if counted else 0
            if end < LAST.year:
                words = reading.words(reading.passage(expression.start, expression.end))
                days = ((date(end, 1, 1), date(end, 12, 31)),)
                yield Clue(days, 1, f"« {words} » après {year}: {end}", tie=True)
