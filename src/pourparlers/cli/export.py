"""`pourparlers export`: the graph for other tools."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from pourparlers.cli import texts
from pourparlers.cli.base import Command, option, store_option

FORMATS = {"ttl": "turtle", "nt": "ntriples", "nq": "nquads", "trig": "trig", "jsonld": "jsonld", "rdfxml": "rdfxml"}
LAYERS = ("resolved", "source", "all")


@click.command(cls=Command, text=texts.EXPORT)
@option(
    "--format", "form", type=click.Choice(tuple(FORMATS)), default="ttl", show_default=True, text=texts.EXPORT_FORMAT
)
@option("--layer", type=click.Choice(LAYERS), default="resolved", show_default=True, text=texts.LAYER)
@option("-o", "--output", "target", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", text=texts.OUTPUT)
@store_option
def export(form: str, layer: str, target: Path | None, folder: Path) -> None:
    """Write the graph in a format that other tools read."""
    from pourparlers.store import Store  # noqa: PLC0415

    store = Store.open(folder)
    store.export(FORMATS[form], target or sys.stdout.buffer, layer)
    sys.stdout.flush()
