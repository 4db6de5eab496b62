"""A title and a text of script tags, marks that turn the writing around, `javascript:` addresses, a megabyte long."""

from __future__ import annotations

import pytest

SHOWN = "<script>alert('éè')</script>⟦U+202E⟧"
LOOKS_LIVE = """() => [
    ...document.querySelectorAll("[onerror], [onload], [onclick], iframe, object, embed, base, img:not([src^='/'])"),
    ...[...document.querySelectorAll("script")].filter((one) => one.type !== "application/json" && !one.src),
    ...[...document.querySelectorAll("[href], [src], [action]")].filter((one) =>
        /^\\s*(javascript|data|vbscript):/i.test(one.getAttribute("href") ?? one.getAttribute("src") ?? one.action)),
].map((one) => one.outerHTML.slice(0, 200))"""

EVERY_CLASS = """SELECT (MIN(STR(?thing)) AS ?one) (MAX(STR(?thing)) AS ?other) {
    ?thing a ?class FILTER(STRSTARTS(STR(?thing), "https://w3id.org/pourparlers/id/"))
} GROUP BY ?class"""


def things(server) -> list[str]:
    rows = server.query(EVERY_CLASS).json()["results"]["bindings"]
    return sorted({row[name]["value"].replace("https://w3id.org/pourparlers", "") for row in rows for name in row})


@pytest.fixture
def page(hostile_pages):
    found = hostile_pages()
    found.on("dialog", lambda dialog: hostile_pages.wrong.append(f"a dialog: {dialog.message}"))
    return found


def test_what_is_live_is_found(page):
    page.set_content(
        "<a href=' JavaScript:1'>a</a><script>1</script><script type='application/json'>1</script><b onclick=1>"
    )
    assert len(page.evaluate(LOOKS_LIVE)) == 3


def test_things_show_it_as_text(page, server):
    shown = 0
    for path in things(server):
        assert page.goto(path).status == 200
        assert page.evaluate(LOOKS_LIVE) == [], path
        shown += SHOWN in page.locator("body").inner_text()
    assert shown >= 2  # the article, and what it tells


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/search?q=script",
        "/search?q=%3Cscript%3Ealert(1)%3C/script%3E",
        "/queries/articles/articles",
        "/queries/meetings/meetings?evidence=1",
        "/queries/meetings/of-actor?actor=%22%3E%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
        "/overview/timeline",
        "/overview/coverage",
    ],
)
def test_pages_show_it_as_text(page, path):
    page.goto(path)
    page.wait_for_load_state("networkidle")
    assert page.evaluate(LOOKS_LIVE) == []


def test_the_editor_shows_it_as_text(page):
    page.goto("/editor")
    page.locator(".CodeMirror-lines").wait_for()
    query = (
        "SELECT ?title ?url ?text { ?a a pp:Article ; dcterms:title ?title BIND(IRI('javascript:alert(1)') AS ?url) }"
    )
    page.evaluate("text => document.querySelector('.CodeMirror').CodeMirror.setValue(text)", query)
    page.locator("#query-run").click()
    page.locator("#results tbody tr").first.wait_for()
    assert "<script>alert" in page.locator("#results").inner_text()
    assert page.evaluate(LOOKS_LIVE) == []
