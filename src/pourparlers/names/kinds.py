"""What can be found by its name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

KINDS: Mapping[str, tuple[str, ...]] = {
    "person": ("person",),
    "institution": ("institution", "state"),
    "treaty": ("treaty",),
    "place": ("place",),
    "meeting": ("meeting",),
    "article": ("article",),
}
"""What one can ask for, and the kinds of entries it stands for: a state is an institution."""

ORDER: Mapping[str, int] = {
    "person": 0,
    "state": 0,
    "institution": 0,
    "treaty": 0,
    "place": 1,
    "meeting": 2,
    "article": 3,
}
"""Which kind goes first among things that fit equally well.

The name of a meeting and the title of an article hold the names of people: who types one of these means the person.
"""


@dataclass(frozen=True, slots=True)
class Name:
    """One of the names of a thing; `aside` if it is really that of another thing ("Moscou" for the state)."""

    text: str
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A thing that can be found.

    Attributes:
        iri: which.
        kind: one of `ORDER`.
        names: all of them, the one it is shown by first.
        context: what tells it from its namesakes, in French and in English.
        articles: how many speak of it.
    """

    iri: str
    kind: str
    names: tuple[Name, ...]
    context: tuple[str, str] = ("", "")
    articles: int = 0
