"""Verb groups: who does what, when and whether at all, told by the forms and only then by the tagger."""

from __future__ import annotations

import re
from dataclasses import dataclass
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
    NO_VERBS,
    OBJECT_CLITICS,
    PREPOSITIONS,
    QUALIFIERS,
    SUBJECT_PERSONS,
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
}
_NEAR, _FAR = 8, 14  # tokens between an auxiliary or modal and its verb, by the words alone, and if the parser agrees
_MARKS = frozenset({"«", "“", '"', "»", "”"})


def find(doc: Doc, spans: Iterable[tuple[int, int]]) -> tuple[VerbGroup, ...]:
    """Return the verb groups of the sentences `spans` of *doc*, in the order of their heads."""
    words = [token.lower_ for token in doc]
    tags = [token.pos_ for token in doc]
    table = verb_forms.forms()
    told = any(_only_past(table.get(word)) for word in words)
    found: list[VerbGroup] = []
    for start, end in spans:
        sentence = _Sentence(doc, words, tags, start, end, told)
        found.extend(sentence.groups(len(found)))
    return tuple(found)


def _only_past(readings: tuple[Form, ...] | None) -> bool:
    """Tell whether a form is a passé simple of the third person and nothing else."""
    return readings is not None and readings[0].tense == "past" and readings[0].person == 3 and len(readings) == 1


@dataclass(slots=True)
class _Chain:
    """The verbs of a group as they are found, from the first auxiliary or modal to the lexical verb."""

    head: int
    form: Form
    tense: str
    passive: bool = False
    modal: str = ""
    modal_token: int | None = None


