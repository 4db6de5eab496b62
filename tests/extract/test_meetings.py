"""Meetings through their door: French sentences in; who met whom, where, when, of what kind and whether at all out."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from pourparlers.resources import lexicon

DATA = Path(__file__).parent / "data"
# shares of the tables' examples that are found, and of those that have the status the table says: they may only rise;
# most of the others name no party ("les deux ministres"), and we abstain
FOUND, STATUS = 0.46, 0.96
HELD_BACK = {"recall": 0.89, "participants": 0.99, "kind": 0.96, "status": 0.99, "place": 0.95, "date": 0.92}


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def wanted(row: dict[str, str]) -> set[str]:
    return set(filter(None, row["participants"].split("|")))


@pytest.mark.parametrize("row", rows(DATA / "meetings-developed.tsv"), ids=lambda row: row["text"][:40])
def test_sentence(found, row):
    got = found(row["text"])

    if not wanted(row):
        assert got == []
        return
    (meeting,) = got
    assert wanted(row) >= set(meeting["participants"])
    assert (meeting["kind"], meeting["status"], meeting["date"]) == (row["kind"], row["status"], row["date"])


def test_sentences_held_back(found):
    """Nothing was developed on these."""
    tally: Counter[str] = Counter()
    table = rows(DATA / "meetings-held.tsv")
    for row in table:
        names, got = wanted(row), found(row["text"])
        if not names:
            assert got == [], row["text"]
            continue
        best = next((one for one in got if set(one["participants"]) & names), None)
        tally["wanted"] += 1
        tally["extra"] += len(got) - (best is not None)
        if best is None:
            continue
        tally["found"] += 1
        tally["participants"] += set(best["participants"]) == names
        tally["kind"] += best["kind"] in row["kind"].split("/")
        tally["status"] += best["status"] == row["status"]
        tally["place"] += best["place"] == row["place"]
        tally["date"] += best["date"] in (row["date"], *row["date"].split("/"))

    assert tally["extra"] == 0
    assert tally["found"] / tally["wanted"] >= HELD_BACK["recall"]
    for field in ("participants", "kind", "status", "place", "date"):
        assert tally[field] / tally["found"] >= HELD_BACK[field], field


def test_examples_of_the_table(found):
    seen: Counter[str] = Counter()
    for row in rows(lexicon("meeting_triggers.tsv")):
        got = found(row["example"])
        if row["pseudo"] == "yes":
            assert got == [], row["example"]
            continue
        words = [words.lower() for one in got for words in one["words"]]
        cues = row["example_evidence"].lower().split("|")
        hit = any(cue in text or text in cue or cue.split()[0] == text.split()[0] for cue in cues for text in words)
        seen["all"] += 1
        seen["found"] += hit
        seen["status"] += hit and any(one["status"] == row["example_status"] for one in got)

    assert seen["found"] / seen["all"] >= FOUND
    assert seen["status"] / seen["found"] >= STATUS


@pytest.mark.parametrize(
    "text", [row["counter_example"] for row in rows(lexicon("meeting_triggers.tsv")) if row["counter_example"]]
)
def test_counter_example(found, text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "status", "mark"),
    [
        ("Nils Berg a rencontré Leïla Haddad.", "held", None),
        ("Nils Berg rencontrera Leïla Haddad.", "planned", "future"),
        ("Nils Berg va rencontrer Leïla Haddad.", "planned", "future"),
        ("Nils Berg veut rencontrer Leïla Haddad.", "proposed", "conditional"),
        ("Nils Berg pourrait rencontrer Leïla Haddad.", "proposed", "conditional"),
        ("Nils Berg n'a pas rencontré Leïla Haddad.", "denied", "negated"),
        ("Nils Berg aurait rencontré Leïla Haddad.", "held", "hearsay"),
        ("Nils Berg refuse de rencontrer Leïla Haddad.", "denied", "negated"),
        ("Nils Berg a annoncé qu'il rencontrerait Leïla Haddad.", "planned", "future"),
        ("L'annulation de la rencontre entre Nils Berg et Leïla Haddad a surpris.", "cancelled", "negated"),
    ],
)
def test_status_and_mark(found, text, status, mark):
    (meeting,) = found(text)

    assert meeting["status"] == status
    assert [kind for kind, _ in meeting["marks"]] == ([mark] if mark else [])


def test_one_meeting_told_several_times(found):
    (meeting,) = found(
        "Le président Issa Ouédraogo a reçu lundi à Dakar la ministre Nadia Ferhat. "
        "Cette rencontre a duré deux heures. À l'issue de leur entretien, les deux responsables se sont félicités."
    )

    assert meeting["participants"] == {"Issa Ouédraogo": "host", "Nadia Ferhat": "guest"}
    assert len(meeting["words"]) == 3


def test_meeting_to_come_and_meeting_past_are_two(found):
    got = found(
        "Nils Berg rencontrera samedi à Oslo Leïla Haddad. Nils Berg avait rencontré Leïla Haddad en mars 2019 à Malte."
    )

    assert [(one["status"], one["place"]) for one in got] == [("planned", "Oslo"), ("held", "Malte")]


def test_state_gives_way_to_its_people(found):
    (meeting,) = found(
        "Rencontre entre le Kenya et le roi Karim II. Le président kényan Samuel Okoro a reçu le roi Karim II."
    )

    assert set(meeting["participants"]) == {"Samuel Okoro", "Karim II"}


def test_part_of_a_larger_meeting(found):
    summit, talk = found("Le sommet de l'Otan s'ouvre jeudi. Nils Berg rencontrera Elif Demirci en marge du sommet.")

    assert (summit["part_of"], talk["part_of"]) == (None, summit["id"])


def test_meeting_on_a_visit(found):
    visit, talk = sorted(
        found("En visite officielle au Kenya, la ministre suédoise Anja Brandt a rencontré le roi Karim II."),
        key=lambda one: one["kind"] != "visit",
    )

    assert (visit["part_of"], talk["part_of"]) == (None, visit["id"])


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Nils Berg et Leïla Haddad se sont vus lundi à Oslo sous la médiation du roi Karim II.", "mediator"),
        ("Nils Berg et Leïla Haddad se sont vus lundi à Oslo en présence du roi Karim II.", "participant"),
        ("La rencontre entre Nils Berg et Leïla Haddad, organisée par le roi Karim II, a eu lieu.", "organiser"),
        ("Nils Berg a reçu lundi à Oslo le roi Karim II.", "guest"),
        ("Nils Berg a été reçu lundi à Rabat par le roi Karim II.", "host"),
    ],
)
def test_role(found, text, role):
    (meeting,) = found(text)

    assert meeting["participants"]["Karim II"] == role


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Nils Berg a discuté de la pêche au thon avec Leïla Haddad.", "la pêche au thon"),
        ("L'entretien entre Nils Berg et Leïla Haddad a porté sur le prix du blé.", "le prix du blé"),
        ("Nils Berg et Leïla Haddad se sont rencontrés pour évoquer le partage des eaux.", "le partage des eaux"),
    ],
)
def test_topic(found, text, topic):
    (meeting,) = found(text)

    assert meeting["topics"] == [topic]
