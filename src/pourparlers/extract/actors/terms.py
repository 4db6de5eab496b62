"""Terms of office: since when, or till when, the article says that somebody holds a post.

X, ministre de la Défense depuis mars 2019 · X, ministre de 2012 à 2015 · le président X, au pouvoir depuis 2012 ·
le président X, élu en mai 2017
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pourparlers.extract.actors.patterns import BEGUN, IN_OFFICE, POINTS
from pourparlers.extract.mentions import Entities
from pourparlers.language.document import Reading, TimeExpression
from pourparlers.model import Passage, Tenure, Time

if TYPE_CHECKING:
    from pourparlers.resolve.clock import Clock


def dated(tenure: Tenure, reading: Reading, entities: Entities, clock: Clock) -> Tenure:
    """Return the post with its beginning and its end, as far as the words beside one of its mentions say so."""
    for passage in tenure.evidence:
        found = _beside(tenure, passage, reading, entities)
        if found is None:
            continue
        expression, begins = found
        time = clock.time(expression, clock.tense(expression))
        if time is None or not time.edtf:
            continue
        if begins:
            return replace(tenure, since=time)
        return replace(tenure, since=_first(time), until=_last(time))
    return tenure


def _beside(
    tenure: Tenure, passage: Passage, reading: Reading, entities: Entities
) -> tuple[TimeExpression, bool] | None:
    """Return the time that goes with a post, and whether it is the day the post began."""
    title = reading.doc.char_span(passage.begin, passage.end, alignment_mode="expand")
    mention = entities.covering(title.start) if title is not None else None
    if title is None or mention is None or tenure.holder not in mention.refs or mention.name_end is None:
        return None
    ends = title.end >= mention.name_end  # the title stands behind the name
    if ends and (time := _at(reading, title.end)) is not None and time.kind in {"since", "range", "until"}:
        return time, False
    for end in (title.end, mention.end) if ends else (mention.end,):
        if reading.lower[end : end + 1] not in ((",",), ("(",)):
            continue
        for words in (*IN_OFFICE, *BEGUN):
            after = end + 1 + len(words)
            if reading.lower[end + 1 : after] != words or (time := _at(reading, after)) is None:
                continue
            if time.kind in (POINTS if words in BEGUN else {"since"}):
                return time, words in BEGUN
    return None


def _at(reading: Reading, token: int) -> TimeExpression | None:
    return next((t for t in reading.times_in(token, len(reading.doc)) if t.start == token), None)


def _first(time: Time) -> Time | None:
    """Return the beginning of a stretch; None if it is open."""
    begin = time.edtf.partition("/")[0].strip(".")
    if not begin:
        return None
    return replace(time, edtf=begin, earliest_end=time.earliest_begin, latest_end=time.latest_begin)


def _last(time: Time) -> Time | None:
    """Return the end of a stretch; None if it is open."""
    end = time.edtf.partition("/")[2].strip(".")
    if not end:
        return None
    return replace(time, edtf=end, earliest_begin=time.earliest_end, latest_begin=time.latest_end)
