"""Stretches with a begin or an end: "du 3 au 5 mai", "depuis lundi", "jusqu'en 2016", "d'ici à fin mars", "entre"."""

from __future__ import annotations

import re

from pourparlers.language.times_nouns import century, decade, ordinal, part, season, unit
from pourparlers.language.times_offsets import ahead, duration, eve, many, roughly, these, whole
from pourparlers.language.times_phrases import days, fill, located, months_or_years
from pourparlers.language.times_points import Found, Words, day_month, day_number, month, point, weekday, year
from pourparlers.language.times_words import FEASTS, SEASONS, WEEKDAYS

_UNDECIDED = re.compile(r"(?:WD\d|XXXX(?:-[\dX]{2})+(?:#\d)?|SEASON\d\d)(?! )")


def _sided(value: str, side: str) -> str:
    """Add a direction to every point of *value* that leaves it open."""
    return _UNDECIDED.sub(rf"\g<0> {side}", value)


def _edge(words: Words, i: int) -> Found | None:
    """Read one end of a range: a day alone, a date, a month, a weekday or a year."""
    if words[i] in ("le", "l'"):
        i += 1
    number = WEEKDAYS.get(words[i])
    start = i + 1 if number else i
    if dated := day_month(words, start, number):
        return dated
    day = day_number(words[start])
    if day and words[start] != "premier":
        return Found(f"XXXX-XX-{day:02d}" + (f"#{number}" if number else ""), "day", start + 1)
    if number:
        return weekday(words, i)
    if dated := month(words, i):
        return dated
    return Found(words[i], "year", i + 1) if year(words[i]) else None


def _range(words: Words, i: int, link: frozenset[str]) -> Found | None:
    """Read "A link B" from the first word of A; the month and the year may stand with B alone."""
    left = _edge(words, i)
    if left is None or words[left.end] not in link:
        return None
    right = _edge(words, left.end + 1)
    if (
        right is None
        or right.kind == "day"
        or (left.kind in ("year", "weekday")) != (right.kind in ("year", "weekday"))
    ):
        return None
    if left.kind == "day" and right.kind != "date":
        return None
    kind = "weekday-range" if left.kind == "weekday" == right.kind else "range"
    return Found(f"{fill(left.value, right.value)}/{right.value}", kind, right.end)


def from_to(words: Words, i: int) -> Found | None:
    """Read "du 3 au 5 mai", "de lundi à mercredi", "de 2014 à 2016", "d'avril à juin"."""
    habit = words[i] == "du" and words[i + 1] in WEEKDAYS and not day_number(words[i + 2])
    return None if habit else _range(words, i + 1, frozenset({"au", "à"}))


def between(words: Words, i: int) -> Found | None:
    """Read "entre le 4 et le 6 juin", "entre avril et juin"."""
    return _range(words, i + 1, frozenset({"et"}))


def since(words: Words, i: int) -> Found | None:
    """Read "depuis X" and "à partir de X", "à compter de X": open at the end."""
    if words[i] == "à":
        if words[i + 1] not in ("partir", "compter") or words[i + 2] not in ("de", "du", "d'"):
            return None
        found = whole(words, i + 2)
        return found and _opened(found.value, found.end)
    start = roughly(words, i + 1)
    if read := duration(words, start):
        length, end = read
        return Found(f"PUB-{length}/..", "since", end) if length else None
    if words[start] in ("ces", "les") and (stretch := many(words, start + 1)):
        return stretch
    found = whole(words, start)
    return found and _opened(_sided(found.value, "past"), found.end)


def _opened(value: str, end: int) -> Found:
    return Found(f"{value.partition('/')[0]}/..", "since", end)


def until(words: Words, i: int) -> Found | None:
    """Read "jusqu'au 30 juin", "jusqu'en 2016", "jusqu'à la fin du mois"."""
    found = whole(words, i + 1)
    if found is None or found.value == "PUB":
        return found and Found("/PUB", "until", found.end)
    return Found("/" + found.value.rpartition("/")[2], "until", found.end)


def by(words: Words, i: int) -> Found | None:
    """Read "d'ici la fin du mois", "d'ici à 2024", "d'ici trois mois"."""
    if words[i + 1] != "ici":
        return None
    start = roughly(words, i + 2 + (words[i + 2] == "à"))
    if read := duration(words, start):
        length, end = read
        return Found(f"PUB/PUB+{length.rstrip('~')}" if length else "PUB/", "deadline", end)
    if words[start] in ("ces", "les") and (stretch := many(words, start + 1)):
        return stretch
    found = whole(words, start)
    return found and Found(f"PUB/{_sided(found.value.rpartition('/')[2], 'future')}", "deadline", found.end)


