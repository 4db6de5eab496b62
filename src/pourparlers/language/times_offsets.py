"""Times counted from another: "il y a trois jours", "dans deux semaines", "un mois plus tard", "ces derniers mois"."""

from __future__ import annotations

from pourparlers.language.times_nouns import ordinal, part
from pourparlers.language.times_phrases import days, located, months_or_years
from pourparlers.language.times_points import Found, Words, about_ten, month, number, point, year
from pourparlers.language.times_words import (
    LAST_MANY,
    NEXT_MANY,
    ROUGHLY,
    ROUND_DAYS,
    SOME,
    UNITS,
)

_COMPLEMENT = frozenset(
    {
        "de",
        "du",
        "des",
        "d'",
        "le",
        "la",
        "les",
        "l'",
        "un",
        "une",
        "son",
        "sa",
        "ses",
        "leur",
        "leurs",
        "ce",
        "cette",
        "ces",
    }
    | {"que", "qu'", "avoir", "être", "s'", "notre", "votre"}
)
_LONG_AGO = 500  # years
_ENDS_PHRASE = frozenset({".", ",", ";", ":", "!", "?", ")", "»", "\n", "", "qui", "que", "qu'"})


def duration(words: Words, i: int) -> tuple[str, int] | None:
    """Read "trois jours", "une dizaine de jours", "deux ans et demi"; return "3D", "10D~", "30M~", or "" if vague."""
    if words[i] in SOME:
        return ("", i + 2) if words[i + 1] in UNITS else None
    round_number = about_ten(words, i)
    counted = round_number or number(words, i)
    if counted is None:
        return None
    amount, end = counted
    if words[end] not in UNITS:
        return None
    name, size = UNITS[words[end]]
    if name == "Y" and amount * size > _LONG_AGO:
        return None
    end += 1
    if words[end] == "et" and words[end + 1] in ("demi", "demie"):
        halves = {"Y": ("M", 12), "M": ("D", 30)}.get(name)
        if halves:
            name, size = halves[0], halves[1] * size
            return f"{amount * size + size // 2}{name}~", end + 2
    if name == "H":
        return f"{round(amount / 24) if amount >= 24 else 0}D", end
    if name == "D" and size == 1 and not round_number and amount in ROUND_DAYS:
        return f"{ROUND_DAYS[amount]}D~", end
    exact = name == "D" and size == 1 and not round_number
    return f"{amount * size}{name}" + ("" if exact else "~"), end


def roughly(words: Words, i: int) -> int:
    """Step over "environ", "plus de", "à peine"."""
    for _ in range(4):
        if words[i] not in ROUGHLY or (words[i] == "à" and words[i + 1] != "peine"):
            break
        i += 1
    return i


def _signed(sign: str, length: str) -> str:
    return "PUB" if length.rstrip("~") == "0D" else f"PUB{sign}{length}"


def ago(words: Words, i: int) -> Found | None:
    """Read "il y a trois jours", "voilà dix ans", "il y a peu"."""
    if words[i] == "il":
        if words[i + 1] != "y" or words[i + 2] != "a":
            return None
        i += 3
    elif words[i] in ("cela", "ça") and words[i + 1] == "fait":
        i += 2
    else:
        i += 1
    if words[i] == "peu":
        return Found("/PUB", "vague-range", i + 1)
    read = duration(words, roughly(words, i + (2 if words[i : i + 2] == ["tout", "juste"] else 0)))
    if read is None:
        return None
    length, end = read
    if not length:
        return Found("/PUB", "vague-range", end)
    if words[end : end + 3] == ["jour", "pour", "jour"]:
        return Found(f"PUB-{length.rstrip('~')}=", "offset", end + 3)
    return Found(_signed("-", length), "offset", end)


def ahead(words: Words, i: int) -> Found | None:
    """Read "dans dix jours", "dans les 48 heures", "sous huit jours", "dans quelques jours"."""
    within = words[i] == "sous" or words[i + 1] in ("les", "ces")
    start = i + 1 + (words[i + 1] in ("les", "ces"))
    if words[start] in NEXT_MANY | LAST_MANY:
        return _vague(words, start)
    read = duration(words, roughly(words, start))
    if read is None:
        return many(words, start) if within else None
    length, end = read
    if not length:
        return Found("PUB/", "vague-range", end)
    if words[end] in ("de", "d'") and words[end + 1] != "cela":
        return None
    if within:
        return Found(f"PUB/{_signed('+', length.rstrip('~'))}", "deadline", end)
    return Found(_signed("+", length), "offset", end)


