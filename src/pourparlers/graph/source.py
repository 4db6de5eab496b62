"""One article as a named graph in the making: what every lifted fact has in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from pyoxigraph import Literal, NamedNode, Quad

from pourparlers.graph import iris, terms
from pourparlers.model import Article, Entity, Found, Passage, Place, Ref, Time
from pourparlers.vocab import DCTERMS, NIF, OA, PP, RDF, SEM, concept

Term = NamedNode | Literal


class Source:
    """The named graph of one article; it remembers which passages were referred to, to describe each of them once."""

    def __init__(self, article: Article) -> None:
        """Name the graph after the article."""
        self.article = article
        self.iri = iris.article(article.name, article.sha256)
        self.graph = NamedNode(self.iri)
        self._passages: dict[Passage, NamedNode] = {}

    def quad(self, subject: NamedNode, predicate: NamedNode, thing: Term) -> Quad:
        """Return a statement of this graph."""
        return Quad(subject, predicate, thing, self.graph)

    def node(self, ref: Ref) -> NamedNode:
        """Return the node of an entity or fact of this article."""
        return NamedNode(iris.local(self.iri, ref))

    def passage(self, where: Passage) -> NamedNode:
        """Return the node of a passage, which `passages` will describe."""
        node = self._passages.get(where)
        if node is None:
            node = self._passages[where] = NamedNode(iris.passage(self.iri, where))
        return node

    def words(self, where: Passage) -> str:
        """Return the words of a passage as stored."""
        return self.article.text[where.begin : where.end]

    def printed(self, pieces: Iterable[Passage]) -> Literal:
        """Return the words of several pieces, joined by one space."""
        return terms.text(" ".join(map(self.words, pieces)))

    def optional(self, subject: NamedNode, predicate: NamedNode, refs: Iterable[Ref | None]) -> Iterator[Quad]:
        """Yield one statement per reference; those that are None say nothing."""
        for ref in refs:
            if ref is not None:
                yield self.quad(subject, predicate, self.node(ref))

    def found(self, thing: Found, *types: NamedNode) -> Iterator[Quad]:
        """Yield what every entity and fact says: its types, its proof, how it was found, and its marks."""
        node = self.node(thing.id)
        for kind in types:
            yield self.quad(node, RDF.type, kind)
        yield self.quad(node, DCTERMS.source, self.graph)
        yield self.quad(node, PP.foundBy, terms.text(thing.rule))
        yield self.quad(node, PP.confidence, terms.decimal(thing.confidence))
        yield self.quad(node, PP.principalEvidence, self.passage(thing.evidence[0]))
        for where in thing.evidence:
            yield self.quad(node, PP.evidence, self.passage(where))
        for sign in thing.marks:
            mark = NamedNode(iris.mark(node.value, sign))
            yield self.quad(node, PP.mark, mark)
            yield self.quad(mark, RDF.type, PP.Mark)
            yield self.quad(mark, PP.markKind, concept("mark", sign.kind))
            yield self.quad(mark, PP.evidence, self.passage(sign.cue))

    def entity(self, entity: Entity, *types: NamedNode) -> Iterator[Quad]:
        """Yield what every entity says beyond `found`: its name and the authority record it is linked to."""
        node = self.node(entity.id)
        yield from self.found(entity, *types)
        yield self.quad(node, PP.name, terms.text(entity.name))
        yield from self.linked(node, entity.authority, entity.link_reason)

    def linked(self, node: NamedNode, authority: str | None, reason: str | None = None) -> Iterator[Quad]:
        """Yield the link to an authority record, and why it is safe."""
        if authority is not None:
            yield self.quad(node, PP.authorityRecord, NamedNode(iris.authority(authority)))
        if reason is not None:
            yield self.quad(node, PP.linkReason, terms.text(reason))

    def place(self, node: NamedNode, place: Place | None) -> Iterator[Quad]:
        """Yield where something happened: as printed, and the authority's place if there is one."""
        if place is None:
            return
        yield self.quad(node, PP.placeName, terms.text(place.name))
        if place.authority is not None:
            yield self.quad(node, PP.place, NamedNode(iris.authority(place.authority)))

    def time(self, node: NamedNode, time: Time | None) -> Iterator[Quad]:
        """Yield when: EDTF, the four bounds, the printed words and what they were resolved against."""
        if time is None:
            return
        if time.edtf:
            yield self.quad(node, PP.date, terms.edtf(time.edtf))
        for predicate, day in bounds(time):
            yield self.quad(node, predicate, terms.day(day))
        if time.expression is not None:
            yield self.quad(node, PP.timeExpression, self.passage(time.expression))
        if time.anchor is not None:
            yield self.quad(node, PP.timeAnchor, terms.text(time.anchor))

    def passages(self) -> Iterator[Quad]:
        """Yield the description of every passage referred to, in the order of the text."""
        for where in sorted(self._passages):
            node = self._passages[where]
            yield self.quad(node, RDF.type, PP.Passage)
            yield self.quad(node, OA.hasSource, self.graph)
            yield self.quad(node, NIF.beginIndex, terms.integer(where.begin))
            yield self.quad(node, NIF.endIndex, terms.integer(where.end))
            yield self.quad(node, NIF.anchorOf, terms.text(self.words(where)))


def bounds(time: Time) -> Iterator[tuple[NamedNode, date]]:
    """Yield the bounds that are known, with the property of each."""
    known = (
        (SEM.hasEarliestBeginTimeStamp, time.earliest_begin),
        (SEM.hasLatestBeginTimeStamp, time.latest_begin),
        (SEM.hasEarliestEndTimeStamp, time.earliest_end),
        (SEM.hasLatestEndTimeStamp, time.latest_end),
    )
    yield from ((predicate, day) for predicate, day in known if day is not None)
