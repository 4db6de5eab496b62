"""Where institutions stand in the text: forms the authority knows, and a grammar of what no list holds.

    le ministère lettonien de la Défense · l'armée du Bélouchistan · le Front uni du Nord (FUN) · l'ONG Terres d'eau

Spans hold no leading article. Whether a bare "le gouvernement" takes up one named before is `resolve.inside`'s business.
"""

from __future__ import annotations

from dataclasses import dataclass

from pourparlers.extract.actors.given import given_names
from pourparlers.extract.actors.page import Page
from pourparlers.extract.institutions.patterns import (
    ALONE,
    ANAPHORIC_ADJECTIVES,
    ANAPHORS,
    HEADS,
    PORTFOLIOS,
    WITH_STATE,
)
from pourparlers.extract.institutions.states import States

_DE = frozenset(("de", "d'", "du", "des"))
_ARTICLES = frozenset(("la", "l'", "le", "les"))
_DEFINITE = frozenset(
    ("le", "la", "l'", "les", "du", "des", "au", "aux", "ce", "cet", "cette", "son", "sa", "leur", "nos", "notre")
)
_NAMED = frozenset(("name", "acronym", "metonym"))
_FILLERS = frozenset(
    ("et", "de", "d'", "du", "des", "la", "le", "les", "l'", "pour", "sur", "contre", "-", "à", "a", "en", "au")
)


@dataclass(frozen=True, slots=True)
class Span:
    """Tokens `start:end` that name or describe an institution of type `kind`.

    `ids` are authority records that bear the form, `state` the authority id of its state if the words tell it,
    `head` the folded head noun ("" for bare names), `bare` tells a description without any name: "le ministère".
    `acronym` are the tokens of an acronym given in parentheses.
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


def article_end(page: Page, i: int) -> int:
    """Return the token after a preposition `de` and its article at *i*, or *i* if there is none."""
    if i >= len(page) or page.low[i] not in _DE:
        return i
    if page.low[i] == "de" and i + 1 < len(page) and page.low[i + 1] in _ARTICLES:
        return i + 2
    return i + 1


def _portfolio_end(page: Page, i: int) -> int:
    """Return the end of a portfolio that starts at *i* ("Affaires étrangères et de la Coopération"), or *i*."""
    n = len(page)
    if i >= n or page.low[i] not in PORTFOLIOS:
        return i
    j = i + 1
    while j < n:
        if (
            page.pos[j] == "ADJ"
            and not _is_demonym(page, j)
            or (page.capital(j) and page.low[j] in {"etrangeres", "exterieures", "sociales"})
        ):
            j += 1
            continue
        if page.low[j] in {"etrangeres", "exterieures", "publique", "publiques"}:
            j += 1
            continue
        k = j
        if page.low[k] in {"et", ","}:
            k += 1
        if k < n and page.low[k] == "et":
            k += 1
        after = article_end(page, k)
        if (
            after > k
            and after < n
            and (page.low[after] in PORTFOLIOS)
            and (page.capital(after) or k == j or not page.capital(i))
        ):
            j = after + 1
            continue
        break
    return j


def _is_demonym(page: Page, i: int) -> bool:
    return any(h.form == "adjective" and h.end == i + 1 for h in page.hits.get(i, ()))


def _state_complement(page: Page, states: States, i: int) -> tuple[int, str] | None:
    """Return the end and the state of "de la Russie", "de Kiev", "du pays" at *i*."""
    after = article_end(page, i)
    if after == i or after >= len(page):
        return None
    for hit in page.hits.get(after, ()):
        if hit.form in {"name", "capital", "metonym"} and (state := states.of(hit.ids)):
            return hit.end, state
    return None


def _known(page: Page, i: int) -> Span | None:
    """Return the longest institution form of the authority at *i*; one that is also a place is `states`' business."""
    found = page.hits.get(i, ())
    for hit in found:
        if hit.form not in _NAMED:
            continue
        ids = tuple(x for h in found if h.end == hit.end for x in h.ids)
        bodies = tuple(dict.fromkeys(x for x in ids if x.startswith("institution/")))
        if (
            bodies
            and not any(x.startswith("place/") for x in ids)
            and (page.capital(i) or hit.end > i + 1 or hit.form == "acronym")
        ):
            return Span(hit.start, hit.end, "", bodies)
    return None


