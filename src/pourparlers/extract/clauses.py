"""What stands where in a sentence: lists of mentions, phrases passed over, places and times. Shared by meetings."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from pourparlers.extract.mentions import Entities, Mention
from pourparlers.extract.places import located
from pourparlers.language.document import Hit, Reading, TimeExpression, VerbGroup
from pourparlers.model import Place, Ref

_PLACE_WORDS = frozenset({"à", "au", "aux", "en", "dans"})
_ARTICLES = frozenset({"le", "la", "l'", "les"})
_OF = frozenset({"de", "du", "des", "d'"})
_HOLDING = frozenset({"person", "post", "group", "institution", "source"})
_JOINTS = frozenset({"et", ",", "ou"})
_SPANS = frozenset({"since", "until", "duration", "deadline"})
_LOCALITIES = frozenset({
    "aéroport", "banlieue", "base", "capitale", "château", "cité", "environs", "faubourg", "fort", "île",
    "localité", "monastère", "palais", "port", "province", "région", "résidence", "siège", "station", "village",
    "ville", "zone",
})  # fmt: skip
_BUILDINGS = frozenset({
    "ambassade", "capitale", "chancellerie", "élysée", "kremlin", "lycée", "maison-blanche", "ministère", "palais",
    "présidence", "primature", "quai", "siège", "elysée", "maison", "matignon", "pentagone",
})  # fmt: skip
_INSIDE = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_PHRASE_WORDS = frozenset({
    "à", "au", "aux", "en", "dans", "lors", "pendant", "durant", "après", "avant", "sur", "sous", "pour", "depuis",
    "vers", "près", "chez", "hors", "via",
})  # fmt: skip
_ASIDE = 12  # tokens that may stand between a party and the "et" of the next
_BRACKET = 12  # tokens between parentheses
_MEMBERS = 2  # a title and what a comma seems to add to it
_LOCALITY = 5  # tokens from a preposition to the place inside its phrase


@dataclass(frozen=True)
class Clauses:
    """An article's verbs, mentions, places and times, asked for by token."""

    reading: Reading
    entities: Entities

    @cached_property
    def heads(self) -> list[int]:
        """The head tokens of the verb groups, ascending."""
        return [group.head for group in self.reading.verbs]

    @property
    def words(self) -> tuple[str, ...]:
        """The tokens in lower case."""
        return self.reading.lower

    @cached_property
    def times(self) -> dict[int, int]:
        """The ends of the time expressions by their first tokens."""
        return {time.start: time.end for time in self.reading.times}

    @cached_property
    def places(self) -> dict[int, tuple[int, tuple[str, ...]]]:
        """The places named, by first token: end, and the authority's ids of that name."""
        found: dict[int, tuple[int, tuple[str, ...]]] = {}
        for hit in self.reading.hits:
            ids = tuple(one for one in hit.ids if one.startswith(("place/", "state/")))
            if ids and hit.form in {"name", "capital"} and not self._inside_another(hit):
                found[hit.start] = (hit.end, ids)
        for mention in self.entities.mentions:
            around = self.entities.covering(mention.start)
            if around is not None and around.kind in _HOLDING and around is not mention:
                continue
            if mention.kind == "place" and mention.start not in found:
                found[mention.start] = (mention.end, ())
        return found

    @cached_property
    def peoples(self) -> dict[int, tuple[str, ...]]:
        """The states whose adjectives stand in one token, by token: "italo-libyen" has two."""
        found: dict[int, tuple[str, ...]] = {}
        for hit in self.reading.hits:
            if hit.form == "adjective" and hit.end == hit.start + 1:
                ids = tuple(one for one in hit.ids if one.startswith("state/"))
                found[hit.start] = (*found.get(hit.start, ()), *ids[:1])
        return found

    @cached_property
    def institutions_by_authority(self) -> dict[str, Ref]:
        """The institutions of the article by the authority's records."""
        return {one.authority: one.id for one in self.entities.institutions if one.authority is not None}

    def _inside_another(self, hit: Hit) -> bool:
        """Tell the name of a place inside that of somebody: "le ministère de l'Intérieur du Pérou"."""
        inside = self.entities.covering(hit.start)
        size = hit.end - hit.start + 1
        return inside is not None and inside.kind in _HOLDING and inside.end - inside.start > size

    def number(self, token: int) -> int:
        """Return the number of the sentence of a token."""
        return self.reading.sentence_at(token) or 0

    def sentence(self, token: int) -> tuple[int, int]:
        """Return the bounds of the sentence of a token."""
        one = self.reading.sentences[self.number(token)]
        return one.start, one.end

    def verb_before(self, token: int, reach: int) -> VerbGroup | None:
        """Return the last verb whose head lies before *token*, in its sentence and at most *reach* tokens back."""
        at = bisect_left(self.heads, token) - 1
        if at < 0 or self.heads[at] < max(self.sentence(token)[0], token - reach):
            return None
        return self.reading.verbs[at]

    def finite_before(self, token: int) -> VerbGroup | None:
        """Return the last finite verb of the sentence that ends before *token*."""
        start = self.sentence(token)[0]
        return next((group for group in reversed(self.reading.verbs_in(start, token)) if group.finite), None)

    def finite_after(self, token: int, reach: int) -> VerbGroup | None:
        """Return the first finite verb from *token* on, in its sentence and at most *reach* tokens ahead."""
        if token >= len(self.words):
            return None
        end = min(self.sentence(token)[1], token + reach)
        groups = self.reading.verbs_in(token, end)
        return next((group for group in groups if group.finite and group.start >= token), None)

    def main_verb(self, token: int) -> VerbGroup | None:
        """Return the first finite verb of the sentence of a token that stands in no relative clause."""
        start, end = self.sentence(token)
        for group in self.reading.verbs_in(start, end):
            if group.finite and self.words[max(group.start - 1, start)] not in {"qui", "dont", "où"}:
                return group
        return None

    def mention_at(self, token: int) -> Mention | None:
        """Return the longest mention that starts at *token* or just after an article there."""
        found = self.entities.starting(token)
        if found is None and token < len(self.words) and self.words[token] in _ARTICLES | {"des", "du"}:
            found = self.entities.starting(token + 1)
        return found

    def coordination(self, token: int, end: int) -> tuple[tuple[Mention, ...], int]:
        """Return the mentions joined by commas and "et" that start at *token*, and the token after the last."""
        found: list[Mention] = []
        at = token
        while at < end:
            mention = self.mention_at(at)
            if mention is None or mention.end > end:
                break
            found.append(mention)
            at = self._joined(mention.end, end)
            if at < 0:
                break
        found = self._apposed(found)
        if len(found) > 1 and self.words[found[-2].end] == "," and found[-2].end + 1 >= found[-1].start - 1:
            found = found[:-1] if self._acts(found[-1]) else found
        found = self._titled(found)
        return tuple(found), found[-1].end if found else token

    def _apposed(self, found: list[Mention]) -> list[Mention]:
        """Leave out what commas alone put behind a name: "auprès du roi A, le général B, chef de C, a ordonné"."""
        first = next((k for k, one in enumerate(found) if one.kind == "person"), None)
        if first is None or first + 1 >= len(found) or found[first + 1].kind not in {"person", "post"}:
            return found
        joints = self.words[found[first].end : found[-1].start]
        return found if {"et", "ainsi", "ou"} & set(joints) else found[: first + 1]

    def _titled(self, found: list[Mention]) -> list[Mention]:
        """Leave out the parts of a long title: "le ministre du Commerce, de l'Artisanat et des Ports, Omar Diallo"."""
        if len(found) < _MEMBERS or found[0].kind != "post":
            return found
        if found[-1].kind != "person":
            cut = all(m.kind == "institution" and self._owned(m) for m in found[1:])
            return found[:1] if cut and self.words[found[0].end] == "," else found
        middle = found[1:-1]
        owned = bool(middle) and all(m.kind in {"institution", "state"} and self._owned(m) for m in middle)
        named = self.words[found[-1].start - 1] == "," and found[-1].start == found[-1].name_start
        return [found[-1]] if owned and named else found

    def _owned(self, mention: Mention) -> bool:
        return bool({self.words[mention.start], self.words[mention.start - 1]} & _OF)

    def _acts(self, mention: Mention) -> bool:
        """Tell the subject that a comma parts from a list: "reçu par A, B a demandé"."""
        verb = self.reading.verb_at(mention.end) if mention.end < len(self.words) else None
        return verb is not None and self.reading.verbs[verb].finite

    def _joined(self, stop: int, end: int) -> int:
        """Return where the next member of a list starts after token *stop*, -1 where the list ends."""
        stop = self._bracketed(stop, end)
        links = _JOINTS | {"ainsi", "que", "qu'", "avec", "entre", "de", "d'"}
        at = stop
        while at < end and at - stop < 3 and self.words[at] in links:
            at += 1
        if at == stop or self.words[stop] not in _JOINTS | {"ainsi"}:
            return -1
        following = self.mention_at(at)
        return at if following is not None and following.kind != "pronoun" else -1

    def _bracketed(self, at: int, end: int) -> int:
        """Return the token after the parentheses that open at *at*, else *at*."""
        if at >= end or self.words[at] != "(":
            return at
        return next((k + 1 for k in range(at, min(at + _BRACKET, end)) if self.words[k] == ")"), at)

    def between(self, token: int, end: int) -> tuple[tuple[Mention, ...], int]:
        """Return who stands in "entre A et B" from *token* (after "entre") on, an aside between them passed over."""
        found, stop = self.coordination(token, end)
        if not found or len({ref for mention in found for ref in mention.refs}) >= 2 or found[0].kind == "group":
            return found, stop
        for at in range(stop, min(stop + _ASIDE, end - 1)):
            if self.words[at] in {"entre", ".", ";"}:
                break
            if self.words[at] == "et":
                more, after = self.coordination(at + 1, end)
                if more:
                    return (*found, *more), after
        return found, stop

    def passed(self, at: int, end: int) -> int:
        """Return the token after an adverb, time, parenthesis or adjunct at *at*; *at* where none stands."""
        if at in self.times:
            return self.times[at]
        if self.words[at] == "(":
            return self._bracketed(at, end)
        if self.words[at] in _PHRASE_WORDS:
            return self._phrase(at + 1, end)
        return at + 1 if self.reading.tags[at] == "ADV" or self.words[at] in {",", "ce"} else at

    def _phrase(self, at: int, end: int) -> int:
        """Return the token after the noun phrase at *at* with what "de" adds to it, the next actor not included."""
        while at < end and (self.reading.tags[at] == "DET" or self.words[at] in _ARTICLES | _OF):
            at += 1
        while at < end and (self.reading.tags[at] in _INSIDE or self.words[at].startswith("-") or at in self.places):
            if at in self.places:
                at = self.places[at][0]
                break
            at += 1
        if at < end and self.words[at] in _OF and at not in self.times:
            return self._phrase(at + 1, end)
        return at

    def time_in(self, low: int, high: int) -> TimeExpression | None:
        """Return the first time expression in tokens `low:high` that says when, not since or till when.

        Times in parentheses are those of a person or a body: "l'ancien président (2003-2011)".
        """
        times = (time for time in self.reading.times_in(low, high) if time.kind not in _SPANS)
        return next((time for time in times if self.words[time.start - 1] != "("), None)

    def place_in(self, low: int, high: int) -> Place | None:
        """Return the first place in tokens `low:high` that "à", "en", "au", "dans la ville de" ... governs."""
        for at in range(low, high - 1):
            if self.words[at] in _PLACE_WORDS:
                first = self._placed(at + 1, high)
                if first is not None:
                    return self.place(self._finer(first, high))
        return None

    def _finer(self, first: int, high: int) -> int:
        """Return the city in "en Équateur, à Quito", else the place at *first* itself."""
        end, ids = self.places[first]
        if end + 2 >= high or self.words[end] != "," or self.words[end + 1] not in _PLACE_WORDS:
            return first
        inner = self._placed(end + 2, high)
        state = all(one.startswith("state/") for one in ids)
        return inner if inner is not None and state and ids else first

    def _placed(self, at: int, high: int) -> int | None:
        """Return the first token of the place that a preposition just before *at* governs."""
        first = at + 1 if self.words[at] in _ARTICLES and at not in self.places else at
        if first in self.places and self.places[first][0] <= high:
            return first
        if first < high and self.words[first] in _LOCALITIES:
            for k in range(first + 1, min(first + _LOCALITY, high)):
                if k in self.places and self.places[k][0] <= high and k > first + 1:
                    return k  # "la capitale angolaise Luanda"
                if k + 1 >= high:
                    break
                after = k + 1 + (self.words[k + 1] in _ARTICLES)
                if self.words[k] in _OF and after in self.places:
                    return after
        return None

    def building_in(self, low: int, high: int) -> Place | None:
        """Return the building in tokens `low:high` that "à", "au" governs: "à la Présidence"."""
        for at in range(low, high - 1):
            if self.words[at] not in {"à", "au", "dans"}:
                continue
            first = at + 1 + (self.words[at + 1] in _ARTICLES)
            if first >= high or self.words[first] not in _BUILDINGS:
                continue
            if self.words[first] == "maison" and self.words[first + 1] != "blanche":
                continue
            if self.words[first] == "capitale" and first + 1 not in self.peoples:
                continue
            inside = self.entities.starting(first)
            last = inside.end if inside is not None and inside.kind == "institution" else self._phrase(first, high)
            if last <= high and (self.reading.doc[first].text[:1].isupper() or last > first + 1):
                passage = self.reading.passage(first, last)
                return Place(self.reading.words(passage), passage, None)
        return None

    def place(self, first: int) -> Place:
        """Return the place named from token *first* on."""
        end, ids = self.places[first]
        passage = self.reading.passage(first, end)
        return Place(self.reading.words(passage), passage, located(self.reading, first, end, ids))
