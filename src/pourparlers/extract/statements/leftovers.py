"""What no frame has claimed: quotations that go on from others, those of nobody, terms, titles, scare quotes."""

from __future__ import annotations

from collections.abc import Sequence

from pourparlers.extract.statements import quotations
from pourparlers.extract.statements.drafts import Draft
from pourparlers.extract.statements.memory import Memory
from pourparlers.extract.statements.scene import Scene
from pourparlers.model import Passage, Quotation, Unclaimed, local_id


def claims(scene: Scene, drafts: Sequence[Draft]) -> dict[int, Draft]:
    """Return which statement holds each outermost quotation."""
    claimed: dict[int, Draft] = {}
    for draft in drafts:
        for begin, end in draft.content:
            for at in range(begin, end):
                if scene.quote_at[at] >= 0:
                    claimed.setdefault(scene.quote_at[at], draft)
    return claimed


def floated(scene: Scene, memory: Memory, claimed: dict[int, Draft]) -> tuple[list[Quotation], list[Unclaimed]]:
    """Attribute the quotations that stand alone; return those of nobody, and the terms, titles and scare quotes."""
    nobody: list[Quotation] = []
    listed: list[Unclaimed] = []
    for index in reversed(range(len(scene.quotes))):
        quote = scene.quotes[index]
        if quote.depth or index in claimed or scene.unit(quote.start) is None:
            continue
        if quotations.worth(scene, quote) and quote.continues is None:
            draft = quotations.floating(scene, memory, index, claimed)
            if draft is not None:
                claimed[index] = draft
    for index, quote in enumerate(scene.quotes):
        if quote.depth or index in claimed or scene.unit(quote.start) is None:
            continue
        draft = quotations.floating(scene, memory, index, claimed)
        if draft is not None and (quotations.worth(scene, quote) or quote.continues is not None):
            claimed[index] = draft
            continue
        passage = scene.reading.passage(quote.start, quote.end)
        reason = quotations.kind_of(scene, quote)
        if reason == "unclaimed":
            nobody.append(_quotation(passage))
        listed.append(Unclaimed(passage, "quotation", reason))
    made = {id(draft) for draft in memory.drafts}
    for _, draft in sorted(claimed.items()):
        if id(draft) not in made:
            made.add(id(draft))
            memory.drafts.append(draft)
    return nobody, listed


def speechless(scene: Scene, drafts: Sequence[Draft]) -> tuple[list[Quotation], list[Unclaimed]]:
    """Return the statements of speakers the article does not let us know: their quotations, and their cues."""
    nobody: list[Quotation] = []
    listed: list[Unclaimed] = []
    for draft in drafts:
        if draft.refs:
            continue
        for begin, end in draft.content:
            for index in sorted({scene.quote_at[t] for t in range(begin, end)} - {-1}):
                quote = scene.quotes[index]
                passage = scene.reading.passage(quote.start, quote.end)
                if quote.outer_start <= begin and end <= quote.outer_end and quotations.worth(scene, quote):
                    nobody.append(_quotation(passage))
                else:
                    listed.append(Unclaimed(passage, "quotation", "no-speaker"))
        listed.append(Unclaimed(scene.reading.passage(*draft.cue[0]), "cue", "no-speaker"))
    return nobody, listed


def _quotation(passage: Passage) -> Quotation:
    identity = local_id("quotation", passage.begin, passage.end)
    return Quotation(id=identity, evidence=(passage,), rule="statements.nobody", content=passage)
