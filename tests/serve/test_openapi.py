"""The description in OpenAPI is true: schemathesis makes requests from it, fitting and unfitting ones."""

from __future__ import annotations

import schemathesis
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    negative_data_rejection,
    positive_data_acceptance,
    unsupported_method,
)

from pourparlers import queries
from pourparlers.serve import openapi

LATE = {503, 504, 507}
"""What a query may be answered that asks for too much: `timeout=0.01`, for example."""

SPARQL = [
    "SELECT * { ?s ?p ?o } LIMIT 9",
    "ASK { ?meeting a pp:Meeting }",
    "CONSTRUCT WHERE { ?s a ?class } LIMIT 9",
    "DESCRIBE pp:Meeting",
    "SELECT ?x { SERVICE <http://127.0.0.1:9/> { ?x ?y ?z } }",
    "INSERT DATA { pp:a pp:b pp:c }",
]
schemathesis.openapi.media_type("application/sparql-query", st.sampled_from([q.encode() for q in SPARQL]) | st.binary())


@schemathesis.serializer("application/sparql-query")
def as_it_is(_context, value):
    return value if isinstance(value, bytes) else str(value).encode()


DESCRIBED = openapi.document(list(queries.catalogue().values()), "http://localhost")

# Systematic requests for what is written by hand; the saved queries come from one piece of code, and need but a few each.
interface = schemathesis.openapi.from_dict(DESCRIBED).exclude(path_regex="^/queries/")
saved = schemathesis.openapi.from_dict(DESCRIBED).include(path_regex="^/queries/")
saved.config.phases.coverage.enabled = False

FEW = settings(
    max_examples=6,
    derandomize=True,
    deadline=None,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def check(case, root):
    response = case.call(base_url=root)
    # No schema says which words are SPARQL, or the name of somebody in the graph.
    excluded = [positive_data_acceptance, negative_data_rejection]
    if response.status_code in LATE:
        excluded.append(not_a_server_error)
    if case.path == "/store":
        excluded.append(unsupported_method)  # whether it can be written to is said when the server starts
    case.validate_response(response, excluded_checks=excluded)


@interface.parametrize()
@FEW
def test_the_interface_is_as_described(case, server):
    check(case, server.root)


@saved.parametrize()
@FEW
def test_saved_queries_are_as_described(case, server):
    check(case, server.root)


def test_the_server_gives_this_description(server):
    assert server.client.get("/openapi.json").json() == openapi.document(
        list(queries.catalogue().values()), f"{server.root}/"
    )
