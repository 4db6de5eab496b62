"""What stands beside a noun of meeting: adjectives, "entre A et B", "avec C", "de D", "à PLACE", times, "sur TOPIC"."""

from __future__ import annotations

from pourparlers.extract.clauses import Clauses
from pourparlers.extract.meetings import patterns
from pourparlers.extract.meetings.adjectives import beside
from pourparlers.extract.mentions import Mention
from pourparlers.model import Place


class Complements:
    """Reads on from a noun; `parties` ("entre", "de"), `others` ("avec"), `place`, `topic` and `end` are then known.

    `seats` is how many meet by "trilatérale", "à quatre"; `format` tells "dans ce format".
    """

    def __init__(self, clauses: Clauses, at: int, end: int) -> None:
        """Begin at token *at*, at the latest stop at *end*."""
        self.clauses, self.words, self.doc = clauses, clauses.words, clauses.reading.doc
        self.at, self.limit, self.end = at, end, at
        self.times = clauses.times
        self.parties: list[Mention] = []
        self.others: list[Mention] = []
        self.place: Place | None = None
        self.topic: tuple[int, int] | None = None
        self.seats = 0
        self.format = False

    def read(self) -> None:
        """Move over all complements."""
        while self.at < self.limit and self._one():
            pass

    def _one(self) -> bool:  # noqa: PLR0911 a table of complements
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
        if word in patterns.OF:
            return self._of()
        if word in patterns.PLACE_PREPOSITIONS:
            return self._in()
        if word in patterns.TOPIC_PREPOSITIONS and self.topic is None:
            return self._about()
        if word == "(":
            return self._bracket()
        return self._pass()

    def _to(self, end: int) -> bool:
        self.at = self.end = end
        return True

    def _measure(self) -> bool:
        """Pass over "de près de trois heures" and "d'abord séparés, puis communs"."""
        if self.words[self.at] not in patterns.OF:
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
        number = self.words[self.at] == "à" and ahead[0] in patterns.NUMBERS
        return number or (self.words[self.at] in {"au", "dans"} and "format" in ahead)

    def _seats(self) -> bool:
        word, after = self.words[self.at], self.at + 1
        if word in patterns.SEATS:
            self.seats = patterns.SEATS[word]
        elif word == "à":
            self.seats = patterns.NUMBERS[self.words[self.at + 1]]
            after += 1
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
            self.place = self.place or self.clauses.place(nxt)
            return self._to(self.clauses.places[nxt][0])
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

    def _in(self) -> bool:
        """Take a place, a manner ("en tête-à-tête") or "à X": "l'audience accordée au président"."""
        whom = self.clauses.entities.starting(self.at) or self.clauses.entities.starting(self.at + 1)
        if self.words[self.at] in {"à", "au", "aux"} and whom is not None and whom.kind in {"person", "post"}:
            self.others.append(whom)
            return self._to(whom.end)
        place = self.clauses.place_in(self.at, min(self.at + 6, self.limit))
        if place is not None:
            self.place = self.place or place
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
        if self.doc[self.at].pos_ not in {"ADJ", "ADV", "NUM"} and not comma and not told:
            return False
        self.at += 1
        return True

    def _resumes(self, at: int) -> bool:
        if self.words[at] in {"entre", "avec"} | patterns.TOLD or at in self.times:
            return True
        if self.words[at] in patterns.PLACE_PREPOSITIONS and self.clauses.place_in(at, at + 5) is not None:
            return True
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
