"""A server as users run it, and a real browser.

`server`: the command on a free port over a small store made without the language model, hostile text in it.
`site`: the same over the store of the seeds. `page`: a page of Chromium that opens addresses of `site`; `pages(...)` opens
one in the dark, on a phone, in another language. A test fails if its pages log an error or ask another host for anything.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
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
from filelock import FileLock
from playwright.sync_api import sync_playwright

from pourparlers import resources
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


@pytest.fixture(scope="session")
def seeded(tmp_path_factory):
    """The folder of a store built from the seeds, once even if tests run in several processes."""
    base = tmp_path_factory.getbasetemp()
    base = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    path = base / "seeded"
    with FileLock(base / "seeded.lock"):
        if not (path / "done").exists():
            command = [sys.executable, "-m", "pourparlers", "build", resources.folder("seeds"), "--store", path]
            env = {**os.environ, "LC_ALL": "C.UTF-8"}
            done = subprocess.run(command, capture_output=True, text=True, env=env, check=False)
            assert done.returncode == 0, done.stderr
            (path / "done").touch()
    return path


@pytest.fixture(scope="session")
def site(seeded):
    """A server over the store of the seeds."""
    with running(seeded) as found:
        yield found


def missing(what: str):
    """Skip, or fail where REQUIRE_BROWSER says that everything must run, as in .ci/run."""
    if os.environ.get("REQUIRE_BROWSER"):
        pytest.fail(f"REQUIRE_BROWSER is set, but {what}")
    pytest.skip(what)


@pytest.fixture(scope="session")
def node_modules(pytestconfig):
    """The folder of what tests/serve/package.json names, installed once and kept in the cache of pytest."""
    asked = (Path(__file__).parent / "package.json").read_text(encoding="utf-8")
    folder = pytestconfig.cache.mkdir(f"node-{hashlib.sha256(asked.encode()).hexdigest()[:12]}")
    with FileLock(folder / "lock"):
        if not (folder / "done").exists():
            if not shutil.which("npm"):
                missing("no npm is installed: Node 20 or later has it")
            (folder / "package.json").write_text(asked, encoding="utf-8")
            command = ["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]
            done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
            if done.returncode:
                missing(f"npm cannot install what tests/serve/package.json names: {done.stderr}")
            (folder / "done").touch()
    return folder / "node_modules"


@pytest.fixture(scope="session")
def chromium():
    """A running Chromium: the system's, or the one of `playwright install chromium`."""
    with sync_playwright() as driver:
        names = (os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome")
        path = next(filter(None, map(shutil.which, names)), None) or driver.chromium.executable_path
        if not Path(path).exists():
            missing("no Chromium is installed (Debian: apt-get install chromium; or: playwright install chromium)")
        # Its sandbox refuses to run as root, as containers do; the pages are ours, from this machine.
        browser = driver.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield browser
        browser.close()


class Pages:
    """Opens pages of one server, and notes what must not happen on them."""

    def __init__(self, browser, root: str, allowed: tuple[str, ...]) -> None:
        self._browser, self._root, self._allowed = browser, root, allowed
        self._contexts: list = []
        self.opened: list = []
        self.wrong: list[str] = []

    def __call__(self, **options):
        """Open a page: `color_scheme="dark"`, `viewport={...}`, `locale="en-GB"`, `java_script_enabled=False` ..."""
        usual = {"viewport": {"width": 1280, "height": 800}, "locale": "fr-FR", "reduced_motion": "reduce"}
        context = self._browser.new_context(base_url=self._root, **{**usual, **options})
        context.set_default_timeout(15_000)
        context.on("console", self._logged)
        context.on("weberror", lambda error: self.wrong.append(f"uncaught: {error.error}"))
        context.on("request", self._requested)
        self._contexts.append(context)
        page = context.new_page()
        self.opened.append(page)
        return page

    def _logged(self, message) -> None:
        if message.type == "error" and not any(part in message.text for part in self._allowed):
            self.wrong.append(f"console: {message.text} ({message.location.get('url')})")

    def _requested(self, request) -> None:
        if not request.url.startswith((self._root + "/", "data:", "blob:", "about:")):
            self.wrong.append(f"asks another host: {request.url}")

    def close(self) -> None:
        for context in self._contexts:
            context.close()
        assert not self.wrong, "\n".join(self.wrong)


@pytest.fixture
def pages(chromium, site, request):
    """The function that opens pages of `site`; `@pytest.mark.logs("status of 404")` allows such errors in the console."""
    opened = Pages(chromium, site.root, tuple(part for mark in request.node.iter_markers("logs") for part in mark.args))
    yield opened
    opened.close()


@pytest.fixture
def hostile_pages(chromium, server):
    """The function that opens pages of `server`, whose store has hostile text."""
    opened = Pages(chromium, server.root, ("status of 400",))
    yield opened
    opened.close()


@pytest.fixture
def page(pages):
    """A page of `site`, in French, in the light, on a screen of 1280 by 800."""
    return pages()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item):
    """Keep a picture of the pages of a test that fails, and say where."""
    report = yield
    opened = getattr(item, "funcargs", {}).get("pages")
    if report.when == "call" and report.failed and opened:
        folder = item.config.rootpath / ".pytest_cache" / "screens"
        folder.mkdir(parents=True, exist_ok=True)
        for n, page in enumerate(opened.opened):
            path = folder / f"{re.sub(r'[^a-zA-Z0-9]+', '-', item.nodeid)}-{n}.png"
            page.screenshot(path=path)
            report.sections.append(("page", f"{page.url}\n{path}"))
    return report
