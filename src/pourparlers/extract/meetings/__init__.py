"""Meetings: who met whom, where and when, or was to."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from pourparlers.extract.clauses import Clauses
from pourparlers.extract.meetings import patterns
from pourparlers.extract.meetings.candidates import Candidate, nominal
from pourparlers.extract.meetings.gatherings import known
from pourparlers.extract.meetings.occasions import Told, occasions, who
from pourparlers.extract.meetings.status import settled, status
from pourparlers.extract.meetings.verbs import verbal
from pourparlers.extract.mentions import Entities
from pourparlers.language.document import Reading, TimeExpression
from pourparlers.model import Dating, Meeting, Participation, Passage, Place, Ref, Time, local_id

__all__ = ["extract"]

_ORDER = ("held", "planned", "cancelled", "denied", "proposed")  # which telling of an occasion counts


class Clock(Protocol):
    """Tells the date of a printed time; see `resolve.clock`."""

    @property
    def dating(self) -> Dating:
        """When the article appeared."""
        ...

    def time(self, expression: TimeExpression, tense: str, anchor: Time | None = None) -> Time | None:
        """Return when that is, None if the article does not let us know."""
        ...


def extract(reading: Reading, entities: Entities, clock: Clock) -> tuple[Meeting, ...]:
    """Return the meetings of an article in the order of the text.

    Args:
        reading: the article.
        entities: its actors; participants are their Refs.
        clock: resolves printed times.
    """
    clauses = Clauses(reading, entities)
    found = sorted((*nominal(clauses), *verbal(clauses)), key=lambda one: (one.start, one.end))
    told = [known(clauses, _tell(clauses, clock, one), clock.dating) for one in found]
    meetings = (_meeting(clauses, group, entities) for group in occasions(told, persons=who(entities)))
    return tuple(one for one in meetings if len(one.participations) >= 2 or one.kind in patterns.BODIES)


def _tell(clauses: Clauses, clock: Clock, one: Candidate) -> Told:
    start, end = clauses.sentence(one.start)
    said, marks, sure = status(clauses, one)
    expression = _time_expression(clauses, one, start, end)
    tense = _tense(one, said)
    time = clock.time(expression, tense) if expression is not None else None
    said = settled(said, coming=_coming(time, clock.dating.latest))
    place = one.place or _place(clauses, one, start, end)
    paragraph = clauses.reading.sentences[clauses.number(one.start)].paragraph
    return Told(one, said, marks, place, time, paragraph, sure=sure)


def _tense(one: Candidate, said: str) -> str:
    """Return the tense by which a printed time is resolved: that of the verb, the future for what lies ahead."""
    if one.verb is None:
        return "future" if said in {"planned", "proposed"} else "perfect"
    ahead = one.verb.modal in {"aller", "devoir"} or (said == "proposed" and one.verb.tense in {"infinitive", "present"})
    return "future" if ahead else one.verb.tense


def _coming(time: Time | None, published: date | None) -> bool:
    return (
        time is not None
        and published is not None
        and time.earliest_begin is not None
        and time.earliest_begin >= published
    )


def _time_expression(clauses: Clauses, one: Candidate, start: int, end: int) -> TimeExpression | None:
    """Return the printed time of an encounter: beside it, else at the head of its sentence."""
    stop = end
    nxt = clauses.finite_after(one.end, 40)
    if nxt is not None and one.noun is None:
        stop = nxt.start
    near = clauses.time_in(one.start, min(stop, one.end + 10))
    if near is not None:
        return near
    before = clauses.time_in(max(start, one.start - 6), one.start)
    if before is not None:
        return before
    first = clauses.time_in(start, min(start + 6, one.start))
    if first is not None and (one.noun is None or one.verb is None or not one.recalls):
        return first
    if (
        one.verb is not None
        and one.verb.head > one.end
        and one.verb.verb in {"tenir", "avoir", "dérouler", "prévoir", "remonter"}
    ):
        return clauses.time_in(one.verb.start, min(one.verb.end + 8, end))
    return None


def _place(clauses: Clauses, one: Candidate, start: int, end: int) -> Place | None:
    """Return the place of an encounter: after it in its clause, else before it, as at the head of the sentence."""
    stop = min(end, one.end + 12)
    nxt = next((group for group in clauses.reading.verbs if group.start >= one.end), None)
    if nxt is not None and not (one.noun is not None and nxt.verb in patterns.TAKING_PLACE):
        stop = min(stop, nxt.start)
    after = clauses.place_in(one.start, max(stop, one.end))
    if after is not None:
        return after
    return clauses.place_in(start, one.start) if one.noun is None else None


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
