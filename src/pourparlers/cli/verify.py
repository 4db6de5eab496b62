"""`pourparlers verify`: read every piece of evidence again."""

from __future__ import annotations

from pathlib import Path

import click

from pourparlers.cli import texts
from pourparlers.cli.base import FOUND, Command, remark, store_option


@click.command(cls=Command, text=texts.VERIFY)
@store_option
@click.pass_context
def verify(ctx: click.Context, folder: Path) -> None:
    """Read every piece of evidence again in the stored text of its article."""
    from pourparlers.store import Store  # noqa: PLC0415
    from pourparlers.validate import verify as read_again  # noqa: PLC0415

    store = Store.open(folder)
    proof = read_again(store.index())
    changed = [name for name, _ in store.altered()]
    for name in changed:
        remark(texts.ALTERED(name=name))
    for false in proof.false:
        remark(texts.MISQUOTED(passage=false.passage, quoted=false.said, printed=false.read or ""))
    click.echo(texts.VERIFIED(right=proof.right, n=proof.checked))
    if proof.false or changed:
        ctx.exit(FOUND)
