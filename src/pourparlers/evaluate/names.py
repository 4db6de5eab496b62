"""When two names, titles, texts or dates count as the same, after the annotation guideline."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import cache, lru_cache

from pourparlers import authority
from pourparlers.evaluate.patterns import AGES, ARTICLES, DEPUTIES, ENVOYS, GENERIC, LINKS, RANKS, SMALL

_WORD = re.compile(r"[a-z0-9]+")
_DOUBT = re.compile(r"[~?%]")


@lru_cache(maxsize=65536)
def words(text: str) -> tuple[str, ...]:
    """Return the words of *text*, lower case, without accents or punctuation."""
    spelled = unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("Œ", "Oe"))
    return tuple(_WORD.findall("".join(c for c in spelled if not unicodedata.combining(c)).lower()))


def norm(text: str) -> str:
    """Return *text* with one space between its bare words."""
    return " ".join(words(text))


def person_key(name: str) -> str:
    """Return a person's name without ranks and articles."""
    return " ".join(w for w in words(name) if w not in RANKS)


def thing_key(name: str) -> str:
    """Return the name of an institution or a treaty without its articles."""
    return " ".join(w for w in words(name) if w not in ARTICLES)


@cache
def states() -> dict[str, str]:
    """Return the country code of each state's names and demonyms; a form that two states share is left out."""
    codes: dict[str, set[str]] = {}
    for state in authority.load().states.values():
        adjectives = (*state.masculine, *state.feminine, *state.masculine_plural, *state.feminine_plural)
        for form in (*state.names, *adjectives):
            codes.setdefault(thing_key(form), set()).add(state.country_code or state.id)
    return {form: next(iter(found)) for form, found in codes.items() if len(found) == 1}


def known(names: Iterable[str]) -> frozenset[str]:
    """Return the names, and for that of a state a token that stands for the state, whatever it is called."""
    given = frozenset(names)
    keys = {thing_key(name) for name in given}
    return given | {f"state {states()[key]}" for key in keys if key in states()}


def name_score(names: Iterable[str], others: Iterable[str], *, person: bool) -> float:
    """Say how surely two sets of names mean one thing.

    Returns:
        1 for a shared name, 0.9 for a transliteration of a person's, 0.6 to 0.8 where one name's words are all in the
        other and are not generic; else 0. Up to 0.09 more for the share of names in common.
    """
    first, second = set(names), set(others)
    key = person_key if person else thing_key
    mine, theirs = {key(n) for n in first} - {""}, {key(n) for n in second} - {""}
    exact = mine & theirs
    share = 0.09 * len(exact) / max(1, len(mine | theirs))
    if any(not _generic(name) for name in exact) or (exact and all(map(_generic, mine))):
        return 1.0 + share
    if person and any(_variant(a, b) for a in mine for b in theirs):
        return 0.9 + share
    best = max((_contained(a, b) for a in mine for b in theirs), default=0.0)
    return best + share if best else 0.0


def _generic(name: str) -> bool:
    return set(name.split()) <= GENERIC


def _variant(a: str, b: str) -> bool:
    """Whether two names are one name transliterated twice: as many words, the long ones alike."""
    first, second = a.split(), b.split()
    return len(first) == len(second) and all(
        x == y or (min(len(x), len(y)) >= 5 and SequenceMatcher(None, x, y).ratio() >= 0.8)
        for x, y in zip(first, second, strict=True)
    )


def _contained(a: str, b: str) -> float:
    x, y = set(a.split()), set(b.split())
    small = min(x, y, key=len)
    if not (x <= y or y <= x) or small <= GENERIC:
        return 0.0
    return 0.6 + 0.2 * len(x & y) / len(x | y)


def frames(label: str, name: str) -> bool:
    """Whether *label* begins or ends with *name* (two words or more), and nothing makes it another's."""
    whole, part = words(label), words(name)
    if len(part) < 2 or len(whole) <= len(part):
        return False
    if whole[: len(part)] == part:
        return True
    return whole[-len(part) :] == part and whole[-len(part) - 1] not in LINKS


def title_score(gold: str, found: str) -> float:
    """Say how alike two titles of a post are, 0 to 1: the same head, and at least half of the gold title's words."""
    g, f = words(gold), words(found)
    if not g or not f or (set(g) & DEPUTIES) != (set(f) & DEPUTIES):
        return 0.0
    g, f = (tuple(w for w in title if w not in SMALL | DEPUTIES | AGES) for title in (g, f))
    if not g or not f or g[0] != f[0]:
        return 0.0
    common = len(set(g) & set(f))
    if common == len(set(g)) or g[0] in ENVOYS:
        return 1.0
    return common / len(set(g)) if common / len(set(f)) >= 0.6 else 0.0


def overlap(a: str, b: str) -> tuple[float, float]:
    """Return the share of words in common, in order: of *a*, of *b*."""
    first, second = words(a), words(b)
    if not first or not second:
        return 0.0, 0.0
    blocks = SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()
    hit = sum(block.size for block in blocks)
    return hit / len(first), hit / len(second)


def text_score(gold: str, found: str) -> float:
    """Say how well one text covers the other; 0 where they are different things."""
    a, b = overlap(gold, found)
    if min(a, b) >= 0.5:
        return min(a, b)
    return 0.5 if max(a, b) >= 0.9 and min(a, b) >= 0.3 else 0.0


def same_date(gold: str | None, found: str | None) -> bool:
    """Whether two EDTF dates are equal, marks of doubt aside."""
    return bool(gold and found) and _DOUBT.sub("", gold or "") == _DOUBT.sub("", found or "")
