"""The first page: the search, how much there is, the latest, and where an analyst may begin."""

from __future__ import annotations

import json
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from pourparlers.queries import catalogue
from pourparlers.serve import asked, pages
from pourparlers.serve.answers import whole
from pourparlers.serve.frames import Job

BEGINNINGS = (
    "meetings/between",
    "meetings/witnesses",
    "statements/by-actor",
    "statements/exchanges",
    "treaties/accusations",
    "actors/timeline",
    "evidence/claimed-only",
    "articles/without-facts",
)
"""Saved queries the first page offers."""


async def home(request: Request) -> Response:
    """Answer /."""
    known = catalogue()
    beginnings = [known[name] for name in BEGINNINGS]
    return pages.page(request, "home.html", seen=await _welcome(request), beginnings=beginnings)


async def _welcome(request: Request) -> dict[str, Any]:
    """Return what `welcoming.welcome` tells, counted once for each generation: a large graph takes a second."""
    pool = asked.pool(request)
    now = pool.generation()
    kept: tuple[object, dict[str, Any]] | None = getattr(request.app.state, "welcome", None)
    if kept is None or kept[0] != now:
        job = Job(kind="welcome", seconds=pool.limits.seconds)
        kept = now, json.loads(await whole(pool, job, asked.client(request)))
        request.app.state.welcome = kept
    return kept[1]


ROUTES = (Route("/", home),)
