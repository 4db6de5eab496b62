"""The one door to pySHACL: a graph and shapes in, findings out."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

import pyoxigraph
import rdflib
from pyoxigraph import DefaultGraph, Quad, Triple
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query
from rdflib.query import Result

from pourparlers.validate import findings
from pourparlers.validate.findings import Finding
from pourparlers.validate.shapes import for_graph, load

Graph = pyoxigraph.Store | rdflib.Graph | Iterable[Quad | Triple]


def validate(graph: Graph, shapes: Iterable[Path] | None = None, *, layer: str = "resolved") -> tuple[Finding, ...]:
    """Return what the shapes hold against a graph, the gravest first; nothing if it is sound.

    pySHACL asks one small question after the other, which rdflib's memory answers faster than a database does:
    a store's layer is copied there (about a second for 50 000 quads).

    Args:
        graph: a store, an rdflib graph, or quads whose graph names do not matter.
        shapes: files of shapes; by default those for a graph of facts.
        layer: of a store, `"resolved"` (the default graph) or `"source"` (what all articles say).

    Raises:
        ValueError: there is no such layer.
    """
    import pyshacl  # noqa: PLC0415  half a second that whoever only re-reads passages need not wait

    data = graph if isinstance(graph, rdflib.Graph) else _copy(_quads(graph, layer))
    known = load(for_graph() if shapes is None else shapes)
    # In place, for our copy is nobody else's; the flags of pySHACL's report are not used: our severities decide.
    _, results, _ = pyshacl.validate(data, shacl_graph=known, inplace=True, advanced=True)
    assert isinstance(results, rdflib.Graph)
    return findings.read(results, known, data)


def _quads(graph: pyoxigraph.Store | Iterable[Quad | Triple], layer: str) -> Iterable[Quad | Triple]:
    if not isinstance(graph, pyoxigraph.Store):
        return graph
    if layer == "resolved":
        return graph.quads_for_pattern(None, None, None, DefaultGraph())
    if layer == "source":
        return (quad for name in graph.named_graphs() for quad in graph.quads_for_pattern(None, None, None, name))
    raise ValueError(f"no layer {layer!r}: 'resolved' or 'source'")


class _Asked(rdflib.Graph):
    """A graph that reads each query once: pySHACL asks the same few of every article, and reading is the slow part."""

    def query(self, query_object: str | Query, *args: Any, **more: Any) -> Result:  # noqa: ANN401  rdflib's signature
        """Answer a query."""
        asked = _read(query_object) if isinstance(query_object, str) else query_object
        return super().query(asked, *args, **more)


@lru_cache(maxsize=256)
def _read(query: str) -> Query:
    return prepareQuery(query)


def _copy(quads: Iterable[Quad | Triple]) -> rdflib.Graph:
    """Return the triples in rdflib's memory; as with its own parsers, a string has no datatype."""
    known: dict[object, rdflib.term.IdentifiedNode | rdflib.Literal] = {}
    graph = _Asked()
    for quad in quads:
        terms = []
        for term in (quad.subject, quad.predicate, quad.object):
            node = known.get(term)
            if node is None:
                node = known[term] = _term(term)
            terms.append(node)
        graph.add((terms[0], terms[1], terms[2]))
    return graph


_STRING = "http://www.w3.org/2001/XMLSchema#string"


def _term(term: object) -> rdflib.term.IdentifiedNode | rdflib.Literal:
    if isinstance(term, pyoxigraph.NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, pyoxigraph.BlankNode):
        return rdflib.BNode(term.value)
    if isinstance(term, pyoxigraph.Literal):
        if term.language is not None:
            return rdflib.Literal(term.value, lang=term.language)
        kind = term.datatype.value
        return rdflib.Literal(term.value, datatype=None if kind == _STRING else rdflib.URIRef(kind))
    raise ValueError(f"a term of a triple was expected, not {term}")
