"""Every passage read again in the stored text of its article: the shortest way to trust a graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store, Triple

from pourparlers.vocab import DCTERMS, NIF, OA, PP, RDF


@dataclass(frozen=True, slots=True)
class Misquotation:
    """A passage that its article does not bear out.

    Attributes:
        passage: its IRI.
        article: the article's file name, or its IRI if it has none; empty if the passage names no article.
        said: the words the graph gives.
        read: the words that stand there, None if the passage lies outside the text or the text is missing.
    """

    passage: str
    article: str
    said: str
    read: str | None


@dataclass(frozen=True, slots=True)
class Proof:
    """How many passages were read again, and which are false."""

    checked: int
    false: tuple[Misquotation, ...] = ()

    @property
    def right(self) -> int:
        """Return how many passages say what the graph says they say."""
        return self.checked - len(self.false)


def verify(graph: Store | Iterable[Quad | Triple]) -> Proof:
    """Read every passage of a graph again: offsets, words and name must fit the stored text of its article.

    Args:
        graph: a store, whose default graph is read, or quads whose graph names do not matter.
    """
    values = _values(_relevant(graph) if isinstance(graph, Store) else graph)
    false = tuple(wrong for iri in sorted(values.passages) if (wrong := _misquoted(iri, values)) is not None)
    return Proof(len(values.passages), false)


@dataclass(frozen=True, slots=True)
class _Values:
    passages: set[str]
    texts: dict[str, str]
    names: dict[str, str]
    source: dict[str, str]
    begin: dict[str, str]
    end: dict[str, str]
    words: dict[str, str]


_PREDICATES = (RDF.type, OA.hasSource, NIF.beginIndex, NIF.endIndex, NIF.anchorOf, NIF.isString, DCTERMS.identifier)


def _relevant(store: Store) -> Iterator[Quad]:
    for predicate in _PREDICATES:
        thing = PP.Passage if predicate == RDF.type else None
        yield from store.quads_for_pattern(None, predicate, thing, DefaultGraph())


def _values(quads: Iterable[Quad | Triple]) -> _Values:
    values = _Values(set(), {}, {}, {}, {}, {}, {})
    _, source, begin, end, words, text, name = (predicate.value for predicate in _PREDICATES)
    tables = {source: values.source, begin: values.begin, end: values.end, words: values.words}
    tables |= {text: values.texts, name: values.names}
    passage = PP.Passage
    for quad in quads:
        subject, thing = quad.subject, quad.object
        if not isinstance(subject, NamedNode) or not isinstance(thing, NamedNode | Literal):
            continue
        table = tables.get(quad.predicate.value)
        if table is not None:
            table[subject.value] = thing.value
            if table is values.source:
                values.passages.add(subject.value)
        elif thing == passage:
            values.passages.add(subject.value)
    return values


def _misquoted(iri: str, values: _Values) -> Misquotation | None:
    source = values.source.get(iri, "")
    said, text = values.words.get(iri, ""), values.texts.get(source)
    try:
        begin, end = int(values.begin[iri]), int(values.end[iri])
    except (KeyError, ValueError):
        begin, end = -1, -1
    inside = text is not None and 0 <= begin < end <= len(text)
    read = text[begin:end] if text is not None and inside else None
    if read == said and iri == f"{source}#char={begin},{end}":
        return None
    return Misquotation(iri, values.names.get(source, source), said, read)
