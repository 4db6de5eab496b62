"""What was said: the complement a verb of saying governs, and how far it reaches."""

from __future__ import annotations

from functools import cache

from pourparlers.extract.statements.drafts import Complement, Cue, Reach, Span
from pourparlers.extract.statements.lexicon import SpeechVerb, plain_verbs, speech_nouns, speech_verbs
from pourparlers.extract.statements.patterns import (
    A,
    ASIDE_PHRASES,
    ASIDES,
    CLITICS,
    CONTRACTED,
    COORDINATION,
    DE,
    PREPOSITIONS,
    QUE,
    RELATIVES,
    SENTENCE_END,
    SOCIAL_MEDIA,
    SPEAKING_NOUNS,
)
from pourparlers.extract.statements.scene import Scene
from pourparlers.language.document import VerbGroup

_ASIDE_PHRASES = {first: [p for p in ASIDE_PHRASES if p[0] == first] for first in {p[0] for p in ASIDE_PHRASES}}
_PAST = frozenset({"perfect", "pluperfect", "past"})
_SHIFTED = frozenset({"imperfect", "conditional", "pluperfect", "conditional-perfect"})
# Prepositions that stay with the content: "contre tout acte", "en faveur d'une trêve".
_KEPT = frozenset({"en"})
_OBJECT_FRAMES = frozenset({"qn-de", "qn-a", "qn-que", "qn-prep"})
_OBJECT_ROLES = frozenset({"addressee", "target", "speaker"})


def complement(scene: Scene, cue: Cue, limit: int) -> Complement | None:
    """Return the complement of the first sense of *cue* that finds one before token *limit*."""
    for entry, end in cue.entries:
        found = _complement(scene, cue, entry, end, limit)
        if found and fits(scene, cue, found):
            return found
    return None


