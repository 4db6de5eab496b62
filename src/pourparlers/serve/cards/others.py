"""Pages of smaller things: a post held, a line of a ledger, a place, a judgement, what one article says of a thing."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import NamedNode

from pourparlers.serve.cards import facts
from pourparlers.serve.cards.identity import Reason, reason
from pourparlers.serve.cards.meetings import When, when
from pourparlers.serve.cards.nodes import Graph, Link, Proof, clipped
from pourparlers.serve.cards.sections import Asked, Section, cut, listed
from pourparlers.vocab import DCTERMS, GEO, PP, SKOS


@dataclass(frozen=True, slots=True)
class Attested:
    """An article that shows a post to be held."""

    link: Link
    article: Link | None
    issued: str
    title: str
    date: str
    former: bool
    proof: Proof | None
    confidence: str
    rule: str


@dataclass(frozen=True, slots=True)
class Tenure:
    """All that the page of a post held shows."""

    held: facts.Held
    attested: Section
    statements: Section
    meetings: Section


@dataclass(frozen=True, slots=True)
class Event:
    """All that the page of a line of a ledger shows."""

    happened: facts.Happened
    when: When
    place_name: str
    article: Link | None
    issued: str
    proofs: tuple[Proof, ...]
    confidence: str
    rule: str


@dataclass(frozen=True, slots=True)
class Place:
    """All that the page of a place shows."""

    kind: str
    country: str
    latitude: str
    longitude: str
    population: str
    names: tuple[str, ...]
    capital_of: tuple[Link, ...]
    meetings: Section


@dataclass(frozen=True, slots=True)
class Account:
    """All that the page of an account shows: whose, by which article, and its words."""

    owner: Link | None
    article: Link | None
    issued: str
    name: str
    link_reasons: tuple[str, ...]
    marks: tuple[facts.Mark, ...]
    proofs: Section
    confidence: str
    rule: str


@dataclass(frozen=True, slots=True)
class Judged:
    """The page of a judgement."""

    reason: Reason


def tenure(graph: Graph, node: NamedNode, asked: Asked) -> Tenure:
    """Return the page of a post held."""
    return Tenure(
        held=facts.held(graph, node),
        attested=cut(asked, "attested", graph.nodes(node, PP.account), lambda account: _attested(graph, account)),
        statements=listed(
            graph,
            asked,
            "statements",
            f"?fact a pp:Statement ; pp:inCapacity {node} .",
            lambda fact: facts.said(graph, fact),
        ),
        meetings=listed(
            graph,
            asked,
            "meetings",
            f"?fact a pp:Meeting ; pp:participation/pp:inCapacity {node} .",
            lambda fact: facts.met(graph, fact),
        ),
    )


def event(graph: Graph, node: NamedNode) -> Event:
    """Return the page of a line of a ledger."""
    source = next(iter(graph.nodes(node, DCTERMS.source)), None)
    return Event(
        happened=facts.happened(graph, node),
        when=when(graph, node),
        place_name=clipped(graph.text(node, PP.placeName)),
        article=graph.link(source) if source else None,
        issued=graph.text(source, DCTERMS.issued) if source else "",
        proofs=graph.proofs(node, PP.evidence),
        confidence=graph.text(node, PP.confidence),
        rule=graph.text(node, PP.foundBy),
    )


def place(graph: Graph, node: NamedNode, asked: Asked) -> Place:
    """Return the page of a place."""
    return Place(
        kind=graph.text(node, PP.placeKind),
        country=graph.text(node, PP.countryCode),
        latitude=graph.text(node, GEO.lat),
        longitude=graph.text(node, GEO.long),
        population=graph.text(node, PP.population),
        names=tuple(map(clipped, graph.texts(node, SKOS.altLabel))),
        capital_of=tuple(map(graph.link, graph.who(node, PP.capital))),
        meetings=listed(
            graph, asked, "meetings", f"?fact a pp:Meeting ; pp:place {node} .", lambda fact: facts.met(graph, fact)
        ),
    )


def account(graph: Graph, node: NamedNode, asked: Asked) -> Account:
    """Return the page of what one article says of a thing."""
    source = next(iter(graph.nodes(node, DCTERMS.source)), None)
    return Account(
        owner=next(iter(map(graph.link, graph.who(node, PP.account))), None),
        article=graph.link(source) if source else None,
        issued=graph.text(source, DCTERMS.issued) if source else "",
        name=clipped(graph.text(node, PP.name)),
        link_reasons=tuple(map(clipped, graph.texts(node, PP.linkReason))),
        marks=facts.marks(graph, node),
        proofs=cut(asked, "proofs", graph.proofs(node, PP.evidence)),
        confidence=graph.text(node, PP.confidence),
        rule=graph.text(node, PP.foundBy),
    )


def judged(graph: Graph, node: NamedNode) -> Judged:
    """Return the page of a judgement."""
    return Judged(reason(graph, node))


def _attested(graph: Graph, node: NamedNode) -> Attested:
    source = next(iter(graph.nodes(node, DCTERMS.source)), None)
    return Attested(
        link=graph.link(node),
        article=graph.link(source) if source else None,
        issued=graph.text(source, DCTERMS.issued) if source else "",
        title=clipped(graph.text(node, PP.title)),
        date=graph.text(node, PP.attestedOn),
        former=graph.true(node, PP.former),
        proof=facts.principal(graph, node),
        confidence=graph.text(node, PP.confidence),
        rule=graph.text(node, PP.foundBy),
    )
