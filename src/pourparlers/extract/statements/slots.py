"""From a draft to a statement: passages, mode, addressee, medium, reporter, time, place, capacity, what it is about, marks."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from pourparlers.extract.mentions import Mention
from pourparlers.extract.statements.drafts import Draft, Span
from pourparlers.extract.statements.joins import joined
from pourparlers.extract.statements.lexicon import speech_nouns
from pourparlers.extract.statements.memory import Memory
from pourparlers.extract.statements.patterns import (
    CONTRACTED,
    FIRST_SECOND,
    NEWSROOM,
    OBJECT_CLITICS,
    SOCIAL_MEDIA,
    A,
)
from pourparlers.extract.statements.quotations import is_name
from pourparlers.extract.statements.scene import Scene
from pourparlers.model import Mark, Meeting, Passage, Place, Ref, Statement, Tenure, Time, Treaty, local_id
from pourparlers.resolve.clock import Clock
from pourparlers.resources import lexicon

# One breath with the statement before: what holds for that one holds here.
_SAME_SENTENCE = frozenset({"gerund", "coordination", "after-infinitive", "infinitive-cue", "floating", "continued"})
_SPOKEN_TO = frozenset({"person", "post", "institution", "state", "group", "source"})
_PRESS = frozenset({"journal", "quotidien", "chaîne", "télévision", "radio", "hebdomadaire", "agence", "site", "revue",
                    "magazine", "presse", "média", "médias", "journaliste", "journalistes"})  # fmt: skip
_CITED = frozenset(
    {"cité", "citée", "cités", "citées", "rapporté", "rapportés", "rapportée", "rapportées", "repris", "relayé"}
)


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
        self.scene, self.memory, self.clock = scene, memory, clock
        self.things = sorted((passage, thing.id) for thing in (*treaties, *meetings) for passage in thing.evidence)
        self.institutions = {i.id for i in scene.entities.institutions}
        self.media = {i.id for i in scene.entities.institutions if i.kind == "media"}
        self.made: dict[int, Statement] = {}
        self.ids: set[str] = set()

    def statement(self, draft: Draft) -> Statement | None:
        """Return the statement, None if no word of content is left."""
        scene = self.scene
        content = tuple(self._passages(draft.content))
        if not content:
            return None
        cue = tuple(self._passages(draft.cue)) if draft.cue else ()
        source = self.made.get(id(self._source(draft)))
        medium: str | None = self._medium(draft)
        addressees = self._addressees(draft)
        time = self._time(draft)
        reporter = self._reporter(draft)
        if source is not None and source.speakers == draft.refs:
            medium = medium or source.medium
            time = time or source.time
            same = draft.entry is not None and draft.entry.discourse == "same"
            if not addressees and not self._spoken_of(draft) and (source.medium or same):
                addressees = source.addressees
        time = time or self._same_occasion(draft)
        targets = self._objects(draft) if draft.entry is not None and draft.entry.object_role == "target" else ()
        whole = self._whole(draft, content, cue)
        statement = Statement(
            id=self._id(content, cue),
            evidence=(whole, *(p for p in cue if p != whole)),
            rule=f"statements.{draft.frame}",
            confidence=self._confidence(draft),
            marks=tuple(self._marks(draft)),
            speakers=draft.refs,
            content=content,
            mode=mode(scene, draft.content),
            cue=cue,
            speech_act=draft.act,
            addressees=tuple(ref for ref in addressees if ref not in draft.refs),
            targets=targets,
            about=self._about(draft, content),
            medium=medium or None,
            reported_by=next((ref for ref in reporter if ref not in draft.refs), None),
            capacity=self._capacity(draft),
            time=time,
            place=self._place(draft),
            nominal=draft.nominal,
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

    # -------------------------------------------------------------------------------------------- who else
    def _refs(self, spans: Iterable[Span]) -> tuple[Ref, ...]:
        found: list[Ref] = []
        for start, end in spans:
            first = (
                start - 1
                if start and self.scene.words[start - 1] in CONTRACTED and start - 1 in self.scene.phrases
                else start
            )
            mention = self.scene.phrases.get(first)
            if mention is not None and mention.refs:
                refs, _, _ = joined(self.scene, mention, max(end, mention.end))
                found.extend(ref for ref in refs if ref not in found)
            elif self.scene.words[start : start + 1]:
                found.extend(ref for ref in self._members(start, max(end, start + 1)) if ref not in found)
        return tuple(found)

    def _members(self, start: int, end: int) -> tuple[Ref, ...]:
        """Return the body whose members are spoken to: "aux membres de l'Alliance", "ses homologues des pays de la Ligue"."""
        scene = self.scene
        if not _MEMBERS & set(scene.words[start : min(end, start + 5)]):
            return ()
        for mention in scene.entities.within(start, end):
            if mention.kind == "institution" and mention.refs:
                return mention.refs
        return ()

    def _objects(self, draft: Draft) -> tuple[Ref, ...]:
        return self._refs(draft.complement.objects) if draft.complement is not None else ()

    def _addressees(self, draft: Draft) -> tuple[Ref, ...]:
        found = list(self._refs(draft.addressee))
        if draft.complement is not None:
            entry = draft.complement.entry
            if entry.object_role in {"addressee", "target"}:
                found.extend(self._objects(draft))
                if not found and draft.verb is not None and draft.complement.objects == ():
                    found.extend(self._clitic(draft))
            else:
                found.extend(self._refs(draft.complement.objects))
            found.extend(self._refs(draft.complement.datives))
            if not found and entry.frames & {"a-qn-de", "a-qn-que"}:
                found.extend(self._clitic(draft))
        if not found and not self._spoken_of(draft):
            found.extend(self._spoken_to(draft))
        return tuple(dict.fromkeys(found))

    @staticmethod
    def _spoken_of(draft: Draft) -> bool:
        """Tell whether the verb has an addressee of its own, known or not."""
        return draft.complement is not None and bool(draft.complement.objects)

    def _same_occasion(self, draft: Draft) -> Time | None:
        """Return the time of the last statement of the same speaker a few paragraphs back: news goes on with one occasion."""
        if draft.verb is None or draft.verb.tense not in {"perfect", "present", "gerund", "past"} or draft.nominal:
            return None
        paragraph = self.scene.units[draft.unit].paragraph
        before: Statement | None = None
        for other in self.memory.drafts:
            if other is draft:
                break
            made = self.made.get(id(other))
            near = (
                paragraph - self.scene.units[other.unit].paragraph <= _NEAR
                and self.scene.units[other.unit].block == "body"
            )
            if made is not None and near and other.refs == draft.refs and made.time is not None and not other.nominal:
                before = made if other.verb is not None and other.verb.tense != "pluperfect" else None
        return before.time if before is not None else None

    def _clitic(self, draft: Draft) -> tuple[Ref, ...]:
        """Return whom the object pronoun before the verb stands for: "lui a demandé"."""
        if draft.verb is None:
            return ()
        for at in range(draft.verb.start - 1, max(draft.verb.start - 4, -1), -1):
            word = self.scene.words[at]
            if word in OBJECT_CLITICS:
                mention = self.scene.entities.starting(at)
                if mention is not None and mention.end == at + 1 and mention.refs:
                    return mention.refs
                return self._last_other(draft, at, word)
            if word not in FIRST_SECOND | {"ne", "n'", "y", "en"}:
                break
        return ()

    def _last_other(self, draft: Draft, at: int, word: str) -> tuple[Ref, ...]:
        """Return the last actor named before *at* in the unit, the speaker apart, that the object pronoun may stand for."""
        unit = self.scene.units[draft.unit]
        for mention in reversed(self.scene.entities.within(unit.start, at)):
            if mention.kind not in {"person", "post", "state", "institution", "group"} or not mention.refs:
                continue
            if set(mention.refs) & set(draft.refs) or mention.plural != (word in {"les", "leur"}):
                continue
            if self.memory.fits(mention.refs, {"le": "il", "la": "elle", "les": "ils", "leur": "ils"}.get(word, "")):
                return mention.refs
        return ()

    def _spoken_to(self, draft: Draft) -> tuple[Ref, ...]:
        """Return the actors after "à", "devant", "auprès de", and the newspaper of an interview, in the attribution."""
        scene = self.scene
        found: list[Ref] = []
        for start, end in draft.zone:
            for at in range(start, end):
                if scene.quote_at[at] >= 0 or draft.subject.start <= at < draft.subject.end:
                    continue
                word = scene.words[at]
                if word in A | {"devant", "auprès"} or (word in {"avec", "par"} and self._interview(start, at)):
                    mention = self._after(at)
                    if mention is None or mention.kind not in _SPOKEN_TO or not mention.refs:
                        first = at + 1 if mention is None else mention.start
                        found.extend(self._members(first, min(end, first + 14)))
                        continue
                    if mention.kind == "state" and word not in A:
                        continue
                    refs, _, _ = joined(scene, mention, len(scene.words))
                    found.extend(refs)
        return tuple(dict.fromkeys(found))

    def _after(self, at: int) -> Mention | None:
        """Return the phrase that the preposition at *at* governs ("auprès de l'agence", "à l'adresse de Rome", "aux élus")."""
        scene = self.scene
        if scene.words[at] in CONTRACTED and at in scene.phrases:
            return scene.phrases[at]
        first = at + 1
        if scene.words[first : first + 2] in (["l'", "adresse"], ["l'", "attention"]):
            first += 2
        while first < len(scene.words) and scene.words[first] in {"de", "d'"}:
            first += 1
        if first < len(scene.words) and scene.words[first] in {"du", "des"} and first not in scene.phrases:
            first += 1
        return scene.phrases.get(first)

    def _interview(self, start: int, at: int) -> bool:
        near = self.scene.words[max(start, at - 6) : at]
        return bool({"entretien", "interview", "interrogé", "interrogée", "entretiens"} & set(near))

    def _reporter(self, draft: Draft) -> tuple[Ref, ...]:
        if draft.reporter:
            return draft.reporter
        scene = self.scene
        for start, end in draft.zone:
            for at in range(start, end - 1):
                if scene.words[at] in _CITED and scene.words[at + 1] == "par":
                    mention = scene.actor(at + 2)
                    if mention is not None and mention.refs:
                        return mention.refs
        return ()

    # -------------------------------------------------------------------------------------------- circumstances
    def _source(self, draft: Draft) -> Draft | None:
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

    def _medium(self, draft: Draft) -> str:
        scene = self.scene
        if draft.subject.document:
            return speech_nouns()[draft.subject.document].medium
        if draft.medium in speech_nouns():
            return speech_nouns()[draft.medium].medium
        spans = [*draft.zone]
        for start, end in spans:
            for at in range(start, end):
                word = scene.words[at]
                if draft.subject.start <= at < draft.subject.end or scene.quote_at[at] >= 0:
                    continue
                if word == "sur" and at + 1 < len(scene.words):
                    if scene.words[at + 1].rstrip(".") in SOCIAL_MEDIA:
                        return "tweet"
                    outlet = scene.phrases.get(at + 1)
                    if outlet is not None and outlet.refs and self.media.issuperset(outlet.refs):
                        return "entretien"
                if word in NEWSROOM and scene.words[at - 1] in {"au", "l'", "le"}:
                    return "entretien"
                found = self._medium_at(at, end)
                if found:
                    return found
        return ""

    def _medium_at(self, at: int, end: int) -> str:
        """Return the medium that the noun at *at* is ("conférence de presse", "entretien à la radio")."""
        scene = self.scene
        for size in (3, 2, 1):
            phrase = " ".join(scene.words[at : at + size])
            noun = speech_nouns().get(phrase)
            if noun is None or not noun.medium:
                continue
            if noun.noun == "message" or "réseau" in noun.guards.get("needs", ()):
                return "tweet" if SOCIAL_MEDIA & set(scene.words[at : end + 8]) else ""
            if noun.noun == "entretien" and not self._with_press(at, end):
                return ""
            if noun.noun == "intervention" and not {"télévisée", "tribune", "parlement"} & set(
                scene.words[at : at + 6]
            ):
                return ""
            return noun.medium
        return ""

    def _with_press(self, at: int, end: int) -> bool:
        scene = self.scene
        limit = min(end + 1, at + 8, len(scene.words))
        if set(scene.words[at:limit]) & {"téléphonique", "bilatéral"}:
            return False
        if _PRESS & set(scene.words[at:limit]):
            return True
        return any(set(m.refs) & self.media for m in scene.entities.within(at, limit + 4))

    def _time(self, draft: Draft) -> Time | None:
        if self.clock is None:
            return None
        scene = self.scene
        tense = draft.verb.tense if draft.verb is not None else "past"
        spans = sorted(draft.zone, key=lambda span: span[0] < (draft.cue[0][0] if draft.cue else 0))
        for start, end in spans:
            if scene.words[start] == "comme" or (
                start + 1 < end and scene.words[start + 1] == "comme" and scene.doc[start].is_space
            ):
                continue  # "Comme X la veille, Y a refusé": the time of another's act
            initial = draft.verb is not None and end <= draft.cue[0][0] and start < draft.subject.start
            if initial and any(t in scene.verb_at and scene.verb_at[t].finite for t in range(start, end)):
                continue
            for at in range(start, end):
                expression = scene.time_at.get(at)
                if expression is None or scene.quote_at[at] >= 0 or draft.subject.start <= at < draft.subject.end:
                    continue
                if expression.kind in _NO_POINT:
                    continue
                found = self.clock.time(expression, tense)
                if found is not None and found.edtf:
                    return found
        return None

    def _place(self, draft: Draft) -> Place | None:
        scene = self.scene
        for start, end in draft.zone:
            for at in range(start, end - 1):
                if (
                    scene.words[at] not in {"à", "en", "au", "aux", "depuis"}
                    or draft.subject.start <= at < draft.subject.end
                ):
                    continue
                mention = scene.phrases.get(at + 1) or scene.phrases.get(at)
                if mention is not None and mention.kind == "place" and mention.end <= end:
                    first = mention.name_start if mention.name_start is not None else mention.start
                    passage = scene.reading.passage(first, mention.name_end or mention.end)
                    return Place(scene.reading.words(passage), passage)
        return None

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

    def _marks(self, draft: Draft) -> Iterator[Mark]:
        verb, scene = draft.verb, self.scene
        if verb is None or draft.follows is not None:
            return
        passage = scene.reading.passage(verb.start, verb.end)
        if verb.negated and (draft.entry is None or draft.entry.negation in {"raised", "asserts", "decline"}):
            ne = next(
                (t for t in range(verb.start - 1, max(verb.start - 5, -1), -1) if scene.words[t] in {"ne", "n'"}),
                verb.start,
            )
            yield Mark("negated", scene.reading.passage(ne, verb.end))
        if verb.tense == "conditional-perfect":
            yield Mark("hearsay", passage)
        elif verb.tense == "conditional":
            yield Mark("conditional", passage)
        elif verb.tense == "future":
            yield Mark("future", passage)

    def _confidence(self, draft: Draft) -> float:
        value = confidences().get(f"statements.{draft.frame}", 0.8)
        if draft.agreed is False:
            value *= 0.9
        if draft.subject.kind in {"previous", "pronoun"}:
            value *= 0.95
        if self.scene.reading.article.translated:
            value *= 0.95
        return round(value, 3)


_NEAR = 3
_MEMBERS = frozenset({"membres", "pays", "homologues", "alliés", "partenaires", "Etats", "états", "députés", "sénateurs",
                      "dirigeants", "délégués", "élus", "représentants"})  # fmt: skip
_NO_POINT = frozenset({"duration", "frequency", "not-a-date", "set", "age"})


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