def _complement(scene: Scene, cue: Cue, entry: SpeechVerb, end: int, limit: int) -> Complement | None:
    """Walk from the cue over what may stand between, to the content."""
    objects: list[Span] = []
    datives: list[Span] = []
    frames, words = entry.frames, scene.words
    at = end

    def made(kind: str, start: int, first: int) -> Complement | None:
        pieces = extent(scene, Reach.of(cue), first, limit, kind)
        if kind in {"np", "quote"} and not datives:
            pieces, given = dative(scene, cue, pieces)
            if given is not None:
                datives.append(given)
        return Complement(kind, start, pieces, entry, tuple(objects), tuple(datives), end) if pieces else None

    while True:
        at = scene.skip_adverbs(at, limit)
        if at >= limit:
            return None
        word = words[at]
        if word in {",", "-", "–", "—"}:
            after = _over_insertion(scene, at, limit) if entry.tier != "C" else at
            if after == at:
                return None
            at = after
            continue
        if word in QUE:
            return made("que", at, at + 1) if frames & {"que", "qn-que", "a-qn-que"} else None
        if word in {"si", "s'"} and "si" in frames:
            return made("si", at, at + 1)
        if word == ":":
            return _after_colon(scene, cue, entry, at, limit, tuple(objects), tuple(datives), end)
        if at in scene.opens:
            quote = scene.quotes[scene.opens[at]]
            if words[quote.start] in QUE:
                return made("que", at, quote.start + 1)
            if entry.object_role in {"addressee", "target"} and objects:
                return None
            return made("quote", at, at)
        if scene.is_infinitive(at):
            return made("inf", at, at) if frames & {"inf"} or entry.rest else None
        if word in DE:
            if scene.is_infinitive(at + 1):
                return made("inf", at, at + 1) if frames & _WITH_DE or "de" in entry.wants("needs") else None
            if at + 1 in scene.opens and scene.is_infinitive(scene.quotes[scene.opens[at + 1]].start):
                return made("inf", at, at + 1)
            if words[at + 1 : at + 3] == ["ce", "que"] and frames & _WITH_DE | {"que"}:
                return made("que", at, at + 3)
            if at + 1 in scene.opens and frames & {"qn-de", "de-qn"}:
                return made("np", at, at + 1 if objects or "qn-de" not in frames else at)
            if "de-qn" in frames or (objects and "qn-de" in frames) or entry.rest[-1:] == ("de",):
                return made("np", at, at if word in CONTRACTED else at + 1)
            if word in {"des", "du", "de", "d'"} and "np-object" in frames and scene.phrase_end(at + 1, limit) > at + 1:
                return made("np", at, at)
        elif word in A:
            if scene.is_infinitive(at + 1) or (at + 1 in scene.opens and objects):
                return made("inf", at, at + 1) if frames & {"inf-a", "qn-a", "prep"} else None
            if objects and "qn-a" in frames:
                return made("np", at, at if word in CONTRACTED else at + 1)
            if "prep" in frames and ("à" in entry.wants("prep") or _thing_after(scene, entry, at)):
                return made("np", at, at if word in CONTRACTED else at + 1)
            end_of = _coordinated(scene, at + 1, limit)
            if end_of > at + 1:
                datives.append((at + 1, end_of))
                at = end_of
                continue
        kept = _prepositional(scene, entry, at)
        if kept is not None:
            kind, first = kept
            return made(kind, at, first)
        if word in PREPOSITIONS:
            after = scene.skip_phrase(at, limit)
            if after == at:
                return None
            at = after
            continue
        if "adj" in frames and (scene.pos[at] == "ADJ" or _is_participle(scene, at) or word in {"très", "plus"}):
            return made("adj", at, at)
        if entry.rest and entry.rest[-1] == "à" and frames & {"a-qn-de", "a-qn-que"} and not datives:
            phrase = _coordinated(scene, at, limit)
            if phrase > at:
                datives.append((at, phrase))
                at = phrase
                continue
        if entry.rest and entry.rest[-1] in _GOVERN and not objects:
            phrase = _coordinated(scene, at, limit)
            if entry.object_role == "addressee" and phrase < limit and words[scene.skip_adverbs(phrase, limit - 1)] == "pour":
                objects.append((at, phrase))
                at = scene.skip_adverbs(phrase, limit)
                if scene.is_infinitive(at + 1):
                    return made("inf", at, at + 1)
            if words[at : at + 2] == ["le", "fait"] and words[at + 2 : at + 3] and words[at + 2] in QUE:
                return made("que", at, at + 3)
            return made("np", at, at)
        phrase = _coordinated(scene, at, limit)
        if phrase == at:
            return None
        if "qn-de" in frames and entry.object_role in {"addressee", "target"}:
            phrase = _before_de(scene, at, phrase)
        if entry.acts[0][0] == "judge" and frames & {"qn-de", "comme"} and _governs(scene, entry, phrase, limit):
            return made("np", at, at)
        if not objects and entry.object_role in _OBJECT_ROLES and _governs(scene, entry, phrase, limit):
            if not _animate(scene, at, phrase, limit):
                return None
            objects.append((at, phrase))
            at = phrase
            continue
        if "np-object" in frames and not objects:
            that = _feeling_that(scene, at, limit)
            if that:
                end = that
                return made("que", that, that + 1)
            return made("np", at, at)
        if frames & {"que", "qn-que"} and words[phrase : phrase + 1] and words[phrase] in QUE | {":"}:
            objects.append((at, phrase))
            at = phrase
            continue
        return None


_GOVERN = frozenset({"à", "de", "contre", "sur", "pour", "comme", "dans"})
_WITH_DE = frozenset({"inf-de", "qn-de", "a-qn-de", "de-qn"})


_FEELINGS = frozenset(
    {"espoir", "espoirs", "fierté", "conviction", "certitude", "crainte", "craintes", "souhait", "regret", "vœu", "idée",
     "espérance", "sentiment", "satisfaction", "inquiétude", "volonté", "certitudes", "assurance", "garantie"}
)  # fmt: skip


def _feeling_that(scene: Scene, at: int, limit: int) -> int:
    """Return the token "que" of "son espoir que …", 0 if the object is no such noun with a clause."""
    for token in range(at, min(at + 5, limit - 1)):
        if scene.words[token] in _FEELINGS:
            follower = token + 1 + (scene.pos[token + 1] == "ADJ")
            return follower if follower < limit and scene.words[follower] in QUE else 0
    return 0


def _animate(scene: Scene, at: int, end: int, limit: int) -> bool:
    """Tell whether the object may be spoken to or of: an actor, people, or anything before a further clause."""
    after = scene.skip_adverbs(end, limit)
    if after < limit and (scene.words[after] not in DE or scene.is_infinitive(after + 1) or after + 1 in scene.opens):
        return True
    mention = scene.phrases.get(at)
    if mention is not None and mention.kind != "place":
        return True
    return scene.words[at] in {"son", "sa", "ses", "leur", "leurs"} or any(w in SPEAKING_NOUNS for w in scene.words[at:end])


