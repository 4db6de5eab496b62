"""What the graph says of one thing, and of itself."""

from __future__ import annotations

from itertools import chain

from pyoxigraph import DefaultGraph, Literal, NamedNode, QuerySolutions, Store, Triple

from pourparlers import queries
from pourparlers.vocab import ONTOLOGY, PP, RDFS

INCOMING = 1000
"""So many links to a thing are told; the document says if there are more."""

_CLIP = 2000

_HOLDS = "SELECT ?class (COUNT(?thing) AS ?n) WHERE { ?thing a ?class } GROUP BY ?class ORDER BY ?class"
_USES = "SELECT ?property (COUNT(*) AS ?n) WHERE { ?thing ?property ?value } GROUP BY ?property ORDER BY ?property"
_GRAPHS = "SELECT (COUNT(?graph) AS ?n) WHERE { SELECT DISTINCT ?graph WHERE { GRAPH ?graph { ?s ?p ?o } } }"


def known(graph: Store, node: NamedNode) -> bool:
    """Tell whether the graph says anything of *node*, or names it."""
    said = graph.quads_for_pattern(node, None, None, DefaultGraph())
    linked = graph.quads_for_pattern(None, None, node, DefaultGraph())
    return node.value == ONTOLOGY or next(chain(said, linked), None) is not None


def triples(graph: Store, node: NamedNode) -> list[Triple]:
    """Return all that is said of *node* and of its parts (their IRIs go on where its own ends), and who links it.

    The parts of an article are its passages; of a meeting, its participations.
    """
    found: dict[Triple, None] = {}
    # The terms of the ontology stand behind the `#` of its IRI, and nothing links them from there.
    terms = [PP[name] for name in PP] if node.value == ONTOLOGY else []
    waiting, seen = [*terms, node], {*terms, node}
    while waiting:
        for quad in graph.quads_for_pattern(waiting.pop(), None, None, DefaultGraph()):
            found.setdefault(quad.triple)
            part = quad.object
            if isinstance(part, NamedNode) and part not in seen and _part(part, node):
                seen.add(part)
                waiting.append(part)
    for linked, quad in enumerate(graph.quads_for_pattern(None, None, node, DefaultGraph())):
        if linked >= INCOMING:
            more = Literal(f"Only {INCOMING} of the links to this thing are told here.", language="en")
            found.setdefault(Triple(node, RDFS.comment, more))
            break
        found.setdefault(quad.triple)
        if isinstance(quad.subject, NamedNode) and _part(quad.subject, node):
            for said in graph.quads_for_pattern(quad.subject, None, None, DefaultGraph()):
                found.setdefault(said.triple)
    return sorted(found, key=lambda triple: (str(triple.subject), str(triple.predicate), str(triple.object)))


def clipped(text: str) -> str:
    """Return as much of a text as a page shows; the data has the rest."""
    return text if len(text) <= _CLIP else f"{text[:_CLIP]} […] ({len(text)} U+)"


def statistics(graph: Store) -> dict[str, object]:
    """Return the counts a VoID description gives of the default graph."""
    properties = _counted(graph, _USES, "property")
    return {
        "triples": sum(properties.values()),
        "graphs": _number(graph, _GRAPHS),
        "classes": _counted(graph, _HOLDS, "class"),
        "properties": properties,
    }


def _part(node: NamedNode, whole: NamedNode) -> bool:
    return node.value.startswith((f"{whole.value}#", f"{whole.value}/"))


def _counted(graph: Store, query: str, name: str) -> dict[str, int]:
    rows = queries.ask(graph, query)
    assert isinstance(rows, QuerySolutions)
    pairs = ((row[name], row["n"]) for row in rows)
    return {term.value: int(n.value) for term, n in pairs if isinstance(term, NamedNode) and isinstance(n, Literal)}


def _number(graph: Store, query: str) -> int:
    rows = queries.ask(graph, query)
    assert isinstance(rows, QuerySolutions)
    return next(int(n.value) for row in rows if isinstance(n := row["n"], Literal))
