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
from pourparlers.extract.statements.scene import Scene, Unit
from pourparlers.language.document import VerbGroup

# Longer than this, the patient is no noun phrase.
_LONGEST = 40
_NOUN_PHRASE = 12


def passive(scene: Scene, memory: Memory, cue: Cue, number: int) -> Draft | None:
    """Return the statement of a passive with its agent: "l'offre, rejetée par X", "a été condamnée par X"."""
    unit, verb = scene.units[number], cue.verb
    at = scene.skip_adverbs(verb.end, unit.end)
    judging = any(entry.acts[0][0] == "judge" for entry, _ in cue.entries)
    judged = _judged(scene, at, unit.end) if judging else None
    at = judged[1] if judged is not None else at
    sense = next(((e, end) for e, end in cue.entries if "passive-par" in e.frames), None)
    if sense is None or at >= unit.end or scene.words[at] != "par":
        return None
    agent = phrase_subject(scene, memory, at + 1, unit.end)
    if agent is None or not agent.refs or (verb.verb in GIVES and scene.words[verb.start - 1] in speech_nouns()):
        return None
    entry, end = sense
    patient = _patient(scene, verb, unit.start) or _behind(scene, verb, agent.end, unit)
    if patient is not None and scene.words[patient[0] - 1 : patient[0]] in (["selon"], ["d'après"], ["après"]):
        return None  # "selon des propos rapportés par X": a source
    found = _behind_agent(scene, cue, agent.end, patient, unit.end)
    if judged is not None:
        found = Complement("quote", judged[0][0], (judged[0],), entry, cue_end=end)
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


def _judged(scene: Scene, at: int, limit: int) -> tuple[Span, int] | None:
    """Return the quoted judgement before the agent, and the token "par": "jugée « insuffisante » par X"."""
    first = at + (at < limit and scene.words[at] in DE | {"comme"})
    if first >= limit or first not in scene.opens:
        return None
    quote = scene.quotes[scene.opens[first]]
    after = scene.skip_adverbs(quote.outer_end, limit)
    return ((quote.start, quote.end), after) if after < limit and scene.words[after] == "par" else None


def _behind(scene: Scene, verb: VerbGroup, at: int, unit: Unit) -> Span | None:
    """Return the patient of a participle that opens the sentence: "Rejetée par X, l'offre a été retirée"."""
    first = unit.start
    while first < verb.start and scene.doc[first].is_space:
        first += 1
    if verb.finite or first != verb.start or scene.words[at : at + 1] != [","]:
        return None
    articles = {"l'", "la", "le", "les"}  # "l'offre": the tagger may take the noun for a verb
    verbs = (
        scene.verb_at[t] for t in range(at + 2, unit.end) if t in scene.verb_at and scene.words[t - 1] not in articles
    )
    main = next((v for v in verbs if v.finite), None)
    return (at + 1, main.start) if main is not None and main.start - at <= _NOUN_PHRASE else None


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
