"""When a treaty was signed or concluded: the printed time beside its name or the verb that says so."""

from __future__ import annotations

from pourparlers.extract.clauses import Clauses
from pourparlers.extract.treaties import patterns
from pourparlers.extract.treaties.governing import Governed
from pourparlers.extract.treaties.phrases import Phrase
from pourparlers.language.document import TimeExpression

_REACH = 12  # tokens from a verb to its time
_OWN = 4  # from the end of a name to the year that belongs to it
_BEFORE = 7  # tokens from a time to the verb it stands before: "qui, il y a dix ans, avait permis de"
_FRONT = 6  # from the start of the sentence to a time that opens it
_NO_POINT = frozenset({"weekday", "relative", "since", "until"})


def when(clauses: Clauses, phrase: Phrase, governed: Governed | None) -> TimeExpression | None:
    """Return the printed time of signature: within or just after the name, or beside the verb that concludes.

    Args:
        clauses: the article.
        phrase: the name.
        governed: the verb, if it says that the treaty was concluded or from when it dates.
    """
    start, end = clauses.sentence(phrase.start)
    own = near(clauses, phrase.start, min(phrase.end + _OWN, end))
    declared = phrase.noun is not None and phrase.noun.kind == "declaration" and "place" in phrase.complement
    if own is not None and (_attached(clauses, phrase, own) or (declared and own.start == phrase.end)):
        return own
    if governed is None:
        return None
    verb = governed.verb
    after = near(clauses, verb.end, min(verb.head + _REACH, _next_clause(clauses, verb.end, end)))
    if verb.verb in patterns.DATING:
        return after if after is not None and after.start - verb.end <= 1 else None
    found = after or near(clauses, verb.start, verb.end) or near(clauses, max(verb.start - _BEFORE, start), verb.start)
    found = found or near(clauses, start, min(start + _FRONT, verb.head))
    if found is None and verb.tense == "gerund":  # "ont proclamé mardi leur entente en signant un pacte"
        main = clauses.finite_before(verb.start)
        return near(clauses, main.head, verb.head) if main is not None else None
    return found


def _next_clause(clauses: Clauses, token: int, end: int) -> int:
    """Return the first token of the next finite verb, the one of "il y a trois ans" passed over."""
    verbs = (one for one in clauses.reading.verbs_in(token, end) if one.finite)
    return next((one.start for one in verbs if near(clauses, one.start - 2, one.end + 2) is None), end)


def near(clauses: Clauses, low: int, high: int) -> TimeExpression | None:
    """Return the first time expression in tokens `low:high` that says when, not since or till when."""
    return clauses.time_in(low, high)


def _attached(clauses: Clauses, phrase: Phrase, time: TimeExpression) -> bool:
    """Tell "le traité de 1987" and "l'accord du 3 mai" from a time that goes with the verb."""
    if time.kind in _NO_POINT or time.start <= phrase.start:
        return False
    return clauses.words[time.start - 1] in patterns.OF or clauses.words[time.start] in patterns.OF
