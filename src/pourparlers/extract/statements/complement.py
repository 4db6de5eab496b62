"""The complement of a verb of saying: over what stands between, to what was said."""

from __future__ import annotations

from pourparlers.extract.statements.drafts import Complement, Cue, Reach, Span
from pourparlers.extract.statements.extent import dative, extent
from pourparlers.extract.statements.guards import fits
from pourparlers.extract.statements.lexicon import SpeechVerb
from pourparlers.extract.statements.objects import (
    animate,
    before_de,
    coordinated,
    feeling_that,
    governs,
    infinitive_later,
    over_insertion,
    prepositional,
    thing_after,
)
from pourparlers.extract.statements.patterns import CONTRACTED, DE, PREPOSITIONS, PRONOUNS, QUE, A
from pourparlers.extract.statements.scene import Scene

# What a step returns: the complement, None if there is none, the token to go on from, or that it is not its business.
Outcome = Complement | int | None
_NOT_MINE = 0

_GOVERN = frozenset({"à", "de", "contre", "sur", "pour", "comme", "dans"})
_WITH_DE = frozenset({"inf-de", "qn-de", "a-qn-de", "de-qn"})
_SPOKEN_TO = frozenset({"addressee", "target"})
# Frames that take no noun phrase.
_CLAUSES = frozenset({"inf", "inf-de", "inf-a", "que", "si", "gerund", "relative", "incise", "clitic-incise"})


def complement(scene: Scene, cue: Cue, limit: int) -> Complement | None:
    """Return the complement of the first sense of *cue* that finds one before token *limit*."""
    for entry, end in cue.entries:
        found = _Walk(scene, cue, entry, end, limit).run()
        if found and fits(scene, found):
            return found
    return None


