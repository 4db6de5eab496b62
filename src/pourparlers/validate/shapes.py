"""The shapes: which files look at what, and their messages in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import rdflib
from rdflib.namespace import SH

from pourparlers.resources import folder

_HOUSE_STYLE = "house-style"


def for_graph() -> tuple[Path, ...]:
    """Return the shapes that a graph of facts must meet."""
    return tuple(path for path in sorted(folder("shapes").glob("*.ttl")) if path.stem != _HOUSE_STYLE)


def for_ontology() -> tuple[Path, ...]:
    """Return the shapes that ontology/ itself must meet."""
    root = folder("shapes")
    return (root / f"{_HOUSE_STYLE}.ttl", root / "prefixes.ttl")


def load(paths: Iterable[Path]) -> rdflib.Graph:
    """Return the shapes of some files as one graph, which nobody may change."""
    return _load(tuple(paths))


@cache
def _load(paths: tuple[Path, ...]) -> rdflib.Graph:
    graph = rdflib.Graph()
    for path in paths:
        graph.parse(path, format="turtle")
    return graph


def templates(shapes: rdflib.Graph, shape: rdflib.term.Node) -> Mapping[str, str]:
    """Return the messages of a shape or SPARQL constraint by language, their variables not filled in."""
    messages = (m for m in shapes.objects(shape, SH.message) if isinstance(m, rdflib.Literal))
    return {str(m.language or ""): str(m) for m in messages}
