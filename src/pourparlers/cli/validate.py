"""`pourparlers validate`: check the graph."""

from __future__ import annotations

from pathlib import Path

import click

from pourparlers.cli import texts
from pourparlers.cli.base import Command, store_option


@click.command(cls=Command, text=texts.VALIDATE)
@store_option
def validate(folder: Path) -> None:
    """Check the graph."""
