"""What a verb or noun says of a treaty: that it was concluded, that it is there, and what becomes of it."""

from __future__ import annotations

from pourparlers.extract.clauses import Clauses
from pourparlers.extract.treaties import patterns
from pourparlers.extract.treaties.governing import Governed
from pourparlers.extract.treaties.patterns import Cue
from pourparlers.extract.treaties.phrases import Phrase
from pourparlers.language.document import VerbGroup

_FUTURE = frozenset({"future", "future-perfect", "conditional", "conditional-perfect"})
_UNREAL = frozenset({"conditional", "conditional-perfect", "infinitive", "subjunctive", "imperative"})
_WISHES = frozenset(
    {"vouloir", "souhaiter", "pouvoir", "devoir", "espérer", "falloir", "demander", "proposer", "réclamer"}
)
_COMING = "aller"  # "va se retirer"
_OBJECTS_ONLY = frozenset({"retirer", "sortir", "adhérer", "contrevenir"})
_PART_REACH = 6  # tokens from "les articles" to the treaty they are of
_NOUN_REACH = 7  # from "le retrait" to it


def cue_of(governed: Governed) -> Cue | None:
    """Return what the verb says of the treaty."""
    verb = governed.verb
    cue = patterns.cues().get(verb.verb)
    if cue is None or verb.negated != (verb.verb == "respecter"):
        return None
    misread = verb.verb == "menacer" or (verb.verb in _OBJECTS_ONLY and governed.role != "object")
    return None if misread else cue  # what is menaced is no threat of withdrawal


def status_of(cue: Cue, verb: VerbGroup, kind: str) -> tuple[str, str]:
    """Return status and event of a cue under its verb's tense: what is to come is a threat or a plan, no fact.

    Whoever breaks a ceasefire has not left it: somebody says so, and others will say it of them.
    """
    if kind == "ceasefire" and cue.truce_status:
        return cue.truce_status, "accusation-of-breach"
    coming = verb.tense in _FUTURE or verb.modal in _WISHES or verb.tense in {"infinitive", "subjunctive"}
    if coming or (verb.modal == _COMING and verb.tense == "present"):
        if cue.future_status:
            return cue.future_status, "withdrawal-threatened"
        return ("violated-claim", cue.event) if cue.status == "violated-claim" else ("", "")
    return cue.status, cue.event


def hands_over(governed: Governed) -> bool:
    """Tell whether the verb says that a draft was put before somebody."""
    return governed.verb.verb in patterns.SENDING and governed.verb.finite and _done(governed.verb)


def signs(governed: Governed) -> bool:
    """Tell whether the verb says that the treaty was signed or concluded, as a fact."""
    verb = governed.verb
    settled = verb.verb in patterns.SIGNING or (verb.verb == "négocier" and governed.role == "participle")
    reached = verb.tense not in _UNREAL and not verb.modal and not verb.negated
    return settled and reached and (governed.role == "object" or verb.passive or verb.tense == "participle")


def agrees(phrase: Phrase, governed: Governed) -> bool:
    """Tell whether the verb says that a text was found, reached or adopted, or a ceasefire called, as a fact."""
    verb = governed.verb
    if not _done(verb):
        return False
    if phrase.truce and verb.verb in patterns.PROCLAIMING:
        return True
    if verb.verb == "négocier" and phrase.between is not None and verb.tense in patterns.ACCOMPLISHED:
        return True  # a mediator's work, which has borne fruit
    if verb.verb in patterns.ADOPTING:
        return governed.role == "object" or verb.passive or verb.tense == "participle"
    reached = verb.verb in patterns.AGREEING and (governed.role == "object" or verb.tense == "participle")
    return reached and bool(phrase.complement or phrase.determiner == "definite")


def _done(verb: VerbGroup) -> bool:
    """Tell what was done or is being done from what is wished, denied or still to come."""
    return not verb.negated and not verb.modal and verb.tense not in _UNREAL | _FUTURE


def told(clauses: Clauses, phrase: Phrase, governed: tuple[Governed, ...]) -> bool:
    """Tell whether the article says that there is such a text, be it a draft: more than somebody's wish."""
    if phrase.complement and phrase.determiner == "definite" and (nominal(clauses, phrase) or part_of(clauses, phrase)):
        return True
    return any(_tells(phrase, one) for one in governed)


def _tells(phrase: Phrase, governed: Governed) -> bool:
    verb = governed.verb
    concluded = signs(governed) or agrees(phrase, governed)
    if phrase.truce:
        if verb.verb in patterns.NEGOTIATING:
            return bool(phrase.complement) and _done(verb)
        there = phrase.determiner == "definite" or (cue_of(governed) is not None and _done(verb))
        return concluded or (there and verb.verb in patterns.cues() and (_done(verb) or verb.tense == "infinitive"))
    handed = phrase.noun is not None and phrase.noun.draft and hands_over(governed)
    return concluded or _acts(phrase, governed) or handed


def _acts(phrase: Phrase, governed: Governed) -> bool:
    """Tell whether the verb does to a definite text what is done to treaties only: "l'accord de pêche a expiré"."""
    verb = governed.verb
    if verb.verb in patterns.BINDING or (verb.verb in patterns.DATING and governed.role != "object"):
        return True
    if verb.verb not in patterns.cues() or verb.verb == "menacer":
        return False
    if phrase.determiner == "definite":
        return bool(phrase.complement)
    settled = verb.tense not in _UNREAL and not verb.modal and verb.verb not in patterns.NEGOTIATING
    return settled and bool(phrase.complement & {"parties", "topic"})


def nominal(clauses: Clauses, phrase: Phrase) -> tuple[Cue, int] | None:
    """Return the noun on which the phrase depends ("le retrait du traité") and its token."""
    words, tags = clauses.words, clauses.reading.tags
    start, _ = clauses.sentence(phrase.start)
    k = phrase.start - 1
    while k > start and words[k] in patterns.ARTICLES | patterns.DEMONSTRATIVE:
        k -= 1
    if k <= start or words[k] not in patterns.OF | {"à", "au", "aux"}:
        return None
    for at in range(k - 1, max(k - _NOUN_REACH, start - 1), -1):
        cue = patterns.nominal_cues().get(words[at])
        if cue is not None:
            return cue, at
        if tags[at] in {"VERB", "AUX", "PUNCT"}:
            return None
    return None


def part_of(clauses: Clauses, phrase: Phrase) -> bool:
    """Tell "les articles du traité de paix", "les signataires de l'accord"."""
    words = clauses.words[max(phrase.start - _PART_REACH, clauses.sentence(phrase.start)[0]) : phrase.start]
    near = next((k for k in range(len(words) - 1, -1, -1) if words[k] in patterns.PARTS), None)
    return near is not None and bool(words[near + 1 :]) and words[-1] in {"du", "de", "la", "l'", "des", "d'", "un"}
