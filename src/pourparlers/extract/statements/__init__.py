"""Statements: who said what to whom, in which words, when and how.

A cascade over the layers of the reading: every verb of saying is tried as incise, in place, as participle or passive;
then come sources without a verb, nouns of saying and headlines; what is left between quotation marks goes on from the
words beside it or stays a quotation of nobody. What no rule claims is listed, never dropped in silence.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pourparlers.extract.mentions import Entities
from pourparlers.extract.statements import (
    cited,
    credited,
    denials,
    headlines,
    incise,
    interview,
    making,
    nouns,
    participles,
    passive,
    sources,
    verbal,
)
from pourparlers.extract.statements.cues import cues
from pourparlers.extract.statements.drafts import Cue, Draft
from pourparlers.extract.statements.leftovers import claims, floated, speechless
from pourparlers.extract.statements.memory import Memory
from pourparlers.extract.statements.scene import Scene
from pourparlers.extract.statements.slots import Maker
from pourparlers.language.document import Reading
from pourparlers.model import Meeting, Person, Quotation, Statement, Treaty, Unclaimed
from pourparlers.resolve.clock import Clock


class Said(NamedTuple):
    """What an article says that somebody said, what was left over, and the speakers known by a description only."""

    statements: tuple[Statement, ...]
    quotations: tuple[Quotation, ...]
    unclaimed: tuple[Unclaimed, ...]
    persons: tuple[Person, ...]


def extract(
    reading: Reading,
    entities: Entities,
    clock: Clock | None,
    treaties: Sequence[Treaty] = (),
    meetings: Sequence[Meeting] = (),
) -> Said:
    """Return the statements of an article, the quotations of unknown speakers, and what no rule claimed."""
    scene = Scene(reading, entities)
    memory = Memory(scene)
    left: list[tuple[Cue, str]] = []
    turn_of = interview.turns(scene)
    replies = interview.answers(scene, turn_of)
    for number, unit in enumerate(scene.units):
        if replies and unit.paragraph in turn_of:
            left.extend((cue, "nested") for cue in cues(scene, unit.start, unit.end))
        else:
            left.extend(_unit(scene, memory, number))
    memory.drafts.extend(replies)
    claimed = claims(scene, memory.drafts)
    loose = floated(scene, memory, claimed)
    maker = Maker(scene, memory, clock, treaties, meetings)
    statements = maker.all()
    statements.sort(key=lambda s: (s.content[0], s.evidence[0], s.id))
    nobody, silent = speechless(scene, memory.drafts)
    quoted = tuple(sorted((*nobody, *loose[0]), key=lambda q: q.content))
    listed = (*loose[1], *silent, *(_listed(scene, cue, reason) for cue, reason in left))
    speakers = {ref for statement in statements for ref in statement.speakers}
    persons = tuple(person for person in memory.unnamed.persons() if person.id in speakers)
    return Said(tuple(statements), quoted, tuple(sorted(listed, key=lambda u: (u.passage, u.what))), persons)


def _unit(scene: Scene, memory: Memory, number: int) -> list[tuple[Cue, str]]:
    """Add the statements of one unit to the memory; return the verbs of saying that made none, with the reason."""
    unit = scene.units[number]
    left: list[tuple[Cue, str]] = []
    made: list[tuple[Cue, Draft]] = []
    for cue in cues(scene, unit.start, unit.end):
        if _quoted(scene, cue):
            continue
        outer = next(
            (draft for _, draft in made if _covers(draft, cue.verb.head) or _in_cue(draft, cue.verb.head)), None
        )
        if outer is not None:
            draft = _reported(scene, memory, cue, number, outer)
            if draft is None:
                left.append((cue, "nested"))
            else:
                memory.drafts.append(draft)
            continue
        draft = _verbal(scene, memory, cue, number)
        if draft is None:
            left.append((cue, "unclaimed"))
            continue
        relayed = False
        for other, inner in list(made):
            if _told(scene, inner, draft):
                inner.reporter = inner.reporter or draft.refs
                relayed = relayed or draft.act == "report"
            elif draft.frame in _OUTER and _yields(inner, draft, other.verb.head):
                made.remove((other, inner))
                memory.drafts.remove(inner)
                left.append((other, "nested"))
        if relayed:
            continue  # "X a promis Y, a rapporté l'agence": the agency passes it on
        made.append((cue, draft))
        memory.drafts.append(draft)
        memory.issued(draft)
        second = making.colon_after(scene, draft)
        if second is not None:
            memory.drafts.append(second)
            if draft.complement is not None and (draft.complement.kind == "adj" or draft.complement.entry.tier == "C"):
                memory.drafts.remove(draft)
    left = [(cue, reason) for cue, reason in left if not cited.citing(scene, memory, cue, number)]
    _verbless(scene, memory, number)
    return left


_OUTER = frozenset({"incise", "clitic-incise", "lit-on"})


def _told(scene: Scene, inner: Draft, outer: Draft) -> bool:
    """Tell whether an incise reports a whole statement of another: "[X a promis Y], a annoncé Z"."""
    if outer.frame not in _OUTER or not inner.refs or not outer.refs or set(inner.refs) & set(outer.refs):
        return False
    if inner.verb is None or inner.verb.tense not in {"perfect", "pluperfect"} or inner.subject.kind == "previous":
        return False
    quoted = any(scene.quote_at[t] >= 0 for begin, _ in inner.cue for t in (begin,))
    whole = _covers(outer, inner.subject.start) and _covers(outer, inner.content[-1][1] - 1)
    return whole and not quoted and inner.entry is not None and inner.entry.tier in {"A", "B"}


def _yields(inner: Draft, outer: Draft, head: int) -> bool:
    """Tell whether an incise takes over the words of a statement before it, but for those the latter has besides."""
    first = outer.content[0][0]
    if _covers(outer, head) and _covers(outer, inner.content[0][0]):
        return True
    if inner.content[0][0] >= first - 1:
        return inner.content[-1][1] <= outer.content[-1][1] + 1
    inner.content = [(begin, min(end, first - 1)) for begin, end in inner.content if begin < first - 1]
    return False


def _reported(scene: Scene, memory: Memory, cue: Cue, number: int, outer: Draft) -> Draft | None:
    """Return what somebody said inside what a newspaper or agency reports: "Le journal rapporte que X exhorte Y à"."""
    if outer.act != "report" or not cue.verb.finite or outer.complement is None or outer.complement.kind != "que":
        return None
    draft = verbal.finite(scene, memory, cue, number)
    if draft is None or draft.subject.start < outer.content[0][0] or not draft.refs or draft.refs == outer.refs:
        return None
    draft.reporter = outer.refs
    return draft


def _verbal(scene: Scene, memory: Memory, cue: Cue, number: int) -> Draft | None:
    tense = cue.verb.tense
    denial = denials.denied(scene, memory, cue, number) or denials.qualified(scene, memory, cue, number)
    if denial is not None:
        return denial
    if tense == "gerund":
        return participles.gerund(scene, memory, cue, number)
    if tense == "infinitive":
        return participles.infinitive(scene, memory, cue, number)
    if tense == "participle" or (not cue.verb.finite and cue.verb.start == cue.verb.head):
        return passive.passive(scene, memory, cue, number) or participles.coordinated(scene, memory, cue, number)
    if cue.verb.passive:
        return passive.passive(scene, memory, cue, number)
    return (
        cited.cited(scene, memory, cue, number)
        or incise.incise(scene, memory, cue, number)
        or verbal.finite(scene, memory, cue, number)
    )


def _verbless(scene: Scene, memory: Memory, number: int) -> None:
    """Add the statements of sources, nouns and headlines."""
    before = len(memory.drafts)
    for hit in sources.named(scene, memory, number):
        if any(d.unit == number and (_covers(d, hit.start) or _attributes(d, hit.start)) for d in memory.drafts[-6:]):
            continue
        draft = sources.draft(scene, memory, hit, number)
        if draft is not None:
            memory.drafts.append(draft)
    quoted = credited.credited(scene, memory, number)
    if quoted is not None:
        memory.drafts.append(quoted)
    for draft in nouns.nominal(scene, number):
        if not any(d.unit == number and _clash(d, draft) for d in memory.drafts[-8:]):
            memory.drafts.append(draft)
    if len(memory.drafts) == before and not any(d.unit == number for d in memory.drafts[-3:]):
        draft_or_none = headlines.headline(scene, memory, number)
        if draft_or_none is not None:
            memory.drafts.append(draft_or_none)


def _attributes(draft: Draft, token: int) -> bool:
    """Tell whether an impersonal incise names its source here: "apprend-on de source militaire"."""
    return draft.frame == "lit-on" and any(begin <= token < end for begin, end in draft.zone)


def _clash(draft: Draft, noun: Draft) -> bool:
    """Tell whether a noun of saying belongs to a statement already made: its words, its cue, or the same content."""
    token = noun.cue[0][0]
    said = any(begin <= noun.content[0][0] < end for begin, end in draft.content)
    return said or _covers(draft, token) or any(begin <= token < end for begin, end in draft.cue)


def _quoted(scene: Scene, cue: Cue) -> bool:
    """Tell whether the verb stands inside a quotation and is part of what was said, not of its attribution."""
    quote = scene.quote(cue.verb.head)
    return quote is not None and cue.verb.start > quote.start


def _in_cue(draft: Draft, token: int) -> bool:
    return any(begin <= token < end for begin, end in draft.cue)


def _covers(draft: Draft, token: int) -> bool:
    return any(begin <= token < end for begin, end in draft.content)


def _listed(scene: Scene, cue: Cue, reason: str) -> Unclaimed:
    return Unclaimed(scene.reading.passage(cue.verb.start, cue.verb.end), "cue", reason)
