"""Statements about canonical things, and the values several accounts agree on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from pyoxigraph import Literal, NamedNode, Quad

from pourparlers.authority import Period, load
from pourparlers.graph import terms
from pourparlers.resolve.across.accounts import BOUNDS, Account
from pourparlers.resolve.across.identity import Identity
from pourparlers.vocab import PP, RDFS, SEM, SKOS

Issued = dict[str, tuple[date | None, date | None]]
"""First and last day on which each article may have appeared."""

_BOUND_TERMS = dict(
    zip(
        BOUNDS,
        (
            SEM.hasEarliestBeginTimeStamp,
            SEM.hasLatestBeginTimeStamp,
            SEM.hasEarliestEndTimeStamp,
            SEM.hasLatestEndTimeStamp,
        ),
        strict=True,
    )
)


def said(iri: str, predicate: NamedNode, values: Iterable[str | Literal]) -> Iterator[Quad]:
    """Yield one statement of the default graph per value; a bare string is an IRI."""
    subject = NamedNode(iri)
    for value in values:
        yield Quad(subject, predicate, NamedNode(value) if isinstance(value, str) else value)


def french(words: Iterable[str]) -> Iterator[Literal]:
    """Return names as French literals."""
    return (Literal(word, language="fr") for word in words)


def named(iri: str, name: str) -> Iterator[Quad]:
    """Yield the name to show, twice: many tools read `rdfs:label` alone."""
    for predicate in (SKOS.prefLabel, RDFS.label):
        yield from said(iri, predicate, french([name]))


def label(identity: Identity, iri: str, accounts: Sequence[Account]) -> str:
    """Return the name to show: the record's, else the fullest, then the most frequent printed."""
    record = load().get(identity.records.get(iri, ""))
    if record is not None:
        return record.name
    counted = Counter(name for account in accounts for name in account.all("name"))
    return min(counted, key=lambda name: (-len(name.split()), -counted[name], name), default="")


def most(values: Iterable[str]) -> str | None:
    """Return the most frequent value, the smallest of several; None if there is none."""
    counted = Counter(values)
    return min(counted, key=lambda value: (-counted[value], value), default=None)


def recorded(iri: str, time: Period) -> Iterator[Quad]:
    """Yield a time of the authority: EDTF and the bounds that are known."""
    yield from said(iri, PP.date, [terms.edtf(time.edtf)])
    days = (time.earliest_begin, time.latest_begin, time.earliest_end, time.latest_end)
    for predicate, day in zip(_BOUND_TERMS.values(), days, strict=True):
        if date.min < day < date.max:
            yield from said(iri, predicate, [terms.day(day)])


def when(iri: str, accounts: Sequence[Account]) -> Iterator[Quad]:
    """Yield the most precise time told; of several as precise, the most frequent."""
    dated = [account for account in accounts if account.days is not None]
    if not dated:
        return
    times = Counter((account.one("date") or "", *(account.one(bound) or "" for bound in BOUNDS)) for account in dated)
    widths = {
        (a.one("date") or "", *(a.one(bound) or "" for bound in BOUNDS)): (a.days[1] - a.days[0]).days
        for a in dated
        if a.days is not None
    }
    best = min(times, key=lambda time: (widths[time], -times[time], time))
    if best[0]:
        yield from said(iri, PP.date, [terms.edtf(best[0])])
    for bound, value in zip(BOUNDS, best[1:], strict=True):
        if value:
            yield from said(iri, _BOUND_TERMS[bound], [terms.day(date.fromisoformat(value))])
