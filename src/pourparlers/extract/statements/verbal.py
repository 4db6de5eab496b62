"""Statements with their verb in place: "X a déclaré que", "X, qui accuse Y de", "…, ajoutant que", "rejeté par X"."""

from __future__ import annotations

from dataclasses import replace

from pourparlers.extract.statements.before import subject_before
from pourparlers.extract.statements.complement import complement
from pourparlers.extract.statements.cues import cue_words
from pourparlers.extract.statements.drafts import Complement, Cue, Draft, Reach, Span, Subject
from pourparlers.extract.statements.extent import extent, trim
from pourparlers.extract.statements.guards import fits
from pourparlers.extract.statements.lexicon import speech_nouns
from pourparlers.extract.statements.memory import Memory, resolved
from pourparlers.extract.statements.patterns import (
    CLITICS,
    DE,
    DETERMINERS,
    GIVES,
    INVERTERS,
    LEADS_TO_SAYING,
    PREPOSITIONS,
    QUE,
    RELATIVES,
)
from pourparlers.extract.statements.phrases import phrase_subject
from pourparlers.extract.statements.quotations import LEAST_WORDS, length
from pourparlers.extract.statements.scene import Scene
from pourparlers.extract.statements.subjects import parser_subject
from pourparlers.language.document import VerbGroup

_DROPPED_TENSES = frozenset({"imperative", "subjunctive", "future", "future-perfect"})
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
    subject, agreed = _voted(scene, memory, verb, subject)
    if subject is None:
        return None
    subject = resolved(scene, memory, subject, number)
    if _aside(scene, found, subject, low):
        return None
    frame = {"quote": "quote", "colon": "colon", "que": "que", "si": "si", "inf": "infinitive"}.get(
        found.kind, "object"
    )
    if scene.words[subject.end : subject.end + 1] == ["qui"] or scene.words[subject.end : subject.end + 2] == [
        ",",
        "qui",
    ]:
        frame = "relative"
    elif subject.kind == "shared":
        frame = "coordination"
    if scene.quote(verb.head) is not None:
        frame = "split-participle"
    return _draft(scene, memory, frame, subject, cue, found, number, agreed=agreed)


def _asserted(scene: Scene, verb: VerbGroup, found: Complement) -> bool:
    """Tell whether something was said: not an order to say, a plan to say, or "n'a pas dit"."""
    entry = found.entry
    quoted = any(scene.quote_at[t] >= 0 for t in range(*found.content[0]))
    if verb.tense in _DROPPED_TENSES and not (quoted and found.kind in {"quote", "colon"}):
        return False
    if verb.modal in _DROPPED_MODALS - {entry.verb} and not quoted and verb.verb != "lire":
        return False
    if verb.person in {1, 2}:
        return False
    return not (verb.negated and entry.negation == "no-act")


_WILL = frozenset({"vouloir", "entendre", "compter", "prévoir", "envisager", "décider", "souhaiter", "espérer", "craindre",
                   "redouter", "considérer", "croire", "penser", "accepter", "autoriser", "interdire", "refuser", "rester"})  # fmt: skip


def _aside(scene: Scene, found: Complement, subject: Subject, low: int) -> bool:
    """Tell whether a mere will, told in a relative or circumstantial clause, is the narrator's, no saying."""
    if found.entry.verb not in _WILL:
        return False
    if any(scene.quote_at[t] >= 0 for begin, end in found.content for t in range(begin, end)):
        return False
    if scene.words[subject.end : subject.end + 1] == ["qui"] or scene.words[subject.end : subject.end + 2] == [
        ",",
        "qui",
    ]:
        return True
    before = scene.words[subject.start - 1] if subject.start > low else ""
    return before in QUE | RELATIVES | {"si", "lorsque", "lorsqu'", "quand"}


