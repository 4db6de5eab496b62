"""Treaties: which agreements an article speaks of, between whom, since when, and what becomes of them."""

from __future__ import annotations

from typing import Protocol

from pourparlers.extract.mentions import Entities
from pourparlers.extract.treaties import events, patterns, phrases
from pourparlers.extract.treaties.clusters import Cluster, cluster
from pourparlers.extract.treaties.events import Clauses, Governed
from pourparlers.extract.treaties.phrases import Phrase
from pourparlers.language.document import Reading, TimeExpression
from pourparlers.model import Passage, Ref, Time, Treaty, TreatyEvent, local_id

__all__ = ["extract"]

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


class Clock(Protocol):
    """Tells the date of a printed time; see `resolve.clock`."""

    def time(self, expression: TimeExpression, tense: str, anchor: Time | None = None) -> Time | None:
        """Return when that is, None if the article does not let us know."""
        ...


def extract(reading: Reading, entities: Entities, clock: Clock) -> tuple[tuple[Treaty, ...], tuple[TreatyEvent, ...]]:
    """Return the treaties of an article and the lines of their ledgers, each in the order of the text.

    Args:
        reading: the article.
        entities: its actors; parties and those who act on a treaty are their Refs.
        clock: resolves printed times.
    """
    clauses = Clauses(reading, entities)
    found = phrases.find(reading, entities)
    governed = {phrase: clauses.governing(phrase) for phrase in found}

    def is_signed(phrase: Phrase) -> bool:
        verb = governed[phrase]
        if events.nominal(clauses, phrase) is not None and phrase.complement and phrase.determiner == "definite":
            return True
        if phrase.complement and phrase.determiner == "definite" and clauses.part_of(phrase):
            return True
        if verb is None:
            return False
        if phrase.noun is not None and phrase.noun.kind == "ceasefire" and phrase.determiner == "definite":
            kept = verb.verb.verb in patterns.KEEPING and not verb.verb.negated
            return kept or events.signs(verb) or events.acts(phrase, verb)
        return (
            events.signs(verb)
            or events.acts(phrase, verb)
            or (phrase.noun is not None and phrase.noun.draft and events.hands_over(verb))
        )

    treaties: list[Treaty] = []
    ledger: list[TreatyEvent] = []
    for one in cluster(found, is_signed, lambda phrase: clauses.number(phrase.start)):
        maker = _Maker(reading, clauses, clock, one, governed)
        treaties.append(maker.treaty())
        ledger.extend(maker.ledger)
    return tuple(sorted(treaties, key=lambda t: t.evidence[0])), tuple(
        sorted(ledger, key=lambda e: (e.evidence[0], e.id))
    )


class _Maker:
    """Makes one treaty and its events out of a cluster."""

    def __init__(
        self, reading: Reading, clauses: Clauses, clock: Clock, one: Cluster, governed: dict[Phrase, Governed | None]
    ) -> None:
        self.reading, self.clauses, self.clock, self.one, self.governed = reading, clauses, clock, one, governed
        self.passages = tuple(reading.passage(phrase.start, phrase.end) for phrase in one.phrases)
        self.id = local_id("treaty", self.passages[0].begin, self.passages[0].end)
        self.ledger: list[TreatyEvent] = []

    def treaty(self) -> Treaty:
        """Return the treaty; `ledger` is filled on the way."""
        parties: list[Ref] = []
        statuses = [self.one.status]
        signed: Time | None = None
        for phrase, passage in zip(self.one.phrases, self.passages, strict=True):
            if phrase.between is not None:
                parties.extend(self.clauses.actors(*phrase.between))
            verb = self.governed[phrase]
            if (
                verb is not None
                and verb.verb.verb in patterns.KEEPING
                and self.reading.lower[phrase.start - 1] == "leur"
            ):
                parties.extend(events.signatories(self.clauses, verb))
            signing = verb is not None and events.signs(verb)
            handed = verb is not None and self.one.draft and events.hands_over(verb)
            time = self._time(phrase, verb if signing or handed else None)
            signed = signed or time
            if verb is not None and signing:
                signatories = events.signatories(self.clauses, verb)
                parties.extend(signatories)
                self._event("signature", signatories, time, passage, verb)
            elif verb is not None:
                statuses.append(self._status(phrase, passage, verb))
            statuses.append(self._nominal(phrase, passage, verb))
        name = max(self.passages, key=lambda p: (self._telling(p), p.end - p.begin, -p.begin))
        acronyms = tuple(self.reading.passage(*p.acronym) for p in self.one.phrases if p.acronym is not None)
        return Treaty(
            id=self.id,
            evidence=(*self.passages, *acronyms),
            rule="treaties.authority" if self.one.ids else "treaties.phrase",
            confidence=0.95 if self.one.ids else 0.85,
            name=self.reading.words(name),
            authority=self.one.ids[0] if len(self.one.ids) == 1 else None,
            link_reason="name" if len(self.one.ids) == 1 else None,
            kind=self.one.kind,
            parties=tuple(dict.fromkeys(parties)),
            signed=signed,
            status=max(statuses, key=_WEIGHT.index),
        )

    def _telling(self, passage: Passage) -> bool:
        phrase = self.one.phrases[self.passages.index(passage)]
        return bool(phrase.key)

    def _time(self, phrase: Phrase, signing: Governed | None) -> Time | None:
        expression = events.when(self.clauses, phrase, signing)
        if expression is None:
            return None
        return self.clock.time(expression, signing.verb.tense if signing else "perfect")

    def _status(self, phrase: Phrase, passage: Passage, verb: Governed) -> str:
        cue = events.cue_of(verb)
        if cue is None:
            return "unknown"
        status, event = events.status_of(cue, verb.verb)
        if event:
            actors = events.doers(self.clauses, verb, event) if verb.role == "object" else ()
            low, high = verb.verb.head, min(verb.verb.head + 12, self.clauses.sentence(phrase.start)[1])
            near = self.clauses.time_near(low, high)
            time = self.clock.time(near, verb.verb.tense) if near is not None else None
            self._event(event, actors, time, passage, verb)
        return status or "unknown"

    def _nominal(self, phrase: Phrase, passage: Passage, verb: Governed | None) -> str:
        found = events.nominal(self.clauses, phrase)
        if found is None:
            return "unknown"
        cue, at = found
        actors = tuple(ref for m in self.clauses.entities.within(at + 1, phrase.start) for ref in m.refs)
        head = self.reading.passage(at, at + 1)
        self._line(cue.event, tuple(dict.fromkeys(actors)), None, Passage(head.begin, passage.end), "nominal")
        announced = verb is not None and verb.verb.verb in patterns.ANNOUNCING
        return "withdrawal-threatened" if announced and cue.status == "withdrawn" else cue.status

    def _event(self, kind: str, actors: tuple[Ref, ...], time: Time | None, passage: Passage, verb: Governed) -> None:
        head = self.reading.passage(verb.verb.start, verb.verb.end)
        whole = Passage(min(head.begin, passage.begin), max(head.end, passage.end))
        self._line(kind, actors, time, whole, verb.role)

    def _line(self, kind: str, actors: tuple[Ref, ...], time: Time | None, whole: Passage, rule: str) -> None:
        self.ledger.append(
            TreatyEvent(
                id=local_id(f"event-{kind}", whole.begin, whole.end),
                evidence=(whole,),
                rule=f"treaties.{rule}",
                confidence=0.85,
                treaty=self.id,
                kind=kind,
                actors=actors,
                time=time,
            )
        )
