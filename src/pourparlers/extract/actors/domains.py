"""What stands after "à", "pour", "auprès de", "chargé de" ... behind the head of a post: its domain or its posting."""

from __future__ import annotations

from dataclasses import dataclass

from pourparlers.extract.actors.ground import Ground
from pourparlers.extract.actors.lexicon import Head
from pourparlers.extract.actors.patterns import ENVOYS
from pourparlers.extract.institutions.patterns import PORTFOLIOS
from pourparlers.extract.institutions.span import Span, article_end

OPENERS = frozenset("a au aux en pour aupres pres charge chargee charges sur".split())
_CHARGED = frozenset(("charge", "chargee", "charges"))
_CANDIDATES = frozenset(("candidat", "candidate"))
_WITH_ARTICLE = frozenset(("a", "pour", "sur", "pres"))
_BODIES_AFTER = frozenset(("a", "au", "aux", "aupres"))


@dataclass(frozen=True, slots=True)
class Domain:
    """A domain that ends before token `end`; `org` is the institution served when the words name one."""

    end: int
    kept: bool = True
    org: Span | None = None


def read(ground: Ground, head: Head, at: int, j: int) -> Domain | None:
    """Read "à la Défense", "pour le Sahel", "auprès de l'ONU", "en charge des réfugiés" at *j*."""
    page = ground.page
    charged = page.low[j] in _CHARGED or page.low[j : j + 2] == ["en", "charge"]
    after = _noun(ground, j, charged=charged)
    if after is None:
        return None
    if (page.low[after] in PORTFOLIOS and page.low[j] != "en") or (charged and _subject(ground, after)):
        return Domain(ground.portfolio(after))
    if page.low[after] == "securite":
        return Domain(ground.noun_phrase(after))
    if head.words[0] in _CANDIDATES and page.low[j] in _BODIES_AFTER | {"pour"}:
        return Domain(ground.noun_phrase(after), kept=False)
    envoy = page.low[at] in ENVOYS or not ENVOYS.isdisjoint(head.words)
    span = ground.spans.get(after)
    if span is not None and page.low[j] in _BODIES_AFTER:
        return Domain(span.end, kept=envoy, org=None if envoy else span)
    if not envoy and not charged:
        return None
    found = ground.state(after) or ground.place(after)
    if found is not None:
        return Domain(found[0])
    return _task(ground, head, at, j, after) if charged or page.low[j] in {"pour", "sur"} else None


def _subject(ground: Ground, i: int) -> bool:
    """Tell whether a portfolio begins at *i*, listed or printed with a capital: "chargée du Contrôle des armements"."""
    page = ground.page
    return page.low[i] in PORTFOLIOS or (page.capital(i) and page.pos[i] == "NOUN" and i not in ground.spans)


def _noun(ground: Ground, j: int, *, charged: bool) -> int | None:
    """Return the noun after the preposition at *j* and its article."""
    page, after = ground.page, j + 1
    if page.low[j] == "aupres" or charged:
        opener = j + 2 if page.low[j] == "en" else j + 1
        after = article_end(page, opener)
        if charged and after == opener:
            return None
    elif page.low[j] in _WITH_ARTICLE and page.low[after : after + 1] and page.low[after] in {"la", "l'", "le", "les"}:
        after += 1
    return after if after < len(page) else None


def _task(ground: Ground, head: Head, at: int, j: int, after: int) -> Domain | None:
    """Read a task in plain words: "pour les négociations sur le climat"."""
    page = ground.page
    if page.pos[after] not in {"NOUN", "PROPN"}:
        return None
    end = ground.noun_phrase(after)
    further = read(ground, head, at, end) if page.low[end : end + 1] == ["sur"] and end > j else None
    return further or Domain(end)
