"""The subject before the verb, found by walking left over clitics, adverbs, insertions and prepositional phrases."""

from __future__ import annotations

from pourparlers.extract.mentions import Mention
from pourparlers.extract.statements.documents import document
from pourparlers.extract.statements.drafts import Subject
from pourparlers.extract.statements.joins import JOINTS, governed, joined, joined_back
from pourparlers.extract.statements.memory import Memory
from pourparlers.extract.statements.patterns import (
    CLITICS,
    CONTRACTED,
    DE,
    DETERMINERS,
    FIRST_SECOND,
    ON,
    PLURAL,
    PREPOSITIONS,
    PRONOUNS,
    QUE,
    RELATIVES,
    A,
)
from pourparlers.extract.statements.phrases import unnamed
from pourparlers.extract.statements.scene import ACTORS, Scene
from pourparlers.language.document import VerbGroup

# What a step of the walk returns: the subject, None if there is none, or the token to go on from.
Outcome = Subject | int | None
_NOT_MINE = -2
_TRADE = 4
_MANNER = frozenset({"dans", "lors", "avec", "sans", "sur", "après", "au", "en"})
_DEFINITE = frozenset({"le", "la", "l'", "ce", "cet", "cette"})
_THAT = frozenset({"ce", "cet", "cette"})
_MARKS = frozenset({",", "-", "–", "—", ")"})
_NEVER = ON | FIRST_SECOND | {"ce", "c'", "cela", "ceci", "ça"}


def subject_before(scene: Scene, memory: Memory, verb: VerbGroup, low: int) -> Subject | None:
    """Return the subject of a finite verb that stands before it, at token *low* or later."""
    at = verb.start - 1
    while at >= low and (scene.words[at] in CLITICS or scene.doc[at].is_space):
        at -= 1
    walk = _Walk(scene, memory, verb, low)
    for _ in range(40):
        at = scene.skip_adverbs_back(at, low)
        if at < low:
            return None
        outcome = walk.step(at)
        if not isinstance(outcome, int):
            return outcome
        at = outcome
    return None


class _Walk:
    """One walk to the left; each step reads what ends at a token."""

    def __init__(self, scene: Scene, memory: Memory, verb: VerbGroup, low: int) -> None:
        self.scene, self.memory, self.verb, self.low = scene, memory, verb, low

    def step(self, at: int) -> Outcome:
        """Return what ends at *at*: the subject, nothing, or where to go on."""
        for read in (self._pronoun, self._mention, self._word, self._mark, self._other):
            outcome = read(at)
            if outcome != _NOT_MINE:
                return outcome
        return _description(self.scene, self.memory, at, self.low)

    def _pronoun(self, at: int) -> Outcome:
        word = self.scene.words[at]
        mention = self._ending(at)
        if word in PRONOUNS and (mention is None or mention.end - mention.start == 1):
            return Subject((), at, at + 1, "pronoun", plural=word in PLURAL)
        spoken = mention is not None and mention.kind == "pronoun" and word in ON | FIRST_SECOND
        return Subject((), at, at + 1, "unknown") if spoken else _NOT_MINE

    def _ending(self, at: int) -> Mention | None:
        return self.scene.ending(at, self.low) or _around(self.scene, at, self.low)

    def _mention(self, at: int) -> Outcome:
        mention = self._ending(at)
        if mention is None:
            return _NOT_MINE
        return _mention_before(self.scene, self.memory, mention, self.low, self.verb)

    def _word(self, at: int) -> Outcome:
        word = self.scene.words[at]
        if word in RELATIVES:
            return _antecedent(self.scene, self.memory, at, self.low) if word == "qui" else None
        return Subject((), at, at + 1, "unknown") if word in _NEVER else _NOT_MINE

    def _mark(self, at: int) -> Outcome:
        """Pass over an insertion, unless it is the name of the speaker."""
        if self.scene.words[at] not in _MARKS:
            return _NOT_MINE
        before = _before_insertion(self.scene, at, self.low)
        apposed = _apposition_before(self.scene, at, before, self.low)
        ending = apposed or self.scene.ending(at - 1, self.low)
        if ending is not None and _is_object(self.scene, ending, self.verb, self.low):
            return _shared(self.scene, self.memory, self.verb, at, self.low)
        if apposed is not None:
            refs, begin, plural = joined_back(self.scene, apposed, self.low)
            return Subject(refs, begin, at, apposed.kind, plural=plural)
        return before if before != at else None

    def _other(self, at: int) -> Outcome:
        scene, word = self.scene, self.scene.words[at]
        if word in {"et", "mais", "puis", "ou", "ni"}:
            return _shared(scene, self.memory, self.verb, at, self.low)
        verb = scene.verb_at.get(at)
        if verb is not None and verb.head == at and verb.tense != "participle":
            return None
        if scene.quote_at[at] >= 0 and scene.quotes[scene.quote_at[at]].outer_start >= self.low:
            return scene.quotes[scene.quote_at[at]].outer_start - 1
        return None if word in QUE | {":", ";", ".", "?", "!", "…"} else _NOT_MINE


