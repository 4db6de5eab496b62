"""Tests of queries: syntax, evaluation, formats of results. Each returns None, or why it fails."""

from __future__ import annotations

import re
from urllib.parse import urljoin

import answers
from manifests import MF, QT, RDFS, Case
from pyoxigraph import QueryResultsFormat, RdfFormat
from scratch import Scratch

_FROM = re.compile(r"\bFROM\s+(?:NAMED\s+)?<([^>]*)>", re.IGNORECASE)
_ACCEPT = {".csv": "text/csv", ".tsv": "text/tab-separated-values", ".srj": "application/sparql-results+json"}


def syntax(scratch: Scratch, case: Case) -> str | None:
    iri = case.node.value(MF + "action")
    text = scratch.path(iri).read_bytes().decode()
    response = scratch.ask(f"BASE <{iri}>\n{text}", "*/*")
    if case.kind.startswith("Positive"):
        return None if response.status_code != 400 else f"rejected ({response.status_code}): {_line(response.text)}"
    return None if response.status_code == 400 else f"accepted ({response.status_code})"


def evaluation(scratch: Scratch, case: Case) -> str | None:
    action = case.node.one(MF + "action")
    iri = action.value(QT + "query")
    text = scratch.path(iri).read_bytes().decode()
    scratch.hold(_dataset(scratch, case, iri, text), again=False)
    expected_iri = case.node.value(MF + "result")
    path = scratch.path(expected_iri)
    accept = _ACCEPT.get(path.suffix, "application/sparql-results+xml, application/n-triples;q=0.9")
    response = scratch.ask(f"BASE <{iri}>\n{text}", accept)
    if response.status_code != 200:
        return f"{response.status_code}: {_line(response.text)}"
    if path.suffix == ".csv":
        return (
            None if answers.same_csv(response.content, path.read_bytes()) else _csv(response.content, path.read_bytes())
        )
    expected = answers.of_file(path, expected_iri)
    media = response.headers["content-type"].partition(";")[0]
    table = QueryResultsFormat.from_media_type(media)
    got = (
        answers.table(response.content, table)
        if table is not None
        else answers.graph(response.content, RdfFormat.from_media_type(media), iri)
    )
    return _compared(got, expected)


def _compared(got: object, expected: object) -> str | None:
    if isinstance(got, bool) or isinstance(expected, bool):
        return None if got is expected else f"the answer is {got}, expected {expected}"
    if expected and not isinstance(expected[0], dict):
        return None if answers.canonical(got) == answers.canonical(expected) else "another graph"
    if answers.same_rows(got, expected):
        return None
    if answers.same_rows(answers.stored(got), answers.stored(expected)):
        return "same values, other spelling: the store writes numbers and dates in one form each"
    return (
        f"{len(got)} rows, expected {len(expected)}"
        if len(got) != len(expected)
        else f"other rows: {got[:1]} for {expected[:1]}"
    )


def _dataset(scratch: Scratch, case: Case, iri: str, text: str) -> list[tuple[str | None, str]]:
    action = case.node.one(MF + "action")
    graphs: list[tuple[str | None, str]] = [(None, node.text) for node in action.all(QT + "data")]
    for node in action.all(QT + "graphData"):
        file = node.one(QT + "graph")
        graphs.append((node.value(RDFS + "label") or file.text, file.text) if file else (node.text, node.text))
    if not graphs:  # the query names its dataset itself
        named = (urljoin(iri, found) for found in _FROM.findall(text))
        graphs = [(name, name) for name in dict.fromkeys(named) if scratch.path(name).is_file()]
    return sorted(graphs, key=str)


def _csv(got: bytes, expected: bytes) -> str:
    other = [line for line in expected.split(b"\r\n") if line not in got.split(b"\r\n")]
    return f"other CSV; missing, in the first place: {other[:1]}"


def _line(text: str) -> str:
    return " ".join(text.split())[:160]
