"""The verbs that tell of a treaty: those of which its phrase is object, subject, or the noun they are apposed to."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace

from pourparlers.extract.clauses import Clauses
from pourparlers.extract.treaties import patterns
from pourparlers.extract.treaties.phrases import Phrase
from pourparlers.language.document import VerbGroup

_OBJECT_REACH = 8  # tokens from a verb to its object
_SUBJECT_REACH = 25  # from a subject to its verb, over a relative clause or apposition
_APPOSED_REACH = 10  # from a name to the participle that tells of it
_FRONTED_REACH = 14  # from a participle that opens the sentence to the noun it tells of
_ACHIEVED_REACH = 4  # from "a permis" to the infinitive
_RELATIVES = frozenset({"qui", "que"})
_BARRIERS = frozenset({"qui", "que", "qu'", ";", "par", "selon", "lors", "avec"})
_MATTERING = patterns.SIGNING | patterns.AGREEING | patterns.DATING | patterns.BINDING


@dataclass(frozen=True, slots=True)
class Governed:
    """A treaty phrase under a verb: `role` is object, subject or participle ("signé en 1990 par ...")."""

    verb: VerbGroup
    role: str


def governing(clauses: Clauses, phrase: Phrase) -> tuple[Governed, ...]:
    """Return the participle beside a phrase and the verb of its clause, each if there is one that tells of it."""
    start, end = clauses.sentence(phrase.start)
    apposed = _apposed(clauses, phrase, end)
    relative = _relative(clauses, phrase, end)
    main = _object(clauses, phrase, start) or _parsed(clauses, phrase) or _subject(clauses, phrase, end)
    around = (apposed, _fronted(clauses, phrase, start), relative)
    beside = [one for one in around if one is not None and matters(one.verb)]
    if main is not None and (not beside or matters(main.verb)) and all(main.verb != one.verb for one in beside):
        beside.append(main)
    return tuple(beside) or ((apposed,) if apposed is not None else ())


def matters(verb: VerbGroup) -> bool:
    """Tell whether a verb says what becomes of a treaty."""
    return verb.verb in _MATTERING or verb.verb in patterns.cues()


def _apposed(clauses: Clauses, phrase: Phrase, end: int) -> Governed | None:
    after = bisect_left(clauses.heads, phrase.end)
    if after == len(clauses.heads) or clauses.heads[after] >= end:
        return None
    one = clauses.reading.verbs[after]
    gap = clauses.words[phrase.end : one.start]
    if one.tense not in {"participle", "gerund"} or len(gap) > _APPOSED_REACH or _RELATIVES & set(gap):
        return None
    return Governed(one, "participle") if one.tense == "participle" or one.verb in patterns.DATING else None


def _fronted(clauses: Clauses, phrase: Phrase, start: int) -> Governed | None:
    """Return the participle that opens the sentence: "Signé en mars, l'accord de pêche ..."."""
    first = next(iter(clauses.reading.verbs_in(start, phrase.start)), None)
    if first is None or first.tense != "participle" or first.start - start > 1:
        return None
    comma = phrase.start - 2 if clauses.words[phrase.start - 1] in patterns.DEFINITE else phrase.start - 1
    near = phrase.start - first.end <= _FRONTED_REACH
    return Governed(first, "participle") if near and clauses.words[comma] == "," else None


def _object(clauses: Clauses, phrase: Phrase, start: int) -> Governed | None:
    before = bisect_left(clauses.heads, phrase.start) - 1
    if before < 0 or clauses.heads[before] < start:
        return None
    one = clauses.reading.verbs[before]
    gap = set(clauses.words[one.end : phrase.start])
    if one.verb in patterns.BINDING and one.passive:
        gap.discard("par")  # "les deux pays sont liés par un accord"
    if phrase.start - one.end > _OBJECT_REACH or gap & _BARRIERS:
        return None
    return Governed(_achieved(clauses, one), "object")


def _achieved(clauses: Clauses, verb: VerbGroup) -> VerbGroup:
    """Return an infinitive as done when the verb before it says so: "avait permis de conclure un accord"."""
    if verb.tense != "infinitive" or verb.modal:
        return verb
    before = clauses.verb_before(verb.start, _ACHIEVED_REACH)
    if before is None or before.verb not in patterns.ACHIEVING or before.tense not in patterns.ACCOMPLISHED:
        return verb
    return replace(verb, start=before.start, tense=before.tense, negated=before.negated)


def _relative(clauses: Clauses, phrase: Phrase, end: int) -> Governed | None:
    """Return the verb of the relative clause that follows: "le traité, qui lie les deux pays, expire"."""
    at = phrase.end + (phrase.end < end and clauses.words[phrase.end] == ",")
    if at >= end or clauses.words[at] != "qui":
        return None
    verb = clauses.finite_after(at, _APPOSED_REACH)
    return Governed(verb, "subject") if verb is not None else None


def _subject(clauses: Clauses, phrase: Phrase, end: int) -> Governed | None:
    """Return the finite verb after a phrase, that of its relative clause passed over."""
    inner = _relative(clauses, phrase, end)
    relative = inner.verb if inner is not None else None
    for one in clauses.reading.verbs[bisect_left(clauses.heads, phrase.end) :]:
        if one.head >= end or one.start - phrase.end > _SUBJECT_REACH:
            return None
        if one.finite and one != relative:
            return Governed(one, "subject")
    return None


def _parsed(clauses: Clauses, phrase: Phrase) -> Governed | None:
    """Return the verb the parser gives the head noun, if it is one that matters: it sees over long relatives."""
    token = clauses.reading.doc[phrase.start]
    if token.dep_ not in {"nsubj", "nsubj:pass", "obj"}:
        return None
    at = bisect_left(clauses.heads, token.head.i)
    if at == len(clauses.heads) or clauses.heads[at] != token.head.i or not matters(clauses.reading.verbs[at]):
        return None
    return Governed(clauses.reading.verbs[at], "object" if token.dep_ == "obj" else "subject")
