"""Visits: who travels, to whom. A visit counts only where both are known."""

from __future__ import annotations

from pourparlers.extract.clauses import Clauses
from pourparlers.extract.meetings import patterns
from pourparlers.extract.meetings.complements import Complements
from pourparlers.extract.meetings.groups import once, refs
from pourparlers.extract.meetings.parties import owner
from pourparlers.extract.mentions import Mention
from pourparlers.extract.subjects import antecedent, subject
from pourparlers.model import Place, Ref

_INVITATION = frozenset({"invitation", "invité", "invitée"})
_REACH = 30  # tokens from a visit to "à l'invitation de"
Visit = tuple[tuple[tuple[Ref, str], ...], Place | None]


def visit(clauses: Clauses, start: int, before: str, found: Complements) -> Visit:
    """Return the traveller and the host of a visit named by a noun, and its place.

    Args:
        clauses: the article.
        start: first token of the noun.
        before: its determiner.
        found: its complements.
    """
    travellers = found.parties or list(_travellers(clauses, start, before))
    who = refs(clauses, travellers, "guest")
    guests = [pair for pair in who if pair[0] in _people(clauses)]
    guests = guests or [pair for pair in who if pair[0] in _bodies(clauses)]
    hosts = [*refs(clauses, found.others, "host"), *refs(clauses, inviting(clauses, found.end), "host")]
    if not hosts and found.place is not None:
        hosts = [(ref, "host") for ref in home(clauses, found.place)]
    hosts = [pair for pair in hosts if pair[0] not in {ref for ref, _ in guests}]
    return (once([*guests, *hosts]) if guests else ()), found.place


def _people(clauses: Clauses) -> frozenset[Ref]:
    return frozenset(person.id for person in clauses.entities.persons if not person.described)


def _bodies(clauses: Clauses) -> frozenset[Ref]:
    """Return the bodies of states, whose missions travel."""
    kinds = {"international-organisation", "alliance"}
    return frozenset(one.id for one in clauses.entities.institutions if one.kind in kinds)


def _travellers(clauses: Clauses, start: int, before: str) -> tuple[Mention, ...]:
    """Return whose visit it is: "sa visite", "X effectue une visite", "X, en visite à"."""
    if before in patterns.POSSESSIVE:
        return owner(clauses, start, [])
    if clauses.words[start - 1] == "en":
        near = antecedent(clauses, start - 1)
        if near:
            return near
    carrier = clauses.verb_before(start, 8)
    if carrier is not None and carrier.verb in patterns.VISITING:
        return subject(clauses, carrier)
    return ()


def inviting(clauses: Clauses, at: int) -> tuple[Mention, ...]:
    """Return who stands in "à l'invitation de X" in the tokens about *at*."""
    start, end = clauses.sentence(at - 1)
    for k in range(max(start, at - _REACH), min(end, at + _REACH) - 1):
        if clauses.words[k] in _INVITATION and clauses.words[k + 1] in patterns.OF | {"par"}:
            first = k + 1 if clauses.entities.starting(k + 1) is not None else k + 2
            return clauses.coordination(first, end)[0]
    return ()


def home(clauses: Clauses, place: Place) -> tuple[Ref, ...]:
    """Return the state that is the place, if it is an actor of the article."""
    ids = {
        one
        for at, (end, ids) in clauses.places.items()
        for one in ids
        if (place.authority in ids if place.authority else clauses.reading.passage(at, end) == place.passage)
    }
    return tuple(
        one.id
        for one in clauses.entities.institutions
        if one.kind == "state" and one.authority is not None and one.authority in ids | {place.authority}
    )
