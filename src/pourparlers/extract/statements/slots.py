"""From a draft to a statement: passages, mode, capacity, what it is about, marks, and what goes on from before."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from pourparlers.extract.statements.addressees import Addressees
from pourparlers.extract.statements.circumstances import Circumstances
from pourparlers.extract.statements.drafts import Draft, Span
from pourparlers.extract.statements.heritage import Heritage
from pourparlers.extract.statements.marks import marks
from pourparlers.extract.statements.memory import Memory
from pourparlers.extract.statements.occasion import Occasions
from pourparlers.extract.statements.quotations import is_name
from pourparlers.extract.statements.scene import Scene
from pourparlers.model import Meeting, Passage, Ref, Statement, Tenure, Treaty, local_id
from pourparlers.resolve.clock import Clock
from pourparlers.resources import lexicon


@cache
def confidences() -> dict[str, float]:
    """Return the measured precision of each rule."""
    with lexicon("statement_rules.tsv").open(encoding="utf-8", newline="") as lines:
        return {row["rule"]: float(row["confidence"]) for row in csv.DictReader(lines, delimiter="\t")}


class Maker:
    """Turns the drafts of one article into statements, in order: a later one may inherit from an earlier one."""

    def __init__(
        self, scene: Scene, memory: Memory, clock: Clock | None, treaties: Sequence[Treaty], meetings: Sequence[Meeting]
    ) -> None:
        """Keep what the slots are read from."""
        self.scene, self.memory = scene, memory
        self.things = sorted((passage, thing.id) for thing in (*treaties, *meetings) for passage in thing.evidence)
        self.institutions = {i.id for i in scene.entities.institutions}
        self.addressees, self.circumstances = Addressees(scene, memory), Circumstances(scene, clock)
        self.occasions = Occasions(scene, clock, memory.drafts, meetings)
        self.made: dict[int, Statement] = {}
        self.heritage = Heritage(scene, memory, self.made)
        self.ids: set[str] = set()

    def all(self) -> list[Statement]:
        """Return the statements of the drafts whose speakers are known; headline and lede are dated by the rest."""
        drafts = [draft for draft in self.memory.drafts if draft.refs and self.statement(draft) is not None]
        found: list[Statement] = []
        for number, draft in enumerate(drafts):
            statement = self.made[id(draft)]
            if statement.time is None:
                statement = replace(statement, time=self.heritage.told_below(draft, drafts[number + 1 :]))
            found.append(statement)
        return found

    def statement(self, draft: Draft) -> Statement | None:
        """Return the statement, None if no word of content is left."""
        scene = self.scene
        content = tuple(self._passages(draft.content))
        if not content:
            return None
        cue = tuple(self._passages(draft.cue)) if draft.cue else ()
        source = self.made.get(id(self.heritage.source(draft)))
        medium: str | None = self.circumstances.medium(draft)
        addressees = self.addressees.of(draft)
        time = self.circumstances.time(draft)
        if source is not None and source.speakers == draft.refs:
            medium = medium or source.medium
            time = time or source.time
            same = draft.entry is not None and draft.entry.discourse == "same"
            if not addressees and not self.addressees.governed(draft) and (source.medium or same):
                addressees = tuple(ref for ref in source.addressees if ref not in draft.refs)
        target = draft.entry is not None and draft.entry.object_role == "target"
        reporter = self.circumstances.reporter(draft)
        whole = self._whole(draft, content, cue)
        statement = Statement(
            id=self._id(content, cue),
            evidence=(whole, *(p for p in cue if p != whole)),
            rule=f"statements.{draft.frame}",
            confidence=self._confidence(draft),
            marks=tuple(marks(scene, draft)),
            speakers=draft.refs,
            content=content,
            mode="direct" if draft.frame == "interview" else mode(scene, draft.content),
            cue=cue,
            speech_act=draft.act,
            addressees=addressees,
            targets=self.addressees.targets(draft) if target else (),
            about=self._about(draft, content),
            medium=medium or None,
            reported_by=next((ref for ref in reporter if ref not in draft.refs), None),
            capacity=self._capacity(draft),
            time=time or self.heritage.same_occasion(draft) or self.occasions.of(draft),
            place=self.circumstances.place(draft),
            nominal=draft.nominal,
            denies=self.heritage.denied(draft),
        )
        self.made[id(draft)] = statement
        return statement

    # -------------------------------------------------------------------------------------------- spans
    def _passages(self, spans: Iterable[Span]) -> Iterator[Passage]:
        scene = self.scene
        for start, end in spans:
            quote = scene.quote(start)
            if quote is not None and quote.outer_start == start and quote.outer_end == end:
                start, end = quote.start, quote.end  # noqa: PLW2901
            while start < end and (scene.doc[start].is_space or scene.words[start] == ","):
                start += 1  # noqa: PLW2901
            while end > start and (scene.doc[end - 1].is_space or scene.words[end - 1] == ","):
                end -= 1  # noqa: PLW2901
            if start < end:
                yield scene.reading.passage(start, end)

    def _whole(self, draft: Draft, content: tuple[Passage, ...], cue: tuple[Passage, ...]) -> Passage:
        if draft.follows is not None:
            return content[0]
        parts = [*content, *cue]
        if draft.subject.kind != "previous" and draft.subject.start < draft.subject.end:
            who = self.scene.reading.passage(draft.subject.start, draft.subject.end)
            if abs(who.begin - parts[0].begin) < 2000:
                parts.append(who)
        return Passage(min(p.begin for p in parts), max(p.end for p in parts))

    def _id(self, content: tuple[Passage, ...], cue: tuple[Passage, ...]) -> Ref:
        ref = local_id("statement", content[0].begin, content[-1].end)
        if ref in self.ids and cue:
            ref = local_id("statement", content[0].begin, content[-1].end, cue[0].begin)
        self.ids.add(ref)
        return ref

    # -------------------------------------------------------------------------------------------- the rest
    def _capacity(self, draft: Draft) -> Ref | None:
        if len(draft.refs) != 1:
            return None
        held = [t for t in self.scene.entities.tenures if t.holder == draft.refs[0]]
        if draft.subject.start < draft.subject.end:
            who = self.scene.reading.passage(draft.subject.start, draft.subject.end)
            named = [t for t in held if any(who.begin <= p.begin and p.end <= who.end for p in t.evidence)]
            if named:
                return named[0].id
        return _first_current(held)

    def _about(self, draft: Draft, content: tuple[Passage, ...]) -> tuple[Ref, ...]:
        found: list[tuple[int, Ref]] = []
        for passage, ref in self.things:
            if any(piece.begin <= passage.begin and passage.end <= piece.end for piece in content):
                found.append((passage.begin, ref))
        for start, end in draft.content:
            for mention in self.scene.entities.within(start, end):
                at = self.scene.doc[mention.start].idx
                found.extend((at, ref) for ref in mention.refs if ref in self.institutions)
        return tuple(dict.fromkeys(ref for _, ref in sorted(found) if ref not in draft.refs))

    def _confidence(self, draft: Draft) -> float:
        value = confidences().get(f"statements.{draft.frame}", 0.8)
        if draft.agreed is False:
            value *= 0.9
        if draft.subject.kind in {"previous", "pronoun"}:
            value *= 0.95
        if self.scene.reading.article.translated:
            value *= 0.95
        return round(value, 3)


def _first_current(held: Sequence[Tenure]) -> Ref | None:
    return next((t.id for t in held if not t.former and not t.future), None)


def mode(scene: Scene, content: Sequence[Span]) -> str:
    """Return direct if every piece is the inside of quotations, mixed if words of it are quoted, else indirect."""
    inside = outside = False
    for start, end in content:
        quotes = {scene.quote_at[t] for t in range(start, end)}
        whole = len(quotes) == 1 and -1 not in quotes
        if whole and not is_name(scene, scene.quotes[next(iter(quotes))]):
            inside = True
            continue
        if any(at >= 0 and not is_name(scene, scene.quotes[at]) for at in quotes):
            return "mixed"
        outside = True
    if inside:
        return "mixed" if outside else "direct"
    return "indirect"
