"""What a store holds, article by article, as the six contract queries tell it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from pyoxigraph import BlankNode, Literal, NamedNode, Store

from pourparlers import queries

Row = dict[str, str]


@dataclass(slots=True)
class Thing:
    """All the values each column of a query has for one thing in one article."""

    values: dict[str, set[str]] = field(default_factory=dict)

    def all(self, column: str) -> set[str]:
        """Return the values of a column, none if it was never bound."""
        return self.values.get(column, set())

    def one(self, column: str) -> str | None:
        """Return the first value of a column in the order of the alphabet."""
        return min(self.all(column), default=None)

    def word(self, column: str) -> str:
        """Return a value as a word of the guideline, whether it is that or an IRI that ends in it."""
        return (self.one(column) or "").rsplit("/")[-1].rsplit("#")[-1].lower()

    def add(self, row: Row) -> None:
        """Add a row."""
        for column, value in row.items():
            self.values.setdefault(column, set()).add(value)


Things = dict[str, Thing]


@dataclass(slots=True)
class Found:
    """What one article says, by IRI, in the order of the answers."""

    persons: Things = field(default_factory=dict)
    posts: Things = field(default_factory=dict)
    institutions: Things = field(default_factory=dict)
    meetings: Things = field(default_factory=dict)
    treaties: Things = field(default_factory=dict)
    statements: Things = field(default_factory=dict)
    labels: dict[str, set[str]] = field(default_factory=dict)

    def names(self, iri: str) -> set[str]:
        """Return every name that the article's facts give to *iri*."""
        same = (table[iri] for table in (self.persons, self.institutions) if iri in table)
        return set(self.labels.get(iri, ())).union(*(thing.all("name") | thing.all("mention") for thing in same))


_QUERIES = {
    "persons": ("actors/persons", ("person",)),
    "institutions": ("institutions/institutions", ("institution",)),
    "meetings": ("meetings/meetings", ("meeting",)),
    "treaties": ("treaties/treaties", ("treaty",)),
    "statements": ("statements/statements", ("statement",)),
    "posts": ("actors/posts", ("person", "title", "institution", "former")),
}
"""Where each kind is asked, and which columns tell one thing from another."""

_LABELS = (("participant", "participantName"), ("speaker", "speakerName"))


def read(graph: Store) -> dict[str, Found]:
    """Return what a store holds, by the file name of the article."""
    articles: dict[str, Found] = {}
    for kind, (query, key) in _QUERIES.items():
        for row in _rows(graph, query):
            article = articles.setdefault(row["source"], Found())
            table: Things = getattr(article, kind)
            table.setdefault("\x1f".join(row.get(column, "") for column in key), Thing()).add(row)
            for who, name in _LABELS:
                if row.get(who) and row.get(name):
                    article.labels.setdefault(row[who], set()).add(row[name])
    return articles


def _rows(graph: Store, name: str) -> Iterator[Row]:
    answer = queries.run(graph, queries.find(name))
    columns = queries.columns(answer)
    for row in answer:
        terms = ((column, row[column]) for column in columns)
        yield {column: term.value for column, term in terms if isinstance(term, NamedNode | Literal | BlankNode)}
