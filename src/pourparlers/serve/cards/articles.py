"""The reader: an article with the passages that prove facts, and the facts beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pyoxigraph import DefaultGraph, NamedNode

from pourparlers.serve.cards import facts
from pourparlers.serve.cards.nodes import Graph, Link, clipped
from pourparlers.serve.cards.sections import Asked
from pourparlers.serve.cards.segments import Paragraph, Span, paragraphs
from pourparlers.vocab import DCTERMS, NIF, PP, PROV, SCHEMA

PART = 60_000
"""Characters of an article that one page shows."""

GROUPS = ("person", "tenure", "institution", "meeting", "treaty", "event", "statement", "quotation")
"""The kinds of facts, in the order the reader lists them."""

_LABEL = 300
_OFFSETS = re.compile(r"#char=(\d{1,15}),(\d{1,15})$")


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of the article: what it is, in a few words, and where it is told (`char=B,E`, the best proof first)."""

    number: int
    topic: str
    link: Link
    label: str
    detail: tuple[Link, ...]
    date: str
    marks: tuple[facts.Mark, ...]
    passages: tuple[str, ...]
    confidence: str


@dataclass(frozen=True, slots=True)
class Group:
    """The facts of one kind."""

    topic: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """All that the reader shows. `parts` are the offsets at which the pages of a very long text begin."""

    file: str
    publisher: str
    issued: str
    earliest: str
    latest: str
    dating_given: bool
    dating_reasons: tuple[str, ...]
    url: str
    translated: bool
    remarks: tuple[str, ...]
    extraction: Link | None
    length: int
    part: int
    parts: tuple[int, ...]
    paragraphs: tuple[Paragraph, ...]
    groups: tuple[Group, ...]
    total: int
    topics: tuple[str, ...]


def article(graph: Graph, node: NamedNode, asked: Asked) -> Article:
    """Return the reader of an article, at the part that holds the offset `asked["at"]`."""
    text = graph.text(node, NIF.isString)
    parts = tuple(range(0, max(len(text), 1), PART))
    at = asked.get("at", "")
    part = min(int(at) // PART, len(parts) - 1) if at.isascii() and at.isdecimal() and len(at) < 16 else 0
    begin, end = parts[part], min(parts[part] + PART, len(text))
    every = _facts(graph, node)
    here = [fact for fact in every if any(low < end and high > begin for low, high in map(_bounds, fact.passages))]
    spans: dict[tuple[int, int], list[int]] = {}
    for fact in here:
        for passage in fact.passages:
            spans.setdefault(_bounds(passage), []).append(fact.number)
    masked = [_bounds(f"#{passage.value.partition('#')[2]}") for passage in graph.nodes(node, PP.furniture)]
    return Article(
        file=graph.text(node, DCTERMS.identifier),
        publisher=clipped(graph.text(node, DCTERMS.publisher)),
        issued=graph.text(node, DCTERMS.issued),
        earliest=graph.text(node, PP.issuedEarliest),
        latest=graph.text(node, PP.issuedLatest),
        dating_given=graph.true(node, PP.datingGiven),
        dating_reasons=tuple(clipped(why, _LABEL) for why in graph.texts(node, PP.datingReason)),
        url=next((link.value for link in graph.nodes(node, SCHEMA.url)), ""),
        translated=graph.true(node, PP.translated),
        remarks=tuple(clipped(remark, _LABEL) for remark in graph.texts(node, PP.remark)),
        extraction=graph.one(node, PROV.wasGeneratedBy),
        length=len(text),
        part=part,
        parts=parts,
        paragraphs=paragraphs(text, begin, end, [Span(*where, tuple(of)) for where, of in spans.items()], masked),
        groups=tuple(
            Group(topic, found) for topic in GROUPS if (found := tuple(fact for fact in here if fact.topic == topic))
        ),
        total=len(every),
        topics=tuple(fact.topic for fact in every),
    )  # fmt: skip


def _facts(graph: Graph, node: NamedNode) -> list[Fact]:
    """Return the facts of an article in the order of the text, numbered from 0."""
    found = []
    for quad in graph.store.quads_for_pattern(None, DCTERMS.source, node, DefaultGraph()):
        told = quad.subject
        if not isinstance(told, NamedNode):
            continue
        passages = _passages(graph, told)
        owner = next(iter(graph.who(told, PP.account)), told)
        topic = graph.topic(owner)
        if passages and topic in GROUPS:
            found.append((_bounds(passages[0]), GROUPS.index(topic), owner.value, told, owner, topic, passages))
    found.sort(key=lambda item: item[:3])
    return [
        _fact(graph, number, told, owner, topic, passages)
        for number, (_, _, _, told, owner, topic, passages) in enumerate(found)
    ]


def _fact(
    graph: Graph, number: int, told: NamedNode, owner: NamedNode, topic: str, passages: tuple[str, ...]
) -> Fact:  # fmt: skip
    detail: tuple[Link, ...] = ()
    label = graph.link(owner).label
    if topic == "tenure":
        detail = graph.links(told, PP.holder)
    elif topic == "meeting":
        detail = graph.links(told, PP.kind, PP.status)
    elif topic == "treaty":
        detail = graph.links(told, PP.treatyStatus)
    elif topic == "event":
        detail = graph.links(told, PP.actor)
    elif topic == "statement":
        detail = (*graph.links(told, PP.speaker), *graph.links(told, PP.speechAct))
    if topic in {"statement", "quotation"}:
        label = clipped(graph.text(told, PP.text), _LABEL)
    return Fact(
        number=number,
        topic=topic,
        link=graph.link(owner),
        label=label,
        detail=detail,
        date=graph.text(told, PP.date),
        marks=facts.marks(graph, told),
        passages=passages,
        confidence=graph.text(told, PP.confidence),
    )


def _passages(graph: Graph, told: NamedNode) -> tuple[str, ...]:
    """Return where a fact is told, as fragments `#char=B,E`: its best proof, then all in the order of the text."""
    best = graph.nodes(told, PP.contentPassage) or graph.nodes(told, PP.principalEvidence)
    signs = [cue for mark in graph.nodes(told, PP.mark) for cue in graph.nodes(mark, PP.evidence)]
    others = (*graph.nodes(told, PP.evidence, PP.contentPassage, PP.cuePassage, PP.timeExpression), *signs)
    ordered = [*sorted(map(_fragment, best), key=_bounds)[:1], *sorted(map(_fragment, (*best, *others)), key=_bounds)]
    return tuple(dict.fromkeys(fragment for fragment in ordered if _OFFSETS.search(fragment)))


def _fragment(passage: NamedNode) -> str:
    return "#" + passage.value.partition("#")[2]


def _bounds(fragment: str) -> tuple[int, int]:
    match = _OFFSETS.search(fragment)
    return (int(match[1]), int(match[2])) if match else (0, 0)
