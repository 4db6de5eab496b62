"""What happens to a treaty: the verb that governs its phrase, who does it, when, and what that makes of the treaty."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from pourparlers.extract.clauses import Clauses as PartyClauses
from pourparlers.extract.mentions import Entities
from pourparlers.extract.subjects import subject
from pourparlers.extract.treaties import patterns
from pourparlers.extract.treaties.patterns import Cue
from pourparlers.extract.treaties.phrases import Phrase
from pourparlers.language.document import Reading, TimeExpression, VerbGroup
from pourparlers.model import Ref

_OBJECT_REACH = 8  # tokens from a verb to its object
_SUBJECT_REACH = 25  # from a subject to its verb, over a relative clause or apposition
_APPOSED_REACH = 10  # from a name to the participle that tells of it
_TIME_REACH = 12
_RELATIVES = frozenset({"qui", "que"})
_BARRIERS = frozenset({"qui", "que", "qu'", ";", "par", "selon", "lors", "avec"})
_FUTURE = frozenset({"future", "future-perfect", "conditional", "conditional-perfect"})
_UNREAL = frozenset({"conditional", "conditional-perfect", "infinitive", "subjunctive", "imperative"})
_WISHES = frozenset(
    {"vouloir", "souhaiter", "pouvoir", "devoir", "espérer", "falloir", "demander", "proposer", "réclamer"}
)


@dataclass(frozen=True, slots=True)
class Governed:
    """A treaty phrase under a verb: `role` is object, subject or participle ("signé en 1990 par ...")."""

    verb: VerbGroup
    role: str


class Clauses:
    """The verbs and times of an article, by token."""

    def __init__(self, reading: Reading, entities: Entities) -> None:
        """Index the verbs of *reading* by their heads."""
        self.reading, self.entities = reading, entities
        self.heads = [group.head for group in reading.verbs]
        self.bounds = [sentence.start for sentence in reading.sentences]
        self.parties = PartyClauses(reading, entities)

    def sentence(self, token: int) -> tuple[int, int]:
        """Return the bounds of the sentence of a token."""
        one = self.reading.sentences[self.number(token)]
        return one.start, one.end

    def number(self, token: int) -> int:
        """Return the number of the sentence of a token."""
        return max(bisect_left(self.bounds, token + 1) - 1, 0)

    def governing(self, phrase: Phrase) -> Governed | None:
        """Return the verb of which the phrase is object, subject or antecedent, the nearest first."""
        start, end = self.sentence(phrase.start)
        apposed = self._apposed(phrase, end)
        if apposed is not None and _matters(apposed.verb):
            return apposed
        return self._object(phrase, start) or self._parsed(phrase) or self._subject(phrase, end) or apposed

    def _apposed(self, phrase: Phrase, end: int) -> Governed | None:
        after = bisect_left(self.heads, phrase.end)
        if after == len(self.heads) or self.heads[after] >= end:
            return None
        one = self.reading.verbs[after]
        gap = self.reading.doc[phrase.end : one.start]
        if one.tense != "participle" or len(gap) > _APPOSED_REACH or any(token.lower_ in _RELATIVES for token in gap):
            return None
        return Governed(one, "participle")

    def _object(self, phrase: Phrase, start: int) -> Governed | None:
        before = bisect_left(self.heads, phrase.start) - 1
        if before < 0 or self.heads[before] < start:
            return None
        one = self.reading.verbs[before]
        gap = self.reading.doc[one.end : phrase.start]
        if phrase.start - one.end > _OBJECT_REACH or any(token.lower_ in _BARRIERS for token in gap):
            return None
        return Governed(one, "object")

    def _subject(self, phrase: Phrase, end: int) -> Governed | None:
        for one in self.reading.verbs[bisect_left(self.heads, phrase.end) :]:
            if one.head >= end or one.start - phrase.end > _SUBJECT_REACH:
                return None
            if one.finite:
                return Governed(one, "subject")
        return None

    def _parsed(self, phrase: Phrase) -> Governed | None:
        """Return the verb the parser gives the head noun, if it is one that matters: it sees over long relatives."""
        token = self.reading.doc[phrase.start]
        if token.dep_ not in {"nsubj", "nsubj:pass", "obj"}:
            return None
        at = bisect_left(self.heads, token.head.i)
        if at == len(self.heads) or self.heads[at] != token.head.i or not _matters(self.reading.verbs[at]):
            return None
        return Governed(self.reading.verbs[at], "object" if token.dep_ == "obj" else "subject")

    def part_of(self, phrase: Phrase) -> bool:
        """Tell "les articles du traité de paix"."""
        words = self.reading.lower[max(phrase.start - 6, self.sentence(phrase.start)[0]) : phrase.start]
        near = next((k for k in range(len(words) - 1, -1, -1) if words[k] in patterns.PARTS), None)
        return near is not None and bool(words[near + 1 :]) and words[-1] in {"du", "de", "la", "l'", "des"}

    def subject(self, verb: VerbGroup) -> tuple[Ref, ...]:
        """Return who does what the verb says."""
        return tuple(dict.fromkeys(ref for mention in subject(self.parties, verb) for ref in mention.refs))

    def accusing(self, verb: VerbGroup) -> VerbGroup | None:
        """Return the verb of accusing under which *verb* stands, if it does."""
        start, _ = self.sentence(verb.head)
        low, high = bisect_left(self.heads, start), bisect_left(self.heads, verb.head)
        under = [group for group in self.reading.verbs[low:high] if group.verb in patterns.ACCUSING]
        return under[-1] if under else None

    def actors(self, start: int, end: int) -> tuple[Ref, ...]:
        """Return the actors mentioned in tokens `start:end`, inner mentions of a longer one left out."""
        found: list[Ref] = []
        reach = start
        for mention in self.entities.within(start, end):
            if mention.start >= reach and mention.refs and mention.kind not in {"place", "adjective", "possessive"}:
                found.extend(ref for ref in mention.refs if ref not in found)
                reach = mention.end
        return tuple(found)

    def time_near(self, low: int, high: int) -> TimeExpression | None:
        """Return the first time expression in tokens `low:high`."""
        return next((time for time in self.reading.times if low <= time.start and time.end <= high), None)


def _matters(verb: VerbGroup) -> bool:
    return verb.verb in patterns.SIGNING or verb.verb in patterns.cues()


def cue_of(governed: Governed) -> Cue | None:
    """Return what the verb says of the treaty."""
    verb = governed.verb
    cue = patterns.cues().get(verb.verb)
    if cue is None or (verb.negated and verb.verb != "respecter"):
        return None
    if verb.verb == "respecter" and not verb.negated:
        return None
    if verb.verb in {"retirer", "sortir", "adhérer", "contrevenir"} and governed.role != "object":
        return None
    return cue


def status_of(cue: Cue, verb: VerbGroup) -> tuple[str, str]:
    """Return status and event of a cue under its verb's tense: what is to come is a threat or a plan, no fact."""
    coming = verb.tense in _FUTURE or verb.modal in _WISHES or verb.tense in {"infinitive", "subjunctive"}
    if coming:
        if cue.future_status:
            return cue.future_status, "withdrawal-threatened"
        return ("violated-claim", cue.event) if cue.status == "violated-claim" else ("", "")
    return cue.status, cue.event


