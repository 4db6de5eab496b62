"""Whether an encounter took place, is planned, proposed, called off or denied, and by which French words."""

from __future__ import annotations

from pourparlers.extract.clauses import Clauses
from pourparlers.extract.meetings import cues, patterns
from pourparlers.extract.meetings.candidates import Candidate
from pourparlers.extract.meetings.motion import leading, moves
from pourparlers.extract.meetings.parties import urging
from pourparlers.language.document import VerbGroup
from pourparlers.model import Mark

_KINDS = {"planned": "future", "proposed": "conditional", "denied": "negated", "cancelled": "negated"}
_CHANCE = frozenset({"occasion", "chance", "honneur", "plaisir", "opportunité", "avantage"})
Cue = tuple[str, tuple[int, int]]


def status(clauses: Clauses, one: Candidate) -> tuple[str, tuple[Mark, ...], bool]:
    """Return the status of a candidate, a word of the guideline or "present"; the marks; and whether words say so."""
    verb = one.verb
    if one.noun is not None and (verb is None or verb.verb not in cues.CALLED_OFF):
        around = _adjective(clauses, one) or _before(clauses, one)
        if around is not None:
            return around[0], _mark(clauses, *around), True
    if verb is None:
        return ("proposed" if one.series else "held"), (), one.series
    if one.noun is not None and not one.governed and urging(clauses, one.start):
        return "proposed", _mark(clauses, "proposed", (verb.start, verb.end)), True
    motion = leading(clauses, one.start) if one.noun is not None else None
    if motion is not None:
        return ("planned" if motion.verb == "attendre" else _own(clauses, motion)), (), True
    if one.noun is not None and not (one.governed and _tells(verb)):
        said = _predicate(clauses, verb) if verb.head > one.start else None
        return (said[0], _mark(clauses, *said), True) if said is not None else (_beside(verb), (), False)
    found = _own(clauses, verb) if one.noun is None else _of_noun(clauses, verb, before=verb.head < one.start)
    if one.series and found in {"held", "planned", "present"} and verb.tense not in cues.PAST:
        found = "proposed"
    marks = _mark(clauses, found, (verb.start, verb.end))
    if verb.tense == "conditional-perfect" and found == "held":
        marks = (Mark("hearsay", clauses.reading.passage(verb.start, verb.end)),)
    return found, marks, True


def _tells(verb: VerbGroup) -> bool:
    """Tell whether a verb can say of a noun whether the meeting took place."""
    if verb.verb == "être" and not verb.passive:
        return False
    return verb.verb in patterns.GOVERNORS | patterns.TAKING_PLACE or verb.verb in cues.governing()


def _predicate(clauses: Clauses, verb: VerbGroup) -> Cue | None:
    """Return what "être" says of the noun before it: "est probable", "est hors de question"."""
    if verb.verb != "être" or verb.negated:
        return None
    words = clauses.words[verb.end : verb.end + 3]
    if words == ("hors", "de", "question"):
        return "denied", (verb.end, verb.end + 3)
    at = next((k for k in range(2) if k < len(words) and words[k] in cues.ADJECTIVES), None)
    if at is None or cues.ADJECTIVES[words[at]] not in {"planned", "proposed"}:
        return None
    return cues.ADJECTIVES[words[at]], (verb.end + at, verb.end + at + 1)


def _beside(verb: VerbGroup) -> str:
    """Return what the tense of a verb that is not about the meeting lets one suppose."""
    return "planned" if verb.tense in cues.FUTURE or verb.modal in cues.MODAL_AHEAD else "held"


def _adjective(clauses: Clauses, one: Candidate) -> Cue | None:
    """Return what an adjective or a preposed noun beside the noun says: "prochain sommet", "l'annulation du sommet"."""
    words = clauses.words
    start, end = clauses.sentence(one.start)
    for k in range(one.start - 1, max(one.start - 4, start - 1), -1):
        if words[k] in cues.ADJECTIVES and words[k + 1] not in patterns.OF:  # but "la tenue de négociations"
            return cues.ADJECTIVES[words[k]], (k, k + 1)
        if words[k] in cues.NOT:
            return "denied", (k, k + 1)
    for k in range(one.start + 1, min(one.end + 6, end)):
        if words[k] in {",", ".", ";", "et"} and k >= one.end:
            break
        if words[k] in cues.ADJECTIVES and clauses.reading.verb_at(k - 1) is None and not _of_another(clauses, one, k):
            return cues.ADJECTIVES[words[k]], (k, k + 1)
    return None


def _of_another(clauses: Clauses, one: Candidate, k: int) -> bool:
    """Tell an adjective of a time: "lundi prochain" is said of past meetings too in the future of the past."""
    return any(start <= k < end for start, end in clauses.times.items() if start >= one.start)


def _before(clauses: Clauses, one: Candidate) -> Cue | None:
    """Return what the words before a noun say: "lors de", "à la veille de", "l'idée d'une"."""
    words = clauses.words
    start = clauses.sentence(one.start)[0]
    verb = one.verb
    ahead = verb is not None and _beside(verb) == "planned"
    past = verb is not None and verb.tense in cues.PAST
    for k in range(one.start - 1, max(one.start - 6, start - 1), -1):
        word, span = words[k], (k, k + 1)
        if word in cues.CANCELLING:
            return cues.CANCELLING[word], span
        if word in cues.BEFORE_PROPOSED:
            return "proposed", span
        if word in cues.BEFORE_DENIED:
            return "denied", span
        if word in cues.BEFORE_PLANNED:
            return None if word == "avant" and past else ("planned", span)
        if word in cues.BEFORE_HELD:
            return "planned" if ahead and word in cues.OPEN_TIME else "held", span
        if clauses.reading.tags[k] in {"VERB", "AUX"} or word in {",", ";"}:
            break
    return None