def _voted(
    scene: Scene, memory: Memory, verb: VerbGroup, subject: Subject | None
) -> tuple[Subject | None, bool | None]:
    """Return the subject of the surface, or the parser's if the surface finds nobody; and whether both agree."""
    token = parser_subject(scene, verb)
    if token is None:
        return subject, None
    if subject is not None and subject.start <= token < subject.end:
        return subject, True
    if subject is not None and (subject.refs or subject.kind in {"pronoun"}):
        return subject, False
    mention = scene.entities.covering(token)
    if (
        mention is not None
        and mention.refs
        and mention.kind in {"person", "post", "institution", "state", "source", "group"}
    ):
        if subject is None or mention.end <= subject.start or mention.start >= subject.start:
            number = scene.doc[token].morph.get("Number", [])
            if (number == ["Plur"]) == verb.plural or mention.kind == "person":
                return Subject(mention.refs, mention.start, mention.end, mention.kind, plural=mention.plural), False
    return subject, None if subject is None else False


def _draft(
    scene: Scene,
    memory: Memory,
    frame: str,
    subject: Subject,
    cue: Cue,
    found: Complement,
    number: int,
    *,
    agreed: bool | None = None,
) -> Draft:
    unit, verb, entry = scene.units[number], cue.verb, found.entry
    start = verb.start
    if verb.reflexive or verb.negated:
        while start - 1 >= unit.start and scene.words[start - 1] in CLITICS:
            start -= 1
    content_start = min(found.start, found.content[0][0])
    zone = [(start, content_start)]
    if frame != "coordination" and unit.start <= subject.start and subject.end <= start:
        low = max(
            (m.content[-1][1] for m in memory.drafts if m.unit == number and m.content[-1][1] <= subject.start),
            default=unit.start,
        )
        zone = [(low, subject.start), (start, content_start)]
        if not any(scene.verb_at[t].finite for t in range(subject.end, start) if t in scene.verb_at):
            zone.insert(1, (subject.end, start))
    if found.kind == "adj" and found.content[0][0] + 1 in scene.time_at:
        zone.append((found.content[0][0] + 1, scene.time_at[found.content[0][0] + 1].end))
    zone += _behind(scene, found, unit.end)
    act = entry.act(*_words(scene, found))
    if verb.negated and entry.negation.startswith("opposite:"):
        act = entry.negation.partition(":")[2]
    elif verb.negated and entry.negation == "decline":
        act = "decline"
    return Draft(
        frame=frame,
        subject=subject,
        cue=cue_words(scene, verb, start, max(verb.end, found.cue_end)),
        content=list(found.content),
        zone=zone,
        unit=number,
        entry=entry,
        verb=verb,
        act=act,
        complement=found,
        agreed=agreed,
    )


def colon_after(scene: Scene, draft: Draft) -> Draft | None:
    """Return the quotation behind the content of *draft* as a second statement: "met en garde contre tout écart : « … »"."""
    unit = scene.units[draft.unit]
    at = draft.content[-1][1]
    if draft.complement is None or draft.complement.kind in {"que", "quote", "colon"} or at + 1 >= unit.end:
        return None
    if scene.words[at] != ":":
        return None
    first = at + 1
    while first < unit.end and scene.doc[first].is_space:
        first += 1
    if first not in scene.opens:
        return None
    quote = scene.quotes[scene.opens[first]]
    behind = next((t for t in range(quote.outer_end, min(quote.outer_end + 3, unit.end)) if t in scene.verb_at), None)
    if behind is not None or length(scene, quote) < LEAST_WORDS:
        return None
    return replace(draft, frame="colon", content=[(quote.start, quote.end)])


def _behind(scene: Scene, found: Complement, limit: int) -> list[Span]:
    """Return the circumstances right behind the content: "…, dans un communiqué", "… lors d'un point de presse"."""
    at = found.content[-1][1]
    at += at < limit and scene.words[at] == ","
    if at >= limit or not (scene.words[at] in {"dans", "lors", "sur", "devant"} or at in scene.time_at):
        return []
    end = at
    while (
        end < limit
        and scene.words[end] not in {",", ".", ";", ":"}
        and end not in scene.opens
        and end not in scene.verb_at
    ):
        end += 1
    return [(at, end)]


def _words(scene: Scene, found: Complement) -> tuple[str, ...]:
    begin, _ = found.content[0]
    frame = {"np": "np-object", "inf": "inf"}.get(found.kind, found.kind)
    return (*scene.words[begin : begin + 4], frame, *scene.words[found.start : found.start + 1])


