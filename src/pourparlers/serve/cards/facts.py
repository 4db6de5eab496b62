"""The facts that the pages of things list, one line each: meetings, statements, posts, lines of ledgers."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import NamedNode

from pourparlers.serve.cards.nodes import Graph, Link, Proof, clipped
from pourparlers.serve.cards.sections import Plan
from pourparlers.vocab import DCTERMS, ORG, PP, PREFIXES

SAID = Plan(size=10)
"""Statements take more room than lines."""

LONGEST_TEXT = 2000
"""Characters of a statement that a list shows."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign of doubt: its kind, and the French words that give it."""

    kind: Link
    cue: str


@dataclass(frozen=True, slots=True)
class Met:
    """A meeting; `others` take part beside the one whose page it stands on; `issued` is its first article's date."""

    link: Link
    date: str
    issued: str
    kind: Link | None
    status: Link | None
    others: tuple[Link, ...]
    place: Link | None
    place_name: str
    articles: int
    sources: int
    roles: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """A statement; `issued` is when its article appeared."""

    link: Link
    date: str
    issued: str
    speakers: tuple[Link, ...]
    capacities: tuple[Link, ...]
    addressees: tuple[Link, ...]
    targets: tuple[Link, ...]
    act: Link | None
    mode: Link | None
    medium: Link | None
    cue: str
    text: str
    proof: Proof | None
    marks: tuple[Mark, ...]
    denials: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Held:
    """A post somebody holds; `dates` are those on which articles attest it."""

    link: Link
    title: str
    holder: Link | None
    institution: Link | None
    since: str
    until: str
    dates: tuple[str, ...]
    former: bool
    acting: bool
    future: bool
    record: str
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class Happened:
    """A line in the ledger of a treaty; without a proof, and without an article issued, it comes from the authority."""

    link: Link
    date: str
    issued: str
    kind: Link | None
    actors: tuple[Link, ...]
    treaty: Link | None
    proof: Proof | None
    marks: tuple[Mark, ...]


def marks(graph: Graph, node: NamedNode) -> tuple[Mark, ...]:
    """Return the signs of doubt that a fact bears."""
    found = []
    for mark in graph.nodes(node, PP.mark):
        kind = graph.one(mark, PP.markKind)
        if kind is not None:
            cue = " ".join(proof.words for proof in graph.proofs(mark, PP.evidence))
            found.append(Mark(kind, clipped(cue)))
    return tuple(found)


def issued(graph: Graph, node: NamedNode) -> str:
    """Return when the article appeared that tells a fact, "" if no article does or nobody knows."""
    return next((graph.text(article, DCTERMS.issued) for article in graph.nodes(node, DCTERMS.source)), "")


def principal(graph: Graph, node: NamedNode) -> Proof | None:
    """Return the passage that proves a fact best; of a statement, where its content begins."""
    for properties in ((PP.contentPassage,), (PP.principalEvidence,), (PP.evidence,)):
        found = graph.proofs(node, *properties)
        if found:
            return _short(found[0])
    return None


def met(graph: Graph, node: NamedNode, actor: NamedNode | None = None) -> Met:
    """Return a meeting, as it stands on the page of *actor*."""
    others = tuple(link for link in graph.links(node, PP.participant) if actor is None or link.iri != actor.value)
    roles: tuple[Link, ...] = ()
    if actor is not None:
        parts = [part for part in graph.nodes(node, PP.participation) if actor in graph.nodes(part, PP.party)]
        roles = tuple(dict.fromkeys(role for part in parts for role in graph.links(part, PP.role)))
    return Met(
        link=graph.link(node),
        date=graph.text(node, PP.date),
        issued=min(filter(None, (issued(graph, account) for account in graph.nodes(node, PP.account))), default=""),
        kind=graph.one(node, PP.kind),
        status=graph.one(node, PP.status),
        others=others,
        place=graph.one(node, PP.place),
        place_name=clipped(graph.text(node, PP.placeName)),
        articles=graph.number(node, PP.articleCount),
        sources=graph.number(node, PP.independentSourceCount),
        roles=roles,
    )


