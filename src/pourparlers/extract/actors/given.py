"""Given names, learnt from the people the authority knows."""

from __future__ import annotations

from functools import cache

from pourparlers.authority import load
from pourparlers.extract.actors.page import fold


@cache
def given_names() -> dict[str, str | None]:
    """Return the given names of the authority's people, folded, with the gender they tell."""
    names: dict[str, set[str | None]] = {}
    for record in load().persons.values():
        for name in record.names:
            words = name.split()
            if len(words) > 1 and not words[0].endswith("."):
                names.setdefault(fold(words[0]), set()).add(record.gender)
    return {name: next(iter(genders)) if len(genders) == 1 else None for name, genders in names.items()}
