"""What was talked about: the noun phrase after "sur", "évoquer", "discuter de" ... in the clause of a meeting."""

from __future__ import annotations

from pourparlers.extract.clauses import Clauses
from pourparlers.extract.meetings import patterns
from pourparlers.extract.meetings.candidates import Candidate
from pourparlers.language.document import VerbGroup

_TALKING = frozenset({"évoquer", "aborder", "examiner", "discuter", "parler", "porter", "traiter", "débattre"})
_DIRECT = frozenset({"évoquer", "aborder", "examiner"})  # whose object is the topic itself
_OPENING = patterns.OF | {"sur"}
_TIES = patterns.OF | {"et", "en", "entre", "pour", "au", "aux", ","}
_NOMINAL = frozenset({"DET", "NOUN", "ADJ", "PROPN", "NUM"})
_REACH = 30  # tokens of a topic
_BETWEEN = 3  # adverbs between a verb and its topic


def topic(clauses: Clauses, one: Candidate) -> tuple[int, int] | None:
    """Return the tokens of the first topic that the clause of an encounter names."""
    if one.topic is not None:
        return one.topic
    verb = _talking(clauses, one)
    if verb is None:
        return None
    end = min(clauses.sentence(one.start)[1], verb.end + _REACH)
    own = _from(clauses, verb, verb.end, end)
    return own or (_from(clauses, verb, one.end, end) if one.verb is verb and one.noun is None else None)


def _from(clauses: Clauses, verb: VerbGroup, at: int, end: int) -> tuple[int, int] | None:
    """Return the topic at token *at*, or a few adverbs after it."""
    while at < min(end, at + _BETWEEN) and clauses.reading.tags[at] == "ADV":
        at += 1
    if at >= end:
        return None
    if clauses.words[at] in _OPENING:
        at += 1
    elif verb.verb not in _DIRECT:
        return None
    stop = _phrase_end(clauses, at, end)
    return (at, stop) if any(clauses.reading.tags[k] in {"NOUN", "PROPN"} for k in range(at, stop)) else None


def _talking(clauses: Clauses, one: Candidate) -> VerbGroup | None:
    """Return the verb of talking that tells of the encounter: its own, that of its clause, or "pour discuter de"."""
    if one.verb is not None and one.verb.verb in _TALKING:
        return one.verb
    following = next(iter(clauses.reading.verbs_in(one.end, clauses.sentence(one.start)[1])), None)
    purpose = following is not None and following.tense == "infinitive" and clauses.words[following.start - 1] == "pour"
    return following if purpose and following is not None and following.verb in _TALKING else None


def _phrase_end(clauses: Clauses, at: int, end: int) -> int:
    """Return the token after the noun phrases from *at* on, a list included."""
    k = at
    while k < end and k not in clauses.times:
        person = clauses.entities.starting(k)
        placed = clauses.words[k] in patterns.PLACE_PREPOSITIONS and clauses.place_in(k, k + 4) is not None
        if placed or (person is not None and person.kind in {"person", "pronoun"}):
            break
        if clauses.reading.tags[k] not in _NOMINAL and clauses.words[k] not in _TIES:
            break
        k += 1
    while k > at and (clauses.words[k - 1] in _TIES or clauses.reading.tags[k - 1] == "DET"):
        k -= 1
    return k
