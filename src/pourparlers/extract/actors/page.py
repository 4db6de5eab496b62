"""The article's tokens as plain lists: what the rules read, since asking spaCy token by token is slow."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pourparlers.extract.actors.realms import parted
from pourparlers.language.document import Hit, Reading, VerbGroup

if TYPE_CHECKING:
    from spacy.tokens import Doc

_GLUED = frozenset(("al", "el", "ul", "as", "ad", "ar", "an", "at", "az", "es", "ed", "er", "ez", "et"))
_OPENING = frozenset("([«“\"{'")
_CLOSING = frozenset(")]»”\"}'")


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Return *word* in lower case without accents, apostrophes straight: `fold("Étrangères")` → `"etrangeres"`."""
    plain = unicodedata.normalize("NFKD", word.replace("’", "'").replace("œ", "oe").replace("Œ", "Oe"))
    return "".join(c for c in plain if not unicodedata.combining(c)).lower()


def split_words(phrase: str) -> tuple[str, ...]:
    """Cut a lexicon phrase as the tokenizer does, folded: `"chef de l'État"` → `("chef", "de", "l'", "etat")`."""
    return tuple(fold(w) for part in phrase.split() for w in part.replace("'", "' ").split())


@dataclass(frozen=True, slots=True)
class Page:
    """One reading, its tokens laid out in lists; every index is a token's.

    `sentence[i]` is the number of the sentence that holds token i, -1 outside the body. `hits` are the authority forms
    by their first token, `verb` the verb group that holds a token, `spoken` tells tokens inside quotation marks.
    """

    reading: Reading
    words: list[str]
    low: list[str]
    pos: list[str]
    dep: list[str]
    head: list[int]
    gender: list[str]
    number: list[str]
    label: list[str]
    spans: list[tuple[int, int, str]]
    sentence: list[int]
    hits: dict[int, list[Hit]]
    verb: dict[int, VerbGroup]
    spoken: list[bool]

    def __len__(self) -> int:
        """Count the tokens."""
        return len(self.words)

    def text(self, start: int, end: int) -> str:
        """Return the words of tokens `start:end` as stored in the article."""
        return self.reading.words(self.reading.passage(start, end))

    def capital(self, i: int) -> bool:
        """Tell whether token *i* begins with a capital, a glued particle left aside ("al-Tamimi")."""
        word = self.words[i]
        return word[:1].isupper() or (len(word) > 3 and word[2:3] == "-" and word[3:4].isupper() and word[:2] in _GLUED)

    def opens_sentence(self, i: int) -> bool:
        """Tell whether token *i* is the first word of its sentence (quotation marks and brackets aside)."""
        number = self.sentence[i]
        if number < 0:
            return True
        first = self.reading.sentences[number].start
        return all(w in _OPENING or not w.strip() or w in "-–—" for w in self.words[first:i])

    def bounds(self, i: int) -> tuple[int, int]:
        """Return the tokens of the sentence that holds token *i*."""
        number = self.sentence[i]
        if number < 0:
            return i, i + 1
        sentence = self.reading.sentences[number]
        return sentence.start, sentence.end

    def paragraph(self, i: int) -> int:
        """Return the number of the paragraph that holds token *i*, -1 outside the body."""
        number = self.sentence[i]
        return self.reading.sentences[number].paragraph if number >= 0 else -1


_MASCULINE, _FEMININE, _PLURAL, _SINGULAR = "Gender=Masc", "Gender=Fem", "Number=Plur", "Number=Sing"


@lru_cache(maxsize=4096)
def _features(morph: str) -> tuple[str, str]:
    gender = "m" if _MASCULINE in morph else "f" if _FEMININE in morph else ""
    number = "p" if _PLURAL in morph else "s" if _SINGULAR in morph else ""
    return gender, number


def lay_out(reading: Reading) -> Page:
    """Return the page of *reading*."""
    doc: Doc = reading.doc
    words = [t.text.replace("’", "'") for t in doc]
    strings = doc.vocab.strings  # columns of numbers: asking token by token is slow
    morphs, deps, heads = (doc.to_array(column).astype("int64") for column in ("MORPH", "DEP", "HEAD"))
    features = [_features(strings[key]) for key in morphs.astype("uint64").tolist()]
    sentence = [-1] * len(words)
    for number, s in enumerate(reading.sentences):
        sentence[s.start : s.end] = [number] * (s.end - s.start)
    label = [""] * len(words)
    spans = []
    for span in doc.ents:
        label[span.start : span.end] = [span.label_] * (span.end - span.start)
        spans.append((span.start, span.end, span.label_))
    hits: dict[int, list[Hit]] = {}
    low = [fold(w) for w in words]
    for hit in (part for whole in reading.hits for part in parted(whole, low)):
        hits.setdefault(hit.start, []).append(hit)
    for found in hits.values():
        found.sort(key=lambda h: -h.end)
    verb = {i: group for group in reading.verbs for i in range(group.start, group.end)}
    spoken = [False] * len(words)
    for quote in reading.quotes:
        spoken[quote.start : quote.end] = [True] * (quote.end - quote.start)
    return Page(
        reading=reading,
        words=words,
        low=low,
        pos=list(reading.tags),
        dep=[strings[key] for key in deps.astype("uint64").tolist()],
        head=[i + offset for i, offset in enumerate(heads.tolist())],
        gender=[g for g, _ in features],
        number=[n for _, n in features],
        label=label,
        spans=spans,
        sentence=sentence,
        hits=hits,
        verb=verb,
        spoken=spoken,
    )
