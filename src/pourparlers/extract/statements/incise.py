"""The incise: a verb of saying put into or after the words, its subject behind it ("», a précisé la ministre")."""

from __future__ import annotations

from pourparlers.extract.statements.around import Place, around
from pourparlers.extract.statements.cues import cue_words
from pourparlers.extract.statements.drafts import Cue, Draft, Subject
from pourparlers.extract.statements.memory import Memory, previous, resolved
from pourparlers.extract.statements.patterns import (
    CLITICS,
    CONTRACTED,
    INVERTERS,
    ON,
    QUE,
    SENTENCE_END,
)
from pourparlers.extract.statements.phrases import phrase_subject
from pourparlers.extract.statements.scene import Scene
from pourparlers.extract.statements.subjects import subject_after
from pourparlers.language.document import Quote, VerbGroup

_FRAMES = frozenset({"incise", "clitic-incise"})


def incise(scene: Scene, memory: Memory, cue: Cue, number: int) -> Draft | None:
    """Return the statement that *cue* marks from inside or behind it, None if the cue is no incise."""
    unit = scene.units[number]
    if cue.verb.negated:
        return None
    start = _first(scene, cue.verb, unit.start)
    before = start - 1
    while before > unit.start and scene.doc[before].is_space:
        before -= 1
    if before < unit.start:
        return None
    quote = _quote_before(scene, before, unit.start)
    if quote is None and scene.words[before] not in {",", "-", "–", "—", "("}:
        return None
    entry = next((e for e, _ in cue.entries if e.frames & _FRAMES), None)
    if entry is None:
        if quote is None:
            return None
        entry = cue.entries[0][0]
    end = next((end for e, end in cue.entries if e is entry), cue.end)
    subject, after = _subject(scene, memory, cue.verb, end, number, quoted=quote is not None)
    if subject is None:
        return None
    zone_end = _zone_end(scene, after, unit.end)
    content = around(memory, Place(number, start, before, max(end, after), zone_end), quote)
    impersonal = cue.verb.clitic_subject is not None and scene.words[cue.verb.clitic_subject] in ON
    quoted = any(scene.quote_at[t] >= 0 for begin, stop in content for t in range(begin, stop))
    if not content or (entry.tier == "C" and not quoted and not impersonal):
        return None
    frame = "clitic-incise" if cue.verb.clitic_subject is not None else "incise"
    if subject.kind == "document" and cue.verb.clitic_subject is not None:
        frame = "lit-on"
    return Draft(
        frame=frame,
        subject=subject,
        cue=cue_words(scene, cue.verb, start, end),
        content=content,
        zone=[(start, zone_end)],
        unit=number,
        entry=entry,
        verb=cue.verb,
        act=entry.act(),
    )


def _first(scene: Scene, verb: VerbGroup, low: int) -> int:
    """Return the first token of the group with its pronouns ("s'" of "s'est-il félicité")."""
    start = verb.start
    while start - 1 >= low and scene.words[start - 1] in CLITICS:
        start -= 1
    return start


def _quote_before(scene: Scene, before: int, low: int) -> Quote | None:
    """Return the quotation that ends at token *before*, or just before it if that is a comma."""
    for at in (before, before - 1):
        if at < low:
            return None
        quote = scene.quote(at)
        if quote is not None and at >= quote.end - 1:
            return quote
        if scene.words[before] not in {",", "!", "?", "…", "...", ".", "-", "–", "—"}:
            return None
    return None


def _subject(
    scene: Scene, memory: Memory, verb: VerbGroup, end: int, number: int, *, quoted: bool
) -> tuple[Subject | None, int]:
    """Return the subject behind the verb and the token after it."""
    unit = scene.units[number]
    if verb.clitic_subject is not None:
        return _clitic(scene, memory, verb, number)
    if not quoted and not _clause_before(scene, verb, unit.start):
        return None, 0
    subject = subject_after(scene, memory, end, unit.end)
    if subject is None:
        return None, 0
    if subject.kind == "anaphor":
        subject = resolved(scene, memory, subject, number)
    after = scene.skip_adverbs(subject.end, unit.end)
    if after < unit.end and not quoted and scene.words[after] in QUE | {":", "comme"}:
        return None, 0
    if not quoted and not subject.refs and subject.kind == "unknown" and subject.start == end:
        return None, 0  # "…, a refusé la demande": an object, not a subject
    return subject, subject.end


def _clause_before(scene: Scene, verb: VerbGroup, low: int) -> bool:
    """Tell whether a clause stands before the comma: else the noun phrase there is the subject of this verb."""
    relative = False
    for at in range(low, verb.start):
        if scene.quote_at[at] >= 0:
            return True
        if scene.words[at] in {"qui", "dont", "où"}:
            relative = True
        if scene.words[at] == ",":
            relative = False
        other = scene.verb_at.get(at)
        if other is not None and other.finite and other.head == at and not relative:
            return True
    return _verbless_title(scene, low)


