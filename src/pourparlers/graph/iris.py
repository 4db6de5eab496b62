"""Names of things: one function per kind of IRI, each a pure function of raw source values."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import quote

from pourparlers.model import Mark, Passage, Ref
from pourparlers.settings import AUTHORITY_BASE, settings

# Letters of any script stay readable (an IRI may hold them); all else that a strict parser could trip over is encoded.
_ODD = re.compile(r"[^\w.~-]")
# What may not stand in a link after its scheme, and a percent sign that starts no escape.
_FORBIDDEN = re.compile(r"[^\w.~!$&'()*+,;=:@/?#%-]|%(?![0-9A-Fa-f]{2})")

_WEB = re.compile(r"https?://[^\s/?#]", re.IGNORECASE)


def segment(raw: str) -> str:
    """Return *raw* as one path segment: letters, digits, `.~_-` as they are, the rest percent-encoded."""
    return _ODD.sub(_encoded, raw)


def digest(*raw: str) -> str:
    """Return 16 hex digits that stand for the raw values, in this order, for ever."""
    return hashlib.sha256("\x1f".join(raw).encode()).hexdigest()[:16]


def article(name: str, sha256: str) -> str:
    """Return the IRI of the article of that file name and content: a new content is a new article."""
    return f"{settings().base}article/{digest(name, sha256)}"


def local(article_iri: str, ref: Ref) -> str:
    """Return the IRI of a thing as one article speaks of it, e.g. `…/article/0123456789abcdef/person-57-76`."""
    return f"{article_iri}/{segment(ref)}"


def passage(article_iri: str, where: Passage) -> str:
    """Return the IRI of a passage, an RFC 5147 fragment: `<article>#char=57,76`."""
    return f"{article_iri}#char={where.begin},{where.end}"


def mark(fact_iri: str, sign: Mark) -> str:
    """Return the IRI of a mark of a fact, e.g. `…/statement-57-120/mark-negated-60-62`."""
    return f"{fact_iri}/mark-{segment(sign.kind)}-{sign.cue.begin}-{sign.cue.end}"


def participation(meeting_iri: str, number: int) -> str:
    """Return the IRI of the *number*-th participation (from 1, in the order of the text)."""
    return f"{meeting_iri}/participation-{number}"


def authority(record: str) -> str:
    """Return the IRI of an authority record, `record` being `"<table>/<id>"` as the gazetteer gives it."""
    table, _, key = record.partition("/")
    return f"{AUTHORITY_BASE}{segment(table)}/{segment(key)}"


def canonical(topic: str, *raw: str) -> str:
    """Return the IRI of a thing of the resolved layer that no authority record stands for, minted from raw values."""
    return f"{settings().base}{segment(topic)}/{digest(*raw)}"


def extraction(*raw: str) -> str:
    """Return the IRI of an extraction: the software, model and rules that read an article."""
    return f"{settings().base}extraction/{digest(*raw)}"


def is_web(url: str) -> bool:
    """Tell whether *url* is an address of the web."""
    return _WEB.match(url.strip()) is not None


def web(url: str) -> str:
    """Return a link found in metadata as an IRI that every RDF parser takes: forbidden characters percent-encoded."""
    return _FORBIDDEN.sub(_encoded, url.strip())


def _encoded(match: re.Match[str]) -> str:
    return quote(match[0], safe="")