def before(words: Words, i: int) -> Found | None:
    """Read "avant le 30 juin", "avant la fin de l'année"; "avant-hier" is a point."""
    if words[i + 1] in ("-", "hier"):
        return point(words, i)
    found = whole(words, i + 1)
    if found is None:
        return None
    return None if "ANCHOR" in found.value else Found(f"BEFORE({found.value.partition('/')[0]})", "deadline", found.end)


def after(words: Words, i: int) -> Found | None:
    """Read "après le 30 juin", "après 2014"; "après-demain" is a point."""
    if words[i + 1] in ("-", "demain"):
        return point(words, i)
    found = whole(words, i + 1)
    if found is None or found.kind not in ("date", "year", "month", "date-numeric"):
        return None
    return Found(f"{found.value}/", "since", found.end)


def about(words: Words, i: int) -> Found | None:
    """Read "vers 2010", "aux alentours du 15 mai", "autour du 20 janvier"."""
    start = i + 1
    if words[i] == "aux":
        if words[start] not in ("alentours", "environs"):
            return None
        start += 1
    if words[start] in ("de", "du", "d'", "le", "la", "l'"):
        start += 1
    found = days(words, start) or months_or_years(words, start) or decade(words, start)
    plain = found is not None and "/" not in found.value and found.value[0] != "{"
    return Found(f"{found.value}~", "approx", found.end) if found and plain else None


def during(words: Words, i: int) -> Found | None:
    """Read what follows "pendant", "durant", "au cours de": a season, a week-end, the last months; never a duration."""
    start = i + 1
    if words[i] == "au":
        if words[start] not in ("cours", "courant") or words[start + 1] not in ("de", "des", "du", "d'"):
            return None
        start += 2
        if words[start - 1] == "des":
            return many(words, start)
        if words[start - 1] == "du":
            return _noun(words, start)
    if words[start] in ("ces", "les", "des"):
        return these(words, start)
    if words[start] in ("le", "la", "l'"):
        return _noun(words, start + 1) or located(words, start)
    return located(words, start) if words[start] in ("ce", "cet", "cette") else None


def _noun(words: Words, i: int) -> Found | None:
    """Read a noun of time that its preposition alone makes a date: "pendant l'été", "durant le week-end"."""
    bare = words[i] in SEASONS or words[i] == "week"
    return unit(words, i, bare=bare) or part(words, i)


def at(words: Words, i: int) -> Found | None:
    """Read what follows "au" and "à": a season, a part, a quarter, a feast, the eve."""
    start = i + 1
    word = words[start]
    if words[i] == "à":
        if word.lower() in FEASTS:
            return Found(FEASTS[word.lower()], "feast", start + 1)
        if word in ("la", "l'", "cette", "cet"):
            start += 1
    if word in ("mois", "semaine", "an", "année"):  # "au mois de juin", never "au mois" alone
        return unit(words, start)
    if word in ("matin", "soir"):
        return days(words, start + 2) if words[start + 1] == "du" else None
    return (
        season(words, start, bare=True)
        or part(words, start)
        or ordinal(words, start)
        or century(words, start)
        or eve(words, start)
        or (unit(words, start) if word == "week" else None)
    )


def inside(words: Words, i: int) -> Found | None:
    """Read what follows "dans": an offset, the night, the course of a month, the coming days."""
    if found := ahead(words, i):
        return found
    if words[i + 1] == "la" and words[i + 2] in ("nuit", "journée", "matinée", "soirée"):
        if found := located(words, i + 1):
            return found
        value, kind = ("NIGHT", "night") if words[i + 2] == "nuit" else ("PUB", "deictic")
        return Found(value, kind, i + 3) if words[i + 3] not in ("de", "du", "d'", "des") else None
    if words[i + 1] == "le" and words[i + 2] == "courant" and words[i + 3] in ("de", "du"):
        return _noun(words, i + 4 + (words[i + 4] in ("la", "l'")))
    return these(words, i + 1) or (decade(words, i + 2) if words[i + 1] == "les" else None)


def within(words: Words, i: int) -> Found | None:
    """Read what follows "en": months, years, a beginning or an end, a season with its year."""
    start = i + 1
    if words[start] == "l'" and words[start + 1] == "an":
        return unit(words, start + 1)
    if words[start] in ("ce", "cet", "cette"):
        return located(words, start)
    return months_or_years(words, start) or part(words, start) or season(words, start)


def from_day(words: Words, i: int) -> Found | None:
    """Read "dès mardi", which means that very day."""
    return whole(words, i + 1)
