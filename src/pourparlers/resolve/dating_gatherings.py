"""Clues to the day of an article: gatherings of known date that it tells of as recent or to come."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pourparlers import authority
from pourparlers.authority import GatheringRecord
from pourparlers.language.document import TimeExpression
from pourparlers.resolve.dating_story import Story, dated, seen_from
from pourparlers.resolve.days import Clue

_BESIDE = 2
_GATHERED = frozenset(
    [
        "réunion",
        "réunions",
        "rencontre",
        "sommet",
        "discussions",
        "pourparlers",
        "négociations",
        "entretiens",
        "conférence",
        "session",
        "conseil",
        "consultations",
    ]
)


def seen(told: Story, expression: TimeExpression, k: int, side: str) -> Iterator[Clue]:
    """Yield the days from which the expression can mean a gathering the sentence names or describes."""
    known = authority.load()
    by_name = sorted(r for r in told.named[k] if r.startswith("gathering/"))
    records = [known.gatherings[r] for r in by_name if r in known.gatherings]
    if not records:
        records = _described(told, expression, k)
    recent = [(record, days) for record in records if (days := dated(told, record.time))]
    found = [(record, seen_from(expression.value, side, first, last)) for record, (first, last) in recent]
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
