"""Who does what a verb says: subjects by position, handed on over coordinated, infinitive and participial clauses."""

from __future__ import annotations

from pourparlers.extract.clauses import Clauses
from pourparlers.extract.mentions import Mention
from pourparlers.extract.speakers import addressed, first_person, interviewed, inverted, speaker
from pourparlers.language.document import VerbGroup

_ACTING = frozenset({"person", "post", "group", "source", "pronoun", "institution", "state"})
_GOVERNING = frozenset({
    "de", "du", "des", "d'", "à", "au", "aux", "en", "dans", "avec", "par", "pour", "sur", "entre", "chez",
    "selon", "contre", "vers", "sous", "sans", "après", "avant", "depuis", "devant", "lors",
})  # fmt: skip
_CONTRACTED = frozenset({"du", "des", "au", "aux"})
_LINKS = frozenset({("et",), (",",), ("ou",), (",", "et"), ("ainsi", "que"), (",", "ainsi", "que"), ("comme",)})
_RELATIVES = frozenset({"qui", "dont", "où", "que", "qu'", "lequel", "laquelle", "lesquels", "lesquelles"})
_CLITICS = frozenset({"s'", "se", "ne", "n'", "y", "en", "l'", "le", "la", "les", "lui", "leur"})
_PAIR = 16  # tokens from "entre" to the "et" of its second party
_PRONOUNS = frozenset({"il", "elle", "ils", "elles"})
_DEPTH = 4  # clauses over which a subject may be handed on


def subject(clauses: Clauses, verb: VerbGroup, depth: int = _DEPTH) -> tuple[Mention, ...]:
    """Return who does what the verb says, nobody where the sentence leaves it open."""
    if depth <= 0:
        return ()
    if verb.clitic_subject is not None:
        own = clauses.entities.covering(verb.clitic_subject, 2)
        return (own,) if own is not None else ()
    if verb.shares is not None:
        return subject(clauses, clauses.reading.verbs[verb.shares], depth - 1)
    if not verb.finite:
        return _handed(clauses, verb, depth)
    if first_person(clauses, verb) or addressed(clauses, verb):
        return speaker(clauses, verb.head) if first_person(clauses, verb) else interviewed(clauses)
    behind = inverted(clauses, verb)
    if behind:
        return behind
    start = clauses.sentence(verb.head)[0]
    first = _first(clauses, verb, start)
    former = _taken_over(clauses, first, start)
    if former is not None:
        return subject(clauses, former, depth - 1)
    return _left(clauses, first, start) or _parsed(clauses, verb)


def _taken_over(clauses: Clauses, first: int, start: int) -> VerbGroup | None:
    """Return the verb whose subject that at *first* takes over: by "et", or by "il" in what is reported of it."""
    before = clauses.words[first - 1] if first > start else ""
    if before in {"et", "puis"}:
        return clauses.finite_before(first - 1)
    if before not in _PRONOUNS:
        return None
    own = clauses.entities.covering(first - 1, 2)
    former = clauses.finite_before(first - 1)
    reported = former is not None and bool({"que", "qu'"} & set(clauses.words[former.end : first]))
    return former if reported and (own is None or not own.refs) else None


def _handed(clauses: Clauses, verb: VerbGroup, depth: int) -> tuple[Mention, ...]:
    """Return the subject that an infinitive, gerund or participle takes from the finite verb it goes with."""
    if verb.tense == "participle" or (verb.tense == "gerund" and clauses.words[verb.start - 1] != "en"):
        near = antecedent(clauses, verb.start)
        if near:
            return _several(clauses, near[0]) if clauses.words[verb.head].endswith("s") else near
    former = clauses.finite_before(verb.start)
    closest = clauses.verb_before(verb.start, 4)
    if verb.tense == "infinitive" and closest is not None and closest.tense == "gerund":
        former = closest
    if former is None:
        former = clauses.finite_after(verb.end, 40)
    return subject(clauses, former, depth - 1) if former is not None else ()


def antecedent(clauses: Clauses, token: int) -> tuple[Mention, ...]:
    """Return who stands just before *token*, a comma between passed over."""
    start = clauses.sentence(token)[0]
    near = [m for m in clauses.entities.within(start, token) if token - m.end <= 1 and m.kind in _ACTING]
    near = [m for m in near if m.end == token or clauses.words[m.end] == ","]
    return (max(near, key=lambda m: m.end - m.start),) if near else ()


