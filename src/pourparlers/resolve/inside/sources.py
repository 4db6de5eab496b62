"""Unnamed sources that are no posts: "une source diplomatique française", "des témoins", "un officier serbe"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pourparlers.extract.actors.page import Page
from pourparlers.extract.actors.patterns import UNCOUNTED
from pourparlers.extract.institutions.span import Span, article_end
from pourparlers.extract.institutions.states import States
from pourparlers.resolve.inside.bodies import Bodies
from pourparlers.resolve.inside.patterns import SOURCES
from pourparlers.resolve.inside.people import People, Somebody


@dataclass(frozen=True, slots=True)
class Source:
    """An unnamed source in tokens `outer:end`; `who` is the described person."""

    outer: int
    end: int
    at: int
    plural: bool
    gender: str | None
    who: Somebody


_BEFORE = frozenset("autre autres haut hauts haute hautes meme ancien anciens".split())
_ONE = frozenset(("un", "une"))


def find(page: Page, bodies: Bodies, people: People, states: States) -> list[Source]:
    """Return the sources of the page, each with a described person of its own."""
    found: list[Source] = []
    spans = {s.start: s for b in bodies.by_key.values() for s in b.spans}
    for i, low in enumerate(page.low):
        if low not in SOURCES or page.sentence[i] < 0 or page.pos[i] not in {"NOUN", "PROPN"}:
            continue
        first = i
        while first and page.low[first - 1] in _BEFORE:
            first -= 1
        det = page.low[first - 1] if first else ""
        bare = low in {"source", "sources"} and det in {"de", "selon"}  # "de source diplomatique", "selon sources"
        if det not in _ONE | UNCOUNTED and not bare:
            continue
        end = _end(page, spans, states, i + 1)
        if page.low[i - 1] == "comme" or (low in {"source", "sources"} and page.low[end - 1] in {"energie", "revenus"}):
            continue
        plural = page.number[i] == "p" or low.endswith("s")
        who = Somebody((), gender=None, described=True)
        who.descriptions.append((first, end, i))
        people.all.append(who)
        outer = first if bare else first - 1
        found.append(Source(outer, end, i, plural, page.gender[i] or None, who))
    return found


def _end(page: Page, spans: Mapping[int, Span], states: States, i: int) -> int:
    """Return where the noun phrase ends: adjectives, demonyms, "proche de X", "au sein de X", "de la présidence"."""
    j = i
    while j < len(page) and (page.pos[j] == "ADJ" or states.adjective(page, j)) and not page.capital(j):
        j += 1
    after = article_end(page, j)
    span = spans.get(after) if after > j else None
    return span.end if span is not None else j
