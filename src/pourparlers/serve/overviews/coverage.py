"""Who reports: publishers, months, articles, and how many sources of their own stand behind the meetings."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pyoxigraph import NamedNode, Store

from pourparlers.serve.overviews.tables import MOST, Cell, Overview, Table, cell, node, number, solutions, words

FACTS = ("Meeting", "Statement", "Treaty", "Tenure")
"""What is counted of each article, in the order of the columns."""

_ARTICLES = """
SELECT ?article ?file ?title ?publisher ?issued ?first ?last WHERE {
  ?article a pp:Article ; dcterms:identifier ?file .
  OPTIONAL { ?article dcterms:title ?title }
  OPTIONAL { ?article dcterms:publisher ?publisher }
  OPTIONAL { ?article dcterms:issued ?issued }
  OPTIONAL { ?article pp:issuedEarliest ?first }
  OPTIONAL { ?article pp:issuedLatest ?last }
}
ORDER BY ?file ?article
"""

_FACTS = """
SELECT ?article ?class (COUNT(DISTINCT ?fact) AS ?n) WHERE {
  VALUES ?class { pp:Meeting pp:Statement pp:Treaty pp:Tenure }
  ?fact a ?class ; pp:account?/dcterms:source ?article .
}
GROUP BY ?article ?class
"""

_SOURCES = """
SELECT ?articles ?sources (COUNT(?meeting) AS ?n) WHERE {
  ?meeting a pp:Meeting ; pp:articleCount ?articles ; pp:independentSourceCount ?sources .
}
GROUP BY ?articles ?sources
"""


@dataclass(frozen=True, slots=True)
class _Article:
    """An article and how many facts of each class it has."""

    node: NamedNode
    file: str
    title: str | None
    publisher: str | None
    issued: str | None
    first: str | None
    last: str | None
    facts: Mapping[str, int] = field(default_factory=dict)


def coverage(graph: Store, _: Mapping[str, str], __: str) -> Overview:
    """Return the publishers, the months and the articles, each with what was found in them."""
    facts: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for row in solutions(graph, _FACTS):
        facts[node(row, "article").value][node(row, "class").value.rpartition("#")[2]] = number(row, "n")
    articles = [
        _Article(
            found := node(row, "article"), words(row, "file") or "", words(row, "title"), words(row, "publisher"),
            words(row, "issued"), words(row, "first"), words(row, "last"), facts[found.value],
        )
        for row in {node(row, "article"): row for row in solutions(graph, _ARTICLES)}.values()
    ]  # fmt: skip
    numbers = {
        "articles": len(articles),
        "without_publisher": sum(article.publisher is None for article in articles),
        "without_date": sum(article.issued is None for article in articles),
        "without_facts": sum(not article.facts for article in articles),
        **_sources(graph),
    }
    return Overview([_publishers(articles), _months(articles), _listed(articles)], numbers)


def _sources(graph: Store) -> dict[str, int]:
    """Count the meetings with one source, with several, and the reports that only copy another."""
    rows = [(number(r, "articles"), number(r, "sources"), number(r, "n")) for r in solutions(graph, _SOURCES)]
    return {
        "one_source": sum(n for _, sources, n in rows if sources == 1),
        "several_sources": sum(n for _, sources, n in rows if sources > 1),
        "copies": sum(n * (articles - sources) for articles, sources, n in rows),
    }


def _publishers(articles: Iterable[_Article]) -> Table:
    groups: defaultdict[str, list[_Article]] = defaultdict(list)
    for article in articles:
        groups[article.publisher or ""].append(article)
    ranked = sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))
    rows = [
        [
            cell(name or "—"),
            cell(len(members)),
            *(cell(sum(member.facts.get(fact, 0) for member in members)) for fact in FACTS),
            cell(min((member.first for member in members if member.first), default=None)),
            cell(max((member.last for member in members if member.last), default=None)),
        ]
        for name, members in ranked
    ]
    columns = ("publisher", "articles", *FACTS, "first", "last")
    return Table("publishers", columns, rows[:MOST], "chart", max(0, len(rows) - MOST))


def _months(articles: Iterable[_Article]) -> Table:
    """Count by month; an article whose month is not certain stands under none."""
    months = Counter(a.first[:7] for a in articles if a.first and a.last and a.first[:7] == a.last[:7])
    rows = [[cell(month), cell(months[month])] for month in sorted(months)]
    return Table("months", ("month", "articles"), rows[-MOST:], "chart", max(0, len(rows) - MOST))


def _listed(articles: list[_Article]) -> Table:
    rows: list[list[Cell]] = [
        [
            {"text": article.title or article.file, "iri": article.node.value},
            cell(article.publisher),
            cell(article.issued),
            *(cell(article.facts.get(fact, 0)) for fact in FACTS),
        ]
        for article in articles[:MOST]
    ]
    return Table("articles", ("article", "publisher", "issued", *FACTS), rows, "", max(0, len(articles) - MOST))
