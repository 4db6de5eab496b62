"""Canonical people, institutions, tenures and treaties with merged values, and what they refer to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from pyoxigraph import Quad

from pourparlers.authority import (
    GatheringRecord,
    InstitutionRecord,
    PersonRecord,
    State,
    TenureRecord,
    TreatyRecord,
    load,
)
from pourparlers.authority.posts import likeness
from pourparlers.graph import iris, terms
from pourparlers.resolve.across import ledgers
from pourparlers.resolve.across.accounts import Account
from pourparlers.resolve.across.identity import Identity
from pourparlers.resolve.across.naming import record_iri
from pourparlers.resolve.across.saying import Issued, french, label, most, named, recorded, said, when
from pourparlers.vocab import FOAF, GEO, ORG, PP, RDF, RDFS, SCHEMA, SKOS, concept


def things(identity: Identity, issued: Issued) -> Iterator[Quad]:
    """Yield the canonical persons, institutions, tenures and treaties."""
    for iri, accounts in sorted(identity.groups["institution"].items()):
        yield from _head(identity, iri, accounts)
        yield from _institution(identity, iri, accounts)
    for iri, accounts in sorted(identity.groups["person"].items()):
        yield from _head(identity, iri, accounts)
        yield from _person(identity, iri, accounts)
    for iri, accounts in sorted(identity.groups["tenure"].items()):
        yield from said(iri, RDF.type, [PP.Tenure.value])
        yield from said(iri, PP.account, (account.iri for account in accounts))
        yield from _tenure(identity, iri, accounts)
    for iri, accounts in sorted(identity.groups["treaty"].items()):
        yield from _head(identity, iri, accounts)
        yield from _treaty(identity, iri, accounts, issued)
    yield from ledgers.ledgers(identity)
    yield from _background(identity)


def _head(identity: Identity, iri: str, accounts: Sequence[Account]) -> Iterator[Quad]:
    """Yield accounts, record and names."""
    yield from said(iri, PP.account, (account.iri for account in accounts))
    if iri in identity.records:
        yield from said(iri, PP.authorityRecord, [iris.authority(identity.records[iri])])
    shown = label(identity, iri, accounts)
    if shown:
        yield from named(iri, shown)
    others = {name for account in accounts for name in account.all("name")} - {shown}
    yield from said(iri, SKOS.altLabel, french(sorted(others)))


def _institution(identity: Identity, iri: str, accounts: Sequence[Account]) -> Iterator[Quad]:
    record = load().get(identity.records.get(iri, ""))
    if isinstance(record, State | InstitutionRecord):
        yield from _record(iri, record)
        return
    kind = most(value for account in accounts for value in account.all("classification"))
    state = kind is not None and kind.endswith("/state")
    yield from said(iri, RDF.type, [PP.Institution.value, *([PP.State.value] if state else [])])
    if kind is not None:
        yield from said(iri, ORG.classification, [kind])
    for word, predicate in (("state", PP.state), ("parent", ORG.subOrganizationOf)):
        found = most(identity.canonical.get(value, value) for a in accounts for value in a.all(word))
        if found is not None and found != iri:
            yield from said(iri, predicate, [found])


def _record(iri: str, record: State | InstitutionRecord) -> Iterator[Quad]:
    """Yield what the authority says of a state or an institution."""
    if isinstance(record, State):
        yield from said(iri, RDF.type, [PP.Institution.value, PP.State.value])
        yield from said(iri, ORG.classification, [concept("institution-type", "state").value])
        return
    yield from said(iri, RDF.type, [PP.Institution.value])
    yield from said(iri, ORG.classification, [concept("institution-type", record.kind).value])
    yield from said(iri, PP.acronym, french(record.acronyms))
    yield from said(iri, PP.state, (record_iri(state) for state in record.states))
    if record.parent is not None:
        yield from said(iri, ORG.subOrganizationOf, [record_iri(record.parent)])


def _person(identity: Identity, iri: str, accounts: Sequence[Account]) -> Iterator[Quad]:
    yield from said(iri, RDF.type, [PP.Person.value])
    record = load().persons.get(identity.records.get(iri, ""))
    gender = record.gender if record else most(value for account in accounts for value in account.all("gender"))
    if gender:
        yield from said(iri, FOAF.gender, [terms.text(gender)])
    described = record is None and all(account.true("described") for account in accounts)
    yield from said(iri, PP.described, [terms.boolean(described)])
    if record is not None:
        yield from said(iri, PP.state, (record_iri(state) for state in record.states))
        yield from said(iri, SCHEMA.deathDate, [terms.edtf(record.died)] if record.died else [])


def _tenure(identity: Identity, iri: str, accounts: Sequence[Account]) -> Iterator[Quad]:
    holder = accounts[0].one("holder") or ""
    body = accounts[0].one("organization")
    yield from said(iri, PP.holder, [identity.canonical.get(holder, holder)])
    if body is not None:
        yield from said(iri, ORG.organization, [identity.canonical.get(body, body)])
    post = most(value for account in accounts for value in account.all("post")) or ""
    yield from said(iri, PP.post, [terms.text(post)])
    yield from said(iri, RDFS.label, french([_entitled(identity, accounts, post)]))
    for word, predicate in (
        ("title", PP.title),
        ("attestedOn", PP.attestedOn),
        ("since", PP.since),
        ("until", PP.until),
    ):
        values = sorted({value for account in accounts for value in account.all(word)})
        yield from said(iri, predicate, (terms.text(v) if word == "title" else terms.edtf(v) for v in values))
    yield from said(iri, PP.former, [terms.boolean(accounts[0].true("former"))])
    for word, predicate in (("acting", PP.acting), ("future", PP.future)):
        yield from said(iri, predicate, [terms.boolean(all(account.true(word) for account in accounts))])
    known = _term(identity, holder, body, post)
    if known is not None:
        yield from said(iri, PP.authorityRecord, [iris.authority(known.id)])
        yield from recorded(iri, known.period) if known.period is not None else ()


def _entitled(identity: Identity, accounts: Sequence[Account], post: str) -> str:
    """Return "Nom, poste (institution)"."""
    shown = []
    for word in ("holder", "organization"):
        iri = identity.canonical.get(accounts[0].one(word) or "", "")
        shown.append(label(identity, iri, _accounts(identity, iri)) if iri else "")
    body = f" ({shown[1]})" if shown[1] else ""
    return f"{shown[0]}, {post}{body}"


def _accounts(identity: Identity, iri: str) -> Sequence[Account]:
    return identity.groups["person"].get(iri) or identity.groups["institution"].get(iri) or ()


def _term(identity: Identity, holder: str, body: str | None, post: str) -> TenureRecord | None:
    """Return the only term of office that the record of the holder has for the post there."""
    authority = load()
    person = identity.records.get(identity.canonical.get(holder, ""))
    where = identity.records.get(identity.canonical.get(body or "", ""))
    if person is None or where is None:
        return None
    fitting = [
        term
        for term in authority.tenures_of.get(person, ())
        if where in (term.institution, *authority.states_of(term.institution))
        and likeness(post, term.post, authority.states_of(term.institution)) > 1
    ]
    return fitting[0] if len(fitting) == 1 else None


def _treaty(identity: Identity, iri: str, accounts: Sequence[Account], issued: Issued) -> Iterator[Quad]:
    yield from said(iri, RDF.type, [PP.Treaty.value])
    record = load().treaties.get(identity.records.get(iri, ""))
    kind = most(value for account in accounts for value in account.all("kind"))
    if kind is not None:
        yield from said(iri, PP.kind, [kind])
    status = _status(accounts, issued)
    if status is not None:
        yield from said(iri, PP.treatyStatus, [status])
    parties = {identity.canonical.get(party, party) for account in accounts for party in account.all("party")}
    yield from said(iri, PP.party, sorted(parties))
    yield from said(iri, PP.event, sorted({event for account in accounts for event in account.all("event")}))
    if record is not None:
        yield from said(iri, PP.acronym, french(record.acronyms))
    if record is not None and record.signed is not None:
        yield from recorded(iri, record.signed)
    else:
        yield from when(iri, accounts)


def _status(accounts: Sequence[Account], issued: Issued) -> str | None:
    """Return the status that the latest article gives, "unknown" only if no article says more."""
    told = [(issued[a.article][1] or date.min, a.one("treatyStatus") or "") for a in accounts if a.one("treatyStatus")]
    better = [pair for pair in told if not pair[1].endswith("/unknown")]
    return max(better or told)[1] if told else None


def _background(identity: Identity) -> Iterator[Quad]:
    """Yield the states and parent bodies that canonical things refer to but no article names, from the authority."""
    authority = load()
    waiting = [r for iri, r in sorted(identity.records.items()) if any(iri in g for g in identity.groups.values())]
    told = set(identity.groups["institution"])
    while waiting:
        record = authority.get(waiting.pop())
        refs: tuple[str, ...] = ()
        if isinstance(record, InstitutionRecord):
            refs = (*record.states, *((record.parent,) if record.parent else ()))
        elif isinstance(record, PersonRecord):
            refs = record.states
        elif isinstance(record, GatheringRecord):
            refs = record.participants
        elif isinstance(record, TreatyRecord):
            refs = ledgers.actors(ledgers.events(record.id))
        for ref in refs:
            known, iri = authority.get(ref), record_iri(ref)
            if iri in told or not isinstance(known, State | InstitutionRecord):
                continue
            told.add(iri)
            waiting.append(ref)
            yield from said(iri, PP.authorityRecord, [iris.authority(ref)])
            yield from named(iri, known.name)
            yield from _record(iri, known)


def places(found: Iterable[str]) -> Iterator[Quad]:
    """Yield the places, and the states as places, of the authority that the graph refers to."""
    authority = load()
    for iri in sorted(found):
        identifier = "/".join(iri.rsplit("/", 2)[1:])
        state = authority.states.get(identifier)
        if state is not None:  # "en Pologne"
            yield from said(iri, PP.authorityRecord, [iris.authority(state.id)])
            yield from said(iri, SKOS.prefLabel, french([state.name]))
            yield from _record(iri, state)
        record = authority.places.get(identifier)
        if record is None:
            continue
        yield from said(iri, RDF.type, [PP.Place.value])
        yield from named(iri, record.name)
        yield from said(iri, PP.countryCode, (terms.text(code) for code in record.countries))
        if record.latitude is not None and record.longitude is not None:
            yield from said(iri, GEO.lat, [terms.decimal(record.latitude)])
            yield from said(iri, GEO.long, [terms.decimal(record.longitude)])
        if record.id.removeprefix("place/").isdigit():
            yield from said(iri, RDFS.seeAlso, [f"https://sws.geonames.org/{record.id.removeprefix('place/')}/"])
