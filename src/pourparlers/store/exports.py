"""The graph as a file: the same graph gives the same bytes, in every format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from itertools import groupby
from pathlib import Path
from typing import BinaryIO

import pyoxigraph
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Triple

from pourparlers.errors import PourparlersError
from pourparlers.graph import turtle
from pourparlers.vocab import PREFIXES

FORMATS = {
    "turtle": RdfFormat.TURTLE,
    "trig": RdfFormat.TRIG,
    "ntriples": RdfFormat.N_TRIPLES,
    "nquads": RdfFormat.N_QUADS,
    "jsonld": RdfFormat.JSON_LD,
    "rdfxml": RdfFormat.RDF_XML,
}
LAYERS = ("resolved", "source", "all")

Graph = tuple[NamedNode | None, Iterable[Quad]]
"""A graph's name, None for the default graph, and its statements grouped by subject."""


def write(graphs: Iterable[Graph], form: RdfFormat, out: Path | BinaryIO) -> None:
    """Write graphs to a file or stream. A format without graphs gets all statements as one graph.

    Raises:
        PourparlersError: *form* is not one of `FORMATS`.
    """
    if form not in FORMATS.values():
        raise PourparlersError(f"cannot export {form}; the formats are {', '.join(FORMATS)}")
    opened: AbstractContextManager[BinaryIO] = out.open("wb") if isinstance(out, Path) else nullcontext(out)
    with opened as file:
        if form == RdfFormat.TURTLE:
            file.writelines(piece.encode() for piece in turtle.turtle(_merged(graphs)))
        elif form == RdfFormat.TRIG:
            file.writelines(piece.encode() for piece in turtle.trig(graphs))
        elif form.supports_datasets:
            pyoxigraph.serialize((quad for _, quads in graphs for quad in quads), file, form, prefixes=_prefixes(form))
        else:
            triples = (Triple(quad.subject, quad.predicate, quad.object) for quad in _merged(graphs))
            pyoxigraph.serialize(triples, file, form, prefixes=_prefixes(form))


def used(index: pyoxigraph.Store, concepts: Iterable[str], ontology: frozenset[str]) -> frozenset[str]:
    """Return which *concepts* are referred to by something that is not of the *ontology*."""
    return frozenset(
        iri
        for iri in concepts
        if any(
            isinstance(quad.subject, NamedNode) and quad.subject.value not in ontology
            for quad in index.quads_for_pattern(None, None, NamedNode(iri), DefaultGraph())
        )
    )


def _prefixes(form: RdfFormat) -> dict[str, str] | None:
    return dict(PREFIXES) if form in {RdfFormat.JSON_LD, RdfFormat.RDF_XML} else None


def _merged(graphs: Iterable[Graph]) -> Iterator[Quad]:
    """Yield the statements of all graphs, each subject once.

    Nodes of an article bear its IRI, so that only what articles share (the extraction that read them) can come twice:
    it is kept back and written last.
    """
    shared: dict[Triple, Quad] = {}
    for name, quads in graphs:
        for quad in quads:
            if name is None or quad.subject.value.startswith(name.value):  # type: ignore[union-attr]
                yield quad
            else:
                shared.setdefault(quad.triple, quad)
    yield from ordered(shared.values())


def ordered(quads: Iterable[Quad]) -> list[Quad]:
    """Return quads by subject, then predicate, then object."""
    return sorted(quads, key=_key)


def _key(quad: Quad) -> tuple[str, str, str]:
    return quad.subject.value, quad.predicate.value, str(quad.object)  # type: ignore[union-attr]


def default_graph(graph: pyoxigraph.Store, left_out: frozenset[str]) -> Iterator[Quad]:
    """Yield the default graph by subject, except the subjects *left_out*; memory holds only the subjects' IRIs."""
    everything = graph.quads_for_pattern(None, None, None, DefaultGraph())
    subjects = {
        subject for subject, _ in groupby(quad.subject for quad in everything) if isinstance(subject, NamedNode)
    }
    for iri in sorted(subject.value for subject in subjects):
        if iri not in left_out:
            yield from ordered(graph.quads_for_pattern(NamedNode(iri), None, None, DefaultGraph()))
