"""A session of work in the browser, from a name to the words that prove a fact, to files.

`SCREENSHOTS=1 pytest tests/serve/test_session.py` renews the pictures in docs/screenshots/.
"""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

PICTURES = Path(__file__).parents[2] / "docs" / "screenshots"

SOMEBODY = """SELECT ?name ?who (COUNT(*) AS ?n) WHERE {
    ?meeting a pp:Meeting ; pp:participant ?who . ?who a pp:Person ; skos:prefLabel ?name
} GROUP BY ?who ?name ORDER BY DESC(?n) ?name LIMIT 1"""
WHO_WITH_WHOM = """CONSTRUCT { ?a pp:participant ?b }
WHERE {
  ?meeting a pp:Meeting ; pp:participant ?a, ?b .
  FILTER (STR(?a) < STR(?b))
}"""


@pytest.fixture
def picture(page):
    """The function that keeps a picture of the page, when asked to."""

    def keep(name: str) -> None:
        if os.environ.get("SCREENSHOTS"):
            PICTURES.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=PICTURES / f"{name}.png", animations="disabled", caret="hide", scale="css")

    return keep


@pytest.fixture
def somebody(site):
    """The name of who met most."""
    return site.query(SOMEBODY).json()["results"]["bindings"][0]["name"]["value"]


def test_a_session(page, picture, somebody):
    page.goto("/")
    page.locator(".autocomplete__wrapper #find-main").press_sequentially(somebody[:9])
    page.get_by_role("option").first.wait_for()
    picture("search")
    page.get_by_role("option", name=somebody).first.click()
    page.wait_for_url("**/page/id/person/**")
    assert page.locator("h1").inner_text() == somebody
    picture("person")

    page.locator("main a[href*='/id/meeting/']").first.click()
    page.wait_for_url("**/page/id/meeting/**")
    assert somebody in page.locator("main").inner_text()
    picture("meeting")

    page.locator("main a[href*='#char=']").first.click()
    page.wait_for_url("**#char=*")
    begin, end = map(int, page.url.rpartition("=")[2].split(","))
    page.locator("#text .lit").first.wait_for()
    assert len("".join(page.locator("#text .lit").all_inner_texts())) >= (end - begin) / 2
    picture("reader")

    page.get_by_role("link", name="Requêtes").first.click()
    page.locator("main a[href$='/queries/meetings/of-actor']").first.click()
    page.locator(".autocomplete__wrapper #field-actor").press_sequentially(somebody[:9])
    page.get_by_role("option", name=somebody).first.click()
    page.get_by_role("button", name="Demander").click()
    rows = page.locator("table[data-view] tbody tr")
    rows.first.wait_for()
    picture("saved-query")
    with page.expect_download() as csv_file:
        page.get_by_role("link", name="CSV").click()
    with Path(csv_file.value.path()).open(newline="", encoding="utf-8") as lines:
        assert len(list(csv.DictReader(lines))) == rows.count()

    page.get_by_role("link", name="Éditeur").first.click()
    page.locator(".CodeMirror-lines").wait_for()
    page.evaluate("text => document.querySelector('.CodeMirror').CodeMirror.setValue(text)", WHO_WITH_WHOM)
    page.get_by_role("button", name="Exécuter").click()
    page.locator("#results .files a").first.wait_for()
    picture("editor")
    with page.expect_download() as turtle:
        page.locator("#results .files a", has_text="Turtle").click()
    assert list(parse(path=turtle.value.path(), format=RdfFormat.TURTLE))


@pytest.mark.parametrize("name", ["timeline", "network", "map"])
def test_an_overview(page, picture, name):
    page.goto(f"/overview/{name}")
    page.locator(".canvas svg").first.wait_for()
    page.evaluate("document.querySelector('.canvas').scrollIntoView({ block: 'end' })")
    picture(name)
