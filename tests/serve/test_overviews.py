"""The overviews: what stands in their tables, their filters, their pages and pictures."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest
from pyoxigraph import RdfFormat, Store

from pourparlers.errors import InvalidParameter, UnknownName
from pourparlers.serve.handlers import OVERVIEWS
from pourparlers.serve.overviews import tables
from pourparlers.store import Store as Folder

AXE = Path(__file__).parent / "vendor" / "axe-core" / "axe.min.js"
NAMES = ("timeline", "network", "map", "coverage")
HTML = {"accept": "text/html"}


@pytest.fixture(scope="module")
def graph():
    found = Store()
    found.load(path=Path(__file__).parent / "data" / "overviews.ttl", format=RdfFormat.TURTLE)
    return found


def told(graph, name, language="fr", **values):
    """The rows of an overview's first table as the texts of their cells, and its numbers."""
    found = OVERVIEWS[name](graph, {key.rstrip("_"): value for key, value in values.items()}, language)
    return [[cell and cell["text"] for cell in row] for row in found.tables[0].rows], dict(found.numbers)


def test_every_overview_has_a_handler():
    assert tuple(OVERVIEWS) == NAMES


def test_the_timeline_has_all_that_is_dated_in_order(graph):
    rows, numbers = told(graph, "timeline")

    assert [(row[0], row[3], row[4]) for row in rows] == [
        ("1999", "pacte de Varena", "Sirmie"),
        ("2017-02", "Anna Rask – Boris Delval", "Anna Rask, Boris Delval"),
        ("2018-11-02", "Nous irons à Varena", "Anna Rask"),
        ("2019-05-03", "Anna Rask – Boris Delval – Sirmie", "Anna Rask, Boris Delval, Sirmie"),
        ("2021", "Anna Rask – Sirmie, prévue", "Anna Rask, Sirmie"),
    ]
    assert numbers == {"undated_Meeting": 1, "undated_Statement": 1, "undated_TreatyEvent": 0}


def test_labels_are_in_the_language_of_the_page(graph):
    assert told(graph, "timeline", "en", kind="Meeting")[0][0][1:3] == ["Meeting", "summit"]
    assert told(graph, "timeline", "fr", kind="Meeting")[0][0][1:3] == ["Rencontre", "sommet"]


@pytest.mark.parametrize(
    ("values", "dates"),
    [
        ({"kind": "Statement"}, ["2018-11-02"]),
        ({"actor": "Sirmie"}, ["1999", "2019-05-03", "2021"]),
        ({"actor": "https://w3id.org/pourparlers/id/person/boris"}, ["2017-02", "2019-05-03"]),
        ({"from_": "2017-02-15"}, ["2017-02", "2018-11-02", "2019-05-03", "2021"]),  # may have been after that day
        ({"from_": "2018-01-01", "to": "2019-05-03"}, ["2018-11-02", "2019-05-03"]),
        ({"to": "1990-01-01"}, []),
    ],
)
def test_the_timeline_keeps_to_its_filters(graph, values, dates):
    assert [row[0] for row in told(graph, "timeline", **values)[0]] == dates


def test_the_network_counts_meetings_held_by_pair(graph):
    rows, _ = told(graph, "network")

    assert rows == [
        ["Anna Rask", "Boris Delval", "2", "2017-02-01", "2019-05-03"],
        ["Boris Delval", "Sirmie", "2", "2019-05-03", "2019-05-03"],
        ["Anna Rask", "Sirmie", "1", "2019-05-03", "2019-05-03"],
    ]


@pytest.mark.parametrize(
    ("values", "pairs"),
    [
        ({"kind": "Person"}, [("Anna Rask", "Boris Delval")]),
        ({"actor": "Anna Rask"}, [("Anna Rask", "Boris Delval"), ("Anna Rask", "Sirmie")]),
        ({"to": "2018-01-01"}, [("Anna Rask", "Boris Delval")]),
    ],
)
def test_the_network_keeps_to_its_filters(graph, values, pairs):
    assert [(row[0], row[1]) for row in told(graph, "network", **values)[0]] == pairs


def test_the_map_has_places_with_coordinates_and_the_others(graph):
    found = OVERVIEWS["map"](graph, {}, "fr")

    rows = found.tables[0].rows
    assert [(row[0]["text"], row[0].get("at"), row[1]["text"]) for row in rows] == [
        ("Varena", (54.2, 24.5), "2"),
        ("au palais", None, "1"),
    ]
    assert dict(found.numbers) == {"nowhere": 0, "unlocated": 1}


def test_the_coverage_counts_by_publisher_month_and_article(graph):
    publishers, months, articles = OVERVIEWS["coverage"](graph, {}, "fr").tables

    def texts(table):
        return [[cell and cell["text"] for cell in row] for row in table.rows]

    assert texts(publishers) == [
        ["Le Courrier", "2", "3", "2", "0", "0", "2019-05-04", "2019-06-02"],
        ["—", "1", "0", "0", "0", "0", None, None],
    ]
    assert texts(months) == [["2019-05", "1"]]  # nobody knows the month of b.txt
    assert [row[0] for row in texts(articles)] == ["À Varena", "b.txt", "c.txt"]
    assert told(graph, "coverage")[1] == {
        "articles": 3, "without_publisher": 1, "without_date": 1, "without_facts": 1,
        "one_source": 1, "several_sources": 1, "copies": 1,
    }  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_long_table_says_that_it_is_cut(graph, monkeypatch, name):
    module = OVERVIEWS[name].__module__
    monkeypatch.setattr(f"{module}.MOST", 1)

    table = OVERVIEWS[name](graph, {}, "fr").tables[0]

    assert len(table.rows) == 1
    assert table.more != 0


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_graph_has_empty_tables(name):
    assert all(table.rows == [] for table in OVERVIEWS[name](Store(), {}, "fr").tables)


