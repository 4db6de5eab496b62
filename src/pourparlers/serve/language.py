"""In which language a page is: as its address says, else as the reader once chose, else as the browser would rather.

`?lang=en` on any page shows that page in English and is remembered in the cookie `lang`, which means nothing else;
pages therefore vary by Cookie and Accept-Language.
"""

from __future__ import annotations

from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from pourparlers.queries.header import LANGUAGES
from pourparlers.serve.asked import of_url
from pourparlers.serve.problems import Refusal

PARAMETER = "lang"
COOKIE = "lang"
VARY = "Accept, Accept-Language, Cookie"

_YEAR = 365 * 24 * 3600


def spoken(request: Request) -> str:
    """Return "fr" or "en": the language of the page; French where nobody says anything."""
    return _chosen(request) or _remembered(request) or _preferred(request)


def remember(request: Request, response: Response) -> None:
    """Have the browser keep a language that the address names."""
    chosen = _chosen(request)
    if chosen is not None and chosen != _remembered(request):
        response.set_cookie(COOKIE, chosen, max_age=_YEAR, samesite="lax")


def switches(request: Request) -> dict[str, str]:
    """Return the address of this very page in each language."""
    try:
        given = of_url(request)
    except Refusal:  # the page that says so has a switch too
        given = {}
    kept = [(name, value) for name, values in given.items() if name != PARAMETER for value in values]
    return {language: f"?{urlencode([*kept, (PARAMETER, language)])}" for language in LANGUAGES}


def _chosen(request: Request) -> str | None:
    named = request.query_params.getlist(PARAMETER)
    return named[-1] if named and named[-1] in LANGUAGES else None


def _remembered(request: Request) -> str | None:
    kept = request.cookies.get(COOKIE)
    return kept if kept in LANGUAGES else None


def _preferred(request: Request) -> str:
    for item in request.headers.get("accept-language", "").lower().split(","):
        language = item.split(";")[0].strip()[:2]
        if language in LANGUAGES:
            return language
    return LANGUAGES[0]
