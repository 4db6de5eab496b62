"""Out of all that an article tells of an occasion, one meeting."""

from __future__ import annotations

from dataclasses import replace

from pourparlers.extract.clauses import Clauses
from pourparlers.extract.meetings import patterns
from pourparlers.extract.meetings.candidates import Candidate
from pourparlers.extract.meetings.told import Told
from pourparlers.extract.mentions import Entities
from pourparlers.model import Meeting, Participation, Passage, Ref, Time, local_id

_ORDER = ("cancelled", "held", "planned", "denied", "proposed")  # which telling of an occasion counts
_VAGUE_KINDS = frozenset({"unspecified", "session"})
_OWN_BODIES = frozenset({"state", "government", "ministry", "armed-force"})  # left out beside those who serve them
_FEW = 4  # days that a meeting may last by its words
_MARGIN = 5  # tokens from "en marge" to the noun of the larger meeting
_SURE, _LIKELY = 0.9, 0.8


def assemble(clauses: Clauses, groups: list[list[Told]]) -> tuple[Meeting, ...]:
    """Return the meetings of identified parties, each with the larger one it is part of."""
    capacities = _capacities(clauses.entities)
    made = [(group, _meeting(clauses, group, capacities)) for group in groups]
    kept = [(group, meeting) for group, meeting in made if _identified(clauses.entities, group, meeting)]
    ids = {(told.candidate.start, told.candidate.end): meeting.id for group, meeting in kept for told in group}
    return tuple(
        replace(meeting, part_of=_part_of(clauses, group, meeting, ids) or _on_visit(clauses, group, meeting, kept))
        for group, meeting in kept
    )


def _identified(entities: Entities, group: list[Told], meeting: Meeting) -> bool:
    """Tell a meeting of two parties, one that a single body holds, a journey to another state, or a dated gathering."""
    bodies = {one.id for one in entities.institutions}
    convenes = meeting.kind in patterns.BODIES or meeting.kind == "negotiation"
    alone = convenes and any(one.party in bodies for one in meeting.participations)
    journey = meeting.kind == "visit" and any(told.candidate.journey for told in group)
    dated = meeting.kind in {"summit", "conference"} and meeting.place is not None and meeting.time is not None
    named = any(told.candidate.noun is not None and told.candidate.noun.entry in patterns.GATHERED for told in group)
    dated = dated or named
    return len(meeting.participations) >= 2 or alone or journey or dated


def _capacities(entities: Entities) -> dict[Ref, Ref]:
    """Return the one post that the article gives to a person, by person."""
    found: dict[Ref, list[Ref]] = {}
    for tenure in entities.tenures:
        if not tenure.former and not tenure.future:
            found.setdefault(tenure.holder, []).append(tenure.id)
    return {holder: posts[0] for holder, posts in found.items() if len(posts) == 1}


def _meeting(clauses: Clauses, group: list[Told], capacities: dict[Ref, Ref]) -> Meeting:
    passages = tuple(_words(clauses, told) for told in group)
    candidates = [told.candidate for told in group]
    main = _main(group)
    parties = _finest(_parties(clauses.entities, group), clauses.entities)
    times = [told.time for told in group if told.time is not None and told.time.edtf.strip("/") == told.time.edtf != ""]
    topics = [clauses.reading.passage(*told.topic) for told in group if told.topic is not None]
    return Meeting(
        id=local_id("meeting", passages[0].begin, passages[0].end),
        evidence=passages,
        rule=candidates[0].rule,
        confidence=_SURE if main.sure and len(parties) >= 2 else _LIKELY,
        marks=main.marks,
        kind=_kind(candidates),
        status=main.status,
        participations=tuple(Participation(ref, role, capacities.get(ref)) for ref, role in parties.items()),
        place=next((told.place for told in group if told.place is not None), None),
        time=_finest_time(times),
        topics=tuple(dict.fromkeys(topics)),
        authority=next((told.authority for told in group if told.authority is not None), None),
    )


def _finest_time(times: list[Time]) -> Time | None:
    """Return the most telling time: "mercredi" before "cette semaine", else "du 3 au 5" before "le 3"."""
    narrow = [time for time in times if time.earliest_begin and time.latest_end and _days(time) <= _FEW]
    return max(narrow or times, key=lambda time: len(time.edtf), default=None)


def _days(time: Time) -> int:
    begin, end = time.earliest_begin, time.latest_end
    return (end - begin).days if begin is not None and end is not None else _FEW + 1


def _kind(candidates: list[Candidate]) -> str:
    """Return the first telling kind, that of a noun before that of a verb."""
    telling = [one for one in candidates if one.kind not in _VAGUE_KINDS]
    nouns = [one for one in telling if one.noun is not None]
    return (nouns or telling or candidates)[0].kind


def _main(group: list[Told]) -> Told:
    """Return the telling whose status counts: words that say it go before what is only supposed."""
    sure = [told for told in group if told.sure] or group
    called_off = [told for told in group if told.status == "cancelled"]
    return min(called_off or sure, key=lambda told: _ORDER.index(told.status))


def _parties(entities: Entities, group: list[Told]) -> dict[Ref, str]:
    """Return the parties with their roles; who is only described gives way to those that other tellings name."""
    parties: dict[Ref, str] = {}
    for told in group:
        for ref, role in told.candidate.parties:
            if parties.get(ref, "participant") == "participant":
                parties[ref] = role
    if len(parties) <= max(len(told.people) for told in group):
        return parties
    vague = {person.id for person in entities.persons if person.described}
    return {ref: role for ref, role in parties.items() if ref not in vague}


def _finest(parties: dict[Ref, str], entities: Entities) -> dict[Ref, str]:
    """Leave out a state or its arm whose own people take part: participants are named at the finest level."""
    served: set[Ref] = set()
    states = {one.id: one.state for one in entities.institutions}
    for tenure in entities.tenures:
        if tenure.holder in parties and tenure.institution is not None and not tenure.former:
            served.update(ref for ref in (tenure.institution, states.get(tenure.institution)) if ref is not None)
    arms = {one.id for one in entities.institutions if one.kind in _OWN_BODIES}
    return {ref: role for ref, role in parties.items() if not (ref in served and ref in arms)}


def _part_of(clauses: Clauses, group: list[Told], meeting: Meeting, ids: dict[tuple[int, int], Ref]) -> Ref | None:
    """Return the meeting in whose margin this one is told to happen: "en marge du sommet"."""
    for told in group:
        start, end = clauses.sentence(told.candidate.start)
        margins = [k for k in range(start, end) if clauses.words[k] == "marge"]
        for (first, _), ref in sorted(ids.items()):
            if ref != meeting.id and any(0 < first - k <= _MARGIN for k in margins):
                return ref
    return None


def _on_visit(
    clauses: Clauses, group: list[Told], meeting: Meeting, kept: list[tuple[list[Told], Meeting]]
) -> Ref | None:
    """Return the visit on which the traveller meets others, told in one sentence: "en visite à Oslo, X a vu Y"."""
    if patterns.FAMILIES.get(meeting.kind) in {"visit", "call"}:
        return None
    mine = {one.party for one in meeting.participations}
    here = {clauses.number(told.candidate.start) for told in group}
    for theirs, visit in kept:
        guests = {one.party for one in visit.participations if one.role == "guest"}
        there = {clauses.number(told.candidate.start) for told in theirs}
        if visit.kind == "visit" and guests & mine and here & there and meeting.status == visit.status:
            return visit.id
    return None


def _words(clauses: Clauses, told: Told) -> Passage:
    return clauses.reading.passage(told.candidate.start, told.candidate.end)
