"""From a name to the things that bear it."""

from dataclasses import dataclass

from pyoxigraph import DefaultGraph, Literal, NamedNode, Store

from pourparlers.authority.folding import fold
from pourparlers.errors import UnknownName
from pourparlers.vocab import PP, RDF, SKOS

ACTORS = ("Person", "Institution")
THINGS = ("Person", "Institution", "Meeting", "Treaty")

_NAMES = (SKOS.prefLabel, SKOS.altLabel, PP.acronym, PP.metonym)
"""Properties that name a thing, the one it is called by first."""

# How well a name fits: the whole of it, a word that stands for the thing ("Moscou"), or some words of it.
_WHOLE, _METONYM, _PART = 3, 2, 1


@dataclass(frozen=True, slots=True)
class Match:
    """A thing that bears a name: its IRI and what it is called first."""

    iri: NamedNode
    label: str


def named(graph: Store, name: str, classes: tuple[str, ...] = THINGS) -> tuple[Match, ...]:
    """Return what bears *name*: those called so, else those it stands for, else those whose name holds its words."""
    wanted = fold(name)
    words = set(wanted.split())
    best: dict[NamedNode, int] = {}
    # One pass over each property: a query with all of them takes ten times as long where there are many names.
    for naming in _NAMES:
        for quad in graph.quads_for_pattern(None, naming, None, DefaultGraph()):
            thing, label = quad.subject, quad.object
            if isinstance(thing, NamedNode) and isinstance(label, Literal):
                rank = _rank(fold(label.value), wanted, words, metonym=naming == PP.metonym)
                if rank > best.get(thing, 0):
                    best[thing] = rank
    kinds = {PP[word] for word in (*classes, *_narrower(classes))}
    found = {thing: rank for thing, rank in best.items() if not kinds.isdisjoint(_values(graph, thing, RDF.type))}
    top = max(found.values(), default=0)
    bearers = sorted((thing for thing, rank in found.items() if rank == top), key=lambda thing: thing.value)
    return tuple(Match(thing, _called(graph, thing)) for thing in bearers)


def _called(graph: Store, thing: NamedNode) -> str:
    for naming in _NAMES:
        labels = [label.value for label in _values(graph, thing, naming) if isinstance(label, Literal)]
        if labels:
            return min(labels)
    return thing.value


def _values(graph: Store, thing: NamedNode, name: NamedNode) -> list[object]:
    return [quad.object for quad in graph.quads_for_pattern(thing, name, None, DefaultGraph())]


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
