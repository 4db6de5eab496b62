"""The protocol, seen by the clients people use: SPARQLWrapper, rdflib, httpx."""

from __future__ import annotations

import csv
import io
import json

import httpx
import pytest
import rdflib
from pyoxigraph import QueryResultsFormat, RdfFormat, parse, parse_query_results
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, JSONLD, N3, POST, RDFXML, TSV, TURTLE, XML, SPARQLWrapper

NAMES = "SELECT ?name WHERE { ?person a pp:Person ; skos:prefLabel ?name } ORDER BY ?name"
GRAPH = "CONSTRUCT { ?s a ?class } WHERE { ?s a ?class . FILTER(?class = pp:Person) }"
EXPECTED = ["Hanna Lindqvist", "Karim Belhadj"]


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_sparqlwrapper_gets_solutions(server, method):
    client = SPARQLWrapper(f"{server.root}/sparql")
    client.setQuery(NAMES)
    client.setMethod(method)

    client.setReturnFormat(JSON)
    found = client.queryAndConvert()
    assert [row["name"]["value"] for row in found["results"]["bindings"]] == EXPECTED
    client.setReturnFormat(XML)
    assert [node.firstChild.data for node in client.queryAndConvert().getElementsByTagName("literal")] == EXPECTED
    for form in (CSV, TSV):
        client.setReturnFormat(form)
        assert all(name.encode() in client.queryAndConvert() for name in EXPECTED)


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # SPARQLWrapper's
@pytest.mark.parametrize("form", [TURTLE, N3, RDFXML, JSONLD, XML])
def test_sparqlwrapper_gets_graphs(server, form):
    client = SPARQLWrapper(f"{server.root}/sparql")
    client.setQuery(GRAPH)
    client.setReturnFormat(form)

    found = client.queryAndConvert()

    graph = found if isinstance(found, rdflib.Graph) else rdflib.Graph().parse(data=found, format="turtle")
    assert len(graph) == 2


def test_sparqlwrapper_posts_in_the_body(server):
    client = SPARQLWrapper(f"{server.root}/sparql")
    client.setQuery("ASK { ?person a pp:Person }")
    client.setMethod(POST)
    client.setRequestMethod("postdirectly")
    client.setReturnFormat(JSON)

    assert client.queryAndConvert()["boolean"] is True


def test_rdflib_reads_the_store(server):
    graph = rdflib.Graph(SPARQLStore(f"{server.root}/sparql"))
    found = graph.query("PREFIX pp: <https://w3id.org/pourparlers/ontology#> SELECT ?m WHERE { ?m a pp:Meeting }")

    assert len(list(found)) == 2
    meeting = next(iter(found)).m
    assert (meeting, rdflib.RDF.type, None) in graph


@pytest.mark.parametrize("form", ["json", "xml", "tsv"])
def test_every_table_has_the_same_rows(server, form):
    known = getattr(QueryResultsFormat, form.upper())

    by_name = server.query(NAMES, accept="*/*", format=form)
    by_header = server.query(NAMES, accept=known.media_type)

    assert by_name.headers["content-type"] == known.media_type
    assert by_header.content == by_name.content
    assert [row["name"].value for row in parse_query_results(by_name.content, known)] == EXPECTED


def test_csv_quotes_what_must_be_quoted(server, hostile):
    found = server.query(
        "SELECT ?title WHERE { ?article dcterms:title ?title FILTER(CONTAINS(?title, 'script')) }", "text/csv"
    )

    assert list(csv.reader(io.StringIO(found.text, newline=""))) == [["title"], [hostile]]


@pytest.mark.parametrize(
    "form",
    [RdfFormat.TURTLE, RdfFormat.N_TRIPLES, RdfFormat.N_QUADS, RdfFormat.TRIG, RdfFormat.RDF_XML, RdfFormat.JSON_LD],
)
def test_every_graph_has_the_same_triples(server, form):
    found = server.query(GRAPH, form.media_type)

    assert found.headers["content-type"].split(";")[0] == form.media_type
    assert len({quad.triple for quad in parse(found.content, form)}) == 2


@pytest.mark.parametrize(
    ("accept", "given"),
    [
        ("text/csv;q=0.2, application/sparql-results+xml;q=0.8", "application/sparql-results+xml"),
        ("image/png, text/*;q=0.5", "text/csv; charset=utf-8"),
        ("application/json", "application/sparql-results+json"),
        ("application/sparql-results+json;q=0, */*;q=0.1", "application/sparql-results+xml"),
        ("*/*", "application/sparql-results+json"),
    ],
)
def test_the_best_accepted_format_is_given(server, accept, given):
    assert server.query(NAMES, accept).headers["content-type"] == given


