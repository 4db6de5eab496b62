"""Who met whom: pairs of actors that took part in meetings held, and how often."""

from __future__ import annotations

from collections.abc import Mapping

from pyoxigraph import Store

from pourparlers.serve.overviews.tables import (
    MOST,
    SPAN,
    Names,
    Overview,
    Table,
    actor,
    cell,
    node,
    number,
    period,
    solutions,
    span,
)

ACTORS: Mapping[str, str] = {"Person": "pp:Person", "Institution": "pp:Institution"}
"""What the filter `kind` may restrict both sides to."""

_PAIRS = """
SELECT ?one ?other (COUNT(DISTINCT ?meeting) AS ?n) {span} WHERE {{
  ?meeting a pp:Meeting ; pp:status <https://w3id.org/pourparlers/ontology/meeting-status/held> ;
           pp:participant ?one , ?other .
  FILTER(STR(?one) < STR(?other))
  {sides} {involved}
  OPTIONAL {{ ?meeting sem:hasEarliestBeginTimeStamp ?first }}
  OPTIONAL {{ ?meeting sem:hasLatestEndTimeStamp ?last }}
  {period}
}}
GROUP BY ?one ?other ORDER BY DESC(?n) ?one ?other
"""


def network(graph: Store, values: Mapping[str, str], language: str) -> Overview:
    """Return the pairs, those that met most often first; filters: `actor`, `kind` (of `ACTORS`), `from`, `to`."""
    who, names = actor(graph, values), Names(graph, language)
    side = ACTORS.get(values.get("kind", ""))
    query = _PAIRS.format(
        sides=f"?one a {side} . ?other a {side} ." if side else "",
        involved=f"FILTER(?one = {who} || ?other = {who})" if who else "",
        period=period(values),
        span=SPAN,
    )
    found = list(solutions(graph, query))
    rows = [
        [
            names.thing(node(row, "one")),
            names.thing(node(row, "other")),
            cell(number(row, "n")),
            *span(row),
        ]
        for row in found[:MOST]
    ]
    left = max(0, len(found) - MOST)
    return Overview(
        [Table("pairs", ("actor", "other", "meetings", "first", "last"), rows, "network", left)],
        actor=who and names.thing(who),
    )
