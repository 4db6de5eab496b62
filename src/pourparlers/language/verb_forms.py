"""The form lexicon: which verb, tense and person an inflected form may be."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache

from pourparlers.resources import lexicon


@dataclass(frozen=True, slots=True)
class Form:
    """One reading of an inflected form, with the values of `lexicon/verb_forms.tsv`.

    `tense` is a word of `VerbGroup.tense`: present, imperfect, past, future, conditional, subjunctive, imperative,
    infinitive, gerund (participle present) or participle (past). `person` is 0 where there is none. `homograph` tells
    what else the form may be: N noun, A adjective, X function word, T a verb that no other lexicon names, so that only the
    tagger can tell whether it is a verb here.
    """

    verb: str
    tense: str
    person: int
    plural: bool
    feminine: bool
    etre: bool
    homograph: str


_TENSES = {
    "conditional": "conditional",
    "subjunctive": "subjunctive",
    "imperative": "imperative",
    "infinitive": "infinitive",
}


@cache
def forms() -> dict[str, tuple[Form, ...]]:
    """Return all readings of every form, lower case; third persons and indicatives first."""
    found: dict[str, dict[Form, None]] = {}
    with lexicon("verb_forms.tsv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            mood, tense, person = row["mood"], row["tense"], row["person"]
            if mood == "participle":
                name = "gerund" if tense == "present" else "participle"
            else:
                name = _TENSES.get(mood, tense)
            reading = Form(
                verb=row["verb"],
                tense=name,
                person=int(person[0]) if person else 0,
                plural=person[1:] == "p" or row["number"] == "p",
                feminine=row["gender"] == "f",
                etre="être" in row["auxiliary"],
                homograph=row["homograph"],
            )
            found.setdefault(row["form"], {})[reading] = None
    return {form: tuple(sorted(readings, key=_rank)) for form, readings in found.items()}


_AUXILIARIES = frozenset({"avoir", "être", "aller"})
_ORDER = ("present", "imperfect", "past", "future", "conditional", "participle", "infinitive", "gerund", "subjunctive")


def _rank(form: Form) -> tuple[bool, bool, int, str]:
    """Order the readings of one form: auxiliaries, the third person and the indicative before others."""
    order = _ORDER.index(form.tense) if form.tense in _ORDER else len(_ORDER)
    return (form.verb not in _AUXILIARIES, form.person not in (0, 3), order, form.verb)
