"""The reader in a browser: facts lead to words, words to facts, by pointer, by keyboard, by address, without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

BASE = "https://w3id.org/pourparlers"

# The article of the store that has the most passages, and of it a statement with several pieces of evidence.
BUSIEST = """
SELECT ?article ?statement ?content ?words ?n WHERE {
  { SELECT ?article (COUNT(?any) AS ?n) WHERE { ?any oa:hasSource ?article } GROUP BY ?article }
  ?statement a pp:Statement ; dcterms:source ?article ; pp:contentPassage ?content . ?content nif:anchorOf ?words .
  FILTER NOT EXISTS { ?statement pp:contentPassage ?other FILTER(?other != ?content) }
  ?inner oa:hasSource ?article ; nif:beginIndex ?low ; nif:endIndex ?high .
  ?content nif:beginIndex ?begin ; nif:endIndex ?end .
  FILTER(?low > ?begin && ?high < ?end && STRLEN(?words) < 200)
}
ORDER BY DESC(?n) ?article ?statement
LIMIT 1
"""


@pytest.fixture(scope="module")
def case(site):
    """An article, a statement in it, the fragment and the words of its content."""
    row = site.query(BUSIEST).json()["results"]["bindings"][0]
    article, statement, content, words = (row[name]["value"] for name in ("article", "statement", "content", "words"))
    return {
        "path": f"/page{article.removeprefix(BASE)}",
        "statement": f"/page{statement.removeprefix(BASE)}",
        "fragment": "#" + content.partition("#")[2],
        "words": words,
    }


def chosen(page):
    return "".join(page.locator(".body .chosen").all_inner_texts())


def opened(page, address):
    page.goto(address)
    page.wait_for_selector("html[data-reader='ready']", state="attached")
    return page


def in_view(page, selector):
    return page.locator(selector).first.evaluate(
        "e => { const b = e.getBoundingClientRect(); return b.top >= 0 && b.bottom <= innerHeight }"
    )


def plain(text):
    return " ".join(text.split())


def test_a_fact_leads_to_its_words(page, case):
    opened(page, case["path"])

    page.locator(f".found .statement a.go[href='{case['fragment']}']").first.click()

    assert plain(chosen(page)) == plain(case["words"])
    assert in_view(page, ".body .chosen")
    assert page.url.endswith(case["fragment"])
    assert page.locator(".found li.chosen").count() == 1


def test_words_in_several_passages_lead_to_all_their_facts(page, case):
    opened(page, case["path"])
    nested = page.locator(".body a.on[data-f*=' ']").first
    numbers = nested.get_attribute("data-f").split()

    nested.click()

    shown = page.locator(".found li:visible")
    assert len(numbers) > 1
    assert {item.get_attribute("id") for item in shown.all()} == {f"fact-{n}" for n in numbers}
    assert str(len(numbers)) in page.locator("#told").inner_text()
    page.get_by_role("button", name="Tous les faits").click()
    assert page.locator(".found li:visible").count() > len(numbers)
    assert page.locator(".body .chosen").count() == 0


def test_by_keyboard(page, case):
    opened(page, case["path"])
    words = page.locator(".body a.on")
    # One stop of the Tab key for all the words, the arrows from there.
    assert page.locator(".body a.on[tabindex='0']").count() == 1
    words.first.focus()
    page.keyboard.press("ArrowRight")
    assert words.nth(1).evaluate("e => e === document.activeElement")
    page.keyboard.press("End")
    assert words.last.evaluate("e => e === document.activeElement")
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.classList.contains('go')")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.matches('.body a.on.chosen')")
    page.keyboard.press("Escape")
    assert page.locator(".chosen, .lit").count() == 0
    assert "#" not in page.url


def test_an_address_opens_at_the_words(page, case):
    opened(page, case["path"] + case["fragment"])

    assert plain(chosen(page)) == plain(case["words"])
    assert in_view(page, ".body .chosen")
    before = page.locator(".body .chosen").first.inner_text()
    other = page.locator(".found .go").last.get_attribute("href")
    page.evaluate("fragment => { location.hash = fragment }", other)
    expect(page.locator(".body .chosen").first).not_to_have_text(before)
    assert page.locator(".found li.chosen").count() >= 1


def test_a_statement_leads_to_its_words_in_the_reader(page, case):
    page.goto(case["statement"])
    assert plain(page.locator("mark").first.inner_text()) == plain(case["words"])
    page.locator("a.at").first.click()
    page.wait_for_selector("html[data-reader='ready']", state="attached")
    assert plain(chosen(page)) == plain(case["words"])


def test_without_scripts_it_is_an_article_with_links(pages, case):
    page = pages(java_script_enabled=False)
    page.goto(case["path"])

    page.locator(f".found .statement a.go[href='{case['fragment']}']").first.click()
    assert page.url.endswith(case["fragment"])
    words = page.locator(".body a.on").first
    target = words.get_attribute("href")
    words.click()
    assert page.url.endswith(target)
    assert page.locator(target).is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_phone_nothing_runs_off_sideways(pages, case, scheme):
    page = pages(viewport={"width": 320, "height": 640}, color_scheme=scheme, is_mobile=True)
    opened(page, case["path"])

    wide = page.evaluate(
        """[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1
           && !e.closest('.scroll, .unseen')).map(e => e.outerHTML.slice(0, 80))"""
    )
    assert wide == []


@pytest.mark.parametrize(
    "kind", ["Person", "State", "Institution", "Meeting", "Treaty", "Tenure", "Place", "TreatyEvent"]
)
def test_pages_of_things_fit_a_phone(pages, site, kind):
    row = site.query(
        f"SELECT ?x (COUNT(*) AS ?n) {{ ?x a pp:{kind} . ?y ?p ?x }} GROUP BY ?x ORDER BY DESC(?n) ?x LIMIT 1"
    )
    iri = row.json()["results"]["bindings"][0]["x"]["value"]
    page = pages(viewport={"width": 320, "height": 640}, is_mobile=True)
    page.goto(f"/page{iri.removeprefix(BASE)}")

    assert page.locator("h1").count() == 1
    wide = page.evaluate(
        """[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1
           && !e.closest('.scroll, .unseen')).map(e => e.outerHTML.slice(0, 80))"""
    )
    assert wide == []
