"""Laws of the graph, for any article and any facts."""

import io
import re
from dataclasses import replace

import pyoxigraph
import pytest
from hypothesis import HealthCheck, given, settings
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat

from pourparlers import model, vocab
from pourparlers.graph import lift, turtle
from pourparlers.graph.extraction import Extraction
from pourparlers.graph.lift import lift_fact
from pourparlers.graph.proof import false_offsets, unproven
from pourparlers.graph.source import Source
from pourparlers.store import exports, files

from .facts import read_articles

# What an IRI may not hold, after RFC 3987, and a percent sign that escapes nothing.
BROKEN_IRI = re.compile(r"[\x00-\x20\x7f-\x9f<>\"{}|\\^`]|%(?![0-9A-F]{2})")


# A busy machine makes no law false: no deadlines.
LAW = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])

ABSTRACT = {model.Found, model.Entity}
KINDS = [
    kind
    for kind in vars(model).values()
    if isinstance(kind, type) and issubclass(kind, model.Found) and kind not in ABSTRACT
]


def test_there_are_kinds_of_facts():
    assert len(KINDS) == 8


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_kind_of_fact_has_a_class_and_a_lift(kind):
    assert kind.__name__ in vocab.PP
    assert lift_fact.dispatch(kind) is not lift_fact.dispatch(model.Found)


def test_a_kind_without_a_lift_is_an_error():
    found = model.Found(id="x-1", evidence=(), rule="none")

    with pytest.raises(NotImplementedError, match="no lift for Found"):
        lift_fact(found, Source(model.Article(name="a", text="b", reading="b", blocks=(), sha256="0")))


@LAW
@given(read_articles())
def test_same_facts_same_quads(read):
    assert list(lift(*read)) == list(lift(*read))


@LAW
@given(read_articles())
def test_every_node_has_a_sound_iri_of_the_article(read):
    quads = list(lift(*read))

    article = quads[0].graph_name.value
    for quad in quads:
        assert quad.graph_name.value == article
        assert quad.subject.value.startswith((article, "https://w3id.org/pourparlers/id/extraction/"))
        for term in (quad.subject, quad.predicate, quad.object):
            assert not isinstance(term, BlankNode)
            assert not (isinstance(term, NamedNode) and BROKEN_IRI.search(term.value))


def test_what_is_not_read_is_told_in_runs():
    text = "Menu\nAccueil\nIls se sont vus.\nPublicité"
    blocks = (
        model.Block("furniture", 0, 4),
        model.Block("caption", 5, 12),
        model.Block("body", 13, 29),
        model.Block("furniture", 29, 40),
    )
    article = model.Article(name="a", text=text, reading=text, blocks=blocks, sha256="0")

    quads = list(lift(article, model.Facts(dating=model.Dating(None, None))))

    masked = {quad.object for quad in quads if quad.predicate == vocab.PP.furniture}
    words = {quad.object.value for quad in quads if quad.subject in masked and quad.predicate == vocab.NIF.anchorOf}
    assert words == {"Menu\nAccueil", "Publicité"}


@LAW
@given(read_articles())
def test_evidence_lies_in_the_text_and_quotes_it(read):
    article, facts = read

    assert list(false_offsets(article, facts, lift(article, facts))) == []


@LAW
@given(read_articles())
def test_a_moved_passage_is_found_out(read):
    article, facts = read
    quads = list(lift(article, facts))
    passages = [quad for quad in quads if quad.predicate.value.endswith("beginIndex")]

    for moved in passages[:1]:
        elsewhere = Literal(str(int(moved.object.value) + 1), datatype=moved.object.datatype)
        shifted = [q if q != moved else Quad(q.subject, q.predicate, elsewhere, q.graph_name) for q in quads]
        assert len(list(unproven(article.text, shifted))) == 1


