"""Treaties: which agreements an article speaks of, between whom, since when, and what becomes of them."""

from __future__ import annotations

from collections.abc import Iterator

from pourparlers.extract.clauses import Clauses
from pourparlers.extract.mentions import Entities
from pourparlers.extract.treaties import events, parties, phrases
from pourparlers.extract.treaties.clusters import cluster
from pourparlers.extract.treaties.governing import Governed, governing
from pourparlers.extract.treaties.making import Clock, Maker
from pourparlers.extract.treaties.phrases import Phrase
from pourparlers.language.document import Reading
from pourparlers.model import Treaty, TreatyEvent

__all__ = ["extract"]


def extract(reading: Reading, entities: Entities, clock: Clock) -> tuple[tuple[Treaty, ...], tuple[TreatyEvent, ...]]:
    """Return the treaties of an article and the lines of their ledgers, each in the order of the text.

    Args:
        reading: the article.
        entities: its actors; parties and those who act on a treaty are their Refs.
        clock: resolves printed times.
    """
    clauses = Clauses(reading, entities)
    governed = {phrase: governing(clauses, phrase) for phrase in phrases.find(reading, entities)}
    told = {phrase: events.told(clauses, phrase, verbs) for phrase, verbs in governed.items()}
    found = tuple(_sure(clauses, governed))

    treaties: list[Treaty] = []
    ledger: list[TreatyEvent] = []
    for one in cluster(found, told.__getitem__, lambda phrase: clauses.number(phrase.start)):
        maker = Maker(clauses, clock, one, governed)
        treaties.append(maker.treaty())
        ledger.extend(maker.ledger)
    return tuple(sorted(treaties, key=lambda t: t.evidence[0])), tuple(
        sorted(ledger, key=lambda e: (e.evidence[0], e.id))
    )


def _sure(clauses: Clauses, governed: dict[Phrase, tuple[Governed, ...]]) -> Iterator[Phrase]:
    """Yield what names treaties; of ambiguous nouns the one that two sign, the one that the Security Council votes."""
    for phrase, verbs in governed.items():
        if not phrase.weak:
            yield phrase
        elif phrase.noun is not None and phrase.noun.entry == "résolution":
            start, end = clauses.sentence(phrase.start)
            body = phrases.COUNCIL.search(" ".join(clauses.words[start:end]))
            if body and any(events.agrees(phrase, one) for one in verbs):
                yield phrase
        elif phrase.noun is not None and not phrase.noun.plural and _by_several(clauses, phrase, verbs):
            yield phrase


def _by_several(clauses: Clauses, phrase: Phrase, verbs: tuple[Governed, ...]) -> bool:
    concluding = (one for one in verbs if events.signs(one) or events.agrees(phrase, one))
    return any(len(parties.signatories(clauses, one)) > 1 for one in concluding)
