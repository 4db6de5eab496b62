"""State or place: what the name of a country or of its capital stands for in its sentence.

Riga proteste · entre Riga et Vilnius · accuser Riga de · la décision de Riga    the state
à Riga · en Lettonie · le sommet de Riga · les rues de Riga                       the place
"""

from __future__ import annotations

from dataclasses import dataclass

from pourparlers.extract.actors.page import Page
from pourparlers.extract.institutions.patterns import (
    ACT_ENDINGS,
    ACTS,
    APPEALS,
    AT,
    GIVING,
    GOING,
    HERE,
    LEAVING,
    MOVING,
    PLACE_NOUNS,
    REFLEXIVE_GIVING,
    WITH,
)
from pourparlers.extract.institutions.states import States, state_ids
from pourparlers.language.document import Hit

_ARTICLES = frozenset(("la", "le", "l'", "les"))
_AND = frozenset(("et", ",", "ou", "ni", "comme", "que", "/"))
_OF = frozenset(("de", "du", "des", "d'"))
_NEAR = 5  # tokens between "quitter" and "pour Riga"
_INFINITIVES = ("er", "ir", "re")
_TO = frozenset(("a", "au", "aux"))


@dataclass(frozen=True, slots=True)
class StateMention:
    """Tokens `start:end` that name a state, by its name, capital, adjective or inhabitants; `outer` with its article.

    `actor` tells whether the state itself is meant.
    """

    start: int
    end: int
    outer: int
    state: str
    form: str
    actor: bool


def _state_hit(page: Page, i: int) -> Hit | None:
    best: Hit | None = None
    for hit in page.hits.get(i, ()):
        if state_ids(hit.ids) and (
            best is None
            or hit.end > best.end
            or (_RANK.get(hit.form, 9) < _RANK.get(best.form, 9) and hit.end == best.end)
        ):
            best = hit
        elif best is None and hit.end > i + 1:
            return None  # a longer name of something else begins here
    return best


_RANK = {"name": 0, "capital": 1, "metonym": 2, "inhabitants": 3, "adjective": 4}


def find(
    page: Page,
    states: States,
    taken: list[bool],
    closed: frozenset[int] = frozenset(),
    domains: frozenset[int] = frozenset(),
) -> list[StateMention]:
    """Return the mentions of states.

    Args:
        page: the article's tokens.
        states: the states it speaks of.
        taken: tells the tokens of people's names.
        closed: tokens inside the heads of posts ("chef d'| État").
        domains: tokens of postings and domains of posts, where a state is a place.
    """
    found: list[StateMention] = []
    i, n = 0, len(page)
    while i < n:
        if page.sentence[i] < 0 or taken[i] or i in closed:
            i += 1
            continue
        hit = _state_hit(page, i) if i in page.hits else None
        if hit is None:
            inner = states.adjective(page, i) if not page.capital(i) else None
            if inner:
                found.append(StateMention(i, i + 1, i, inner, "adjective", actor=False))
            i += 1
            continue
        state = states.of(hit.ids)
        if state is None:
            i += 1
            continue
        outer = i - 1 if i and page.low[i - 1] in _ARTICLES and page.sentence[i - 1] == page.sentence[i] else i
        form = hit.form
        if form == "inhabitants" and not page.capital(i):
            form = "adjective"
        if form == "adjective":
            actor = False
        elif form == "inhabitants":
            some = page.low[hit.end : hit.end + 1] in (["de"], ["du"], ["d'"], ["des"])  # "les Serbes de Bosnie"
            actor = outer < i and page.low[outer] == "les" and not some
        else:
            actor = i not in domains and _acts(page, hit, outer, found)
        found.append(StateMention(i, hit.end, outer, state, form, actor))
        i = hit.end
    return found


