"""Nothing lost silently: what became of each quotation and of each verb of saying of an article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pourparlers.extract.mentions import Entities
from pourparlers.extract.statements.cues import cues
from pourparlers.extract.statements.quotations import LEAST_WORDS, length
from pourparlers.extract.statements.scene import Scene
from pourparlers.language.document import Reading
from pourparlers.model import Fate, Passage, Statement, Unclaimed

# Reasons that say what something is; the others say that no rule knew.
_CLASSES = frozenset({"scare", "term", "title", "nested", "quoted"})


def ledger(
    reading: Reading, entities: Entities, said: Sequence[Statement], unclaimed: Sequence[Unclaimed]
) -> tuple[Fate, ...]:
    """Return the fate of each quotation of three words or more and of each verb of saying, in the order of the text.

    Claimed is what a statement holds (a quotation in its content, a verb in its cue), classed what is known to be no
    statement of its own (a scare quote, a term, a title, a verb inside somebody's words), listed all else.
    """
    scene = Scene(reading, entities)
    reasons = {(one.what, one.passage): one.reason for one in unclaimed}
    contents = sorted(piece for statement in said for piece in statement.content)
    words = sorted(piece for statement in said for piece in statement.cue)
    fates = [
        _fate("quotation", passage, _overlaps(passage, contents), reasons.get(("quotation", passage), ""))
        for passage in _quotations(scene)
    ]
    for unit in scene.units:
        for cue in cues(scene, unit.start, unit.end):
            passage = reading.passage(cue.verb.start, cue.verb.end)
            quote = scene.quote(cue.verb.head)
            inside = "quoted" if quote is not None and cue.verb.start > quote.start else ""
            claimed = _overlaps(passage, words)
            nested = "nested" if not claimed and _overlaps(passage, contents) else ""
            fates.append(_fate("cue", passage, claimed, inside or reasons.get(("cue", passage), "") or nested))
    return tuple(sorted(fates, key=lambda fate: (fate.passage, fate.what)))


def _quotations(scene: Scene) -> Iterable[Passage]:
    """Yield the insides of the outermost quotations of three words or more that lie in what is read."""
    for quote in scene.quotes:
        if quote.depth == 0 and length(scene, quote) >= LEAST_WORDS and scene.unit(quote.start) is not None:
            yield scene.reading.passage(quote.start, quote.end)


def _fate(what: str, passage: Passage, claimed: bool, reason: str) -> Fate:  # noqa: FBT001
    if claimed:
        return Fate(passage, what, "claimed", "")
    return Fate(passage, what, "classed" if reason in _CLASSES else "listed", reason or "unclaimed")


def _overlaps(passage: Passage, pieces: Sequence[Passage]) -> bool:
    return any(piece.begin < passage.end and passage.begin < piece.end for piece in pieces)
