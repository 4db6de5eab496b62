"""Where sentences begin: told by newlines and punctuation, before the parser, which then keeps to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pourparlers.language.document import Sentence
from pourparlers.language.patterns import ABBREVIATED, ABBREVIATIONS, CLOSING, ENDS, OPENERS, OPENING, STRAIGHT, TITLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from pourparlers.model import Article

_NO_START = 2**64 - 1  # -1 in an array without signs: the parser starts no sentence here
_CLOSERS = CLOSING | {")", "]"}
_OPENERS = frozenset(OPENING) | {"(", "[", "—", "–", "-"}


def join_numbers(doc: Doc) -> None:
    """Make one token of each number written in groups of three digits: "2 800"."""
    words = [token.text for token in doc]
    spans: list[tuple[int, int]] = []
    i = 0
    while i + 1 < len(words):
        j = i + 1
        if words[i].isdigit() and len(words[i]) <= 3 and words[i][0] != "0":
            while j < len(words) and len(words[j]) == 3 and words[j].isdigit() and doc[j - 1].whitespace_:
                j += 1
        if j > i + 1:
            spans.append((i, j))
        i = j
    if spans:
        with doc.retokenize() as retokenizer:
            for start, end in spans:
                retokenizer.merge(doc[start:end])


def mark(doc: Doc) -> None:
    """Set `is_sent_start` of every token of *doc*: True where a sentence begins, False elsewhere.

    White space belongs to the sentence before it, so that a sentence begins with a word or a mark.
    """
    if not len(doc):
        return
    words = [token.text for token in doc]
    begins = doc.to_array(["SENT_START"])
    begins.fill(_NO_START)
    begins[starts(words, [bool(token.whitespace_) for token in doc])] = 1
    doc.from_array(["SENT_START"], begins)  # type: ignore[arg-type]  # the stub takes arrays for lists


def starts(words: Sequence[str], spaced: Sequence[bool]) -> list[int]:
    """Return the indices of the tokens that begin a sentence.

    Args:
        words: the texts of the tokens; line breaks are tokens of white space.
        spaced: whether a space follows each token.
    """
    found: list[int] = []
    fresh = True  # the next word begins a sentence
    opened = False  # a straight quotation mark is open in this line
    i, end = 0, len(words)
    while i < end:
        word = words[i]
        if word.isspace():
            if "\n" in word or "\r" in word:
                fresh, opened = True, False
            i += 1
            continue
        if fresh:
            found.append(i)
            fresh = False
        if word in STRAIGHT:
            opened = not opened
        elif _ends(words, i):
            after, opened = _closed(words, spaced, i + 1, opened=opened)
            stop = next((words[k] for k in range(after - 1, i, -1) if words[k] in ENDS), word)
            if word == "." and i and words[i - 1].lower() in ABBREVIATED:
                stop = words[i - 1] + "."
            fresh = _begins(words, spaced, after, stop, words[after - 1])
            i = after
            continue
        i += 1
    return found


def _ends(words: Sequence[str], i: int) -> bool:
    """Tell whether the token can end a sentence."""
    word = words[i]
    if word not in ENDS:
        # "M.", "J.", "U.R.S.S." and "etc." keep their full stop.
        return len(word) > 1 and word[-1] == "." and word.lower() not in ABBREVIATIONS
    if word == "." and i:
        before = words[i - 1]
        if before.lower() in TITLES:
            return False
        if before.isdigit() and (i == 1 or "\n" in words[i - 2]):  # "1. Le cessez-le-feu": a numbered line
            return False
    return True


def _closed(words: Sequence[str], spaced: Sequence[bool], i: int, *, opened: bool) -> tuple[int, bool]:
    """Return the index after the closing marks that follow a full stop; whether a straight quotation is still open."""
    while i < len(words):
        word = words[i]
        if word in _CLOSERS or word in ENDS:
            i += 1
        elif word in STRAIGHT and opened:
            opened = False
            i += 1
        elif word == "'" and not spaced[i - 1]:
            i += 1
        else:
            break
    return i, opened


def _begins(words: Sequence[str], spaced: Sequence[bool], i: int, full_stop: str, last: str) -> bool:
    """Tell whether the word at *i*, after a full stop and its closing marks, begins a sentence."""
    j = i
    while j < len(words) and (words[j] in _OPENERS or words[j] in STRAIGHT or words[j] == "'"):
        j += 1
    if j >= len(words) or words[j].isspace():
        return "\n" not in words[j] and _begins(words, spaced, j + 1, full_stop, last) if j < len(words) else False
    word = words[j]
    if full_stop not in ENDS:  # a word with its full stop
        if len(full_stop) == 2 or full_stop.count(".") > 1 or full_stop.lower() in ABBREVIATIONS:
            return word[:1].isupper() and word.lower() in OPENERS
        return word[:1].isupper()
    if word[:1].isdigit():
        return spaced[i - 1] and last[-1:] not in ",;"
    if j > i and words[i] in "—–-" and full_stop == ".":
        return word[:1].isupper()
    return word[:1].isupper()


def read(doc: Doc, article: Article) -> tuple[Sentence, ...]:
    """Return the sentences of *doc*, white space at their ends left out, with their paragraph and block."""
    blocks = article.blocks
    found: list[Sentence] = []
    paragraph, at = 0, 0
    for sent in doc.sents:
        start, end = sent.start, sent.end
        if start and any("\n" in doc[k].text for k in _spaces_before(doc, start)):
            paragraph += 1
        while start < end and doc[start].is_space:
            start += 1
        while end > start and doc[end - 1].is_space:
            end -= 1
        if start == end:
            continue
        begin = doc[start].idx
        while at + 1 < len(blocks) and blocks[at].end <= begin:
            at += 1
        kind = blocks[at].kind if blocks and blocks[at].begin <= begin < blocks[at].end else "body"
        found.append(Sentence(start, end, paragraph, kind))
    return tuple(found)


def _spaces_before(doc: Doc, start: int) -> list[int]:
    """Return the indices of the white-space tokens just before *start*."""
    found = []
    i = start - 1
    while i >= 0 and doc[i].is_space:
        found.append(i)
        i -= 1
    return found
