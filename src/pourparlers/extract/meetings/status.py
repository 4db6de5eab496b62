"""Whether an encounter took place, is planned, proposed, called off or denied, and by which French words."""

from __future__ import annotations

from pourparlers.extract.clauses import Clauses
from pourparlers.extract.meetings import patterns
from pourparlers.extract.meetings.candidates import Candidate
from pourparlers.language.document import VerbGroup
from pourparlers.model import Mark

_FUTURE = frozenset({"future", "future-perfect"})
_CONDITIONAL = frozenset({"conditional", "conditional-perfect"})
_PAST = frozenset({"perfect", "past", "pluperfect", "imperfect"})


def status(clauses: Clauses, one: Candidate) -> tuple[str, tuple[Mark, ...], bool]:
    """Return the status of a candidate, a word of the guideline or "present"; the marks; and whether words say so."""
    if one.noun is not None:
        around = _around(clauses, one)
        if around is not None:
            found, cue = around
            return found, _mark(clauses, found, cue), True
    verb = one.verb
    if verb is None:
        return ("proposed" if one.series else "held"), (), one.series
    if one.noun is not None and verb.verb not in patterns.GOVERNORS | patterns.TAKING_PLACE | patterns.PLAN_VERBS:
        return _beside(verb), (), False
    found = _by_verb(clauses, verb, own=one.noun is None, before=one.noun is not None and verb.head < one.start)
    if one.series and found in {"held", "planned"} and verb.tense not in _PAST:
        found = "proposed"
    return found, _mark(clauses, found, (verb.start, verb.end)) if found not in {"held", "present"} else (), True


def _beside(verb: VerbGroup) -> str:
    """Return what the tense of a verb that is not about the meeting lets one suppose."""
    return "planned" if verb.tense in _FUTURE or verb.modal in {"aller", "devoir"} else "held"


def _around(clauses: Clauses, one: Candidate) -> tuple[str, tuple[int, int]] | None:
    """Return what the words beside a noun say, if they settle it."""
    words = clauses.words
    start = clauses.sentence(one.start)[0]
    for k in range(one.start - 1, max(one.start - 4, start - 1), -1):
        if words[k] in patterns.ADJECTIVES:
            return patterns.ADJECTIVES[words[k]], (k, k + 1)
    for k in range(one.start, min(one.end + 6, clauses.sentence(one.start)[1])):
        if words[k] in {",", ".", ";"}:
            break
        if words[k] in patterns.ADJECTIVES and (k > one.start):
            return patterns.ADJECTIVES[words[k]], (k, k + 1)
    low = max(one.start - 5, start)
    future = one.verb is not None and (one.verb.tense in _FUTURE or one.verb.modal in {"aller", "devoir"})
    for k in range(one.start - 1, low - 1, -1):
        word = words[k]
        if word in patterns.CANCELLING:
            return ("cancelled" if word == "annulation" else "planned"), (k, k + 1)
        if word in patterns.BEFORE_PROPOSED:
            return "proposed", (k, k + 1)
        if word in patterns.BEFORE_PLANNED:
            return "planned", (k, k + 1)
        if word in patterns.BEFORE_HELD:
            return ("planned" if future and word in {"lors", "cours", "pendant", "durant"} else "held"), (k, k + 1)
        if clauses.reading.doc[k].pos_ in {"VERB", "AUX"} or word in {",", ";"}:
            break
    return None


def _by_verb(clauses: Clauses, verb: VerbGroup, *, own: bool, before: bool) -> str:
    """Return what the governing verb says; `own` when it is itself the verb of meeting."""
    if verb.verb in patterns.CANCEL_VERBS and not own:
        return "cancelled"
    if verb.verb in patterns.DENY_VERBS and not own and before:
        return "proposed" if verb.negated else "denied"
    if verb.negated:
        return "denied" if verb.tense in _PAST or own else "cancelled" if verb.tense in _FUTURE else "denied"
    if verb.modal in {"aller", "devoir"} or verb.tense in _FUTURE:
        return "planned"
    if verb.tense in _CONDITIONAL:
        return "held" if verb.tense == "conditional-perfect" else "proposed"
    if verb.modal in patterns.PROPOSE_VERBS:
        return "proposed"
    if not own and before and verb.verb in patterns.INVITING:
        return "planned"
    if not own and before and verb.verb in patterns.PROPOSE_VERBS:
        return "proposed"
    if verb.tense == "infinitive" or (verb.tense == "subjunctive" and own):
        governor = clauses.verb_before(verb.start, 8)
        if governor is not None and governor.verb in patterns.PROPOSE_VERBS:
            return "proposed"
        if governor is not None and governor.verb in patterns.PLAN_VERBS:
            return "planned"
        return "proposed" if own else "held"
    if verb.tense == "participle" and verb.verb in {"prévoir", "programmer", "attendre", "fixer"}:
        return "planned"
    if verb.passive and verb.verb in {"prévoir", "programmer", "attendre", "fixer"}:
        return "planned"
    return "present" if verb.tense == "present" else "held"


def settled(found: str, *, coming: bool) -> str:
    """Return "held" or "planned" for the present tense, by whether its date lies ahead."""
    return ("planned" if coming else "held") if found == "present" else found


def _mark(clauses: Clauses, found: str, cue: tuple[int, int]) -> tuple[Mark, ...]:
    kinds = {"planned": "future", "proposed": "conditional", "denied": "negated", "cancelled": "negated"}
    return (Mark(kinds[found], clauses.reading.passage(*cue)),) if found in kinds else ()
