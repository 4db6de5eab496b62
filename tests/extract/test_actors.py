"""People, their posts and where they serve, in invented sentences (tests/extract/data/)."""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import pytest

from pourparlers import extract
from pourparlers.extract import actors
from pourparlers.extract.actors.page import fold
from pourparlers.resources import lexicon

sys.path.insert(0, str(Path(__file__).parent))
import actors_exact  # beside this file

DEVELOPED = list(actors_exact.lines("actors-developed.tsv"))
HELD_BACK = list(actors_exact.lines("actors-held.tsv"))
FLOORS = {"persons": 0.97, "posts": 0.82, "institutions": 0.91}  # measured 0.991, 0.839, 0.935


def tallies():
    return {kind: actors_exact.Tally() for kind in FLOORS}


def rows(name):
    with lexicon(name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("expected", DEVELOPED, ids=lambda e: e.text[:60])
def test_a_sentence_is_read_exactly(expected, read):
    reading = read(expected.text)
    found = tallies()
    actors_exact.compare(expected, reading, actors.extract(reading), found)
    assert [(kind, t.missed, t.extra) for kind, t in found.items() if t.missed or t.extra] == []


def test_unseen_sentences_are_read_as_well_as_measured(read):
    found = tallies()
    for expected in HELD_BACK:
        reading = read(expected.text)
        actors_exact.compare(expected, reading, actors.extract(reading), found)
    assert {kind: t.f1 for kind, t in found.items() if t.f1 < FLOORS[kind]} == {}


def test_the_held_back_sentences_are_others():
    assert not {e.text for e in HELD_BACK} & {e.text for e in DEVELOPED}
    assert len(HELD_BACK) == 60


RANKED = [row for row in rows("ranks_and_civility.tsv") if row["example_person"] and row["form"] != "dalaï-lama"]


@pytest.mark.parametrize("row", RANKED, ids=lambda r: r["form"])
def test_a_rank_is_no_part_of_the_name(row, read):
    found = {p.name for p in actors.extract(read(row["example"])).persons if not p.described}
    assert set(row["example_person"].split("|")) <= found


# what stands beside no post of its own, or takes its post from another sentence
RELATIVE = {"homologue", "successeur", "à la tête de", "ayatollah"}
HEADED = [
    row for row in rows("post_heads.tsv") if row["example"] and row["example_person"] and row["head_m"] not in RELATIVE
]


@pytest.mark.parametrize("row", HEADED, ids=lambda r: r["head_m"])
def test_each_head_of_a_post_is_given_to_its_holder(row, read):
    found = actors.extract(read(row["example"]))
    names = {p.id: p.name for p in found.persons}
    titles = [fold(t.title) for t in found.tenures if names[t.holder] == row["example_person"]]
    head = fold(row["example_title"]).split()[0]
    assert any(title.split()[0] == head for title in titles), titles


def test_a_post_told_twice_is_one_tenure(read):
    text = (
        "Le ministre kényan de la Défense, Peter Kamau, est parti. Le ministre de la Défense Peter Kamau rentre jeudi."
    )
    assert [t.title for t in actors.extract(read(text)).tenures] == ["ministre de la Défense"]


def test_every_tenure_quotes_the_words_that_say_so(read):
    reading = read("L'ancien ministre chilien des Mines Diego Soto conseille Lima.")
    (tenure,) = actors.extract(reading).tenures
    assert reading.words(tenure.evidence[0]) == "ancien ministre chilien des Mines"
    assert (tenure.title, tenure.former) == ("ministre des Mines", True)


def test_acting_and_future_holders_are_marked(read):
    text = "Le Premier ministre par intérim, Omar Diop, recevra la future ministre de la Santé, Awa Ndiaye."
    found = {t.title: (t.acting, t.future) for t in actors.extract(read(text)).tenures}
    assert found == {"Premier ministre": (True, False), "ministre de la Santé": (False, True)}


@pytest.mark.parametrize("row", list(actors_exact.rows("terms.tsv")), ids=lambda row: row["text"][:50])
def test_a_term_of_office_begins_and_ends_when_the_words_say_so(row, read):
    facts = extract.extract(read(row["text"], published="2023-05-10"))

    names = {p.id: p.name for p in facts.persons}
    found = [(t.since, t.until) for t in facts.tenures if (names[t.holder], t.title) == (row["holder"], row["title"])]
    assert [tuple(time.edtf if time else "" for time in pair) for pair in found] == [(row["since"], row["until"])]
