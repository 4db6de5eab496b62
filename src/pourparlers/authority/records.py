"""What is known beforehand, as frozen records.

Every `id` is `"<table>/<slug>"`, e.g. `"state/france"`: the id that `Hit.ids` and `Entity.authority` carry, and the end
of the record's IRI. References between records are such ids. `names[0]` is the name to show.
"""

from __future__ import annotations

from dataclasses import dataclass

from pourparlers.authority.period import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A thing with names."""

    id: str
    names: tuple[str, ...]

    @property
    def name(self) -> str:
        """Return the name to show."""
        return self.names[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class State(Record):
    """A state as an actor. The four adjectives are sets: a state may have several ("macédonien", "nord-macédonien")."""

    masculine: tuple[str, ...] = ()
    feminine: tuple[str, ...] = ()
    masculine_plural: tuple[str, ...] = ()
    feminine_plural: tuple[str, ...] = ()
    inhabitants: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    country_code: str | None = None
    wikidata: str | None = None
    period: Period | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRecord(Record):
    """A place. `kind`: city, capital, region, site or sea; `countries`: ISO codes; a numeric slug is a GeoNames id."""

    kind: str
    countries: tuple[str, ...] = ()
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class InstitutionRecord(Record):
    """An organisation. `kind` is a word of the institution types; `states` are the states it belongs to."""

    acronyms: tuple[str, ...] = ()
    kind: str
    parent: str | None = None
    states: tuple[str, ...] = ()
    period: Period | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRecord(Record):
    """A person. `gender` is "m", "f" or None; `states` those the person belongs to; `died` a day, month or year."""

    gender: str | None = None
    states: tuple[str, ...] = ()
    surnames: tuple[str, ...] = ()
    died: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TenureRecord:
    """A term of office: `person` holds `post` in `institution` (an institution or a state)."""

    id: str
    person: str
    post: str
    institution: str
    period: Period | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatyRecord(Record):
    """A treaty, agreement, resolution or draft of one; `signed` is the time of its (first) signature."""

    acronyms: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    note: str | None = None
    signed: Period | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatyEventRecord:
    """A line of a treaty's ledger. `place` is a place record, `place_name` how it is named."""

    id: str
    treaty: str
    kind: str
    actors: tuple[str, ...] = ()
    time: Period | None = None
    place: str | None = None
    place_name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GatheringRecord(Record):
    """A summit, conference, session or negotiation that bears a name."""

    kind: str
    time: Period | None = None
    places: tuple[str, ...] = ()
    place_names: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AmbiguousName:
    """A name, in all its spellings, to accept only with support from the context.

    `reasons`: given-name, surname, common-word, same-as-state, several-places, institution-metonym.
    """

    names: tuple[str, ...]
    refs: tuple[str, ...]
    reasons: tuple[str, ...]
    note: str | None = None
