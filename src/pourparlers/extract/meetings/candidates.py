"""Every place in the text that tells of an encounter, each by itself: who, of what kind, with which words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from pourparlers.extract.clauses import Clauses
from pourparlers.extract.meetings import patterns
from pourparlers.extract.meetings.patterns import Noun
from pourparlers.extract.mentions import Mention
from pourparlers.language.document import VerbGroup
from pourparlers.model import Place, Ref

_PHRASE = 24  # tokens a noun's complements may reach
_OBJECT = 7  # tokens between a verb and its object


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens `start:end` that tell of an encounter.

    `parties` are Refs with roles, in order; `verb` governs it; `recalls` when the words alone point back ("cette rencontre").
    `body` when a single body may be party. `place` is what its own complements say; `topic` a token span.
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
    reach: int = 0
    topic: tuple[int, int] | None = None
    gathering: str | None = None
    series: bool = False


@dataclass(slots=True)
class _Complements:
    """What stands beside a noun of meeting."""

    end: int
    parties: list[Mention] = field(default_factory=list)
    others: list[Mention] = field(default_factory=list)
    place: Place | None = None
    topic: tuple[int, int] | None = None
    both: bool = False


def refs(mentions: tuple[Mention, ...] | list[Mention], role: str = "participant") -> list[tuple[Ref, str]]:
    """Return the Refs of mentions with a role, in order, once each."""
    return [(ref, role) for ref in dict.fromkeys(ref for mention in mentions for ref in mention.refs)]


def nominal(clauses: Clauses) -> Iterator[Candidate]:
    """Yield the encounters named by a noun."""
    reading = clauses.reading
    gatherings = {hit.start: hit for hit in reading.hits if any(one.startswith("gathering/") for one in hit.ids)}
    for sentence in reading.sentences:
        i = sentence.start
        while i < sentence.end:
            found = _noun(clauses, i, sentence.end)
            hit = gatherings.get(i)
            if found is None:
                i += 1
                continue
            noun, length = found
            one = _named(clauses, i, i + length, noun, sentence.end)
            if hit is not None and one is not None:
                ids = tuple(name for name in hit.ids if name.startswith("gathering/"))
                one = _with(one, ids)
            if one is not None:
                yield one
                i = max(one.end, i + length)
            else:
                i += length


def _with(one: Candidate, ids: tuple[str, ...]) -> Candidate:
    from dataclasses import replace

    return replace(one, gathering=ids[0] if len(ids) == 1 else None)


def _noun(clauses: Clauses, i: int, end: int) -> tuple[Noun, int] | None:
    words, doc = clauses.words, clauses.reading.doc
    for form, noun in patterns.nouns().get(words[i], ()):
        if i + len(form) <= end and all(words[i + k] == word for k, word in enumerate(form)):
            if len(form) == 1 and doc[i].pos_ not in {"NOUN", "PROPN", "ADJ"}:
                return None
            after = words[i + len(form) : min(i + len(form) + 3, end)]
            if any(word in patterns.PRESS for word in after[:2]):
                return None
            if (
                noun.entry in {"entretien", "rencontre"}
                and after
                and after[0] in {"à", "au"}
                and _media(clauses, i + len(form))
            ):
                return None
            if noun.entry == "sommet" and i and words[i - 1] == "au" and (not after or after[0] not in patterns.OF):
                return None
            return noun, len(form)
    return None


def _media(clauses: Clauses, at: int) -> bool:
    mention = clauses.mention_at(at + 1)
    kinds = {one.id: one.kind for one in clauses.entities.institutions}
    return mention is None or any(kinds.get(ref) == "media" for ref in mention.refs)


def _named(clauses: Clauses, start: int, head_end: int, noun: Noun, end: int) -> Candidate | None:
    words = clauses.words
    found = _complements(clauses, head_end, min(end, head_end + _PHRASE))
    before = words[start - 1] if start else ""
    if before not in patterns.DEFINITE and start > 1 and clauses.reading.doc[start - 1].pos_ in {"ADJ", "NUM"}:
        before = words[start - 2]
    phone = any(word in patterns.PHONE for word in words[head_end : head_end + 2])
    kind = "telephone" if phone and noun.kind != "video" else noun.kind
    verb = _governing(clauses, start, found.end)
    parties = refs(found.parties)
    owners = _owner(clauses, start) if before in patterns.POSSESSIVE else ()
    if not found.both:
        own = refs(found.others)
        if owners:
            parties = [*refs(list(owners)), *own] if own else [*refs(list(owners)), *parties]
        elif own and verb is not None and verb.verb in patterns.SUPPORT:
            parties = [*refs(clauses.subject(verb)), *own]
        elif own:
            parties = [*parties, *own]
        elif verb is not None and verb.verb in patterns.SUPPORT and not parties:
            parties = refs(clauses.subject(verb))
        if verb is not None and verb.verb in patterns.INVITING and verb.head < start:
            parties = [*refs(clauses.subject(verb), "host"), *refs(_objects(clauses, verb, start), "guest")]
    parties = list(dict(reversed(parties)).items())[::-1] if False else _once(parties)
    pointing = before in patterns.DEMONSTRATIVE or before in patterns.POSSESSIVE
    return Candidate(
        start=start,
        end=max(found.end, head_end),
        kind=kind,
        rule=f"meetings.{noun.kind}-noun",
        parties=tuple(parties),
        verb=verb,
        noun=noun,
        recalls=pointing or (before in patterns.DEFINITE and not found.parties and not found.others),
        definite=before in patterns.DEFINITE,
        place=found.place,
        topic=found.topic,
        series="série" in words[max(start - 3, 0) : start],
    )


def _once(parties: list[tuple[Ref, str]]) -> list[tuple[Ref, str]]:
    roles: dict[Ref, str] = {}
    for ref, role in parties:
        if roles.get(ref, "participant") == "participant":
            roles[ref] = role
    return list(roles.items())


def _complements(clauses: Clauses, at: int, end: int) -> _Complements:
    """Read on from a noun: adjectives, "entre A et B", "avec C", "de D", "à PLACE", times, "sur TOPIC"."""
    words, doc = clauses.words, clauses.reading.doc
    found = _Complements(at)
    times = {time.start: time.end for time in clauses.reading.times}
    while at < end:
        word = words[at]
        if at in times:
            at = times[at]
        elif word == "entre":
            mentions, stop = clauses.coordination(at + 1, end)
            if not mentions:
                break
            found.parties.extend(mentions)
            found.both = found.both or len(refs(list(mentions))) >= 2
            at = found.end = stop
        elif word == "avec":
            mentions, stop = clauses.coordination(at + 1, end)
            if not mentions:
                break
            found.others.extend(m for m in mentions if m.kind in patterns.ACTING)
            at = found.end = stop
        elif word in patterns.OF:
            stop = _of(clauses, found, at, end)
            if stop == at:
                break
            at = found.end = stop
        elif word in patterns.PLACE_PREPOSITIONS:
            place = clauses.place_in(at, min(at + 6, end))
            if place is None:
                nxt = at + 1
                if (
                    nxt < end
                    and doc[nxt].pos_ in {"NOUN", "PRON"}
                    and words[nxt] in {"face", "tête", "huis", "tête-à-tête"}
                ):
                    at += 4 if words[nxt] == "face" else 2
                    continue
                break
            found.place = found.place or place
            at = next(i for i in range(at, end + 1) if i == end or doc[i].idx >= place.passage.end)
            found.end = at
        elif word in patterns.TOPIC_PREPOSITIONS and found.topic is None:
            stop = _noun_phrase(clauses, at + 1, end)
            found.topic = (at + 1, stop) if stop > at + 1 else None
            at = stop
        elif (
            doc[at].pos_ in {"ADJ", "ADV", "NUM"}
            or (word in {"(", ")", ","}
            and at + 1 < end
            and _resumes(clauses, at + 1))
        ):
            at += 1
        else:
            break
    return found


def _resumes(clauses: Clauses, at: int) -> bool:
    return (
        clauses.words[at] in {"entre", "avec"}
        or (clauses.words[at] in patterns.PLACE_PREPOSITIONS
        and clauses.place_in(at, at + 5) is not None)
    )


def _of(clauses: Clauses, found: _Complements, at: int, end: int) -> int:
    """Read "de D": a party, a place, or the members of a body ("des ministres du G20"); *at* where it is neither."""
    words, doc = clauses.words, clauses.reading.doc
    nxt = at + 1 + (at + 1 < end and words[at + 1] in patterns.ARTICLES)
    mention = clauses.mention_at(at) if words[at] in {"du", "des"} else None
    mention = mention or clauses.mention_at(nxt)
    if mention is not None and mention.end <= end and mention.kind in patterns.ACTING and mention.refs:
        mentions, stop = clauses.coordination(mention.start, end)
        found.parties.extend(mentions)
        return max(stop, mention.end)
    if nxt in clauses.places:
        found.place = found.place or clauses.place(nxt)
        return clauses.places[nxt][0]
    if words[at] in {"des", "de", "d'", "du"} and nxt < end and doc[nxt].pos_ in {"NOUN", "ADJ", "NUM"}:
        stop = nxt
        while stop < end and doc[stop].pos_ in {"NOUN", "ADJ", "NUM"}:
            inner = clauses.mention_at(stop)
            if inner is not None and inner.kind in {"group", "post", "source"} and inner.refs:
                found.parties.append(inner)
                return inner.end
            stop += 1
        return stop
    return at


def _noun_phrase(clauses: Clauses, at: int, end: int) -> int:
    doc, k = clauses.reading.doc, at
    while k < end and (
        doc[k].pos_ in {"DET", "NOUN", "ADJ", "PROPN", "NUM"} or clauses.words[k] in patterns.OF | {"à", "et", "au"}
    ):
        k += 1
    while k > at and (clauses.words[k - 1] in patterns.OF | {"à", "et", "au"} or doc[k - 1].pos_ == "DET"):
        k -= 1
    return k


def _owner(clauses: Clauses, start: int) -> tuple[Mention, ...]:
    """Return who "son", "leur" before the noun stands for."""
    for k in range(start - 1, max(start - 4, -1), -1):
        if clauses.words[k] in patterns.POSSESSIVE:
            mention = clauses.entities.starting(k)
            return (mention,) if mention is not None and mention.refs else ()
    return ()


def _governing(clauses: Clauses, start: int, end: int) -> VerbGroup | None:
    """Return the verb of which the noun is object, subject or adjunct."""
    before = clauses.verb_before(start, 10)
    if (
        before is not None
        and before.verb in patterns.SUPPORT | patterns.CANCEL_VERBS | patterns.PROPOSE_VERBS | patterns.DENY_VERBS
    ):
        gap = clauses.words[before.end : start]
        if not any(word in {",", "qui", "que", "lors", "après", "avant"} for word in gap):
            return before
    return clauses.finite_after(end, 30) or clauses.main_verb(start)


def _objects(clauses: Clauses, verb: VerbGroup, limit: int) -> tuple[Mention, ...]:
    """Return the direct object right after a verb."""
    end = min(clauses.sentence(verb.head)[1], limit)
    at = verb.end
    times = {time.start: time.end for time in clauses.reading.times}
    while at < end and at - verb.end < _OBJECT:
        mention = clauses.entities.starting(at)
        if mention is not None and mention.kind in patterns.ACTING:
            return clauses.coordination(at, end)[0]
        if at in times:
            at = times[at]
        elif clauses.words[at] in patterns.PLACE_PREPOSITIONS and clauses.place_in(at, min(at + 5, end)) is not None:
            place = clauses.place_in(at, min(at + 5, end))
            doc = clauses.reading.doc
            at = next(
                i for i in range(at, end + 1) if i == end or (place is not None and doc[i].idx >= place.passage.end)
            )
        elif clauses.reading.doc[at].pos_ == "ADV" or clauses.words[at] in {",", "ce"}:
            at += 1
        else:
            break
    return ()


def verbal(clauses: Clauses) -> Iterator[Candidate]:
    """Yield the encounters told by a verb."""
    for verb in clauses.reading.verbs:
        found = _verbal(clauses, verb)
        if found is None:
            continue
        parties, stop, kind = found
        pairs = _once(parties)
        if len(pairs) >= 2:
            yield Candidate(
                start=verb.start,
                end=stop,
                kind=kind,
                rule=f"meetings.{verb.verb}",
                parties=tuple(pairs),
                verb=verb,
            )


def _verbal(clauses: Clauses, verb: VerbGroup) -> tuple[list[tuple[Ref, str]], int, str] | None:
    end = clauses.sentence(verb.head)[1]
    words = clauses.words
    phone = any(word in patterns.PHONE for word in words[verb.end : min(verb.end + 8, end)])
    kind = "telephone" if phone else patterns.VERB_KINDS.get(verb.verb, "face-to-face")
    if verb.verb in patterns.WITH_VERBS and not verb.passive:
        after = _with_whom(clauses, verb, end)
        if after is not None and (verb.verb not in {"parler", "négocier", "échanger"} or _human(after[0])):
            return [*refs(clauses.subject(verb)), *refs(after[0])], after[1], kind
    if verb.reflexive and verb.verb in patterns.RECIPROCAL:
        who = clauses.subject(verb)
        return (refs(who), verb.end, kind) if len(refs(who)) >= 2 else None
    if verb.verb in patterns.TO_VERBS:
        at = next((k for k in range(verb.end, min(verb.end + 6, end)) if words[k] in {"à", "au"}), None)
        mention = clauses.mention_at(at + 1) if at is not None else None
        return ([*refs(clauses.subject(verb)), *refs([mention])], mention.end, kind) if mention is not None else None
    if verb.verb in patterns.OBJECT_VERBS and not verb.reflexive:
        return _transitive(clauses, verb, end, kind)
    return None


def _human(mentions: tuple[Mention, ...]) -> bool:
    return all(mention.kind in patterns.HUMAN for mention in mentions)


def _with_whom(clauses: Clauses, verb: VerbGroup, end: int) -> tuple[tuple[Mention, ...], int] | None:
    """Return who follows "avec" in the verb's clause, and the token after them."""
    stop = min(end, verb.end + 18)
    nxt = clauses.finite_after(verb.end, 18)
    if nxt is not None:
        stop = min(stop, nxt.start)
    for at in range(verb.end, stop):
        if clauses.words[at] == "avec":
            mentions, after = clauses.coordination(at + 1, end)
            return (mentions, after) if mentions else None
        if clauses.words[at] in {";", ":"}:
            return None
    return None


