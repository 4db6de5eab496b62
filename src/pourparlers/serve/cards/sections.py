"""Long lists in pages: how many there are, and those of the page asked for. A state may have ten thousand facts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from pyoxigraph import Literal, NamedNode

from pourparlers.serve.cards.nodes import Graph

Row = TypeVar("Row")

SIZE = 25
"""Lines a section shows at a time."""


@dataclass(frozen=True, slots=True)
class Section:
    """One page of a list; pages count from 1. `key` is the parameter of the address that turns them."""

    key: str
    total: int
    page: int
    pages: int
    rows: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """How many lines a page of a list has, and whether the latest come first."""

    size: int = SIZE
    latest_first: bool = True


USUAL = Plan()

Asked = Mapping[str, str]
"""Which page of which section is asked for."""

_COUNT = "SELECT (COUNT(DISTINCT ?fact) AS ?n) WHERE {{ {pattern} }}"
_TAKE = """
SELECT ?fact (MIN(?at) AS ?day) WHERE {{
  {pattern}
  OPTIONAL {{ ?fact sem:hasEarliestBeginTimeStamp ?own }}
  OPTIONAL {{ ?fact dcterms:source/pp:issuedEarliest ?issued }}
  OPTIONAL {{ ?fact pp:account/dcterms:source/pp:issuedEarliest ?reported }}
  OPTIONAL {{ ?fact pp:attestedOn|pp:date ?told }}
  BIND(STR(COALESCE(?own, ?issued, ?reported, ?told)) AS ?at)
}}
GROUP BY ?fact
ORDER BY {order} ?fact
LIMIT {size} OFFSET {offset}
"""


def listed(
    graph: Graph,
    asked: Asked,
    key: str,
    pattern: str,
    line: Callable[[NamedNode], object],
    plan: Plan = USUAL,
) -> Section:
    """Return a page of the facts that *pattern* binds as `?fact`, by date, those without a date last.

    Args:
        graph: what is read.
        asked: which pages are wanted.
        key: the name of the section.
        pattern: a SPARQL group pattern.
        line: makes a line of a fact.
        plan: how many lines a page has, and which come first.
    """
    total = next(
        (int(n.value) for row in graph.rows(_COUNT.format(pattern=pattern)) if isinstance(n := row["n"], Literal)), 0
    )
    page, pages = _page(asked, key, total, plan.size)
    rows: Sequence[NamedNode] = ()
    if total:
        order = "DESC(?day)" if plan.latest_first else "(!BOUND(?day)) ?day"
        query = _TAKE.format(pattern=pattern, order=order, size=plan.size, offset=(page - 1) * plan.size)
        rows = [fact for row in graph.rows(query) if isinstance(fact := row["fact"], NamedNode)]
    return Section(key, total, page, pages, tuple(map(line, rows)))


def cut(
    asked: Asked, key: str, rows: Sequence[Row], line: Callable[[Row], object] | None = None, *, size: int = SIZE
) -> Section:
    """Return a page of rows that are all there; *line* is made of those that are shown."""
    page, pages = _page(asked, key, len(rows), size)
    shown = rows[(page - 1) * size : page * size]
    return Section(key, len(rows), page, pages, tuple(map(line, shown) if line else shown))


def _page(asked: Asked, key: str, total: int, size: int) -> tuple[int, int]:
    """Return which page is shown, the nearest there is to the one asked for, and how many there are."""
    pages = max(1, -(-total // size))
    wanted = asked.get(key, "")
    page = int(wanted) if wanted.isascii() and wanted.isdecimal() and len(wanted) < 9 else 1
    return min(max(page, 1), pages), pages
