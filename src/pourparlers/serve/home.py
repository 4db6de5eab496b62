"""The first page: where to begin."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from pourparlers.serve import pages


async def home(request: Request) -> Response:
    """Answer /."""
    return pages.page(request, "home.html")


ROUTES = (Route("/", home),)
