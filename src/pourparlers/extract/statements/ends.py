"""Where a content ends: the signs that the clause of the verb of saying goes on."""

from __future__ import annotations

from pourparlers.extract.statements.drafts import Reach
from pourparlers.extract.statements.lexicon import plain_verbs, speech_nouns, speech_verbs
from pourparlers.extract.statements.patterns import (
    ACCUSING,
    ASIDE_PHRASES,
    ASIDES,
    CLITICS,
    COORDINATION,
    DENYING,
    PREPOSITIONS,
    QUE,
    SOCIAL_MEDIA,
)
from pourparlers.extract.statements.scene import Scene
from pourparlers.language.document import VerbGroup

_ASIDE_PHRASES = {first: [p for p in ASIDE_PHRASES if p[0] == first] for first in {p[0] for p in ASIDE_PHRASES}}
_PAST = frozenset({"perfect", "pluperfect", "past"})
# Tenses of a clause that reports: what follows in the perfect stands beside the verb of saying.
_INSIDE = frozenset(
    {"imperfect", "conditional", "pluperfect", "conditional-perfect", "subjunctive", "present", "future"}
)
_NO_CLAUSE = frozenset({"np", "inf", "adj", "prep"})
_CLAUSE = 15
_RELATIVE = frozenset({"laquelle", "lequel", "lesquelles", "lesquels"})


class Ends:
    """The ends of one content: it starts at *start*, is of *kind*, and the verb that governs it is *reach*."""

    def __init__(self, scene: Scene, reach: Reach, start: int, limit: int, kind: str) -> None:
        """Keep what the signs depend on."""
        self.scene, self.reach, self.start, self.limit, self.kind = scene, reach, start, limit, kind
        self.words = scene.words

    def here(self, at: int) -> bool:
        """Tell whether the content ends before token *at*: what follows belongs to the reporting clause."""
        word = self.words[at]
        if at == self.start:
            return False
        if word == ",":
            return self._after_comma(at)
        if word in {"et", "mais", "puis", "ou"}:
            after = self.scene.skip_adverbs(at + 1, self.limit)
            return after < self.limit and (self._resumes(after) or self._says(after))
        if word in {"tout", "en", "tandis", "avant"}:
            return self._leaves(at, comma=False)
        return self.kind != "que" and self._circumstance(at)

    def _after_comma(self, at: int) -> bool:
        after = self.scene.skip_adverbs(at + 1, self.limit)
        if after >= self.limit:
            return True
        if self.words[after] in COORDINATION:
            after = self.scene.skip_adverbs(after + 1, self.limit)
            return after < self.limit and (self._resumes(after) or self._says(after))
        return self._leaves(after) or self._resumes(after)

    def _says(self, at: int) -> bool:
        """Tell whether a second participle of saying follows: "en réclamant l'aide, et rappelant que"."""
        verb = self._verb(at + (self.words[at] == "en"))
        return verb is not None and verb.tense == "gerund" and verb.verb in plain_verbs()

    def _circumstance(self, at: int) -> bool:
        """Tell whether a medium, an occasion or a source of the saying stands here without a comma."""
        word = self.words[at]
        if word in {"dans", "lors", "sur"} and _medium_phrase(self.scene, at):
            return True
        if word == "lors":
            return at - 1 not in self.scene.verb_at  # "survenus lors de" belongs to the content
        return word == "selon" and self._word(at + 1) not in _RELATIVE and at + 1 in self.scene.phrases

    def _word(self, at: int) -> str:
        return self.words[at] if at < len(self.words) else ""

    def _verb(self, at: int) -> VerbGroup | None:
        """Return the verb group that begins at *at*, its pronouns passed over."""
        while at < self.limit and self.words[at] in CLITICS:
            at += 1
        verb = self.scene.verb_at.get(at) if at < self.limit else None
        return verb if verb is not None and verb.start <= at else None

    def _leaves(self, at: int, *, comma: bool = True) -> bool:
        """Tell whether at *at* a participle, an incise, a source or an aside of the reporting clause opens."""
        word = self.words[at]
        if word == "tout" and self._word(at + 1) == "en":
            return True
        verb = self._verb(at + 1 if word == "en" else at)
        if verb is not None:
            saying = verb.verb in plain_verbs()
            if verb.tense == "gerund" and (saying or (self.kind != "que" and comma)):
                return True
            if verb.clitic_subject is not None and saying:
                return True
        if word == "tandis" or (word == "avant" and self._word(at + 1) in {"de", "d'"} and self._cue_soon(at + 2)):
            return True
        return comma and self._opens(at)

    def _opens(self, at: int) -> bool:
        """Tell whether behind a comma an attribution, a summary or a circumstance of the saying opens."""
        word = self.words[at]
        if incise_at(self.scene, at, self.limit) or _summary(self.scene, at, self.limit):
            return True
        if _taken_up(self.scene, at, self.limit):
            return True
        if word in {"selon", "d'après"} and self._word(at + 1) not in _RELATIVE:
            return True
        if self.kind not in _NO_CLAUSE | {"quote"}:
            return False
        return word in ASIDES or any(
            tuple(self.words[at : at + len(phrase)]) == phrase for phrase in _ASIDE_PHRASES.get(word, ())
        )

    def _cue_soon(self, at: int) -> bool:
        verb_at = self.scene.verb_at
        verb = next((verb_at[t] for t in range(at, min(at + 4, self.limit)) if t in verb_at), None)
        return verb is not None and verb.verb in plain_verbs()

    def _resumes(self, at: int) -> bool:
        """Tell whether a verb at *at*, after "et", "mais" or a comma, goes on with the reporting clause."""
        first = at
        while first < self.limit and self.words[first] in CLITICS:
            first += 1
        verb = self.scene.verb_at.get(first) if first < self.limit else None
        if verb is not None and verb.start == first and first not in self.scene.phrases:
            return self._same_subject(verb, comma=self.words[at - 1] == ",")
        mention = self.scene.actor(at) if at < self.limit else None
        if mention is None or mention.end >= self.limit:
            return False
        verb = self._verb(self.scene.skip_adverbs(mention.end, self.limit))
        if verb is None or not verb.finite:
            return False
        if self.kind in _NO_CLAUSE:
            return True
        past = verb.tense == self.reach.tense and verb.tense in _PAST
        return past and (self._reported(at) if verb.verb in plain_verbs() else self._shifted(at))

    def _same_subject(self, verb: VerbGroup, *, comma: bool) -> bool:
        """Tell whether a verb without a subject of its own stands beside the verb of saying."""
        saying = verb.verb in plain_verbs()
        if verb.tense == "participle":
            agent = self._word(verb.end) == "par"
            return saying and self.reach.tense in _PAST and not agent and not comma
        if not verb.finite or (comma and self.kind == "que"):
            return False
        if comma:
            return verb.person == 3  # the verb that a relative clause or an insertion parts from its subject
        if self.kind in _NO_CLAUSE | {"quote"}:
            return verb.plural == self.reach.plural and verb.person == 3
        return saying and verb.plural == self.reach.plural and self._same_level(verb)

    def _same_level(self, verb: VerbGroup) -> bool:
        """Tell whether the tense of a verb is that of the verb of saying, not that of the clause between."""
        if self.reach.tense in _PAST:
            return verb.tense in _PAST and self._reported(verb.start)
        inside = self._verbs(verb.start)
        return verb.tense == self.reach.tense and not any(v.tense == verb.tense and v.finite for v in inside)

    def _reported(self, end: int) -> bool:
        """Tell whether the first finite verb of the content is in a tense of reported speech."""
        first = next((v for v in self._verbs(end) if v.finite), None)
        return first is None or first.tense in _INSIDE

    def _shifted(self, end: int) -> bool:
        """Tell whether the content is in a tense that beside a perfect only reported speech has."""
        first = next((v for v in self._verbs(end) if v.finite), None)
        return first is not None and first.tense in {"imperfect", "conditional", "pluperfect"}

    def _verbs(self, end: int) -> list[VerbGroup]:
        verb_at, quote_at = self.scene.verb_at, self.scene.quote_at
        tokens = (t for t in range(self.start, end) if t in verb_at and quote_at[t] < 0)
        return [verb_at[t] for t in tokens if verb_at[t].head == t]


