"""The cues that tell whether a meeting took place: the examples of lexicon/factuality_cues.tsv, parties put in."""

import csv

import pytest

from pourparlers.extract import actors, meetings
from pourparlers.resolve.dating import clock
from pourparlers.resources import lexicon

TABLE = lexicon("factuality_cues.tsv").read_text("utf-8").splitlines()
ROWS = list(csv.DictReader(TABLE, delimiter="\t", quoting=csv.QUOTE_NONE))
NOUNS = frozenset(
    "conférence dialogue discussions entretien négociations pourparlers rencontre réunion sommet tête-à-tête visite".split()
)
PARTIES = " entre Nils Berg et Leïla Haddad"
# the examples name no parties and no meeting is found without; those of a noun get theirs, and so many come out right
FLOOR = 0.8
LEAST = 100


@pytest.fixture
def found(read):
    def run(text):
        reading = read(text, published="2019-06-14")
        entities = actors.entities(reading)
        return meetings.extract(reading, entities, clock(reading, entities))

    return run


def status(found, row):
    """Return the status of the meeting that the example tells of, None if none is found."""
    event = row["example_event"]
    text = row["example"].replace(event, event + PARTIES, 1)
    begin = text.index(event)
    told = (one for one in found(text) if any(p.begin <= begin < p.end for p in one.evidence))
    return next((one.status for one in told), None)


def test_examples_of_the_table(found):
    rows = [row for row in ROWS if row["example_event"] in NOUNS]

    right = [row["cue"] for row in rows if status(found, row) == row["example_status"]]

    assert len(rows) >= LEAST
    assert len(right) / len(rows) >= FLOOR


def test_counter_examples_of_the_table(found):
    """What looks like the cue is none: no meeting gets the status that the cue would give."""
    wrong = [
        row["counter_example"]
        for row in ROWS
        if row["effect"] != "held" and row["effect"] in {one.status for one in found(row["counter_example"] or ".")}
    ]

    assert wrong == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La rencontre{} est repoussée à juin.", "planned"),
        ("La rencontre{} est compromise.", "proposed"),
        ("La rencontre{} n'est pas exclue.", "proposed"),
        ("La rencontre{} est probable.", "planned"),
        ("Une rencontre{} est hors de question.", "denied"),
        ("Faute d'une rencontre{}, la trêve expire.", "denied"),
        ("La rencontre{} est historique.", "held"),
        ("La rencontre{} a été repoussante de froideur.", "held"),
    ],
)
def test_what_is_said_of_a_meeting(found, text, expected):
    (meeting,) = found(text.format(PARTIES))

    assert meeting.status == expected