def _before_de(scene: Scene, at: int, end: int) -> int:
    """Return the end of an object whose "de" brings the verb's other complement: "informer ses voisins de la fermeture"."""
    mention = scene.phrases.get(at)
    if mention is not None and mention.refs:
        return end
    return next((t for t in range(at + 1, end) if scene.words[t] in DE and scene.words[t - 1] not in {"Etats"}), end)


def _thing_after(scene: Scene, entry: SpeechVerb, at: int) -> bool:
    """Tell whether "à" brings the content of a locution ("lancer un appel à la paix"), not somebody spoken to."""
    if not entry.rest or entry.wants("prep"):
        return False
    mention = scene.phrases.get(at if scene.words[at] in CONTRACTED else at + 1)
    person = mention is not None or scene.words[at] == "aux"
    return not (person and entry.frames & {"a-qn-de", "a-qn-que"})


def _coordinated(scene: Scene, at: int, limit: int) -> int:
    """Return the end of a noun phrase and those joined to it by "et" or commas ("à Paris, à Rome et à Berlin")."""
    end = scene.phrase_end(at, limit)
    while at < end < limit - 1 and scene.words[end] in {"et", "ainsi", "ou"}:
        after = end + 1
        if scene.words[after] in A | DE | {"que", "qu'"}:
            after += 1
        further = scene.phrase_end(after, limit) if after in scene.phrases else after
        if further == after or _finite_soon(scene, further, limit):
            break
        end = further
    return end


def _finite_soon(scene: Scene, at: int, limit: int) -> bool:
    """Tell whether a finite verb follows at once: the phrase before is its subject."""
    at = scene.skip_adverbs(at, limit)
    while at < limit and scene.words[at] in CLITICS:
        at += 1
    verb = scene.verb_at.get(at) if at < limit else None
    return verb is not None and verb.finite and verb.start <= at


def _governs(scene: Scene, entry: SpeechVerb, at: int, limit: int) -> bool:
    """Tell whether after the object the verb's further complement follows."""
    at = scene.skip_adverbs(at, limit)
    while at < limit and scene.words[at] in {",", "à", "dans", "lors"} and not scene.is_infinitive(at + 1):
        if scene.words[at] == "à" and "qn-a" in entry.frames:
            return True
        after = _over_insertion(scene, at, limit) if scene.words[at] == "," else scene.skip_phrase(at, limit)
        if after == at:
            break
        at = scene.skip_adverbs(after, limit)
    if at >= limit:
        return False
    word, frames = scene.words[at], entry.frames
    if word in QUE or word == ":" or at in scene.opens:
        return bool(frames & {"que", "qn-que", "direct-quote-colon"})
    if word in DE and "qn-de" in frames:
        return True
    if word in A and "qn-a" in frames:
        return True
    if word == "comme" and "comme" in frames:
        return True
    return "qn-prep" in frames and word in {"contre", "sur", "pour", "en"}


def _prepositional(scene: Scene, entry: SpeechVerb, at: int) -> tuple[str, int] | None:
    """Return (kind, first token of the content) if the preposition at *at* is the one the verb governs."""
    word = scene.words[at]
    if word == "comme" and "comme" in entry.frames | entry.wants("needs"):
        return "np", at + 1
    governed = {g.split()[0] for g in entry.wants("prep") | entry.wants("needs")}
    if not governed and entry.rest and "prep" in entry.frames and word in {"pour", "contre", "sur"}:
        governed = {word}
    qn = "qn-prep" in entry.frames and word in {"contre", "sur", "pour"}
    if (word not in governed or "prep" not in entry.frames) and not qn:
        return None
    if word not in {"pour", "contre", "sur", "en", "dans", "vers"}:
        return None
    if scene.words[at + 1 : at + 4] == ["le", "fait", "que"] or scene.words[at + 1 : at + 4] == ["le", "fait", "qu'"]:
        return "que", at + 4
    return ("prep", at) if word in _KEPT else ("np", at + 1)


def _is_participle(scene: Scene, at: int) -> bool:
    verb = scene.verb_at.get(at)
    return verb is not None and verb.tense == "participle"


