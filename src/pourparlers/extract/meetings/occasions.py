"""Which candidates tell of one occasion."""

from __future__ import annotations

from dataclasses import replace

from pourparlers.extract.meetings import patterns
from pourparlers.extract.meetings.groups import once
from pourparlers.extract.meetings.standing import stands
from pourparlers.extract.meetings.told import Told, Who
from pourparlers.model import Place, Ref, Time

_ANOTHER_REACH = 12  # paragraphs over which "leur première rencontre, en 2012" points back
_TWO = 2  # "leur", "les deux"
_RECALL_REACH = 3  # and over which "cette rencontre" does


def occasions(told: list[Told], *, persons: Who) -> list[list[Told]]:
    """Return the told encounters by occasion, in the order of the text.

    Args:
        told: in the order of the text.
        persons: what is known of the parties.
    """
    found: list[list[Told]] = []
    for one in told:
        mine = _match(one, found, persons)
        if mine is not None:
            mine.append(one)
            continue
        other = one if stands(one, persons) else _another(one, found)
        if other is not None:
            found.append([other])
    return found


def _another(one: Told, found: list[list[Told]]) -> Told | None:
    """Return "leur première rencontre, en 2012 à Oslo" as an occasion of its own, of those who met just before."""
    if not one.people and (one.candidate.seats > _TWO or one.candidate.format):
        return _same_format(one, found)
    if not one.candidate.recalls or one.people or (one.time is None and one.place is None):
        return None
    near = [group for group in found if one.paragraph - group[-1].paragraph <= _ANOTHER_REACH]
    kin = [group for group in near if {told.family for told in group} & patterns.RECALLS[one.family]]
    small = [group for group in kin if all(told.candidate.seats <= _TWO for told in group)]
    pairs = [met for group in small if len(met := _who_met(group)) == _TWO]
    parties = pairs[-1] if pairs else ()
    if not parties:  # "leur" of two
        return None
    return replace(one, candidate=replace(one.candidate, parties=once(list(parties))))


def _who_met(group: list[Told]) -> tuple[tuple[Ref, str], ...]:
    """Return the parties of an occasion but for who only brought it about."""
    aside = {ref for told in group for ref, role in told.candidate.parties if role in {"mediator", "organiser"}}
    return once([pair for told in group for pair in told.candidate.parties if pair[0] not in aside])


def _same_format(one: Told, found: list[list[Told]]) -> Told | None:
    """Return "la réunion trilatérale du 3 mai", "la prochaine réunion dans ce format": of those who met so before."""
    if one.time is None and one.place is None and not one.candidate.format:
        return None
    for group in reversed(found):
        theirs = max(group, key=lambda told: len(told.people))
        count = max([len(theirs.people), *(told.candidate.seats for told in group)])
        if len(theirs.people) > 1 and count == (one.candidate.seats or count):
            return replace(one, candidate=replace(one.candidate, parties=theirs.candidate.parties))
    return None


def _match(one: Told, found: list[list[Told]], persons: Who) -> list[Told] | None:
    fitting = [group for group in found if _agree(one, group) and not one.candidate.since]
    if one.candidate.joins:
        near = [g for g in fitting if one.paragraph - g[-1].paragraph <= 1 and {t.family for t in g} & _kin(one)]
        if near:
            return near[-1]
    if one.people:
        same = [group for group in fitting if _overlap(one, group, persons)]
        return same[-1] if same else _anonymous(one, fitting)
    if not one.candidate.definite and not one.candidate.recalls:
        headed = [g for g in fitting if all(told.title for told in g) and g[-1].candidate.noun == one.candidate.noun]
        return headed[0] if one.candidate.noun is not None and len(headed) == 1 and _placed(one, headed) else None
    near = [group for group in fitting if one.paragraph - group[-1].paragraph <= _RECALL_REACH]
    if one.candidate.noun is None:
        near = [group for group in near if group[0].status == one.status]
    exact = [group for group in near if any(told.candidate.noun == one.candidate.noun for told in group)]
    alike = [group for group in near if any(told.family == one.family for told in group)]
    kin = [group for group in near if {told.family for told in group} & _kin(one)]
    for choice in (exact, alike, kin):
        if choice:
            return choice[-1] if one.candidate.recalls or len(choice) == 1 else _placed(one, choice)
    return None


