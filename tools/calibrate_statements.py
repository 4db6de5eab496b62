"""Measure every rule of the statements against annotated articles and write its confidence.

    python tools/calibrate_statements.py TEXTS GOLD [TEXTS GOLD ...]

TEXTS is a folder of articles, GOLD the folder of their annotations. Prints a table and rewrites
src/pourparlers/lexicon/statement_rules.tsv: `found` and `right` as counted, `confidence` = (right + 9) / (found + 10),
that is a prior of ten statements of which nine were right, so that a rule seen twice is not believed too much.
A statement is right if its text covers an annotated one and one of its speakers bears an annotated speaker's name.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from pathlib import Path

from pourparlers import articles, language
from pourparlers.evaluate import gold
from pourparlers.evaluate.names import known, name_score, text_score
from pourparlers.extract import extract
from pourparlers.language.document import Reading
from pourparlers.model import Article, Facts, Statement
from pourparlers.resources import lexicon

TABLE = lexicon("statement_rules.tsv")
PRIOR_RIGHT, PRIOR_FOUND = 9, 10


def names_of(annotated: gold.Gold) -> dict[str, tuple[frozenset[str], bool]]:
    """Return the names of every annotated actor by id, and whether it is a person."""
    both = ((annotated.actors, True), (annotated.institutions, False))
    return {i["id"]: (known([i["name"], *i.get("aliases", [])]), person) for items, person in both for i in items}


def is_right(statement: Statement, reading: Reading, facts: Facts, annotated: gold.Gold) -> bool:
    """Tell whether an annotated statement has this text and this speaker."""
    text = " ".join(reading.words(passage) for passage in statement.content)
    forms: set[str] = set()
    for actor in (*facts.persons, *facts.institutions):
        if actor.id in statement.speakers:
            forms |= {actor.name, *(reading.words(passage) for passage in actor.evidence)}
    wanted = names_of(annotated)
    for item in annotated.statements:
        if not text_score(item["text"], text):
            continue
        for ref in (*item["speaker"], *item.get("alt_speakers", [])):
            names, person = wanted.get(ref, (frozenset(), False))
            if name_score(names, known(forms), person=person) >= 0.6:
                return True
    return False


def count(texts: Path, annotations: Path, found: Counter[str], right: Counter[str]) -> None:
    """Add the statements of one folder of articles to the counts."""
    by_name = {item.article: item for item in gold.read_all(annotations)}
    read = [a for a in articles.read([texts]) if isinstance(a, Article) and Path(a.name).name in by_name]
    for reading in language.read_all(read, language.load()):
        annotated = by_name[Path(reading.article.name).name]
        facts = extract(reading)
        for statement in facts.statements:
            found[statement.rule] += 1
            right[statement.rule] += is_right(statement, reading, facts, annotated)


def main(arguments: list[str]) -> None:
    """Count, print, write."""
    found: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for texts, golds in zip(arguments[::2], arguments[1::2], strict=True):
        count(Path(texts), Path(golds), found, right)
    with TABLE.open(encoding="utf-8", newline="") as lines:
        rules = [row["rule"] for row in csv.DictReader(lines, delimiter="\t")]
    out = ["rule\tfound\tright\tconfidence"]
    for rule in dict.fromkeys((*rules, *sorted(found))):
        confidence = (right[rule] + PRIOR_RIGHT) / (found[rule] + PRIOR_FOUND)
        out.append(f"{rule}\t{found[rule]}\t{right[rule]}\t{confidence:.3f}")
    TABLE.write_text("\n".join(out) + "\n", encoding="utf-8")
    print("\n".join(out), f"all\t{found.total()}\t{right.total()}", sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
