"""Which tokens are verbs here, and in which form: the form lexicon asks the words around, then the tagger."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pourparlers.language.patterns import (
    BEFORE_EAST,
    DETERMINERS,
    FILLERS,
    INVERTED,
    NO_VERBS,
    OBJECT_CLITICS,
    PREPOSITIONS,
    QUALIFIERS,
    QUOTATION_MARKS,
    SUBJECT_PERSONS,
)
from pourparlers.language.verb_forms import Form, forms, told_by_ending

if TYPE_CHECKING:
    from spacy.tokens import Doc

_VERBAL = ("VERB", "AUX")
_FINITE_AFTER = frozenset({"ne", "n'", "se", "s'", "il", "elle", "on", "ils", "elles", "qui"})
_NAMES = frozenset({"PROPN", "NOUN", "ADJ", "X"})
_PLACES = frozenset({"en", "dans", "à", "au"})


@dataclass(slots=True, frozen=True)
class Tokens:
    """The tokens `start:end` of a document, a sentence in which verbs are wanted.

    `told` says that the article narrates in the passé simple, so that "dit", "finit" may be one.
    """

    doc: Doc
    words: list[str]
    tags: list[str]
    start: int
    end: int
    told: bool

    # ------------------------------------------------------------------------------------------ words around

    def before(self, i: int) -> str:
        """Return the word before *i*."""
        return self.words[i - 1] if i > self.start else ""

    def after(self, i: int) -> str:
        """Return the word after *i*."""
        return self.words[i + 1] if i + 1 < self.end else ""

    def subject(self, i: int) -> str:
        """Return the word before *i*, object clitics and "ne" left out."""
        k = i - 1
        while k >= self.start and (self.words[k] in OBJECT_CLITICS or self.words[k] in ("ne", "n'")):
            if self.words[k] in ("nous", "vous") and self.before(k) not in ("nous", "vous"):
                break
            k -= 1
        return self.words[k] if k >= self.start else ""

    def inverted(self, i: int) -> bool:
        """Tell whether an inverted clitic follows: "dit-il", "a-t-on", "a t-il"."""
        following = self.after(i)
        return following in INVERTED or following == "-t" or (following == "t" and self.inverted(i + 1))

    def fills(self, i: int) -> bool:
        """Tell whether the token may stand between an auxiliary and its participle."""
        word = self.words[i]
        return self.tags[i] == "ADV" or word in FILLERS or word in INVERTED or word in ("-t", "t") or word.isspace()

    def _near(self, i: int, wanted: tuple[str, ...], reach: int) -> bool:
        """Tell whether one of the words *wanted* stands among the *reach* words before *i*."""
        return any(word in wanted for word in self.words[max(self.start, i - reach) : i])

    # ------------------------------------------------------------------------------------------ forms

    def form(self, i: int) -> Form | None:
        """Return what verb form the token is, whether or not it stands for a verb here."""
        readings = forms().get(self.words[i])
        if readings is None:
            return told_by_ending(self.doc[i]) if self.tags[i] in _VERBAL else None
        return readings[0] if len(readings) == 1 else self._choose(i, readings)

    def past_participle(self, i: int) -> Form | None:
        """Return the past participle that the token may be."""
        readings = forms().get(self.words[i])
        if readings is not None:
            return next((form for form in readings if form.tense == "participle"), None)
        told = told_by_ending(self.doc[i]) if self.tags[i] in (*_VERBAL, "ADJ") else None
        return told if told is not None and told.tense == "participle" else None

    def _choose(self, i: int, readings: tuple[Form, ...]) -> Form:
        """Return the reading that fits the words before and the tagger."""
        subject = SUBJECT_PERSONS.get(self.subject(i))
        if subject is not None:
            for form in readings:
                if (form.person, form.plural) == subject and form.finite:
                    return self._dated(i, form, readings)
        morph = self.doc[i].morph
        if any(form.tense == "participle" for form in readings) and any(form.finite for form in readings):
            tagged = self.tags[i] in _VERBAL and morph.get("VerbForm", []) != ["Part"]
            finite = tagged or self.inverted(i) or self.before(i) in ("ne", "n'")
            readings = tuple(form for form in readings if form.finite == finite) or readings
        if morph.get("Mood", []) == ["Sub"] and self._near(i, ("que", "qu'"), 10):
            for form in readings:
                if form.tense == "subjunctive":
                    return form
        return self._dated(i, readings[0], readings)

    def _dated(self, i: int, form: Form, readings: tuple[Form, ...]) -> Form:
        """Return *form*, or its passé simple in an article told in that tense ("il finit")."""
        if self.told and form.tense == "present" and self.doc[i].morph.get("Tense", []) == ["Past"]:
            for other in readings:
                if other.tense == "past" and (other.person, other.plural) == (form.person, form.plural):
                    return other
        return form

    # ------------------------------------------------------------------------------------------ verb or not

    def opens(self, i: int) -> Form | None:
        """Return the form of the token if it begins a verb group, else None."""
        word, tag = self.words[i], self.tags[i]
        if tag not in _VERBAL and word not in forms():
            return None
        form = self.form(i)
        if form is None or (not word.isalpha() and word not in forms()) or word in NO_VERBS:
            return None
        if form.finite and self.inverted(i):
            return form
        if self._barred(i, form) or self._phrase(i, form):
            return None
        return form if tag in _VERBAL or self._needs_no_tag(i, form) else None

    def _barred(self, i: int, form: Form) -> bool:
        """Tell whether the words before the token rule a verb out."""
        previous = self.before(i)
        if previous in DETERMINERS or (form.finite and previous in PREPOSITIONS):
            return True
        if previous in QUALIFIERS and form.homograph and form.verb not in ("avoir", "être"):
            return True
        if form.finite and form.person in (1, 2) and not form.plural:
            # "titres", "notes", "puis": such forms need their pronoun.
            return not self._near(i, ("je", "j'") if form.person == 1 else ("tu", "t'"), 8)
        return False

    def _phrase(self, i: int, form: Form) -> bool:  # one return for each phrase
        """Tell whether the token is part of a phrase in which it is no verb: "à partir de", "dans l'est du pays"."""
        word, previous = self.words[i], self.before(i)
        if word == "partir":
            return previous in ("à", "a")
        if word == "savoir":
            return previous == "à"
        if word == "vienne":
            return self.doc[i].text[0] == "V"
        if word == "est":
            return previous == "l'" and (i - 2 < self.start or self.words[i - 2] in BEFORE_EAST)
        if word == "soit":
            return not self._near(i, ("que", "qu'"), 10)
        if self.doc[i].text == "A":  # "A l'issue de": a preposition without its accent
            return i + 1 == self.end or self.past_participle(i + 1) is None
        if "X" in form.homograph and form.verb not in ("avoir", "être"):
            if word == "entre":
                return self.after(i) not in _PLACES
            return not form.finite and form.tense != "infinitive"
        return False

    def _needs_no_tag(self, i: int, form: Form) -> bool:
        """Tell whether the token is a verb although the tagger takes it for something else."""
        previous = self.before(i)
        text = self.doc[i].text
        named = text[:1].isupper() and not (text.isupper() and len(text) > 3)  # "SIGNENT" stands in a headline
        if "T" in form.homograph or (named and previous and previous not in QUOTATION_MARKS):
            return False
        if not form.finite:
            return {
                "participle": self.after(i) == "par",
                "gerund": previous == "en" or (not form.homograph and previous == ","),
                "infinitive": not form.homograph and (previous in PREPOSITIONS or previous in ("ne", "pas")),
            }[form.tense]
        if previous in _FINITE_AFTER:
            return True
        if form.homograph:
            return self._stands_as_verb(i, previous)
        return previous not in ("l'", "la", "le", "les", "leur")

    def _stands_as_verb(self, i: int, previous: str) -> bool:
        """Tell whether a form that is often a noun stands where only a verb can: "..., note la ministre"."""
        if previous in ("»", "”"):
            return True
        if i + 1 >= self.end:
            return False
        determined = self.tags[i + 1] == "DET" or self.words[i + 1] in ("l'", "le", "la", "les", "un", "une")
        if previous == ",":
            return determined or self.words[i - 2] in QUOTATION_MARKS
        named = i > self.start and self.doc[i - 1].text[:1].isupper() and self.tags[i - 1] in _NAMES
        if not named or not (determined or self.tags[i + 1] in ("ADP", "PROPN", "SCONJ") or self._quoted(i + 1)):
            return False
        others = (self.doc[k] for k in range(self.start, self.end) if self.tags[k] in _VERBAL)
        return not any(token.morph.get("VerbForm", []) == ["Fin"] for token in others)

    def _quoted(self, i: int) -> bool:
        return self.words[i] in QUOTATION_MARKS
