"""Sources of a headline or of an interview, with no verb: "… (état-major)", "Mme X : « … »", "X. – …"."""

from __future__ import annotations

from pourparlers.extract.statements.drafts import Draft, Span, Subject
from pourparlers.extract.statements.extent import trim
from pourparlers.extract.statements.joins import joined
from pourparlers.extract.statements.memory import Memory
from pourparlers.extract.statements.scene import ACTORS, Scene

_BEFORE_NAME = frozenset({",", ".", "-", "–", "—", "chez", "de", "d'", "pour", "par"})
_SPEAKING = frozenset({"person", "post", "source", "institution", "state", "group"})


def headline(scene: Scene, memory: Memory, number: int) -> Draft | None:
    """Return the statement whose source stands in brackets behind it, or with a colon before it."""
    unit = scene.units[number]
    start, end = unit.start, unit.end
    while start < end and scene.doc[start].is_space:
        start += 1
    while end > start and (scene.doc[end - 1].is_space or scene.words[end - 1] == "."):
        end -= 1
    if end - start < 4:
        return None
    quoted = scene.quote_at[start] >= 0 and scene.quotes[scene.quote_at[start]].outer_start == start
    if scene.words[end - 1] == ")" and (unit.block in {"title", "heading"} or quoted):
        made = _bracketed(scene, number, start, end)
        if made is not None:
            return made
    return _named(scene, memory, number, start, end)


def _bracketed(scene: Scene, number: int, start: int, end: int) -> Draft | None:
    opening = next((t for t in range(end - 2, start, -1) if scene.words[t] == "("), None)
    mention = scene.actor(opening + 1) if opening is not None else None
    if opening is None or mention is None or not mention.refs or mention.kind not in ACTORS or mention.end != end - 1:
        return None
    content = list(trim(scene, start, opening))
    quote = scene.quote(content[0][0]) if content else None
    body = scene.units[number].block not in {"title", "heading"}
    if body and (quote is None or (quote.outer_start, quote.outer_end) != content[0]):
        return None
    if quote is not None and (quote.outer_start, quote.outer_end) == content[0]:
        content = [(quote.start, quote.end)]
    return (
        _draft("headline", mention.refs, (mention.start, mention.end), content, number, (opening, end))
        if content
        else None
    )


def _named(scene: Scene, memory: Memory, number: int, start: int, end: int) -> Draft | None:
    """Return « X : "…" »: a speaker, a colon and a quotation, with no verb before the colon."""
    colon = next(
        (t for t in range(start, min(start + 25, end)) if scene.words[t] == ":" and scene.quote_at[t] < 0), None
    )
    if colon is None or colon + 1 >= end:
        return None
    first = colon + 1
    while first < end and scene.doc[first].is_space:
        first += 1
    if first not in scene.opens:
        return None
    if any(t in scene.verb_at and scene.verb_at[t].finite for t in range(start, colon)):
        return None
    mention = scene.ending(colon - 1, start)
    if mention is None or not mention.refs or mention.kind not in _SPEAKING:
        return None
    if mention.kind in {"state", "institution"} and mention.start == start and not _whole(scene, first, end):
        return None
    if mention.start > start and scene.words[mention.start - 1] not in _BEFORE_NAME:
        return None
    quote = scene.quotes[scene.opens[first]]
    refs, _, _ = joined(scene, mention, colon)
    del memory
    return _draft(
        "colon-name", refs, (mention.start, mention.end), [(quote.start, quote.end)], number, (start, colon + 1)
    )


def _whole(scene: Scene, first: int, end: int) -> bool:
    """Tell whether the quotation fills the rest: "Ukraine : "un tournant" dans la guerre" is a topic, not a speaker."""
    return scene.quotes[scene.opens[first]].outer_end >= end


def _draft(frame: str, refs: tuple[str, ...], who: Span, content: list[Span], number: int, zone: Span) -> Draft:
    subject = Subject(refs, *who, "headline")
    return Draft(
        frame=frame,
        subject=subject,
        cue=[zone if frame == "headline" else who],
        content=content,
        zone=[zone],
        unit=number,
    )
