"""The occasion on which something was said, when only the text before tells its day: a dateline, a visit, a meeting."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pourparlers.extract.statements.circumstances import NO_POINT
from pourparlers.extract.statements.dateline import Dateline, dateline
from pourparlers.extract.statements.drafts import Draft
from pourparlers.extract.statements.patterns import DE, ENCOUNTERS
from pourparlers.extract.statements.scene import Scene
from pourparlers.language.document import TimeExpression
from pourparlers.model import Meeting, Time
from pourparlers.resolve.clock import Clock

_SAID = frozenset({"perfect", "past", "gerund"})
_HAPPENED = frozenset({"perfect", "past", "imperfect", "participle", "present"})
# "À l'issue de l'audience": the occasion told right before, though it lies before others.
_OF_OCCASION = frozenset({"issue", "sortir", "sortie", "terme", "cours", "lors", "occasion", "fin"})
# "Au terme de la réunion": what leads to the noun of the encounter.
_AT = frozenset({*_OF_OCCASION, "marge", "après", "ouverture", "clôture", "suite", "début", "pendant", "durant"})
_DEFINITE = frozenset({"la", "le", "l'", "du", "des", "cette", "ce", "leur", "leurs", "les", "ces"})
_OVER = frozenset({"perfect", "past", "pluperfect"})
_NAMED_DAY = frozenset({"weekday", "this-weekday", "weekday-part"})
_LEAD = 4
_REACH = 3
_DAY = 10


class Occasions:
    """Finds the day of what was said from the sentences before it."""

    def __init__(
        self, scene: Scene, clock: Clock | None, drafts: Sequence[Draft], meetings: Sequence[Meeting] = ()
    ) -> None:
        """Keep what it is read from; *drafts* are all statements of the article, *meetings* its encounters."""
        self.scene, self.clock, self.drafts, self.meetings = scene, clock, drafts, meetings

    def of(self, draft: Draft) -> Time | None:
        """Return the day of the occasion that *draft* belongs to, None if another time or nothing is told."""
        if self.clock is None or draft.nominal or draft.verb is None:
            return None
        if draft.verb.tense not in _SAID and draft.frame != "infinitive-cue":
            return None
        unit = self.scene.units[draft.unit]
        if unit.block != "body":
            return None
        told = self._at_meeting(draft) or self._dateline(draft.unit) or self._governing(draft) or self._announced(draft)
        if told is not None:
            return told
        if any(not self._said(draft.unit, t) for t in self._times(draft.unit, opening=False)):
            return None
        return self._before(draft)

    def _at_meeting(self, draft: Draft) -> Time | None:
        """Return the day of the meeting at whose end, in whose margin ... it was said: "au terme de la réunion"."""
        scene = self.scene
        for start, end in draft.zone:
            for at in range(start, end):
                if scene.words[at] not in ENCOUNTERS or not _AT & set(scene.words[max(start, at - _LEAD) : at]):
                    continue
                here = scene.reading.passage(at, at + 1)
                named = [m for m in self.meetings if any(p.begin <= here.begin < p.end for p in m.evidence)]
                earlier = [m for m in self.meetings if m.evidence[0].begin < here.begin and m.status == "held"]
                definite = scene.words[at - 1] in _DEFINITE
                found = named or (sorted(earlier, key=_latest(here.begin))[-1:] if definite else [])
                day = _a_day(found[0].time) if len(found) == 1 else None
                day = day or (self._where_told(draft, scene.words[at]) if definite else None)
                if day is not None:
                    return day
        return None

    def _where_told(self, draft: Draft, noun: str) -> Time | None:
        """Return the day of the nearest sentence before that names the same kind of encounter, if it tells one."""
        paragraph = self.scene.units[draft.unit].paragraph
        for number in range(draft.unit - 1, -1, -1):
            unit = self.scene.units[number]
            if paragraph - unit.paragraph > _REACH:
                return None
            if noun in self.scene.words[unit.start : unit.end]:
                return self._day(self._times(number, opening=True), draft, number)
        return None

    def _governing(self, draft: Draft) -> Time | None:
        """Return the day of the clause that a participle hangs on: "a ouvert mardi le sommet, plaidant pour"."""
        if draft.frame not in {"gerund", "infinitive-cue"} or draft.verb is None or self.clock is None:
            return None
        found: dict[str, Time] = {}
        for time in self._times(draft.unit, opening=False):
            if time.start < draft.verb.start and not self._said(draft.unit, time):
                tense = self.clock.tense(time)
                day = self.clock.time(time, tense) if tense in {"perfect", "past", "present"} else None
                day = day if day is not None and day.edtf else None
                found[day.edtf if day is not None else ""] = day or Time("")
        return next(iter(found.values())) if len(found) == 1 and "" not in found else None

    def _announced(self, draft: Draft) -> Time | None:
        """Return the day of what is announced, if it happened so late that it was said on the same day.

        What happened on the day of publication was said then too; of the day before only the news itself is.
        """
        if self.clock is None or draft.frame not in {"incise", "que"} or draft.verb is None:
            return None
        printed = self.clock.dating
        if draft.verb.tense not in _SAID or printed.earliest is None or printed.earliest != printed.latest:
            return None
        lede = draft.frame == "incise" and all(u.block != "body" for u in self.scene.units[: draft.unit])
        for begin, end in draft.content:
            for time in (self.scene.time_at[t] for t in range(begin, end) if t in self.scene.time_at):
                tense = self.clock.tense(time)
                day = _a_day(self.clock.time(time, tense)) if tense in _OVER and self._plain(time) else None
                if day is not None and day.earliest_begin is not None:
                    age = (printed.earliest - day.earliest_begin).days
                    return day if age == 0 or (age == 1 and lede and time.kind in _NAMED_DAY) else None
        return None

    def _plain(self, time: TimeExpression) -> bool:
        return time.kind not in NO_POINT and self.scene.quote_at[time.start] < 0

    def _before(self, draft: Draft) -> Time | None:
        """Return the day that the nearest sentence with a time gives, if the speaker takes part in what it tells."""
        paragraph = self.scene.units[draft.unit].paragraph
        for number in range(draft.unit - 1, -1, -1):
            unit = self.scene.units[number]
            if unit.block != "body" or paragraph - unit.paragraph > _REACH:
                return None
            times = self._times(number, opening=True)
            if not times:
                continue
            if self._takes_part(draft, number):
                day = self._day(times, draft, number)
                if day is not None:
                    return day
            if all(self._said(number, t) for t in times):
                continue  # what others said of other days
            return None
        return None

    def _times(self, number: int, *, opening: bool) -> list[TimeExpression]:
        """Return the points in time that a unit tells outside quotations, its dateline among them or not."""
        scene, unit = self.scene, self.scene.units[number]
        found = [scene.time_at[t] for t in range(unit.start, unit.end) if t in scene.time_at and scene.quote_at[t] < 0]
        found = [time for time in found if time.kind not in NO_POINT]
        return found if opening else [t for t in found if not self._is_dateline(t, number)]

    def _is_dateline(self, time: TimeExpression, number: int) -> bool:
        found = self._opening(number)
        return found is not None and found.time is time

    def _opening(self, number: int) -> Dateline | None:
        unit = self.scene.units[number]
        return dateline(self.scene, unit.start, unit.end)

    def _dateline(self, number: int) -> Time | None:
        found = self._opening(number)
        return _a_day(self.clock.time(found.time, "past")) if found is not None and self.clock is not None else None

    def _said(self, number: int, time: TimeExpression) -> bool:
        """Tell whether the time is told inside what somebody said."""
        return any(
            begin <= time.start < end for d in self.drafts if d.unit == number for begin, end in d.content
        )  # fmt: skip

    def _takes_part(self, draft: Draft, number: int) -> bool:
        """Tell whether the speaker, a person, is named in the unit as one who acts in it or is met."""
        scene, unit = self.scene, self.scene.units[number]
        who = {ref for ref in draft.refs if ref.startswith("person-")}
        for mention in scene.entities.within(unit.start, unit.end) if who else ():
            owned = mention.start > unit.start and scene.words[mention.start - 1] in DE
            if who & set(mention.refs) and mention.kind != "possessive" and not owned:
                return scene.quote_at[mention.start] < 0
        return False

    def _day(self, times: Sequence[TimeExpression], draft: Draft, number: int) -> Time | None:
        """Return the one day that *times* tell of something that had happened."""
        assert self.clock is not None
        found: set[str] = set()
        day: Time | None = None
        for time in times:
            tense = self.clock.tense(time)
            if tense not in _HAPPENED and not (tense == "pluperfect" and self._linked(draft, number)):
                if tense == "none" and self._is_dateline(time, number):
                    tense = "past"
                else:
                    continue
            made = _a_day(self.clock.time(time, tense))
            if made is not None:
                found.add(str(made.edtf))
                day = day or made
        return day if len(found) == 1 else None

    def _linked(self, draft: Draft, number: int) -> bool:
        """Tell whether the sentence of *draft* names the occasion told in the sentence right before it."""
        unit = self.scene.units[draft.unit]
        return number == draft.unit - 1 and bool(_OF_OCCASION & set(self.scene.words[unit.start : unit.start + 5]))


def _latest(begin: int) -> Callable[[Meeting], int]:
    """Return the key that orders meetings by their last mention before character *begin*."""
    return lambda meeting: max(passage.begin for passage in meeting.evidence if passage.begin < begin)


def _a_day(time: Time | None) -> Time | None:
    """Return *time* if it is a single day of a known year."""
    known = time is not None and time.edtf is not None and len(time.edtf) == _DAY and time.edtf[:4].isdigit()
    return time if known else None
