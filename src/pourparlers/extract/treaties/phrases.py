"""The noun phrases that name a treaty: head, complements, names in quotation marks, acronyms."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from pourparlers.extract.mentions import Entities
from pourparlers.extract.treaties import patterns
from pourparlers.extract.treaties.complements import Complements, Surroundings, surroundings
from pourparlers.extract.treaties.patterns import Noun
from pourparlers.language.document import Hit, Reading

_COUNCIL = re.compile(r"\d{3,4}|\bONU\b|Conseil de sécurité|Nations unies|onusienne")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens `start:end` that name or recall a treaty.

    `determiner`: definite, demonstrative, indefinite or none. `key` are the words that tell it from other treaties.
    `ids` are the authority's treaties of that name. `complement`: what stands beside the head noun (topic, place, name,
    parties, of, adjective). `acronym` is its span in parentheses, if any.
    """

    start: int
    end: int
    noun: Noun | None
    determiner: str
    key: frozenset[str]
    ids: tuple[str, ...]
    complement: frozenset[str]
    acronym: tuple[int, int] | None = None
    between: tuple[int, int] | None = None


def find(reading: Reading, entities: Entities) -> tuple[Phrase, ...]:
    """Return the treaty phrases of an article in the order of the text, none inside another."""
    hits = {hit.start: hit for hit in reading.hits if _treaty_ids(hit.ids)}
    around = surroundings(reading, entities)
    found: list[Phrase] = []
    for sentence in reading.sentences:
        i = sentence.start
        while i < sentence.end:
            skip = _pseudo(reading, i, sentence.end)
            phrase = None if skip else _at(around, hits, i, sentence.end)
            if phrase is not None:
                found.append(phrase)
            i = phrase.end if phrase is not None else i + max(skip, 1)
    return tuple(found)


def _pseudo(reading: Reading, i: int, end: int) -> int:
    """Return how many tokens a look-alike covers at *i*."""
    doc = reading.doc
    for words in patterns.pseudos().get(doc[i].lower_, ()):
        if i + len(words) <= end and all(doc[i + k].lower_ == word for k, word in enumerate(words)):
            return len(words)
    return 0


def _at(around: Surroundings, hits: dict[int, Hit], i: int, end: int) -> Phrase | None:
    reading = around.reading
    noun = _noun(reading, i, end)
    if noun is not None:
        head, length = noun
        return _headed(around, (i, i + length, end), head, tuple(hits.values()))
    if reading.doc[i].lower_ in patterns.PRONOUNS and i + 1 < end and reading.doc[i + 1].lower_ in patterns.OF:
        return _headed(around, (i, i + 1, end), patterns.SAME_KIND, tuple(hits.values()))
    hit = hits.get(i)
    if hit is None or hit.end > end:
        return None
    words = key_words(reading.doc[hit.start : hit.end].text)
    return Phrase(hit.start, hit.end, None, _determiner(reading, i), words, _treaty_ids(hit.ids), frozenset({"name"}))


def _noun(reading: Reading, i: int, end: int) -> tuple[Noun, int] | None:
    doc = reading.doc
    for words, noun in patterns.nouns().get(doc[i].lower_, ()):
        if i + len(words) <= end and all(doc[i + k].lower_ == word for k, word in enumerate(words)):
            before = doc[i - 1].lower_ if i else ""
            mistagged = words[0] in patterns.MISTAGGED and before in patterns.BEFORE_NOUN
            if len(words) == 1 and doc[i].pos_ not in {"NOUN", "PROPN", "ADJ"} and not mistagged:
                return None
            bare = i + len(words) >= len(doc) or doc[i + len(words)].pos_ not in {"ADJ", "ADP", "PROPN"}
            if words[0] == "accord" and (before in patterns.NEVER_BEFORE or (bare and before in patterns.POSSESSIVE)):
                return None
            if before == "d'" and noun.entry == "accord":
                return None
            after = doc[i + len(words)].lower_ if i + len(words) < len(doc) else ""
            if after in patterns.AFTER_NOT.get(words[0], ()):
                return None
            return noun, len(words)
    return None


def _treaty_ids(ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one for one in ids if one.startswith("treaty/"))


def _determiner(reading: Reading, start: int) -> str:
    """Return how the phrase is determined, looking back over an adjective or numeral."""
    doc = reading.doc
    for k in range(start - 1, max(start - 4, -1), -1):
        word = doc[k].lower_
        if word in patterns.DEMONSTRATIVE:
            return "demonstrative"
        if word in patterns.DEFINITE:
            return "definite"
        if word in patterns.POSSESSIVE:
            return "definite"
        if word in patterns.INDEFINITE:
            return "indefinite"
        if doc[k].pos_ not in {"ADJ", "NUM"}:
            break
    return "none"


def key_words(text: str) -> frozenset[str]:
    """Return the telling words of a name, without case and accents."""
    folded = unicodedata.normalize("NFKD", text).lower()
    words = _WORD.findall("".join(char for char in folded if not unicodedata.combining(char)))
    return frozenset(word for word in words if word not in _EMPTY)


_EMPTY = frozenset(
    "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    for word in patterns.EMPTY | {w for entry in patterns.KINDS for w in (entry, entry + "s")}
)


def _headed(around: Surroundings, span: tuple[int, int, int], noun: Noun, hits: tuple[Hit, ...]) -> Phrase | None:
    """Return the phrase whose head noun covers the first two of *span*, in a sentence that ends at the third."""
    start, head_end, end = span
    reading, cursor = around.reading, Complements(around, head_end, end)
    cursor.read()
    doc = reading.doc
    inside = [hit for hit in hits if hit.start >= start - 1 and start < hit.end <= cursor.at + 1]
    best = max(inside, key=lambda hit: hit.end - hit.start, default=None)
    ids = _treaty_ids(best.ids) if best is not None else ()
    name_end = max(cursor.name_end, best.end if best is not None else 0, head_end)
    if noun.strict and not ids and not _strict(noun, cursor.kinds, doc[start:name_end].text):
        return None
    words = key_words(doc[head_end:name_end].text) if name_end > head_end else frozenset()
    if cursor.acronym is not None:
        words |= key_words(doc[cursor.acronym[0] : cursor.acronym[1]].text)
    return Phrase(
        start=start,
        end=name_end,
        noun=noun,
        determiner=_determiner(reading, start),
        key=words,
        ids=ids,
        complement=frozenset(cursor.kinds),
        acronym=cursor.acronym,
        between=cursor.between,
    )


def _strict(noun: Noun, kinds: set[str], text: str) -> bool:
    """Tell whether an ambiguous noun has the complement that makes it a treaty."""
    if noun.entry == "résolution":
        return bool(_COUNCIL.search(text))
    if noun is patterns.SAME_KIND:
        return bool(kinds & {"place", "name", "of"}) and _WORD.findall(text)[-1][:1].isupper()
    needed = patterns.NEEDED.get(noun.entry, patterns.ANY_OF)
    return bool(kinds & needed)
