"""How long our endpoint takes beside others over the same store: medians, and the quickest of all rounds.

    python benchmarks/endpoint.py [--triples 200000] [--rounds 15]

`oxigraph serve-read-only` (pip install oxigraph) is the measure: the same engine without processes that can be killed.
`rdflib-endpoint` (pip install rdflib-endpoint) is what one would use otherwise. One that is not installed is left out.
The bar, for the quickest (the median of a shared machine is what the neighbours cost): at most 1.3 times oxigraph for
queries that take 10 ms or more, at most 3 ms more for shorter ones.
"""

from __future__ import annotations

import argparse
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import httpx
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat

from pourparlers.store import Store, generations

RATIO, EXTRA = 1.3, 0.003
QUERIES = {
    "1 row": "SELECT ?o WHERE { <urn:s:7> <urn:p:1> ?o }",
    "10 rows": "SELECT ?p ?o WHERE { <urn:s:7> ?p ?o }",
    "1 k rows, join": "SELECT ?s ?a ?b WHERE { ?s <urn:p:1> ?a ; <urn:p:2> ?b } LIMIT 1000",
    "group": "SELECT ?p (COUNT(*) AS ?n) WHERE { ?s ?p ?o } GROUP BY ?p",
    "100 k rows": "SELECT ?s ?p ?o WHERE { ?s ?p ?o } LIMIT 100000",
}


def quads(triples: int) -> Iterator[Quad]:
    for n in range(triples):
        subject, predicate = NamedNode(f"urn:s:{n // 10}"), NamedNode(f"urn:p:{n % 10}")
        yield Quad(subject, predicate, Literal(f"valeur {n * 7919 % triples}"))


@contextmanager
def server(command: list[str], port: int, path: str) -> Iterator[str]:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}{path}"
    try:
        for _ in range(600):
            assert process.poll() is None, f"{command[0]} does not start"
            try:
                if httpx.get(url, params={"query": "ASK {}"}, timeout=60).status_code == 200:
                    break
            except httpx.TransportError:
                pass
            time.sleep(0.1)
        yield url
    finally:
        process.terminate()
        process.wait()


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def commands(folder: Path, dump: Path) -> dict[str, tuple[list[str], int, str]]:
    """Return the command, port and path of each server that is installed."""
    graph = str(generations.current(folder / "index").path / "graph")
    a, b, c = free_port(), free_port(), free_port()
    known = {
        "oxigraph": (["oxigraph", "serve-read-only", "--location", graph, "--bind", f"127.0.0.1:{a}"], a, "/query"),
        "pourparlers": (
            [sys.executable, "-m", "pourparlers", "serve", "--store", str(folder), "--port", str(b)],
            b,
            "/sparql",
        ),
        "rdflib-endpoint": (["rdflib-endpoint", "serve", "--port", str(c), "--store", "Oxigraph", str(dump)], c, "/"),
    }
    return {name: found for name, found in known.items() if shutil.which(found[0][0])}


def seconds(client: httpx.Client, url: str, query: str) -> float:
    before = time.perf_counter()
    answer = client.get(url, params={"query": query}, headers={"accept": "text/csv", "accept-encoding": "identity"})
    assert answer.status_code == 200, answer.text
    return time.perf_counter() - before


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--triples", type=int, default=200_000)
    parser.add_argument("--rounds", type=int, default=15)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder, dump = Path(name) / "store", Path(name) / "data.nt"
        store = Store.open(folder, create=True)
        store.commit()
        index = folder / "index"
        inputs = generations.current(index).inputs
        generations.make(index, inputs, lambda graph: graph.bulk_extend(quads(options.triples)))
        store.index().dump(str(dump), RdfFormat.N_TRIPLES, from_graph=DefaultGraph())
        urls = {n: stack.enter_context(server(*found)) for n, found in commands(folder, dump).items()}
        client = stack.enter_context(httpx.Client(timeout=300))
        return report(client, urls, options.rounds)


def report(client: httpx.Client, urls: dict[str, str], rounds: int) -> int:
    """Print medians, the quickest in brackets, and its ratio; return 1 if a bar is missed."""
    missed = 0
    for name, query in QUERIES.items():
        times: dict[str, list[float]] = {server: [] for server in urls}
        for _ in range(rounds):
            for server_name, url in urls.items():
                times[server_name].append(seconds(client, url, query))
        told = (f"{n} {statistics.median(t) * 1000:.2f} ({min(t) * 1000:.2f}) ms" for n, t in times.items())
        line = f"{name:16}{'  '.join(told)}"
        if "oxigraph" in times:
            ours, measure = min(times["pourparlers"]), min(times["oxigraph"])
            late = ours > RATIO * measure if measure >= 0.01 else ours - measure > EXTRA
            missed |= late
            line += f"  ratio {ours / measure:.2f}{'  MISSED' if late else ''}"
        print(line)
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
