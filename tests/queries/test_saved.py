"""Every saved query is asked of a graph made for it, with things in it that must not come back."""

import csv
import tomllib
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store

from pourparlers import queries

HERE = Path(__file__).parent
BASE = "https://w3id.org/pourparlers/id/"
VALUES = tomllib.loads((HERE / "values.toml").read_text("utf-8"))
CATALOGUE = queries.catalogue()
QUESTIONS = [name for name in CATALOGUE if not name.startswith("quality/")]
CHECKS = [name for name in CATALOGUE if name.startswith("quality/")]

CONTRACT = {
    "actors/persons": "source person name mention",
    "actors/posts": "source person title institution institutionName former",
    "institutions/institutions": "source institution name type mention",
    "meetings/meetings": "source meeting kind status date place participant participantName mention",
    "treaties/treaties": "source treaty name mention date party",
    "statements/statements": "source statement speaker speakerName text mode cue addressee medium reportedBy date begin end",
}


def graph(name, part):
    store = Store()
    store.load(path=str(HERE / f"{name}.{part}.ttl"), format=RdfFormat.TURTLE)
    return store


def answer(name, part):
    """Return the rows as the CSV has them: header first, IRIs of things as id:..."""
    solutions = queries.run(graph(name, part), CATALOGUE[name], VALUES.get(name))
    names = queries.columns(solutions)
    rows = [["" if row[n] is None else row[n].value.replace(BASE, "id:") for n in names] for row in solutions]
    return [list(names), *rows]


def test_there_are_cases():
    assert len(QUESTIONS) >= 26
    assert len(CHECKS) >= 10


def test_every_case_belongs_to_a_query():
    cases = {p.relative_to(HERE).as_posix().split(".")[0] for p in HERE.rglob("*.*.*") if p.suffix != ".pyc"}

    assert cases == set(CATALOGUE)
    assert set(VALUES) <= set(QUESTIONS)


@pytest.mark.parametrize("name", CATALOGUE)
def test_given_expected(name):
    part = "faulty" if name.startswith("quality/") else "given"
    with (HERE / f"{name}.expected.csv").open(encoding="utf-8", newline="") as file:
        expected = list(csv.reader(file))

    got = answer(name, part)

    assert got == expected
    assert len(got) > 1, "a case nobody has seen answered may be unable to be answered"


@pytest.mark.parametrize("name", CHECKS)
def test_a_check_lets_the_sound_part_pass(name):
    text = (HERE / f"{name}.faulty.ttl").read_text("utf-8")

    assert "sound" in text or name in {"quality/evidence-elsewhere", "quality/account-shared"}
    assert not any("sound" in cell for row in answer(name, "faulty")[1:] for cell in row)


@pytest.mark.parametrize("name", CONTRACT)
def test_the_contract_holds(name):
    assert " ".join(CATALOGUE[name].returns) == CONTRACT[name]


@pytest.mark.parametrize("name", CATALOGUE)
def test_a_saved_query_is_plain_sparql(name):
    Store().query(CATALOGUE[name].sparql)  # no prefixes, no values: any tool can run the file


@pytest.mark.parametrize("name", QUESTIONS)
def test_on_an_empty_graph_the_answer_is_empty(name):
    values = {
        p.name: "https://example.org/x" if p.type != "string" else "x" for p in CATALOGUE[name].params if p.required
    }

    assert list(queries.run(Store(), CATALOGUE[name], values)) == []
