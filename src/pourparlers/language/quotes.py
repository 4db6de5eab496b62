"""What stands between quotation marks, missing closing marks made good, apostrophes left alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pourparlers.language.document import Quote
from pourparlers.language.patterns import CLOSING, ENDS, OPENING, STRAIGHT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc


_BEFORE_OPENING = frozenset({"(", "[", "«", "“", "„", "‹", "‘", '"', "—", "–", "-", "/"})
_AFTER_CLOSING = frozenset({".", ",", ";", ":", "!", "?", "…", "...", ")", "]", "»", "”", "›", '"', "—", "–", "-", "/"})


_TURNED = {"«": "»", "»": "«"}


class _Open:
    """A quotation mark that waits for its closing one."""

    __slots__ = ("depth", "mark", "token")

    def __init__(self, mark: str, token: int, depth: int) -> None:
        self.mark, self.token, self.depth = mark, token, depth


def find(doc: Doc) -> tuple[Quote, ...]:
    """Return the quotations of *doc* in the order of the text, outer before inner."""
    words = [token.text for token in doc]
    return pair(words, [bool(token.whitespace_) for token in doc])


def pair(words: Sequence[str], spaced: Sequence[bool]) -> tuple[Quote, ...]:
    """Return the quotations of a text given as tokens and whether a space follows each."""
    found: list[Quote] = []
    pending: int | None = None  # the quotation left open at the end of the last paragraph
    start = 0
    for stop in (*(i for i, word in enumerate(words) if "\n" in word), len(words)):
        first, end = start, stop
        while first < end and words[first].isspace():
            first += 1
        while end > first and words[end - 1].isspace():
            end -= 1
        start = stop + 1
        if first == end:
            continue
        quotes = _Paragraph(words, spaced, first, end, pending=pending is not None).quotes()
        left = None
        if quotes and pending is not None and quotes[0].outer_start == first:
            quotes[0] = replace(quotes[0], continues=pending)
        for quote in quotes:
            if quote.depth == 0 and not quote.closed and quote.end == end:
                left = len(found)
            found.append(quote)
        pending = left
    return tuple(found)


def _righted(words: Sequence[str], first: int, end: int) -> Sequence[str]:
    """Return the words with the guillemets of a paragraph the right way round: some sites print them » so «."""
    marks = [i for i in range(first, end) if words[i] in _TURNED]
    if len(marks) < 2 or [words[i] for i in marks] != ["»", "«"] * (len(marks) // 2):
        return words
    righted = list(words)
    for i in marks:
        righted[i] = _TURNED[words[i]]
    return righted


class _Paragraph:
    """The quotations of one paragraph, tokens `first:end`; *pending* when one was left open before it."""

    def __init__(self, words: Sequence[str], spaced: Sequence[bool], first: int, end: int, *, pending: bool) -> None:
        self.words = words if pending else _righted(words, first, end)
        self.spaced, self.first, self.end, self.pending = spaced, first, end, pending
        self.stack: list[_Open] = []
        self.found: list[Quote] = []

    def quotes(self) -> list[Quote]:
        """Return them in the order of the text, outer before inner."""
        for i in range(self.first, self.end):
            role = self._role(i)
            if role == "open":
                self._open(i)
            elif role == "close":
                self._close(i)
        while self.stack:
            lost = self.stack.pop()
            if lost.mark != "'":
                self._add(lost, self.end, self.end, closed=False)
        return sorted(self.found, key=lambda quote: (quote.outer_start, -quote.outer_end))

    def _open(self, i: int) -> None:
        mark = "«" if self.words[i] == "»" else self.words[i]
        if self.stack and self.stack[-1].mark == mark and not self._balanced(i, mark):
            lost = self.stack.pop()  # its closing mark was forgotten: it ends with the sentence before
            cut = self._sentence_end(lost.token + 1, i)
            self._add(lost, cut, cut, closed=False)
        self.stack.append(_Open(mark, i, len(self.stack)))

    def _close(self, i: int) -> None:
        word = "»" if self.words[i] == "«" else self.words[i]
        level = self._opener(word)
        if level is None:
            if self.pending and not self.stack and not self.found:
                self._add(_Open("", self.first, 0), i, i + 1, closed=True)
            return
        while len(self.stack) > level + 1:
            lost = self.stack.pop()
            if lost.mark != "'" and lost.mark not in STRAIGHT:
                self._add(lost, i, i, closed=False)
        self._add(self.stack.pop(), i, i + 1, closed=True)

    def _add(self, mark: _Open, stop: int, outer: int, *, closed: bool) -> None:
        """Add a quotation that ends before *stop*; one without a mark of its own goes on from the paragraph before."""
        start = mark.token + (1 if mark.mark else 0)
        while start < stop and self.words[start].isspace():
            start += 1
        while stop > start and self.words[stop - 1].isspace():
            stop -= 1
        if start < stop:
            self.found.append(Quote(start, stop, mark.token, outer if closed else stop, closed, mark.depth))

    # ------------------------------------------------------------------------------------------ marks

    def _loose(self, i: int) -> bool:
        """Tell whether what stands before the mark lets it open a quotation."""
        if i == self.first or self.spaced[i - 1]:
            return True
        before = self.words[i - 1]
        return before.isspace() or before in _BEFORE_OPENING or (before[-1] == "'" and len(before) > 1)

    def _free(self, i: int) -> bool:
        """Tell whether what stands after the mark lets it close a quotation."""
        return i + 1 == self.end or self.spaced[i] or self.words[i + 1].isspace() or self.words[i + 1] in _AFTER_CLOSING

    def _glued(self, i: int) -> bool:
        """Tell a mark that leans on the word before it and not on the one after: it can only close."""
        return i > self.first and not self._loose(i) and self._free(i)

    def _role(self, i: int) -> str:
        """Tell whether the token opens or closes a quotation, or neither ("")."""
        word = self.words[i]
        if word in STRAIGHT:
            return self._straight(i, word)
        if word == "'":
            return self._apostrophe(i)
        if word == "«" and self._glued(i) and any(mark.mark == "«" for mark in self.stack):
            return "close"
        if word in OPENING:
            return "close" if word == "“" and any(mark.mark == "„" for mark in self.stack) else "open"
        if word not in CLOSING:
            return ""
        # An older custom sets » at the head of each paragraph of a quotation; some typists know ” only.
        first = word == "»" and i == self.first and self.pending
        lone = word == "”" and not any(mark.mark in ("“", "”", "„") for mark in self.stack)
        return "open" if first or (lone and self._loose(i) and not self._free(i)) else "close"

    def _straight(self, i: int, word: str) -> str:
        inside = any(mark.mark == word for mark in self.stack)
        loose, free = self._loose(i), self._free(i)
        if loose and not free:
            return "open" if not inside or word in self.words[i + 1 : self.end] else "close"
        if inside:
            return "close"
        if free and not loose:
            return "close" if self.pending and not self.found else ""
        return "open" if word in self.words[i + 1 : self.end] else ""

    def _apostrophe(self, i: int) -> str:
        """Tell the role of a "'" that is a token: single marks count in pairs only."""
        if any(mark.mark == "'" for mark in self.stack):
            return "" if self._loose(i) else "close"
        if not self._loose(i) or self._free(i):
            return ""
        ahead = range(i + 2, min(self.end, i + 60))
        return "open" if any(self.words[k] == "'" and not self._loose(k) for k in ahead) else ""

    def _balanced(self, i: int, mark: str) -> bool:
        """Tell whether the rest of the paragraph closes the mark at *i* and those open before it."""
        need, closing = len(self.stack) + 1, OPENING.get(mark, mark)
        for k in range(i + 1, self.end):
            if self.words[k] == closing and (closing != mark or not self._loose(k) or self._free(k)):
                need -= 1
                if not need:
                    return True
            elif self.words[k] == mark:
                need += 1
        return False

    def _sentence_end(self, start: int, stop: int) -> int:
        """Return the end of the last whole sentence in `start:stop`, or *stop* if none ends there."""
        for k in range(stop - 1, start, -1):
            if self.words[k] in ENDS:
                return k + 1
        return stop

    def _opener(self, word: str) -> int | None:
        """Return the place in the stack of the mark that *word* closes."""
        for level in range(len(self.stack) - 1, -1, -1):
            mark = self.stack[level].mark
            if OPENING.get(mark, mark) == word:
                return level
        return None
