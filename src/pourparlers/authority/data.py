"""All authority records of the distribution, with the ways to look them up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Any, TypeVar

from pourparlers.authority import reader
from pourparlers.authority.folding import fold
from pourparlers.authority.forms import forms
from pourparlers.authority.posts import likeness, post_key
from pourparlers.authority.records import (
    AmbiguousName,
    GatheringRecord,
    InstitutionRecord,
    PersonRecord,
    PlaceRecord,
    Record,
    State,
    TenureRecord,
    TreatyEventRecord,
    TreatyRecord,
)
from pourparlers.resources import folder

T = TypeVar("T")

_ARMS_OF_STATE = frozenset({"ministry", "government", "armed-force"})
FILES = ("states", "places", "institutions", "people", "treaties", "gatherings", "ambiguous")


@dataclass(frozen=True)
class Authority:
    """The records by id, each table in the order of its file; `ambiguous` by printed name."""

    states: dict[str, State] = field(default_factory=dict)
    places: dict[str, PlaceRecord] = field(default_factory=dict)
    institutions: dict[str, InstitutionRecord] = field(default_factory=dict)
    persons: dict[str, PersonRecord] = field(default_factory=dict)
    treaties: dict[str, TreatyRecord] = field(default_factory=dict)
    gatherings: dict[str, GatheringRecord] = field(default_factory=dict)
    tenures: dict[str, TenureRecord] = field(default_factory=dict)
    treaty_events: dict[str, TreatyEventRecord] = field(default_factory=dict)
    ambiguous: dict[str, AmbiguousName] = field(default_factory=dict)

    @cached_property
    def _named(self) -> dict[str, Record]:
        """Return every record that has a name, by id."""
        tables: tuple[dict[str, Record], ...] = (
            {**self.states},
            {**self.places},
            {**self.institutions},
            {**self.persons},
            {**self.treaties},
            {**self.gatherings},
        )
        return {id_: record for table in tables for id_, record in table.items()}

    def get(self, record_id: str) -> Record | None:
        """Return the record of an id such as `"institution/nato"`, None if there is none."""
        return self._named.get(record_id)

    def forms(self) -> Iterator[tuple[str, str, str]]:
        """Yield (printed form, kind of form, record id), see `pourparlers.authority.forms`."""
        return forms(self)

    @cached_property
    def _by_form(self) -> dict[str, tuple[str, ...]]:
        table: dict[str, dict[str, None]] = {}
        for form, kind, record_id in forms(self):
            if kind in ("name", "acronym", "capital", "metonym"):
                table.setdefault(fold(form), {})[record_id] = None
        return {key: tuple(ids) for key, ids in table.items()}

    @cached_property
    def _by_surname(self) -> dict[str, tuple[str, ...]]:
        table: dict[str, dict[str, None]] = {}
        for person in self.persons.values():
            for name in person.surnames:
                table.setdefault(fold(name), {})[person.id] = None
        return {key: tuple(ids) for key, ids in table.items()}

    def named(self, name: str) -> tuple[str, ...]:
        """Return the ids of the records that bear the name, acronym, capital or metonym; case does not count."""
        return self._by_form.get(fold(name), ())

    def surnamed(self, name: str) -> tuple[str, ...]:
        """Return the ids of the persons with that family name; case and accents do not count."""
        return self._by_surname.get(fold(name), ())

    @cached_property
    def tenures_of(self) -> dict[str, tuple[TenureRecord, ...]]:
        """Return the terms of office by person id."""
        return _grouped((tenure.person, tenure) for tenure in self.tenures.values())

    @cached_property
    def tenures_in(self) -> dict[str, tuple[TenureRecord, ...]]:
        """Return the terms of office by institution id; a state also has those in its own institutions."""
        pairs: list[tuple[str, TenureRecord]] = []
        for tenure in self.tenures.values():
            pairs.append((tenure.institution, tenure))
            pairs += [(state, tenure) for state in self.states_of(tenure.institution) if state != tenure.institution]
        return _grouped(pairs)

    @cached_property
    def events_of(self) -> dict[str, tuple[TreatyEventRecord, ...]]:
        """Return the ledger lines by treaty id."""
        return _grouped((event.treaty, event) for event in self.treaty_events.values())

    def states_of(self, institution: str) -> tuple[str, ...]:
        """Return the states an institution belongs to (a state belongs to itself)."""
        if institution in self.states:
            return (institution,)
        record = self.institutions.get(institution)
        return record.states if record else ()

    def holders(self, institution: str, post: str, first: date, last: date) -> tuple[TenureRecord, ...]:
        """Return the terms of the post in the institution that may cover some day of `first`..`last`.

        Only the terms whose post fits the words best are returned: same words before the same class of post
        ("chef de la diplomatie") before a shortened title, and the institution's own before those of its parts: a state
        also has the posts of its ministries and forces.
        """
        states = self.states_of(institution)
        best: list[TenureRecord] = []
        rank = (1, False)
        for tenure in self.tenures_in.get(institution, ()):
            score = (likeness(post, tenure.post, states), tenure.institution == institution)
            if score < rank or (tenure.period is not None and not tenure.period.possible(first, last)):
                continue
            if not score[1] and not self._speaks_for_state(tenure, post):
                continue
            if score > rank:
                best, rank = [], score
            best.append(tenure)
        return tuple(best)

    def _speaks_for_state(self, tenure: TenureRecord, post: str) -> bool:
        """Tell whether a post of a body may be meant by the post of its state: never its party's "président"."""
        record = self.institutions.get(tenure.institution)
        return record is not None and (record.kind in _ARMS_OF_STATE or " " in post_key(post))

    def holder_at(self, institution: str, post: str, first: date, last: date | None = None) -> PersonRecord | None:
        """Return the only person who may have held the post on the days given, None if unknown or not unique.

        When two terms touch inside the days, the one that covers all of them for certain wins.
        """
        end = last or first
        terms = self.holders(institution, post, first, end)
        people = dict.fromkeys(term.person for term in terms)
        if len(people) > 1:
            people = dict.fromkeys(t.person for t in terms if t.period is not None and t.period.certain(first, end))
        return self.persons.get(next(iter(people))) if len(people) == 1 else None

    @cached_property
    def unresolved(self) -> tuple[tuple[str, str], ...]:
        """Return (record id, id it refers to) for every reference that names no record."""
        missing = [
            (tenure.id, ref)
            for tenure in self.tenures.values()
            for ref in (tenure.person, tenure.institution)
            if ref not in self._named
        ]
        missing += [
            (institution.id, ref)
            for institution in self.institutions.values()
            for ref in (*((institution.parent,) if institution.parent else ()), *institution.states)
            if ref not in self._named
        ]
        missing += [(p.id, ref) for p in self.persons.values() for ref in p.states if ref not in self._named]
        missing += [(s.id, ref) for s in self.states.values() for ref in s.capitals if ref not in self._named]
        missing += [
            (event.id, ref)
            for event in self.treaty_events.values()
            for ref in (event.treaty, *event.actors, *((event.place,) if event.place else ()))
            if ref not in self._named
        ]
        missing += [
            (gathering.id, ref)
            for gathering in self.gatherings.values()
            for ref in (*gathering.places, *gathering.participants)
            if ref not in self._named
        ]
        missing += [
            (f"name/{a.names[0]}", ref) for a in self.ambiguous.values() for ref in a.refs if ref not in self._named
        ]
        return tuple(missing)


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    table: dict[str, list[T]] = {}
    for key, value in pairs:
        table.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in table.items()}