@dataclass(slots=True, frozen=True)
class _Sentence:
    """The tokens `start:end` of a document, of which verb groups are wanted.

    `told` says that the article narrates in the passé simple, so that "dit", "finit" may be one.
    """

    doc: Doc
    words: list[str]
    tags: list[str]
    start: int
    end: int
    told: bool

    def groups(self, before: int) -> Iterator[VerbGroup]:
        """Yield the groups in the order of their heads; *before* is how many the sentences before have."""
        found: list[VerbGroup] = []
        i = self.start
        while i < self.end:
            form = self._opens(i)
            if form is None:
                i += 1
                continue
            group = self._group(i, form, found, before)
            found.append(group)
            yield group
            i = group.head + 1

    # ------------------------------------------------------------------------------------------ one group

    def _group(self, i: int, form: Form, found: list[VerbGroup], before: int) -> VerbGroup:
        """Return the group whose first verb is the token *i* in the reading *form*."""
        reflexive = self._reflexive(i)
        chain = _Chain(i, form, form.tense)
        self._auxiliaries(chain, reflexive)
        if chain.form.verb in MODALS and not chain.passive:
            self._modal(chain, reflexive)
        within = ("se", "s'", "nous") if (form.person, form.plural) == (1, True) else ("se", "s'")
        reflexive = reflexive or any(self.words[k] in within for k in range(i + 1, chain.head))
        person, plural, shares = form.person, form.plural, None
        tense, passive = chain.tense, chain.passive
        if tense == "participle":
            shared = self._shared(i, form, found)
            if shared is None:
                passive = form.verb not in MOVING
            else:
                model = found[shared]
                tense, passive, person, plural, shares = (
                    model.tense, model.passive, model.person, model.plural, before + shared,
                )  # fmt: skip
        return VerbGroup(
            start=i,
            end=chain.head + 1,
            head=chain.head,
            verb=chain.form.verb,
            tense=tense,
            person=person,
            plural=plural,
            negated=self._negated(i, chain.head, form.verb),
            passive=passive,
            reflexive=reflexive,
            finite=tense not in ("infinitive", "gerund", "participle"),
            clitic_subject=self._clitic(i, chain.head),
            modal=chain.modal,
            modal_token=chain.modal_token,
            shares=shares,
        )

    def _auxiliaries(self, chain: _Chain, reflexive: bool) -> None:
        """Go on from an auxiliary to its participle, and from "été" to the participle of a passive."""
        while chain.form.verb in ("avoir", "être") and not chain.passive:
            auxiliary = chain.form.verb
            participle = self._participle(chain.head, auxiliary)
            if participle is None:
                return
            k, form = participle
            if auxiliary == "avoir" or reflexive or form.verb in MOVING:
                if chain.form.tense == "participle":  # "a été": the tense is already that of "avoir"
                    chain.passive = True
                else:
                    chain.tense = _COMPOUND.get(chain.tense, chain.tense)
            else:
                chain.passive = True
            chain.head, chain.form = k, form
            if auxiliary == "être" or form.verb != "être":
                return

    def _modal(self, chain: _Chain, reflexive: bool) -> None:
        """Go on from a modal to the infinitive it governs, with the auxiliaries of that."""
        k = self._infinitive(chain.head, chain.form.verb)
        if k is None:
            return
        form = self._reading(k)
        if form is None:
            return
        chain.modal, chain.modal_token = chain.form.verb, chain.head
        chain.head, chain.form = k, form
        tense = chain.tense
        self._auxiliaries(chain, reflexive or self._reflexive(k))
        chain.tense = tense

    def _shared(self, i: int, form: Form, found: list[VerbGroup]) -> int | None:
        """Return the place of the group before whose auxiliary the participle *i* shares: "a reçu X et informé Y"."""
        k = i - 1
        while k >= self.start and (self.tags[k] == "ADV" or self.words[k] in _MARKS or self.words[k] in OBJECT_CLITICS):
            k -= 1
        if k < self.start or self.words[k] not in ("et", "ou", "puis", "mais", ","):
            return None
        for place in range(len(found) - 1, -1, -1):
            model = found[place]
            if model.finite and (model.start < model.head or model.shares is not None) and not model.modal:
                break
            if model.finite:
                return None
        else:
            return None
        token = self.doc[i]
        if token.dep_ == "conj" and token.head.i == model.head:
            return place
        if model.passive or form.plural or form.feminine:
            return None
        after = i + 1
        while after < self.end and (self.tags[after] == "ADV" or self.words[after] in _MARKS):
            after += 1
        if after >= self.end:
            return None
        governs = self.tags[after] in ("DET", "PROPN") or self.words[after] in ("que", "qu'", "à", "au", "aux", "avec")
        return place if governs else None

    # ------------------------------------------------------------------------------------------ forms

    def _reading(self, i: int) -> Form | None:
        """Return what verb form the token is, whether or not it stands for a verb here."""
        readings = self._table(i)
        if readings is None:
            return _tagged(self.doc[i]) if self.tags[i] in ("VERB", "AUX") else None
        return readings[0] if len(readings) == 1 else self._choose(i, readings)

    def _table(self, i: int) -> tuple[Form, ...] | None:
        return verb_forms.forms().get(self.words[i])

    def _choose(self, i: int, readings: tuple[Form, ...]) -> Form:
        """Return the reading that fits the words before and the tagger."""
        subject = SUBJECT_PERSONS.get(self._subject(i))
        if subject is not None:
            for form in readings:
                if (form.person, form.plural) == subject and form.tense in _FINITE:
                    return self._dated(i, form, readings)
        morph = self.doc[i].morph
        verbal = self.tags[i] in ("VERB", "AUX")
        if any(form.tense == "participle" for form in readings) and any(form.tense in _FINITE for form in readings):
            finite = verbal and morph.get("VerbForm") != ["Part"] or self._inverted(i)
            readings = tuple(form for form in readings if (form.tense in _FINITE) == finite) or readings
        if morph.get("Mood") == ["Sub"] and self._after_that(i):
            for form in readings:
                if form.tense == "subjunctive":
                    return form
        return self._dated(i, readings[0], readings)

    def _dated(self, i: int, form: Form, readings: tuple[Form, ...]) -> Form:
        """Return *form*, or its passé simple in an article told in that tense ("il finit")."""
        if self.told and form.tense == "present" and self.doc[i].morph.get("Tense") == ["Past"]:
            for other in readings:
                if other.tense == "past" and (other.person, other.plural) == (form.person, form.plural):
                    return other
        return form

    def _subject(self, i: int) -> str:
        """Return the word before *i*, object clitics and "ne" left out."""
        k = i - 1
        while k >= self.start and (self.words[k] in OBJECT_CLITICS or self.words[k] in ("ne", "n'")):
            if self.words[k] in ("nous", "vous") and (k == self.start or self.words[k - 1] not in ("nous", "vous")):
                break
            k -= 1
        return self.words[k] if k >= self.start else ""

    def _after_that(self, i: int) -> bool:
        """Tell whether "que" stands a few words before."""
        return any(self.words[k] in ("que", "qu'") for k in range(max(self.start, i - 10), i))

    def _inverted(self, i: int) -> bool:
        """Tell whether an inverted clitic follows: "dit-il", "a-t-on", "a t-il"."""
        following = self.words[i + 1] if i + 1 < self.end else ""
        return following in INVERTED or following == "-t" or (following == "t" and self._inverted(i + 1))

    def _opens(self, i: int) -> Form | None:
        """Return the reading of the token if it begins a verb group, else None."""
        tag = self.tags[i]
        readings = self._table(i)
        if readings is None:
            known = tag not in ("VERB", "AUX") or not self.words[i].isalpha() or self.words[i] in NO_VERBS
            return None if known else _tagged(self.doc[i])
        form = readings[0] if len(readings) == 1 else self._choose(i, readings)
        previous = self.words[i - 1] if i > self.start else ""
        finite = form.tense in _FINITE
        if self._inverted(i) and finite:
            return form
        if previous in DETERMINERS or (finite and previous in PREPOSITIONS):
            return None
        if previous in QUALIFIERS and form.homograph and form.verb not in ("avoir", "être"):
            return None
        if (form.person == 2 or (form.person == 1 and finite and form.verb)) and not form.plural:
            pronouns = ("je", "j'") if form.person == 1 else ("tu", "t'")
            if not any(word in pronouns for word in self.words[max(self.start, i - 8) : i]):
                return None  # "titres", "notes", "puis": such forms need their "tu" or "je"
        if "X" in form.homograph and form.verb not in ("avoir", "être"):
            if not finite and form.tense != "infinitive":
                return None
            if self.words[i] == "entre" and (i + 1 >= self.end or self.words[i + 1] not in ("en", "dans", "à", "au")):
                return None
        if (
            self.doc[i].text == "A"
            and i == self.start
            and self._participle(i, "avoir") is None
            and not self._inverted(i)
        ):
            return None  # "A l'issue de": a preposition without its accent
        if self._phrase(i, previous):
            return None
        if self.words[i] == "soit" and not self._after_that(i):
            return None
        if tag in ("VERB", "AUX"):
            return form
        return self._untagged(i, form, previous)

    def _phrase(self, i: int, previous: str) -> bool:
        """Tell whether the token belongs to a phrase in which it is no verb: "à partir de", "dans l'est du pays"."""
        word = self.words[i]
        if word == "partir":
            return previous in ("à", "a")
        if word == "est":
            return previous == "l'" and (i - 2 < self.start or self.words[i - 2] in _BEFORE_EAST)
        return word in NO_VERBS or (word == "savoir" and previous == "à")

    def _untagged(self, i: int, form: Form, previous: str) -> Form | None:
        """Return the form if it is a verb although the tagger takes it for something else."""
        if "T" in form.homograph or (i > self.start and self.doc[i].text[:1].isupper() and previous not in _MARKS):
            return None
        following = self.words[i + 1] if i + 1 < self.end else ""
        if form.tense == "participle":
            return form if following == "par" else None
        if form.tense == "gerund":
            return form if previous == "en" or not form.homograph and previous == "," else None
        if form.tense == "infinitive":
            return form if not form.homograph and (previous in PREPOSITIONS or previous in ("ne", "pas")) else None
        if previous in ("ne", "n'", "se", "s'", "il", "elle", "on", "ils", "elles", "qui"):
            return form
        if form.homograph:
            return form if previous in ("»", "”") or (previous == "," and self._quoted(i - 2)) else None
        return form if previous not in ("l'", "la", "le", "les", "leur") else None

    def _quoted(self, i: int) -> bool:
        return i >= self.start and self.words[i] in ("»", "”", '"')

    # ------------------------------------------------------------------------------------------ links

    def _participle(self, i: int, auxiliary: str) -> tuple[int, Form] | None:
        """Return the past participle that the auxiliary *i* takes, with its token."""
        aside = False  # between two commas: "a, pour sa part, annoncé"
        for k in range(i + 1, min(self.end, i + 1 + _NEAR)):
            word = self.words[k]
            past = self._past(k)
            if past is not None and not (aside and self.words[k - 1] != ","):
                if self._nominal(k, past) or (auxiliary == "être" and self.tags[k] == "ADJ" and "A" in past.homograph):
                    past = None
                else:
                    return k, past
            if word == ",":
                aside = not aside
            elif not (aside or self._fills(k)):
                break
        head = self.doc[i].head.i
        if i < head < min(self.end, i + _FAR) and self.doc[i].dep_[:3] == "aux":
            past = self._past(head)
            if past is not None:
                for k in range(i + 1, head):
                    if self.words[k] == "été":
                        return k, verb_forms.forms()["été"][0]
                return head, past
        return None

    def _past(self, k: int) -> Form | None:
        """Return the past participle that the token may be."""
        readings = self._table(k)
        if readings is not None:
            return next((form for form in readings if form.tense == "participle"), None)
        if self.tags[k] in ("VERB", "AUX", "ADJ"):
            tagged = _tagged(self.doc[k])
            return tagged if tagged is not None and tagged.tense == "participle" else None
        return None

    def _nominal(self, k: int, form: Form) -> bool:
        """Tell whether the participle is a noun here, or part of a phrase ("tout à fait")."""
        previous = self.words[k - 1]
        if (
            previous in DETERMINERS
            or previous in PREPOSITIONS
            or previous in ("en", "au", "le", "la", "les", "l'", "leur")
        ):
            return True
        return self.tags[k] == "NOUN" and bool(form.homograph) and self.tags[k - 1] in ("DET", "ADJ", "NUM")

    def _fills(self, k: int) -> bool:
        """Tell whether the token may stand between an auxiliary and its participle."""
        word = self.words[k]
        return self.tags[k] == "ADV" or word in FILLERS or word in INVERTED or word in ("-t", "t") or word.isspace()

    def _infinitive(self, i: int, modal: str) -> int | None:
        """Return the infinitive that the modal *i* governs ("vient" needs "de")."""
        linked = modal != "venir"
        aside = False
        for k in range(i + 1, min(self.end, i + 1 + _NEAR)):
            word = self.words[k]
            if self.tags[k] in ("VERB", "AUX", "NOUN") and not aside:
                reading = self._reading(k)
                if reading is not None and reading.tense == "infinitive" and self.words[k - 1] not in DETERMINERS:
                    return (
                        k
                        if linked and (modal == "venir" or self.words[k - 1] not in ("de", "d'", "à", "pour"))
                        else None
                    )
            if word in ("de", "d'") and modal == "venir":
                linked = True
            elif word == ",":
                aside = not aside
            elif not (aside or self._fills(k) or word in OBJECT_CLITICS or word in ("ne", "n'")):
                break
        for k in range(i + 1, min(self.end, i + _FAR) if linked and modal != "venir" else i):
            token = self.doc[k]
            governor = token.head.head if token.dep_[:3] == "aux" else token.head
            if governor.i == i and self.tags[k] in ("VERB", "AUX") and self.words[k - 1] not in PREPOSITIONS:
                reading = self._reading(k)
                if reading is not None and reading.tense == "infinitive":
                    return k
        return None

    # ------------------------------------------------------------------------------------------ what goes with it

    def _negated(self, start: int, head: int, verb: str) -> bool:
        """Tell whether "ne" and a second word negate the group ("ne ... que" does not)."""
        k = start - 1
        while k >= max(self.start, start - 5) and self.words[k] not in ("ne", "n'"):
            if self.words[k] not in OBJECT_CLITICS and self.words[k] not in NEGATIONS:
                return False
            k -= 1
        if k < max(self.start, start - 5):
            return False
        near = self.words[k : min(self.end, head + 5)]
        if any(word in NEGATIONS for word in near):
            return True
        if any(word in _NOBODY for word in self.words[max(self.start, k - 8) : k]):
            return True
        return verb in BARE_NEGATION and "que" not in near and "qu'" not in near

    def _reflexive(self, start: int) -> bool:
        """Tell whether a reflexive pronoun stands before the verb."""
        for k in range(start - 1, max(self.start, start - 4) - 1, -1):
            word = self.words[k]
            if word in ("se", "s'"):
                return True
            if word in ("nous", "vous"):
                return k > self.start and self.words[k - 1] in (word, "ne", "n'") and self._subject(k) in (word, "")
            if word in ("me", "m'"):
                return self._subject(k) in ("je", "j'")
            if word not in ("ne", "n'", "y", "en", "le", "la", "les", "l'"):
                return False
        return False

    def _clitic(self, start: int, head: int) -> int | None:
        """Return the inverted subject clitic of the group."""
        for k in range(start + 1, min(self.end, head + 3)):
            word = self.words[k]
            if word in INVERTED:
                return k
            if k > head and word not in ("-t", "t"):
                return None
        return None


