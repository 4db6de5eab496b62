"""The door: findings that say where to look, in two languages; layers; and the passages read again."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store, parse

from pourparlers.validate import Proof, report, validate, verify
from pourparlers.vocab import NIF, OA, PP

SHAPES = Path(__file__).parent.parent / "shapes"
ARTICLE = "https://w3id.org/pourparlers/id/article/0123456789abcdef"
GRAPH = NamedNode(ARTICLE)


def store(*cases: str, graph: NamedNode | DefaultGraph | None = None) -> Store:
    filled = Store()
    for path in (SHAPES / "common.ttl", *(SHAPES / case for case in cases)):
        filled.load(path=str(path), format=RdfFormat.TURTLE, to_graph=graph)
    return filled


def test_a_finding_says_where_to_look():
    findings = validate(store("meetings/invalid.values.ttl", "statements/invalid.values.ttl"))

    one = next(f for f in findings if f.shape == "pps:Statement-mode")
    assert (one.severity, one.focus) == ("Violation", "https://w3id.org/pourparlers/id/s2")
    assert one.constraint == "In"
    assert (one.path, one.value) == ("pp:mode", "https://w3id.org/pourparlers/ontology/statement-mode/sung")
    assert (one.article, one.words) == ("sirmie.txt", "a expliqué")
    assert one.passage == f"{ARTICLE}#char=112,122"
    assert one.message("fr") == "Une déclaration a un seul mode, pris dans la liste."
    assert one.message("en") == "A statement has one mode, of the scheme."


def test_a_false_passage_is_named_with_its_article_in_both_languages():
    findings = validate(store("evidence/invalid.passages.ttl"))

    one = next(f for f in findings if f.value == f"{ARTICLE}#char=0,5")
    assert (
        one.fr == f"sirmie.txt : le passage {ARTICLE}#char=0,5 devrait dire « Hannah », mais le texte porte « Hanna »."
    )
    assert one.en == f"sirmie.txt: the passage {ARTICLE}#char=0,5 should read “Hannah”, but the text has “Hanna”."
    assert (one.article, one.passage, one.words) == ("sirmie.txt", f"{ARTICLE}#char=0,5", "Hannah")


def test_a_finding_on_a_part_or_a_merged_thing_leads_to_the_article():
    findings = validate(store("meetings/invalid.participation.ttl", "treaties/invalid.withdrawal.ttl"))

    assert {f.article for f in findings} == {"sirmie.txt"}
    assert all(f.passage for f in findings)


def test_layers_are_looked_at_one_by_one():
    both = store(graph=GRAPH)
    both.load(path=str(SHAPES / "places" / "invalid.nowhere.ttl"), format=RdfFormat.TURTLE, to_graph=GRAPH)

    assert validate(both) == ()
    assert [f.shape for f in validate(both, layer="source")] == ["pps:Place-lat", "pps:Place-long", "pps:Place-name"]
    with pytest.raises(ValueError, match="no layer 'both'"):
        validate(both, layer="both")


def test_quads_and_rdflib_graphs_are_taken_too():
    case = str(SHAPES / "places" / "invalid.nowhere.ttl")

    from_quads = validate(parse(path=case, format=RdfFormat.TURTLE))
    from_rdflib = validate(rdflib.Graph().parse(case))

    assert from_quads == from_rdflib
    assert len(from_quads) == 3


def test_the_gravest_come_first_and_the_order_never_varies():
    cases = ("statements/invalid.values.ttl", "meetings/invalid.alone.ttl")

    findings = validate(store(*cases))

    assert [f.severity for f in findings] == sorted((f.severity for f in findings), key="Violation Warning Info".index)
    assert findings == validate(store(*reversed(cases)))


def test_validation_leaves_the_store_alone():
    kept = store("places/invalid.nowhere.ttl")
    before = kept.dump(format=RdfFormat.N_QUADS)

    validate(kept)

    assert sorted(kept.dump(format=RdfFormat.N_QUADS).splitlines()) == sorted(before.splitlines())


def test_report_in_french():
    text = report(validate(store("meetings/invalid.alone.ttl", "statements/invalid.values.ttl")), "fr")

    assert text.startswith("Le graphe n'est pas conforme.\n")
    assert "Avertissement pps:Meeting-parties" in text
    assert "dans sirmie.txt : « a reçu »" in text


def test_report_in_english():
    sound, passing = report((), "en"), report(validate(store("meetings/invalid.alone.ttl")), "en")

    assert sound == "The graph conforms: nothing to report.\n"
    assert passing.startswith("The graph conforms: no violation.\n0 violation, 1 warning, 0 info\n")


def test_sound_passages_are_counted():
    assert verify(store()) == Proof(11)


def test_false_passages_are_named():
    proof = verify(store("evidence/invalid.passages.ttl"))

    assert (proof.right, proof.checked) == (11, 15)
    assert [(m.passage.removeprefix(ARTICLE), m.said, m.read) for m in proof.false] == [
        ("#char=0,5", "Hannah", "Hanna"),
        ("#char=6,15", "", "Lindqvist"),
        ("#char=900,905", "", None),
        ("https://w3id.org/pourparlers/id/passage", "Hanna", "Hanna"),
    ]
    assert {m.article for m in proof.false} == {"sirmie.txt"}


def test_offsets_count_code_points():
    """An emoji is one code point, two UTF-16 units, four bytes."""
    passage = NamedNode(f"{ARTICLE}#char=2,7")
    quads = [
        Quad(GRAPH, NIF.isString, Literal("😀 Hanna"), GRAPH),
        Quad(passage, OA.hasSource, GRAPH, GRAPH),
        Quad(passage, NIF.beginIndex, Literal(2), GRAPH),
        Quad(passage, NIF.endIndex, Literal(7), GRAPH),
        Quad(passage, NIF.anchorOf, Literal("Hanna"), GRAPH),
    ]

    assert verify(quads) == Proof(1)
    assert [f.shape for f in validate(quads) if f.shape == "pps:Passage-words"] == []


def test_a_passage_of_no_article_is_false():
    lost = Quad(NamedNode("https://w3id.org/pourparlers/id/lost"), NamedNode(RDF_TYPE), PP.Passage)

    proof = verify([lost])

    assert (proof.checked, len(proof.false)) == (1, 1)


RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
