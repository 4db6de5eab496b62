"""Identity across articles: from the source layer of all articles to the resolved layer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Quad

from pourparlers.resolve.judgements import Judgement

__all__ = ["resolved"]


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
        - canonical `pp:Person`, `pp:Institution`, `pp:State`, `pp:Tenure`, `pp:Meeting`, `pp:Treaty` with merged values
          and `pp:account`; the places they mention (`pp:Place`).
    """
    raise NotImplementedError
