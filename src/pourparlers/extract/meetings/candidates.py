"""Every noun in the text that tells of an encounter: who, of what kind, with which words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pourparlers.extract.clauses import Clauses
from pourparlers.extract.meetings import patterns
from pourparlers.extract.meetings.complements import Complements
from pourparlers.extract.meetings.groups import once, refs
from pourparlers.extract.meetings.patterns import Noun
from pourparlers.extract.mentions import Mention
from pourparlers.language.document import VerbGroup
from pourparlers.model import Place, Ref

_PHRASE = 24  # tokens a noun's complements may reach
_BEFORE = 4  # tokens in which a determiner or a preposition stands before a noun


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens `start:end` that tell of an encounter.

    `parties` are Refs with roles, in order; `verb` governs it; `recalls` when the words alone point back ("cette
    rencontre"); `definite` by its article; `place` and `topic` (a token span) are what its own complements say;
    `gatherings` the authority's records of that name; `series` for "une série de".
    """

    start: int
    end: int
    kind: str
    rule: str
    parties: tuple[tuple[Ref, str], ...]
    verb: VerbGroup | None
    noun: Noun | None = None
    recalls: bool = False
    definite: bool = False
    place: Place | None = None
    topic: tuple[int, int] | None = None
    gatherings: tuple[str, ...] = ()
    series: bool = False


def nominal(clauses: Clauses) -> Iterator[Candidate]:
    """Yield the encounters named by a noun."""
    hits = {hit.start: hit.ids for hit in clauses.reading.hits if any(one.startswith("gathering/") for one in hit.ids)}
    for sentence in clauses.reading.sentences:
        i = sentence.start
        while i < sentence.end:
            found = _noun(clauses, i, sentence.end)
            if found is None:
                i += 1
                continue
            noun, length = found
            one = _named(clauses, (i, i + length, sentence.end), noun, hits.get(i, ()))
            if one is not None:
                yield one
            i += length


def _noun(clauses: Clauses, i: int, end: int) -> tuple[Noun, int] | None:
    words, doc = clauses.words, clauses.reading.doc
    for form, noun in patterns.nouns().get(words[i], ()):
        if i + len(form) > end or any(words[i + k] != word for k, word in enumerate(form)):
            continue
        if len(form) == 1 and doc[i].pos_ not in {"NOUN", "PROPN", "ADJ"}:
            return None
        inside = clauses.entities.covering(i)
        if (
            inside is not None
            and inside.kind == "institution"
            and inside.start <= i - (words[i - 1] in patterns.ARTICLES)
        ):
            return None  # "le Congrès", "la Conférence épiscopale" as bodies
        return None if _other_sense(clauses, noun, i, i + len(form), end) else (noun, len(form))
    return None


def _other_sense(clauses: Clauses, noun: Noun, start: int, head_end: int, end: int) -> bool:
    """Tell press conferences, interviews and the tops of things from meetings."""
    words = clauses.words
    after = words[head_end] if head_end < end else ""
    if any(word in patterns.PRESS for word in words[head_end : min(head_end + 2, end)]):
        return True
    if noun.entry in {"entretien", "rencontre"} and after in {"à", "au", "avec"} and _media(clauses, head_end, after):
        return True
    return noun.entry == "sommet" and start > 0 and words[start - 1] == "au" and after not in patterns.OF


def _media(clauses: Clauses, at: int, word: str) -> bool:
    mention = clauses.mention_at(at + 1)
    if mention is None:
        return word != "avec"
    kinds = {one.id: one.kind for one in clauses.entities.institutions}
    return any(kinds.get(ref) == "media" for ref in mention.refs)


def _named(clauses: Clauses, span: tuple[int, int, int], noun: Noun, ids: tuple[str, ...]) -> Candidate | None:
    start, head_end, end = span
    words = clauses.words
    found = Complements(clauses, head_end, min(end, head_end + _PHRASE))
    found.read()
    before = _determiner(clauses, start)
    plural = before in {"les", "des", "ces", "ses", "leurs"} or before == ""
    phone = any(word in patterns.PHONE for word in words[head_end : head_end + 2])
    verb = _governing(clauses, start, found.end)
    parties = _parties(clauses, start, before, found, verb)
    stands = before in patterns.DEMONSTRATIVE or not (
        plural and words[start].endswith("s") and noun.entry != "rendez-vous"
    )
    return Candidate(
        start=start,
        end=max(found.end, head_end),
        kind="telephone" if phone and noun.kind != "video" else noun.kind,
        rule=f"meetings.{noun.kind}-noun",
        parties=parties,
        verb=verb,
        noun=noun,
        recalls=before in patterns.DEMONSTRATIVE or (before in patterns.POSSESSIVE and noun.kind != "summit"),
        definite=before in patterns.DEFINITE and not found.parties and not found.others and stands,
        place=found.place,
        topic=found.topic,
        gatherings=tuple(one for one in ids if one.startswith("gathering/")),
        series="série" in words[max(start - 3, 0) : start],
    )