def _around(scene: Scene, at: int, low: int) -> Mention | None:
    """Return the actor whose phrase goes on behind *at*, into an insertion that was passed over."""
    mention = scene.entities.covering(at)
    if mention is None or mention.start < low or mention.kind not in ACTORS or not mention.refs:
        return None
    return mention if "," in scene.words[at + 1 : at + 2] else None


def _apposition_before(scene: Scene, comma: int, before: int, low: int) -> Mention | None:
    """Return the actor whose name closes right before the comma: "le ministre, Jan Maas, a"."""
    last = comma - 1
    if scene.words[last] == ")":
        last = _before_insertion(scene, last, low)
    mention = scene.ending(last, low) or scene.entities.covering(last)
    if mention is None or not mention.refs or mention.kind not in ACTORS or mention.start < low:
        return None
    if mention.end > comma:
        return None
    if mention.start <= before or (mention.kind == "person" and _led_by_trade(scene, before + 2, mention.start)):
        return mention
    return None


def _led_by_trade(scene: Scene, start: int, name: int) -> bool:
    """Tell whether nothing but a trade stands between the comma and the name: "son chef, le centriste Jan Maas,"."""
    between = range(start, name)
    return len(between) <= _TRADE and all(
        scene.pos[t] in {"DET", "NOUN", "ADJ", "PROPN"} and scene.words[t] not in PREPOSITIONS for t in between
    )


def _is_object(scene: Scene, mention: Mention, verb: VerbGroup, low: int) -> bool:
    """Tell whether the actor before the comma is the object of a verb like *verb*: "X salue Y, exige"."""
    other = scene.verb_at.get(mention.start - 1) if mention.start > low else None
    return other is not None and other.finite and (other.tense, other.plural) == (verb.tense, verb.plural)


def _mention_before(scene: Scene, memory: Memory, mention: Mention, low: int, verb: VerbGroup) -> Subject | int:
    """Return the subject that *mention* is, or the token to go on from if it is governed by a preposition."""
    start = mention.start
    object_of = scene.verb_at.get(start - 1) if start > low else None
    if object_of is not None and object_of.tense in {"gerund", "infinitive"}:
        return object_of.start - 1
    if governed(scene, start, low):
        inside = start if scene.words[start] in CONTRACTED else start - 1
        if scene.words[inside] in DE:
            return _description(scene, memory, mention.end - 1, low) or inside - 1
        return inside - 1
    if start > low and scene.words[start - 1] in _THAT and mention.kind in {"place", "state"}:
        return unnamed(scene, memory, start - 1, mention.end, None)  # "ce Tchèque"
    if mention.kind == "place" and not mention.refs:
        actor = memory.capital(mention)
        return Subject(actor, start, mention.end, "state" if actor else "unknown")
    if not mention.refs:
        if start > low and scene.pos[start - 1] in {"NOUN", "ADJ", "PROPN", "DET"}:
            return _description(scene, memory, mention.end - 1, low) or start - 1
        return unnamed(scene, memory, start, mention.end, mention)
    refs, begin, plural = joined_back(scene, mention, low)
    if begin == start and not plural and verb.plural and mention.kind in {"person", "institution", "state", "post"}:
        # "les habitants de X et Y ont": the near name is not the whole subject
        before = scene.words[start - 1] if start > low else ""
        if before in JOINTS:
            return Subject((), start, mention.end, "unknown", plural=True)
    return Subject(refs, begin, mention.end, mention.kind if refs else "unknown", plural=plural)


