"""What stands beside the head noun of a treaty: topic, place, parties, a quoted name, an acronym, a date."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pourparlers.extract.mentions import Entities
from pourparlers.extract.treaties import patterns
from pourparlers.language.document import Quote, Reading

_ACRONYM = re.compile(r"[A-ZÀ-Ý][A-ZÀ-Ý0-9.-]{1,9}$")
_NUMBER = re.compile(r"[IVX]+$|\d+$")
_LONGEST = 16  # tokens of a complement
_LONGEST_NAME = 6  # tokens of a name in quotation marks
_PARTIES_REACH = 25  # tokens from "entre" to the second party
_FIRST_PARTY = 6  # tokens from "entre" to the first party
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})
_WHERE = frozenset({"à", "en", "au", "aux", "dans"})
_NO_ADJECTIVES = frozenset("censé censée censés censées".split())
_DETERMINERS = patterns.ARTICLES | patterns.DEMONSTRATIVE | {"un", "une"}
_TIES = patterns.OF | {"à", "aux", "au"}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """An article's layers by token, made once and shared by its phrases."""

    reading: Reading
    entities: Entities
    quotes: dict[int, Quote]
    dates: frozenset[int]
    places: frozenset[int]
    verbs: frozenset[int]
    peoples: frozenset[int]
    times: dict[int, int]


def surroundings(reading: Reading, entities: Entities) -> Surroundings:
    """Return the layers of an article by token."""
    return Surroundings(
        reading=reading,
        entities=entities,
        quotes={q.outer_start: q for q in reading.quotes if q.closed and q.end - q.start <= _LONGEST_NAME},
        dates=frozenset(k for time in reading.times for k in range(time.start, time.end)),
        places=frozenset(
            hit.start
            for hit in reading.hits
            if hit.form in {"name", "capital"} and any(one.startswith(("place/", "state/")) for one in hit.ids)
        ),
        peoples=frozenset(hit.start for hit in reading.hits if hit.form == "adjective" and hit.end == hit.start + 1),
        times={time.start: time.end for time in reading.times},
        verbs=frozenset(k for group in reading.verbs if group.finite for k in range(group.start, group.end)),
    )


