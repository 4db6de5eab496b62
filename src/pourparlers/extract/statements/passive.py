"""Statements of a passive with its agent: "l'offre, rejetée par X", "a été condamnée par X"."""

from __future__ import annotations

from dataclasses import replace

from pourparlers.extract.statements.cues import cue_words
from pourparlers.extract.statements.drafts import Complement, Cue, Draft, Reach, Span
from pourparlers.extract.statements.extent import extent, trim
from pourparlers.extract.statements.guards import fits
from pourparlers.extract.statements.lexicon import speech_nouns
from pourparlers.extract.statements.memory import Memory
from pourparlers.extract.statements.patterns import CLITICS, DE, DETERMINERS, GIVES, PREPOSITIONS, QUE
from pourparlers.extract.statements.phrases import phrase_subject
from pourparlers.extract.statements.scene import Scene
from pourparlers.language.document import VerbGroup

# Longer than this, the patient is no noun phrase.
_LONGEST = 40


def passive(scene: Scene, memory: Memory, cue: Cue, number: int) -> Draft | None:
    """Return the statement of a passive with its agent: "l'offre, rejetée par X", "a été condamnée par X"."""
    unit, verb = scene.units[number], cue.verb
    at = scene.skip_adverbs(verb.end, unit.end)
    sense = next(((e, end) for e, end in cue.entries if "passive-par" in e.frames), None)
    if sense is None or at >= unit.end or scene.words[at] != "par":
        return None
    agent = phrase_subject(scene, memory, at + 1, unit.end)
    if agent is None or not agent.refs or (verb.verb in GIVES and scene.words[verb.start - 1] in speech_nouns()):
        return None
    entry, end = sense
    patient = _patient(scene, verb, unit.start)
    if patient is not None and scene.words[patient[0] - 1 : patient[0]] in (["selon"], ["d'après"], ["après"]):
        return None  # "selon des propos rapportés par X": a source
    found = _behind_agent(scene, cue, agent.end, patient, unit.end)
    if found is None:
        if patient is None or patient[1] - patient[0] > _LONGEST or _is_actor(scene, *patient):
            return None
        found = Complement("np", patient[0], (patient,), entry, cue_end=end)
        if not fits(scene, found):
            return None
    spoken = patient is not None and found.start != patient[0] and entry.object_role == "addressee"
    return Draft(
        frame="passive",
        subject=agent,
        cue=cue_words(scene, verb, verb.start, verb.end),
        content=list(found.content),
        zone=[(verb.end, agent.start)],
        unit=number,
        entry=entry,
        verb=verb,
        act=entry.act(),
        complement=found,
        nominal=True,
        addressee=[patient] if spoken and patient is not None else [],
    )


def _behind_agent(scene: Scene, cue: Cue, at: int, patient: Span | None, limit: int) -> Complement | None:
    """Return what stands behind the agent: "rejeté par X comme « infondé »", "accusé par X d'avoir"."""
    entry = next(e for e, _ in cue.entries if "passive-par" in e.frames)
    spoken = entry.object_role in {"addressee", "target"}
    after = scene.skip_adverbs(at, limit)
    if after >= limit or (patient is not None and _is_actor(scene, *patient) and not spoken):
        return None
    if scene.words[after] == "comme":
        pieces = extent(scene, Reach.of(cue), after + 1, limit, "np")
        return Complement("np", after, pieces, entry, cue_end=cue.end) if pieces else None
    if spoken and scene.words[after] in QUE | {"de", "d'", "à"}:
        given = replace(cue, entries=tuple((e, at) for e, _ in cue.entries))
        return _with_object(scene, given, patient, limit)
    return None


def _with_object(scene: Scene, cue: Cue, patient: Span | None, limit: int) -> Complement | None:
    """Return the complement after the agent, the patient being the verb's object."""
    for entry, end in cue.entries:
        at = scene.skip_adverbs(end, limit)
        if at + 1 >= limit:
            return None
        first = at + 1
        kind = "que" if scene.words[at] in QUE else "inf" if scene.is_infinitive(first) else "np"
        pieces = extent(scene, Reach.of(cue), first, limit, kind)
        found = Complement(kind, at, pieces, entry, (patient,) if patient else ()) if pieces else None
        if found and fits(scene, found):
            return found
    return None


def _is_actor(scene: Scene, start: int, end: int) -> bool:
    """Tell whether the patient is somebody, not something that was said or proposed."""
    mention = scene.phrases.get(start)
    return mention is not None and mention.end >= end - 1


def _patient(scene: Scene, verb: VerbGroup, low: int) -> Span | None:
    """Return the tokens of what was rejected, condemned ...: the noun phrase before the participle."""
    at = verb.start - 1
    while at >= low and (scene.words[at] in CLITICS or scene.doc[at].is_space):
        at -= 1
    at = scene.skip_adverbs_back(at, low)
    if at >= low and scene.words[at] in {"et", "mais", "ou", "puis"} and not verb.finite:
        for token in range(at - 1, low - 1, -1):
            other = scene.verb_at.get(token)
            if other is not None and other.head == token and other.passive:
                return _patient(scene, other, low)
        return None
    if at >= low and scene.words[at] == ",":
        at -= 1
    if at >= low and scene.words[at] == "qui":
        at -= 1
        at -= scene.words[at] == ","
    start = at
    while start > low:
        before = scene.words[start - 1]
        if before in {",", ":", ";", "(", "qui", "et", "mais"} | QUE | PREPOSITIONS - DE or start - 1 in scene.opens:
            break
        if scene.words[start] in DETERMINERS and before not in DE and not verb.finite:
            break
        other = scene.verb_at.get(start - 1)
        if other is not None and other.tense != "participle":
            break
        start -= 1
    spans = trim(scene, start, at + 1)
    return spans[0] if spans else None