def _acronym(page: Page, end: int) -> tuple[int, int] | None:
    """Return the tokens of an acronym in parentheses at *end*: "(FUN)"."""
    if end + 2 < len(page) and page.words[end] == "(" and page.words[end + 2] == ")":
        word = page.words[end + 1]
        if 2 <= len(word) <= 12 and sum(c.isupper() for c in word) >= 2 and not any(c.isspace() for c in word):
            return end + 1, end + 2
    return None


def _proper_tail(page: Page, i: int, head_capital: bool) -> tuple[int, bool]:
    """Return where the name of an organisation with its head before *i* ends, and whether a capital is in it."""
    n, j, end, proper = len(page), i, i, False
    phrases = 0
    _, stop = page.bounds(i - 1)
    limit = min(n, stop, i + 14)
    while j < limit:
        low = page.low[j]
        if page.words[j] in '()[]«»"“”,;:.!?—–':
            break
        if page.capital(j) and low not in HEADS and j > i - 1 and _begins_person(page, j):
            break
        if page.capital(j) and low not in _ARTICLES:
            proper, j, end = True, j + 1, j + 1
            continue
        if low in _FILLERS or low in _ARTICLES:
            nxt = j + 1
            while nxt < limit and (page.low[nxt] in _FILLERS or page.low[nxt] in _ARTICLES):
                nxt += 1
            if nxt >= limit:
                break
            is_noun = page.pos[nxt] in {"NOUN", "PROPN", "ADJ"} or page.capital(nxt)
            keep = (page.capital(nxt) and low not in {"a", "en", "au", "et"} and not page.hits.get(nxt)) or (
                head_capital and is_noun and low in _DE | {"pour", "et"} and phrases < 3
            )
            if low == "et" and page.hits.get(nxt):
                break
            if not keep or page.verb.get(nxt) is not None and page.pos[nxt] == "VERB":
                break
            if page.low[nxt] in _MONTHS:
                break
            phrases += 1
            proper = proper or page.capital(nxt)
            j = end = nxt + 1
            continue
        if (
            page.pos[j] in {"ADJ", "NOUN"}
            and j == end
            and (head_capital or page.pos[j] == "ADJ")
            and page.pos[j] != "VERB"
            and not page.verb.get(j)
        ):
            if page.pos[j] == "NOUN" and not head_capital:
                break
            j = end = j + 1
            continue
        break
    return end, proper


def _begins_person(page: Page, i: int) -> bool:
    """Tell whether a person's name begins at *i*, so that no organisation's goes on there."""
    if any(h.ids[0].startswith("person/") and h.form == "name" for h in page.hits.get(i, ())):
        return True
    if i + 1 < len(page) and page.capital(i + 1) and page.low[i] in given_names() and page.low[i - 1] not in _DE:
        return True
    return page.label[i] == "PER" and page.label[i - 1] != "ORG" and page.low[i - 1] not in _DE


_MONTHS = frozenset(
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre lundi mardi mercredi jeudi "
    "vendredi samedi dimanche".split()
)


