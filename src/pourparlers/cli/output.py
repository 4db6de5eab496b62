"""Answers on stdout: tables for people, the standard formats for programs."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import BinaryIO

import click
from pyoxigraph import (
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    serialize,
)
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text as Styled

from pourparlers.cli import texts
from pourparlers.cli.base import Failure
from pourparlers.queries import Answer, columns, tabular
from pourparlers.vocab import PREFIXES, prefixed

TABLE = "table"
RESULTS = {
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
}
GRAPHS = {
    "turtle": RdfFormat.TURTLE,
    "ntriples": RdfFormat.N_TRIPLES,
    "jsonld": RdfFormat.JSON_LD,
    "rdfxml": RdfFormat.RDF_XML,
}
FORMATS = (TABLE, *RESULTS, *GRAPHS)

_WIDE, _CELL = 10_000, 90
"""Without a terminal a table is as wide as it must be, each cell wrapped at so many characters."""

_NARROW = 15
"""Characters of the terminal for each column below which a table cannot be read: its rows go one below the other."""


def write(answer: Answer, form: str) -> int:
    """Write the answer of a query to stdout; return how many rows or triples a table held, 0 for other formats.

    Raises:
        Failure: an answer of this kind has no such format.
    """
    if isinstance(answer, QueryTriples):
        graph = GRAPHS.get("turtle" if form == TABLE else form)
        if graph is None:
            raise Failure(texts.NO_SUCH_FORM(form=form, forms=", ".join(GRAPHS)))
        _triples(answer, graph)
        return 0
    if form in GRAPHS:
        raise Failure(texts.NO_SUCH_FORM(form=form, forms=", ".join((TABLE, *RESULTS))))
    if form != TABLE:
        tabular.write(answer, _binary(), RESULTS[form])
        _binary().flush()
        return 0
    if isinstance(answer, QueryBoolean):
        click.echo(str(texts.YES if answer else texts.NO))
        return 0
    return _table(answer)


def print_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    """Print rows as a table, long cells wrapped; return how many there are."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in head:
        table.add_column(name, overflow="fold", max_width=_CELL)
    for row in rows:
        table.add_row(*(Styled(cell) for cell in row))
    console().print(table)
    return table.row_count


def console() -> Console:
    """Return the console of results: as wide as the terminal, wide where there is none."""
    return Console(file=sys.stdout, width=None if sys.stdout.isatty() else _WIDE, highlight=False, soft_wrap=False)


def cell(term: object) -> str:
    """Say a term in few characters: a literal by its text, an IRI by a prefix."""
    if isinstance(term, Literal):
        return term.value
    return short(term.value) if isinstance(term, NamedNode) else "" if term is None else str(term)


def short(iri: str) -> str:
    """Return an IRI with its prefix, the data's own as `id:`; in full where no prefix fits."""
    return prefixed(iri)


def _table(answer: QuerySolutions) -> int:
    names = columns(answer)
    rows = ([cell(row[name]) for name in names] for row in answer)
    return _records(names, rows) if len(names) * _NARROW > console().width else print_table(names, rows)


def _records(names: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    """Print rows one below the other, a line for each value there is; return how many there are."""
    margin = max(map(len, names))
    number = 0
    for number, row in enumerate(rows, start=1):
        click.echo(f"── {number}")
        for name, value in zip(names, row, strict=True):
            if value:
                click.echo(f"{name:>{margin}}  {' '.join(value.split())}")
    return number


def _triples(answer: QueryTriples, form: RdfFormat) -> None:
    prefixes = dict(PREFIXES) if form in {RdfFormat.TURTLE, RdfFormat.RDF_XML, RdfFormat.JSON_LD} else None
    serialize(answer, _binary(), form, prefixes=prefixes)
    _binary().flush()


def _binary() -> BinaryIO:
    return sys.stdout.buffer
