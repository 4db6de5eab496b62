"""Summits and conferences that the authority knows: their body, when the article only says the place."""

from __future__ import annotations

from dataclasses import replace

from pourparlers import authority
from pourparlers.extract.clauses import Clauses
from pourparlers.extract.meetings.told import Told
from pourparlers.model import Dating
from pourparlers.resolve.link import Span, link_gathering


def known(clauses: Clauses, told: Told, dating: Dating) -> Told:
    """Return a told encounter with its authority record and, if it names nobody, the body that the record names.

    The body must be an actor of the article: what only the authority knows is no fact of the article.
    """
    one = told.candidate
    if one.noun is None or not one.noun.body or not one.gatherings:
        return told
    time = Span(told.time.earliest_begin, told.time.latest_end) if told.time is not None else Span()
    printed = clauses.reading.doc[one.start : one.end].text
    link = link_gathering((printed,), time, None, Span(dating.earliest, dating.latest))
    bodies = {body.authority: body.id for body in clauses.entities.institutions if body.authority is not None}
    if link is None:
        shared = tuple((bodies[i], "participant") for i in _told_of(one.gatherings, frozenset(bodies)))
        return told if one.parties or not shared else replace(told, candidate=replace(one, parties=shared))
    record = authority.load().gatherings[link.id]
    found = tuple((bodies[i], "participant") for i in record.participants if i in bodies)
    return replace(told, candidate=replace(one, parties=one.parties or found), authority=link.id)


def _told_of(ids: tuple[str, ...], bodies: frozenset[str]) -> tuple[str, ...]:
    """Return the bodies of an article that hold a gathering of some name, if it names those of one such only."""
    records = [authority.load().get(one) for one in ids]
    parties = {one.participants for one in records if isinstance(one, authority.GatheringRecord)}
    named = {tuple(i for i in theirs if i in bodies) for theirs in parties} - {()}
    return named.pop() if len(named) == 1 else ()
