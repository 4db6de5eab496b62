"""Meetings as plain values, for the tests of this folder."""

from __future__ import annotations

import pytest

from pourparlers.extract import actors, meetings
from pourparlers.resolve.dating import clock

PUBLISHED = "2021-06-15"  # a Tuesday


@pytest.fixture
def found(read):
    """Return a function from a text to its meetings as plain values."""

    def run(text, **fields):
        reading = read(text, published=PUBLISHED, **fields)
        entities = actors.entities(reading)
        names = {one.id: one.name for one in (*entities.persons, *entities.institutions)}
        return [
            {
                "kind": one.kind,
                "status": one.status,
                "participants": {names[p.party]: p.role for p in one.participations},
                "place": one.place.name if one.place else "",
                "date": one.time.edtf if one.time else "",
                "words": [reading.words(passage) for passage in one.evidence],
                "topics": [reading.words(passage) for passage in one.topics],
                "marks": [(mark.kind, reading.words(mark.cue)) for mark in one.marks],
                "id": one.id,
                "part_of": one.part_of,
            }
            for one in meetings.extract(reading, entities, clock(reading, entities))
        ]

    return run
