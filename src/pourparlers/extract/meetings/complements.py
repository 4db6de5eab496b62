"""What stands beside a noun of meeting: adjectives, "entre A et B", "avec C", "de D", "à PLACE", times, "sur TOPIC"."""

from __future__ import annotations

from pourparlers.extract.clauses import Clauses
from pourparlers.extract.meetings import patterns
from pourparlers.extract.meetings.adjectives import beside
from pourparlers.extract.mentions import Mention
from pourparlers.model import Place


def _unquoted(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the first word, an opening mark left out: "à « six »"."""
    return words[1:2] if words[0] in {"«", '"', "“"} else words[:1]


class Complements:
    """Reads on from a noun; `parties` ("entre", "de"), `others` ("avec"), `places`, `topic` and `end` are then known.

    `place` is the only one of the places, None where "à Oslo et à Malte" names several.
    `seats` is how many meet by "trilatérale", "à quatre"; `format` tells "dans ce format".
    """

    def __init__(self, clauses: Clauses, at: int, end: int) -> None:
        """Begin at token *at*, at the latest stop at *end*."""
        self.clauses, self.words, self.doc = clauses, clauses.words, clauses.reading.doc
        self.at, self.limit, self.end = at, end, at
        self.times = clauses.times
        self.parties: list[Mention] = []
        self.others: list[Mention] = []
        self.places: list[Place] = []
        self.several = False
        self.topic: tuple[int, int] | None = None
        self.seats = 0
        self.format = False

    @property
    def place(self) -> Place | None:
        """The place, if it is one."""
        return self.places[0] if self.places and not self.several else None

    def read(self) -> None:
        """Move over all complements."""
        while self.at < self.limit and self._one():
            pass

    def _one(self) -> bool:  # noqa: C901, PLR0911 a table of complements
        word = self.words[self.at]
        if self.at in self.times:
            self.at = self.times[self.at]
            return True
        together = beside(self.clauses, self.at, self.limit) if not self.parties else None
        if together is not None:
            self.parties.append(together)
            return self._to(together.end)
        if word in patterns.SEATS or self._numbered():
            return self._seats()
        if self._measure():
            return True
        if word == "entre":
            return self._between()
        if word in {"avec", "chez"}:
            return self._with()
        if word == "auprès" or (word == "par" and self._told()):
            return self._beside(by=word == "par")
        if word in patterns.OF:
            return self._of()
        if word in patterns.PLACE_PREPOSITIONS:
            return self._in()
        if word in patterns.TOPIC_PREPOSITIONS and self.topic is None:
            return self._about()
        if word == "(":
            return self._bracket()
        if word in {"et", "puis"} and self.places and self._another_place():
            self.at += 1
            return True
        return self._pass()

    def _to(self, end: int) -> bool:
        self.at = self.end = end
        return True

    def _measure(self) -> bool:
        """Pass over "de près de trois heures" and "d'abord séparés, puis communs"."""
        if self.words[self.at] not in patterns.OF or self.doc[self.at + 1].pos_ == "PROPN":
            return False
        ahead = self.words[self.at + 1 : min(self.at + 6, self.limit)]
        if ahead[:1] == ("abord",):
            self.at += 2
            return True
        unit = next((k for k, word in enumerate(ahead) if word in patterns.UNITS), -1)
        if unit < 1 or any(self.words[self.at + 1 + k] in {"avec", "entre", ","} for k in range(unit)):
            return False
        self.at += unit + 2
        return True

    def _numbered(self) -> bool:
        """Tell "à quatre", "au format trilatéral", "dans ce format"."""
        ahead = self.words[self.at + 1 : min(self.at + 3, self.limit)]
        if not ahead:
            return False
        number = self.words[self.at] == "à" and any(word in patterns.NUMBERS for word in _unquoted(ahead))
        return number or (self.words[self.at] in {"au", "dans"} and "format" in ahead)

    def _seats(self) -> bool:
        word, after = self.words[self.at], self.at + 1
        if word in patterns.SEATS:
            self.seats = patterns.SEATS[word]
        elif word == "à":
            quoted = self.words[after] not in patterns.NUMBERS
            self.seats = patterns.NUMBERS[self.words[after + quoted]]
            after += 1 + 2 * quoted
        else:
            self.format = "ce" in self.words[self.at : self.at + 2] or self.words[self.at + 1] == "même"
            after = self.words.index("format", self.at) + 1 + (word == "au")
        return self._to(min(after, self.limit))

    def _between(self) -> bool:
        found, stop = self.clauses.between(self.at + 1, self.limit)
        self.parties.extend(found)
        return bool(found) and self._to(stop)

    def _with(self) -> bool:
        found, stop = self.clauses.coordination(self.at + 1, self.limit)
        self.others.extend(mention for mention in found if mention.kind in patterns.ACTING)
        return bool(found) and self._to(stop)

    def _told(self) -> bool:
        """Tell "tenue par", "accordée dimanche par": who held the meeting follows."""
        return any(word in patterns.HELD_BY for word in self.words[max(self.at - 3, 0) : self.at])

    def _beside(self, *, by: bool) -> bool:
        """Take "auprès de X" and "tenue par X"."""
        first = self.at + 1
        if (not by and self.words[first] == "d'") or (not by and self.clauses.entities.starting(first) is None):
            first += 1
        found, stop = self.clauses.coordination(first, self.limit)
        (self.parties if by else self.others).extend(mention for mention in found if mention.kind in patterns.ACTING)
        return bool(found) and self._to(stop)

    def _bracket(self) -> bool:
        """Take "(A-B-C)"."""
        close = next((k for k in range(self.at, min(self.at + 16, self.limit)) if self.words[k] == ")"), None)
        if close is None:
            return False
        names = beside(self.clauses, self.at + 1, close)
        inside = [names] if names is not None else []
        inside += [m for m in self.clauses.entities.within(self.at, close) if m.refs and m.kind in patterns.ACTING]
        if names is not None or len(inside) >= 2:
            self.parties.extend(inside)
            return self._to(close + 1)
        self.at = close + 1
        return True

    def _of(self) -> bool:
        """Take "de D": a party, the members of a body ("des ministres du G20"), a place, or a word of the kind."""
        at = self.at
        nxt = at + 1 + (at + 1 < self.limit and self.words[at + 1] in patterns.ARTICLES)
        mention = (
            self.clauses.entities.starting(at) if self.words[at] in {"du", "des"} else None
        ) or self.clauses.mention_at(at + 1)
        if mention is not None and mention.end <= self.limit and mention.kind in patterns.ACTING:
            found, stop = self.clauses.coordination(mention.start, self.limit)
            self.parties.extend(found)
            return self._to(max(stop, mention.end))
        if nxt in self.clauses.places:
            self.places.append(self.clauses.place(nxt))
            return self._to(self.clauses.places[nxt][0])
        if self._unknown_place(nxt):
            passage = self.clauses.reading.passage(nxt, nxt + 1)
            self.places.append(Place(self.clauses.reading.words(passage), passage, None))
            return self._to(nxt + 1)
        if nxt >= self.limit or self.doc[nxt].pos_ not in {"NOUN", "ADJ", "NUM"}:
            return False
        stop = nxt
        while stop < self.limit and self.doc[stop].pos_ in {"NOUN", "ADJ", "NUM"}:
            inner = self.clauses.entities.starting(stop)
            if inner is not None and inner.kind in {"group", "post", "source"}:
                self.parties.append(inner)
                return self._to(inner.end)
            stop += 1
        return self._to(stop)

    def _unknown_place(self, at: int) -> bool:
        """Tell the place after which a gathering is called, though no list knows it: "la conférence de Rambouillet"."""
        if (
            at >= self.limit
            or self.words[self.at] not in {"de", "d'"}
            or self.clauses.entities.covering(at) is not None
        ):
            return False
        text, after = self.doc[at].text, self.words[at + 1] if at + 1 < self.limit else ""
        alone = at + 1 >= self.limit or not self.doc[at + 1].text[:1].isupper()
        return text[:1].isupper() and text[1:].islower() and alone and after != "-" and self.doc[at].pos_ == "PROPN"

    def _in(self) -> bool:
        """Take a place, a manner ("en tête-à-tête") or "à X": "l'audience accordée au président"."""
        whom = self.clauses.entities.starting(self.at) or self.clauses.entities.starting(self.at + 1)
        if self.words[self.at] in {"à", "au", "aux"} and whom is not None and whom.kind in {"person", "post"}:
            self.others.append(whom)
            return self._to(whom.end)
        place = self.clauses.place_in(self.at, min(self.at + 6, self.limit))
        if place is not None:
            self.several = self.several or (bool(self.places) and self.words[self.at - 1] in {"et", "puis"})
            self.places.append(place)
            stop = self.at
            while stop < self.limit and self.doc[stop].idx < place.passage.end:
                stop += 1
            return self._to(stop)
        manner = self.words[self.at + 1] if self.at + 1 < self.limit else ""
        if manner in {"face", "tête", "huis", "tête-à-tête", "haut", "bas"}:
            self.at += 4 if manner == "face" else 2
            return True
        if not self._leads_to_parties(self.at):  # "la troisième rencontre en six mois entre X et Y"
            return False
        self.at += 1
        return True

    def _another_place(self) -> bool:
        """Tell "et à Malte" after "à Oslo"."""
        after = self.at + 1
        listed = after < self.limit and self.words[after] in patterns.PLACE_PREPOSITIONS
        return listed and self.clauses.place_in(after, min(after + 3, self.limit)) is not None

    def _about(self) -> bool:
        """Take "sur TOPIC", not "sur invitation de"."""
        if self.at + 1 < self.limit and self.words[self.at + 1] in {"invitation", "demande", "proposition", "fond"}:
            return False
        k = self.at + 1
        while k < self.limit and self._topical(k):
            k += 1
        while k > self.at + 1 and (self.words[k - 1] in patterns.OF | {"et"} or self.doc[k - 1].pos_ == "DET"):
            k -= 1
        self.topic = (self.at + 1, k) if k > self.at + 1 else None
        self.at = max(k, self.at + 1)
        return True

    def _topical(self, k: int) -> bool:
        if k in self.times:
            return False
        return self.doc[k].pos_ in {"DET", "NOUN", "ADJ", "PROPN", "NUM"} or self.words[k] in patterns.OF | {"et"}

    def _pass(self) -> bool:
        """Pass over adjectives and adverbs, and over a comma before a complement."""
        comma = self.words[self.at] == "," and self.at + 1 < self.limit and self._resumes(self.at + 1)
        told = self.words[self.at] in patterns.TOLD
        marked = self.words[self.at] in {"«", "»", '"', "“", "”"}
        if self.doc[self.at].pos_ not in {"ADJ", "ADV", "NUM"} and not comma and not told and not marked:
            return False
        self.at += 1
        return True

    def _resumes(self, at: int) -> bool:
        if self.words[at] in {"entre", "avec"} | patterns.TOLD or at in self.times:
            return True
        if self.words[at] in patterns.PLACE_PREPOSITIONS and self.clauses.place_in(at, at + 5) is not None:
            return True
        if self.words[at] in patterns.OF and self.places and not self.parties:  # "à Oslo, le 3 mai, de la ministre"
            whose = self.clauses.mention_at(at + 1) or self.clauses.entities.starting(at)
            return whose is not None and whose.kind in {"person", "post"}
        return self._leads_to_parties(at)

    def _leads_to_parties(self, at: int) -> bool:
        """Move over adjuncts when "avec X" or "entre X et Y" follows: "des entretiens, au siège, avec"."""
        after, limit = at, min(self.limit, at + 20)
        while after < limit and self.words[after] not in {"entre", "avec"}:
            step = self.clauses.passed(after, limit)
            if step == after and (self.doc[after].pos_ == "ADJ" or self.words[after] == "puis"):
                step = after + 1
            if step == after:
                return False
            after = step
        if after >= limit or after == at:
            return False
        self.at = after - 1
        return True
