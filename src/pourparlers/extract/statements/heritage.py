"""What a statement has from others: the one it goes on from, the day of one occasion, the accusation it denies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pourparlers.extract.statements.drafts import Draft
from pourparlers.extract.statements.memory import Memory
from pourparlers.extract.statements.patterns import ACCUSING
from pourparlers.extract.statements.scene import Scene
from pourparlers.model import Ref, Statement, Time

# One breath with the statement before: what holds for that one holds here.
_SAME_SENTENCE = frozenset({"gerund", "coordination", "after-infinitive", "infinitive-cue", "floating", "continued"})
# So many paragraphs on, news goes on with one occasion.
_NEAR = 3
_DAY = 10
_NOUN = 4
_DENIES = frozenset({"deny", "refuse", "condemn", "judge"})


class Heritage:
    """Reads what the drafts of one article have from each other; `made` are the statements by the id of their draft."""

    def __init__(self, scene: Scene, memory: Memory, made: Mapping[int, Statement]) -> None:
        """Keep what it is read from."""
        self.scene, self.memory, self.made = scene, memory, made

    def source(self, draft: Draft) -> Draft | None:
        """Return the statement that this one goes on from: in the same sentence, or by a pronoun."""
        if draft.follows is not None:
            return draft.follows
        drafts = self.memory.drafts
        at = next((i for i, d in enumerate(drafts) if d is draft), 0)
        for before in reversed(drafts[:at]):
            if before.nominal or not before.refs:
                continue
            if draft.frame in _SAME_SENTENCE or draft.subject.kind == "shared":
                return before if before.unit == draft.unit else None
            if draft.subject.kind in {"previous", "pronoun"}:
                near = self.scene.units[draft.unit].paragraph - self.scene.units[before.unit].paragraph <= 1
                return before if near else None
            return None
        return None

    def same_occasion(self, draft: Draft) -> Time | None:
        """Return the time of the speaker's last statement a few paragraphs back: news goes on with one occasion."""
        credited = draft.frame in {"selon", "source"} and self.memory.persons.issuperset(draft.refs)
        tense = draft.verb.tense if draft.verb is not None else ""
        if draft.nominal or not (credited or tense in {"perfect", "present", "gerund", "past", "infinitive"}):
            return None
        paragraph = self.scene.units[draft.unit].paragraph
        before: Statement | None = None
        for other in self.memory.drafts:
            if other is draft:
                break
            made, unit = self.made.get(id(other)), self.scene.units[other.unit]
            near = paragraph - unit.paragraph <= _NEAR and not other.nominal
            if made is not None and near and other.refs == draft.refs and made.time is not None:
                if unit.block != "body" and (self.scene.units[draft.unit].block != "body" or not made.time.expression):
                    continue
                before = made if other.verb is not None and other.verb.tense != "pluperfect" else None
        return before.time if before is not None else self._named_later(draft)

    def _named_later(self, draft: Draft) -> Time | None:
        """Return the time of the words right before, if a description said them and who is now named has no post.

        "…, a annoncé lundi le porte-parole du ministère. « … », a déclaré Jan Maas."
        """
        at = next((i for i, d in enumerate(self.memory.drafts) if d is draft), 0)
        before = self.memory.drafts[at - 1] if at else draft
        made = self.made.get(id(before))
        near = self.scene.units[draft.unit].paragraph - self.scene.units[before.unit].paragraph
        if made is None or near not in {0, 1} or before.subject.kind != "source" or before.subject.plural:
            return None
        unknown = self.memory.persons.issuperset(draft.refs) and draft.subject.kind == "person"
        held = any(t.holder in draft.refs for t in self.scene.entities.tenures)
        return made.time if unknown and not held and draft.verb is not None else None

    def told_below(self, draft: Draft, later: Sequence[Draft]) -> Time | None:
        """Return the day of the speaker's next words, if *draft* opens the news and it is told beside them."""
        unit = self.scene.units[draft.unit]
        first = next((u.paragraph for u in self.scene.units if u.block == "body"), unit.paragraph)
        tense = draft.verb.tense if draft.verb is not None else "present"
        if unit.paragraph > first or draft.nominal or tense not in {"present", "perfect", "past", "imperfect"}:
            return None
        for other in later:
            made = self.made[id(other)]
            if other.refs == draft.refs and not other.nominal and other.unit != draft.unit:
                told = made.time is not None and made.time.expression is not None and len(made.time.edtf) == _DAY
                tense = other.verb.tense if other.verb is not None else ""
                return made.time if told and tense != "pluperfect" else None
        return None

    def denied(self, draft: Draft) -> Ref | None:
        """Return the accusation before that the draft denies: the one it takes up, else the last against the denier."""
        if draft.denies is not None:
            made = self.made.get(id(draft.denies))
            return made.id if made is not None else None
        begin, end = draft.content[0]
        noun = any(self.scene.words[t] in ACCUSING for t in range(begin, end)[:_NOUN])
        if draft.act not in _DENIES or (draft.act != "deny" and not noun):
            return None
        paragraph, family = self.scene.units[draft.unit].paragraph, self.memory.family(draft.refs)
        for other in reversed([d for d in self.memory.drafts if id(d) in self.made]):
            made = self.made[id(other)]
            far = paragraph - self.scene.units[other.unit].paragraph
            if other is draft or made.speech_act != "accuse" or not 0 <= far <= _NEAR or set(other.refs) & family:
                continue
            if other.cue[0][0] > draft.cue[0][0]:
                continue
            if set(made.targets) & family or (noun and not made.targets):
                return made.id
        return None
