"""A server as users run it: the command, on a free port, over a small store made without the language model."""

from __future__ import annotations

import hashlib
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from pourparlers.graph import lift
from pourparlers.model import Article, Block, Dating, Facts, Institution, Meeting, Participation, Passage, Person
from pourparlers.store import Store

HOSTILE = "<script>alert('éè')</script>\u202e javascript:alert(1) \"'&amp; "
TEXT = "Hanna Lindqvist a rencontré Karim Belhadj en Sirmie."


def at(text: str, words: str) -> Passage:
    return Passage(text.index(words), text.index(words) + len(words))


def put(store: Store, name: str, text: str = TEXT, **fields: str) -> None:
    one, two = at(text, "Hanna Lindqvist"), at(text, "Karim Belhadj")
    facts = Facts(
        dating=Dating(None, None),
        persons=(
            Person(id="person-1-1", evidence=(one,), rule="actors.test", name="Hanna Lindqvist"),
            Person(id="person-2-2", evidence=(two,), rule="actors.test", name="Karim Belhadj"),
        ),
        institutions=(Institution(id="institution-1-1", evidence=(at(text, "Sirmie"),), rule="actors.test", name="Sirmie", kind="state"),),
        meetings=(
            Meeting(
                id="meeting-1-1",
                evidence=(at(text, "a rencontré"),),
                rule="meetings.test",
                kind="face-to-face",
                status="held",
                participations=(Participation("person-1-1"), Participation("person-2-2")),
            ),
        ),
    )  # fmt: skip
    digest = hashlib.sha256(text.encode()).hexdigest()
    article = Article(
        name=name, text=text, reading=text, blocks=(Block("body", 0, len(text)),), sha256=digest, **fields
    )
    store.write(article, lift(article, facts))


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """The folder of a store: an ordinary article, and one whose title and text are hostile."""
    path = tmp_path_factory.mktemp("serve") / "store"
    store = Store.open(path, create=True)
    put(store, "one.txt", title="Une rencontre")
    put(store, "hostile.txt", f"{TEXT} {HOSTILE * 20_000}", title=HOSTILE, url="javascript:alert(1)")
    store.commit()
    return path


class Running:
    """A server that runs, a client of it, and what its processes look like."""

    def __init__(self, process: subprocess.Popen[bytes], port: int) -> None:
        self.process, self.root = process, f"http://127.0.0.1:{port}"
        self.client = httpx.Client(base_url=self.root, timeout=60)

    def query(self, sparql: str, accept: str = "application/sparql-results+json", **params: str) -> httpx.Response:
        return self.client.get("/sparql", params={"query": sparql, **params}, headers={"accept": accept})

    def workers(self) -> set[int]:
        found = subprocess.run(["pgrep", "-P", str(self.process.pid)], capture_output=True, text=True, check=False)
        return set(map(int, found.stdout.split()))

    def peak(self) -> int:
        """The most memory the web process has held so far, in bytes."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) * 1024

    def settle(self, n: int) -> set[int]:
        """Wait until there are *n* workers, and return them."""
        for _ in range(400):
            if len(found := self.workers()) == n:
                return found
            time.sleep(0.05)
        raise AssertionError(f"{len(found)} workers, not {n}")


@contextmanager
def running(folder, *options: str):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "pourparlers", "serve", "--store", str(folder), "--port", str(port), *options]
    # Not a pipe: nobody reads it while the server runs, and a full one would hold it up.
    log = tempfile.TemporaryFile("w+")  # noqa: SIM115  closed below
    process = subprocess.Popen(
        command, stderr=log, env={**os.environ, "LC_ALL": "C.UTF-8", "POURPARLERS_TOKEN": "secret"}
    )
    server = Running(process, port)
    try:
        for _ in range(600):
            assert process.poll() is None, log.seek(0) or log.read()
            try:
                server.client.get("/openapi.json")
                break
            except httpx.ConnectError:
                time.sleep(0.05)
        yield server
    finally:
        server.client.close()
        process.send_signal(signal.SIGINT)
        process.wait(timeout=20)
        log.close()


@pytest.fixture(scope="session")
def server(folder):
    """A server with the usual limits."""
    with running(folder) as found:
        yield found


@pytest.fixture(scope="session")
def strict(folder):
    """A server whose limits are soon reached: 1.5 s, 100 MB, 2 workers, answers of 64 MB."""
    with running(folder, "--timeout", "1.5", "--memory", "100", "--workers", "2", "--answer", "64") as found:
        yield found


@pytest.fixture
def serve():
    """The function that runs a server on a folder, with options."""
    return running


@pytest.fixture(scope="session")
def module_serve():
    """The same, for fixtures of a module."""
    return running


@pytest.fixture
def write():
    """The function that puts an article into a store."""
    return put


@pytest.fixture
def hostile():
    return HOSTILE