_BEFORE_EAST = frozenset({"à", "dans", "de", "vers", "et", "sur", "par", ","})
_NOBODY = frozenset({"aucun", "aucune", "personne", "rien", "nul", "nulle", "ni", "jamais"})


def _tagged(token: Token) -> Form | None:
    """Return the form of a verb that the lexicon lacks, by its ending and the tagger's morphology, None if it is no verb."""
    word = token.lower_
    morph = token.morph.to_dict()
    tense, verb = _by_ending(word, morph.get("VerbForm", "Fin"))
    if not tense:
        mood = morph.get("Mood", "Ind")
        tense = _MOODS.get(mood) or _TIMES.get(morph.get("Tense", "Pres"), "present")
        if morph.get("VerbForm") in ("Inf", "Part") or word.endswith(("ité", "ités")) or word[-1] not in _LAST_LETTERS:
            return None
        if tense in ("present", "subjunctive") and word.endswith(("e", "ent")):
            verb = word.removesuffix("nt").removesuffix("e") + "er"
    finite = tense in _FINITE
    return Form(
        verb=verb,
        tense=tense,
        person=int(morph.get("Person", "3")) if finite else 0,
        plural=word.endswith(("ent", "ont"))
        if finite and morph.get("Person", "3") == "3"
        else morph.get("Number") == "Plur",
        feminine=morph.get("Gender") == "Fem",
        etre=False,
        homograph="",
    )