def test_the_dataset_is_that_of_the_protocol(server):
    graphs = [
        row["g"]["value"]
        for row in server.query("SELECT DISTINCT ?g { GRAPH ?g {} } ORDER BY ?g").json()["results"]["bindings"]
    ]
    one, two = graphs
    count = "SELECT (COUNT(DISTINCT ?a) AS ?n) WHERE { ?a a pp:Article }"
    named = "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?a a pp:Article } }"

    def ask(sparql, **params):
        answer = server.client.get("/sparql", params={"query": sparql, **params}).json()
        return [next(iter(row.values()))["value"] for row in answer["results"]["bindings"]]

    assert ask(count, **{"default-graph-uri": [one]}) == ["1"]
    assert ask(count, **{"default-graph-uri": [one, two]}) == ["2"]
    assert ask(count, **{"named-graph-uri": [one]}) == ["0"]
    assert ask(named, **{"named-graph-uri": [two]}) == [two]
    assert ask(named, **{"default-graph-uri": [one]}) == []
    posted = server.client.post("/sparql", params={"default-graph-uri": one}, data={"query": count})
    assert posted.json()["results"]["bindings"][0]["n"]["value"] == "1"


def test_errors_say_where(server):
    found = server.query("SELECT *\nWHERE (\n}")

    assert (found.status_code, found.headers["content-type"]) == (400, "application/problem+json")
    problem = found.json()
    assert (problem["line"], problem["column"]) == (2, 7)
    assert "line 2, column 7" in server.query("SELECT *\nWHERE (\n}", "text/csv").text


FORM = {"content-type": "application/x-www-form-urlencoded"}
DIRECT = {"content-type": "application/sparql-query"}

REFUSED = [
    ("GET", {"params": {"query": "ASK {}", "format": "png"}}, 406),
    ("GET", {"params": {"query": "ASK {}"}, "headers": {"accept": "image/png"}}, 406),
    ("GET", {"params": {"query": "ASK {}"}, "headers": {"accept": "text/turtle"}}, 406),
    ("GET", {"params": {"query": ["ASK {}", "ASK {}"]}}, 400),
    ("GET", {"params": {"update": "CLEAR ALL"}}, 400),
    ("GET", {"params": {"query": "ASK {}", "timeout": "soon"}}, 400),
    ("GET", {"params": {"query": "ASK {}", "timeout": "-1"}}, 400),
    ("GET", {"params": {"query": "ASK {}", "default-graph-uri": "no iri"}}, 400),
    ("GET", {"params": "query=%FF"}, 400),
    ("GET", {"params": {"query": "CLEAR ALL"}}, 400),
    ("PUT", {"content": "ASK {}", "headers": DIRECT}, 405),
    ("DELETE", {}, 405),
    ("POST", {"content": "query=ASK%20%7B%7D", "headers": {"content-type": "text/plain"}}, 415),
    ("POST", {"content": "ASK {}"}, 415),
    (
        "POST",
        {"content": "ASK {}".encode("utf-16"), "headers": {"content-type": "application/sparql-query; charset=utf-16"}},
        415,
    ),
    ("POST", {"content": b"ASK { ?s ?p '\xff' }", "headers": DIRECT}, 400),
    ("POST", {"content": "nothing=1", "headers": FORM}, 400),
    ("POST", {"content": "x" * 1_100_000, "headers": DIRECT}, 413),
    ("POST", {"content": f"ASK {{}} #{'x' * 300_000}", "headers": DIRECT}, 413),
    ("POST", {"content": "update=CLEAR%20ALL", "headers": FORM}, 403),
    ("POST", {"content": "CLEAR ALL", "headers": {"content-type": "application/sparql-update"}}, 403),
]


@pytest.mark.parametrize(("method", "request_", "status"), REFUSED)
def test_what_is_refused(server, method, request_, status):
    found = server.client.request(method, "/sparql", **request_)

    assert found.status_code == status, found.text
    assert found.text.strip()


def test_head_and_options(server):
    got = server.query(NAMES)
    head = server.client.head("/sparql", params={"query": NAMES}, headers={"accept": "application/sparql-results+json"})
    options = server.client.options("/sparql")
    preflight = server.client.options(
        "/sparql", headers={"origin": "https://example.org", "access-control-request-method": "POST"}
    )
    elsewhere = server.client.get("/sparql", params={"query": "ASK {}"}, headers={"origin": "https://example.org"})

    assert head.content == b""
    assert head.headers["content-type"] == got.headers["content-type"]
    assert head.headers["etag"] == got.headers["etag"]
    assert (options.status_code, options.headers["allow"]) == (204, "GET, HEAD, POST, OPTIONS")
    assert preflight.status_code == 200
    assert elsewhere.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in elsewhere.headers