def _kin(one: Told) -> frozenset[str]:
    """Return the families of the occasions that a noun may recall; only "cette visite" recalls a meeting."""
    if one.family == "visit" and not one.candidate.recalls:
        return frozenset({"visit"})
    if one.family == "body" and (one.candidate.recalls or one.candidate.kind == "session"):
        return frozenset({"body", "meeting", "talks"})
    return patterns.RECALLS[one.family]


def _placed(one: Told, choice: list[list[Told]]) -> list[Told] | None:
    same = [group for group in choice if one.place is not None and any(_same_place(one, told) for told in group)]
    return same[-1] if same else None


def _anonymous(one: Told, fitting: list[list[Told]]) -> list[Told] | None:
    """Return a named occasion without people that this one gives its people to ("le sommet de Londres")."""
    same = [
        group
        for group in fitting
        if not any(told.people for told in group) and any(_same_place(one, told) for told in group)
    ]
    return same[-1] if len(same) == 1 else None


def _overlap(one: Told, group: list[Told], persons: Who) -> bool:
    theirs = frozenset().union(*(told.people for told in group))
    shared = one.people & theirs
    if any(_other_people(one, told, persons) for told in group):
        return False
    visits = {one.family == "visit", any(told.family == "visit" for told in group)}
    if len(visits) > 1 and not (one.people <= theirs or theirs <= one.people):
        return False  # a visit and what happens on it
    if (
        len(one.people) >= 2
        and len(theirs) >= 2
        and abs(len(one.people) - len(theirs)) < _TWO
        and (persons.same(one.people, theirs) or persons.same(theirs, one.people))
    ):
        return True
    if not shared:
        return False
    if one.people <= theirs or theirs <= one.people:
        return one.candidate.recalls or (one.family == "body" and one.family == group[0].family)
    return len(shared) >= 2 and bool(shared & persons.persons)


def _other_people(one: Told, told: Told, persons: Who) -> bool:
    """Tell two verbs with people of their own: "A et B se sont rencontrés", "C s'est entretenu avec A et B"."""
    named = persons.persons - persons.described
    both = one.people | told.people
    verbs = one.candidate.noun is None and told.candidate.noun is None
    return verbs and both <= named and len(told.people) >= 2 and one.people != told.people


def _agree(one: Told, group: list[Told]) -> bool:
    """Tell that nothing speaks against one occasion: no other date, place, or way of meeting."""
    return all(_compatible(one, told) for told in group)


def _compatible(one: Told, other: Told) -> bool:
    families = {one.family, other.family}
    loosely = (families == {"call", "any"} and one.candidate.recalls) or one.title or other.title
    if "call" in families and len(families) > 1 and not loosely:
        return False
    seated = [told for told in (one, other) if told.candidate.seats > _TWO]
    if seated and 1 < min(len(one.people), len(other.people)) < max(told.candidate.seats for told in seated):
        return False
    if one.candidate.recalls and one.family == "talks" and not one.sure and other.sure and other.status == "planned":
        return False  # "ces négociations interviennent après" is nothing to come
    if {one.status, other.status} == {"cancelled", "proposed"} or _before_and_after(one, other):
        return False
    if one.time is not None and other.time is not None and _apart(one.time, other.time):
        return False
    if one.place is not None and other.place is not None and not _same_place(one, other):
        return _inside(one.place, other.place)
    return True


def _before_and_after(one: Told, other: Told) -> bool:
    """Tell "rencontrera" from "avait rencontré": a meeting to come and one that verbs in the past tell of."""
    held = [told for told in (one, other) if told.looks_back]
    coming = [told for told in (one, other) if told.status == "planned" and told.sure]
    if held and coming and len(held[0].people) > 1 and len(coming[0].people) > 1 and one.people != other.people:
        return True
    past = any(told.status == "held" and told.sure and told.past for told in (one, other))
    return past and any(told.status == "planned" and told.sure and told.ahead for told in (one, other))


def _apart(one: Time, other: Time) -> bool:
    low = max((t.earliest_begin for t in (one, other) if t.earliest_begin is not None), default=None)
    high = min((t.latest_end for t in (one, other) if t.latest_end is not None), default=None)
    return low is not None and high is not None and low > high


def _same_place(one: Told, other: Told) -> bool:
    a, b = one.place, other.place
    return (
        a is not None
        and b is not None
        and (a.name == b.name or (a.authority is not None and a.authority == b.authority))
    )


def _inside(one: Place, other: Place) -> bool:
    """Tell a state from one of its places: "en Azerbaïdjan" does not speak against "à Bakou"."""
    kinds = {place.authority.partition("/")[0] for place in (one, other) if place.authority is not None}
    return kinds == {"state", "place"}
