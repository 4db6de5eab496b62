"""The page of a treaty: names, parties, the ledger, who accuses whom of breaking it."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import NamedNode

from pourparlers.serve.cards import facts
from pourparlers.serve.cards.actors import sources
from pourparlers.serve.cards.identity import form, forms, reason, reasons
from pourparlers.serve.cards.nodes import Graph, Link, Proof, clipped
from pourparlers.serve.cards.sections import Asked, Plan, Section, cut, listed
from pourparlers.vocab import DCTERMS, PP, SKOS

_ACT = "https://w3id.org/pourparlers/ontology/speech-act"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a treaty stands according to one article."""

    status: Link | None
    article: Link
    issued: str
    proof: Proof | None


@dataclass(frozen=True, slots=True)
class Treaty:
    """All that the page of a treaty shows."""

    names: tuple[str, ...]
    acronyms: tuple[str, ...]
    kind: Link | None
    status: Link | None
    date: str
    topics: tuple[str, ...]
    note: str
    parties: tuple[Link, ...]
    standings: Section
    ledger: Section
    accusations: Section
    about: Section
    forms: Section
    reasons: Section
    sources: Section


def treaty(graph: Graph, node: NamedNode, asked: Asked) -> Treaty:
    """Return the page of a treaty."""
    accused = f"?fact a pp:Statement ; pp:about {node} ; pp:speechAct <{_ACT}/accuse> ."
    return Treaty(
        names=tuple(map(clipped, graph.texts(node, SKOS.altLabel))),
        acronyms=tuple(map(clipped, graph.texts(node, PP.acronym))),
        kind=graph.one(node, PP.kind),
        status=graph.one(node, PP.treatyStatus),
        date=graph.text(node, PP.date),
        topics=tuple(map(clipped, graph.texts(node, PP.topic))),
        note=clipped(graph.spoken(node, SKOS.note), 600),
        parties=graph.links(node, PP.party),
        standings=cut(asked, "standings", graph.nodes(node, PP.account), lambda account: _standing(graph, account)),
        ledger=listed(
            graph,
            asked,
            "ledger",
            f"?fact a pp:TreatyEvent ; pp:ofTreaty {node} .",
            lambda fact: facts.happened(graph, fact),
            Plan(latest_first=False),
        ),
        accusations=listed(
            graph,
            asked,
            "accusations",
            accused,
            lambda fact: facts.said(graph, fact, answered=True),
            Plan(10, latest_first=False),
        ),
        about=listed(
            graph,
            asked,
            "about",
            f"?fact a pp:Statement ; pp:about {node} .",
            lambda fact: facts.said(graph, fact),
            facts.SAID,
        ),
        forms=cut(asked, "names", forms(graph, node), lambda printed: form(graph, printed)),
        reasons=cut(asked, "reasons", reasons(graph, node), lambda judgement: reason(graph, judgement)),
        sources=sources(graph, node, asked),
    )


def _standing(graph: Graph, account: NamedNode) -> Standing:
    article = next(iter(graph.nodes(account, DCTERMS.source)), account)
    return Standing(
        status=graph.one(account, PP.treatyStatus),
        article=graph.link(article),
        issued=graph.text(article, DCTERMS.issued),
        proof=facts.principal(graph, account),
    )
