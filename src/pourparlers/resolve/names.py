"""Names of persons compared across transliterations: "Tchebotariov" and "Chebotaryov" share a key.

French, English and German write the same foreign name in their own letters. A key is what is left when that is undone.
Because `ch` is /ʃ/ in French and /tʃ/ in English, and nobody says which a name is in, a name has a *set* of keys.
"""

from __future__ import annotations

import csv
import re
from functools import cache, lru_cache
from itertools import product

from pourparlers.authority.folding import fold, surname
from pourparlers.authority.patterns import PARTICLES
from pourparlers.resources import lexicon

# Digraphs of French, English, German and Polish transliteration, longest first; capitals are sounds of one letter:
# C as in "tchèque", S as in "chat", X both of them, J as in "jour", H as in "Bach".
_SOUNDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"^abd(?:[aeou]|ou)?l(?=[a-z])", "abd"),
        (r"schtsch|chtch|shch", "Q"),
        (r"tsch|tch", "C"),
        (r"sch|sh|sz", "S"),
        (r"ch", "X"),
        (r"kh", "H"),
        (r"zh|dzh|dj", "J"),
        (r"gh|gu(?=[eiy])", "g"),
        (r"ph", "f"),
        (r"ck|qu|q", "k"),
        (r"ic$", "iC"),
        (r"c(?=[eiy])", "s"),
        (r"c", "k"),
        (r"x", "ks"),
        (r"tz", "ts"),
        (r"th", "t"),
        (r"dh", "d"),
        (r"(?:ou|oo|u)(?=[aeiy])", "v"),
        (r"ou|oo|ue", "u"),
        (r"oe", "o"),
        (r"(?:off|ow)$", "ov"),
        (r"(?:eff|ew)$", "ev"),
        (r"w", "v"),
        (r"^(?:ye|ie|je)", "e"),
        (r"(?<=[aiouy])ne$", "n"),
        (r"iy?e|ye", "e"),
        (r"yo|io", "o"),
        (r"j", "J"),
        (r"y", "i"),
        (r"(?<=[aeiou])h$", ""),
        (r"h", "H"),
        (r"(.)\1+", r"\1"),
        (r"ei$|ii$", "i"),
    )
)
_CEDILLA = str.maketrans({"ç": "ss", "Ç": "Ss", "ş": "sh", "Ş": "Sh"})
_READINGS = {"X": ("S", "C")}


@lru_cache(maxsize=65536)
def keys(name: str) -> frozenset[str]:
    """Return the fold keys of one family or given name, its particles and hyphens left out."""
    words = fold(name.translate(_CEDILLA)).replace("'", " ").split()
    bare = [word for word in words if word not in PARTICLES] or words
    sounds = "".join(bare)
    for pattern, sound in _SOUNDS:
        sounds = pattern.sub(sound, sounds)
    choices = [_READINGS.get(letter, (letter,)) for letter in sounds]
    return frozenset("".join(letters) for letters in product(*choices))


@cache
def _nicknames() -> dict[str, frozenset[int]]:
    """Return, for each folded given name, the groups of lexicon/given_names.tsv it belongs to."""
    table: dict[str, set[int]] = {}
    with lexicon("given_names.tsv").open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)):
            for form in row["forms"].split("|"):
                table.setdefault(fold(form), set()).add(number)
    return {form: frozenset(groups) for form, groups in table.items()}


def parts(name: str) -> tuple[str, str]:
    """Return given names and family name of a full name; the given names are "" for a bare family name."""
    family = surname(name)
    if family is None:
        return "", name
    return name[: len(name) - len(family)].strip(), family


@lru_cache(maxsize=65536)
def same_given(left: str, right: str) -> bool:
    """Tell whether two given names may be one: same key, an initial, or of one group of nicknames."""
    if not left or not right:
        return False
    one, other = fold(left), fold(right)
    if one == other or keys(left) & keys(right):
        return True
    groups = _nicknames()
    if groups.get(one, frozenset()) & groups.get(other, frozenset()):
        return True
    first, second = one.split(), other.split()
    if len(first) != len(second) and _hyphenated(left, right):
        return False  # Jean is not Jean-Yves
    pairs = list(zip(first, second, strict=False))
    return all(_same_word(a, b) for a, b in pairs)


def _hyphenated(left: str, right: str) -> bool:
    return "-" in left or "-" in right


def _same_word(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if len(short) == 1:
        return long.startswith(short)
    if keys(short) & keys(long):
        return True
    groups = _nicknames()
    return bool(groups.get(one, frozenset()) & groups.get(other, frozenset()))


def same_surname(left: str, right: str) -> bool:
    """Tell whether two family names share a key."""
    return bool(keys(left) & keys(right))


@lru_cache(maxsize=65536)
def same_person_name(left: str, right: str) -> bool:
    """Tell whether two *full* names may be one name: family names and given names compared apart, in either order.

    A bare family name is never the same as a full name: use `same_surname` and other evidence.
    """
    if fold(left) == fold(right):
        return True
    one, other = fold(left).split(), fold(right).split()
    if len(one) < 2 or len(other) < 2:
        return False
    if sorted(one) == sorted(other):
        return True  # Kim Jong-un, Jong-un Kim
    if "".join(one) == "".join(other):
        return True  # Abdel Fattah, Abdelfattah
    (given, family), (given2, family2) = parts(left), parts(right)
    if same_surname(family, family2) and same_given(given, given2):
        return True
    return _surname_first(left, right)


def _surname_first(left: str, right: str) -> bool:
    """Compare as names of East Asia: the family name is the first word in both, the rest is one given name."""
    (family, _, given), (family2, _, given2) = left.partition(" "), right.partition(" ")
    if fold(family) != fold(family2) or len(family) > 5:
        return False
    one, other = fold(given).replace(" ", ""), fold(given2).replace(" ", "")
    return one == other or bool(keys(given) & keys(given2))
