"""The grammar of institutions: a head noun, its adjectives, its complements, and the capitals that make a proper name."""

from __future__ import annotations

from dataclasses import dataclass

from pourparlers.extract.actors.given import given_names
from pourparlers.extract.actors.lexicon import heads, ranks
from pourparlers.extract.actors.page import Page
from pourparlers.extract.institutions.patterns import (
    ALONE,
    ANAPHORIC_ADJECTIVES,
    ANAPHORS,
    BEFORE_NAMES,
    CLOSE_ADJECTIVES,
    DATES,
    HEADS,
    LEADING,
    LED,
    LOOSE_ADJECTIVES,
    NAMED_WITH,
    OF_WHAT,
    PERSONS_OF_STATE,
    PORTFOLIO_ADJECTIVES,
    PORTFOLIOS,
    WITH_STATE,
)
from pourparlers.extract.institutions.states import States

DE = frozenset(("de", "d'", "du", "des"))
ARTICLES = frozenset(("la", "l'", "le", "les"))
_DEFINITE = frozenset(("le", "la", "l'", "les", "du", "des", "au", "aux", "ce", "cet", "cette"))
_FILLERS = frozenset(("et", "de", "d'", "du", "des", "la", "le", "les", "l'", "pour", "sur", "contre", "a", "en", "au"))
_FOREIGN = frozenset("do da de del of the el al du des la le et e y di for and d'".split())
_BREAKS = frozenset('()[]«»"“”,;:.!?—–…')
_ACRONYM = range(2, 13)


@dataclass(frozen=True, slots=True)
class Span:
    """Tokens `start:end` that name or describe an institution of type `kind`.

    `ids` are authority records that bear the form, `state` the authority id of its state if the words tell it,
    `head` the folded head noun ("" for bare names), `bare` tells a description without any name: "le ministère".
    `acronym` are the tokens of an acronym in parentheses. From token `leader` on stands the name of the person who
    leads it, which is a mention of its own: "l'administration | Halvorsen". `outer` is where a common noun before the
    name begins: "le quotidien danois | Havnebladet".
    """

    start: int
    end: int
    kind: str
    ids: tuple[str, ...] = ()
    state: str | None = None
    head: str = ""
    bare: bool = False
    acronym: tuple[int, int] | None = None
    portfolio: str = ""
    leader: int | None = None
    outer: int | None = None

    @property
    def closed_end(self) -> int:
        """Return where the tokens end that can be no part of a person's name."""
        return self.end if self.leader is None else self.leader


def article_end(page: Page, i: int) -> int:
    """Return the token after a preposition `de` and its article at *i*, or *i* if there is none."""
    if i >= len(page) or page.low[i] not in DE:
        return i
    if page.low[i] == "de" and i + 1 < len(page) and page.low[i + 1] in ARTICLES:
        return i + 2
    return i + 1


def acronym(page: Page, end: int) -> tuple[int, int] | None:
    """Return the tokens of an acronym in parentheses at *end*: "(FUN)"."""
    if end + 2 < len(page) and page.words[end] == "(" and page.words[end + 2] == ")":
        word = page.words[end + 1]
        if len(word) in _ACRONYM and sum(c.isupper() for c in word) >= 2 and not any(c.isspace() for c in word):
            return end + 1, end + 2
    return None


def portfolio_end(page: Page, states: States, i: int) -> int:
    """Return the end of a portfolio that starts at *i* ("Affaires étrangères et de la Coopération"), or *i*."""
    n = len(page)
    if i >= n or page.low[i] not in PORTFOLIOS:
        return i
    j = i + 1
    while j < n:
        if page.low[j] in PORTFOLIO_ADJECTIVES or (
            page.pos[j] == "ADJ" and not page.capital(j) and not states.adjective(page, j)
        ):
            j += 1
            continue
        k = j
        while k < n and page.low[k] in {",", "et"} and k < j + 2:
            k += 1
        after = article_end(page, k)
        further = k < after < n and page.low[after] in PORTFOLIOS
        if further and (page.capital(after) or k == j or not page.capital(i)):
            j = after + 1
            continue
        break
    return j


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
    limit = min(page.bounds(i - 1)[1], i + 14)
    while j < limit and page.words[j] not in _BREAKS:
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


