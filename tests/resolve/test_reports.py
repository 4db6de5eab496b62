"""One meeting, many witnesses: forty reports through the whole path, and what became one meeting."""

import io
import random

import pyoxigraph
import pytest

from pourparlers.pipeline import build
from pourparlers.resolve.across import resolved
from pourparlers.store import Store

from . import reported

LEAST = 0.85
ORDERS = 10


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A store of the forty reports."""
    folder = tmp_path_factory.mktemp("reports")
    store = Store.open(folder / "store", create=True)
    report = build(reported.write(folder / "texts", reported.REPORTS), store)
    assert len(report.new) == len(reported.REPORTS)
    return store


def turtle(store):
    out = io.BytesIO()
    store.export("turtle", out)
    return out.getvalue()


def graphs(store):
    """Return the source layer, one list of quads per article."""
    out = io.BytesIO()
    store.export("nquads", out, "source")
    found = {}
    for quad in pyoxigraph.parse(out.getvalue(), format=pyoxigraph.RdfFormat.N_QUADS):
        found.setdefault(quad.graph_name.value, []).append(quad)
    return list(found.values())


def meeting(store, name):
    """Return status, number of articles and of independent sources of the meeting that most accounts take for *name*."""
    spans = {f"{one['name']}.txt": reported.plain(one["text"])[1] for one in reported.REPORTS}
    files = sorted(file for file, marks in spans.items() if any(mark[0] == name for mark in marks))
    rows = store.query(
        """SELECT ?status ?articles ?independent (GROUP_CONCAT(DISTINCT ?file) AS ?files) {
          ?meeting a pp:Meeting ; pp:status ?s ; pp:articleCount ?articles ; pp:independentSourceCount ?independent ;
            pp:account/dcterms:source/dcterms:identifier ?file BIND (REPLACE(STR(?s), "^.*/", "") AS ?status)
        } GROUP BY ?meeting ?status ?articles ?independent"""
    )
    best = max(rows, key=lambda row: (len({*row["files"].value.split()} & {*files}), -len(row["files"].value)))
    return best["status"].value, int(best["articles"].value), int(best["independent"].value)


def test_there_are_forty_reports_of_fifteen_meetings():
    names = {mark[0] for report in reported.REPORTS for mark in reported.plain(report["text"])[1]}

    assert len(reported.REPORTS) == 40
    assert len(names) == 15


def test_nothing_is_merged_that_is_not_one(built):
    assert reported.figures(built).wrong == []


def test_what_is_one_is_merged(built, record_property):
    found = reported.figures(built)

    record_property("merging", str(found))
    assert found.merged / found.pairs >= LEAST


def test_the_figures_see_a_false_merge_and_a_missed_one():
    true = {"lima": {"a", "b"}, "quito": {"c"}}
    accounts = {"1": ("m1", "a"), "2": ("m2", "b"), "3": ("m1", "c")}

    found = reported.compared(true, accounts, {"1": {"lima"}, "2": {"lima"}, "3": {"quito"}})

    assert (found.pairs, found.merged, len(found.wrong), len(found.apart)) == (1, 0, 1, 1)


@pytest.mark.parametrize(
    ("name", "status"), [("riga", "held"), ("khartoum", "cancelled"), ("report", "held"), ("madrid", "held")]
)
def test_the_status_of_a_meeting_is_its_history_s_end(built, name, status):
    assert meeting(built, name)[0] == status


def test_a_reprinted_dispatch_is_no_second_source(built):
    _, articles, independent = meeting(built, "riga")

    assert independent == articles - 1


def test_ten_orders_give_the_same_layer(built):
    source = graphs(built)
    layers = set()
    for seed in range(ORDERS):
        chance = random.Random(seed)
        order = chance.sample(source, len(source))
        layers.add(frozenset(resolved([chance.sample(graph, len(graph)) for graph in order])))

    assert len(source) == len(reported.REPORTS)
    assert len(layers) == 1


def test_articles_that_come_late_and_in_disorder_give_the_same_bytes(built, tmp_path):
    order = random.Random(7).sample(reported.REPORTS, len(reported.REPORTS))
    store = Store.open(tmp_path / "store", create=True)

    paths = reported.write(tmp_path / "texts", order)
    build(paths[:11], store)
    build(paths[11:30], store)
    build(paths, store)

    assert turtle(store) == turtle(built)
