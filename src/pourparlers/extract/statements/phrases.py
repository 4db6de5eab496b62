"""The speaker that a noun phrase names, describes or stands for."""

from __future__ import annotations

from pourparlers.extract.mentions import Mention
from pourparlers.extract.statements.documents import document
from pourparlers.extract.statements.drafts import Subject
from pourparlers.extract.statements.joins import joined
from pourparlers.extract.statements.memory import Memory
from pourparlers.extract.statements.patterns import CONTRACTED, DE, PREPOSITIONS, SPEAKING_NOUNS
from pourparlers.extract.statements.scene import Scene

# Parts of a body that speak for it.
_OFFICES = frozenset({"service", "services", "bureau", "cellule", "secrétariat", "cabinet", "entourage", "bureaux"})
_GENDER = {"le": "il", "ce": "il", "cet": "il", "la": "elle", "cette": "elle"}
_RANK = 6
_PLURAL = frozenset({"les", "des", "ces", "ses", "leurs", "plusieurs", "quelques", "certains", "deux", "trois"})


def phrase_subject(scene: Scene, memory: Memory, at: int, limit: int) -> Subject | None:
    """Return the subject that the noun phrase at *at* is, with the phrases joined to it."""
    mention = scene.phrases.get(at)
    if mention is None or mention.kind == "place" or not mention.refs:
        issued = document(scene, memory, at, limit)
        if issued is not None:
            return issued
    if mention is not None and mention.kind != "pronoun":
        refs, end, plural = joined(scene, mention, limit)
        if refs:
            return Subject(refs, at, end, mention.kind, plural=plural)
        inner = apposed(scene, at, _with_body(scene, mention.end, limit), limit)
        if inner is not None:
            refs, stop, plural = joined(scene, inner, limit)
            return Subject(refs, at, stop, inner.kind, plural=plural)
        if mention.kind != "place":
            end = max(end, _with_complements(scene, mention.end, limit))
            return unnamed(scene, memory, at, end, mention)
        actor = memory.capital(mention)
        return Subject(actor, at, end, "state" if actor else "unknown", plural=plural)
    end = scene.phrase_end(at, limit)
    if end == at:
        return None
    inner = apposed(scene, at, end, limit)
    if inner is not None:
        refs, stop, plural = joined(scene, inner, limit)
        return Subject(refs, at, stop, inner.kind, plural=plural)
    return unnamed(scene, memory, at, end, None)


def _with_body(scene: Scene, at: int, limit: int) -> int:
    """Return the end of the bare name of a body behind a post: "le chef de la mission Cédéao"."""
    body = scene.phrases.get(at) if at < limit else None
    if body is not None and body.kind in {"institution", "place"}:
        return body.end
    return at + 1 if at < limit and scene.pos[at] == "PROPN" and at not in scene.phrases else at


def _with_complements(scene: Scene, at: int, limit: int) -> int:
    """Return the end of the complements with "de" that follow a description."""
    while at + 1 < limit and scene.words[at] in DE and not scene.is_infinitive(at + 1):
        end = scene.phrase_end(at + 1, limit)
        if end == at + 1:
            break
        at = end
    return at


def unnamed(scene: Scene, memory: Memory, start: int, end: int, mention: Mention | None) -> Subject:
    """Return the speaker that tokens `start:end` describe: somebody new, or the last speaker for "le responsable"."""
    plural = mention.plural if mention is not None else words_plural(scene, start)
    holder = () if plural else memory.titles.holder(start, end)
    if holder and memory.fits(holder, _GENDER.get(scene.words[start], "")):
        return Subject(holder, start, end, "post")
    refs = memory.unnamed.speaker(start, end, mention)
    if refs:
        return Subject(refs, start, end, "source", plural=plural)
    office = _office(scene, start, end)
    if office is not None:
        return Subject(office.refs, start, end, "institution", plural=plural)
    human = (mention is not None and mention.kind in {"post", "source"}) or any(
        word in SPEAKING_NOUNS for word in scene.words[start : min(end, start + 4)]
    )
    that = scene.words[start] in {"ce", "cet", "cette"}
    human = human or (that and _of_a_people(scene, start + 1))
    if human and not plural and (that or (scene.words[start] in {"le", "la", "l'"} and end - start <= 3)):
        return Subject((), start, end, "anaphor", plural=plural)
    return Subject((), start, end, "unknown", plural=plural)


def _of_a_people(scene: Scene, at: int) -> bool:
    """Tell whether a demonym used as a noun stands at *at*: "ce Tchèque"."""
    return scene.doc[at].is_title and scene.pos[at] in {"NOUN", "PROPN", "ADJ"}


def _office(scene: Scene, start: int, end: int) -> Mention | None:
    """Return the body whose office speaks for it: "le service de presse de la présidence"."""
    if not _OFFICES & set(scene.words[start : min(start + 3, end)]):
        return None
    bodies = (
        m for m in scene.entities.within(start, end + 1) if m.refs and m.kind in {"institution", "person", "post"}
    )
    return next(bodies, None)


def apposed(scene: Scene, at: int, end: int, limit: int) -> Mention | None:
    """Return the person named in or right after a description that is no mention ("le vieux pêcheur, Jan Maas")."""
    for mention in scene.entities.within(at, end):
        inside = scene.words[mention.start] in CONTRACTED or scene.words[mention.start - 1] in PREPOSITIONS
        if mention.kind == "person" and mention.refs and not inside:
            return mention
    near = next((scene.phrases[t] for t in range(end, min(end + 3, limit)) if t in scene.phrases), None)
    if near is not None and near.kind == "person" and near.refs:
        between = scene.words[end : near.start]
        if not any(w in PREPOSITIONS | {",", "et", "ou", ":", "«", '"'} for w in between):
            return near
    if end + 1 < limit and scene.words[end] == ",":
        after = scene.phrases.get(end + 1)
        if after is None or not after.refs:
            after = _ranked(scene, end + 1, limit)
        if after and after.kind == "person" and after.end < limit and scene.words[after.end] in {",", ".", ";"}:
            return after
    return None


def _ranked(scene: Scene, at: int, limit: int) -> Mention | None:
    """Return the person that a rank before the name parts from the comma: ", le général à la retraite Jan Maas"."""
    if scene.words[at] not in _GENDER and scene.words[at] != "l'":
        return None
    for token in range(at + 1, min(at + _RANK, limit)):
        mention = scene.phrases.get(token)
        if mention is not None and mention.kind == "person" and scene.words[token - 1] not in PREPOSITIONS:
            return mention
        if token in scene.verb_at or scene.words[token] in {",", ".", ":", ";"}:
            return None
    return None


def words_plural(scene: Scene, at: int) -> bool:
    """Tell whether the determiner at *at* is a plural one."""
    return scene.words[at] in _PLURAL
