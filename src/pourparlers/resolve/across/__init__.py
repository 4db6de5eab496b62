"""Identity across articles: from the source layer of all articles to the resolved layer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Quad

from pourparlers.resolve.across.accounts import told
from pourparlers.resolve.across.gathered import gathered
from pourparlers.resolve.across.identity import Identity, identify
from pourparlers.resolve.across.merged import places, things
from pourparlers.resolve.across.repointed import repointed
from pourparlers.resolve.judgements import Judgement, triples

__all__ = ["judged", "resolved"]


def resolved(graphs: Iterable[Iterable[Quad]], judgements: Iterable[Judgement] = ()) -> Iterator[Quad]:
    """Yield the resolved layer: all quads of the default graph, computed from the source layer and the judgements.

    The quads depend on the set of articles and judgements only, not on their order; they replace the default graph.

    Args:
        graphs: the source layer, one iterable of quads per article, as the article's N-Quads file holds it. It is
            iterated twice (once to compare, once to write), so it must be a list or an object whose `__iter__` reads
            the files anew, never a generator. Neither the order of the articles nor of the quads matters.
        judgements: what people decided (`resolve.judgements.read`); they win over the rules.

    Yields:
        - every local person, institution, tenure, meeting and treaty as a `pp:Account` with its own values, its
          references re-pointed to canonical things;
        - statements, quotations, treaty events, participations, marks, passages, articles: the same nodes,
          references re-pointed;
        - the judgements that made it so, of people and of rules (`pp:Judgement`);
        - canonical `pp:Person`, `pp:Institution`, `pp:State`, `pp:Tenure`, `pp:Meeting`, `pp:Treaty` with merged values
          and `pp:account`; the places they mention (`pp:Place`).
    """
    articles = sorted(filter(None, map(told, graphs)), key=lambda article: article.iri)
    identity = identify(articles, judgements)
    issued = {article.iri: (article.first, article.last) for article in articles}
    where: set[str] = set()
    for quads in graphs:
        yield from repointed(quads, identity.canonical, where)
    yield from things(identity, issued)
    yield from gathered(identity, issued, {article.iri: article.marks for article in articles})
    yield from places(where)
    yield from (Quad(said.subject, said.predicate, said.object) for said in triples(_reasons(identity)))


def judged(graphs: Iterable[Iterable[Quad]], judgements: Iterable[Judgement] = ()) -> tuple[Judgement, ...]:
    """Return what the rules decide about the source layer, sorted, given what people decided.

    The verdicts are "same" for what was merged, and "unsure" for what looked the same but was held apart, with why.
    """
    articles = sorted(filter(None, map(told, graphs)), key=lambda article: article.iri)
    return tuple(sorted(set(identify(articles, judgements).judged)))


def _reasons(identity: Identity) -> list[Judgement]:
    """Return, sorted, why accounts are one thing or are held apart; people come before rules."""
    told = {judgement.pair: judgement for judgement in (*identity.judged, *identity.obeyed)}
    return sorted(told.values())
