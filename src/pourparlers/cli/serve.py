"""`pourparlers serve`: the graph over HTTP."""

from __future__ import annotations

import os
import re
from pathlib import Path

import click

from pourparlers.cli import texts
from pourparlers.cli.base import Command, Failure, option, store_option
from pourparlers.serve.limits import MEGABYTE, Limits

_USUAL = Limits()


@click.command(cls=Command, text=texts.SERVE)
@option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", text=texts.HOST)
@option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, text=texts.PORT)
@option(
    "--timeout",
    type=click.FloatRange(0, min_open=True),
    default=_USUAL.seconds,
    show_default=True,
    metavar="SECONDS",
    text=texts.TIMEOUT,
)
@option(
    "--memory",
    type=click.IntRange(50),
    default=_USUAL.memory // MEGABYTE,
    show_default=True,
    metavar="MB",
    text=texts.MEMORY,
)
@option(
    "--answer",
    type=click.IntRange(1),
    default=_USUAL.answer // MEGABYTE,
    show_default=True,
    metavar="MB",
    text=texts.ANSWER,
)
@option("--workers", type=click.IntRange(1), default=_USUAL.workers, show_default="4 or more", text=texts.WORKERS)
@option("--updates", is_flag=True, text=texts.UPDATES)
@option("--federation", multiple=True, metavar="ADDRESS", text=texts.FEDERATION)
@store_option
def serve(  # noqa: PLR0913  one for each option
    *,
    host: str,
    port: int,
    timeout: float,
    memory: int,
    answer: int,
    workers: int,
    updates: bool,
    federation: tuple[str, ...],
    folder: Path,
) -> None:
    """Serve the graph over HTTP."""
    from pourparlers.serve import server  # noqa: PLC0415  the web framework loads slowly: only here

    token = os.environ.pop("POURPARLERS_TOKEN", None)  # the processes that run queries need not know it
    if updates and not token:
        raise Failure(texts.NO_TOKEN())
    for address in federation:
        if not re.fullmatch(r"https?://[^/@<>\s]+/[^<>\s]*", address):
            raise Failure(texts.NO_ADDRESS(given=address))
    limits = Limits(
        seconds=timeout,
        memory=memory * MEGABYTE,
        answer=answer * MEGABYTE,
        workers=workers,
        federation=federation,
    )
    server.run(folder, host, port, limits, token if updates else None)
