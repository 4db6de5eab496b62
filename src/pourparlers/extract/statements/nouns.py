"""Statements named by a noun: "l'ultimatum adressé par X à Y", "la proposition de X de négocier", "le refus russe de"."""

from __future__ import annotations

from pourparlers.extract.mentions import Mention
from pourparlers.extract.statements.drafts import Draft, Reach, Span, Subject
from pourparlers.extract.statements.extent import extent, trim
from pourparlers.extract.statements.joins import joined
from pourparlers.extract.statements.lexicon import SpeechNoun, speech_nouns
from pourparlers.extract.statements.patterns import CLITICS, CONTRACTED, DE, DETERMINERS, QUE, A
from pourparlers.extract.statements.quotations import LEAST_WORDS, length
from pourparlers.extract.statements.scene import ACTORS, Scene

_RELATIVE = frozenset({"laquelle", "lesquelles", "lequel", "lesquels"})


def nominal(scene: Scene, number: int) -> list[Draft]:
    """Return the statements that nouns of saying name in a unit, outside quotations."""
    unit, nouns = scene.units[number], speech_nouns()
    found: list[Draft] = []
    for start in range(unit.start, unit.end):
        noun, at = nouns.get(scene.words[start]), start
        for size in (3, 2):
            longer = nouns.get(" ".join(scene.words[start : start + size]).replace("' ", "'"))
            if longer is not None:
                noun, at = longer, start + size - 1
                break
        if noun is None or noun.kind not in {"act", "content"} or scene.quote_at[at] >= 0 or at in scene.verb_at:
            continue
        if scene.pos[start] not in {"NOUN", "ADJ", "VERB", "PROPN"} or scene.doc[at].is_title:
            continue
        made = _statement(scene, noun, start, at, number)
        if made is not None:
            found.append(made)
    return found


def _statement(scene: Scene, noun: SpeechNoun, first: int, head: int, number: int) -> Draft | None:
    """Read the phrase after the noun: speaker, addressee, content, in whatever order they stand."""
    unit, words = scene.units[number], scene.words
    limit, at = unit.end, head + 1
    speaker, spoken = _owner(scene, first), []
    passive = False
    while at < limit:
        word = words[at]
        if scene.pos[at] == "ADJ" and scene.entities.starting(at) is None:
            at += 1
            continue
        adjective = scene.entities.starting(at)
        if adjective is not None and adjective.kind == "adjective" and speaker is None and adjective.refs:
            speaker, at = _subject(adjective, adjective.refs, adjective.end), adjective.end
            continue
        verb = scene.verb_at.get(at)
        if (
            verb is not None
            and verb.tense == "participle"
            and words[verb.end : verb.end + 1] == ["par"]
            and verb.start == at
        ):
            at, passive = verb.end, True
            word = words[at]
        if word == "par" and (passive or noun.patterns & {"par-X", "de-NP-par-X"}):
            actor = scene.actor(at + 1)
            if actor is None or not actor.refs:
                return None
            refs, at, _ = joined(scene, actor, limit)
            speaker, passive = _subject(actor, refs, at), True
            continue
        if word in DE and not scene.is_infinitive(at + 1) and speaker is None:
            actor = scene.actor(at if word in CONTRACTED else at + 1)
            if actor is None or not actor.refs or actor.kind not in ACTORS:
                return None
            refs, at, _ = joined(scene, actor, limit)
            speaker = _subject(actor, refs, at)
            continue
        if word in A and not scene.is_infinitive(at + 1):
            actor = scene.actor(at if word in CONTRACTED else at + 1)
            if actor is not None and actor.refs:
                _, end, _ = joined(scene, actor, limit)
                spoken.append((actor.start, end))
                at = end
                continue
        break
    if speaker is None or not speaker.refs or at >= limit:
        return None
    content = _content(scene, noun, head, at, limit, passive=passive) or _taken_up(scene, head, at, unit.start)
    if not content:
        return None
    return Draft(
        frame="noun",
        subject=speaker,
        cue=[(first, head + 1)],
        content=content,
        zone=[(first, at)],
        unit=number,
        act=noun.act,
        nominal=True,
        addressee=spoken,
    )


