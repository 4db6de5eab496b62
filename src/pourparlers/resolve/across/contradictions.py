"""What two accounts of one meeting cannot both say."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from pourparlers.resolve.across.encounters import Encounter
from pourparlers.resolve.across.patterns import IN_PLACE, MANY_SIDED, REMOTE


def against(one: Encounter, other: Encounter) -> str | None:
    """Say in French why two accounts cannot tell of one meeting, None if they can."""
    if one.record is not None and one.record == other.record:
        return None
    if one.record is not None and other.record is not None:
        return "autre réunion d'autorité"
    return next((why for test, why in _VETOES if test(one, other)), None)


def _same_article(one: Encounter, other: Encounter) -> bool:
    return one.article == other.article


def _distance(one: Encounter, other: Encounter) -> bool:
    kinds = {one.kind, other.kind}
    return bool((kinds & REMOTE and kinds & IN_PLACE) or ("telephone" in kinds and kinds & MANY_SIDED))


def _other_country(one: Encounter, other: Encounter) -> bool:
    return bool(one.countries and other.countries and not one.countries & other.countries)


def _other_city(one: Encounter, other: Encounter) -> bool:
    return one.city is not None and other.city is not None and one.city != other.city


def _denied(one: Encounter, other: Encounter) -> bool:
    return (one.status == "denied") != (other.status == "denied")


def _other_number(one: Encounter, other: Encounter) -> bool:
    return bool(one.ordinals and other.ordinals and not one.ordinals & other.ordinals)


def _disjoint(one: Encounter, other: Encounter) -> bool:
    """Tell whether the days cannot meet; a day computed from a weekday may be wrong by one."""
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return False
    slack = timedelta(days=1 if one.derived or other.derived else 0)
    return one.first > other.last + slack or other.first > one.last + slack


def _other_principals(one: Encounter, other: Encounter) -> bool:
    """Tell whether another person stands for the same state; a summit has many people of one state."""
    if {one.kind, other.kind} <= MANY_SIDED:
        return False
    both = sorted(set(one.sides) & set(other.sides))
    return any(one.sides[s] and other.sides[s] and not one.sides[s] & other.sides[s] for s in both)


_VETOES: tuple[tuple[Callable[[Encounter, Encounter], bool], str], ...] = (
    (_same_article, "un même article les distingue"),
    (_disjoint, "dates incompatibles"),
    (_distance, "l'une à distance, l'autre en un lieu"),
    (_other_country, "pays différents"),
    (_other_city, "villes différentes"),
    (_denied, "l'une démentie, l'autre non"),
    (_other_number, "numéros différents"),
    (_other_principals, "autre représentant du même État"),
)
