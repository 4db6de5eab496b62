"""Meetings: which accounts of different articles tell of one encounter.

After Bugert et al. 2021 and Ahmed et al. 2023: block by participants and month, hard vetoes, a score of weighted
evidence of at least two kinds. The weights are ours, to be calibrated.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import timedelta

from pourparlers.resolve.across.chains import chained
from pourparlers.resolve.across.clusters import Clusters, Reason
from pourparlers.resolve.across.contradictions import against
from pourparlers.resolve.across.encounters import Encounter
from pourparlers.resolve.across.naming import record_iri
from pourparlers.resolve.judgements import Judgement

ENOUGH = 5.0
"""Score from which two accounts are one meeting."""

SHARP = 3
"""Days: an account known to so many days or fewer says when it was; a vaguer one only joins the one it must mean."""

_SAME_NEWS = timedelta(days=6)


def meetings(found: Mapping[str, Encounter], judgements: Iterable[Judgement]) -> Clusters:
    """Merge meetings: those with a record by the record, then those with a sharp date, then the vague ones."""
    records = {record_iri(e.record) for e in found.values() if e.record is not None}
    clusters = Clusters.of([*found, *sorted(records)], judgements)
    named: dict[object, list[str]] = {record_iri(e.record): [record_iri(e.record)] for e in found.values() if e.record}
    for encounter in found.values():
        if encounter.record is not None:
            named[record_iri(encounter.record)].append(encounter.iri)
    clusters.merge(chained(named, 9.0, "authority", "même réunion d'autorité"), _veto(found))
    sharp = {iri: e for iri, e in found.items() if e.width <= SHARP}
    vague = [e for e in found.values() if e.width > SHARP]
    clusters.merge(_scored(_pairs(sharp.values(), sharp.values(), daily=True)), _veto(found))
    candidates: dict[str, list[Reason]] = {}
    for reason in _scored(_pairs(vague, sharp.values())):
        iri = reason.left if reason.left not in sharp else reason.right
        candidates.setdefault(iri, []).append(reason)
    sure = [
        reason
        for reasons in candidates.values()
        if len({clusters.union.find(_other(reason, sharp)) for reason in reasons}) == 1
        for reason in reasons
    ]
    clusters.merge(sure, _veto(found))
    loose = [e for e in vague if e.iri not in candidates]
    clusters.merge(_scored(p for p in _pairs(loose, loose) if _same_news(*p)), _veto(found))
    return clusters


def _other(reason: Reason, sharp: Mapping[str, Encounter]) -> str:
    return reason.right if reason.right in sharp else reason.left


def _pairs(
    some: Iterable[Encounter], others: Iterable[Encounter], *, daily: bool = False
) -> Iterable[tuple[Encounter, Encounter]]:
    """Return the pairs that share a participant (or the side of one) and a month, each once, in order.

    Args:
        some: the first of each pair.
        others: the second of each pair.
        daily: all are known to some days; share a day, or be neighbours, rather than a month.
    """
    blocks: dict[tuple[str, int], list[Encounter]] = {}
    for encounter in others:
        for block in _blocks(encounter, daily=daily, slack=0):
            blocks.setdefault(block, []).append(encounter)
    seen: dict[tuple[str, str], tuple[Encounter, Encounter]] = {}
    for one in some:
        for block in _blocks(one, daily=daily, slack=1):
            for other in blocks.get(block, ()):
                if one.article != other.article:
                    left, right = (one, other) if one.iri < other.iri else (other, one)
                    seen[left.iri, right.iri] = (left, right)
    return [seen[key] for key in sorted(seen)]


def _blocks(encounter: Encounter, *, daily: bool, slack: int) -> list[tuple[str, int]]:
    """Return the blocks of an encounter: participant or side, and day or month (undated: of its news)."""
    first, last = encounter.first, encounter.last
    if first is None or last is None:
        first, last = encounter.issued
        if first is None or last is None:
            return []
    if (last - first).days > 370:
        return []
    days = first - timedelta(days=slack), last + timedelta(days=slack)
    start, end = (day.toordinal() if daily else day.year * 12 + day.month for day in days)
    parties = sorted({*encounter.parties, *encounter.sides})
    return [(party, when) for when in range(start, end + 1) for party in parties]


def _same_news(one: Encounter, other: Encounter) -> bool:
    """Tell whether two articles came out so close together that the same undated meeting is news in both."""
    days = (*one.issued, *other.issued)
    return None not in days and max(d for d in days if d) - min(d for d in days if d) <= _SAME_NEWS


def _scored(pairs: Iterable[tuple[Encounter, Encounter]]) -> list[Reason]:
    reasons = []
    for one, other in pairs:
        score, why = likeness(one, other)
        if score >= ENOUGH and len(why) > 1 and against(one, other) is None:
            reasons.append(Reason(one.iri, other.iri, score, "meeting-evidence", ", ".join(why)))
    return reasons


def likeness(one: Encounter, other: Encounter) -> tuple[float, tuple[str, ...]]:
    """Return the weight of the evidence that two accounts tell of one meeting, and the kinds of evidence in French.

    Without common participants there is none; and parties that meet often are told apart by the date only, so that
    without a common date the same place or topic is needed.
    """
    score, why = 0.0, []
    common, parties = _participants(one, other)
    if not common:
        return 0.0, ()
    score += parties
    why.append("mêmes participants" if parties >= 3 else "participants communs")
    dated = _date(one, other)
    if dated:
        score += dated
        why.append("même date" if dated >= 3 else "dates compatibles")
    if one.city is not None and one.city == other.city:
        score += 2
        why.append("même lieu")
    elif one.place_name is not None and one.place_name == other.place_name:
        score += 1.5
        why.append("même lieu")
    elif one.countries & other.countries:
        score += 1
        why.append("même pays")
    topics = len(one.words & other.words)
    if topics:
        score += min(2, topics)
        why.append("mêmes sujets")
    if one.kind == other.kind != "unspecified":
        score += 1
    if not dated and not (one.city is not None and one.city == other.city) and topics < 2:
        return 0.0, ()
    return score, tuple(why)


def _participants(one: Encounter, other: Encounter) -> tuple[bool, float]:
    """Return whether there are common participants, and their weight: up to 3, up to 2 if only states compare."""
    mine, theirs = one.parties, other.parties
    if one.people and other.people:
        share = len(mine & theirs) / len(mine | theirs)
        if mine & theirs:
            sides, others = frozenset(one.sides), frozenset(other.sides)
            by_side = len(sides & others) / len(sides | others) if sides | others else 0.0
            return True, max(3 * share, 2 * by_side)
        return False, 0.0
    sides, others = frozenset(one.sides) | one.bodies, frozenset(other.sides) | other.bodies
    if mine == theirs:
        return True, 3.0
    common = sides & others
    return len(common) > 1 or bool(mine & theirs), 2 * len(common) / len(sides | others) if common else 0.0


def _date(one: Encounter, other: Encounter) -> float:
    """Return the weight of the dates: 3 for one day, 2 within a week, 1 within a month."""
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return 0.0
    low, high = min(one.first, other.first), max(one.last, other.last)
    hull = (high - low).days + 1
    if hull == 1 or ((one.first, one.last) == (other.first, other.last) and hull <= 4):
        return 3.0
    return 2.0 if hull <= 7 else 1.0 if hull <= 31 else 0.0


def _veto(found: Mapping[str, Encounter]) -> Callable[[Sequence[str], Sequence[str]], str | None]:
    """Return the veto between sets: any two members that cannot be one meeting."""

    def veto(mine: Sequence[str], theirs: Sequence[str]) -> str | None:
        pairs = ((found[a], found[b]) for a in sorted(mine) for b in sorted(theirs) if a in found and b in found)
        return next((why for one, other in pairs if (why := against(one, other)) is not None), None)

    return veto
