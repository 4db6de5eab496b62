"""Fixtures for all tests: the real pipeline, and articles made of a few French sentences."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

import pytest
from spacy.language import Language

from pourparlers import language
from pourparlers.language.document import Reading
from pourparlers.model import Article, Block

_NORMAL = str.maketrans({"’": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " "})


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The pipeline, loaded once."""
    return language.load()


@pytest.fixture(scope="session")
def read(nlp: Language) -> Callable[..., Reading]:
    """Return a function that reads a text; keyword arguments are fields of its Article.

    Without `blocks` the whole text is one block of body.
    """

    def make(text: str, **fields: Any) -> Reading:
        fields.setdefault("name", "essai.txt")
        fields.setdefault("reading", text.translate(_NORMAL))
        fields.setdefault("blocks", (Block("body", 0, len(text)),))
        fields.setdefault("sha256", hashlib.sha256(text.encode()).hexdigest())
        return language.read(Article(text=text, **fields), nlp)

    return make
