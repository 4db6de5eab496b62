"""The noun phrases that name a treaty: head, complements, names in quotation marks, acronyms."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from spacy.tokens import Span

from pourparlers.extract.mentions import Entities
from pourparlers.extract.treaties import patterns
from pourparlers.extract.treaties.complements import Complements, Surroundings, surroundings
from pourparlers.extract.treaties.patterns import Noun
from pourparlers.language.document import Hit, Reading

COUNCIL = re.compile(r"\bonu\b|conseil de sécurité|nations unies|onusienne", re.IGNORECASE)
_NUMBERED = re.compile(r"\d{3,4}")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens `start:end` that name or recall a treaty.

    `determiner`: definite, demonstrative, indefinite or none. `key` are the words that tell it from other treaties.
    `ids` are the authority's treaties of that name. `complement`: what stands beside the head noun (topic, place, name,
    parties, of, adjective, date). `acronym` is its span in parentheses, if any, `between` that of the parties. `weak`:
    the noun may mean something else, and nothing beside it tells. `qualified` tells a ceasefire of which more is said
    than that it is called for, `other` one that is not the one spoken of ("un autre accord").
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
    weak: bool = False
    qualified: bool = False
    other: bool = False

    @property
    def truce(self) -> bool:
        """Tell a ceasefire."""
        return self.noun is not None and self.noun.kind == "ceasefire"

    @property
    def recalls(self) -> bool:
        """Tell a noun that names nothing and only recalls: "ce texte"."""
        return self.noun is patterns.RECALLED


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
        return _recalling(reading, i)
    words = key_words(reading.doc[hit.start : hit.end].text)
    return Phrase(hit.start, hit.end, None, _determiner(reading, i), words, _treaty_ids(hit.ids), frozenset({"name"}))


def _recalling(reading: Reading, i: int) -> Phrase | None:
    """Return "ce texte", "le document"; nothing may stand beside it that makes it another's."""
    if reading.lower[i] not in patterns.RECALLING:
        return None
    after = reading.lower[i + 1] if i + 1 < len(reading.lower) else ""
    determiner = _determiner(reading, i)
    if determiner not in {"definite", "demonstrative"} or after in patterns.OF or reading.tags[i - 1] == "ADJ":
        return None
    return Phrase(i, i + 1, patterns.RECALLED, determiner, frozenset(), (), frozenset())


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


def _state(hit: Hit) -> bool:
    return hit.form == "name" and any(one.startswith("state/") for one in hit.ids)


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
    reading, cursor = around.reading, Complements(around, head_end, end, truce=noun.entry in _AT_PEACE)
    cursor.read()
    doc = reading.doc
    inside = [hit for hit in hits if hit.start >= start - 1 and start < hit.end <= cursor.at + 1]
    best = max(inside, key=lambda hit: hit.end - hit.start, default=None)
    ids = _treaty_ids(best.ids) if best is not None else ()
    name_end = max(cursor.name_end, best.end if best is not None else 0, head_end)
    weak = noun.strict and not ids and not _strict(noun, cursor.kinds, doc[start:name_end].text)
    if weak and (noun is patterns.SAME_KIND or noun.entry == "statut"):
        return None
    if noun is patterns.SAME_KIND and any(_state(hit) for hit in reading.hits_in(head_end, name_end)):
        return None  # "celle des Pays-Bas" is their army or their embassy
    words = key_words(_telling(noun, doc[head_end:name_end])) if name_end > head_end else frozenset()
    if "date" in cursor.kinds and noun.kind == "ceasefire":  # "le cessez-le-feu de mai"
        dated = next((time for time in reading.times_in(cursor.at, end) if time.kind != "duration"), None)
        words |= key_words(doc[dated.start : dated.end].text) if dated is not None else frozenset()
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
        weak=weak,
        qualified=bool(cursor.kinds - {"adjective"})
        or any(token.pos_ == "ADJ" and token.lower_ not in patterns.CALLED_FOR for token in doc[head_end:name_end]),
        other=reading.lower[start - 1] in patterns.ANOTHER,
    )


def _telling(noun: Noun, beside: Span) -> str:
    """Return the words that tell a treaty from another; how long a truce lasts and how frail it is do not."""
    if noun.kind != "ceasefire":
        return beside.text
    return " ".join(t.text for t in beside if t.text[:1].isupper() or t.lower_ in patterns.SIDED)


_AT_PEACE = frozenset({"cessez-le-feu", "trêve", "armistice", "accord de paix"})
_ABOUT = frozenset({"pacte", "mémorandum", "partenariat", "convention"})


def _strict(noun: Noun, kinds: set[str], text: str) -> bool:
    """Tell whether an ambiguous noun has the complement that makes it a treaty."""
    if noun.entry == "résolution":
        return bool(COUNCIL.search(text) or _NUMBERED.search(text))
    if noun is patterns.SAME_KIND:
        return bool(kinds & {"place", "name", "of"}) and _WORD.findall(text)[-1][:1].isupper()
    needed = patterns.NEEDED.get(noun.entry, patterns.ANY_OF)
    about = _WORD.findall(text.lower())[1:]
    return bool(kinds & needed) or ("of" in kinds and noun.entry in _ABOUT and bool(patterns.MATTERS & set(about[:2])))
