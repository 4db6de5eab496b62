"""Which phrases of an article mean one treaty."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

from pourparlers.authority import load
from pourparlers.extract.treaties import patterns
from pourparlers.extract.treaties.phrases import Phrase, key_words

_TRUCES = frozenset({"feu", "treve"})  # of "accord de cessez-le-feu", folded
_TEXTS = frozenset({"agreement", "treaty", "pact"})


@dataclass(slots=True)
class Cluster:
    """One treaty and its phrases in the order of the text.

    `named` once a phrase tells which it is, `sure` once the article tells that it is more than somebody's wish, `known`
    once it speaks of it as of something that is there.
    """

    phrases: list[Phrase] = field(default_factory=list)
    key: frozenset[str] = frozenset()
    ids: tuple[str, ...] = ()
    kind: str = "treaty"
    status: str = "unknown"
    named: bool = False
    sure: bool = False
    known: bool = False

    @property
    def draft(self) -> bool:
        """Tell a text that is not agreed yet."""
        return self.status == "draft"

    @property
    def wished(self) -> bool:
        """Tell a ceasefire that is only talked about."""
        return self.kind == "ceasefire" and not self.known

    def take(self, phrase: Phrase) -> None:
        """Add a phrase."""
        self.phrases.append(phrase)
        self.key |= phrase.key
        if phrase.ids:
            self.ids = tuple(one for one in self.ids if one in phrase.ids) or phrase.ids
        self.named = self.named or telling(phrase)
        if phrase.noun is not None and len(self.phrases) == 1:
            self.kind, self.status = phrase.noun.kind, phrase.noun.status


def telling(phrase: Phrase) -> bool:
    """Tell whether a phrase says by itself which treaty is meant."""
    if phrase.ids:
        return True
    if phrase.noun is not None and phrase.noun.draft:
        return bool(phrase.complement & {"topic", "parties", "place", "of"})
    if "date" in phrase.complement and phrase.determiner == "definite":
        return True
    return bool(phrase.complement & {"name", "place", "parties"}) or (
        "topic" in phrase.complement and phrase.determiner in {"definite", "demonstrative", "none"} and bool(phrase.key)
    )


def cluster(
    phrases: tuple[Phrase, ...], is_signed: Callable[[Phrase], bool], sentence: Callable[[Phrase], int]
) -> tuple[Cluster, ...]:
    """Return the treaties of an article.

    Args:
        phrases: in the order of the text.
        is_signed: tells whether the article says of a phrase that it was signed or concluded.
        sentence: the number of the sentence a phrase stands in.
    """
    clusters: list[Cluster] = []
    for phrase in phrases:
        if phrase.recalls:
            _recall(phrase, clusters, sentence)
            continue
        mine = _same(phrase, clusters, sentence) or (
            _headline(phrase, clusters, sentence) if is_signed(phrase) else None
        )
        if mine is None:
            if _wished(phrase) and not is_signed(phrase):
                continue
            mine = Cluster()
            clusters.append(mine)
        mine.take(phrase)
        mine.sure = mine.sure or telling(phrase) or is_signed(phrase) or (phrase.truce and _discussed(phrase, mine))
        mine.known = mine.known or phrase.determiner in {"definite", "demonstrative", "none"} or is_signed(phrase)
    return tuple(one for one in _join_unnamed(clusters) if one.sure)


def _recall(phrase: Phrase, clusters: list[Cluster], sentence: Callable[[Phrase], int]) -> None:
    """Add "ce texte" to the only treaty spoken of in this sentence or the one before."""
    here = sentence(phrase)
    near = [one for one in clusters if here - sentence(one.phrases[-1]) <= 1]
    if len(near) == 1:
        near[0].take(phrase)


def _discussed(phrase: Phrase, mine: Cluster) -> bool:
    """Tell a ceasefire that is spoken of twice or told what it shall be from one that somebody calls for."""
    truces = [one for one in mine.phrases if one.truce]
    return len(truces) > 1 or phrase.qualified


def _headline(phrase: Phrase, clusters: list[Cluster], sentence: Callable[[Phrase], int]) -> Cluster | None:
    """Return what the headline calls "Accord" or "un accord" when the text then says again that it was signed."""
    if phrase.determiner != "indefinite":
        return None
    again = [one for one in clusters if one.sure and not (one.key or phrase.key) and _same_noun(one, phrase)]
    if again and not phrase.other:
        return again[0]
    first = [one for one in clusters if one.phrases[0].determiner == "none" and sentence(one.phrases[0]) == 0]
    fitting = [one for one in first if not one.key and _kinds_agree(one, phrase)]
    return fitting[0] if len(fitting) == 1 and len(fitting[0].phrases) == 1 else None


def _same_noun(one: Cluster, phrase: Phrase) -> bool:
    first = one.phrases[0]
    return first.noun is not None and first.noun == phrase.noun and first.determiner == "indefinite"


def _wished(phrase: Phrase) -> bool:
    """Tell "un accord", which there may never be."""
    open_ended = phrase.determiner == "indefinite" and "name" not in phrase.complement and not _agreed(phrase)
    return open_ended and not phrase.truce and not (phrase.noun is not None and phrase.noun.draft)


def _agreed(phrase: Phrase) -> bool:
    """Tell "un accord de pêche entre X et Y", which says what and between whom, signed or still to be."""
    said_what = bool(phrase.complement & {"of", "topic"}) or (phrase.noun is not None and " de " in phrase.noun.entry)
    return phrase.between is not None and bool(phrase.key) and said_what


def _same(phrase: Phrase, clusters: list[Cluster], sentence: Callable[[Phrase], int]) -> Cluster | None:
    if phrase.ids:
        shared = [one for one in clusters if set(one.ids) & set(phrase.ids)]
        near = [
            one
            for one in clusters
            if not one.ids and one.key and (_alike(one.key, phrase.key) or _described(one.key, phrase.ids))
        ]
        return shared[-1] if shared else near[0] if len(near) == 1 else None
    if phrase.truce:
        return _truce(phrase, clusters, sentence)
    if phrase.key:
        equal = [one for one in clusters if one.key == phrase.key]
        near = equal or [
            one for one in clusters if one.key and (_alike(one.key, phrase.key) or _described(phrase.key, one.ids))
        ]
        if len(near) == 1 and _kinds_agree(near[0], phrase):
            return near[0]
        if near or telling(phrase) or phrase.determiner == "indefinite":
            return None
    if phrase.determiner in {"definite", "demonstrative"} and phrase.noun is not None:
        fitting = [
            one for one in clusters if _kinds_agree(one, phrase) and one.phrases[0].noun is not patterns.SAME_KIND
        ]
        return _recalled(phrase, fitting, sentence)
    return None


def _truce(phrase: Phrase, clusters: list[Cluster], sentence: Callable[[Phrase], int]) -> Cluster | None:
    """Return the ceasefire meant: that of the same side and place; without either the one spoken of, if not another."""
    truces = [one for one in clusters if one.kind == "ceasefire" or one.key & _TRUCES]
    if phrase.key:
        alike = [one for one in truces if one.key and _alike(one.key, phrase.key)]
        open_ones = [one for one in truces if not (one.key or one.phrases[0].other) and one.kind == "ceasefire"]
        return alike[0] if alike else open_ones[0] if len(open_ones) == 1 and not phrase.other else None
    return None if phrase.other else _recalled(phrase, truces, sentence)


def _recalled(phrase: Phrase, fitting: list[Cluster], sentence: Callable[[Phrase], int]) -> Cluster | None:
    """Return what "the treaty" means: the only one spoken of in this sentence and the one before, else the main one."""
    here = sentence(phrase)
    near = [one for one in fitting if here - sentence(one.phrases[-1]) <= 1]
    if len(near) == 1:
        return near[0]
    return fitting[0] if fitting else None


def _described(key: frozenset[str], ids: tuple[str, ...]) -> bool:
    """Tell whether the words of a description are all in what the authority knows of the one treaty linked."""
    return len(ids) == 1 and key <= _known_words(ids[0])


@cache
def _known_words(record: str) -> frozenset[str]:
    known = load().treaties.get(record)
    return key_words(" ".join((*known.names, *known.topics, known.note or ""))) if known is not None else frozenset()


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether one name's words are all in the other and nothing that tells treaties apart is left over."""
    return (one <= other or other <= one) and not ((one ^ other) & patterns.DISCRIMINATORS)


