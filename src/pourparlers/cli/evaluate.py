"""`pourparlers evaluate`: measure quality."""

from __future__ import annotations

import json
from pathlib import Path

import click
from pyoxigraph import Store as Graph

from pourparlers.cli import left, output, texts
from pourparlers.cli.base import Command, option, remark, store_option
from pourparlers.evaluate import KINDS, Report, read_all
from pourparlers.evaluate import evaluate as measure


@click.command(cls=Command, text=texts.EVALUATE)
@click.argument("gold", type=click.Path(path_type=Path), metavar="FOLDER")
@option("--errors", type=click.IntRange(min=0), default=0, metavar="N", text=texts.ERRORS)
@option("--unclaimed", is_flag=True, text=texts.LEFT)
@option("--json", "as_json", is_flag=True, text=texts.AS_JSON)
@store_option
def evaluate(gold: Path, errors: int, unclaimed: bool, as_json: bool, folder: Path) -> None:  # noqa: FBT001
    """Measure quality."""
    from pourparlers.store import Store  # noqa: PLC0415

    golds, store = read_all(gold), Store.open(folder)
    held = store.articles()
    missing = [one.article for one in golds if one.article not in held]
    if missing:
        remark(texts.MISSING_ARTICLES(names=", ".join(missing)))
    report = measure(golds, store.index())
    if as_json:
        click.echo(json.dumps(report.figures(), indent=1, ensure_ascii=False))
    else:
        _print(report)
    for kind, lines in sorted(report.errors.items()) if errors else ():
        remark(f"\n{kind} ({len(lines)})")
        for line in lines[:errors]:
            remark(f"  {line}")
    if unclaimed and not as_json:
        _print_unclaimed(store.index(), [one.article for one in golds])


def _print_unclaimed(graph: Graph, names: list[str]) -> None:
    """Print what became of every quotation and verb of saying of the annotated articles."""
    read = list(left.fates(graph, names))
    left.print_counts(fate for _, of_it in read for fate in of_it)
    for article, of_it in read:
        listed = [fate for fate in of_it if fate.status == "listed"]
        if listed:
            click.echo(f"\n{article.name}")
            left.print_lines(article, listed)


def _print(report: Report) -> None:
    head = (str(texts.KIND), str(texts.PRECISION), str(texts.RECALL), "F1", "tp", "fp", "fn")
    tallies = [(kind, report.tally(kind)) for kind in KINDS]
    output.print_table(
        head,
        ((kind, *map(_figure, (t.precision, t.recall, t.f1)), *map(str, (t.tp, t.fp, t.fn))) for kind, t in tallies),
    )
    shares = (
        (name, _figure(s.accuracy), texts.RIGHT_OF(right=s.right, n=s.of)) for name, s in sorted(report.shares.items())
    )
    output.print_table((str(texts.KIND), str(texts.ACCURACY), ""), shares)
    click.echo(f"{texts.MEAN} {report.overall:.3f}")


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
