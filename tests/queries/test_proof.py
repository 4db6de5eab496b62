"""Each row's proof is that of the fact it names, from the article it names."""

import pytest
from pyoxigraph import RdfFormat, Store

from pourparlers import queries

GRAPH = """
@prefix pp: <https://w3id.org/pourparlers/ontology#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
@prefix schema: <https://schema.org/> .
<urn:one> a pp:Article ; dcterms:identifier "one.txt" ; schema:url <https://example.org/one> .
<urn:two> a pp:Article ; dcterms:identifier "two.txt" .
<urn:hanna> a pp:Person ; pp:account <urn:one/hanna> .
<urn:one/hanna> a pp:Account ; pp:principalEvidence <urn:one#char=1,5> .
<urn:meeting> a pp:Meeting ; pp:account <urn:two/meeting> , <urn:one/meeting> .
<urn:one/meeting> a pp:Account ; pp:principalEvidence <urn:one#char=8,9> .
<urn:two/meeting> a pp:Account ; pp:principalEvidence <urn:two#char=3,4> .
<urn:one#char=1,5> a pp:Passage ; oa:hasSource <urn:one> ; nif:beginIndex 1 ; nif:endIndex 5 ; nif:anchorOf "Hanna" .
<urn:one#char=8,9> a pp:Passage ; oa:hasSource <urn:one> ; nif:beginIndex 8 ; nif:endIndex 9 ; nif:anchorOf "rencontre" .
<urn:two#char=3,4> a pp:Passage ; oa:hasSource <urn:two> ; nif:beginIndex 3 ; nif:endIndex 4 ; nif:anchorOf "entretien" .
"""


@pytest.fixture
def graph():
    store = Store()
    store.load(GRAPH, format=RdfFormat.TURTLE)
    return store


@pytest.mark.parametrize(
    ("row", "proof"),
    [
        ("<urn:hanna>", ["Hanna", "one.txt", "1", "5", "https://example.org/one"]),
        ("<urn:hanna> <urn:meeting>", ["rencontre", "one.txt", "8", "9", "https://example.org/one"]),
        ('<urn:meeting> "two.txt"', ["entretien", "two.txt", "3", "4", "urn:two#char=3,4"]),
        ("<urn:two> <urn:meeting>", ["entretien", "two.txt", "3", "4", "urn:two#char=3,4"]),
        ("<urn:two/meeting>", ["entretien", "two.txt", "3", "4", "urn:two#char=3,4"]),
        ("<urn:two#char=3,4>", ["entretien", "two.txt", "3", "4", "urn:two#char=3,4"]),
        ("<urn:unknown> 3 UNDEF", [None] * 5),
    ],
)
def test_proof_of_a_row(graph, row, proof):
    names = " ".join(f"?c{i}" for i in range(len(row.split())))
    asked = queries.ask(graph, f"SELECT {names} {{ VALUES ({names}) {{ ({row}) }} }}")

    got = queries.with_proof(graph, asked)

    assert queries.columns(got)[-5:] == queries.PROOF
    (line,) = list(got)
    assert [None if line[name] is None else line[name].value for name in queries.PROOF] == proof


def test_the_rows_and_their_order_stay(graph):
    text = "SELECT ?b ?a { VALUES (?b ?a) { ('é\"\\n'@fr 2) (UNDEF <urn:hanna>) (1.50 true) } }"

    plain, proved = list(queries.ask(graph, text)), list(queries.with_proof(graph, queries.ask(graph, text)))

    assert [(row["b"], row["a"]) for row in proved] == [(row["b"], row["a"]) for row in plain]


def test_no_rows_no_proof(graph):
    got = queries.with_proof(graph, queries.ask(graph, "SELECT ?a { ?a a pp:Treaty }"))

    assert queries.columns(got) == ("a", *queries.PROOF)
    assert list(got) == []
