"""Travels told by a verb: "X se rend en PLACE"; and the verb of motion that brings somebody to a meeting."""

from __future__ import annotations

from pourparlers.extract.clauses import Clauses
from pourparlers.extract.meetings import patterns
from pourparlers.extract.meetings.groups import refs
from pourparlers.extract.meetings.motion import leading
from pourparlers.extract.meetings.objects import asked
from pourparlers.extract.meetings.visits import home, inviting
from pourparlers.extract.subjects import subject
from pourparlers.language.document import VerbGroup
from pourparlers.model import Place, Ref

_TO = 8  # tokens from a verb of motion to where it leads
_WHERE = 12  # tokens from "où" to the verb or the noun of a meeting
Travel = tuple[list[tuple[Ref, str]], int, Place | None]


def travel(clauses: Clauses, verb: VerbGroup, end: int) -> Travel | None:
    """Return traveller and host of "X se rend en PLACE", if X was invited or the state there is an actor."""
    place = clauses.place_in(verb.end, min(verb.end + _TO, end))
    guests = refs(clauses, asked(clauses, verb), "guest")
    inviter = clauses.finite_before(verb.start)
    if guests and inviter is not None:
        calling = refs(clauses, subject(clauses, inviter), "host") if inviter.verb in patterns.INVITING else []
        return ([*calling, *guests] if calling else []), verb.end, place
    travellers = subject(clauses, verb)
    at = next((k for k in range(verb.end, min(verb.end + 6, end)) if clauses.words[k] == "chez"), None)
    if at is not None:
        hosted = refs(clauses, clauses.coordination(at + 1, end)[0], "host")
        guests = refs(clauses, travellers, "guest")
        return ([*guests, *hosted] if guests and hosted else []), verb.end, place
    human = travellers and all(mention.kind in patterns.HUMAN for mention in travellers)
    if place is None or place.authority is None or not human:
        return None
    hosts = [ref for ref, _ in refs(clauses, inviting(clauses, verb.end))] or list(home(clauses, place))
    return [*refs(clauses, travellers, "guest"), *((host, "host") for host in hosts)], verb.end, place


def reached(clauses: Clauses, at: int) -> Place | None:
    """Return where the meeting at token *at* is, told by "à Oslo, où" or by the verb that leads there."""
    start = clauses.sentence(at)[0]
    for k in range(at - 1, max(start, at - _WHERE), -1):
        if clauses.words[k] == "où":
            return _before_where(clauses, k, start)
    motion = leading(clauses, at)
    return clauses.place_in(motion.end, min(motion.end + _TO, at)) if motion is not None else None


def _before_where(clauses: Clauses, at: int, start: int) -> Place | None:
    """Return the place that "où" takes up."""
    for first, (end, _) in clauses.places.items():
        gap = clauses.words[end:at]
        if start <= first < at and gap in {(), (",",)}:
            return clauses.place_in(max(first - 2, start), end) or clauses.place(first)
    return None