def _linked(page: Page, j: int, limit: int, *, head_capital: bool, phrases: int) -> int | None:
    """Return the noun that the link words at *j* join to an organisation's name, None if they lead out of it."""
    low, noun = page.low[j], j + 1
    while noun < limit and page.low[noun] in _FILLERS:
        noun += 1
    if noun >= limit or page.low[noun] in DATES or page.low[noun] in ranks() or page.low[noun] in PERSONS_OF_STATE:
        return None
    if low == "et" and (page.hits.get(noun) or page.low[noun] in heads()):
        return None
    if page.verb.get(noun) is not None and page.pos[noun] == "VERB":
        return None
    if page.capital(noun) and low not in {"a", "en", "au", "et"} and not page.hits.get(noun):
        return noun
    nominal = page.pos[noun] in {"NOUN", "PROPN", "ADJ"} or page.capital(noun)
    return noun if head_capital and nominal and low in DE | {"pour", "et"} and phrases < 3 else None


def _state_complement(page: Page, states: States, i: int) -> tuple[int, str] | None:
    """Return the end and the state of "de la Russie", "de Kiev" at *i*."""
    after = article_end(page, i)
    if after == i or after >= len(page):
        return None
    for hit in page.hits.get(after, ()):
        if hit.form in {"name", "capital", "metonym"} and (state := states.of(hit.ids)):
            return hit.end, state
    return None


def _leader(page: Page, j: int) -> int | None:
    """Return where the leader is named after "administration", "régime de" ... at *j*."""
    k = article_end(page, j)
    while k < len(page) and page.low[k] in LEADING:
        k += 1
    if k >= len(page) or not page.capital(k) or page.sentence[k] != page.sentence[j - 1]:
        return None
    person = page.label[k] == "PER" or any(h.ids[0].startswith("person/") for h in page.hits.get(k, ()))
    return k if person else None


def _name_end(page: Page, i: int) -> int:
    end = i + 1
    while (
        end < len(page)
        and page.capital(end)
        and page.label[end] == page.label[i]
        and page.sentence[end] == page.sentence[i]
    ):
        end += 1
    return end


def _quoted(page: Page, i: int) -> int | None:
    """Return the end of a name in quotation marks that begins at *i*: le « conseil de vigilance »."""
    if i < 2 or page.words[i - 1] not in {"«", '"', "“"} or page.low[i - 2] not in _DEFINITE | DE:
        return None
    for j in range(i + 2, min(i + 8, len(page))):
        if page.words[j] in {"»", '"', "”"}:
            return j
        if page.verb.get(j) is not None or page.words[j] in ",.;:":
            return None
    return None


def read(page: Page, states: States, i: int) -> Span | None:
    """Return what the head noun at *i* begins, None if it is no institution."""
    head = page.low[i]
    kind = HEADS.get(head)
    if kind is None or page.pos[i] in {"VERB", "AUX", "ADV"}:
        return None
    if (
        page.capital(i)
        and head in {"marine", "justice", "front"}
        and (page.label[i] == "PER" or begins_person(page, i))
    ):
        return None
    if (end := _quoted(page, i)) is not None:
        return Span(i, end, kind, (), None, head)
    if head == "departement" and page.low[i + 1 : i + 3] == ["d'", "etat"]:
        return Span(i, i + 3, "ministry", (), "state/united-states", head, portfolio="etat")
    if head in LED and (leader := _leader(page, i + 1)) is not None:
        return Span(i, _name_end(page, leader), kind, (), None, head, leader=leader)
    j, state, portfolio = _described(page, states, i, head, kind)
    if head in BEFORE_NAMES and not page.capital(i) and (end := _named_after(page, j)) is not None:
        start = i if head in NAMED_WITH else j
        return Span(start, end, kind, (), state, head, acronym=acronym(page, end), outer=i)
    capital = page.capital(i) and not page.opens_sentence(i)
    described = state is not None or bool(portfolio)
    if not described or (capital and head not in {"ministere", "gouvernement", "armee"}):
        end, proper = proper_tail(page, i + 1, head_capital=capital)
        if (proper or capital) and end > i + 1 and end >= j:
            return Span(i, end, kind, (), state, head, acronym=acronym(page, end))
    if portfolio or (state and (head in WITH_STATE or capital)):
        return Span(i, j, kind, (), state, head, acronym=acronym(page, j), portfolio=portfolio)
    if acronym(page, j):
        return Span(i, j, kind, (), state, head, acronym=acronym(page, j))
    return _bare(page, i, head, kind)


