"""Changes from outside: refused unless switched on, then only from who knows the token, whole or not at all."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from pourparlers.serve.problems import Refusal
from pourparlers.serve.screen import with_dataset
from pourparlers.store import Store

INSERT = "INSERT DATA { <urn:a> <urn:b> 'c' }"
KNOWS = {"authorization": "Bearer secret"}
UPDATE = {"content-type": "application/sparql-update"}
TURTLE = {"content-type": "text/turtle"}


@pytest.fixture(scope="module")
def open_server(tmp_path_factory, module_serve):
    folder = tmp_path_factory.mktemp("writing") / "store"
    Store.open(folder, create=True).commit()
    with module_serve(folder, "--updates", "--timeout", "10") as server:
        yield server


def holds(server, pattern="<urn:a> <urn:b> 'c'"):
    return server.query(f"ASK {{ {pattern} }}").json()["boolean"]


def test_without_a_token_in_the_environment_it_does_not_start(folder):
    command = [sys.executable, "-m", "pourparlers", "--lang", "en", "serve", "--updates", "--store", str(folder)]
    environment = {name: value for name, value in os.environ.items() if name != "POURPARLERS_TOKEN"}

    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)

    assert done.returncode == 1
    assert "POURPARLERS_TOKEN" in done.stderr


@pytest.mark.parametrize(
    "headers", [{}, {"authorization": "Bearer wrong"}, {"authorization": "secret"}, {"authorization": "Bearer é"}]
)
def test_without_the_token_nothing_changes(open_server, headers):
    encoded = {name: value.encode() for name, value in headers.items()}
    found = open_server.client.post(
        "/sparql", content="INSERT DATA { <urn:x> <urn:x> 1 }", headers={**UPDATE, **encoded}
    )

    assert (found.status_code, found.headers["www-authenticate"]) == (401, "Bearer")
    assert open_server.client.put("/store?default", content="", headers={**TURTLE, **encoded}).status_code == 401
    assert not holds(open_server, "<urn:x> <urn:x> 1")


def test_an_update_is_seen_at_once(open_server):
    direct = open_server.client.post("/sparql", content=INSERT, headers={**UPDATE, **KNOWS})
    assert (direct.status_code, holds(open_server)) == (204, True)

    form = open_server.client.post("/sparql", data={"update": "DELETE WHERE { <urn:a> ?p ?o }"}, headers=KNOWS)
    assert (form.status_code, holds(open_server)) == (204, False)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("INSERT DATA { <urn:p> <urn:p> 1 } ; INSERT DATA {", 400),
        ("INSERT DATA { <urn:p> <urn:p> 1 } ; LOAD <http://127.0.0.1:1/x>", 403),
        ("INSERT DATA { <urn:p> <urn:p> 1 } ; LOADSILENT<http://127.0.0.1:1/x>", 403),
        ("PREFIX : <http://127.0.0.1:1/> INSERT DATA { <urn:p> <urn:p> 1 } ; LOAD:x", 403),
        ("INSERT { <urn:p> <urn:p> 1 } WHERE { SERVICE <http://127.0.0.1:1/x> { ?s ?p ?o } }", 403),
        ("INSERT DATA { <urn:p> <urn:p> 1 } ; CREATE GRAPH <urn:g> ; CREATE GRAPH <urn:g>", 500),
    ],
)
def test_an_update_that_fails_changes_nothing(open_server, text, status):
    found = open_server.client.post("/sparql", content=text, headers={**UPDATE, **KNOWS})

    assert found.status_code == status, found.text
    assert not holds(open_server, "<urn:p> <urn:p> 1")


def test_graphs_are_written_and_removed(open_server):
    def call(method, content="", media="text/turtle"):
        headers = {"content-type": media, **KNOWS}
        return open_server.client.request(
            method, "/store", params={"graph": "urn:g"}, content=content, headers=headers
        ).status_code

    inside = "GRAPH <urn:g> { <urn:s> <urn:p> 1 }"
    assert call("PUT", "<urn:s> <urn:p> 1 .") == 201
    assert call("PUT", "<urn:s> <urn:p> .") == 400
    assert call("PUT", "a,b", "text/csv") == 415
    assert holds(open_server, inside)
    assert call("POST", "<urn:s> <urn:p> 2 .") == 204
    assert holds(open_server, inside)
    assert call("PUT", "<urn:s> <urn:p> 3 .") == 204
    assert not holds(open_server, inside)
    assert call("DELETE") == 204
    assert call("DELETE") == 404


def test_a_large_graph_is_written_whole(open_server):
    triples = "".join(f"<urn:s:{n}> <urn:p> '{'x' * 1000}' .\n" for n in range(3000))

    found = open_server.client.put(
        "/store", params={"graph": "urn:large"}, content=triples, headers={**TURTLE, **KNOWS}
    )

    assert found.status_code == 201
    count = open_server.query("SELECT (COUNT(*) AS ?n) { GRAPH <urn:large> { ?s ?p ?o } }").json()
    assert count["results"]["bindings"][0]["n"]["value"] == "3000"


def test_a_build_makes_the_index_again_from_the_articles(tmp_path, module_serve, write):
    store = Store.open(tmp_path / "store", create=True)
    store.commit()
    with module_serve(tmp_path / "store", "--updates") as server:
        server.client.post("/sparql", content=INSERT, headers={**UPDATE, **KNOWS})
        assert holds(server)
        write(store, "one.txt")
        store.commit()

        assert not holds(server)
        assert holds(server, "?a a pp:Article")


def test_a_change_waits_for_no_build(tmp_path, module_serve):
    store = Store.open(tmp_path / "store", create=True)
    store.commit()
    with module_serve(tmp_path / "store", "--updates") as server, store.lock():
        found = server.client.post("/sparql", content=INSERT, headers={**UPDATE, **KNOWS})

        assert (found.status_code, found.headers["retry-after"]) == (503, "5")


def test_the_dataset_of_the_protocol_becomes_using():
    text = "INSERT { ?s ?p 'WHERE' } WHERE { { SELECT * WHERE { ?s ?p ?o } } } ; DELETE WHERE { ?s ?p ?o }"

    found = with_dataset(text, ["urn:a"], ["urn:b"])

    assert found == text.replace("} WHERE { {", "}  USING <urn:a> USING NAMED <urn:b> WHERE { {")
    with pytest.raises(Refusal):
        with_dataset("WITH <urn:c> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }", ["urn:a"], [])
