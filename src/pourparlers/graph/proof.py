"""The gate before a store: every passage is read again in the article's text, and must say what the graph says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from pourparlers.model import Article, Facts
from pourparlers.vocab import NIF, OA, PP

_POINTERS = ("evidence", "principalEvidence", "contentPassage", "cuePassage", "timeExpression", "furniture")


def false_offsets(article: Article, facts: Facts, quads: Iterable[Quad]) -> Iterator[str]:
    """Yield, in words, every place where what is about to be written differs from the article.

    Args:
        article: as stored.
        facts: what was read out of it.
        quads: the lift of both.
    """
    yield from _misprinted(article, facts)
    yield from unproven(article.text, quads)


def _misprinted(article: Article, facts: Facts) -> Iterator[str]:
    """Compare the words that facts repeat as printed with the passages they say they come from."""
    if len(article.reading) != len(article.text):
        yield f"the reading has {len(article.reading)} characters, the text {len(article.text)}"
    placed = [(meeting.id, meeting.place) for meeting in facts.meetings]
    placed += [(statement.id, statement.place) for statement in facts.statements]
    for ref, place in placed:
        if place is not None:
            begin, end = place.passage.begin, place.passage.end
            inside = 0 <= begin < end <= len(article.text)
            printed, name = _plain(article.text[begin:end]), _plain(place.name)
            if not inside or not (name in printed or printed in name):  # either may have the other's determiner
                yield f"{ref}: the place {place.name!r} is not at {begin},{end}, where the text has {printed!r}"


def _plain(words: str) -> str:
    return " ".join(words.replace("’", "'").split())


def unproven(text: str, quads: Iterable[Quad]) -> Iterator[str]:
    """Yield, in words, every passage that is not in *text*, and every pointer to a passage that nothing describes."""
    described = {term.value for term in (OA.hasSource, NIF.beginIndex, NIF.endIndex, NIF.anchorOf)}
    pointers = {PP[name].value for name in _POINTERS}
    passages: dict[str, dict[str, str]] = {}
    pointed: dict[str, str] = {}
    for quad in quads:
        predicate, subject, thing = quad.predicate.value, quad.subject, quad.object
        if not isinstance(subject, NamedNode) or not isinstance(thing, NamedNode | Literal):
            yield f"{subject} is no IRI: {quad}"
        elif predicate in described:
            passages.setdefault(subject.value, {})[predicate] = thing.value
        elif predicate in pointers:
            pointed.setdefault(thing.value, subject.value)
        elif predicate == NIF.isString.value and thing.value != text:
            yield f"<{subject.value}>: the stored text is not that of the article"
    for iri, said in passages.items():
        yield from _unproven(text, iri, said)
    for iri, pointer in pointed.items():
        if iri not in passages:
            yield f"<{pointer}> points at <{iri}>, which nothing describes"


def _unproven(text: str, iri: str, said: dict[str, str]) -> Iterator[str]:
    begin, end = int(said.get(NIF.beginIndex.value, "-1")), int(said.get(NIF.endIndex.value, "-1"))
    source, words = said.get(OA.hasSource.value), said.get(NIF.anchorOf.value)
    if iri != f"{source}#char={begin},{end}":
        yield f"<{iri}> describes characters {begin},{end} of <{source}>"
    elif not 0 <= begin < end <= len(text):
        yield f"<{iri}> lies outside the text, which has {len(text)} characters"
    elif words != text[begin:end]:
        yield f"<{iri}> should read {words!r}; the text has {text[begin:end]!r}"
    elif words != words.strip():
        yield f"<{iri}> begins or ends in white space: {words!r}"
