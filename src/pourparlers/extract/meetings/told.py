"""A candidate with what its clause says, and what is known of the people and bodies it names."""

from __future__ import annotations

from dataclasses import dataclass

from pourparlers.extract.meetings import cues, patterns
from pourparlers.extract.meetings.candidates import Candidate
from pourparlers.extract.mentions import Entities
from pourparlers.model import Mark, Place, Ref, Time

_ARMS = frozenset({"government", "ministry", "armed-force"})  # bodies that act for their state
_BODIES = frozenset({"alliance", "international-organisation"})  # bodies whose sessions are meetings of states


@dataclass(frozen=True, slots=True)
class Told:
    """A candidate with what its clause says of status (`sure` unless only by default), place and time."""

    candidate: Candidate
    status: str
    marks: tuple[Mark, ...]
    place: Place | None
    time: Time | None
    paragraph: int
    authority: str | None = None
    sure: bool = True
    title: bool = False
    topic: tuple[int, int] | None = None

    @property
    def people(self) -> frozenset[Ref]:
        """The parties without their roles."""
        return frozenset(ref for ref, _ in self.candidate.parties)

    @property
    def past(self) -> bool:
        """Tell whether a verb in the past says that it took place."""
        verb = self.candidate.verb
        return verb is not None and self.candidate.noun is None and verb.tense in cues.PAST

    @property
    def looks_back(self) -> bool:
        """Tell "après deux jours d'entretiens, X a ...": a noun that words and a verb in the past put behind."""
        one = self.candidate
        behind = one.noun is not None and not one.governed and self.status == "held" and self.sure
        return behind and one.verb is not None and one.verb.tense in cues.PAST

    @property
    def ahead(self) -> bool:
        """Tell whether a verb in the future says that it will take place."""
        verb = self.candidate.verb
        return verb is not None and (verb.tense in cues.FUTURE or verb.tense in {"infinitive", "present"})

    @property
    def family(self) -> str:
        """The kind's family: call, visit, talks, body, meeting."""
        return patterns.FAMILIES.get(self.candidate.kind, "meeting")


@dataclass(frozen=True, slots=True)
class Who:
    """What is known of the parties: people, those only described, whom each serves, states and arms of states."""

    persons: frozenset[Ref]
    described: frozenset[Ref]
    serves: dict[Ref, frozenset[Ref]]

    states: dict[Ref, Ref]
    arms: frozenset[Ref]
    bodies: frozenset[Ref]
    countries: frozenset[Ref]

    def same(self, some: frozenset[Ref], others: frozenset[Ref]) -> bool:
        """Tell whether every party of *some* may stand for another one of *others*."""
        return len(some) <= len(others) and self._paired(sorted(some), others)

    def _paired(self, some: list[Ref], others: frozenset[Ref]) -> bool:
        if not some:
            return True
        fitting = [ref for ref in sorted(others) if self._stands_for(some[0], ref)]
        return any(self._paired(some[1:], others - {ref}) for ref in fitting)

    def _stands_for(self, one: Ref, other: Ref) -> bool:
        """Tell a party itself, the body or state it serves, a body of that state, or somebody only described."""
        served = self.serves.get(other, frozenset())
        return (
            one == other
            or one in served
            or other in self.serves.get(one, ())
            or (one in self.arms and self.states.get(one) in served)
            or (one in self.described and other in self.persons)
        )


def who(entities: Entities) -> Who:
    """Return what is known of the actors of an article."""
    above = {one.id: {one.state, one.parent} - {None} for one in entities.institutions}
    serves: dict[Ref, frozenset[Ref]] = {}
    for tenure in entities.tenures:
        if tenure.institution is not None and not tenure.former:
            own = frozenset({tenure.institution, *above.get(tenure.institution, ())}) - {None}
            serves[tenure.holder] = serves.get(tenure.holder, frozenset()) | own
    return Who(
        frozenset(person.id for person in entities.persons),
        frozenset(person.id for person in entities.persons if person.described),
        serves,
        {one.id: one.state for one in entities.institutions if one.state is not None},
        frozenset(one.id for one in entities.institutions if one.kind in _ARMS),
        frozenset(one.id for one in entities.institutions if one.kind in _BODIES),
        frozenset(one.id for one in entities.institutions if one.kind == "state"),
    )