def _over_insertion(scene: Scene, at: int, limit: int) -> int:
    """Return the token after an insertion between commas or dashes that opens at *at*; *at* if there is none.

    ", mercredi à l'issue du sommet, que": the comma pair holds circumstances, no clause.
    """
    mark = scene.words[at]
    nxt = scene.skip_adverbs(at + 1, limit)
    if nxt < limit and (scene.words[nxt] in QUE | {":"} or nxt in scene.opens):
        return nxt
    if nxt < limit and nxt > at + 1 and scene.words[nxt] == mark:
        return nxt + 1
    for close in range(at + 1, min(at + 30, limit)):
        if scene.words[close] == mark:
            opener = scene.words[at + 1]
            if opener in PREPOSITIONS | RELATIVES or at + 1 in scene.time_at or scene.pos[at + 1] in {"ADV", "ADP"}:
                return close + 1
            return at
        if close in scene.opens and mark == ",":
            return close if scene.words[at + 1] in PREPOSITIONS else at
    return at


def _after_colon(
    scene: Scene,
    cue: Cue,
    entry: SpeechVerb,
    at: int,
    limit: int,
    objects: tuple[Span, ...],
    datives: tuple[Span, ...],
    end: int,
) -> Complement | None:
    """Return the words after a colon: the quotation, or without one the rest of the sentence."""
    nxt = at + 1
    while nxt < limit and scene.doc[nxt].is_space:
        nxt += 1
    if nxt in scene.opens:
        quote = scene.quotes[scene.opens[nxt]]
        content: tuple[Span, ...] = ((quote.start, quote.end),)
        rest = extent(scene, Reach.of(cue), nxt, limit, "quote")
        if rest and rest[-1][1] > quote.outer_end + 2:
            content = rest
        return Complement("colon", at, content, entry, objects, datives, end)
    if entry.tier != "A" or "direct-quote-colon" not in entry.frames:
        return None
    pieces = extent(scene, Reach.of(cue), nxt, limit, "que")
    return Complement("colon", at, pieces, entry, objects, datives, end) if pieces else None


def fits(scene: Scene, cue: Cue, found: Complement) -> bool:
    """Tell whether the complement meets the guards of its entry."""
    entry = found.entry
    quoted = any(scene.quote_at[t] >= 0 for begin, end in found.content for t in range(begin, end))
    needs = entry.wants("needs")
    if entry.tier == "C" and not quoted and not entry.guards.keys() & {"needs", "obj-only", "subj", "prep"}:
        return False
    kinds = {"quote": quoted, "que": found.kind in {"que", "si"}, "inf": found.kind == "inf", "si": found.kind == "si",
             "de+inf": found.kind == "inf", "inf-de": found.kind == "inf", "à+inf": found.kind == "inf"}  # fmt: skip
    known = [kinds[n] for n in needs if n in kinds]
    if known and not any(known) and not needs - kinds.keys():
        return False
    head = _head_noun(scene, found)
    if found.kind == "np" and not quoted and _only_actor(scene, *found.content[0]):
        return False
    if entry.tier == "C" and entry.rest and found.kind == "np" and _other_saying(scene, found):
        return False
    if found.kind in {"np", "adj"} and not found.objects:
        if head in _stems(entry.wants("obj-not")) or ("NP" in entry.wants("obj-not") and not quoted):
            return False
        only = entry.wants("obj-only")
        if only and head not in _stems(only) and not quoted and not any(_stem(o.split()[0]) == head for o in only if " " in o):
            return False
        if entry.tier == "C" and not only and not quoted and "quote" in needs:
            return False
    return True


def _head_noun(scene: Scene, found: Complement) -> str:
    """Return the first noun of the content, lower case."""
    begin, end = found.content[0]
    for at in range(begin, min(end, begin + 6)):
        noun = scene.pos[at] in {"NOUN", "PROPN"} or (scene.pos[at] == "VERB" and at not in scene.verb_at)
        if noun or (found.kind == "adj" and scene.pos[at] in {"ADJ", "VERB"}):
            return _stem(scene.words[at])
    return ""


def _only_actor(scene: Scene, begin: int, end: int) -> bool:
    """Tell whether the content is nothing but somebody's name: "soutient Taipei" says nothing."""
    mention = scene.phrases.get(begin)
    return mention is not None and mention.end >= end and mention.kind not in {"place", "pronoun"}


