"""Where the proper name of an organisation ends: "Front uni de libération du Nord | Moussa Gnassé"."""

from __future__ import annotations

from pourparlers.extract.actors.given import given_names
from pourparlers.extract.actors.lexicon import heads, ranks
from pourparlers.extract.actors.page import Page
from pourparlers.extract.institutions.patterns import DATES, HEADS, LOOSE_ADJECTIVES, PERSONS_OF_STATE
from pourparlers.extract.institutions.span import ARTICLES, DE

BREAKS = frozenset('()[]«»"“”,;:.!?—–…')
_FILLERS = frozenset(("et", "de", "d'", "du", "des", "la", "le", "les", "l'", "pour", "sur", "contre", "a", "en", "au"))
_LONGEST = 14  # tokens
_PHRASES = 3  # complements in a name


def begins_person(page: Page, i: int) -> bool:
    """Tell whether a person's name begins at *i*, so that no organisation's goes on there."""
    if any(h.ids[0].startswith("person/") and h.form == "name" for h in page.hits.get(i, ())):
        return True
    if page.low[i - 1] in DE:
        return False
    if i + 1 < len(page) and page.capital(i + 1) and page.low[i] in given_names():
        return True
    return page.label[i] == "PER" and page.label[i - 1] != "ORG"


def _two_names(page: Page, i: int, j: int) -> bool:
    """Tell whether two names follow a noun with an article at *j*: "… et l'Égalité | Moussa Gnassé"."""
    after_article = j > i + 1 and page.low[j - 2] in ARTICLES and page.capital(j - 1)
    return after_article and page.pos[j : j + 2] == ["PROPN", "PROPN"] and page.capital(j + 1)


def _after_adjective(page: Page, i: int, j: int) -> bool:
    """Tell whether two names follow an adjective in lower case at *j*: "l'Assemblée nationale | Heng Sokha"."""
    adjective = j > i - 1 and page.pos[j - 1] == "ADJ" and not page.capital(j - 1)
    return (
        adjective
        and j + 1 < len(page)
        and page.capital(j + 1)
        and page.low[j + 1] not in HEADS
        and page.low[j] not in HEADS
    )


def proper_tail(page: Page, i: int, *, head_capital: bool) -> tuple[int, bool]:
    """Return where the name of an organisation with its head before *i* ends, and whether a capital is in it."""
    j, end, proper, phrases = i, i, False, 0
    limit = min(page.bounds(i - 1)[1], i + _LONGEST)
    while j < limit and page.words[j] not in BREAKS:
        low = page.low[j]
        if page.capital(j) and low not in ARTICLES:
            if low not in HEADS and (begins_person(page, j) or _two_names(page, i, j) or _after_adjective(page, i, j)):
                break
            proper, j, end = True, j + 1, j + 1
            continue
        if low in _FILLERS:
            found = _linked(page, j, limit, head_capital=head_capital, phrases=phrases)
            if found is None:
                break
            phrases += 1
            proper = proper or page.capital(found)
            j = end = found + 1
            continue
        adjective = page.pos[j] == "ADJ" or (page.pos[j] == "NOUN" and head_capital)
        if not adjective or j != end or page.verb.get(j) or low in LOOSE_ADJECTIVES:
            break
        j = end = j + 1
    return end, proper


def _parallel(page: Page, j: int, noun: int, phrases: int) -> bool:
    """Tell whether "et" at *j* joins another body, not a complement: "le Congrès | et le gouvernement d'union"."""
    if page.low[noun] not in HEADS or noun == j + 1:
        return False
    return page.low[j + 1] in ARTICLES or (page.low[j + 1] in DE and not phrases)


def _linked(page: Page, j: int, limit: int, *, head_capital: bool, phrases: int) -> int | None:
    """Return the noun that the link words at *j* join to an organisation's name, None if they lead out of it."""
    low, noun = page.low[j], j + 1
    if low == "pour" and page.low[noun] in {"un", "une"}:
        noun += 1
    while noun < limit and page.low[noun] in _FILLERS:
        noun += 1
    if noun >= limit or page.low[noun] in DATES or page.low[noun] in ranks() or page.low[noun] in PERSONS_OF_STATE:
        return None
    if low == "et" and (page.hits.get(noun) or page.low[noun] in heads() or _parallel(page, j, noun, phrases)):
        return None
    if page.verb.get(noun) is not None and page.pos[noun] == "VERB":
        return None
    if page.capital(noun) and low not in {"a", "en", "au", "et"} and not page.hits.get(noun):
        return noun
    nominal = page.pos[noun] in {"NOUN", "PROPN", "ADJ"} or page.capital(noun)
    return noun if head_capital and nominal and low in DE | {"pour", "et"} and phrases < _PHRASES else None
