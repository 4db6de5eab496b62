"""Times with their article or in lists: "le 9 avril", "ce lundi", "les 14 et 15 juin", "la nuit de samedi"."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from pourparlers.language.times_nouns import decade, part, season, unit
from pourparlers.language.times_points import (
    Found,
    Words,
    day_month,
    day_number,
    moment,
    month,
    point,
    weekday,
    year,
)
from pourparlers.language.times_words import (
    AFTER_DAY,
    FEASTS,
    HYPHEN_FEASTS,
    MOMENTS,
    SEASONS,
    WEEKDAYS,
)

_AND = frozenset({",", "et", "ou", "puis", "-", "–"})


def days(words: Words, i: int) -> Found | None:
    """Read one day or a list of them: "14 et 15 juin", "lundi 3 et mardi 4 décembre", "30 avril et 1er mai 2019"."""
    values: list[str] = []
    complete = 0
    end = position = i
    while True:
        if values and words[position] == "le":
            position += 1
        weekday_number = WEEKDAYS.get(words[position])
        if weekday_number:
            position += 1
        day = day_number(words[position])
        if day is None:
            break
        if dated := day_month(words, position, weekday_number):
            values.append(dated.value)
            complete, end, position = len(values), dated.end, dated.end
        else:
            values.append(f"XXXX-XX-{day:02d}" + (f"#{weekday_number}" if weekday_number else ""))
            position += 1
        if words[position] not in _AND:
            break
        position += 1
    values = values[:complete]
    if not values:
        return None
    for k in range(len(values) - 2, -1, -1):
        values[k] = fill(values[k], values[k + 1])
    if len(values) == 1:
        return Found(values[0], "date", end)
    if _consecutive(values):
        return Found(f"{values[0]}/{values[-1]}", "range", end)
    return Found("{" + ",".join(values) + "}", "set", end)


def fill(left: str, right: str) -> str:
    """Give *left* the month and the year that only *right* bears: "3" and "5 mai 2019" → 2019-05-03."""
    base, check, side = _parts(left)
    full, _, side_right = _parts(right)
    fields, whole = base.split("-"), full.split("-")
    if len(fields) == 3 and fields[1] == "XX" and len(whole) == 3:
        fields[:2] = whole[:2]
        side = side or side_right
    elif fields[0] == "XXXX" and whole[0] != "XXXX" and whole[0].isdecimal():
        fields[0] = f"{int(whole[0]) - (fields[1:] > whole[1:]):04d}"
    elif fields[0] == "XXXX" and side_right:
        side = side or side_right
    return "-".join(fields) + check + side


def _parts(value: str) -> tuple[str, str, str]:
    base, blank, side = value.partition(" ")
    base, mark, weekday_number = base.partition("#")
    return base, mark + weekday_number, blank + side


def _consecutive(values: list[str]) -> bool:
    """Tell whether the days follow one another, in an ordinary year if none is given."""
    texts = [_parts(value)[0].replace("XXXX", "2001") for value in values]
    try:
        found = [date.fromisoformat(text) for text in texts]
    except ValueError:
        return False
    return all(b - a == timedelta(days=1) for a, b in pairwise(found))


def weekdays(words: Words, i: int) -> Found | None:
    """Read "mardi et mercredi", or one weekday, with its date if it has one."""
    first = weekday(words, i)
    if first is None or first.kind != "weekday":
        return days(words, i) or first
    if words[i + 1].isdecimal():
        return days(words, i) or first
    if words[first.end] in ("et", ",", "ou") and " " not in first.value:
        second = weekday(words, first.end + 1)
        if second and second.kind == "weekday":
            if words[first.end] == "," and words[second.end] == "et":
                third = weekday(words, second.end + 1)
                if third and third.kind == "weekday":
                    return Found(f"{first.value}/{third.value}", "weekday-range", third.end)
            elif words[first.end] != ",":
                return Found(f"{first.value}/{second.value}", "weekday-range", second.end)
    return first


def located(words: Words, i: int) -> Found | None:
    """Read a time with its article, or one that needs none."""
    word = words[i]
    if word in ("le", "la", "l'", "les"):
        return article(words, i)
    if word in ("ce", "cet", "cette"):
        return demonstrative(words, i)
    return weekdays(words, i) or days(words, i) or part(words, i) or point(words, i) or decade(words, i)


def article(words: Words, i: int) -> Found | None:
    """Read what follows "le", "la", "l'", "les"."""
    word, end = words[i + 1], i + 2
    if word in WEEKDAYS:
        found = weekdays(words, i + 1)
        habit = found is not None and found.value[:2] == "WD" and " " not in found.value  # "le lundi"
        return None if habit else found
    if word in ("journée", "matinée", "soirée", "nuit", "matin", "soir", "aube") or (word in MOMENTS):
        return _moment_of(words, i + 1)
    if word == "même" and words[end] == "jour":
        return Found("ANCHOR", "anaphoric", end + 1)
    if word == "jour":
        return _day_word(words, end)
    if word in HYPHEN_FEASTS:
        return Found(HYPHEN_FEASTS[word], "feast", end)
    found = days(words, i + 1) or unit(words, i + 1) or part(words, i + 1) or decade(words, i + 1)
    if found:
        return found
    day = day_number(word)
    if words[i] == "le" and day and words[end] in AFTER_DAY and word != "premier":
        return Found(f"XXXX-XX-{day:02d}", "date", end)
    return None


def _day_word(words: Words, i: int) -> Found | None:
    """Read what follows "le jour": "de l'An", "suivant", "même"."""
    if words[i] == "de" and words[i + 1] == "l'" and words[i + 2].lower() == "an":
        return Found("XXXX-01-01", "feast", i + 3)
    if words[i] == "de" and words[i + 1].lower() in FEASTS:
        return Found(FEASTS[words[i + 1].lower()], "feast", i + 2)
    if words[i] == "suivant":
        return Found("ANCHOR+1D", "anaphoric", i + 1)
    if words[i] == "précédent":
        return Found("ANCHOR-1D", "anaphoric", i + 1)
    return Found("ANCHOR", "anaphoric", i + 1) if words[i] == "même" else None


def _moment_of(words: Words, i: int) -> Found | None:
    """Read "nuit de samedi à dimanche", "nuit dernière", "journée de mercredi", "soirée du 3 mai"."""
    end = i + 1
    if words[i] == "nuit":
        if words[end] == "dernière":
            return Found("NIGHT past", "night", end + 1)
        if words[end] in ("de", "du"):
            first = weekday(words, end + 1)
            if first and words[first.end] in ("à", "au") and (second := weekday(words, first.end + 1)):
                return Found(f"{fill(first.value, second.value)}/{second.value}", "night", second.end)
            if (day := day_number(words[end + 1])) and words[end + 2] == "au":
                second = days(words, end + 3)
                return second and Found(
                    f"{fill(f'XXXX-XX-{day:02d}', second.value)}/{second.value}", "night", second.end
                )
    if words[end] in ("de", "du", "d'"):
        found = weekdays(words, end + 1) or days(words, end + 1) or point(words, end + 1)
        if found and found.kind in ("weekday", "date", "deictic"):
            return found._replace(kind="night" if words[i] == "nuit" else found.kind)
    return None


def demonstrative(words: Words, i: int) -> Found | None:
    """Read what follows "ce", "cet", "cette"; "ce lundi" is the Monday the reader has in mind, hence "this"."""
    j = i + 1 + (words[i + 1] == "même")
    word, end = words[j], j + 1
    if word in WEEKDAYS:
        found = weekdays(words, j)
        return found._replace(value=f"{found.value} this") if found and len(found.value) == 3 else found
    if word == "nuit":
        return Found("NIGHT", "night", end) if words[end] != "-" else None
    if word in MOMENTS or (word == "après" and words[end] == "-" and words[end + 1] == "midi"):
        return Found("PUB", "deictic", moment(words, j)) if words[end : end + 2] != ["-", "là"] else None
    if words[end] == "-" and words[end + 1] == "là":
        value = {"jour": "ANCHOR", "année": "ANCHOR", "mois": "ANCHOR", "semaine": "ANCHORWEEK+0"}.get(word)
        return Found(value, "anaphoric", end + 2) if value else None
    if word == "jour":
        return Found("PUB", "deictic", end) if words[end] != "de" else None
    if word in SEASONS:
        found = season(words, j, bare=True)
        undecided = found is not None and found.value == f"SEASON{SEASONS[word]}"
        return found._replace(value=f"{found.value} this") if found and undecided else found
    return days(words, j) or unit(words, j, bare=True) or part(words, j)


def months_or_years(words: Words, i: int) -> Found | None:
    """Read what follows "en": "mars", "mars et avril 2019", "2009", "2006 et 2010"."""
    if first := month(words, i):
        if words[first.end] in ("et", "puis") and (second := month(words, first.end + 1)):
            return Found(f"{fill(first.value, second.value)}/{second.value}", "range", second.end)
        return first
    values = []
    end = i
    while full := year(words[i]):
        values.append(full)
        end = i + 1
        if words[end] not in (",", "et", "puis", "ou") or not year(words[end + 1]):
            break
        i = end + 1
    if not values:
        return None
    return Found(values[0], "year", end) if len(values) == 1 else Found("{" + ",".join(values) + "}", "set", end)
