"""SERVICE and LOAD ask the addresses that were allowed when the server started, and no others."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from pourparlers.store import Store

REFUSED = [
    "SELECT * { SERVICE <%(other)s> { ?s ?p ?o } }",
    "SELECT * { SERVICE <%(good)s> { ?s a pp:Person } SERVICE <%(other)s> { ?s ?p ?o } }",
    "SELECT * { SERVICE <%(root)s.example.org/> { ?s ?p ?o } }",
    "SELECT * { SERVICE SILENT #\n<%(other)s> { ?s ?p ?o } }",
    "SELECT * { BIND(<%(other)s> AS ?x) SERVICE ?x { ?s ?p ?o } }",
    "SELECT * { BIND(<%(good)s> AS ?x) SERVICE ?x { ?s ?p ?o } }",
    "PREFIX : <%(other)s> SELECT * { SERVICE : { ?s ?p ?o } }",
    "PREFIX : <%(other)s> SELECT * { SERVICE: { ?s ?p ?o } }",
    "PREFIX : <%(other)s> SELECT * { SERVICE <%(good)s> { ?s a pp:Person } SERVICESILENT: { ?s ?p ?o } }",
    "SELECT * { ?a ?b trueSERVICE<%(other)s>{ ?s ?p ?o } }",
    "BASE <%(other)s> SELECT * { SERVICE <x> { ?s ?p ?o } }",
    "SELECT * { SERVICE <\\u0068ttp://127.0.0.1:9/> { ?s ?p ?o } }",
]
NAMES = """
PREFIX pp: <https://w3id.org/pourparlers/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?name { SERVICE <%(good)s> { ?s a pp:Person ; skos:prefLabel ?name } } ORDER BY ?name
"""
TOKEN = {"authorization": "Bearer secret"}


@pytest.fixture(scope="module")
def federated(module_serve, server, tmp_path_factory):
    """A server that may ask the usual one; its own store can be changed."""
    own = tmp_path_factory.mktemp("federated")
    Store.open(own, create=True).commit()
    with module_serve(own, "--federation", f"{server.root}/", "--updates") as found:
        yield found


@pytest.fixture
def places(server):
    return {"good": f"{server.root}/sparql", "root": server.root, "other": "http://127.0.0.1:9/"}


def test_an_allowed_address_is_asked(federated, places):
    found = federated.query(NAMES % places)

    assert [row["name"]["value"] for row in found.json()["results"]["bindings"]] == ["Hanna Lindqvist", "Karim Belhadj"]
    assert "etag" not in found.headers  # who knows what the other one says next time
    assert federated.settle(5)


@pytest.mark.parametrize("text", REFUSED)
def test_another_address_is_not(federated, places, text):
    found = federated.query(text % places)

    assert found.status_code in {400, 403}, found.text
    assert found.status_code == 403 or "not valid SPARQL" in found.text


def test_workers_without_such_a_query_have_no_network(federated):
    if subprocess.run(["unshare", "--net", "true"], capture_output=True, check=False).returncode:
        pytest.skip("this system lets no process leave its network")
    own = Path(f"/proc/{federated.process.pid}/ns/net").readlink()
    federated.query("ASK {}")
    assert own not in [Path(f"/proc/{worker}/ns/net").readlink() for worker in federated.settle(5)]


def test_load(federated, places):
    def update(text):
        headers = {**TOKEN, "content-type": "application/sparql-update"}
        return federated.client.post("/sparql", content=text % places, headers=headers)

    assert update("LOAD <%(other)s> INTO GRAPH <urn:g>").status_code == 403
    assert update("PREFIX : <%(other)s> INSERT DATA { <urn:a> <urn:a> 1 } ; LOAD:x").status_code == 403
    done = update("LOAD <%(root)s/store?default> INTO GRAPH <urn:g>")
    assert done.status_code == 204, done.text
    assert federated.query("ASK { GRAPH <urn:g> { ?s a pp:Person } }").json()["boolean"] is True


@pytest.mark.parametrize("address", ["ftp://a/", "https://a.example", "a/", "https://user@a/", "file:///etc/"])
def test_what_is_no_address_is_told(folder, address):
    command = [sys.executable, "-m", "pourparlers", "serve", "--store", str(folder), "--federation", address]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "--federation" in done.stderr
