"""From articles to answers, with the real language model."""

import csv
import io
import json
from pathlib import Path

import pytest

ARTICLES = Path(__file__).parent / "articles"


@pytest.fixture(scope="module")
def built(tmp_path_factory, module_run):
    """The store of the articles, and what building it said."""
    path = tmp_path_factory.mktemp("build") / "store"
    return path, module_run("build", ARTICLES, "--store", path)


def test_build_says_what_it_did(built):
    _, result = built

    assert result.exit_code == 0
    assert result.stdout == "1 new, 0 replaced, 0 unchanged, 0 removed, 1 skipped, 0 withheld\n"
    assert "skipped: vide.txt (empty)" in result.stderr


def test_what_was_built_answers(built, run):
    rows = run("query", "actors/persons", "--format", "csv", "--store", built[0]).stdout

    assert {"Hanna Lindqvist", "Karim Belhadj"} <= {row["name"] for row in csv.DictReader(io.StringIO(rows))}
    assert "of" in run("verify", "--store", built[0]).stdout
    assert run("verify", "--store", built[0]).exit_code == 0


def test_show_what_no_rule_claimed(built, run):
    result = run("show", "depeche.txt", "--unclaimed", "--store", built[0])

    assert result.exit_code == 0
    assert "verbs of saying" in result.stdout


def test_evaluate_tells_what_became_of_every_quotation(built, run, tmp_path):
    gold = {
        "article": "depeche.txt",
        "actors": [],
        "institutions": [],
        "meetings": [],
        "treaties": [],
        "statements": [],
    }
    (tmp_path / "depeche.json").write_text(json.dumps(gold), "utf-8")

    result = run("evaluate", tmp_path, "--unclaimed", "--store", built[0])

    assert result.exit_code == 0
    (row,) = [line.split() for line in result.stdout.splitlines() if "quotations of three" in line]
    total, claimed, classed, listed = map(int, row[-4:])
    assert total == claimed + classed + listed


def test_building_again_reads_nothing_and_removing_removes(built, run):
    again = run("build", ARTICLES, "--store", built[0])
    removed = run("build", "--remove", "depeche.txt", "--remove", "nulle-part.txt", "--store", built[0])

    assert again.stdout.startswith("0 new, 0 replaced, 1 unchanged")
    assert removed.stdout == "0 new, 0 replaced, 0 unchanged, 1 removed, 0 skipped, 0 withheld\n"
    assert "the store has no article nulle-part.txt" in removed.stderr
    assert run("query", "actors/persons", "--format", "csv", "--store", built[0]).stdout.count("\n") == 1


def test_a_folder_that_is_not_there_is_told(run, tmp_path):
    result = run("build", tmp_path / "none", "--store", tmp_path / "store")

    assert result.exit_code == 1
    assert "none" in result.stderr


def test_a_folder_without_articles_is_told(run, tmp_path):
    (tmp_path / "in").mkdir()

    result = run("build", tmp_path / "in", "--store", tmp_path / "store")

    assert result.exit_code == 1
    assert "no article that can be read" in result.stderr
