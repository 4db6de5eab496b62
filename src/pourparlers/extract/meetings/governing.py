"""Which verb governs a noun of meeting, and whom that verb names behind it."""

from __future__ import annotations

from pourparlers.extract.clauses import Clauses
from pourparlers.extract.meetings import cues, patterns
from pourparlers.extract.meetings.complements import Complements
from pourparlers.extract.meetings.groups import once, refs
from pourparlers.extract.subjects import subject
from pourparlers.language.document import VerbGroup
from pourparlers.model import Ref

_GAP = frozenset({",", "porte", "voie", "qui", "que", "qu'", "lors", "après", "avant", "issue", "dont", "où"})
_WHICH = frozenset({"laquelle", "auquel", "auxquels", "auxquelles"})
_PARTS = frozenset({
    "édition", "ouverture", "clôture", "travaux", "lancement", "cérémonie", "principe", "idée", "organisation", "tenue",
    "reprise", "poursuite", "round", "cycle", "tour", "phase",
})  # fmt: skip
_REACH = 18  # tokens from a verb to the noun it governs
_RELATIVE = 4  # tokens from a noun to the verb of the relative clause that tells of it


def governing(clauses: Clauses, start: int, end: int) -> tuple[VerbGroup | None, bool]:
    """Return the verb of which the noun is object or subject, else the verb of its sentence, and which of the two."""
    words = clauses.words
    start = _of_part(clauses, start)
    before = clauses.verb_before(start, _REACH)
    if (
        before is not None
        and (_tells(before) or _attends(clauses, before, start))
        and not _parted(words[before.end : start])
        and _object(clauses, before, start)
    ):
        return before, True
    told = clauses.finite_before(start)
    if told is not None and prepositional(clauses, start) and words[end : end + 2] in {(",", "que"), (",", "qu'")}:
        return told, False  # "a annoncé, lors d'une réunion avec X, que"
    following = clauses.finite_after(end, 30)
    if following is not None and _WHICH & set(words[end : following.start]):
        following = clauses.finite_after(following.end, 30) or following  # "la réunion, à laquelle ont participé X"
    if following is None:
        return clauses.finite_before(start) or clauses.main_verb(start), False
    relative = "qui" in words[end : following.start] and following.start - end <= _RELATIVE
    return following, relative or not prepositional(clauses, start)


def _of_part(clauses: Clauses, start: int) -> int:
    """Return where "la deuxième édition du forum", "les travaux de la conférence" begin: with the part's own noun."""
    low = max(clauses.sentence(start)[0], start - 4)
    at = next((k for k in range(start - 1, low - 1, -1) if clauses.words[k] in _PARTS), None)
    of = at is not None and clauses.words[at + 1] in patterns.OF
    return at if at is not None and of else start


def _parted(gap: tuple[str, ...]) -> bool:
    """Tell whether words between a verb and a noun part them; an aside between two commas does not."""
    aside = gap.count(",") == 2
    return bool(_GAP & (set(gap) - {","} if aside else set(gap)))


def _attends(clauses: Clauses, verb: VerbGroup, start: int) -> bool:
    """Tell "sera présent au sommet", "sont présents à ces négociations"."""
    return verb.verb == "être" and bool(patterns.PRESENT & set(clauses.words[verb.end : start]))


def _tells(verb: VerbGroup) -> bool:
    return verb.verb in patterns.GOVERNORS or verb.verb in cues.governing()


def prepositional(clauses: Clauses, start: int) -> str:
    """Return the preposition that governs the noun, which then is no subject, "" if none does."""
    for k in range(start - 1, max(start - 6, clauses.sentence(start)[0] - 1), -1):
        if clauses.words[k] == "des" and (k == 0 or clauses.reading.tags[k - 1] not in {"NOUN", "PROPN", "ADJ"}):
            return ""
        if clauses.words[k] in patterns.PREPOSITIONS | patterns.CONTRACTED | {"lors"}:
            return clauses.words[k]
        if clauses.reading.tags[k] not in {"DET", "ADJ", "NUM"}:
            return ""
    return ""


def _object(clauses: Clauses, verb: VerbGroup, start: int) -> bool:
    """Tell whether the noun is the verb's object, direct or after the preposition the verb takes."""
    preposition = prepositional(clauses, start)
    taken = patterns.TAKES.get(verb.verb, frozenset())
    return preposition in {"", "à", "au", "aux", "des"} or preposition in taken or start - verb.end <= 1


def _with_later(clauses: Clauses, verb: VerbGroup, end: int) -> tuple[tuple[Ref, str], ...]:
    """Return the parties of "X a indiqué qu'une rencontre était prévue avec Y": who says so, and whom they meet."""
    following = clauses.finite_after(verb.end, end - verb.end)
    stop = following.start if following is not None else end
    at = next((k for k in range(verb.end, stop) if clauses.words[k] == "avec"), None)
    told = clauses.finite_before(verb.start)
    if at is None or told is None or not {"que", "qu'"} & set(clauses.words[told.end : verb.start]):
        return ()
    people = {person.id for person in clauses.entities.persons}
    who, whom = refs(clauses, subject(clauses, told)), refs(clauses, clauses.coordination(at + 1, end)[0])
    both = len(who) == 1 and who[0][0] in people and whom and who[0] not in whom
    return once([*who, *whom]) if both else ()


def named_later(clauses: Clauses, found: Complements, verb: VerbGroup | None) -> tuple[tuple[Ref, str], ...]:
    """Return the people that "..., entre X et Y" after the verb names where the noun's own complement names nobody."""
    people = {person.id for person in clauses.entities.persons}
    if not found.parties and not found.others:
        people |= {one.id for one in clauses.entities.institutions}
    if (
        verb is None
        or verb.head < found.end
        or verb.verb not in patterns.TAKING_PLACE
        or any(ref in people for m in found.parties for ref in m.refs)
    ):
        return ()
    end = clauses.sentence(verb.head)[1]
    if not found.parties and not found.others:
        partner = _with_later(clauses, verb, end)
        if partner:
            return partner
    shown = {"celle", "celui", "ceux", "celles"}
    at = next(
        (k for k in range(verb.end, end) if clauses.words[k] == "entre" and clauses.words[k - 1] not in shown), None
    )
    named = [pair for pair in refs(clauses, clauses.between(at + 1, end)[0]) if pair[0] in people] if at else []
    return once(named) if len(named) >= 2 else ()
