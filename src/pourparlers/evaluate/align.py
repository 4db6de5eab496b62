"""Which found thing is which annotated one: pairs one to one, the surest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from pourparlers.evaluate.gold import Item
from pourparlers.evaluate.tally import Report

F = TypeVar("F")
Pairs = dict[int, int]
"""Index of the annotated thing → index of the found one."""


def align(gold: Sequence[Item], found: Sequence[F], score: Callable[[Item, F], float], least: float) -> Pairs:
    """Pair things greedily, best score first, at least *least*; what must be found goes before what may be."""
    scored = ((score(g, f), not g.get("optional"), -i, -j) for i, g in enumerate(gold) for j, f in enumerate(found))
    pairs: Pairs = {}
    taken: set[int] = set()
    for _value, _, i, j in sorted((pair for pair in scored if pair[0] >= least), reverse=True):
        if -i not in pairs and -j not in taken:
            pairs[-i] = -j
            taken.add(-j)
    return pairs


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison(Generic[F]):
    """The annotated and the found things of one kind in one article, paired.

    `say_gold` and `say_found` name a thing in an error; a found thing that is `forgiven` is not counted as wrong.
    """

    kind: str
    article: str
    gold: Sequence[Item]
    found: Sequence[F]
    pairs: Pairs
    say_gold: Callable[[Item], str]
    say_found: Callable[[F], str]
    forgiven: Callable[[F], bool] = lambda _: False


def count(report: Report, seen: Comparison[F]) -> None:
    """Count pairs as right, the rest as missed or wrong; optional and forgiven things count neither way."""
    tally = report.tally(seen.kind)
    for i, item in enumerate(seen.gold):
        if item.get("optional"):
            continue
        if i in seen.pairs:
            tally.tp += 1
        else:
            tally.fn += 1
            report.error(seen.kind, f"{seen.article}: missed: {seen.say_gold(item)}")
    hit = set(seen.pairs.values())
    for j, thing in enumerate(seen.found):
        if j not in hit and not seen.forgiven(thing):
            tally.fp += 1
            report.error(seen.kind, f"{seen.article}: wrong or extra: {seen.say_found(thing)}")
