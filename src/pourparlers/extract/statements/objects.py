"""The objects and complements a verb of saying takes on the way to its content."""

from __future__ import annotations

from pourparlers.extract.statements.lexicon import SpeechVerb
from pourparlers.extract.statements.patterns import (
    CLITICS,
    CONTRACTED,
    DE,
    FEELINGS,
    PREPOSITIONS,
    QUE,
    RELATIVES,
    SPEAKING_NOUNS,
    A,
)
from pourparlers.extract.statements.scene import Scene

# Prepositions that stay with the content: "en faveur d'une trêve".
_KEPT = frozenset({"en"})


def feeling_that(scene: Scene, at: int, limit: int) -> int:
    """Return the token "que" of "son espoir que …", 0 if the object is no such noun with a clause."""
    for token in range(at, min(at + 5, limit - 1)):
        if scene.words[token] in FEELINGS:
            follower = token + 1 + (scene.pos[token + 1] == "ADJ")
            return follower if follower < limit and scene.words[follower] in QUE else 0
    return 0


def animate(scene: Scene, at: int, end: int, limit: int) -> bool:
    """Tell whether the object may be spoken to or of: an actor, people, or anything before a further clause."""
    after = scene.skip_adverbs(end, limit)
    if after < limit and (scene.words[after] not in DE or scene.is_infinitive(after + 1) or after + 1 in scene.opens):
        return True
    mention = scene.phrases.get(at)
    if mention is not None and mention.kind != "place":
        return True
    return scene.words[at] in {"son", "sa", "ses", "leur", "leurs"} or any(
        w in SPEAKING_NOUNS for w in scene.words[at:end]
    )


def before_de(scene: Scene, at: int, end: int) -> int:
    """Return the end of an object whose "de" brings the other complement: "informer ses voisins de la fermeture"."""
    mention = scene.phrases.get(at)
    if mention is not None and mention.refs:
        return end
    return next((t for t in range(at + 1, end) if scene.words[t] in DE and scene.words[t - 1] != "etats"), end)


def thing_after(scene: Scene, entry: SpeechVerb, at: int) -> bool:
    """Tell whether "à" brings the content of a locution ("lancer un appel à la paix"), not somebody spoken to."""
    if not entry.rest or entry.wants("prep"):
        return False
    mention = scene.phrases.get(at + 1) or (scene.phrases.get(at) if scene.words[at] in CONTRACTED else None)
    person = mention is not None or scene.words[at] == "aux"
    return not (person and entry.frames & {"a-qn-de", "a-qn-que"})


def coordinated(scene: Scene, at: int, limit: int) -> int:
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


def governs(scene: Scene, entry: SpeechVerb, at: int, limit: int) -> bool:
    """Tell whether after the object the verb's further complement follows."""
    at = scene.skip_adverbs(at, limit)
    while at < limit and scene.words[at] in {",", "à", "dans", "lors"} and not scene.is_infinitive(at + 1):
        if scene.words[at] == "à" and "qn-a" in entry.frames:
            return True
        after = over_insertion(scene, at, limit) if scene.words[at] == "," else scene.skip_phrase(at, limit)
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


def infinitive_later(scene: Scene, at: int, limit: int) -> int:
    """Return the token of a later "à" with an infinitive ("les participants au sommet, tenu ici, à ouvrir"), or 0."""
    end = scene.skip_phrase(at, limit)
    if end == at:
        return 0
    if end < limit and scene.words[end] == ",":
        close = next((t for t in range(end + 1, min(end + 30, limit)) if scene.words[t] == ","), 0)
        inner = (scene.verb_at[t] for t in range(end + 1, close) if t in scene.verb_at)
        end = close + 1 if close and not any(verb.finite for verb in inner) else end
    return end if end < limit and scene.words[end] == "à" and scene.is_infinitive(end + 1) else 0


def prepositional(scene: Scene, entry: SpeechVerb, at: int) -> tuple[str, int] | None:
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


def _over_name(scene: Scene, comma: int, limit: int) -> int:
    """Return the token behind the comma, or behind the name it apposes: "par la voix de son ministre, Jan Maas,"."""
    name = scene.phrases.get(comma + 1)
    apposed = name is not None and name.kind == "person" and name.end < limit and scene.words[name.end] == ","
    return name.end + 1 if apposed and name is not None else comma + 1


def _within(scene: Scene, comma: int) -> bool:
    """Tell whether the comma stands inside a name with its post: "son ministre de la Défense, Jan Maas"."""
    mention = scene.entities.covering(comma)
    return mention is not None and mention.start < comma < mention.end - 1


def over_insertion(scene: Scene, at: int, limit: int) -> int:
    """Return the token after an insertion between commas or dashes that opens at *at*; *at* if there is none.

    ", mercredi à l'issue du sommet, que": the comma pair holds circumstances, no clause.
    """
    mark = scene.words[at]
    before = scene.ending(at - 1, 0)
    if mark == "," and before is not None and "," in scene.words[before.start : before.end]:
        return at + 1  # "auprès de son homologue, Jan Maas, à": the comma closes the name
    nxt = scene.skip_adverbs(at + 1, limit)
    if nxt < limit and (scene.words[nxt] in QUE | {":"} or nxt in scene.opens):
        return nxt
    if nxt < limit and nxt > at + 1 and scene.words[nxt] == mark:
        return nxt + 1
    for close in range(at + 1, min(at + 30, limit)):
        if scene.words[close] == mark and not _within(scene, close):
            opener = scene.words[at + 1]
            if opener in PREPOSITIONS | RELATIVES or at + 1 in scene.time_at or scene.pos[at + 1] in {"ADV", "ADP"}:
                return _over_name(scene, close, limit)
            return at
        if close in scene.opens and mark == ",":
            return close if scene.words[at + 1] in PREPOSITIONS else at
    return at
