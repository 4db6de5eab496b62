"""What the clause of an encounter tells of it besides who: status, place and time."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Protocol

from pourparlers.extract.clauses import Clauses
from pourparlers.extract.meetings import cues, patterns
from pourparlers.extract.meetings.candidates import Candidate
from pourparlers.extract.meetings.motion import leading
from pourparlers.extract.meetings.status import settled, status
from pourparlers.extract.meetings.told import Told
from pourparlers.extract.meetings.topics import topic
from pourparlers.extract.meetings.travels import reached
from pourparlers.extract.speakers import saying
from pourparlers.language.document import TimeExpression, VerbGroup
from pourparlers.model import Dating, Place, Time

_NEAR = 10  # tokens after the words of an encounter in which its time stands
_PLACE = 14  # and its place
_BOUND = frozenset({"depuis", "après", "avant", "dès", "malgré", "d'ici"})
_SAME_DAY = frozenset({"lors", "issue", "cours", "terme", "marge", "sortant", "sortir"})
_WORDS = frozenset({"propos", "remarques", "déclarations", "mots"})
_HEAD = 8  # tokens at the head of a sentence in which the time of all of it stands


class Clock(Protocol):
    """Tells the date of a printed time; see `resolve.clock`."""

    @property
    def dating(self) -> Dating:
        """When the article appeared."""
        ...

    def time(self, expression: TimeExpression, tense: str, anchor: Time | None = None) -> Time | None:
        """Return when that is, None if the article does not let us know."""
        ...


def tell(clauses: Clauses, clock: Clock, one: Candidate) -> Told:
    """Return a candidate with what its clause says."""
    said, marks, sure = status(clauses, one)
    time = _next_day(clauses, clock, one)
    expression = _time_expression(clauses, one) if time is None else None
    if expression is not None:
        time = clock.time(expression, _tense(one, said, leading(clauses, one.start)))
    coming = _coming(time, clock.dating.latest)
    said = settled("present" if one.verb is None and said == "held" and not sure else said, coming=coming)
    place = None if one.scattered else one.place or _place(clauses, one) or _building(clauses, one)
    place = place or (None if one.scattered else reached(clauses, one.start))
    sentence = clauses.reading.sentences[clauses.number(one.start)]
    return Told(
        candidate=one,
        status=said,
        marks=marks,
        place=place,
        time=time,
        paragraph=sentence.paragraph,
        sure=sure,
        title=sentence.block == "title",
        topic=topic(clauses, one),
    )


def _tense(one: Candidate, said: str, motion: VerbGroup | None) -> str:
    """Return the tense by which a printed time is resolved: that of the verb, the future for what lies ahead."""
    if motion is not None and motion.finite and not motion.modal and motion.tense in cues.PAST:
        return motion.tense  # "est arrivé dimanche pour une visite"
    verb = one.verb
    if verb is None and said == "held":
        return "none"
    if verb is None or (said in {"planned", "proposed"} and verb.tense in {"infinitive", "present", "gerund"}):
        return "future" if said in {"planned", "proposed"} else "perfect"
    governed = one.noun is not None and one.governed and verb.head < one.start
    if verb.modal in cues.MODAL_AHEAD or (said in {"planned", "proposed"} and governed):
        return "future"
    if verb.verb in cues.CALLED_OFF | {"reporter"} and said != "held":
        return "future"
    if verb.tense in {"infinitive", "gerund"}:
        return "perfect" if said == "held" else "none"
    return verb.tense


def _coming(time: Time | None, published: date | None) -> bool:
    begin = time.earliest_begin if time is not None else None
    return published is not None and begin is not None and begin >= published


def _next_day(clauses: Clauses, clock: Clock, one: Candidate) -> Time | None:
    """Return the day after for "à la veille du sommet", said of the day of the article."""
    day = clock.dating.earliest
    eve = any(clauses.words[k] == "veille" for k in range(max(one.start - 4, 0), one.start))
    beside = clauses.time_in(one.start, one.end + 4) is not None
    if not eve or beside or day is None or day != clock.dating.latest:
        return None
    after = day + timedelta(days=1)
    return Time(after.isoformat(), after, after, after, after, None, f"published {day.isoformat()}")


def _time_expression(clauses: Clauses, one: Candidate) -> TimeExpression | None:
    """Return the printed time of an encounter: beside it, else at the head of its sentence."""
    start = clauses.sentence(one.start)[0]
    stop = _clause_end(clauses, one)
    of = clauses.words[one.start - 2] in patterns.OF and clauses.words[one.start - 3] not in patterns.BEFORE_HELD
    named = one.noun is not None and one.noun.entry in patterns.GATHERED
    if one.noun is not None and of and not named and (one.recalls or not one.parties):
        return clauses.time_in(one.start, one.end)  # "les résultats de cette réunion mardi"
    near = clauses.time_in(one.start, min(stop, one.end + _NEAR))
    if near is not None and not _BOUND & set(clauses.words[one.end : near.start]):
        return near
    taking = _taking_place(clauses, one)
    if taking is not None:
        late = clauses.time_in(taking[0], taking[1])
        if late is not None:
            return late
    motion = leading(clauses, one.start)
    low = motion.start if motion is not None else one.start - 6
    before = clauses.time_in(max(start, low), one.start)
    if before is not None:
        return before if not _told_apart(clauses, before, one) else None
    if one.noun is not None and one.recalls:
        return _of_saying(clauses, one) if _these_words(clauses, one.start) else None
    return _of_sentence(clauses, one, start) or _of_saying(clauses, one)


def _of_saying(clauses: Clauses, one: Candidate) -> TimeExpression | None:
    """Return the day on which somebody spoke "lors d'une rencontre", "à l'issue d'un entretien"."""
    near = clauses.words[max(one.start - 4, 0) : one.start]
    if one.noun is not None and _SAME_DAY & set(near) and _these_words(clauses, one.start):
        return _said_before(clauses, one.start)
    said = clauses.finite_before(one.start)
    if one.noun is None or said is None or not _SAME_DAY & set(near):
        return None
    if said.verb not in saying() and one.definite:
        return None
    return clauses.time_in(max(said.start - 1, clauses.sentence(one.start)[0]), one.start)


def _these_words(clauses: Clauses, start: int) -> bool:
    """Tell "a tenu ces propos lors d'une rencontre": the day is that of what was said before."""
    words = clauses.words[clauses.sentence(start)[0] : start]
    return any(a == "ces" and b in _WORDS for a, b in pairwise(words))


def _said_before(clauses: Clauses, start: int) -> TimeExpression | None:
    """Return the time beside the first verb of the two sentences before."""
    number = clauses.number(start)
    for sentence in reversed(clauses.reading.sentences[max(number - 2, 0) : number]):
        verb = clauses.main_verb(sentence.start)
        time = clauses.time_in(sentence.start, min(verb.end + 3, sentence.end)) if verb is not None else None
        if time is not None:
            return time
    return None


def _clause_end(clauses: Clauses, one: Candidate) -> int:
    """Return the token at which what follows an encounter is told of something else."""
    end = clauses.sentence(one.start)[1]
    following = clauses.finite_after(one.end, 40)
    stop = max(following.start if following is not None else end, one.end)
    for k in range(one.end, min(stop, one.end + _PLACE)):
        another = clauses.words[k] in patterns.nouns() and clauses.reading.tags[k] == "NOUN"
        if clauses.words[k] in {";", ":"} or (another and (one.noun is not None or clauses.words[k - 1] == "en")):
            return k
        aside = k + 1 < stop and (clauses.passed(k + 1, stop) > k + 1 or clauses.words[k + 1] in patterns.TOLD)
        if one.noun is not None and clauses.words[k] == "," and not aside:
            return k
    return stop


def _of_sentence(clauses: Clauses, one: Candidate, start: int) -> TimeExpression | None:
    """Return the time at the head of the sentence, or beside the main verb of a gerund."""
    first = clauses.time_in(start, min(start + _HEAD, one.start))
    if first is not None and one.start > first.end and _if_only(clauses, first, one):
        return None
    if first is not None or one.verb is None or one.verb.tense != "gerund":
        return first
    main = clauses.finite_before(one.start)
    return clauses.time_in(main.start, one.start) if main is not None else None


def _told_apart(clauses: Clauses, time: TimeExpression, one: Candidate) -> bool:
    """Tell a time from an encounter of another clause: "a annoncé lundi que X rencontrerait"."""
    ahead = one.verb is not None and (one.verb.tense in cues.CONDITIONAL | cues.FUTURE or one.verb.tense == "imperfect")
    return ahead and bool({"que", "qu'"} & set(clauses.words[time.end : one.start]))


def _if_only(clauses: Clauses, time: TimeExpression, one: Candidate) -> bool:
    """Tell "a promis lundi qu'il parlerait s'il obtenait un entretien": the time of the promise alone."""
    words = clauses.words[time.end : one.start]
    told = {"que", "qu'"} & set(words)
    return bool(told) and any(a == "s'" and b in {"il", "ils"} for a, b in pairwise(words))


def _taking_place(clauses: Clauses, one: Candidate) -> tuple[int, int] | None:
    """Return the tokens after the verb that says when and where the meeting named by a noun takes place."""
    verb = clauses.finite_after(one.end, 6) if one.noun is not None else None
    if verb is None or "qui" not in clauses.words[one.end : verb.start]:
        verb = one.verb if one.governed else None
    if one.noun is None or verb is None or verb.head < one.end or not _happens(verb):
        return None
    following = clauses.finite_after(verb.end, _PLACE)
    end = min(clauses.sentence(one.start)[1], verb.end + _PLACE)
    return verb.start, following.start if following is not None else end


def _happens(verb: VerbGroup) -> bool:
    """Tell a verb of which a meeting is the subject: it takes place, or brings people together."""
    return verb.verb in patterns.TAKING_PLACE | patterns.GATHERING


def _building(clauses: Clauses, one: Candidate) -> Place | None:
    """Return the building, or the capital of a country, where an encounter takes place."""
    return clauses.building_in(one.start, max(min(_clause_end(clauses, one), one.end + _PLACE), one.end))


def _place(clauses: Clauses, one: Candidate) -> Place | None:
    """Return the place of an encounter: after it in its clause, else before it, as at the head of the sentence."""
    start = clauses.sentence(one.start)[0]
    stop = min(_clause_end(clauses, one), one.end + _PLACE)
    following = next(iter(clauses.reading.verbs_in(one.end, stop)), None)
    if following is not None:
        stop = following.start
    about = topic(clauses, one) if one.noun is None else None
    if about is not None and about[0] >= one.end:
        stop = min(stop, about[0])  # "discuter de la situation en Syrie"
    after = clauses.place_in(one.start, max(stop, one.end))
    if after is not None:
        return after
    taking = _taking_place(clauses, one)
    if taking is not None:
        return clauses.place_in(*taking)
    inverted = one.verb is not None and one.verb.verb in patterns.TAKING_PLACE and one.verb.end <= one.start
    if one.noun is None or (one.governed and inverted):
        return clauses.place_in(start, one.start)
    said = clauses.finite_before(one.start)
    same = said is not None and _SAME_DAY & set(clauses.words[max(one.start - 4, start) : one.start])
    if said is not None and same and "marge" not in clauses.words[said.end : one.start]:
        return clauses.place_in(said.end, one.start)  # "ont convenu à Nairobi, au terme d'un sommet"
    carried = one.governed and one.verb is not None and one.verb.end <= one.start
    return clauses.place_in(one.verb.end, one.start) if carried and one.verb is not None else None
