"""One set of questions, asked by the clients people use, each in its own way of speaking HTTP."""

from __future__ import annotations

import json
import subprocess

import pytest
import rdflib
from pyoxigraph import QueryResultsFormat, RdfFormat, parse
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import JSON, TURTLE, SPARQLWrapper

from pourparlers import queries
from pourparlers.store import Store

PREFIXES = """
PREFIX pp: <https://w3id.org/pourparlers/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""
SELECTS = {
    "join": "SELECT ?meeting ?name WHERE { ?meeting a pp:Meeting ; pp:participant ?who . ?who skos:prefLabel ?name }",
    "filter": """SELECT ?who ?name WHERE {
        ?who a pp:Person ; skos:prefLabel ?name FILTER(STRLEN(?name) > 12 && CONTAINS(LCASE(?name), "é"))
    }""",
    "optional": """SELECT ?s ?words ?to WHERE {
        ?s a pp:Statement ; pp:text ?words OPTIONAL { ?s pp:addressee/skos:prefLabel ?to }
        FILTER(REGEX(?words, "^l", "i"))
    }""",
    "group": "SELECT ?class (COUNT(?thing) AS ?n) WHERE { ?thing a ?class } GROUP BY ?class HAVING(COUNT(?thing) > 3)",
    "accents": """SELECT ?who WHERE { ?who skos:prefLabel "Valéri Guerassimov"@fr }""",
}
ASKS = {
    True: "ASK { ?m a pp:Meeting ; pp:participant ?a, ?b FILTER(?a != ?b) }",
    False: """ASK { ?p a pp:Person ; skos:prefLabel ?name FILTER(?name = "nobody"@fr) }""",
}
CONSTRUCT = "CONSTRUCT { ?a pp:met ?b } WHERE { ?m a pp:Meeting ; pp:participant ?a, ?b FILTER(STR(?a) < STR(?b)) }"


class Wrapper:
    """SPARQLWrapper."""

    def __init__(self, root):
        self.client = SPARQLWrapper(f"{root}/sparql")

    def _ask(self, query, form, method="GET"):
        self.client.setQuery(query)
        self.client.setMethod(method)
        self.client.setReturnFormat(form)
        return self.client.query().response.read()

    def select(self, query):
        return table(self._ask(query, JSON, "POST"))

    def ask(self, query):
        return json.loads(self._ask(query, JSON))["boolean"]

    def construct(self, query):
        return triples(self._ask(query, TURTLE), RdfFormat.TURTLE)


class Rdflib:
    """rdflib's SPARQLStore."""

    def __init__(self, root):
        self.graph = rdflib.Graph(SPARQLStore(f"{root}/sparql", method="POST"))

    def select(self, query):
        return table(self.graph.query(query).serialize(format="json"))

    def ask(self, query):
        return bool(self.graph.query(query).askAnswer)

    def construct(self, query):
        return triples(self.graph.query(query).graph.serialize(format="nt").encode(), RdfFormat.N_TRIPLES)


class Curl:
    """curl, with a form and with a body."""

    def __init__(self, root):
        self.url = f"{root}/sparql"

    def _run(self, accept, *options):
        command = ["curl", "--silent", "--show-error", "--fail", "--compressed", self.url, "-H", f"Accept: {accept}"]
        return subprocess.run([*command, *options], capture_output=True, check=True).stdout

    def select(self, query):
        return table(self._run("application/sparql-results+json", "--data-urlencode", f"query={query}"))

    def ask(self, query):
        found = self._run("application/sparql-results+json", "--get", "--data-urlencode", f"query={query}")
        return json.loads(found)["boolean"]

    def construct(self, query):
        kind = "Content-Type: application/sparql-query"
        return triples(self._run("text/turtle", "-H", kind, "--data-binary", query), RdfFormat.TURTLE)


class Comunica:
    """Comunica on Node, told nothing but the address: it finds out by itself that it is an endpoint, and what it can do."""

    def __init__(self, root, node_modules):
        self.url, self.program = f"{root}/sparql", node_modules / ".bin" / "comunica-sparql"

    def _run(self, query, form):
        command = [self.program, self.url, "--query", query, "--outputType", form]
        done = subprocess.run(command, capture_output=True, check=False, timeout=120)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout

    def select(self, query):
        return table(self._run(query, "application/sparql-results+json"))

    def ask(self, query):
        return json.loads(self._run(query, "application/sparql-results+json"))["boolean"]

    def construct(self, query):
        return triples(self._run(query, "application/n-triples"), RdfFormat.N_TRIPLES)


def table(raw):
    """Return rows without their order. No strict parser reads them: Comunica adds members of its own."""
    found = json.loads(raw)
    return sorted(
        [str(row.get(name) and term(row[name])) for name in sorted(found["head"]["vars"])]
        for row in found["results"]["bindings"]
    )


def term(cell):
    return cell["type"], cell["value"], cell.get("xml:lang"), cell.get("datatype", "").removesuffix("XMLSchema#string")


def triples(raw, form):
    return {(str(quad.subject), str(quad.predicate), str(quad.object)) for quad in parse(raw, form)}


@pytest.fixture(scope="module", params=[Wrapper, Rdflib, Curl, Comunica])
def client(site, request):
    if request.param is Comunica:
        return Comunica(site.root, request.getfixturevalue("node_modules"))
    return request.param(site.root)


@pytest.fixture(scope="module")
def graph(seeded):
    """The same graph without HTTP."""
    return Store.open(seeded).index()


@pytest.mark.parametrize("name", SELECTS)
def test_select(client, graph, name):
    expected = table(queries.ask(graph, SELECTS[name]).serialize(format=QueryResultsFormat.JSON))
    assert expected
    assert client.select(PREFIXES + SELECTS[name]) == expected


@pytest.mark.parametrize("answer", ASKS)
def test_ask(client, answer):
    assert client.ask(PREFIXES + ASKS[answer]) is answer


def test_construct(client, graph):
    expected = {tuple(map(str, triple)) for triple in queries.ask(graph, CONSTRUCT)}
    assert expected
    assert client.construct(PREFIXES + CONSTRUCT) == expected
