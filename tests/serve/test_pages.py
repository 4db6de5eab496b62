"""What all pages have: a language, landmarks, words in both languages, and a page for each kind of trouble."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from pourparlers.serve import words

HTML = {"accept": "text/html,application/xhtml+xml;q=0.9"}


@pytest.fixture
def get(server):
    """The function that asks for a page, without what the browser remembers from others."""

    def ask(path, **headers):
        server.client.cookies.clear()
        return server.client.get(path, headers={**HTML, **headers})

    yield ask
    server.client.cookies.clear()


def language(page):
    return re.search(r'<html lang="(\w+)">', page.text)[1]


@pytest.mark.parametrize(
    ("path", "headers", "expected"),
    [
        ("/queries", {}, "fr"),
        ("/queries", {"accept-language": "de"}, "fr"),
        ("/queries", {"accept-language": "en-GB,fr;q=0.5"}, "en"),
        ("/queries", {"accept-language": "en", "cookie": "lang=fr"}, "fr"),
        ("/queries?lang=en", {"accept-language": "fr", "cookie": "lang=fr"}, "en"),
        ("/queries?lang=xx", {"accept-language": "en", "cookie": "lang=yy"}, "en"),
        ("/nothing?lang=en", {}, "en"),
    ],
)
def test_the_address_then_the_cookie_then_the_browser_say_the_language(get, path, headers, expected):
    found = get(path, **headers)

    assert (language(found), found.headers["content-language"]) == (expected, expected)
    assert {"Cookie", "Accept-Language"} <= set(found.headers["vary"].split(", "))


def test_a_language_once_chosen_stays(server, get):
    chosen = get("/?lang=en")

    assert re.fullmatch(r"lang=en; Max-Age=\d+; Path=/; SameSite=lax", chosen.headers["set-cookie"])
    assert language(server.client.get("/queries", headers=HTML)) == "en"
    assert "set-cookie" not in get("/", **{"accept-language": "en"}).headers


def test_the_switch_keeps_what_the_address_says(get):
    page = get("/queries/meetings/between?from=2017&to=2018&lang=fr")

    assert 'href="?from=2017&amp;to=2018&amp;lang=en"' in page.text


def test_every_word_is_there_in_both_languages_and_once():
    names = [name for group in words.GROUPS.values() for name in group]

    assert len(names) > 30
    assert len(names) == len(set(names))
    # A template that says `words.items` gets the method of the table.
    assert [name for name in names if hasattr(dict, name)] == []
    assert [n for n in names if set(words.WORDS[n]) != {"fr", "en"} or not all(words.WORDS[n].values())] == []


@pytest.mark.parametrize("path", ["/", "/queries", "/queries/meetings/between", "/nothing"])
def test_landmarks_and_headings(get, path):
    text = get(path).text

    assert [len(re.findall(f"<{tag}[ >]", text)) for tag in ("main", "header", "footer", "h1")] == [1, 1, 1, 1]
    assert '<a class="skip" href="#main">' in text
    assert re.search(r"<title>[^<]+</title>", text)
    levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", text)]
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize(
    ("path", "status", "says"),
    [
        ("/nothing", 404, "Il n&#39;y a rien à cette adresse"),
        ("/queries/x/%3Cscript%3E", 404, "x/&lt;script&gt;"),
        ("/sparql?query=SELECT%20*%20%7B%20%3Fs%20", 400, "Ligne et colonne"),
        ("/sparql?query=SELECT%20*%20%7B%20SERVICE%20%3Chttp%3A//a%3E%20%7B%7D%7D", 403, "ne fait que lire"),
        ("/queries/statements/by-actor.png?speaker=x", 406, "Cela n&#39;a pas marché"),
    ],
)
def test_a_browser_gets_trouble_as_a_page_with_what_to_do(get, path, status, says):
    found = get(path)

    assert (found.status_code, found.headers["content-type"]) == (status, "text/html; charset=utf-8")
    assert says in found.text
    assert found.headers["cache-control"] == "no-store"
    assert "<script>" not in found.text


def test_a_query_out_of_time_is_a_page_too(strict):
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    found = strict.client.get("/sparql", params={"query": endless}, headers=HTML)

    assert found.status_code == 504
    assert "--timeout" in found.text


def test_programs_get_trouble_as_before(server):
    assert server.client.get("/nothing").headers["content-type"].startswith("text/plain")
    json = {"accept": "application/json"}
    assert server.client.get("/nothing", headers=json).headers["content-type"] == "application/problem+json"


def test_files_of_the_pages_are_asked_for_again(server):
    first = server.client.get("/static/css/base.css")
    again = server.client.get("/static/css/base.css", headers={"if-none-match": first.headers["etag"]})

    assert (first.status_code, first.headers["cache-control"]) == (200, "no-cache")
    assert (again.status_code, again.content) == (304, b"")
