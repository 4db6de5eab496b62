"""What happened when: meetings, statements and events of treaties that have a date."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from pyoxigraph import NamedNode, QuerySolution, Store

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
    """How one class of events is asked for."""

    kind: NamedNode
    label: str
    actors: tuple[NamedNode, ...]


KINDS: Mapping[str, _Kind] = {
    "Meeting": _Kind(PP.kind, "skos:prefLabel", (PP.participant,)),
    "Statement": _Kind(PP.speechAct, "pp:text", (PP.speaker, PP.addressee)),
    "TreatyEvent": _Kind(PP.eventKind, "pp:ofTreaty/skos:prefLabel", (PP.actor,)),
}
"""The classes whose things stand in the timeline."""

_EVENTS = """
SELECT ?thing ?date ?first (SAMPLE(?named) AS ?label) (SAMPLE(?sort) AS ?kind) WHERE {{
  ?thing a pp:{name} ; pp:date ?date ; sem:hasEarliestBeginTimeStamp ?first .
  OPTIONAL {{ ?thing sem:hasLatestEndTimeStamp ?end }}
  BIND(COALESCE(?end, ?first) AS ?last)
  {involved} {period}
  OPTIONAL {{ ?thing {label} ?named }}
  OPTIONAL {{ ?thing {kind} ?sort }}
}}
GROUP BY ?thing ?date ?first ORDER BY ?first ?date ?thing LIMIT {most}
"""

_UNDATED = "SELECT (COUNT(?thing) AS ?n) WHERE {{ ?thing a pp:{name} . FILTER NOT EXISTS {{ ?thing pp:date ?date }} }}"


def events(graph: Store, values: Mapping[str, str], language: str) -> Overview:
    """Return the dated events, the earliest first.

    Args:
        graph: what is asked.
        values: the filters: `actor`, `kind` (one of `KINDS`), `from` and `to` (days).
        language: of the labels.
    """
    who, names = actor(graph, values), Names(graph, language)
    wanted = [name for name in KINDS if values.get("kind", "") in {"", name}]
    found, numbers = [], {}
    for name in wanted:
        kind = KINDS[name]
        paths = "|".join(map(str, kind.actors))
        query = _EVENTS.format(
            name=name, label=kind.label, kind=kind.kind, most=MOST + 1, period=period(values),
            involved=f"?thing {paths} {who} ." if who else "",
        )  # fmt: skip
        found += [(words(row, "first"), name, row) for row in solutions(graph, query)]
        numbers[f"undated_{name}"] = sum(number(row, "n") for row in solutions(graph, _UNDATED.format(name=name)))
    found.sort(key=lambda event: (event[0] or "", wanted.index(event[1])))
    rows = [_row(names, name, row) for _, name, row in found[:MOST]]
    return Overview(
        [Table("events", ("date", "what", "kind", "event", "actors"), rows, "timeline", _more(found))], numbers
    )


def _row(names: Names, name: str, row: QuerySolution) -> list[Cell]:
    thing, kind = node(row, "thing"), row["kind"]
    return [
        cell(words(row, "date")),
        names.thing(PP[name]),
        names.thing(kind) if isinstance(kind, NamedNode) else None,
        {"text": words(row, "label") or names.thing(thing)["text"], "iri": thing.value},
        names.things(thing, *KINDS[name].actors),
    ]


def _more(found: list[tuple[str | None, str, QuerySolution]]) -> int:
    return -1 if len(found) > MOST else 0
