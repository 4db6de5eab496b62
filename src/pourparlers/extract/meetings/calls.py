"""Calls told by a verb: "s'entretenir par téléphone", "appeler", "avoir au téléphone"."""

from __future__ import annotations

from pourparlers.extract.clauses import Clauses
from pourparlers.extract.meetings import patterns
from pourparlers.language.document import VerbGroup

_REACH = 16  # tokens from a verb to the next in which "au téléphone" stands
_NEAR = 6  # tokens from "avoir" to "au téléphone"
_TO = frozenset({"à", "au", "aux"})


def by_phone(clauses: Clauses, verb: VerbGroup, end: int) -> bool:
    """Tell "s'entretenir par téléphone", "joindre au téléphone"."""
    following = clauses.finite_after(verb.end, _REACH)
    stop = min(end, verb.end + _REACH) if following is None else following.start
    return bool(patterns.PHONE & set(clauses.words[verb.end : stop]))


def on_the_phone(clauses: Clauses, verb: VerbGroup, end: int) -> int | None:
    """Return the token after "au téléphone" in "avoir eu mardi au téléphone le président"."""
    if verb.verb != "avoir" or verb.passive:
        return None
    near = range(verb.end, min(verb.end + _NEAR, end))
    at = next((k for k in near if clauses.words[k] == "téléphone" and clauses.words[k - 1] in {"au", "par"}), None)
    return at + 1 if at is not None else None


def rings(clauses: Clauses, verb: VerbGroup, stop: int, end: int) -> bool:
    """Tell "a appelé lundi le roi pour le féliciter" from "a appelé le roi à la retenue", by what follows at *stop*."""
    if verb.verb != "appeler" or verb.reflexive or verb.passive or verb.modal:
        return False
    following = clauses.finite_after(stop, end - stop) if stop < end else None
    rest = clauses.words[stop : following.start if following is not None else end]
    plain = not rest or rest[0] in {",", ".", "pour", "afin", "et"} or stop in clauses.times
    return plain and not any(
        word in _TO and stop + k not in clauses.places and stop + k + 1 not in clauses.places
        for k, word in enumerate(rest)
        if "pour" not in rest[:k] and "afin" not in rest[:k]
    )