# ------------------------------------------------------------------------------------------------ participles
def gerund(scene: Scene, memory: Memory, cue: Cue, number: int) -> Draft | None:
    """Return the statement of a participle present: "…, ajoutant que", "en appelant à", "les élus considérant que"."""
    unit, verb = scene.units[number], cue.verb
    found = complement(scene, cue, unit.end)
    if found is None or verb.negated:
        return None
    at = scene.skip_adverbs_back(verb.start - 1, unit.start)
    while at >= unit.start and scene.words[at] in CLITICS | {"en", "tout"}:
        at -= 1
    subject: Subject | None = None
    if at < unit.start:
        subject = _initial(scene, memory, verb, found, number)
    else:
        mention = scene.ending(at, unit.start)
        if (
            mention is None
            and at == verb.start - 1
            and scene.pos[at] in {"NOUN", "ADJ"}
            and not any(w in speech_nouns() for w in scene.words[max(unit.start, at - 2) : at + 1])
        ):
            return None  # "une banderole précisant": a thing speaks
        if (
            mention is not None
            and at == verb.start - 1
            and mention.refs
            and mention.kind in {"person", "post", "group", "source", "institution"}
            and scene.words[mention.start - 1 : mention.start] in ([","], ["et"], [":"])
        ):
            subject = Subject(mention.refs, mention.start, mention.end, mention.kind, plural=mention.plural)
    if subject is None:
        subject = governing(scene, memory, verb, number)
    if subject is None:
        return None
    draft = _draft(scene, memory, "gerund", subject, cue, found, number)
    draft.zone = [(verb.start, min(found.start, found.content[0][0]))]
    noun = next((w for w in reversed(scene.words[max(unit.start, at - 2) : at + 1]) if w in speech_nouns()), "")
    if noun and at == verb.start - 1:
        draft.medium = noun
    if scene.words[verb.start - 1] == "en":
        draft.cue = [(verb.start - 1, draft.cue[0][1]), *draft.cue[1:]]
    return draft


def _initial(scene: Scene, memory: Memory, verb: VerbGroup, found: Complement, number: int) -> Subject | None:
    """Return the subject of the clause after a sentence-initial participle, if the participle has real content."""
    unit = scene.units[number]
    if found.kind not in {"que", "quote", "inf"}:
        return None
    main = next((scene.verb_at[t] for t in range(found.content[-1][1], unit.end)
                 if t in scene.verb_at and scene.verb_at[t].finite), None)  # fmt: skip
    subject = subject_before(scene, memory, main, found.content[-1][1]) if main else None
    del verb
    return resolved(scene, memory, subject, number) if subject else None


def governing(scene: Scene, memory: Memory, verb: VerbGroup, number: int) -> Subject | None:
    """Return the subject of the clause a participle or infinitive hangs on: the last speaker in the sentence, else its verb's."""
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
    lead = words[at - 1] if at > unit.start else ""
    quoted = any(scene.quote_at[t] >= 0 for t in range(*found.content[0]))
    if (words[at] in {"de", "d'"} and lead == "avant") or (words[at] == "après" and verb.start != verb.head):
        frame = "after-infinitive"
    elif (words[at] in {"à", "de", "d'", "par"} and _leads(scene, at, unit.start)) or (words[at] == "pour" and quoted):
        frame = "infinitive-cue"
    else:
        return None
    subject = governing(scene, memory, verb, number)
    if subject is None and frame == "after-infinitive":
        subject = _initial(scene, memory, verb, replace(found, kind="que"), number)
    if subject is None:
        return None
    draft = _draft(scene, memory, frame, subject, cue, found, number)
    draft.zone = [(verb.start, min(found.start, found.content[0][0]))]
    return draft


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
        draft = _draft(scene, memory, "coordination", resolved(scene, memory, subject, number), cue, found, number)
        draft.zone = [(verb.start, min(found.start, found.content[0][0]))]
        return draft
    return None