def said(graph: Graph, node: NamedNode, *, answered: bool = False) -> Said:
    """Return a statement, with its denials if *answered*."""
    return Said(
        link=graph.link(node),
        date=graph.text(node, PP.date),
        issued=issued(graph, node),
        speakers=graph.links(node, PP.speaker),
        capacities=graph.links(node, PP.inCapacity),
        addressees=graph.links(node, PP.addressee),
        targets=graph.links(node, PP.target),
        act=graph.one(node, PP.speechAct),
        mode=graph.one(node, PP.mode),
        medium=graph.one(node, PP.medium),
        cue=clipped(graph.text(node, PP.cue)),
        text=clipped(graph.text(node, PP.text), LONGEST_TEXT),
        proof=principal(graph, node),
        marks=marks(graph, node),
        denials=tuple(said(graph, denial) for denial in denials(graph, node)) if answered else (),
    )


def held(graph: Graph, node: NamedNode) -> Held:
    """Return a post held; what the articles do not know of its time, its authority record may."""
    records = graph.nodes(node, PP.authorityRecord)
    span = next((graph.text(record, PP.date) for record in records if graph.text(record, PP.date)), "")
    begin, slash, end = span.partition("/")
    accounts = graph.nodes(node, PP.account)
    proofs = tuple(_short(proof) for account in accounts for proof in graph.proofs(account, PP.principalEvidence))
    return Held(
        link=graph.link(node),
        title=clipped(graph.text(node, PP.title) or graph.text(node, PP.post)),
        holder=graph.one(node, PP.holder),
        institution=graph.one(node, ORG.organization),
        since=graph.text(node, PP.since) or begin,
        until=graph.text(node, PP.until) or (end if slash and end != ".." else ""),
        dates=graph.texts(node, PP.attestedOn),
        former=graph.true(node, PP.former),
        acting=graph.true(node, PP.acting),
        future=graph.true(node, PP.future),
        record=records[0].value if records else "",
        proofs=proofs[:3],
    )


def happened(graph: Graph, node: NamedNode) -> Happened:
    """Return a line of a ledger."""
    return Happened(
        link=graph.link(node),
        date=graph.text(node, PP.date),
        issued=issued(graph, node),
        kind=graph.one(node, PP.eventKind),
        actors=graph.links(node, PP.actor),
        treaty=graph.one(node, PP.ofTreaty),
        proof=principal(graph, node) if graph.nodes(node, DCTERMS.source) else None,
        marks=marks(graph, node),
    )


_ACT = f"{PREFIXES['pp'].removesuffix('#')}/speech-act"

# The accused denies, or somebody in a post of it or of its state; in the same article or on the same subject.
_ANSWERS = """
SELECT DISTINCT ?accusation ?denial WHERE {{
  VALUES ?{known} {{ {node} }}
  ?accusation a pp:Statement ; pp:speechAct <{act}/accuse> ; pp:target ?accused .
  ?denial a pp:Statement ; pp:speechAct <{act}/deny> .
  {{ ?denial pp:speaker ?accused }} UNION {{ ?denial pp:inCapacity/org:organization/pp:state? ?accused }}
  FILTER EXISTS {{
    {{ ?accusation dcterms:source ?shared . ?denial dcterms:source ?shared }}
    UNION {{ ?accusation pp:about ?shared . ?denial pp:about ?shared }}
  }}
}}
ORDER BY ?accusation ?denial
"""


def denials(graph: Graph, node: NamedNode) -> tuple[NamedNode, ...]:
    """Return the statements that deny an accusation; none if *node* is no accusation."""
    return _answers(graph, node, "accusation", "denial") if _does(graph, node, "accuse") else ()


def denied(graph: Graph, node: NamedNode) -> tuple[NamedNode, ...]:
    """Return the accusations that a denial answers."""
    return _answers(graph, node, "denial", "accusation") if _does(graph, node, "deny") else ()


def _does(graph: Graph, node: NamedNode, act: str) -> bool:
    return NamedNode(f"{_ACT}/{act}") in graph.nodes(node, PP.speechAct)


def _answers(graph: Graph, node: NamedNode, known: str, wanted: str) -> tuple[NamedNode, ...]:
    rows = graph.rows(_ANSWERS.format(known=known, node=node, act=_ACT))
    return tuple(term for row in rows if isinstance(term := row[wanted], NamedNode))


def _short(proof: Proof) -> Proof:
    return Proof(proof.article, proof.begin, proof.end, clipped(proof.words, LONGEST_TEXT))
