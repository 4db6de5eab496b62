"""Words passed on by another: "le ministère a cité l'amiral disant que", "« … », l'a cité l'agence"."""

from __future__ import annotations

from pourparlers.extract.statements.before import subject_before
from pourparlers.extract.statements.drafts import Cue, Draft, Reach, Span, Subject
from pourparlers.extract.statements.extent import extent
from pourparlers.extract.statements.memory import Memory, previous, resolved
from pourparlers.extract.statements.patterns import CLITICS, QUE
from pourparlers.extract.statements.phrases import phrase_subject, unnamed
from pourparlers.extract.statements.scene import Scene
from pourparlers.extract.statements.subjects import subject_after

_SPEAKERS = frozenset({"person", "post", "source", "group", "institution"})


def cited(scene: Scene, memory: Memory, cue: Cue, number: int) -> Draft | None:
    """Return the statement of whom the verb cites; its subject passes it on. None if it cites words or things."""
    if cue.verb.verb != "citer" or not cue.verb.finite or cue.verb.passive:
        return None
    return _comme(scene, memory, cue, number) or _pronoun(scene, memory, cue, number)


def citing(scene: Scene, memory: Memory, cue: Cue, number: int) -> bool:
    """Give a report its speaker and tell whether it had none: "rapporte l'agence, citant X", "Citant X, Y rapporte"."""
    if cue.verb.verb != "citer" or cue.verb.tense != "gerund":
        return False
    unit = scene.units[number]
    at = scene.skip_adverbs(cue.verb.end, unit.end)
    who = phrase_subject(scene, memory, at, unit.end) if at < unit.end else None
    if who is None or not who.refs or who.kind not in _SPEAKERS:
        return False
    told = [d for d in memory.drafts if d.unit == number and d.act == "report" and d.refs and not d.nominal]
    if len(told) != 1 or told[0].reporter or set(told[0].refs) & set(who.refs):
        return False
    told[0].reporter, told[0].subject = told[0].refs, who
    return True


def _comme(scene: Scene, memory: Memory, cue: Cue, number: int) -> Draft | None:
    """Read "X a cité Y (comme) disant que …"."""
    unit, words = scene.units[number], scene.words
    at = scene.skip_adverbs(cue.verb.end, unit.end)
    mention = scene.actor(at) if at < unit.end else None
    if mention is None or mention.kind not in _SPEAKERS:
        return None
    who = resolved(scene, memory, unnamed(scene, memory, at, mention.end, mention), number)
    if mention.refs:
        who = Subject(mention.refs, mention.start, mention.end, mention.kind)
    at = scene.skip_adverbs(mention.end, unit.end)
    while at < unit.end and words[at] in {"comme", ",", "en"}:
        at += 1
    verb = scene.verb_at.get(at) if at < unit.end else None
    if verb is None or verb.tense != "gerund":
        return None
    start = scene.skip_adverbs(verb.end, unit.end)
    if start < unit.end and words[start] in QUE | {":"}:
        start += 1
    content: list[Span] = list(extent(scene, Reach.of(cue), start, unit.end, "que"))
    if not content:
        return None
    return _draft(memory, cue, number, who, content, (verb.start, verb.end))


def _pronoun(scene: Scene, memory: Memory, cue: Cue, number: int) -> Draft | None:
    """Read "« … », l'agence l'a cité": the pronoun is the last speaker."""
    unit, words = scene.units[number], scene.words
    pronoun = cue.verb.start - 1
    if pronoun < unit.start or words[pronoun] not in {"l'", "les"}:
        return None
    before_verb = (q for q in reversed(scene.quotes) if q.depth == 0 and q.outer_end <= cue.verb.start)
    quote = next((q for q in before_verb if q.outer_start >= unit.start), None)
    if quote is None:
        return None
    before = previous(memory, "il" if words[pronoun] == "l'" else "ils", unit.paragraph)
    if before is None:
        return None
    speaker = Subject(before.refs, pronoun, pronoun + 1, "previous")
    return _draft(memory, cue, number, speaker, [(quote.start, quote.end)], (pronoun, cue.verb.end))


def _draft(memory: Memory, cue: Cue, number: int, speaker: Subject, content: list[Span], words: Span) -> Draft:
    scene = memory.scene
    unit = scene.units[number]
    start = cue.verb.start
    while start > unit.start and scene.words[start - 1] in CLITICS:
        start -= 1
    who = subject_before(scene, memory, cue.verb, unit.start) or subject_after(scene, memory, cue.verb.end, unit.end)
    reporter = resolved(scene, memory, who, number).refs if who is not None else ()
    return Draft(
        frame="cited",
        subject=speaker,
        cue=[words],
        content=content,
        zone=[(start, cue.verb.end)],
        unit=number,
        entry=cue.entries[0][0],
        verb=cue.verb,
        act="report",
        reporter=reporter,
    )
