"""Meetings made comparable: one account of an encounter, with its participants as canonical actors."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import pairwise

from pourparlers.authority import fold, load
from pourparlers.resolve.across.accounts import Account
from pourparlers.resolve.across.patterns import EMPTY_WORDS, ORDINALS, ROUNDS

_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Encounter:
    """One article's account of one meeting.

    `people` and `bodies` are canonical actors; `sides` the states they stand for, and the people of each.
    `first`..`last` are the days it may have taken place (None: not dated); `derived` tells that the day was computed
    from a weekday or "hier". `city` and `countries` come from the linked place, `place_name` is folded. `issued` are
    the days when the article may have appeared.
    """

    iri: str
    article: str
    kind: str
    status: str
    people: frozenset[str]
    bodies: frozenset[str]
    sides: Mapping[str, frozenset[str]] = field(hash=False)
    first: date | None
    last: date | None
    derived: bool
    city: str | None
    countries: frozenset[str]
    place_name: str | None
    words: frozenset[str]
    ordinals: frozenset[int]
    record: str | None
    issued: tuple[date | None, date | None]

    @property
    def parties(self) -> frozenset[str]:
        """Return all participants."""
        return self.people | self.bodies

    @property
    def width(self) -> int:
        """Return over how many days it is known, a large number when it is not dated."""
        return (self.last - self.first).days + 1 if self.first and self.last else 10**5


@cache
def _place(iri: str | None) -> tuple[str | None, frozenset[str]]:
    """Return the id of a linked place if it is a town, and the codes of its countries; of a state, its own code."""
    if iri is None:
        return None, frozenset()
    identifier = "/".join(iri.rsplit("/", 2)[1:])
    state = load().states.get(identifier)
    if state is not None:
        return None, frozenset({state.country_code} if state.country_code else ())
    record = load().places.get(identifier)
    if record is None:
        return None, frozenset()
    town = record.id if record.kind in ("city", "capital") else None
    return town, frozenset(record.countries)


def encounter(
    account: Account,
    actor: Callable[[str], str],
    is_person: Callable[[str], bool],
    homes: Mapping[str, frozenset[str]],
    issued: tuple[date | None, date | None],
) -> Encounter:
    """Make an account of a meeting comparable.

    Args:
        account: the meeting as one article tells it.
        actor: from an actor's local IRI to its canonical IRI.
        is_person: tells whether a local IRI is a person's.
        homes: states of each canonical actor (of a state: itself).
        issued: when the article appeared.
    """
    local = account.all("participant")
    people = frozenset(actor(party) for party in local if is_person(party))
    bodies = frozenset(actor(party) for party in local if not is_person(party))
    sides: dict[str, set[str]] = {}
    for party in people | bodies:
        for home in homes.get(party, ()):
            sides.setdefault(home, set()).update({party} & people)
    days = account.days
    city, countries = _place(account.one("place"))
    place = account.one("placeName")
    printed = (*account.all("topic"), *account.all("evidence"))
    return Encounter(
        iri=account.iri,
        article=account.article,
        kind=account.last_segment("kind"),
        status=account.last_segment("status"),
        people=people,
        bodies=bodies,
        sides={state: frozenset(members) for state, members in sides.items()},
        first=days[0] if days else None,
        last=days[1] if days else None,
        derived=not any(_DIGIT.search(words) for words in account.all("timeExpression")),
        city=city,
        countries=countries,
        place_name=fold(place) if place else None,
        words=content(account.all("topic")),
        ordinals=frozenset(n for words in printed for n in _ordinals(words)),
        record=account.authority,
        issued=issued,
    )


def content(phrases: Sequence[str]) -> frozenset[str]:
    """Return the words of phrases that say something, folded."""
    words = (word for phrase in phrases for word in _WORD.findall(fold(phrase)))
    return frozenset(word for word in words if len(word) > 3 and word not in EMPTY_WORDS)


def _ordinals(words: str) -> list[int]:
    """Return the numbers of rounds: "troisième cycle", "3e session", but not "Premier ministre"."""
    tokens = _WORD.findall(fold(words))
    return [ORDINALS[number] for number, noun in pairwise(tokens) if number in ORDINALS and noun in ROUNDS]
