"""The page of a meeting: who, where, when, and what each article says and leaves out."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import NamedNode

from pourparlers.serve.cards import facts
from pourparlers.serve.cards.identity import reason, reasons
from pourparlers.serve.cards.nodes import Graph, Link, Proof, clipped
from pourparlers.serve.cards.sections import Asked, Section, cut, listed
from pourparlers.vocab import DCTERMS, PP, SKOS

_WITNESSES = 6
"""Articles side by side at a time; a table of more cannot be read."""


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody's part in a meeting."""

    party: Link
    roles: tuple[Link, ...]
    capacities: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class When:
    """A time as read: in EDTF, as printed, and what it was resolved against."""

    date: str
    printed: tuple[Proof, ...]
    anchor: str


@dataclass(frozen=True, slots=True)
class Witness:
    """What one article says of a meeting; what it leaves out is empty, and in `missing` those it does not name."""

    link: Link
    article: Link
    publisher: str
    issued: str
    kind: Link | None
    status: Link | None
    when: When
    place: Link | None
    place_name: str
    parts: tuple[Part, ...]
    missing: tuple[Link, ...]
    topics: tuple[str, ...]
    marks: tuple[facts.Mark, ...]
    proofs: tuple[Proof, ...]
    confidence: str
    rule: str


@dataclass(frozen=True, slots=True)
class Step:
    """A status, and the article that gives it, by the day the article appeared."""

    status: Link | None
    date: str
    article: Link
    issued: str
    proof: Proof | None


@dataclass(frozen=True, slots=True)
class Meeting:
    """All that the page of a meeting shows."""

    names: tuple[str, ...]
    kind: Link | None
    status: Link | None
    date: str
    place: Link | None
    place_name: str
    parts: tuple[Part, ...]
    topics: tuple[str, ...]
    articles: int
    sources: int
    part_of: tuple[Link, ...]
    history: tuple[Step, ...]
    witnesses: Section
    reasons: Section
    contains: Section
    about: Section


def meeting(graph: Graph, node: NamedNode, asked: Asked) -> Meeting:
    """Return the page of a meeting."""
    accounts = sorted(graph.nodes(node, PP.account), key=lambda account: _appeared(graph, account))
    parts = _parts(graph, node)
    return Meeting(
        names=tuple(map(clipped, graph.texts(node, SKOS.altLabel))),
        kind=graph.one(node, PP.kind),
        status=graph.one(node, PP.status),
        date=graph.text(node, PP.date),
        place=graph.one(node, PP.place),
        place_name=clipped(graph.text(node, PP.placeName)),
        parts=parts,
        topics=tuple(map(clipped, graph.texts(node, PP.topic))),
        articles=graph.number(node, PP.articleCount),
        sources=graph.number(node, PP.independentSourceCount),
        part_of=graph.links(node, PP.partOf),
        history=_history(graph, accounts),
        witnesses=cut(
            asked, "witnesses", accounts, lambda account: _witness(graph, account, parts), size=_WITNESSES
        ),
        reasons=cut(asked, "reasons", reasons(graph, node), lambda judgement: reason(graph, judgement)),
        contains=listed(
            graph, asked, "contains", f"?fact a pp:Meeting ; pp:partOf {node} .", lambda fact: facts.met(graph, fact)
        ),
        about=listed(
            graph, asked, "about", f"?fact a pp:Statement ; pp:about {node} .", lambda fact: facts.said(graph, fact)
        ),
    )  # fmt: skip


def when(graph: Graph, node: NamedNode) -> When:
    """Return the time of a fact."""
    printed = graph.proofs(node, PP.timeExpression)
    return When(graph.text(node, PP.date), printed, clipped(graph.text(node, PP.timeAnchor)))


def _parts(graph: Graph, node: NamedNode) -> tuple[Part, ...]:
    """Return who takes part, each once, with all roles and capacities; also those of whom no more is said."""
    parts: dict[Link, list[NamedNode]] = {}
    for participation in graph.nodes(node, PP.participation):
        for party in graph.links(participation, PP.party):
            parts.setdefault(party, []).append(participation)
    for party in graph.links(node, PP.participant):
        parts.setdefault(party, [])
    return tuple(
        Part(
            party,
            tuple(dict.fromkeys(role for one in found for role in graph.links(one, PP.role))),
            tuple(dict.fromkeys(post for one in found for post in graph.links(one, PP.inCapacity))),
        )
        for party, found in sorted(parts.items(), key=lambda item: (item[0].label, item[0].iri))
    )


def _witness(graph: Graph, account: NamedNode, everybody: tuple[Part, ...]) -> Witness:
    parts = _parts(graph, account)
    named = {part.party.iri for part in parts}
    article = _article(graph, account)
    return Witness(
        link=graph.link(account),
        article=graph.link(article),
        publisher=clipped(graph.text(article, DCTERMS.publisher)),
        issued=graph.text(article, DCTERMS.issued),
        kind=graph.one(account, PP.kind),
        status=graph.one(account, PP.status),
        when=when(graph, account),
        place=graph.one(account, PP.place),
        place_name=clipped(graph.text(account, PP.placeName)),
        parts=parts,
        missing=tuple(part.party for part in everybody if part.party.iri not in named),
        topics=tuple(map(clipped, graph.texts(account, PP.topic))),
        marks=facts.marks(graph, account),
        proofs=graph.proofs(account, PP.principalEvidence) or graph.proofs(account, PP.evidence),
        confidence=graph.text(account, PP.confidence),
        rule=graph.text(account, PP.foundBy),
    )


def _history(graph: Graph, accounts: list[NamedNode]) -> tuple[Step, ...]:
    """Return one step for each status, given by the first article that has it, in the order the articles appeared."""
    steps: dict[Link | None, Step] = {}
    for account in accounts:
        status, article = graph.one(account, PP.status), _article(graph, account)
        issued = graph.text(article, DCTERMS.issued)
        step = Step(status, graph.text(account, PP.date), graph.link(article), issued, facts.principal(graph, account))
        steps.setdefault(status, step)
    return tuple(steps.values())


def _article(graph: Graph, account: NamedNode) -> NamedNode:
    return next(iter(graph.nodes(account, DCTERMS.source)), account)


def _appeared(graph: Graph, account: NamedNode) -> tuple[bool, str, str]:
    """Order accounts by the day of their article, those without one last."""
    article = _article(graph, account)
    day = graph.text(article, PP.issuedEarliest)
    return not day, day, graph.text(article, DCTERMS.identifier)
