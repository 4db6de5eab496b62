"""Who meets where a noun tells it: its own complements, its possessor, the subject of the verb that carries it."""

from __future__ import annotations

from pourparlers.extract.clauses import Clauses
from pourparlers.extract.meetings import patterns
from pourparlers.extract.meetings.complements import Complements
from pourparlers.extract.meetings.groups import once, refs
from pourparlers.extract.meetings.joined import behind
from pourparlers.extract.meetings.motion import leading
from pourparlers.extract.meetings.nouns import determiner, possessive
from pourparlers.extract.meetings.objects import agents, datives, objects
from pourparlers.extract.mentions import Mention
from pourparlers.extract.subjects import antecedent, subject
from pourparlers.language.document import VerbGroup
from pourparlers.model import Ref

_FRONTED = 4  # tokens before a possessive in an adjunct at the head of its sentence
_FRONTING = frozenset({"de", "dans", "pendant", "durant", "après", "avant", "avec", "pour", "à", "en", "d'"})
_TWO = 2
_OPENS = 3  # tokens before the noun that opens a sentence
_URGED = 22  # tokens from "exhorter" to the meeting
_ONE = frozenset({"person", "post"})
_GENERIC = frozenset({"alliance", "bloc", "communauté", "institution", "organisation", "organisme"})
Parties = tuple[tuple[Ref, str], ...]


def parties(
    clauses: Clauses,
    start: int,
    found: Complements,
    verb: VerbGroup | None,
    *,
    body: bool,
    governed: bool,
) -> Parties:
    """Return the parties of a noun with their roles.

    Args:
        clauses: the article.
        start: first token of the noun.
        found: its complements.
        verb: the verb that governs it.
        body: whether one body alone may hold it.
        governed: whether the noun is object or subject of the verb.
    """
    before = determiner(clauses, start)
    holder = _whose(clauses, start) if body and not found.parties else ()
    own, others = refs(clauses, [*holder, *found.parties]), refs(clauses, found.others)
    if (holder or len(own) >= 2) and not others:
        return once(own)
    late = behind(clauses, start, found.end, verb)
    if late:
        return once([*own, *refs(clauses, late), *others])
    if verb is not None and verb.verb in patterns.INVITING and verb.head < start:
        guests = refs(clauses, objects(clauses, verb, start), "guest")
        return once([*refs(clauses, subject(clauses, verb), "host"), *guests, *own])
    if verb is not None and verb.verb in patterns.GATHERING and start < verb.head and not own and not others:
        return once(refs(clauses, objects(clauses, verb, clauses.sentence(start)[1])))
    if before in patterns.POSSESSIVE:
        whose = refs(clauses, owner(clauses, start, found.others))
        if not whose and not own and not others and verb is not None:
            return _of_subject(clauses, start, before, others, verb)
        return once([*whose, *own, *others])
    if verb is not None and governed and _carried(verb, start, own):
        return _carriers(clauses, start, verb, own, others, body=body)
    if own:
        return once([*own, *others])
    more = _elsewhere(clauses, start, before, others, verb, body=body)
    return more or (_holding(clauses, start, verb) if verb is not None and body and not others else once(others))


def _carriers(
    clauses: Clauses,
    start: int,
    verb: VerbGroup,
    own: list[tuple[Ref, str]],
    others: list[tuple[Ref, str]],
    *,
    body: bool,
) -> Parties:
    """Return the parties of "A a eu un entretien avec B", "A a proposé à B une rencontre", "A ouvre le sommet de B"."""
    role = patterns.ROLES.get(verb.verb, "participant")
    carrier = refs(clauses, subject(clauses, verb), role)
    people = {one.id for one in clauses.entities.persons}
    alone = not own and not others and (not body or all(ref in people for ref, _ in carrier))
    if role == "organiser" and alone:
        return ()
    offered = refs(clauses, datives(clauses, verb, start)) if verb.verb in patterns.OFFERING else []
    return once([*carrier, *offered, *own, *others])


