"""Points in time without a preposition: "mardi 9 novembre", "mai dernier", "21/06/2016", "hier soir".

A parser takes the words of the article, lower-case, and a position; it returns a Found or None. The words end in enough
empty strings for looking ahead without testing for the end.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from pourparlers.language.times_words import (
    ABOUT_TENS,
    AFTER_DAY,
    DEICTICS,
    LAST,
    MOMENTS,
    MONTHS,
    NEXT,
    ONES,
    SHORT_MONTHS,
    TENS,
    WEEKDAYS,
)

Words = list[str]
_HOUR = re.compile(r"\d{1,2}(?:h\d{0,2}|:\d\d)")
_NUMERIC = re.compile(r"(\d{1,2})([/.])(\d{1,2})\2(\d{4}|\d\d)")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")


class Found(NamedTuple):
    """What the words up to *end* say, and the kind of expression they are."""

    value: str
    kind: str
    end: int


def number(words: Words, i: int) -> tuple[int, int] | None:
    """Read a cardinal number below 1000, in digits or words; return it with its end."""
    word = words[i]
    if word.isdecimal():
        return (int(word), i + 1) if len(word) < 4 else None
    if word in ONES and word not in TENS:
        total, end = ONES[word], i + 1
        if word == "dix" and words[end] == "-" and words[end + 1] in ("sept", "huit", "neuf"):
            return 10 + ONES[words[end + 1]], end + 2
        if word == "quatre" and words[end] == "-" and words[end + 1] in ("vingt", "vingts"):
            return _units(words, end + 2, 80)
        return total, end
    if word in TENS:
        return _units(words, i + 1, TENS[word])
    return None


def _units(words: Words, i: int, tens: int) -> tuple[int, int]:
    if words[i] in ("-", "et") and words[i + 1] in ONES:
        end = i + 2
        units = ONES[words[i + 1]]
        if units == 10 and words[end] == "-" and words[end + 1] in ("sept", "huit", "neuf"):
            return tens + 10 + ONES[words[end + 1]], end + 2
        return tens + units, end
    return tens, i


def about_ten(words: Words, i: int) -> tuple[int, int] | None:
    """Read "une dizaine de"; return the number with its end."""
    if words[i] == "une" and words[i + 1] in ABOUT_TENS and words[i + 2] in ("de", "d'"):
        return ABOUT_TENS[words[i + 1]], i + 3
    return None


def year(word: str) -> str | None:
    """Return *word* if it may be a year with four digits."""
    return word if len(word) == 4 and word.isdecimal() and "1000" <= word <= "2100" else None


def month_number(word: str, *, short: bool = False) -> int | None:
    """Return the number of a month; abbreviations and capitals only beside a day or a year (`short`)."""
    if found := MONTHS.get(word):
        return found
    if short:
        low = word.lower()
        return MONTHS.get(low) or SHORT_MONTHS.get(low)
    return None


def day_number(word: str) -> int | None:
    """Return the day of the month that a word names."""
    if word.isdecimal() and len(word) <= 2:
        day = int(word)
        return day if 1 <= day <= 31 else None
    return 1 if word in ("1er", "premier") else None


def moment(words: Words, i: int) -> int:
    """Return the end of a moment of the day ("soir", "à 14h30", "dans la nuit") that starts at *i*, or *i*."""
    start = i
    while True:
        word = words[i]
        if word in MOMENTS:
            i += 1
        elif word == "après" and words[i + 1] == "-" and words[i + 2] == "midi":
            i += 3
        elif (word == "au" and words[i + 1] in MOMENTS) or (word == "en" and words[i + 1] in MOMENTS | {"après"}):
            i += 1 if words[i + 1] == "après" else 2
        elif word in ("à", "vers", "-", "dès") and _HOUR.fullmatch(words[i + 1]):
            i += 2
        elif word in ("à", "vers") and words[i + 1].isdecimal() and words[i + 2] in ("heure", "heures", "h"):
            i += 3
        elif word == "à" and words[i + 1] in ("midi", "minuit"):
            i += 2
        elif word in ("dans", "à") and words[i + 1] in ("la", "l'") and words[i + 2] in MOMENTS:
            i += 3 if words[i + 3] not in ("de", "du") else 0
            if words[i - 1] not in MOMENTS:
                return i
        else:
            return max(start, i)


def _side(words: Words, i: int) -> tuple[str, int]:
    """Read "dernier" or "prochain"; return the direction they add to the value, and the end."""
    if words[i] in LAST:
        return " last", i + 1
    if words[i] in NEXT:
        return " next", i + 1
    return "", i


def day_month(words: Words, i: int, weekday: int | None = None) -> Found | None:
    """Read "9 novembre", "1er mars 2014", "15 mai dernier" after an optional weekday already read."""
    day = day_number(words[i])
    if day is None:
        return None
    end = i + 1
    number_of_month = month_number(words[end], short=True)
    if number_of_month is None:
        return None
    if words[end] not in MONTHS and words[end + 1] == ".":
        end += 1
    end += 1
    check = f"#{weekday}" if weekday else ""
    if full := year(words[end]):
        value = f"{full}-{number_of_month:02d}-{day:02d}"
        if not _exists(value):
            return None
        return Found(value + check, "date", moment(words, _after_comma(words, end + 1)))
    if not _exists(f"2000-{number_of_month:02d}-{day:02d}"):
        return None
    side, end = _side(words, end)
    return Found(f"XXXX-{number_of_month:02d}-{day:02d}{check}{side}", "date", moment(words, end))


def _after_comma(words: Words, i: int) -> int:
    """Step over the comma of "21 juin 2016, à 14h30" only when an hour follows."""
    return i + 1 if words[i] == "," and moment(words, i + 1) > i + 1 else i


def _exists(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def weekday(words: Words, i: int) -> Found | None:
    """Read "mercredi", "lundi dernier", "mardi 9 novembre 2021", "jeudi soir"."""
    number_of_day = WEEKDAYS.get(words[i])
    if number_of_day is None:
        return None
    dated = day_month(words, i + 1, number_of_day) or (words[i + 1] == "," and day_month(words, i + 2, number_of_day))
    if dated:
        return dated
    if (day := day_number(words[i + 1])) and words[i + 2] in AFTER_DAY:
        return Found(f"XXXX-XX-{day:02d}#{number_of_day}", "date", i + 2)
    side, end = _side(words, moment(words, i + 1))
    if not side and words[end] in ("suivant", "d'") and (words[end] == "suivant" or words[end + 1] == "après"):
        return Found(f"ANCHORWD{number_of_day} next", "anaphoric", end + (1 if words[end] == "suivant" else 2))
    if not side and words[end] == "précédent":
        return Found(f"ANCHORWD{number_of_day} last", "anaphoric", end + 1)
    return Found(f"WD{number_of_day}{side}", "weekday", moment(words, end))


def month(words: Words, i: int) -> Found | None:
    """Read "mars 2009", "mai dernier", "juin"."""
    number_of_month = month_number(words[i], short=year(words[i + 1]) is not None)
    if number_of_month is None:
        return None
    if full := year(words[i + 1]):
        return Found(f"{full}-{number_of_month:02d}", "month", i + 2)
    if words[i + 1] == "(" and words[i + 3] == ")" and (full := year(words[i + 2])):
        return Found(f"{full}-{number_of_month:02d}", "month", i + 4)
    if words[i + 1] in ("de", "d'") and words[i + 2] in ("l'", "cette") and words[i + 3] in ("an", "année"):
        side, end = _side(words, i + 4)
        offset = {" last": -1, " next": 1}.get(side, 0)
        return Found(f"YEAR{offset:+d}-{number_of_month:02d}", "month", end)
    side, end = _side(words, i + 1)
    return Found(f"XXXX-{number_of_month:02d}{side}", "month", end)


def numeric(words: Words, i: int) -> Found | None:
    """Read "21/06/2016", "08.09.2021", "2022-02-24": the day comes first unless the year does."""
    word = words[i]
    if _ISO.fullmatch(word):
        value = word
    elif parts := _NUMERIC.fullmatch(word):
        full = parts[4] if len(parts[4]) == 4 else ("19" if parts[4] > "69" else "20") + parts[4]
        if parts[2] == "." and len(parts[4]) == 2:
            return None
        value = f"{full}-{int(parts[3]):02d}-{int(parts[1]):02d}"
    else:
        return None
    end = moment(words, i + 1)
    return Found(value, "date-numeric", end) if _exists(value) else None


def deictic(words: Words, i: int) -> Found | None:
    """Read "hier", "avant-hier soir", "aujourd'hui", "demain"."""
    word = words[i]
    end = i + 1
    if word == "aujourd'" and words[end] == "hui":
        word, end = "aujourd'hui", end + 1
    elif word in ("avant", "après") and words[end] == "-" and words[end + 1] in ("hier", "demain"):
        word, end = f"{word}-{words[end + 1]}", end + 2
    elif (word, words[end]) in (("avant", "hier"), ("après", "demain")):
        word, end = f"{word}-{words[end]}", end + 1
    value = DEICTICS.get(word)
    return Found(value, "deictic", moment(words, end)) if value else None


def point(words: Words, i: int) -> Found | None:
    """Read a point in time that needs no preposition: a day, a month, a deictic; never a bare year."""
    return weekday(words, i) or day_month(words, i) or month(words, i) or numeric(words, i) or deictic(words, i)
