"""A server of ours on a scratch store, whose graph is changed as a build changes it: by a new generation."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import httpx
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, parse

from pourparlers.store import Store, generations

TOKEN = "scratch"


class Scratch:
    """The server, a client, and what its store holds."""

    def __init__(self, store: Store, root: str, root_of_tests: Path, home: str) -> None:
        self.store, self.root, self.client = store, root, httpx.Client(timeout=60)
        self._files, self._home = root_of_tests, home
        self._held: tuple | None = None

    def hold(self, graphs: Sequence[tuple[str | None, str]], *, again: bool = True) -> None:
        """Make the store hold these graphs: name (None for the default graph) and IRI of the file of each.

        Args:
            graphs: the graphs.
            again: whether to do so even if it held them before.
        """
        if tuple(graphs) == self._held and not again:
            return
        quads = [quad for name, iri in graphs for quad in self._quads(name, iri)]

        def fill(index):
            for name, _ in graphs:
                if name is not None:
                    index.add_graph(NamedNode(name))
            index.bulk_extend(quads)

        index = self.store.generations
        generations.make(index, generations.current(index).inputs, fill)
        self._held = tuple(graphs)

    def forget(self) -> None:
        """Remember that somebody else has changed the store."""
        self._held = None

    def path(self, iri: str) -> Path:
        return self._files / iri.removeprefix(self._home)

    def ask(self, query: str, accept: str) -> httpx.Response:
        headers = {"content-type": "application/sparql-query", "accept": accept}
        return self.client.post(f"{self.root}/sparql", content=query.encode(), headers=headers)

    def _quads(self, name: str | None, iri: str) -> Iterator[Quad]:
        path = self.path(iri)
        form = RdfFormat.from_extension(path.suffix[1:])
        graph = NamedNode(name) if name is not None else DefaultGraph()
        # Blank nodes of two files are never the same.
        for quad in parse(path=str(path), format=form, base_iri=iri, rename_blank_nodes=True):
            yield Quad(quad.subject, quad.predicate, quad.object, graph)


@contextmanager
def scratch(folder: Path, root_of_tests: Path, home: str) -> Iterator[Scratch]:
    """Run a server on an empty store in *folder*."""
    store = Store.open(folder, create=True)
    store.commit()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ["serve", "--store", str(folder), "--port", str(port), "--workers", "1", *extra()]
    environment = {**os.environ, "POURPARLERS_TOKEN": TOKEN}
    process = subprocess.Popen(
        [sys.executable, "-m", "pourparlers", *options], stderr=subprocess.DEVNULL, env=environment
    )
    try:
        found = Scratch(store, f"http://127.0.0.1:{port}", root_of_tests, home)
        for _ in range(600):
            try:
                found.client.get(f"{found.root}/openapi.json")
                break
            except httpx.ConnectError:
                time.sleep(0.1)
        yield found
    finally:
        process.terminate()
        process.wait()


def extra() -> list[str]:
    """Return the options that switch writing on."""
    return ["--updates"]
