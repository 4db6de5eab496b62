"""Who is who: decided, listed, taken back."""

import csv
import io


def persons(run, own):
    return run("query", "actors/persons", "--format", "csv", "--store", own).stdout


def people(run, own):
    """Return the people's IRIs, by row."""
    return [line.split(",")[1] for line in persons(run, own).splitlines()[1:]]


def test_same_then_undo(run, own):
    before = persons(run, own)
    iris = {row["name"]: row["person"] for row in csv.DictReader(io.StringIO(before))}

    said = run("judge", "same", "Lindqvist", "Brekke", "--why", "essai", "--by", "Oda", "--store", own)
    listed = run("judge", "list", "--store", own).stdout

    assert said.exit_code == 0
    assert all(word in listed for word in ("same", "Oda", "essai"))
    assert len(set(people(run, own))) == 2

    undone = run("judge", "undo", iris["Oda Brekke"], iris["Hanna Lindqvist"], "--store", own)

    assert undone.exit_code == 0
    assert persons(run, own) == before


def test_different_divides_what_two_articles_tell(run, own):
    shown = run("show", "Belhadj", "--store", own).stdout
    accounts = [line.split()[1] for line in shown.splitlines() if line.startswith("  ") and "/person-" in line]
    assert len(accounts) == 2
    assert len(set(people(run, own))) == 3

    said = run("judge", "different", *accounts, "--why", "homonymes", "--store", own)

    assert said.exit_code == 0
    assert len(set(people(run, own))) == 4


def test_a_person_and_an_institution_are_never_one(run, own):
    before = persons(run, own)

    said = run("judge", "same", "Lindqvist", "Sirmie", "--why", "essai", "--store", own)

    assert said.exit_code == 1
    assert "cannot be compared" in said.stderr
    assert persons(run, own) == before


def test_what_the_rules_decided_can_be_read(run, own):
    shown = run("show", "Belhadj", "--store", own).stdout
    accounts = [line.split()[1] for line in shown.splitlines() if line.startswith("  ") and "/person-" in line]

    listed = run("judge", "list", "--rules", "--store", own).stdout

    assert all(account in listed for account in accounts)
    assert "rule:" in listed
    assert "rule:" not in run("judge", "list", "--store", own).stdout
