"""Who is who inside an article: each line of inside.tsv is a short article, one mention of it, and whom that means.

`refers` is empty where the text leaves it open, "-" where the words mean nobody at all; `mention@2` is the second such.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from pourparlers.extract import actors

with (Path(__file__).parent / "inside.tsv").open(encoding="utf-8", newline="") as file:
    LINES = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("line", LINES, ids=lambda x: f"{x['rule']}: {x['text'][:50]}")
def test_a_mention_means(line, read):
    reading = read(line["text"])
    found = actors.extract(reading)
    names = {x.id: x.name for x in (*found.persons, *found.institutions)}
    words, _, number = line["mention"].partition("@")
    same = [m for m in found.mentions if reading.doc[m.start : m.end].text == words]
    if line["refers"] == "-":
        assert same == []
        return
    mention = same[int(number or 1) - 1]
    assert [names[r] for r in mention.refs] == [n for n in line["refers"].split("|") if n]


def test_mentions_come_in_the_order_of_the_text_outer_first(read):
    found = actors.extract(read("Le ministre russe de la Défense, le général Ivan Petrov, a vu la ministre Ana Ruiz."))
    keys = [(m.start, -m.end) for m in found.mentions]
    assert keys == sorted(keys)
    assert len(keys) == len(set(keys))


def test_a_mention_spans_rank_post_and_apposition(read):
    reading = read("Le ministre chilien de la Défense, le général Ivan Petrov, est arrivé.")
    mention = actors.extract(reading).starting(0)
    assert reading.doc[mention.start : mention.end].text == "Le ministre chilien de la Défense, le général Ivan Petrov"
    assert reading.doc[mention.name_start : mention.name_end].text == "Ivan Petrov"


def test_nobody_is_made_up_for_a_post_without_a_name(read):
    assert actors.extract(read("Le président américain a téléphoné au roi du Maroc.")).persons == ()


def test_the_same_words_give_the_same_entities(read):
    text = "Diego Soto, ministre des Mines, a vu Luis Vega. Les deux hommes se reverront."
    assert actors.extract(read(text)) == actors.extract(read(text))
