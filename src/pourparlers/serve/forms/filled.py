"""What a worker tells of a form that was filled in: what each field stands for, and the rows if all is well."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pyoxigraph import DefaultGraph, Literal, NamedNode, Store

from pourparlers import queries
from pourparlers.errors import InvalidParameter
from pourparlers.queries import Parameter, SavedQuery, parameters
from pourparlers.serve import viewing
from pourparlers.vocab import DCTERMS, PP, RDF, concepts

CANDIDATES = 12
"""So many things are offered where a name may mean several."""

# Keys of `Job.values` that cannot be parameters of a query.
EVIDENCE, LANGUAGE = "", ".language"

_FILES = frozenset({"source", "earlier", queries.PROOF[1]})
"""Columns that hold the names of articles."""

Node = dict[str, object]


def filled(graph: Store, name: str, values: Mapping[str, str]) -> Node:
    """Return what a page shows of a saved query, fit for JSON.

    `fields`: by parameter its `name` and `iri`, or its `trouble` ("unknown", "ambiguous" with `candidates`, or the
    type it does not fit); `choices`: by parameter the labels of the words it allows; `table`: the rows as
    `viewing.rows` tells them with `files` (the articles by file name), None unless all fields are filled in and right;
    `sparql`: the query as it was asked; `empty`: whether the graph holds no article at all.

    Args:
        graph: what is asked.
        name: of the saved query.
        values: by parameter what its field holds; under `EVIDENCE` anything if proof is wanted; under `LANGUAGE` the
            language of the labels.

    Raises:
        InvalidParameter: a value belongs to no parameter.
        InvalidSavedQuery: the file of the query is wrong.
    """
    query, language = queries.find(name), values[LANGUAGE]
    given = {key: value for key, value in values.items() if key not in {EVIDENCE, LANGUAGE}}
    fields = {p.name: _field(graph, p, given[p.name], language) for p in query.params if p.name in given}
    choices = {p.name: _choices(graph, p, language) for p in query.params if p.choices}
    right = not any("trouble" in told for told in fields.values())
    ready = right and all(p.name in given for p in query.params if p.required)
    found: Node = {"fields": fields, "choices": choices, "table": None, "sparql": None, "empty": _empty(graph)}
    if ready:
        # Names are looked up once; from here on the things found stand for them.
        given |= {p: str(told["iri"]) for p, told in fields.items() if "iri" in told}
        found["sparql"] = bare(queries.bind(query, given, graph))
        found["table"] = _table(graph, query, given, language, proof=EVIDENCE in values)
    return found


def bare(sparql: str) -> str:
    """Return the text of a saved query without its header: an editor needs none, and an address is short."""
    return "\n".join(line for line in sparql.splitlines() if not line.startswith("#+")).strip() + "\n"


def _table(graph: Store, query: SavedQuery, given: Mapping[str, str], language: str, *, proof: bool) -> Node:
    answer = queries.run(graph, query, given)
    table = viewing.rows(graph, viewing.proved(graph, answer, viewing.SHOWN) if proof else answer, language)
    table["files"] = _files(graph, table)
    return table


def _field(graph: Store, parameter: Parameter, value: str, language: str) -> Node:
    classes = parameters.NAMED.get(parameter.type)
    if classes is not None and not parameters.is_iri(value):
        return _named(graph, value, classes)
    try:
        term = parameters.term(parameter, value, graph)
    except InvalidParameter:
        return {"trouble": parameter.type if classes is None else "iri"}
    if classes is None or not isinstance(term, NamedNode):
        return {}
    label = viewing.named(graph, term, language)
    return {"iri": term.value, "name": label} if label else {"trouble": "unknown"}


def _named(graph: Store, name: str, classes: tuple[str, ...]) -> Node:
    matches = queries.named(graph, name, classes)
    if len(matches) == 1:
        return {"iri": matches[0].iri.value, "name": matches[0].label}
    if not matches:
        return {"trouble": "unknown"}
    offered = [{"iri": match.iri.value, "label": match.label} for match in matches[:CANDIDATES]]
    return {"trouble": "ambiguous", "candidates": offered, "more": len(matches) - len(offered)}


def _choices(graph: Store, parameter: Parameter, language: str) -> dict[str, str]:
    if parameter.scheme is None:
        return {word: word for word in parameter.choices}
    known = concepts(parameter.scheme)
    return {word: viewing.named(graph, node, language) or word for word, node in known.items()}


def _files(graph: Store, table: Node) -> dict[str, str]:
    """Return the IRIs of the articles whose files the rows name."""
    names, rows = table["columns"], table["rows"]
    assert isinstance(names, Iterable)
    assert isinstance(rows, list)
    places = [place for place, name in enumerate(names) if name in _FILES]
    files = dict.fromkeys(
        row[place]["value"] for row in rows for place in places if row[place] and "value" in row[place]
    )
    found = {}
    for file in files:
        quad = next(graph.quads_for_pattern(None, DCTERMS.identifier, Literal(file), DefaultGraph()), None)
        if quad is not None and isinstance(quad.subject, NamedNode):
            found[file] = quad.subject.value
    return found


def _empty(graph: Store) -> bool:
    return next(graph.quads_for_pattern(None, RDF.type, PP.Article, DefaultGraph()), None) is None
