"""The application: its addresses, and what surrounds them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount

from pourparlers.serve import editor, graphs, home, metrics, pages, protocol, saved, search, things
from pourparlers.serve.answers import explained
from pourparlers.serve.assets import Assets
from pourparlers.serve.headers import Guarded
from pourparlers.serve.limits import Limits
from pourparlers.serve.overviews import page as overviews
from pourparlers.serve.pool import Pool
from pourparlers.serve.problems import Problem, Refusal
from pourparlers.serve.writing import Writing

ROUTES = (
    *protocol.ROUTES,
    *graphs.ROUTES,
    *saved.ROUTES,
    *things.ROUTES,
    *home.ROUTES,
    *overviews.ROUTES,
    *search.ROUTES,
    *editor.ROUTES,
    *metrics.ROUTES,
    Mount("/static", Assets(directory=pages.STATIC)),
)

_MIDDLEWARE = (
    Middleware(Guarded),
    # Reading is open to every page of the web; the one cookie there is says a language.
    Middleware(
        CORSMiddleware,
        allow_origins=["*"],
        allow_methods=["GET", "HEAD", "POST", "OPTIONS"],
        allow_headers=["*"],
        expose_headers=["ETag", "Retry-After", "Content-Disposition", "Link"],
    ),
    Middleware(GZipMiddleware, minimum_size=1024),
)


def application(index: Path, limits: Limits, writing: Writing | None = None) -> Starlette:
    """Return the application that answers from the store whose generations lie in *index*; None: it only reads."""
    pool = Pool(index, limits)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        await pool.start()
        try:
            yield
        finally:
            await pool.close()

    app = Starlette(
        routes=list(ROUTES),
        middleware=_MIDDLEWARE,
        exception_handlers={Refusal: _refused, HTTPException: _failed},
        lifespan=lifespan,
    )
    app.state.pool = pool
    app.state.writing = writing
    return app


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, Refusal)
    return explained(request, error.problem)


async def _failed(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    response = explained(request, Problem(error.status_code, error.detail))
    response.headers.update(error.headers or {})
    return response
