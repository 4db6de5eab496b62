"""build(): what changed is read again, nothing else; killed at any moment and run again, it ends in the same graph."""

import io
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from itertools import islice, permutations

import pytest

from pourparlers import articles, pipeline
from pourparlers.errors import InvalidStore, StoreLocked
from pourparlers.graph.extraction import Extraction, current
from pourparlers.pipeline import build
from pourparlers.store import Store, files

from .conftest import DATA

NAMES = ("appel.txt", "digue.txt", "pacte.txt", "sommet.txt")
KILLS = 3


def turtle(store):
    out = io.BytesIO()
    store.export("turtle", out)
    store.export("nquads", out, "all")
    return out.getvalue()


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A store built from all the articles, never written to again."""
    store = Store.open(tmp_path_factory.mktemp("built") / "store", create=True)
    report = build([DATA], store)
    return store, report, turtle(store)


@pytest.fixture
def copied(tmp_path):
    """A folder of the articles, to change."""
    return shutil.copytree(DATA, tmp_path / "texts")


@pytest.fixture
def store(built, tmp_path):
    """A copy of the store built, to change."""
    return built[0].backup(tmp_path / "store")


def test_everything_is_read_and_found_again(built):
    store, report, _ = built

    assert report == pipeline.BuildReport(new=NAMES)
    assert tuple(store.articles()) == NAMES
    found = store.query("SELECT DISTINCT ?name WHERE { ?s pp:speaker/skos:prefLabel ?name }")
    assert "Hanna Lindqvist" in {row["name"].value for row in found}


def test_whatever_a_graph_tool_draws_has_a_label(built):
    store, _, _ = built

    bare = store.query(
        """SELECT ?class (COUNT(*) AS ?bare) WHERE {
             VALUES ?class { pp:Person pp:Institution pp:Tenure pp:Meeting pp:Treaty pp:Place pp:Statement pp:Article }
             ?thing a ?class . FILTER NOT EXISTS { ?thing rdfs:label ?label }
           } GROUP BY ?class"""
    )

    assert [(row["class"].value, row["bare"].value) for row in bare] == []


def test_building_again_changes_nothing(built, store):
    report = build([DATA], store)

    assert report == pipeline.BuildReport(unchanged=NAMES)
    assert turtle(store) == built[2]


def test_building_elsewhere_gives_the_same_bytes(built, tmp_path):
    again = Store.open(tmp_path / "again", create=True)

    build([DATA], again)

    assert turtle(again) == built[2]
    for path in (built[0].folder / "articles").iterdir():
        assert (again.folder / "articles" / path.name).read_bytes() == path.read_bytes()


def test_ten_orders_give_the_same_bytes(built, tmp_path):
    orders = list(islice(permutations(DATA / name for name in NAMES), 1, 24, 2))[:10]

    for number, order in enumerate(orders):
        store = Store.open(tmp_path / str(number), create=True)
        for path in order[:2]:  # in several builds, and the rest at once
            build([path], store)
        build(order, store)
        assert turtle(store) == built[2]

    assert len(orders) == 10


def test_two_jobs_give_the_same_bytes(built, tmp_path, monkeypatch):
    monkeypatch.setattr(pipeline, "_CHUNK", 1)
    store = Store.open(tmp_path / "store", create=True)

    build([DATA], store, jobs=2)

    assert turtle(store) == built[2]


def test_a_changed_article_replaces_its_own_facts(store, copied):
    before = {name: store.articles()[name] for name in NAMES}
    path = copied / "digue.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("Hanna Lindqvist", "Greta Solberg"), encoding="utf-8")

    report = build([copied], store)

    assert (report.replaced, report.unchanged) == (("digue.txt",), ("appel.txt", "pacte.txt", "sommet.txt"))
    assert [name for name in NAMES if store.articles()[name] != before[name]] == ["digue.txt"]
    assert b"Greta Solberg" in turtle(store)
    assert not store.query(
        'ASK { ?p a pp:Account ; pp:name "Hanna Lindqvist" ; dcterms:source/dcterms:identifier "digue.txt" }'
    )


def test_a_removed_article_is_as_if_never_built(built, store, copied, tmp_path):
    (copied / "digue.txt").unlink()
    without = Store.open(tmp_path / "without", create=True)
    build([copied], without)

    report = build([], store, remove=["digue.txt", "never.txt"])

    assert report == pipeline.BuildReport(removed=("digue.txt",))
    assert turtle(store) == turtle(without) != built[2]


def test_an_article_read_by_older_rules_is_read_again(store, monkeypatch):
    now = current()
    monkeypatch.setattr(pipeline, "current", lambda: Extraction(now.version, now.model, "newer"))

    report = build([DATA / "digue.txt"], store)

    assert report.replaced == ("digue.txt",)


def test_what_is_no_french_article_is_skipped_and_named(built, store, copied):
    (copied / "english.txt").write_text(
        "The dam broke during the night, the minister told reporters in the capital. " * 3
    )
    (copied / "empty.txt").write_text("")

    report = build([copied], store)

    assert [skipped.name for skipped in report.skipped] == ["empty.txt", "english.txt"]
    assert turtle(store) == built[2]


def test_a_false_offset_blocks_its_article_alone(copied, tmp_path, monkeypatch):
    lift = pipeline.lift

    def false_lift(article, facts, extraction):
        for quad in lift(article, facts, extraction):
            if article.name == "digue.txt" and quad.predicate.value.endswith("anchorOf"):
                yield type(quad)(quad.subject, quad.predicate, type(quad.object)("autre chose"), quad.graph_name)
            else:
                yield quad

    monkeypatch.setattr(pipeline, "lift", false_lift)
    store = Store.open(tmp_path / "store", create=True)

    report = build([copied], store)

    assert [blocked.name for blocked in report.blocked] == ["digue.txt"]
    assert "should read 'autre chose'" in report.blocked[0].reasons[0]
    assert tuple(store.articles()) == report.new == ("appel.txt", "pacte.txt", "sommet.txt")


@pytest.mark.parametrize("kept", [0, 1000, -1])
def test_a_damaged_article_is_mended_by_building_it_again(built, store, kept):
    path = store.folder / "articles" / files.file_name("digue.txt")
    path.write_bytes(path.read_bytes()[:kept])
    with pytest.raises(InvalidStore, match=path.name):
        build([DATA / "pacte.txt"], store, remove=["sommet.txt"])

    report = build([DATA], store)

    assert (report.new, report.replaced) == (("sommet.txt",), ("digue.txt",))
    assert turtle(store) == built[2]


def test_progress_is_told(store, copied):
    told = []
    (copied / "empty.txt").write_text("")

    build([copied], store, remove=["digue.txt"], progress=lambda outcome, name: told.append((outcome, name)))

    assert sorted(told) == [
        ("new", "digue.txt"), ("removed", "digue.txt"), ("skipped", "empty.txt"),
        *(("unchanged", name) for name in ("appel.txt", "pacte.txt", "sommet.txt")),
    ]  # fmt: skip


BUILD = """
import sys
from pathlib import Path
from pourparlers.pipeline import build
from pourparlers.store import Store
print("ready", flush=True)
build([Path(sys.argv[1])], Store.open(sys.argv[2], create=True), progress=lambda *told: print(*told, flush=True))
"""


@pytest.fixture
def start(tmp_path):
    """Return a function that starts a build in another process."""
    started = []

    def run():
        process = subprocess.Popen(
            [sys.executable, "-c", BUILD, str(DATA), str(tmp_path / "store")], stdout=subprocess.PIPE, text=True
        )
        started.append(process)
        return process

    yield run
    for process in started:
        process.kill()
        process.communicate()


def test_a_second_build_is_refused_by_a_real_one(start, tmp_path):
    process = start()
    for line in process.stdout:  # the lock is held from before the first article until after the last
        if line != "ready\n":
            break
    os.kill(process.pid, signal.SIGSTOP)

    with pytest.raises(StoreLocked):
        build([DATA], Store.open(tmp_path / "store"))


@pytest.mark.parametrize("seed", range(KILLS))
def test_a_killed_build_is_finished_by_the_next(built, start, tmp_path, seed):
    chance = random.Random(seed)
    process = start()
    for _ in range(chance.randint(1, len(NAMES) + 1)):
        process.stdout.readline()
    time.sleep(chance.random() * 0.05)

    process.send_signal(signal.SIGKILL)
    process.wait()
    store = Store.open(tmp_path / "store", create=True)
    build([DATA], store)

    assert process.returncode == -signal.SIGKILL
    assert turtle(store) == built[2]
    assert not list(store.folder.rglob("*.part"))


def test_the_articles_are_all_there():
    assert tuple(sorted(found.name for found in articles.read([DATA]))) == NAMES
