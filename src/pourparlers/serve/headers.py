"""Headers of every answer: what comes from an article is shown, never run, framed, or taken for something else."""

from __future__ import annotations

from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)
"""Scripts come from our own files alone. Styles may stand in the page: the query editor and the charts write them."""

_SET = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-resource-policy", b"cross-origin"),
)


class Guarded:
    """Adds the headers; a page that needs others sets them itself."""

    def __init__(self, app: ASGIApp) -> None:
        """Guard the answers of *app*."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                there = {name for name, _ in message["headers"]}
                message["headers"] = [*message["headers"], *(header for header in _SET if header[0] not in there)]
            await send(message)

        await self._app(scope, receive, guarded if scope["type"] == "http" else send)
