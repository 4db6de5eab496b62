"""Verb groups: who does what, when and whether at all, told by the forms and only then by the tagger and the parser."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pourparlers.language.document import VerbGroup
from pourparlers.language.patterns import (
    BARE_NEGATION,
    DETERMINERS,
    INVERTED,
    MODALS,
    MOVING,
    NEGATIONS,
    NOBODY,
    OBJECT_CLITICS,
    PREPOSITIONS,
    QUOTATION_MARKS,
)
from pourparlers.language.verb_forms import Form, forms
from pourparlers.language.verb_tokens import Tokens

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc

_COMPOUND = {
    "present": "perfect",
    "imperfect": "pluperfect",
    "past": "pluperfect",
    "future": "future-perfect",
    "conditional": "conditional-perfect",
}
_NEAR, _FAR = 8, 14  # tokens between an auxiliary or modal and its verb, by the words alone, and if the parser agrees
_ARTICLES = frozenset({"en", "le", "la", "les", "l'", "leur"})
_LINKS = frozenset({"et", "ou", "puis", "mais", ","})
_COMPLEMENTS = frozenset({"que", "qu'", "à", "au", "aux", "avec"})


def find(doc: Doc, spans: Iterable[tuple[int, int]]) -> tuple[VerbGroup, ...]:
    """Return the verb groups of the sentences `spans` of *doc*, in the order of their heads."""
    words = [token.lower_ for token in doc]
    tags = [token.pos_ for token in doc]
    told = any(_only_past(word) for word in words)
    found: list[VerbGroup] = []
    for start, end in spans:
        tokens = Tokens(doc, words, tags, start, end, told)
        first, i = len(found), start
        while i < end:
            form = tokens.opens(i)
            if form is not None:
                found.append(_group(tokens, i, form, found, first))
                i = found[-1].head
            i += 1
    return tuple(found)


def _only_past(word: str) -> bool:
    """Tell whether a form is a passé simple of the third person and nothing else."""
    readings = forms().get(word)
    return readings is not None and len(readings) == 1 and readings[0].tense == "past" and readings[0].person == 3


# ---------------------------------------------------------------------------------------------- one group


@dataclass(slots=True)
class _Chain:
    """The verbs of a group as they are found, from the first auxiliary or modal to the lexical verb."""

    head: int
    form: Form
    tense: str
    passive: bool = False
    modal: str = ""
    modal_token: int | None = None


def _group(tokens: Tokens, i: int, form: Form, found: list[VerbGroup], first: int) -> VerbGroup:
    """Return the group that begins at *i* with *form*; `found[first:]` are those before it in the sentence."""
    reflexive = _reflexive(tokens, i)
    chain = _Chain(i, form, form.tense)
    _auxiliaries(tokens, chain, reflexive=reflexive)
    if chain.form.verb in MODALS and not chain.passive:
        _modal(tokens, chain, reflexive=reflexive)
    pronouns = ("se", "s'", "nous") if (form.person, form.plural) == (1, True) else ("se", "s'")
    group = VerbGroup(
        start=i,
        end=chain.head + 1,
        head=chain.head,
        verb=chain.form.verb,
        tense=chain.tense,
        person=form.person,
        plural=form.plural,
        negated=_negated(tokens, i, chain.head, form.verb),
        passive=chain.passive or (chain.tense == "participle" and form.verb not in MOVING),
        reflexive=reflexive or any(tokens.words[k] in pronouns for k in range(i + 1, chain.head)),
        finite=form.finite,
        clitic_subject=_clitic(tokens, i, chain.head),
        modal=chain.modal,
        modal_token=chain.modal_token,
    )
    if chain.tense != "participle":
        return group
    place = _shared(tokens, i, form, found, first)
    if place is None:
        return group
    model = found[place]
    return replace(
        group,
        tense=model.tense,
        passive=model.passive,
        person=model.person,
        plural=model.plural,
        finite=True,
        shares=place,
    )


def _auxiliaries(tokens: Tokens, chain: _Chain, *, reflexive: bool) -> None:
    """Go on from an auxiliary to its participle, and from "été" to the participle of a passive."""
    while chain.form.verb in ("avoir", "être") and not chain.passive:
        auxiliary = chain.form.verb
        participle = _participle(tokens, chain.head, auxiliary)
        if participle is None:
            return
        k, form = participle
        if chain.form.tense == "participle":  # "a été": the tense is already that of "avoir"
            chain.passive = True
        elif auxiliary == "avoir" or reflexive or form.verb in MOVING:
            chain.tense = _COMPOUND.get(chain.tense, chain.tense)
        else:
            chain.passive = True
        chain.head, chain.form = k, form
        if auxiliary == "être" or form.verb != "être":
            return


def _modal(tokens: Tokens, chain: _Chain, *, reflexive: bool) -> None:
    """Go on from a modal to the infinitive it governs, with the auxiliaries of that."""
    k = _infinitive(tokens, chain.head, chain.form.verb)
    form = None if k is None else tokens.form(k)
    if k is None or form is None:
        return
    chain.modal, chain.modal_token = chain.form.verb, chain.head
    chain.head, chain.form = k, form
    tense = chain.tense
    _auxiliaries(tokens, chain, reflexive=reflexive or _reflexive(tokens, k))
    chain.tense = tense


# ---------------------------------------------------------------------------------------------- links


def _participle(tokens: Tokens, i: int, auxiliary: str) -> tuple[int, Form] | None:
    """Return the past participle that the auxiliary *i* takes, with its token."""
    words, tags = tokens.words, tokens.tags
    aside = False  # between two commas: "a, pour sa part, annoncé"
    for k in range(i + 1, min(tokens.end, i + 1 + _NEAR)):
        past = None if aside and words[k - 1] != "," else tokens.past_participle(k)
        adjective = past is not None and auxiliary == "être" and tags[k] == "ADJ" and "A" in past.homograph
        if past is not None and not adjective and not _nominal(tokens, k, past):
            return k, past
        if words[k] == ",":
            aside = not aside
        elif not (aside or tokens.fills(k)):
            break
    auxiliary_token = tokens.doc[i]
    head = auxiliary_token.head.i
    if not (i < head < min(tokens.end, i + _FAR) and auxiliary_token.dep_[:3] == "aux"):
        return None
    for k in range(i + 1, head):
        if words[k] == "été":
            return k, forms()["été"][0]
    past = tokens.past_participle(head)
    return None if past is None else (head, past)


def _nominal(tokens: Tokens, k: int, form: Form) -> bool:
    """Tell whether the participle is a noun here, or part of a phrase ("tout à fait")."""
    previous = tokens.words[k - 1]
    if previous in DETERMINERS or previous in PREPOSITIONS or previous in _ARTICLES:
        return True
    return tokens.tags[k] == "NOUN" and bool(form.homograph) and tokens.tags[k - 1] in ("DET", "ADJ", "NUM")


def _infinitive(tokens: Tokens, i: int, modal: str) -> int | None:
    """Return the infinitive that the modal *i* governs ("vient" needs "de")."""
    linked, aside = modal != "venir", False
    words, tags = tokens.words, tokens.tags
    for k in range(i + 1, min(tokens.end, i + 1 + _NEAR)):
        word, previous = words[k], words[k - 1]
        form = tokens.form(k) if tags[k] in ("VERB", "AUX", "NOUN") and not aside else None
        if form is not None and form.tense == "infinitive" and previous not in DETERMINERS:
            return k if linked and (modal == "venir" or previous not in ("de", "d'", "à", "pour")) else None
        if modal == "venir" and word in ("de", "d'"):
            linked = True
        elif word == ",":
            aside = not aside
        elif not (aside or tokens.fills(k) or word in OBJECT_CLITICS or word in ("ne", "n'")):
            break
    return None if modal == "venir" else _governed(tokens, i)


def _governed(tokens: Tokens, i: int) -> int | None:
    """Return the infinitive that the parser hangs on the modal *i*."""
    for k in range(i + 1, min(tokens.end, i + _FAR)):
        token = tokens.doc[k]
        governor = token.head.head if token.dep_[:3] == "aux" else token.head
        if governor.i == i and tokens.tags[k] in ("VERB", "AUX") and tokens.words[k - 1] not in PREPOSITIONS:
            form = tokens.form(k)
            if form is not None and form.tense == "infinitive":
                return k
    return None


def _shared(tokens: Tokens, i: int, form: Form, found: list[VerbGroup], first: int) -> int | None:
    """Return the place of the group before whose auxiliary the participle *i* shares: "a reçu X et informé Y"."""
    link = i - 1
    while link >= tokens.start and _light(tokens, link):
        link -= 1
    place = next((n for n in range(len(found) - 1, first - 1, -1) if found[n].finite), None)
    if link < tokens.start or tokens.words[link] not in _LINKS or place is None:
        return None
    model, token = found[place], tokens.doc[i]
    if model.modal or (model.start == model.head and model.shares is None):
        return None
    if token.dep_ == "conj" and token.head.i == model.head:
        return place
    if model.passive:
        agrees = _agrees(tokens.past_participle(model.head), form) and tokens.words[link] != ","
        return place if agrees and place == len(found) - 1 else None
    return place if not (form.plural or form.feminine) and _governs(tokens, i) else None


def _agrees(one: Form | None, other: Form) -> bool:
    """Tell whether two participles have gender and number in common."""
    return one is not None and (one.plural, one.feminine) == (other.plural, other.feminine)


def _governs(tokens: Tokens, i: int) -> bool:
    """Tell whether what follows the participle is an object, so that the participle is no adjective."""
    k = i + 1
    while k < tokens.end and (tokens.tags[k] == "ADV" or tokens.words[k] in QUOTATION_MARKS):
        k += 1
    return k < tokens.end and (tokens.tags[k] in ("DET", "PROPN") or tokens.words[k] in _COMPLEMENTS)


def _light(tokens: Tokens, k: int) -> bool:
    """Tell whether the token may stand between "et" and a participle that shares an auxiliary."""
    word = tokens.words[k]
    return tokens.tags[k] == "ADV" or word in QUOTATION_MARKS or word in OBJECT_CLITICS


# ---------------------------------------------------------------------------------------------- what goes with it


def _negated(tokens: Tokens, start: int, head: int, verb: str) -> bool:
    """Tell whether "ne" and a second word negate the group ("ne ... que" does not)."""
    words, low = tokens.words, max(tokens.start, start - 5)
    k = start - 1
    while k >= low and words[k] not in ("ne", "n'"):
        if words[k] not in OBJECT_CLITICS and words[k] not in NEGATIONS:
            return False
        k -= 1
    if k < low:
        return False
    near = words[k : min(tokens.end, head + 5)]
    if any(word in NEGATIONS for word in near) or any(word in NOBODY for word in words[max(tokens.start, k - 8) : k]):
        return True
    return verb in BARE_NEGATION and "que" not in near and "qu'" not in near


def _reflexive(tokens: Tokens, start: int) -> bool:
    """Tell whether a reflexive pronoun stands before the verb."""
    for k in range(start - 1, max(tokens.start, start - 4) - 1, -1):
        word = tokens.words[k]
        if word in ("se", "s'"):
            return True
        if word in ("nous", "vous"):
            return tokens.before(k) in (word, "ne", "n'") and tokens.subject(k) in (word, "")
        if word in ("me", "m'"):
            return tokens.subject(k) in ("je", "j'")
        if word not in ("ne", "n'", "y", "en", "le", "la", "les", "l'"):
            return False
    return False


def _clitic(tokens: Tokens, start: int, head: int) -> int | None:
    """Return the inverted subject clitic of the group."""
    for k in range(start + 1, min(tokens.end, head + 3)):
        word = tokens.words[k]
        if word in INVERTED:
            return k
        if k > head and word not in ("-t", "t"):
            return None
    return None
