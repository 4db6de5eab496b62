"""Tables of an overview, fit for JSON, and what the overviews have in common: their filters and their limits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from pyoxigraph import DefaultGraph, Literal, NamedNode, QuerySolution, QuerySolutions, Store

from pourparlers import queries
from pourparlers.errors import InvalidParameter
from pourparlers.queries.lookup import ACTORS
from pourparlers.serve.viewing import named, position

MOST = 1000
"""Rows of a table; the page says if there are more."""

_NEVER, _EVER = "9999-12-31", "0001-01-01"

SPAN = f"""
(MIN(COALESCE(?first, "{_NEVER}"^^xsd:date)) AS ?from) (MAX(COALESCE(?last, "{_EVER}"^^xsd:date)) AS ?to)
"""
"""The first and the last day of a group; a group with one thing undated would otherwise have none. Read by `span`."""

Cell = Mapping[str, object] | None


@dataclass(frozen=True, slots=True)
class Table:
    """A table of an overview.

    Attributes:
        name: of the table; its words are `overview_NAME`.
        columns: names of the columns; their words are `overview_column_NAME`.
        rows: cells, None where nothing is known.
        view: the picture that is shown with it.
        more: how many rows are left out, or that some are where nobody counted (-1).
    """

    name: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    view: str
    more: int = 0


@dataclass(frozen=True, slots=True)
class Overview:
    """What a page of overview shows.

    Attributes:
        tables: in the order of the page.
        numbers: by the name of the phrase that tells them.
        actor: what the actor of the filter is called, None without one.
    """

    tables: Sequence[Table]
    numbers: Mapping[str, int] = field(default_factory=dict)
    actor: Cell = None


class Names:
    """What things are called, each looked up once."""

    def __init__(self, graph: Store, language: str) -> None:
        """Look up in the default graph of *graph*, labels in *language* where there are any."""
        self._graph, self._language = graph, language
        self._known: dict[str, dict[str, object]] = {}

    def thing(self, node: NamedNode) -> dict[str, object]:
        """Return the cell of a thing."""
        if node.value not in self._known:
            self._known[node.value] = {"text": named(self._graph, node, self._language) or "", "iri": node.value}
        return self._known[node.value]

    def place(self, node: NamedNode) -> dict[str, object]:
        """Return the cell of a place: a thing with a latitude and a longitude, if the graph knows them."""
        at = position(self._graph, node)
        return {**self.thing(node), "at": at} if at else self.thing(node)

    def things(self, subject: NamedNode, *properties: NamedNode) -> dict[str, object] | None:
        """Return the cell of all things that some properties of *subject* name, sorted by name."""
        quads = (q for p in properties for q in self._graph.quads_for_pattern(subject, p, None, DefaultGraph()))
        nodes = dict.fromkeys(q.object for q in quads if isinstance(q.object, NamedNode))
        cells = sorted((self.thing(node) for node in nodes), key=lambda cell: (str(cell["text"]), str(cell["iri"])))
        return {"text": ", ".join(str(cell["text"]) for cell in cells), "things": cells} if cells else None


def solutions(graph: Store, query: str) -> Iterator[QuerySolution]:
    """Yield the rows of a query of ours."""
    answer = queries.ask(graph, query)
    assert isinstance(answer, QuerySolutions)
    yield from answer


def node(row: QuerySolution, name: str) -> NamedNode:
    """Return the IRI a row has in a column."""
    term = row[name]
    assert isinstance(term, NamedNode)
    return term


def number(row: QuerySolution, name: str) -> int:
    """Return the whole number a row has in a column, 0 if it has none."""
    term = row[name]
    return int(term.value) if isinstance(term, Literal) else 0


def words(row: QuerySolution, name: str) -> str | None:
    """Return the text a row has in a column, None if it has none."""
    term = row[name]
    return term.value if isinstance(term, Literal) else None


def cell(text: object) -> Cell:
    """Return the cell of a text or a number, None for None."""
    if text is None:
        return None
    return {"text": str(text), "number": isinstance(text, int)}


def span(row: QuerySolution) -> tuple[Cell, Cell]:
    """Return the cells of the first and the last day that `SPAN` found, None where nothing is dated."""
    days = (words(row, "from"), words(row, "to"))
    first, last = (cell(None if day in {_NEVER, _EVER} else day) for day in days)
    return first, last


def actor(graph: Store, values: Mapping[str, str]) -> NamedNode | None:
    """Return the actor that the filter `actor` names, by IRI or by name; None if it is empty.

    Raises:
        InvalidParameter: it is no IRI.
        UnknownName: no actor is called so, or several are.
    """
    given = values.get("actor", "").strip()
    if not given:
        return None
    if "://" in given:
        try:
            return NamedNode(given.strip("<>"))
        except ValueError as error:
            raise InvalidParameter(f"actor: {given!r} is no IRI") from error
    return queries.one_named(graph, given, ACTORS).iri


def period(values: Mapping[str, str]) -> str:
    """Return what the filters `from` and `to` ask of ?first and ?last: that some day of them may lie in the period."""
    wanted = []
    for name, condition in (("from", '?last >= "{}"^^xsd:date'), ("to", '?first <= "{}"^^xsd:date')):
        day = values.get(name, "").strip()
        if day:
            wanted.append(f"FILTER({condition.format(_day(name, day))})")
    return " ".join(wanted)


def _day(name: str, text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise InvalidParameter(f"{name}: {text!r} is no day; write it like 2017-02-16") from error
