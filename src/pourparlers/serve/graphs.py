"""The SPARQL 1.1 Graph Store HTTP Protocol, each graph by its name; writing must be switched on."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from pourparlers.serve import asked, negotiate, writing
from pourparlers.serve.answers import Answer
from pourparlers.serve.frames import Job
from pourparlers.serve.problems import Refusal

METHODS = ("GET", "HEAD", "OPTIONS")
WRITING = ("PUT", "POST", "DELETE")


async def graph(request: Request) -> Response:
    """Answer /store: `?default`, `?graph=IRI`, a graph named by the address itself, or the whole dataset."""
    if request.method == "OPTIONS":
        methods = METHODS if request.app.state.writing is None else (*METHODS, *WRITING)
        return Response(status_code=204, headers={"allow": ", ".join(methods)})
    found = asked.of_url(request)
    name, direct = asked.one(found, "graph"), request.path_params.get("path")
    if (name is not None) + ("default" in found) + bool(direct) > 1:
        raise Refusal(400, "name one graph: `?default`, `?graph=IRI`, or the address of the graph itself")
    everything = name is None and "default" not in found and not direct
    if direct:
        name = str(request.url.replace(query="", fragment=""))
    if request.method in WRITING:
        return await writing.graph(request, name if name is not None or everything else "")
    pool = asked.pool(request)
    form, seconds = negotiate.named(found.get("format", ())), asked.seconds(found, pool.limits)
    tag = asked.etag(request, "graph", name, everything, form)
    headers = {"vary": "Accept, Accept-Encoding", "cache-control": "no-cache", "etag": tag}
    if asked.unchanged(request, tag):
        return Response(status_code=304, headers=headers)
    job = Job(
        kind="dump",
        text=name or "",
        values={"all": ""} if everything else {},
        accept=request.headers.get("accept", "*/*"),
        form=form,
        gzip=asked.takes_gzip(request),
        seconds=seconds,
    )
    return Answer(pool, job, headers)


ROUTES = (
    Route("/store", graph, methods=(*METHODS, *WRITING)),
    Route("/store/{path:path}", graph, methods=(*METHODS, *WRITING)),
)
