"""Encounters told by a verb: somebody on either side of it."""

from __future__ import annotations

from collections.abc import Iterator

from pourparlers.extract.clauses import Clauses
from pourparlers.extract.meetings import patterns
from pourparlers.extract.meetings.candidates import Candidate, objects
from pourparlers.extract.meetings.groups import once, refs
from pourparlers.extract.mentions import Mention
from pourparlers.language.document import VerbGroup
from pourparlers.model import Place, Ref

_WITH = 18  # tokens from a verb to "avec"
_BY = 12  # tokens from a participle to "par"
Found = tuple[list[tuple[Ref, str]], int]


def verbal(clauses: Clauses) -> Iterator[Candidate]:
    """Yield the encounters told by a verb that have somebody on either side."""
    for verb in clauses.reading.verbs:
        end = clauses.sentence(verb.head)[1]
        place: Place | None = None
        if verb.reflexive and verb.verb == "rendre":
            travel = _travel(clauses, verb, end)
            if travel is None:
                continue
            parties, stop, place = travel
            kind = "visit"
        else:
            found = _parties(clauses, verb, end)
            if found is None:
                continue
            parties, stop = found
            phone = any(word in patterns.PHONE for word in clauses.words[verb.end : min(verb.end + 8, end)])
            kind = "telephone" if phone else patterns.VERB_KINDS.get(verb.verb, "face-to-face")
        pairs = once(parties)
        if len(pairs) >= 2:
            start = verb.start - (verb.reflexive and clauses.words[verb.start - 1] in {"s'", "se"})
            yield Candidate(start, stop, kind, f"meetings.{verb.verb}", pairs, verb, place=place)


def _parties(clauses: Clauses, verb: VerbGroup, end: int) -> Found | None:
    if verb.verb in patterns.WITH_VERBS and not verb.passive:
        after = _with_whom(clauses, verb, end)
        if after is not None and (verb.verb not in patterns.LOOSE or _human(after[0])):
            return [*refs(clauses, clauses.subject(verb)), *refs(clauses, after[0])], after[1]
    if verb.reflexive and verb.verb in patterns.RECIPROCAL:
        return refs(clauses, clauses.subject(verb)), verb.end
    if verb.verb in patterns.TO_VERBS:
        at = next((k for k in range(verb.end, min(verb.end + 6, end)) if clauses.words[k] in {"à", "au"}), None)
        mention = clauses.mention_at(at + 1) if at is not None else None
        return ([*refs(clauses, clauses.subject(verb)), *refs(clauses, [mention])], mention.end) if mention else None
    if verb.verb in patterns.OBJECT_VERBS and not verb.reflexive:
        return (
            _passive(clauses, verb, end) if verb.passive or verb.tense == "participle" else _active(clauses, verb, end)
        )
    if verb.verb in patterns.SIGNING and verb.finite:
        return _signing(clauses, verb, end)
    return None


def _human(mentions: tuple[Mention, ...]) -> bool:
    return all(mention.kind in patterns.HUMAN for mention in mentions)


def _with_whom(clauses: Clauses, verb: VerbGroup, end: int) -> tuple[tuple[Mention, ...], int] | None:
    """Return who follows "avec" in the verb's clause, and the token after them."""
    stop = min(end, verb.end + _WITH)
    nxt = clauses.finite_after(verb.end, _WITH)
    if nxt is not None:
        stop = min(stop, nxt.start)
    for at in range(verb.end, stop):
        if clauses.words[at] == "avec":
            mentions, after = clauses.coordination(at + 1, end)
            return (mentions, after) if mentions else None
        if clauses.words[at] in {";", ":"}:
            return None
    return None


def _active(clauses: Clauses, verb: VerbGroup, end: int) -> Found | None:
    host, guest = _roles(verb)
    found = objects(clauses, verb, end)
    if not found or not _human(found) or (verb.verb == "convoquer" and not _ambassador(clauses, found[0])):
        return None
    return [*refs(clauses, clauses.subject(verb), host), *refs(clauses, found, guest)], found[-1].end


def _passive(clauses: Clauses, verb: VerbGroup, end: int) -> Found | None:
    host, guest = _roles(verb)
    by = next((k for k in range(verb.end, min(verb.end + _BY, end)) if clauses.words[k] == "par"), None)
    agents, stop = clauses.coordination(by + 1, end) if by is not None else ((), verb.end)
    guests = clauses.subject(verb) if verb.finite else _antecedent(clauses, verb)
    if not agents or not guests or not _human(guests):
        return None
    return [*refs(clauses, guests, guest), *refs(clauses, agents, host)], stop


def _roles(verb: VerbGroup) -> tuple[str, str]:
    return ("host", "guest") if verb.verb in patterns.HOSTING else ("participant", "participant")


def _antecedent(clauses: Clauses, verb: VerbGroup) -> tuple[Mention, ...]:
    start = clauses.sentence(verb.head)[0]
    near = [
        m for m in clauses.entities.within(start, verb.start) if verb.start - m.end <= 1 and m.kind in patterns.HUMAN
    ]
    return (max(near, key=lambda m: m.end - m.start),) if near else ()


def _ambassador(clauses: Clauses, mention: Mention) -> bool:
    return any(word.startswith(("ambassad", "chargé", "consul")) for word in clauses.words[mention.start : mention.end])


def _travel(clauses: Clauses, verb: VerbGroup, end: int) -> tuple[list[tuple[Ref, str]], int, Place] | None:
    """Return traveller and host of "X se rend en PLACE", if the article knows the state there as an actor."""
    place = clauses.place_in(verb.end, min(verb.end + 8, end))
    subject = clauses.subject(verb)
    if place is None or place.authority is None or not subject or not _human(subject):
        return None
    hosts = [one.id for one in clauses.entities.institutions if one.authority == place.authority]
    return [*refs(clauses, subject, "guest"), *((host, "host") for host in hosts)], verb.end, place


def _signing(clauses: Clauses, verb: VerbGroup, end: int) -> Found | None:
    """Return two people who sign a treaty together: they meet to do so."""
    subject = clauses.subject(verb)
    people = {person.id for person in clauses.entities.persons if not person.described}
    who = [pair for pair in refs(clauses, subject) if pair[0] in people]
    treaty = any(
        clauses.words[k].startswith(("traité", "accord", "déclaration", "pacte"))
        for k in range(verb.end, min(verb.end + 6, end))
    )
    return (who, verb.end) if len(who) >= 2 and treaty else None