def _several(clauses: Clauses, last: Mention) -> tuple[Mention, ...]:
    """Return an actor with those joined before it: "A et B, réunis à Oslo"."""
    start = clauses.sentence(last.start)[0]
    joined = [last]
    for mention in reversed(_outermost(clauses, start, last.start)):
        if _gap(clauses, mention.end, joined[0].start) not in _LINKS:
            break
        joined.insert(0, mention)
    return tuple(joined)


def _gap(clauses: Clauses, start: int, end: int) -> tuple[str, ...]:
    """Return the words between two actors, what stands in brackets left out: "A (Kenya), B (Tchad)"."""
    words = clauses.words[start:end]
    return words[words.index(")") + 1 :] if words[:1] == ("(",) and ")" in words else words


def _first(clauses: Clauses, verb: VerbGroup, start: int) -> int:
    """Return the first token of a verb with its clitics and the adverbs before it."""
    at = verb.start
    while at > start and (clauses.words[at - 1] in _CLITICS or clauses.reading.tags[at - 1] == "ADV"):
        at -= 1
    return at


def _left(clauses: Clauses, at: int, start: int) -> tuple[Mention, ...]:
    """Return the mentions before *at* that no preposition governs, the nearest and what is joined to it."""
    words = clauses.words
    if at > start and words[at - 1] == "qui":
        return antecedent(clauses, at - 1)
    free = [m for m in _outermost(clauses, start, at) if not _governed(clauses, m, start)]
    free = [m for m in free if not _in_brackets(clauses, m, start)]
    if not free:
        return ()
    last = free[-1]
    between = [group for group in clauses.reading.verbs_in(last.end, at) if group.finite]
    if between and not any(word in _RELATIVES for word in words[last.end : between[0].start]):
        return ()
    joined = [last]
    for mention in reversed(free[:-1]):
        gap = _gap(clauses, mention.end, joined[0].start)
        described = gap[:-1] in _LINKS and clauses.reading.tags[joined[0].start - 1] in {"ADJ", "NOUN"}
        if gap not in _LINKS and not described:  # "les dirigeants kényan A et somalien B"
            break
        joined.insert(0, mention)
    return tuple(joined)


def _outermost(clauses: Clauses, start: int, end: int) -> list[Mention]:
    """Return the acting mentions of tokens `start:end` that lie in no other."""
    found: list[Mention] = []
    for mention in clauses.entities.within(start, end):
        known = mention.kind in _ACTING and (mention.refs or mention.kind in {"group", "post"})
        if known and (not found or mention.start >= found[-1].end):
            found.append(mention)
    return found


def _governed(clauses: Clauses, mention: Mention, start: int) -> bool:
    before, first = mention.start - 1, clauses.words[mention.start]
    plural = first == "des" and mention.kind in {"group", "source"}  # an article, but after a noun
    if before < start:
        return first in _CONTRACTED and not plural
    if plural and clauses.reading.tags[before] not in {"NOUN", "PROPN", "ADJ"}:
        return False
    return clauses.words[before] in _GOVERNING or first in _CONTRACTED or _second(clauses, before, start)


def _second(clauses: Clauses, before: int, start: int) -> bool:
    """Tell the second of "entre X et Y", whose "et" is at *before*."""
    if clauses.words[before] != "et":
        return False
    near = range(before - 1, max(before - _PAIR, start - 1), -1)
    return next((True for k in near if clauses.words[k] == "entre" and _joined(clauses, k, before)), False)


def _joined(clauses: Clauses, between: int, et: int) -> bool:
    """Tell whether the actor after "entre" reaches to "et"."""
    return any(m.end == et for m in clauses.entities.within(between + 1, et) if m.start <= between + 2)


def _in_brackets(clauses: Clauses, mention: Mention, start: int) -> bool:
    before = clauses.words[start : mention.start]
    return before.count("(") > before.count(")")


def _parsed(clauses: Clauses, verb: VerbGroup) -> tuple[Mention, ...]:
    """Return the subject the parser sees, where position tells nothing."""
    for token in clauses.reading.doc[verb.head].children:
        if token.dep_ in {"nsubj", "nsubj:pass"}:
            mention = clauses.entities.covering(token.i)
            if mention is not None and mention.refs and mention.kind in _ACTING:
                return (mention,)
    return ()
