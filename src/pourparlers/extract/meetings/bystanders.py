"""Who else is told to be at an encounter, and as what: "en présence de", "sous la médiation de", "organisée par"."""

from __future__ import annotations

from dataclasses import replace

from pourparlers.extract.clauses import Clauses
from pourparlers.extract.meetings import patterns
from pourparlers.extract.meetings.candidates import Candidate
from pourparlers.extract.meetings.groups import once, refs
from pourparlers.extract.mentions import Mention
from pourparlers.model import Ref

_PHRASES = {
    ("en", "présence"): "participant",
    ("aux", "côtés"): "participant",
    ("en", "compagnie"): "participant",
    ("sous", "la", "médiation"): "mediator",
    ("avec", "la", "médiation"): "mediator",
    ("grâce", "à", "la", "médiation"): "mediator",
    ("sous", "la", "houlette"): "mediator",
    ("sous", "la", "facilitation"): "mediator",
    ("sous", "l'", "égide"): "mediator",
    ("sous", "les", "auspices"): "mediator",
    ("sous", "le", "patronage"): "mediator",
    ("sous", "le", "parrainage"): "mediator",
    ("par", "l'", "entremise"): "mediator",
    ("par", "l'", "intermédiaire"): "mediator",
    ("sous", "la", "présidence"): "organiser",
    ("à", "l'", "initiative"): "organiser",
}
_BY = {
    f"{stem}{end}": role
    for stem, role in (
        ("organisé", "organiser"),
        ("coorganisé", "organiser"),
        ("parrainé", "organiser"),
        ("convoqué", "organiser"),
        ("initié", "organiser"),
        ("facilité", "mediator"),
    )
    for end in ("", "e", "s", "es")
}
_MEDIATORS = frozenset({"médiateur", "médiatrice", "facilitateur", "facilitatrice"})
_TALKS = frozenset({"pourparlers", "négociations", "discussions", "rencontre", "réunion", "sommet", "conflit", "crise"})
_FIRST = {first for first, *_ in _PHRASES}
_TOLD = 5  # tokens from "organisée" to "par"
Other = tuple[int, list[tuple[Ref, str]]]


def with_bystanders(clauses: Clauses, found: list[Candidate]) -> list[Candidate]:
    """Return the candidates of an article, in order, with those who are told beside them in their sentences."""
    more: dict[int, list[tuple[Ref, str]]] = {}
    numbers = [clauses.number(one.start) for one in found]
    for number in sorted(set(numbers)):
        mine = [i for i, own in enumerate(numbers) if own == number and found[i].parties]
        if not mine:
            continue
        sentence = clauses.reading.sentences[number]
        for at, others in _others(clauses, sentence.start, sentence.end):
            before = [i for i in mine if found[i].start < at]
            more.setdefault(before[-1] if before else mine[0], []).extend(others)
    return [replace(one, parties=_joined(one, more[i])) if i in more else one for i, one in enumerate(found)]


def _joined(one: Candidate, others: list[tuple[Ref, str]]) -> tuple[tuple[Ref, str], ...]:
    """Return the parties with the others; who mediates or organises does no longer only take part."""
    return once([*one.parties, *others])


def _others(clauses: Clauses, low: int, end: int) -> list[Other]:
    """Return who is told to be there in tokens `low:end`, with the token that says so."""
    found: list[Other] = []
    for at in range(low, end):
        word = clauses.words[at]
        if word in _FIRST:
            hit = next((p for p in _PHRASES if clauses.words[at : at + len(p)] == p), None)
            if hit is not None:
                found.append((at, refs(clauses, _of(clauses, at + len(hit), end), _PHRASES[hit])))
        elif word in _BY:
            by = next((k for k in range(at + 1, min(at + _TOLD, end)) if clauses.words[k] == "par"), None)
            if by is not None:
                found.append((at, refs(clauses, clauses.coordination(by + 1, end)[0], _BY[word])))
        elif word in _MEDIATORS and at > low and at + 1 < end:
            found += _mediator(clauses, at, low, end)
    return [(at, others) for at, others in found if others]


def _of(clauses: Clauses, at: int, end: int) -> tuple[Mention, ...]:
    """Return who follows "de", "du", "des" at token *at*."""
    if at >= end or clauses.words[at] not in patterns.OF:
        return ()
    first = at if clauses.entities.starting(at) is not None and clauses.words[at] in {"du", "des"} else at + 1
    return tuple(m for m in clauses.coordination(first, end)[0] if m.kind in patterns.ACTING)


def _mediator(clauses: Clauses, at: int, low: int, end: int) -> list[Other]:
    """Return the person of "X, médiateur des pourparlers"."""
    talks = _TALKS & set(clauses.words[at + 1 : min(at + 4, end)])
    if not talks or clauses.words[at - 1] != ",":
        return []
    near = [m for m in clauses.entities.within(low, at) if m.end == at - 1 and m.kind in {"person", "post"}]
    return [(at, refs(clauses, near[:1], "mediator"))]
