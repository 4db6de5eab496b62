"""One treaty and the lines of its ledger, out of the phrases that mean it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from pourparlers.extract.clauses import Clauses
from pourparlers.extract.treaties import dates, events, parties, patterns
from pourparlers.extract.treaties.clusters import Cluster
from pourparlers.extract.treaties.governing import Governed
from pourparlers.extract.treaties.phrases import Phrase
from pourparlers.language.document import TimeExpression
from pourparlers.model import Passage, Ref, Time, Treaty, TreatyEvent, local_id

# what is heavier wins when an article says several things of a treaty
_WEIGHT = (
    "unknown",
    "in-force",
    "draft",
    "suspended",
    "expired",
    "withdrawn",
    "withdrawal-threatened",
    "violated-claim",
)
_TIME_REACH = 12  # tokens from the verb of an event to its time


class Clock(Protocol):
    """Tells the date of a printed time; see `resolve.clock`."""

    def time(self, expression: TimeExpression, tense: str, anchor: Time | None = None) -> Time | None:
        """Return when that is, None if the article does not let us know."""
        ...


class Maker:
    """Makes one treaty out of a cluster; `ledger` is filled on the way."""

    def __init__(
        self, clauses: Clauses, clock: Clock, one: Cluster, governed: Mapping[Phrase, tuple[Governed, ...]]
    ) -> None:
        """Begin with an empty ledger."""
        self.reading, self.clauses, self.clock = clauses.reading, clauses, clock
        self.one, self.governed = one, governed
        self.passages = tuple(self.reading.passage(phrase.start, phrase.end) for phrase in one.phrases)
        self.id = local_id("treaty", self.passages[0].begin, self.passages[0].end)
        self.ledger: list[TreatyEvent] = []
        self._parties: list[Ref] = []
        self._signed: Time | None = None
        self._statuses = ["draft" if one.wished else one.status]

    def treaty(self) -> Treaty:
        """Return the treaty."""
        for phrase, passage in zip(self.one.phrases, self.passages, strict=True):
            self._parties.extend(parties.named(self.clauses, phrase))
            verbs = self.governed[phrase]
            for verb in verbs:
                self._verb(phrase, passage, verb)
            if not verbs:
                self._signed = self._signed or self._time(phrase, None)
            self._nominal(phrase, passage, verbs)
        acronyms = tuple(self.reading.passage(*p.acronym) for p in self.one.phrases if p.acronym is not None)
        linked = len(self.one.ids) == 1
        return Treaty(
            id=self.id,
            evidence=(*self.passages, *acronyms),
            rule="treaties.authority" if self.one.ids else "treaties.phrase",
            confidence=0.95 if self.one.ids else 0.85,
            name=self._name(),
            authority=self.one.ids[0] if linked else None,
            link_reason="name" if linked else None,
            kind=self.one.kind,
            parties=tuple(dict.fromkeys(self._parties)),
            signed=self._signed,
            status=max(self._statuses, key=_WEIGHT.index),
        )

    def _name(self) -> str:
        """Return the longest name that tells which treaty it is, else the longest phrase, the first of several."""
        said = zip(self.one.phrases, self.passages, strict=True)
        _, name = max(said, key=lambda it: (bool(it[0].key), not it[0].recalls, it[1].end - it[1].begin, -it[1].begin))
        return self.reading.words(name)

    def _verb(self, phrase: Phrase, passage: Passage, verb: Governed) -> None:
        """Take what one verb says: parties, date, an event, a status."""
        signing, agreed = events.signs(verb), events.agrees(phrase, verb)
        handed = self.one.draft and events.hands_over(verb)
        first = agreed and verb.verb.verb not in patterns.KEEPING
        dated = signing or first or handed or verb.verb.verb in patterns.DATING
        time = self._time(phrase, verb if dated else None)
        self._signed = self._signed or time
        self._parties.extend(parties.bound(self.clauses, phrase, verb) if agreed or _joins(self.one, verb) else ())
        if self.reading.lower[phrase.start - 1] == "leur" and verb.role == "object":
            self._parties.extend(parties.doers(self.clauses, verb.verb))
        if signing:
            signatories = parties.signatories(self.clauses, verb)
            self._parties.extend(parties.served(self.clauses, signatories))
            self._event("signature", signatories, time, passage, verb)
            return
        if agreed and verb.verb.verb in patterns.NEGOTIATING:
            return  # by a mediator, who is no party
        if agreed and not (self.one.kind == "ceasefire" and verb.verb.verb == "annoncer"):
            self._parties.extend(parties.served(self.clauses, parties.signatories(self.clauses, verb)))
        self._statuses.append(self._status(phrase, passage, verb))

    def _time(self, phrase: Phrase, concluding: Governed | None) -> Time | None:
        expression = dates.when(self.clauses, phrase, concluding)
        if expression is None:
            return None
        return self.clock.time(expression, concluding.verb.tense if concluding else "perfect")

    def _status(self, phrase: Phrase, passage: Passage, verb: Governed) -> str:
        if verb.verb.verb in patterns.BINDING:
            return "in-force"
        cue = events.cue_of(verb)
        if cue is None:
            return "unknown"
        status, event = events.status_of(cue, verb.verb, self.one.kind)
        if event:
            actors: tuple[Ref, ...] = ()
            if event == "accusation-of-breach":
                actors = parties.accusers(self.clauses, verb.verb)
            elif verb.role == "object":
                actors = parties.doers(self.clauses, verb.verb)
            low, high = verb.verb.start, min(verb.verb.head + _TIME_REACH, self.clauses.sentence(phrase.start)[1])
            near = dates.near(self.clauses, low, high)
            time = self.clock.time(near, verb.verb.tense) if near is not None else None
            self._event(event, actors, time, passage, verb)
        return status or "unknown"

    def _nominal(self, phrase: Phrase, passage: Passage, verbs: tuple[Governed, ...]) -> None:
        """Take what the noun before says: "la suspension de l'accord"."""
        found = events.nominal(self.clauses, phrase)
        if found is None:
            return
        cue, at = found
        actors = parties.actors(self.clauses, at + 1, phrase.start)
        head = self.reading.passage(at, at + 1)
        self._line(cue.event, actors, None, Passage(head.begin, passage.end), "nominal")
        announced = any(verb.verb.verb in patterns.ANNOUNCING for verb in verbs)
        self._statuses.append("withdrawal-threatened" if announced and cue.status == "withdrawn" else cue.status)

    def _event(self, kind: str, actors: tuple[Ref, ...], time: Time | None, passage: Passage, verb: Governed) -> None:
        head = self.reading.passage(verb.verb.start, verb.verb.end)
        whole = Passage(min(head.begin, passage.begin), max(head.end, passage.end))
        self._line(kind, actors, time, whole, verb.role)

    def _line(self, kind: str, actors: tuple[Ref, ...], time: Time | None, whole: Passage, rule: str) -> None:
        made = TreatyEvent(
            id=local_id(f"event-{kind}", whole.begin, whole.end),
            evidence=(whole,),
            rule=f"treaties.{rule}",
            confidence=0.85,
            treaty=self.id,
            kind=kind,
            actors=actors,
            time=time,
        )
        if all(made.id != line.id for line in self.ledger):
            self.ledger.append(made)


def _joins(one: Cluster, verb: Governed) -> bool:
    """Tell whether the verb is one whose adjuncts name the parties: it binds them, or it keeps their ceasefire."""
    return verb.verb.verb in patterns.BINDING or (
        one.kind == "ceasefire" and verb.verb.verb in patterns.PROCLAIMING and not verb.verb.negated
    )
