"""Judgements: who is who across articles, decided by people (or listed from the rules), kept in judgements.ttl."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from pourparlers.errors import InvalidJudgement
from pourparlers.graph.turtle import turtle
from pourparlers.settings import settings
from pourparlers.vocab import PP, PREFIXES, RDF

SAME, DIFFERENT, UNSURE = "same", "different", "unsure"
VERDICTS = (SAME, DIFFERENT, UNSURE)

_PREFIXES = {prefix: PREFIXES[prefix] for prefix in ("pp",)}
_HEADER = "# Who is who, as people decided. One block per pair; `pourparlers judge` writes it, and so may you.\n"


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

    def __post_init__(self) -> None:
        """Put the pair in order.

        Raises:
            InvalidJudgement: a thing is compared with itself, the verdict is unknown, or nobody gave it.
        """
        if self.left == self.right:
            raise InvalidJudgement(f"<{self.left}> is compared with itself")
        if self.verdict not in VERDICTS:
            raise InvalidJudgement(f"the verdict {self.verdict!r} is none of {', '.join(VERDICTS)}")
        if not self.by:
            raise InvalidJudgement(f"nobody answers for the judgement of <{self.left}> and <{self.right}>")
        if self.left > self.right:
            left, right = self.right, self.left
            object.__setattr__(self, "left", left)
            object.__setattr__(self, "right", right)

    @property
    def pair(self) -> tuple[str, str]:
        """Return the two IRIs compared."""
        return self.left, self.right

    @property
    def by_rule(self) -> bool:
        """Tell whether a rule decided, not a person."""
        return self.by.startswith("rule:")


def read(path: Path) -> tuple[Judgement, ...]:
    """Return the judgements of a file, sorted; none if there is no file.

    Raises:
        InvalidJudgement: the file is no Turtle, a judgement misses a value, or its verdict is unknown.
    """
    if not path.is_file():
        return ()
    nodes: dict[str, dict[str, str]] = {}
    try:
        for triple in parse(path=str(path), format=RdfFormat.TURTLE):
            subject, thing = triple.subject, triple.object
            if isinstance(subject, NamedNode) and isinstance(thing, NamedNode | Literal):
                nodes.setdefault(subject.value, {})[triple.predicate.value] = thing.value
    except SyntaxError as error:
        raise InvalidJudgement(f"{path}: {error}") from error
    found = [
        _judgement(iri, values) for iri, values in nodes.items() if values.get(RDF.type.value) == PP.Judgement.value
    ]
    return _settled(found)


def _judgement(iri: str, values: dict[str, str]) -> Judgement:
    try:
        left, right = values[PP.left.value], values[PP.right.value]
        verdict, by = values[PP.verdict.value], values[PP.judgedBy.value]
    except KeyError as error:
        raise InvalidJudgement(f"the judgement <{iri}> has no <{error.args[0]}>") from error
    return Judgement(left, right, verdict, by, values.get(PP.why.value, ""))


def _settled(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Return the judgements sorted.

    Raises:
        InvalidJudgement: one pair is judged twice.
    """
    known: dict[tuple[str, str], Judgement] = {}
    for judgement in judgements:
        if known.setdefault(judgement.pair, judgement) != judgement:
            raise InvalidJudgement(f"<{judgement.left}> and <{judgement.right}> are judged twice")
    return tuple(known[pair] for pair in sorted(known))


def triples(judgements: Iterable[Judgement]) -> list[Triple]:
    """Return the judgements as RDF, grouped by node, in their order."""
    return [triple for judgement in judgements for triple in _triples(judgement)]


def _triples(judgement: Judgement) -> list[Triple]:
    key = hashlib.sha256("\x1f".join(judgement.pair).encode()).hexdigest()[:16]
    node = NamedNode(f"{settings().base}judgement/{key}")
    said = [
        Triple(node, RDF.type, PP.Judgement),
        Triple(node, PP.left, NamedNode(judgement.left)),
        Triple(node, PP.right, NamedNode(judgement.right)),
        Triple(node, PP.verdict, Literal(judgement.verdict)),
        Triple(node, PP.judgedBy, Literal(judgement.by)),
    ]
    return [*said, Triple(node, PP.why, Literal(judgement.why))] if judgement.why else said


def write(path: Path, judgements: Iterable[Judgement]) -> None:
    """Write the judgements, sorted: the same judgements give the same bytes. The file is replaced whole or not at all.

    Raises:
        InvalidJudgement: one pair is judged twice.
    """
    text = _HEADER + "".join(turtle(triples(_settled(judgements)), _PREFIXES))
    draft = path.with_name(path.name + ".new")
    draft.write_text(text, encoding="utf-8", newline="\n")
    os.replace(draft, path)  # noqa: PTH105  the atomic one


def add(path: Path, judgement: Judgement) -> tuple[Judgement, ...]:
    """Add a judgement to the file, in the place of any other of the same pair; return them all."""
    kept = [known for known in read(path) if known.pair != judgement.pair]
    judgements = _settled([*kept, judgement])
    write(path, judgements)
    return judgements


def undo(path: Path, left: str, right: str) -> tuple[Judgement, ...]:
    """Take back what was judged of the pair, in either order; return those that stay.

    Raises:
        InvalidJudgement: nothing was judged of the pair.
    """
    pair = (left, right) if left < right else (right, left)
    known = read(path)
    kept = tuple(judgement for judgement in known if judgement.pair != pair)
    if len(kept) == len(known):
        raise InvalidJudgement(f"nothing was judged of <{left}> and <{right}>")
    write(path, kept)
    return kept
