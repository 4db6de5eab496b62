"""What was said around an incise: the words before it, and those behind it that go on."""

from __future__ import annotations

from dataclasses import dataclass

from pourparlers.extract.statements.dateline import dateline
from pourparlers.extract.statements.drafts import Span
from pourparlers.extract.statements.extent import trim
from pourparlers.extract.statements.memory import Memory
from pourparlers.extract.statements.patterns import ADVERBS, COORDINATION, DE, PREPOSITIONS, QUE
from pourparlers.extract.statements.quotations import LEAST_WORDS, length
from pourparlers.extract.statements.scene import Scene
from pourparlers.language.document import Quote

# A comma behind these breaks off a phrase that goes on after the incise.
_BROKEN = frozenset({"afin", "parce", "car", "pour", "que", "qu'", "c'est", "est"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where an incise stands: its first token, the last one before it, the end of its cue and of its attribution."""

    number: int
    start: int
    before: int
    cue_end: int
    zone_end: int


def around(memory: Memory, place: Place, quote: Quote | None) -> list[Span]:
    """Return the pieces of what was said, before the incise and behind it."""
    scene, before, zone_end = memory.scene, place.before, place.zone_end
    unit = scene.units[place.number]
    low = _region_start(scene, memory, place.number, place.start)
    if quote is not None:
        low = min(low, quote.outer_start)
        lead = _lead(scene, low, quote.outer_start)
        pieces: list[Span] = [(quote.start, quote.end)]
        if lead is not None:
            pieces = [(lead[0], min(before + 1, quote.outer_end))]
        return pieces + _resumed_quote(scene, place.cue_end, zone_end, unit.end)
    ahead = _ahead(scene, before, zone_end, unit.end)
    if ahead:
        return ahead
    pieces = list(trim(scene, low + (scene.words[low] in {"mais", "et", "or", "car"}), before))
    if not pieces:
        return []
    rest = zone_end + 1
    if rest < unit.end and scene.words[zone_end] == "," and not _has_verb(scene, *pieces[0]):
        pieces += trim(scene, rest, unit.end)
    return pieces


def _ahead(scene: Scene, before: int, at: int, limit: int) -> list[Span]:
    """Return what follows an incise that breaks off a phrase: "afin, dit-il, de « relancer … »"."""
    if scene.words[before - 1] not in _BROKEN or scene.words[at : at + 1] != [","]:
        return []
    first = at + 1
    first += first < limit and scene.words[first] in DE | QUE
    if first < limit and first in scene.opens:
        quote = scene.quotes[scene.opens[first]]
        if quote.outer_end >= limit - 1:
            return [(quote.start, quote.end)]
    return list(trim(scene, first, limit))


def _region_start(scene: Scene, memory: Memory, number: int, start: int) -> int:
    """Return where the words before the incise begin: the unit's start, or the end of another attribution in it."""
    low = scene.units[number].start
    while low < start and scene.doc[low].is_space:
        low += 1
    opening = dateline(scene, low, start)
    low = opening.end if opening is not None else low
    for draft in memory.drafts:
        if draft.unit == number and draft.frame in {"incise", "clitic-incise", "lit-on"}:
            low = max([low, *(end for begin, end in draft.zone if begin < start)])
    return low


def _lead(scene: Scene, low: int, quote_start: int) -> tuple[int, int] | None:
    """Return the words before the quotation that belong to what was said; None if there are none."""
    words = scene.words
    first = low
    for at in range(quote_start - 1, low - 1, -1):
        if words[at] in {":", ";"} and scene.quote_at[at] < 0:
            if at >= quote_start - 2:
                return None
            first = at + 1
            break
    spans = trim(scene, first, quote_start)
    if not spans:
        return None
    linking = COORDINATION | ADVERBS | {"car", "or", ","}
    if all(words[t] in linking or scene.pos[t] in {"ADV", "CCONJ", "PUNCT"} for t in range(*spans[0])):
        return None
    circumstance = words[spans[0][0]] in PREPOSITIONS and words[quote_start - 1] == ","
    return None if circumstance else spans[0]


def _resumed_quote(scene: Scene, cue_end: int, at: int, limit: int) -> list[Span]:
    """Return the quotation that goes on after the incise, if nothing but circumstances and a comma part them."""
    if any(t in scene.verb_at and scene.verb_at[t].start >= cue_end for t in range(cue_end, min(at + 1, limit))):
        return []
    if at < limit and scene.words[at] in {",", ":"}:
        at += 1
    if at >= limit or at not in scene.opens:
        return []
    resumed = scene.quotes[scene.opens[at]]
    if scene.words[at - 1] not in {",", ":"} and length(scene, resumed) < LEAST_WORDS:
        return []
    return [(resumed.start, resumed.end)]


def _has_verb(scene: Scene, start: int, end: int) -> bool:
    return any(t in scene.verb_at and scene.verb_at[t].finite for t in range(start, end))
