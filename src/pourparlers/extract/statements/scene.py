"""One article as the frames look at it: words, quotations as blocks, noun phrases, and what stands where."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pourparlers.extract.mentions import Entities, Mention
from pourparlers.extract.statements.patterns import (
    ADVERBS,
    CONTRACTED,
    DE,
    DETERMINERS,
    LOCUTIONS,
    PREPOSITIONS,
    A,
)
from pourparlers.extract.statements.repairs import repair
from pourparlers.language.document import Quote, Reading, TimeExpression, VerbGroup

_SEVERAL = frozenset({"des", "les", "aux", "plusieurs", "quelques"})
_NOUNY = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "X", "SYM"})
_LOCUTIONS = {first: tuple(loc for loc in LOCUTIONS if loc[0] == first) for first in {loc[0] for loc in LOCUTIONS}}
_LOCUTION_ENDS = {last: tuple(loc for loc in LOCUTIONS if loc[-1] == last) for last in {loc[-1] for loc in LOCUTIONS}}
# Mentions that are noun phrases; adjectives and possessives are parts of one.
_PHRASES = frozenset({"person", "post", "institution", "state", "place", "source", "group", "pronoun"})
ACTORS = frozenset({"person", "post", "institution", "state", "source", "group"})


@dataclass(frozen=True, slots=True)
class Unit:
    """Tokens `start:end` that are read together: a sentence, or several that one quotation holds together."""

    start: int
    end: int
    paragraph: int
    block: str


class Scene:
    """The reading with its look-ups; made once per article, never changed.

    `words` are lower-case forms; `quote_at` the index of the outermost quotation that holds a token (marks included),
    else -1; `verb_at` the verb group that holds a token.
    """

    __slots__ = ("doc", "entities", "named", "opens", "phrases", "pos", "quote_at", "quotes", "reading", "time_at",
                 "time_end", "unit_starts", "units", "verb_at", "verbs", "words")  # fmt: skip

    def __init__(self, reading: Reading, entities: Entities) -> None:
        """Index *reading* and *entities*."""
        doc = reading.doc
        self.reading, self.entities, self.doc = reading, entities, doc
        self.words = list(reading.lower)
        self.pos = list(reading.tags)
        self.quotes: tuple[Quote, ...] = reading.quotes
        self.quote_at = [-1] * len(doc)
        self.opens: dict[int, int] = {}
        for index, quote in enumerate(self.quotes):
            if quote.depth == 0:
                self.opens[quote.outer_start] = index
                self.quote_at[quote.outer_start : quote.outer_end] = [index] * (quote.outer_end - quote.outer_start)
        self.verbs: tuple[VerbGroup, ...] = reading.verbs
        self.verb_at: dict[int, VerbGroup] = {}
        for verb in self.verbs:
            for token in range(verb.start, verb.end):
                self.verb_at.setdefault(token, verb)
        for verb in self.verbs:
            self.verb_at[verb.head] = verb
        self.phrases: dict[int, Mention] = {}
        for mention in entities.mentions:
            if mention.kind in _PHRASES:
                named = _named_apart(mention, self.words)
                self.phrases.setdefault(named.start, named)
        self.named = {
            t for m in self.phrases.values() if m.kind not in {"pronoun", "place"} for t in range(m.start, m.end)
        }
        repair(self)
        self.time_at: dict[int, TimeExpression] = {t.start: t for t in reading.times}
        self.time_end: dict[int, TimeExpression] = {t.end: t for t in reading.times}
        self.units = tuple(_units(reading, self.quotes, self.quote_at))
        self.unit_starts = [unit.start for unit in self.units]

    # -------------------------------------------------------------------------------------------- look-ups
    def unit(self, token: int) -> Unit | None:
        """Return the unit that holds *token*."""
        at = bisect_right(self.unit_starts, token) - 1
        return self.units[at] if at >= 0 and token < self.units[at].end else None

    def quote(self, token: int) -> Quote | None:
        """Return the outermost quotation that holds *token* (its marks included)."""
        at = self.quote_at[token] if 0 <= token < len(self.quote_at) else -1
        return self.quotes[at] if at >= 0 else None

    def closes(self, token: int) -> Quote | None:
        """Return the outermost quotation whose last token (its closing mark) is *token*."""
        quote = self.quote(token)
        return quote if quote and quote.outer_end - 1 == token else None

    def actor(self, token: int) -> Mention | None:
        """Return the longest phrase that starts at *token* and names an actor or stands for one."""
        mention = self.phrases.get(token)
        return mention if mention and mention.kind != "place" else None

    def ending(self, token: int, low: int) -> Mention | None:
        """Return the longest phrase that covers *token*, ends just after it, and starts at *low* or later."""
        mention = None
        for found in self.entities.within(max(low, token - 40), token + 1):
            if found.end == token + 1 and found.kind in _PHRASES:
                mention = found if mention is None or found.start < mention.start else mention
        return mention

    def is_infinitive(self, token: int) -> bool:
        """Tell whether an infinitive group starts at *token* ("ne pas céder", "s'en prendre")."""
        if self.words[token : token + 2] in (["savoir", ":"], ["savoir", ","], ["savoir", "si"]):
            return False  # "à savoir : …"
        token += token in self.opens
        for at in range(token, min(token + 5, len(self.words))):
            verb = self.verb_at.get(at)
            if verb:
                return verb.tense == "infinitive"
            if self.words[at] not in _BEFORE_INFINITIVE:
                return False
        return False

    # -------------------------------------------------------------------------------------------- walking
    def skip_adverbs(self, token: int, limit: int) -> int:
        """Return the first token at or after *token* that is no adverb, no set phrase and no time expression."""
        while token < limit:
            after = self._adverb_end(token, limit)
            if after == token:
                return token
            token = after
        return token

    def _adverb_end(self, token: int, limit: int) -> int:
        time = self.time_at.get(token)
        if time and time.end <= limit:
            return time.end
        word = self.words[token]
        if self.doc[token].is_space:
            return token + 1
        for locution in _LOCUTIONS.get(word, ()):
            if tuple(self.words[token : token + len(locution)]) == locution:
                return token + len(locution)
        if token + 1 in self.time_at and word in PREPOSITIONS | {"ce", "le"}:
            return min(self.time_at[token + 1].end, limit)
        if self._is_adverb(token) and word not in _NOT_SKIPPED:
            return token + 1
        return token

    def skip_adverbs_back(self, token: int, low: int) -> int:
        """Return the last token at or before *token* that is no adverb, no set phrase and no time expression."""
        while token >= low:
            before = self._adverb_start(token, low)
            if before == token:
                return token
            token = before
        return token

    def _adverb_start(self, token: int, low: int) -> int:
        time = self.time_end.get(token + 1)
        if time and time.start >= low:
            before = time.start - 1
            return before - 1 if before >= low and self.words[before] in {"en", "ce", "le", "dès", "depuis"} else before
        word = self.words[token]
        for locution in _LOCUTION_ENDS.get(word, ()):
            start = token + 1 - len(locution)
            if start >= low and tuple(self.words[start : token + 1]) == locution:
                return start - 1
        if self._is_adverb(token) and token not in self.verb_at:
            return token - 1
        return token

    def _is_adverb(self, token: int) -> bool:
        word = self.words[token]
        tagged = self.pos[token] == "ADV" and word not in PREPOSITIONS and not self._heads(token)
        adverb = word in ADVERBS or tagged
        return adverb and self.quote_at[token] < 0 and token not in self.named

    def _heads(self, token: int) -> bool:
        """Tell whether a verb group has its head at *token*, whatever the tagger says: "dément"."""
        verb = self.verb_at.get(token)
        return verb is not None and verb.head == token and verb.finite

    def phrase_end(self, token: int, limit: int) -> int:
        """Return the end of the noun phrase that starts at *token* (a determiner, noun, name or quotation), or *token*.

        Complements with "de" belong to it, other prepositions do not; coordination is the caller's.
        """
        start, at = token, token
        while at < limit:
            mention = self.phrases.get(at)
            if mention and mention.end <= limit and (at == start or mention.kind != "pronoun"):
                if at > start and not self._attaches(at, mention):
                    break
                at = mention.end
                if at < limit and mention.kind != "place" and self.words[at] in DE:
                    break
                continue
            if at in self.opens:
                quote = self.quotes[self.opens[at]]
                if at > start and self.pos[at - 1] not in _NOUNY | {"DET", "ADP"}:
                    break
                at = min(quote.outer_end, limit)
                continue
            if self.words[at] in DE and at > start:
                after = self._complement(at, limit)
                if after == at:
                    break
                at = after
                continue
            if not self._part_of_phrase(start, at):
                break
            at += 1
        return at

    def _complement(self, at: int, limit: int) -> int:
        """Return where the phrase after "de" begins, *at* if "de" opens no complement of a noun."""
        after = at + 1
        if after >= limit or self.is_infinitive(after) or self.words[after] in {"que", "qu'"} or after in self.opens:
            return at  # "cette décision d'« inamicale »"
        determiner = self.words[after] in DETERMINERS or self.pos[after] == "DET"
        return after + 1 if determiner and after not in self.phrases else after

    def _part_of_phrase(self, start: int, at: int) -> bool:
        """Tell whether the word at *at* goes on a noun phrase."""
        word = self.words[at]
        if word in DETERMINERS or self.pos[at] == "DET" or word in CONTRACTED:
            return at == start or self.words[at - 1] in DETERMINERS
        return self.pos[at] in _NOUNY or self._participle_adjective(at)

    def _attaches(self, at: int, mention: Mention) -> bool:
        """Tell whether a mention inside a noun phrase belongs to it: after "de", or a bare name after its title."""
        before = self.words[at - 1]
        if before in DE or before in DETERMINERS or self.pos[at - 1] in {"NUM", "DET"}:
            return True
        bare = mention.kind == "person" and self.words[at] not in DETERMINERS
        if bare and not mention.plural and self.doc[at - 1].morph.get("Number", []) == ["Plur"]:
            return False  # "a déclaré à des journalistes Jan Maas"
        return bare and before not in {",", "et"} and self.pos[at - 1] in {"NOUN", "ADJ", "DET"}

    def _participle_adjective(self, at: int) -> bool:
        verb = self.verb_at.get(at)
        return verb is not None and verb.tense == "participle" and self.words[at + 1 : at + 2] != ["par"]

    def skip_phrase(self, token: int, limit: int) -> int:
        """Return the end of the prepositional phrase that starts at *token*, or *token* if there is none."""
        word = self.words[token]
        if word not in PREPOSITIONS:
            return token
        at = token + 1
        while at < limit and (self.words[at] in PREPOSITIONS or self.words[at] in {"issue", "cours", "suite", "marge"}):
            at += 1  # "auprès de", "au cours de", "à l'issue de"
        if word in A | DE and at < limit and self.is_infinitive(at):
            return token
        if word in CONTRACTED or at < limit:
            end = self.phrase_end(at, limit)
            return end if end > at else token
        return token


_BEFORE_INFINITIVE = frozenset(
    {
        "ne", "n'", "pas", "plus", "jamais", "se", "s'", "le", "la", "l'", "les", "lui", "leur", "y", "en", "me", "m'",
        "nous", "vous", "mieux", "bien", "tout", "rien", "immédiatement", "désormais", "aussi", "également", "ainsi",
        "encore",
    }
)  # fmt: skip
_NOT_SKIPPED = frozenset(
    {"tout", "toute", "ne", "n'", "comme", "non", "que", "qu'", "si", "où", "pourquoi", "comment", "combien"}
)


def _named_apart(mention: Mention, words: list[str]) -> Mention:
    """Return the mention without people it does not name: "(à des journalistes) Jan Maas, porte-parole"."""
    name = mention.name_start
    several = mention.kind == "person" and not mention.plural and words[mention.start] in _SEVERAL
    return replace(mention, start=name) if several and name is not None and name > mention.start else mention


def _units(reading: Reading, quotes: tuple[Quote, ...], quote_at: list[int]) -> Iterator[Unit]:
    """Yield the sentences, joined where a quotation goes on from one to the next."""
    start: int | None = None
    for index, sentence in enumerate(reading.sentences):
        if start is None:
            start = sentence.start
        following = reading.sentences[index + 1] if index + 1 < len(reading.sentences) else None
        inside = -1
        if following is not None and following.start < len(quote_at):
            inside = quote_at[following.start]
        held = inside >= 0 and quotes[inside].outer_start < following.start if following is not None else False
        if held and following is not None and following.paragraph == sentence.paragraph:
            continue
        yield Unit(start, sentence.end, sentence.paragraph, sentence.block)
        start = None
