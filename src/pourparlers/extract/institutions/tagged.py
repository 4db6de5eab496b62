"""Organisations only the tagger and the capitals tell: "l'ONG Terres d'eau", "le FUN", "la Gazette du Cap"."""

from __future__ import annotations

from pourparlers.extract.actors.given import given_names
from pourparlers.extract.actors.lexicon import heads, ranks
from pourparlers.extract.actors.names import rank_before
from pourparlers.extract.actors.page import Page
from pourparlers.extract.institutions.grammar import Span
from pourparlers.extract.institutions.patterns import HEADS, PORTFOLIOS

_NO = frozenset(
    """traite accord accords convention resolution sommet conference guerre plan projet loi operation processus
    protocole pacte charte constitution covid internet twitter facebook telegram brexit pib tva gmt utc km co
    coronavirus""".split()
)
_ARTICLES = frozenset(("le", "la", "l'", "les", "du", "des", "de", "d'"))


def find(page: Page, taken: list[bool], after_post: frozenset[int] = frozenset()) -> list[Span]:
    """Return the organisations the tagger found, stripped of what is no part of the name.

    Args:
        page: the article's tokens.
        taken: tells the tokens of other institutions.
        after_post: where posts end, and names of people are to be expected.
    """
    spans: list[Span] = []
    for start, end, label in page.spans:
        if label != "ORG" or page.sentence[start] < 0:
            continue
        while start < end and (page.low[start] in _ARTICLES or not page.words[start].strip()):
            start += 1
        while end > start and (page.words[end - 1] in "()«»\"',.;:-" or not page.words[end - 1].strip()):
            end -= 1
        if start >= end or any(taken[start:end]) or any(w in '()«»"“”' for w in page.words[start:end]):
            continue
        if (
            not page.capital(start)
            or page.low[start] in _NO
            or page.low[start] in heads()
            or page.low[start] in ranks()
        ):
            continue
        if (start and page.low[start - 1] in _NO) or any(page.low[k] in _NO for k in range(start, end)):
            continue
        if any(page.hits.get(k) for k in range(start, end)):
            continue
        if end - start == 1 and start and page.capital(start - 1) and not page.opens_sentence(start - 1):
            continue  # the family name of "Gabriele DI MUZIO"
        if start in after_post:
            continue
        if end - start == 1 and not (page.words[start].isupper() and len(page.words[start]) > 2):
            continue
        if end - start > 1 and page.low[start] in given_names():
            continue
        if page.low[start] in PORTFOLIOS or (start and rank_before(page, start) is not None):
            continue  # "…de l'Énergie | Nom Prénom" and "le général Prénom Nom", taken for organisations
        if page.pos[start] in {"VERB", "ADV", "PRON", "ADP", "DET", "SCONJ"}:
            continue
        kind, head = "other", page.low[start]
        before = page.low[start - 1] if start else ""
        if head in HEADS:
            kind = HEADS[head]
        elif before in HEADS:
            kind, head = HEADS[before], before
        spans.append(Span(start, end, kind, (), None, head if head in HEADS else ""))
    return spans
