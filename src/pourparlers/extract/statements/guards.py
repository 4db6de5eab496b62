"""The guards of the lexicon: whether what was found beside a verb of saying makes it one."""

from __future__ import annotations

from functools import cache

from pourparlers.extract.statements.drafts import Complement
from pourparlers.extract.statements.lexicon import speech_nouns
from pourparlers.extract.statements.patterns import DE
from pourparlers.extract.statements.scene import Scene


def fits(scene: Scene, found: Complement) -> bool:
    """Tell whether the complement meets the guards of its entry."""
    entry = found.entry
    quoted = any(scene.quote_at[t] >= 0 for begin, end in found.content for t in range(begin, end))
    if entry.tier == "C" and not quoted and not entry.guards.keys() & _COMPLEMENT_GUARDS:
        return False
    if entry.rest == ("comme",) and not any("comme" in scene.words[begin:end] for begin, end in found.content):
        return False
    by = any(scene.words[t] == "par" for begin, end in found.content for t in range(begin, end))
    if not _has_what_it_needs(found, quoted=quoted, by=by):
        return False
    if found.kind == "inf" and _done(scene, found):
        return False
    if found.kind == "np" and not quoted and _only_actor(scene, *found.content[0]):
        return False
    if entry.tier == "C" and entry.rest and found.kind == "np" and _other_saying(scene, found):
        return False
    if found.kind in {"np", "adj"} and not found.objects:
        return _right_object(scene, found, quoted=quoted)
    return True


def _done(scene: Scene, found: Complement) -> bool:
    """Tell whether the infinitive is one that `inf-not` bars: "accepter de conclure" is a deed."""
    barred = found.entry.wants("inf-not")
    begin, end = found.content[0]
    return bool(barred) and any(scene.words[t] in barred for t in range(begin, min(begin + 2, end)))


_COMPLEMENT_GUARDS = frozenset({"needs", "obj-only", "subj", "prep"})


def _has_what_it_needs(found: Complement, *, quoted: bool, by: bool) -> bool:
    """Tell whether one of the complements that guard `needs` names is there; what it cannot tell it lets pass."""
    infinitive, clause = found.kind == "inf", found.kind in {"que", "si"}
    met = {
        "quote": quoted, "que": clause, "par": by, "si": found.kind == "si",
        "inf": infinitive, "de+inf": infinitive, "inf-de": infinitive, "à+inf": infinitive,
    }  # fmt: skip
    needs = found.entry.wants("needs")
    known = [met[need] for need in sorted(needs) if need in met]
    return not known or any(known) or bool(needs - met.keys())


def _right_object(scene: Scene, found: Complement, *, quoted: bool) -> bool:
    """Tell whether the head of the object is one that `obj-only` and `obj-not` allow."""
    entry, head = found.entry, _head_noun(scene, found)
    barred, only = entry.wants("obj-not"), entry.wants("obj-only")
    if head in _stems(barred) or ("NP" in barred and not quoted):
        return False
    if (
        only
        and not quoted
        and head not in _stems(only)
        and not any(_stem(o.split()[0]) == head for o in only if " " in o)
    ):
        return False
    return not (entry.tier == "C" and not only and not quoted and "quote" in entry.wants("needs"))


def _head_noun(scene: Scene, found: Complement) -> str:
    """Return the first noun of the content, lower case."""
    begin, end = found.content[0]
    for at in range(begin, min(end, begin + 6)):
        noun = scene.pos[at] in {"NOUN", "PROPN"} or (scene.pos[at] == "VERB" and at not in scene.verb_at)
        if noun or (found.kind == "adj" and scene.pos[at] in {"ADJ", "VERB"}):
            return _stem(scene.words[at])
    return ""


def _only_actor(scene: Scene, begin: int, end: int) -> bool:
    """Tell whether the content is nothing but somebody's name: "soutient Taipei" says nothing."""
    mention = scene.phrases.get(begin)
    return mention is not None and mention.end >= end and mention.kind != "pronoun"


def _other_saying(scene: Scene, found: Complement) -> bool:
    """Tell whether the content is another's saying ("la proposition du ministre de …"): that one is the statement."""
    begin, end = found.content[0]
    for at in range(begin, min(begin + 3, end - 1)):
        noun = speech_nouns().get(scene.words[at])
        if noun is not None and noun.kind == "act" and scene.words[at + 1] in DE:
            return True
    return False


def _stem(word: str) -> str:
    """Return the word without the marks of plural and feminine: near enough to compare two forms of one word."""
    return word.rstrip("sx").removesuffix("e") if len(word) > 3 else word


@cache
def _stems(words: frozenset[str]) -> frozenset[str]:
    return frozenset(_stem(word.lower()) for word in words)