def hands_over(governed: Governed) -> bool:
    """Tell whether the verb says that a draft was put before somebody."""
    verb = governed.verb
    return verb.verb in patterns.SENDING and verb.finite and not verb.negated and verb.tense not in _UNREAL


def acts(phrase: Phrase, governed: Governed) -> bool:
    """Tell whether the verb does to a definite text what is done to treaties only: "l'accord de pêche a expiré"."""
    verb = governed.verb
    if verb.verb in patterns.BINDING:
        return True
    if verb.verb not in patterns.cues():
        return False
    if phrase.determiner == "definite":
        return bool(phrase.complement)
    settled = verb.tense not in _UNREAL and not verb.modal and verb.verb not in {"négocier", "renégocier"}
    return settled and bool(phrase.complement & {"parties", "topic"})


def nominal(clauses: Clauses, phrase: Phrase) -> tuple[Cue, int] | None:
    """Return the noun on which the phrase depends ("le retrait du traité") and its token."""
    doc = clauses.reading.doc
    start, _ = clauses.sentence(phrase.start)
    k = phrase.start - 1
    while k > start and doc[k].lower_ in patterns.ARTICLES | patterns.DEMONSTRATIVE:
        k -= 1
    if k <= start or doc[k].lower_ not in patterns.OF | {"à", "au", "aux"}:
        return None
    for at in range(k - 1, max(k - 7, start - 1), -1):
        cue = patterns.nominal_cues().get(doc[at].lower_)
        if cue is not None:
            return cue, at
        if doc[at].pos_ in {"VERB", "AUX", "PUNCT"}:
            return None
    return None


