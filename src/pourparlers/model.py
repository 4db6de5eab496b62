"""The facts pourparlers reads out of an article: frozen values, no spaCy, no RDF.

    Passage ─ where it is written          Time ─ when, as EDTF with bounds
    Entity  ─ Person · Institution · Treaty
    Fact    ─ Tenure · Meeting · TreatyEvent · Statement · Quotation
    Facts   ─ all of one article

Every offset counts Unicode code points of `Article.text`, end exclusive.
A `Ref` is the `id` of another entity or fact *of the same article*; identity across articles is `resolve`'s.
The words of the kinds, statuses, modes ... are those of the SKOS schemes in ontology/schemes/.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

Ref = str


def local_id(topic: str, *offsets: int) -> Ref:
    """Return the id of a thing inside its article, e.g. `local_id("person", 57, 76)` → `"person-57-76"`.

    Args:
        topic: lower-case word for the kind of thing: person, institution, tenure, meeting, treaty, event, statement.
        offsets: code points that tell it from every other of its topic; usually begin and end of its first passage.
    """
    return "-".join((topic, *map(str, offsets)))


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Characters `begin:end` of the article's stored text."""

    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Time:
    """A time as EDTF, with what may be said for certain about its bounds.

    `edtf` is `""` when only the bounds are known. `expression` is the printed words, None when the time is that of the
    article itself; `anchor` says in words what the expression was resolved against, e.g. `"published 2018-12-12"`.
    """

    edtf: str
    earliest_begin: date | None = None
    latest_begin: date | None = None
    earliest_end: date | None = None
    latest_end: date | None = None
    expression: Passage | None = None
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign in the text that a fact is not plainly asserted: negated, conditional, future, hearsay, question."""

    kind: str
    cue: Passage


@dataclass(frozen=True, slots=True)
class Place:
    """Where something happened: the words that name it, and the authority's place if only one fits."""

    name: str
    passage: Passage
    authority: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What every entity and fact carries: its id, the passages that prove it, and how it was found.

    `evidence[0]` is the principal passage. `rule` is the dotted name of the rule, e.g. `"statements.incise"`;
    `confidence` lies in 0..1.
    """

    id: Ref
    evidence: tuple[Passage, ...]
    rule: str
    confidence: float = 0.9
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity(Found):
    """Somebody or something the article names. `evidence` holds every mention of it that is a name or a description.

    `name` is the fullest printed form without article, rank or civility; `authority` the id of the authority record
    (`"person/…"`, `"institution/…"`, `"state/…"`, `"treaty/…"`) if the link is safe, with the reason in `link_reason`.
    """

    name: str
    authority: str | None = None
    link_reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Entity):
    """A person, by name, or by description only (`described`: "un haut responsable américain")."""

    gender: str | None = None
    described: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Institution(Entity):
    """An organisation or a state as an actor. `kind` is a word of the institution-type scheme; `state` its state."""

    kind: str
    state: Ref | None = None
    parent: Ref | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure(Found):
    """A post as the article gives it to a person. `evidence[0]` is the title as printed (`title` is that text)."""

    holder: Ref
    title: str
    post: str
    institution: Ref | None = None
    former: bool = False
    acting: bool = False
    future: bool = False
    attested: Time | None = None
    since: Time | None = None
    until: Time | None = None


@dataclass(frozen=True, slots=True)
class Participation:
    """A party to a meeting, its role (participant, host, guest, mediator, organiser) and the post it acts in."""

    party: Ref
    role: str = "participant"
    capacity: Ref | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Found):
    """An encounter. `evidence` are the few words that name it at each mention."""

    kind: str
    status: str
    participations: tuple[Participation, ...]
    place: Place | None = None
    time: Time | None = None
    topics: tuple[Passage, ...] = ()
    part_of: Ref | None = None
    authority: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Treaty(Entity):
    """A treaty, agreement, ceasefire, resolution or a draft of one. `signed` is when it was signed or concluded."""

    kind: str = "treaty"
    parties: tuple[Ref, ...] = ()
    signed: Time | None = None
    status: str = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatyEvent(Found):
    """A line of a treaty's ledger, as the article tells it."""

    treaty: Ref
    kind: str
    actors: tuple[Ref, ...] = ()
    time: Time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Found):
    """Somebody said something. `content` are its pieces as printed, without attribution or outer guillemets.

    `evidence[0]` spans the whole: cue, attribution and content. `cue` may be in pieces ("a", "souligné").
    Speakers: all of them if they speak together. `reported_by` passes on what the speaker said (a ministry's communiqué
    that quotes the general). `capacity` is the Tenure in which a single speaker speaks. `denies` is the accusation, a
    Statement of the same article, that this one denies.
    """

    speakers: tuple[Ref, ...]
    content: tuple[Passage, ...]
    mode: str
    cue: tuple[Passage, ...]
    speech_act: str
    addressees: tuple[Ref, ...] = ()
    targets: tuple[Ref, ...] = ()
    about: tuple[Ref, ...] = ()
    medium: str | None = None
    reported_by: Ref | None = None
    capacity: Ref | None = None
    time: Time | None = None
    place: Place | None = None
    nominal: bool = False
    denies: Ref | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation(Found):
    """Words between quotation marks whose speaker the article does not let us know, kept as such."""

    content: Passage


@dataclass(frozen=True, slots=True)
class Unclaimed:
    """A quotation or cue verb form that no rule claimed: `reason` is a class (scare, term, title) or `"unclaimed"`."""

    passage: Passage
    what: str
    reason: str


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a quotation or cue: `status` is claimed, classed or listed, `reason` its class or why listed."""

    passage: Passage
    what: str
    status: str
    reason: str


@dataclass(frozen=True, slots=True)
class Dating:
    """When an article appeared: given, or inferred with readable reasons. Bounds are days, inclusive."""

    earliest: date | None
    latest: date | None
    reasons: tuple[str, ...] = ()
    given: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All that was read out of one article, each tuple in the order of the text."""

    dating: Dating
    persons: tuple[Person, ...] = ()
    institutions: tuple[Institution, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    treaties: tuple[Treaty, ...] = ()
    treaty_events: tuple[TreatyEvent, ...] = ()
    statements: tuple[Statement, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    unclaimed: tuple[Unclaimed, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the stored text of one kind.

    Kinds read by the model: title, heading, body. Kinds masked: furniture, caption, byline, repeated, metadata.
    """

    kind: str
    begin: int
    end: int

    @property
    def read(self) -> bool:
        """Tell whether the model reads it."""
        return self.kind in {"title", "heading", "body"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article as stored. `text` never changes once read; `reading` is what the model reads, just as long.

    `name` is its file name relative to the folder given (the identifier of the article in the store); `sha256` is the
    hex digest of its raw bytes and metadata; `published` an EDTF date or None; `remarks` what was repaired on reading.
    `translated` tells a machine translation.
    """

    name: str
    text: str
    reading: str
    blocks: tuple[Block, ...]
    sha256: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    language: str = "fr"
    translated: bool = False
    remarks: tuple[str, ...] = ()
