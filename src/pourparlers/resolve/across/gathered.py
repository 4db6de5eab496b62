"""Canonical meetings: the union of what the articles tell, with their number and how many are independent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from pyoxigraph import Quad

from pourparlers.authority import GatheringRecord, load
from pourparlers.graph import iris, terms
from pourparlers.resolve.across.accounts import Account
from pourparlers.resolve.across.identity import Identity
from pourparlers.resolve.across.independence import independent
from pourparlers.resolve.across.naming import record_iri
from pourparlers.resolve.across.saying import Issued, french, label, most, named, recorded, said, when
from pourparlers.vocab import PP, RDF, concept

_SHOWN = 4
"""Participants named in a label."""


def gathered(identity: Identity, issued: Issued, marks: Mapping[str, frozenset[int]]) -> Iterator[Quad]:
    """Yield the canonical meetings.

    Args:
        identity: who is who.
        issued: when each article appeared.
        marks: fingerprint of each article's text.
    """
    shown = {
        iri: label(identity, iri, accounts)
        for topic in ("person", "institution")
        for iri, accounts in identity.groups[topic].items()
    }
    for iri, accounts in sorted(identity.groups["meeting"].items()):
        record = load().gatherings.get(identity.records.get(iri, ""))
        yield from said(iri, RDF.type, [PP.Meeting.value])
        yield from said(iri, PP.account, (account.iri for account in accounts))
        if record is not None:
            yield from said(iri, PP.authorityRecord, [iris.authority(record.id)])
        yield from said(iri, PP.kind, [_kind(accounts, record)])
        yield from said(iri, PP.status, [_status(accounts, issued)])
        parties = _parties(identity, accounts)
        nodes = _participations(identity, accounts, parties)
        known = set(map(record_iri, record.participants if record else ())) - parties
        yield from said(iri, PP.participant, sorted(parties | known))
        yield from said(iri, PP.participation, nodes)
        yield from _recorded(iri, sorted(known))
        yield from _place(iri, accounts, record)
        topics = sorted({topic for account in accounts for topic in account.all("topic")})
        yield from said(iri, PP.topic, (terms.text(topic) for topic in topics))
        wholes = {identity.canonical.get(whole, whole) for a in accounts for whole in a.all("partOf")} - {iri}
        yield from said(iri, PP.partOf, sorted(wholes))
        time = record.time if record is not None else None
        yield from recorded(iri, time) if time is not None else when(iri, accounts)
        articles = sorted({account.article for account in accounts})
        yield from said(iri, PP.articleCount, [terms.integer(len(articles))])
        yield from said(iri, PP.independentSourceCount, [terms.integer(independent(articles, marks))])
        yield from named(iri, _label(accounts, record, sorted(shown.get(p, "") for p in parties)))


def _kind(accounts: Sequence[Account], record: GatheringRecord | None) -> str:
    if record is not None:
        return concept("meeting-kind", record.kind).value
    told = [value for account in accounts for value in account.all("kind")]
    return most(v for v in told if not v.endswith("/unspecified")) or most(told) or ""


def _status(accounts: Sequence[Account], issued: Issued) -> str:
    """Return held if any article tells so, else what the latest article says: plans change, the past does not."""
    told = [(issued[account.article][1] or date.min, account.one("status") or "") for account in accounts]
    held = [status for _, status in told if status.endswith("/held")]
    return held[0] if held else max(told)[1]


def _parties(identity: Identity, accounts: Sequence[Account]) -> set[str]:
    """Return all participants; a state gives way to those who stand for it, unless one article names both."""
    named = [{identity.canonical.get(party, party) for party in account.all("participant")} for account in accounts]
    parties = set().union(*named)
    for state in sorted(parties):
        if identity.homes.get(state) != frozenset({state}):
            continue  # not a state
        standing = {p for p in parties if p in identity.groups["person"] and state in identity.homes.get(p, ())}
        if standing and not any(state in one and one & standing for one in named):
            parties.discard(state)
    return parties


def _participations(identity: Identity, accounts: Sequence[Account], parties: set[str]) -> list[str]:
    """Return the participations of the parties kept."""
    kept = []
    for account in accounts:
        for node in account.all("participation"):
            party = identity.participations.get(node)
            if party is not None and identity.canonical.get(party, party) in parties:
                kept.append(node)
    return sorted(kept)


def _recorded(iri: str, parties: Sequence[str]) -> Iterator[Quad]:
    """Yield the participations that only the record of the gathering knows of."""
    for number, party in enumerate(parties, start=1):
        node = f"{iri}/participation-{number}"
        yield from said(iri, PP.participation, [node])
        yield from said(node, RDF.type, [PP.Participation.value])
        yield from said(node, PP.party, [party])
        yield from said(node, PP.role, [concept("participation-role", "participant").value])


def _place(iri: str, accounts: Sequence[Account], record: GatheringRecord | None) -> Iterator[Quad]:
    """Yield where it was: as the record has it, else the place told most often."""
    if record is not None and (record.places or record.place_names):
        yield from said(iri, PP.place, map(record_iri, record.places))
        yield from said(iri, PP.placeName, french(record.place_names))
        return
    place = most(value for account in accounts for value in account.all("place"))
    if place is not None:
        yield from said(iri, PP.place, [place])
    where = [a for a in accounts if place is None or place in a.all("place")]
    name = most(value for account in where for value in account.all("placeName"))
    if name is not None:
        yield from said(iri, PP.placeName, [terms.text(name)])


def _label(accounts: Sequence[Account], record: GatheringRecord | None, names: Sequence[str]) -> str:
    """Return a line to recognise the meeting by: its name, or who met and when."""
    if record is not None:
        return record.name
    known = [name for name in names if name]
    who = " – ".join(known[:_SHOWN]) + (" …" if len(known) > _SHOWN else "")
    dates = Counter(value for account in accounts for value in account.all("date"))
    day = min(dates, key=lambda value: (-len(value), -dates[value], value), default="")
    return ", ".join(part for part in (who, day) if part) or "rencontre"
