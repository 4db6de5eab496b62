"""Step two of reading a time: the clock of one article turns expressions into EDTF values with bounds.

`clock(reading, entities)` of `resolve.dating` makes it. Where the day of publication is known only as an interval, an
expression gets the value that all its days agree on, else a coarser one, else bounds alone: never a guess.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from pourparlers.language.document import Reading, TimeExpression, VerbGroup
from pourparlers.model import Dating, Time
from pourparlers.resolve.points import Value, within
from pourparlers.resolve.windows import agree, common_day, counted, is_relative

_PAST = frozenset({"past", "perfect", "pluperfect", "imperfect", "participle", "conditional-perfect", "future-perfect"})
_FUTURE = frozenset({"future", "conditional", "imperative", "subjunctive", "future-in-past"})
_LIMITS = frozenset({"until", "deadline"})
# With a verb in the present, days of the week and limits lie ahead; other dates are the nearest.
_AHEAD_IN_PRESENT = frozenset({"weekday", "weekday-range", "until", "deadline", "since", "weekend", "season"})
# Intervals that say between which days something happened, not how long it lasted.
_SOMEWHERE_IN = frozenset({"week", "week-part", "weekend", "night", "vague-range", "deadline"})
_PLANNED = ("prévu", "programmé", "fixé", "reporté")
_PLANNING = frozenset({"inviter", "convier", "convoquer", "prévoir", "programmer", "planifier", "fixer", "reporter"})
# "il va venir", "il vient de partir", "il doit venir".
_MODALS = {"aller": "future", "venir": "perfect", "devoir": "future"}
_BESIDE = 3
_COUNT = re.compile(r"ANCHOR([+-])(\d+[DMY]~?)")


def side_of(expression: TimeExpression, tense: str) -> str:
    """Return the side of the reference day, past, future or near, on which a verb in *tense* puts the expression."""
    if tense in _PAST:
        return "past"
    if tense in _FUTURE or expression.kind in _LIMITS:
        return "future"
    if tense in ("infinitive", "none"):  # "il a jugé utile de démentir lundi", "il a accepté de venir lundi"
        return "near"
    if expression.value.endswith(" this") or expression.kind not in _AHEAD_IN_PRESENT:
        return "near"
    return "future"


@dataclass(frozen=True, slots=True)
class Clock:
    """What is known of the article's day, and the times that follow from it."""

    reading: Reading
    dating: Dating
    events: dict[int, Time] = field(default_factory=dict)
    _cache: dict[tuple[int, str], Time | None] = field(default_factory=dict, repr=False)

    def of_article(self) -> Time | None:
        """Return the day, or the days, on which the article may have appeared."""
        first, last = self.dating.earliest, self.dating.latest
        if first is None and last is None:
            return None
        return Time(common_day(first, last), first, last, first, last, None, self._reason())

    def tense(self, expression: TimeExpression) -> str:
        """Return the tense of the verb that most likely governs an expression: the nearest of its sentence.

        "vient de" and perfect infinitives count as perfect, "va" as future, "devait" as open.
        """
        group = self._verb(expression)
        before = expression.start - 1
        participle = before >= 0 and "Part" in self.reading.doc[before].morph.get("VerbForm", [])
        if participle and (group is None or group.end != expression.start):
            return "participle"  # an adjective for the tagger: "la réunion tenue mardi"
        if group is None:
            return "none"
        if group.modal in _MODALS and group.tense in ("present", "imperfect"):
            return _MODALS[group.modal] if group.tense == "present" else "present"
        first = self.reading.doc[group.start].lower_
        perfect = first == "avoir" or (first == "être" and not group.passive and group.head > group.start)
        return "perfect" if group.tense == "infinitive" and perfect else group.tense

    def planned(self, expression: TimeExpression) -> bool:
        """Tell whether an expression is told as planned: "prévu le 9 juin", "pour le 9 juin", "a invité à ... le"."""
        doc = self.reading.doc
        before = [doc[i].lower_ for i in range(max(0, expression.start - 4), expression.start)]
        if before[-1:] == ["pour"] or any(word.startswith(_PLANNED) for word in before):
            return True
        return self.verb(expression) in _PLANNING

    def _names(self, expression: TimeExpression, tense: str) -> bool:
        """Tell a weekday that only names what the verb speaks of: "la rencontre de mardi est capitale"."""
        before = self.reading.doc[expression.start - 1].lower_ if expression.start else ""
        return tense == "present" and expression.kind == "weekday" and before in ("de", "du")

    def verb(self, expression: TimeExpression) -> str:
        """Return the infinitive of the verb that most likely governs an expression, "" if none is known."""
        group = self._verb(expression)
        return group.verb if group and not group.negated else ""

    def time(self, expression: TimeExpression, tense: str, anchor: Time | None = None) -> Time | None:
        """Return when an expression means.

        Args:
            expression: one of `reading.times`.
            tense: tense of the verb it goes with, as in `VerbGroup.tense`; "none" if there is none.
            anchor: the time from which it counts when that is not the article's: of the announcement that is reported
                ("elle a annoncé mardi que la réunion aurait lieu jeudi"), or of the event for "la veille".

        Returns:
            None if nothing at all can be said.
        """
        side = side_of(expression, tense)
        if (side == "past" and self.planned(expression)) or (side == "future" and self._names(expression, tense)):
            side = "near"
        value = expression.value
        if "ANCHOR" in value:
            return self._anchored(expression, value, side, anchor)
        if anchor is not None and anchor.earliest_begin and anchor.latest_end and is_relative(value):
            reading = agree(value, side, anchor.earliest_begin, anchor.latest_end)
            return self._told(expression, reading, f"dit {anchor.edtf}")
        reading = agree(value, side, self.dating.earliest, self.dating.latest)
        return self._told(expression, reading, self._reason() if is_relative(value) else None)

    def origin(self, expression: TimeExpression, event: Time) -> Time | None:
        """Return the time from which an expression counts: "deux semaines après un accord", given what came after.

        Args:
            expression: of kind anaphoric, counted in days, months or years.
            event: the time of what the sentence tells as so long after, or before, the origin.
        """
        back = _COUNT.match(expression.value)
        if back is None or event.earliest_begin is None or event.latest_end is None:
            return None
        value = f"ANCHOR{'-' if back[1] == '+' else '+'}{back[2]}"
        known = Value(event.edtf, event.earliest_begin, event.latest_begin, event.earliest_end, event.latest_end)
        return self._told(expression, counted(value, known, "past"), f"compté depuis {event.edtf}".strip())

    def _anchored(self, expression: TimeExpression, value: str, side: str, anchor: Time | None) -> Time | None:
        base, at, point = value.partition("@")
        if at and point != "?":
            whole = agree(point, side, self.dating.earliest, self.dating.latest)
            reading = whole and counted(base, whole, side)
            return self._told(expression, reading, "la date dite avec lui")
        if anchor is None and not at:
            anchor = self._told_before(expression)
        if anchor is None:
            anchor = self.events.get(expression.start)
        if anchor is None or anchor.earliest_begin is None or anchor.latest_end is None:
            return None
        known = Value(anchor.edtf, anchor.earliest_begin, anchor.latest_begin, anchor.earliest_end, anchor.latest_end)
        words = self.reading.words(anchor.expression) if anchor.expression else anchor.anchor or ""
        return self._told(expression, counted(base, known, side), f"{words}: {anchor.edtf}".strip(": "))

    def _told_before(self, expression: TimeExpression) -> Time | None:
        """Return the time told last before an expression, if it is a day, a month or a year in the same narrative."""
        times = self.reading.times
        for k in range(times.index(expression) - 1, -1, -1):
            earlier = times[k]
            if earlier.kind in ("since", "until", "deadline", "vague-range", "decade", "century", "approx"):
                continue
            key = (earlier.start, "")
            if key not in self._cache:
                self._cache[key] = self.time(earlier, self.tense(earlier))
            return self._cache[key]
        return None

    def _told(self, expression: TimeExpression, value: Value | None, anchor: str | None) -> Time | None:
        if value is None:
            return None
        if expression.kind in _SOMEWHERE_IN:
            value = within(value)
        return Time(*value, self.reading.passage(expression.start, expression.end), anchor)

    def _reason(self) -> str:
        first, last = self.dating.earliest, self.dating.latest
        if first == last and first is not None:
            return f"publication: {first}"
        return f"publication: {first or '?'}/{last or '?'}"

    def _verb(self, expression: TimeExpression) -> VerbGroup | None:
        """Return the finite verb nearest to an expression inside its sentence, one before it rather than one after."""
        verbs = self.reading.verbs
        sentence = next((s for s in self.reading.sentences if s.start <= expression.start < s.end), None)
        if sentence is None:
            return None
        best: VerbGroup | None = None
        best_distance = 10_000
        low = bisect_left(verbs, sentence.start, key=lambda v: v.start)
        for verb in verbs[low:]:
            if verb.start >= sentence.end:
                break
            distance = (
                expression.start - verb.end if verb.end <= expression.start else 2 * (verb.start - expression.end)
            )
            distance += 0 if verb.finite or 0 <= expression.start - verb.end <= _BESIDE else 30
            if distance < best_distance:
                best, best_distance = verb, distance
        return best