@pytest.mark.parametrize(
    ("values", "error"),
    [
        ({"actor": "Personne du Tout"}, UnknownName),
        ({"actor": "https://a b"}, InvalidParameter),
        ({"from": "hier"}, InvalidParameter),
        ({"to": '2017-01-01"^^xsd:date) } #'}, InvalidParameter),
    ],
)
def test_a_filter_that_does_not_fit_is_refused(graph, values, error):
    with pytest.raises(error):
        OVERVIEWS["timeline"](graph, values, "fr")


def test_things_that_no_graph_names_show_their_iri():
    assert tables.cell(None) is None
    assert tables.cell(3) == {"text": "3", "number": True}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("language", "word"), [("fr", "Lignes"), ("en", "Rows")])
def test_every_overview_has_a_page(server, name, language, word):
    found = server.client.get(f"/overview/{name}", params={"lang": language}, headers=HTML)

    assert found.status_code == 200
    if name != "map":  # the store of the tests has no place
        assert word in found.text


@pytest.mark.parametrize("name", NAMES)
def test_every_overview_has_its_tables_in_json(server, name):
    found = server.client.get(f"/overview/{name}", headers={"accept": "application/json"}).json()

    assert found["tables"][0]["columns"]


def test_an_empty_store_says_what_to_do(serve, tmp_path):
    store = Folder.open(tmp_path / "store", create=True)
    store.commit()
    with serve(tmp_path / "store") as empty:
        pages = [empty.client.get(f"/overview/{name}", headers=HTML) for name in NAMES]

    assert [page.status_code for page in pages] == [200] * 4
    assert all("pourparlers build DOSSIER" in page.text for page in pages)


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/overview/nothing", 404, "there is no overview"),
        ("/overview/timeline?kind=Cat", 400, "none of Meeting, Statement, TreatyEvent"),
        ("/overview/timeline?actor=Personne+du+Tout", 404, "Personne du Tout"),
        ("/overview/network?from=hier", 400, "no day"),
    ],
)
def test_wrong_filters_are_told(server, path, status, words):
    found: httpx.Response = server.client.get(path, headers=HTML)

    assert (found.status_code, words in found.text) == (status, True)


@pytest.mark.parametrize(("name", "shape"), [("timeline", "Rencontre"), ("network", "Russie"), ("map", "Bruxelles")])
def test_a_picture_stands_with_the_table(page, name, shape):
    page.goto(f"/overview/{name}")
    page.wait_for_selector(f".canvas.{name} svg")

    assert shape in page.locator(f".canvas.{name} svg").text_content()
    assert "Le tableau dit la même chose" in page.locator(f".canvas.{name}").get_attribute("aria-label")
    assert page.locator("table tbody tr").count() > 1


def test_a_filter_of_the_rows_reaches_the_picture(page):
    page.goto("/overview/network")
    page.wait_for_selector(".canvas.network svg")

    page.get_by_label("Filtrer les lignes").fill("russie")

    page.locator(".canvas.network[aria-label*=': 2 acteurs']").wait_for()
    assert page.locator("tbody tr:visible").count() == 1


def test_a_click_on_a_head_sorts(page):
    page.goto("/overview/timeline")
    head = page.get_by_role("columnheader", name="Date")

    head.get_by_role("button").click()
    head.get_by_role("button").click()

    assert head.get_attribute("aria-sort") == "descending"
    dates = page.locator("tbody tr td:first-child").all_inner_texts()
    assert dates == sorted(dates, reverse=True)
    assert len(dates) > 5


def test_pictures_may_be_left_out(page):
    page.goto("/overview/map")
    page.wait_for_selector(".canvas.map svg")

    page.get_by_role("button", name="Tableau seul").click()

    assert page.locator(".canvas").count() == 0
    assert page.get_by_role("button", name="Tableau seul").get_attribute("aria-pressed") == "true"


def test_without_scripts_the_tables_are_there(pages):
    page = pages(java_script_enabled=False)
    page.goto("/overview/network")

    assert page.locator("tbody tr").count() > 1


def test_a_map_shows_the_part_of_the_world_it_needs_and_zooms(page):
    page.goto("/overview/map")
    page.locator(".canvas.map svg").wait_for()
    drawn = page.locator(".canvas.map svg").inner_html()

    page.get_by_role("button", name="Agrandir").click()

    page.locator(".canvas.map svg").wait_for()
    assert page.locator(".canvas.map svg").inner_html() != drawn


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", NAMES)
def test_no_overview_keeps_anybody_out(pages, name, scheme):
    page = pages(color_scheme=scheme)
    page.goto(f"/overview/{name}")
    page.locator(".canvas svg").first.wait_for()

    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run().then(({violations}) => violations)")

    assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found] == []


@pytest.mark.parametrize("width", [320, 640, 1280])
@pytest.mark.parametrize("name", NAMES)
def test_pictures_move_nothing_when_they_come(pages, name, width):
    """What stands below the picture is at the same place before and after."""
    tops = []
    for scripts in (False, True):
        page = pages(java_script_enabled=scripts, viewport={"width": width, "height": 800})
        page.goto(f"/overview/{name}")
        page.wait_for_load_state("networkidle")
        tops.append(page.locator(".tools").first.bounding_box()["y"])

    assert abs(tops[0] - tops[1]) < 1


@pytest.mark.parametrize("name", NAMES)
def test_a_phone_scrolls_only_the_tables(pages, name):
    page = pages(viewport={"width": 320, "height": 700})
    page.goto(f"/overview/{name}")
    page.wait_for_selector(".switch")

    assert page.evaluate("document.documentElement.scrollWidth") <= 320
