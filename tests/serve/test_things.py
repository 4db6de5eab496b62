"""Every IRI of the graph answers at its path; what an article says is shown as text, whatever it says."""

from __future__ import annotations

import re

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

from pourparlers.serve.about import clipped
from pourparlers.serve.pages import link, shown
from pourparlers.store import Store

from .markup import Page

BASE = "https://w3id.org/pourparlers"


@pytest.fixture(scope="module")
def iris(folder):
    """Every IRI that the default graph says something of and that is ours, without what stands behind a #."""
    quads = list(Store.open(folder).index())
    terms = {
        term for quad in quads if not isinstance(quad.graph_name, NamedNode) for term in (quad.subject, quad.object)
    }
    return sorted(
        {t.value.partition("#")[0] for t in terms if isinstance(t, NamedNode) and t.value.startswith(f"{BASE}/")}
    )


def test_every_iri_answers_at_its_path(server, iris):
    shapes = [iri for iri in iris if iri.startswith(f"{BASE}/shapes")]
    silent = [
        iri
        for iri in iris
        if iri not in shapes
        and server.client.get(iri.removeprefix(BASE), headers={"accept": "text/turtle"}).status_code != 303
    ]

    assert len(iris) > 100
    assert silent == []


def test_a_thing_is_told_in_every_format(server):
    person = server.query("SELECT ?p { ?p a pp:Person } ORDER BY ?p LIMIT 1").json()["results"]["bindings"][0]["p"][
        "value"
    ]
    path = person.removeprefix(BASE)

    for form in (RdfFormat.TURTLE, RdfFormat.JSON_LD, RdfFormat.N_TRIPLES, RdfFormat.RDF_XML):
        found = server.client.get(path, headers={"accept": form.media_type}, follow_redirects=True)
        subjects = {quad.subject.value for quad in parse(found.content, form)}
        assert found.headers["content-type"].split(";")[0] == form.media_type
        assert person in subjects
    page = server.client.get(path, headers={"accept": "text/html"})
    assert (page.status_code, page.headers["location"]) == (303, f"/page{path}")
    assert person in server.client.get(page.headers["location"]).text
    assert server.client.get(f"/pourparlers{path}", follow_redirects=True).status_code == 200
    assert server.client.head(path).status_code == 303


def test_what_is_not_there(server):
    assert server.client.get("/id/person/nobody").status_code == 404
    assert server.client.get("/data/id/person/nobody").status_code == 404
    assert server.client.get("/page/id/person/%3Cscript%3E").status_code == 404
    assert server.client.get("/nothing").status_code == 404
    assert server.client.get("/static/../pages.py").status_code == 404


def test_hostile_words_are_only_words(server):
    article = server.query("SELECT ?a { ?a dcterms:identifier 'hostile.txt' }").json()["results"]["bindings"][0]["a"][
        "value"
    ]
    found = server.client.get(f"/page{article.removeprefix(BASE)}")
    page = Page(found.text)

    assert found.status_code == 200
    assert "<script>alert('éè')</script>⟦U+202E⟧ javascript:alert(1) \"'&amp;" in page.text
    assert "\u202e" not in found.text
    assert [target for target in page.links if not re.match(r"/|[?#]|https?://", target)] == []
    # The reader shows one part of a text of more than a million characters.
    assert len(found.content) < 200_000


def test_the_rows_of_a_page_are_only_words(server):
    found = server.client.get("/queries/articles/articles", params={"format": "html"})
    page = Page(found.text)

    assert "<script>alert" in page.text
    assert [target for target in page.links if not re.match(r"/|[?#]|https?://", target)] == []


@pytest.mark.parametrize(
    "path", ["/", "/queries", "/sparql?query=ASK{}", "/sparql?query=x", "/store", "/nothing", "/static/css/base.css"]
)
def test_every_answer_is_guarded(server, path):
    headers = server.client.get(path, headers={"accept": "text/html,*/*;q=0.1"}).headers

    assert headers["x-content-type-options"] == "nosniff"
    policy = dict(part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'self'"
    assert "script-src" not in policy
    assert (policy["object-src"], policy["base-uri"], policy["frame-ancestors"]) == ("'none'",) * 3


@pytest.mark.parametrize(
    ("iri", "target"),
    [
        (f"{BASE}/id/person/a", "/id/person/a"),
        (f"{BASE}/ontology#Meeting", "/ontology#Meeting"),
        ("https://example.org/a?b=c", "https://example.org/a?b=c"),
        ("javascript:alert(1)", None),
        ("data:text/html,<script>", None),
        ("https://example.org/\n<script>", None),
        ("JaVaScRiPt://x%0aalert(1)", None),
    ],
)
def test_only_addresses_of_the_web_are_links(iri, target):
    assert link(iri) == target


def test_long_and_invisible_text():
    assert shown("a\u202eb\x00c") == "a⟦U+202E⟧b⟦U+0000⟧c"
    assert clipped("x" * 1_000_000) == "x" * 2000 + " […] (1000000 U+)"
