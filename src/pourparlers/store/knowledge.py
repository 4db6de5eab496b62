"""What the graph is told besides the articles: the ontology with its schemes, and the authority records referred to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from pyoxigraph import BlankNode, NamedNode, Quad, RdfFormat, parse

from pourparlers.resources import folder
from pourparlers.settings import AUTHORITY_BASE
from pourparlers.vocab import PP, RDFS, SKOS


@cache
def ontology() -> tuple[Quad, ...]:
    """Return the ontology and its schemes; what only a blank node can say (unions of classes) is left to the files."""
    root = folder("ontology")
    files = sorted(root.glob("*.ttl")) + sorted((root / "schemes").glob("*.ttl"))
    return tuple(
        q for q in _parsed(files) if not isinstance(q.subject, BlankNode) and not isinstance(q.object, BlankNode)
    )


def concepts() -> tuple[str, ...]:
    """Return the IRIs of the concepts of all schemes, sorted: kinds, statuses, speech acts ..."""
    found = {q.subject.value for q in ontology() if q.object == SKOS.Concept and isinstance(q.subject, NamedNode)}
    return tuple(sorted(found))


@cache
def _authority() -> Mapping[str, tuple[Quad, ...]]:
    records: dict[str, list[Quad]] = {}
    for quad in _parsed(sorted((folder("ontology") / "authority").glob("*.ttl"))):
        if isinstance(quad.subject, NamedNode):
            records.setdefault(quad.subject.value, []).append(quad)
    return {iri: tuple(said) for iri, said in records.items()}


def authority(referred: Iterable[str]) -> Iterator[Quad]:
    """Yield the records of these IRIs, and of whatever they refer to in turn; IRIs of other things are passed over.

    Each says of itself that it is an authority record, so that nobody takes it for something an article tells.
    """
    known = _authority()
    waiting = sorted({iri for iri in referred if iri in known}, reverse=True)
    seen = set(waiting)
    while waiting:
        iri = waiting.pop()
        yield Quad(NamedNode(iri), PP.authorityRecord, NamedNode(iri))
        for quad in known[iri]:
            yield quad
            if quad.predicate == SKOS.prefLabel:
                yield Quad(quad.subject, RDFS.label, quad.object)  # the one label that many tools read
            thing = quad.object
            if isinstance(thing, NamedNode) and thing.value in known and thing.value not in seen:
                seen.add(thing.value)
                waiting.append(thing.value)


def referred(quads: Iterable[Quad], met: set[str]) -> Iterator[Quad]:
    """Yield *quads* as they are, and add to *met* every IRI in them that might be an authority record's."""
    for quad in quads:
        yield quad
        thing = quad.object  # no authority record is a subject of the resolved layer
        if isinstance(thing, NamedNode) and (iri := thing.value).startswith(AUTHORITY_BASE):
            met.add(iri)


def _parsed(files: Iterable[Path]) -> Iterator[Quad]:
    for path in files:
        yield from parse(path=str(path), format=RdfFormat.TURTLE)
