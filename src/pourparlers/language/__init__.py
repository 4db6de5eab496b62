"""Text to layers: one spaCy pipeline, then sentences, quotations, names known beforehand, verbs and times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pourparlers.language import gazetteer, quotes, sentences, times, verbs
from pourparlers.language.document import Reading
from pourparlers.language.pipeline import load

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.language import Language
    from spacy.tokens import Doc

    from pourparlers.model import Article

__all__ = ["load", "read", "read_all"]


def read(article: Article, nlp: Language) -> Reading:
    """Return *article* as the extractors see it."""
    return _layers(article, nlp(article.reading))


def read_all(articles: Iterable[Article], nlp: Language) -> Iterator[Reading]:
    """Yield the reading of each article, in order."""
    for doc, article in nlp.pipe(((article.reading, article) for article in articles), as_tuples=True):
        yield _layers(article, doc)


def _layers(article: Article, doc: Doc) -> Reading:
    """Return the layers of one parsed article."""
    found = sentences.read(doc, article)
    return Reading(
        article=article,
        doc=doc,
        sentences=found,
        quotes=quotes.find(doc),
        hits=gazetteer.find(doc, (sentence.start for sentence in found)),
        verbs=verbs.find(doc, ((sentence.start, sentence.end) for sentence in found)),
        times=times.find(doc),
    )
