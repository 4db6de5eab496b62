"""The saved queries as an API: the catalogue, and each query at its own address, its parameters checked by type."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from pourparlers.queries import Parameter, SavedQuery, catalogue
from pourparlers.serve import asked, examples, negotiate, openapi
from pourparlers.serve.answers import Answer
from pourparlers.serve.asked import Parameters
from pourparlers.serve.forms import listing as form_listing
from pourparlers.serve.forms import page as form_page
from pourparlers.serve.frames import Job
from pourparlers.serve.problems import Refusal

METHODS = ("GET", "HEAD", "OPTIONS")

RESERVED = ("format", "timeout", "evidence", "lang")
"""Parameters of the address that belong to no query."""

_HTML, _JSON = "text/html", "application/json"


async def listing(request: Request) -> Response:
    """Answer /queries: the catalogue as a page, as JSON, or in RDF."""
    if request.method == "OPTIONS":
        return _options()
    form = asked.one(asked.of_url(request), "format")
    accept = request.headers.get("accept", "")
    offered = (_JSON, _HTML, *(negotiate.media_type(known) for known in negotiate.GRAPHS.values()))
    chosen = {None: negotiate.best(accept, offered), "html": _HTML, "json": _JSON}.get(form, "")
    headers = {"vary": "Accept, Accept-Language"}
    if chosen == _HTML:
        return form_listing.page(request)
    if chosen == _JSON:
        return JSONResponse([_member(request, query) for query in catalogue().values()], headers=headers)
    graph = negotiate.graphs(accept, negotiate.named([form] if form else []))
    body = examples.document(catalogue().values(), str(request.base_url), graph)
    return Response(body, headers=headers, media_type=negotiate.content_type(graph))


async def run(request: Request) -> Response:
    """Answer /queries/TOPIC/NAME: its rows in the format asked for; a page for a browser."""
    if request.method == "OPTIONS":
        return _options()
    name, _, suffix = request.path_params["name"].partition(".")
    query = catalogue().get(f"{request.path_params['topic']}/{name}")
    if query is None:
        raise Refusal(
            404, f"no saved query {request.path_params['topic']}/{name}; {request.base_url}queries lists them"
        )
    found = asked.of_url(request)
    form = suffix or asked.one(found, "format")
    values = _values(query, found)
    accept = request.headers.get("accept", "")
    media = tuple(negotiate.media_type(known) for known in negotiate.RESULTS.values())
    if form == "html" or (form is None and negotiate.best(accept, (*media, _HTML)) == _HTML):
        return await form_page.page(request, query, found, values)
    pool = asked.pool(request)
    form = negotiate.named([form] if form else [])
    tag = asked.etag(request, "saved", query.name, query.sparql, sorted(values.items()), form)
    headers = {"vary": "Accept, Accept-Encoding", "cache-control": "no-cache", "etag": tag}
    if asked.unchanged(request, tag):
        return Response(status_code=304, headers=headers)
    if suffix:
        headers["content-disposition"] = f'attachment; filename="{query.name.replace("/", "-")}.{suffix}"'
    seconds = asked.seconds(found, pool.limits)
    job = Job(
        kind="saved",
        text=query.name,
        values=values,
        accept=accept or "*/*",
        form=form,
        gzip=asked.takes_gzip(request),
        seconds=seconds,
    )
    return Answer(pool, job, headers)


async def described(request: Request) -> Response:
    """Answer /openapi.json."""
    return JSONResponse(openapi.document(list(catalogue().values()), str(request.base_url)))


def _values(query: SavedQuery, found: Parameters) -> dict[str, str]:
    known = {parameter.name for parameter in query.params}
    values: dict[str, str] = {}
    for name in found:
        if name in known or name not in RESERVED:
            value = asked.one(found, name) or ""
            # An empty field of a form is a value not given.
            if value or name not in known:
                values[name] = value
    if asked.flag(found, "evidence"):
        values[""] = ""
    return values


def _member(request: Request, query: SavedQuery) -> dict[str, object]:
    return {
        "name": query.name,
        "url": f"{request.base_url}queries/{query.name}",
        "title": dict(query.title),
        "about": dict(query.about),
        "parameters": [_parameter(parameter) for parameter in query.params],
        "columns": list(query.returns),
        "sparql": query.sparql,
    }


def _parameter(parameter: Parameter) -> dict[str, object]:
    return {
        "name": parameter.name,
        "type": parameter.type,
        "label": dict(parameter.label),
        "required": parameter.required,
        "default": parameter.default,
        "choices": list(parameter.choices),
    }


def _options() -> Response:
    return Response(status_code=204, headers={"allow": ", ".join(METHODS)})


ROUTES = (
    Route("/queries", listing, methods=METHODS),
    Route("/queries/{topic}/{name}", run, methods=METHODS),
    Route("/openapi.json", described),
)
