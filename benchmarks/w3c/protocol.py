"""Tests of the protocols: the requests written in the manifests, sent as they are."""

from __future__ import annotations

from urllib.parse import quote, urljoin

import answers
import httpx
from manifests import CNT, HT, MF, RDFS, UT, Case, Node
from pyoxigraph import NamedNode, QueryResultsFormat, RdfFormat
from scratch import TOKEN, Scratch

_STATUS = {"OK": 200, "Created": 201, "NoContent": 204, "BadRequest": 400, "NotFound": 404}
_SD = "http://www.w3.org/ns/sparql-service-description#"


def requests(scratch: Scratch, case: Case) -> str | None:
    """Send the requests of a test in order."""
    loaded = [(node.value(RDFS + "label"), node.value(UT + "graph")) for node in case.node.all(UT + "graphData")]
    scratch.hold(loaded)
    location = ""
    for number, request in enumerate(case.node.one(MF + "action").items(HT + "requests"), 1):
        response, url = _sent(scratch, request, location)
        location = urljoin(url, response.headers.get("location", location))
        wrong = _wrong(request, response, url)
        if wrong is not None:
            return f"request {number}, {response.request.method}: {wrong}"
    return None


def description(scratch: Scratch, case: Case) -> str | None:
    """Ask the endpoint what it is."""
    endpoint = f"{scratch.root}/sparql"
    response = scratch.client.get(endpoint, headers={"accept": "text/turtle"})
    triples = answers.graph(response.content, RdfFormat.TURTLE, endpoint)
    pairs = {(t.predicate.value, t.object) for t in triples}
    wanted = {
        "returns-rdf": bool(triples),
        "has-endpoint-triple": (f"{_SD}endpoint", NamedNode(endpoint)) in pairs,
        "conforms-to-schema": any(term == NamedNode(f"{_SD}Service") for _, term in pairs),
    }
    return None if wanted[case.node.text.rpartition("#")[2]] else "it is not so"


def _sent(scratch: Scratch, request: Node, location: str) -> tuple[httpx.Response, str]:
    method, path = request.value(HT + "methodName"), request.value(HT + "absolutePath") or ""
    path = path.replace("$LOCATION$", quote(location, safe="")).replace("$GRAPHSTORE$", "/gsp")
    headers = [(h.value(HT + "fieldName"), h.value(HT + "fieldValue")) for h in request.items(HT + "headers")]
    body = request.one(HT + "body")
    content = b""
    if body is not None:
        encoding = body.value(CNT + "characterEncoding") or "utf-8"
        content = (body.value(CNT + "chars") or "").encode(encoding)
    place, mark, search = path.partition("?")
    place = place.replace("/gsp", "/store", 1) if place.startswith("/gsp") else place
    url = (f"{scratch.root}{place}" if place else location) + mark + search
    headers.append(("authorization", f"Bearer {TOKEN}"))
    return scratch.client.request(method, url, content=content, headers=headers), url


def _wrong(request: Node, response: httpx.Response, url: str) -> str | None:
    expected = request.one(HT + "resp")
    if expected is None:
        return None
    statuses = [node.text.rpartition("#")[2] for node in expected.all(MF + "expectedStatus")]
    if statuses and not any(_fits(response.status_code, status) for status in statuses):
        return (
            f"status {response.status_code}, expected {' or '.join(statuses)}: {' '.join(response.text.split())[:120]}"
        )
    media = response.headers.get("content-type", "").partition(";")[0]
    boolean, form = expected.value(MF + "expectedBoolean"), expected.value(MF + "expectedFormat")
    if form == "RDF" and RdfFormat.from_media_type(media) is None:
        return f"{media} is no RDF"
    if form in {"boolean", "tabular"} and QueryResultsFormat.from_media_type(media) is None:
        return f"{media} is no table"
    if boolean is not None:
        got = answers.table(response.content, QueryResultsFormat.from_media_type(media))
        return None if got is (boolean == "true") else f"the answer is {got}, expected {boolean}"
    return _body(expected, response, media, url)


def _body(expected: Node, response: httpx.Response, media: str, url: str) -> str | None:
    body = expected.one(HT + "body")
    chars = body.value(CNT + "chars") if body is not None else None
    if chars is None or response.request.method != "GET" or response.status_code != 200:
        return None
    wanted = answers.graph(chars.encode(), RdfFormat.TURTLE, url)
    got = answers.graph(response.content, RdfFormat.from_media_type(media), url)
    return None if answers.canonical(got) == answers.canonical(wanted) else "another graph"


def _fits(code: int, status: str) -> bool:
    return code == _STATUS[status] if status in _STATUS else str(code)[0] == status.removeprefix("StatusCode")[0]
