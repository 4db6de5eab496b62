"""The source layer of one article, read into what identity needs of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from pourparlers.resolve.across.independence import shingles
from pourparlers.settings import AUTHORITY_BASE
from pourparlers.vocab import DCTERMS, FOAF, NIF, ORG, PP, RDF, SEM

BOUNDS: Final = ("earliest_begin", "latest_begin", "earliest_end", "latest_end")
TOPICS: Final = ("person", "institution", "tenure", "meeting", "treaty")


@cache
def _words() -> dict[NamedNode, str]:
    """Return the properties that are read, with the word each is known by here."""
    names = (
        "name authorityRecord described state holder post title former acting future attestedOn since until kind status"
    )
    names += (
        " participant participation place placeName topic partOf date timeExpression treatyStatus party event evidence"
    )
    words = {PP[name]: name for name in names.split()}
    words |= {
        RDF.type: "type",
        FOAF.gender: "gender",
        ORG.classification: "classification",
        ORG.subOrganizationOf: "parent",
        ORG.organization: "organization",
        SEM.hasEarliestBeginTimeStamp: BOUNDS[0],
        SEM.hasLatestBeginTimeStamp: BOUNDS[1],
        SEM.hasEarliestEndTimeStamp: BOUNDS[2],
        SEM.hasLatestEndTimeStamp: BOUNDS[3],
        NIF.anchorOf: "anchor",
        NIF.isString: "text",
        PP.issuedEarliest: "issuedEarliest",
        PP.issuedLatest: "issuedLatest",
        DCTERMS.identifier: "identifier",
    }
    return words


@dataclass(frozen=True, slots=True)
class Account:
    """What one article says of one thing: its values as text, IRIs and literals alike, each list sorted."""

    iri: str
    article: str
    topic: str
    values: dict[str, tuple[str, ...]] = field(repr=False)

    def all(self, word: str) -> tuple[str, ...]:
        """Return the values of a property."""
        return self.values.get(word, ())

    def one(self, word: str) -> str | None:
        """Return the value of a property, the smallest if there are several, None if there is none."""
        values = self.values.get(word)
        return values[0] if values else None

    def true(self, word: str) -> bool:
        """Tell whether a boolean is stated to be true."""
        return self.values.get(word) == ("true",)

    @property
    def authority(self) -> str | None:
        """Return the id of the authority record it is linked to, e.g. `"person/…"`."""
        record = self.one("authorityRecord")
        return record[len(AUTHORITY_BASE) :] if record and record.startswith(AUTHORITY_BASE) else None

    @property
    def days(self) -> tuple[date, date] | None:
        """Return the first and last day it may cover, None when either is unknown."""
        first, last = self.one(BOUNDS[0]) or self.one(BOUNDS[1]), self.one(BOUNDS[3]) or self.one(BOUNDS[2])
        return (date.fromisoformat(first), date.fromisoformat(last)) if first and last and first <= last else None

    def last_segment(self, word: str) -> str:
        """Return the last part of a concept, e.g. `"summit"`; empty when not stated."""
        return (self.one(word) or "").rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Told:
    """One article: when it appeared, a fingerprint of its text, and its accounts in the order of their IRIs.

    `participations` are pairs: the node of a participation, and the local IRI of its party.
    """

    iri: str
    name: str
    first: date | None
    last: date | None
    marks: frozenset[int] = field(repr=False)
    accounts: tuple[Account, ...] = field(repr=False)
    participations: tuple[tuple[str, str], ...] = field(repr=False)


_TYPES: Final = ("Person", "Institution", "Tenure", "Meeting", "Treaty")


def told(quads: Iterable[Quad]) -> Told | None:
    """Read one article's source layer; None if it holds no article."""
    words = _words()
    topics = {PP[name].value: topic for name, topic in zip(_TYPES, TOPICS, strict=True)}
    nodes: dict[str, dict[str, list[str]]] = {}
    for quad in quads:
        word = words.get(quad.predicate)
        thing = quad.object
        if word is not None and isinstance(thing, NamedNode | Literal) and isinstance(quad.subject, NamedNode):
            nodes.setdefault(quad.subject.value, {}).setdefault(word, []).append(thing.value)
    article = next((iri for iri, values in nodes.items() if PP.Article.value in values.get("type", ())), None)
    if article is None:
        return None
    accounts = []
    for iri, values in nodes.items():
        topic = next((topics[kind] for kind in values.get("type", ()) if kind in topics), None)
        if topic is not None:
            accounts.append(Account(iri, article, topic, _finished(values, nodes)))
    own = nodes[article]
    return Told(
        iri=article,
        name=own.get("identifier", [article])[0],
        first=_day(own, "issuedEarliest"),
        last=_day(own, "issuedLatest"),
        marks=shingles(own.get("text", [""])[0]),
        accounts=tuple(sorted(accounts, key=lambda account: account.iri)),
        participations=tuple(
            (iri, min(values["party"]))
            for iri, values in sorted(nodes.items())
            if PP.Participation.value in values.get("type", ()) and "party" in values
        ),
    )


def _day(values: dict[str, list[str]], word: str) -> date | None:
    return date.fromisoformat(values[word][0]) if word in values else None


def _finished(values: dict[str, list[str]], nodes: dict[str, dict[str, list[str]]]) -> dict[str, tuple[str, ...]]:
    """Sort the values, and put the words of its passages in the place of the passages."""
    done = {word: tuple(sorted(set(found))) for word, found in values.items()}
    for word in ("evidence", "timeExpression"):
        if word in values:
            passages = sorted(set(values[word]), key=_offset)
            done[word] = tuple(dict.fromkeys(said for p in passages for said in nodes.get(p, {}).get("anchor", ())))
    return done


_OFFSETS = re.compile(r"#char=(\d+),(\d+)$")


def _offset(passage: str) -> tuple[int, int, str]:
    match = _OFFSETS.search(passage)
    return (int(match[1]), int(match[2]), passage) if match else (0, 0, passage)
