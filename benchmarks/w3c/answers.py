"""Whether two answers are the same: blank nodes by isomorphism, rows as a bag, or in order where order counts."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    RdfFormat,
    Store,
    Triple,
    parse,
    parse_query_results,
)

TABLES = {
    ".srx": QueryResultsFormat.XML,
    ".srj": QueryResultsFormat.JSON,
    ".tsv": QueryResultsFormat.TSV,
}
_RS = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
Rows = list[dict[str, object]]


def canonical(triples: Iterable[Triple]) -> set[str]:
    """Return a graph in a form that does not depend on its labels."""
    dataset = Dataset(Quad(t.subject, t.predicate, t.object) for t in triples)
    dataset.canonicalize(CanonicalizationAlgorithm.UNSTABLE)
    return set(map(str, dataset))


def graph(raw: bytes, form: RdfFormat, base: str) -> list[Triple]:
    return [quad.triple for quad in parse(raw, form, base_iri=base)]


def of_file(path: Path, base: str) -> object:
    """Return the answer a test expects: a boolean, rows, or a graph."""
    if path.suffix in TABLES:
        return table(path.read_bytes(), TABLES[path.suffix])
    triples = graph(path.read_bytes(), RdfFormat.from_extension(path.suffix[1:]), base)
    return _result_set(triples) if any(t.object == NamedNode(f"{_RS}ResultSet") for t in triples) else triples


def table(raw: bytes, form: QueryResultsFormat) -> bool | Rows:
    found = parse_query_results(raw, form)
    if isinstance(found, QueryBoolean):
        return bool(found)
    names = [variable.value for variable in found.variables]
    return [{name: row[name] for name in names if row[name] is not None} for row in found]


def same_rows(one: Rows, two: Rows) -> bool:
    return len(one) == len(two) and canonical(_reified(one)) == canonical(_reified(two))


def same_csv(one: bytes, two: bytes) -> bool:
    """Compare two CSV files: columns in any order, blank nodes by any label."""
    return _sorted_csv(one) == _sorted_csv(two)


def stored(rows: Rows) -> Rows:
    """Return rows with their literals as the store writes them."""
    return [{name: _stored(term) for name, term in row.items()} for row in rows]


def _stored(term: object) -> object:
    if not isinstance(term, Literal):
        return term
    store, node = Store(), NamedNode("urn:x")
    store.add(Quad(node, node, term))
    kept = next(iter(store)).object
    numeric = kept.datatype.value.rpartition("#")[2] in {"integer", "decimal", "double", "float"}
    return Literal(str(float(kept.value)), datatype=kept.datatype) if numeric else kept


def _reified(rows: Rows) -> list[Triple]:
    found = []
    for place, row in enumerate(rows):
        node = BlankNode(f"row{place}")
        found.append(Triple(node, NamedNode("urn:row"), Literal("")))
        found += [Triple(node, NamedNode(f"urn:column:{name}"), term) for name, term in row.items()]
    return found


def _result_set(triples: list[Triple]) -> bool | Rows:
    store = Store()
    store.extend(Quad(t.subject, t.predicate, t.object) for t in triples)

    def objects(subject: object, name: str) -> list:
        return [quad.object for quad in store.quads_for_pattern(subject, NamedNode(_RS + name), None)]

    for quad in store.quads_for_pattern(None, NamedNode(f"{_RS}boolean"), None):
        return quad.object.value == "true"
    solutions = [quad.object for quad in store.quads_for_pattern(None, NamedNode(f"{_RS}solution"), None)]
    return [
        {objects(b, "variable")[0].value: objects(b, "value")[0] for b in objects(solution, "binding")}
        for solution in solutions
    ]


def _sorted_csv(raw: bytes) -> list[list[str]]:
    head, *rows = csv.reader(io.StringIO(raw.decode(), newline=""))
    order = sorted(range(len(head)), key=lambda place: head[place])
    cells = [["_:" if row[place].startswith("_:") else row[place] for place in order] for row in rows]
    return [sorted(head), *sorted(cells)]
