"""Step one of reading a time: find the expressions, and say what their words alone mean.

"mercredi" says only "a Wednesday". That half, found by reading French, is the *value*; the other half, the arithmetic
with the day of publication, the tense of the verb and what was told before, is `resolve`'s.

    point      2011-09-07  2011-09  2011  199X  19XX  2014-21 (season)  2017-33 (quarter)  2020-40 (half-year)
               XXXX-05-09   XXXX-03   XXXX-XX-12   XXXX-33   WD1 ... WD7   SEASON21   EASTER   NIGHT   WEEKEND
               XXXX-11-09#2 (printed as a Tuesday)
               PUB  PUB-3D  PUB+3M  PUB-2Y  PUB-1Y=      (M gives a month, Y a year, "=" keeps the day)
               WEEK-1  WEEKEND+0  MONTH-1  YEAR+1  YEAR-1-05 (May of last year)
               ANCHOR  ANCHOR+1D  ANCHORWEEK+1  ANCHORWD4        (counted from what was told before)
    side       a point may end in " past" " last" (strictly) " future" " next" (strictly) " this" (the nearest, if the
               tense does not say); without, the tense of the verb decides
    part       EARLY(point)  MID(point)  LATE(point)  END(point): its first, middle, last third; its last day
    point~     about
    A/B        interval; an empty side is unknown, ".." is open; BEFORE(point) ends before it
    {A,B}      several dates
    ANCHOR...@point    counted from that point;  ANCHOR...@?  from an event whose date the words do not give
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from pourparlers.language.document import TimeExpression
from pourparlers.language.times_nouns import decade, part
from pourparlers.language.times_offsets import ago, ahead, eve, last_ones, later, these
from pourparlers.language.times_phrases import days, located, weekdays
from pourparlers.language.times_points import Found, Words, deictic, month, numeric, year
from pourparlers.language.times_stretches import (
    about,
    after,
    at,
    before,
    between,
    by,
    during,
    from_day,
    from_to,
    inside,
    since,
    until,
    within,
)
from pourparlers.language.times_words import (
    HABITUAL,
    MONTHS,
    NUMBERED,
    ONES,
    PARTS,
    SEASONS,
    TENS,
    VAGUE,
    WEEKDAYS,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc

Parser = Callable[[Words, int], Found | None]

# Words, with what must not be taken apart: dates, hours, thousands, decimals, "2014-2016", "F-16", "14-Juillet".
_WORD = re.compile(
    r"\d{4}-\d\d-\d\d(?!\w)|\d{1,2}([/.])\d{1,2}\1(?:\d{4}|\d\d)(?![\w/])|\d{4}-(?:\d{4}|\d\d)(?!\w)|\d{1,2}:\d\d"
    r"|\d{1,3}(?:[ .]\d{3})+(?!\d)|\d+,\d+|(?!mi-)(?:[^\W\d_]+-)+\d\w*|\d+-[^\W\d_]{3,}(?!\w)|[^\W_]+['’]?|\n|[^\s]",
    re.IGNORECASE,
)
_AHEAD = 30
_YEARS = re.compile(r"((?:1[89]|20)\d\d)-((?:1[89]|20)?\d\d)")


def _both(*parsers: Parser) -> Parser:
    def parse(words: Words, i: int) -> Found | None:
        for parser in parsers:
            if found := parser(words, i):
                return found
        return None

    return parse


def _article(words: Words, i: int) -> Found | None:
    return located(words, i) or eve(words, i + 1)


def _vague(words: Words, i: int) -> Found | None:
    return Found(VAGUE[words[i]], "vague-range", i + 1)


def _starters() -> dict[str, Parser]:
    """Say which parser reads the phrase that starts with a word."""
    start: dict[str, Parser] = {
        **dict.fromkeys(("le", "la", "l'"), _article),
        "les": _both(located, last_ones),
        "des": last_ones,
        **dict.fromkeys(("ce", "cet", "cette"), located),
        "ces": these,
        "en": within,
        "au": _both(during, at),
        "à": _both(since, at),
        "aux": about,
        **dict.fromkeys(("vers", "autour"), about),
        "dans": inside,
        "sous": ahead,
        **dict.fromkeys(("pendant", "durant"), during),
        "depuis": since,
        "dès": from_day,
        "jusqu'": until,
        "d'": _both(by, from_to),
        **dict.fromkeys(("du", "de"), from_to),
        "entre": between,
        "avant": before,
        "après": after,
        "il": ago,
        **dict.fromkeys(("voilà", "voici", "cela", "ça"), ago),
        "années": decade,
        **dict.fromkeys(VAGUE, _vague),
        **dict.fromkeys((*PARTS,), part),
        **dict.fromkeys((*ONES, *TENS), later),
        **dict.fromkeys(("aujourd'", "hier", "demain"), deictic),
        **dict.fromkeys(WEEKDAYS, weekdays),
    }
    for name in MONTHS:
        start[name] = _dated_month
    return start


def _dated_month(words: Words, i: int) -> Found | None:
    """Read a month without preposition: only with a year or "dernier", or after "de"."""
    found = month(words, i)
    if found is None or found.end > i + 1 or words[i - 1] in ("de", "d'", "("):
        return found
    return None


def _digits(words: Words, i: int) -> Found | None:
    """Read what starts with a digit: a date, an offset, a range of years, a year, a century."""
    found = days(words, i) or numeric(words, i) or later(words, i)
    if found:
        return found
    word = words[i]
    if span := _YEARS.fullmatch(word):
        end = span[2] if len(span[2]) == 4 else span[1][:2] + span[2]
        return Found(f"{span[1]}/{end}", "range", i + 1) if end > span[1] else None
    return Found(word, "year", i + 1) if year(word) and _like_year(words, i) else None


def _like_year(words: Words, i: int) -> bool:
    """Tell whether a bare number of four digits stands where years stand."""
    return "1900" <= words[i] <= "2060" and words[i - 1] not in NUMBERED and words[i + 1] not in ("%", "€", "$")


STARTERS = _starters()


def find(doc: Doc) -> tuple[TimeExpression, ...]:
    """Return the time expressions of a text, in order, none inside another; hours are read over and dropped."""
    starts = [token.idx for token in doc]
    return tuple(
        TimeExpression(bisect_right(starts, begin) - 1, bisect_left(starts, end), found.kind, found.value)
        for begin, end, found in scan(doc.text)
        if not _counts_things(doc, starts, begin, end, found)
    )


def scan(text: str) -> Iterator[tuple[int, int, Found]]:
    """Yield the time expressions of a text that no pipeline has read: code points, and what the words between say."""
    matches = list(_WORD.finditer(text))
    words: Words = [_normal(match[0]) for match in matches]
    last = len(words)
    words += [""] * _AHEAD
    i = 0
    while i < last:
        word = words[i]
        parser = STARTERS.get(word) or (_digits if word[:1].isdecimal() else None)
        found = parser(words, i) if parser else None
        if found is None or _habit(words, i, found):
            i += 1
            continue
        yield matches[i].start(), matches[min(found.end, last) - 1].end(), found
        i = found.end


def _normal(word: str) -> str:
    """Lower-case a word, but leave months and seasons with a capital: "champ de Mars", "Printemps arabe"."""
    low = word.lower().replace("’", "'")
    return word if (low in MONTHS or low in SEASONS) and word[:1].isupper() and not word.isupper() else low


def _habit(words: Words, i: int, found: Found) -> bool:
    """Tell what names no day: "chaque lundi", "les espoirs d'hier"."""
    before = words[i - 1]
    if words[i] == "hier":
        return before == "d'"
    bare = len(found.value) == 3 and found.kind == "weekday"
    return bare and words[i] in WEEKDAYS and before in HABITUAL


def _counts_things(doc: Doc, starts: list[int], begin: int, end: int, found: Found) -> bool:
    """Tell a bare number that counts from a year: "2016 véhicules"."""
    if found.kind != "year" or not doc.text[begin:end].isdecimal():
        return False
    after = bisect_left(starts, end)
    return after < len(doc) and doc[after].pos_ == "NOUN" and doc[after].text[-1:] in ("s", "x")
