"""The manifests of the W3C test suites, read with pyoxigraph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, Store

MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#"
UT = "http://www.w3.org/2009/sparql/tests/test-update#"
HT = "http://www.w3.org/2011/http#"
CNT = "http://www.w3.org/2011/content#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"

HOME = "https://w3c.github.io/rdf-tests/sparql/sparql11/"
"""Where the files of the folder `sparql11` have their IRIs."""


@dataclass(frozen=True)
class Node:
    """A node of a manifest."""

    graph: Store
    term: object

    def all(self, predicate: str) -> list[Node]:
        quads = self.graph.quads_for_pattern(self.term, NamedNode(predicate), None)
        return [Node(self.graph, quad.object) for quad in quads]

    def one(self, predicate: str) -> Node | None:
        return next(iter(self.all(predicate)), None)

    def value(self, predicate: str) -> str | None:
        found = self.one(predicate)
        return found.text if found is not None else None

    def items(self, predicate: str) -> list[Node]:
        """Return the members of a list."""
        found, node = [], self.one(predicate)
        while node is not None and node.text != RDF + "nil":
            found.append(node.one(RDF + "first"))
            node = node.one(RDF + "rest")
        return found

    @property
    def text(self) -> str:
        return self.term.value

    @property
    def is_literal(self) -> bool:
        return isinstance(self.term, Literal)


@dataclass(frozen=True)
class Case:
    """One test."""

    suite: str
    node: Node

    @property
    def name(self) -> str:
        return self.node.text.removeprefix("http://www.w3.org/2009/sparql/docs/tests/data-sparql11/")

    @property
    def kind(self) -> str:
        kinds = (node.text.removeprefix(MF) for node in self.node.all(RDF + "type"))
        kind = next(kind for kind in kinds if kind.endswith(("Test", "Test11")))
        # One manifest of updates names its tests as if they were of queries.
        of_update = "syntax-update" in self.name and "Update" not in kind
        return kind.replace("Syntax", "UpdateSyntax") if of_update else kind


def cases(root: Path, suite: str, file: str) -> Iterator[Case]:
    """Yield the tests of a manifest and of those it includes, in order."""
    graph = Store()
    graph.load(path=str(root / file), format=RdfFormat.TURTLE, base_iri=HOME + file)
    manifest = Node(graph, NamedNode(HOME + file))
    for included in manifest.items(MF + "include"):
        yield from cases(root, suite, included.text.removeprefix(HOME))
    for entry in manifest.items(MF + "entries"):
        yield Case(suite, entry)
