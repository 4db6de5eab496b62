"""The source layer of one article, said again in the default graph with its references re-pointed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import NamedNode, Quad

from pourparlers.vocab import PP, RDF


def repointed(quads: Iterable[Quad], canonical: Mapping[str, str], places: set[str]) -> Iterator[Quad]:
    """Yield the quads of one article for the default graph.

    Local persons, institutions, tenures, meetings and treaties become `pp:Account`; wherever they are referred to, the
    canonical thing takes their place.

    Args:
        quads: of the article's named graph.
        canonical: canonical IRI of each local IRI.
        places: receives the IRIs of the places referred to.
    """
    a, place, account = RDF.type, PP.place, PP.Account
    typed: set[str] = set()
    nodes: dict[str, NamedNode] = {}
    for quad in quads:
        predicate, thing = quad.predicate, quad.object
        if isinstance(thing, NamedNode):
            if predicate == a:
                subject = quad.subject
                if isinstance(subject, NamedNode) and subject.value in canonical:
                    if subject.value not in typed:  # a state has two types, an account one
                        typed.add(subject.value)
                        yield Quad(subject, a, account)
                    continue
            elif predicate == place:
                places.add(thing.value)
            else:
                target = canonical.get(thing.value)
                if target is not None:
                    thing = nodes.setdefault(target, NamedNode(target))
        yield Quad(quad.subject, predicate, thing)
