"""What read an article: this software, the language model, and the rules and words it read with."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

from pourparlers import resources
from pourparlers.settings import settings

_PACKAGE = Path(resources.__file__).parent
# Whatever here changes may change what is read out of an article.
_READERS = ("articles", "authority", "extract", "graph", "language", "lexicon", "resolve")
_MODULES = ("model.py", "vocab.py")
_MODEL = "fr_core_news_md"


@dataclass(frozen=True, slots=True)
class Extraction:
    """`version` of pourparlers, `model` with its version and that of spaCy, `rules` a digest of rules and words."""

    version: str
    model: str
    rules: str

    @property
    def key(self) -> str:
        """Return one word that changes whenever an article might be read differently."""
        return hashlib.sha256("\x1f".join((self.version, self.model, self.rules)).encode()).hexdigest()[:16]


@cache
def current() -> Extraction:
    """Return the extraction this process would do; what lies on the disk now, read once."""
    return Extraction(
        version=version("pourparlers"),
        model=f"{_MODEL} {version(_MODEL)}, spaCy {version('spacy')}",
        rules=content_digest(_rules()),
    )


def content_digest(files: Iterator[tuple[str, Path]]) -> str:
    """Return a digest of files' names and contents; where they are installed does not count."""
    digest = hashlib.sha256(settings().base.encode())
    for name, path in files:
        content = path.read_bytes()
        digest.update(f"\x1f{name}\x1f{len(content)}\x1f".encode() + content)
    return digest.hexdigest()[:16]


def _rules() -> Iterator[tuple[str, Path]]:
    for part in _READERS:
        yield from _below(part, _PACKAGE / part, (".py", ".tsv"))
    for name in _MODULES:
        yield name, _PACKAGE / name
    yield from _below("ontology", resources.folder("ontology"), (".ttl",))


def _below(name: str, folder: Path, suffixes: tuple[str, ...]) -> Iterator[tuple[str, Path]]:
    paths = sorted((path.relative_to(folder).as_posix(), path) for path in folder.rglob("*") if path.suffix in suffixes)
    for relative, path in paths:
        yield f"{name}/{relative}", path
