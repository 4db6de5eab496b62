"""Verbs of motion, and the meetings they lead to: "s'est rendu à Oslo pour y rencontrer"."""

from __future__ import annotations

from pourparlers.extract.clauses import Clauses
from pourparlers.extract.meetings import patterns
from pourparlers.language.document import VerbGroup

_WHY = 30  # tokens from a verb of motion to the meeting it leads to


def moves(verb: VerbGroup) -> bool:
    """Tell a verb that brings somebody to a place: "se rendre", "arriver", "être attendu"."""
    return (verb.reflexive and verb.verb in {"rendre", "déplacer"}) or (
        verb.verb in patterns.MOVING and not (verb.verb == "attendre" and not verb.passive)
    )


def leading(clauses: Clauses, at: int) -> VerbGroup | None:
    """Return the verb of motion that leads to the meeting at token *at*: "s'est rendu à Oslo pour y rencontrer"."""
    former = clauses.finite_before(at)
    if former is None or not moves(former) or at - former.end > _WHY:
        return None
    between = clauses.words[former.end : at]
    return former if {"pour", "afin", "où"} & set(between) or at - former.end <= 2 else None