# ------------------------------------------------------------------------------------------------ passive
def passive(scene: Scene, memory: Memory, cue: Cue, number: int) -> Draft | None:
    """Return the statement of a passive with its agent: "l'offre, rejetée par X", "a été condamnée par X"."""
    unit, verb, words = scene.units[number], cue.verb, scene.words
    at = scene.skip_adverbs(verb.end, unit.end)
    if at >= unit.end or words[at] != "par" or not any("passive-par" in e.frames for e, _ in cue.entries):
        return None
    agent = phrase_subject(scene, memory, at + 1, unit.end)
    if agent is None or not agent.refs or (verb.verb in GIVES and scene.words[verb.start - 1] in speech_nouns()):
        return None
    entry, end = next((e, end) for e, end in cue.entries if "passive-par" in e.frames)
    patient = _patient(scene, memory, verb, unit.start)
    if patient is not None and _is_actor(scene, *patient):
        if entry.object_role not in {"addressee", "target"}:
            return None
    after = scene.skip_adverbs(agent.end, unit.end)
    shifted = Cue(replace(verb, end=agent.end), tuple((e, agent.end) for e, _ in cue.entries))
    found: Complement | None = None
    if after < unit.end and words[after] == "comme":
        pieces = extent(scene, Reach.of(cue), after + 1, unit.end, "np")
        found = Complement("np", after, pieces, entry, cue_end=end) if pieces else None
    elif entry.object_role in {"addressee", "target"} and after < unit.end and words[after] in QUE | {"de", "d'", "à"}:
        given = replace(shifted, entries=tuple((e, agent.end) for e, _ in cue.entries))
        found = _with_object(scene, given, patient, unit.end)
    if found is None:
        if patient is None or patient[1] - patient[0] > 40 or _is_actor(scene, *patient):
            return None
        found = Complement("np", patient[0], (patient,), entry, cue_end=end)
    start = verb.start
    return Draft(
        frame="passive",
        subject=agent,
        cue=cue_words(scene, verb, start, verb.end),
        content=list(found.content),
        zone=[(verb.end, agent.start)],
        unit=number,
        entry=entry,
        verb=verb,
        act=entry.act(),
        complement=found,
        nominal=True,
        addressee=[patient]
        if found.start != (patient or (0, 0))[0] and patient and entry.object_role == "addressee"
        else [],
    )


def _with_object(scene: Scene, cue: Cue, patient: tuple[int, int] | None, limit: int) -> Complement | None:
    """Return the complement after the agent, the patient being the verb's object."""
    for entry, end in cue.entries:
        at = scene.skip_adverbs(end, limit)
        if at + 1 >= limit:
            return None
        first = at + 1
        kind = "que" if scene.words[at] in QUE else "inf" if scene.is_infinitive(first) else "np"
        pieces = extent(scene, Reach.of(cue), first, limit, kind)
        found = Complement(kind, at, pieces, entry, (patient,) if patient else ()) if pieces else None
        if found and fits(scene, found):
            return found
    return None


def _is_actor(scene: Scene, start: int, end: int) -> bool:
    """Tell whether the patient is somebody, not something that was said or proposed."""
    mention = scene.phrases.get(start)
    return mention is not None and mention.end >= end - 1


def _patient(scene: Scene, memory: Memory, verb: VerbGroup, low: int) -> tuple[int, int] | None:
    """Return the tokens of what was rejected, condemned ...: the noun phrase before the participle."""
    at = verb.start - 1
    while at >= low and (scene.words[at] in CLITICS or scene.doc[at].is_space):
        at -= 1
    at = scene.skip_adverbs_back(at, low)
    if at >= low and scene.words[at] in {"et", "mais", "ou", "puis"} and not verb.finite:
        for token in range(at - 1, low - 1, -1):
            other = scene.verb_at.get(token)
            if other is not None and other.head == token and other.passive:
                return _patient(scene, memory, other, low)
        return None
    if at >= low and scene.words[at] == ",":
        at -= 1
    if at >= low and scene.words[at] == "qui":
        at -= 1
        at -= scene.words[at] == ","
    start = at
    while start > low:
        before = scene.words[start - 1]
        if before in {",", ":", ";", "(", "qui", "et", "mais"} | QUE | PREPOSITIONS - DE or start - 1 in scene.opens:
            break
        if scene.words[start] in DETERMINERS and before not in DE and not verb.finite:
            break
        other = scene.verb_at.get(start - 1)
        if other is not None and other.tense != "participle":
            break
        start -= 1
    del memory
    spans = trim(scene, start, at + 1)
    return spans[0] if spans else None


def is_question(scene: Scene, verb: VerbGroup, low: int) -> bool:
    """Tell whether the inversion is one of "peut-être", "sans doute", or a question."""
    return verb.start > low and scene.words[verb.start - 1] in INVERTERS
