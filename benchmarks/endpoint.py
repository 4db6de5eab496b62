"""How fast our endpoint answers beside others over the same store, for one and for eight clients that stay connected.

    python benchmarks/endpoint.py [--triples 1000000] [--rounds 5] [--seconds 1]

`oxigraph serve-read-only` (pip install oxigraph) is the measure: the same engine without processes that can be killed.
`rdflib-endpoint` (pip install "rdflib-endpoint[web]" oxrdflib) is what one would use otherwise. What is not installed
is left out.

The table gives answers per second, the best of all rounds: a shared machine only ever makes slower.
The bars: answers of one row, at least 4 times as many as rdflib-endpoint; answers of 1,000 rows and more, at most
1.4 times the time of oxigraph. The exit code is 1 if one is missed.
"""

from __future__ import annotations

import argparse
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import count, islice
from pathlib import Path
from urllib.parse import urlencode

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat

from pourparlers.store import Store, generations

OURS, MEASURE, USUAL = "pourparlers", "oxigraph", "rdflib-endpoint"
FASTER, SLOWER = 4.0, 1.4
CLIENTS = (1, 8)


@dataclass(frozen=True)
class Question:
    """A query (%d: of another thing each time), and by which bar its answer is judged."""

    name: str
    query: str
    faster: bool = False
    bounded: bool = False


QUESTIONS = (
    Question("1 row, each time another", "SELECT ?o WHERE { <urn:s:%d> <urn:p:1> ?o }", faster=True),
    Question("1 row, always the same", "SELECT ?o WHERE { <urn:s:7> <urn:p:1> ?o }", faster=True),
    Question("10 rows", "SELECT ?p ?o WHERE { <urn:s:7> ?p ?o }"),
    Question(
        "1 k rows, join", "SELECT ?s ?a ?b WHERE { ?s <urn:p:1> ?a ; <urn:p:2> ?b } LIMIT 1000", bounded=True
    ),
    Question("10 k rows", "SELECT ?s ?p ?o WHERE { ?s ?p ?o } LIMIT 10000", bounded=True),
    Question("100 k rows", "SELECT ?s ?p ?o WHERE { ?s ?p ?o } LIMIT 100000", bounded=True),
    Question("count all", "SELECT ?p (COUNT(*) AS ?n) WHERE { ?s ?p ?o } GROUP BY ?p"),
)  # fmt: skip


class Client:
    """A client that keeps its connection and does as little as possible: it is the servers that are measured."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=300)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._answer = self._socket.makefile("rb", 1 << 18)

    def ask(self, request: bytes) -> int:
        """Send a request, and return how many bytes its answer has.

        Raises:
            OSError: the answer is no success, or breaks off.
        """
        self._socket.sendall(request)
        status = self._answer.readline()
        if b" 200 " not in status:
            raise OSError(f"not answered: {status!r} {self._answer.read1()!r}")
        size, chunked = 0, False
        while (line := self._answer.readline().lower()) != b"\r\n":
            name, _, value = line.partition(b":")
            size = int(value) if name == b"content-length" else size
            chunked |= name == b"transfer-encoding" and b"chunked" in value
        if not chunked:
            return self._read(size)
        size = 0
        while part := int(self._answer.readline(), 16):
            size += self._read(part)
            self._answer.readline()
        self._answer.readline()
        return size

    def _read(self, size: int) -> int:
        if len(self._answer.read(size)) != size:
            raise OSError("the answer breaks off")
        return size

    def close(self) -> None:
        """End the connection."""
        self._answer.close()
        self._socket.close()


def request(path: str, query: str) -> bytes:
    """Return the bytes of a GET request."""
    asked = f"{path}?{urlencode({'query': query})}"
    headers = "Host: localhost\r\nAccept: application/sparql-results+json\r\n"
    return f"GET {asked} HTTP/1.1\r\n{headers}\r\n".encode()


def requests(path: str, query: str) -> Iterator[bytes]:
    """Yield requests; where the query has a %d, each asks for another thing, in an order that the clock decides."""
    for n in count(time.time_ns()):
        yield request(path, query % (n * 7919 % 20_000) if "%d" in query else query)


def rate(port: int, requests: Iterator[bytes], clients: int, seconds: float) -> float:
    """Return how many answers per second *clients* get together in so many seconds, each at least one."""
    rates: list[float] = []

    def run(asked: list[bytes]) -> None:
        client = Client(port)
        begun, n = time.perf_counter(), 0
        while (span := time.perf_counter() - begun) < seconds or not n:
            client.ask(asked[n % len(asked)])
            n += 1
        rates.append(n / span)
        client.close()

    threads = [threading.Thread(target=run, args=(list(islice(requests, 1000)),)) for _ in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if len(rates) < clients:
        raise SystemExit("a client failed")
    return sum(rates)


def quads(triples: int) -> Iterator[Quad]:
    """Yield made-up data: ten properties of each thing."""
    for n in range(triples):
        subject, predicate = NamedNode(f"urn:s:{n // 10}"), NamedNode(f"urn:p:{n % 10}")
        yield Quad(subject, predicate, Literal(f"valeur {n * 7919 % triples}"))


def free_port() -> int:
    """Return a port nobody listens at."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def commands(folder: Path, dump: Path) -> dict[str, tuple[list[str], int, str]]:
    """Return the command, port and path of each server that is installed."""
    graph = str(generations.current(folder / "index").path / "graph")
    a, b, c = free_port(), free_port(), free_port()
    ours = [sys.executable, "-m", "pourparlers", "serve", "--timeout", "300"]  # the others have no limit
    known = {
        OURS: ([*ours, "--store", str(folder), "--port", str(b)], b, "/sparql"),
        MEASURE: (["oxigraph", "serve-read-only", "--location", graph, "--bind", f"127.0.0.1:{a}"], a, "/query"),
        USUAL: (["rdflib-endpoint", "serve", "--port", str(c), "--store", "Oxigraph", str(dump)], c, "/"),
    }
    return {name: found for name, found in known.items() if shutil.which(found[0][0])}


