"""Who says it, when, to whom and how, where only the sentences around tell: a dateline, a visit, a title, a pronoun.

Data: `data/statements_occasions.tsv`, and by classes of sentences with their look-alikes `data/statements_classes.tsv`;
"¶" parts paragraphs, a text without a speaker holds no statement. Every text is published on Friday, 13 June 2025.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from pourparlers.extract import actors, statements
from pourparlers.language.document import Reading
from pourparlers.model import Block, Statement
from pourparlers.resolve import dating

DATA = [Path(__file__).parent / "data" / f"statements_{name}.tsv" for name in ("occasions", "classes")]
FIELDS = ("speaker", "cue", "content", "day", "addressee", "medium")
Row = tuple[str, ...]


def cases() -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    text = ""
    for path in DATA:
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                text = row["text"] or text
                said = found.setdefault(text, [])
                if row["speaker"]:
                    said.append(tuple(row[field] for field in FIELDS))
    return found


CASES = cases()


def test_there_are_cases_with_and_without_statements() -> None:
    assert len(CASES) > 90
    assert len([text for text, said in CASES.items() if not said]) >= 10


def paragraphs(text: str) -> tuple[Block, ...]:
    blocks, begin = [], 0
    for part in text.split("\n\n"):
        blocks.append(Block("body", begin, begin + len(part)))
        begin += len(part) + 2
    return tuple(blocks)


def row(reading: Reading, names: dict[str, str], said: Statement) -> Row:
    return (
        " + ".join(names[ref] for ref in said.speakers),
        " ".join(reading.words(passage) for passage in said.cue),
        " ".join(reading.words(passage) for passage in said.content),
        (said.time.edtf or "") if said.time else "",
        " + ".join(names[ref] for ref in said.addressees),
        said.medium or "",
    )


@pytest.mark.parametrize("printed", CASES)
def test_what_the_sentences_around_tell(read: Callable[..., Reading], printed: str) -> None:
    text = printed.replace("¶", "\n\n")
    reading = read(text, blocks=paragraphs(text), published="2025-06-13")
    entities = actors.extract(reading)

    said = statements.extract(reading, entities, dating.clock(reading, entities))

    names = {actor.id: actor.name for actor in (*entities.persons, *entities.institutions, *said.persons)}
    assert sorted(row(reading, names, s) for s in said.statements) == sorted(CASES[printed])
