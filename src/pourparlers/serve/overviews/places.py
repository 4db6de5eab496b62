"""Where meetings were held."""

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
    words,
)

_HELD = """
  ?meeting a pp:Meeting ; pp:status <https://w3id.org/pourparlers/ontology/meeting-status/held> .
  {involved}
  OPTIONAL {{ ?meeting sem:hasEarliestBeginTimeStamp ?first }}
  OPTIONAL {{ ?meeting sem:hasLatestEndTimeStamp ?last }}
  {period}
"""

_COUNTED = "SELECT ?place (COUNT(DISTINCT ?meeting) AS ?n) {span} WHERE {{" + _HELD
_RANKED = " }} GROUP BY ?place ORDER BY DESC(?n) ?place"

_PLACES = f"{_COUNTED} ?meeting pp:place ?place . {_RANKED}"
_PRINTED = f"""
{_COUNTED} ?meeting pp:placeName ?printed . BIND(STR(?printed) AS ?place)
FILTER NOT EXISTS {{{{ ?meeting pp:place ?known }}}} {_RANKED}
"""
_NOWHERE = f"""
SELECT (COUNT(DISTINCT ?meeting) AS ?n) WHERE {{{{
{_HELD} FILTER NOT EXISTS {{{{ ?meeting pp:place|pp:placeName ?somewhere }}}} }}}}
"""


def places(graph: Store, values: Mapping[str, str], language: str) -> Overview:
    """Return the places, those with most meetings first, then those nobody could locate; filters as for the network."""
    who, names = actor(graph, values), Names(graph, language)
    filters = {"involved": f"?meeting pp:participant {who} ." if who else "", "period": period(values), "span": SPAN}
    known = [(names.place(node(row, "place")), row) for row in solutions(graph, _PLACES.format(**filters))]
    printed = [(cell(words(row, "place")), row) for row in solutions(graph, _PRINTED.format(**filters))]
    rows = [[place, cell(number(row, "n")), *span(row)] for place, row in (*known, *printed)]
    numbers = {
        "nowhere": sum(number(row, "n") for row in solutions(graph, _NOWHERE.format(**filters))),
        "unlocated": sum("at" not in (place or {}) for place, _ in (*known, *printed)),
    }
    table = Table("places", ("place", "meetings", "first", "last"), rows[:MOST], "map", max(0, len(rows) - MOST))
    return Overview([table], numbers, actor=who and names.thing(who))
