"""Judgements: who is who across articles, decided by people (or listed from the rules), kept in judgements.ttl."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

SAME, DIFFERENT, UNSURE = "same", "different", "unsure"


@dataclass(frozen=True, slots=True, order=True)
class Judgement:
    """*left* and *right* are (not) the same thing. Both are IRIs, local (an account) or canonical; left < right.

    `by` is the name of a person, or `"rule:<name>"`; `why` says it in words.
    """

    left: str
    right: str
    verdict: str
    by: str
    why: str = ""


def read(path: Path) -> tuple[Judgement, ...]:
    """Return the judgements of a file, sorted; none if there is no file.

    Raises:
        InvalidJudgement: the file is no Turtle, a judgement misses a value, or its verdict is unknown.
    """
    raise NotImplementedError


def write(path: Path, judgements: Iterable[Judgement]) -> None:
    """Write the judgements, sorted: the same judgements give the same bytes."""
    raise NotImplementedError


def add(path: Path, judgement: Judgement) -> tuple[Judgement, ...]:
    """Add a judgement to the file, in the place of any other of the same pair; return them all."""
    raise NotImplementedError


def undo(path: Path, left: str, right: str) -> tuple[Judgement, ...]:
    """Take back what was judged of the pair, in either order; return those that stay.

    Raises:
        InvalidJudgement: nothing was judged of the pair.
    """
    raise NotImplementedError
