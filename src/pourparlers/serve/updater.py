"""The process that makes one change: it holds the store's lock, and readers see all of the change or nothing.

`python -m pourparlers.serve.updater OPTIONS` reads a change from its input and writes what came of it to its output.
"""

from __future__ import annotations

import base64
import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pyoxigraph
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, parse

from pourparlers.errors import PourparlersError, StoreLocked
from pourparlers.serve import sandbox
from pourparlers.serve.problems import Problem, Refusal
from pourparlers.store import Store, generations
from pourparlers.vocab import PREFIXES

Change = Mapping[str, str]


def main() -> None:
    """Make one change."""
    options = json.loads(sys.argv[1])
    sandbox.confine(int(options["parent"]), network=bool(options["network"]))
    sandbox.bound_time(float(options["seconds"]) + 5)
    change = json.loads(sys.stdin.buffer.read())
    try:
        found = _made(Store.open(options["folder"]), change, int(options["memory"]))
    except Refusal as refusal:
        found = refusal.problem
    except StoreLocked as error:
        found = Problem(503, str(error))
    except PourparlersError as error:
        found = Problem(500, str(error))
    sys.stdout.write(json.dumps({"status": found.status, "detail": found.detail}))


def _made(store: Store, change: Change, memory: int) -> Problem:
    # What the change creates, if anything, is known only once it is under way.
    status = [204]

    def apply(graph: pyoxigraph.Store) -> None:
        sandbox.bound_memory(memory)
        status[0] = _CHANGES[change["kind"]](graph, change)

    with store.lock():
        generations.amend(store.generations, apply)
    return Problem(status[0], "")


def _update(graph: pyoxigraph.Store, change: Change) -> int:
    try:
        graph.update(change["update"], base_iri=change["base"], prefixes=dict(PREFIXES))
    except SyntaxError as error:
        raise Refusal(400, f"the update is not valid SPARQL: {error}") from error
    except (OSError, RuntimeError, ValueError) as error:
        raise Refusal(500, f"the update cannot be made: {error}") from error
    return 204


def _put(graph: pyoxigraph.Store, change: Change) -> int:
    quads = _quads(change)  # before anything is removed
    new = _is_new(graph, change)
    if not new:
        graph.clear_graph(_graph(change))
    _add(graph, change, quads)
    return 201 if new else 204


def _post(graph: pyoxigraph.Store, change: Change) -> int:
    quads = _quads(change)
    new = _is_new(graph, change)
    _add(graph, change, quads)
    return 201 if new else 204


def _delete(graph: pyoxigraph.Store, change: Change) -> int:
    if _is_new(graph, change):
        raise Refusal(404, f"the store has no graph {change['graph']}")
    graph.remove_graph(_graph(change))
    return 204


_CHANGES: Mapping[str, Callable[[pyoxigraph.Store, Change], int]] = {
    "update": _update,
    "put": _put,
    "post": _post,
    "delete": _delete,
}


def _graph(change: Change) -> NamedNode | DefaultGraph:
    if not change["graph"]:
        return DefaultGraph()
    try:
        return NamedNode(change["graph"])
    except ValueError as error:
        raise Refusal(400, f"{change['graph']!r} is no absolute IRI: {error}") from error


def _is_new(graph: pyoxigraph.Store, change: Change) -> bool:
    node = _graph(change)
    return isinstance(node, NamedNode) and not graph.contains_named_graph(node)


def _add(graph: pyoxigraph.Store, change: Change, quads: list[Quad]) -> None:
    node = _graph(change)
    if isinstance(node, NamedNode):
        graph.add_graph(node)
    graph.extend(quads)


def _quads(change: Change) -> list[Quad]:
    node, found = _graph(change), []
    for part in json.loads(change["parts"]):
        form = RdfFormat.from_media_type(part["media"])
        if form is None:
            raise Refusal(415, f"a graph is sent as Turtle, N-Triples, RDF/XML or JSON-LD, not as {part['media']!r}")
        try:
            for quad in parse(base64.b64decode(part["raw"]), form, base_iri=change["base"], rename_blank_nodes=True):
                if not isinstance(quad.graph_name, DefaultGraph):
                    raise Refusal(400, "the body holds named graphs; one graph is written at a time")
                found.append(Quad(quad.subject, quad.predicate, quad.object, node))
        except (SyntaxError, ValueError) as error:
            raise Refusal(400, f"the body is no sound {form.name}: {error}") from error
    return found


def options(folder: Path, parent: int, seconds: float, memory: int, *, network: bool = False) -> list[str]:
    """Return the command that starts such a process; with *network*, its LOAD and SERVICE reach what they name."""
    told = {"folder": str(folder), "parent": parent, "seconds": seconds, "memory": memory, "network": network}
    return [sys.executable, "-m", __name__, json.dumps(told)]


if __name__ == "__main__":
    main()
