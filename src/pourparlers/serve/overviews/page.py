"""The pages of the overviews."""

from __future__ import annotations

import json
from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from pourparlers.serve import asked, language, negotiate, pages
from pourparlers.serve.answers import whole
from pourparlers.serve.frames import Job
from pourparlers.serve.overviews.events import KINDS
from pourparlers.serve.overviews.network import ACTORS
from pourparlers.serve.problems import Refusal

FILTERS: Mapping[str, tuple[str, ...]] = {
    "timeline": ("actor", "kind", "from", "to"),
    "network": ("actor", "kind", "from", "to"),
    "map": ("actor", "from", "to"),
    "coverage": (),
}
"""The overviews by name, and the filters of each."""

CHOICES: Mapping[str, tuple[str, ...]] = {"timeline": tuple(KINDS), "network": tuple(ACTORS)}
"""What the filter `kind` of an overview may be."""

_HTML, _JSON = "text/html", "application/json"


async def overview(request: Request) -> Response:
    """Answer /overview/NAME: a page, or its tables in JSON."""
    name = request.path_params["name"]
    if name not in FILTERS:
        raise Refusal(404, f"there is no overview {name!r}; there are {', '.join(FILTERS)}")
    found = asked.of_url(request)
    values = {one: value for one in FILTERS[name] if (value := asked.one(found, one))}
    if values.get("kind", "") not in {"", *CHOICES.get(name, ())}:
        raise Refusal(400, f"kind={values['kind']!r} is none of {', '.join(CHOICES[name])}")
    spoken = language.spoken(request)
    pool = asked.pool(request)
    job = Job(
        kind="overview", text=name, values={**values, "language": spoken}, seconds=asked.seconds(found, pool.limits)
    )
    form = asked.one(found, "format")
    if form not in {None, "html", "json"}:
        raise Refusal(406, f"there is no format {form!r}; there are: html, json")
    if form == "json" or (form is None and negotiate.best(request.headers.get("accept", ""), (_HTML, _JSON)) == _JSON):
        return JSONResponse(json.loads(await whole(pool, job, asked.client(request))), headers={"vary": language.VARY})
    seen = trouble = None
    try:
        seen = json.loads(await whole(pool, job, asked.client(request)))
    except Refusal as refusal:  # above all a name that nobody or several bear: the filters stay on the page
        trouble = refusal.problem
    return pages.page(
        request, "overview.html", status=trouble.status if trouble else 200, name=name, seen=seen, trouble=trouble,
        filters=FILTERS[name], values=values, kinds=CHOICES.get(name, ()),
    )  # fmt: skip


ROUTES = (Route("/overview/{name}", overview),)