def _other_saying(scene: Scene, found: Complement) -> bool:
    """Tell whether the content is another's saying ("la proposition du ministre de …"): that one is the statement."""
    begin, end = found.content[0]
    for at in range(begin, min(begin + 3, end - 1)):
        noun = speech_nouns().get(scene.words[at])
        if noun is not None and noun.kind == "act" and scene.words[at + 1] in DE:
            return True
    return False


def _stem(word: str) -> str:
    """Return the word without the marks of plural and feminine: near enough to compare two forms of one word."""
    return word.rstrip("sx").removesuffix("e") if len(word) > 3 else word


@cache
def _stems(words: frozenset[str]) -> frozenset[str]:
    return frozenset(_stem(word.lower()) for word in words)


# ------------------------------------------------------------------------------------------------ how far it reaches
def extent(scene: Scene, reach: Reach, start: int, limit: int, kind: str) -> tuple[Span, ...]:
    """Return the pieces of a content that starts at *start*, its incises and what goes on after it left out."""
    at, words = start, scene.words
    while at < limit:
        if at in scene.opens:
            at = max(scene.quotes[scene.opens[at]].outer_end, at + 1)
            if at < limit and at > start + 1 and _incise_at(scene, at, limit):
                break
            continue
        word = words[at]
        if word == ":" and kind != "que" and at + 1 < limit and (at + 1 in scene.opens or at + 2 in scene.opens):
            break
        if word == "(":
            at = _matching(scene, at, limit)
            continue
        if word in SENTENCE_END and scene.quote_at[at] < 0:
            break
        if word in {"-", "–", "—", ")"} and _closes_aside(scene, reach, at):
            break
        if _breaks(scene, reach, start, at, limit, kind):
            break
        at += 1
    return trim(scene, start, min(at, limit))


_GIVING = frozenset({"promettre", "offrir", "proposer", "transmettre", "exprimer", "faire", "adresser", "témoigner", "attribuer",
                     "imputer", "demander", "réclamer", "présenter", "apporter", "communiquer", "notifier", "donner", "garantir",
                     "recommander", "déconseiller", "refuser", "interdire", "imposer", "suggérer", "conseiller"})  # fmt: skip


def dative(scene: Scene, cue: Cue, pieces: tuple[Span, ...]) -> tuple[tuple[Span, ...], Span | None]:
    """Return the pieces of a nominal content without the addressee at its end, and that: "une aide … à l'Arménie"."""
    if not pieces or cue.verb.verb not in _GIVING:
        return pieces, None
    begin, end = pieces[-1]
    for mention in scene.entities.within(begin + 1, end):
        if mention.end != end or mention.kind not in {"person", "post", "institution", "state", "group"}:
            continue
        contracted = scene.words[mention.start] in {"au", "aux"}
        cut = mention.start if contracted else mention.start - 1
        if cut > begin and (contracted or scene.words[cut] == "à") and not (cut - 1 in scene.verb_at):
            return (*pieces[:-1], (begin, cut)), (mention.start, mention.end)
    return pieces, None


def trim(scene: Scene, start: int, end: int) -> tuple[Span, ...]:
    """Return the span without the commas, dashes and white space at its ends; nothing if no word is left."""
    loose = {",", ";", ":", "-", "–", "—", ".", "et", "mais"}
    while start < end and (scene.words[start] in loose - {"et", "mais"} or scene.doc[start].is_space):
        start += 1
    while end > start and (scene.words[end - 1] in loose or scene.doc[end - 1].is_space):
        end -= 1
    return ((start, end),) if any(scene.doc[t].is_alpha or scene.doc[t].like_num for t in range(start, end)) else ()


def _matching(scene: Scene, at: int, limit: int) -> int:
    for close in range(at + 1, min(at + 40, limit)):
        if scene.words[close] == ")":
            return close + 1
    return at + 1


def _closes_aside(scene: Scene, reach: Reach, at: int) -> bool:
    """Tell whether the dash or bracket at *at* closes the aside in which the cue itself stands."""
    if scene.words[at] != ")" and not (
        at + 1 < len(scene.doc) and scene.doc[at].whitespace_ or scene.words[at + 1] == ","
    ):
        return False
    opening = "(" if scene.words[at] == ")" else scene.words[at]
    for back in range(reach.start - 1, max(reach.start - 25, -1), -1):
        if scene.words[back] == opening:
            return True
        if scene.words[back] in {".", ")", "!", "?"}:
            return False
    return False


