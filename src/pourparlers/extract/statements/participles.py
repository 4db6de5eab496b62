"""Statements of a participle or an infinitive: "…, ajoutant que", "avant d'estimer que", "a exprimé … et informé"."""

from __future__ import annotations

from dataclasses import replace

from pourparlers.extract.statements.before import subject_before
from pourparlers.extract.statements.complement import complement
from pourparlers.extract.statements.drafts import Complement, Cue, Draft, Subject
from pourparlers.extract.statements.lexicon import speech_nouns
from pourparlers.extract.statements.making import drafted
from pourparlers.extract.statements.memory import Memory, resolved
from pourparlers.extract.statements.patterns import CALLING, CLITICS, DATIVE_CLITICS, LEADS_TO_SAYING
from pourparlers.extract.statements.scene import Scene
from pourparlers.language.document import VerbGroup

# "le traité …, prévoyant que": a text does so.
_FORESEES = frozenset({"prévoir", "stipuler", "disposer"})
_SPEAKERS = frozenset({"person", "post", "group", "source", "institution"})


def gerund(scene: Scene, memory: Memory, cue: Cue, number: int) -> Draft | None:
    """Return the statement of a participle present: "…, ajoutant que", "en appelant à", "les élus considérant que"."""
    unit, verb = scene.units[number], cue.verb
    found = complement(scene, cue, unit.end)
    if found is None or verb.negated or (found.entry.verb in _FORESEES and found.kind == "que"):
        return None
    at = scene.skip_adverbs_back(verb.start - 1, unit.start)
    while at >= unit.start and scene.words[at] in CLITICS | {"en", "tout"}:
        at -= 1
    if at < unit.start:
        subject = _initial(scene, memory, found, number)
    elif at == verb.start - 1 and _thing_speaks(scene, at, unit.start):
        return None
    else:
        subject = _absolute(scene, at, unit.start) if at == verb.start - 1 else None
    if subject is None:
        subject = governing(scene, memory, verb, number)
    if subject is None:
        return None
    draft = drafted(memory, "gerund", subject, cue, found, number)
    draft.zone = [(verb.start, min(found.start, found.content[0][0]))]
    noun = next((w for w in reversed(scene.words[max(unit.start, at - 2) : at + 1]) if w in speech_nouns()), "")
    if noun and at == verb.start - 1:
        draft.medium = noun
    if scene.words[verb.start - 1] == "en":
        draft.cue = [(verb.start - 1, draft.cue[0][1]), *draft.cue[1:]]
    return draft


def _thing_speaks(scene: Scene, at: int, low: int) -> bool:
    """Tell whether a thing is said to say something: "une banderole précisant", but not "une lettre annonçant"."""
    if scene.ending(at, low) is not None or scene.pos[at] not in {"NOUN", "ADJ"}:
        return False
    return not any(word in speech_nouns() for word in scene.words[max(low, at - 2) : at + 1])


def _absolute(scene: Scene, at: int, low: int) -> Subject | None:
    """Return the subject of the participle's own: "…, les contestataires considérant que"."""
    mention = scene.ending(at, low)
    if mention is None or not mention.refs or mention.kind not in _SPEAKERS:
        return None
    if scene.words[mention.start - 1 : mention.start] not in ([","], ["et"], [":"]):
        return None
    return Subject(mention.refs, mention.start, mention.end, mention.kind, plural=mention.plural)


def _initial(scene: Scene, memory: Memory, found: Complement, number: int) -> Subject | None:
    """Return the subject of the clause after a sentence-initial participle, if the participle has real content."""
    unit = scene.units[number]
    quoted = any(scene.quote_at[t] >= 0 for begin, end in found.content for t in range(begin, end))
    if found.kind not in {"que", "quote", "inf"} and not quoted:
        return None
    main = next((scene.verb_at[t] for t in range(found.content[-1][1], unit.end)
                 if t in scene.verb_at and scene.verb_at[t].finite), None)  # fmt: skip
    subject = subject_before(scene, memory, main, found.content[-1][1]) if main else None
    return resolved(scene, memory, subject, number) if subject else None


def governing(scene: Scene, memory: Memory, verb: VerbGroup, number: int) -> Subject | None:
    """Return the subject of the clause a participle hangs on: the last speaker in the sentence, else its verb's."""
    unit = scene.units[number]
    for draft in reversed(memory.drafts):
        if draft.unit == number and draft.cue[0][0] < verb.start and not draft.nominal:
            nearer = _nearer(scene, memory, max(draft.content[-1][1], draft.cue[-1][1]), verb.start, number)
            if nearer is not None:
                return nearer
            return replace(draft.subject, kind="shared") if draft.refs else None
    for at in range(verb.start - 1, unit.start - 1, -1):
        other = scene.verb_at.get(at)
        if other is None or other.head != at or not other.finite or scene.quote_at[at] >= 0:
            continue
        subject = subject_before(scene, memory, other, unit.start)
        if subject is None or scene.words[subject.end : subject.end + 1] == ["qui"]:
            continue
        return resolved(scene, memory, subject, number)
    return _main_after(scene, memory, verb.end, number)


def _nearer(scene: Scene, memory: Memory, low: int, high: int, number: int) -> Subject | None:
    """Return the named subject of a finite verb between the last statement and the participle, if there is one."""
    for at in range(high - 1, low, -1):
        other = scene.verb_at.get(at)
        if other is None or other.head != at or not other.finite or scene.quote_at[at] >= 0:
            continue
        subject = subject_before(scene, memory, other, low)
        if subject is not None and subject.refs and subject.start >= low and subject.kind in {"person", "post"}:
            return resolved(scene, memory, subject, number)
    return None


