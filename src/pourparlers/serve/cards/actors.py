"""The page of a person or an institution: names, posts, meetings, statements, treaties, sources, reasons of merges."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from pourparlers.serve.cards import facts
from pourparlers.serve.cards.identity import form, forms, reason, reasons
from pourparlers.serve.cards.nodes import Graph, Link, clipped
from pourparlers.serve.cards.sections import USUAL, Asked, Plan, Section, cut, listed
from pourparlers.vocab import DCTERMS, FOAF, ORG, PP, SKOS

_ACT = "https://w3id.org/pourparlers/ontology/speech-act"
_OTHER_RECORD = "FILTER NOT EXISTS {{ ?twin a pp:Tenure ; pp:authorityRecord ?fact FILTER(?twin != ?fact) }}"

# What the sections of the page list. `{node}` is the actor.
_PATTERNS = {
    "posts": "?fact a pp:Tenure ; pp:holder {node} . " + _OTHER_RECORD,
    "holders": "?fact a pp:Tenure ; org:organization {node} . " + _OTHER_RECORD,
    "meetings": "?fact a pp:Meeting ; pp:participant {node} .",
    "represented": "?fact a pp:Meeting ; pp:participation/pp:inCapacity/org:organization {node} .\n"
    "FILTER NOT EXISTS {{ ?fact pp:participant {node} }}",
    "accusations": f"?fact a pp:Statement ; pp:speechAct <{_ACT}/accuse> ; pp:speaker|pp:target {{node}} .",
    "statements": "?fact a pp:Statement ; pp:speaker {node} .",
    "spoken": "?fact a pp:Statement ; pp:inCapacity/org:organization {node} ; pp:speaker ?who . FILTER(?who != {node})",
    "received": "?fact a pp:Statement ; pp:addressee|pp:target {node} .",
    "about": "?fact a pp:Statement ; pp:about {node} .",
    "treaties": "?fact a pp:Treaty ; pp:party {node} .",
    "ledger": "?fact a pp:TreatyEvent ; pp:actor {node} .",
    "parts": "?fact a pp:Institution ; org:subOrganizationOf|pp:state {node} . FILTER(?fact != {node})",
    "people": "?fact a pp:Person ; pp:state {node} .",
}

_SOURCES = """
SELECT ?article (COUNT(DISTINCT ?passage) AS ?n) (MIN(?at) AS ?day) WHERE {{
  {node} pp:account ?account . ?account dcterms:source ?article ; pp:evidence ?passage .
  OPTIONAL {{ ?article pp:issuedEarliest ?issued }}
  BIND(STR(?issued) AS ?at)
}}
GROUP BY ?article
ORDER BY DESC(?day) ?article
"""


@dataclass(frozen=True, slots=True)
class Source:
    """An article that tells of a thing, and at how many places."""

    article: Link
    publisher: str
    issued: str
    mentions: int


@dataclass(frozen=True, slots=True)
class Treaty:
    """A treaty that somebody is a party to."""

    link: Link
    date: str
    kind: Link | None
    status: Link | None


@dataclass(frozen=True, slots=True)
class Actor:
    """All that the page of a person or an institution shows."""

    gender: str
    described: bool
    classification: Link | None
    part_of: tuple[Link, ...]
    states: tuple[Link, ...]
    capital: Link | None
    existed: str
    names: tuple[str, ...]
    acronyms: tuple[str, ...]
    forms: Section
    reasons: Section
    link_reasons: tuple[str, ...]
    posts: Section
    holders: Section
    meetings: Section
    represented: Section
    accusations: Section
    statements: Section
    spoken: Section
    received: Section
    about: Section
    treaties: Section
    ledger: Section
    parts: Section
    people: Section
    sources: Section


def actor(graph: Graph, node: NamedNode, asked: Asked) -> Actor:
    """Return the page of an actor."""

    def section(key: str, line: Callable[[NamedNode], object], plan: Plan = USUAL) -> Section:
        return listed(graph, asked, key, _PATTERNS[key].format(node=node), line, plan)

    def words(key: str) -> Section:
        return section(key, lambda fact: facts.said(graph, fact), facts.SAID)

    accounts = graph.nodes(node, PP.account)
    return Actor(
        gender=graph.text(node, FOAF.gender),
        described=graph.true(node, PP.described),
        classification=graph.one(node, ORG.classification),
        part_of=graph.links(node, ORG.subOrganizationOf),
        states=graph.links(node, PP.state),
        capital=graph.one(node, PP.capital),
        existed=graph.text(node, PP.date),
        names=tuple(map(clipped, graph.texts(node, SKOS.altLabel))),
        acronyms=tuple(map(clipped, graph.texts(node, PP.acronym))),
        forms=cut(asked, "names", forms(graph, node), lambda printed: form(graph, printed)),
        reasons=cut(asked, "reasons", reasons(graph, node), lambda judgement: reason(graph, judgement)),
        link_reasons=tuple(sorted({why for account in accounts for why in graph.texts(account, PP.linkReason)})),
        posts=section("posts", lambda fact: facts.held(graph, fact)),
        holders=section("holders", lambda fact: facts.held(graph, fact)),
        meetings=section("meetings", lambda fact: facts.met(graph, fact, node)),
        represented=section("represented", lambda fact: facts.met(graph, fact)),
        accusations=section("accusations", lambda fact: facts.said(graph, fact, answered=True), facts.SAID),
        statements=words("statements"),
        spoken=words("spoken"),
        received=words("received"),
        about=words("about"),
        treaties=section("treaties", lambda fact: treaty_line(graph, fact)),
        ledger=section("ledger", lambda fact: facts.happened(graph, fact)),
        parts=section("parts", graph.link),
        people=section("people", graph.link),
        sources=sources(graph, node, asked),
    )


def treaty_line(graph: Graph, node: NamedNode) -> Treaty:
    """Return a treaty as a line."""
    return Treaty(
        graph.link(node), graph.text(node, PP.date), graph.one(node, PP.kind), graph.one(node, PP.treatyStatus)
    )


def sources(graph: Graph, node: NamedNode, asked: Asked) -> Section:
    """Return the articles that tell of a thing of which there are accounts, the latest first."""
    found = [
        (article, int(n.value))
        for row in graph.rows(_SOURCES.format(node=node))
        if isinstance(n := row["n"], Literal) and isinstance(article := row["article"], NamedNode)
    ]
    return cut(asked, "sources", found, lambda pair: source(graph, *pair))


def source(graph: Graph, article: NamedNode, mentions: int) -> Source:
    """Return an article as a line."""
    return Source(
        article=graph.link(article),
        publisher=clipped(graph.text(article, DCTERMS.publisher)),
        issued=graph.text(article, DCTERMS.issued),
        mentions=mentions,
    )
