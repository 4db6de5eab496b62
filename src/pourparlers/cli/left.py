"""What no rule claimed: the quotations and verbs of saying of articles in a store, read once more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import click
from pyoxigraph import Literal, QuerySolutions, Store

from pourparlers import queries
from pourparlers.cli import output, texts
from pourparlers.cli.base import Failure
from pourparlers.model import Article, Fate

_TEXTS = """
SELECT ?file ?text WHERE { ?article a pp:Article ; dcterms:identifier ?file ; nif:isString ?text }
ORDER BY ?file
"""
_STATES = ("claimed", "classed", "listed")


def fates(graph: Store, names: Iterable[str]) -> Iterator[tuple[Article, tuple[Fate, ...]]]:
    """Yield each named article and what became of its quotations and verbs of saying.

    What no rule claimed is no fact, so the graph does not hold it: the stored texts are read again.

    Raises:
        Failure: the stored text of an article can no longer be read.
    """
    from pourparlers import articles, language  # noqa: PLC0415  the language model loads slowly: only here
    from pourparlers.extract import ledger  # noqa: PLC0415

    answer = queries.ask(graph, _TEXTS)
    assert isinstance(answer, QuerySolutions)
    wanted, again = frozenset(names), []
    for row in answer:
        file, text = row["file"], row["text"]
        if not isinstance(file, Literal) or not isinstance(text, Literal) or file.value not in wanted:
            continue
        read = articles.article(file.value, text.value)
        if isinstance(read, articles.Skipped):
            raise Failure(f"{read.name}: {read.reason}")
        again.append(read)
    for reading in language.read_all(again, language.load()):
        yield reading.article, ledger(reading)


def print_lines(article: Article, left: Iterable[Fate]) -> None:
    """Print one line for each fate: offsets, what it is, its class or reason, its words."""
    for one in left:
        begin, end = one.passage.begin, one.passage.end
        words = " ".join(article.text[begin:end].split())
        click.echo(f"{f'{begin}-{end}':>11}  {one.what:<10} {one.reason:<10} « {words} »")


def print_counts(all_of_them: Iterable[Fate]) -> None:
    """Print how many quotations and verbs of saying were claimed, classed and listed."""
    counted = Counter((one.what, one.status) for one in all_of_them)
    names = {"quotation": texts.QUOTATIONS, "cue": texts.CUES}
    output.print_table(
        ("", *map(str, (texts.TOTAL, texts.CLAIMED, texts.CLASSED, texts.LISTED))),
        (
            (str(name), str(sum(counted[what, state] for state in _STATES)), *(str(counted[what, s]) for s in _STATES))
            for what, name in names.items()
        ),
    )
