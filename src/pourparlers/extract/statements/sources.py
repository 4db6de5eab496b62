"""Sources named without a verb of saying: "selon X", "d'après le communiqué", "de source militaire", "X cité par Y"."""

from __future__ import annotations

from pourparlers.extract.statements.drafts import Draft, Span, Subject
from pourparlers.extract.statements.lexicon import Source, sources
from pourparlers.extract.statements.memory import Memory, previous
from pourparlers.extract.statements.origins import origin, unnamed_source
from pourparlers.extract.statements.patterns import (
    CONTRACTED,
    DE,
    DETERMINERS,
    QUE,
    SAME_SOURCE,
    SOURCE_NOUNS,
    A,
)
from pourparlers.extract.statements.phrases import phrase_subject
from pourparlers.extract.statements.quotations import length
from pourparlers.extract.statements.scene import Scene
from pourparlers.extract.statements.scope import Named, scope

_CONTRACTS = {"de": DE, "à": A, "d'": DE, "le": frozenset({"le", "l'", "la", "les"})}
_LINKS = QUE | {"mais", "car", "or", "et", "donc"}
_KINDS = frozenset({"source", "viewpoint"})
_PRONOUNS = frozenset({"lui", "elle", "eux", "elles", "celui-ci", "celle-ci", "ceux-ci", "celles-ci"})


def named(scene: Scene, memory: Memory, number: int) -> list[Named]:
    """Return the source phrases of a unit, outside quotations."""
    unit = scene.units[number]
    found: list[Named] = []
    at = unit.start
    while at < unit.end:
        phrases = sources().get(scene.words[at]) if scene.quote_at[at] < 0 else None
        hit = _match(scene, memory, at, number, phrases) if phrases else None
        if hit is not None:
            found.append(hit)
            at = hit.end
        else:
            at += 1
    return found


def _match(scene: Scene, memory: Memory, at: int, number: int, phrases: tuple[Source, ...]) -> Named | None:
    unit = scene.units[number]
    for source in phrases:
        lead = _lead(scene, at, source.words, unit.end)
        if not lead:
            continue
        if source.kind == "pseudo":
            return None
        if source.kind not in _KINDS or source.role not in {"speaker", "speaker-of-previous", "issuer"}:
            continue
        if _forbidden(scene, source, at, lead, unit.start):
            return None
        subject = _who(scene, memory, source, at, lead, number)
        if subject is None:
            continue
        if source.kind == "viewpoint" and not _viewpoint(scene, source, at, subject, number):
            return None
        return Named(source, at, lead, subject.end, subject)
    return None


def _lead(scene: Scene, at: int, words: tuple[str, ...], limit: int) -> int:
    """Return the token after the phrase *words* at *at*, 0 if it does not stand there."""
    for offset, word in enumerate(words):
        if at + offset >= limit or scene.words[at + offset] not in _CONTRACTS.get(word, (word,)):
            return 0
    return at + len(words)


def _forbidden(scene: Scene, source: Source, at: int, lead: int, low: int) -> bool:
    following = scene.words[lead : lead + 4]
    for phrase in source.guards.get("next-not", ()):
        parts = phrase.replace("'", "' ").split()
        if following[: len(parts)] == parts:
            return True
    if scene.words[at] == "pour" and scene.is_infinitive(lead):
        return True  # "pour lui demander"
    before = scene.words[at - 1] if at > low else ""
    return before in source.guards.get("prev-not", ())


def _who(scene: Scene, memory: Memory, source: Source, at: int, lead: int, number: int) -> Subject | None:
    """Return whom the phrase names, from the token *lead* on."""
    unit, words = scene.units[number], scene.words
    limit = unit.end
    # "du", "des", "aux" hold the determiner of the phrase
    first = lead - 1 if words[lead - 1] in CONTRACTED and lead - 1 > at else lead
    if words[lead - 1] in SOURCE_NOUNS and source.complement == "adj":
        return unnamed_source(scene, memory, lead - 1, limit)
    if source.role == "speaker-of-previous" or (lead < limit and words[lead] in _PRONOUNS):
        last = lead - 1 if source.role == "speaker-of-previous" else lead
        if source.role == "speaker-of-previous" and words[last] not in _PRONOUNS:
            return _same_source(scene, memory, last, unit.paragraph)
        subject = previous(memory, words[last], unit.paragraph)
        mention = scene.phrases.get(last)
        refs = subject.refs if subject else mention.refs if mention else ()
        return Subject(refs or memory.told_of(number, words[last]), last, last + 1, "previous")
    if lead >= limit:
        return None
    near = words[lead : lead + 3]
    if any(w in SOURCE_NOUNS for w in near) and any(w in SAME_SOURCE for w in near):
        noun = next(lead + i for i, w in enumerate(near) if w in SOURCE_NOUNS)
        return _same_source(scene, memory, noun, unit.paragraph)
    given = origin(scene, memory, lead, limit)
    if given is not None:
        return given
    nominal = (
        first in scene.phrases
        or words[lead] in DETERMINERS
        or scene.pos[lead] in {"DET", "NOUN", "PROPN", "NUM", "ADJ"}
    )
    subject = phrase_subject(scene, memory, first if first in scene.phrases else lead, limit) if nominal else None
    if subject is not None and subject.kind == "place":
        return None
    return subject