def _of_noun(clauses: Clauses, verb: VerbGroup, *, before: bool) -> str:
    """Return what a verb says of the meeting that is its object (`before` it) or its subject."""
    effect = cues.governing().get(verb.verb)
    if verb.verb in cues.CALLED_OFF:
        return "cancelled"
    told = before or verb.passive or verb.tense == "participle"
    if told and effect == "denied":
        return "proposed" if verb.negated else "denied"
    if verb.negated:
        return "cancelled" if not before or verb.tense in cues.FUTURE else "denied"
    if before and verb.verb in cues.INVITING | cues.ANNOUNCING:
        return "planned"
    if before and effect is not None:
        return effect
    if not before and told and (verb.verb in cues.SCHEDULED or effect in {"planned", "proposed"}):
        return effect or "planned"
    if verb.tense in {"infinitive", "gerund", "subjunctive"}:
        return _governed(clauses, verb)
    if verb.tense in {"present", "imperfect"} and _if(clauses, verb):
        return "proposed"
    return _by_tense(verb) or ("present" if verb.tense == "present" else "held")


def _own(clauses: Clauses, verb: VerbGroup) -> str:
    """Return what a verb of meeting says of itself."""
    if verb.negated:
        near = clauses.words[verb.start : verb.end + 1]
        return "planned" if "encore" in near else "denied"
    found = _by_tense(verb)
    if found == "proposed" and verb.tense == "conditional" and not verb.modal and _reported(clauses, verb):
        return "planned"
    if found is None and verb.tense in {"infinitive", "subjunctive", "gerund"}:
        return _governed(clauses, verb)
    if found is None and verb.tense in {"present", "imperfect"} and _if(clauses, verb):
        return "proposed"
    return found or ("present" if verb.tense == "present" else "held")


def _by_tense(verb: VerbGroup) -> str | None:
    """Return what tense and modal verb say, None where they leave it open."""
    if verb.modal == "devoir" and verb.tense == "conditional-perfect":
        return "cancelled"
    if verb.tense == "conditional-perfect":
        return "denied" if verb.modal == "pouvoir" else "held"
    if verb.modal in cues.MODAL_AHEAD:
        return "planned" if verb.tense not in {"perfect", "past"} else "held"
    if verb.tense in cues.FUTURE:
        return "planned"
    if verb.tense == "conditional":
        return "proposed"
    if verb.modal in cues.MODAL_WISHED:
        return "held" if verb.modal == "pouvoir" and verb.tense in {"perfect", "past", "pluperfect"} else "proposed"
    return None


def _reported(clauses: Clauses, verb: VerbGroup) -> bool:
    """Tell the future of the past: "a annoncé qu'il rencontrerait"."""
    former = clauses.finite_before(verb.start)
    if former is None or former.tense not in cues.PAST:
        return False
    return any(word in {"que", "qu'"} for word in clauses.words[former.end : verb.start])


def _if(clauses: Clauses, verb: VerbGroup) -> bool:
    if any(time.kind == "since" for time in clauses.reading.times_in(verb.end, clauses.sentence(verb.head)[1])):
        return False  # "si Cuba accueille depuis 2012 les pourparlers, ..." concedes
    low = max(clauses.sentence(verb.head)[0], verb.start - 10)
    return any(
        (clauses.words[k] == "si" and clauses.words[k + 1] != "bien")
        or (clauses.words[k] == "s'" and clauses.words[k + 1] in {"il", "ils"})
        for k in range(low, verb.start)
    )


def _governed(clauses: Clauses, verb: VerbGroup) -> str:
    """Return what governs an infinitive or a gerund says: "refuse de rencontrer", "après avoir reçu"."""
    first, before = clauses.words[verb.start], clauses.verb_before(verb.start, 8)
    effect = cues.governing().get(before.verb) if before is not None else None
    if before is not None and before.verb == "avoir" and _CHANCE & set(clauses.words[before.end : verb.start]):
        return _by_tense(before) or ("denied" if before.negated else "held")
    if before is not None and moves(before) and not before.modal:
        if before.negated:
            return "denied"
        return "held" if before.tense in cues.PAST | {"participle"} else "planned"
    if before is not None and before.verb in cues.AFTER_NOW and effect in {None, "planned"} and not before.negated:
        held = before.verb == "venir" and "de" in clauses.words[before.end : verb.start]
        return "held" if held else "planned"
    perfect = (first == "avoir" or (first == "être" and not verb.passive)) and verb.head > verb.start
    if before is not None and effect is not None and not (perfect and effect != "denied"):
        return "denied" if before.negated and effect == "proposed" else "proposed" if before.negated else effect
    if perfect:
        return "held"
    main = clauses.finite_before(verb.start) or clauses.finite_after(verb.end, 40)
    at = verb.start - (clauses.words[verb.start - 1] in {"se", "s'"})
    open_end = verb.tense == "infinitive" and clauses.words[at - 1] in {"à", "de", "d'"}
    if verb.tense == "subjunctive" or main is None or (open_end and clauses.words[at - 2] != "avant"):
        return "proposed"
    return "held" if main.tense in cues.PAST else "planned"


def settled(found: str, *, coming: bool) -> str:
    """Return "held" or "planned" for the present tense, by whether its date lies ahead."""
    return ("planned" if coming else "held") if found == "present" else found


def _mark(clauses: Clauses, found: str, cue: tuple[int, int]) -> tuple[Mark, ...]:
    return (Mark(_KINDS[found], clauses.reading.passage(*cue)),) if found in _KINDS else ()
