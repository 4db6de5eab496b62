"""Queries that would never end, or take everything: they are stopped, told why, and nobody else notices."""

from __future__ import annotations

import os
import socket
import subprocess
import threading
import time
from contextlib import suppress
from pathlib import Path

import httpx
import pytest

from pourparlers.serve.limits import Limits
from pourparlers.serve.problems import Refusal
from pourparlers.serve.screen import check

CROSS = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i"
ENDLESS = {
    "count": f"SELECT (COUNT(*) AS ?n) WHERE {{ {CROSS} }}",
    "values": "SELECT (COUNT(*) AS ?n) WHERE {"
    + "".join(f" VALUES ?v{n} {{ {' '.join(map(str, range(90)))} }}" for n in range(6))
    + " }",
    "never true": f"ASK {{ {CROSS} FILTER(CONCAT(STR(?a), STR(?e), STR(?i)) = 'x') }}",
    "path": "SELECT (COUNT(*) AS ?n) WHERE { ?x (!pp:none|^!pp:none)* ?y . ?y (!pp:none|^!pp:none)* ?z }",
}


@pytest.mark.parametrize("sparql", ENDLESS.values(), ids=ENDLESS)
def test_a_query_over_its_time_is_stopped(strict, sparql):
    found = strict.query(sparql)

    assert (found.status_code, found.json()["status"]) == (504, 504)
    assert "1.5 s" in found.json()["detail"]
    assert strict.query("ASK {}").json() == {"head": {}, "boolean": True}


def test_a_request_may_lower_its_time_and_not_raise_it(strict):
    lower = strict.query(ENDLESS["count"], timeout="0.3")
    higher = strict.query(ENDLESS["count"], timeout="9999")

    assert "0.3 s" in lower.json()["detail"]
    assert "1.5 s" in higher.json()["detail"]


def test_a_query_over_its_memory_is_stopped(strict):
    found = strict.query(f"SELECT * WHERE {{ {CROSS} }} ORDER BY ?a", timeout="1.5")

    # Which of the two comes first is the machine's affair; neither harms the server.
    assert found.status_code in {504, 507}
    found = strict.query(
        "SELECT (STRLEN(GROUP_CONCAT(?t)) AS ?n) WHERE { ?a nif:isString ?t . ?b ?c ?d . ?e nif:isString ?f }"
    )
    assert found.status_code == 507, found.text
    assert "memory" in found.json()["detail"]
    assert strict.query("ASK {}").status_code == 200


def test_an_answer_too_large_is_broken_off(strict):
    """64 MB are allowed: the client must see that what it has is not all."""
    params = {"query": f"SELECT * WHERE {{ {CROSS} }}", "format": "csv"}
    with strict.client.stream("GET", "/sparql", params=params) as got, pytest.raises(httpx.RemoteProtocolError):
        sum(map(len, got.iter_bytes()))

    assert got.status_code == 200
    assert strict.query("ASK {}").status_code == 200


def test_a_parser_that_overflows_harms_nobody(strict):
    nested = "SELECT * " + "{" * 5000 + "}" * 5000
    found = strict.query(nested)

    assert found.status_code == 400
    assert "5000 brackets" in found.json()["detail"]
    assert strict.query("SELECT * " + "{" * 150 + "}" * 150).status_code == 200
    # What the count of brackets does not see is caught by the process it kills, or is no trouble.
    for text in (f"ASK {{ FILTER({'!' * 100_000}true) }}", f"ASK {{ {'{} UNION ' * 20_000} {{}} }}"):
        assert strict.client.post("/sparql", data={"query": text}).status_code in {200, 400, 504, 507}
        assert strict.query("ASK {}").status_code == 200


def test_the_dead_are_replaced(strict):
    before = strict.settle(3)

    assert strict.query(ENDLESS["count"], timeout="0.2").status_code == 504

    after = strict.settle(3)
    assert len(before - after) == 1
    assert strict.process.poll() is None


def test_other_clients_notice_nothing(server):
    """While five endless queries run, small ones are answered."""
    threads = [
        threading.Thread(target=server.query, args=(ENDLESS["count"],), kwargs={"timeout": "6"}) for _ in range(5)
    ]
    with httpx.Client(base_url=server.root, timeout=60) as other:
        for thread in threads:
            thread.start()
        time.sleep(1)
        answers = [other.get("/sparql", params={"query": f"SELECT ({n} AS ?n) {{}}"}) for n in range(50)]
        running = [thread.is_alive() for thread in threads]
        for thread in threads:
            thread.join()

    assert [answer.json()["results"]["bindings"][0]["n"]["value"] for answer in answers] == [str(n) for n in range(50)]
    assert running == [True] * 5


def test_too_many_are_told_to_come_again(folder, serve):
    with serve(folder, "--workers", "1", "--timeout", "60") as small:
        statuses = []

        def ask():
            with httpx.Client(timeout=60) as client, suppress(httpx.TransportError):  # it ends before they do
                answer = client.get(f"{small.root}/sparql", params={"query": ENDLESS["count"]})
                statuses.append((answer.status_code, answer.headers.get("retry-after")))

        threads = [threading.Thread(target=ask) for _ in range(70)]
        for thread in threads:
            thread.start()
        for _ in range(300):
            if refused := [status for status in statuses if status == (503, "5")]:
                break
            time.sleep(0.1)
        small.process.terminate()
        for thread in threads:
            thread.join()

    assert 1 <= len(refused) <= 5  # one or two run, 64 wait


