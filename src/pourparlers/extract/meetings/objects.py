"""Whom a verb reaches: its direct object, who follows "avec" or "par", and whom "que" or "avec qui" takes up."""

from __future__ import annotations

from pourparlers.extract.clauses import Clauses
from pourparlers.extract.meetings import patterns
from pourparlers.extract.meetings.clitics import clitic
from pourparlers.extract.mentions import Mention
from pourparlers.extract.subjects import antecedent
from pourparlers.language.document import VerbGroup

_OBJECT = 24  # tokens from a verb to its object, what stands between being passed over
_WITH = 22  # tokens from a verb to "avec"
_BY = 24  # tokens from a participle to "par"
_MARKS = frozenset({"«", "»", '"', "“", "”"})
_WHOM = frozenset({"qui", "lequel", "laquelle", "lesquels", "lesquelles"})


def objects(clauses: Clauses, verb: VerbGroup, limit: int) -> tuple[Mention, ...]:
    """Return the direct object of a verb; adverbs, times, places and other adjuncts before it are passed over."""
    end = min(clauses.sentence(verb.head)[1], limit, verb.end + _OBJECT)
    at = verb.end
    while at < end:
        mention = clauses.entities.starting(at)
        plural = mention is not None and mention.kind in {"group", "source"} and clauses.words[at] == "des"
        if (
            mention is not None
            and mention.kind in patterns.ACTING
            and (plural or clauses.words[at] not in patterns.CONTRACTED)
        ):
            return clauses.coordination(at, clauses.sentence(verb.head)[1])[0]
        after = clauses.passed(at, end)
        if clauses.words[at : at + 3] == ("tour", "à", "tour"):
            after = at + 3
        if clauses.words[at] in _MARKS:
            after = at + 1
        if clauses.reading.tags[at] == "DET" and clauses.entities.starting(at + 2) is not None:
            after = at + 2  # "leur hôte Karim Belhadj"
        if clauses.reading.tags[at] == "PROPN" and after == at and clauses.entities.starting(at + 1) is not None:
            after = at + 1  # a given name that was taken for part of the place before it
        if after == at:
            break
        at = after
    return _taken_up(clauses, verb) or clitic(clauses, verb)


def _taken_up(clauses: Clauses, verb: VerbGroup) -> tuple[Mention, ...]:
    """Return whom "que" takes up: "la ministre, que le roi a reçue mardi"."""
    start = clauses.sentence(verb.head)[0]
    for k in range(verb.start - 1, max(start, verb.start - 10), -1):
        if clauses.words[k] in {"que", "qu'"}:
            return antecedent(clauses, k)
        if clauses.reading.tags[k] in {"VERB", "AUX"}:
            break
    return ()


def asked(clauses: Clauses, verb: VerbGroup) -> tuple[Mention, ...]:
    """Return who is to do what an infinitive says: "a invité le roi à venir", "appelle A et B à se rencontrer"."""
    former = clauses.finite_before(verb.start) if verb.tense == "infinitive" else None
    if former is None or former.passive or former.verb not in patterns.INVITING | patterns.URGING:
        return ()
    return tuple(m for m in objects(clauses, former, verb.start) if m.kind in patterns.ACTING and m.end <= verb.start)


def companions(clauses: Clauses, verb: VerbGroup, end: int) -> tuple[tuple[Mention, ...], int] | None:
    """Return who follows "avec" in the verb's clause, people first, and the token after them."""
    taken = _with_whom(clauses, verb)
    if taken:
        return taken, verb.end
    stop = min(end, verb.end + _WITH)
    following = clauses.finite_after(verb.end, _WITH)
    if following is not None:
        stop = min(stop, following.start)
    found: list[tuple[tuple[Mention, ...], int]] = []
    for at in range(verb.end, stop):
        if clauses.words[at] in {";", ":"}:
            break
        margin = "marge" in clauses.words[max(at - 3, verb.end) : at]  # "en marge du sommet, avec X"
        if clauses.words[at] in patterns.nouns() and clauses.reading.tags[at] == "NOUN" and not margin:
            break  # "discuter du sommet avec X": X is of the summit
        if clauses.words[at] == "avec":
            mentions, after = clauses.coordination(at + 1, end)
            if mentions and not _media(clauses, mentions):
                found.append((mentions, after))
    return next((one for one in found if one[0][0].kind in patterns.HUMAN), found[0] if found else None)


def _media(clauses: Clauses, mentions: tuple[Mention, ...]) -> bool:
    """Tell an interview: "s'est entretenu avec l'agence"."""
    media = {one.id for one in clauses.entities.institutions if one.kind == "media"}
    return any(media & set(mention.refs) for mention in mentions)


def _with_whom(clauses: Clauses, verb: VerbGroup) -> tuple[Mention, ...]:
    """Return whom "avec qui", "avec lequel" takes up."""
    start = clauses.sentence(verb.head)[0]
    for k in range(verb.start - 1, max(start + 1, verb.start - 10), -1):
        if clauses.words[k] in _WHOM and clauses.words[k - 1] == "avec":
            return antecedent(clauses, k - 1)
        if clauses.reading.tags[k] in {"VERB", "AUX"}:
            break
    return ()


def datives(clauses: Clauses, verb: VerbGroup, end: int) -> tuple[Mention, ...]:
    """Return whom "à", "au", "aux" names between a verb and token *end*: "a proposé au roi une rencontre"."""
    for at in range(verb.end, end):
        if clauses.words[at] in {"à", "au", "aux"}:
            mention = clauses.entities.starting(at) or clauses.mention_at(at + 1)
            if mention is not None and mention.end <= end and mention.kind in patterns.HUMAN | {"state"}:
                return (mention,)
    return ()


def agents(clauses: Clauses, verb: VerbGroup, end: int) -> tuple[tuple[Mention, ...], int]:
    """Return who follows "par" in the clause of a passive verb, and the token after them."""
    stop = min(end, verb.end + _BY)
    following = clauses.finite_after(verb.end, _BY)
    if following is not None:
        stop = min(stop, following.start)
    by = next((k for k in range(verb.end, stop) if clauses.words[k] == "par"), None)
    return clauses.coordination(by + 1, end) if by is not None else ((), verb.end)
