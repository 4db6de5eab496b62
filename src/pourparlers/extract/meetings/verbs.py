"""Encounters told by a verb: somebody on either side of it."""

from __future__ import annotations

from collections.abc import Iterator

from pourparlers.extract.clauses import Clauses
from pourparlers.extract.meetings import patterns
from pourparlers.extract.meetings.candidates import Candidate
from pourparlers.extract.meetings.groups import once, refs
from pourparlers.extract.meetings.objects import agents, companions, objects
from pourparlers.extract.meetings.visits import home, inviting
from pourparlers.extract.mentions import Mention
from pourparlers.extract.subjects import subject
from pourparlers.language.document import VerbGroup
from pourparlers.model import Place, Ref

Found = tuple[list[tuple[Ref, str]], int]


def verbal(clauses: Clauses) -> Iterator[Candidate]:
    """Yield the encounters told by a verb that have somebody on either side."""
    for verb in clauses.reading.verbs:
        end = clauses.sentence(verb.head)[1]
        place: Place | None = None
        if verb.reflexive and verb.verb == "rendre":
            if verb.negated:
                continue  # "ne s'était pas rendu au Pérou depuis dix ans" is no occasion
            travel = _travel(clauses, verb, end)
            if travel is None:
                continue
            parties, stop, place = travel
            kind = "visit"
        else:
            if verb.negated and {"plus", "depuis"} & set(clauses.words[verb.start : min(verb.end + 10, end)]):
                continue  # "ne s'étaient plus vus depuis mars": no occasion
            found = _parties(clauses, verb, end)
            if found is None:
                continue
            parties, stop = found
            near = clauses.words[max(verb.start - 4, 0) : min(verb.end + 8, end)]
            kind = patterns.VERB_KINDS.get(verb.verb, "face-to-face")
            kind = "video" if patterns.VIDEO & set(near) else kind
            kind = "telephone" if _by_phone(clauses, verb, end) else kind
        pairs = once(parties)
        if len(pairs) >= 2 or (pairs and verb.verb == "réunir") or _recalls(clauses, verb):
            start = verb.start - (verb.reflexive and clauses.words[verb.start - 1] in {"s'", "se"})
            recalls = len(pairs) < 2 and verb.verb != "réunir"
            rule = f"meetings.{verb.verb}"
            yield Candidate(start, max(stop, verb.end), kind, rule, pairs, verb, recalls=recalls, place=place)


def _parties(clauses: Clauses, verb: VerbGroup, end: int) -> Found | None:
    if (
        verb.verb in patterns.WITH_VERBS
        and not verb.passive
        and (verb.reflexive or verb.verb not in patterns.TRANSITIVE)
    ):
        after = companions(clauses, verb, end)
        if after is not None and (verb.verb not in patterns.LOOSE or _human(after[0])):
            return _both(refs(clauses, subject(clauses, verb)), refs(clauses, after[0])), after[1]
    if verb.reflexive and verb.verb in patterns.RECIPROCAL:
        return refs(clauses, subject(clauses, verb)), verb.end
    if verb.verb == "réunir" and verb.passive and not verb.negated:
        return refs(clauses, subject(clauses, verb)), verb.end
    if verb.verb in patterns.TO_VERBS or (
        verb.verb == "rendre" and clauses.words[verb.end : verb.end + 1] == ("visite",)
    ):
        at = next((k for k in range(verb.end, min(verb.end + 6, end)) if clauses.words[k] in {"à", "au"}), None)
        mention = clauses.mention_at(at + 1) if at is not None else None
        return (
            (_both(refs(clauses, subject(clauses, verb)), refs(clauses, [mention])), mention.end) if mention else None
        )
    if verb.verb in patterns.CALLING and not verb.passive and _by_phone(clauses, verb, end):
        return _active(clauses, verb, end)
    if verb.verb in patterns.OBJECT_VERBS and not verb.reflexive:
        return (
            _passive(clauses, verb, end) if verb.passive or verb.tense == "participle" else _active(clauses, verb, end)
        )
    if verb.verb in patterns.SIGNING and (verb.finite or verb.tense == "gerund"):
        return _signing(clauses, verb, end)
    return None


