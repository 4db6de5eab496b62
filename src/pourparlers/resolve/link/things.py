"""Institutions, treaties and gatherings: by a name that only one record bears at the time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

from pourparlers.authority import Authority, GatheringRecord, TreatyRecord, fold, load
from pourparlers.resolve.link.spans import SLACK, UNKNOWN, Link, Span, shift


def link_institution(
    names: Sequence[str], kind: str | None = None, state: str | None = None, dates: Span = UNKNOWN
) -> Link | None:
    """Return the record of an institution or a state of an article (`"institution/…"` or `"state/…"`).

    Args:
        names: printed forms without article, the fullest first.
        kind: word of the institution types, if known.
        state: authority id of the state it belongs to, if known ("state/…").
        dates: when the article appeared.
    """
    authority = load()
    for name in names:
        found = [i for i in authority.named(name) if i in authority.institutions or i in authority.states]
        fitting = [i for i in found if _institution_fits(authority, i, state, dates)]
        if len(fitting) > 1 and not dates.known:
            fitting = [i for i in fitting if _still_there(authority, i)] or fitting
        if kind is not None and len(fitting) > 1:
            fitting = [i for i in fitting if _kind(authority, i) == kind] or fitting
        if len(fitting) > 1:
            fitting = [i for i in fitting if _exact(authority, i, name)] or fitting
        if len(fitting) == 1:
            if kind is not None and (kind == "state") != (_kind(authority, fitting[0]) == "state"):
                continue  # a state is never the same as a body
            return Link(fitting[0], f"seule notice de ce nom : {name}")
    return None


def _kind(authority: Authority, record_id: str) -> str:
    record = authority.institutions.get(record_id)
    return record.kind if record else "state"


def _still_there(authority: Authority, record_id: str) -> bool:
    """Tell whether the record has no known end: an article without a date is more likely of our days."""
    record = authority.states.get(record_id) or authority.institutions.get(record_id)
    return record is not None and (record.period is None or record.period.latest_end == date.max)


def _exact(authority: Authority, record_id: str, name: str) -> bool:
    """Tell whether the record bears the name in this very spelling: acronyms often differ by case only."""
    record = authority.get(record_id)
    return record is not None and name in record.names


def _institution_fits(authority: Authority, record_id: str, state: str | None, dates: Span) -> bool:
    if record_id in authority.states:
        return dates.within(authority.states[record_id].period, SLACK)
    record = authority.institutions[record_id]
    if state is not None and record.states and state not in record.states:
        return False
    return dates.within(record.period, SLACK)


def link_treaty(
    names: Sequence[str], signed: Span = UNKNOWN, dates: Span = UNKNOWN, parties: Sequence[str] = ()
) -> Link | None:
    """Return the record of a treaty of an article.

    Args:
        names: printed forms without article, the fullest first.
        signed: when the article says it was signed, if it does.
        dates: when the article appeared; a treaty drafted later is refused.
        parties: authority ids of the parties that the article names.
    """
    authority = load()
    for name in names:
        found = [authority.treaties[i] for i in authority.named(name) if i in authority.treaties]
        fitting = [t for t in found if _treaty_fits(authority, t, signed, dates)]
        if len(fitting) > 1 and dates.last:
            fitting = [t for t in fitting if _begun(authority, t, dates.last)] or fitting
        if len(fitting) > 1 and parties:
            fitting = [t for t in fitting if _shares_party(authority, t, parties)] or fitting
        if len(fitting) > 1:
            fitting = [t for t in fitting if fold(t.name) == fold(name)] or fitting
        if len(fitting) == 1:
            dated = fitting[0].signed is not None and signed.known
            return Link(fitting[0].id, f"nom du traité : {name}" + (" ; date de signature" if dated else ""))
    return None


def _treaty_fits(authority: Authority, treaty: TreatyRecord, signed: Span, dates: Span) -> bool:
    events = authority.events_of.get(treaty.id, ())
    begun = [e.time.earliest_begin for e in events if e.time is not None]
    if dates.last and begun and min(begun) > dates.last + 3 * SLACK:
        return False  # drafts are in the ledger: a treaty has its name some weeks before its first line at most
    if not signed.known:
        return True
    times = [e.time for e in events if e.time is not None and e.kind in ("signature", "entry-into-force", "draft")]
    return not times or any(signed.within(time) for time in times)


def _begun(authority: Authority, treaty: TreatyRecord, day: date) -> bool:
    """Tell whether the ledger has a line of that day or before."""
    return any(e.time is not None and e.time.earliest_begin <= day for e in authority.events_of.get(treaty.id, ()))


def _shares_party(authority: Authority, treaty: TreatyRecord, parties: Sequence[str]) -> bool:
    actors = {actor for event in authority.events_of.get(treaty.id, ()) for actor in event.actors}
    return bool(actors.intersection(parties))


def link_gathering(
    names: Sequence[str], time: Span = UNKNOWN, place: str | None = None, dates: Span = UNKNOWN
) -> Link | None:
    """Return the record of a named summit, conference, session or negotiation.

    Args:
        names: printed forms without article ("sommet de l'Otan", "sommet de Chicago").
        time: when the article says it takes place, if it does.
        place: its place as printed, if given.
        dates: when the article appeared; used when the gathering itself is not dated.
    """
    authority = load()
    around = Span(shift(dates.first, timedelta(days=-45)), shift(dates.last, timedelta(days=120)))
    for name in names:
        bearers = [i for i in authority.named(name) if i in authority.gatherings]
        found = [authority.gatherings[i] for i in bearers or _series().get(fold(name), ())]
        found = [g for g in found if place is None or not g.place_names or _same_place(authority, g, place)]
        if time.known:
            fitting = [g for g in found if time.within(g.time)]
        elif dates.known and dates.days <= 120:
            fitting = [g for g in found if around.within(g.time)]
        else:
            fitting = []
        if not fitting and not time.known and not dates.known and len(found) == 1 and bearers:
            fitting = found  # its name alone says which one: "sommet de Madrid de 1997"
        if len(fitting) == 1:
            when = fitting[0].time.edtf if fitting[0].time else "sans date"
            return Link(fitting[0].id, f"nom de la réunion : {name} ; {when}")
    return None


@cache
def _series() -> dict[str, tuple[str, ...]]:
    """Return the gatherings by how their names begin: "sommet de l'Otan" begins "sommet de l'Otan de Lisbonne"."""
    table: dict[str, dict[str, None]] = {}
    for gathering in load().gatherings.values():
        for name in gathering.names:
            words = fold(name).split()
            for end in range(2, len(words)):
                if words[end] in ("de", "a", "des", "du"):
                    table.setdefault(" ".join(words[:end]), {})[gathering.id] = None
    return {beginning: tuple(ids) for beginning, ids in table.items()}


def _same_place(authority: Authority, gathering: GatheringRecord, place: str) -> bool:
    known = {fold(name) for name in gathering.place_names}
    known.update(fold(name) for i in gathering.places if i in authority.places for name in authority.places[i].names)
    return fold(place) in known
