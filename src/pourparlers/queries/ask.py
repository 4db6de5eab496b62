"""Ask a graph something in SPARQL; what is wrong with the text is told by line and column."""

import re
from collections.abc import Sequence

from pyoxigraph import NamedNode, QueryBoolean, QuerySolutions, QueryTriples, Store

from pourparlers.errors import InvalidQuery
from pourparlers.vocab import PREFIXES

Answer = QuerySolutions | QueryBoolean | QueryTriples

_POSITION = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)


def ask(
    graph: Store,
    sparql: str,
    *,
    base: str | None = None,
    dataset: tuple[Sequence[NamedNode], Sequence[NamedNode]] | None = None,
) -> Answer:
    """Return the answer of *graph* to *sparql*; the project's prefixes need not be declared.

    Args:
        graph: what is asked.
        sparql: the query.
        base: against what its relative IRIs are resolved.
        dataset: the graphs that make its default graph, and its named graphs, whatever its FROM says.

    Raises:
        InvalidQuery: it does not parse, or cannot be evaluated.
    """
    prefixes = dict(PREFIXES)
    try:
        if dataset is None:
            return graph.query(sparql, base_iri=base, prefixes=prefixes)
        default, named = dataset
        return graph.query(
            sparql, base_iri=base, prefixes=prefixes, default_graph=list(default), named_graphs=list(named)
        )
    except SyntaxError as error:
        raise _explained(sparql, str(error)) from error
    except (OSError, RuntimeError, ValueError) as error:
        raise InvalidQuery(f"the query cannot be evaluated: {error}") from error


def columns(solutions: QuerySolutions) -> tuple[str, ...]:
    """Return the names of the columns, in the order the query projects them."""
    return tuple(variable.value for variable in solutions.variables)


def _explained(sparql: str, message: str) -> InvalidQuery:
    """Say where a query fails: the parser's position, its line with a caret, and a short reason."""
    found = _POSITION.match(message)
    if not found:
        return InvalidQuery(f"the query is not valid SPARQL: {message}")
    line, column = int(found[1]), int(found[2])
    lines = sparql.splitlines() or [""]
    printed = lines[line - 1].replace("\t", " ") if line <= len(lines) else ""
    # The parser lists every character that might follow; past a line's length that helps nobody.
    reason = found[3].splitlines()[0]
    reason = reason if len(reason) <= 100 else f"{reason[: reason.rfind(' ', 0, 100)]} ..."
    where = f"line {line}, column {column}"
    caret = f"  {printed}\n  {' ' * (column - 1)}^"
    return InvalidQuery(f"the query is not valid SPARQL: {where}: {reason}\n{caret}", line, column)