def _breaks(scene: Scene, reach: Reach, start: int, at: int, limit: int, kind: str) -> bool:
    """Tell whether the content ends before token *at*: what follows belongs to the reporting clause."""
    word, words = scene.words[at], scene.words
    if at == start:
        return False
    if word == ",":
        nxt = scene.skip_adverbs(at + 1, limit)
        if nxt >= limit:
            return True
        if words[nxt] in COORDINATION:
            nxt = scene.skip_adverbs(nxt + 1, limit)
            return nxt < limit and _resumes(scene, reach, start, nxt, limit, kind)
        return _leaves(scene, nxt, limit, kind) or _resumes(scene, reach, start, nxt, limit, kind)
    if word in {"et", "mais", "puis", "ou"}:
        nxt = scene.skip_adverbs(at + 1, limit)
        return nxt < limit and _resumes(scene, reach, start, nxt, limit, kind)
    if word in {"tout", "en"} or word in {"tandis", "avant"}:
        return _leaves(scene, at, limit, kind, comma=False)
    if word in {"dans", "lors", "sur"} and kind != "que" and _medium_phrase(scene, at):
        return True
    if word == "lors" and kind != "que" and at - 1 not in scene.verb_at:
        return True  # the occasion of the saying; "survenus lors de" belongs to the content
    if word in {"selon"} and kind != "que" and scene.words[at + 1 : at + 2] not in (["laquelle"], ["lequel"]):
        return at + 1 in scene.phrases
    return False


def _medium_phrase(scene: Scene, at: int) -> bool:
    """Tell whether "dans un communiqué", "lors d'un point de presse", "sur Twitter" stands at *at*."""
    words = scene.words
    if words[at] == "sur":
        return words[at + 1 : at + 2] != [] and words[at + 1] in SOCIAL_MEDIA
    for token in range(at + 1, min(at + 4, len(words))):
        noun = speech_nouns().get(words[token])
        if noun is not None and noun.medium and words[token - 1] in {"un", "une", "son", "sa", "leur"}:
            return True
        if words[token] == "point" and words[token + 1 : token + 3] == ["de", "presse"]:
            return True
    return False


def _incise_at(scene: Scene, at: int, limit: int) -> bool:
    """Tell whether an incise opens at *at*: a finite verb of saying, its subject behind it."""
    first = at
    while first < limit and scene.words[first] in {"s'", "se", "l'"}:
        first += 1
    verb = scene.verb_at.get(first) if first < limit else None
    if verb is None or verb.start != first or not verb.finite or verb.verb not in speech_verbs():
        return False
    if verb.clitic_subject is not None:
        return True
    after = scene.skip_adverbs(verb.end, limit)
    while after < limit and scene.words[after] in PREPOSITIONS and after not in scene.phrases:
        further = scene.skip_adverbs(scene.skip_phrase(after, limit), limit)
        if further == after:
            break
        after = further
    if after >= limit or not any("incise" in e.frames for e in speech_verbs()[verb.verb]):
        return False
    noun = next((w for w in scene.words[after : after + 3] if w in speech_nouns()), "")
    actor = scene.actor(after)
    if actor is None and not (noun and speech_nouns()[noun].kind == "document"):
        return False
    end = scene.skip_adverbs(actor.end, limit) if actor is not None else after
    return actor is None or end >= limit or scene.words[end] not in QUE | {":", "à", "de", "d'"} and end not in scene.opens


def _leaves(scene: Scene, at: int, limit: int, kind: str, *, comma: bool = True) -> bool:
    """Tell whether at *at* a participle, an incise, a source or an aside of the reporting clause opens."""
    words = scene.words
    word = words[at]
    if word == "tout" and words[at + 1 : at + 2] == ["en"]:
        return True
    first = at + 1 if word == "en" else at
    while first < limit and words[first] in CLITICS:
        first += 1
    verb = scene.verb_at.get(first) if first < limit else None
    if verb is not None and verb.start <= first:
        saying = verb.verb in plain_verbs()
        if verb.tense == "gerund" and (saying or (kind != "que" and comma)):
            return True
        if verb.clitic_subject is not None and saying:
            return True
    if word in {"tandis"} or (
        word == "avant" and words[at + 1 : at + 2] in (["de"], ["d'"]) and _cue_soon(scene, at + 2, limit)
    ):
        return True
    if not comma:
        return False
    if _incise_at(scene, at, limit) or _summary(scene, at, limit):
        return True
    if word in {"selon", "d'après"} and words[at + 1 : at + 2] not in (
        ["laquelle"],
        ["lequel"],
        ["lesquels"],
        ["lesquelles"],
    ):
        return True
    if kind in {"np", "inf", "adj", "prep", "quote"}:
        if word in ASIDES:
            return True
        return any(tuple(words[at : at + len(phrase)]) == phrase for phrase in _ASIDE_PHRASES.get(word, ()))
    return False


