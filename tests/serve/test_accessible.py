"""axe-core finds no serious fault on any kind of page: light and dark, on a screen and a phone, in both languages."""

from __future__ import annotations

import pytest

PAGES = {
    "home": "/",
    "search": "/search?q=russie",
    "search, nothing found": "/search?q=xyzzy",
    "saved queries": "/queries",
    "form": "/queries/meetings/of-actor",
    "rows": "/queries/meetings/between?from=2017&to=2018",
    "rows with proof": "/queries/statements/statements?evidence=1",
    "no rows": "/queries/meetings/between?from=1801&to=1802",
    "editor": "/editor",
    "editor with a query": "/editor?query=SELECT%20%2A%20%7B%20%3Fs%20a%20pp%3AMeeting%20%7D",
    "timeline": "/overview/timeline",
    "network": "/overview/network",
    "map": "/overview/map",
    "coverage": "/overview/coverage",
    "not found": "/nowhere",
}
LOOKS = {
    "screen": {},
    "dark screen, English": {"color_scheme": "dark", "locale": "en-GB"},
    "phone": {"viewport": {"width": 320, "height": 640}},
}


@pytest.fixture(scope="session")
def axe(node_modules):
    return (node_modules / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def things(site):
    """Return a thing of each class."""
    query = """SELECT ?class (MIN(STR(?thing)) AS ?one) {
        ?thing a ?class FILTER(STRSTARTS(STR(?class), STR(pp:)) && STRSTARTS(STR(?thing), "https://w3id.org/pourparlers/"))
    } GROUP BY ?class ORDER BY ?class"""
    rows = site.query(query).json()["results"]["bindings"]
    return {row["class"]["value"].partition("#")[2]: row["one"]["value"] for row in rows}


def faults(page, axe) -> list[str]:
    """Return what axe-core finds serious, and what sticks out to the right."""
    page.evaluate(axe)
    found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    serious = [
        f"{violation['id']}: {node['target']} {node['html'][:200]}"
        for violation in found["violations"]
        if violation["impact"] in {"serious", "critical"}
        for node in violation["nodes"][:3]
    ]
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return serious + ([f"{wide} px stick out to the right"] if wide > 0 else [])


def judged(page, axe, addresses: dict[str, str]) -> None:
    wrong = []
    for name, address in addresses.items():
        assert page.goto(address).status == (404 if address == PAGES["not found"] else 200)
        if page.locator("script").count():
            page.wait_for_load_state("networkidle")
        wrong += [f"{name} ({address}): {fault}" for fault in faults(page, axe)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.logs("status of 404")
@pytest.mark.parametrize("look", LOOKS)
def test_pages(pages, axe, look):
    judged(pages(**LOOKS[look]), axe, PAGES)


@pytest.mark.parametrize("look", LOOKS)
def test_things(pages, axe, things, site, look):
    assert len(things) > 15
    home = "https://w3id.org/pourparlers/"
    judged(pages(**LOOKS[look]), axe, {kind: iri.replace(home, f"{site.root}/") for kind, iri in things.items()})
