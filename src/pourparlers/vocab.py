"""The terms of the graph, read from ontology/: a term that no file there declares cannot be written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from pyoxigraph import NamedNode, RdfFormat, parse

from pourparlers.resources import folder
from pourparlers.settings import AUTHORITY_BASE, settings

ONTOLOGY = "https://w3id.org/pourparlers/ontology"
SHAPES = "https://w3id.org/pourparlers/shapes#"
EDTF = NamedNode("http://id.loc.gov/datatypes/edtf/EDTF")

# Vocabularies of the W3C that OWL forbids an ontology to declare again: listed here, for use by name like the others.
_BUILT_IN: Mapping[str, frozenset[str]] = {
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": frozenset({"type", "first", "rest", "nil", "value", "langString"}),
    "http://www.w3.org/2000/01/rdf-schema#": frozenset(
        {"label", "comment", "seeAlso", "isDefinedBy", "subClassOf", "subPropertyOf", "domain", "range"}
    ),
    "http://www.w3.org/2002/07/owl#": frozenset(
        {"sameAs", "Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty", "Ontology", "deprecated"}
        | {"imports", "versionInfo", "versionIRI"}
    ),
    "http://www.w3.org/2001/XMLSchema#": frozenset(
        {"string", "boolean", "integer", "nonNegativeInteger", "decimal", "double", "date", "gYear", "gYearMonth"}
        | {"dateTime", "anyURI"}
    ),
    "http://www.w3.org/ns/shacl#": frozenset(
        {"SPARQLExecutable", "SPARQLSelectExecutable", "select", "ask", "prefixes", "declare", "prefix", "namespace"}
        | {"ValidationReport", "ValidationResult", "conforms", "result", "focusNode", "resultPath", "resultMessage"}
        | {"resultSeverity", "sourceShape", "sourceConstraintComponent", "value", "Violation", "Warning", "Info"}
    ),
}

PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "pp": f"{ONTOLOGY}#",
        "pps": SHAPES,
        "org": "http://www.w3.org/ns/org#",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "prov": "http://www.w3.org/ns/prov#",
        "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
        "schema": "https://schema.org/",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "dcterms": "http://purl.org/dc/terms/",
        "oa": "http://www.w3.org/ns/oa#",
        "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
        "eli": "http://data.europa.eu/eli/ontology#",
        "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "sh": "http://www.w3.org/ns/shacl#",
    }
)
"""The prefixes of every query and Turtle file, in the order they are written."""


@cache
def _declared() -> frozenset[str]:
    """Return every IRI that a module of ontology/ (schemes and authority aside) says something about."""
    files = sorted(folder("ontology").glob("*.ttl"))
    triples = (triple for file in files for triple in parse(path=file, format=RdfFormat.TURTLE))
    return frozenset(t.subject.value for t in triples if isinstance(t.subject, NamedNode))


class Vocabulary:
    """`PP.Meeting` is an IRI if some module of ontology/ declares it, else an error.

    Terms that are no Python name are asked for with brackets: `PREFIX["is-a"]`.
    """

    def __init__(self, base: str) -> None:
        """Speak of the terms whose IRI is *base* and a name; nothing is read before the first term is asked for."""
        self.base = base

    def names(self) -> frozenset[str]:
        """Return the names of all the terms."""
        built_in = _BUILT_IN.get(self.base)
        if built_in is not None:
            return built_in
        start = len(self.base)
        return frozenset(iri[start:] for iri in _declared() if iri.startswith(self.base) and len(iri) > start)

    def __getitem__(self, name: str) -> NamedNode:
        """Return the IRI of the term *name*."""
        return getattr(self, name)  # type: ignore[no-any-return]

    def __getattr__(self, name: str) -> NamedNode:
        """Return the IRI of the term *name*, and remember it."""
        if name.startswith("__"):  # Python asking what this object can do
            raise AttributeError(name)
        if name not in self.names():
            raise AttributeError(f"ontology/ declares no {name!r} under {self.base}")
        node = NamedNode(self.base + name)
        self.__dict__[name] = node
        return node

    def __contains__(self, name: object) -> bool:
        """Tell whether the term *name* is declared."""
        return name in self.names()

    def __iter__(self) -> Iterator[str]:
        """Yield the names of all the terms, sorted."""
        return iter(sorted(self.names()))


PP = Vocabulary(PREFIXES["pp"])
ORG = Vocabulary(PREFIXES["org"])
FOAF = Vocabulary(PREFIXES["foaf"])
PROV = Vocabulary(PREFIXES["prov"])
SEM = Vocabulary(PREFIXES["sem"])
SCHEMA = Vocabulary(PREFIXES["schema"])
SKOS = Vocabulary(PREFIXES["skos"])
DCTERMS = Vocabulary(PREFIXES["dcterms"])
OA = Vocabulary(PREFIXES["oa"])
NIF = Vocabulary(PREFIXES["nif"])
ELI = Vocabulary(PREFIXES["eli"])
GEO = Vocabulary(PREFIXES["geo"])
OWL = Vocabulary(PREFIXES["owl"])
RDF = Vocabulary(PREFIXES["rdf"])
RDFS = Vocabulary(PREFIXES["rdfs"])
XSD = Vocabulary(PREFIXES["xsd"])
SH = Vocabulary(PREFIXES["sh"])


@cache
def concepts(scheme: str) -> Mapping[str, NamedNode]:
    """Return the concepts of the scheme *scheme* by word, in the order of the file, e.g. `concepts("medium")["tweet"]`.

    Raises:
        KeyError: ontology/schemes/ holds no such scheme.
    """
    path = folder("ontology") / "schemes" / f"{scheme}.ttl"
    if not path.is_file():
        raise KeyError(f"no scheme {scheme!r} in {path.parent}; there are {', '.join(schemes())}")
    base = f"{ONTOLOGY}/{scheme}/"
    subjects = (triple.subject for triple in parse(path=path, format=RdfFormat.TURTLE))
    nodes = {s.value: s for s in subjects if isinstance(s, NamedNode) and s.value.startswith(base)}
    return MappingProxyType({iri.removeprefix(base): node for iri, node in nodes.items()})


@cache
def schemes() -> tuple[str, ...]:
    """Return the names of all the schemes of ontology/schemes/."""
    return tuple(sorted(path.stem for path in (folder("ontology") / "schemes").glob("*.ttl")))


@cache
def concept(scheme: str, word: str) -> NamedNode:
    """Return the concept for *word*, e.g. `concept("meeting-kind", "summit")`; blanks count as hyphens.

    Raises:
        KeyError: there is no such scheme, or it has no such word.
    """
    known = concepts(scheme)
    try:
        return known[word.replace(" ", "-")]
    except KeyError:
        raise KeyError(f"scheme {scheme!r} has no word {word!r}; it has {', '.join(known)}") from None


def prefixed(iri: str) -> str:
    """Return an IRI with its prefix, the data's own as `id:`; in full where no prefix fits."""
    for prefix, base in (("id", settings().base), ("id", AUTHORITY_BASE), *PREFIXES.items()):
        if iri.startswith(base):
            return f"{prefix}:{iri.removeprefix(base)}"
    return iri