def _summary(scene: Scene, at: int, limit: int) -> bool:
    """Tell whether a noun of saying takes up what was just said: ", des accusations rejetées par", ", une demande de X"."""
    words = scene.words
    if words[at] not in {"des", "une", "un", "ces", "cette", "ce"} or at + 2 >= limit:
        return False
    noun = speech_nouns().get(words[at + 1])
    if noun is None or noun.kind != "act":
        return False
    verb = scene.verb_at.get(at + 2)
    return words[at + 2] in {"de", "du", "des", "d'", "que", "qu'", "par"} or (verb is not None and verb.tense == "participle")


def _cue_soon(scene: Scene, at: int, limit: int) -> bool:
    verb = next((scene.verb_at[t] for t in range(at, min(at + 4, limit)) if t in scene.verb_at), None)
    return verb is not None and verb.verb in plain_verbs()


def _resumes(scene: Scene, reach: Reach, start: int, at: int, limit: int, kind: str) -> bool:
    """Tell whether a verb at *at* (after "et", "mais" or a comma) continues the reporting clause, not the content."""
    words = scene.words
    first = at
    while first < limit and words[first] in CLITICS:
        first += 1
    verb = scene.verb_at.get(first) if first < limit else None
    if verb is not None and verb.start == first and first not in scene.phrases:
        saying = verb.verb in plain_verbs()
        if verb.tense == "participle":
            return (
                saying
                and reach.tense in _PAST | {"perfect"}
                and not verb_takes_par(scene, verb)
                and words[at - 1] != ","
            )
        if not verb.finite or (words[at - 1] == "," and kind == "que"):
            return False
        if words[at - 1] == ",":
            return verb.person == 3  # the verb that a relative clause or an insertion parts from its subject
        if kind in {"np", "inf", "adj", "prep", "quote"}:
            return verb.plural == reach.plural and verb.person == 3
        return saying and verb.plural == reach.plural and _same_level(scene, reach, verb, start, at)
    mention = scene.actor(at) if at < limit else None
    if mention is None or mention.end >= limit:
        return False
    after = scene.skip_adverbs(mention.end, limit)
    while after < limit and words[after] in CLITICS:
        after += 1
    verb = scene.verb_at.get(after) if after < limit else None
    if verb is None or not verb.finite or verb.start > after:
        return False
    if kind in {"np", "inf", "adj", "prep"}:
        return True
    return (
        verb.verb in plain_verbs() and verb.tense == reach.tense and verb.tense in _PAST and _shifted(scene, start, at)
    )


def verb_takes_par(scene: Scene, verb: VerbGroup) -> bool:
    """Tell whether "par" follows the participle."""
    return scene.words[verb.end : verb.end + 1] == ["par"]


def _same_level(scene: Scene, reach: Reach, verb: VerbGroup, start: int, at: int) -> bool:
    """Tell whether a verb without subject stands beside the cue: its tense is the cue's, not that of the clause between."""
    if reach.tense in _PAST:
        return verb.tense in _PAST and _shifted(scene, start, at)
    return verb.tense == reach.tense and not any(v.tense == verb.tense and v.finite for v in _verbs(scene, start, at))


def _shifted(scene: Scene, start: int, end: int) -> bool:
    """Tell whether the first finite verb between is in a tense that reported speech shifts to."""
    first = next((v for v in _verbs(scene, start, end) if v.finite), None)
    return first is None or first.tense in _SHIFTED | {"subjunctive", "present", "future"}


def _verbs(scene: Scene, start: int, end: int) -> list[VerbGroup]:
    found: list[VerbGroup] = []
    for at in range(start, end):
        verb = scene.verb_at.get(at)
        if verb is not None and verb.head == at and scene.quote_at[at] < 0:
            found.append(verb)
    return found
