"""How a thing is called, where, and why its names are one thing's."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import NamedNode

from pourparlers.serve.cards.nodes import Graph, Link, Proof, clipped
from pourparlers.vocab import DCTERMS, PP

_RULE = "rule:"
_SHOWN = 5
"""Places that a line names; it says how many more there are."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form printed in the articles: how many times, and the first places."""

    words: str
    times: int
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """One side of a judgement: what it is called, and by which article; without one, it is no account."""

    link: Link
    article: Link | None


@dataclass(frozen=True, slots=True)
class Reason:
    """A judgement about a thing: it was, or was not, held for one with `other`; by whom, and why."""

    link: Link
    verdict: str
    by: str
    by_rule: bool
    why: str
    one: Mention
    other: Mention


_FORMS = "SELECT ?words ?passage WHERE {{ {node} pp:account/pp:evidence ?passage . ?passage nif:anchorOf ?words }}"

Printed = tuple[str, list[NamedNode]]
"""A printed form, and the passages that print it."""


def forms(graph: Graph, node: NamedNode) -> list[Printed]:
    """Return the forms in which articles print a thing, the most frequent first."""
    found: dict[str, list[NamedNode]] = {}
    for row in graph.rows(_FORMS.format(node=node)):
        words, passage = row["words"], row["passage"]
        if isinstance(passage, NamedNode):
            found.setdefault(clipped(getattr(words, "value", "")), []).append(passage)
    return sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))


def form(graph: Graph, printed: Printed) -> Form:
    """Return a form as a line."""
    words, passages = printed
    first = sorted(passages, key=_place)[:_SHOWN]
    return Form(words, len(passages), tuple(filter(None, map(graph.proof, first))))


def _place(passage: NamedNode) -> tuple[str, int, str]:
    """Order passages by article, and inside it by where they begin."""
    article, _, offsets = passage.value.partition("#char=")
    begin = offsets.partition(",")[0]
    return article, int(begin) if begin.isdecimal() and len(begin) < 16 else 0, offsets


def reasons(graph: Graph, node: NamedNode) -> list[NamedNode]:
    """Return the judgements about a thing and its accounts, those of people first."""
    sides = (node, *graph.nodes(node, PP.account))
    found = {judgement for side in sides for judgement in graph.who(side, PP.left, PP.right)}

    def rank(judgement: NamedNode) -> tuple[bool, str, str]:
        by_rule = graph.text(judgement, PP.judgedBy).startswith(_RULE)
        return by_rule, graph.text(judgement, PP.verdict), judgement.value

    return sorted(found, key=rank)


def reason(graph: Graph, judgement: NamedNode) -> Reason:
    """Return a judgement as a line."""
    sides = [_mention(graph, side) for prop in (PP.left, PP.right) for side in graph.nodes(judgement, prop)[:1]]
    by = graph.text(judgement, PP.judgedBy)
    return Reason(
        link=Link(judgement.value, ""),
        verdict=graph.text(judgement, PP.verdict),
        by=clipped(by.removeprefix(_RULE)),
        by_rule=by.startswith(_RULE),
        why=clipped(graph.text(judgement, PP.why), 600),
        one=sides[0],
        other=sides[-1],
    )


def _mention(graph: Graph, side: NamedNode) -> Mention:
    return Mention(graph.link(side), graph.one(side, DCTERMS.source))