def _medium_phrase(scene: Scene, at: int) -> bool:
    """Tell whether "dans un communiqué", "lors d'un point de presse", "sur Twitter" stands at *at*."""
    words = scene.words
    if words[at] == "sur":
        return words[at + 1 : at + 2] != [] and words[at + 1] in SOCIAL_MEDIA
    for token in range(at + 1, min(at + 4, len(words))):
        noun = speech_nouns().get(words[token])
        if noun is not None and noun.medium and words[token - 1] in {"un", "une", "son", "sa", "leur"}:
            return True
        if words[token] == "point" and words[token + 1 : token + 3] == ["de", "presse"]:
            return True
    return False


def incise_at(scene: Scene, at: int, limit: int) -> bool:
    """Tell whether an incise opens at *at*: a finite verb of saying, its subject behind it."""
    first = at
    while first < limit and scene.words[first] in {"s'", "se", "l'"}:
        first += 1
    verb = scene.verb_at.get(first) if first < limit else None
    if verb is None or verb.start != first or not verb.finite or verb.verb not in speech_verbs():
        return False
    if verb.clitic_subject is not None:
        return True
    after = scene.skip_adverbs(verb.end, limit)
    while after < limit and scene.words[after] in PREPOSITIONS and after not in scene.phrases:
        further = scene.skip_adverbs(scene.skip_phrase(after, limit), limit)
        if further == after:
            break
        after = further
    if after >= limit or not any("incise" in e.frames for e in speech_verbs()[verb.verb]):
        return False
    noun = next((w for w in scene.words[after : after + 3] if w in speech_nouns()), "")
    actor = scene.actor(after)
    if actor is None and not (noun and speech_nouns()[noun].kind == "document"):
        return False
    end = scene.skip_adverbs(actor.end, limit) if actor is not None else limit
    return end >= limit or (scene.words[end] not in QUE | {":", "à", "de", "d'", "comme"} and end not in scene.opens)


def _taken_up(scene: Scene, at: int, limit: int) -> bool:
    """Tell whether a denial takes up what was just said: ", ce que X dément", ", accusations que X rejette"."""
    words = scene.words
    takes = words[at] == "ce" or words[at] in ACCUSING
    if not takes or at + 2 >= limit or words[at + 1] not in QUE:
        return words[at] in ACCUSING and at + 1 in scene.verb_at and scene.verb_at[at + 1].tense == "participle"
    verbs = [scene.verb_at[t] for t in range(at + 2, min(at + _CLAUSE, limit)) if t in scene.verb_at]
    return bool(verbs) and verbs[0].verb in DENYING | {"qualifier", "balayer", "juger"}


def _summary(scene: Scene, at: int, limit: int) -> bool:
    """Tell whether a noun of saying takes up what was just said: ", des accusations rejetées par"."""
    words = scene.words
    if words[at] not in {"des", "une", "un", "ces", "cette", "ce"} or at + 2 >= limit:
        return False
    noun = speech_nouns().get(words[at + 1])
    if noun is None or noun.kind != "act":
        return False
    verb = scene.verb_at.get(at + 2)
    return words[at + 2] in {"de", "du", "des", "d'", "que", "qu'", "par"} or (
        verb is not None and verb.tense == "participle"
    )