def _named_after(page: Page, j: int) -> int | None:
    """Return the end of a name that follows head and demonym: "le quotidien danois | Havnebladet"."""
    if j >= len(page) or page.words[j] in _BREAKS:
        return None
    for hit in page.hits.get(j, ()):
        if any(x.startswith("institution/") for x in hit.ids):
            return hit.end
    if not page.capital(j) or (page.hits.get(j) and not page.capital(min(j + 1, len(page) - 1))):
        return None
    end = j + 1
    while end < len(page) and page.sentence[end] == page.sentence[j]:
        inside = page.label[j] and page.label[end] == page.label[j] and page.label[end - 1] == page.label[j]
        if not page.capital(end) and not (
            inside and page.low[end] in _FOREIGN and end + 1 < len(page) and page.capital(end + 1)
        ):
            break
        end += 1
    return end


def _described(page: Page, states: States, i: int, head: str, kind: str) -> tuple[int, str | None, str]:
    """Read adjectives, "de ÉTAT" and portfolio after the head: the end, the state, the portfolio."""
    j, state, portfolio = i + 1, None, ""
    if head in BEFORE_NAMES and page.low[j] in DE and page.low[j + 1 : j + 2] and page.low[j + 1] in OF_WHAT:
        j += 2
    while j < len(page) and page.words[j].strip():
        adjective = None if page.capital(j) else states.adjective(page, j)
        if adjective:
            state, j = adjective, j + 1
            continue
        if page.low[j] in DE:
            after = article_end(page, j)
            end = portfolio_end(page, states, after)
            if end > after and (kind == "ministry" or (head in {"agence", "commission"} and page.capital(after))):
                portfolio, j = " ".join(page.low[after:end]), end
                continue
            if found := _state_complement(page, states, j):
                j, state = found
                continue
        close = (
            page.low[j] in CLOSE_ADJECTIVES
            if head in WITH_STATE | ALONE
            else head in BEFORE_NAMES and page.pos[j] == "ADJ"
        )
        before_demonym = head in WITH_STATE and page.pos[j] == "ADJ" and states.adjective(page, j + 1) is not None
        if not page.capital(j) and (close or before_demonym):
            j += 1
            continue
        break
    return j, state, portfolio


def _bare(page: Page, i: int, head: str, kind: str) -> Span | None:
    """Read a description without any name: "le ministère", "le bloc militaire"."""
    if i == 0 or page.low[i - 1] not in _DEFINITE or head not in ANAPHORS.keys() | ALONE:
        return None
    end = i + 1
    adjectives = ANAPHORIC_ADJECTIVES | CLOSE_ADJECTIVES if head in ALONE else ANAPHORIC_ADJECTIVES
    while end < len(page) and page.low[end] in adjectives:
        end += 1
    if head == "alliance" and not page.capital(i) and end == i + 1:
        return None
    if end < len(page) and page.low[end] in DE and head not in ALONE:
        return None
    return Span(i, end, kind, (), None, head, bare=True)