def _taken_up(scene: Scene, head: int, at: int, low: int) -> list[Span]:
    """Return the noun phrase that the noun takes up: "le partage du siège, une affirmation de X,"."""
    words = scene.words
    if head - 2 <= low or words[head - 2] != "," or words[head - 1] not in {"un", "une"}:
        return []
    if words[at] not in {",", ".", ";", ")"}:
        return []
    start = head - 2
    while start > low and words[start - 1] not in {",", ":", ";", "("}:
        verb = scene.verb_at.get(start - 1)
        if verb is not None and (verb.finite or verb.tense == "gerund"):
            break
        start -= 1
    start += words[start] in {"de", "d'", "à", "par"}
    return list(trim(scene, start, head - 2))


def _subject(mention: Mention, refs: tuple[str, ...], end: int) -> Subject:
    return Subject(refs, mention.start, end, mention.kind)


def _owner(scene: Scene, head: int) -> Subject | None:
    """Return whom the possessive before the noun stands for: "son appel à"."""
    before = scene.entities.covering(head - 1, 2) if head else None
    if before is not None and before.kind == "possessive" and before.refs and before.end == head:
        return Subject(before.refs, before.start, before.end, "possessive")
    return None


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
    """Return the main verb behind "selon laquelle" and its clause: "l'idée selon laquelle … a vécu n'a convaincu personne"."""
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
    """Return the quotation a noun announces: "la réponse de X n'a pas tardé : « … »", "la remarque de X, « … », a fait"."""
    opening = at + 1 if scene.words[at] == "," and at + 1 in scene.opens else 0
    if not opening:
        colon = next((t for t in range(at, min(at + 8, limit - 1)) if scene.words[t] == ":"), 0)
        opening = next((t for t in (colon + 1, colon + 2) if colon and t in scene.opens), 0)
    if not opening:
        return []
    quote = scene.quotes[scene.opens[opening]]
    return [(quote.start, quote.end)] if length(scene, quote) >= LEAST_WORDS else []


_OPENS_CLAUSE = frozenset(
    {"qui", "que", "qu'", "dont", "où", "si", "lorsque", "quand", "laquelle", "lesquelles", ":", ","}
)


def _content(scene: Scene, noun: SpeechNoun, head: int, at: int, limit: int, *, passive: bool) -> list[Span]:
    """Return what was proposed, threatened, asked ...: an infinitive, a clause, or the whole phrase of an ultimatum."""
    words = scene.words
    reach, whole = Reach(head), limit
    limit = _main_verb(scene, at, limit)
    if words[at] in DE and scene.is_infinitive(at + 1) and "de-INF" in noun.patterns:
        return list(extent(scene, reach, at + 1, limit, "inf"))
    if words[at] in A and scene.is_infinitive(at + 1) and "à-INF" in noun.patterns:
        return list(extent(scene, reach, at + 1, limit, "inf"))
    if words[at] in A and "à-NP" in noun.patterns:
        return list(extent(scene, reach, at if words[at] in CONTRACTED else at + 1, limit, "np"))
    start = at + 1 if words[at] == "," else at
    if words[start : start + 1] == ["selon"] and words[start + 1 : start + 2] and words[start + 1] in _RELATIVE:
        return list(extent(scene, reach, start + 2, _second_verb(scene, start + 2, whole), "que"))
    limit = whole
    if words[at] in QUE and "que" in noun.patterns:
        return list(extent(scene, reach, at + 1, limit, "que"))
    if words[at] in {"contre", "pour", "sur"} and f"{words[at]}-NP" in noun.patterns:
        return list(extent(scene, reach, at + 1, limit, "np"))
    if words[at] in DE and passive and noun.patterns & {"de-NP-par-X", "par-X"}:
        return list(extent(scene, reach, at if words[at] in CONTRACTED else at + 1, limit, "np"))
    quoted = _quoted_behind(scene, at, whole)
    if quoted:
        return quoted
    if passive and words[head + 1] in scene.words and any(p.endswith("-par-X-à-Y") for p in noun.patterns):
        start = head - 1 if words[head - 1] in DETERMINERS else head
        return list(extent(scene, reach, start, limit, "que"))
    return []
