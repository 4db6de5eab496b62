"""The subject behind an inverted verb, and the parser's vote on the one before it."""

from __future__ import annotations

from pourparlers.extract.statements.drafts import Subject
from pourparlers.extract.statements.memory import Memory
from pourparlers.extract.statements.patterns import DETERMINERS, PREPOSITIONS, QUE
from pourparlers.extract.statements.phrases import phrase_subject
from pourparlers.extract.statements.scene import Scene
from pourparlers.language.document import VerbGroup


def subject_after(scene: Scene, memory: Memory, at: int, limit: int) -> Subject | None:
    """Return the first noun phrase after an inverted verb that no preposition governs.

    Adverbs, times, places, addressees and media between are passed over; "que", a colon or a quotation stop the search.
    """
    words = scene.words
    for _ in range(12):
        at = scene.skip_adverbs(at, limit)
        if at >= limit:
            return None
        word = words[at]
        if word in QUE or word in {":", ".", ";", "?", "!", "(", ")"} or at in scene.opens:
            return None
        if word in {"au", "aux", "du"} and at in scene.phrases:
            at = scene.phrases[at].end
            continue
        nominal = word in DETERMINERS or scene.pos[at] in {"DET", "NOUN", "PROPN", "NUM"}
        if at in scene.phrases or (nominal and word not in PREPOSITIONS):
            return phrase_subject(scene, memory, at, limit)
        after = _circumstance(scene, at, limit)
        if after == at:
            return None
        at = after
    return None


def _circumstance(scene: Scene, at: int, limit: int) -> int:
    """Return the end of the prepositional phrase, or of the insertion between commas, that starts at *at*."""
    words = scene.words
    if words[at] != ",":
        return scene.skip_phrase(at, limit) if words[at] in PREPOSITIONS else at
    close = next((c for c in range(at + 1, min(at + 25, limit)) if words[c] == ","), at)
    told = close > at and (words[at + 1] in PREPOSITIONS or at + 1 in scene.time_at or scene.pos[at + 1] == "ADV")
    return close + 1 if told else at


def parser_subject(scene: Scene, verb: VerbGroup) -> int | None:
    """Return the token that the parser takes for the subject of the verb, None if it names none before it."""
    for token in (scene.doc[verb.head], scene.doc[verb.start]):
        for child in token.children:
            if child.dep_ in {"nsubj", "nsubj:pass"} and child.i < verb.start:
                return int(child.i)
    return None
