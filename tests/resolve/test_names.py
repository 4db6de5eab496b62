"""Names across transliterations; the pairs are invented."""

import csv
from pathlib import Path

import pytest

from pourparlers.resolve.names import keys, parts, same_given, same_person_name, same_surname

with (Path(__file__).parent / "names.tsv").open(encoding="utf-8") as lines:
    PAIRS = list(csv.DictReader(lines, delimiter="\t"))


def test_there_are_pairs():
    assert {row["same"] for row in PAIRS} == {"yes", "no"}
    assert len(PAIRS) > 25


@pytest.mark.parametrize("row", PAIRS, ids=lambda row: f"{row['left']} / {row['right']}")
def test_pairs(row):
    expected = row["same"] == "yes"

    assert same_person_name(row["left"], row["right"]) is expected
    assert same_person_name(row["right"], row["left"]) is expected


def test_ch_is_read_in_two_ways():
    assert keys("Bachirov") == {"baSirov", "baCirov"}
    assert same_surname("Bachirov", "Bashirov")
    assert same_surname("Bachirov", "Batchirov")
    assert not same_surname("Bashirov", "Batchirov")


def test_family_and_given_names():
    assert parts("Abdallah ben Zaher") == ("Abdallah", "ben Zaher")
    assert parts("Barrow") == ("", "Barrow")
    assert same_given("Bob", "Robert")
    assert not same_given("", "Robert")