def _kinds_agree(one: Cluster, phrase: Phrase) -> bool:
    if phrase.noun is None or phrase.noun is patterns.SAME_KIND:
        return True
    if phrase.noun.draft != one.draft:
        return False
    general = _TEXTS | {"ceasefire"} if phrase.noun.entry in {"accord", "entente"} else _TEXTS
    return phrase.noun.kind == one.kind or {phrase.noun.kind, one.kind} <= general


def _join_unnamed(clusters: list[Cluster]) -> list[Cluster]:
    """Join what is only "the new treaty" to the one of its kind that the article names, if there is just one."""
    named = [one for one in clusters if one.named and not one.draft]
    kept: list[Cluster] = []
    for one in clusters:
        fitting = [other for other in named if other.kind == one.kind and other is not one]
        fitting = [other for other in fitting if other.phrases[0].noun is not patterns.SAME_KIND]
        first = one.phrases[0]
        unnamed = not one.named and not one.draft and first.determiner != "none"
        if unnamed and len(fitting) == 1 and not (first.truce and first.other):
            for phrase in one.phrases:
                fitting[0].take(phrase)
            fitting[0].sure = True
        else:
            kept.append(one)
    for one in kept:
        one.phrases.sort(key=lambda phrase: phrase.start)
    return kept
