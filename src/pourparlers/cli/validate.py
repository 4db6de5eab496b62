"""`pourparlers validate`: check the graph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pyoxigraph
from rich.console import Console

from pourparlers import queries
from pourparlers.cli import output, texts
from pourparlers.cli.base import FOUND, Command, store_option
from pourparlers.cli.language import current

if TYPE_CHECKING:
    from pourparlers.store import Store

Row = tuple[str, str, str, str]


@click.command(cls=Command, text=texts.VALIDATE)
@store_option
@click.pass_context
def validate(ctx: click.Context, folder: Path) -> None:
    """Check the graph."""
    from pourparlers.store import Store  # noqa: PLC0415

    store = Store.open(folder)
    graph = store.index()
    with Console(stderr=True).status(texts.CHECKING()):
        rows = [*_altered(store), *_shapes(graph), *_checks(graph)]
    if rows:
        head = (texts.SEVERITY, texts.RULE, texts.FOCUS, texts.MESSAGE)
        output.print_table([str(name) for name in head], rows)
    counts = Counter(severity for severity, *_ in rows)
    click.echo(
        texts.FINDINGS(violations=counts["Violation"], warnings=counts["Warning"], infos=counts["Info"])
        if rows
        else texts.SOUND()
    )
    if counts["Violation"]:
        ctx.exit(FOUND)


def _altered(store: Store) -> Iterator[Row]:
    """Yield the articles whose files another hand changed, and what is wrong in them: the index knows nothing of it."""
    for name, quads in store.altered():
        yield "Violation", "articles/", name, texts.ALTERED(name=name)
        yield from _shapes(quads, "source")


def _shapes(graph: pyoxigraph.Store | tuple[pyoxigraph.Quad, ...], layer: str = "resolved") -> Iterator[Row]:
    from pourparlers.validate import validate as findings  # noqa: PLC0415  pySHACL loads slowly

    for found in findings(graph, layer=layer):
        words = f" «\u00a0{' '.join(found.words.split())}\u00a0»" if found.words else ""
        where = f"{output.short(found.focus)}{words}"
        yield found.severity, found.shape, where, found.message(current())


def _checks(graph: pyoxigraph.Store) -> Iterator[Row]:
    """Yield what the queries of quality/ find: on a sound graph they find nothing."""
    for name, check in queries.catalogue().items():
        if check.topic == "quality":
            for row in queries.run(graph, check):
                cells = [output.cell(row[column]) for column in check.returns]
                yield "Violation", name, " ".join(cells), check.title[current()]
