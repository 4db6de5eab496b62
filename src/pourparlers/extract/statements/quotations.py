"""Quotations no frame has claimed: the speaker goes on, nobody is known, or it is a term, a title, a scare quote."""

from __future__ import annotations

from dataclasses import replace

from pourparlers.extract.statements.drafts import Draft
from pourparlers.extract.statements.memory import Memory
from pourparlers.extract.statements.patterns import SENTENCE_END, TERM_WORDS, TITLE_NOUNS
from pourparlers.extract.statements.scene import ACTORS, Scene, Unit
from pourparlers.language.document import Quote

LEAST_WORDS = 3
_TITLE = 12


def length(scene: Scene, quote: Quote) -> int:
    """Return the number of words in a quotation."""
    return sum(
        scene.doc[t].is_alpha or scene.doc[t].like_num or "-" in scene.words[t][1:]
        for t in range(quote.start, quote.end)
    )


def worth(scene: Scene, quote: Quote) -> bool:
    """Tell whether the quotation is long enough to have been said: three words, or a sentence of its own."""
    least = 2 if scene.words[quote.end - 1] in {".", "!", "?", "…"} else LEAST_WORDS
    return length(scene, quote) >= least


def is_name(scene: Scene, quote: Quote) -> bool:
    """Tell whether the quotation is a title or name: short, without a verb, capitalised or after a noun for it."""
    words = scene.words
    before = words[quote.outer_start - 1] if quote.outer_start else ""
    if before in TITLE_NOUNS and length(scene, quote) <= 6 and not _clause(scene, quote):
        return True
    first = scene.doc[quote.start]
    return (
        first.is_title
        and length(scene, quote) <= 5
        and not _clause(scene, quote)
        and words[quote.start] not in {"la", "le", "les", "un", "une"}
        and words[quote.end - 1] not in {".", "!", "?"}
        and scene.pos[quote.outer_start - 1 if quote.outer_start else 0] in {"NOUN", "PROPN", "DET", "ADJ"}
    )


def kind_of(scene: Scene, quote: Quote) -> str:
    """Return the class of an unclaimed quotation: title, term, scare, or "unclaimed" if it may well have been said."""
    before = [w for w in scene.words[max(0, quote.outer_start - 2) : quote.outer_start] if w.isalpha()]
    if is_name(scene, quote):
        return "title"
    if any(w in TERM_WORDS for w in before):
        return "term"
    if not worth(scene, quote):
        return "scare"
    if not _clause(scene, quote) and length(scene, quote) <= 5:
        return "scare"
    return "unclaimed"


def _clause(scene: Scene, quote: Quote) -> bool:
    return any(t in scene.verb_at and scene.verb_at[t].finite for t in range(quote.start, quote.end))


def floating(scene: Scene, memory: Memory, index: int, claimed: dict[int, Draft]) -> Draft | None:
    """Return the statement of a quotation that stands alone: its speaker is that of the words it adjoins."""
    quote = scene.quotes[index]
    unit = scene.unit(quote.start)
    if unit is None or not _alone(scene, quote, unit.start, unit.end):
        return None
    if quote.continues is not None and quote.continues in claimed:
        return _follow(scene, claimed[quote.continues], quote, "continued")
    if _intertitle(scene, quote, unit):
        return None
    following = _adjacent(scene, index, claimed)
    if following is not None:
        return _follow(scene, following, quote, "floating")
    before = _before(scene, memory, quote, unit.paragraph)
    return _follow(scene, before, quote, "floating") if before is not None else None


def _intertitle(scene: Scene, quote: Quote, unit: Unit) -> bool:
    """Tell whether the quotation is a line of its own without a full stop: a title above the next lines."""
    ended = any(w in SENTENCE_END for w in scene.words[quote.end - 1 : unit.end])
    alone = [u for u in scene.units if u.paragraph == unit.paragraph] == [unit]
    return alone and not ended and length(scene, quote) <= _TITLE


def _follow(scene: Scene, draft: Draft, quote: Quote, frame: str) -> Draft:
    unit = scene.unit(quote.start)
    number = scene.units.index(unit) if unit is not None else draft.unit
    return replace(draft, frame=frame, content=[(quote.start, quote.end)], unit=number, complement=None, follows=draft)


def _alone(scene: Scene, quote: Quote, start: int, end: int) -> bool:
    """Tell whether the unit is nothing but quotations."""
    return all(
        scene.quote_at[t] >= 0 or not (scene.doc[t].is_alpha or scene.doc[t].like_num) for t in range(start, end)
    ) or _starts_sentence(scene, quote, start, end)


def _starts_sentence(scene: Scene, quote: Quote, start: int, end: int) -> bool:
    """Tell whether the quotation is whole sentences that merely share a unit with others."""
    if scene.words[quote.end - 1] not in {".", "!", "?", "…"}:
        return False
    before = [t for t in range(start, quote.outer_start) if scene.doc[t].is_alpha]
    after = [t for t in range(quote.outer_end, end) if scene.doc[t].is_alpha]
    return not before and (not after or scene.doc[after[0]].is_title)


def _adjacent(scene: Scene, index: int, claimed: dict[int, Draft]) -> Draft | None:
    """Return the statement whose words begin right after the quotation, in its paragraph, with nothing between."""
    quote = scene.quotes[index]
    for later in range(index + 1, len(scene.quotes)):
        other = scene.quotes[later]
        if other.depth:
            continue
        between = scene.words[quote.outer_end : other.outer_start]
        if any(w.isalnum() or "\n" in w for w in between):
            return None
        draft = claimed.get(later)
        if draft is not None and draft.content and draft.content[0][0] <= other.start:
            return draft if draft.frame in {"incise", "clitic-incise", "selon", "source", "lit-on"} else None
        quote = other
    return None


def _before(scene: Scene, memory: Memory, quote: Quote, paragraph: int) -> Draft | None:
    """Return the last statement before, if it is at most a paragraph away and no other actor came up between."""
    last: Draft | None = None
    for draft in memory.drafts:
        if draft.refs and not draft.nominal and draft.content[0][0] < quote.start:
            last = draft if last is None or draft.content[-1][1] >= last.content[-1][1] else last
    if last is None or paragraph - scene.units[last.unit].paragraph > 1:
        return None
    end = max(last.content[-1][1], last.cue[-1][1], last.subject.end, *(z[1] for z in last.zone or [(0, 0)]))
    for mention in scene.entities.within(end, quote.outer_start):
        if mention.kind in ACTORS and not set(mention.refs) & set(last.refs) and scene.quote_at[mention.start] < 0:
            return None
    between = [t for t in range(end, quote.outer_start) if scene.doc[t].is_alpha]
    return last if len(between) <= 45 else None
