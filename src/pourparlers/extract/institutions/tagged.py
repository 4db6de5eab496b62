"""Organisations only the tagger and the capitals tell: "l'ONG Terres d'eau", "le FUN", "la Gazette du Cap"."""

from __future__ import annotations

from pourparlers.extract.actors.given import given_names
from pourparlers.extract.actors.lexicon import heads, ranks
from pourparlers.extract.actors.names import rank_before
from pourparlers.extract.actors.page import Page
from pourparlers.extract.institutions.patterns import HEADS, PORTFOLIOS
from pourparlers.extract.institutions.span import Span

_NO = frozenset(
    """traite accord accords convention resolution sommet conference guerre plan projet loi operation processus
    protocole pacte charte constitution covid internet twitter facebook telegram brexit pib tva gmt utc km co
    coronavirus review talks act treaty agreement initiative strategy roadmap""".split()
)
_FUNCTION = frozenset(("VERB", "ADV", "PRON", "ADP", "DET", "SCONJ"))
_ARTICLES = frozenset(("le", "la", "l'", "les", "du", "des", "de", "d'"))


def find(page: Page, taken: list[bool], after_post: frozenset[int] = frozenset()) -> list[Span]:
    """Return the organisations the tagger found, stripped of what is no part of the name.

    Args:
        page: the article's tokens.
        taken: tells the tokens of other institutions.
        after_post: where posts end, and names of people are to be expected.
    """
    spans = []
    for first, last, label in page.spans:
        if label != "ORG" or page.sentence[first] < 0:
            continue
        start, end = _stripped(page, first, last)
        if start >= end or start in after_post or any(taken[start:end]) or not _is_name(page, start, end):
            continue
        before, head = page.low[start - 1] if start else "", page.low[start]
        head = head if head in HEADS else before if before in HEADS else ""
        spans.append(Span(start, end, HEADS.get(head, "other"), (), None, head))
    return spans


def _stripped(page: Page, start: int, end: int) -> tuple[int, int]:
    """Return the span without articles before it and marks after it."""
    while start < end and (page.low[start] in _ARTICLES or not page.words[start].strip()):
        start += 1
    while end > start and (page.words[end - 1] in "()«»\"',.;:-" or not page.words[end - 1].strip()):
        end -= 1
    return start, end


def _is_name(page: Page, start: int, end: int) -> bool:
    """Tell whether `start:end` looks like an organisation's name, and not like a person's or a treaty's."""
    low, before = page.low[start], page.low[start - 1] if start else ""
    if not page.capital(start) or low in heads() or low in ranks() or page.pos[start] in _FUNCTION:
        return False
    if before in _NO or not _NO.isdisjoint(page.low[start:end]) or any(page.hits.get(k) for k in range(start, end)):
        return False
    if not set(page.words[start:end]).isdisjoint('()«»"“”'):
        return False
    if low in PORTFOLIOS or (start and rank_before(page, start) is not None):
        return False  # "…de l'Énergie | Nom Prénom" and "le général Prénom Nom", taken for organisations
    if end - start > 1:
        return low not in given_names()
    if start and page.capital(start - 1) and not page.opens_sentence(start - 1):
        return False  # the family name of "Prénom DI NOME"
    return page.words[start].isupper() and len(page.words[start]) > 2
