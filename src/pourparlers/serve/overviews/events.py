"""What happened when: meetings, statements and events of treaties that have a date."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from pyoxigraph import DefaultGraph, Literal, NamedNode, QuerySolution, Store

from pourparlers.serve.overviews.tables import (
    MOST,
    Cell,
    Names,
    Overview,
    Table,
    actor,
    cell,
    node,
    number,
    period,
    solutions,
    words,
)
from pourparlers.vocab import PP


class _Kind(NamedTuple):
    """How the things of one class are told: their sort, what they say or what they are an event of, their actors."""

    sort: NamedNode
    text: NamedNode | None
    whole: NamedNode | None
    actors: tuple[NamedNode, ...]


KINDS: Mapping[str, _Kind] = {
    "Meeting": _Kind(PP.kind, None, None, (PP.participant,)),
    "Statement": _Kind(PP.speechAct, PP.text, None, (PP.speaker, PP.addressee)),
    "TreatyEvent": _Kind(PP.eventKind, None, PP.ofTreaty, (PP.actor,)),
}
"""The classes whose things stand in the timeline."""

_EVENTS = """
SELECT DISTINCT ?thing ?date ?first WHERE {{
  ?thing a pp:{name} ; pp:date ?date ; sem:hasEarliestBeginTimeStamp ?first .
  {involved} {period}
}}
ORDER BY DESC(?first) ?date ?thing LIMIT {most}
"""

_END = "OPTIONAL { ?thing sem:hasLatestEndTimeStamp ?end } BIND(COALESCE(?end, ?first) AS ?last)"

_UNDATED = "SELECT (COUNT(?thing) AS ?n) WHERE {{ ?thing a pp:{name} . FILTER NOT EXISTS {{ ?thing pp:date ?date }} }}"


def events(graph: Store, values: Mapping[str, str], language: str) -> Overview:
    """Return the dated events in their order; the latest where there are too many.

    Args:
        graph: what is asked.
        values: the filters: `actor`, `kind` (one of `KINDS`), `from` and `to` (days).
        language: of the labels.
    """
    who, names = actor(graph, values), Names(graph, language)
    wanted = [name for name in KINDS if values.get("kind", "") in {"", name}]
    found, numbers = [], {}
    limits = period(values)
    for name in wanted:
        query = _EVENTS.format(
            name=name,
            most=MOST + 1,
            period=f"{_END} {limits}" if limits else "",
            involved=f"?thing {'|'.join(map(str, KINDS[name].actors))} {who} ." if who else "",
        )
        found += [(words(row, "first") or "", name, row) for row in solutions(graph, query)]
        numbers[f"undated_{name}"] = sum(number(row, "n") for row in solutions(graph, _UNDATED.format(name=name)))
    found.sort(key=lambda event: event[0])  # the order of the classes stays within a day
    rows = [_row(graph, names, name, row) for _, name, row in found[-MOST:]]
    table = Table("events", ("date", "what", "kind", "event", "actors"), rows, "timeline", -(len(found) > MOST))
    return Overview([table], numbers, actor=who and names.thing(who))


def _row(graph: Store, names: Names, name: str, row: QuerySolution) -> list[Cell]:
    kind, thing = KINDS[name], node(row, "thing")
    sort, whole = _value(graph, thing, kind.sort), _value(graph, thing, kind.whole)
    said = _value(graph, thing, kind.text)
    named = whole if isinstance(whole, NamedNode) else thing
    return [
        cell(words(row, "date")),
        names.thing(PP[name]),
        names.thing(sort) if isinstance(sort, NamedNode) else None,
        {"text": said.value if isinstance(said, Literal) else names.thing(named)["text"], "iri": thing.value},
        names.things(thing, *kind.actors),
    ]


def _value(graph: Store, thing: NamedNode, name: NamedNode | None) -> NamedNode | Literal | None:
    """Return what a property says of a thing, the least if it says several."""
    if name is None:
        return None
    said = (quad.object for quad in graph.quads_for_pattern(thing, name, None, DefaultGraph()))
    return min((value for value in said if isinstance(value, NamedNode | Literal)), key=str, default=None)
