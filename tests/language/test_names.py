import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from pourparlers import authority
from pourparlers.language.document import Reading

DATA = Path(__file__).parent / "data"


def table(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


NAMES, NOT_NAMES = table("names.tsv"), table("not_names.tsv")


def test_there_are_cases() -> None:
    assert len(NAMES) > 15
    assert len(NOT_NAMES) > 5


@pytest.mark.parametrize("case", NAMES, ids=lambda case: f"{case['name']}: {case['sentence']}")
def test_a_name_and_whose_it_is(read: Callable[..., Reading], case: dict[str, str]) -> None:
    reading = read(case["sentence"])

    found = [(reading.doc[h.start : h.end].text, h.form, {*case["ids"].split()} <= {*h.ids}) for h in reading.hits]
    assert (case["name"], case["form"], True) in found


@pytest.mark.parametrize("case", NOT_NAMES, ids=lambda case: case["sentence"])
def test_a_common_word_is_no_name(read: Callable[..., Reading], case: dict[str, str]) -> None:
    reading = read(case["sentence"])

    assert case["name"] in case["sentence"]
    assert case["name"] not in [reading.doc[h.start : h.end].text for h in reading.hits]


def test_the_longest_name_wins_and_every_id_is_known(read: Callable[..., Reading]) -> None:
    reading = read("Le Conseil de sécurité des Nations unies et la Corée du Nord.")

    assert [reading.doc[h.start : h.end].text for h in reading.hits] == [
        "Conseil de sécurité des Nations unies",
        "Corée du Nord",
    ]
    assert all(authority.load().get(id_) is not None for hit in reading.hits for id_ in hit.ids)
    assert all(len(hit.kinds) == len(hit.ids) for hit in reading.hits)


def test_names_inside_that_of_a_gathering_are_found_too(read: Callable[..., Reading]) -> None:
    reading = read("Le sommet de l'Otan à Lisbonne a commencé.")

    found = [reading.doc[h.start : h.end].text for h in reading.hits]
    assert found == ["sommet de l'Otan à Lisbonne", "Otan", "Lisbonne"]
    assert reading.hits_in(reading.hits[1].start, len(reading.doc)) == reading.hits[1:]
