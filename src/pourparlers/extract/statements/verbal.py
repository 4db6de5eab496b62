"""Statements with their verb in place: "X a déclaré que", "X accuse Y de", "X, qui a dénoncé …"."""

from __future__ import annotations

from pourparlers.extract.statements.before import subject_before
from pourparlers.extract.statements.complement import complement
from pourparlers.extract.statements.drafts import Complement, Cue, Draft, Subject
from pourparlers.extract.statements.making import drafted
from pourparlers.extract.statements.memory import Memory, resolved
from pourparlers.extract.statements.patterns import DE, ON, QUE, RELATIVES, WILL
from pourparlers.extract.statements.scene import ACTORS, Scene
from pourparlers.extract.statements.sources import named
from pourparlers.extract.statements.subjects import parser_subject
from pourparlers.language.document import VerbGroup

_FRAMES = {"quote": "quote", "colon": "colon", "que": "que", "si": "si", "inf": "infinitive"}
_DROPPED_TENSES = frozenset({"imperative", "subjunctive", "future", "future-perfect"})
_NO_COMMENT = frozenset({"commenter", "répondre", "réagir", "exprimer", "confirmer"})
_DONE = frozenset({"après", "bien"})
_CLAUSE = 20
_DROPPED_MODALS = frozenset({"devoir", "pouvoir", "vouloir", "aller"})


def finite(scene: Scene, memory: Memory, cue: Cue, number: int) -> Draft | None:
    """Return the statement whose subject stands before the verb (or before "qui", or is shared with a verb before)."""
    unit, verb = scene.units[number], cue.verb
    if verb.clitic_subject is not None or (verb.passive and not verb.reflexive):
        return None
    found = complement(scene, cue, unit.end)
    if found is None or not _asserted(scene, verb, found):
        return None
    low = unit.start
    subject = subject_before(scene, memory, verb, low)
    subject, agreed = _voted(scene, verb, subject)
    if subject is not None and scene.words[subject.start] in ON:
        subject = _told_by(scene, memory, verb, number) or subject
    if subject is None:
        return None
    subject = resolved(scene, memory, subject, number)
    if _aside(scene, found, subject, low):
        return None
    frame = _FRAMES.get(found.kind, "object")
    if _relative(scene, subject):
        frame = "relative"
    elif subject.kind == "shared":
        frame = "coordination"
    if scene.quote(verb.head) is not None:
        frame = "split-participle"
    draft = drafted(memory, frame, subject, cue, found, number)
    draft.agreed = agreed
    return draft


def _told_by(scene: Scene, memory: Memory, verb: VerbGroup, number: int) -> Subject | None:
    """Return the source for which "on" stands: "de source militaire, on indique que"."""
    hits = (h for h in named(scene, memory, number) if scene.words[h.start] in DE | {"dans"} and h.end <= verb.start)
    return next((hit.subject for hit in hits), None)


def _relative(scene: Scene, subject: Subject) -> bool:
    """Tell whether "qui" parts the subject from its verb."""
    after = scene.words[subject.end : subject.end + 2]
    return after[:1] == ["qui"] or after == [",", "qui"]


def _asserted(scene: Scene, verb: VerbGroup, found: Complement) -> bool:
    """Tell whether something was said: not an order to say, a plan to say, or "n'a pas dit"."""
    entry = found.entry
    quoted = any(scene.quote_at[t] >= 0 for t in range(*found.content[0]))
    told = verb.tense == "subjunctive" and _after_that(scene, verb)
    if verb.tense in _DROPPED_TENSES and not told and not (quoted and found.kind in {"quote", "colon"}):
        return False
    if verb.modal in _DROPPED_MODALS - {entry.verb} and not quoted and verb.verb != "lire":
        return False
    if verb.person in {1, 2}:
        return False
    if verb.negated and found.kind == "inf" and _NO_COMMENT & set(scene.words[found.start : found.start + 4]):
        return False  # "n'a pas souhaité commenter"
    return not (verb.negated and entry.negation == "no-act")


def _after_that(scene: Scene, verb: VerbGroup) -> bool:
    """Tell whether the subjunctive is that of something done: "après que X ait déclaré", "bien que X ait nié"."""
    near = scene.words[max(0, verb.start - _CLAUSE) : verb.start]
    return any(near[at] in _DONE and near[at + 1] in QUE for at in range(len(near) - 1))


def _aside(scene: Scene, found: Complement, subject: Subject, low: int) -> bool:
    """Tell whether a mere will, told in a relative or circumstantial clause, is the narrator's, no saying."""
    if found.entry.verb not in WILL:
        return False
    if any(scene.quote_at[t] >= 0 for begin, end in found.content for t in range(begin, end)):
        return False
    if _relative(scene, subject):
        return True
    before = scene.words[subject.start - 1] if subject.start > low else ""
    return before in QUE | RELATIVES | {"si", "lorsque", "lorsqu'", "quand"}


def _voted(scene: Scene, verb: VerbGroup, subject: Subject | None) -> tuple[Subject | None, bool | None]:
    """Return the subject of the surface, or the parser's if the surface finds nobody; and whether both agree."""
    token = parser_subject(scene, verb)
    if token is None:
        return subject, None
    if subject is not None and subject.start <= token < subject.end:
        return subject, True
    if subject is not None and (subject.refs or subject.kind == "pronoun"):
        return subject, False
    mention = scene.entities.covering(token)
    if mention is None or not mention.refs or mention.kind not in ACTORS:
        return subject, None if subject is None else False
    inside = subject is not None and subject.start < mention.end and mention.start < subject.start
    plural = scene.doc[token].morph.get("Number", []) == ["Plur"]
    if not inside and (plural == verb.plural or mention.kind == "person"):
        return Subject(mention.refs, mention.start, mention.end, mention.kind, plural=mention.plural), False
    return subject, None if subject is None else False
