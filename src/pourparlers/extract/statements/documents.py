"""Documents that speak for their issuer: "le communiqué du ministère", "la lettre signée par X"."""

from __future__ import annotations

from pourparlers.extract.statements.drafts import Subject
from pourparlers.extract.statements.joins import joined
from pourparlers.extract.statements.lexicon import speech_nouns
from pourparlers.extract.statements.memory import Memory
from pourparlers.extract.statements.patterns import CONTRACTED, DE, GIVES, PREPOSITIONS
from pourparlers.extract.statements.scene import ACTORS, Scene
from pourparlers.model import Ref

# Parts of a document: "la conclusion du communiqué" speaks as the communiqué.
_ANY = frozenset({"texte", "document"})
_PARTS = frozenset(
    {"conclusion", "texte", "début", "fin", "préambule", "passage", "extrait", "version", "teneur", "copie"}
)


def document(scene: Scene, memory: Memory, at: int, limit: int) -> Subject | None:
    """Return the issuer of the document named at *at* ("le communiqué du ministère", "la même source")."""
    words = scene.words
    head = next((t for t in range(at, min(at + 5, limit)) if words[t] in speech_nouns()), None)
    inside = [words[t] for t in range(at + 1, head)] if head is not None else []
    if head is None or (any(w in PREPOSITIONS - {"des"} for w in inside) and not _PARTS & {words[at], *inside}):
        return None
    noun = speech_nouns()[words[head]]
    if noun.kind not in {"document", "occasion"}:
        return None
    end = max(scene.phrase_end(at, limit), head + 1)
    refs, end = issuer(scene, head, end, limit)
    unit = scene.unit(head)
    if (
        len(refs) == 1
        and unit is not None
        and any(m.kind == "adjective" and m.refs == refs for m in scene.entities.within(head, end))
    ):
        refs = memory.state_body(refs[0], unit.paragraph)
    if refs:
        memory.issuers[noun.noun] = refs
    else:
        refs = memory.issuers.get(noun.noun, ()) or (memory.last_issuer() if noun.noun in _ANY else ())
    return Subject(refs, at, end, "document" if refs else "unknown", document=words[head])


def issuer(scene: Scene, head: int, end: int, limit: int) -> tuple[tuple[Ref, ...], int]:
    """Return the actors that issued the document whose noun is *head*: "du ministère", "russe", "signé par X"."""
    for mention in scene.entities.within(head + 1, end):
        if mention.refs and mention.kind in ACTORS | {"adjective"} and mention.start <= head + 4:
            return mention.refs, max(end, mention.end)
    for at in range(end, min(end + 3, limit - 1)):
        verb = scene.verb_at.get(at - 1)
        if scene.words[at] == "par" and verb is not None and verb.verb not in GIVES:
            break  # "consulté par l'agence"
        if scene.words[at] == "par" or (scene.words[at] in DE and at == end):
            follower = scene.actor(at + 1) or (scene.actor(at) if scene.words[at] in CONTRACTED else None)
            if follower and follower.refs:
                refs, stop, _ = joined(scene, follower, limit)
                return refs, stop
    return (), end