def _acts(page: Page, hit: Hit, outer: int, found: list[StateMention]) -> bool:
    """Decide by what stands before and after."""
    following = page.words[hit.end] if hit.end < len(page) else ""
    if following and (following.isdigit() or set(following) <= set("IVX")):
        return False  # "Oslo II" is no city, and no state either
    before, capital = outer - 1, hit.form == "capital" or (hit.form == "metonym" and "name" in hit.kinds)  # a town
    word = page.low[before] if before >= 0 and page.sentence[before] == page.sentence[outer] else ""
    if capital and not word and _dateline(page, hit.end):
        return False
    if found and word in _AND and found[-1].form != "adjective":
        previous = found[-1]
        if previous.end == before or (previous.end == before - 1 and page.words[previous.end] == ","):
            return previous.actor
    if page.low[hit.start] in _TO:
        word = page.low[hit.start]
    if word in _TO:
        return _addressed(page, before, capital=capital)
    if word in _OF:
        return _complement(page, before, capital=capital)
    if word in WITH:
        return page.low[before - 1 : before] not in (["frontiere"], ["frontieres"], ["frontaliere"])
    if _left_or_reached(page, before):
        return False
    if word in {"(", "["}:
        return not capital and page.words[hit.end : hit.end + 1] != [")"]
    noun = before
    while noun > 0 and page.pos[noun] == "ADJ" and capital:
        noun -= 1  # "la capitale angolaise Luanda"
    return word not in AT and page.low[noun] not in PLACE_NOUNS


def _left_or_reached(page: Page, before: int) -> bool:
    """Tell whether the name is where somebody goes: "quitter Riga", "quitter Riga pour Tallinn", "regagner Riga"."""
    at = before
    if at > 0 and page.low[at] == "pour":
        start = max(page.bounds(at)[0], at - _NEAR)
        return any(page.verb[k].verb in LEAVING for k in range(start, at) if k in page.verb)
    group = page.verb.get(at) if at >= 0 else None
    if group is not None and at == group.end - 1:
        return group.verb in GOING
    return at >= 0 and page.pos[at] == "VERB" and page.low[at] in GOING  # an infinitive


def _dateline(page: Page, end: int) -> bool:
    """Tell whether a town's name that opens a sentence and ends at *end* only dates it: "RIGA, 3 mars -"."""
    following = page.low[end : end + 2]
    if following[:1] and following[0] in {"-", "–", "—", "("}:
        return following[1:] not in (["qui"], ["dont"], ["comme"], ["ou"])
    return following[:1] == [","] and following[1:] != [] and following[1][0].isdigit()


def _addressed(page: Page, at: int, *, capital: bool) -> bool:
    """Decide "à Riga", "à la Lettonie", "au Japon" by the verb or noun before it."""
    article = page.low[at] == "a" and page.words[at + 1 : at + 2] in (["la"], ["l'"])
    start = max(page.bounds(at)[0], at - 6)
    for k in range(at - 1, start - 1, -1):
        if page.words[k] in ",;:«»":
            break
        group = page.verb.get(k)
        if page.pos[k] == "VERB" and (group is None or group.head != k) and page.low[k].endswith(_INFINITIVES):
            return page.low[k] in GIVING or (article and not capital and page.low[k] not in MOVING)
        if group is not None and group.head == k:
            gives = group.verb in (REFLEXIVE_GIVING if group.reflexive else GIVING)
            return gives or (article and not capital)
        if page.low[k] in APPEALS:
            return True
        if page.pos[k] == "NOUN" and k == at - 1 and page.low[k] in PLACE_NOUNS | HERE:
            return False
    return article


def _complement(page: Page, at: int, *, capital: bool) -> bool:
    """Decide "de Riga", "de la Lettonie" by the noun before it."""
    start = max(page.bounds(at)[0], at - 4)
    for k in range(at - 1, start - 1, -1):
        if page.low[k] in ACTS:
            return True
        if page.low[k] in PLACE_NOUNS:
            return False
        if page.pos[k] in {"NOUN", "PROPN"}:
            return not capital or page.low[k].endswith(ACT_ENDINGS)
        if page.pos[k] in {"VERB", "AUX", "PUNCT"}:
            break
    return not capital
