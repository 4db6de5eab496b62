"""Step two of reading a time: the clock of one article turns expressions into EDTF values with bounds.

`clock(reading, entities)` of `resolve.dating` makes it. Where the day of publication is known only as an interval, an
expression gets the value that all its days agree on, else a coarser one, else bounds alone: never a guess.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from datetime import date

from pourparlers.language.document import Reading, TimeExpression, VerbGroup
from pourparlers.model import Dating, Time
from pourparlers.resolve.values import Value, evaluate, within

_PAST = frozenset({"past", "perfect", "pluperfect", "imperfect", "participle", "conditional-perfect", "future-perfect"})
_FUTURE = frozenset({"future", "conditional", "imperative", "infinitive", "subjunctive", "future-in-past"})
# With a verb in the present, days of the week and limits lie ahead; other dates are the nearest.
_AHEAD_IN_PRESENT = frozenset({"weekday", "weekday-range", "until", "deadline", "since", "weekend", "season"})
# Intervals that say between which days something happened, not how long it lasted.
_SOMEWHERE_IN = frozenset({"week", "week-part", "weekend", "night", "vague-range", "deadline"})
_PLANNED = ("prévu", "programmé", "fixé", "reporté")
_PLANNING = frozenset({"inviter", "convier", "convoquer", "prévoir", "programmer", "planifier", "fixer", "reporter"})
# "il va venir", "il vient de partir", "il doit venir".
_MODALS = {"aller": "future", "venir": "perfect", "devoir": "future"}
_BESIDE = 3
_HARDLY_A_DAY = 400


def side_of(expression: TimeExpression, tense: str) -> str:
    """Return the side of the reference day, past, future or near, on which a verb in *tense* puts the expression."""
    if tense in _PAST:
        return "past"
    if tense in _FUTURE:
        return "future"
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
        return Time(_common_day(first, last), first, last, first, last, None, self._reason())

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
        """Tell whether an expression is told as planned: "prévu le 12 juin", "pour le 12 juin", "a invité à ... le"."""
        doc = self.reading.doc
        before = [doc[i].lower_ for i in range(max(0, expression.start - 4), expression.start)]
        if before[-1:] == ["pour"] or any(word.startswith(_PLANNED) for word in before):
            return True
        return self.verb(expression) in _PLANNING

    def _names(self, expression: TimeExpression, tense: str) -> bool:
        """Tell a weekday that only names something ("la rencontre de mardi est capitale"): the verb says nothing of it."""
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
        if value.endswith(" this"):
            value = value[:-5]
        if "ANCHOR" in value:
            return self._anchored(expression, value, side, anchor)
        if anchor is not None and anchor.earliest_begin and anchor.latest_end and _is_relative(value):
            reading = _agree(value, side, anchor.earliest_begin, anchor.latest_end)
            return self._told(expression, reading, f"dit {anchor.edtf}")
        reading = _agree(value, side, self.dating.earliest, self.dating.latest)
        return self._told(expression, reading, self._reason() if _is_relative(value) else None)

    def _anchored(self, expression: TimeExpression, value: str, side: str, anchor: Time | None) -> Time | None:
        base, at, point = value.partition("@")
        if at and point != "?":
            whole = _agree(point, side, self.dating.earliest, self.dating.latest)
            reading = whole and _counted(base, whole, side)
            return self._told(expression, reading, "la date dite avec lui")
        if anchor is None and not at:
            anchor = self._told_before(expression)
        if anchor is None:
            anchor = self.events.get(expression.start)
        if anchor is None or anchor.earliest_begin is None or anchor.latest_end is None:
            return None
        known = Value(anchor.edtf, anchor.earliest_begin, anchor.latest_begin, anchor.earliest_end, anchor.latest_end)
        words = self.reading.words(anchor.expression) if anchor.expression else anchor.anchor or ""
        return self._told(expression, _counted(base, known, side), f"{words}: {anchor.edtf}".strip(": "))

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


def _is_relative(value: str) -> bool:
    return value[:1].isalpha() or "XX-" in value or "PUB" in value or "WD" in value or "+" in value


def _common_day(first: date | None, last: date | None) -> str:
    if first is None or last is None:
        return ""
    return _common(first.isoformat(), last.isoformat()) or f"{first}/{last}"


def _counted(base: str, anchor: Value, side: str) -> Value | None:
    """Count from an anchor that may itself be an interval of days."""
    if anchor.earliest_begin is None or anchor.latest_end is None:
        return None
    if anchor.edtf and "X" not in anchor.edtf:
        return evaluate(base, anchor.earliest_begin, side, anchor.edtf)
    low = evaluate(base, anchor.earliest_begin, side, anchor.earliest_begin.isoformat())
    high = evaluate(base, anchor.latest_end, side, anchor.latest_end.isoformat())
    return _merged(low, high)


def _agree(value: str, side: str, first: date | None, last: date | None) -> Value | None:
    """Evaluate for the first and the last day the article may have appeared on, and keep what they agree on.

    Every value grows with the day of reference, so that the days between can say nothing else.
    """
    if not _is_relative(value):
        return evaluate(value, first or last or date(2000, 1, 1), side)
    if first is None or last is None:
        return _one_sided(value, side, first, last)
    low = evaluate(value, first, side)
    return low if first == last else _merged(low, evaluate(value, last, side), value)


def _one_sided(value: str, side: str, first: date | None, last: date | None) -> Value | None:
    low = evaluate(value, first, side) if first else None
    high = evaluate(value, last, side) if last else None
    edtf = _recurring(value)
    if not (low or high or edtf):
        return None
    return Value(
        edtf,
        low.earliest_begin if low else None,
        high.latest_begin if high else None,
        low.earliest_end if low else None,
        high.latest_end if high else None,
    )


def _merged(low: Value, high: Value, value: str = "") -> Value:
    """Return what two readings have in common: the same value, the same month or year, or bounds alone."""
    if low.edtf == high.edtf:
        edtf = low.edtf
    else:
        edtf = _common(low.edtf, high.edtf) or _recurring(value)
    return Value(edtf, low.earliest_begin, high.latest_begin, low.earliest_end, high.latest_end)


def _common(low: str, high: str) -> str:
    """Return the month or the year that two EDTF points share, or ""."""
    if "/" in low or "/" in high or "{" in low:
        return ""
    if low == high:
        return low
    a, b = low.strip("~").split("-"), high.strip("~").split("-")
    if len(a) == 3 == len(b) and a[:2] == b[:2]:
        return "-".join(a[:2])
    return a[0] if a[0] == b[0] else ""


def _recurring(value: str) -> str:
    """Return XXXX-03-03 for a day of the year whose year is not known: EDTF has a form for it."""
    base = value.partition(" ")[0].partition("#")[0]
    return base if base.startswith("XXXX-") and not base.startswith("XXXX-XX") and base[5:7] <= "12" else ""
