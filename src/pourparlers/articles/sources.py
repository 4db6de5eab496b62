"""Where articles come from: text files, web pages, JSON lines, feeds, and folders of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pourparlers.articles import page
from pourparlers.articles.decode import decode
from pourparlers.articles.metadata import METADATA_FILE, NOTHING, Metadata, from_fields, read_table
from pourparlers.errors import InvalidArticle

LARGEST = 5_000_000  # bytes of one article; the longest newspaper stories stay below 200 kB
PAGES = frozenset({".html", ".htm", ".xhtml"})
READ = frozenset({".txt", ".jsonl", *PAGES})


@dataclass(frozen=True, slots=True)
class Source:
    """One article's text before it is cleaned. `error` says why there is none."""

    name: str
    text: str
    metadata: Metadata = NOTHING
    remarks: tuple[str, ...] = ()
    error: str | None = None
    detail: str = ""


def sources(paths: Iterable[Path]) -> Iterator[Source]:
    """Yield the source of each article below *paths*, as named; the files of a folder in the order of their names.

    Raises:
        InvalidArticle: a path does not exist or a folder's metadata.csv cannot be read.
    """
    for path in paths:
        if path.is_dir():
            yield from _folder(path)
        elif path.is_file():
            table = read_table(path.parent)
            yield from _file(path, path.name, table.get(path.name, (NOTHING, ())))
        else:
            raise InvalidArticle(f"no file or folder {str(path)!r}")


def _folder(root: Path) -> Iterator[Source]:
    table = read_table(root)
    try:
        files = sorted(
            (path for path in root.rglob("*") if path.is_file() and not _hidden(path.relative_to(root))),
            key=lambda path: path.relative_to(root).as_posix(),
        )
    except OSError as error:
        raise InvalidArticle(f"{root}: {error.strerror}") from error
    for path in files:
        name = path.relative_to(root).as_posix()
        if path.name != METADATA_FILE:
            yield from _file(path, name, table.get(name, (NOTHING, ())))
    # A row that fits no file is a slip of the pen: its title and date would be lost without a word.
    for name in sorted(table.keys() - {path.relative_to(root).as_posix() for path in files}):
        yield Source(name, "", error="no-file", detail=f"named in {METADATA_FILE}")


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _file(path: Path, name: str, known: tuple[Metadata, tuple[str, ...]]) -> Iterator[Source]:
    metadata, remarks = known
    suffix = path.suffix.lower()
    if suffix not in READ:
        yield Source(name, "", error="unknown-type", detail=suffix)
        return
    try:
        if suffix == ".jsonl":
            yield from _records(path, name)
            return
        if path.stat().st_size > LARGEST:
            yield Source(name, "", error="too-large", detail=f"{path.stat().st_size} > {LARGEST}")
            return
        raw = path.read_bytes()
        text, repaired = decode(raw)
    except OSError as error:
        yield Source(name, "", error="unreadable", detail=error.strerror or str(error))
        return
    except InvalidArticle as error:
        yield Source(name, "", error="not-text", detail=str(error))
        return
    if suffix in PAGES:
        text, found = page.extract(text)
        metadata = metadata.over(found)
        text = with_title(text, metadata.title)
    yield Source(name, text, metadata, (*remarks, *repaired))


def _records(path: Path, name: str) -> Iterator[Source]:
    """Yield one source per line of a JSON lines file; its name is the file's with the number of the line."""
    with path.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            here = f"{name}#{number}"
            if len(line) > LARGEST:
                yield Source(here, "", error="too-large", detail=f"{len(line)} > {LARGEST}")
                continue
            try:
                decoded, repaired = decode(line)
                record = json.loads(decoded, strict=False)
            except (InvalidArticle, ValueError, RecursionError) as error:
                yield Source(here, "", error="not-json", detail=str(error))
                continue
            if not isinstance(record, dict) or not isinstance(record.get("text"), str):
                yield Source(here, "", error="no-text-field")
                continue
            metadata, remarks = from_fields(record)
            text, more = decode(record["text"].encode("utf-8", errors="replace"))
            yield Source(here, with_title(text, metadata.title), metadata, (*remarks, *repaired, *more))


def with_title(text: str, title: str | None) -> str:
    """Return the text headed by its title, which counts as body and which some formats carry apart."""
    if (
        title is None
        or not text.strip()
        or " ".join(title.split()).casefold() in " ".join(text[:1000].split()).casefold()
    ):
        return text
    return f"{title}\n\n{text}"
