"""Encounters told by a verb: somebody on either side of it."""

from __future__ import annotations

from collections.abc import Iterator

from pourparlers.extract.clauses import Clauses
from pourparlers.extract.meetings import patterns
from pourparlers.extract.meetings.calls import by_phone, on_the_phone, rings
from pourparlers.extract.meetings.candidates import Candidate
from pourparlers.extract.meetings.clitics import clitic
from pourparlers.extract.meetings.groups import once, refs
from pourparlers.extract.meetings.objects import agents, asked, companions, objects
from pourparlers.extract.meetings.travels import travel
from pourparlers.extract.mentions import Mention
from pourparlers.extract.subjects import subject
from pourparlers.language.document import VerbGroup
from pourparlers.model import Place, Ref

_READY = frozenset({"prêt", "prête", "prêts", "prêtes", "disposé", "disposée", "disposés", "disposées"})
_SEVERAL = 2
_TREATY = 6  # tokens from "signer" to what is signed
Found = tuple[list[tuple[Ref, str]], int]


def verbal(clauses: Clauses) -> Iterator[Candidate]:
    """Yield the encounters told by a verb that have somebody on either side."""
    for verb in clauses.reading.verbs:
        end = clauses.sentence(verb.head)[1]
        place: Place | None = None
        if verb.reflexive and verb.verb == "rendre":
            if verb.negated:
                continue  # "ne s'était pas rendu au Pérou depuis dix ans" is no occasion
            trip = travel(clauses, verb, end)
            if trip is None:
                continue
            parties, stop, place = trip
            kind = "visit"
        else:
            if verb.tense == "infinitive" and _never(clauses, verb):
                continue  # "n'a jamais eu à négocier avec X"
            if verb.tense == "participle" and _of_meeting(clauses, verb):
                continue  # "le sommet extraordinaire réuni lundi"
            if verb.negated and {"plus", "depuis"} & set(clauses.words[verb.start : min(verb.end + 10, end)]):
                continue  # "ne s'étaient plus vus depuis mars": no occasion
            found = _parties(clauses, verb, end)
            if found is None:
                continue
            parties, stop = found
            near = clauses.words[max(verb.start - 4, 0) : min(verb.end + 8, end)]
            kind = patterns.VERB_KINDS.get(verb.verb, "face-to-face")
            kind = "video" if patterns.VIDEO & set(near) else kind
            phoned = verb.verb in {"appeler", "téléphoner"} or by_phone(clauses, verb, end)
            kind = "telephone" if phoned else kind
        pairs = once(parties)
        together = verb.verb == "réunir" or (verb.reflexive and verb.verb in patterns.ASSEMBLING)
        kind = "session" if len(pairs) == 1 and together else kind
        if len(pairs) >= 2 or (pairs and together) or _recalls(clauses, verb):
            start = verb.start - (verb.reflexive and clauses.words[verb.start - 1] in {"s'", "se"})
            recalls = len(pairs) < 2 and not (pairs and together)
            rule = f"meetings.{verb.verb}"
            yield Candidate(start, max(stop, verb.end), kind, rule, pairs, verb, recalls=recalls, place=place)


def _parties(clauses: Clauses, verb: VerbGroup, end: int) -> Found | None:
    if (
        verb.verb in patterns.WITH_VERBS
        and not verb.passive
        and (verb.reflexive or verb.verb not in patterns.TRANSITIVE)
    ):
        after = companions(clauses, verb, end)
        ready = _READY & set(clauses.words[max(verb.start - 3, 0) : verb.start])
        if verb.verb == "échanger" and _traded(clauses, verb):
            return None
        if after is not None and (verb.verb not in patterns.LOOSE or ready or _human(after[0])):
            return _both(refs(clauses, subject(clauses, verb)), refs(clauses, after[0])), after[1]
    if verb.reflexive and verb.verb in patterns.RECIPROCAL:
        if patterns.FAR & set(clauses.words[verb.end : verb.end + _TREATY]):
            return None  # "par presse interposée"
        who = asked(clauses, verb) or subject(clauses, verb)
        return refs(clauses, _members(clauses, who) or who), verb.end
    if verb.verb in patterns.WITH_VERBS and not verb.passive and "ensemble" in clauses.words[verb.end : verb.end + 2]:
        return refs(clauses, subject(clauses, verb)), verb.end
    if verb.verb == "réunir" and verb.passive and not verb.negated:
        return refs(clauses, subject(clauses, verb)), verb.end
    return _reached(clauses, verb, end)


