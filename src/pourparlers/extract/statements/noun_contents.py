"""What a noun of saying says was said, and where that ends."""

from __future__ import annotations

from pourparlers.extract.statements.drafts import Reach, Span
from pourparlers.extract.statements.extent import extent
from pourparlers.extract.statements.lexicon import SpeechNoun
from pourparlers.extract.statements.patterns import CLITICS, CONTRACTED, DE, DETERMINERS, QUE, A
from pourparlers.extract.statements.quotations import LEAST_WORDS, length
from pourparlers.extract.statements.scene import Scene

_RELATIVE = frozenset({"laquelle", "lesquelles", "lequel", "lesquels"})
_OPENS_CLAUSE = frozenset(
    {"qui", "que", "qu'", "dont", "où", "si", "lorsque", "quand", "laquelle", "lesquelles", ":", ","}
)


def said(scene: Scene, noun: SpeechNoun, head: int, rest: Span, *, passive: bool) -> list[Span]:
    """Return what was proposed, threatened, asked ...: an infinitive, a clause, or the whole phrase of an ultimatum.

    `rest` are the tokens behind the speaker, up to the end of the sentence.
    """
    at, whole = rest
    word, reach = scene.words[at], Reach(head)
    limit = _main_verb(scene, at, whole)
    opening = _infinitive(scene, noun, at) or _phrase(scene, noun, at, passive=passive)
    if opening is not None:
        kind, first = opening
        return list(extent(scene, reach, first, limit, kind))
    start = at + (word == ",")
    after = scene.words[start : start + 2]
    if after[:1] == ["selon"] and after[1:] and after[1] in _RELATIVE:
        return list(extent(scene, reach, start + 2, _second_verb(scene, start + 2, whole), "que"))
    if word in QUE and "que" in noun.patterns:
        return list(extent(scene, reach, at + 1, whole, "que"))
    quoted = _quoted_behind(scene, at, whole)
    if quoted or not passive or not any(p.endswith("-par-X-à-Y") for p in noun.patterns):
        return quoted
    return list(extent(scene, reach, head - (scene.words[head - 1] in DETERMINERS), whole, "que"))


def _infinitive(scene: Scene, noun: SpeechNoun, at: int) -> tuple[str, int] | None:
    """Return kind and first token of "de négocier", "à déposer les armes"."""
    if not scene.is_infinitive(at + 1):
        return None
    word = scene.words[at]
    fits = (word in DE and "de-INF" in noun.patterns) or (word in A and "à-INF" in noun.patterns)
    return ("inf", at + 1) if fits else None


def _phrase(scene: Scene, noun: SpeechNoun, at: int, *, passive: bool) -> tuple[str, int] | None:
    """Return kind and first token of "à la retenue", "contre toute ingérence", "de toute mission" behind "par X"."""
    word = scene.words[at]
    if word in {"contre", "pour", "sur"} and f"{word}-NP" in noun.patterns:
        return "np", at + 1
    to = word in A and "à-NP" in noun.patterns
    of = word in DE and passive and noun.patterns & {"de-NP-par-X", "par-X"}
    if not (to or of) or scene.is_infinitive(at + 1):
        return None
    return "np", at if word in CONTRACTED else at + 1


def _main_verb(scene: Scene, at: int, limit: int) -> int:
    """Return the verb of which the noun is the subject ("la proposition de X de négocier a surpris"), else *limit*."""
    clause = False
    for token in range(at, limit):
        clause = clause or scene.words[token] in _OPENS_CLAUSE
        verb = scene.verb_at.get(token)
        if verb is not None and verb.start == token and verb.finite and not clause and scene.quote_at[token] < 0:
            while token - 1 > at and scene.words[token - 1] in CLITICS:
                token -= 1  # noqa: PLW2901
            return token
    return limit


def _second_verb(scene: Scene, at: int, limit: int) -> int:
    """Return the main verb behind "selon laquelle" and its clause ("… a vécu | n'a convaincu personne")."""
    seen = False
    for token in range(at, limit):
        verb = scene.verb_at.get(token)
        if verb is None or verb.start != token or not verb.finite or scene.quote_at[token] >= 0:
            continue
        start = token
        while scene.words[start - 1] in CLITICS:
            start -= 1
        if seen and scene.words[start - 1] not in _OPENS_CLAUSE | {
            "et",
            "il",
            "elle",
            "ils",
            "elles",
            "on",
            "ce",
            "mais",
        }:
            return start
        seen = True
    return limit


def _quoted_behind(scene: Scene, at: int, limit: int) -> list[Span]:
    """Return the quotation a noun announces: "la réponse de X n'a pas tardé : « … »"."""
    opening = at + 1 if scene.words[at] == "," and at + 1 in scene.opens else 0
    if not opening:
        colon = next((t for t in range(at, min(at + 8, limit - 1)) if scene.words[t] == ":"), 0)
        opening = next((t for t in (colon + 1, colon + 2) if colon and t in scene.opens), 0)
    if not opening:
        return []
    quote = scene.quotes[scene.opens[opening]]
    return [(quote.start, quote.end)] if length(scene, quote) >= LEAST_WORDS else []
