"""The source of truth: one N-Quads file per article, which says in its first line whose it is and what it must hold."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, parse, serialize

from pourparlers.errors import InvalidStore
from pourparlers.graph import iris
from pourparlers.model import Article
from pourparlers.store import disk

_SIGN = b"# pourparlers article "
_UNSAFE = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """What the first line of an article's file says.

    Attributes:
        name: identifier of the article in the store.
        sha256: digest of the article's own content, as `Article.sha256`.
        iri: IRI of the article, which names its graph.
        reader: key of the extraction that read it (`graph.extraction.Extraction.key`).
        quads: how many lines follow.
        digest: SHA-256 of these lines, in hexadecimal.
    """

    name: str
    sha256: str
    iri: str
    reader: str
    quads: int
    digest: str


def file_name(name: str) -> str:
    """Return the name of the file of the article *name*: readable, fit for every file system, one for each name."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = _UNSAFE.sub("-", plain).strip("-")[:80].rstrip("-")
    return f"{slug}-{hashlib.sha256(name.encode()).hexdigest()[:10]}.nq".lstrip("-")


def body(quads: Iterable[Quad]) -> bytes:
    """Return quads as N-Quads lines, sorted, each once."""
    written = serialize(quads, format=RdfFormat.N_QUADS)
    assert written is not None  # as no file was named to write to
    lines = sorted(set(written.split(b"\n")))
    return b"\n".join(line for line in lines if line) + b"\n"


def entry(article: Article, reader: str, content: bytes) -> Entry:
    """Return the entry of an article whose lines are *content*."""
    return Entry(
        name=article.name,
        sha256=article.sha256,
        iri=iris.article(article.name, article.sha256),
        reader=reader,
        quads=content.count(b"\n"),
        digest=hashlib.sha256(content).hexdigest(),
    )


def write(folder: Path, about: Entry, content: bytes) -> None:
    """Write the file of an article: the old one stays until the new one is whole."""
    head = _SIGN + json.dumps(asdict(about), sort_keys=True).encode() + b"\n"
    disk.write(folder / file_name(about.name), (head, content))


def entries(folder: Path) -> dict[str, Entry]:
    """Return the entry of every article by name, sorted; only first lines are read.

    Raises:
        InvalidStore: a file is not what this module writes.
    """
    found = [_entry(path) for path in folder.glob("*.nq")]
    return {about.name: about for about in sorted(found, key=lambda about: about.name)}


def intact(folder: Path, name: str) -> Entry | None:
    """Return the entry of the article *name* if its file is there and whole, else None."""
    try:
        about = _entry(folder / file_name(name))
        read(folder, about)
    except (FileNotFoundError, InvalidStore):
        return None
    return about


def altered(folder: Path, about: Entry) -> bytes | None:
    """Return the lines of an article whose file somebody changed after it was written, else None."""
    content = (folder / file_name(about.name)).read_bytes().partition(b"\n")[2]
    return content if hashlib.sha256(content).hexdigest() != about.digest else None


def read(folder: Path, about: Entry) -> bytes:
    """Return the lines of an article.

    Raises:
        InvalidStore: the file is missing, or does not hold what its first line says.
    """
    path = folder / file_name(about.name)
    try:
        _, _, content = path.read_bytes().partition(b"\n")
    except FileNotFoundError as error:
        raise InvalidStore(f"{path} is missing; build the store again") from error
    if hashlib.sha256(content).hexdigest() != about.digest:
        raise InvalidStore(f"{path} is damaged: its content is not what was written; build the article again")
    return content


def quads(content: bytes) -> Iterator[Quad]:
    """Yield the quads of an article's lines."""
    yield from parse(content, format=RdfFormat.N_QUADS)


def _entry(path: Path) -> Entry:
    with path.open("rb") as file:
        head = file.readline()
    if not head.startswith(_SIGN):
        raise InvalidStore(f"{path} is damaged: it does not begin with '{_SIGN.decode().strip()}'")
    try:
        about = Entry(**json.loads(head.removeprefix(_SIGN)))
    except (ValueError, TypeError) as error:
        raise InvalidStore(f"{path} is damaged: its first line cannot be read ({error})") from error
    if file_name(about.name) != path.name:
        raise InvalidStore(f"{path} is not the file of {about.name!r}; it was renamed or copied by hand")
    return about
