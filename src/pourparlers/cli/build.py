"""`pourparlers build`: articles in."""

from __future__ import annotations

from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from pourparlers.cli import texts
from pourparlers.cli.base import FOUND, Command, Failure, option, remark, store_option
from pourparlers.settings import settings


@click.command(cls=Command, text=texts.BUILD)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@store_option
@option("--jobs", type=click.IntRange(min=1), default=lambda: settings().jobs, show_default="1", text=texts.JOBS)
@option("--remove", multiple=True, metavar="FILE", text=texts.REMOVE)
@click.pass_context
def build(ctx: click.Context, paths: tuple[Path, ...], folder: Path, jobs: int, remove: tuple[str, ...]) -> None:
    """Read articles into the store."""
    from pourparlers import pipeline  # noqa: PLC0415  the language model loads slowly: only here
    from pourparlers.store import Store  # noqa: PLC0415

    if not paths and not remove:
        raise click.UsageError(texts.NOTHING_TO_BUILD())
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(texts.READING(), total=None)
        report = pipeline.build(
            paths,
            Store.open(folder, create=bool(paths)),
            jobs=jobs,
            remove=remove,
            progress=lambda _outcome, _name: bar.advance(task),
        )
    for skipped in report.skipped:
        detail = f"{skipped.reason}: {skipped.detail}" if skipped.detail else skipped.reason
        remark(texts.SKIPPED(name=skipped.name, reason=detail))
    for blocked in report.blocked:
        remark(texts.BLOCKED(name=blocked.name, reasons="; ".join(blocked.reasons)))
    for name in sorted(set(remove) - set(report.removed)):
        remark(texts.NOT_THERE(name=name))
    outcomes = ("new", "replaced", "unchanged", "removed", "skipped", "blocked")
    click.echo(texts.BUILT(**{outcome: len(getattr(report, outcome)) for outcome in outcomes}))
    if paths and not (report.new or report.replaced or report.unchanged or report.blocked):
        raise Failure(texts.NOTHING_READ(paths=", ".join(map(str, paths))))
    if report.blocked:
        ctx.exit(FOUND)