@cache
def load(directory: Path | None = None) -> Authority:
    """Return the authority data of the distribution, or of another folder with the same files; read once a process.

    Raises:
        InvalidAuthority: a file does not parse, or a node misses a value.
    """
    source = directory or folder("ontology") / "authority"
    authority = Authority()
    tables: dict[type, dict[str, Any]] = {
        State: authority.states,
        PlaceRecord: authority.places,
        InstitutionRecord: authority.institutions,
        PersonRecord: authority.persons,
        TreatyRecord: authority.treaties,
        GatheringRecord: authority.gatherings,
        TenureRecord: authority.tenures,
        TreatyEventRecord: authority.treaty_events,
        AmbiguousName: authority.ambiguous,
    }
    for name in FILES:
        for node in reader.nodes(source / f"{name}.ttl"):
            record = reader.record(node)
            if record is not None:
                keys = record.names if isinstance(record, AmbiguousName) else (record.id,)
                tables[type(record)].update(dict.fromkeys(keys, record))
    for treaty_id, events in authority.events_of.items():
        signed = next((e.time for e in events if e.kind == "signature" and e.time is not None), None)
        if signed is not None and treaty_id in authority.treaties:
            authority.treaties[treaty_id] = replace(authority.treaties[treaty_id], signed=signed)
    return authority
