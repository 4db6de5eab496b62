"""Names and posts put together: who is given which post. The surest rules come first, and a post is given once."""

from __future__ import annotations

from pourparlers.extract.actors import after, before
from pourparlers.extract.actors.desk import Desk, Phrase


def run(desk: Desk) -> list[Phrase]:
    """Join the names and posts on the desk."""
    for rule in (before.adjacent, after.apposed, before.apposed, after.told):
        for phrase in desk.phrases:
            rule(desk, phrase)
    return desk.phrases
