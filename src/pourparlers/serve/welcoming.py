"""What a worker tells for the first page: how much there is of each kind of thing, and the latest."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from pourparlers import queries

COUNTED = ("Article", "Person", "Institution", "Meeting", "Treaty", "Statement", "Passage")
LATEST = 6

_COUNT = """
SELECT ?class (COUNT(?thing) AS ?n) WHERE { VALUES ?class { %s } ?thing a ?class } GROUP BY ?class
"""

_MEETINGS = f"""
SELECT ?iri ?label ?date ?place WHERE {{
  {{ SELECT ?iri ?latest WHERE {{
       ?iri a pp:Meeting ; pp:status <https://w3id.org/pourparlers/ontology/meeting-status/held> ;
            sem:hasLatestEndTimeStamp ?latest ; sem:hasEarliestBeginTimeStamp ?earliest .
     }} ORDER BY DESC(?latest) DESC(?earliest) ?iri LIMIT {LATEST} }}
  ?iri skos:prefLabel ?label ; pp:date ?date .
  OPTIONAL {{ ?iri pp:placeName ?place }}
}}
ORDER BY DESC(?latest) ?iri ?place
"""

_ARTICLES = f"""
SELECT ?iri ?label ?date ?place WHERE {{
  {{ SELECT ?iri ?latest WHERE {{ ?iri a pp:Article ; pp:issuedLatest ?latest }}
     ORDER BY DESC(?latest) ?iri LIMIT {LATEST} }}
  ?iri dcterms:identifier ?file .
  OPTIONAL {{ ?iri dcterms:title ?title }}
  OPTIONAL {{ ?iri dcterms:issued ?date }}
  OPTIONAL {{ ?iri dcterms:publisher ?place }}
  BIND(COALESCE(?title, ?file) AS ?label)
}}
ORDER BY DESC(?latest) ?iri
"""


def welcome(graph: Store) -> dict[str, object]:
    """Return the `counts` by class, the latest `meetings` and `articles`."""
    counts = dict.fromkeys(COUNTED, 0)
    for row in _rows(graph, _COUNT % " ".join(f"pp:{name}" for name in COUNTED)):
        counts[row["class"].rpartition("#")[2]] = int(row["n"])
    return {"counts": counts, "meetings": _latest(graph, _MEETINGS), "articles": _latest(graph, _ARTICLES)}


def _latest(graph: Store, query: str) -> list[dict[str, str]]:
    """A thing told of with two places comes once."""
    found: dict[str, dict[str, str]] = {}
    for row in _rows(graph, query):
        found.setdefault(row["iri"], row)
    return list(found.values())


def _rows(graph: Store, query: str) -> Iterator[dict[str, str]]:
    """Yield the rows; what is not bound is an empty text."""
    answer = queries.ask(graph, query)
    assert isinstance(answer, QuerySolutions)
    names = queries.columns(answer)
    for row in answer:
        terms = {name: row[name] for name in names}
        yield {name: t.value if isinstance(t, Literal | NamedNode) else "" for name, t in terms.items()}
