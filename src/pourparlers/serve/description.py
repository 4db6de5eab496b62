"""What the endpoint is, in RDF: SPARQL 1.1 Service Description, with a VoID description of the dataset."""

from __future__ import annotations

import json
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Triple, serialize
from starlette.requests import Request
from starlette.responses import Response

from pourparlers.serve import asked, negotiate
from pourparlers.serve.answers import whole
from pourparlers.serve.frames import Job
from pourparlers.serve.problems import Refusal
from pourparlers.vocab import ONTOLOGY, PREFIXES

_SD = "http://www.w3.org/ns/sparql-service-description#"
_VOID = "http://rdfs.org/ns/void#"
_FORMATS = "http://www.w3.org/ns/formats/"
_XSD_INTEGER = NamedNode(PREFIXES["xsd"] + "integer")
_TYPE = NamedNode(PREFIXES["rdf"] + "type")

_RESULT_FORMATS = (
    *("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV"),
    *("Turtle", "N-Triples", "N-Quads", "TriG", "RDF_XML", "JSON-LD"),
)

Counts = dict[str, dict[str, int] | int]


async def respond(request: Request) -> Response:
    """Return the description in the RDF format the client likes best."""
    accept = _with_text(request.headers.get("accept", ""))
    form = negotiate.graphs(accept, negotiate.named(asked.of_url(request).get("format", ())))
    tag = asked.etag(request, "description", str(request.url), form.name)
    headers = {"vary": "Accept, Accept-Encoding", "cache-control": "no-cache", "etag": tag}
    if asked.unchanged(request, tag):
        return Response(status_code=304, headers=headers)
    endpoint = str(request.url.replace(query="", fragment=""))
    writable = request.app.state.writing is not None
    triples = _service(endpoint, str(request.base_url), await _counts(request), writable=writable)
    prefixes = {**PREFIXES, "sd": _SD, "void": _VOID}
    body = serialize(triples, format=form, prefixes=prefixes)
    return Response(body, headers=headers, media_type=negotiate.content_type(form))


async def _counts(request: Request) -> Counts:
    """Return the counts of the current generation, kept until the next one; none where counting takes too long."""
    state, pool = request.app.state, asked.pool(request)
    now = pool.generation()
    if getattr(state, "counted", (None, None))[0] != now:
        try:
            raw = await whole(pool, Job(kind="statistics", seconds=pool.limits.seconds), asked.client(request))
        except Refusal as refusal:
            if refusal.problem.status == 503:
                raise
            raw = b"{}"
        state.counted = (now, json.loads(raw))
    counts: Counts = state.counted[1]
    return counts


def _service(endpoint: str, root: str, counts: Counts, *, writable: bool) -> Iterator[Triple]:
    service = NamedNode(endpoint)
    dataset, default = NamedNode(f"{endpoint}#dataset"), NamedNode(f"{endpoint}#default-graph")
    yield Triple(service, _TYPE, _sd("Service"))
    yield Triple(service, _sd("endpoint"), service)
    yield Triple(service, _sd("supportedLanguage"), _sd("SPARQL11Query"))
    if writable:
        yield Triple(service, _sd("supportedLanguage"), _sd("SPARQL11Update"))
    for form in _RESULT_FORMATS:
        yield Triple(service, _sd("resultFormat"), NamedNode(_FORMATS + form))
    yield Triple(service, _sd("defaultDataset"), dataset)
    yield Triple(dataset, _TYPE, _sd("Dataset"))
    yield Triple(dataset, _TYPE, _void("Dataset"))
    yield Triple(dataset, _sd("defaultGraph"), default)
    yield Triple(dataset, _void("sparqlEndpoint"), service)
    yield Triple(dataset, _void("dataDump"), NamedNode(f"{root}store"))
    yield Triple(dataset, _void("rootResource"), NamedNode(f"{root}queries"))
    yield Triple(dataset, _void("vocabulary"), NamedNode(f"{ONTOLOGY}#"))
    yield Triple(default, _TYPE, _sd("Graph"))
    yield Triple(default, _TYPE, _void("Dataset"))
    yield from _prefixes(service, endpoint)
    yield from _counted(default, counts)


def _prefixes(service: NamedNode, endpoint: str) -> Iterator[Triple]:
    """Say which prefixes a query need not declare."""
    declare, prefix, namespace = (NamedNode(PREFIXES["sh"] + name) for name in ("declare", "prefix", "namespace"))
    for name, value in PREFIXES.items():
        node = NamedNode(f"{endpoint}#prefix-{name}")
        yield Triple(service, declare, node)
        yield Triple(node, prefix, Literal(name))
        yield Triple(node, namespace, Literal(value, datatype=NamedNode(PREFIXES["xsd"] + "anyURI")))


def _counted(default: NamedNode, counts: Counts) -> Iterator[Triple]:
    for name in ("triples",):
        if isinstance(n := counts.get(name), int):
            yield Triple(default, _void(name), _integer(n))
    for name, kind, each, amount in (
        ("classes", "classPartition", "class", "entities"),
        ("properties", "propertyPartition", "property", "triples"),
    ):
        partition = counts.get(name)
        if not isinstance(partition, dict):
            continue
        yield Triple(default, _void(name), _integer(len(partition)))
        nodes = [NamedNode(f"{default.value}-{each}-{place}") for place in range(len(partition))]
        yield from (Triple(default, _void(kind), node) for node in nodes)
        for node, (iri, n) in zip(nodes, partition.items(), strict=True):
            yield Triple(node, _void(each), NamedNode(iri))
            yield Triple(node, _void(amount), _integer(n))


def _with_text(accept: str) -> str:
    """A browser that opens the endpoint takes RDF as text rather than an error."""
    return accept + ", text/turtle;q=0.01" if "html" in accept else accept


def _sd(name: str) -> NamedNode:
    return NamedNode(_SD + name)


def _void(name: str) -> NamedNode:
    return NamedNode(_VOID + name)


def _integer(n: int) -> Literal:
    return Literal(str(n), datatype=_XSD_INTEGER)
