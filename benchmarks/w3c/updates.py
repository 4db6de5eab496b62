"""Tests of updates: syntax, and what the store holds afterwards."""

from __future__ import annotations

import answers
from manifests import MF, RDFS, UT, Case, Node
from pyoxigraph import CanonicalizationAlgorithm, Dataset, DefaultGraph, NamedNode, Quad, RdfFormat, parse
from scratch import TOKEN, Scratch


def syntax(scratch: Scratch, case: Case) -> str | None:
    iri = case.node.value(MF + "action")
    scratch.hold([], again=False)
    code, text = _sent(scratch, iri)
    if case.kind.startswith("Positive"):
        return None if code != 400 else f"rejected ({code}): {text}"  # 403: read, and not done
    return None if code in {400, 403} else f"accepted ({code})"


def evaluation(scratch: Scratch, case: Case) -> str | None:
    action, result = case.node.one(MF + "action"), case.node.one(MF + "result")
    scratch.hold(_graphs(action))
    code, text = _sent(scratch, action.value(UT + "request"))
    if code >= 300:
        return f"{code}: {text}"
    response = scratch.client.get(f"{scratch.root}/store", headers={"accept": "application/n-quads"})
    got = _canonical(parse(response.content, RdfFormat.N_QUADS))
    expected = _canonical(_expected(scratch, _graphs(result)))
    return None if got == expected else f"another dataset: {sorted(got ^ expected)[:2]}"


def _sent(scratch: Scratch, iri: str) -> tuple[int, str]:
    text = f"BASE <{iri}>\n{scratch.path(iri).read_text('utf-8')}"
    headers = {"content-type": "application/sparql-update", "authorization": f"Bearer {TOKEN}"}
    response = scratch.client.post(f"{scratch.root}/sparql", content=text.encode(), headers=headers)
    if response.status_code < 300:
        scratch.forget()
    return response.status_code, " ".join(response.text.split())[:160]


def _graphs(node: Node | None) -> list[tuple[str | None, str]]:
    if node is None or node.is_literal:
        return []
    default = [(None, found.text) for found in node.all(UT + "data")]
    named = node.all(UT + "graphData")
    return [
        *default,
        *((found.value(RDFS + "label"), found.value(UT + "graph") or found.value(UT + "data")) for found in named),
    ]


def _expected(scratch: Scratch, graphs: list[tuple[str | None, str]]) -> list[Quad]:
    return [quad for name, iri in graphs for quad in _quads(scratch, name, iri)]


def _quads(scratch: Scratch, name: str | None, iri: str) -> list[Quad]:
    path = scratch.path(iri)
    graph = NamedNode(name) if name is not None else DefaultGraph()
    triples = answers.graph(path.read_bytes(), RdfFormat.from_extension(path.suffix[1:]), iri)
    return [Quad(triple.subject, triple.predicate, triple.object, graph) for triple in triples]


def _canonical(quads) -> set[str]:
    dataset = Dataset(quads)
    dataset.canonicalize(CanonicalizationAlgorithm.UNSTABLE)
    return set(map(str, dataset))
