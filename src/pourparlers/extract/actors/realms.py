"""Sovereigns whose printed name holds their realm: "Abdallah II | de Jordanie", a name and a state."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from pourparlers import authority
from pourparlers.authority.folding import fold
from pourparlers.language.document import Hit

_OF = frozenset(("de", "d'", "du"))
_ARTICLES = frozenset(("la", "le", "l'", "les"))


@lru_cache(maxsize=1)
def _realms() -> dict[str, str]:
    """Return the states by their folded names."""
    return {fold(name): s.id for s in authority.load().states.values() for name in s.names}


def parted(hit: Hit, low: list[str]) -> Iterator[Hit]:
    """Yield *hit*, or the person and the state it holds; *low* are the folded words of the page."""
    if hit.end - hit.start > 2 and all(x.startswith("person/") for x in hit.ids):
        for of in range(hit.start + 1, hit.end - 1):
            first = of + 1 + (low[of + 1] in _ARTICLES)
            if low[of] in _OF and (state := _realms().get(fold(" ".join(low[first : hit.end])))):
                yield replace(hit, end=of)
                yield Hit(first, hit.end, "name", (state,), ("name",))
                return
    yield hit
