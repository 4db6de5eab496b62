"""The vocabulary: what ontology/ declares can be written, and nothing else."""

from __future__ import annotations

import pickle
import re
import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from pourparlers import vocab
from pourparlers.vocab import NIF, PP, PREFIXES, RDF, SKOS, concept, concepts, schemes

SRC = Path(vocab.__file__).parent


def test_a_declared_term_is_its_iri():
    assert PP.Meeting == NamedNode("https://w3id.org/pourparlers/ontology#Meeting")
    assert NIF["anchorOf"].value.endswith("nif-core#anchorOf")
    assert RDF.type.value == "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


@pytest.mark.parametrize(("vocabulary", "name"), [(PP, "Meetng"), (SKOS, "prefLable"), (RDF, "typ"), (NIF, "meeting")])
def test_a_misspelt_term_cannot_be_written(vocabulary, name):
    with pytest.raises(AttributeError, match=f"ontology/ declares no '{name}'"):
        getattr(vocabulary, name)


def test_a_vocabulary_lists_its_terms():
    assert "Meeting" in PP
    assert "Meetng" not in PP
    assert list(PP) == sorted(PP.names())


def test_a_vocabulary_crosses_processes():
    assert pickle.loads(pickle.dumps(PP)).Meeting == PP.Meeting


def test_concepts_are_found_by_word():
    assert concept("meeting-kind", "summit").value == "https://w3id.org/pourparlers/ontology/meeting-kind/summit"
    assert concept("medium", "conférence de presse").value.endswith("/medium/conférence-de-presse")


def test_an_unknown_word_or_scheme_is_an_error():
    with pytest.raises(KeyError, match="no word 'picnic'"):
        concept("meeting-kind", "picnic")
    with pytest.raises(KeyError, match="no scheme 'meeting-kinds'"):
        concepts("meeting-kinds")


def test_every_prefix_has_one_namespace():
    assert len(set(PREFIXES.values())) == len(PREFIXES)
    assert all(iri.endswith(("#", "/")) for iri in PREFIXES.values())


def test_every_term_the_program_writes_is_declared():
    names = r"\b(PP|ORG|FOAF|PROV|SEM|SCHEMA|SKOS|DCTERMS|OA|NIF|ELI|GEO|OWL|RDF|RDFS|XSD|SH)\.([A-Za-z]\w*)"
    ours = re.compile(r"from pourparlers\.vocab import ([^()\n]+|\([^)]*\))")
    undeclared = []
    for path in SRC.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        imported = set(re.findall(r"[A-Z]+", " ".join(ours.findall(text))))
        for vocabulary, name in re.findall(names, text):
            if (
                vocabulary in imported
                and name not in getattr(vocab, vocabulary)
                and name != "base"
                and not hasattr(vocab.Vocabulary, name)
            ):
                undeclared.append(f"{path.name}: {vocabulary}.{name}")

    assert undeclared == []


def test_reading_the_vocabulary_is_quick():
    """The figure is generous: it is to catch an rdflib import or a scan of the authority, both ten times as long."""
    code = (
        "import time; from pourparlers.vocab import PP, concept; t = time.process_time(); PP.Meeting;"
        "concept('meeting-kind', 'summit'); print(time.process_time() - t); import sys; assert 'rdflib' not in sys.modules"
    )

    seconds = float(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout)

    assert seconds < 0.1


def test_all_schemes_are_known():
    assert set(schemes()) == {
        "institution-type",
        "mark",
        "medium",
        "meeting-kind",
        "meeting-status",
        "participation-role",
        "speech-act",
        "statement-mode",
        "treaty-event",
        "treaty-kind",
        "treaty-status",
    }
