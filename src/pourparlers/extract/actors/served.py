"""What stands after "de" behind the head of a post: whom or what it serves, or what it is about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pourparlers.authority import InstitutionRecord
from pourparlers.extract.actors.ground import Ground
from pourparlers.extract.actors.lexicon import Head
from pourparlers.extract.actors.patterns import (
    FIRST,
    FORCES,
    MINISTERS,
    ORGANS,
    QUALITIES,
    RELATIVE_AFTER,
    RELATIVE_BEFORE,
    TIME_OF,
)
from pourparlers.extract.actors.post import Post
from pourparlers.extract.institutions.patterns import PORTFOLIOS
from pourparlers.extract.institutions.span import Span, article_end

_DEPTH = 2  # "porte-parole du conseiller du président"


@dataclass(frozen=True, slots=True)
class Served:
    """A complement that ends before token `end`; the title keeps it up to token `keep` (0: not at all).

    Only one of the others is set: the institution, the state, the post or the first token of the person served, the
    portfolio, the place; or `former` for "de l'époque".
    """

    end: int
    keep: int = 0
    org: Span | None = None
    state: str = ""
    post: Post | None = None
    person: int | None = None
    portfolio: str = ""
    place: str = ""
    former: bool = False


Read = Callable[[int, int], Post | None]


def read(ground: Ground, head: Head, j: int, depth: int, inner: Read) -> Served | None:
    """Return the complement in `de` at *j*; *inner* reads a post at a token and a depth."""
    page = ground.page
    after = article_end(page, j)
    if after >= len(page):
        return None
    low = page.low[after]
    if low in TIME_OF:
        return Served(after + 1, former=True)
    if low in PORTFOLIOS and head.key.split()[0] in MINISTERS:
        return _portfolio(ground, after)
    if low == "republique" and not ground.demonym(after + 1):
        state = ground.state(after)
        named = state is not None and state[0] > after + 1
        return Served(state[0], state=state[1]) if state and named else Served(after + 1, after + 1)
    if (found := _body(ground, after)) is not None:
        return found
    if state := ground.state(after):
        keep = after + 1 if low == "republique" and state[0] == after + 2 else 0
        return Served(state[0], keep, state=state[1])
    noun = page.pos[after] != "ADJ" or low in FIRST
    if depth < _DEPTH and noun and (post := inner(after, depth + 1)) is not None:
        return Served(post.end, post.at + len(post.head.words), post=post)
    return _named(ground, j, after) or _topic(ground, j, after)


def _portfolio(ground: Ground, i: int) -> Served:
    end = ground.portfolio(i)
    return Served(end, end, portfolio=" ".join(ground.page.low[i:end]))


def _named(ground: Ground, j: int, after: int) -> Served | None:
    """Return the person, the portfolio or the place at *after*."""
    if (name := ground.person(after)) is not None:
        end = ground.name_end(name)
        kept = ground.page.low[j - 1] in RELATIVE_BEFORE | RELATIVE_AFTER  # "prédécesseur du général X"
        return Served(end, end if kept else 0, person=name)
    if ground.page.low[after] in PORTFOLIOS:
        return _portfolio(ground, after)
    if place := ground.place(after):
        return Served(place[0], place[0], place=place[1])
    return None


def _topic(ground: Ground, j: int, after: int) -> Served | None:
    """Return a plain noun phrase: "chef de la délégation", "chef de l'extrême droite"."""
    page = ground.page
    following = page.pos[after + 1 : after + 2]
    if page.pos[after] in {"ADJ", "ADV"} and not page.capital(after) and following in (["NOUN"], ["ADJ"]):
        end = ground.noun_phrase(after + 1)
        return Served(end, end, portfolio="topic")
    capital_fits = not page.capital(after) or (after == j + 1 and page.low[j] == "du")
    if page.pos[after] in {"NOUN", "PROPN"} and capital_fits and page.low[after] not in QUALITIES:
        end = ground.noun_phrase(after)
        return Served(end, end, portfolio="topic")
    return None


def _body(ground: Ground, i: int) -> Served | None:
    """Return the institution at *i*, or the one whose forces are named there."""
    page, span = ground.page, ground.spans.get(i)
    if page.low[i] in FORCES and not (span is not None and span.ids) and (found := _forces(ground, i)) is not None:
        return found
    if span is None:
        return None
    end = span.acronym[1] + 1 if span.acronym else span.end
    return Served(end, _organ_end(ground, span) if _is_organ(ground, span) else 0, org=span)


def _forces(ground: Ground, i: int) -> Served | None:
    """Read "(des) forces de l'Otan au Kosovo" at *i*: the whole stays in the title, the body served is the Otan."""
    page, j = ground.page, i + 1
    while ground.adjective(j):
        j += 1
    after = article_end(page, j)
    inner = ground.spans.get(after) if after > j else None
    if inner is None or not inner.ids:
        placed = j > i + 1 and page.low[j : j + 1] == ["en"] and ground.region(j)
        return Served(placed[0], placed[0], portfolio="topic") if placed else None
    end = inner.end
    if end + 1 < len(page) and page.low[end] in {"en", "au", "aux", "dans"}:
        place = ground.state(end + 1) or ground.place(end + 1) or ground.region(end)
        end = place[0] if place else end
    return Served(end, end, org=inner)


def _is_organ(ground: Ground, span: Span) -> bool:
    """Tell whether the institution is part of another, so that the title needs it: "président du Comité militaire"."""
    if span.head not in ORGANS:
        return False
    records = [r for i in span.ids if isinstance(r := ground.states.authority.get(i), InstitutionRecord)]
    return not records or any(r.parent or r.states for r in records)


def _organ_end(ground: Ground, span: Span) -> int:
    """Return where the title ends inside an organ: before its demonym and its state ("des forces armées" | de X)."""
    j = span.start + 1
    while j < span.end:
        after = article_end(ground.page, j)
        if ground.demonym(j) or (after > j and (ground.state(after) or ground.body(after))):
            break
        j += 1
    return j