@contextmanager
def server(command: list[str], port: int, path: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run a server until the end of the block; yield its process once it answers."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ)
    try:
        for _ in range(3000):
            if process.poll() is not None:
                raise SystemExit(f"{command[0]} does not start")
            try:
                client = Client(port)
                client.ask(request(path, "ASK {}"))
                client.close()
                break
            except OSError:
                time.sleep(0.1)
        yield process
    finally:
        process.terminate()
        process.wait()


def report(servers: dict[str, tuple[int, str]], rounds: int, seconds: float) -> int:
    """Print the table; return 1 if a bar is missed."""
    print(
        "| answer | clients |", *(f"{name}, per s |" for name in servers), f"beside {USUAL} | time beside {MEASURE} |"
    )
    print("| --- | ---: |", *("---: |" for _ in servers), "---: | ---: |")
    missed = False
    for question in QUESTIONS:
        # rdflib takes minutes for the long ones, and is compared by the short ones.
        asked = {name: found for name, found in servers.items() if name != USUAL or question.faster}
        for clients in CLIENTS:
            best = dict.fromkeys(asked, 0.0)
            for _ in range(rounds):
                for name, (port, path) in asked.items():
                    best[name] = max(best[name], rate(port, requests(path, question.query), clients, seconds))
            more = best[OURS] / best[USUAL] if USUAL in best else None
            time_of = best[MEASURE] / best[OURS] if MEASURE in best else None
            late = (question.faster and more is not None and more < FASTER) or (
                question.bounded and time_of is not None and time_of > SLOWER
            )
            missed |= late
            cells = [f"{best[name]:,.0f}" if best.get(name, 0) > 10 else f"{best.get(name, 0):.2f}" for name in servers]
            cells = [cell if name in best else "" for name, cell in zip(servers, cells, strict=True)]
            ratios = [f"{more:.1f} x" if more else "", f"{time_of:.2f} x" if time_of else ""]
            print(f"| {' | '.join([question.name, str(clients), *cells, *ratios])} |{' MISSED' if late else ''}")
    return int(missed)


def main() -> int:
    """Make the store, run the servers, ask them in turn."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--triples", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=1.0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder, dump = Path(name) / "store", Path(name) / "data.nt"
        store = Store.open(folder, create=True)
        store.commit()
        index = folder / "index"
        inputs = generations.current(index).inputs
        generations.make(index, inputs, lambda graph: graph.bulk_extend(quads(options.triples)))
        store.index().dump(str(dump), RdfFormat.N_TRIPLES, from_graph=DefaultGraph())
        del store
        servers = commands(folder, dump)
        for found in servers.values():
            stack.enter_context(server(*found))
        places = {n: (port, path) for n, (_, port, path) in servers.items()}
        return report(places, options.rounds, options.seconds)


if __name__ == "__main__":
    sys.exit(main())
