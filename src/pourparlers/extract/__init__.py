"""Extraction: what one article says, as facts. Each topic is a package with its words in patterns.py."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from pourparlers.model import Dating, Facts

if TYPE_CHECKING:
    from collections.abc import Callable

    from pourparlers.language.document import Reading

__all__ = ["TOPICS", "extract"]

TOPICS = {
    "actors": "pourparlers.extract.actors",
    "institutions": "pourparlers.extract.institutions",
    "treaties": "pourparlers.extract.treaties",
    "meetings": "pourparlers.extract.meetings",
    "statements": "pourparlers.extract.statements",
}
"""The package of each topic. They are imported when first used: `resolve`, which they need, knows this package too."""


def extract(reading: Reading) -> Facts:
    """Return all that is read out of one article."""
    entities = _call("pourparlers.extract.actors", "extract", reading)
    if entities is None:
        entities = import_module("pourparlers.extract.mentions").Entities((), (), (), ())
    clock = _call("pourparlers.resolve.dating", "clock", reading, entities)
    treaties, events = _call(TOPICS["treaties"], "extract", reading, entities, clock) or ((), ())
    meetings = _call(TOPICS["meetings"], "extract", reading, entities, clock) or ()
    said = _call(TOPICS["statements"], "extract", reading, entities, clock, treaties, meetings) or ((), (), ())
    statements, quotations, unclaimed = said
    return Facts(
        dating=clock.dating if clock is not None else Dating(None, None),
        persons=entities.persons,
        institutions=entities.institutions,
        tenures=entities.tenures,
        meetings=meetings,
        treaties=treaties,
        treaty_events=events,
        statements=statements,
        quotations=quotations,
        unclaimed=unclaimed,
    )


def _call(module: str, name: str, *arguments: Any) -> Any:  # noqa: ANN401
    """Call a stage; None as long as nobody has written it."""
    stage = _stage(module, name)
    return stage(*arguments) if stage is not None else None


@cache
def _stage(module: str, name: str) -> Callable[..., Any] | None:
    try:
        return getattr(import_module(module), name, None)
    except ModuleNotFoundError:
        return None
