"""`pourparlers query`: ask the graph a question."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from pyoxigraph import QuerySolutions

from pourparlers import queries
from pourparlers.cli import output, texts
from pourparlers.cli.base import Command, Failure, option, remark, store_option
from pourparlers.queries import Answer


@click.command(cls=Command, text=texts.QUERY)
@click.argument("question", metavar="QUESTION")
@option("-p", "--param", "pairs", multiple=True, metavar="NAME=VALUE", text=texts.PARAMETER)
@option("--evidence", is_flag=True, text=texts.EVIDENCE)
@option(
    "--format", "form", type=click.Choice(output.FORMATS), default=output.TABLE, show_default=True, text=texts.FORMAT
)
@store_option
def query(question: str, pairs: tuple[str, ...], evidence: bool, form: str, folder: Path) -> None:  # noqa: FBT001
    """Ask the graph a question."""
    from pourparlers.store import Store  # noqa: PLC0415

    values = dict(_pair(pair) for pair in pairs)
    asked = _question(question)
    graph = Store.open(folder).index()
    answer: Answer
    if isinstance(asked, queries.SavedQuery):
        answer = queries.run(graph, asked, values)
    elif values:
        raise Failure(texts.NO_PARAMETERS())
    else:
        answer = queries.ask(graph, asked)
    if evidence:
        if not isinstance(answer, QuerySolutions):
            raise Failure(texts.ONLY_SELECT())
        answer = queries.with_proof(graph, answer)
    rows = output.write(answer, form)
    if form == output.TABLE and isinstance(answer, QuerySolutions):
        remark(texts.ROWS(n=rows))


def _pair(pair: str) -> tuple[str, str]:
    name, sign, value = pair.partition("=")
    if not sign or not name:
        raise click.UsageError(texts.BAD_PAIR(pair=pair))
    return name.strip(), value


def _question(question: str) -> queries.SavedQuery | str:
    """Return the saved query named, or that of a file or of standard input if it has a header, else its SPARQL."""
    if question in queries.catalogue():
        return queries.find(question)
    if question == "-":
        text = _decoded("-", sys.stdin.buffer.read())
    elif Path(question).is_file():
        text = _decoded(question, Path(question).read_bytes())
    elif any(name.endswith(f"/{question}") for name in queries.catalogue()):
        return queries.find(question)
    else:
        raise Failure(texts.NO_QUERY(name=question))
    return queries.read(question, text) if any(line.startswith("#+") for line in text.splitlines()) else text


def _decoded(name: str, raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Failure(texts.NOT_TEXT(name=name)) from error