def _determiner(clauses: Clauses, start: int) -> str:
    """Return the determiner of a noun, looking back over adjectives and numerals."""
    for k in range(start - 1, max(start - _BEFORE, -1), -1):
        if clauses.words[k] in patterns.DEFINITE | patterns.INDEFINITE:
            return clauses.words[k]
        if clauses.reading.doc[k].pos_ not in {"ADJ", "NUM"}:
            break
    return ""


def _parties(
    clauses: Clauses, start: int, determiner: str, found: Complements, verb: VerbGroup | None
) -> tuple[tuple[Ref, str], ...]:
    """Return the parties of a noun: its own complements, its possessor, the subject of the verb that carries it."""
    own, others = refs(clauses, found.parties), refs(clauses, found.others)
    if len(own) >= 2 and not others:
        return once(own)
    if verb is not None and verb.verb in patterns.INVITING and verb.head < start:
        guests = refs(clauses, objects(clauses, verb, start), "guest")
        return once([*refs(clauses, clauses.subject(verb), "host"), *guests, *own])
    if determiner in patterns.POSSESSIVE:
        return once([*refs(clauses, _owner(clauses, start)), *own, *others])
    carried = verb is not None and verb.verb in (patterns.JOINING if own else patterns.CARRYING) and verb.head < start
    if carried and verb is not None:
        return once([*refs(clauses, clauses.subject(verb)), *own, *others])
    if own and others:
        return once([*own, *others])
    if not own and not others and _adjunct(clauses, start) and verb is not None:
        subject = refs(clauses, clauses.subject(verb))
        return once(subject) if len(subject) >= 2 else ()
    if others and verb is not None and verb.finite:
        return (
            once([*refs(clauses, clauses.subject(verb)), *others])
            if determiner in patterns.INDEFINITE
            else once(others)
        )
    return once([*own, *others])


def _adjunct(clauses: Clauses, start: int) -> bool:
    """Tell "à l'issue d'un entretien", "lors d'une réunion", "dans un entretien": those who act are those who met."""
    near = clauses.words[max(start - 5, clauses.sentence(start)[0]) : start]
    indefinite = any(word in patterns.INDEFINITE for word in near[-3:])
    return indefinite and any(word in patterns.BEFORE_HELD | {"dans"} for word in near)


def _owner(clauses: Clauses, start: int) -> tuple[Mention, ...]:
    """Return who "son", "leur" before the noun stands for."""
    for k in range(start - 1, max(start - _BEFORE, -1), -1):
        if clauses.words[k] in patterns.POSSESSIVE:
            mention = clauses.entities.starting(k)
            return (mention,) if mention is not None and mention.refs else ()
    return ()


def _governing(clauses: Clauses, start: int, end: int) -> VerbGroup | None:
    """Return the verb of which the noun is object, subject or adjunct."""
    before = clauses.verb_before(start, 10)
    if before is not None and before.verb in patterns.GOVERNORS:
        gap = clauses.words[before.end : start]
        if not any(word in {",", "qui", "que", "lors", "après", "avant", "issue"} for word in gap):
            return before
    return clauses.finite_after(end, 30) or clauses.main_verb(start)


def objects(clauses: Clauses, verb: VerbGroup, limit: int) -> tuple[Mention, ...]:
    """Return the direct object right after a verb, adverbs, times and places between passed over."""
    end = min(clauses.sentence(verb.head)[1], limit)
    times = {time.start: time.end for time in clauses.reading.times}
    at = verb.end
    while at < end and at - verb.end < patterns.OBJECT_REACH:
        mention = clauses.entities.starting(at)
        if mention is not None and mention.kind in patterns.ACTING:
            return clauses.coordination(at, end)[0]
        if at in times:
            at = times[at]
            continue
        if clauses.words[at] in patterns.PLACE_PREPOSITIONS:
            place = clauses.place_in(at, min(at + 5, end))
            if place is None:
                return ()
            while at < end and clauses.reading.doc[at].idx < place.passage.end:
                at += 1
        elif clauses.reading.doc[at].pos_ == "ADV" or clauses.words[at] in {",", "ce"}:
            at += 1
        else:
            return ()
    return ()
