"""What is known beforehand: states, places, institutions, people with their terms of office, treaties, gatherings.

The source is the Turtle of ontology/authority/. `load()` reads it once per process:

    authority = load()
    authority.get("state/france")                       the record of an id
    authority.named("quai d'orsay")                     the records that bear a name, folded
    authority.holder_at("state/norway", "Premier ministre", day)
    authority.forms()                                   every printed form, for the gazetteer
"""

from __future__ import annotations

from pourparlers.authority.data import Authority, load
from pourparlers.authority.folding import fold
from pourparlers.authority.forms import forms
from pourparlers.authority.period import Period, period
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

__all__ = [
    "AmbiguousName",
    "Authority",
    "GatheringRecord",
    "InstitutionRecord",
    "Period",
    "PersonRecord",
    "PlaceRecord",
    "Record",
    "State",
    "TenureRecord",
    "TreatyEventRecord",
    "TreatyRecord",
    "fold",
    "forms",
    "load",
    "period",
]
