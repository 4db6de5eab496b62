"""Style sheets, scripts and pictures of the pages.

Browsers may keep them but ask each time whether they still hold (`no-cache`, and an ETag from the file). So a new
version of pourparlers never meets half of the old one: modules that import each other by name always fit together.
On this machine or the next the question costs less than a millisecond.
"""

from __future__ import annotations

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope


class Assets(StaticFiles):
    """The files of a folder, to be asked for again."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Return a file."""
        response = await super().get_response(path, scope)
        response.headers["cache-control"] = "no-cache"
        return response
