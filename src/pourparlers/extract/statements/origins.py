"""Whom a source phrase means that names no actor at once: "selon des informations transmises par X", "ce média"."""

from __future__ import annotations

from pourparlers.extract.statements.drafts import Subject
from pourparlers.extract.statements.memory import Memory
from pourparlers.extract.statements.patterns import CONTRACTED, DE, PASSED_ON, PRESS, SOURCE_NOUNS
from pourparlers.extract.statements.phrases import phrase_subject
from pourparlers.extract.statements.scene import Scene

_THE = frozenset({"le", "la", "l'", "ce", "cet", "cette"})
_REACH = 8


def origin(scene: Scene, memory: Memory, lead: int, limit: int) -> Subject | None:
    """Return whom the phrase behind "selon", "d'après" at *lead* means; None if it is a plain actor or nobody."""
    return _passed_on(scene, memory, lead, limit) or medium(scene, lead, limit)


def unnamed_source(scene: Scene, memory: Memory, noun: int, limit: int) -> Subject:
    """Return the source that only its description tells, its noun at *noun*: "(des) sources diplomatiques"."""
    mention = scene.phrases.get(noun)
    end = max(scene.phrase_end(noun, limit), mention.end if mention is not None else 0)
    refs = mention.refs if mention is not None and mention.refs else memory.unnamed.speaker(noun, end, mention)
    return Subject(refs, noun, end, "source" if refs else "unknown", plural=scene.words[noun].endswith("s"))


def medium(scene: Scene, at: int, limit: int) -> Subject | None:
    """Return the newspaper, channel or agency named last that "ce média", "le quotidien" at *at* takes up."""
    words = scene.words
    if at + 1 >= limit or words[at] not in _THE or words[at + 1] not in PRESS:
        return None
    mention = scene.phrases.get(at)
    if mention is not None and mention.refs:
        return None
    following = words[at + 2 : at + 3]
    if at + 2 < limit and following not in ([","], ["."], [";"], [":"]) and at + 2 not in scene.verb_at:
        return None  # "le quotidien L'Écho", "la chaîne publique"
    media = {i.id for i in scene.entities.institutions if i.kind == "media"}
    for named in reversed(scene.entities.within(0, at)):
        if len(named.refs) == 1 and media.issuperset(named.refs):
            return Subject(named.refs, at, at + 2, "institution")
    return None


def _passed_on(scene: Scene, memory: Memory, lead: int, limit: int) -> Subject | None:
    """Return who gives the information: "selon des indiscrétions lâchées hier par X", "selon un décompte de X"."""
    words = scene.words
    head = next((t for t in range(lead, min(lead + 3, limit)) if words[t] in PASSED_ON), None)
    if head is None or any(words[t] in SOURCE_NOUNS for t in range(lead, head)):
        return None
    at = head + 1
    while at < limit and scene.pos[at] == "ADJ" and at not in scene.verb_at:
        at += 1
    verb = scene.verb_at.get(at) if at < limit else None
    if verb is not None and verb.tense == "participle" and verb.start == at:
        by = next((t for t in range(verb.end, min(verb.end + _REACH, limit)) if words[t] == "par"), None)
        return _giver(scene, memory, lead, by + 1, limit) if by is not None else None
    if at < limit and words[at] in DE:
        inside = words[at] in CONTRACTED and at in scene.phrases
        return _giver(scene, memory, lead, at if inside else at + 1, limit)
    return None


def _giver(scene: Scene, memory: Memory, lead: int, at: int, limit: int) -> Subject | None:
    given = phrase_subject(scene, memory, at, limit)
    if given is None or not given.refs or given.kind == "place":
        return None
    return Subject(given.refs, lead, given.end, given.kind, plural=given.plural)
