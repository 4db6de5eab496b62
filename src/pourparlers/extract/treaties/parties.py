"""Who is party to a treaty, and who does what is done to it."""

from __future__ import annotations

from collections.abc import Iterable

from pourparlers.extract.clauses import Clauses
from pourparlers.extract.subjects import subject
from pourparlers.extract.treaties import patterns
from pourparlers.extract.treaties.governing import Governed
from pourparlers.extract.treaties.phrases import Phrase
from pourparlers.language.document import VerbGroup
from pourparlers.model import Ref

_AGENT_REACH = 12  # tokens from a verb to "par" or "entre"
_LIST_REACH = 30  # from "par" to the last signatory
_NO_PARTY = frozenset({"place", "adjective", "possessive"})


def named(clauses: Clauses, phrase: Phrase) -> tuple[Ref, ...]:
    """Return the parties a phrase itself names: "entre X et Y", "avec X", "russo-turc"."""
    found: list[Ref] = []
    if phrase.between is not None:
        found.extend(actors(clauses, *phrase.between))
    peoples = [one for at in range(phrase.start, phrase.end) for one in clauses.peoples.get(at, ())]
    if len(set(peoples)) > 1:  # one people alone tells whose idea it is
        found.extend(
            clauses.institutions_by_authority[one] for one in peoples if one in clauses.institutions_by_authority
        )
    return tuple(dict.fromkeys(found))


def bound(clauses: Clauses, phrase: Phrase, governed: Governed) -> tuple[Ref, ...]:
    """Return those whom a treaty binds or whom it was concluded between, told by its verb, signatories apart."""
    verb = governed.verb
    _, end = clauses.sentence(verb.head)
    if verb.verb in patterns.BINDING:
        if governed.role == "object" and verb.passive:
            return doers(clauses, verb)
        return actors(clauses, verb.end, _clause_end(clauses, verb, end))
    if phrase.between is None and governed.role != "object":
        return _listed(clauses, verb, end, frozenset({"entre"}))
    return ()


def signatories(clauses: Clauses, governed: Governed) -> tuple[Ref, ...]:
    """Return who signs: the agents after "par" or "entre", or the subject of an active verb."""
    verb = governed.verb
    if governed.role == "object" and not verb.passive:
        return doers(clauses, verb)
    return _listed(clauses, verb, clauses.sentence(verb.head)[1], frozenset({"par", "entre"}))


def _listed(clauses: Clauses, verb: VerbGroup, end: int, words: frozenset[str]) -> tuple[Ref, ...]:
    """Return the actors after the first of *words* behind the verb, up to the next finite verb."""
    reach = range(verb.head + 1, min(verb.head + _AGENT_REACH, end))
    by = next((k for k in reach if clauses.words[k] in words), None)
    return actors(clauses, by, min(_clause_end(clauses, verb, end), by + _LIST_REACH)) if by is not None else ()


def _clause_end(clauses: Clauses, verb: VerbGroup, end: int) -> int:
    return next((one.start for one in clauses.reading.verbs_in(verb.head + 1, end) if one.finite), end)


def served(clauses: Clauses, refs: Iterable[Ref]) -> tuple[Ref, ...]:
    """Return the states for which people sign, after them: a minister binds the state he serves."""
    people = tuple(dict.fromkeys(refs))
    known = {one.id: one for one in clauses.entities.institutions}
    found: list[Ref] = []
    for tenure in clauses.entities.tenures:
        if tenure.holder in people and tenure.institution in known and not (tenure.former or tenure.future):
            body = known[tenure.institution]
            found.extend(ref for ref in (body.id if body.kind == "state" else body.state,) if ref is not None)
    return (*people, *(ref for ref in dict.fromkeys(found) if ref not in people))


def doers(clauses: Clauses, verb: VerbGroup) -> tuple[Ref, ...]:
    """Return who does what the verb says."""
    return tuple(dict.fromkeys(ref for mention in subject(clauses, verb) for ref in mention.refs))


def accusers(clauses: Clauses, verb: VerbGroup) -> tuple[Ref, ...]:
    """Return who accuses somebody of what the verb says, never the accused."""
    start, _ = clauses.sentence(verb.head)
    under = [one for one in clauses.reading.verbs_in(start, verb.head) if one.verb in patterns.ACCUSING]
    if not under:
        return ()
    accusing = under[-1]
    if accusing.passive or accusing.tense == "participle":
        return _listed(clauses, accusing, verb.start, frozenset({"par"}))
    return doers(clauses, accusing)


def actors(clauses: Clauses, start: int, end: int) -> tuple[Ref, ...]:
    """Return the actors mentioned in tokens `start:end`, inner mentions of a longer one left out."""
    found: list[Ref] = []
    reach = start
    for mention in clauses.entities.within(start, end):
        if mention.start >= reach and mention.refs and mention.kind not in _NO_PARTY:
            found.extend(ref for ref in mention.refs if ref not in found)
            reach = mention.end
    return tuple(found)