def _transitive(
    clauses: Clauses, verb: VerbGroup, end: int, kind: str
) -> tuple[list[tuple[Ref, str]], int, str] | None:
    hosting = verb.verb in patterns.HOSTING
    if verb.passive or verb.tense == "participle":
        by = next((k for k in range(verb.end, min(verb.end + 12, end)) if clauses.words[k] == "par"), None)
        agents, stop = clauses.coordination(by + 1, end) if by is not None else ((), verb.end)
        guests = clauses.subject(verb) if verb.finite else _antecedent(clauses, verb)
        if not agents or not guests or not _human(guests):
            return None
        return (
            [*refs(guests, "guest" if hosting else "participant"), *refs(agents, "host" if hosting else "participant")],
            stop,
            kind,
        )
    objects = _objects(clauses, verb, end)
    if not objects or not _human(objects):
        return None
    subject = clauses.subject(verb)
    if verb.verb == "convoquer" and not _ambassador(clauses, objects[0]):
        return None
    return (
        [*refs(subject, "host" if hosting else "participant"), *refs(objects, "guest" if hosting else "participant")],
        objects[-1].end,
        kind,
    )


def _antecedent(clauses: Clauses, verb: VerbGroup) -> tuple[Mention, ...]:
    start = clauses.sentence(verb.head)[0]
    near = [
        m for m in clauses.entities.within(start, verb.start) if verb.start - m.end <= 1 and m.kind in patterns.HUMAN
    ]
    return (max(near, key=lambda m: m.end - m.start),) if near else ()


def _ambassador(clauses: Clauses, mention: Mention) -> bool:
    return any(word.startswith(("ambassad", "chargé", "consul")) for word in clauses.words[mention.start : mention.end])