def many(words: Words, i: int) -> Found | None:
    """Read "six dernières années", "prochains mois", "jours à venir" after their article."""
    counted = number(words, i)
    if counted is None:
        if words[i] in UNITS and words[i + 1 : i + 3] in (["à", "venir"], ["qui", "viennent"], ["qui", "suivent"]):
            return Found("PUB/", "vague-range", i + 3)
        return _vague(words, i)
    amount, j = counted
    if words[j] not in LAST_MANY | NEXT_MANY or words[j + 1] not in UNITS:
        return None
    name, size = UNITS[words[j + 1]]
    if name == "H":
        name, amount = "D", max(1, round(amount / 24))
    this = {"D": "PUB", "M": "MONTH+0", "Y": "YEAR+0"}[name]
    length = f"{amount * size}{name}"
    value = f"PUB-{length}/{this}" if words[j] in LAST_MANY else f"PUB/PUB+{length}"
    return Found(value, "vague-range", j + 2)


def _vague(words: Words, i: int) -> Found | None:
    """Read "derniers mois", "prochaines semaines": one side of the stretch is unknown."""
    last, noun = words[i] in LAST_MANY, words[i + 1]
    if not (last or words[i] in NEXT_MANY) or (noun not in UNITS and noun != "temps"):
        return None
    if not last:
        return Found("PUB/", "vague-range", i + 2)
    this = {"mois": "MONTH+0", "années": "YEAR+0"}.get(noun, "PUB")
    return Found(f"/{this}", "vague-range", i + 2)


def last_ones(words: Words, i: int) -> Found | None:
    """Read "les deux dernières années", with its number: "les dernières années" alone may be of anything."""
    return many(words, i + 1) if number(words, i + 1) else None


def these(words: Words, i: int) -> Found | None:
    """Read "ces six dernières années", "au cours des prochains mois", "durant les derniers jours"."""
    if words[i] in ("ces", "les", "des"):
        return many(words, i + 1)
    return None


def later(words: Words, i: int) -> Found | None:
    """Read "trois jours plus tard", "une semaine après le séisme du 25 avril", "un mois auparavant"."""
    read = duration(words, i)
    if read is None or not read[0]:
        return None
    length, end = read
    word, after = words[end], words[end + 1]
    if word == "plus" and after in ("tard", "tôt"):
        return Found(f"ANCHOR{'+' if after == 'tard' else '-'}{length}", "anaphoric", end + 2)
    if word == "auparavant":
        return Found(f"ANCHOR-{length}", "anaphoric", end + 1)
    if word not in ("après", "avant"):
        return None
    value = f"ANCHOR{'+' if word == 'après' else '-'}{length}"
    return anchored(words, end + 1, value) if after in _COMPLEMENT else Found(value, "anaphoric", end + 1)


def eve(words: Words, i: int) -> Found | None:
    """Read "veille", "avant-veille", "lendemain", "surlendemain", and what they are the eve or the morrow of."""
    word, end = words[i], i + 1
    if word == "avant" and words[end] == "-" and words[end + 1] == "veille":
        word, end = "avant-veille", end + 2
    value = {"veille": "-1D", "avant-veille": "-2D", "lendemain": "+1D", "surlendemain": "+2D"}.get(word)
    if value is None:
        return None
    value = "ANCHOR" + value
    while words[end] in ("matin", "soir", "même"):
        end += 1
    if words[end] not in ("de", "du", "des", "d'"):
        return Found(value, "anaphoric", end)
    # "au lendemain de" is meant loosely, "le lendemain de" exactly.
    return anchored(words, end, value + "~" if words[i - 1] == "au" else value)


def anchored(words: Words, i: int, value: str) -> Found:
    """Complete *value* with the date of the event named from *i* on: `@date`, or `@?` if the words do not give it.

    A date within a few words belongs to the phrase; one farther off in the clause is only the anchor.
    """
    for j in range(i, i + 25):
        if words[j] in _ENDS_PHRASE and j > i:
            break
        found = days(words, j) or month(words, j) or point(words, j)
        if found is None and year(words[j]) and words[j - 1] in ("de", "en", "d'"):
            found = months_or_years(words, j)
        if found and "ANCHOR" not in found.value:
            return Found(f"{value}@{found.value}", "anaphoric", found.end if j <= i + 5 else i)
    return Found(f"{value}@?", "anaphoric", i)


def whole(words: Words, i: int) -> Found | None:
    """Read any time after a preposition that has taken its own word: "2014", "la fin du mois", "mai dernier"."""
    if words[i] in ("à", "au", "aux", "en", "de", "du"):
        i += 1
    if words[i] in ("la", "le") and words[i + 1] in ("fin", "mi", "début"):
        end = part(words, i + 1)
        # "jusqu'à la fin du mois" goes to its last day, "jusqu'à fin mars" to some day of its end.
        if end and end.value.startswith("LATE(") and words[i + 1] == "fin":
            return end._replace(value=f"END{end.value[4:]}")
        return end
    if words[i] in ("fin", "mi"):
        end = part(words, i)
        return end._replace(value=end.value.partition("(")[2][:-1]) if end and words[i] == "fin" else end
    return (
        located(words, i)
        or months_or_years(words, i)
        or ordinal(words, i)
        or eve(words, i)
        or (eve(words, i + 1) if words[i] in ("le", "la", "l'") else None)
    )
