"""`pourparlers queries`: show the saved queries."""

from __future__ import annotations

import click

from pourparlers.cli import output, texts
from pourparlers.cli.base import Command, option
from pourparlers.cli.language import current
from pourparlers.queries import Parameter, SavedQuery, catalogue, find, handbook


@click.command(cls=Command, text=texts.QUERIES)
@click.argument("name", required=False)
@option(
    "--format",
    "form",
    type=click.Choice(("table", "markdown")),
    default="table",
    show_default=True,
    text=texts.QUERIES_FORMAT,
)
def queries(name: str | None, form: str) -> None:
    """Show the saved queries."""
    if name is not None:
        _one(find(name))
    elif form == "markdown":
        click.echo(handbook.page(catalogue().values()), nl=False)
    else:
        head = (str(texts.NAME), str(texts.QUESTION), str(texts.PARAMETERS))
        rows = ((q.name, q.title[current()], " ".join(p.name for p in q.params)) for q in catalogue().values())
        output.print_table(head, rows)


def _one(query: SavedQuery) -> None:
    click.echo(f"{query.title[current()]}\n{query.about[current()]}\n")
    if query.params:
        click.echo(texts.PARAMETERS())
        for parameter in query.params:
            click.echo(f"  -p {parameter.name}={_kind(parameter)}   {parameter.label[current()]}, {_need(parameter)}")
    click.echo(f"{texts.COLUMNS}\n  {' '.join(query.returns)}\n")
    body = (line for line in query.sparql.splitlines() if not line.startswith("#+"))
    click.echo("\n".join(body).strip())


def _kind(parameter: Parameter) -> str:
    return "|".join(parameter.choices) if parameter.choices else parameter.type


def _need(parameter: Parameter) -> str:
    if parameter.required:
        return str(texts.REQUIRED)
    return str(texts.OPTIONAL) if parameter.default is None else texts.DEFAULT(value=repr(parameter.default))
