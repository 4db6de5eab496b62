"""What the scripts of the pictures make of dates and of columns, in a browser."""

from __future__ import annotations

import pytest

DATES = {
    "2017-02-16": ("2017-02-16", "2017-02-16"),
    "2017-02": ("2017-02-01", "2017-02-28"),
    "2016-02": ("2016-02-01", "2016-02-29"),
    "2017": ("2017-01-01", "2017-12-31"),
    "201X": ("2010-01-01", "2019-12-31"),
    "2017-XX": ("2017-01-01", "2017-12-31"),
    "2017-22": ("2017-06-01", "2017-08-31"),
    "2017-24": ("2017-12-01", "2018-02-28"),
    "2017-02-16/2017-03-02": ("2017-02-16", "2017-03-02"),
    "2017-02/..": ("2017-02-01", "2017-02-28"),
    "../2017-02": ("2017-02-01", "2017-02-28"),
    "2017-02-16~": ("2017-02-16", "2017-02-16"),
    "2017-02-16T10:30:00Z": ("2017-02-16", "2017-02-16"),
    "0044-03-15": ("0044-03-15", "0044-03-15"),
    "2017-13": None,
    "hier": None,
    "12": None,
    "": None,
    "..": None,
    "1/2/3": None,
}

TYPES = {
    "dates": ("date", ["2017-02", None, "2018-01-03"], "date"),
    "years by their name": ("since", ["2017", "2018"], "date"),
    "years that are numbers": ("n", ["2017", "2018"], "number"),
    "numbers": ("n", ["1", "-2.5", "3e2", None], "number"),
    "words": ("n", ["1", "deux"], "text"),
    "nothing": ("n", [None, None], "text"),
}


@pytest.fixture(scope="module")
def scripts(chromium, site):
    """A page from which the scripts can be called."""
    page = chromium.new_page()
    page.goto(f"{site.root}/overview/coverage")
    yield page
    page.close()


@pytest.mark.parametrize("written", DATES)
def test_a_date_has_a_first_and_a_last_day(scripts, written):
    found = scripts.evaluate(
        """async (written) => {
          const { bounds } = await import("/static/js/edtf.js");
          return bounds(written)?.map((moment) => new Date(moment).toISOString().slice(0, 10)) ?? null;
        }""",
        written,
    )

    assert (tuple(found) if found else None) == DATES[written]


@pytest.mark.parametrize("name", TYPES)
def test_a_column_has_a_type(scripts, name):
    column, values, expected = TYPES[name]

    found = scripts.evaluate(
        """async ([name, values]) => {
          const { column } = await import("/static/js/model.js");
          return column(name, name, values.map((text) => text && { text, value: text, iri: null, href: null, at: null })).type;
        }""",
        [column, values],
    )

    assert found == expected


@pytest.mark.parametrize(
    ("iri", "short", "link"),
    [
        ("https://w3id.org/pourparlers/id/state/france", "id:state/france", "/id/state/france"),
        ("https://w3id.org/pourparlers/id/article/a#char=1,2", "id:article/a#char=1,2", "/id/article/a#char=1,2"),
        ("https://w3id.org/pourparlers/ontology#Meeting", "pp:Meeting", "/ontology#Meeting"),
        ("http://www.w3.org/2004/02/skos/core#prefLabel", "skos:prefLabel", "http://www.w3.org/2004/02/skos/core#prefLabel"),
        ("https://a.example/b", "https://a.example/b", "https://a.example/b"),
        ("javascript:alert(1)", "javascript:alert(1)", None),
        ("JAVASCRIPT://a%0Aalert(1)", "JAVASCRIPT://a%0Aalert(1)", None),
        ("https://a.example/\"onclick=alert(1)", "https://a.example/\"onclick=alert(1)", None),
    ],
)  # fmt: skip
def test_an_iri_is_short_and_leads_where_it_may(pages, iri, short, link):
    page = pages()
    page.goto("/editor")

    found = page.evaluate(
        """async (iri) => {
          const { Names, brought } = await import("/static/js/terms.js");
          const names = new Names(brought("editor-known"));
          return [names.short(iri), names.link(iri)];
        }""",
        iri,
    )

    assert found == [short, link]
