"""A build beside the server: readers see the state before it, then the state after it, and nothing between."""

from __future__ import annotations

import pytest

from pourparlers.store import Store

FILES = "SELECT ?file { ?article a pp:Article ; dcterms:identifier ?file } ORDER BY ?file"


@pytest.fixture
def own(tmp_path, write):
    store = Store.open(tmp_path / "store", create=True)
    write(store, "one.txt")
    store.commit()
    return tmp_path / "store"


def files(server):
    return [row["file"]["value"] for row in server.query(FILES).json()["results"]["bindings"]]


def test_a_build_is_seen_when_it_is_done(own, serve, write):
    with serve(own) as server:
        before = server.query(FILES).headers["etag"]
        assert files(server) == ["one.txt"]

        store = Store.open(own)
        write(store, "two.txt")
        assert files(server) == ["one.txt"]
        store.commit()

        assert files(server) == ["one.txt", "two.txt"]
        assert server.query(FILES).headers["etag"] != before
        store.remove("one.txt")
        store.commit()
        assert files(server) == ["two.txt"]
        assert server.settle(5)


def test_an_answer_under_way_is_that_of_its_beginning(own, serve, write):
    every = "SELECT ?a ?d ?f WHERE { ?a ?b ?c . ?d ?e ?f } LIMIT 1000000"
    with serve(own) as server:
        with server.client.stream("GET", "/sparql", params={"query": every, "format": "tsv"}) as got:
            blocks = got.iter_bytes()
            rows = next(blocks).count(b"\n")
            store = Store.open(own)
            for name in ("two.txt", "three.txt", "four.txt"):  # the generation in use is removed meanwhile
                write(store, name)
                store.commit()
            rows += sum(block.count(b"\n") for block in blocks)

        assert rows == 1_000_001
        assert len(files(server)) == 4


def test_the_server_writes_nothing(own, serve):
    def state():
        return {path: path.stat().st_mtime_ns for path in own.rglob("*") if path.is_file()}

    with serve(own) as server:
        files(server)
        before = state()
        server.client.post("/sparql", data={"update": "CLEAR ALL"})
        server.client.put("/store", params={"default": ""}, content="<urn:a> <urn:b> <urn:c> .")
        files(server)

    assert state() == before
