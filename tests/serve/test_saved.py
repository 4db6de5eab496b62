"""The saved queries over HTTP: as many as there are, each as the command line runs it."""

from __future__ import annotations

import csv
import io
import re

import pytest
import rdflib

from pourparlers import queries
from pourparlers.serve.saved import RESERVED
from pourparlers.store import Store

CATALOGUE = queries.catalogue()
VALUES = {
    "actor": "Hanna Lindqvist",
    "institution": "Sirmie",
    "meeting": "https://w3id.org/pourparlers/id/meeting/1",
    "place": "https://w3id.org/pourparlers/id/place/1",
    "string": "Sirmie",
    "date": "2019",
    "integer": "1",
    "iri": "pp:Meeting",
}


def values(query: queries.SavedQuery) -> dict[str, str]:
    return {p.name: p.choices[0] if p.choices else VALUES[p.type] for p in query.params if p.required}


def test_there_are_queries():
    assert len(CATALOGUE) > 30


@pytest.mark.parametrize("name", CATALOGUE)
def test_every_query_answers_as_the_library_does(server, folder, name):
    query = CATALOGUE[name]
    given = values(query)

    found = server.client.get(f"/queries/{name}", params=given, headers={"accept": "text/csv"})

    expected = queries.run(Store.open(folder).index(), query, given)
    rows = [[getattr(row[column], "value", "") for column in query.returns] for row in expected]
    got = list(csv.reader(io.StringIO(found.text, newline="")))
    assert (found.status_code, got) == (200, [list(query.returns), *rows])


@pytest.mark.parametrize("name", CATALOGUE)
def test_every_query_has_a_page(server, name):
    found = server.client.get(f"/queries/{name}", headers={"accept": "text/html,application/xml;q=0.9"})

    assert (found.status_code, found.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert CATALOGUE[name].title["fr"].split("'")[0] in found.text


def test_no_parameter_has_a_reserved_name():
    assert [p.name for query in CATALOGUE.values() for p in query.params if p.name in RESERVED] == []


def test_formats_by_suffix_name_and_header(server):
    address = "/queries/actors/persons"
    by_suffix = server.client.get(f"{address}.csv")
    by_name = server.client.get(address, params={"format": "csv"})

    assert by_suffix.headers["content-disposition"] == 'attachment; filename="actors-persons.csv"'
    assert by_suffix.content == by_name.content
    assert server.client.get(address).headers["content-type"] == "application/sparql-results+json"
    assert server.client.get(address, headers={"accept": "application/sparql-results+xml"}).text.startswith("<?xml")
    assert server.client.get(f"{address}.png").status_code == 406
    assert server.client.get(address, params={"format": "turtle"}).status_code == 406


def test_rows_bring_their_proof(server):
    rows = server.client.get("/queries/meetings/meetings", params={"evidence": "1"}).json()["results"]["bindings"]

    assert {row["evidence"]["value"] for row in rows} == {"a rencontré"}


HOSTILE = ['x" } #', "x' . ?s ?p ?o", "\\u0022", "<http://x> } DROP", "}\n{", "?_to"]


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize(
    ("name", "parameter"),
    [("statements/by-actor", "speaker"), ("statements/containing", "words"), ("meetings/between", "from")],
)
def test_a_value_never_becomes_query(server, name, parameter, value):
    parameter = parameter if parameter in {p.name for p in CATALOGUE[name].params} else CATALOGUE[name].params[0].name
    found = server.client.get(f"/queries/{name}", params={**values(CATALOGUE[name]), parameter: value})

    if CATALOGUE[name].params[0].type == "string":
        assert found.json()["results"]["bindings"] == []
    else:
        assert found.status_code == 400, found.text


def test_what_does_not_fit_is_refused(server):
    def status(name, **params):
        return server.client.get(f"/queries/{name}", params=params).status_code

    assert status("meetings/none") == 404
    assert status("statements/by-actor") == 400
    assert status("statements/by-actor", speaker="Nobody At All") == 400
    assert status("meetings/between", other="1") == 400
    assert status("meetings/between", **{"from": ["2017", "2018"]}) == 400
    assert server.client.post("/queries/meetings/between").status_code == 405


def test_the_catalogue_in_json(server):
    found = server.client.get("/queries").json()

    assert [query["name"] for query in found] == list(CATALOGUE)
    assert found[0]["url"] == f"{server.root}/queries/{found[0]['name']}"
    assert all(
        server.client.get(query["url"], params=values(CATALOGUE[query["name"]])).status_code == 200
        for query in found[:3]
    )


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # rdflib's reader of JSON-LD
@pytest.mark.parametrize("form", ["turtle", "jsonld", "rdfxml"])
def test_the_catalogue_in_rdf(server, form):
    text = server.client.get("/queries", params={"format": form}).text
    graph = rdflib.Graph().parse(data=text, format={"jsonld": "json-ld", "rdfxml": "xml"}.get(form, form))
    sh = rdflib.Namespace("http://www.w3.org/ns/shacl#")

    assert {str(text) for text in graph.objects(None, sh.select)} == {q.sparql for q in CATALOGUE.values()}
    assert len(set(graph.subjects(rdflib.RDF.type, sh.SPARQLExecutable))) == len(CATALOGUE)
    node = rdflib.URIRef(f"{server.root}/queries/meetings/between")
    assert {label.language for label in graph.objects(node, rdflib.RDFS.label)} == {"fr", "en"}
    assert graph.value(node, rdflib.URIRef("https://schema.org/target")) == rdflib.URIRef(f"{server.root}/sparql")


def test_the_interface_is_described(server):
    found = server.client.get("/openapi.json").json()

    assert found["openapi"] == "3.1.0"
    assert {f"/queries/{name}" for name in CATALOGUE} <= set(found["paths"])
    between = found["paths"]["/queries/meetings/between"]["get"]["parameters"]
    assert [p["name"] for p in between] == ["from", "to", "evidence", "timeout", "format"]
    names = [operation["operationId"] for path in found["paths"].values() for operation in path.values()]
    assert len(names) == len(set(names))
    for name, query in CATALOGUE.items():
        described = {p["name"]: p["required"] for p in found["paths"][f"/queries/{name}"]["get"]["parameters"]}
        assert all(described[p.name] == p.required for p in query.params)


def test_pages_speak_both_languages(server):
    french = server.client.get("/queries", headers={"accept": "text/html", "accept-language": "fr"})
    english = server.client.get("/queries", headers={"accept": "text/html", "accept-language": "en-GB,fr;q=0.5"})

    assert "Requêtes enregistrées" in french.text
    assert "Saved queries" in english.text
    assert re.search(r'<html lang="en">', english.text)
