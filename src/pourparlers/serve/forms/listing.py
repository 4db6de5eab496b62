"""The catalogue of the saved queries as a page: by topic, all or those that hold some words."""

from __future__ import annotations

from itertools import groupby

from starlette.requests import Request
from starlette.responses import Response

from pourparlers.authority.folding import fold
from pourparlers.queries import SavedQuery, catalogue
from pourparlers.serve import asked, language, pages


def page(request: Request) -> Response:
    """Return the page; `q` keeps the queries whose title, description or name hold all its words."""
    typed = asked.one(asked.of_url(request), "q") or ""
    spoken = language.spoken(request)
    kept = [query for query in catalogue().values() if holds(query, typed, spoken)]
    topics = [(topic, list(members)) for topic, members in groupby(kept, key=lambda query: query.topic)]
    return pages.page(request, "catalogue.html", topics=topics, typed=typed, every=len(catalogue()))


def holds(query: SavedQuery, typed: str, spoken: str) -> bool:
    """Tell whether a query is about the words typed, in the language of the page."""
    text = fold(f"{query.title[spoken]} {query.about[spoken]} {query.name}")
    return all(word in text for word in fold(typed).split())
