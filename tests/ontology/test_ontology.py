"""ontology/ obeys its own style guide, and its parts agree."""

from __future__ import annotations

import csv
import re
from dataclasses import fields
from xml.etree import ElementTree as ET

import pytest
import rdflib
from pyoxigraph import NamedNode, RdfFormat, Store, parse
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SKOS

from pourparlers import model
from pourparlers.resources import folder, lexicon
from pourparlers.validate import for_ontology, report, validate
from pourparlers.vocab import ONTOLOGY, PP, concepts

ROOT = folder("ontology")
MODULES = sorted(ROOT.glob("*.ttl")) + sorted((ROOT / "schemes").glob("*.ttl"))
AUTHORITY = sorted((ROOT / "authority").glob("*.ttl"))


@pytest.fixture(scope="module")
def ontology() -> rdflib.Graph:
    graph = rdflib.Graph()
    for path in MODULES:
        graph.parse(path)
    return graph


def test_house_style():
    store = Store()
    for path in MODULES:
        store.load(path=str(path), format=RdfFormat.TURTLE)

    findings = validate(store, for_ontology())

    assert findings == (), report(findings, "en")


def test_the_header_imports_every_module(ontology):
    header = rdflib.URIRef(ONTOLOGY)
    modules = {f"{ONTOLOGY}/{path.stem}" for path in MODULES if path.stem != "pourparlers"}

    assert {str(iri) for iri in ontology.objects(header, OWL.imports)} == modules
    assert {str(iri) for iri in ontology.subjects(DCTERMS.isPartOf, header)} == modules


def test_the_catalogue_leads_to_every_module():
    entries = {e.get("name"): e.get("uri") for e in ET.parse(ROOT / "catalog-v001.xml").getroot()}

    assert entries == {
        f"{ONTOLOGY}/{path.stem}": path.relative_to(ROOT).as_posix() for path in MODULES if path.stem != "pourparlers"
    }


def test_every_term_is_in_the_file_of_its_module(ontology):
    for path in MODULES:
        for term in {t.subject for t in parse(path=str(path), format=RdfFormat.TURTLE)}:
            if isinstance(term, NamedNode) and term.value.startswith(PP.base) and path.stem != "alignments":
                modules = {str(m) for m in ontology.objects(rdflib.URIRef(term.value), RDFS.isDefinedBy)}
                assert modules == {f"{ONTOLOGY}/{path.stem}"}, term


def test_the_readme_lists_every_file():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    files = [path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*.ttl") if path.parent.name != "authority"]

    assert [name for name in [*files, "catalog-v001.xml", "authority/"] if f"`{name}`" not in text] == []


def test_the_readme_of_the_shapes_lists_every_file():
    root = folder("shapes")
    text = (root / "README.md").read_text(encoding="utf-8")

    assert [path.name for path in root.glob("*.ttl") if f"`{path.name}`" not in text] == []


def test_every_fact_of_the_model_has_a_class():
    facts = [t for t in vars(model).values() if isinstance(t, type) and issubclass(t, model.Found)]

    assert len(facts) > 8
    assert [t.__name__ for t in facts if t.__name__ not in PP] == []
    assert [m.name for m in fields(model.Facts) if not m.name] == []


def test_speech_acts_are_those_of_the_lexicon(ontology):
    with lexicon("speech_acts.tsv").open(encoding="utf-8", newline="") as file:
        rows = {row["code"]: row for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}

    assert list(concepts("speech-act")) == list(rows)
    for code, row in rows.items():
        node = rdflib.URIRef(f"{ONTOLOGY}/speech-act/{code}")
        for predicate, column in ((SKOS.prefLabel, "label"), (SKOS.definition, "definition")):
            said = {literal.language: str(literal) for literal in ontology.objects(node, predicate)}
            assert said == {"fr": row[f"{column}_fr"], "en": row[f"{column}_en"]}
        for scheme in ("plover", "cameo"):
            kind = rdflib.URIRef(f"{ONTOLOGY}#{scheme.upper()}")
            codes = {str(n) for n in ontology.objects(node, SKOS.notation) if n.datatype == kind}
            assert codes == {value for value in row[scheme].split("|") if value}
            match = [str(m) for m in ontology.objects(node, rdflib.URIRef(f"{ONTOLOGY}#{scheme}Match"))]
            assert match == [value for value in [row[f"{scheme}_match"]] if value]


def test_every_speech_act_has_one_family(ontology):
    members = [str(m) for m in ontology.objects(None, SKOS.member)]

    assert sorted(members) == sorted(node.value for node in concepts("speech-act").values())


# The words of gold/GUIDELINE.md, which the extractors and the gold files are written in.
GUIDELINE = {
    "institution-type": "state alliance international-organisation government ministry armed-force parliament court "
    "agency party armed-group media company ngo other",
    "meeting-kind": "face-to-face telephone video summit conference session negotiation visit unspecified",
    "meeting-status": "held planned proposed cancelled denied",
    "treaty-status": "in-force draft violated-claim withdrawal-threatened withdrawn expired suspended unknown",
    "statement-mode": "direct indirect mixed",
    "medium": "communiqué conférence-de-presse entretien discours tweet lettre",
    "mark": "negated conditional future hearsay question",
    "participation-role": "participant host guest mediator organiser",
}


@pytest.mark.parametrize("scheme", GUIDELINE)
def test_schemes_have_the_words_of_the_guideline(scheme):
    assert sorted(concepts(scheme)) == sorted(GUIDELINE[scheme].split())


def test_the_authority_speaks_the_ontology():
    """Every term and concept the authority's records use is declared."""
    known = {t.subject.value for path in MODULES for t in parse(path=str(path), format=RdfFormat.TURTLE) if t.subject}
    used = set()
    for path in AUTHORITY:
        for triple in parse(path=str(path), format=RdfFormat.TURTLE):
            used.add(triple.predicate.value)
            if isinstance(triple.object, NamedNode) and triple.object.value.startswith((ONTOLOGY, PP.base)):
                used.add(triple.object.value)

    assert used, "no authority file was read"
    assert {iri for iri in used if iri != str(RDF.type)} - known == set()


def test_definitions_stand_on_one_line():
    for path in MODULES:
        assert '"""' not in path.read_text(encoding="utf-8"), path.name


def test_no_example_names_a_real_state():
    """Examples are invented: a fact about the world in an ontology reads as one that somebody checked."""
    labels = {
        str(t.object.value)
        for t in parse(path=str(ROOT / "authority" / "states.ttl"), format=RdfFormat.TURTLE)
        if t.predicate.value == str(SKOS.prefLabel)
    }
    examples = [
        line
        for path in sorted(ROOT.glob("*.ttl"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if "skos:example" in line
    ]

    assert examples
    assert [line for line in examples for label in labels if re.search(rf"\b{re.escape(label)}\b", line)] == []