def _verbless_title(scene: Scene, low: int) -> bool:
    unit = scene.unit(low)
    return unit is not None and unit.block in {"title", "heading"}


def _clitic(scene: Scene, memory: Memory, verb: VerbGroup, number: int) -> tuple[Subject | None, int]:
    """Return whom the inverted pronoun stands for."""
    unit, words = scene.units[number], scene.words
    assert verb.clitic_subject is not None
    at = verb.clitic_subject
    end = max(verb.end, at + 1)
    if words[at] in ON:
        return _impersonal(scene, memory, end, unit.end)
    first = _first(scene, verb, unit.start)
    if words[first - 1] in INVERTERS or _question(scene, first, unit.end):
        return None, 0
    subject = previous(memory, words[at], unit.paragraph, 3)
    person = scene.phrases.get(at)
    if subject is not None and person is not None and memory.nearer_person(subject.refs, person.refs):
        subject = Subject(person.refs, at, at + 1, "pronoun")
    if subject is None and (not memory.drafts or memory.drafts[-1].refs or memory.drafts[-1].unit < number - 2):
        mention = scene.phrases.get(at)
        refs = mention.refs if mention else ()
        subject = Subject(refs, at, at + 1, "pronoun")
    if subject is None:
        return Subject((), at, at + 1, "unknown"), end
    return Subject(subject.refs, at, at + 1, subject.kind, plural=subject.plural), end


def _question(scene: Scene, at: int, end: int) -> bool:
    """Tell whether the inversion asks a question: no quotation before it, a question mark after it."""
    return any(scene.words[t] == "?" and scene.quote_at[t] < 0 for t in range(at, end))


def _impersonal(scene: Scene, memory: Memory, at: int, limit: int) -> tuple[Subject | None, int]:
    """Return the source of "lit-on dans le rapport", "apprend-on de source militaire", "dit-on à la présidence"."""
    words = scene.words
    while at < limit and words[at] in {"pu", "lire"}:
        at += 1
    at = scene.skip_adverbs(at, limit)
    if at >= limit:
        return None, 0
    if words[at] in {"dans", "de", "à", "au", "aux", "auprès", "du", "chez", "par", "sur"}:
        first = at if words[at] in {"au", "aux", "du"} and at in scene.phrases else at + 1
        while words[first] in {"de", "d'"} and first + 1 < limit:
            first += 1
        first += words[first] in CONTRACTED and first not in scene.phrases
        mention = scene.phrases.get(first) or scene.phrases.get(at)
        if mention is not None and mention.refs and mention.kind != "place":
            return Subject(mention.refs, mention.start, mention.end, "document"), mention.end
        subject = phrase_subject(scene, memory, first, limit)
        if subject is not None:
            return subject, subject.end
    return Subject((), at, at, "unknown"), at


def _zone_end(scene: Scene, at: int, limit: int) -> int:
    """Return where the attribution ends behind the subject: circumstances belong to it, a quotation does not."""
    words = scene.words
    while at < limit:
        if at in scene.opens or words[at] in SENTENCE_END | {",", ":", "(", ")", "-", "–", "—"}:
            aside = _apposition(scene, at, limit) if words[at] == "," else 0
            if aside:
                at = aside
                continue
            break
        verb = scene.verb_at.get(at)
        if verb is not None and verb.finite and words[at - 1] not in {"qui", "dont", "où"} and not _relative(scene, at):
            break
        if verb is not None and verb.start == at and (verb.tense == "gerund" or words[at - 1] in {"de", "d'", "pour"}):
            break
        at += 1
    return at


def _apposition(scene: Scene, at: int, limit: int) -> int:
    """Return the end of a circumstance or apposition between commas: ", porte-parole de la flotte, dans un tweet"."""
    nxt = at + 1
    if nxt >= limit:
        return 0
    after = scene.skip_adverbs(nxt, limit)
    if (
        after > nxt
        and (nxt in scene.time_at or nxt + 1 in scene.time_at)
        and (after >= limit or scene.words[after] in SENTENCE_END | {","})
    ):
        return after
    if scene.words[nxt] in {
        "dans",
        "lors",
        "devant",
        "cité",
        "citée",
        "cités",
        "auprès",
        "sur",
        "interrogé",
        "interrogée",
    }:
        return next((t for t in range(nxt, limit) if scene.words[t] in {",", ".", ";"} or t in scene.opens), limit)
    mention = scene.phrases.get(nxt)
    if (
        mention is not None
        and mention.kind == "person"
        and (mention.end >= limit or scene.words[mention.end] in {",", "."})
    ):
        return mention.end
    return 0


def _relative(scene: Scene, at: int) -> bool:
    return any(scene.words[t] in {"qui", "dont", "où", "que", "qu'"} for t in range(max(0, at - 6), at))