def _main_after(scene: Scene, memory: Memory, at: int, number: int) -> Subject | None:
    """Return the subject of the main verb behind an insertion: "X, prônant la retenue, a quitté la salle"."""
    unit = scene.units[number]
    for token in range(at, unit.end):
        other = scene.verb_at.get(token)
        if other is None or other.head != token or not other.finite or scene.quote_at[token] >= 0:
            continue
        if scene.words[other.start - 1] == ",":
            subject = subject_before(scene, memory, other, unit.start)
            return resolved(scene, memory, subject, number) if subject is not None else None
    return None


def infinitive(scene: Scene, memory: Memory, cue: Cue, number: int) -> Draft | None:
    """Return the statement of an infinitive that was done: "avant d'estimer que", "n'a pas hésité à critiquer"."""
    unit, verb, words = scene.units[number], cue.verb, scene.words
    at = verb.start - 1
    while at > unit.start and words[at] in CLITICS:
        at -= 1
    if at < unit.start or verb.negated or verb.modal:
        return None
    found = complement(scene, cue, unit.end)
    if found is None:
        return None
    if words[at] in {"de", "d'"} and found.kind in {"quote", "colon", "que"}:
        narrated = _narrated(scene, memory, cue, found, at, number)
        if narrated is not None:
            return narrated
    lead = words[at - 1] if at > unit.start else ""
    quoted = any(scene.quote_at[t] >= 0 for t in range(*found.content[0]))
    if (words[at] in {"de", "d'"} and lead == "avant") or (words[at] == "après" and verb.start != verb.head):
        frame = "after-infinitive"
    elif (words[at] in {"à", "de", "d'", "par"} and _leads(scene, at, unit.start)) or (
        words[at] == "pour" and (quoted or _called(scene, verb, at, unit.start))
    ):
        frame = "infinitive-cue"
    else:
        return None
    subject = governing(scene, memory, verb, number)
    if subject is None and frame == "after-infinitive":
        subject = _initial(scene, memory, replace(found, kind="que"), number)
    if subject is None:
        return None
    draft = drafted(memory, frame, subject, cue, found, number)
    draft.zone = [(verb.start, min(found.start, found.content[0][0]))]
    return draft


def _narrated(scene: Scene, memory: Memory, cue: Cue, found: Complement, at: int, number: int) -> Draft | None:
    """Return the statement of an infinitive that tells: "Et d'ajouter : « … »", whose speaker has just spoken."""
    unit = scene.units[number]
    first = unit.start
    while first < at and (scene.doc[first].is_space or scene.words[first] in {"et", "-", "–", "—"}):
        first += 1
    named = scene.actor(first)
    if named is not None and named.refs and named.end == at and scene.words[first - 1] == "et":
        who = Subject(named.refs, named.start, named.end, named.kind, plural=named.plural)
        return _infinitive_draft(scene, memory, cue, found, (at, number), who)
    if first != at or scene.words[at - 1 : at] != ["et"]:
        return None
    before = memory.last(unit.paragraph, 0)
    if before is None or before.unit < number - 2:
        return None
    return _infinitive_draft(scene, memory, cue, found, (at, number), replace(before.subject, kind="previous"))


def _infinitive_draft(
    scene: Scene, memory: Memory, cue: Cue, found: Complement, where: tuple[int, int], who: Subject
) -> Draft:
    """Return the draft of "d'ajouter : …", *where* being the token of "d'" and the unit's number."""
    del scene
    draft = drafted(memory, "infinitive-cue", who, cue, found, where[1])
    draft.zone = [(cue.verb.start, min(found.start, found.content[0][0]))]
    draft.cue = [(where[0], draft.cue[0][1]), *draft.cue[1:]]
    return draft


def _called(scene: Scene, asked: VerbGroup, at: int, low: int) -> bool:
    """Tell whether somebody has called or received whom he then asks: "a téléphoné à X pour lui demander"."""
    if not DATIVE_CLITICS & set(scene.words[at + 1 : asked.start]):
        return False
    before = (scene.verb_at[t] for t in range(at - 1, low - 1, -1) if t in scene.verb_at)
    verb = next((v for v in before if v.finite), None)
    return verb is not None and verb.verb in CALLING and verb.tense in {"perfect", "past", "pluperfect", "present"}


def _leads(scene: Scene, at: int, low: int) -> bool:
    """Tell whether the verb before the preposition is one of those that let somebody say something."""
    before = scene.skip_adverbs_back(at - 1, low)
    for token in range(before, max(low, before - 3) - 1, -1):
        verb = scene.verb_at.get(token)
        if verb is not None:
            return verb.verb in LEADS_TO_SAYING and not verb.modal
    return False


def coordinated(scene: Scene, memory: Memory, cue: Cue, number: int) -> Draft | None:
    """Return the statement of a participle that shares the auxiliary of a verb before: "a exprimé … et informé"."""
    unit, verb = scene.units[number], cue.verb
    at = scene.skip_adverbs_back(verb.start - 1, unit.start)
    if at < unit.start:
        return None
    quote = scene.opens.get(at)
    if quote is not None:
        at -= 1
    if scene.words[at] not in {"et", "puis", "mais"}:
        return None
    for token in range(at - 1, unit.start - 1, -1):
        other = scene.verb_at.get(token)
        if other is None or other.head != token or other.tense not in {"perfect", "pluperfect", "future-perfect"}:
            continue
        if other.passive or other.reflexive:
            return None
        found = complement(scene, cue, unit.end)
        subject = subject_before(scene, memory, other, unit.start) if found else None
        if found is None or subject is None:
            return None
        draft = drafted(memory, "coordination", resolved(scene, memory, subject, number), cue, found, number)
        draft.zone = [(verb.start, min(found.start, found.content[0][0]))]
        return draft
    return None
