"""Unnamed people stay only where they speak, meet or sign."""

from __future__ import annotations

from collections.abc import Iterable

from pourparlers.model import Meeting, Person, Ref, Statement, Tenure, Treaty, TreatyEvent


def referred(facts: Iterable[Meeting | Statement | Treaty | TreatyEvent]) -> frozenset[Ref]:
    """Return the ids that facts refer to as parties, speakers, addressees, targets or actors."""
    found: set[Ref] = set()
    for fact in facts:
        match fact:
            case Meeting():
                found.update(p.party for p in fact.participations)
            case Statement():
                found.update(fact.speakers, fact.addressees, fact.targets, fact.about)
                found.update(() if fact.reported_by is None else (fact.reported_by,))
            case Treaty():
                found.update(fact.parties)
            case TreatyEvent():
                found.update(fact.actors)
    return frozenset(found)


def drop_idle(
    persons: tuple[Person, ...], tenures: tuple[Tenure, ...], needed: frozenset[Ref]
) -> tuple[tuple[Person, ...], tuple[Tenure, ...]]:
    """Return persons and tenures without the described people nothing refers to."""
    idle = {p.id for p in persons if p.described and p.id not in needed}
    return tuple(p for p in persons if p.id not in idle), tuple(t for t in tenures if t.holder not in idle)
