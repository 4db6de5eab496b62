"""The reader of a text of more than a million characters: part by part, and an address in any part is found."""

from __future__ import annotations

import pytest

from pourparlers.serve.cards.articles import PART

BASE = "https://w3id.org/pourparlers"


@pytest.fixture(scope="session")
def site(server):
    """The server with the long, hostile article."""
    return server


@pytest.fixture(scope="module")
def path(server):
    query = "SELECT ?a { ?a dcterms:identifier 'hostile.txt' }"
    article = server.query(query).json()["results"]["bindings"][0]["a"]["value"]
    return f"/page{article.removeprefix(BASE)}"


def test_words_of_another_part_are_asked_for(page, path):
    place = 3 * PART + 17
    # The page asks for another before it is done: there is no end of loading to wait for.
    page.goto(f"{path}#char={place},{place + 5}", wait_until="commit")
    page.wait_for_url(f"**?at={place}*")
    page.wait_for_selector("html[data-reader='ready']", state="attached")

    assert page.locator(".text nav [aria-current]").first.inner_text() == "Partie 4"
    assert page.locator(".body a.on").count() == 0


def test_the_first_part_has_the_facts(page, path):
    page.goto(path)

    assert page.locator(".body a.on").count() >= 4
    assert page.locator(".found li").count() >= 4
    assert page.locator(".text nav").first.locator("a").count() > 10
    page.locator(".text nav").first.get_by_text("Partie 2", exact=True).click()
    assert page.url.endswith(f"?at={PART}#text")