def _same_source(scene: Scene, memory: Memory, last: int, paragraph: int) -> Subject:
    """Return the source named last: the issuer of the last document, else the last speaker."""
    for draft in reversed(memory.drafts):
        if paragraph - scene.units[draft.unit].paragraph > 4:
            break
        if draft.subject.kind in {"document", "source"} and draft.refs:
            return Subject(draft.refs, last, last + 1, "source")
    for issuers in reversed(tuple(memory.issuers.values())):
        if issuers:
            return Subject(issuers, last, last + 1, "source")
    draft_or_none = memory.last(paragraph)
    return Subject(draft_or_none.refs if draft_or_none else (), last, last + 1, "source")


def _viewpoint(scene: Scene, source: Source, at: int, subject: Subject, number: int) -> bool:
    """Tell whether "pour X," tells what X thinks: it opens the sentence, and X can think."""
    unit = scene.units[number]
    if source.words != ("pour",):
        return bool(subject.refs)
    first = unit.start
    while first < at and scene.doc[first].is_space:
        first += 1
    led = at - 2 >= first and scene.words[at - 1] == "," and scene.words[at - 2] in _LINKS
    if not led and (not (at == first or scene.words[at - 1] in {"mais", ","}) or at > first + 1):
        return False
    if subject.end >= unit.end or scene.words[subject.end] != "," or not subject.refs:
        return False
    if subject.kind in {"person", "post", "source"} and not subject.plural:
        return True
    quoted = any(
        length(scene, scene.quotes[i]) >= 3 for t, i in scene.opens.items() if subject.end <= t < unit.end
    )  # fmt: skip
    media = {i.id for i in scene.entities.institutions if i.kind == "media"}
    if media.issuperset(subject.refs):
        return True
    return quoted and subject.kind in {"institution", "state", "group"}


def draft(scene: Scene, memory: Memory, hit: Named, number: int) -> Draft | None:
    """Return the statement of the clause that *hit* is the source of, or make it the reporter of one found there."""
    content = scope(scene, hit, number)
    if not content:
        return None
    inner = _inside(memory, content, number)
    if inner is not None and hit.subject.refs and not _fills(inner, content):
        memory.drafts.remove(inner)
        inner = None
    if inner is not None and hit.subject.document and hit.subject.refs in ((), inner.refs):
        inner.zone.append((hit.start, _clause_end(scene, hit.end, scene.units[number].end)))
        inner.medium = inner.medium or hit.subject.document
        return None
    if inner is not None and inner.refs == hit.subject.refs:
        return None
    if inner is not None and hit.subject.refs:
        inner.reporter = inner.reporter or hit.subject.refs
        inner.zone.append((hit.start, hit.end))
        if hit.subject.document:
            inner.medium = inner.medium or hit.subject.document
        return None
    cue_end = hit.lead
    if hit.subject.kind == "document":
        cue_end = max(cue_end, hit.subject.start + 1)
        cue_end = next((t + 1 for t in range(hit.lead, hit.end) if scene.words[t] == hit.subject.document), cue_end)
    return Draft(
        frame="selon" if hit.source.words == ("selon",) else "source",
        subject=hit.subject,
        cue=[(hit.start, cue_end)],
        content=content,
        zone=[(hit.start, hit.end)],
        unit=number,
        act="judge" if hit.source.kind == "viewpoint" else "state",
    )


def _clause_end(scene: Scene, at: int, limit: int) -> int:
    """Return the next mark at or after *at*: "selon un communiqué diffusé mardi soir."."""
    return next((t for t in range(at, limit) if scene.words[t] in {",", ".", ";", ":"} or t in scene.opens), limit)


def _inside(memory: Memory, content: list[Span], number: int) -> Draft | None:
    """Return the statement with a verb of its own that fills the scope: the source only passes it on."""
    begin, end = content[0][0], content[-1][1]
    for made in memory.drafts:
        if made.unit != number or made.nominal or made.entry is None:
            continue
        if not begin <= made.cue[0][0] < end or made.cue[0][0] - begin >= 30:
            continue
        return made
    return None


def _fills(inner: Draft, content: list[Span]) -> bool:
    """Tell whether a statement inside the scope is what the source passes on, not a mere part of what it says."""
    if inner.frame in {"incise", "clitic-incise"}:
        return True
    tier = inner.entry.tier if inner.entry is not None else "C"
    return (
        tier == "A" and inner.entry is not None and not inner.entry.rest and inner.content[-1][1] >= content[-1][1] - 3
    )