class Complements:
    """Reads the complements of a head noun from left to right.

    After `read`, the name ends at token `name_end`, and `kinds` tells what was found: name, place, topic, of, parties,
    adjective, date. `acronym` and `between` are token spans of an acronym in parentheses and of "entre X et Y".
    """

    def __init__(self, around: Surroundings, at: int, end: int, *, truce: bool = False) -> None:
        """Begin at token *at* of a sentence that ends at *end*; the noun of a *truce* has a place of its own."""
        self.around, self.doc, self.at, self.end, self.truce = around, around.reading.doc, at, end, truce
        self.definite = self._word(at - 2) in patterns.DEFINITE
        self.kinds: set[str] = set()
        self.acronym: tuple[int, int] | None = None
        self.between: tuple[int, int] | None = None
        self.name_end = at

    def read(self) -> None:
        """Move over all complements."""
        while self.at < self.end and self._one():
            pass

    def _one(self) -> bool:
        """Take the complement that begins here; False where none does."""
        word = self._word(self.at)
        if self.at in self.around.quotes:
            return self._take(self.around.quotes[self.at].outer_end, "name")
        steps = {"(": self._bracket, "entre": self._parties, "avec": self._partner, "en": self._matter}
        if word in _WHERE and self.truce and self._where():
            return True
        if word in steps:
            return steps[word]()
        if word in patterns.NAMED:
            return self._called()
        if word in patterns.OF:
            return self._of()
        if word in patterns.TOPIC:
            return self._run("topic")
        return self._apposed()

    def _word(self, k: int) -> str:
        return self.doc[k].lower_ if k < self.end else ""

    def _take(self, to: int, kind: str) -> bool:
        self.at = self.name_end = to
        self.kinds.add(kind)
        return True

    def _where(self) -> bool:
        """Take "en Libye", "à Hodeïda"; what is concluded in a town is not bound to it."""
        first = self.at + 1 + (self._word(self.at + 1) in patterns.ARTICLES)
        concluded_there = self._word(self.at) in {"à", "dans"} and not self.definite
        if first not in self.around.places or concluded_there:
            return False
        inside = [hit for hit in self.around.reading.hits if hit.start == first]
        return self._take(max((hit.end for hit in inside), default=first + 1), "place")

    def _apposed(self) -> bool:
        """Take a name, acronym, number or adjective that follows directly."""
        token = self.doc[self.at]
        numbered = token.pos_ == "NUM" and bool(_NUMBER.match(token.text)) and self.at not in self.around.dates
        if self.at in self.around.peoples:
            return self._take(self.at + 1, "adjective")
        if self.at in self.around.verbs:
            return False
        if token.pos_ == "PROPN" or _ACRONYM.match(token.text) or numbered:
            return self._take(self.at + 1, "name")
        head = self.doc[self.at - 1].text
        plural = "Plur" in token.morph.get("Number", []) and not head.endswith(("s", "x"))  # "juge le traité modestes"
        fitting = token.pos_ == "ADJ" and not plural and token.lower_ not in _NO_ADJECTIVES
        return fitting and self._take(self.at + 1, "adjective")

    def _called(self) -> bool:
        """Pass over "dit (de)" before a name."""
        ahead = self.at + (2 if self._word(self.at + 1) in patterns.OF else 1)
        if ahead >= self.end or not (ahead in self.around.quotes or self.doc[ahead].text[:1].isupper()):
            return False
        self.at = ahead
        return True

    def _bracket(self) -> bool:
        """Take "(ACRONYM)"."""
        close = next((k for k in range(self.at + 1, min(self.at + 8, self.end)) if self._word(k) == ")"), None)
        inside = range(self.at + 1, close) if close is not None else range(0)
        found = next((k for k in inside if _ACRONYM.match(self.doc[k].text)), None)
        if found is None or close is None:
            return False
        self.acronym = (found, found + 1)
        self.at = close + 1
        self.kinds.add("name")
        return True

    def _matter(self) -> bool:
        if self._word(self.at + 2) == "points":
            return self._take(self.at + 3, "topic")
        if self._word(self.at + 1) in {"cours", "vigueur"}:
            return self._take(self.at + 2, "adjective")
        return self._word(self.at + 1) == "matière" and self._run("topic")

    def _of(self) -> bool:
        if self.at in self.around.dates or self.at + 1 in self.around.dates:
            self.kinds.add("date")
            return self._dated()
        first = self.at + 1 + (self._word(self.at + 1) in patterns.ARTICLES)
        mention = self.around.entities.covering(first) if first < self.end else None
        if mention is not None and mention.kind in {"person", "post", "pronoun"}:
            return False
        return self._run("of")

    def _dated(self) -> bool:
        """Pass over a date inside a name: "l'accord de 2015 sur la pêche"; one at its end is no part of it."""
        end = self.around.times.get(self.at, self.around.times.get(self.at + 1, self.end))
        if self._word(end) not in patterns.TOPIC | {"entre", "avec"}:
            return False
        self.at = end
        return True

    def _run(self, kind: str) -> bool:
        """Take preposition and noun phrase: nouns, adjectives, names and what `de` ties to them."""
        begin = self.at + (2 if self._word(self.at) in patterns.TWO_WORDS else 1)
        k, nominal = begin, False
        while k < min(self.end, self.at + _LONGEST) and self._goes_on(k, begin, kind, nominal=nominal):
            nominal = nominal or self._noun_like(k, after=False)
            k += 1
        while k > begin and self._word(k - 1) in _TIES | patterns.ARTICLES:
            k -= 1
        if not nominal:
            return False
        first = next((t.i for t in self.doc[begin:k] if t.lower_ not in patterns.ARTICLES), begin)
        place = any(begin <= at < k for at in self.around.places) or self._proper(first)
        return self._take(k, "place" if kind == "of" and place else kind)

    def _goes_on(self, k: int, begin: int, kind: str, *, nominal: bool) -> bool:
        """Tell whether token *k* belongs to the noun phrase that begins at *begin*."""
        word, pos = self._word(k), self.doc[k].pos_
        if k in self.around.dates and pos != "NOUN":
            return False
        if self._noun_like(k, after=nominal):
            return True
        if not nominal:
            own = (
                kind == "topic" and word in patterns.POSSESSIVE
            )  # "sur leurs frontières", not "du traité de leur choix"
            return own or pos == "NUM" or word in _DETERMINERS
        if word in patterns.ARTICLES:
            return k > begin and self._word(k - 1) in _TIES
        if word == "et":  # "de sécurité et de défense", but not "de paix et de l'accord"
            joined = self._word(k + 1) in {"de", "d'"} and self._nominal(k + 2)
            return joined and self._word(k + 2) not in patterns.KINDS
        return word in _TIES and self._nominal(k + 1)

    def _noun_like(self, k: int, *, after: bool) -> bool:
        """Tell a noun, name or adjective; after one also what is tagged as a verb: "de moyenne portée"."""
        if k in self.around.verbs:
            return False
        pos = self.doc[k].pos_
        common = self.doc[k - 1].pos_ in _NOMINAL - {"PROPN"}
        participle = after and pos == "VERB" and common and self._word(k).endswith("ée")
        return pos in _NOMINAL or participle

    def _nominal(self, k: int) -> bool:
        return k < self.end and (self.doc[k].pos_ in _NOMINAL or self._word(k) in patterns.ARTICLES)

    def _proper(self, k: int) -> bool:
        """Tell a name that is no actor's: the village a treaty is called after need not be known."""
        mention = self.around.entities.covering(k)
        return self.doc[k].text[:1].isupper() and (mention is None or mention.kind == "place")

    def _parties(self) -> bool:
        """Take "entre X et Y": to the end of the second actor."""
        if self.at in self.around.verbs or self.doc[self.at].pos_ == "VERB":
            return False  # "l'accord entre dans le cadre de"
        reach = min(self.at + _PARTIES_REACH, self.end)
        found = [mention for mention in self.around.entities.within(self.at, reach) if mention.refs]
        if len(found) < 2 or found[0].start > self.at + _FIRST_PARTY:
            return False
        joined = [m for m in found[1:] if self._word(m.start - 1) == "et"]  # "entre Lima, son alliée, et Quito"
        second = joined[0] if joined else found[1]
        self.between = (self.at, second.end)
        return self._take(second.end, "parties")

    def _partner(self) -> bool:
        """Take "avec X"."""
        mention = self.around.entities.starting(self.at + 1)
        if mention is None or not mention.refs or mention.end > self.end:
            return False
        self.between = (self.at, mention.end)
        return self._take(mention.end, "parties")
