"""The draft of a statement from its parts, with the zone of its attribution."""

from __future__ import annotations

from dataclasses import replace

from pourparlers.extract.statements.cues import cue_words
from pourparlers.extract.statements.drafts import Complement, Cue, Draft, Span, Subject
from pourparlers.extract.statements.memory import Memory
from pourparlers.extract.statements.patterns import CLITICS
from pourparlers.extract.statements.quotations import LEAST_WORDS, length
from pourparlers.extract.statements.scene import Scene
from pourparlers.language.document import VerbGroup

# "X, interrogé lundi par la presse, a": the circumstances of being asked are those of the answer.
_ASKED = frozenset({"interroger", "questionner", "exprimer", "solliciter"})


def drafted(memory: Memory, frame: str, subject: Subject, cue: Cue, found: Complement, number: int) -> Draft:
    """Return the draft of a statement whose verb and complement are known, with the zone of its attribution."""
    scene, verb, entry = memory.scene, cue.verb, found.entry
    unit = scene.units[number]
    start = verb.start
    if verb.reflexive or verb.negated:
        while start - 1 >= unit.start and scene.words[start - 1] in CLITICS:
            start -= 1
    zone = [(start, min(found.start, found.content[0][0]))]
    if frame != "coordination" and unit.start <= subject.start and subject.end <= start:
        zone = _around_subject(memory, subject, start, number) + zone
    first = found.content[0][0] + 1
    if found.kind == "adj" and first in scene.time_at:
        zone.append((first, scene.time_at[first].end))
    zone += _behind(scene, found, unit.end)
    content, told = _without_day(scene, found)
    zone += told
    return Draft(
        frame=frame,
        subject=subject,
        cue=cue_words(scene, verb, start, max(verb.end, found.cue_end)),
        content=content,
        zone=zone,
        unit=number,
        entry=entry,
        verb=verb,
        act=_act(scene, verb, found),
        complement=found,
    )


def _around_subject(memory: Memory, subject: Subject, start: int, number: int) -> list[Span]:
    """Return the circumstances before the subject, and those between it and the verb unless a clause stands there."""
    scene = memory.scene
    before = [d.content[-1][1] for d in memory.drafts if d.unit == number and d.content[-1][1] <= subject.start]
    zone = [(max(before, default=scene.units[number].start), subject.start)]
    between = [scene.verb_at[t] for t in range(subject.end, start) if t in scene.verb_at]
    if all(verb.verb in _ASKED for verb in between):
        zone.append((subject.end, start))
    return zone


def _act(scene: Scene, verb: VerbGroup, found: Complement) -> str:
    """Return the speech act, which the complement or a negation may change."""
    entry = found.entry
    if verb.negated and entry.negation.startswith("opposite:"):
        return entry.negation.partition(":")[2]
    if verb.negated and entry.negation == "decline":
        return "decline"
    begin, _ = found.content[0]
    frame = {"np": "np-object"}.get(found.kind, found.kind)
    return entry.act(*scene.words[begin : begin + 4], frame, *scene.words[found.start : found.start + 1])


def _without_day(scene: Scene, found: Complement) -> tuple[list[Span], list[Span]]:
    """Return the content and its circumstances: of "a déclaré caduc le 3 mai" the day is that of the saying."""
    begin, end = found.content[0]
    if found.kind in {"adj", "np"} and scene.pos[begin] == "ADJ":
        at = begin + 1 + (scene.words[begin + 1 : begin + 2] == ["le"] and begin + 2 in scene.time_at)
        time = scene.time_at.get(at)
        if time is not None and end - 1 <= time.end <= end + 1:
            return [(begin, begin + 1)], [(begin + 1, time.end)]
    return list(found.content), []


def _behind(scene: Scene, found: Complement, limit: int) -> list[Span]:
    """Return the circumstances right behind the content: "…, dans un communiqué", "… lors d'un point de presse"."""
    at = found.content[-1][1]
    at += at < limit and scene.words[at] == ","
    if at >= limit or not (scene.words[at] in {"dans", "lors", "sur", "devant"} or at in scene.time_at):
        return []
    for end in range(at, limit):
        if scene.words[end] in {",", ".", ";", ":"} or end in scene.opens or end in scene.verb_at:
            return [(at, end)]
    return [(at, limit)]


def colon_after(scene: Scene, draft: Draft) -> Draft | None:
    """Return the quotation behind the content as a second statement: "met en garde contre tout écart : « … »"."""
    unit = scene.units[draft.unit]
    at = draft.content[-1][1]
    if draft.complement is None or draft.complement.kind in {"que", "quote", "colon"} or at + 1 >= unit.end:
        return None
    if scene.words[at] != ":":
        return None
    first = at + 1
    while first < unit.end and scene.doc[first].is_space:
        first += 1
    if first not in scene.opens:
        return None
    quote = scene.quotes[scene.opens[first]]
    behind = next((t for t in range(quote.outer_end, min(quote.outer_end + 3, unit.end)) if t in scene.verb_at), None)
    if behind is not None or length(scene, quote) < LEAST_WORDS:
        return None
    return replace(draft, frame="colon", content=[(quote.start, quote.end)])