_MOODS = {"Cnd": "conditional", "Sub": "subjunctive", "Imp": "imperative"}
_TIMES = {"Imp": "imperfect", "Past": "past", "Fut": "future"}
_PARTICIPLES = re.compile(r".{2,}(?:[iu]e?s?|[iaeo]?[int]te?s?|is|ise|ises)")


def _by_ending(word: str, shape: str) -> tuple[str, str]:
    """Return the tense and the infinitive that the ending of an unknown verb shows; "" for what it does not show.

    Nearly all verbs that the lexicon lacks end in -er.
    """
    if word.endswith(("é", "ée", "és", "ées")):
        return ("", "") if word.endswith(("ité", "ités")) else ("participle", word.rstrip("es").rstrip("é") + "er")
    if shape == "Inf":
        return (
            ("infinitive", word)
            if word.endswith(("er", "ir", "re"))
            else ("past", word[:-1] + "er")
            if word[-1] == "a"
            else ("", "")
        )
    if word.endswith("ant") and len(word) > 4:
        stem = word[:-3]
        return "gerund", stem[:-2] + "ir" if stem.endswith("iss") else _soft(stem) + "er"
    if shape == "Part":
        return ("participle", "") if _PARTICIPLES.fullmatch(word) else ("", "")
    for endings, tense in ((_FUTURES, "future"), (_CONDITIONALS, "conditional")):
        for ending in endings:
            if word.endswith(ending):
                return tense, word[: -len(ending)] + "er"
    if word.endswith(("aient", "ait")):
        stem = word.removesuffix("aient").removesuffix("ait")
        return "imperfect", stem[:-2] + "ir" if stem.endswith("iss") else _soft(stem) + "er"
    if word.endswith("èrent"):
        return "past", word.removesuffix("èrent") + "er"
    return "", ""


_LAST_LETTERS = frozenset("aestdzix")
_FUTURES = ("eront", "era", "erons", "erez", "erai")
_CONDITIONALS = ("eraient", "erait", "erions", "eriez", "erais")


def _soft(stem: str) -> str:
    """Undo what "a" does to a stem: "lanç-ait" is of "lancer", "mange-ait" of "manger"."""
    return stem[:-1] + "c" if stem.endswith("ç") else stem.removesuffix("e") if stem.endswith("ge") else stem
