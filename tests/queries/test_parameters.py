"""Values become RDF terms or are refused; nothing a user types can change the question."""

import pytest
from pyoxigraph import RdfFormat, Store

from pourparlers import queries
from pourparlers.errors import InvalidParameter, InvalidQuery

XSD = "http://www.w3.org/2001/XMLSchema#"
PEOPLE = """
@prefix pp: <https://w3id.org/pourparlers/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<urn:hanna> a pp:Person ; skos:prefLabel "Hanna Lindqvist" ; skos:altLabel "Mme Lindqvist"@fr .
<urn:erik> a pp:Person ; skos:prefLabel "Érik Lindqvist" .
<urn:sirmie> a pp:Institution , pp:State ; skos:prefLabel "Sirmie"@fr .
<urn:treaty> a pp:Treaty ; skos:prefLabel "traité de Varena" .
<urn:meeting> a pp:Meeting ; skos:prefLabel "sommet de Varena" .
<urn:place> a pp:Place ; skos:prefLabel "Varena" .
"""


@pytest.fixture
def graph():
    store = Store()
    store.load(PEOPLE, format=RdfFormat.TURTLE)
    return store


def bound(graph, kind, value, more="", body="SELECT ?x WHERE { ?x ?y ?_v }"):
    text = f"""\
#+ title = {{ fr = "a", en = "a" }}
#+ about = {{ fr = "a", en = "a" }}
#+ params.v = {{ type = "{kind}"{more}, label = {{ fr = "v", en = "v" }} }}
#+ returns = ["x"]
{body}"""
    return queries.bind(queries.read("t", text), {} if value is None else {"v": value}, graph).splitlines()[-1]


@pytest.mark.parametrize(
    ("kind", "value", "more", "term"),
    [
        ("string", 'a"b\\c\n} #', "", r'"a\"b\\c\n} #"'),
        ("string", "<urn:x>", "", '"<urn:x>"'),
        ("integer", " 007 ", "", f'"7"^^<{XSD}integer>'),
        ("date", "2017-04-26", "", f'"2017-04-26"^^<{XSD}date>'),
        ("date", "2016-02", ", end = true", f'"2016-02-29"^^<{XSD}date>'),
        ("date", "2017", "", f'"2017-01-01"^^<{XSD}date>'),
        ("date", "2017", ", end = true", f'"2017-12-31"^^<{XSD}date>'),
        ("iri", "urn:a:b", "", "<urn:a:b>"),
        ("iri", "pp:Meeting", "", "<https://w3id.org/pourparlers/ontology#Meeting>"),
        ("enum", "b", ', values = ["a", "b"]', '"b"'),
        ("enum", "held", ', scheme = "meeting-status"', "<https://w3id.org/pourparlers/ontology/meeting-status/held>"),
        ("actor", "https://example.org/x", "", "<https://example.org/x>"),
        ("actor", "hanna LINDQVIST", "", "<urn:hanna>"),
        ("actor", "mme lindqvist", "", "<urn:hanna>"),
        ("actor", "Erik", "", "<urn:erik>"),
        ("actor", "sirmie", "", "<urn:sirmie>"),
        ("institution", "Sirmie", "", "<urn:sirmie>"),
        ("meeting", "varena", "", "<urn:meeting>"),
        ("treaty", "varena", "", "<urn:treaty>"),
        ("place", "varena", "", "<urn:place>"),
    ],
)
def test_a_value_becomes_a_term(graph, kind, value, more, term):
    assert bound(graph, kind, value, more) == f"SELECT ?x WHERE {{ ?x ?y {term} }}"


@pytest.mark.parametrize(
    ("kind", "value", "more", "complaint"),
    [
        ("integer", "7.5", "", "is no integer"),
        ("date", "2017-13", "", "expected a month from 01 to 12"),
        ("date", "2017-02-30", "", "is no date"),
        ("date", "26 avril", "", "expected year-month-day"),
        ("iri", "no iri", "", "expected an absolute IRI"),
        ("iri", "http://x> } DROP ALL #", "", "is no iri"),
        ("actor", "http://x> } DROP ALL #", "", "is no actor"),
        ("enum", "c", ', values = ["a", "b"]', "expected one of a, b"),
        ("enum", "won", ', scheme = "meeting-status"', "expected one of held, "),
        ("actor", "Nobody", "", "nothing in the store is called 'Nobody'"),
        ("actor", "Lindqvist", "", "may be any of 2"),
        ("actor", "traité de Varena", "", "nothing in the store is called"),
        ("institution", "Hanna Lindqvist", "", "nothing in the store is called"),
        ("string", None, "", "t needs a value for v"),
    ],
)
def test_a_value_that_does_not_fit_is_refused(graph, kind, value, more, complaint):
    with pytest.raises(InvalidParameter) as caught:
        bound(graph, kind, value, more)

    assert complaint in str(caught.value)


def test_a_name_of_no_parameter_is_refused(graph):
    with pytest.raises(InvalidParameter, match="has no parameter 'who'; its parameters: from, to"):
        queries.bind(queries.find("meetings/between"), {"who": "x"}, graph)


def test_only_whole_tokens_are_replaced(graph):
    body = "SELECT ?x { ?x <urn:?_v> ?_v , '?_v' , '''a'?_v''' , \"\"\"?_v\"\"\" , ?_vv , ?x_v } # ?_v"
    text_query = body.replace("?_vv", "?w")

    got = bound(graph, "integer", "1", body=text_query)

    one = f'"1"^^<{XSD}integer>'
    assert got == f"SELECT ?x {{ ?x <urn:?_v> {one} , '?_v' , '''a'?_v''' , \"\"\"?_v\"\"\" , ?w , ?x_v }} # ?_v"


def test_an_optional_parameter_without_a_value_stays_a_variable(graph):
    assert bound(graph, "string", None, ", optional = true") == "SELECT ?x WHERE { ?x ?y ?_v }"
    assert '"d"' in bound(graph, "string", None, ', default = "d"')


def test_what_does_not_parse_is_shown_by_line_and_column():
    with pytest.raises(InvalidQuery) as caught:
        queries.ask(Store(), "SELECT ?x\nWHERE { ?x nothing:y ?z }")

    assert "line 2, column" in str(caught.value)
    assert "WHERE { ?x nothing:y ?z }" in str(caught.value)


def test_updates_are_no_questions():
    with pytest.raises(InvalidQuery):
        queries.ask(Store(), "DROP ALL")
