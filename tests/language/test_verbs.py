import csv
import importlib.util
from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.language import Language

from pourparlers import language
from pourparlers.language.document import Reading, VerbGroup
from pourparlers.model import Article, Block
from pourparlers.resources import lexicon

DATA = Path(__file__).parent / "data"
TOOL = Path(__file__).parents[2] / "tools/make_verb_forms.py"


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


VERBS, NOT_VERBS = table(DATA / "verbs.tsv"), table(DATA / "not_verbs.tsv")
NAMED = [row for name in ("speech_verbs.tsv", "meeting_triggers.tsv") for row in table(lexicon(name)) if row["verb"]]


def flags(group: VerbGroup) -> str:
    named = {
        f"{group.person}{'p' if group.plural else 's'}": True,
        "negated": group.negated,
        "passive": group.passive,
        "reflexive": group.reflexive,
        "clitic": group.clitic_subject is not None,
        f"modal={group.modal}": bool(group.modal),
        "shares": group.shares is not None,
    }
    return " ".join(name for name, holds in named.items() if holds)


def test_there_are_cases() -> None:
    assert len(VERBS) > 40
    assert len(NOT_VERBS) > 10
    assert len(NAMED) > 450


@pytest.mark.parametrize("case", VERBS, ids=lambda case: case["sentence"])
def test_a_group_and_its_tense(read: Callable[..., Reading], case: dict[str, str]) -> None:
    reading = read(case["sentence"])

    found = {reading.doc[v.start : v.end].text: (v.verb, v.tense, flags(v)) for v in reading.verbs}
    assert case["group"] in found
    assert found[case["group"]] == (case["verb"], case["tense"], case["flags"])


@pytest.mark.parametrize("case", NOT_VERBS, ids=lambda case: f"{case['word']}: {case['sentence']}")
def test_no_verb(read: Callable[..., Reading], case: dict[str, str]) -> None:
    reading = read(case["sentence"])

    assert case["word"] in [token.text for token in reading.doc]
    assert case["word"] not in [reading.doc[v.head].text for v in reading.verbs]


def test_the_verb_of_every_lexicon_entry_is_found_in_its_example(nlp: Language) -> None:
    articles = [
        Article(name=str(n), text=row["example"], reading=row["example"], blocks=(Block("body", 0, 9999),), sha256="")
        for n, row in enumerate(NAMED)
    ]

    readings = list(language.read_all(articles, nlp))

    found = [{verb for v in reading.verbs for verb in (v.verb, v.modal)} for reading in readings]
    missed = [row["example"] for row, verbs in zip(NAMED, found, strict=True) if not verbs & {*row["verb"].split("|")}]
    assert missed == []


def test_lookups(read: Callable[..., Reading]) -> None:
    reading = read("Le roi a longtemps reçu la reine. Puis elle est partie.")

    words = list(reading.lower)
    assert reading.verb_at(words.index("longtemps")) == 0
    assert reading.verb_at(words.index("reine")) is None
    assert reading.verbs_in(words.index("puis"), len(words)) == reading.verbs[1:]
    assert reading.sentence_at(words.index("elle")) == 1
    assert reading.tags[words.index("reine")] == "NOUN"


def test_the_table_of_forms_is_what_its_tool_writes() -> None:
    spec = importlib.util.spec_from_file_location("make_verb_forms", TOOL)
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)

    spec.loader.exec_module(tool)

    assert tool.table() == lexicon("verb_forms.tsv").read_text(encoding="utf-8")
