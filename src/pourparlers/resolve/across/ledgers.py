"""What the authority knows of the treaties that articles name: lines of their ledgers, marked by their record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Quad

from pourparlers.authority import TreatyEventRecord, load
from pourparlers.graph import iris
from pourparlers.resolve.across.identity import Identity
from pourparlers.resolve.across.naming import record_iri
from pourparlers.resolve.across.saying import french, recorded, said
from pourparlers.vocab import PP, RDF, concept


def ledgers(identity: Identity) -> Iterator[Quad]:
    """Yield the events that the records of the canonical treaties tell of, and add them to the treaties' ledgers."""
    for iri in sorted(identity.groups["treaty"]):
        for event in events(identity.records.get(iri, "")):
            node = iris.authority(event.id)
            yield from said(iri, PP.event, [node])
            yield from said(node, RDF.type, [PP.TreatyEvent.value])
            yield from said(node, PP.authorityRecord, [node])
            yield from said(node, PP.ofTreaty, [iri])
            yield from said(node, PP.eventKind, [concept("treaty-event", event.kind).value])
            yield from said(node, PP.actor, map(record_iri, actors([event])))
            yield from said(node, PP.placeName, french([event.place_name] if event.place_name else []))
            if event.time is not None:
                yield from recorded(node, event.time)


def events(treaty: str) -> tuple[TreatyEventRecord, ...]:
    """Return the events of a treaty's record, in the order of their ids."""
    return tuple(sorted(load().events_of.get(treaty, ()), key=lambda event: event.id))


def actors(told: Iterable[TreatyEventRecord]) -> tuple[str, ...]:
    """Return the states and institutions that act, as authority ids; of persons the articles tell."""
    bodies = (actor for event in told for actor in event.actors if not actor.startswith("person/"))
    return tuple(dict.fromkeys(bodies))