@LAW
@given(read_articles())
def test_a_passage_beyond_the_text_is_found_out(read):
    article, facts = read
    shorter = replace(article, text=article.text[:-1], reading=article.text[:-1])

    reaching = any(quad.object == Literal(article.text) or quad.subject.value.endswith(f",{len(article.text)}")
                   for quad in lift(article, facts) if quad.predicate.value.endswith("anchorOf"))  # fmt: skip
    assert bool(list(unproven(shorter.text, lift(shorter, facts)))) == reaching


@LAW
@given(read_articles())
def test_what_is_written_is_read_again(read):
    quads = set(lift(*read))

    content = files.body(quads)

    assert set(files.quads(content)) == quads
    assert content.count(b"\n") == len(quads)


@LAW
@given(read_articles())
def test_the_store_changes_no_literal(read):
    quads = set(lift(*read))
    store = pyoxigraph.Store()

    store.bulk_extend(quads)

    assert set(store) == quads


@settings(LAW, max_examples=10)
@given(read_articles())
@pytest.mark.parametrize("form", exports.FORMATS.values(), ids=exports.FORMATS)
def test_export_then_import_loses_nothing(form, read):
    quads = set(lift(*read))
    graph = next(iter(quads)).graph_name
    out = io.BytesIO()

    exports.write([(graph, exports.ordered(quads))], form, out)

    again = {
        quad if form.supports_datasets else Quad(*quad.triple, graph) for quad in pyoxigraph.parse(out.getvalue(), form)
    }
    assert again == quads


LITERALS = [
    Literal(""),
    Literal('"'),
    Literal('a "word" and a \\'),
    Literal("two\nlines"),
    Literal('two\nlines and a "mark"'),
    Literal('two\nlines and """three'),
    Literal('two\nlines and """"'),
    Literal("two\nlines\\"),
    Literal("a\r\nb\tc\x00\x1f\x7f"),
    Literal("tab\tonly"),
    Literal("déclaration", language="fr"),
    Literal("1", datatype=vocab.XSD.integer),
    Literal("0.9", datatype=vocab.XSD.decimal),
    Literal("1", datatype=vocab.XSD.decimal),
    Literal("true", datatype=vocab.XSD.boolean),
    Literal("vrai", datatype=vocab.XSD.boolean),
    Literal("2019-05~", datatype=vocab.EDTF),
]


@pytest.mark.parametrize("literal", LITERALS, ids=repr)
def test_turtle_of_a_literal(literal):
    said = Quad(NamedNode("https://example.org/s"), vocab.PP.name, literal)

    written = "".join(turtle.turtle([said]))

    assert [quad.object for quad in pyoxigraph.parse(written, RdfFormat.TURTLE)] == [literal]


IRIS = ["https://w3id.org/pourparlers/ontology#Meeting", "https://w3id.org/pourparlers/ontology#1a",
        "https://w3id.org/pourparlers/ontology#a.b", "https://w3id.org/pourparlers/ontology#a.",
        "https://w3id.org/pourparlers/ontology#", "https://w3id.org/pourparlers/ontology/medium/tribune",
        "http://www.w3.org/ns/org#é", "https://example.org/x#char=1,2", "tag:x"]  # fmt: skip


@pytest.mark.parametrize("iri", IRIS)
def test_turtle_of_an_iri(iri):
    said = Quad(NamedNode(iri), NamedNode(iri), NamedNode(iri))

    written = "".join(turtle.turtle([said]))

    assert [quad.triple for quad in pyoxigraph.parse(written, RdfFormat.TURTLE)] == [said.triple]


def test_turtle_reads_well(request):
    example = request.path.parent / "example.ttl"
    text = "Anna Berg a dit : « Oui. »\nElle partira."
    article = model.Article(name="essai.txt", text=text, reading=text, blocks=(), sha256="0" * 64, title="Essai")
    facts = model.Facts(
        dating=model.Dating(None, None),
        persons=(model.Person(id="person-0-9", evidence=(model.Passage(0, 9),), rule="actors.name", name="Anna Berg"),),
    )
    quads = exports.ordered(lift(article, facts, Extraction("0", "modèle", "règles")))

    assert "".join(turtle.turtle(quads)) == example.read_text(encoding="utf-8")
