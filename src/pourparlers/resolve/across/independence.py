"""Independent sources: texts that share long runs of words are copies of one agency's."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Mapping

from pourparlers.resolve.across.clusters import Union

RUN = 9
"""Words of a run: shorter ones are stock phrases of the trade."""

SHARE = 0.2
"""Share of the shorter text's runs that tells a copy; a long official quotation in both stays below."""

LEAST = 4
"""Runs in common that tell a copy at the very least."""

_SAMPLE = 4  # one run in four is kept: enough to see a copy, four times less to remember
_WORD = re.compile(r"\w+")


def shingles(text: str) -> frozenset[int]:
    """Return the fingerprint of a text: a sample of its runs of words, always the same runs of the same words."""
    words = _WORD.findall(text.casefold())
    runs = (zlib.crc32(" ".join(words[at : at + RUN]).encode()) for at in range(len(words) - RUN + 1))
    return frozenset(run for run in runs if run % _SAMPLE == 0)


def copied(left: frozenset[int], right: frozenset[int]) -> bool:
    """Tell whether two fingerprints are those of one text and its copy, cut or completed."""
    common = len(left & right)
    return common >= LEAST and common >= SHARE * min(len(left), len(right))


def independent(articles: Iterable[str], marks: Mapping[str, frozenset[int]]) -> int:
    """Return how many of the articles are independent: copies of one text count once."""
    names = sorted(set(articles))
    union = Union(names)
    for place, one in enumerate(names):
        for other in names[place + 1 :]:
            if union.find(one) != union.find(other) and copied(marks[one], marks[other]):
                union.join(one, other)
    return len({union.find(name) for name in names})
