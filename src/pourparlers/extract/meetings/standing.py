"""Which tellings are by themselves an occasion between identified parties; the others only recall one."""

from __future__ import annotations

from pourparlers.extract.meetings import patterns
from pourparlers.extract.meetings.candidates import Candidate
from pourparlers.extract.meetings.told import Told, Who
from pourparlers.language.document import VerbGroup

_TWO = 2


def stands(one: Told, who: Who) -> bool:
    """Tell whether a candidate by itself is an occasion between identified parties.

    Args:
        one: the candidate with what its clause says.
        who: what is known of the parties.
    """
    candidate, noun = one.candidate, one.candidate.noun
    placed = one.place is not None or one.time is not None
    if len(one.people) >= _TWO:
        strangers = noun is not None and noun.entry in patterns.PERSONAL and not one.people <= who.persons
        return not strangers and (placed or noun is None or noun.entry not in patterns.VAGUE)
    if candidate.journey:
        return True
    if noun is None:
        return candidate.kind == "session" and bool(one.people) and placed
    if noun.kind == "negotiation":
        return _convened(candidate) is not None and bool(one.people & who.bodies) and one.time is not None
    if not noun.body or (noun.entry in patterns.WEAK and not (one.people & who.bodies)):
        return False
    if not one.people:
        return _by_name(one, placed=placed)
    if candidate.kind == "session" and one.people <= who.countries:
        return False  # one state alone holds no session
    return candidate.kind == "summit" or placed or _convened(candidate) is not None


def _convened(candidate: Candidate) -> VerbGroup | None:
    """Return the verb by which a body holds the meeting: "a tenu une session"."""
    verb = candidate.verb
    return verb if candidate.governed and verb is not None and verb.verb in patterns.CONVENING else None


def _by_name(one: Told, *, placed: bool) -> bool:
    """Tell a summit or a conference that its name, or its place and its day, tell from every other."""
    candidate, noun = one.candidate, one.candidate.noun
    if candidate.kind not in {"summit", "conference"}:
        return False
    if noun is not None and noun.entry in patterns.GATHERED:
        return placed
    shown = candidate.definite or bool(candidate.gatherings)
    return shown and one.place is not None and one.time is not None
