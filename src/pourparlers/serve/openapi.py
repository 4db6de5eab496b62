"""The API described in OpenAPI 3.1, made from the saved queries themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pourparlers import __version__
from pourparlers.names import KINDS
from pourparlers.queries import Parameter, SavedQuery
from pourparlers.serve import negotiate
from pourparlers.serve.overviews.page import CHOICES, FILTERS

Node = dict[str, object]

_FORMATS: Mapping[str, str] = {
    "iri": "An absolute IRI, or prefix:name.",
    "actor": "The name of a person or an institution, or its IRI.",
    "institution": "The name of an institution, or its IRI.",
    "meeting": "The name of a meeting, or its IRI.",
    "treaty": "The name of a treaty, or its IRI.",
    "place": "The name of a place, or its IRI.",
    "date": "A day, a month (2017-04) or a year.",
}

_TEXT: Node = {"type": "string"}


def document(saved: Sequence[SavedQuery], root: str) -> Node:
    """Return the description; *root* is the address of the server."""
    paths: dict[str, object] = {
        "/sparql": {"get": _query_by_get(), "post": _query_by_post()},
        "/store": {"get": _graph()},
        "/search": {"get": _search()},
        "/queries": {
            "get": _operation("listQueries", "The saved queries", [_format(("json", "turtle", "html"))], _catalogue())
        },
    }
    for name in FILTERS:
        paths[f"/overview/{name}"] = {"get": _overview(name)}
    paths["/completions"] = {"get": _completions()}
    for query in saved:
        paths[f"/queries/{query.name}"] = {"get": _saved(query)}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "pourparlers",
            "version": __version__,
            "summary": "News about diplomacy and war as a graph that quotes its proof.",
        },
        "servers": [{"url": root.rstrip("/")}],
        "paths": paths,
        "components": {"schemas": {"Problem": _problem()}},
    }


def _query_by_get() -> Node:
    parameters = [
        _parameter("query", _TEXT, "The query; without it, the service is described in RDF."),
        _parameter("default-graph-uri", _iris(), "Graphs that make the default graph."),
        _parameter("named-graph-uri", _iris(), "Graphs that can be named."),
        _evidence(),
        _timeout(),
        _format((*negotiate.RESULTS, *negotiate.GRAPHS)),
    ]
    return _operation("query", "A SPARQL 1.1 query", parameters, {**_tables(), **_graphs()})


def _query_by_post() -> Node:
    schema = {
        "type": "object",
        "properties": {"query": _TEXT, "default-graph-uri": _iris(), "named-graph-uri": _iris()},
        "required": ["query"],
    }
    content = {"application/sparql-query": {"schema": _TEXT}, "application/x-www-form-urlencoded": {"schema": schema}}
    found = _operation(
        "queryByPost", "A SPARQL 1.1 query in the body", [_evidence(), _timeout()], {**_tables(), **_graphs()}
    )
    return {**found, "requestBody": {"required": True, "content": content}}


def _graph() -> Node:
    parameters = [
        _parameter("graph", {"type": "string", "format": "iri"}, "The name of a graph; without it, the whole dataset."),
        {**_parameter("default", _TEXT, "The default graph."), "allowEmptyValue": True},
        _timeout(),
        _format(tuple(negotiate.GRAPHS)),
    ]
    return _operation("graph", "A graph, by its name", parameters, _graphs())


def _search() -> Node:
    parameters = [
        _parameter("q", _TEXT, "The beginnings of one or more words of a name."),
        _parameter("kind", {"type": "string", "enum": list(KINDS)}, "What it may be; several with commas between."),
        _format(("json", "html")),
    ]
    content = {"application/json": {"schema": {"type": "object", "required": ["query", "found", "total"]}}}
    return _operation("search", "What a name may mean", parameters, {**content, "text/html": {}})


def _overview(name: str) -> Node:
    told = {
        "actor": _parameter("actor", _TEXT, _FORMATS["actor"]),
        "kind": _parameter("kind", {"type": "string", "enum": list(CHOICES.get(name, ()))}, "Of what kind."),
        "from": _parameter("from", {"type": "string", "format": "date"}, "The first day of the period."),
        "to": _parameter("to", {"type": "string", "format": "date"}, "The last day of the period."),
    }
    parameters = [*(told[one] for one in FILTERS[name]), _timeout(), _format(("json", "html"))]
    content = {"application/json": {"schema": {"type": "object", "required": ["tables", "numbers"]}}, "text/html": {}}
    return _operation(f"overview-{name}", f"The overview {name}: its tables", parameters, content)


def _completions() -> Node:
    required = ["prefixes", "labels", "classes", "properties", "of_class", "of_property"]
    content = {"application/json": {"schema": {"type": "object", "required": required}}}
    return _operation("completions", "What an editor can propose: the terms of this store", [], content)


def _saved(query: SavedQuery) -> Node:
    parameters = [_of_query(parameter) for parameter in query.params]
    parameters += [_evidence(), _timeout(), _format((*negotiate.RESULTS, "html"))]
    found = _operation(query.name.replace("/", "-"), query.title["en"], parameters, {**_tables(), "text/html": {}})
    responses = found["responses"]
    assert isinstance(responses, dict)
    responses["303"] = {"description": "The page goes by an address without empty parameters."}
    return {**found, "description": query.about["en"], "tags": [query.topic]}


def _of_query(parameter: Parameter) -> Node:
    schema: Node = {"type": "integer"} if parameter.type == "integer" else {"type": "string"}
    if parameter.type == "date":
        schema["pattern"] = r"^\d{4}(-\d{2}(-\d{2})?)?$"
    if parameter.choices:
        schema["enum"] = list(parameter.choices)
    if parameter.default is not None:
        schema["default"] = int(parameter.default) if parameter.type == "integer" else parameter.default
    told = " ".join(filter(None, (f"{parameter.label['en']}.", _FORMATS.get(parameter.type))))
    return {**_parameter(parameter.name, schema, told), "required": parameter.required}


def _operation(name: str, summary: str, parameters: list[Node], content: Mapping[str, object]) -> Node:
    told: Node = {
        "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}},
        "text/plain": {},
        "text/html": {},
    }
    problem = {"content": told}
    reasons = {
        "400": "The request is wrong; `line` and `column` say where in the query.",
        "403": "The query asks for what is switched off.",
        "404": "There is no such thing.",
        "406": "There is no such format.",
        "413": "The request is too large.",
        "415": "The body is of another type.",
        "503": "Too many queries are waiting.",
        "504": "The query took too long.",
        "507": "The query needed too much memory, or its answer was too large.",
    }
    return {
        "operationId": name,
        "summary": summary,
        "parameters": parameters,
        "responses": {
            "200": {"description": "The answer.", "content": content},
            "304": {"description": "The answer that `If-None-Match` names still holds."},
            **{status: {"description": reason, **problem} for status, reason in reasons.items()},
        },
    }


def _parameter(name: str, schema: Mapping[str, object], told: str) -> Node:
    return {"name": name, "in": "query", "required": False, "description": told, "schema": dict(schema)}


def _evidence() -> Node:
    told = "Add to each row of a table the passage that proves it: words, article, offsets, link."
    return _parameter("evidence", {"type": "boolean"}, told)


def _timeout() -> Node:
    return _parameter("timeout", {"type": "number", "minimum": 0.01}, "Seconds it may take, below the server's.")


def _format(names: Sequence[str]) -> Node:
    return _parameter("format", {"type": "string", "enum": list(names)}, "The format, which goes before `Accept`.")


def _tables() -> Node:
    return {negotiate.media_type(known): {} for known in negotiate.RESULTS.values()}


def _graphs() -> Node:
    return {negotiate.media_type(known): {} for known in negotiate.GRAPHS.values()}


def _catalogue() -> Node:
    return {
        "application/json": {"schema": {"type": "array", "items": {"type": "object"}}},
        "text/html": {},
        **_graphs(),
    }


def _iris() -> Node:
    return {"type": "array", "items": {"type": "string", "format": "iri"}}


def _problem() -> Node:
    whole: Node = {"type": "integer"}
    return {
        "type": "object",
        "properties": {"title": _TEXT, "status": whole, "detail": _TEXT, "line": whole, "column": whole},
        "required": ["title", "status", "detail"],
    }
