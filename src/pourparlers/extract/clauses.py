"""Who is subject of what, and what is said of when and where beside it: shared by meetings and others."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from pourparlers.extract.mentions import Entities, Mention
from pourparlers.language.document import Reading, TimeExpression, VerbGroup
from pourparlers.model import Place

_PLACE_WORDS = frozenset({"à", "au", "aux", "en", "dans"})
_ARTICLES = frozenset({"le", "la", "l'", "les"})
_GOVERNING = frozenset({
    "de", "du", "des", "d'", "à", "au", "aux", "en", "dans", "avec", "par", "pour", "sur", "entre", "chez", "selon", "contre",
    "vers", "sous", "sans", "après", "avant", "depuis", "devant", "lors",
})  # fmt: skip
_ACTING = frozenset({"person", "post", "group", "source", "pronoun", "institution", "state"})
_HOLDING = frozenset({"person", "post", "group", "institution", "source"})
_JOINTS = frozenset({"et", ",", "ou"})
_RELATIVES = frozenset({"qui", "dont", "où", "que", "qu'"})
_SPANS = frozenset({"since", "until", "duration", "deadline"})
_ASIDE = 12  # tokens that may stand between a party and the "et" of the next


@dataclass(frozen=True)
class Clauses:
    """An article's verbs, mentions, places and times, asked for by token."""

    reading: Reading
    entities: Entities

    @cached_property
    def heads(self) -> list[int]:
        """The head tokens of the verb groups, ascending."""
        return [group.head for group in self.reading.verbs]

    @cached_property
    def bounds(self) -> list[int]:
        """The first tokens of the sentences."""
        return [sentence.start for sentence in self.reading.sentences]

    @cached_property
    def words(self) -> list[str]:
        """The tokens in lower case."""
        return [token.lower_ for token in self.reading.doc]

    @cached_property
    def places(self) -> dict[int, tuple[int, str | None]]:
        """The places named, by first token: end, and the authority's id if only one place bears the name."""
        found: dict[int, tuple[int, str | None]] = {}
        for hit in self.reading.hits:
            ids = tuple(one for one in hit.ids if one.startswith(("place/", "state/")))
            if ids and hit.form in {"name", "capital"}:
                inside = self.entities.covering(hit.start)
                if (
                    inside is None
                    or inside.kind not in _HOLDING
                    or inside.end - inside.start <= hit.end - hit.start + 1
                ):
                    found[hit.start] = (hit.end, ids[0] if len(ids) == 1 else None)
        for mention in self.entities.mentions:
            if mention.kind == "place" and mention.start not in found:
                found[mention.start] = (mention.end, None)
        return found

    def number(self, token: int) -> int:
        """Return the number of the sentence of a token."""
        return max(bisect_left(self.bounds, token + 1) - 1, 0)

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

    def finite_after(self, token: int, reach: int) -> VerbGroup | None:
        """Return the first finite verb from *token* on, in its sentence and at most *reach* tokens ahead."""
        end = min(self.sentence(token)[1], token + reach)
        for group in self.reading.verbs[bisect_left(self.heads, token) :]:
            if group.head >= end:
                return None
            if group.finite and group.start >= token:
                return group
        return None

    def main_verb(self, token: int) -> VerbGroup | None:
        """Return the first finite verb of the sentence of a token that stands in no relative clause."""
        start, end = self.sentence(token)
        for group in self.reading.verbs[bisect_left(self.heads, start) :]:
            if group.head >= end:
                return None
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
        return tuple(found), found[-1].end if found else token

    def _joined(self, stop: int, end: int) -> int:
        """Return where the next member of a list starts after token *stop*, -1 where the list ends."""
        at = stop
        while (
            at < end
            and at - stop < 3
            and self.words[at] in _JOINTS | {"ainsi", "que", "qu'", "avec", "entre", "de", "d'"}
        ):
            at += 1
        if at == stop or self.words[stop] not in _JOINTS | {"ainsi"}:
            return -1
        following = self.mention_at(at)
        return at if following is not None and following.kind != "pronoun" else -1

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

    def subject(self, verb: VerbGroup) -> tuple[Mention, ...]:
        """Return who does what the verb says: by position, the parser being asked where position tells nothing."""
        start, _ = self.sentence(verb.head)
        if verb.clitic_subject is not None:
            own = self.entities.covering(verb.clitic_subject, 2)
            return (own,) if own is not None else ()
        return self._left(verb.start, start) or self._parsed(verb)

    def _left(self, token: int, start: int) -> tuple[Mention, ...]:
        """Return the mentions before *token* that no preposition governs, the nearest and what is joined to it."""
        at = token
        if at > start and self.words[at - 1] == "qui":
            at -= 1
            while at > start and self.words[at - 1] == ",":
                at -= 1
            before = [m for m in self.entities.within(start, at) if m.end == at and m.kind in _ACTING]
            return (max(before, key=lambda m: m.end - m.start),) if before else ()
        candidates = [m for m in self.entities.within(start, at) if m.kind in _ACTING and (m.refs or m.kind == "group")]
        outer = [
            m for m in candidates if not any(o is not m and o.start <= m.start and m.end <= o.end for o in candidates)
        ]
        free = [m for m in outer if not self._governed(m, start)]
        if not free:
            return ()
        last = free[-1]
        between = [group for group in self.reading.verbs if group.finite and last.end <= group.head < at]
        if between and not any(word in _RELATIVES for word in self.words[last.end : between[0].start]):
            return ()
        joined = [last]
        for mention in reversed(free[:-1]):
            gap = self.words[mention.end : joined[0].start]
            if 0 < len(gap) <= 2 and gap[-1] in _JOINTS and all(word in _JOINTS for word in gap):
                joined.insert(0, mention)
            else:
                break
        return tuple(joined)

    def _governed(self, mention: Mention, start: int) -> bool:
        before = mention.start - 1
        if before < start:
            return False
        first = self.words[mention.start]
        return self.words[before] in _GOVERNING or first in {"du", "des", "au", "aux"}

    def _parsed(self, verb: VerbGroup) -> tuple[Mention, ...]:
        for token in self.reading.doc[verb.head].children:
            if token.dep_ in {"nsubj", "nsubj:pass"}:
                mention = self.entities.covering(token.i)
                if mention is not None and mention.refs and mention.kind in _ACTING:
                    return (mention,)
        return ()

    def time_in(self, low: int, high: int) -> TimeExpression | None:
        """Return the first time expression in tokens `low:high` that says when, not since or till when."""
        inside = (time for time in self.reading.times if low <= time.start and time.end <= high)
        return next((time for time in inside if time.kind not in _SPANS), None)

    def place_in(self, low: int, high: int) -> Place | None:
        """Return the first place in tokens `low:high` that "à", "en", "au" ... governs."""
        for at in range(low, high - 1):
            if self.words[at] not in _PLACE_WORDS:
                continue
            first = at + 2 if self.words[at + 1] in _ARTICLES and at + 1 not in self.places else at + 1
            if first in self.places and self.places[first][0] <= high:
                return self.place(first)
        return None

    def place(self, first: int) -> Place:
        """Return the place named from token *first* on."""
        end, authority = self.places[first]
        passage = self.reading.passage(first, end)
        return Place(self.reading.words(passage), passage, authority)
