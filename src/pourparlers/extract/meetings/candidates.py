"""Every noun in the text that tells of an encounter: who, of what kind, with which words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pourparlers import authority
from pourparlers.extract.clauses import Clauses
from pourparlers.extract.meetings import patterns
from pourparlers.extract.meetings.complements import Complements
from pourparlers.extract.meetings.governing import governing, named_later
from pourparlers.extract.meetings.nouns import determiner, noun_at
from pourparlers.extract.meetings.parties import parties
from pourparlers.extract.meetings.patterns import Noun
from pourparlers.extract.meetings.travels import reached
from pourparlers.extract.meetings.visits import abroad, visit
from pourparlers.language.document import VerbGroup
from pourparlers.model import Place, Ref

_PHRASE = 60  # tokens a noun's complements may reach


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens `start:end` that tell of an encounter.

    `parties` are Refs with roles, in order; `verb` governs it; `recalls` when the words alone point back ("cette
    rencontre"); `definite` by its article; `place` and `topic` (a token span) are what its own complements say;
    `gatherings` the authority's records of that name; `series` for "une série de"; `governed` unless `verb` is but
    that of the sentence; `since` in "depuis leur dernière rencontre", which is another than those told before; `seats`
    is how many meet ("trilatérale"), `format` tells "dans ce format"; `scattered` over places; `journey` for one
    traveller to another state, whose host the words leave open; `joins` in "ont pris part aux discussions", told of
    others before.
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
    governed: bool = True
    since: bool = False
    seats: int = 0
    format: bool = False
    joins: bool = False
    scattered: bool = False
    journey: bool = False


def nominal(clauses: Clauses) -> Iterator[Candidate]:
    """Yield the encounters named by a noun."""
    named = [hit for hit in clauses.reading.hits if any(one.startswith("gathering/") for one in hit.ids)]
    hits, ends = {hit.start: hit.ids for hit in named}, {hit.start: hit.end for hit in named}
    for sentence in clauses.reading.sentences:
        i = sentence.start
        while i < sentence.end:
            found = noun_at(clauses, i, sentence.end)
            if found is None and i in hits:
                yield _named(clauses, (i, ends[i], sentence.end), _gathering(hits[i]), hits[i])
            if found is None:
                i += 1
                continue
            noun, length = found
            one = _named(clauses, (i, i + length, sentence.end), noun, hits.get(i, ()))
            if noun.entry != "mission" or "auprès" in clauses.words[i : one.end]:
                yield one
            i += length


def _gathering(ids: tuple[str, ...]) -> Noun:
    """Return as a noun the name of a gathering that holds none: "la COP21", "le G20 de Rome"."""
    records = [authority.load().get(one) for one in ids]
    summit = any(isinstance(one, authority.GatheringRecord) and one.kind == "summit" for one in records)
    kind = "summit" if summit else "conference"
    return Noun(f"a named {kind}", kind, body=True)


def _named(clauses: Clauses, span: tuple[int, int, int], noun: Noun, ids: tuple[str, ...]) -> Candidate:
    start, head_end, end = span
    words = clauses.words
    found = Complements(clauses, head_end, min(end, head_end + _PHRASE))
    found.read()
    if noun.entry in patterns.GATHERED:
        found.places += [clauses.place(at) for at in range(start, head_end) if at in clauses.places][:1]
    before = determiner(clauses, start)
    phone = any(word in patterns.PHONE for word in words[head_end : head_end + 3])
    video = any(word in patterns.VIDEO for word in words[head_end : head_end + 4])
    verb, governed = governing(clauses, start, found.end)
    who, place = parties(clauses, start, found, verb, body=noun.body, governed=governed), found.place
    later = named_later(clauses, found, verb) if governed else ()
    who = later or who
    if noun.kind == "visit":
        who, place = visit(clauses, start, before, found, verb)
    if noun.kind == "visit" and not found.places:
        place = reached(clauses, start)
    alone_abroad = (
        noun.kind == "visit"
        and len(who) == 1
        and who[0][1] == "guest"
        and any(abroad(clauses, who[0][0], one, noun.entry) for one in found.places or ([place] if place else []))
    )
    plural = before in patterns.PLURALS or before == ""
    stands = before in patterns.DEMONSTRATIVE or not (
        plural and words[start].endswith("s") and noun.entry != "rendez-vous"
    )
    alone = not found.parties and not found.others and found.topic is None
    stands = stands or (governed and verb is not None and verb.verb in patterns.TAKING_PLACE and verb.head > start)
    return Candidate(
        start=start,
        end=max(found.end, head_end),
        kind="video" if video else "telephone" if phone and noun.kind != "video" else noun.kind,
        rule=f"meetings.{noun.kind}-noun",
        parties=who,
        verb=verb,
        noun=noun,
        recalls=before in patterns.DEMONSTRATIVE
        or (before in patterns.POSSESSIVE and noun.kind not in {"summit", "visit"})
        or (not who and any(mention.kind == "group" for mention in found.parties)),
        definite=before in patterns.DEFINITE and alone and stands and not ids,
        place=place,
        scattered=found.several,
        journey=alone_abroad,
        topic=found.topic,
        gatherings=tuple(one for one in ids if one.startswith("gathering/")),
        series="série" in words[max(start - 3, 0) : start],
        governed=governed,
        since="depuis" in words[max(start - 4, 0) : start],
        seats=found.seats,
        format=found.format,
        joins=governed and verb is not None and verb.verb in patterns.JOINED and before in patterns.DEFINITE and alone,
    )
