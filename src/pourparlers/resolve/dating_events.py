"""Clues to the day of an article: the known events that it tells of as recent or to come."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pourparlers.resolve import dating_gatherings, dating_treaties
from pourparlers.resolve.clock import side_of
from pourparlers.resolve.dating_story import Story
from pourparlers.resolve.days import Clue

_NEAR = re.compile(r"(?:WD\d|PUB(?:[+-]\dD)?|NIGHT|WEEKEND|WEEK|MONTH)(?:[+-]\d)?(?: this| last| next)?")
_OFFSET = re.compile(r"ANCHOR\+\d+[DMY]~?@\?")


def clues(told: Story) -> Iterator[Clue]:
    """Yield the days from which the known events can be seen as the article sees them."""
    for expression in told.reading.times:
        k = told.sentence(expression)
        if k is None:
            continue
        if _OFFSET.fullmatch(expression.value) and told.clock.tense(expression) != "future":
            yield from dating_treaties.counted(told, expression, k)
        elif _NEAR.fullmatch(expression.value):
            side = side_of(expression, told.clock.tense(expression))
            yield from dating_treaties.seen(told, expression, k, side)
            yield from dating_gatherings.seen(told, expression, k, side)
