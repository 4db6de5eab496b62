"""The search and the first page over HTTP: as a page, as suggestions, and what they say when there is nothing."""

from __future__ import annotations

import re

import pytest

from pourparlers.names import KINDS
from pourparlers.serve.forms import page as forms
from pourparlers.serve.pages import STATIC
from pourparlers.store import Store

TEMPLATES = STATIC.parent / "templates"
HTML = {"accept": "text/html"}


def labels(found):
    return [thing["label"] for thing in found.json()["found"]]


def test_suggestions_bring_what_tells_things_apart(server):
    found = server.client.get("/search", params={"q": "lindq"})
    person = found.json()["found"][0]

    assert found.headers["content-type"] == "application/json"
    assert (person["label"], person["kind"], person["articles"]) == ("Hanna Lindqvist", "person", 2)
    assert server.client.get(person["url"], headers=HTML, follow_redirects=True).status_code == 200
    assert found.json()["total"] == len(found.json()["found"]) == 3  # she, and two meetings


def test_only_the_kinds_asked_for(server):
    assert labels(server.client.get("/search?q=sirm&kind=person")) == []
    assert labels(server.client.get("/search?q=sirm&kind=person,institution")) == ["Sirmie"]
    assert labels(server.client.get("/search?q=sirm&kind=person&kind=institution")) == ["Sirmie"]
    assert server.client.get("/search?q=sirm&kind=ship").status_code == 400


def test_what_cannot_be_a_search(server):
    assert server.client.get("/search?q=a&q=b").status_code == 400
    assert server.client.get("/search?q=a&format=csv").status_code == 406
    assert server.client.get("/search?q=%ff").status_code == 400
    assert server.client.post("/search?q=a").status_code == 405


@pytest.mark.parametrize("typed", ["", " ", "'", '"', "*", "a OR b", "NEAR(a b)", "x" * 100_000, "\x00", "🙂", "-"])
def test_whatever_is_typed_is_only_looked_for(server, typed):
    for headers in ({}, HTML):
        assert server.client.get("/search", params={"q": typed[:60_000]}, headers=headers).status_code == 200


def test_suggestions_hold_until_the_graph_changes(server):
    first = server.client.get("/search?q=lindq")
    again = server.client.get("/search?q=lindq", headers={"if-none-match": first.headers["etag"]})
    other = server.client.get("/search?q=belh", headers={"if-none-match": first.headers["etag"]})

    assert (again.status_code, other.status_code) == (304, 200)


def test_the_page_lists_what_is_found(server):
    text = server.client.get("/search?q=lindq", headers={**HTML, "accept-language": "en"}).text

    assert "3 things found" in text
    assert re.search(r'<a href="/id/person/[^"]+"><bdi>Hanna Lindqvist</bdi></a>', text)
    assert 'value="lindq"' in text


def test_a_page_without_results_says_what_to_do(server):
    text = server.client.get("/search?q=nobody&kind=person", headers={**HTML, "accept-language": "fr"}).text

    assert "Rien ne porte ce nom" in text
    assert 'href="/queries/statements/containing?words=nobody"' in text
    assert 'href="/search?q=nobody"' in text


def test_hostile_names_are_only_words(server):
    text = server.client.get("/search", params={"q": "<script>alert(1)</script>"}, headers=HTML).text
    found = server.client.get("/search?q=alert", headers=HTML).text

    assert "<script>alert" not in text + found
    assert "&lt;script&gt;alert" in found  # the title of an article
    assert "\u202e" not in found


def test_the_first_page_counts_and_shows_the_latest(server):
    text = server.client.get("/", headers={**HTML, "accept-language": "fr"}).text

    counts = dict(re.findall(r"<dt>([^<]+)</dt><dd>([^<]+)</dd>", text))
    assert (counts["articles"], counts["personnes"], counts["rencontres"]) == ("2", "2", "2")
    assert "Le graphe est vide" not in text
    assert 'href="/queries/meetings/between"' in text


def test_an_empty_store_says_what_to_do_and_then_fills(serve, write, tmp_path):
    Store.open(tmp_path / "store", create=True).commit()
    with serve(tmp_path / "store") as server:
        empty = server.client.get("/", headers=HTML)
        searched = server.client.get("/search?q=lindq")
        store = Store.open(tmp_path / "store")
        write(store, "one.txt")
        store.commit()
        full = server.client.get("/", headers=HTML)
        found = server.client.get("/search?q=lindq")

    assert (empty.status_code, searched.json()["found"]) == (200, [])
    assert "pourparlers build DOSSIER" in empty.text
    assert "pourparlers build DOSSIER" not in full.text
    assert labels(found)[0] == "Hanna Lindqvist"


def test_an_index_of_an_earlier_version_is_made_again(serve, write, tmp_path):
    store = Store.open(tmp_path / "store", create=True)
    write(store, "one.txt")
    store.commit()
    now = max((tmp_path / "store" / "index").glob("*/inputs"))
    now.write_text("0" * 64)
    (now.parent / "names.sqlite").unlink()

    with serve(tmp_path / "store") as server:
        assert labels(server.client.get("/search?q=belhadj"))[0] == "Karim Belhadj"


def test_every_field_suggests_kinds_there_are():
    written = [
        kind
        for path in TEMPLATES.rglob("*.html")
        for kinds in re.findall(r'data-suggest="([a-z,]*)"', path.read_text("utf-8"))
        for kind in filter(None, kinds.split(","))
    ]

    assert written
    assert set(written) <= set(KINDS)
    assert {kind for kinds in forms.KINDS.values() for kind in kinds.split(",")} <= set(KINDS)
