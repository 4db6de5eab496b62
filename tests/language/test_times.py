"""Times: both steps together, on tables of French sentences; and where the expressions begin and end."""

import csv
from datetime import date
from pathlib import Path

import pytest
from edtf import parse_edtf

from pourparlers.model import Dating, Time
from pourparlers.resolve.clock import Clock

HERE = Path(__file__).parent
TENSES = {"past": "perfect", "future-in-past": "conditional"}


def table(name):
    with (HERE / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


LEXICON = table("date_expressions.tsv")
OWN = table("times.tsv")  # set "dev": looked at while the rules were written; "held": only measured
LOOK_ALIKES = [row for row in (*LEXICON, *OWN) if row["kind"] == "not-a-date"]
DATES = [row for row in (*LEXICON, *OWN) if row["kind"] != "not-a-date"]


def words(row):
    return f"{row['expression']} | {row['published']}"


def resolved(read, row):
    """Return the times of the expressions that overlap the words of a row."""
    reading = read(row["sentence"])
    day = date.fromisoformat(row["published"])
    clock = Clock(reading, Dating(day, day, given=True))
    anchor = Time(row["anchor"], *[date.fromisoformat(row["anchor"])] * 4) if row["tense"] == "future-in-past" else None
    begin = row["sentence"].lower().index(row["expression"].lower())
    end = begin + len(row["expression"])
    found = [clock.time(t, TENSES.get(row["tense"], row["tense"]), anchor) for t in reading.times]
    return [time for time in found if time and time.expression.begin < end and time.expression.end > begin]


def test_there_are_cases():
    assert len(LEXICON) >= 231
    assert [len([row for row in OWN if row["set"] == name]) for name in ("dev", "held")] == [44, 40]


@pytest.mark.parametrize("row", DATES, ids=words)
def test_resolved(read, row):
    times = resolved(read, row)

    assert [time.edtf for time in times] == [row["edtf"]]
    bounds = tuple(str(day or "") for day in (times[0].earliest_begin, times[0].latest_end))
    assert bounds == (row["earliest"], row["latest"])


@pytest.mark.parametrize("row", LOOK_ALIKES, ids=words)
def test_look_alikes_give_nothing(read, row):
    assert read(row["sentence"]).times == ()


@pytest.mark.parametrize("edtf", sorted({row["edtf"] for row in DATES} | {"XXXX-05-09", "2014-24", "2018-12-04~/.."}))
def test_values_are_edtf(edtf):
    parse_edtf(edtf)


MARKED = [
    "Ils se sont vus [[mardi soir]] puis [[hier]], [[à la mi-mai]] et [[le 9 mai 2011 à 14h30]].",
    "Signé [[en 1994]], le traité court [[jusqu'au 30 juin]] ; il vaut [[depuis le début de l'année]].",
    "[[Du 3 au 5 mai]], à Oslo, les émissaires de [[2009]] se sont revus [[au cours des six derniers mois]].",
    "Le sommet [[de lundi à mercredi]] et les réunions [[des 3 et 4 juin]] ont déçu.",
    "Une frappe a eu lieu [[dans la nuit de samedi à dimanche]], [[à la veille du scrutin du 7 mai]].",
    "Les espoirs d'hier se verront [[demain]] place du 8-Mai, à 20 heures, avec 2 000 gardes.",
    "Le retrait [[en octobre (2011)]] de 1500 hommes, âgés de 20 ans, a duré trois mois.",
]


@pytest.mark.parametrize("marked", MARKED)
def test_spans(read, marked):
    text = marked.replace("[[", "").replace("]]", "")

    reading = read(text)

    printed = [reading.words(reading.passage(t.start, t.end)) for t in reading.times]
    expected = [part.partition("]]")[0] for part in marked.split("[[")[1:]]
    assert printed == [words.removeprefix("des ") for words in expected]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Elle est partie lundi.", "WD1"),
        ("Elle est partie lundi dernier.", "WD1 last"),
        ("Elle est partie le mardi 9 novembre.", "XXXX-11-09#2"),
        ("Le lendemain de la signature, tout recommença.", "ANCHOR+1D@?"),
        ("Deux jours après la chute de la ville, le 4 mai 2012, il céda.", "ANCHOR+2D@?"),
        ("Au lendemain du 4 mai 2012, il céda.", "ANCHOR+1D~@2012-05-04"),
        ("Il faut partir avant la fin du mois.", "BEFORE(END(MONTH+0))"),
    ],
)
def test_value_is_what_the_words_alone_say(read, text, value):
    assert read(text).times[0].value == value