def _members(clauses: Clauses, who: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Return the members of "le Quartet (A, B, C et D) s'est réuni"."""
    if len(who) != 1:
        return ()
    near = range(who[0].end, min(who[0].end + _TREATY, clauses.sentence(who[0].start)[1]))
    at = next((k for k in near if clauses.words[k] == "("), None)
    if at is None or any(clauses.reading.tags[k] in {"VERB", "AUX", "PUNCT"} for k in range(who[0].end, at)):
        return ()
    close = clauses.passed(at, clauses.sentence(at)[1])
    inside = tuple(m for m in clauses.entities.within(at, close) if m.refs and m.kind in {"institution", "state"})
    return inside if len(inside) >= _SEVERAL else ()


def _reached(clauses: Clauses, verb: VerbGroup, end: int) -> Found | None:
    """Return the parties of a verb with an object of any kind, or with a treaty to sign."""
    visited = verb.verb == "rendre" and clauses.words[verb.end : verb.end + 1] == ("visite",)
    if verb.verb in patterns.TO_VERBS or visited:
        return _to(clauses, verb, end)
    if verb.verb in patterns.CALLING and not verb.reflexive:
        return _called(clauses, verb, end)
    phone = on_the_phone(clauses, verb, end)
    if phone is not None:
        found = clauses.coordination(phone, end)[0]
        return (_both(refs(clauses, subject(clauses, verb)), refs(clauses, found)), found[-1].end) if found else None
    suffered = verb.passive or verb.tense == "participle"
    if verb.verb in patterns.GATHERING and not verb.reflexive and not suffered:
        return _gathered(clauses, verb, end)
    if verb.verb in patterns.OBJECT_VERBS and not verb.reflexive:
        return _passive(clauses, verb, end) if suffered else _active(clauses, verb, end)
    if verb.verb in patterns.SEEING and not verb.reflexive and not suffered and _somewhere(clauses, verb, end):
        return _active(clauses, verb, end)
    if verb.verb in {"remettre", "présenter"} and "créance" in clauses.words[verb.end : verb.end + _TREATY + 2]:
        return _to(clauses, verb, end, _TREATY + 4)
    if verb.verb in patterns.SIGNING and (verb.finite or verb.tense == "gerund"):
        return _signing(clauses, verb, end)
    return None


def _never(clauses: Clauses, verb: VerbGroup) -> bool:
    """Tell an infinitive of what never happened."""
    former = clauses.finite_before(verb.start)
    return former is not None and former.negated and "jamais" in clauses.words[former.start - 1 : verb.start]


def _of_meeting(clauses: Clauses, verb: VerbGroup) -> bool:
    """Tell a participle that says of a meeting that it was held."""
    near = range(max(verb.start - 3, clauses.sentence(verb.head)[0]), verb.start)
    return any(clauses.words[k] in patterns.nouns() and clauses.reading.tags[k] == "NOUN" for k in near)


def _recalls(clauses: Clauses, verb: VerbGroup) -> bool:
    """Tell "les deux dirigeants se sont entretenus", of whom the sentence does not say who they are."""
    return (
        verb.reflexive and verb.verb in patterns.RECIPROCAL and any(m.kind == "group" for m in subject(clauses, verb))
    )


def _both(some: list[tuple[Ref, str]], others: list[tuple[Ref, str]]) -> list[tuple[Ref, str]]:
    """Return the parties of either side, none if a side is unknown: half a meeting would be an invention."""
    met = {ref for ref, _ in others}
    mine = [pair for pair in some if pair[0] not in met]
    return [*mine, *others] if mine and others else []


def _human(mentions: tuple[Mention, ...]) -> bool:
    return all(mention.kind in patterns.HUMAN for mention in mentions)


def _traded(clauses: Clauses, verb: VerbGroup) -> bool:
    """Tell "a échangé une lettre avec X" from "a échangé avec X", "a échangé des vues avec X"."""
    ahead = range(verb.end, min(verb.end + 3, len(clauses.words)))
    stop = next((k for k in ahead if clauses.words[k] == "avec"), ahead.stop)
    nouns = [k for k in range(verb.end, stop) if clauses.reading.tags[k] == "NOUN" and k not in clauses.times]
    return any(clauses.words[k] not in patterns.VIEWS for k in nouns)


def _somewhere(clauses: Clauses, verb: VerbGroup, end: int) -> bool:
    """Tell "a vu lundi à Oslo le roi": a time or a place beside the verb, and no "a vu le roi renoncer"."""
    found = objects(clauses, verb, end)
    if not found or not _human(found) or not all(m.refs for m in found):
        return False
    stop = found[-1].end
    after = next(iter(clauses.reading.verbs_in(stop, min(stop + 2, end))), None)
    told = clauses.time_in(verb.end, stop + 2) or clauses.place_in(verb.end, min(stop + 4, end))
    return after is None and (told is not None or "où" in clauses.words[max(verb.start - 4, 0) : verb.start])


def _to(clauses: Clauses, verb: VerbGroup, end: int, reach: int = _TREATY) -> Found | None:
    """Return the parties of "téléphoner à X", "rendre visite à X", "lui téléphoner"."""
    at = next((k for k in range(verb.end, min(verb.end + reach, end)) if clauses.words[k] in {"à", "au"}), None)
    mention = clauses.mention_at(at + 1) if at is not None else None
    whom = (mention,) if mention is not None else clitic(clauses, verb)
    stop = mention.end if mention is not None else verb.end
    return (_both(refs(clauses, subject(clauses, verb)), refs(clauses, whom)), stop) if whom else None


def _called(clauses: Clauses, verb: VerbGroup, end: int) -> Found | None:
    """Return the parties of "appeler X", "joindre X au téléphone", "joint au téléphone par X"."""
    if verb.passive or verb.tense == "participle":
        return _passive(clauses, verb, end) if by_phone(clauses, verb, end) else None
    found = _active(clauses, verb, end)
    if found is None or by_phone(clauses, verb, end):
        return found
    people = {one.id for one in clauses.entities.persons}
    both = len(found[0]) > 1 and all(ref in people for ref, _ in found[0])
    return found if both and rings(clauses, verb, found[1], end) else None


def _gathered(clauses: Clauses, verb: VerbGroup, end: int) -> Found | None:
    """Return who is brought together: "X a réuni à Nairobi les chefs rebelles A et B"."""
    found = objects(clauses, verb, end)
    host = subject(clauses, verb)
    guests = refs(clauses, found) if found and _human(found) else []
    if len(guests) < _SEVERAL or not host or any(clauses.words[m.head] in patterns.nouns() for m in host):
        return None
    return _both(refs(clauses, host, "host"), guests), found[-1].end


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


def _signing(clauses: Clauses, verb: VerbGroup, end: int) -> Found | None:
    """Return two people who sign a treaty together: they meet to do so."""
    passive = verb.passive
    signatories = agents(clauses, verb, end)[0] if passive else subject(clauses, verb)
    people = {person.id for person in clauses.entities.persons if not person.described}
    who = [pair for pair in refs(clauses, signatories) if pair[0] in people]
    low, high = (clauses.sentence(verb.head)[0], verb.start) if passive else (verb.end, min(verb.end + _TREATY, end))
    treaty = any(clauses.words[k].startswith(patterns.SIGNED) for k in range(low, high))
    return (who, verb.end) if len(who) >= 2 and treaty else None
