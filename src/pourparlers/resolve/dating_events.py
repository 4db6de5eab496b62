"""Clues to the day of an article: treaty events and gatherings of known date that it tells of as recent or to come."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from pourparlers import authority
from pourparlers.authority import GatheringRecord, Period, TreatyEventRecord
from pourparlers.language.document import Reading, TimeExpression
from pourparlers.resolve.clock import Clock, side_of
from pourparlers.resolve.days import FIRST, LAST, Clue, Stretch, around
from pourparlers.resolve.values import evaluate

DAY = timedelta(days=1)
_NEAR = re.compile(r"(?:WD\d|PUB(?:[+-]\dD)?|NIGHT|WEEKEND|WEEK|MONTH)(?:[+-]\d)?(?: this| last| next)?")
_REACH = 62
_DATED = 10
_BESIDE = 2
_OFFSET = re.compile(r"ANCHOR\+\d+[DMY]~?@\?")

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
_GATHERED = frozenset(
    "réunion réunions rencontre sommet discussions pourparlers négociations entretiens conférence session conseil "
    "consultations".split()
)


@dataclass(frozen=True, slots=True)
class Story:
    """What is looked at: the article, its clock (tenses only), and which records its sentences name."""

    reading: Reading
    clock: Clock
    named: tuple[frozenset[str], ...]
    window: Stretch

    def sentence(self, expression: TimeExpression) -> int | None:
        """Return the number of the sentence of an expression."""
        for k, sentence in enumerate(self.reading.sentences):
            if sentence.start <= expression.start < sentence.end:
                return k
        return None

    def words(self, expression: TimeExpression) -> str:
        """Return an expression as printed."""
        return self.reading.words(self.reading.passage(expression.start, expression.end))


def story(reading: Reading, clock: Clock, window: Stretch) -> Story:
    """Gather what the clues of this module look at; `window` is when the article may have appeared as far as is known."""
    named: list[set[str]] = [set() for _ in reading.sentences]
    hits = iter(reading.hits)
    hit = next(hits, None)
    for k, sentence in enumerate(reading.sentences):
        while hit is not None and hit.start < sentence.end:
            if hit.start >= sentence.start:
                named[k].update(hit.ids)
            hit = next(hits, None)
    return Story(reading, clock, tuple(frozenset(ids) for ids in named), window)


def clues(told: Story) -> Iterator[Clue]:
    """Yield the days from which the known events can be seen as the article sees them."""
    for expression in told.reading.times:
        k = told.sentence(expression)
        if k is None:
            continue
        if _OFFSET.fullmatch(expression.value) and told.clock.tense(expression) != "future":
            yield from _counted(told, expression, k)
        elif _NEAR.fullmatch(expression.value):
            side = side_of(expression, told.clock.tense(expression))
            yield from _of_treaties(told, expression, k, side)
            yield from _of_gatherings(told, expression, k, side)


def seen_from(value: str, side: str, first: date, last: date) -> tuple[Stretch, ...]:
    """Return the days on which *value* means a time that meets `first`..`last`."""
    days: list[Stretch] = []
    day = first - _REACH * DAY
    value = value.removesuffix(" this")
    while day <= last + _REACH * DAY:
        meant = evaluate(value, day, side)
        if meant.first <= last and first <= meant.last:
            if days and days[-1][1] == day - DAY:
                days[-1] = (days[-1][0], day)
            else:
                days.append((day, day))
        day += DAY
    return tuple(days)


def _dated(told: Story, time: Period | None) -> Stretch | None:
    """Return the days of a record's time if they are known well, and not far from the article's."""
    if time is None or time.earliest_begin < FIRST or time.latest_end > LAST:
        return None
    first, last = time.earliest_begin, time.latest_end
    near = told.window[0] - _REACH * DAY <= last and first <= told.window[1] + _REACH * DAY
    return (first, last) if near and (last - first).days <= _DATED else None


def anchors(told: Story, expression: TimeExpression, k: int) -> list[tuple[date, date, str]]:
    """Return the treaty events from which "une semaine après un ultimatum" may count: their days and names."""
    sentence = told.reading.sentences[k]
    words = [token.lower_ for token in told.reading.doc[expression.end : min(expression.end + 8, sentence.end)]]
    kinds = next((_EVENT_WORDS[word] for word in words if word in _EVENT_WORDS), None)
    if kinds is None:
        return []
    found = []
    for event in _events(_treaties(told, k), kinds):
        days = _dated(told, event.time)
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


def _counted(told: Story, expression: TimeExpression, k: int) -> Iterator[Clue]:
    """Yield the days of "une semaine après un ultimatum", narrowed by the weekday on which the news itself falls."""
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


def _of_treaties(told: Story, expression: TimeExpression, k: int, side: str) -> Iterator[Clue]:
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
    dated = [(event, days) for event in events if (days := _dated(told, event.time))]
    stretches = tuple(s for _, (first, last) in dated for s in seen_from(expression.value, side, first, last))
    if stretches:
        names = " ou ".join(dict.fromkeys(_name(event) for event, _ in dated[:4]))
        yield Clue(stretches, 7, f"« {told.words(expression)} »: {names}")


def _of_gatherings(told: Story, expression: TimeExpression, k: int, side: str) -> Iterator[Clue]:
    """Yield the days from which the expression can mean a gathering the sentence names or describes."""
    known = authority.load()
    by_name = sorted(r for r in told.named[k] if r.startswith("gathering/"))
    records = [known.gatherings[r] for r in by_name if r in known.gatherings]
    if not records:
        records = _described(told, expression, k)
    dated = [(record, days) for record in records if (days := _dated(told, record.time))]
    found = [(record, seen_from(expression.value, side, first, last)) for record, (first, last) in dated]
    found = [(record, days) for record, days in found if days]
    if found:
        names = " ou ".join(f"{record.name} ({record.time.edtf if record.time else ''})" for record, _ in found[:4])
        seen = tuple(stretch for _, stretches in found for stretch in stretches)
        yield Clue(seen, 6, f"« {told.words(expression)} »: {names}")


def _described(told: Story, expression: TimeExpression, k: int) -> list[GatheringRecord]:
    """Return the gatherings that a sentence describes by place, beside the time, and by all their parties.

    The parties are named no farther back than the two sentences before.
    """
    sentence = told.reading.sentences[k]
    words = {token.lower_ for token in told.reading.doc[sentence.start : sentence.end]}
    if not words & _GATHERED:
        return []
    near = frozenset().union(*told.named[max(0, k - 2) : k + 1])
    found: list[GatheringRecord] = []
    beside = {
        record: None
        for hit in told.reading.hits
        if expression.start - _BESIDE <= hit.end and hit.start <= expression.end + _BESIDE
        for record in hit.ids
        if record.startswith("place/")
    }
    for place in beside:
        for record in _at(place):
            parties = set(record.participants)
            ministers = "ministres" in words and record.kind != "summit" and parties <= told.named[k]
            if parties <= near and (len(parties) > 1 or (parties and ministers)):
                found.append(record)
    return list({record.id: record for record in found}.values())


@cache
def _by_place() -> dict[str, tuple[GatheringRecord, ...]]:
    table: dict[str, tuple[GatheringRecord, ...]] = {}
    for record in authority.load().gatherings.values():
        for place in record.places:
            table[place] = (*table.get(place, ()), record)
    return table


def _at(place: str) -> tuple[GatheringRecord, ...]:
    return _by_place().get(place, ())
