"""Denials whose content stands elsewhere: "…, ce que X dément", "X dément.", "accusations que X a qualifiées de"."""

from __future__ import annotations

from pourparlers.extract.statements.before import subject_before
from pourparlers.extract.statements.cues import cue_words
from pourparlers.extract.statements.drafts import Complement, Cue, Draft, Reach, Span, Subject
from pourparlers.extract.statements.extent import extent, trim
from pourparlers.extract.statements.memory import Memory, resolved
from pourparlers.extract.statements.patterns import ACCUSING, DE, DENYING, QUE, SENTENCE_END
from pourparlers.extract.statements.scene import Scene
from pourparlers.extract.statements.subjects import subject_after
from pourparlers.model import Ref

_NEAR = 2
_CLAUSE = 40
_BLAMING = frozenset({"accuser", "soupçonner", "suspecter"})
_CLOSES = SENTENCE_END | {",", ")"}
_QUALIFYING = frozenset({"qualifier", "juger", "considérer", "rejeter", "dénoncer", "réfuter", "balayer"})


def denied(scene: Scene, memory: Memory, cue: Cue, number: int) -> Draft | None:
    """Return the denial whose verb *cue* is, if what it denies was said before the verb; None if it is none."""
    verb = cue.verb
    if not verb.finite or verb.negated or verb.passive:
        return None
    if verb.verb in DENYING:
        return _relative(scene, memory, cue, number) or _bare(scene, memory, cue, number)
    return None


def qualified(scene: Scene, memory: Memory, cue: Cue, number: int) -> Draft | None:
    """Return the denial of "(des) accusations que X a qualifiées d'« infondées »", "… que X rejette"."""
    verb, words, unit = cue.verb, scene.words, scene.units[number]
    if verb.verb not in _QUALIFYING | DENYING or not verb.finite or verb.negated or verb.passive:
        return None
    que = next((t for t in range(verb.start - 1, max(unit.start, verb.start - _CLAUSE), -1) if words[t] in QUE), 0)
    if not que or words[que - 1] not in ACCUSING or _finite_between(scene, que + 1, verb.start):
        return None
    subject = _subject(scene, memory, cue, que + 1, number)
    if subject is None:
        return None
    first = scene.skip_adverbs(max(verb.end, subject.end if subject.start >= verb.end else 0), unit.end)
    determined = que - 2 >= unit.start and words[que - 2] in {"des", "ces", "les", "une", "cette", "l'", "la"}
    content = [(que - 1 - determined, que)]
    if first in scene.opens:
        quote = scene.quotes[scene.opens[first]]
        content = [(quote.start, quote.end)]
    elif first + 1 < unit.end and words[first] in DE | {"comme"}:
        content = list(extent(scene, Reach.of(cue), first + 1, unit.end, "np")) or content
    return _draft(scene, cue, number, subject, content, last_accusation(scene, memory, number, subject))


def last_accusation(scene: Scene, memory: Memory, number: int, denier: Subject) -> Draft | None:
    """Return the accusation that somebody else made at most two sentences before, None if there is none."""
    for draft in reversed(memory.drafts):
        if number - draft.unit > _NEAR or scene.units[number].paragraph - scene.units[draft.unit].paragraph > 1:
            return None
        if draft.act == "accuse" and draft.content and not set(draft.refs) & set(denier.refs):
            blamed = _targets(scene, draft)
            return draft if not blamed or blamed & memory.family(denier.refs) else None
    return None


def _targets(scene: Scene, accusation: Draft) -> set[Ref]:
    """Return whom the accusation's object names."""
    spans = accusation.complement.objects if accusation.complement is not None else ()
    return {ref for begin, end in spans for mention in scene.entities.within(begin, end) for ref in mention.refs}


