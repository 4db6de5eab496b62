"""`pourparlers verify`: read every piece of evidence again."""

from __future__ import annotations

from pathlib import Path

import click
from pyoxigraph import QuerySolutions

from pourparlers import queries
from pourparlers.cli import texts
from pourparlers.cli.base import FOUND, Command, remark, store_option

_COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?passage a pp:Passage }"


@click.command(cls=Command, text=texts.VERIFY)
@store_option
@click.pass_context
def verify(ctx: click.Context, folder: Path) -> None:
    """Read every piece of evidence again in the stored text of its article."""
    from pourparlers.store import Store  # noqa: PLC0415

    graph = Store.open(folder).index()
    counted = queries.ask(graph, _COUNT)
    assert isinstance(counted, QuerySolutions)
    total = int(next(iter(counted))["n"].value)
    false = list(queries.run(graph, queries.find("quality/misquoted")))
    for row in false:
        remark(texts.MISQUOTED(passage=row["passage"].value, quoted=row["quoted"].value, printed=row["printed"].value))
    click.echo(texts.VERIFIED(right=total - len(false), n=total))
    if false:
        ctx.exit(FOUND)
