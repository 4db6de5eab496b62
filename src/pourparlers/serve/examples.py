"""The saved queries in RDF, as the editors that read sparql-examples expect them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from pourparlers.queries import SavedQuery
from pourparlers.vocab import PREFIXES, RDF, RDFS, SCHEMA, SH


def document(saved: Iterable[SavedQuery], root: str, form: RdfFormat) -> bytes:
    """Return the document; *root* is the address of the server, with a slash at its end."""
    triples = (triple for query in saved for triple in _of(query, root))
    return cast("bytes", serialize(triples, format=form, prefixes=dict(PREFIXES)))


def _of(query: SavedQuery, root: str) -> Iterator[Triple]:
    node = NamedNode(f"{root}queries/{query.name}")
    yield Triple(node, RDF.type, SH.SPARQLExecutable)
    yield Triple(node, RDF.type, SH.SPARQLSelectExecutable)
    for language, title in query.title.items():
        yield Triple(node, RDFS.label, Literal(title, language=language))
    for language, about in query.about.items():
        yield Triple(node, RDFS.comment, Literal(about, language=language))
    yield Triple(node, NamedNode(f"{SCHEMA.base}keywords"), Literal(query.topic))
    yield Triple(node, NamedNode(f"{SCHEMA.base}target"), NamedNode(f"{root}sparql"))
    yield Triple(node, SH.select, Literal(query.sparql))
