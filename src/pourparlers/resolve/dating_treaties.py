"""Clues to the day of an article: treaty events of known date that it tells of as recent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pourparlers import authority
from pourparlers.authority import TreatyEventRecord
from pourparlers.language.document import Reading, TimeExpression
from pourparlers.resolve.clock import side_of
from pourparlers.resolve.dating_story import Story, dated, seen_from
from pourparlers.resolve.days import Clue, Stretch, around
from pourparlers.resolve.points import DAY
from pourparlers.resolve.values import evaluate

# Words that tell what happened to a treaty.
_EVENT_WORDS = {
    "ultimatum": ("accusation-of-breach",),
    "accusation": ("accusation-of-breach",),
    "accusations": ("accusation-of-breach",),
    "signature": ("signature",),
    "ratification": ("ratification",),
    "entrée": ("entry-into-force",),
    "retrait": ("withdrawal", "withdrawal-announced"),
    "annonce": ("withdrawal-announced",),
    "suspension": ("suspension",),
    "prolongation": ("extension",),
    "expiration": ("expiry",),
    "conclusion": ("signature",),
}
_EVENT_VERBS = {
    "signer": ("signature",),
    "parapher": ("signature",),
    "conclure": ("signature",),
    "ratifier": ("ratification",),
    "retirer": ("withdrawal", "withdrawal-announced"),
    "quitter": ("withdrawal", "withdrawal-announced"),
    "dénoncer": ("withdrawal-announced",),
    "suspendre": ("suspension",),
    "prolonger": ("extension",),
    "proroger": ("extension",),
}
_DRAFT = re.compile(r"\bprojets? (?:de |d')(?:traité|accord|convention)", re.IGNORECASE)


def anchors(told: Story, expression: TimeExpression, k: int) -> list[tuple[date, date, str]]:
    """Return the treaty events from which "deux semaines après un accord" may count: their days and names."""
    sentence = told.reading.sentences[k]
    words = [token.lower_ for token in told.reading.doc[expression.end : min(expression.end + 8, sentence.end)]]
    kinds = next((_EVENT_WORDS[word] for word in words if word in _EVENT_WORDS), None)
    if kinds is None:
        return []
    found = []
    for event in _events(_treaties(told, k), kinds):
        days = dated(told, event.time)
        if days:
            found.append((*days, _name(event)))
    return found


def _treaties(told: Story, k: int) -> list[str]:
    """Return the treaties named in a sentence, else those named in the article."""
    here = sorted(r for r in told.named[k] if r.startswith("treaty/"))
    return here or sorted({r for ids in told.named for r in ids if r.startswith("treaty/")})


def _events(treaties: list[str], kinds: tuple[str, ...]) -> Iterator[TreatyEventRecord]:
    known = authority.load()
    for treaty in treaties:
        yield from (event for event in known.events_of.get(treaty, ()) if event.kind in kinds)


def _name(event: TreatyEventRecord) -> str:
    record = authority.load().get(event.treaty)
    return f"{record.name if record else event.treaty}, {event.kind} {event.time.edtf if event.time else ''}"


def counted(told: Story, expression: TimeExpression, k: int) -> Iterator[Clue]:
    """Yield the days of "deux semaines après un accord", narrowed by the weekday on which the news itself falls."""
    days: list[Stretch] = []
    names: list[str] = []
    weekday = _weekday_of_news(told)
    for first, last, name in anchors(told, expression, k):
        low = evaluate(expression.value.partition("@")[0], first, "past", first.isoformat()).first
        high = evaluate(expression.value.partition("@")[0], last, "past", last.isoformat()).last
        names.append(name)
        if weekday is None:
            days.append(around(low, 0, (high - low).days + 7))
            continue
        day = low
        while day <= high:
            if day.isoweekday() == weekday:
                days.append(around(day, 0, 6))
            day += DAY
    if days:
        yield Clue(tuple(days), 9, f"« {told.words(expression)} »: {' ou '.join(dict.fromkeys(names))}")


def _weekday_of_news(told: Story) -> int | None:
    """Return the weekday told first, in the past, in the first two paragraphs."""
    for expression in told.reading.times:
        k = told.sentence(expression)
        if k is None or told.reading.sentences[k].block != "body":
            continue
        if told.reading.sentences[k].paragraph > _first_paragraph(told.reading) + 1:
            return None
        bare = re.fullmatch(r"WD(\d)", expression.value)
        if bare and side_of(expression, told.clock.tense(expression)) == "past":
            return int(bare[1])
    return None


def _first_paragraph(reading: Reading) -> int:
    return next((s.paragraph for s in reading.sentences if s.block == "body"), 0)


def seen(told: Story, expression: TimeExpression, k: int, side: str) -> Iterator[Clue]:
    """Yield the days from which "le mois dernier", "mardi" can mean an event of the one treaty the sentence names."""
    sentence = told.reading.sentences[k]
    treaties = sorted(r for r in told.named[k] if r.startswith("treaty/"))
    events: list[TreatyEventRecord] = []
    if len(treaties) == 1:
        kinds = _EVENT_VERBS.get(told.clock.verb(expression), ())
        events = [e for e in _events(treaties, kinds) if not e.actors or set(e.actors) & told.named[k]]
    if _DRAFT.search(told.reading.doc[sentence.start : sentence.end].text):
        events += [
            event
            for event in authority.load().treaty_events.values()
            if event.kind == "draft" and event.actors and set(event.actors) <= told.named[k]
        ]
    known = [(event, days) for event in events if (days := dated(told, event.time))]
    stretches = tuple(s for _, (first, last) in known for s in seen_from(expression.value, side, first, last))
    if stretches:
        names = " ou ".join(dict.fromkeys(_name(event) for event, _ in known[:4]))
        yield Clue(stretches, 7, f"« {told.words(expression)} »: {names}")
