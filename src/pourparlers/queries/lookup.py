"""From a name to the things that bear it."""

from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from pourparlers.authority.folding import fold
from pourparlers.errors import UnknownName
from pourparlers.queries.ask import ask

ACTORS = ("Person", "Institution")
THINGS = ("Person", "Institution", "Meeting", "Treaty")

_TRUE = Literal(True)  # noqa: FBT003  a literal is made of one bare value

_LABELLED = """
SELECT ?thing ?label ?metonym WHERE {
  VALUES ?class { %s }
  { ?thing a ?class ; skos:prefLabel ?label . BIND(0 AS ?place) BIND(false AS ?metonym) }
  UNION { ?thing a ?class ; skos:altLabel|pp:acronym ?label . BIND(1 AS ?place) BIND(false AS ?metonym) }
  UNION { ?thing a ?class ; pp:metonym ?label . BIND(2 AS ?place) BIND(true AS ?metonym) }
}
ORDER BY ?thing ?place ?label
"""

# How well a name fits: the whole of it, a word that stands for the thing ("Moscou"), or some words of it.
_WHOLE, _METONYM, _PART = 3, 2, 1


@dataclass(frozen=True, slots=True)
class Match:
    """A thing that bears a name: its IRI and what it is called first."""

    iri: NamedNode
    label: str


def named(graph: Store, name: str, classes: tuple[str, ...] = THINGS) -> tuple[Match, ...]:
    """Return what bears *name*: those called so, else those it stands for, else those whose name holds its words."""
    answer = ask(graph, _LABELLED % " ".join(f"pp:{word}" for word in (*classes, *_narrower(classes))))
    assert isinstance(answer, QuerySolutions)
    wanted = fold(name)
    words = set(wanted.split())
    labels: dict[NamedNode, str] = {}
    best: dict[NamedNode, int] = {}
    for row in answer:
        thing, label = row["thing"], row["label"]
        if not isinstance(thing, NamedNode) or not isinstance(label, Literal):
            continue
        labels.setdefault(thing, label.value)
        rank = _rank(fold(label.value), wanted, words, metonym=row["metonym"] == _TRUE)
        best[thing] = max(best.get(thing, 0), rank)
    top = max(best.values(), default=0)
    return tuple(Match(thing, labels[thing]) for thing, rank in best.items() if rank == top) if top else ()


def _rank(label: str, wanted: str, words: set[str], *, metonym: bool) -> int:
    if label == wanted:
        return _METONYM if metonym else _WHOLE
    return _PART if words and words <= set(label.split()) and not metonym else 0


def one_named(graph: Store, name: str, classes: tuple[str, ...] = THINGS) -> Match:
    """Return the one thing that bears *name*.

    Raises:
        UnknownName: none does, or several do; the message lists them.
    """
    matches = named(graph, name, classes)
    if len(matches) == 1:
        return matches[0]
    if not matches:
        raise UnknownName(f"nothing in the store is called {name!r}")
    shown = "".join(f"\n  {match.label}  {match.iri.value}" for match in matches[:12])
    more = f"\n  ... and {len(matches) - 12} more" if len(matches) > 12 else ""
    raise UnknownName(f"{name!r} may be any of {len(matches)}; give the IRI:{shown}{more}")


def _narrower(classes: tuple[str, ...]) -> tuple[str, ...]:
    """A state is an institution, whether or not the store says so."""
    return ("State",) if "Institution" in classes else ()
