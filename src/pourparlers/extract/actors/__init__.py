"""Actors: the people an article names, their posts, the institutions that act, and every mention of them.

    page ──► institutions ──► posts ──► names ──► who is given which post ──► resolve.inside: who is who ──► Entities

The work is imported when first used: `resolve.inside`, which it needs, knows the modules of this package too.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pourparlers.extract.mentions import Entities
    from pourparlers.language.document import Reading

__all__ = ["entities", "extract"]


def extract(reading: Reading) -> Entities:
    """Return who and what acts in the article, and where it is mentioned."""
    found: Entities = import_module("pourparlers.extract.actors.reading").read(reading)
    return found


entities = extract