def _elsewhere(
    clauses: Clauses, start: int, before: str, others: list[tuple[Ref, str]], verb: VerbGroup | None, *, body: bool
) -> Parties:
    """Return the parties of a noun, of which at most one side is told beside it."""
    motion = leading(clauses, start)
    arriving = refs(clauses, subject(clauses, motion)) if motion is not None else []
    if arriving:
        return once([*arriving, *others])
    taken = _of_subject(clauses, start, before, others, verb) if verb is not None else ()
    if others:
        urged = refs(clauses, urging(clauses, start))
        if not urged and len(taken) <= 1 and before in patterns.DEFINITE and not body:
            urged = told_before(clauses, start, others)
        return once([*urged, *others]) if urged else taken
    agreed = _agreed(clauses, start) if occasion(clauses, start) else []
    return once(agreed) or taken


def _agreed(clauses: Clauses, start: int) -> list[tuple[Ref, str]]:
    """Return the parties of "un accord entre A et B lors d'un sommet"."""
    low = max(clauses.sentence(start)[0], start - _URGED)
    at = next((k for k in range(start - 1, low, -1) if clauses.words[k] == "entre"), None)
    accord = at is not None and clauses.words[at - 1].startswith(patterns.SIGNED)
    found = refs(clauses, clauses.between(at + 1, start)[0]) if at is not None and accord else []
    return found if len(found) >= _TWO else []


def told_before(clauses: Clauses, start: int, others: list[tuple[Ref, str]]) -> list[tuple[Ref, str]]:
    """Return who acted in the sentence before "La rencontre avec X", which tells of the same encounter."""
    number = clauses.number(start)
    sentence = clauses.reading.sentences[number]
    if start - sentence.start > _OPENS or number == 0:
        return []
    former = clauses.reading.sentences[number - 1]
    if former.block != sentence.block or sentence.paragraph - former.paragraph > _TWO - 1:
        return []
    verb = clauses.main_verb(former.start)
    who = refs(clauses, subject(clauses, verb)) if verb is not None else []
    return [] if {ref for ref, _ in who} & {ref for ref, _ in others} else who


def urging(clauses: Clauses, start: int) -> tuple[Mention, ...]:
    """Return who is urged to a meeting: "X exhorte Y à ouvrir des négociations avec Z"."""
    low = max(clauses.sentence(start)[0], start - _URGED)
    verb = next((one for one in reversed(clauses.reading.verbs_in(low, start)) if one.verb in patterns.URGING), None)
    if verb is None or verb.passive or not {"à", "au", "aux"} & set(clauses.words[verb.end : start]):
        return ()
    found = objects(clauses, verb, start)
    return tuple(m for m in found if m.end < start)


def _carried(verb: VerbGroup, start: int, own: list[tuple[Ref, str]]) -> bool:
    """Tell "avoir un entretien", "participer au sommet de l'Union": the subject of such a verb takes part."""
    carrying = patterns.JOINING if own else patterns.CARRYING
    return (verb.verb in carrying or verb.verb == "être") and verb.head < start and not verb.passive


def _of_subject(clauses: Clauses, start: int, before: str, others: list[tuple[Ref, str]], verb: VerbGroup) -> Parties:
    """Return those who act beside "lors d'un entretien (avec X)", if one may take them for those who met."""
    who = refs(clauses, subject(clauses, verb)) if verb.finite or others else []
    if others:
        if verb.passive and occasion(clauses, start):  # "a été signé par X après une rencontre avec Y"
            who = who or refs(clauses, agents(clauses, verb, start)[0])
        met = [pair for pair in who if pair[0] not in {ref for ref, _ in others}]
        people = {person.id for person in clauses.entities.persons if not person.described}
        people |= {one.id for one in clauses.entities.institutions if one.kind in {"state", "government"}}
        joins = before in patterns.INDEFINITE or (
            occasion(clauses, start) and (not before or (len(others) == 1 and all(ref in people for ref, _ in met)))
        )
        return once([*met, *others]) if joins else once(others)
    return once(who) if len(who) >= 2 and _adjunct(clauses, start) else ()


