"""The default graph as the pages of things read it: values, links and labels in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, QuerySolutions, Store

from pourparlers.queries import ask
from pourparlers.vocab import DCTERMS, NIF, OA, ORG, OWL, PP, RDF, RDFS, SKOS, prefixed

LONGEST_LABEL = 160
"""Characters of a name that a page shows; the data has the rest."""


@dataclass(frozen=True, slots=True)
class Link:
    """A thing as a page names it; `topic` is the kind of thing it is, "" where that does not matter."""

    iri: str
    label: str
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """The words of an article that say so; offsets are code points of the stored text."""

    article: Link
    begin: int
    end: int
    words: str


TOPICS: tuple[tuple[str, NamedNode], ...] = (
    ("article", PP.Article),
    ("person", PP.Person),
    ("institution", PP.State),
    ("institution", PP.Institution),
    ("meeting", PP.Meeting),
    ("treaty", PP.Treaty),
    ("event", PP.TreatyEvent),
    ("tenure", PP.Tenure),
    ("statement", PP.Statement),
    ("quotation", PP.Quotation),
    ("place", PP.Place),
    ("passage", PP.Passage),
    ("account", PP.Account),
    ("judgement", PP.Judgement),
    ("concept", SKOS.Concept),
    ("scheme", SKOS.ConceptScheme),
    ("collection", SKOS.Collection),
    ("class", OWL.Class),
    ("property", OWL.ObjectProperty),
    ("property", OWL.DatatypeProperty),
    ("property", OWL.AnnotationProperty),
    ("ontology", OWL.Ontology),
)
"""What a thing is, by its types; the first that fits counts."""


class Graph:
    """Reads the default graph of a store; labels come in `language` ("fr" or "en") where there is a choice."""

    def __init__(self, store: Store, language: str) -> None:
        """Read *store*."""
        self.store, self.language = store, language
        self._links: dict[NamedNode, Link] = {}

    def said(self, node: NamedNode) -> Iterator[Quad]:
        """Yield all that is said of *node*."""
        return iter(self.store.quads_for_pattern(node, None, None, DefaultGraph()))

    def nodes(self, node: NamedNode, *properties: NamedNode) -> tuple[NamedNode, ...]:
        """Return the things that *node* names by any of *properties*, sorted."""
        found = {term for term in self._objects(node, properties) if isinstance(term, NamedNode)}
        return tuple(sorted(found, key=str))

    def texts(self, node: NamedNode, *properties: NamedNode) -> tuple[str, ...]:
        """Return the literals of *node*, sorted, each once."""
        return tuple(sorted({term.value for term in self._objects(node, properties) if isinstance(term, Literal)}))

    def text(self, node: NamedNode, *properties: NamedNode) -> str:
        """Return the first literal of *node*, "" if it has none."""
        return next(iter(self.texts(node, *properties)), "")

    def spoken(self, node: NamedNode, *properties: NamedNode) -> str:
        """Return the literal in the reader's language, else any, "" if there is none."""
        found = [term for term in self._objects(node, properties) if isinstance(term, Literal)]
        ranked = sorted((term.language != self.language, term.value) for term in found)
        return ranked[0][1] if ranked else ""

    def number(self, node: NamedNode, prop: NamedNode) -> int:
        """Return the whole number of *node*, 0 if there is none that can be read."""
        text = self.text(node, prop)
        return int(text) if text.lstrip("-").isdecimal() and len(text) < 19 else 0

    def true(self, node: NamedNode, prop: NamedNode) -> bool:
        """Tell whether a boolean is said to be true."""
        return self.text(node, prop) in {"true", "1"}

    def who(self, node: NamedNode, *properties: NamedNode) -> tuple[NamedNode, ...]:
        """Return the things that name *node* by any of *properties*, sorted."""
        found: set[NamedNode] = set()
        for prop in properties:
            for quad in self.store.quads_for_pattern(None, prop, node, DefaultGraph()):
                if isinstance(quad.subject, NamedNode):
                    found.add(quad.subject)
        return tuple(sorted(found, key=str))

    def naming(self, node: NamedNode, most: int) -> list[tuple[NamedNode, NamedNode]]:
        """Return the first *most* things that name *node*, with the property, sorted by property."""
        quads = islice(self.store.quads_for_pattern(None, None, node, DefaultGraph()), most)
        pairs = {(quad.predicate, quad.subject) for quad in quads if isinstance(quad.subject, NamedNode)}
        return sorted(pairs, key=lambda pair: (str(pair[0]), str(pair[1])))

    def is_a(self, node: NamedNode, kind: NamedNode) -> bool:
        """Tell whether *node* is of a kind."""
        return Quad(node, RDF.type, kind, DefaultGraph()) in self.store

    def topic(self, node: NamedNode) -> str:
        """Return what *node* is, "" if it is none of `TOPICS`."""
        kinds = set(self.nodes(node, RDF.type))
        return next((topic for topic, kind in TOPICS if kind in kinds), "")

    def link(self, node: NamedNode) -> Link:
        """Return *node* with its label."""
        known = self._links.get(node)
        if known is None:
            topic = self.topic(node)
            known = self._links[node] = Link(node.value, clipped(self._label(node, topic)), topic)
        return known

    def links(self, node: NamedNode, *properties: NamedNode) -> tuple[Link, ...]:
        """Return the things that *node* names, with their labels, by label."""
        return tuple(sorted(map(self.link, self.nodes(node, *properties)), key=lambda link: (link.label, link.iri)))

    def one(self, node: NamedNode, *properties: NamedNode) -> Link | None:
        """Return the first thing that *node* names, None if it names none."""
        return next(iter(self.links(node, *properties)), None)

    def proof(self, passage: NamedNode) -> Proof | None:
        """Return the words of a passage, None where it is not described."""
        article = next(iter(self.nodes(passage, OA.hasSource)), None)
        if article is None:
            return None
        begin, end = self.number(passage, NIF.beginIndex), self.number(passage, NIF.endIndex)
        return Proof(self.link(article), begin, end, self.text(passage, NIF.anchorOf))

    def proofs(self, node: NamedNode, *properties: NamedNode) -> tuple[Proof, ...]:
        """Return the passages that *node* names, in the order of the text."""
        found = filter(None, map(self.proof, self.nodes(node, *properties)))
        return tuple(sorted(found, key=lambda proof: (proof.article.label, proof.article.iri, proof.begin, proof.end)))

    def rows(self, query: str) -> QuerySolutions:
        """Return the rows of a SELECT."""
        answer = ask(self.store, query)
        assert isinstance(answer, QuerySolutions)
        return answer

    def _objects(self, node: NamedNode, properties: Iterable[NamedNode]) -> Iterator[object]:
        for prop in properties:
            for quad in self.store.quads_for_pattern(node, prop, None, DefaultGraph()):
                yield quad.object

    def _label(self, node: NamedNode, topic: str) -> str:
        if topic == "tenure":
            return self._of_tenure(node)
        if topic == "event":
            whole = [*self.links(node, PP.eventKind), *self.links(node, PP.ofTreaty)]
            return ", ".join(link.label for link in whole) or prefixed(node.value)
        for prop in (
            SKOS.prefLabel,
            PP.name,
            PP.text,
            NIF.anchorOf,
            DCTERMS.title,
            PP.title,
            DCTERMS.identifier,
            RDFS.label,
        ):
            label = self.spoken(node, prop)
            if label.strip():
                return label
        for proof in self.proofs(node, PP.principalEvidence)[:1]:
            return f"« {proof.words} »"
        named = self.one(node, PP.party, PP.markKind)
        return named.label if named else prefixed(node.value)

    def _of_tenure(self, node: NamedNode) -> str:
        title = self.text(node, PP.title) or self.text(node, PP.post)
        body = next(iter(self.links(node, ORG.organization)), None)
        return " · ".join(filter(None, (title, body.label if body else ""))) or prefixed(node.value)


def clipped(text: str, longest: int = LONGEST_LABEL) -> str:
    """Return as much of a text as fits, and an ellipsis."""
    return text if len(text) <= longest else f"{text[:longest].rstrip()}…"
