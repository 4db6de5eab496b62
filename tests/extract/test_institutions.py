"""Institutions, and states as actors or as places, in invented sentences."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from pourparlers.extract import actors

DATA = Path(__file__).parent / "data"


def table(name):
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("row", table("states.tsv"), ids=lambda r: r["text"][:60])
def test_a_state_acts_or_is_only_a_place(row, read):
    reading = read(row["text"])
    kinds = {}
    for mention in actors.extract(reading).mentions:
        if mention.kind in {"state", "place"} and mention.name_start is not None:
            name = reading.doc[mention.name_start : mention.name_end].text
            kinds.setdefault(mention.kind, []).append(name)
    expected = {kind: row[kind].split("|") for kind in ("state", "place") if row[kind]}
    assert kinds == expected


@pytest.mark.parametrize("row", table("institutions.tsv"), ids=lambda r: r["text"][:60])
def test_an_institution_has_all_its_names_and_its_type(row, read):
    reading = read(row["text"])
    found = {}
    for body in actors.extract(reading).institutions:
        found["|".join(dict.fromkeys(reading.words(e) for e in body.evidence))] = body.kind
    assert found.get(row["names"]) == row["type"], found


def test_all_names_of_a_state_are_one_institution(read):
    text = "Accra proteste. Le Ghana exige des excuses ; les Ghanéens attendent."
    (state,) = [b for b in actors.extract(read(text)).institutions if b.kind == "state"]
    assert (state.name, state.authority, len(state.evidence)) == ("Ghana", "state/ghana", 3)


def test_a_ministry_belongs_to_its_state(read):
    found = actors.extract(read("Le ministère péruvien de la Pêche proteste. Le Pérou attend."))
    state = next(b for b in found.institutions if b.kind == "state")
    assert [b.state for b in found.institutions if b.kind == "ministry"] == [state.id]


def test_a_bare_word_that_takes_up_nothing_is_no_institution(read):
    assert actors.extract(read("L'organisation du tournoi a coûté cher.")).institutions == ()


def test_a_parliament_of_another_country_is_not_linked(read):
    found = actors.extract(read("L'Assemblée nationale a voté la loi, a annoncé Hanoï."))
    assert all(b.authority != "institution/french-national-assembly" for b in found.institutions)
