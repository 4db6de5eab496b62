"""Names of things: stable, sound, and under the base that the user sets."""

import pytest

from pourparlers.errors import PourparlersError
from pourparlers.graph import iris, terms
from pourparlers.model import Mark, Passage
from pourparlers.settings import Settings, settings

ARTICLE = "https://w3id.org/pourparlers/id/article/a9dedd0d4fdc0fb7"


def test_iris_of_an_article_never_change():
    assert iris.article("essai.txt", "0" * 64) == "https://w3id.org/pourparlers/id/article/87eb8347d60b474b"
    assert iris.article("essai.txt", "1" * 64) != iris.article("essai.txt", "0" * 64)
    assert iris.local(ARTICLE, "person-57-76") == f"{ARTICLE}/person-57-76"
    assert iris.passage(ARTICLE, Passage(57, 76)) == f"{ARTICLE}#char=57,76"
    assert (
        iris.mark(f"{ARTICLE}/meeting-3-9", Mark("negated", Passage(1, 4))) == f"{ARTICLE}/meeting-3-9/mark-negated-1-4"
    )
    assert iris.participation(f"{ARTICLE}/meeting-3-9", 2) == f"{ARTICLE}/meeting-3-9/participation-2"
    assert iris.authority("treaty/pact-of-varena") == "https://w3id.org/pourparlers/id/treaty/pact-of-varena"


SEGMENTS = {
    "person-57-76": "person-57-76",
    "conférence-de-presse": "conférence-de-presse",
    "a b": "a%20b",
    "a/b#c?d": "a%2Fb%23c%3Fd",
    '<">\\^`{|}%': "%3C%22%3E%5C%5E%60%7B%7C%7D%25",
    "a\u00a0b\u200b\ue000": "a%C2%A0b%E2%80%8B%EE%80%80",
}


@pytest.mark.parametrize("raw", SEGMENTS)
def test_odd_characters_are_encoded(raw):
    assert iris.segment(raw) == SEGMENTS[raw]


LINKS = {
    "https://example.org/a?b=c#d": "https://example.org/a?b=c#d",
    "https://example.org/été": "https://example.org/été",
    "https://example.org/[a]\u2028b": "https://example.org/%5Ba%5D%E2%80%A8b",
    " https://example.org/a b|c%zz%20 ": "https://example.org/a%20b%7Cc%25zz%20",
}


@pytest.mark.parametrize("url", LINKS)
def test_links_are_mended(url):
    assert terms.link(url).value == LINKS[url]
    assert str(terms.link(url)).startswith("<")


@pytest.mark.parametrize("url", ["example.org/a", "javascript:alert(1)", "https://", "https://example.org:port/", ""])
def test_what_is_no_link_stays_words(url):
    assert str(terms.link(url)) == f'"{url}"'


def test_the_base_is_the_users(monkeypatch):
    monkeypatch.setenv("POURPARLERS_BASE", "https://example.org/kg/")
    settings.cache_clear()

    assert iris.article("essai.txt", "0" * 64) == "https://example.org/kg/article/87eb8347d60b474b"
    assert iris.canonical("meeting", "x").startswith("https://example.org/kg/meeting/")
    assert iris.authority("state/sirmia") == "https://w3id.org/pourparlers/id/state/sirmia"

    settings.cache_clear()


@pytest.mark.parametrize(
    "base", ["", "example.org/", "https://example.org", "https://exam ple.org/", "https://e.org/<>/"]
)
def test_a_broken_base_is_refused(base):
    with pytest.raises(PourparlersError, match="must be absolute"):
        Settings(base=base)


@pytest.mark.parametrize("jobs", ["0", "-1", "two", "²"])
def test_broken_jobs_are_refused(jobs, monkeypatch):
    monkeypatch.setenv("POURPARLERS_JOBS", jobs)
    settings.cache_clear()

    with pytest.raises(PourparlersError, match=r"jobs|JOBS"):
        settings()

    settings.cache_clear()
