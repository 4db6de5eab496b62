"""Verbs of saying that the verb layer missed or joined to what was said: set right from their context."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pourparlers.extract.statements.lexicon import participles, third_persons
from pourparlers.language.document import VerbGroup

if TYPE_CHECKING:
    from pourparlers.extract.statements.scene import Scene

_HAVE = frozenset({"a", "ont", "avait", "avaient", "est", "sont", "était", "étaient"})
_NO_OBJECT = frozenset({",", ".", "et", ")", "de", "du", "d'"})
_SPEAKERS = frozenset({"person", "post", "institution", "state", "source", "group", "pronoun"})


def repair(scene: Scene) -> None:
    """Correct `scene.verb_at` in place."""
    for group in scene.verbs:
        if scene.quote_at[group.start] >= 0 and scene.quote_at[group.head] != scene.quote_at[group.start]:
            _part(scene, group)
        if group.modal_token is not None and scene.quote_at[group.modal_token] < 0 <= scene.quote_at[group.head]:
            _willing(scene, group)
        if group.start == group.head and _is_noun(scene, group.start):
            del scene.verb_at[group.start]
    ends = {mention.end for mention in scene.phrases.values() if mention.kind in _SPEAKERS}
    for at in range(1, len(scene.words) - 1):
        found = _gerund(scene, at) or _third_person(scene, at, ends)
        if found is not None:
            scene.verb_at[at] = found


def _is_noun(scene: Scene, at: int) -> bool:
    """Tell whether "l'" or "la" before the form is an article, there being no subject before it: "L'offre de"."""
    if not at or scene.words[at - 1] not in {"l'", "la", "le"}:
        return False
    before = at - 2
    nothing = before < 0 or scene.doc[before].is_space
    return nothing or scene.pos[before] in {"PUNCT", "ADP", "CCONJ", "SCONJ", "VERB", "AUX"}


def _gerund(scene: Scene, at: int) -> VerbGroup | None:
    """Return a participle present that the tagger took for an adjective: "comme avertissant que"."""
    word, words = scene.words[at], scene.words
    if word not in participles() or at in scene.verb_at:
        return None
    led = words[at - 1] in {"comme", ",", "en", "l'", "les", "lui", "leur"}
    led = led or (words[at - 1] in {"le", "la"} and (at + 1 in scene.opens or words[at + 1] == "comme"))
    if not led and words[at + 1] not in {"que", "qu'"}:
        return None
    return _group(at, participles()[word], "gerund")


def _third_person(scene: Scene, at: int, ends: set[int]) -> VerbGroup | None:
    """Return a finite form taken for a noun or participle: after an actor, or between the words and their speaker."""
    reading = third_persons().get(scene.words[at])
    if reading is None:
        return None
    verb, tense, plural = reading
    known = scene.verb_at.get(at)
    if known is not None:
        # "Pékin décrit l'exercice": the present, not the participle
        bare = known.tense == "participle" and known.start == at and scene.words[at + 1] != "par"
        behind = scene.words[at - 1] in {",", "»", "”", '"'} and _speaks(scene, at)
        present = bare and tense == "present" and ((at in ends and _takes(scene, at + 1)) or behind)
        return _group(at, verb, tense, person=3, plural=plural) if present else None
    following = scene.pos[at + 1]
    inside = scene.words[at - 1] in {",", "»", "”", '"'} and (following == "DET" or at + 1 in scene.phrases)
    after = at in ends and scene.words[at + 1] not in _NO_OBJECT and following != "ADJ"
    return _group(at, verb, tense, person=3, plural=plural) if inside or after else None


def _speaks(scene: Scene, at: int) -> bool:
    """Tell whether behind a quotation an actor follows the form at once: "« … », écrit la ministre"."""
    mention = scene.phrases.get(at + 1)
    quoted = any(scene.quote_at[t] >= 0 for t in (at - 1, at - 2) if t >= 0)
    return quoted and mention is not None and mention.kind in _SPEAKERS


def _takes(scene: Scene, at: int) -> bool:
    """Tell whether an object may begin at *at*."""
    opens = scene.words[at] in {"«", '"', "“"} or at in scene.phrases
    return opens or scene.pos[at] in {"DET", "PRON", "SCONJ", "ADP"}


def _group(at: int, verb: str, tense: str, *, person: int = 0, plural: bool = False) -> VerbGroup:
    return VerbGroup(
        start=at,
        end=at + 1,
        head=at,
        verb=verb,
        tense=tense,
        person=person,
        plural=plural,
        negated=False,
        passive=False,
        reflexive=False,
        finite=person > 0,
    )


def _willing(scene: Scene, group: VerbGroup) -> None:
    """Cut a group in two whose infinitive alone is quoted: "veulent « discuter du reste »"."""
    assert group.modal_token is not None
    for token in range(group.start, group.head + 1):
        scene.verb_at.pop(token, None)
    end = group.modal_token + 1
    will = replace(group, end=end, head=group.modal_token, verb=group.modal, modal="", modal_token=None)
    for token in range(group.start, end):
        scene.verb_at[token] = will
    scene.verb_at[group.head] = _group(group.head, group.verb, "infinitive")


def _part(scene: Scene, group: VerbGroup) -> None:
    """Cut a group in two that reaches out of a quotation: "« nous y sommes », a confié"."""
    quote = scene.quotes[scene.quote_at[group.start]]
    start = next((t for t in range(quote.outer_end, group.head) if scene.words[t] in _HAVE), None)
    if start is None:
        return
    for token in range(group.start, group.head + 1):
        scene.verb_at.pop(token, None)
    tense = "perfect" if scene.words[start] in {"a", "ont", "est", "sont"} else "pluperfect"
    plural = scene.words[start] in {"ont", "avaient", "sont", "étaient"}
    whole = replace(group, start=start, tense=tense, person=3, plural=plural, passive=False, finite=True)
    for token in range(start, group.head + 1):
        scene.verb_at[token] = whole
