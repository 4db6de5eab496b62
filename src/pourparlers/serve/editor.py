"""The query editor: its page, the answers it shows, and what it proposes while one writes."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from pourparlers.queries import Parameter, SavedQuery, catalogue, preset
from pourparlers.serve import asked, language, pages, screen
from pourparlers.serve.answers import Answer, whole
from pourparlers.serve.completing import Counts, proposals
from pourparlers.serve.frames import Job
from pourparlers.serve.problems import Refusal
from pourparlers.settings import AUTHORITY_BASE, settings
from pourparlers.vocab import ONTOLOGY, PREFIXES

FIRST = """\
PREFIX pp: <https://w3id.org/pourparlers/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

SELECT ?date ?meeting ?participant WHERE {
  ?meeting a pp:Meeting ;
           pp:date ?date ;
           pp:participant ?participant .
}
ORDER BY ?date
LIMIT 100
"""
"""What stands in the editor before anybody has written anything."""

_BEGINS = re.compile(r"\bWHERE\s*\{|\{")

_EXAMPLES: Mapping[str, str] = {
    "actor": f"<{AUTHORITY_BASE}state/france>",
    "institution": f"<{AUTHORITY_BASE}institution/nato>",
    "meeting": f"<{AUTHORITY_BASE}gathering/arab-summit-2019-tunis>",
    "treaty": f"<{AUTHORITY_BASE}treaty/abm-treaty>",
    "place": f"<{AUTHORITY_BASE}place/2988507>",
    "iri": "pp:Meeting",
    "string": '"mot"',
    "date": '"2017-01-01"^^xsd:date',
    "integer": "10",
}


async def editor(request: Request) -> Response:
    """Answer /editor: with the query of the address, or a saved one (`saved=TOPIC/NAME`), or one to begin with."""
    found = asked.of_url(request)
    spoken = language.spoken(request)
    query, name = asked.one(found, "query"), asked.one(found, "saved")
    if query is None and name is not None:
        if name not in catalogue():
            raise Refusal(404, f"no saved query {name}; {request.base_url}queries lists them")
        query = opened(catalogue()[name], spoken)
    limits = asked.pool(request).limits
    return pages.page(
        request, "editor.html", query=FIRST if query is None else query, evidence=asked.flag(found, "evidence"),
        library=list(catalogue().values()), limits=limits,
        known={
            "bases": list(dict.fromkeys((settings().base, AUTHORITY_BASE))), "ontology": ONTOLOGY,
            "prefixes": dict(PREFIXES), "seconds": limits.seconds, "language": spoken,
        },
    )  # fmt: skip


async def saved(request: Request) -> Response:
    """Answer /editor/saved/TOPIC/NAME: the text of a saved query as the editor opens it."""
    name = f"{request.path_params['topic']}/{request.path_params['name']}"
    if name not in catalogue():
        raise Refusal(404, f"no saved query {name}")
    text = opened(catalogue()[name], language.spoken(request))
    return Response(text, media_type="application/sparql-query", headers={"vary": language.VARY})


async def answer(request: Request) -> Response:
    """Answer /editor/answer (POST of a form): what the screen shows of the answer to `query`."""
    found = asked.parameters(await asked.body(request, asked.pool(request).limits.body))
    query = asked.one(found, "query")
    if query is None:
        raise Refusal(400, "there is no query")
    pool = asked.pool(request)
    network = screen.check(query, pool.limits)
    values = {"language": language.spoken(request)}
    if asked.flag(found, "evidence"):
        values["evidence"] = "1"
    job = Job(
        kind="answer",
        text=query,
        values=values,
        base=f"{request.base_url}sparql",
        gzip=asked.takes_gzip(request),
        network=network,
        seconds=asked.seconds(found, pool.limits),
    )
    return Answer(pool, job, {"cache-control": "no-store", "vary": "Accept-Encoding, Cookie"})


async def completions(request: Request) -> Response:
    """Answer /completions: prefixes, and the classes, properties and concepts of the store with labels and counts."""
    spoken = language.spoken(request)
    tag = asked.etag(request, "completions", spoken)
    headers = {"vary": language.VARY, "cache-control": "no-cache", "etag": tag}
    if asked.unchanged(request, tag):
        return Response(status_code=304, headers=headers)
    return JSONResponse(proposals(await _counts(request), spoken), headers=headers)


def opened(query: SavedQuery, spoken: str) -> str:
    """Return a saved query as one edits it: titled, its parameters as VALUES, in a comment where they have no value."""
    lines = [_line(parameter, spoken) for parameter in query.params]
    text = "\n".join(line for line in query.sparql.splitlines() if not line.startswith("#+")).strip() + "\n"
    begins = _BEGINS.search(text)
    if begins and lines:
        text = "\n".join((text[: begins.end()], *lines)) + text[begins.end() :]
    return f"# {query.title[spoken]}\n{text}"


def _line(parameter: Parameter, spoken: str) -> str:
    term = preset(parameter)
    if term is not None:
        return f"  VALUES ?_{parameter.name} {{ {term} }}  # {parameter.label[spoken]}"
    example = _EXAMPLES.get(parameter.type, '"mot"')
    return f"  # VALUES ?_{parameter.name} {{ {example} }}  # {parameter.label[spoken]}"


async def _counts(request: Request) -> Counts:
    """Return the counts of the current generation, kept until the next one; none where counting takes too long."""
    state, pool = request.app.state, asked.pool(request)
    now = pool.generation()
    if getattr(state, "completions", (None, None))[0] != now:
        try:
            raw = await whole(pool, Job(kind="completions", seconds=pool.limits.seconds), asked.client(request))
        except Refusal as refusal:
            if refusal.problem.status == 503:
                raise
            raw = b"{}"
        state.completions = (now, Counts(**json.loads(raw)))
    counts: Counts = state.completions[1]
    return counts


ROUTES = (
    Route("/editor", editor),
    Route("/editor/saved/{topic}/{name}", saved),
    Route("/editor/answer", answer, methods=["POST"]),
    Route("/completions", completions),
)
