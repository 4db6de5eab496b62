"""The clause that a source without a verb stands with."""

from __future__ import annotations

from dataclasses import dataclass

from pourparlers.extract.statements.drafts import Reach, Span, Subject
from pourparlers.extract.statements.extent import extent, trim
from pourparlers.extract.statements.lexicon import Source
from pourparlers.extract.statements.patterns import DE, DETERMINERS, QUE, A
from pourparlers.extract.statements.scene import Scene


@dataclass(frozen=True, slots=True)
class Named:
    """A source phrase in the text: tokens `start:end`, the phrase itself `start:lead`, and whom it names."""

    source: Source
    start: int
    lead: int
    end: int
    subject: Subject


def scope(scene: Scene, hit: Named, number: int) -> list[Span]:
    """Return the pieces of the clause that the source phrase stands with."""
    unit, words = scene.units[number], scene.words
    low, high = unit.start, unit.end
    opening = next((t for t in range(hit.start - 1, low - 1, -1) if words[t] in {"(", ")"}), -1)
    if opening >= 0 and words[opening] == "(":
        low, high = opening + 1, next((t for t in range(hit.end, high) if words[t] == ")"), high)
    after = hit.end
    while after < high and words[after] not in {",", ".", ";", ":"} and after not in scene.opens:
        if after in scene.verb_at and scene.verb_at[after].finite and after - hit.end < 2:
            return []  # "selon X est": no source
        after += 1
    if _midway(scene, hit, high):
        return []
    if "quote" in hit.source.guards.get("needs", ()):
        return _nearest_quote(scene, hit, low, high)
    if after < high and hit.end < high and words[hit.end] in {"que", "qu'"}:
        return list(extent(scene, Reach(hit.start), hit.end + 1, high, "que"))
    after = _over_apposition(scene, after, high)
    apposed = _apposed(scene, low, hit)
    if apposed:
        return apposed
    if words[hit.start - 1] == "," and hit.start - 2 >= low and words[hit.start - 2] in QUE and words[after] == ",":
        return _bare_quote(scene, list(extent(scene, Reach(hit.start), after + 1, high, "que")))
    before = [t for t in range(low, hit.start) if scene.doc[t].is_alpha]
    start = _clause_start(scene, low, hit.start)
    if not before or not _verb_between(scene, start, hit.start):
        if len(before) > 12:
            return []
        rest = list(
            extent(scene, Reach(hit.start), after + 1 if after < high and words[after] == "," else after, high, "que")
        )
        lead = (
            list(trim(scene, start, hit.start))
            if before and words[hit.start - 1] == "," and not _connective(scene, before)
            else []
        )
        return _bare_quote(scene, lead + rest)
    return _bare_quote(scene, list(trim(scene, start + (words[start] in {"mais", "et", "or", "car"}), hit.start)))


def _midway(scene: Scene, hit: Named, high: int) -> bool:
    """Tell whether a participle and its complement enclose the source: "adaptée selon X aux contraintes du site"."""
    verb = scene.verb_at.get(hit.start - 1)
    enclosed = verb is not None and verb.tense == "participle" and verb.end == hit.start
    return enclosed and hit.end < high and scene.words[hit.end] in A | DE


def _apposed(scene: Scene, low: int, hit: Named) -> list[Span]:
    """Return the noun phrase between commas that the source judges by: "…, un geste de bonne foi, selon X"."""
    if hit.start - 2 <= low or scene.words[hit.start - 1] != ",":
        return []
    comma = next((t for t in range(hit.start - 2, low, -1) if scene.words[t] == "," and scene.quote_at[t] < 0), 0)
    first = comma + 1
    if not comma or scene.words[first] not in {"un", "une"} or not _verb_between(scene, low, comma):
        return []
    if scene.phrase_end(first, hit.start) != hit.start - 1 or first in scene.phrases:
        return []
    return list(trim(scene, first, hit.start))


def _nearest_quote(scene: Scene, hit: Named, low: int, high: int) -> list[Span]:
    near = [scene.quotes[i] for t, i in scene.opens.items() if low <= t < high]
    near.sort(key=lambda q: min(abs(q.outer_start - hit.end), abs(hit.start - q.outer_end)))
    return [(near[0].start, near[0].end)] if near else []


def _over_apposition(scene: Scene, comma: int, high: int) -> int:
    """Return the comma that closes an apposition after the source: "Pour X, chercheuse à Rome, …"."""
    if comma + 1 >= high or scene.words[comma] != "," or scene.words[comma + 1] in DETERMINERS:
        return comma
    named = scene.phrases.get(comma + 1)
    if scene.words[comma + 1] in {"qui", "dont", "interrogé", "interrogée", "cité", "citée"}:
        return next(
            (t for t in range(comma + 1, min(comma + 30, high)) if scene.words[t] == "," or t + 1 in scene.opens), comma
        )
    if scene.pos[comma + 1] not in {"NOUN", "ADJ"} or (named is not None and named.kind != "post"):
        return comma
    for at in range(comma + 1, min(comma + 20, high)):
        if at in scene.verb_at and scene.verb_at[at].finite:
            return comma
        if scene.words[at] == ",":
            return at
    return comma


def _connective(scene: Scene, tokens: list[int]) -> bool:
    return (
        all(scene.pos[t] in {"ADV", "CCONJ", "ADP", "DET", "PUNCT", "SCONJ"} or t in scene.time_at for t in tokens)
        or len(tokens) <= 2
    )


def _bare_quote(scene: Scene, pieces: list[Span]) -> list[Span]:
    """Return the inside of the quotation if a single piece is nothing but that."""
    if len(pieces) == 1:
        begin, end = pieces[0]
        quote = scene.quote(begin)
        if quote is not None and quote.outer_start == begin and quote.outer_end >= end:
            return [(quote.start, quote.end)]
    return pieces


def _clause_start(scene: Scene, low: int, stop: int) -> int:
    """Return where the clause before a final source begins: after a colon, a semicolon, or ", où"."""
    start = low
    for at in range(low, stop):
        if scene.quote_at[at] >= 0:
            continue
        word = scene.words[at]
        if (word in {":", ";"} and scene.doc[at].whitespace_) or (
            word == "où" and at > low and scene.words[at - 1] == "," and _verb_between(scene, at, stop)
        ):
            start = at + 1
    return start


def _verb_between(scene: Scene, start: int, stop: int) -> bool:
    return any(
        t in scene.verb_at and (scene.verb_at[t].finite or scene.verb_at[t].tense == "participle")
        for t in range(start, stop)
    )
