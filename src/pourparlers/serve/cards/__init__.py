"""What the page of a thing shows, by what the thing is. Made in a worker from the default graph."""

from __future__ import annotations

from dataclasses import dataclass, fields

from pyoxigraph import NamedNode, Store

from pourparlers.serve.cards import actors, articles, generic, meetings, others, statements, terms, treaties
from pourparlers.serve.cards.nodes import Graph, Link
from pourparlers.serve.cards.sections import Asked
from pourparlers.vocab import OWL, PP, RDF, SCHEMA, SKOS

__all__ = ["card", "plain"]


@dataclass(frozen=True, slots=True)
class Head:
    """What the pages of all things begin with; `template` is the page that shows the rest."""

    template: str
    iri: str
    name: str
    kinds: tuple[Link, ...]
    web: tuple[str, ...]
    records: tuple[str, ...]


def card(store: Store, node: NamedNode, language: str, asked: Asked) -> dict[str, object]:
    """Return the page of a thing: the members of its `Head` and, as "body", what is known of it.

    The body is made of dataclasses, which `plain` makes plain.

    Args:
        store: whose default graph is read.
        node: the thing.
        language: "fr" or "en", for labels.
        asked: which page of which section is wanted.
    """
    graph = Graph(store, language)
    topic = graph.topic(node)
    template, body = _body(graph, node, topic, asked)
    web = graph.nodes(node, SCHEMA.url, OWL.sameAs, SKOS.exactMatch)
    head = Head(
        template=template,
        iri=node.value,
        name=graph.link(node).label,
        kinds=graph.links(node, RDF.type),
        web=tuple(link.value for link in web),
        records=tuple(record.value for record in graph.nodes(node, PP.authorityRecord)),
    )
    return {**plain(head), "body": body}


def plain(value: object) -> dict[str, object]:
    """Return a dataclass as a mapping of its members, as they are: `dataclasses.asdict` copies them, and takes long.

    Raises:
        TypeError: it is none.
    """
    return {member.name: getattr(value, member.name) for member in fields(value)}  # type: ignore[arg-type]


def _body(graph: Graph, node: NamedNode, topic: str, asked: Asked) -> tuple[str, object]:  # noqa: PLR0911
    match topic:
        case "person" | "institution":
            return "actor", actors.actor(graph, node, asked)
        case "meeting":
            return "meeting", meetings.meeting(graph, node, asked)
        case "treaty":
            return "treaty", treaties.treaty(graph, node, asked)
        case "statement" | "quotation":
            return "statement", statements.statement(graph, node)
        case "tenure":
            return "tenure", others.tenure(graph, node, asked)
        case "event":
            return "event", others.event(graph, node)
        case "place":
            return "place", others.place(graph, node, asked)
        case "article":
            return "reader", articles.article(graph, node, asked)
        case "account":
            return "account", others.account(graph, node, asked)
        case "judgement":
            return "judgement", others.judged(graph, node)
        case "concept" | "scheme" | "collection" | "class" | "property" | "ontology":
            return "term", terms.term(graph, node, asked)
    return "generic", generic.thing(graph, node, asked)
