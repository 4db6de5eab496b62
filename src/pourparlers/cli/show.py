"""`pourparlers show`: all that is known of one thing, with its proof."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import click
from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from pourparlers import queries
from pourparlers.cli import left, texts
from pourparlers.cli.base import Command, Failure, option, store_option
from pourparlers.cli.language import current
from pourparlers.cli.output import short
from pourparlers.queries.portrait import Portrait, is_article, portrait, thing

_ARTICLE = """
SELECT ?file ?issued ?earliest ?latest ?given ?reason WHERE {{
  {article} dcterms:identifier ?file .
  OPTIONAL {{ {article} dcterms:issued ?issued }}
  OPTIONAL {{ {article} pp:issuedEarliest ?earliest }}
  OPTIONAL {{ {article} pp:issuedLatest ?latest }}
  OPTIONAL {{ {article} pp:datingGiven ?given }}
  OPTIONAL {{ {article} pp:datingReason ?reason }}
}}
ORDER BY ?reason
"""


@click.command(cls=Command, text=texts.SHOW)
@click.argument("name")
@option("--dating", is_flag=True, text=texts.DATING)
@option("--unclaimed", is_flag=True, text=texts.UNCLAIMED)
@store_option
def show(name: str, dating: bool, unclaimed: bool, folder: Path) -> None:  # noqa: FBT001
    """Show all that is known of one thing."""
    from pourparlers.store import Store as Folder  # noqa: PLC0415

    graph = Folder.open(folder).index()
    node = thing(graph, name)
    if (dating or unclaimed) and not is_article(graph, node):
        raise Failure(texts.ONLY_ARTICLES(name=name))
    if dating:
        _dating(graph, node)
    if unclaimed:
        _unclaimed(graph, node)
    if not dating and not unclaimed:
        _print(portrait(graph, node, current()), article=is_article(graph, node))


def _print(seen: Portrait, *, article: bool) -> None:
    click.echo(f"{seen.name} — {seen.kind}\n{seen.iri}\n")
    for heading, lines in groupby(seen.said, key=lambda line: line.heading):
        name = texts.PROPERTIES.get(short(heading), short(heading))
        click.echo(f"{name}: {', '.join(short(line.words) for line in lines)}")
    if seen.mentions:
        click.echo(f"\n{texts.TOLD_BY}")
        for (file, account), lines in groupby(seen.mentions, key=lambda line: (line.heading, line.iri)):
            click.echo(f"  {file}  {short(account)}")
            for line in lines:
                click.echo(f"    {line.proof:>11}  « {_flat(line.words)} »")
    if article:  # what was found in it, in the order of its text
        click.echo()
        for line in seen.facts:
            click.echo(f"{line.proof:>11}  {line.heading}: « {_flat(line.words)} »  {short(line.iri)}")
        return
    for heading, lines in groupby(seen.facts, key=lambda line: line.heading):
        click.echo(f"\n{heading}")
        for line in lines:
            when = f"{line.date}  " if line.date else ""
            words = f"« {_flat(line.words)} »" if line.proof else _flat(line.words)
            click.echo(f"  {when}{words}\n      {line.proof or texts.RECORD}  {short(line.iri)}")


def _flat(words: str) -> str:
    return " ".join(words.split())


def _rows(graph: Store, article: NamedNode) -> list[dict[str, str]]:
    answer = queries.ask(graph, _ARTICLE.format(article=article))
    assert isinstance(answer, QuerySolutions)
    names = queries.columns(answer)
    return [{n: term.value for n in names if isinstance(term := row[n], Literal)} for row in answer]


def _dating(graph: Store, article: NamedNode) -> None:
    rows = _rows(graph, article)
    first = rows[0]
    if "issued" in first:
        click.echo(texts.ISSUED(issued=first["issued"]))
    if "earliest" in first or "latest" in first:
        click.echo(texts.ISSUED_BETWEEN(earliest=first.get("earliest", "?"), latest=first.get("latest", "?")))
    if not first.keys() & {"issued", "earliest", "latest"}:
        click.echo(texts.UNDATED())
    click.echo(texts.GIVEN() if first.get("given") == "true" else texts.INFERRED())
    for row in rows:
        if "reason" in row:
            click.echo(f"  {row['reason']}")


def _unclaimed(graph: Store, article: NamedNode) -> None:
    """Print what no rule claimed of an article, and how much of it was claimed."""
    for read, of_it in left.fates(graph, [_rows(graph, article)[0]["file"]]):
        left.print_counts(of_it)
        rest = [fate for fate in of_it if fate.status != "claimed"]
        left.print_lines(read, rest)
        if not rest:
            click.echo(texts.ALL_CLAIMED())
