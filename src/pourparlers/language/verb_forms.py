"""The forms of verbs: a lexicon of the commonest, and for all others what their ending shows."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pourparlers.resources import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

FINITE = frozenset({"present", "imperfect", "past", "future", "conditional", "subjunctive", "imperative"})


@dataclass(frozen=True, slots=True)
class Form:
    """One reading of an inflected form, with the values of `lexicon/verb_forms.tsv`.

    `tense` is a word of `VerbGroup.tense`: present, imperfect, past, future, conditional, subjunctive, imperative,
    infinitive, gerund (participle present) or participle (past). `person` is 0 where there is none. `homograph` tells
    what else the form may be: N noun, A adjective, X function word, T a verb that no other lexicon names, so that only
    the tagger can tell whether it is a verb here.
    """

    verb: str
    tense: str
    person: int
    plural: bool
    feminine: bool
    homograph: str

    @property
    def finite(self) -> bool:
        """Tell whether the form has a person."""
        return self.tense in FINITE


# ---------------------------------------------------------------------------------------------- the lexicon
_MOODS = frozenset({"conditional", "subjunctive", "imperative", "infinitive"})
_ORDER = ("present", "imperfect", "past", "future", "conditional", "participle", "infinitive", "gerund", "subjunctive")
_AUXILIARIES = frozenset({"avoir", "être", "aller"})


@cache
def forms() -> dict[str, tuple[Form, ...]]:
    """Return all readings of every form, lower case; auxiliaries, third persons and indicatives first."""
    found: dict[str, dict[Form, None]] = {}
    with lexicon("verb_forms.tsv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            mood, tense, person = row["mood"], row["tense"], row["person"]
            if mood == "participle":
                tense = "gerund" if tense == "present" else "participle"
            elif mood in _MOODS:
                tense = mood
            reading = Form(
                verb=row["verb"],
                tense=tense,
                person=int(person[0]) if person else 0,
                plural=person[1:] == "p" or row["number"] == "p",
                feminine=row["gender"] == "f",
                homograph=row["homograph"],
            )
            found.setdefault(row["form"], {})[reading] = None
    return {form: tuple(sorted(readings, key=_rank)) for form, readings in found.items()}


def _rank(form: Form) -> tuple[bool, bool, int, str]:
    """Order the readings of one form."""
    order = _ORDER.index(form.tense) if form.tense in _ORDER else len(_ORDER)
    return (form.verb not in _AUXILIARIES, form.person not in (0, 3), order, form.verb)


# ---------------------------------------------------------------------------------------------- other verbs
_TAGGED_MOODS = {"Cnd": "conditional", "Sub": "subjunctive", "Imp": "imperative"}
_TAGGED_TENSES = {"Imp": "imperfect", "Past": "past", "Fut": "future"}
_PARTICIPLE = re.compile(r".{2,}(?:[iu]e?s?|[iaeo]?[int]te?s?|is|ise|ises)")
_IN_ER = re.compile(r"(?P<stem>.+?)(?P<ending>eraient|erait|erions|eriez|erais|eront|era|erons|erez|erai|èrent)")
_LAST_LETTERS = frozenset("aestdzix")
_NO_PARTICIPLES = ("ité", "ités")  # "paternité": nouns far more often than participles


def told_by_ending(token: Token) -> Form | None:
    """Return the form of a verb that the lexicon lacks, by its ending and the tagger, None if it can be no verb.

    Nearly all verbs that the lexicon lacks end in -er: that is what the infinitive is guessed from.
    """
    word = token.lower_
    morph = token.morph.to_dict()
    shape, third = morph.get("VerbForm", "Fin"), morph.get("Person", "3") == "3"
    tense, verb = _ending(word, shape)
    if not tense:
        if shape != "Fin" or word.endswith(_NO_PARTICIPLES) or word[-1] not in _LAST_LETTERS:
            return None
        tense = _TAGGED_MOODS.get(morph.get("Mood", "")) or _TAGGED_TENSES.get(morph.get("Tense", ""), "present")
        if tense in ("present", "subjunctive") and word.endswith(("e", "ent")):
            verb = word.removesuffix("nt").removesuffix("e") + "er"
    finite = tense in FINITE
    return Form(
        verb=verb,
        tense=tense,
        person=int(morph.get("Person", "3")) if finite else 0,
        plural=word.endswith(("ent", "ont")) if finite and third else morph.get("Number") == "Plur",
        feminine=morph.get("Gender") == "Fem",
        homograph="",
    )


def _ending(word: str, shape: str) -> tuple[str, str]:  # one return for each ending
    """Return the tense and the infinitive that an ending shows, "" for what it does not show.

    Args:
        word: the form, lower case.
        shape: the tagger's `VerbForm`: Fin, Inf or Part.
    """
    if word.endswith(("é", "ée", "és", "ées")):
        return ("", "") if word.endswith(_NO_PARTICIPLES) else ("participle", re.sub("ée?s?$", "er", word))
    if shape == "Inf" and word.endswith(("er", "ir", "re")):
        return "infinitive", word
    if shape == "Inf" and word.endswith("a"):  # "concrétisa": the tagger knows few of these
        return "past", _soft(word[:-1]) + "er"
    if word.endswith("ant") and len(word) > 4:
        return "gerund", _infinitive(word[:-3])
    if shape == "Part":
        return ("participle", "") if _PARTICIPLE.fullmatch(word) else ("", "")
    if in_er := _IN_ER.fullmatch(word):
        ending = in_er["ending"]
        tense = "past" if ending == "èrent" else "conditional" if "i" in ending and ending != "erai" else "future"
        return tense, in_er["stem"] + "er"
    if word.endswith(("aient", "ait")):
        return "imperfect", _infinitive(re.sub("ai(?:en)?t$", "", word))
    return "", ""


def _infinitive(stem: str) -> str:
    """Return the infinitive of the stem of an imperfect: "finiss" is of "finir"."""
    return stem[:-2] + "ir" if stem.endswith("iss") else _soft(stem) + "er"


def _soft(stem: str) -> str:
    """Undo what "a" does to a stem: "lanç-ait" is of "lancer", "mange-ait" of "manger"."""
    return stem[:-1] + "c" if stem.endswith("ç") else stem.removesuffix("e") if stem.endswith("ge") else stem
