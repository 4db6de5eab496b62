"""Phrases of time: the points with their prepositions, parts, ranges, offsets and vague stretches.

Each parser reads from the first word of the phrase; `STARTERS` says which parsers to try at which word, in order.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from pourparlers.language.times_points import (
    Found,
    Words,
    about_ten,
    day_month,
    day_number,
    deictic,
    moment,
    month,
    number,
    numeric,
    point,
    weekday,
    year,
)
from pourparlers.language.times_words import (
    ABOUT_TENS,
    AFTER_DAY,
    DEICTICS,
    FEASTS,
    FOLLOWING,
    HYPHEN_FEASTS,
    LAST,
    LAST_MANY,
    MOMENTS,
    MONTHS,
    NEXT,
    NEXT_MANY,
    ONES,
    ORDINALS,
    PARTS,
    PRECEDING,
    ROUGHLY,
    ROUND_DAYS,
    SEASONS,
    SOME,
    TENS,
    UNITS,
    VAGUE,
    WEEKDAYS,
)
