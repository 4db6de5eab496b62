"""Posts compared: what two printed titles must share to be the same post."""

from __future__ import annotations

import csv
import re
from functools import cache, lru_cache

from pourparlers.authority.folding import fold
from pourparlers.authority.patterns import EMPTY_WORDS, MASCULINE
from pourparlers.resources import lexicon

_SPLIT = re.compile(r"[ ']+")


@lru_cache(maxsize=16384)
def post_key(post: str) -> str:
    """Return what a title is compared by: no case, accents, gender or small words."""
    words = (w for w in _SPLIT.split(fold(post)) if w)
    return " ".join(MASCULINE.get(w, w) for w in words if w not in EMPTY_WORDS)


@cache
def _classes() -> dict[str, tuple[tuple[str, str | None], ...]]:
    """Return the classes of each post key, with the only state for which it holds, if any."""
    table: dict[str, list[tuple[str, str | None]]] = {}
    with lexicon("post_classes.tsv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            state = f"state/{row['only_state']}" if row["only_state"] else None
            entry = (row["class"], state)
            entries = table.setdefault(post_key(row["post"]), [])
            if entry not in entries:
                entries.append(entry)
    return {key: tuple(entries) for key, entries in table.items()}


def post_class(post: str, states: tuple[str, ...] = ()) -> str | None:
    """Return the class of a title ("foreign-minister"), None if it has none or none in these states.

    A title bound to one state ("secrétaire d'État" of the United States) has its class only when that state is among
    *states*, or when *states* is empty and it has no other reading.
    """
    for name, only in _classes().get(post_key(post), ()):
        if only is None or not states or only in states:
            return name
    return None


def likeness(asked: str, known: str, states: tuple[str, ...] = ()) -> int:
    """Return how well a title names a known post: 3 same words, 2 same class, 1 a shortened form, 0 not at all."""
    left, right = post_key(asked), post_key(known)
    if not left or not right:
        return 0
    if left == right:
        return 3
    group = post_class(asked, states)
    if group is not None and group == post_class(known, states):
        return 2
    if right.startswith(left + " ") and " " in left:
        return 1
    if left.startswith(right + " ") and " " in right:
        return 1
    return 0