def occasion(clauses: Clauses, start: int) -> bool:
    """Tell "après deux jours d'entretiens", "à l'issue de la rencontre"."""
    for k in range(start - 1, max(start - 7, clauses.sentence(start)[0] - 1), -1):
        if clauses.words[k] in patterns.BEFORE_HELD:
            return True
        if clauses.reading.tags[k] in {"VERB", "AUX", "PUNCT"}:
            return False
    return False


def _whose(clauses: Clauses, start: int) -> tuple[Mention, ...]:
    """Return the body in "X, dont un sommet extraordinaire est prévu"."""
    for k in range(start - 1, max(start - 5, clauses.sentence(start)[0]), -1):
        if clauses.words[k] == "dont":
            return antecedent(clauses, k) or _organisation(clauses, k)
        if clauses.reading.tags[k] not in {"DET", "ADJ", "NUM"}:
            break
    return ()


def _organisation(clauses: Clauses, token: int) -> tuple[Mention, ...]:
    """Return the body last spoken of, for "l'organisation régionale, dont"."""
    if not _GENERIC & set(clauses.words[max(token - 4, 0) : token]):
        return ()
    kinds = {"international-organisation", "alliance"}
    bodies = {one.id for one in clauses.entities.institutions if one.kind in kinds}
    paragraph = clauses.reading.sentences[clauses.number(token)].paragraph
    first = next(one.start for one in clauses.reading.sentences if one.paragraph == paragraph)
    near = [m for m in clauses.entities.within(first, token) if m.kind == "institution" and bodies.issuperset(m.refs)]
    near = [m for m in near if m.refs]
    return (near[-1],) if near else ()


def _holding(clauses: Clauses, start: int, verb: VerbGroup) -> Parties:
    """Return the body that acts "lors d'un sommet"."""
    bodies = {one.id for one in clauses.entities.institutions if one.kind != "state"}
    who = refs(clauses, subject(clauses, verb)) if _adjunct(clauses, start) else []
    return once(who) if len(who) == 1 and who[0][0] in bodies else ()


def _adjunct(clauses: Clauses, start: int) -> bool:
    """Tell "à l'issue d'un entretien", "lors d'une réunion", "dans un entretien": those who act are those who met."""
    near = clauses.words[max(start - 5, clauses.sentence(start)[0]) : start]
    indefinite = any(word in patterns.INDEFINITE | {"leur", "leurs"} for word in near[-3:])
    return indefinite and any(word in patterns.BEFORE_HELD | {"dans"} for word in near)


def owner(clauses: Clauses, start: int, others: list[Mention]) -> tuple[Mention, ...]:
    """Return who "son", "leur" before the noun stands for: nobody of those who follow "avec"."""
    at = possessive(clauses, start)
    if at is None:
        return ()
    barred = {ref for mention in others for ref in mention.refs}
    told = _controller(clauses, at)
    mention = clauses.entities.starting(at)
    found = told or ((mention,) if mention is not None else ())
    if clauses.words[at] in {"leur", "leurs"} and all(not m.plural and m.kind in _ONE for m in found):
        found = found if len({ref for m in found for ref in m.refs}) > 1 else ()
    return () if barred & {ref for one in found for ref in one.refs} else found


def _controller(clauses: Clauses, at: int) -> tuple[Mention, ...]:
    """Return whom a possessive means after "X, que" and after an infinitive: "après avoir annulé sa rencontre, X a"."""
    if clauses.words[at - 1] in {"que", "qu'"}:
        return antecedent(clauses, at - 1)
    start = clauses.sentence(at)[0]
    first = clauses.finite_after(start, 40)
    if at - start <= _FRONTED and clauses.words[at - 1] in _FRONTING and first is not None and first.start > at:
        return subject(clauses, first)  # "lors de sa visite, la ministre a ..."
    carrier = clauses.verb_before(at, 3)
    return subject(clauses, carrier) if carrier is not None and not carrier.finite else ()
