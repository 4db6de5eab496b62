"""The search: `/search?q=` as a page, and as JSON for whoever suggests while one types."""

from __future__ import annotations

import json
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from pourparlers.names import KINDS
from pourparlers.serve import asked, language, negotiate, pages
from pourparlers.serve.answers import whole
from pourparlers.serve.frames import Job
from pourparlers.serve.problems import Refusal

SUGGESTED, LISTED = 10, 100
"""Things a suggestion offers, and things the page lists, at most; both say how many there are."""

_LONGEST = 300
_HTML, _JSON = "text/html", "application/json"


async def search(request: Request) -> Response:
    """Answer /search: what `q` may mean, of the kinds `kind` (several with commas), as a page or in JSON."""
    given = asked.of_url(request)
    typed = (asked.one(given, "q") or "")[:_LONGEST]
    kinds = _kinds(given)
    form = asked.one(given, "format")
    if form not in {None, "html", "json"}:
        raise Refusal(406, f"there is no format {form!r}; there are: html, json")
    chosen = negotiate.best(request.headers.get("accept", ""), (_JSON, _HTML))
    if form == "html" or (form is None and chosen == _HTML):
        return await _page(request, typed, kinds)
    spoken = language.spoken(request)
    tag = asked.etag(request, "search", typed, kinds, spoken)
    headers = {"vary": language.VARY, "cache-control": "no-cache", "etag": tag}
    if asked.unchanged(request, tag):
        return Response(status_code=304, headers=headers)
    seen = await look_up(request, typed, kinds, spoken, SUGGESTED)
    return JSONResponse({"query": typed, **seen}, headers=headers)


async def look_up(request: Request, typed: str, kinds: list[str], spoken: str, limit: int) -> dict[str, Any]:
    """Return what a worker finds: `found`, each thing with its address, and `total`."""
    if not typed.strip():
        return {"found": [], "total": 0}
    pool = asked.pool(request)
    values = {"kinds": ",".join(kinds), "language": spoken, "limit": str(limit)}
    job = Job(kind="search", text=typed, values=values, seconds=pool.limits.seconds)
    seen: dict[str, Any] = json.loads(await whole(pool, job, asked.client(request)))
    for thing in seen["found"]:
        thing["url"] = pages.link(thing["iri"])
    return seen


async def _page(request: Request, typed: str, kinds: list[str]) -> Response:
    seen = await look_up(request, typed, kinds, language.spoken(request), LISTED)
    return pages.page(request, "search.html", typed=typed, kinds=kinds, every=list(KINDS), seen=seen)


def _kinds(given: asked.Parameters) -> list[str]:
    kinds = [kind for value in given.get("kind", ()) for kind in value.split(",") if kind]
    for kind in kinds:
        if kind not in KINDS:
            raise Refusal(400, f"there is no kind {kind!r}; there are: {', '.join(KINDS)}")
    return list(dict.fromkeys(kinds))


ROUTES = (Route("/search", search, methods=("GET", "HEAD")),)
