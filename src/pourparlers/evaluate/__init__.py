"""Quality, measured: precision and recall per kind of fact against annotated articles."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Store

from pourparlers.evaluate import facts, found
from pourparlers.evaluate.found import Found
from pourparlers.evaluate.gold import Gold, read, read_all
from pourparlers.evaluate.identity import Identity
from pourparlers.evaluate.tally import KINDS, Report, Share, Tally

__all__ = ["KINDS", "Gold", "Report", "Share", "Tally", "evaluate", "read", "read_all"]

_FACTS = (facts.posts, facts.meetings, facts.treaties, facts.statements)


def evaluate(golds: Iterable[Gold], graph: Store) -> Report:
    """Compare what *graph* holds of each annotated article with its annotation.

    Every figure is counted over all the articles together. An article that the graph lacks is all missed.
    """
    told, report = found.read(graph), Report()
    for gold in golds:
        article = told.get(gold.article, Found())
        who = Identity(gold, article, report)
        for compare in _FACTS:
            compare(gold, article, who, report)
    return report
