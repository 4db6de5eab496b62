"""What stands between quotation marks, missing closing marks made good, apostrophes left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pourparlers.language.document import Quote
from pourparlers.language.patterns import OPENING, STRAIGHT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc


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
    for end in (*(i for i, word in enumerate(words) if "\n" in word), len(words)):
        if end > start:
            quotes = _paragraph(words, spaced, start, end, pending is not None)
            if quotes or any(not word.isspace() for word in words[start:end]):
                found, pending = _join(found, quotes, words, start, pending)
        start = end + 1
    return tuple(found)


def _join(
    found: list[Quote], quotes: list[Quote], words: Sequence[str], start: int, pending: int | None
) -> tuple[list[Quote], int | None]:
    """Append the quotations of a paragraph; link its first one with the one left open before."""
    first = start
    while words[first].isspace():
        first += 1
    base = len(found)
    for n, quote in enumerate(quotes):
        goes_on = n == 0 and pending is not None and quote.depth == 0 and quote.outer_start == first
        found.append(
            Quote(
                quote.start, quote.end, quote.outer_start, quote.outer_end, quote.closed, quote.depth,
                pending if goes_on else None,
            )  # fmt: skip
        )
    left = [base + n for n, quote in enumerate(quotes) if not quote.closed and quote.depth == 0]
    return found, left[-1] if left else None


def _paragraph(words: Sequence[str], spaced: Sequence[bool], start: int, end: int, pending: bool) -> list[Quote]:
    """Return the quotations of one paragraph, tokens `start:end`."""
    stack: list[_Open] = []
    found: list[Quote] = []

    def close(mark: _Open, at: int, outer: int, closed: bool) -> None:
        inner, stop = mark.token + 1, at
        if mark.mark == "":  # goes on from the paragraph before, without a mark of its own
            inner = mark.token
        while inner < stop and words[inner].isspace():
            inner += 1
        while stop > inner and words[stop - 1].isspace():
            stop -= 1
        if inner < stop:
            found.append(Quote(inner, stop, mark.token, outer, closed, mark.depth))

    for i in range(start, end):
        word = words[i]
        role = _role(words, spaced, i, start, end, stack)
        if role == "open":
            if stack and stack[-1].mark == word and not _balanced(words, i, end, word, len(stack)):
                cut = _sentence_end(words, stack[-1].token + 1, i)
                close(stack.pop(), cut, cut, False)
            stack.append(_Open(word, i, len(stack)))
        elif role == "close":
            level = _opener(stack, word)
            if level is None:
                if pending and not stack and word not in STRAIGHT and not found:
                    close(_Open("", start, 0), i, i + 1, True)
                continue
            while len(stack) > level + 1:
                lost = stack.pop()
                if lost.mark not in ("'", *STRAIGHT):
                    close(lost, i, i, False)
            close(stack.pop(), i, i + 1, True)
    while stack:
        lost = stack.pop()
        if lost.mark != "'":
            close(lost, end, end, False)
    found.sort(key=lambda quote: (quote.outer_start, -quote.outer_end))
    return found


def _role(words: Sequence[str], spaced: Sequence[bool], i: int, start: int, end: int, stack: list[_Open]) -> str:
    """Tell whether the token opens or closes a quotation, or neither ("")."""
    word = words[i]
    loose = i == start or spaced[i - 1] or words[i - 1].isspace()  # white space before
    free = i + 1 == end or spaced[i] or words[i + 1].isspace()  # white space after
    if word in ("«", "“", "„", "‹", "‘"):
        if word == "“" and any(o.mark == "„" for o in stack):
            return "close"
        return "open"
    if word in ("»", "›", "’"):
        return "close"
    if word == "”":
        return "open" if not any(o.mark in ("“", "”") for o in stack) and loose and not free else "close"
    if word in STRAIGHT:
        inside = any(o.mark == word for o in stack)
        if loose and not free:
            return "close" if inside and _nothing_closes(words, i, end, word) else "open"
        if free and not loose:
            return "close" if inside else ""
        if inside:
            return "close"
        return "open" if not free or any(words[k] == word for k in range(i + 1, end)) else ""
    if word == "'":
        if any(o.mark == "'" for o in stack):
            return "close" if not loose else ""
        ahead = range(i + 1, min(end, i + 60))
        if (loose or words[i - 1] in OPENING or words[i - 1] in STRAIGHT or words[i - 1] == "(") and not free:
            return "open" if any(words[k] == "'" and not spaced[k - 1] for k in ahead) else ""
    return ""


def _nothing_closes(words: Sequence[str], i: int, end: int, word: str) -> bool:
    """Tell whether the straight mark at *i* must be a closing one, being the last of its paragraph."""
    return all(words[k] != word for k in range(i + 1, end))


def _balanced(words: Sequence[str], i: int, end: int, word: str, depth: int) -> bool:
    """Tell whether the rest of the paragraph closes the mark at *i* and those open before it."""
    if word in STRAIGHT or word == "'":
        return False
    need, closer = depth + 1, OPENING.get(word, word)
    for k in range(i + 1, end):
        if words[k] == word:
            need += 1
        elif words[k] == closer:
            need -= 1
            if not need:
                return True
    return False


def _sentence_end(words: Sequence[str], start: int, stop: int) -> int:
    """Return the end of the last whole sentence in `start:stop`, or *stop* if none ends there."""
    for k in range(stop - 1, start, -1):
        if words[k] in (".", "!", "?", "…", "..."):
            return k + 1
    return stop


def _opener(stack: list[_Open], word: str) -> int | None:
    """Return the place in the stack of the mark that *word* closes."""
    for level in range(len(stack) - 1, -1, -1):
        mark = stack[level].mark
        if mark == word if word in STRAIGHT or word == "'" else OPENING.get(mark) == word or (mark == "”" and word == "”"):
            return level
    return None
