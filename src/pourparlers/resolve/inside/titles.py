"""Titles compared: when two tenures of one person are one, and the name of the post they hold."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from pourparlers.extract.actors.lexicon import heads
from pourparlers.extract.actors.page import fold
from pourparlers.extract.actors.post import Post
from pourparlers.model import Tenure

_SMALL = frozenset("de du des d l la le les a au aux en et".split())


def _words(title: str) -> list[str]:
    return [w for w in fold(title).replace("'", " ").split() if w not in _SMALL]


def _prefix(one: str, two: str) -> bool:
    return one == two or one.startswith(two + " ") or two.startswith(one + " ")


def same_tenure(old: Tenure, new: Tenure) -> bool:
    """Tell whether two tenures of one person say the same: same head, one title within the other, same body."""
    if old.former != new.former or (old.institution and new.institution and old.institution != new.institution):
        return False
    one, two = _words(old.title), _words(new.title)
    if old.institution and old.institution == new.institution and one[:1] == two[:1] and _prefix(old.post, new.post):
        return True
    if one[:1] != two[:1]:
        return False
    return old.post == new.post or set(one) <= set(two) or set(two) <= set(one)


def merged(old: Tenure, new: Tenure) -> Tenure:
    """Return one tenure with the evidence of both and the fuller title and institution."""
    longer = new if len(_words(new.title)) > len(_words(old.title)) else old
    evidence = tuple(dict.fromkeys((*longer.evidence, *old.evidence, *new.evidence)))
    return replace(
        longer,
        evidence=evidence,
        institution=longer.institution or old.institution or new.institution,
        confidence=max(old.confidence, new.confidence),
        rule=old.rule,
    )


@cache
def _keys() -> dict[str, str]:
    """Return the lexicon's own spelling of each title it lists, by the folded title."""
    return {fold(h.singular): h.key for found in heads().values() for h in found}


def post_name(post: Post, title: str) -> str:
    """Return the name of the post: the lexicon's canonical one, else the title in the masculine."""
    head = post.head
    if (
        head.canonical
        and not set(head.canonical) & set(",:(")
        and head.level in {"head", "deputy"}
        and "-of" not in head.canonical
    ):
        return head.canonical
    known = _keys().get(fold(title))
    if known is not None:
        return known
    words, length = title.split(), len(head.singular.split()) if head.singular else 0
    if length and head.key and fold(" ".join(words[:length])) == fold(head.singular):
        return " ".join([head.key, *words[length:]])
    return title
