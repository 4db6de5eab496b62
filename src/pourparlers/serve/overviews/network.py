"""Who met whom: pairs of actors that took part in meetings held, and how often."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from heapq import nsmallest
from itertools import combinations

from pyoxigraph import NamedNode, Store

from pourparlers.serve.overviews.tables import (
    MOST,
    Cell,
    Names,
    Overview,
    Table,
    actor,
    cell,
    node,
    period,
    solutions,
    words,
)

ACTORS: Mapping[str, str] = {"Person": "pp:Person", "Institution": "pp:Institution"}
"""What the filter `kind` may restrict both sides to."""

_PARTIES = """
SELECT ?meeting ?party ?first ?last WHERE {{
  ?meeting a pp:Meeting ; pp:status <https://w3id.org/pourparlers/ontology/meeting-status/held> ;
           pp:participant ?party .
  {side} {involved}
  OPTIONAL {{ ?meeting sem:hasEarliestBeginTimeStamp ?first }}
  OPTIONAL {{ ?meeting sem:hasLatestEndTimeStamp ?last }}
  {period}
}}
"""


def network(graph: Store, values: Mapping[str, str], language: str) -> Overview:
    """Return the pairs, those that met most often first; filters: `actor`, `kind` (of `ACTORS`), `from`, `to`."""
    who, names = actor(graph, values), Names(graph, language)
    side = ACTORS.get(values.get("kind", ""))
    query = _PARTIES.format(
        side=f"?party a {side} ." if side else "",
        involved=f"?meeting pp:participant {who} ." if who else "",
        period=period(values),
    )
    # The pairs are made here: asked of the graph, a summit of twenty would be joined with itself.
    parties: defaultdict[str, set[str]] = defaultdict(set)
    meetings: defaultdict[str, set[str]] = defaultdict(set)
    days: dict[str, list[str]] = {}
    for row in solutions(graph, query):
        meeting, party = node(row, "meeting").value, node(row, "party").value
        parties[meeting].add(party)
        meetings[party].add(meeting)
        days[meeting] = [day for end in ("first", "last") if (day := words(row, end))]
    pairs = Counter(
        pair
        for present in parties.values()
        for pair in combinations(sorted(present), 2)
        if who is None or who.value in pair
    )
    rows: list[list[Cell]] = []
    for (one, other), n in nsmallest(MOST, pairs.items(), key=lambda item: (-item[1], item[0])):
        span = [day for meeting in meetings[one] & meetings[other] for day in days[meeting]]
        ends = (cell(min(span, default=None)), cell(max(span, default=None)))
        rows.append([names.thing(NamedNode(one)), names.thing(NamedNode(other)), cell(n), *ends])
    left = max(0, len(pairs) - MOST)
    table = Table("pairs", ("actor", "other", "meetings", "first", "last"), rows, "network", left)
    return Overview([table], actor=who and names.thing(who))
