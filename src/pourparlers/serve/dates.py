"""Dates in EDTF as people say them; what cannot be said better is shown as it is written."""

from __future__ import annotations

import re
from collections.abc import Mapping

_MONTHS: Mapping[str, tuple[str, ...]] = {
    "fr": (
        *("janvier", "février", "mars", "avril", "mai", "juin"),
        *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
_SEASONS: Mapping[str, tuple[str, ...]] = {
    "fr": ("printemps", "été", "automne", "hiver"),
    "en": ("spring", "summer", "autumn", "winter"),
}
_SINCE = {"fr": "depuis {}", "en": "since {}"}
_UNTIL = {"fr": "jusqu'à {}", "en": "until {}"}
_THE_DAY = {"fr": "le ", "en": ""}
_ABOUT = {"fr": "vers {}", "en": "about {}"}
_UNSURE = {"fr": "{} (incertain)", "en": "{} (uncertain)"}
_DECADE = {"fr": "années {}0", "en": "{}0s"}
_ALWAYS = {"fr": "sans date connue", "en": "no known date"}

_POINT = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_OPEN = frozenset({"", ".."})


def told(edtf: str, language: str) -> str:
    """Return a time as it is said in *language*, e.g. `told("2017-04-26/2017-04-27", "en")` = "26 – 27 April 2017"."""
    begin, slash, end = edtf.partition("/")
    if not slash:
        return _point(edtf, language)
    if begin in _OPEN or end in _OPEN:
        known = begin if begin not in _OPEN else end
        if known in _OPEN:
            return _ALWAYS[language]
        phrase = (_UNTIL if begin in _OPEN else _SINCE)[language]
        match = _POINT.fullmatch(known)
        return phrase.format(f"{_THE_DAY[language] if match and match[3] else ''}{_point(known, language)}")
    if begin == end:
        return _point(begin, language)
    return f"{_beginning(begin, end, language)} – {_point(end, language)}"


def anchored(anchor: str, language: str) -> str:
    """Return what a time was resolved against, "publication: 2017-02", with its date as it is said."""
    what, colon, edtf = anchor.rpartition(": ")
    return f"{what}{colon}{told(edtf, language)}"


def _beginning(begin: str, end: str, language: str) -> str:
    """Return the first of two days, without the month and year that the second repeats."""
    first, last = _POINT.fullmatch(begin), _POINT.fullmatch(end)
    if first and last and first[3] and last[3] and first[1] == last[1]:
        day = _day(first[3], language)
        return day if first[2] == last[2] else f"{day} {_month(first[2], language)}"
    return _point(begin, language)


def _point(text: str, language: str) -> str:
    bare = text.rstrip("?~%")
    if bare != text:
        said = _point(bare, language)
        said = _ABOUT[language].format(said) if set(text[len(bare) :]) & {"~", "%"} else said
        return _UNSURE[language].format(said) if set(text[len(bare) :]) & {"?", "%"} else said
    if re.fullmatch(r"\d{3}X", text):
        return _DECADE[language].format(text[:3])
    match = _POINT.fullmatch(text)
    if match is None:
        return text
    year, month, day = match.groups()
    if month is None:
        return year
    name = _month(month, language)
    if not name:
        return text
    return f"{_day(day, language)} {name} {year}" if day else f"{name} {year}"


def _day(day: str, language: str) -> str:
    return "1er" if language == "fr" and day == "01" else str(int(day))


def _month(month: str, language: str) -> str:
    number = int(month)
    if 1 <= number <= 12:
        return _MONTHS[language][number - 1]
    return _SEASONS[language][number - 21] if 21 <= number <= 24 else ""
