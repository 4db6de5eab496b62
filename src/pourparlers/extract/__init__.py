"""Extraction: what one article says, as facts. Each topic is a package with its words in patterns.py.

    actors (with the institutions) ──► clock ──► treaties, meetings ──► statements

The topics are imported when first used: `resolve`, which they need, knows this package too.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from pourparlers.model import Facts

if TYPE_CHECKING:
    from pourparlers.language.document import Reading
    from pourparlers.model import Fate, Tenure, Time

__all__ = ["TOPICS", "extract", "ledger"]

TOPICS = ("actors", "institutions", "meetings", "treaties", "statements")
"""One word names a topic everywhere: here, in ontology/, shapes/, queries/ and tests/."""


def extract(reading: Reading) -> Facts:
    """Return all that is read out of one article."""
    entities = _topic("actors").extract(reading)
    clock = import_module("pourparlers.resolve.dating").clock(reading, entities)
    treaties, events = _topic("treaties").extract(reading, entities, clock)
    meetings = _topic("meetings").extract(reading, entities, clock)
    said = _topic("statements").extract(reading, entities, clock, treaties, meetings)
    unnamed = import_module("pourparlers.extract.actors.unnamed")
    terms = import_module("pourparlers.extract.actors.terms")
    needed = unnamed.referred((*meetings, *treaties, *events, *said.statements))
    persons, tenures = unnamed.drop_idle(entities.persons, entities.tenures, needed)
    return Facts(
        dating=clock.dating,
        persons=(*persons, *said.persons),
        institutions=entities.institutions,
        tenures=tuple(
            terms.dated(_attested(tenure, clock.of_article()), reading, entities, clock) for tenure in tenures
        ),
        meetings=meetings,
        treaties=treaties,
        treaty_events=events,
        statements=said.statements,
        quotations=said.quotations,
        unclaimed=said.unclaimed,
    )


def ledger(reading: Reading) -> tuple[Fate, ...]:
    """Return what became of each quotation and verb of saying of one article: claimed, classed or listed."""
    entities, facts = _topic("actors").extract(reading), extract(reading)
    told = import_module("pourparlers.extract.statements.ledger")
    fates: tuple[Fate, ...] = told.ledger(reading, entities, facts.statements, facts.unclaimed)
    return fates


def _attested(tenure: Tenure, published: Time | None) -> Tenure:
    """Return a post with the day on which the article proves it: that it appeared, if the holder still has it."""
    if published is None or not published.edtf or tenure.former or tenure.future:
        return tenure
    return replace(tenure, attested=published)


@cache
def _topic(name: str) -> ModuleType:
    return import_module(f"pourparlers.extract.{name}")
