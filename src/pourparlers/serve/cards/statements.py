"""The page of a statement: who, to whom, as what, through whom it reached us, and what answers it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pyoxigraph import NamedNode

from pourparlers.serve.cards import facts
from pourparlers.serve.cards.meetings import When, when
from pourparlers.serve.cards.nodes import Graph, Link, Proof, clipped
from pourparlers.vocab import DCTERMS, NIF, PP

# A word cut in two at either end of the surroundings.
_CUT_BEFORE = re.compile(r"\A\S{0,40}\s?")
_CUT_AFTER = re.compile(r"\s?\S{0,40}\Z")
_AROUND = 240
"""Characters of the article shown on either side of the words."""


@dataclass(frozen=True, slots=True)
class Context:
    """The words of a passage with what stands around them in the article."""

    before: str
    words: str
    after: str
    proof: Proof


@dataclass(frozen=True, slots=True)
class Statement:
    """All that the page of a statement, or of a quotation without a speaker, shows."""

    said: facts.Said
    about: tuple[Link, ...]
    reported_by: tuple[Link, ...]
    when: When
    place_name: str
    nominal: bool
    article: Link | None
    publisher: str
    issued: str
    contexts: tuple[Context, ...]
    cues: tuple[Proof, ...]
    denials: tuple[facts.Said, ...]
    denied: tuple[facts.Said, ...]
    confidence: str
    rule: str


def statement(graph: Graph, node: NamedNode) -> Statement:
    """Return the page of a statement."""
    source = next(iter(graph.nodes(node, DCTERMS.source)), None)
    return Statement(
        said=facts.said(graph, node),
        about=graph.links(node, PP.about),
        reported_by=graph.links(node, PP.reportedBy),
        when=when(graph, node),
        place_name=clipped(graph.text(node, PP.placeName)),
        nominal=graph.true(node, PP.nominal),
        article=graph.link(source) if source else None,
        publisher=clipped(graph.text(source, DCTERMS.publisher)) if source else "",
        issued=graph.text(source, DCTERMS.issued) if source else "",
        contexts=contexts(graph, graph.proofs(node, PP.contentPassage)),
        cues=graph.proofs(node, PP.cuePassage),
        denials=tuple(facts.said(graph, denial) for denial in facts.denials(graph, node)),
        denied=tuple(facts.said(graph, accusation) for accusation in facts.denied(graph, node)),
        confidence=graph.text(node, PP.confidence),
        rule=graph.text(node, PP.foundBy),
    )


def contexts(graph: Graph, proofs: tuple[Proof, ...]) -> tuple[Context, ...]:
    """Return passages of articles with the words around them."""
    texts: dict[str, str] = {}
    found = []
    for proof in proofs:
        iri = proof.article.iri
        if iri not in texts:
            texts[iri] = graph.text(NamedNode(iri), NIF.isString)
        text = texts[iri]
        begin, end = max(proof.begin, 0), min(proof.end, len(text))
        words = clipped(text[begin:end], facts.LONGEST_TEXT)
        first, last = max(begin - _AROUND, 0), min(end + _AROUND, len(text))
        before = _CUT_BEFORE.sub("…", text[first:begin]) if first else text[:begin]
        after = _CUT_AFTER.sub("…", text[end:last]) if last < len(text) else text[end:]
        found.append(Context(before, words, after, proof))
    return tuple(found)
