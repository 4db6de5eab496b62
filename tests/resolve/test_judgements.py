"""The judgements file: written the same way every time, read back, changed and undone."""

import pytest

from pourparlers.errors import InvalidJudgement
from pourparlers.resolve.judgements import Judgement, add, read, undo, write

ONE, TWO, THREE = (f"https://w3id.org/pourparlers/id/person/{n * 16}" for n in "abc")
PREFIX = "@prefix pp: <https://w3id.org/pourparlers/ontology#> . "
SAME = Judgement(ONE, TWO, "same", "Chloé Marchand", "même fonction, « même » photo")
APART = Judgement(THREE, ONE, "different", "Chloé Marchand")


def test_what_is_written_is_read(tmp_path):
    path = tmp_path / "judgements.ttl"

    write(path, [SAME, APART])

    assert read(path) == (SAME, APART)


def test_no_file_no_judgement(tmp_path):
    assert read(tmp_path / "judgements.ttl") == ()


def test_the_same_judgements_give_the_same_bytes(tmp_path):
    write(tmp_path / "one.ttl", [SAME, APART])
    write(tmp_path / "two.ttl", [APART, SAME])

    assert (tmp_path / "one.ttl").read_bytes() == (tmp_path / "two.ttl").read_bytes()


def test_a_pair_has_no_order():
    assert Judgement(TWO, ONE, "same", "Chloé Marchand").pair == (ONE, TWO)


def test_a_second_thought_takes_the_place_of_the_first(tmp_path):
    path = tmp_path / "judgements.ttl"
    add(path, SAME)

    second = Judgement(TWO, ONE, "unsure", "Ali Vernet")
    add(path, second)

    assert read(path) == (second,)


def test_undo(tmp_path):
    path = tmp_path / "judgements.ttl"
    write(path, [SAME, APART])

    assert undo(path, TWO, ONE) == (APART,)
    assert read(path) == (APART,)
    with pytest.raises(InvalidJudgement, match="nothing was judged"):
        undo(path, TWO, ONE)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<x> <y> .", "judgements.ttl"),
        (PREFIX + "<u:j> a pp:Judgement ; pp:left <u:a> .", "has no <"),
        (
            PREFIX + '<u:j> a pp:Judgement ; pp:left <u:a> ; pp:right <u:b> ; pp:verdict "maybe" ; pp:judgedBy "x" .',
            "maybe",
        ),
        (
            PREFIX + '<u:j> a pp:Judgement ; pp:left <u:a> ; pp:right <u:a> ; pp:verdict "same" ; pp:judgedBy "x" .',
            "itself",
        ),
    ],
)
def test_damaged_files_are_refused(tmp_path, text, message):
    path = tmp_path / "judgements.ttl"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(InvalidJudgement, match=message):
        read(path)