def _description(scene: Scene, memory: Memory, at: int, low: int) -> Subject | None:
    """Return the subject whose last words are a plain noun phrase: a document, or nobody we know."""
    words = scene.words
    start = at
    while start > low:
        before = words[start - 1]
        if before == "et" and words[start] in DE | A:
            start -= 1
            continue
        if before in {",", "et", "mais", "qui", ":", ";"} | QUE or start - 1 in scene.opens:
            break
        verb = scene.verb_at.get(start - 1)
        if verb is not None and verb.tense != "participle":
            break
        start -= 1
    # the leftmost determiner that no preposition governs opens the phrase
    for token in range(start, at + 1):
        opens = words[token] in DETERMINERS or scene.pos[token] in {"DET", "NOUN", "PROPN", "NUM"}
        inside = token > low and token != start and words[token - 1] in PREPOSITIONS
        if opens and not inside and words[token] not in CONTRACTED:
            return _described(scene, memory, token, at + 1)
    return None


def _described(scene: Scene, memory: Memory, start: int, end: int) -> Subject:
    """Return the subject that the noun phrase of tokens `start:end` is."""
    issued = document(scene, memory, start, end)
    if issued is not None:
        return issued
    mention = scene.phrases.get(start)
    near = scene.phrase_end(start, end)
    if start < near < end and scene.words[near] in _MANNER and scene.words[start] in _DEFINITE:
        end = near  # "le diplomate, dans un élan de franchise, a"
    if mention is not None and mention.refs and mention.kind != "place" and mention.end <= end:
        refs, _, plural = joined(scene, mention, end)
        return Subject(refs, start, end, mention.kind, plural=plural)
    inner = mention if mention is not None and not mention.refs and mention.kind != "place" else None
    return unnamed(scene, memory, start, end, inner)


def _before_insertion(scene: Scene, at: int, low: int) -> int:
    """Return the last token before an insertion that closes at *at*: apposition, relative clause, brackets, dashes."""
    words = scene.words
    mark = words[at]
    opening = {")": "("}.get(mark, mark)
    for back in range(at - 1, max(low, at - 45) - 1, -1):
        if scene.quote_at[back] >= 0 and scene.quote_at[back] != scene.quote_at[at]:
            continue
        if words[back] == opening and not (mark == "," and scene.quote_at[back] >= 0):
            if mark == "," and _in_list(scene, back, at):
                continue
            return back - 1
    return at


def _in_list(scene: Scene, comma: int, close: int) -> bool:
    """Tell whether the comma belongs to a list inside the relative clause rather than opens the insertion."""
    return scene.words[comma + 1] == "et" or (
        scene.pos[comma + 1] == "ADJ" and comma + 2 < close and scene.words[comma + 2] == ","
    )


def _antecedent(scene: Scene, memory: Memory, qui: int, low: int) -> Subject | None:
    """Return the actor named right before "qui"."""
    at = qui - 1
    if at >= low and scene.words[at] in {",", "-", "–", "—"}:
        at -= 1
    if at >= low and scene.words[at] == ")":
        at = _before_insertion(scene, at, low)
    if at < low:
        return None
    mention = scene.ending(at, low)
    if mention is None:
        return _description(scene, memory, at, low)
    refs, begin, plural = joined_back(scene, mention, low)
    return Subject(refs, begin, mention.end, mention.kind if refs else "unknown", plural=plural)


def _inserted(scene: Scene, verb: VerbGroup, low: int) -> bool:
    """Tell whether the verb stands in a clause that a comma opened: ", qui a reconnu un essai, et exigé"."""
    at = verb.start - 1
    while at > low and scene.words[at] in CLITICS:
        at -= 1
    return at > low and scene.words[at] == "qui" and scene.words[at - 1] == ","


def _shared(scene: Scene, memory: Memory, verb: VerbGroup, at: int, low: int) -> Subject | None:
    """Return the subject that a verb after "et" shares with the finite verb before it."""
    fallback: VerbGroup | None = None
    closed = scene.words[at - 1 : at] == [","]
    for token in range(at - 1, low - 1, -1):
        other = scene.verb_at.get(token)
        if other is None or other.head != token or not other.finite or scene.quote_at[token] >= 0:
            continue
        if closed and _inserted(scene, other, low):
            continue
        if other.plural != verb.plural or other.person != verb.person:
            continue
        if other.tense == verb.tense:
            return subject_before(scene, memory, other, low)
        fallback = fallback or other
    return subject_before(scene, memory, fallback, low) if fallback is not None else None