def _grammar(page: Page, states: States, i: int) -> Span | None:
    """Return what the grammar of head nouns reads at *i*."""
    head = page.low[i]
    kind = HEADS.get(head)
    if kind is None or page.pos[i] in {"VERB", "AUX", "ADV"}:
        return None
    if (
        page.capital(i)
        and head in {"marine", "justice", "front"}
        and (page.label[i] == "PER" or _begins_person(page, i))
    ):
        return None
    n, capital = len(page), page.capital(i) and not page.opens_sentence(i)
    j, state, portfolio, proper, described = i + 1, None, "", False, False
    if head == "departement" and page.low[j : j + 2] == ["d'", "etat"]:
        return Span(i, j + 2, "ministry", (), "state/united-states", head, portfolio="etat")
    while j < n and page.words[j].strip():
        if _is_demonym(page, j):
            state = states.adjective(page, j) or state
            described = True
            j += 1
            continue
        if page.low[j] in {"de", "du", "des", "d'"}:
            after = article_end(page, j)
            end = _portfolio_end(page, after)
            if end > after and (kind == "ministry" or head in {"agence", "commission"} and page.capital(after)):
                portfolio = " ".join(page.low[after:end])
                j = end
                continue
            if found := _state_complement(page, states, j):
                j, state = found
                described = True
                continue
            if page.low[j : j + 2] == ["du", "pays"]:
                break
        if not page.capital(j) and head in WITH_STATE | ALONE and _close_adjective(page, j):
            j += 1
            continue
        break
    bare = not (described or portfolio)
    if bare or (capital and head not in {"ministere", "gouvernement", "armee"}):
        end, proper = _proper_tail(page, i + 1, capital)
        if (proper or capital and end > i + 1) and end > j:
            acronym = _acronym(page, end)
            if proper or acronym or capital:
                return Span(i, end, kind, (), state, head, acronym=acronym)
    if portfolio or (described and (head in WITH_STATE or capital)):
        return Span(i, j, kind, (), state, head, acronym=_acronym(page, j), portfolio=portfolio)
    previous = page.low[i - 1] if i else ""
    if acronym := _acronym(page, j):
        return Span(i, j, kind, (), state, head, acronym=acronym)
    if previous in _DEFINITE and (head in ANAPHORS or head in ALONE):
        end = i + 1
        while end < n and page.low[end] in ANAPHORIC_ADJECTIVES:
            end += 1
        if end < n and page.low[end] in {"de", "d'", "des", "du"} and head not in ALONE:
            return None
        return Span(i, end, kind, (), None, head, bare=True)
    return None


def _close_adjective(page: Page, i: int) -> bool:
    return page.low[i] in {
        "armees", "armee", "militaire", "nationale", "national", "separatistes", "speciales", "federal", "federale",
        "populaire", "general", "interarmees", "aerienne", "terrestre", "publique", "rebelles", "rebelle", "regulieres",
        "reguliere", "generales", "central", "centrale", "supreme", "constitutionnelle", "gouvernementales",
        "militaires", "politique", "presidentielle", "presidentiel", "islamiste", "democrate", "republicaine",
    }  # fmt: skip


def find(page: Page, states: States, closed: frozenset[int] = frozenset()) -> list[Span]:
    """Return the institutions of the page, longest first at each place, none inside another.

    Args:
        page: the article's tokens.
        states: the states it speaks of.
        closed: tokens where none may begin, since they belong to the head of a post ("chef d'état-major").
    """
    spans: list[Span] = []
    i, n = 0, len(page)
    while i < n:
        if page.sentence[i] < 0 or i in closed:
            i += 1
            continue
        known, built = _known(page, i), _grammar(page, states, i) if page.low[i] in HEADS else None
        best = built
        if known is not None and (built is None or known.end >= built.end):
            tail = known.end
            state = None
            if tail < n and _is_demonym(page, tail) and page.low[known.start] in HEADS:
                state = states.adjective(page, tail)
                tail += 1
            best = Span(
                known.start, tail, "", known.ids, state, page.low[i] if page.low[i] in HEADS else "",
                acronym=_acronym(page, tail), portfolio=built.portfolio if built else "",
            )  # fmt: skip
        elif known is not None and built is not None:
            best = Span(
                built.start,
                built.end,
                built.kind,
                (),
                built.state,
                built.head,
                built.bare,
                built.acronym,
                built.portfolio,
            )
        if best is None:
            i += 1
            continue
        spans.append(best)
        i = best.end
    return spans
