"""The SPARQL 1.1 Protocol: queries by GET and POST; without a query, the description of the service."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from pourparlers.serve import asked, description, negotiate, screen, writing
from pourparlers.serve.answers import Answer
from pourparlers.serve.asked import Parameters
from pourparlers.serve.frames import Job
from pourparlers.serve.problems import Refusal

METHODS = ("GET", "HEAD", "POST", "OPTIONS")

QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"


async def sparql(request: Request) -> Response:
    """Answer /sparql."""
    if request.method == "OPTIONS":
        return Response(status_code=204, headers={"allow": ", ".join(METHODS)})
    url = asked.of_url(request)
    if request.method == "POST":
        found, query, update = await _posted(request, url)
        if update is not None:
            return await writing.update(request, found, update)
    else:
        if "update" in url:
            raise Refusal(400, "an update is never sent by GET")
        found, query = url, asked.one(url, "query")
        if query is None:
            return await description.respond(request)
    if query is None:
        raise Refusal(400, "there is no query; send it as the parameter `query`, or as a body of type " + QUERY)
    return respond(request, found, query)


def respond(request: Request, found: Parameters, query: str) -> Response:
    """Return the answer to a query, with the parameters of the request."""
    pool = asked.pool(request)
    network = screen.check(query, pool.limits)
    default, named = list(found.get("default-graph-uri", ())), list(found.get("named-graph-uri", ()))
    form, seconds = negotiate.named(found.get("format", ())), asked.seconds(found, pool.limits)
    evidence = asked.flag(found, "evidence")
    base = asked.address(request)
    tag = asked.etag(request, query, default, named, form, evidence, base)
    headers = {"vary": "Accept, Accept-Encoding", "cache-control": "no-cache"}
    if not network and not screen.volatile(query):
        headers["etag"] = tag
        if asked.unchanged(request, tag):
            return Response(status_code=304, headers=headers)
    job = Job(
        kind="sparql",
        text=query,
        values={"evidence": "1"} if evidence else {},
        graphs=(default, named) if default or named else None,
        accept=request.headers.get("accept", "*/*"),
        form=form,
        base=base,
        gzip=asked.takes_gzip(request),
        network=network,
        seconds=seconds,
    )
    return Answer(pool, job, headers)


async def _posted(request: Request, url: Parameters) -> tuple[Parameters, str | None, str | None]:
    """Return the parameters, the query and the update that were sent."""
    kind = asked.media(request)
    raw = await asked.body(request, asked.pool(request).limits.body)
    if kind == asked.FORM:
        form = asked.parameters(raw)
        # Clients put the dataset in either place.
        found = {name: [*url.get(name, ()), *form.get(name, ())] for name in dict.fromkeys([*url, *form])}
        return found, asked.one(found, "query"), asked.one(form, "update")
    if kind in {QUERY, UPDATE}:
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError as error:
            raise Refusal(400, f"the body is not UTF-8: {error}") from error
        return (url, text, None) if kind == QUERY else (url, None, text)
    raise Refusal(415, f"a query is sent as {asked.FORM} or as {QUERY}, not as {kind or 'a body without a type'}")


ROUTES = (Route("/sparql", sparql, methods=METHODS), Route("/sparql/", sparql, methods=METHODS))
