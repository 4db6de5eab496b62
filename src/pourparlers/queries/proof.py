"""The proof of an answer: for each row, the passage of the article that says so.

Of the IRIs in a row, a statement, meeting, treaty event, tenure, quotation or passage comes before a treaty, and that
before a person or an institution; among equals the first column wins. Of a thing that several articles tell of, the
article named in the row is quoted, else the first by name.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolution, QuerySolutions, Store, Triple, Variable

from pourparlers.queries.ask import ask, columns

PROOF = ("evidence", "evidenceArticle", "evidenceBegin", "evidenceEnd", "evidenceLink")

_FACTS = ("Statement", "Meeting", "TreatyEvent", "Tenure", "Quotation", "Passage")

_PASSAGES = """
SELECT DISTINCT ?rank ?article ?file ?text ?begin ?end ?link WHERE {
  VALUES (?class ?rank) { %s (pp:Account 1) (pp:Treaty 1) (pp:Person 2) (pp:Institution 2) (pp:State 2) }
  VALUES ?thing { %s }
  ?thing a ?class .
  { ?thing pp:principalEvidence ?passage }
  UNION { ?thing pp:account/pp:principalEvidence ?passage }
  UNION { ?thing a pp:Passage . BIND(?thing AS ?passage) }
  ?passage oa:hasSource ?article ; nif:anchorOf ?text ; nif:beginIndex ?begin ; nif:endIndex ?end .
  ?article dcterms:identifier ?file .
  OPTIONAL { ?article schema:url ?url }
  BIND(COALESCE(?url, ?passage) AS ?link)
}
ORDER BY ?rank ?file ?begin ?end
"""

Term = NamedNode | BlankNode | Literal | Triple


@dataclass(frozen=True, slots=True)
class Proof:
    """A passage that proves a thing: `rank` is low where the thing is a fact, high where it is only a name."""

    rank: int
    article: NamedNode
    file: Literal
    text: Literal
    begin: Literal
    end: Literal
    link: Term

    def cells(self) -> tuple[Term, ...]:
        """Return its terms in the order of `PROOF`."""
        return (self.text, self.file, self.begin, self.end, self.link)


def with_proof(graph: Store, solutions: QuerySolutions) -> QuerySolutions:
    """Return *solutions* with the columns `PROOF` added; unbound where no IRI of the row has a passage in the graph."""
    names = columns(solutions)
    kept = [name for name in PROOF if name not in names]
    memory: dict[NamedNode, tuple[Proof, ...]] = {}
    rows = []
    for row in solutions:
        proof = _of_row(graph, row, names, memory)
        added = dict(zip(PROOF, proof.cells(), strict=True)) if proof else {}
        rows.append([*(row[name] for name in names), *(added.get(name) for name in kept)])
    return table((*names, *kept), rows)


def table(names: Iterable[str], rows: Iterable[Iterable[Term | None]]) -> QuerySolutions:
    """Return *rows* as a query's answer, so that the store's own writers serialise them."""
    head = " ".join(f"?{name}" for name in names)
    body = "\n".join(f"({' '.join(map(_cell, row))})" for row in rows)
    answer = Store().query(f"SELECT {head} WHERE {{ VALUES ({head}) {{\n{body}\n}} }}")
    assert isinstance(answer, QuerySolutions)
    return answer


def _cell(term: Term | None) -> str:
    if term is None:
        return "UNDEF"
    return str(Literal(str(term))) if isinstance(term, BlankNode) else str(term)


def _of_row(
    graph: Store, row: QuerySolution, names: tuple[str, ...], memory: dict[NamedNode, tuple[Proof, ...]]
) -> Proof | None:
    terms = [row[Variable(name)] for name in names]
    things = [term for term in terms if isinstance(term, NamedNode)]
    for thing in things:
        if thing not in memory:
            memory[thing] = passages(graph, thing)
    best: tuple[Proof, ...] = min((memory[t] for t in things if memory[t]), key=lambda found: found[0].rank, default=())
    return min(best, key=partial(_elsewhere, terms), default=None)


def _elsewhere(terms: list[Term | None], proof: Proof) -> bool:
    """Whether the row does not name the proof's article; of equals, `min` takes the first."""
    return proof.article not in terms and all(
        not isinstance(term, Literal) or term.value != proof.file.value for term in terms
    )


def passages(graph: Store, thing: NamedNode) -> tuple[Proof, ...]:
    """Return what proves *thing*, by article; a fact's principal passage, or that of each account."""
    ranked = " ".join(f"(pp:{name} 0)" for name in _FACTS)
    answer = ask(graph, _PASSAGES % (ranked, thing))
    assert isinstance(answer, QuerySolutions)
    found = []
    for row in answer:
        rank, article, file = row["rank"], row["article"], row["file"]
        text, begin, end, link = row["text"], row["begin"], row["end"], row["link"]
        assert isinstance(rank, Literal)
        assert isinstance(article, NamedNode)
        assert isinstance(file, Literal)
        assert isinstance(text, Literal)
        assert isinstance(begin, Literal)
        assert isinstance(end, Literal)
        assert link is not None
        found.append(Proof(int(rank.value), article, file, text, begin, end, link))
    return tuple(found)
