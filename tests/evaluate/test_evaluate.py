"""Precision and recall against an annotated article, each figure worked out by hand in found.ttl."""

import json
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store

from pourparlers.errors import InvalidGold
from pourparlers.evaluate import evaluate, names, read_all

HERE = Path(__file__).parent


@pytest.fixture
def found():
    store = Store()
    store.load(path=str(HERE / "found.ttl"), format=RdfFormat.TURTLE)
    return store


def test_each_kind_is_counted(found):
    report = evaluate(read_all(HERE / "gold"), found)

    assert {kind: (t.tp, t.fp, t.fn) for kind, t in report.tallies.items()} == {
        "persons": (2, 1, 1),
        "institutions": (1, 0, 1),
        "posts": (1, 1, 0),
        "meeting participants": (1, 0, 1),
        "meetings": (1, 0, 1),
        "treaties": (0, 1, 1),
        "statements (text)": (2, 0, 0),
        "statements": (1, 1, 1),
    }


def test_fields_are_counted_of_what_is_paired(found):
    report = evaluate(read_all(HERE / "gold"), found)

    assert {name: (s.right, s.of) for name, s in report.shares.items()} == {
        "posts: institution": (1, 1),
        "posts: former": (0, 1),
        "meetings: place": (1, 1),
        "meetings: date": (1, 1),
        "meetings: kind": (0, 1),
        "meetings: status": (1, 1),
        "statements: speaker": (1, 2),
        "statements: mode": (1, 2),
        "statements: addressee": (1, 1),
    }


def test_errors_say_what_is_wrong(found):
    report = evaluate(read_all(HERE / "gold"), found)

    assert report.errors["persons"] == ["one.txt: missed: Oda Brekke", "one.txt: wrong or extra: Lire Aussi"]
    assert report.errors["meetings: kind"][0].startswith("one.txt: talk: kind 'face-to-face', found ")


def test_what_was_not_built_is_all_missed():
    report = evaluate(read_all(HERE / "gold"), Store())

    assert report.overall == 0
    assert report.tally("persons").fn == 3
    assert report.tally("persons").precision is None


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (lambda gold: gold.pop("article"), "expected an object with the file name of its 'article'"),
        (lambda gold: gold.pop("meetings"), "'meetings' must be a list"),
        (lambda gold: gold["statements"][0].pop("cue"), "'ready' lacks cue"),
    ],
)
def test_an_annotation_not_after_the_guideline_is_refused(tmp_path, change, complaint):
    gold = json.loads((HERE / "gold" / "one.json").read_text("utf-8"))
    change(gold)
    (tmp_path / "one.json").write_text(json.dumps(gold), encoding="utf-8")

    with pytest.raises(InvalidGold, match=complaint):
        read_all(tmp_path)


def test_a_folder_without_annotations_is_refused(tmp_path):
    with pytest.raises(InvalidGold, match="no annotations"):
        read_all(tmp_path)


@pytest.mark.parametrize(
    ("a", "b", "person", "least", "most"),
    [
        ("Hanna Lindqvist", "général Hanna Lindqvist", True, 1.0, 1.1),
        ("Hanna Lindqvist", "Hanna Lindkvist", True, 0.9, 1.0),
        ("Hanna Lindqvist", "Lindqvist", True, 0.6, 0.8),
        ("Hanna Lindqvist", "Erik Lindqvist", True, 0.0, 0.0),
        ("traité de Varena", "le traité de Varena", False, 1.0, 1.1),
        ("traité de Varena", "traité", False, 0.0, 0.0),
        ("accord", "cet accord", False, 0.0, 0.0),
        ("accord", "l'accord", False, 1.0, 1.1),
    ],
)
def test_names(a, b, person, least, most):
    assert least <= names.name_score([a], [b], person=person) <= most


@pytest.mark.parametrize(
    ("gold", "found", "score"),
    [
        ("ministre de la Défense", "ministre de la Défense", 1.0),
        ("ministre de la Défense", "ministre sirmien de la Défense", 1.0),
        ("ministre de la Défense", "vice-ministre de la Défense", 0.0),
        ("ministre de la Défense", "ministre", 0.5),
        ("ministre de la Défense", "chef de la Défense", 0.0),
        ("ambassadeur de Sirmie à Lodène", "ambassadeur", 1.0),
    ],
)
def test_titles(gold, found, score):
    assert names.title_score(gold, found) == score


def test_the_name_and_the_demonyms_of_a_state_mean_the_state():
    assert "state FR" in names.known(["les Français", "française"])
    assert names.known(["Varena"]) == {"Varena"}


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [("2019-05", "2019-05~", True), ("2019-05", "2019", False), ("2019/2020", "2019/2020?", True), (None, None, False)],
)
def test_dates(gold, found, same):
    assert names.same_date(gold, found) is same
