"""Visits: who travels, to whom. A visit counts only where both are known."""

from __future__ import annotations

from functools import cache

from pourparlers import authority
from pourparlers.extract.clauses import Clauses
from pourparlers.extract.meetings import patterns
from pourparlers.extract.meetings.complements import Complements
from pourparlers.extract.meetings.groups import once, refs
from pourparlers.extract.meetings.parties import occasion, owner
from pourparlers.extract.mentions import Mention
from pourparlers.extract.subjects import antecedent, subject
from pourparlers.language.document import VerbGroup
from pourparlers.model import Place, Ref

_INVITATION = frozenset({"invitation", "invité", "invitée"})
_OFFICIAL = frozenset({"visite officielle", "visite d'État"})
_CARRIER = 8  # tokens from the verb that carries a visit to its noun
_REACH = 30  # tokens from a visit to "à l'invitation de"
Visit = tuple[tuple[tuple[Ref, str], ...], Place | None]


def visit(clauses: Clauses, start: int, before: str, found: Complements, verb: VerbGroup | None) -> Visit:
    """Return the traveller and the host of a visit named by a noun, and its place.

    Args:
        clauses: the article.
        start: first token of the noun.
        before: its determiner.
        found: its complements.
        verb: the verb that governs the noun, or that of its sentence.
    """
    receiving = verb if verb is not None and verb.verb == "recevoir" and verb.head < start else None
    travellers = found.parties or list(_travellers(clauses, start, before, verb))
    who = refs(clauses, travellers, "guest")
    guests = [pair for pair in who if pair[0] in _people(clauses)]
    guests = guests or [pair for pair in who if pair[0] in _bodies(clauses)]
    hosts = [*refs(clauses, found.others, "host"), *refs(clauses, inviting(clauses, found.end), "host")]
    if receiving is not None and not receiving.passive:
        hosts += refs(clauses, subject(clauses, receiving), "host")
    if not hosts:
        hosts = [(ref, "host") for place in found.places for ref in home(clauses, place)]
    hosts = [pair for pair in hosts if pair[0] not in {ref for ref, _ in guests}]
    return (once([*guests, *hosts]) if guests else ()), found.place


def abroad(clauses: Clauses, traveller: Ref, place: Place, noun: str) -> bool:
    """Tell a journey to another state, from which a meeting follows, from one at home."""
    records = _records(clauses, place)
    there = frozenset(code for one in records for code in _countries(one))
    states = {one.id: one.state or one.id for one in clauses.entities.institutions}
    known = {one.id: one.authority for one in clauses.entities.institutions}
    served = [one.institution for one in clauses.entities.tenures if one.holder == traveller]
    here = {code for ref in served if ref is not None for code in _countries(known.get(states.get(ref, ref)))}
    if not served and noun not in _OFFICIAL:
        return False
    return bool(there) and not here & there and (bool(here) or noun in _OFFICIAL or bool(records & _states()))


@cache
def _states() -> frozenset[str]:
    return frozenset(f"state/{one}" for one in authority.load().states)


def _countries(record: str | None) -> frozenset[str]:
    """Return the codes of the countries of a state or a place of the authority."""
    known = authority.load().get(record) if record is not None else None
    if isinstance(known, authority.State):
        return frozenset({known.country_code or known.id})
    return frozenset(known.countries) if isinstance(known, authority.PlaceRecord) else frozenset()


def _people(clauses: Clauses) -> frozenset[Ref]:
    return frozenset(person.id for person in clauses.entities.persons if not person.described)


def _bodies(clauses: Clauses) -> frozenset[Ref]:
    """Return the bodies of states, whose missions travel."""
    kinds = {"international-organisation", "alliance"}
    return frozenset(one.id for one in clauses.entities.institutions if one.kind in kinds)


def _travellers(clauses: Clauses, start: int, before: str, verb: VerbGroup | None) -> tuple[Mention, ...]:
    """Return whose visit it is: "sa visite", "X effectue une visite", "X, en visite à", "lors d'une visite, X a"."""
    if before in patterns.POSSESSIVE:
        return owner(clauses, start, [])
    if clauses.words[start - 1] == "en":
        near = antecedent(clauses, start - 1)
        first = start - 1 == clauses.sentence(start)[0]
        if near or (first and verb is not None):
            return near or (subject(clauses, verb) if verb is not None else ())
    carrier = clauses.verb_before(start, _CARRIER)
    if carrier is not None and carrier.verb in patterns.VISITING:
        return subject(clauses, carrier)
    if before in patterns.INDEFINITE and verb is not None and occasion(clauses, start) and not verb.passive:
        return subject(clauses, verb)
    return ()


def inviting(clauses: Clauses, at: int) -> tuple[Mention, ...]:
    """Return who stands in "à l'invitation de X" in the tokens about *at*."""
    start, end = clauses.sentence(at - 1)
    for k in range(max(start, at - _REACH), min(end, at + _REACH) - 1):
        if clauses.words[k] in _INVITATION and clauses.words[k + 1] in patterns.OF | {"par"}:
            first = k + 1 if clauses.entities.starting(k + 1) is not None else k + 2
            return clauses.coordination(first, end)[0]
    return ()


def _records(clauses: Clauses, place: Place) -> frozenset[str]:
    """Return the authority's records of a place: of a capital, those of the city and of its state."""
    return frozenset(
        one
        for at, (end, ids) in clauses.places.items()
        for one in ids
        if (place.authority in ids if place.authority else clauses.reading.passage(at, end) == place.passage)
    )


def home(clauses: Clauses, place: Place) -> tuple[Ref, ...]:
    """Return the state that is the place, if it is an actor of the article."""
    ids = _records(clauses, place)
    return tuple(
        one.id
        for one in clauses.entities.institutions
        if one.kind == "state" and one.authority is not None and one.authority in ids | {place.authority}
    )
