"""The grammar of institutions: a head noun, its adjectives and complements, the capitals that make a proper name."""

from __future__ import annotations

from pourparlers.extract.actors.page import Page
from pourparlers.extract.institutions.patterns import (
    ALONE,
    ANAPHORIC_ADJECTIVES,
    ANAPHORS,
    BEFORE_NAMES,
    CLOSE_ADJECTIVES,
    HEADS,
    LEADING,
    LED,
    NAMED_WITH,
    OF_PLACE,
    OF_WHAT,
    PORTFOLIO_ADJECTIVES,
    PORTFOLIOS,
    WITH_STATE,
)
from pourparlers.extract.institutions.span import DE, Span, acronym, article_end
from pourparlers.extract.institutions.states import States
from pourparlers.extract.institutions.tails import BREAKS, begins_person, proper_tail

_ALSO_NAMES = frozenset(("marine", "justice", "front"))  # given names, or words of other names
_DEFINITE = frozenset(("le", "la", "l'", "les", "du", "des", "au", "aux", "ce", "cet", "cette"))
_LONGEST = 18  # tokens of a name that an acronym sums up
_OFFICE = frozenset(("a", "pour", "sous"))
_FOREIGN = frozenset("do da de del of the el al du des la le et e y di for and d'".split())


def portfolio_end(page: Page, states: States, i: int) -> int:
    """Return the end of a portfolio that starts at *i* ("Affaires étrangères et de la Coopération"), or *i*."""
    n = len(page)
    if i >= n or page.low[i] not in PORTFOLIOS:
        return i
    j = i + 1
    while j < n:
        if page.low[j] in PORTFOLIO_ADJECTIVES or (
            page.pos[j] == "ADJ" and not page.capital(j) and not page.verb.get(j) and not states.adjective(page, j)
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
    head, kind = page.low[i], HEADS.get(page.low[i])
    if kind is None or page.pos[i] in {"VERB", "AUX", "ADV"}:
        return None
    if head == "garde" and i and page.low[i - 1] in {"en", "de", "sous", "sur"}:
        return None  # "mettre en garde", "prendre garde"
    if head in _ALSO_NAMES and page.capital(i) and (page.label[i] == "PER" or begins_person(page, i)):
        return None
    if i and page.low[i - 1] == "sous" and not page.capital(i):
        return None  # "un territoire sous administration du Guyana"
    if (end := _quoted(page, i)) is not None:
        return Span(i, end, kind, head=head)
    if head == "departement" and page.low[i + 1 : i + 3] == ["d'", "etat"]:
        return Span(i, i + 3, "ministry", state="state/united-states", head=head, portfolio="etat")
    if head in LED and (leader := _leader(page, i + 1)) is not None:
        return Span(i, _name_end(page, leader), kind, head=head, leader=leader)
    return _named(page, states, i, kind) or _bare(page, i, head, kind)


def _named(page: Page, states: States, i: int, kind: str) -> Span | None:
    """Return an institution with a name, a state, a portfolio or an acronym."""
    head = page.low[i]
    j, state, portfolio = _described(page, states, i, head, kind)
    common = not page.capital(i) or page.words[i] == "ONG"
    if head in BEFORE_NAMES and common and (end := _named_after(page, j)) is not None:
        start = i if head in NAMED_WITH else j
        return Span(start, end, kind, state=state, head=head, acronym=acronym(page, end), outer=i)
    if head in {"programme", "fondation"} and common and (head == "programme" or page.low[i + 1] in DE):
        return None  # "le programme nucléaire iranien", "le programme Asie"
    capital = page.capital(i) and not page.opens_sentence(i)
    described = state is not None or bool(portfolio)
    if capital and (short := _spelled(page, i)) is not None:
        return Span(i, short[0] - 1, kind, state=state, head=head, acronym=short, portfolio=portfolio)
    if not described or (capital and head not in {"ministere", "gouvernement", "armee"}):
        end, proper = proper_tail(page, i + 1, head_capital=capital)
        if (proper or capital) and end > i + 1 and end >= j:
            return Span(i, end, kind, state=state, head=head, acronym=acronym(page, end, i))
    short = acronym(page, j, i)
    if portfolio or short or (state and (head in WITH_STATE or capital)):
        return Span(i, j, kind, state=state, head=head, acronym=short, portfolio=portfolio)
    return None


def _spelled(page: Page, i: int) -> tuple[int, int] | None:
    """Return the tokens of the acronym that the initials from *i* on spell, however long the name: "(FLPHV)"."""
    stop = min(page.bounds(i)[1], i + _LONGEST)
    known = i  # end of the last known name: "Commission des | Nations unies | pour …"
    for j in range(i + 1, stop):
        known = max([known, *(h.end for h in page.hits.get(j, ()))])
        if page.words[j] == "(":
            short = acronym(page, j)
            if short is None or not page.words[j + 1].isupper():
                return None
            letters = [c for c in page.low[j + 1] if c.isalpha()]
            initials = iter([w[:1] for w in page.low[i:j]])
            whole = letters[:1] == [page.low[i][:1]] and len(letters) > 2 and all(c in initials for c in letters)
            return short if whole else None
        if page.words[j] in BREAKS or (page.verb.get(j) is not None and j >= known):
            return None
    return None


def _named_after(page: Page, j: int) -> int | None:
    """Return the end of a name that follows head and demonym: "le quotidien danois | Havnebladet"."""
    if j >= len(page) or page.words[j] in BREAKS:
        return None
    for hit in page.hits.get(j, ()):
        if any(x.startswith("institution/") for x in hit.ids):
            return hit.end
    if not page.capital(j) or (page.hits.get(j) and not page.capital(min(j + 1, len(page) - 1))):
        return None
    end = j + 1
    while end < len(page) and page.sentence[end] == page.sentence[j]:
        inside = page.label[j] and page.label[end] == page.label[j] and page.label[end - 1] == page.label[j]
        linked = end + 1 < len(page) and page.capital(end + 1) and page.low[end] in (_FOREIGN if inside else {"d'"})
        if not page.capital(end) and not linked:
            break
        end += 1
    return end


def _described(page: Page, states: States, i: int, head: str, kind: str) -> tuple[int, str | None, str]:
    """Read adjectives, "de ÉTAT" and portfolio after the head: the end, the state, the portfolio."""
    j, state, portfolio = i + 1, None, ""
    if head in BEFORE_NAMES and j + 1 < len(page) and page.low[j] in DE and page.low[j + 1] in OF_WHAT:
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
            if head in OF_PLACE and (place := _town(page, after)) is not None:
                portfolio, j = "place", place
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


def _town(page: Page, i: int) -> int | None:
    """Return the end of a town's name at *i*."""
    for hit in page.hits.get(i, ()):
        if any(x.startswith("place/") for x in hit.ids):
            return hit.end
    return i + 1 if page.capital(i) and page.label[i] == "LOC" else None


def _bare(page: Page, i: int, head: str, kind: str) -> Span | None:
    """Read a description without any name: "le ministère", "le bloc militaire"."""
    if i == 0 or page.low[i - 1] not in _DEFINITE or head not in ANAPHORS.keys() | ALONE:
        return None
    before = i - 2
    while before > 0 and page.pos[before] == "ADV":
        before -= 1
    if head == "presidence" and (page.low[before] in _OFFICE or page.pos[before] == "VERB"):
        return None  # "assure la présidence", "candidat à la présidence"
    end = i + 1
    adjectives = ANAPHORIC_ADJECTIVES | CLOSE_ADJECTIVES if head in ALONE else ANAPHORIC_ADJECTIVES
    while end < len(page) and page.low[end] in adjectives:
        end += 1
    if head == "alliance" and not page.capital(i) and end == i + 1:
        return None
    if end < len(page) and page.low[end] in DE and head not in ALONE:
        return None
    return Span(i, end, kind, head=head, bare=True)
