"""Who takes part behind the verb: "la réunion, à laquelle ont participé A et B", "ont pris part au sommet A et B"."""

from __future__ import annotations

from pourparlers.extract.clauses import Clauses
from pourparlers.extract.meetings import patterns
from pourparlers.extract.mentions import Mention
from pourparlers.language.document import VerbGroup

_WHICH = frozenset({"laquelle", "lequel", "auquel", "auxquels", "auxquelles", "lesquels", "lesquelles"})
_NEAR = 6  # tokens from a noun to "à laquelle"
_NAMES = frozenset({"notamment", "entre", "autres", "aussi", "également", "part", ",", ":"})


def behind(clauses: Clauses, start: int, end: int, verb: VerbGroup | None) -> tuple[Mention, ...]:
    """Return who takes part in the meeting that a noun at tokens `start:end` names, where they follow the verb."""
    limit = clauses.sentence(start)[1]
    near = range(end, min(end + _NEAR, limit))
    which = next((k for k in near if clauses.words[k] in _WHICH), None)
    if which is not None:
        joining = clauses.finite_after(which, _NEAR)
        return _after(clauses, joining.end, limit) if joining is not None and _joins(joining) else ()
    if verb is not None and verb.verb == "être" and not patterns.PRESENT & set(clauses.words[verb.end : start]):
        return ()
    if verb is not None and _joins(verb) and verb.start <= clauses.sentence(start)[0] + 1 and verb.head < start:
        return _after(clauses, end, limit)
    return ()


def _joins(verb: VerbGroup) -> bool:
    return (verb.verb in patterns.JOINED and not verb.reflexive and not verb.passive) or verb.verb == "être"


def _after(clauses: Clauses, at: int, limit: int) -> tuple[Mention, ...]:
    """Return the actors that follow token *at*, times, places and "notamment" passed over."""
    while at < limit:
        found = clauses.coordination(at, limit)[0]
        if found:
            return tuple(m for m in found if m.kind in patterns.ACTING)
        step = clauses.passed(at, limit)
        if step == at and clauses.words[at] in _NAMES:
            step = at + 1
        if step == at:
            return ()
        at = step
    return ()
