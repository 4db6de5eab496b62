"""Clues to the day of an article: the line that says when it was published, and the dates of its photographs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from pourparlers.language.times import scan
from pourparlers.model import Article
from pourparlers.resolve.days import Clue, around, since
from pourparlers.resolve.points import of

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")
_PROSE = frozenset({"title", "heading", "body", "repeated"})
_LINES = frozenset({"metadata", "byline"})
_PUBLISHED = re.compile(
    r"\b(?:publi[ée]e?s?|post[ée]e?|parue?|mise? en ligne|diffus[ée]e?)\b[^\n]{0,40}$", re.IGNORECASE
)
_UPDATED = re.compile(r"\b(?:mise? à jour|modifi[ée]e?|actualis[ée]e?)\b[^\n]{0,40}$", re.IGNORECASE)
_ALONE = re.compile(
    r"[\s.,:|/–—•·-]*(?:(?:à\s*)?\d{1,2}\s?[h:]\s?\d{0,2}(?::\d\d)?)?[\s.,:|/–—•·-]*(?:UTC|GMT)?[\s.–—-]*"
)
_PLACE = re.compile(r"[A-ZÀ-Ý][\w' /-]{2,40}(?:\([^()]{2,30}\))?\s*[,(–—-]\s*")
_DASH = re.compile(r"\s*(?:\([^()]{2,30}\)|[)/])?\s*(?:\([^()]{2,30}\))?\s*[-–—:.]")
_HEAD = 120
_PUBLICATION, _STANDS_ALONE, _UPDATE, _PHOTO = 1000, 300, 200, 40


def clues(article: Article) -> Iterator[Clue]:
    """Yield what the lines that are not prose say of the day of publication."""
    yield from _dateline(article)
    alone: dict[date, str] = {}
    published: list[Clue] = []
    for block in article.blocks:
        if block.kind in _PROSE:
            continue
        text = article.text[block.begin : block.end]
        for begin, end, found in scan(text):
            value = found.value.partition("#")[0]
            if block.kind == "caption":
                yield from _photograph(value, text[begin:end])
            elif _DAY.fullmatch(value):
                day, before, line = date.fromisoformat(value), text[:begin], _line(text, begin, end)
                if _UPDATED.search(before):
                    yield Clue((around(day, 30, 0),), _UPDATE, f"mise à jour: « {line} »")
                elif _PUBLISHED.search(before):
                    published.append(Clue(((day, day),), _PUBLICATION, f"ligne imprimée: « {line} »"))
                elif block.kind in _LINES and _ALONE.fullmatch(before) and _ALONE.fullmatch(text[end:]):
                    alone[day] = line
    yield from published[:1]  # the others are of other articles
    if len(alone) == 1:
        yield from (Clue(((day, day),), _STANDS_ALONE, f"ligne imprimée: « {line} »") for day, line in alone.items())


def _photograph(value: str, words: str) -> Iterator[Clue]:
    """Yield the earliest day that a photograph allows."""
    if _DATE.fullmatch(value):
        first = of(value).first
        yield Clue(since(first), _PHOTO, f"légende: « {words.strip()} »: au plus tôt {first}")


def _dateline(article: Article) -> Iterator[Clue]:
    """Yield the date of a dateline, "Lima, 4 mai 2011 (Agence) -": at the head of the body, after a place."""
    body = next((block for block in article.blocks if block.kind == "body"), None)
    if body is None:
        return
    text = article.text[body.begin : min(body.end, body.begin + _HEAD)]
    begin, end, found = next(scan(text), (0, 0, None))
    if found is None or not _PLACE.fullmatch(text[:begin]) or not _DASH.match(text[end:]):
        return
    value, words = found.value.partition("#")[0], _line(text, 0, end)
    if _DAY.fullmatch(value):
        day = date.fromisoformat(value)
        yield Clue(((day, day + timedelta(days=1)),), _STANDS_ALONE, f"en tête: « {words} »")


def _line(text: str, begin: int, end: int) -> str:
    """Return the printed line around a date, blanks made one."""
    first = text.rfind("\n", 0, begin) + 1
    last = text.find("\n", end)
    return " ".join(text[first : last if last >= 0 else len(text)].split())[:80]
