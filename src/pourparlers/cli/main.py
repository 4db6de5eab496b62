"""The program `pourparlers` and the list of its commands."""

from __future__ import annotations

import click

from pourparlers import __version__
from pourparlers.cli import texts
from pourparlers.cli.base import Group, option
from pourparlers.cli.build import build
from pourparlers.cli.evaluate import evaluate
from pourparlers.cli.export import export
from pourparlers.cli.judge import judge
from pourparlers.cli.language import LANGUAGES, choose
from pourparlers.cli.queries import queries
from pourparlers.cli.query import query
from pourparlers.cli.serve import serve
from pourparlers.cli.show import show
from pourparlers.cli.validate import validate
from pourparlers.cli.verify import verify


def _choose(_ctx: click.Context, _parameter: click.Parameter, language: str | None) -> None:
    choose(language)


def _version(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:  # noqa: FBT001  click's signature
    if wanted:
        click.echo(f"pourparlers {__version__}")
        ctx.exit()


@click.group(cls=Group, text=texts.MAIN)
@option("--lang", type=click.Choice(LANGUAGES), is_eager=True, expose_value=False, callback=_choose, text=texts.LANG)
@option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, text=texts.VERSION)
def main() -> None:
    """Run a command."""


for command in (build, query, queries, show, validate, verify, export, serve, judge, evaluate):
    main.add_command(command)
