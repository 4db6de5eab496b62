"""Facts → quads of the article's named graph: the one place that knows how a fact is said in RDF."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from functools import singledispatch
from itertools import groupby
from operator import attrgetter

from pyoxigraph import NamedNode, Quad

from pourparlers.graph import iris, terms
from pourparlers.graph.extraction import Extraction, current
from pourparlers.graph.source import Source
from pourparlers.model import (
    Article,
    Dating,
    Facts,
    Found,
    Institution,
    Meeting,
    Passage,
    Person,
    Quotation,
    Statement,
    Tenure,
    Time,
    Treaty,
    TreatyEvent,
)
from pourparlers.vocab import DCTERMS, FOAF, NIF, ORG, PP, PROV, RDF, RDFS, SCHEMA, concept


def lift(article: Article, facts: Facts, extraction: Extraction | None = None) -> Iterator[Quad]:
    """Yield the source layer of one article: the article, its facts, and the passages that prove them.

    Args:
        article: as stored.
        facts: what was read out of it.
        extraction: what read it; by default, the software that runs.

    Raises:
        NotImplementedError: a fact of a kind that has no lift.
        KeyError: a word that no scheme of ontology/schemes/ has.
    """
    source = Source(article)
    yield from _article(source, facts.dating, extraction or current())
    for member in fields(facts):
        things = getattr(facts, member.name)
        if isinstance(things, tuple):
            for thing in things:
                if isinstance(thing, Found):
                    yield from lift_fact(thing, source)
    yield from source.passages()


def _article(source: Source, dating: Dating, extraction: Extraction) -> Iterator[Quad]:
    article, node, quad = source.article, source.graph, source.quad
    yield quad(node, RDF.type, PP.Article)
    yield quad(node, NIF.isString, terms.text(article.text))
    yield quad(node, DCTERMS.identifier, terms.text(article.name))
    yield quad(node, RDFS.label, terms.label(article.title or article.name))
    yield quad(node, PP.sha256, terms.text(article.sha256))
    yield quad(node, DCTERMS.language, terms.text(article.language))
    yield quad(node, PP.translated, terms.boolean(article.translated))
    if article.title is not None:
        yield quad(node, DCTERMS.title, terms.text(article.title))
    if article.publisher is not None:
        yield quad(node, DCTERMS.publisher, terms.text(article.publisher))
    if article.url is not None:
        yield quad(node, SCHEMA.url, terms.link(article.url))
    for remark in article.remarks:
        yield quad(node, PP.remark, terms.text(remark))
    for where in _furniture(article):
        yield quad(node, PP.furniture, source.passage(where))
    yield from _dating(source, dating)
    made = NamedNode(iris.extraction(extraction.key))
    yield quad(node, PROV.wasGeneratedBy, made)
    yield quad(made, RDF.type, PP.Extraction)
    yield quad(made, SCHEMA.softwareVersion, terms.text(extraction.version))
    yield quad(made, PP.model, terms.text(extraction.model))
    yield quad(made, PP.rulesHash, terms.text(extraction.rules))


def _furniture(article: Article) -> Iterator[Passage]:
    """Yield what is not read, neighbouring blocks as one passage: an article has dozens of scraps in a few places."""
    for read, run in groupby(article.blocks, key=attrgetter("read")):
        blocks = tuple(run)
        if not read:
            words = article.text[blocks[0].begin : blocks[-1].end]
            begin = blocks[0].begin + len(words) - len(words.lstrip())
            if words.strip():
                yield Passage(begin, begin + len(words.strip()))


def _dating(source: Source, dating: Dating) -> Iterator[Quad]:
    node, quad = source.graph, source.quad
    issued = source.article.published if dating.given else _span(dating)
    if issued:
        yield quad(node, DCTERMS.issued, terms.edtf(issued))
    if dating.earliest is not None:
        yield quad(node, PP.issuedEarliest, terms.day(dating.earliest))
    if dating.latest is not None:
        yield quad(node, PP.issuedLatest, terms.day(dating.latest))
    yield quad(node, PP.datingGiven, terms.boolean(dating.given))
    for reason in dating.reasons:
        yield quad(node, PP.datingReason, terms.text(reason))


def _span(dating: Dating) -> str:
    """Say in EDTF when an article appeared; an unknown bound is left blank, two equal days are one."""
    if dating.earliest == dating.latest:
        return dating.earliest.isoformat() if dating.earliest else ""
    return "/".join(day.isoformat() if day else "" for day in (dating.earliest, dating.latest))


@singledispatch
def lift_fact(thing: Found, source: Source) -> Iterator[Quad]:
    """Yield the quads of one entity or fact.

    Raises:
        NotImplementedError: nobody has written how to lift this kind.
    """
    raise NotImplementedError(
        f"no lift for {type(thing).__name__} of {source.iri}: add one in pourparlers/graph/lift.py"
    )


@lift_fact.register
def _(person: Person, source: Source) -> Iterator[Quad]:
    node, quad = source.node(person.id), source.quad
    yield from source.entity(person, PP.Person)
    if person.gender is not None:
        yield quad(node, FOAF.gender, terms.text(person.gender))
    yield quad(node, PP.described, terms.boolean(person.described))


@lift_fact.register
def _(institution: Institution, source: Source) -> Iterator[Quad]:
    node, quad = source.node(institution.id), source.quad
    types = (PP.Institution, PP.State) if institution.kind == "state" else (PP.Institution,)
    yield from source.entity(institution, *types)
    yield quad(node, ORG.classification, concept("institution-type", institution.kind))
    yield from source.optional(node, PP.state, (institution.state,))
    yield from source.optional(node, ORG.subOrganizationOf, (institution.parent,))


@lift_fact.register
def _(tenure: Tenure, source: Source) -> Iterator[Quad]:
    node, quad = source.node(tenure.id), source.quad
    yield from source.found(tenure, PP.Tenure)
    yield quad(node, PP.holder, source.node(tenure.holder))
    yield quad(node, PP.title, terms.text(tenure.title))
    yield quad(node, PP.post, terms.text(tenure.post))
    yield from source.optional(node, ORG.organization, (tenure.institution,))
    yield quad(node, PP.former, terms.boolean(tenure.former))
    yield quad(node, PP.acting, terms.boolean(tenure.acting))
    yield quad(node, PP.future, terms.boolean(tenure.future))
    times = ((PP.attestedOn, tenure.attested), (PP.since, tenure.since), (PP.until, tenure.until))
    for predicate, time in times:
        if time is not None and (written := _edtf(time)):
            yield quad(node, predicate, terms.edtf(written))


def _edtf(time: Time) -> str:
    """Say a time in EDTF; where only bounds are known, as the interval they span."""
    if time.edtf:
        return time.edtf
    begin, end = time.earliest_begin, time.latest_end
    return f"{begin or ''}/{end or ''}" if begin or end else ""


@lift_fact.register
def _(meeting: Meeting, source: Source) -> Iterator[Quad]:
    node, quad = source.node(meeting.id), source.quad
    yield from source.found(meeting, PP.Meeting)
    yield quad(node, PP.kind, concept("meeting-kind", meeting.kind))
    yield quad(node, PP.status, concept("meeting-status", meeting.status))
    for number, party in enumerate(meeting.participations, start=1):
        part = NamedNode(iris.participation(node.value, number))
        yield quad(node, PP.participant, source.node(party.party))
        yield quad(node, PP.participation, part)
        yield quad(part, RDF.type, PP.Participation)
        yield quad(part, PP.party, source.node(party.party))
        yield quad(part, PP.role, concept("participation-role", party.role))
        yield from source.optional(part, PP.inCapacity, (party.capacity,))
    for topic in meeting.topics:
        yield quad(node, PP.topic, terms.text(source.words(topic)))
    yield from source.place(node, meeting.place)
    yield from source.time(node, meeting.time)
    yield from source.optional(node, PP.partOf, (meeting.part_of,))
    yield from source.linked(node, meeting.authority)


@lift_fact.register
def _(treaty: Treaty, source: Source) -> Iterator[Quad]:
    node, quad = source.node(treaty.id), source.quad
    yield from source.entity(treaty, PP.Treaty)
    yield quad(node, PP.kind, concept("treaty-kind", treaty.kind))
    yield quad(node, PP.treatyStatus, concept("treaty-status", treaty.status))
    yield from source.optional(node, PP.party, treaty.parties)
    yield from source.time(node, treaty.signed)


@lift_fact.register
def _(event: TreatyEvent, source: Source) -> Iterator[Quad]:
    node, quad = source.node(event.id), source.quad
    yield from source.found(event, PP.TreatyEvent)
    yield quad(node, PP.eventKind, concept("treaty-event", event.kind))
    yield quad(node, PP.ofTreaty, source.node(event.treaty))
    yield quad(source.node(event.treaty), PP.event, node)
    yield from source.optional(node, PP.actor, event.actors)
    yield from source.time(node, event.time)


@lift_fact.register
def _(statement: Statement, source: Source) -> Iterator[Quad]:
    node, quad = source.node(statement.id), source.quad
    yield from source.found(statement, PP.Statement)
    yield from source.optional(node, PP.speaker, statement.speakers)
    yield from source.optional(node, PP.inCapacity, (statement.capacity,))
    words = source.printed(statement.content)
    yield quad(node, PP.text, words)
    yield quad(node, RDFS.label, terms.label(words.value))
    for piece in statement.content:
        yield quad(node, PP.contentPassage, source.passage(piece))
    yield quad(node, PP.mode, concept("statement-mode", statement.mode))
    if statement.cue:
        yield quad(node, PP.cue, source.printed(statement.cue))
    for piece in statement.cue:
        yield quad(node, PP.cuePassage, source.passage(piece))
    yield quad(node, PP.speechAct, concept("speech-act", statement.speech_act))
    yield from source.optional(node, PP.addressee, statement.addressees)
    yield from source.optional(node, PP.target, statement.targets)
    yield from source.optional(node, PP.about, statement.about)
    if statement.medium is not None:
        yield quad(node, PP.medium, concept("medium", statement.medium))
    yield from source.optional(node, PP.reportedBy, (statement.reported_by,))
    yield from source.optional(node, PP.denies, (statement.denies,))
    yield quad(node, PP.nominal, terms.boolean(statement.nominal))
    yield from source.place(node, statement.place)
    yield from source.time(node, statement.time)


@lift_fact.register
def _(quotation: Quotation, source: Source) -> Iterator[Quad]:
    node, quad = source.node(quotation.id), source.quad
    yield from source.found(quotation, PP.Quotation)
    yield quad(node, PP.text, terms.text(source.words(quotation.content)))
    yield quad(node, PP.contentPassage, source.passage(quotation.content))
