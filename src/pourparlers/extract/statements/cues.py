"""Which verb groups are verbs of saying, and in which of their senses."""

from __future__ import annotations

from dataclasses import replace

from pourparlers.extract.statements.drafts import Cue, Span
from pourparlers.extract.statements.lexicon import SpeechVerb, plain_verbs, speech_verbs
from pourparlers.extract.statements.patterns import CLITICS, DE, LEADS_TO_SAYING, A
from pourparlers.extract.statements.scene import Scene
from pourparlers.language.document import VerbGroup

# Locutions whose last words are an infinitive or a clause that is read as the content.
_AHEAD = frozenset({"dire vouloir", "dire ne pas"})
_NEGATIONS = frozenset({"pas", "plus", "jamais"})
_CONTRACTS = {"de": DE, "à": A, "d'": DE}
_MUTUALLY = frozenset({"mutuellement", "réciproquement"})
_NEAR = 5
_FAR = 20


def cues(scene: Scene, start: int, end: int) -> list[Cue]:
    """Return the verbs of saying whose head lies in tokens `start:end`, in the order of the text."""
    table = speech_verbs()
    found: list[Cue] = []
    seen = -1
    for at in range(start, end):
        verb = scene.verb_at.get(at)
        if verb is None or verb.head != at or verb.head == seen:
            continue
        seen = verb.head
        leading = _leading(scene, verb)
        if leading is not None:
            verb, seen = leading, leading.head
        entries = _entries(scene, verb, table.get(verb.verb, ()))
        if verb.modal in table and verb.modal_token is not None:
            entries = _locutions(scene, verb) + entries
        if entries:
            found.append(Cue(verb, tuple(entries)))
    return found


def _leading(scene: Scene, verb: VerbGroup) -> VerbGroup | None:
    """Return the group with the infinitive of saying it leads to: "a tenu à préciser", "se bornant à évoquer"."""
    if verb.verb not in LEADS_TO_SAYING or verb.tense in {"infinitive", "participle"}:
        return None
    at = scene.skip_adverbs(verb.end, min(verb.end + 6, len(scene.words)))
    if at + 1 >= len(scene.words) or scene.words[at] not in {"à", "de", "d'", "par"}:
        return None
    said = next((scene.verb_at[t] for t in range(at + 1, min(at + 4, len(scene.words))) if t in scene.verb_at), None)
    if said is None or said.tense != "infinitive" or said.verb not in plain_verbs():
        return None
    return replace(verb, end=said.end, head=said.head, verb=said.verb, negated=False, reflexive=said.reflexive)


def _locutions(scene: Scene, verb: VerbGroup) -> list[tuple[SpeechVerb, int]]:
    """Return the senses of "faire savoir": the governing verb is the lexical one."""
    return [
        (entry, verb.end + len(entry.rest) - 1)
        for entry in speech_verbs()[verb.modal]
        if entry.rest and entry.rest[0] == scene.words[verb.head]
    ]


def _entries(scene: Scene, verb: VerbGroup, entries: tuple[SpeechVerb, ...]) -> list[tuple[SpeechVerb, int]]:
    found: list[tuple[SpeechVerb, int]] = []
    for entry in entries:
        if entry.lemma in _AHEAD or entry.lemma == "pouvoir lire":
            continue
        if entry.reflexive != verb.reflexive and not (
            verb.reflexive and "refl" not in entry.guards and _reciprocal(scene, verb)
        ):
            continue
        if "before" in entry.guards and not entry.guards["before"] & {scene.words[verb.start - 1]}:
            continue
        rest = entry.rest
        if rest == ("à",) and mutual(scene, verb):
            rest = ()
        if entry.negation == "lexical":
            if not verb.negated:
                continue
            rest = tuple(word for word in rest if word != "pas")
        end = verb.end if rest == ("comme",) else _rest_end(scene, verb, rest)
        if end:
            found.append((entry, end))
    return found


def _reciprocal(scene: Scene, verb: VerbGroup) -> bool:
    """Tell whether a verb that is not reflexive is so here: "se demander", "s'accusent mutuellement"."""
    return verb.verb == "demander" or mutual(scene, verb)


def mutual(scene: Scene, verb: VerbGroup) -> bool:
    """Tell whether those who speak do so to each other: "se sont mutuellement accusés", "s'accusent l'un l'autre"."""
    if not (verb.reflexive and verb.plural):
        return False
    words = scene.words[verb.start : verb.end + _NEAR]
    return bool(_MUTUALLY & set(words)) or any(words[t : t + 2] == ["l'", "autre"] for t in range(len(words)))


def _rest_end(scene: Scene, verb: VerbGroup, rest: tuple[str, ...]) -> int:
    """Return where the fixed words *rest* end after the verb, 0 if they do not follow."""
    if not rest:
        return verb.end
    limit = min(verb.end + 12, len(scene.words))
    at = scene.skip_adverbs(verb.end, limit)
    if verb.clitic_subject is not None and verb.clitic_subject >= verb.end:
        at = scene.skip_adverbs(verb.clitic_subject + 1, limit)
    if rest == ("à",) and at < limit and scene.words[at] in {"auprès", "envers", "devant"}:
        at = scene.skip_phrase(at, min(at + _FAR, len(scene.words)))  # "s'est engagé auprès de X à"
        at += scene.words[at - 1 : at + 1][-1:] == [","]
        limit = at + 1
    for number, word in enumerate(rest):
        if number and word in DE:
            at = scene.skip_adverbs(at, limit)  # "a fait état hier de"
        if number and number == len(rest) - 1 and word == "de" and _given(scene, at, limit):
            return at  # "a fait part à X de": the complement goes over X
        if at >= limit or scene.words[at] not in _CONTRACTS.get(word, (word,)):
            return 0
        at += 1
    return at


def _given(scene: Scene, at: int, limit: int) -> bool:
    """Tell whether somebody spoken to stands at *at*, no infinitive."""
    return at < limit and scene.words[at] in A and not scene.is_infinitive(at + 1)


def cue_words(scene: Scene, verb: VerbGroup, start: int, end: int) -> list[Span]:
    """Return the words of the cue: pronouns, auxiliary, inverted subject, verb, its fixed words; no adverbs."""
    led = verb.start > 0 and scene.words[verb.start - 1] in {"s'", "se"}
    begin = start if verb.reflexive or verb.negated else verb.start - led
    last = max(end, (verb.clitic_subject if verb.clitic_subject is not None else -1) + 1)
    if verb.negated and scene.words[last : last + 1] and scene.words[last] in _NEGATIONS:
        last += 1  # "ne cache pas"
    pieces: list[Span] = []
    for at in range(begin, last):
        word = scene.words[at]
        kept = at >= verb.head or at == verb.start or scene.pos[at] in {"AUX", "VERB"} or word[:1] == "-" or word == "t"
        kept = kept or (at < verb.start and word in CLITICS) or (verb.negated and word in _NEGATIONS)
        kept = kept or (at == verb.head - 1 and word in {"à", "de", "d'"})  # "a tenu à préciser"
        kept = kept and not (verb.end <= at < end - 1 and "auprès" in scene.words[verb.end : at + 1])
        if not kept or scene.doc[at].is_space or word in {",", "«", '"', "“"}:
            continue
        if pieces and pieces[-1][1] == at:
            pieces[-1] = (pieces[-1][0], at + 1)
        else:
            pieces.append((at, at + 1))
    return pieces or [(verb.start, verb.end)]
