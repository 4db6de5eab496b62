"""Articles: text in. Files of several kinds and encodings become `Article` values; what cannot be read is named."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import py3langid

from pourparlers.articles.furniture import blocks, is_prose
from pourparlers.articles.metadata import NOTHING, Metadata
from pourparlers.articles.reading import reading
from pourparlers.articles.sources import sources
from pourparlers.articles.units import units
from pourparlers.model import Article

__all__ = ["Skipped", "article", "read"]

_SAMPLE = 2000  # code points are plenty to tell a language
_LEAST_WORDS = 12
_MACHINE = re.compile(
    r"\bFr2Fr\b|traduction automatique|automatiquement et la traduisons|traduisons automatiquement|"
    r"translated (?:by|from)|machine[- ]translat",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file or record that is not read.

    `reason` is one of: empty, not-french, no-prose, not-text, not-json, no-text-field, too-large, unreadable,
    unknown-type, same-name, no-file (a row of metadata.csv that fits none). `detail` says more where there is more.
    """

    name: str
    reason: str
    detail: str = ""


def read(paths: Iterable[Path]) -> Iterator[Article | Skipped]:
    """Yield each article below *paths*, or why it is skipped.

    Args:
        paths: files (.txt, .html, .htm, .xhtml, .jsonl) and folders of them; `metadata.csv` tells of a folder's.

    Raises:
        InvalidArticle: a path does not exist, or a metadata.csv cannot be read.
    """
    names: set[str] = set()
    for source in sources(paths):
        if source.error is not None:
            yield Skipped(source.name, source.error, source.detail)
        elif source.name in names:
            yield Skipped(source.name, "same-name")
        else:
            names.add(source.name)
            yield article(source.name, source.text, source.metadata, source.remarks)


def article(name: str, text: str, metadata: Metadata = NOTHING, remarks: tuple[str, ...] = ()) -> Article | Skipped:
    """Return the article of a decoded text, or why it is none.

    Args:
        name: identifier of the article in a store.
        text: stored as it is; all offsets count its code points.
        metadata: what is known beside the text.
        remarks: what was repaired on the way here.
    """
    if not text.strip():
        return Skipped(name, "empty")
    parts = units(text)
    found = blocks(text, parts, metadata.title)
    seen = reading(text, parts, found)
    bodies = {(block.begin, block.end) for block in found if block.kind == "body"}
    if len(seen.split()) < _LEAST_WORDS or not (bodies and any(is_prose(unit) for unit in parts)):
        return Skipped(name, "no-prose")
    language, _ = py3langid.classify(" ".join(seen.split())[:_SAMPLE])
    if language != "fr":
        return Skipped(name, "not-french", language)
    digest = hashlib.sha256("\x1f".join((text, *(field or "" for field in _fields(metadata)))).encode()).hexdigest()
    title = metadata.title or next(
        (_printed(text, block.begin, block.end) for block in found if block.kind == "title"), None
    )
    return Article(
        name=name,
        text=text,
        reading=seen,
        blocks=found,
        sha256=digest,
        title=title,
        publisher=metadata.publisher,
        published=metadata.published,
        url=metadata.url,
        translated=bool(_MACHINE.search(text)),
        remarks=remarks,
    )


def _fields(metadata: Metadata) -> tuple[str | None, ...]:
    return metadata.title, metadata.publisher, metadata.published, metadata.url


def _printed(text: str, begin: int, end: int) -> str:
    return " ".join(text[begin:end].split())
