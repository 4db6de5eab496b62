"""Statements named by a noun: "l'ultimatum adressé par X à Y", "la proposition de X de négocier"."""

from __future__ import annotations

from pourparlers.extract.mentions import Mention
from pourparlers.extract.statements.drafts import Draft, Span, Subject
from pourparlers.extract.statements.extent import trim
from pourparlers.extract.statements.joins import joined
from pourparlers.extract.statements.lexicon import SpeechNoun, speech_nouns
from pourparlers.extract.statements.noun_contents import said
from pourparlers.extract.statements.patterns import CONTRACTED, DE, GIVES, A
from pourparlers.extract.statements.scene import ACTORS, Scene


def nominal(scene: Scene, number: int) -> list[Draft]:
    """Return the statements that nouns of saying name in a unit, outside quotations."""
    unit, nouns = scene.units[number], speech_nouns()
    found: list[Draft] = []
    for start in range(unit.start, unit.end):
        noun, at = nouns.get(scene.words[start]), start
        for size in (3, 2):
            longer = nouns.get(" ".join(scene.words[start : start + size]).replace("' ", "'"))
            if longer is not None:
                noun, at = longer, start + size - 1
                break
        if noun is None or noun.kind not in {"act", "content"} or scene.quote_at[at] >= 0 or at in scene.verb_at:
            continue
        if scene.pos[start] not in {"NOUN", "ADJ", "VERB", "PROPN"} or scene.doc[at].is_title:
            continue
        made = _Walk(scene, noun, (start, at), number).statement()
        if made is not None:
            found.append(made)
    return found


class _Walk:
    """The phrase behind a noun: speaker, addressee and content in whatever order they stand."""

    def __init__(self, scene: Scene, noun: SpeechNoun, words: Span, number: int) -> None:
        self.scene, self.noun, self.number = scene, noun, number
        self.first, self.head = words
        self.limit = scene.units[number].end
        self.speaker = _owner(scene, self.first)
        self.spoken: list[Span] = []
        self.passive = False

    def statement(self) -> Draft | None:
        """Return the statement, None if the phrase names no speaker or no content."""
        at = self.head + 1
        while at < self.limit:
            after = self._adjective(at) or self._agent(at) or self._owner(at) or self._spoken(at)
            if not after:
                break
            at = after
        if self.speaker is None or not self.speaker.refs or at >= self.limit:
            return None
        low = self.scene.units[self.number].start
        found = said(self.scene, self.noun, self.head, (at, self.limit), passive=self.passive)
        found = found or _taken_up(self.scene, self.head, at, low)
        if not found:
            return None
        return Draft(
            frame="noun",
            subject=self.speaker,
            cue=[(self.first, self.head + 1)],
            content=found,
            zone=[(self.first, at)],
            unit=self.number,
            act=self.noun.act,
            nominal=True,
            addressee=self.spoken,
        )

    def _adjective(self, at: int) -> int:
        """Pass over an adjective; a demonym names the speaker."""
        mention = self.scene.entities.starting(at)
        if mention is None:
            return at + 1 if self.scene.pos[at] == "ADJ" else 0
        if mention.kind != "adjective" or self.speaker is not None or not mention.refs:
            return 0
        self.speaker = Subject(mention.refs, mention.start, mention.end, mention.kind)
        return mention.end

    def _agent(self, at: int) -> int:
        """Read "par X", "adressé par X"."""
        words, verb = self.scene.words, self.scene.verb_at.get(at)
        given = verb is not None and verb.start == at and verb.tense == "participle" and verb.verb in GIVES
        par = verb.end if verb is not None and given else at
        if words[par : par + 1] != ["par"] or not (given or self.noun.patterns & {"par-X", "de-NP-par-X"}):
            return 0
        actor = self.scene.actor(par + 1)
        if actor is None or not actor.refs:
            return 0
        refs, end, _ = joined(self.scene, actor, self.limit)
        self.speaker, self.passive = Subject(refs, actor.start, end, actor.kind), True
        return end

    def _owner(self, at: int) -> int:
        """Read "de X"."""
        actor = self._actor(at, DE)
        if actor is None or self.speaker is not None or actor.kind not in ACTORS:
            return 0
        refs, end, _ = joined(self.scene, actor, self.limit)
        self.speaker = Subject(refs, actor.start, end, actor.kind)
        return end

    def _spoken(self, at: int) -> int:
        """Read "à Y"."""
        actor = self._actor(at, A)
        if actor is None:
            return 0
        _, end, _ = joined(self.scene, actor, self.limit)
        self.spoken.append((actor.start, end))
        return end

    def _actor(self, at: int, prepositions: frozenset[str]) -> Mention | None:
        """Return the actor that one of *prepositions* at *at* governs."""
        word = self.scene.words[at]
        if word not in prepositions or self.scene.is_infinitive(at + 1):
            return None
        inside = word in CONTRACTED and at in self.scene.phrases
        actor = self.scene.actor(at if inside else at + 1)
        return actor if actor is not None and actor.refs else None


def _taken_up(scene: Scene, head: int, at: int, low: int) -> list[Span]:
    """Return the noun phrase that the noun takes up: "le partage du siège, une affirmation de X,"."""
    words = scene.words
    if head - 2 <= low or words[head - 2] != "," or words[head - 1] not in {"un", "une"}:
        return []
    if words[at] not in {",", ".", ";", ")"}:
        return []
    start = head - 2
    while start > low and words[start - 1] not in {",", ":", ";", "("}:
        verb = scene.verb_at.get(start - 1)
        if verb is not None and (verb.finite or verb.tense == "gerund"):
            break
        start -= 1
    start += words[start] in {"de", "d'", "à", "par"}
    return list(trim(scene, start, head - 2))


def _owner(scene: Scene, head: int) -> Subject | None:
    """Return whom the possessive before the noun stands for: "son appel à"."""
    before = scene.entities.covering(head - 1, 2) if head else None
    if before is not None and before.kind == "possessive" and before.refs and before.end == head:
        return Subject(before.refs, before.start, before.end, "possessive")
    return None