def test_compression(server):
    plain = server.client.get("/sparql", params={"query": NAMES}, headers={"accept-encoding": "identity"})
    packed = server.client.get("/sparql", params={"query": NAMES}, headers={"accept-encoding": "gzip"})

    assert "content-encoding" not in plain.headers
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.content == plain.content


def test_etag(server):
    first = server.query(NAMES)
    again = server.client.get(
        "/sparql",
        params={"query": NAMES},
        headers={"accept": "application/sparql-results+json", "if-none-match": first.headers["etag"]},
    )

    assert (again.status_code, again.content) == (304, b"")
    assert server.query(NAMES, "text/csv").headers["etag"] != first.headers["etag"]
    assert "etag" not in server.query("SELECT (RAND() AS ?x) {}").headers


def test_the_service_describes_itself(server):
    graph = rdflib.Graph().parse(data=server.client.get("/sparql", headers={"accept": "text/turtle"}).text)
    sd, void = (
        rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#"),
        rdflib.Namespace("http://rdfs.org/ns/void#"),
    )
    endpoint = rdflib.URIRef(f"{server.root}/sparql")
    dataset = graph.value(endpoint, sd.defaultDataset)

    assert (endpoint, sd.endpoint, endpoint) in graph
    assert (endpoint, sd.supportedLanguage, sd.SPARQL11Query) in graph
    default = graph.value(dataset, sd.defaultGraph)
    counted = server.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").json()["results"]["bindings"][0]["n"]["value"]
    assert graph.value(default, void.triples).toPython() == int(counted)
    persons = rdflib.URIRef("https://w3id.org/pourparlers/ontology#Person")
    partition = graph.value(None, void["class"], persons)
    assert graph.value(partition, void.entities).toPython() == 2
    assert server.client.get("/sparql", headers={"accept": "text/html,*/*;q=0.1"}).status_code == 200


def test_a_million_rows_stream(server):
    rows, size = 0, 0
    before = server.peak()
    query = "SELECT ?s ?a ?b WHERE { ?s ?p ?o . ?a ?b ?c } LIMIT 1000000"
    with server.client.stream(
        "GET", "/sparql", params={"query": query, "format": "tsv"}, headers={"accept-encoding": "identity"}
    ) as got:
        assert got.headers.get("transfer-encoding") == "chunked"
        for block in got.iter_bytes():
            rows += block.count(b"\n")
            size += len(block)

    assert rows == 1_000_001
    assert size > 100_000_000
    assert server.peak() - before < 32_000_000


def test_graphs_by_name(server):
    graphs = [
        row["g"]["value"]
        for row in server.query("SELECT DISTINCT ?g { GRAPH ?g {} } ORDER BY ?g").json()["results"]["bindings"]
    ]

    one = server.client.get("/store", params={"graph": graphs[0]}, headers={"accept": "application/n-triples"})
    default = server.client.get("/store", params={"default": ""}, headers={"accept": "text/turtle"})
    everything = server.client.get("/store", headers={"accept": "application/n-quads"})

    assert 0 < len(list(parse(one.content, RdfFormat.N_TRIPLES))) < len(list(parse(default.content, RdfFormat.TURTLE)))
    named = {quad.graph_name for quad in parse(everything.content, RdfFormat.N_QUADS)}
    assert len(named) == 3
    assert server.client.head("/store", params={"graph": graphs[0]}).status_code == 200


def test_graphs_that_are_refused(server):
    missing = {"graph": "http://example.org/none"}
    head = server.client.head("/store", params=missing)

    assert server.client.get("/store", params=missing).status_code == 404
    assert (head.status_code, head.content) == (404, b"")
    assert server.client.get("/store/none.ttl").status_code == 404
    assert server.client.get("/store", params={"graph": "x y"}).status_code == 400
    assert server.client.get("/store", params={"default": "", **missing}).status_code == 400
    assert server.client.put("/store", params={"default": ""}, content="").status_code == 403
    assert server.client.patch("/store").status_code == 405
    assert server.client.get("/store", headers={"accept": "text/turtle"}).status_code == 406
    assert server.client.options("/store").headers["allow"] == "GET, HEAD, OPTIONS"


def test_keep_alive_survives_errors(server):
    """What one answer leaves behind in the connection must not reach the next."""
    with httpx.Client(base_url=server.root, limits=httpx.Limits(max_connections=1)) as one:
        for _ in range(3):
            assert one.head("/store", params={"graph": "http://example.org/none"}).status_code == 404
            assert one.get("/sparql", params={"query": "ASK { ?s ?p"}).status_code == 400
            assert json.loads(one.get("/sparql", params={"query": "ASK {}"}).content)["boolean"] is True