def _relative(scene: Scene, memory: Memory, cue: Cue, number: int) -> Draft | None:
    """Read "…, ce que X dément", "…, ce qu'a nié X"."""
    words, low = scene.words, scene.units[number].start
    que = next((t for t in range(cue.verb.start - 1, max(low, cue.verb.start - _CLAUSE), -1) if words[t] in QUE), 0)
    if que <= low + 1 or words[que - 1] != "ce" or words[que - 2] != "," or _finite_between(scene, que + 1, cue.start):
        return None
    subject = _subject(scene, memory, cue, que + 1, number)
    comma = que - 2
    before = next((d for d in reversed(memory.drafts) if d.unit == number and d.content[-1][1] == comma), None)
    content = list(before.content) if before is not None else _clause_before(scene, low, comma)
    if subject is None or not content:
        return None
    return _draft(scene, cue, number, subject, content, before)


def _clause_before(scene: Scene, low: int, comma: int) -> list[Span]:
    """Return the clause that ends at *comma*, or what somebody is suspected of in it; nothing if that is not clear."""
    inner = (t for t in range(comma - 1, low, -1) if scene.words[t] == "," and scene.quote_at[t] < 0)
    first = next(inner, low - 1) + 1
    verb = scene.verb_at.get(first)
    if verb is not None and verb.tense == "participle" and scene.words[verb.end] in DE:
        suspected = verb.end + 1
        return list(trim(scene, suspected, comma)) if scene.is_infinitive(suspected) else []
    return list(trim(scene, first, comma)) if first == low and _finite_between(scene, first, comma) else []


def _bare(scene: Scene, memory: Memory, cue: Cue, number: int) -> Draft | None:
    """Read "X dément." behind an accusation: what it denies is what it was accused of."""
    verb, unit = cue.verb, scene.units[number]
    after = scene.skip_adverbs(verb.end, unit.end)
    if after < unit.end and scene.words[after] not in _CLOSES and not scene.doc[after].is_space:
        return None
    subject = _subject(scene, memory, cue, unit.start, number)
    if subject is None or not subject.refs or verb.clitic_subject is not None:
        return None
    accusation = last_accusation(scene, memory, number, subject)
    if accusation is None:
        blamed = _blamed(scene, unit.start, verb.start)
        return _draft(scene, cue, number, subject, blamed, None) if blamed else None
    return _draft(scene, cue, number, subject, list(accusation.content), accusation)


def _blamed(scene: Scene, low: int, high: int) -> list[Span]:
    """Return what "Accusé d'avoir tiré, X dément" says X is accused of."""
    while low < high and scene.doc[low].is_space:
        low += 1
    verb = scene.verb_at.get(low)
    if verb is None or verb.verb not in _BLAMING or verb.tense != "participle" or scene.words[verb.end] not in DE:
        return []
    comma = next((t for t in range(verb.end, high) if scene.words[t] == "," and scene.quote_at[t] < 0), 0)
    return list(trim(scene, verb.end + 1, comma)) if comma and scene.is_infinitive(verb.end + 1) else []


def _subject(scene: Scene, memory: Memory, cue: Cue, low: int, number: int) -> Subject | None:
    found = subject_before(scene, memory, cue.verb, low)
    if found is None:
        found = subject_after(scene, memory, cue.verb.end, scene.units[number].end)
    return resolved(scene, memory, found, number) if found is not None else None


def _finite_between(scene: Scene, start: int, end: int) -> bool:
    return any(t in scene.verb_at and scene.verb_at[t].finite for t in range(start, end))


def _draft(
    scene: Scene, cue: Cue, number: int, subject: Subject, content: list[Span], denies: Draft | None
) -> Draft:  # fmt: skip
    entry = cue.entries[0][0]
    return Draft(
        frame="denial",
        subject=subject,
        cue=cue_words(scene, cue.verb, cue.verb.start, cue.verb.end),
        content=content,
        zone=[(cue.verb.end, cue.verb.end)],
        unit=number,
        entry=entry,
        verb=cue.verb,
        act="deny",
        complement=Complement("np", content[0][0], tuple(content), entry),
        denies=denies,
    )