def aside(server) -> set[int]:
    """The workers whose query has given way to quicker ones."""
    found = set()
    for worker in server.workers():
        with suppress(ProcessLookupError):
            if os.getpriority(os.PRIO_PROCESS, worker) == 10:
                found.add(worker)
    return found


def until(condition):
    for _ in range(200):
        if condition():
            return
        time.sleep(0.05)
    raise AssertionError("it did not come to that")


def test_a_client_that_leaves_takes_its_query_along(server):
    """Its time is 30 s: what ends it before is that nobody waits for it."""
    query = "SELECT%20(COUNT(*)%20AS%20%3Fn)%7B%3Fa%20%3Fb%20%3Fc.%3Fd%20%3Fe%20%3Ff.%3Fg%20%3Fh%20%3Fi%7D"
    until(lambda: not aside(server))
    with socket.create_connection(("127.0.0.1", int(server.root.rpartition(":")[2]))) as line:
        line.sendall(f"GET /sparql?query={query} HTTP/1.1\r\nhost: x\r\n\r\n".encode())
        until(lambda: aside(server))

    until(lambda: not aside(server))
    assert server.settle(5)


SERVICES = [
    "SELECT * { SERVICE <%s> { ?s ?p ?o } }",
    "select * { service silent <%s> { ?s ?p ?o } }",
    "SELECT * { ?a ?b 1SERVICE<%s>{ ?s ?p ?o } }",
    "SELECT * { ?a ?b trueSERVICE<%s>{ ?s ?p ?o } }",
    "PREFIX : <%s> SELECT * { SERVICE: { ?s ?p ?o } }",
    "PREFIX : <%s> SELECT * { SERVICESILENT: #\n{ ?s ?p ?o } }",
    "SELECT * { BIND(<%s> AS ?x) SERVICE ?x { ?s ?p ?o } }",
    "SELECT * { #\n SERVICE#\n<%s>{ ?s ?p ?o } }",
    "ASK { FILTER EXISTS { SERVICE <%s> { ?s ?p ?o } } }",
]
INNOCENT = [
    "SELECT ('SERVICE <%s>' AS ?x) {}",
    'SELECT ("""a" SERVICE <%s> {""" AS ?x) {}',
    "SELECT * { } # SERVICE <%s> {}",
    "SELECT * { OPTIONAL { <http://example.org/SERVICE> ?service ?SERVICE } }",
    "PREFIX service: <%s> SELECT * { OPTIONAL { GRAPH service:a { ?s ?p ?o } } }",
    "PREFIX service: <%s> SELECT * { OPTIONAL { ?s service:a pp:SERVICE } }",
    "SELECT ('a'@en-service AS ?x) {}",
]


@pytest.fixture
def listener():
    """Return the address of a server of the machine, and the list of those who called."""
    calls = []
    with socket.create_server(("127.0.0.1", 0)) as waiting:
        waiting.settimeout(0.1)
        done = threading.Event()

        def wait():
            while not done.is_set():
                try:
                    line, caller = waiting.accept()
                except TimeoutError:
                    continue
                calls.append(caller)
                line.close()

        thread = threading.Thread(target=wait)
        thread.start()
        yield f"http://127.0.0.1:{waiting.getsockname()[1]}/", calls
        done.set()
        thread.join()


@pytest.mark.parametrize("text", SERVICES)
def test_service_is_refused_and_nobody_is_called(server, listener, text):
    address, calls = listener

    found = server.query(text % address)

    assert (found.status_code, calls) == (403, [])
    assert "SERVICE is switched off" in found.json()["detail"]


@pytest.mark.parametrize("text", INNOCENT)
def test_what_only_looks_like_service_passes(server, text):
    assert server.query(text.replace("%s", "http://example.org/")).status_code == 200


def test_from_fetches_nothing(server, listener):
    address, calls = listener

    found = server.query(f"SELECT * FROM <{address}> FROM NAMED <{address}x> {{ ?s ?p ?o }}")

    assert (found.json()["results"]["bindings"], calls) == ([], [])


@pytest.mark.parametrize(
    "piece", ["'\\'", "a.", "a-", '"""\\"', "'''", "<a", "@a-", "_:a.", "a:\\", "?", "{", "'a\n", '"', "a:b:", "\\"]
)
def test_a_text_made_to_be_slow_is_looked_at_once(piece):
    """All clients wait while a text is looked at: this would take minutes if each part were read more than once."""
    for text in (
        piece * (250_000 // len(piece)),
        "'" + piece * (249_000 // len(piece)),
        '"""' + piece * (249_000 // len(piece)),
    ):
        with suppress(Refusal):
            check(text, Limits())


def test_workers_have_no_network(server):
    """Should a SERVICE ever get past the look at the text, there is nothing for it to reach."""
    if subprocess.run(["unshare", "--net", "true"], capture_output=True, check=False).returncode:
        pytest.skip("this system lets no process leave its network")
    own = Path(f"/proc/{server.process.pid}/ns/net").readlink()
    for _ in range(200):
        others = [Path(f"/proc/{worker}/ns/net").readlink() for worker in server.settle(5)]
        if own not in others:
            break
        time.sleep(0.05)  # one has only just been started

    assert own not in others


def test_workers_die_with_the_server(folder, serve):
    def ask():
        with suppress(httpx.HTTPError):
            doomed.query(ENDLESS["count"])

    with serve(folder) as doomed:
        workers = doomed.settle(5)
        thread = threading.Thread(target=ask)
        thread.start()
        time.sleep(0.3)
        doomed.process.kill()
        thread.join()
        for _ in range(100):
            left = [worker for worker in workers if Path(f"/proc/{worker}").exists()]
            if not left:
                break
            time.sleep(0.05)

    assert left == []
