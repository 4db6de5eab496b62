"""What is known of an article beside its text: the columns of metadata.csv, the fields of JSONL, the head of a page."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pourparlers.articles.decode import decode
from pourparlers.errors import InvalidArticle

METADATA_FILE = "metadata.csv"
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class Metadata:
    """Fields known of an article, None where unknown. `published` is an EDTF date (year, month or day)."""

    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None

    def over(self, other: Metadata) -> Metadata:
        """Return these fields, those that are unknown taken from *other*."""
        return Metadata(
            title=self.title or other.title,
            publisher=self.publisher or other.publisher,
            published=self.published or other.published,
            url=self.url or other.url,
        )


NOTHING = Metadata()


def from_fields(fields: Mapping[str, object]) -> tuple[Metadata, tuple[str, ...]]:
    """Return the metadata of a row or record, and remarks on fields that could not be read.

    Args:
        fields: may hold title, publisher, published (or date), url; other keys are none of our business.
    """
    published, remarks = edtf_date(_word(fields, "published") or _word(fields, "date"))
    url = _word(fields, "url")
    if url is not None and not url.lower().startswith(("http://", "https://")):
        url, remarks = None, (*remarks, "unreadable-url")
    return Metadata(_word(fields, "title"), _word(fields, "publisher"), published, url), remarks


def edtf_date(printed: str | None) -> tuple[str | None, tuple[str, ...]]:
    """Return the day, month or year that an ISO 8601 date or time stamp begins with, and a remark if there is none."""
    if printed is None:
        return None, ()
    found = _DATE.match(printed)
    rest = printed[found.end() :] if found else ""
    if found is None or (rest and not rest.startswith(("T", " "))):
        return None, ("unreadable-date",)
    year, month, day = (int(part) if part else 1 for part in found.groups())
    try:
        date(year, month, day)
    except ValueError:
        return None, ("unreadable-date",)
    return found.group(), ()


def read_table(folder: Path) -> dict[str, tuple[Metadata, tuple[str, ...]]]:
    """Return the rows of the folder's metadata.csv by file name; empty if there is none.

    Raises:
        InvalidArticle: the table has no column `file`, or cannot be read.
    """
    path = folder / METADATA_FILE
    if not path.is_file():
        return {}
    try:
        text, _ = decode(path.read_bytes())
        rows = list(csv.DictReader(io.StringIO(text), strict=True))
    except (OSError, csv.Error) as error:
        raise InvalidArticle(f"{path}: {error}") from error
    if rows and "file" not in rows[0]:
        raise InvalidArticle(f"{path}: no column 'file'; expected file,title,publisher,published,url")
    return {row["file"]: from_fields(row) for row in rows if row["file"]}


def _word(fields: Mapping[str, object], key: str) -> str | None:
    value = fields.get(key)
    return " ".join(value.split()) or None if isinstance(value, str) else None
