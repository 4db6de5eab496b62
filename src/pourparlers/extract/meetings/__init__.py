"""Meetings: who met whom, where and when, or was to."""

from __future__ import annotations

from pourparlers.extract.clauses import Clauses
from pourparlers.extract.meetings import patterns
from pourparlers.extract.meetings.candidates import Candidate, nominal
from pourparlers.extract.meetings.gatherings import known
from pourparlers.extract.meetings.occasions import Told, occasions, who
from pourparlers.extract.meetings.telling import Clock, tell
from pourparlers.extract.meetings.verbs import verbal
from pourparlers.extract.mentions import Entities
from pourparlers.language.document import Reading
from pourparlers.model import Meeting, Participation, Passage, Ref, local_id

__all__ = ["extract"]

_ORDER = ("held", "planned", "cancelled", "denied", "proposed")  # which telling of an occasion counts


def extract(reading: Reading, entities: Entities, clock: Clock) -> tuple[Meeting, ...]:
    """Return the meetings of an article in the order of the text.

    Args:
        reading: the article.
        entities: its actors; participants are their Refs.
        clock: resolves printed times.
    """
    clauses = Clauses(reading, entities)
    found = sorted((*nominal(clauses), *verbal(clauses)), key=lambda one: (one.start, one.end))
    told = [known(clauses, tell(clauses, clock, one), clock.dating) for one in found]
    meetings = (_meeting(clauses, group, entities) for group in occasions(told, persons=who(entities)))
    return tuple(one for one in meetings if len(one.participations) >= 2 or one.kind in patterns.BODIES)


def _meeting(clauses: Clauses, group: list[Told], entities: Entities) -> Meeting:
    reading = clauses.reading
    passages = tuple(_words(clauses, told.candidate) for told in group)
    kind = next(
        (told.candidate.kind for told in group if told.candidate.kind not in {"unspecified", "session"}),
        group[0].candidate.kind,
    )
    sure = [told for told in group if told.sure] or group
    main = min(sure, key=lambda told: _ORDER.index(told.status))
    if any(told.status == "cancelled" for told in group):
        main = next(told for told in group if told.status == "cancelled")
    parties: dict[Ref, str] = {}
    for told in group:
        for ref, role in told.candidate.parties:
            if parties.get(ref, "participant") == "participant":
                parties[ref] = role
    if len(parties) > max(len(told.people) for told in group):
        vague = {person.id for person in entities.persons if person.described}
        parties = {ref: role for ref, role in parties.items() if ref not in vague}
    times = [told.time for told in group if told.time is not None and told.time.edtf]
    topics = tuple(reading.passage(*told.candidate.topic) for told in group if told.candidate.topic is not None)
    return Meeting(
        id=local_id("meeting", passages[0].begin, passages[0].end),
        evidence=passages,
        rule=group[0].candidate.rule,
        confidence=0.85,
        marks=main.marks,
        kind=kind,
        status=main.status,
        participations=tuple(Participation(ref, role) for ref, role in _finest(parties, entities).items()),
        place=next((told.place for told in group if told.place is not None), None),
        time=max(times, key=lambda time: len(time.edtf), default=None),
        topics=tuple(dict.fromkeys(topics)),
        authority=next((told.authority for told in group if told.authority is not None), None),
    )


def _finest(parties: dict[Ref, str], entities: Entities) -> dict[Ref, str]:
    """Leave out a state or body whose own people take part: participants are named at the finest level."""
    served: set[Ref] = set()
    states = {one.id: one.state for one in entities.institutions}
    for tenure in entities.tenures:
        if tenure.holder in parties and tenure.institution is not None and not tenure.former:
            served.add(tenure.institution)
            owner = states.get(tenure.institution)
            if owner is not None:
                served.add(owner)
    kinds = {one.id: one.kind for one in entities.institutions}
    return {ref: role for ref, role in parties.items() if not (ref in served and kinds.get(ref) == "state")}


def _words(clauses: Clauses, one: Candidate) -> Passage:
    return clauses.reading.passage(one.start, one.end)
