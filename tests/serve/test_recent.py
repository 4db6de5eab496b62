"""The same question is evaluated once, as long as the graph stays the same."""

from __future__ import annotations

from pourparlers.serve.frames import Head
from pourparlers.serve.recent import Recent
from pourparlers.store import Store

NAMES = "SELECT ?name WHERE { ?person a pp:Person ; skos:prefLabel ?name }"
HEAD = Head("text/csv")


def test_the_same_answer_comes_again_in_each_form(server):
    for _ in range(2):
        assert server.query(NAMES, "text/csv").text.splitlines()[0] == "name"
        assert server.query(NAMES).json()["head"] == {"vars": ["name"]}
        assert server.client.head("/sparql", params={"query": NAMES}).content == b""
        plain = server.client.get("/sparql", params={"query": NAMES}, headers={"accept-encoding": "identity"})
        assert "content-encoding" not in plain.headers
        assert int(plain.headers["content-length"]) == len(plain.content)


def test_relative_iris_depend_on_the_address(server):
    query = {"query": "SELECT (<x> AS ?x) {}"}
    found = [server.client.get(path, params=query).text for path in ("/sparql", "/sparql/", "/sparql")]
    assert found[0] == found[2] != found[1]


def test_a_changed_graph_is_asked_again(tmp_path, serve, write):
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    store = Store.open(tmp_path, create=True)
    write(store, "one.txt")
    store.commit()
    with serve(tmp_path) as own:
        before = [own.query(count).text for _ in range(2)]
        write(store, "later.txt", title="Encore une")
        store.commit()
        after = own.query(count).text
    assert before[0] == before[1] != after


def test_what_is_not_settled_is_asked_again(server):
    assert server.query("SELECT (RAND() AS ?n) {}").text != server.query("SELECT (RAND() AS ?n) {}").text


def test_small_answers_are_kept_within_the_room():
    recent = Recent(small=1000, room=5000)
    for n in range(10):
        recent.put(str(n), HEAD, b"x" * 900)
        assert recent.get("0") == (HEAD, b"x" * 900)  # asked for again and again
    assert [recent.get(str(n)) is not None for n in range(10)] == [True] + [False] * 8 + [True]


def test_large_and_nameless_answers_are_not_kept():
    recent = Recent(small=1000)
    recent.put("large", HEAD, b"x" * 1001)
    recent.put(None, HEAD, b"x")
    assert recent.get("large") is None
    assert recent.get(None) is None
