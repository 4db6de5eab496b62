"""Nouns of time and what goes with them: units, seasons, quarters, decades, centuries, their beginnings and ends."""

from __future__ import annotations

import re

from pourparlers.language.times_points import Found, Words, month, number, year
from pourparlers.language.times_words import (
    FOLLOWING,
    LAST,
    MONTHS,
    NEXT,
    ORDINALS,
    PARTS,
    PRECEDING,
    SEASONS,
)

_CENTURY = re.compile(r"([xvi]{1,5})(?:e|ème)|(\d{1,2})(?:e|ème)")
_ROMAN = {"x": 10, "v": 5, "i": 1}
_RELATIVE = {"semaine": "WEEK", "mois": "MONTH", "an": "YEAR", "année": "YEAR"}
_ANCHORED = {"semaine": "WEEK{}1", "mois": "{}1M", "an": "{}1Y", "année": "{}1Y"}
_KINDS = {"semaine": "week", "mois": "month", "an": "year", "année": "year"}


def unit(words: Words, i: int, *, bare: bool = False) -> Found | None:
    """Read "semaine dernière", "mois de mai", "année 2014", "été prochain", "week-end"; `bare`: alone too."""
    word = words[i]
    if word in _RELATIVE:
        return _calendar_unit(words, i, bare=bare)
    if word in SEASONS:
        return season(words, i, bare=bare)
    if word in ("week", "weekend"):
        return _weekend(words, i)
    return ordinal(words, i) or century(words, i)


def _calendar_unit(words: Words, i: int, *, bare: bool) -> Found | None:
    word, after, end = words[i], words[i + 1], i + 2
    name, kind = _RELATIVE[word], _KINDS[word]
    if after in LAST:
        return Found(f"{name}-1", kind, end)
    if after in NEXT:
        return Found(f"{name}+1", kind, end)
    if after in FOLLOWING or (after == "d'" and words[end] == "après"):
        return Found("ANCHOR" + _ANCHORED[word].format("+"), "anaphoric", end + (after == "d'"))
    if after in PRECEDING or (after == "d'" and words[end] == "avant"):
        return Found("ANCHOR" + _ANCHORED[word].format("-"), "anaphoric", end + (after == "d'"))
    if name == "YEAR" and (full := year(after)):
        return Found(full, "year", end)
    if name == "MONTH" and after in ("de", "d'") and (dated := month(words, end)):
        return dated
    if after == "en" and words[end] == "cours":
        return Found(f"{name}+0", kind, end + 1)
    if after == "-" and words[end] == "ci":
        return Found(f"{name}+0", kind, end + 1)
    return Found(f"{name}+0", kind, i + 1) if bare else None


def _weekend(words: Words, i: int) -> Found | None:
    if words[i] == "week":
        if words[i + 1] != "-" or words[i + 2] != "end":
            return None
        i += 2
    if words[i + 1] in LAST:
        return Found("WEEKEND-1", "weekend", i + 2)
    if words[i + 1] in NEXT:
        return Found("WEEKEND+0", "weekend", i + 2)
    return Found("WEEKEND", "weekend", i + 1)


def season(words: Words, i: int, *, bare: bool = False) -> Found | None:
    """Read "printemps 2009", "hiver 2014-2015", "été dernier"; a winter bears the year in which it begins."""
    code = SEASONS.get(words[i])
    if code is None:
        return None
    after = words[i + 1]
    if full := year(after) or year(after[:4]) if after[:4].isdecimal() and "-" in after else year(after):
        return Found(f"{full}-{code}", "season", i + 2)
    if after in LAST:
        return Found(f"SEASON{code} last", "season", i + 2)
    if after in NEXT:
        return Found(f"SEASON{code} next", "season", i + 2)
    return Found(f"SEASON{code}", "season", i + 1) if bare else None


def ordinal(words: Words, i: int) -> Found | None:
    """Read "premier trimestre 2017", "second semestre", "dernier trimestre de l'année"."""
    length = {"trimestre": 4, "semestre": 2}.get(words[i + 1])
    if length is None:
        return None
    rank = length if words[i] == "dernier" else ORDINALS.get(words[i], 0)
    if not 1 <= rank <= length:
        return None
    code = (32 if length == 4 else 39) + rank
    kind, end = ("quarter" if length == 4 else "semester"), i + 2
    if words[end] in ("de", "d'") and words[end + 1] == "l'" and words[end + 2] in ("année", "an"):
        end += 3
    elif words[end] == "de" and year(words[end + 1]):
        end += 1
    if full := year(words[end]):
        return Found(f"{full}-{code}", kind, end + 1)
    return Found(f"XXXX-{code}", kind, end)


def decade(words: Words, i: int) -> Found | None:
    """Read "années 1990", "années 80", "années trente"."""
    if words[i] != "années":
        return None
    word = words[i + 1]
    if year(word) and word.endswith("0"):
        return Found(f"{word[:3]}X", "decade", i + 2)
    if counted := number(words, i + 1):
        tens, end = counted
        if 20 <= tens <= 90 and tens % 10 == 0 and (not word.isdecimal() or len(word) == 2):
            return Found(f"19{tens // 10}X", "decade", end)
    return None


def century(words: Words, i: int) -> Found | None:
    """Read "XXe siècle", "19e siècle"."""
    if words[i + 1] != "siècle":
        return None
    parts = _CENTURY.fullmatch(words[i])
    if parts is None:
        return None
    if parts[2]:
        rank = int(parts[2])
    else:
        values = [_ROMAN[letter] for letter in parts[1]]
        rank = sum(-v if v < max(values[k:]) else v for k, v in enumerate(values))
    return Found(f"{rank - 1:02d}XX", "century", i + 2) if 10 <= rank <= 21 else None


def part(words: Words, i: int) -> Found | None:
    """Read "début mai", "mi-2019", "fin de l'année prochaine", "début des années 2000"; *i* is at the noun."""
    name = PARTS.get(words[i])
    if name is None:
        return None
    end = i + 1
    if words[i] == "mi":
        if words[end] != "-":
            return None
        end += 1
        whole = month(words, end) or _year(words, end)
    else:
        whole = month(words, end) or _year(words, end) or _complement(words, end)
    if whole is None or whole.kind not in ("month", "year", "week", "decade", "century", "season", "anaphoric"):
        return None
    if whole.value.startswith("ANCHOR"):
        return None
    return Found(f"{name}({whole.value})", f"{whole.kind}-part", whole.end) if name else whole


def _year(words: Words, i: int) -> Found | None:
    full = year(words[i])
    return Found(full, "year", i + 1) if full else None


def _complement(words: Words, i: int) -> Found | None:
    """Read what a beginning or an end is of: "de l'année", "du mois de mai", "des années 2000", "de semaine"."""
    if words[i] not in ("de", "du", "des", "d'", "l'", "le", "la"):
        return None
    i += 1
    if words[i] in ("la", "l'", "cette", "ce"):
        i += 1
    if words[i] in MONTHS:
        return month(words, i)
    return decade(words, i) or _year(words, i) or unit(words, i, bare=True)
