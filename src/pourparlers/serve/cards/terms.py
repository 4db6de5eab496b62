"""Pages of the ontology: a class, a property, a concept, a scheme, a module, the whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from pyoxigraph import DefaultGraph, Literal, NamedNode

from pourparlers.serve.cards.nodes import Graph, Link, clipped
from pourparlers.serve.cards.sections import Asked, Section, cut
from pourparlers.vocab import ONTOLOGY, PP, RDF, RDFS, SKOS

MOST = 1000
"""Uses are counted up to here; where there are more, that is all a page says."""

_TERMS = frozenset({"class", "property", "concept"})


@dataclass(frozen=True, slots=True)
class Entry:
    """A term in a list: `name` is the end of its IRI, `uses` are at most `MOST`."""

    link: Link
    name: str
    topic: str
    labels: dict[str, str]
    definitions: dict[str, str]
    uses: int


@dataclass(frozen=True, slots=True)
class Term:
    """All that the page of a term, or of a module of terms, shows."""

    entry: Entry
    notes: tuple[str, ...]
    examples: tuple[str, ...]
    broader: tuple[Link, ...]
    domains: tuple[Link, ...]
    ranges: tuple[Link, ...]
    modules: tuple[Link, ...]
    notations: tuple[str, ...]
    members: tuple[Entry, ...]
    users: Section
    most: int


def term(graph: Graph, node: NamedNode, asked: Asked) -> Term:
    """Return the page of a term."""
    topic = graph.topic(node)
    users = sorted(islice(_users(graph, node, topic), MOST), key=str)
    return Term(
        entry=_entry(graph, node, topic),
        notes=tuple(filter(None, (graph.spoken(node, SKOS.scopeNote),))),
        examples=tuple(map(clipped, graph.texts(node, SKOS.example))),
        broader=graph.links(node, RDFS.subClassOf, RDFS.subPropertyOf),
        domains=graph.links(node, RDFS.domain),
        ranges=graph.links(node, RDFS.range),
        modules=graph.links(node, RDFS.isDefinedBy, SKOS.inScheme),
        notations=tuple(map(clipped, graph.texts(node, SKOS.notation))),
        members=tuple(_entry(graph, member, graph.topic(member)) for member in _members(graph, node, topic)),
        users=cut(asked, "users", users, graph.link),
        most=MOST,
    )


def _entry(graph: Graph, node: NamedNode, topic: str) -> Entry:
    return Entry(
        link=graph.link(node),
        name=node.value.rpartition("#")[2].rpartition("/")[2],
        topic=topic,
        labels=_by_language(graph, node, SKOS.prefLabel),
        definitions=_by_language(graph, node, SKOS.definition),
        uses=sum(1 for _ in islice(_users(graph, node, topic), MOST)),
    )


def _by_language(graph: Graph, node: NamedNode, prop: NamedNode) -> dict[str, str]:
    terms = (quad.object for quad in graph.store.quads_for_pattern(node, prop, None, DefaultGraph()))
    found = sorted((term.language or "", term.value) for term in terms if isinstance(term, Literal))
    return {language: clipped(text, 600) for language, text in found if language in {"fr", "en"}}


def _users(graph: Graph, node: NamedNode, topic: str) -> Iterable[NamedNode]:
    """Yield the things that are of a class, have a property, or name a concept; not the accounts beside them."""
    if topic not in _TERMS:
        return
    seen: set[NamedNode] = set()
    prop = {"property": node, "class": RDF.type}.get(topic)
    for quad in graph.store.quads_for_pattern(None, prop, None if topic == "property" else node, DefaultGraph()):
        thing = quad.subject
        if isinstance(thing, NamedNode) and thing not in seen and not thing.value.startswith(ONTOLOGY):
            seen.add(thing)
            if node == PP.Account or not graph.is_a(thing, PP.Account):
                yield thing


def _members(graph: Graph, node: NamedNode, topic: str) -> tuple[NamedNode, ...]:
    """Return the terms of a scheme, of a collection, of a module, or of the whole ontology."""
    if node.value == ONTOLOGY:
        return tuple(PP[name] for name in PP)
    if topic == "collection":
        return graph.nodes(node, SKOS.member)
    if topic in {"scheme", "ontology"}:
        return graph.who(node, SKOS.inScheme, RDFS.isDefinedBy)
    return ()
