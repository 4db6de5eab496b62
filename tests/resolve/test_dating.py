"""Dating of articles without a date, and what their relative times then mean."""

import csv
from datetime import date
from pathlib import Path

import pytest

from pourparlers.extract import actors
from pourparlers.model import Block, Time
from pourparlers.resolve import dating

PROSE = {"title", "heading", "body"}

with (Path(__file__).parent / "dating.tsv").open(encoding="utf-8", newline="") as lines:
    CASES = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def clock_of(read, parts, **fields):
    """Return the clock of an article made of `"kind: text"` blocks, one a line; what is not prose is masked."""
    text, reading, blocks = "", "", []
    for part in parts.split(" ¶ "):
        kind, _, words = part.partition(": ")
        blocks.append(Block(kind, len(text), len(text) + len(words)))
        text += words + "\n"
        reading += (words if kind in PROSE else " " * len(words)) + "\n"
    article = read(text, reading=reading, blocks=tuple(blocks), **fields)
    return dating.clock(article, actors.extract(article))


def time_of(clock, words, anchor=None):
    """Return the time of the expression printed as *words*, with the tense the clock finds."""
    reading = clock.reading
    (found,) = [t for t in reading.times if reading.words(reading.passage(t.start, t.end)).lower() == words]
    return clock.time(found, clock.tense(found), anchor)


def test_there_are_cases():
    assert len(CASES) >= 20


@pytest.mark.parametrize("row", CASES, ids=lambda row: row["case"])
def test_dated_by_what_it_tells(read, row):
    found = clock_of(read, row["blocks"]).dating

    assert (str(found.earliest), str(found.latest)) == (row["earliest"], row["latest"])
    assert any(row["reason"] in reason for reason in found.reasons) or not row["reason"]
    assert not found.given


def test_given_date_is_taken(read):
    clock = clock_of(read, "body: Il est mort mardi.", published="2019-05-06")

    assert clock.dating.given
    assert (clock.dating.earliest, clock.dating.latest) == (date(2019, 5, 6), date(2019, 5, 6))
    assert time_of(clock, "mardi").edtf == "2019-04-30"
    assert time_of(clock, "mardi").anchor == "publication: 2019-05-06"
    assert clock.of_article().edtf == "2019-05-06"


def test_given_month_leaves_the_day_open(read):
    clock = clock_of(read, "body: Il est mort mardi.", published="2019-05")

    time = time_of(clock, "mardi")

    assert (time.edtf, time.earliest_begin, time.latest_end) == ("2019", date(2019, 4, 30), date(2019, 5, 28))


def test_nothing_known_gives_no_day(read):
    clock = clock_of(read, "body: Il est mort mardi. Il avait gagné le 9 mai.")

    assert clock.of_article() is None
    assert time_of(clock, "mardi") is None
    assert time_of(clock, "le 9 mai").edtf == "XXXX-05-09"


def test_weekday_is_a_day_when_the_window_leaves_one(read):
    clock = clock_of(
        read,
        "body: Lors du sommet de l'Otan à Varsovie, vendredi, le président américain Barack Obama a promis un bataillon. "
        "Il avait plaidé pour l'Europe hier.",
    )

    assert time_of(clock, "vendredi").edtf == "2016-07-08"
    yesterday = time_of(clock, "hier")
    assert (yesterday.edtf, yesterday.earliest_begin, yesterday.latest_end) == (
        "2016-07",
        date(2016, 7, 7),
        date(2016, 7, 13),
    )


def test_reported_speech_counts_from_the_saying(read):
    clock = clock_of(read, "body: La réunion aura lieu jeudi.", published="2019-05-15")
    said = date(2019, 5, 7)

    time = time_of(clock, "jeudi", Time("2019-05-07", said, said, said, said))

    assert time.edtf == "2019-05-09"


def test_the_eve_counts_from_what_was_told_before(read):
    clock = clock_of(read, "body: Mardi, il a voté. La veille, il avait douté.", published="2019-05-10")

    assert time_of(clock, "la veille").edtf == "2019-05-06"
    assert time_of(clock, "la veille").anchor == "Mardi: 2019-05-07"


def test_the_eve_of_an_undated_event_is_unknown(read):
    clock = clock_of(read, "body: Mardi, il a voté. Il était venu à la veille de la réunion.", published="2019-05-10")

    assert time_of(clock, "à la veille") is None


def test_the_origin_of_what_came_a_week_later(read):
    clock = clock_of(
        read, "body: La rencontre de mardi intervient une semaine après un accord.", published="2019-05-10"
    )
    (_, week) = clock.reading.times

    origin = clock.origin(week, time_of(clock, "mardi"))

    assert (origin.edtf, origin.earliest_begin, origin.latest_end) == (
        "2019-04-30~",
        date(2019, 4, 27),
        date(2019, 5, 3),
    )


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("Le sommet était prévu pour le 9 juin à Quito.", "le 9 juin", "2018-06-09"),
        (
            "Le ministère a invité le comité à une conférence, les 28 et 29 juin.",
            "les 28 et 29 juin",
            "2018-06-28/2018-06-29",
        ),
        ("Le sommet s'est tenu le 9 juin.", "le 9 juin", "2017-06-09"),
        ("Le défilé doit avoir lieu samedi.", "samedi", "2018-05-26"),
        ("Le défilé a eu lieu samedi.", "samedi", "2018-05-19"),
        ("La maire se dit avoir été prévenue samedi.", "samedi", "2018-05-19"),
        ("L'accord signé samedi prévoit un retrait.", "samedi", "2018-05-19"),
        ("La réunion tenue samedi à Oslo suscite des espoirs.", "samedi", "2018-05-19"),
        ("Le roi va recevoir samedi la maire.", "samedi", "2018-05-26"),
        ("Le roi vient de recevoir samedi la maire.", "samedi", "2018-05-19"),
        ("La rencontre de mardi est capitale.", "mardi", "2018-05-22"),
        ("Il a jugé utile de démentir mardi le journal.", "mardi", "2018-05-22"),
        ("Il a accepté de venir samedi à la réunion.", "samedi", "2018-05-26"),
        ("Séisme mercredi au Chili", "mercredi", "2018-05-23"),
    ],
)
def test_the_clock_finds_the_tense(read, text, words, edtf):
    clock = clock_of(read, f"body: {text}", published="2018-05-24")

    assert time_of(clock, words).edtf == edtf
