"""Where institutions stand in the text: forms the authority knows, and a grammar of what no list holds.

    le ministère lettonien de la Défense · l'armée du Bélouchistan · le Front uni du Nord (FUN) · l'ONG Terres d'eau

Spans hold no leading article. Whether a bare "le gouvernement" takes up one named before, `resolve.inside` decides.
"""

from __future__ import annotations

from dataclasses import replace

from pourparlers.authority import InstitutionRecord, load
from pourparlers.extract.actors.page import Page, fold
from pourparlers.extract.institutions.grammar import read
from pourparlers.extract.institutions.patterns import HEADS, LED
from pourparlers.extract.institutions.span import Span, acronym
from pourparlers.extract.institutions.states import States

_NAMED = frozenset(("name", "acronym", "metonym"))

_LONGEST = 18  # tokens of a name in brackets
_PLURAL = frozenset(("les", "aux", "des"))
_ASIDE = frozenset(("pour", "en", "au", "aux", "sur"))  # after a name the authority holds whole


def _known(page: Page, i: int) -> Span | None:
    """Return the longest institution form of the authority at *i*; one that is also a place is `states`' business."""
    found = page.hits.get(i, ())
    for hit in found:
        if hit.form not in _NAMED:
            continue
        ids = tuple(x for h in found if h.end == hit.end for x in h.ids)
        bodies = tuple(dict.fromkeys(x for x in ids if x.startswith("institution/")))
        people = i > 0 and page.low[i - 1] in _PLURAL  # "les talibans"
        proper = page.capital(i) or hit.end > i + 1 or hit.form == "acronym" or people
        if hit.form == "acronym" and _of_another(page, i, bodies):
            continue
        if bodies and proper and not any(x.startswith("place/") for x in ids):
            return Span(hit.start, hit.end, "", bodies)
    return None


def _of_another(page: Page, i: int, ids: tuple[str, ...]) -> bool:
    """Tell whether the acronym in brackets at *i* is of words that are no body: "intelligence artificielle (AI)"."""
    if i < 2 or page.words[i - 1] != "(" or page.capital(i - 2) or not page.words[i - 2].isalpha():
        return False
    records = (load().get(ident) for ident in ids)
    names = [fold(name) for r in records if isinstance(r, InstitutionRecord) for name in r.names]
    return not any(page.low[i - 2] in name.split() for name in names)


def _surname(page: Page, states: States, start: int, end: int) -> bool:
    """Tell whether tokens `start:end` behind a whole name are a person's: "du Conseil européen | Halvorsen"."""
    return all(
        page.capital(k)
        and page.low[k] not in HEADS
        and page.pos[k] not in {"ADJ", "NUM"}
        and not page.words[k].isupper()
        and states.adjective(page, k) is None
        and not any(not h.ids[0].startswith("person/") for h in page.hits.get(k, ()))
        for k in range(start, end)
    )


def _joined(page: Page, states: States, known: Span, built: Span | None) -> Span:
    """Return a known form with what the grammar reads beside it."""
    end, state, head = known.end, None, page.low[known.start]
    if built is not None and built.end > known.end:
        rest = range(known.end, built.end)
        generic = known.end == known.start + 1 and page.low[known.start] in HEADS
        aside = not generic and page.low[known.end] in _ASIDE  # "l'Union africaine | pour le Soudan"
        if aside:
            return Span(known.start, known.end, "", known.ids, None, head if head in HEADS else "")
        if not generic and _surname(page, states, known.end, built.end):
            return Span(known.start, known.end, "", known.ids, None, head if head in HEADS else "")
        if built.leader is not None or any(page.capital(k) for k in rest) or built.state or generic:
            return built
    if end < len(page) and head in HEADS and not page.capital(end) and (state := states.adjective(page, end)):
        end += 1
    return Span(
        known.start,
        end,
        "",
        known.ids,
        state,
        head if head in HEADS else "",
        acronym=acronym(page, end),
        portfolio=built.portfolio if built else "",
    )


def find(page: Page, states: States, closed: frozenset[int] = frozenset()) -> list[Span]:
    """Return the institutions of the page, longest first at each place, none inside another.

    Args:
        page: the article's tokens.
        states: the states it speaks of.
        closed: tokens where none may begin, since they belong to the head of a post ("chef d'état-major").
    """
    spans = _first_pass(page, states, closed)
    short = {page.words[s.acronym[0]]: s for s in spans if s.acronym}
    if not short:
        return spans
    taken = {k for s in spans for k in range(s.start, s.end)}
    for i, word in enumerate(page.words):
        if word in short and i not in taken and page.sentence[i] >= 0:
            spans.append(Span(i, i + 1, short[word].kind))
    return sorted(spans, key=lambda s: s.start)


def _first_pass(page: Page, states: States, closed: frozenset[int]) -> list[Span]:
    """Return what stands in the text by itself; acronyms it defines come after."""
    spans: list[Span] = []
    i, n = 0, len(page)
    while i < n:
        if page.sentence[i] < 0 or i in closed:
            i += 1
            continue
        known = _known(page, i) if i in page.hits else None
        state = any(h.form == "name" and h.ids[0].startswith("state/") for h in page.hits.get(i, ()))
        built = read(page, states, i) if page.low[i] in HEADS and not state else None
        span = _joined(page, states, known, built) if known is not None else built
        if span is None:
            i += 1
            continue
        if known is not None and span.head in LED and built is not None and built.leader is not None:
            span = built
        if not span.ids and not span.bare:
            span = _with_ids(page, span)
        if not span.ids and span.acronym and page.low[span.acronym[0]][:1] == page.low[span.start][:1]:
            short = _known(page, span.acronym[0])
            span = replace(span, ids=short.ids if short is not None else ())
        spans.append(span)
        if (full := _in_full(page, span)) is not None:
            spans.append(full)
            span = full
        i = span.end
    return [s if s.ids or s.outer is None else _with_ids(page, s) for s in spans]


def _in_full(page: Page, short: Span) -> Span | None:
    """Return the name in brackets behind a known acronym: "la FUN (Fédération de l'union du Nord)"."""
    begin, limit = short.end + 1, min(page.bounds(short.start)[1], short.end + _LONGEST)
    if not short.ids or short.end != short.start + 1 or page.words[short.end : begin] != ["("]:
        return None
    end = next((k for k in range(begin, limit) if page.words[k] == ")"), begin)
    initials = iter([w[:1] for w in page.low[begin:end]])
    spelled = page.low[begin][:1] == page.low[short.start][:1] and all(c in initials for c in page.low[short.start])
    return Span(begin, end, short.kind, short.ids) if end > begin + 1 and spelled else None


def _with_ids(page: Page, span: Span) -> Span:
    """Give "le groupe Wagner" the record of the name that ends it."""
    if span.leader is not None or not span.head:
        return span
    inner = _known(page, span.start if span.outer is not None and span.outer < span.start else span.start + 1)
    return replace(span, ids=inner.ids) if inner is not None and inner.end == span.end else span
