"""One saved query as a page: its form, and what it answers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from pourparlers.queries import Parameter, SavedQuery
from pourparlers.queries.parameters import NAMED
from pourparlers.serve import asked, language, pages
from pourparlers.serve.answers import whole
from pourparlers.serve.asked import Parameters
from pourparlers.serve.forms.filled import EVIDENCE, LANGUAGE, bare
from pourparlers.serve.forms.tabled import tabled
from pourparlers.serve.frames import Job
from pourparlers.serve.problems import Refusal

KINDS: Mapping[str, str] = {kind: "person,institution" if kind == "actor" else kind for kind in NAMED}
"""By type of parameter, the kinds of things its field suggests."""


FORMATS = ("csv", "tsv", "json", "xml")
"""Files one can download, those that spreadsheets open first; a saved query has rows, never a graph."""


async def page(request: Request, query: SavedQuery, found: Parameters, values: Mapping[str, str]) -> Response:
    """Return the page of a query with what its fields hold: its rows, or what is wrong with the fields.

    Args:
        request: which asks for it.
        query: the saved query.
        found: the parameters of the address.
        values: those of the query, without empty ones; under `EVIDENCE` anything if proof is wanted.

    Raises:
        Refusal: a value belongs to no parameter (400).
    """
    if any(not value for several in found.values() for value in several):
        # What a form sends for fields left empty: the address that one shares goes without.
        kept = urlencode([(name, value) for name, several in found.items() for value in several if value])
        return RedirectResponse(f"{request.url.path}{'?' if kept else ''}{kept}", 303)
    for name in values:
        if name != EVIDENCE and name not in {parameter.name for parameter in query.params}:
            raise Refusal(400, f"{query.name} has no parameter {name!r}")
    pool = asked.pool(request)
    job = Job(
        kind="form",
        text=query.name,
        values={**values, LANGUAGE: language.spoken(request)},
        seconds=asked.seconds(found, pool.limits),
    )
    told: dict[str, Any] = json.loads(await whole(pool, job, asked.client(request)))
    wrong = any("trouble" in field for field in told["fields"].values())
    return pages.page(
        request,
        "query.html",
        status=400 if wrong else 200,
        query=query,
        fields=[_field(parameter, values, told) for parameter in query.params],
        wrong=wrong,
        proof=EVIDENCE in values,
        table=tabled(told["table"]) if told["table"] else None,
        sparql=told["sparql"] or bare(query.sparql),
        empty=told["empty"],
        downloads=_search(values),
        formats=FORMATS,
        looser=[(parameter, _search(_without(values, parameter.name))) for parameter in _given(query, values)],
    )


def _field(parameter: Parameter, values: Mapping[str, str], told: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the template shows of one field."""
    about = told["fields"].get(parameter.name, {})
    return {
        "of": parameter,
        "value": values.get(parameter.name, ""),
        "iri": about.get("iri"),
        "name": about.get("name"),
        "trouble": about.get("trouble"),
        "candidates": [
            (one["label"], one["iri"], _search({**values, parameter.name: one["iri"]}))
            for one in about.get("candidates", ())
        ],
        "more": about.get("more", 0),
        "choices": told["choices"].get(parameter.name, {}),
        "suggest": KINDS.get(parameter.type),
    }


def _given(query: SavedQuery, values: Mapping[str, str]) -> list[Parameter]:
    """Return the parameters that narrow an answer and may be left out, those of time first."""
    given = [parameter for parameter in query.params if parameter.name in values and not parameter.required]
    return sorted(given, key=lambda parameter: parameter.type != "date")


def _without(values: Mapping[str, str], name: str) -> dict[str, str]:
    return {key: value for key, value in values.items() if key != name}


def _search(values: Mapping[str, str]) -> str:
    """Return the part of an address after the `?`."""
    return urlencode({name or "evidence": value or "1" for name, value in values.items()})