class _Walk:
    """The walk of one sense of a verb from its last word to its content; objects are picked up on the way."""

    def __init__(self, scene: Scene, cue: Cue, entry: SpeechVerb, end: int, limit: int) -> None:
        self.scene, self.cue, self.entry, self.end, self.limit = scene, cue, entry, end, limit
        self.words, self.frames = scene.words, entry.frames
        self.objects: list[Span] = []
        self.datives: list[Span] = []

    def run(self) -> Complement | None:
        """Return the complement, None if what follows is none."""
        at = self.end
        while True:
            at = self.scene.skip_adverbs(at, self.limit)
            if at >= self.limit:
                return None
            outcome = self._step(at)
            if not isinstance(outcome, int):
                return outcome
            if outcome <= at:
                return None
            at = outcome

    def _step(self, at: int) -> Outcome:
        for step in (
            self._mark,
            self._clause,
            self._quote,
            self._de,
            self._a,
            self._preposition,
            self._fixed,
            self._object,
        ):
            outcome = step(at)
            if outcome != _NOT_MINE:
                return outcome
        return None

    def _made(self, kind: str, start: int, first: int) -> Complement | None:
        pieces = extent(self.scene, Reach.of(self.cue), first, self.limit, kind)
        if kind in {"np", "quote"} and not self.datives:
            pieces, given = dative(self.scene, self.cue, pieces)
            if given is not None:
                self.datives.append(given)
        return self._complement(kind, start, pieces)

    def _complement(self, kind: str, start: int, pieces: tuple[Span, ...]) -> Complement | None:
        if not pieces:
            return None
        return Complement(kind, start, pieces, self.entry, tuple(self.objects), tuple(self.datives), self.end)

    # -------------------------------------------------------------------------------------------- steps
    def _mark(self, at: int) -> Outcome:
        """Pass over an insertion between commas or dashes; read what follows a colon."""
        word = self.words[at]
        if word == ":":
            return self._colon(at)
        if word not in {",", "-", "–", "—"}:
            return _NOT_MINE
        return over_insertion(self.scene, at, self.limit) if self.entry.tier != "C" else None

    def _colon(self, at: int) -> Complement | None:
        """Read the quotation behind a colon, or without one the rest of the sentence."""
        scene, first = self.scene, at + 1
        while first < self.limit and scene.doc[first].is_space:
            first += 1
        if first not in scene.opens:
            full = self.entry.tier == "A" and "direct-quote-colon" in self.frames
            pieces = extent(scene, Reach.of(self.cue), first, self.limit, "que") if full else ()
            return self._complement("colon", at, pieces)
        quote = scene.quotes[scene.opens[first]]
        rest = extent(scene, Reach.of(self.cue), first, self.limit, "quote")
        longer = bool(rest) and rest[-1][1] > quote.outer_end + 2
        return self._complement("colon", at, rest if longer else ((quote.start, quote.end),))

    def _clause(self, at: int) -> Outcome:
        word = self.words[at]
        if word in QUE:
            return self._made("que", at, at + 1) if self.frames & {"que", "qn-que", "a-qn-que"} else None
        if word in {"si", "s'"} and "si" in self.frames:
            return self._made("si", at, at + 1)
        return _NOT_MINE

    def _quote(self, at: int) -> Outcome:
        """Read a quotation, or an infinitive."""
        if at in self.scene.opens:
            quote = self.scene.quotes[self.scene.opens[at]]
            if self.words[quote.start] in QUE:
                return self._made("que", at, quote.start + 1)
            if "inf" in self.frames and "np-object" not in self.frames and self.scene.is_infinitive(at):
                return self._made("inf", at, at)
            return None if self.entry.object_role in _SPOKEN_TO and self.objects else self._made("quote", at, at)
        if self.scene.is_infinitive(at):
            return self._made("inf", at, at) if "inf" in self.frames or self.entry.rest else None
        return _NOT_MINE

    def _de(self, at: int) -> Outcome:
        """Read "de" with an infinitive, a clause, a quotation or a noun phrase."""
        word, frames, scene = self.words[at], self.frames, self.scene
        if word not in DE:
            return _NOT_MINE
        if scene.is_infinitive(at + 1):
            quoted = at + 1 in scene.opens
            return self._made("inf", at, at + 1) if quoted or frames & _WITH_DE or self._needs_de() else None
        if self.words[at + 1 : at + 3] == ["ce", "que"] and frames & _WITH_DE | {"que"}:
            return self._made("que", at, at + 3)
        objects = self.objects or self._object_before()
        if at + 1 in scene.opens and frames & {"qn-de", "de-qn"}:
            return self._made("np", at, at + 1 if objects or "qn-de" not in frames else at)
        if "de-qn" in frames or (objects and "qn-de" in frames) or self.entry.rest[-1:] == ("de",):
            return self._made("np", at, self._inside(at))
        if "np-object" in frames and scene.phrase_end(at + 1, self.limit) > at + 1:
            return self._made("np", at, at + (at + 1 in scene.opens and "inf-de" in frames))
        return _NOT_MINE

    def _object_before(self) -> bool:
        """Tell whether the object is a pronoun before the verb: "l'accuse de", "qu'il accuse de"."""
        at = self.cue.verb.start - 1
        if at < 1 or self.words[at] in {"le", "la", "l'", "les"}:
            return at >= 1
        at -= self.words[at] in PRONOUNS
        return self.words[at] in QUE and self.words[at - 1] == ","

    def _needs_de(self) -> bool:
        return "de" in self.entry.wants("needs")

    def _inside(self, at: int) -> int:
        """Return where the phrase behind a preposition begins: in it, if it holds the article ("au", "des")."""
        return at if self.words[at] in CONTRACTED else at + 1

    def _a(self, at: int) -> Outcome:
        """Read "à" with an infinitive, or whom it says is spoken to."""
        if self.words[at] not in A:
            return _NOT_MINE
        if self.words[at + 1 : at + 3] in (["savoir", ":"], ["savoir", ","]):
            return None
        if self.scene.is_infinitive(at + 1) or (at + 1 in self.scene.opens and self.objects):
            return self._made("inf", at, at + 1) if self.frames & {"inf-a", "qn-a", "prep"} else None
        governed = "à" in self.entry.wants("prep") or thing_after(self.scene, self.entry, at)
        further = infinitive_later(self.scene, at, self.limit) if self.objects and "qn-a" in self.frames else 0
        if further:
            return further
        if (self.objects and "qn-a" in self.frames) or ("prep" in self.frames and governed):
            return self._made("np", at, self._inside(at))
        end = coordinated(self.scene, at + 1, self.limit)
        if end > at + 1:
            self.datives.append((at + 1, end))
            return end
        return _NOT_MINE

    def _preposition(self, at: int) -> Outcome:
        """Read the preposition the verb governs, pass over any other."""
        kept = prepositional(self.scene, self.entry, at)
        if kept is not None:
            kind, first = kept
            return self._made(kind, at, first)
        if self.words[at] in PREPOSITIONS:
            after = self.scene.skip_phrase(at, self.limit)
            return after if after > at else None
        verb = self.scene.verb_at.get(at)
        participle = verb is not None and verb.tense == "participle"
        if "adj" in self.frames and (self.scene.pos[at] == "ADJ" or participle or self.words[at] in {"très", "plus"}):
            found = self._made("adj", at, at)
            end = found.content[-1][1] if found is not None else self.limit
            announced = end < self.limit - 1 and self.words[end] == ":" and {end + 1, end + 2} & self.scene.opens.keys()
            return self._colon(end) if announced else found  # "se montre pessimiste : « … »"
        return _NOT_MINE

    def _fixed(self, at: int) -> Outcome:
        """Read what follows a locution that ends in a preposition: "reprocher à X de", "insister sur Y"."""
        rest, words = self.entry.rest, self.words
        if not rest or rest[-1] not in _GOVERN or self.frames <= _CLAUSES:
            return _NOT_MINE
        phrase = coordinated(self.scene, at, self.limit)
        if rest[-1] == "à" and self.frames & {"a-qn-de", "a-qn-que"} and not self.datives and phrase > at:
            self.datives.append((at, phrase))
            return phrase
        if self.objects:
            return _NOT_MINE
        if self.entry.object_role == "addressee" and phrase < self.limit:
            purpose = self.scene.skip_adverbs(phrase, self.limit - 1)
            if words[purpose] == "pour" and self.scene.is_infinitive(purpose + 1):
                self.objects.append((at, phrase))
                return self._made("inf", purpose, purpose + 1)
        if words[at : at + 2] == ["le", "fait"] and words[at + 2 : at + 3] and words[at + 2] in QUE:
            return self._made("que", at, at + 3)
        return self._made("np", at, at)

    def _object(self, at: int) -> Outcome:
        """Read a direct object: the content, or whom the verb speaks to or of."""
        entry, scene, frames = self.entry, self.scene, self.frames
        phrase = coordinated(scene, at, self.limit)
        if phrase == at:
            return None
        if "qn-de" in frames and entry.object_role in _SPOKEN_TO:
            phrase = before_de(scene, at, phrase)
        goes_on = governs(scene, entry, phrase, self.limit)
        if entry.acts[0][0] == "judge" and frames & {"qn-de", "comme"} and goes_on:
            return self._made("np", at, at)
        if "adj" in frames and any(token in scene.opens for token in range(at, phrase + 1)):
            return self._made("np", at, at)  # "juge ces conditions « inacceptables »"
        if not self.objects and entry.object_role in _SPOKEN_TO | {"speaker"} and goes_on:
            if not animate(scene, at, phrase, self.limit):
                return None
            self.objects.append((at, phrase))
            return phrase
        if "np-object" in frames and not self.objects:
            that = feeling_that(scene, at, self.limit)
            self.end = that or self.end
            return self._made("que", that, that + 1) if that else self._made("np", at, at)
        if frames & {"que", "qn-que"} and self.words[phrase : phrase + 1] and self.words[phrase] in QUE | {":"}:
            self.objects.append((at, phrase))
            return phrase
        return None