def signs(governed: Governed) -> bool:
    """Tell whether the verb says that the treaty was signed or concluded, as a fact."""
    verb = governed.verb
    settled = verb.verb in patterns.SIGNING or (verb.verb == "négocier" and governed.role == "participle")
    return (
        settled
        and not verb.negated
        and verb.tense not in _UNREAL
        and not verb.modal
        and (governed.role == "object" or verb.passive or verb.tense == "participle")
    )


def doers(clauses: Clauses, governed: Governed, event: str) -> tuple[Ref, ...]:
    """Return who does the event: the subject of the verb; of an accusation, whoever accuses, never the accused."""
    verb = governed.verb
    if event == "accusation-of-breach":
        accusing = clauses.accusing(verb)
        return clauses.subject(accusing) if accusing is not None else ()
    return clauses.subject(verb)


def signatories(clauses: Clauses, governed: Governed) -> tuple[Ref, ...]:
    """Return who signs: the agents after "par", or the subject of an active verb."""
    verb = governed.verb
    _, end = clauses.sentence(verb.head)
    doc = clauses.reading.doc
    if governed.role == "object" and not verb.passive:
        return clauses.subject(verb)
    by = next(
        (k for k in range(verb.head + 1, min(verb.head + _TIME_REACH, end)) if doc[k].lower_ in {"par", "entre"}), None
    )
    if by is None:
        return ()
    stop = next((group.start for group in clauses.reading.verbs if group.start > by and group.finite), end)
    return clauses.actors(by, min(stop, end, by + 30))


def when(clauses: Clauses, phrase: Phrase, governed: Governed | None) -> TimeExpression | None:
    """Return the printed time of signature: within or just after the name, or beside the verb that signs."""
    start, end = clauses.sentence(phrase.start)
    own = clauses.time_near(phrase.start, min(phrase.end + 4, end))
    told = phrase.noun is not None and phrase.noun.kind == "declaration" and "place" in phrase.complement
    if own is not None and (_attached(clauses, phrase, own) or (told and own.start == phrase.end)):
        return own
    if governed is None:
        return None
    head = governed.verb.head
    after = clauses.time_near(head, min(head + _TIME_REACH, end))
    near = after or clauses.time_near(max(head - 4, start), head) or clauses.time_near(start, min(start + 6, head))
    if near is None and governed.verb.tense == "gerund":  # "ont proclamé mardi leur entente en signant un pacte"
        main = next((verb for verb in reversed(clauses.reading.verbs_in(start, head)) if verb.finite), None)
        return clauses.time_near(main.head, head) if main is not None else None
    return near


def _attached(clauses: Clauses, phrase: Phrase, time: TimeExpression) -> bool:
    """Tell "le traité de 1987" and "l'accord du 3 mai" from a time that goes with the verb."""
    doc = clauses.reading.doc
    if time.kind in {"weekday", "relative", "since", "until"}:
        return False
    before = doc[time.start - 1].lower_ if time.start else ""
    first = doc[time.start].lower_
    return phrase.start < time.start and (before in patterns.OF or first in patterns.OF)
