"""Quotations that a sentence after them credits to somebody: "« … » La phrase est du ministre"."""

from __future__ import annotations

from pourparlers.extract.statements.drafts import Draft, Span
from pourparlers.extract.statements.memory import Memory
from pourparlers.extract.statements.patterns import CONTRACTED, DE, SAYINGS
from pourparlers.extract.statements.phrases import phrase_subject
from pourparlers.extract.statements.quotations import worth
from pourparlers.extract.statements.scene import Scene
from pourparlers.language.document import Quote

_IS = frozenset({"est", "sont", "vient", "viennent", "émane"})
_GAP = 3


def credited(scene: Scene, memory: Memory, number: int) -> Draft | None:
    """Return the statement of "« … » : la phrase est de X"."""
    unit, words = scene.units[number], scene.words
    for at in range(unit.start, unit.end - 1):
        if words[at] == "dixit":
            quote, subject = _before(scene, at), phrase_subject(scene, memory, at + 1, unit.end)
            if quote is None or subject is None or not subject.refs:
                return None
            return Draft("source", subject, [(at, at + 1)], [(quote.start, quote.end)], [], number)
    for at in range(unit.start, unit.end - 3):
        if words[at] not in SAYINGS or words[at + 1] not in _IS or words[at + 2] not in DE:
            continue
        quote = _before(scene, at)
        first = at + 2 if words[at + 2] in CONTRACTED and at + 2 in scene.phrases else at + 3
        subject = phrase_subject(scene, memory, first, unit.end) if quote is not None else None
        if quote is None or subject is None or not subject.refs:
            return None
        if any(begin < quote.end and quote.start < end for d in memory.drafts for begin, end in d.content):
            return None
        return Draft(
            frame="source",
            subject=subject,
            cue=[(at + 1, at + 3)],
            content=[(quote.start, quote.end)],
            zone=_zone(scene, subject.end, number),
            unit=number,
        )
    return None


def _before(scene: Scene, at: int) -> Quote | None:
    """Return the quotation that ends right before the noun, its determiner and a mark."""
    for token in range(at - 1, max(-1, at - 1 - _GAP), -1):
        quote = scene.quote(token)
        if quote is not None:
            return quote if worth(scene, quote) else None
    return None


def _zone(scene: Scene, end: int, number: int) -> list[Span]:
    """Return where it is told how it was said: behind the name, and in "il l'a prononcée mardi" right after."""
    unit = scene.units[number]
    zone = [(end, unit.end)] if end < unit.end else []
    if number + 1 < len(scene.units):
        after = scene.units[number + 1]
        said = any(scene.words[t] in _SAID for t in range(after.start, after.end))
        if after.paragraph == unit.paragraph and said:
            zone.append((after.start, after.end))
    return zone


_SAID = frozenset({"prononcée", "prononcé", "lancée", "lâchée", "prononcées"})
