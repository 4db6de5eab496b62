"""Verb groups: who does what, when and whether at all, told by the forms and only then by the tagger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pourparlers.language import verb_forms
from pourparlers.language.document import VerbGroup
from pourparlers.language.patterns import (
    BARE_NEGATION,
    DETERMINERS,
    FILLERS,
    INVERTED,
    MODALS,
    MOVING,
    NEGATIONS,
    OBJECT_CLITICS,
    SUBJECT_CLITICS,
)
from pourparlers.language.verb_forms import Form

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc, Token

_FINITE = frozenset({"present", "imperfect", "past", "future", "conditional", "subjunctive", "imperative"})
_COMPOUND = {
    "present": "perfect",
    "imperfect": "pluperfect",
    "past": "pluperfect",
    "future": "future-perfect",
    "conditional": "conditional-perfect",
    "subjunctive": "subjunctive",
    "infinitive": "infinitive",
    "gerund": "gerund",
    "imperative": "imperative",
}
_REACH = 8  # tokens between an auxiliary and its participle


def find(doc: Doc, spans: Iterable[tuple[int, int]]) -> tuple[VerbGroup, ...]:
    """Return the verb groups of the sentences `spans` of *doc*, in the order of their heads."""
    words = [token.lower_ for token in doc]
    pos = [token.pos_ for token in doc]
    return tuple(group for start, end in spans for group in _Sentence(doc, words, pos, start, end).groups())


class _Sentence:
    """The verb groups of one sentence; its tokens are `start:end` of the document."""

    def __init__(self, doc: Doc, words: list[str], pos: list[str], start: int, end: int) -> None:
        self.doc, self.words, self.pos, self.start, self.end = doc, words, pos, start, end
        self.table = verb_forms.forms()

    def groups(self) -> Iterator[VerbGroup]:
        """Yield the groups in the order of their heads."""
        i = self.start
        while i < self.end:
            form = self._form(i)
            if form is None:
                i += 1
                continue
            group = self._group(i, form)
            yield group
            i = group.head + 1

    # ------------------------------------------------------------------------------------------ one group

    def _group(self, i: int, form: Form) -> VerbGroup:
        """Return the group whose first verb is the token *i* in the reading *form*."""
        first, modal, modal_token = form, "", None
        head, tense = i, form.tense
        passive = False
        while True:
            if form.verb in ("avoir", "être") and form.tense != "participle":
                found = self._participle(head, form.verb)
                if found is not None:
                    k, participle = found
                    if form.verb == "avoir":
                        tense = _COMPOUND.get(tense, tense)
                        if participle.verb == "être":
                            deeper = self._participle(k, "être")
                            if deeper is not None:
                                k, participle = deeper
                                passive = True
                    elif self._active(i, participle):
                        tense = _COMPOUND.get(tense, tense)
                    else:
                        passive = True
                    head, form = k, participle
                    if participle.verb not in MODALS:
                        break
            if form.verb in MODALS and not modal and not passive:
                k = self._infinitive(head, form.verb)
                if k is not None:
                    inner = self._reading(k)
                    if inner is not None and inner.tense == "infinitive":
                        modal, modal_token = form.verb, head
                        head, form = k, inner
                        if inner.verb in ("avoir", "être"):
                            found = self._participle(k, inner.verb)
                            if found is not None:
                                head, form = found
                                if inner.verb == "avoir" and form.verb == "être":
                                    deeper = self._participle(head, "être")
                                    if deeper is not None:
                                        head, form = deeper
                                        passive = True
                                elif inner.verb == "être":
                                    passive = form.verb not in MOVING and not self._reflexive(i, head)
            break
        if tense == "participle" and head == i:
            passive = form.verb not in MOVING and (not self.table.get(self.words[i]) or not form.etre or form.verb not in MOVING)
        finite = tense not in ("infinitive", "gerund", "participle")
        return VerbGroup(
            start=i,
            end=head + 1,
            head=head,
            verb=form.verb,
            tense=tense,
            person=first.person,
            plural=first.plural,
            negated=self._negated(i, head, first.verb),
            passive=passive,
            reflexive=self._reflexive(i, head),
            finite=finite,
            clitic_subject=self._clitic(i, head),
            modal=modal,
            modal_token=modal_token,
        )

    def _active(self, i: int, participle: Form) -> bool:
        """Tell whether "être" before *participle* makes a compound tense, no passive."""
        return participle.verb in MOVING or self._reflexive(i, i)

    # ------------------------------------------------------------------------------------------ tokens

    def _reading(self, i: int) -> Form | None:
        """Return what form the token is, guards left out: by the lexicon, else by the tagger."""
        readings = self.table.get(self.words[i])
        if readings is None:
            return _tagged(self.doc[i]) if self.pos[i] in ("VERB", "AUX") else None
        return readings[0] if len(readings) == 1 else self._choose(i, readings)

    def _choose(self, i: int, readings: tuple[Form, ...]) -> Form:
        """Return the reading that fits the words before and the tagger."""
        before = self._before(i)
        if before in ("je", "j'", "tu", "nous", "vous"):
            want = {"je": 1, "j'": 1, "tu": 2, "nous": 1, "vous": 2}[before]
            for form in readings:
                if form.person == want and form.plural == (before in ("nous", "vous")):
                    return form
        if any(form.tense == "participle" for form in readings) and any(form.tense in _FINITE for form in readings):
            finite = self.doc[i].morph.get("VerbForm") != ["Part"] and self.pos[i] in ("VERB", "AUX")
            for form in readings:
                if (form.tense in _FINITE) == finite:
                    return form
        morph = self.doc[i].morph
        mood, tense = morph.get("Mood"), morph.get("Tense")
        if mood == ["Sub"] and any(form.tense == "subjunctive" for form in readings) and self._after_that(i):
            return next(form for form in readings if form.tense == "subjunctive")
        if tense == ["Past"] and mood == ["Ind"]:
            for form in readings:
                if form.tense == "past" and form.person == 3:
                    return form
        return readings[0]

    def _after_that(self, i: int) -> bool:
        """Tell whether "que" stands a few words before."""
        return any(self.words[k] in ("que", "qu'", "afin", "pour") for k in range(max(self.start, i - 10), i))

    def _before(self, i: int) -> str:
        """Return the word before *i*, object clitics and "ne" left out."""
        k = i - 1
        while k >= self.start and (self.words[k] in OBJECT_CLITICS or self.words[k] in ("ne", "n'")):
            if self.words[k] in ("nous", "vous") and (k == self.start or self.words[k - 1] not in ("nous", "vous")):
                break
            k -= 1
        return self.words[k] if k >= self.start else ""

    def _form(self, i: int) -> Form | None:
        """Return the reading of the token if it begins a verb group, else None."""
        pos = self.pos[i]
        readings = self.table.get(self.words[i])
        if readings is None:
            return _tagged(self.doc[i]) if pos in ("VERB", "AUX") else None
        form = readings[0] if len(readings) == 1 else self._choose(i, readings)
        previous = self.words[i - 1] if i > self.start else ""
        following = self.words[i + 1] if i + 1 < self.end else ""
        if following in INVERTED or following in ("-t", "t") and form.tense in _FINITE:
            return form
        if pos in ("VERB", "AUX"):
            if previous in DETERMINERS and form.tense != "infinitive":
                return None if form.homograph or form.tense not in ("participle", "gerund") else form
            return form
        if self.doc[i].is_title and i > self.start:
            return None
        if form.tense in ("participle", "gerund"):
            return form if following == "par" and form.tense == "participle" and previous not in DETERMINERS else None
        if form.tense == "infinitive":
            return form if not form.homograph and previous in ("de", "d'", "à", "pour", "ne", "sans") else None
        if previous in ("ne", "n'", "se", "s'", "il", "elle", "on", "ils", "elles", "qui"):
            return form
        if form.homograph:
            return form if previous in ("»", "”") or previous == "," and self._quoted(i - 2) else None
        return form if previous not in DETERMINERS and previous not in ("l'", "la", "le", "les", "de", "d'") else None

    def _quoted(self, i: int) -> bool:
        return i >= self.start and self.words[i] in ("»", "”", '"')

    def _participle(self, i: int, auxiliary: str) -> tuple[int, Form] | None:
        """Return the past participle that the auxiliary *i* takes, with its token."""
        comma = False
        for k in range(i + 1, min(self.end, i + 1 + (_REACH if auxiliary == "avoir" else 5))):
            word = self.words[k]
            readings = self.table.get(word)
            past = next((form for form in readings or () if form.tense == "participle"), None)
            if readings is None and self.pos[k] in ("VERB", "AUX", "ADJ"):
                tagged = _tagged(self.doc[k])
                past = tagged if tagged.tense == "participle" else None
            if past is not None and not self._noun(k, past, comma):
                if auxiliary == "être" and self.pos[k] == "ADJ" and "A" in past.homograph:
                    return None
                return k, past
            if word == ",":
                comma = not comma
            elif not (comma or self._fills(k)):
                return None
        return None

    def _noun(self, k: int, form: Form, inside: bool) -> bool:
        """Tell whether the participle at *k* is a noun, or stands in another construction."""
        if inside and self.words[k - 1] != ",":
            return True
        return self.words[k - 1] in DETERMINERS or (self.pos[k] == "NOUN" and bool(form.homograph) and self.words[k - 1] in ("le", "la", "l'", "les", "de", "d'"))

    def _fills(self, k: int) -> bool:
        """Tell whether the token may stand between an auxiliary and its participle."""
        word = self.words[k]
        return self.pos[k] == "ADV" or word in FILLERS or word in INVERTED or word in ("-t", "t") or word.isspace()

    def _infinitive(self, i: int, modal: str) -> int | None:
        """Return the infinitive that the modal *i* governs ("vient" needs "de")."""
        linked = modal != "venir"
        for k in range(i + 1, min(self.end, i + 9)):
            word = self.words[k]
            reading = self._reading(k)
            if reading is not None and reading.tense == "infinitive" and self.pos[k] in ("VERB", "AUX", "NOUN"):
                return k if linked else None
            if word in ("de", "d'") and modal == "venir":
                linked = True
            elif not (self._fills(k) or word in OBJECT_CLITICS or word in ("ne", "n'", ",")):
                return None
        return None

    def _negated(self, start: int, head: int, verb: str) -> bool:
        """Tell whether "ne" and a second word negate the group ("ne ... que" does not)."""
        for k in range(start - 1, max(self.start, start - 5) - 1, -1):
            word = self.words[k]
            if word in ("ne", "n'"):
                break
            if word not in OBJECT_CLITICS and word not in NEGATIONS:
                return False
        else:
            return False
        near = self.words[k : min(self.end, head + 5)]
        if any(word in NEGATIONS for word in near):
            return True
        subject = self.words[max(self.start, k - 8) : k]
        if any(word in ("aucun", "aucune", "personne", "rien", "nul", "nulle", "ni", "jamais") for word in subject):
            return True
        return verb in BARE_NEGATION and "que" not in near and "qu'" not in near

    def _reflexive(self, start: int, head: int) -> bool:
        """Tell whether a reflexive pronoun goes with the group."""
        for k in range(start - 1, max(self.start, start - 4) - 1, -1):
            word = self.words[k]
            if word in ("se", "s'"):
                return True
            if word in ("nous", "vous", "me", "m'", "te", "t'"):
                subject = self.words[k - 1] if k > self.start else ""
                return subject == word or (word in ("me", "m'") and subject in ("je", "j'"))
            if word not in ("ne", "n'", "y", "en", "le", "la", "les", "l'"):
                break
        return any(self.words[k] in ("se", "s'") for k in range(start, head))

    def _clitic(self, start: int, head: int) -> int | None:
        """Return the inverted subject clitic of the group."""
        for k in range(start + 1, min(self.end, head + 3)):
            word = self.words[k]
            if word in INVERTED:
                return k
            if k > head and word not in ("-t", "t"):
                return None
        return None


def _tagged(token: Token) -> Form:
    """Return the form of a verb that the lexicon lacks, from the tagger's morphology."""
    morph = token.morph.to_dict()
    shape, mood, time = morph.get("VerbForm", "Fin"), morph.get("Mood", "Ind"), morph.get("Tense", "Pres")
    if shape == "Inf":
        tense = "infinitive"
    elif shape == "Part":
        tense = "participle" if time == "Past" else "gerund"
    elif mood == "Cnd":
        tense = "conditional"
    elif mood == "Sub":
        tense = "subjunctive"
    elif mood == "Imp":
        tense = "imperative"
    else:
        tense = {"Imp": "imperfect", "Past": "past", "Fut": "future"}.get(time, "present")
    finite = tense in _FINITE
    return Form(
        verb="",
        tense=tense,
        person=int(morph.get("Person", "3")) if finite else 0,
        plural=morph.get("Number") == "Plur",
        feminine=morph.get("Gender") == "Fem",
        etre=False,
        homograph="",
    )


__all__ = ["SUBJECT_CLITICS", "find"]
