"""What an editor proposes while a query is written: the classes, properties and concepts of this very store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import cache

from pyoxigraph import Literal, NamedNode, QuerySolutions, RdfFormat, Store, parse

from pourparlers import queries
from pourparlers.resources import folder
from pourparlers.vocab import PREFIXES, SKOS

_CLASSES = "SELECT ?class (COUNT(?thing) AS ?n) WHERE { ?thing a ?class } GROUP BY ?class ORDER BY ?class"
_PROPERTIES = (
    "SELECT ?property (COUNT(*) AS ?n) WHERE { ?thing ?property ?value } GROUP BY ?property ORDER BY ?property"
)
_OF_CLASS = """
SELECT ?class ?property (COUNT(*) AS ?n) WHERE { ?thing a ?class ; ?property ?value }
GROUP BY ?class ?property ORDER BY ?class ?property
"""
_OF_PROPERTY = """
SELECT ?property ?concept (COUNT(*) AS ?n) WHERE { ?concept a skos:Concept . ?thing ?property ?concept }
GROUP BY ?property ?concept ORDER BY ?property ?concept
"""


@dataclass(frozen=True, slots=True)
class Counts:
    """How often terms are used in the default graph.

    Attributes:
        classes: each class.
        properties: each property.
        of_class: each property with the things of each class.
        of_property: each concept as the value of each property.
    """

    classes: Mapping[str, int] = field(default_factory=dict)
    properties: Mapping[str, int] = field(default_factory=dict)
    of_class: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    of_property: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


def counted(graph: Store) -> Counts:
    """Return the counts of a graph."""
    return Counts(
        classes={iri: n for (iri,), n in _rows(graph, _CLASSES, "class")},
        properties={iri: n for (iri,), n in _rows(graph, _PROPERTIES, "property")},
        of_class=_nested(_rows(graph, _OF_CLASS, "class", "property")),
        of_property=_nested(_rows(graph, _OF_PROPERTY, "property", "concept")),
    )


def proposals(counts: Counts, language: str) -> dict[str, object]:
    """Return what an editor proposes, fit for JSON: the project's prefixes, and terms with counts and labels."""
    used = dict.fromkeys(
        (*counts.classes, *counts.properties, *(c for many in counts.of_property.values() for c in many))
    )
    labels = _labels(language)
    return {"prefixes": dict(PREFIXES), "labels": {iri: labels[iri] for iri in used if iri in labels}, **asdict(counts)}


@cache
def _labels(language: str) -> Mapping[str, str]:
    """Return the labels of the terms and concepts of ontology/."""
    files = sorted((*folder("ontology").glob("*.ttl"), *(folder("ontology") / "schemes").glob("*.ttl")))
    return {
        triple.subject.value: triple.object.value
        for file in files
        for triple in parse(path=file, format=RdfFormat.TURTLE)
        if triple.predicate == SKOS.prefLabel
        and isinstance(triple.subject, NamedNode)
        and isinstance(triple.object, Literal)
        and triple.object.language == language
    }


def _rows(graph: Store, query: str, *names: str) -> list[tuple[tuple[str, ...], int]]:
    answer = queries.ask(graph, query)
    assert isinstance(answer, QuerySolutions)
    found = []
    for row in answer:
        terms, n = [row[name] for name in names], row["n"]
        assert isinstance(n, Literal)
        found.append((tuple(term.value for term in terms if isinstance(term, NamedNode)), int(n.value)))
    return [(iris, n) for iris, n in found if len(iris) == len(names)]


def _nested(rows: list[tuple[tuple[str, ...], int]]) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for (outer, inner), n in rows:
        found.setdefault(outer, {})[inner] = n
    return found
