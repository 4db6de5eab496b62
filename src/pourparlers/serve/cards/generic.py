"""The page of whatever has no page of its own: what is said of it, property by property, and what names it."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from pourparlers.serve.cards.nodes import Graph, Link, Proof, clipped
from pourparlers.serve.cards.sections import Asked, Section, cut
from pourparlers.vocab import PP, RDF

_MOST = 50
"""Values of one property that are shown; the data has the rest."""

_NAMED = 1000
"""Things that name it are listed up to here."""


@dataclass(frozen=True, slots=True)
class Line:
    """A property and its values: things, words, passages."""

    prop: Link
    links: tuple[Link, ...]
    texts: tuple[str, ...]
    proofs: tuple[Proof, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class Naming:
    """A thing that names this one, and by which property."""

    prop: Link
    thing: Link


@dataclass(frozen=True, slots=True)
class Plain:
    """All that the page shows."""

    lines: tuple[Line, ...]
    named: Section


def thing(graph: Graph, node: NamedNode, asked: Asked) -> Plain:
    """Return the page of a thing of any kind."""
    properties = {quad.predicate for quad in graph.said(node)} - {RDF.type}
    lines = (_line(graph, node, prop) for prop in properties)
    incoming = graph.naming(node, _NAMED)
    return Plain(
        lines=tuple(sorted(lines, key=lambda line: (line.prop.label, line.prop.iri))),
        named=cut(asked, "named", incoming, lambda pair: Naming(graph.link(pair[0]), graph.link(pair[1]))),
    )


def _line(graph: Graph, node: NamedNode, prop: NamedNode) -> Line:
    values = [quad.object for quad in graph.said(node) if quad.predicate == prop]
    things = sorted({value for value in values if isinstance(value, NamedNode)}, key=str)
    texts = sorted({value.value for value in values if isinstance(value, Literal)})
    passages = [value for value in things if graph.is_a(value, PP.Passage)]
    others = [value for value in things if value not in passages]
    return Line(
        prop=graph.link(prop),
        links=tuple(map(graph.link, others[:_MOST])),
        texts=tuple(clipped(text, 600) for text in texts[:_MOST]),
        proofs=tuple(filter(None, map(graph.proof, passages[:_MOST]))),
        more=max(len(others), len(texts), len(passages)) > _MOST,
    )
