"""Every IRI of the graph answers at its path: a page for people, RDF for programs."""

from __future__ import annotations

import json
import re
from urllib.parse import quote, unquote, urlencode, urlsplit

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from pourparlers.serve import asked, language, negotiate, pages
from pourparlers.serve.answers import Answer, whole
from pourparlers.serve.frames import Job
from pourparlers.serve.problems import Refusal
from pourparlers.settings import AUTHORITY_BASE, settings
from pourparlers.vocab import ONTOLOGY

METHODS = ("GET", "HEAD")

_HTML = "text/html"
_SAFE = "/%=,~.:@!$&'()*+;"

# Letters outside ASCII stand in the IRIs of the graph as they are, and in an address percent-encoded.
_ENCODED = re.compile(r"(?:%[89A-Fa-f][0-9A-Fa-f])+")


async def thing(request: Request) -> Response:
    """Send on to the page of a thing or to its data (303), whichever the client takes."""
    space, rest = _space(request)
    await _known(request, space, rest)
    accept = request.headers.get("accept", "")
    media = tuple(negotiate.media_type(known) for known in negotiate.GRAPHS.values())
    chosen = negotiate.best(accept, (_HTML, *media) if "html" in accept else (*media, _HTML))
    if chosen is None:
        negotiate.graphs(accept, None)  # says which there are
    kind = "page" if chosen == _HTML else "data"
    return RedirectResponse(f"/{kind}/{space}{quote(rest, safe=_SAFE)}", 303, {"vary": "Accept"})


async def data(request: Request) -> Response:
    """Answer /data/...: all the graph says of a thing."""
    iri = await _known(request, *_space(request))
    pool = asked.pool(request)
    found = asked.of_url(request)
    form = negotiate.named(found.get("format", ()))
    tag = asked.etag(request, "thing", iri, form)
    headers = {"vary": "Accept, Accept-Encoding", "cache-control": "no-cache", "etag": tag}
    if asked.unchanged(request, tag):
        return Response(status_code=304, headers=headers)
    job = Job(
        kind="thing",
        text=iri,
        accept=request.headers.get("accept", "*/*"),
        form=form,
        gzip=asked.takes_gzip(request),
        seconds=asked.seconds(found, pool.limits),
    )
    return Answer(pool, job, headers)


async def page(request: Request) -> Response:
    """Answer /page/...: what the graph says of a thing, to be read."""
    space, rest = _space(request)
    iri = await _known(request, space, rest)
    pool = asked.pool(request)
    given = {name: found[-1] for name, found in asked.of_url(request).items() if name != language.PARAMETER}
    values = {**given, "language": language.spoken(request)}
    job = Job(kind="card", text=iri, values=values, seconds=pool.limits.seconds)
    seen = json.loads(await whole(pool, job, asked.client(request)))

    def turned(key: str, number: int) -> str:
        return f"?{urlencode({**given, key: str(number)})}"

    template = f"things/{seen['template']}.html"
    return pages.page(request, template, seen=seen, turned=turned, data=f"/data/{space}{quote(rest, safe=_SAFE)}")


async def _known(request: Request, space: str, rest: str) -> str:
    """Return the IRI that stands for a path.

    Raises:
        Refusal: the graph says nothing of it (404).
    """
    if space == "ontology":
        candidates = [ONTOLOGY + rest]
    else:
        candidates = list(dict.fromkeys(base + rest.removeprefix("/") for base in (settings().base, AUTHORITY_BASE)))
    pool = asked.pool(request)
    job = Job(
        kind="known", values={str(place): iri for place, iri in enumerate(candidates)}, seconds=pool.limits.seconds
    )
    iri: str = json.loads(await whole(pool, job, asked.client(request)))
    return iri


def _space(request: Request) -> tuple[str, str]:
    """Return which part of the graph a path lies in, and the rest of the IRI, as it is written in the graph."""
    raw = request.scope.get("raw_path") or request.url.path.encode()
    path = _ENCODED.sub(lambda match: unquote(match[0]), raw.decode("latin-1").partition("?")[0])
    for start in ("/page", "/data", _ROOT):
        if path.startswith(f"{start}/"):
            path = path.removeprefix(start)
    space, slash, rest = path.removeprefix("/").partition("/")
    if space not in {"id", "ontology"}:
        raise Refusal(404, "there is nothing here")
    return space, slash + rest


_ROOT = urlsplit(ONTOLOGY).path.rpartition("/")[0]
"""Where the IRIs live at home: `/pourparlers`. A proxy that serves them there may pass paths on as they are."""

ROUTES = (
    *(
        Route(f"{start}{space}", end, methods=METHODS)
        for space in ("/id/{rest:path}", "/ontology", "/ontology/{rest:path}")
        for start, end in (("", thing), (_ROOT, thing), ("/page", page), ("/data", data))
    ),
)