def _recalls(clauses: Clauses, verb: VerbGroup) -> bool:
    """Tell "les deux dirigeants se sont entretenus", of whom the sentence does not say who they are."""
    return (
        verb.reflexive and verb.verb in patterns.RECIPROCAL and any(m.kind == "group" for m in subject(clauses, verb))
    )


def _by_phone(clauses: Clauses, verb: VerbGroup, end: int) -> bool:
    following = clauses.finite_after(verb.end, 16)
    stop = min(end, verb.end + 16, following.start if following is not None else end)
    return bool(patterns.PHONE & set(clauses.words[verb.end : stop]))


def _both(some: list[tuple[Ref, str]], others: list[tuple[Ref, str]]) -> list[tuple[Ref, str]]:
    """Return the parties of either side, none if a side is unknown: half a meeting would be an invention."""
    return [*some, *others] if some and others else []


def _human(mentions: tuple[Mention, ...]) -> bool:
    return all(mention.kind in patterns.HUMAN for mention in mentions)


def _active(clauses: Clauses, verb: VerbGroup, end: int) -> Found | None:
    host, guest = _roles(verb)
    found = objects(clauses, verb, end)
    if not found or not _human(found) or (verb.verb == "convoquer" and not _ambassador(clauses, found[0])):
        return None
    return _both(refs(clauses, subject(clauses, verb), host), refs(clauses, found, guest)), found[-1].end


def _passive(clauses: Clauses, verb: VerbGroup, end: int) -> Found | None:
    host, guest = _roles(verb)
    by, stop = agents(clauses, verb, end)
    guests = subject(clauses, verb)
    if not by or not guests or not _human(guests):
        return None
    return _both(refs(clauses, guests, guest), refs(clauses, by, host)), stop


def _roles(verb: VerbGroup) -> tuple[str, str]:
    return ("host", "guest") if verb.verb in patterns.HOSTING else ("participant", "participant")


def _ambassador(clauses: Clauses, mention: Mention) -> bool:
    return any(word.startswith(("ambassad", "chargé", "consul")) for word in clauses.words[mention.start : mention.end])


def _travel(clauses: Clauses, verb: VerbGroup, end: int) -> tuple[list[tuple[Ref, str]], int, Place | None] | None:
    """Return traveller and host of "X se rend en PLACE", if X was invited or the state there is an actor."""
    place = clauses.place_in(verb.end, min(verb.end + 8, end))
    travellers = subject(clauses, verb)
    at = next((k for k in range(verb.end, min(verb.end + 6, end)) if clauses.words[k] == "chez"), None)
    if at is not None:
        hosted = refs(clauses, clauses.coordination(at + 1, end)[0], "host")
        return _both(refs(clauses, travellers, "guest"), hosted), verb.end, place
    if place is None or place.authority is None or not travellers or not _human(travellers):
        return None
    hosts = [ref for ref, _ in refs(clauses, inviting(clauses, verb.end))] or list(home(clauses, place))
    return [*refs(clauses, travellers, "guest"), *((host, "host") for host in hosts)], verb.end, place


def _signing(clauses: Clauses, verb: VerbGroup, end: int) -> Found | None:
    """Return two people who sign a treaty together: they meet to do so."""
    signatories = subject(clauses, verb)
    people = {person.id for person in clauses.entities.persons if not person.described}
    who = [pair for pair in refs(clauses, signatories) if pair[0] in people]
    treaty = any(
        clauses.words[k].startswith(("traité", "accord", "déclaration", "pacte"))
        for k in range(verb.end, min(verb.end + 6, end))
    )
    return (who, verb.end) if len(who) >= 2 and treaty else None
