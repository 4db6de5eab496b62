"""An answer as a screen shows it: its first rows, what its things are called, and where places lie."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    Store,
    Triple,
)

from pourparlers import queries
from pourparlers.errors import InvalidQuery
from pourparlers.queries.proof import table
from pourparlers.serve.about import clipped
from pourparlers.serve.problems import Refusal
from pourparlers.vocab import DCTERMS, GEO, PP, RDFS, SKOS

SHOWN = 1000
"""Rows a screen shows; it says if there are more."""

_NAMES = (SKOS.prefLabel, PP.name, DCTERMS.title, DCTERMS.identifier, RDFS.label)

Node = NamedNode | BlankNode | Literal | Triple
Shown = dict[str, object]


def answer(graph: Store, sparql: str, *, language: str, evidence: bool, base: str | None = None) -> Shown:
    """Return what a screen shows of the answer to a query, fit for JSON.

    `kind` is "rows", "triples" or "boolean". Rows and triples have `columns`, `rows` (of cells, None where nothing is
    bound), `more`, and `things`: for each IRI that the graph names, its `label`, and `at` (latitude, longitude).

    Raises:
        InvalidQuery: the query does not parse, or cannot be evaluated.
        Refusal: proof is asked for where there are no rows to prove.
    """
    found = queries.ask(graph, sparql, base=base)
    if evidence:
        found = proved(graph, found, SHOWN)
    if isinstance(found, QueryBoolean):
        return {"kind": "boolean", "value": bool(found)}
    try:
        return _triples(graph, found, language) if isinstance(found, QueryTriples) else rows(graph, found, language)
    except (OSError, RuntimeError, ValueError) as error:
        raise InvalidQuery(f"the query cannot be evaluated: {error}") from error


def proved(graph: Store, found: queries.Answer, first: int | None = None) -> QuerySolutions:
    """Return the rows of an answer with the columns of their proof; only the *first* ones, and one more, if given.

    Raises:
        InvalidQuery: the query cannot be evaluated.
        Refusal: the answer has no rows.
    """
    if not isinstance(found, QuerySolutions):
        raise Refusal(400, "only the rows of a SELECT have a proof; ask without `evidence`")
    try:
        if first is not None:
            names = queries.columns(found)
            found = table(names, [[row[name] for name in names] for row in islice(found, first + 1)])
        return queries.with_proof(graph, found)
    except (OSError, RuntimeError, ValueError) as error:
        raise InvalidQuery(f"the query cannot be evaluated: {error}") from error


def things(graph: Store, nodes: Iterable[NamedNode], language: str) -> dict[str, Shown]:
    """Return what the graph calls each of the things, and where it lies; nothing of those it does not name."""
    found: dict[str, Shown] = {}
    for node in dict.fromkeys(nodes):
        told: Shown = {}
        if label := named(graph, node, language):
            told["label"] = label
        if at := position(graph, node):
            told["at"] = at
        if told:
            found[node.value] = told
    return found


def named(graph: Store, node: NamedNode, language: str) -> str | None:
    """Return what the graph calls a thing, in the language if it can; None if it does not name it."""
    for name in _NAMES:
        labels = [q.object for q in graph.quads_for_pattern(node, name, None, DefaultGraph())]
        texts = sorted((o.language != language, o.value) for o in labels if isinstance(o, Literal))
        if texts:
            return clipped(texts[0][1])
    return None


def position(graph: Store, node: NamedNode) -> tuple[float, float] | None:
    """Return latitude and longitude of a thing, None if the graph does not say."""
    numbers = []
    for name in (GEO.lat, GEO.long):
        quad = next(graph.quads_for_pattern(node, name, None, DefaultGraph()), None)
        if quad is None or not isinstance(quad.object, Literal):
            return None
        try:
            numbers.append(float(quad.object.value))
        except ValueError:
            return None
    return numbers[0], numbers[1]


def rows(graph: Store, found: QuerySolutions, language: str) -> Shown:
    """Return the first rows of an answer, as `answer` does."""
    names = queries.columns(found)
    taken = [tuple(row[name] for name in names) for row in islice(found, SHOWN + 1)]
    return _shown("rows", graph, names, taken, language)


def _triples(graph: Store, found: QueryTriples, language: str) -> Shown:
    taken = [(triple.subject, triple.predicate, triple.object) for triple in islice(found, SHOWN + 1)]
    return _shown("triples", graph, ("subject", "predicate", "object"), taken, language)


def _shown(
    kind: str, graph: Store, names: tuple[str, ...], taken: Sequence[Sequence[Node | None]], language: str
) -> Shown:
    first = taken[:SHOWN]
    nodes = (term for row in first for term in row if isinstance(term, NamedNode))
    return {
        "kind": kind,
        "columns": names,
        "rows": [[_cell(term) for term in row] for row in first],
        "more": len(taken) > SHOWN,
        "things": things(graph, nodes, language),
    }


def _cell(term: Node | None) -> Shown | None:
    if term is None:
        return None
    if isinstance(term, Literal):
        kept: Shown = {"value": clipped(term.value)}
        if term.language:
            kept["language"] = term.language
        elif not term.datatype.value.endswith("#string"):
            kept["datatype"] = term.datatype.value
        return kept
    return {"iri": term.value} if isinstance(term, NamedNode) else {"value": str(term)}
