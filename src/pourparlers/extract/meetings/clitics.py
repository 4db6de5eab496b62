"""Whom "le", "la", "l'", "les", "lui" before a verb stand for: "qui l'a reçue", "il lui a téléphoné"."""

from __future__ import annotations

from pourparlers.extract.clauses import Clauses
from pourparlers.extract.mentions import Mention
from pourparlers.extract.subjects import subject
from pourparlers.language.document import VerbGroup

_SINGULAR = frozenset({"l'", "le", "la"})
_MALE, _FEMALE = "m", "f"


def clitic(clauses: Clauses, verb: VerbGroup) -> tuple[Mention, ...]:
    """Return whom the pronoun before a verb stands for: who did what was told just before, if number and gender fit."""
    word = _pronoun(clauses, verb)
    if not word:
        return ()
    own = {ref for mention in subject(clauses, verb) for ref in mention.refs}
    for former in _told_before(clauses, verb):
        found = subject(clauses, former)
        refs = [ref for mention in found for ref in mention.refs]
        if not refs or own & set(refs):
            continue
        return found if _fits(clauses, verb, word, refs) else ()
    return ()


def _pronoun(clauses: Clauses, verb: VerbGroup) -> str:
    """Return the pronoun that is the object of a verb, "" where none stands before it."""
    at = verb.start - 1
    while at >= 0 and clauses.words[at] == "y":
        at -= 1
    word = clauses.words[at] if at >= 0 else ""
    if word not in _SINGULAR | {"les", "lui", "leur"}:
        return ""
    return word if clauses.reading.tags[at] != "DET" or verb.start - at == 1 else ""


def _told_before(clauses: Clauses, verb: VerbGroup) -> list[VerbGroup]:
    """Return the verbs of which the subject may be taken up: of the main clause, else of the sentence before."""
    start = clauses.sentence(verb.head)[0]
    main = [one for one in clauses.reading.verbs_in(start, verb.start) if one.finite]
    number = clauses.number(verb.head)
    sentences = clauses.reading.sentences
    former: list[VerbGroup] = []
    if number and sentences[number - 1].paragraph == sentences[number].paragraph:
        last = sentences[number - 1]
        former = [one for one in clauses.reading.verbs_in(last.start, last.end) if one.finite][:1]
    return [*main, *former]


def _fits(clauses: Clauses, verb: VerbGroup, word: str, refs: list[str]) -> bool:
    people = {one.id: one for one in clauses.entities.persons}
    if any(ref not in people for ref in refs):
        return False
    if word in {"les", "leur"}:
        return len(refs) > 1
    participle = clauses.words[verb.head] if verb.head > verb.start else ""
    gender = people[refs[0]].gender
    feminine = participle.endswith(("ée", "ue", "ie"))
    asked = _FEMALE if word == "la" or feminine else _MALE if word == "le" or participle else None
    return len(refs) == 1 and (gender is None or asked is None or word == "lui" or gender == asked)
