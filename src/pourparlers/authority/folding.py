"""Folding: what two spellings must share to be looked up under one key."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from pourparlers.authority.patterns import DETACHABLE, ORDINALS, PARTICLES

_LETTERS = str.maketrans(
    {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ß": "ss", "ı": "i", "þ": "th", "’": "'", "‘": "'"}
    | dict.fromkeys("-‐‑–/\u00a0\u202f.", " ")
)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return *text* without case, accents, dots and hyphens: `fold("État-Unien")` is `"etat unien"`."""
    lowered = text.casefold().translate(_LETTERS)
    bare = "".join(c for c in unicodedata.normalize("NFD", lowered) if not unicodedata.combining(c))
    return " ".join(bare.split())


def surname(name: str, *, first: bool = False) -> str | None:
    """Return the family name of a full name, with its particles ("Abdallah ben Zayed" → "ben Zayed"), None if none.

    Args:
        name: a full name as printed.
        first: the family name comes first ("Kim Jong-un").
    """
    words = name.split()
    if len(words) < 2 or fold(words[-1]) in ORDINALS:
        return None
    if first:
        return words[0]
    at = len(words) - 1
    while at > 1 and fold(words[at - 1]) in PARTICLES:
        at -= 1
    return " ".join(words[at:])


def surnames(name: str, *, first: bool = False) -> tuple[str, ...]:
    """Return the family name as `surname` does, and without a particle that newspapers drop ("al-Sarraj", "Sarraj")."""
    whole = surname(name, first=first)
    if whole is None:
        return ()
    particle, mark, rest = whole.replace(" ", "-", 1).partition("-")
    if mark and fold(particle) in DETACHABLE and rest[:1].isupper() and " " not in rest:
        return whole, rest
    return (whole,)
