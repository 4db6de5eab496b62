"""Who speaks: the noun phrase before the verb, the one after it in an incise, the issuer of a document."""

from __future__ import annotations

from dataclasses import replace

from pourparlers.extract.mentions import Mention
from pourparlers.extract.statements.described import Unnamed
from pourparlers.extract.statements.drafts import Draft, Subject
from pourparlers.extract.statements.lexicon import speech_nouns
from pourparlers.extract.statements.patterns import (
    CLITICS,
    CONTRACTED,
    DE,
    DETERMINERS,
    FEMININE,
    FIRST_SECOND,
    MASCULINE,
    ON,
    PLURAL,
    PREPOSITIONS,
    PRONOUNS,
    QUE,
    RELATIVES,
    SPEAKING_NOUNS,
    A,
)
from pourparlers.extract.statements.scene import ACTORS, Scene
from pourparlers.language.document import VerbGroup
from pourparlers.model import Ref

_JOINTS = frozenset({"et", "ou", "&"})


class Memory:
    """What has been said so far in the article: the drafts in the order of the text, and who issued which document."""

    def __init__(self, scene: Scene) -> None:
        """Start with nothing said."""
        self.scene = scene
        self.drafts: list[Draft] = []
        self.issuers: dict[str, tuple[Ref, ...]] = {}
        self.unnamed = Unnamed(scene)
        self.gender = {p.id: p.gender for p in scene.entities.persons}
        self.persons = frozenset(p.id for p in scene.entities.persons)

    def capital(self, mention: Mention) -> tuple[Ref, ...]:
        """Return the state that a capital stands for when it speaks, if the article names or implies it."""
        scene = self.scene
        word = scene.words[mention.end - 1]
        for other in scene.entities.mentions:
            if (
                other.kind == "state"
                and other.refs
                and other.end - other.start == 1
                and scene.words[other.start] == word
            ):
                return other.refs
        known = {i.authority: i.id for i in scene.entities.institutions if i.authority}
        for hit in scene.reading.hits:
            if hit.start <= mention.end - 1 < hit.end and hit.form == "capital":
                refs = [known[i] for i in hit.ids if i in known]
                return (refs[0],) if len(refs) == 1 else ()
        return ()

    def state_body(self, state: Ref, paragraph: int) -> tuple[Ref, ...]:
        """Return the body of *state* that spoke last: "le communiqué russe" after a word of the Russian ministry."""
        draft = self.last(paragraph, 3)
        bodies = {i.id for i in self.scene.entities.institutions if i.state == state}
        return draft.refs if draft is not None and len(draft.refs) == 1 and draft.refs[0] in bodies else (state,)

    def last(self, paragraph: int, reach: int = 1) -> Draft | None:
        """Return the last draft, if it lies at most *reach* paragraphs back."""
        for draft in reversed(self.drafts):
            if not draft.nominal:
                unit = self.scene.units[draft.unit]
                return draft if draft.refs and paragraph - unit.paragraph <= reach else None
        return None

    def fits(self, refs: tuple[Ref, ...], word: str) -> bool:
        """Tell whether the pronoun *word* may stand for *refs* by its gender and number; "" is of either gender."""
        word = word.lstrip("-")
        if not word:
            return len(refs) == 1
        if (word in PLURAL) != (len(refs) > 1):
            # "ils" may stand for a body, "il" never for several people.
            return word in PLURAL and bool(refs) and not self.persons.issuperset(refs)
        genders = {self.gender[ref] for ref in refs if ref in self.gender}
        if word in FEMININE:
            return "m" not in genders
        return not (word in MASCULINE and genders == {"f"})


def subject_after(scene: Scene, memory: Memory, at: int, limit: int) -> Subject | None:
    """Return the first noun phrase after an inverted verb that no preposition governs.

    Adverbs, times, places, addressees and media between are passed over; "que", a colon or a quotation stop the search.
    """
    words = scene.words
    for _ in range(12):
        at = scene.skip_adverbs(at, limit)
        if at >= limit:
            return None
        word = words[at]
        if word in QUE or word in {":", ".", ";", "?", "!", "(", ")"} or at in scene.opens:
            return None
        if word == ",":
            close = next((c for c in range(at + 1, min(at + 25, limit)) if words[c] == ","), 0)
            if not close or not (
                words[at + 1] in PREPOSITIONS or at + 1 in scene.time_at or scene.pos[at + 1] == "ADV"
            ):
                return None
            at = close + 1
            continue
        if word in {"au", "aux", "du"} and at in scene.phrases:
            at = scene.phrases[at].end
            continue
        if at in scene.phrases or words[at] in DETERMINERS or scene.pos[at] in {"DET", "NOUN", "PROPN", "NUM"}:
            if scene.phrases.get(at) is not None or word not in PREPOSITIONS:
                return phrase_subject(scene, memory, at, limit)
        if word in PREPOSITIONS:
            after = scene.skip_phrase(at, limit)
            if after == at:
                return None
            at = after
            continue
        return None
    return None


def phrase_subject(scene: Scene, memory: Memory, at: int, limit: int) -> Subject | None:
    """Return the subject that the noun phrase at *at* is, with the phrases joined to it."""
    mention = scene.phrases.get(at)
    if mention is None or mention.kind in {"place"} or not mention.refs:
        document = _document(scene, memory, at, limit)
        if document:
            return document
    if mention is not None and mention.kind != "pronoun":
        refs, end, plural = joined(scene, mention, limit)
        if refs:
            return Subject(refs, at, end, mention.kind, plural=plural)
        inner = _apposed(scene, at, mention.end, limit)
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
    inner = _apposed(scene, at, end, limit)
    if inner is not None:
        refs, stop, plural = joined(scene, inner, limit)
        return Subject(refs, at, stop, inner.kind, plural=plural)
    return unnamed(scene, memory, at, end, None)


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
    refs = memory.unnamed.speaker(start, end, mention)
    if refs:
        return Subject(refs, start, end, "source", plural=plural)
    human = (mention is not None and mention.kind in {"post", "source"}) or any(
        word in SPEAKING_NOUNS for word in scene.words[start : min(end, start + 4)]
    )
    if human and not plural and scene.words[start] in {"le", "la", "l'", "ce", "cet", "cette"} and end - start <= 3:
        return Subject((), start, end, "anaphor", plural=plural)
    return Subject((), start, end, "unknown", plural=plural)


def _apposed(scene: Scene, at: int, end: int, limit: int) -> Mention | None:
    """Return the person named in or right after a description that is no mention ("le vieux pêcheur, Jan Maas")."""
    for mention in scene.entities.within(at, end):
        if mention.kind == "person" and mention.refs and scene.words[mention.start - 1] not in PREPOSITIONS:
            return mention
    near = next((scene.phrases[t] for t in range(end, min(end + 3, limit)) if t in scene.phrases), None)
    if near is not None and near.kind == "person" and near.refs:
        between = scene.words[end : near.start]
        if not any(w in PREPOSITIONS | {",", "et", "ou", ":", "«", '"'} for w in between):
            return near
    if end + 1 < limit and scene.words[end] == ",":
        after = scene.phrases.get(end + 1)
        if after and after.kind == "person" and after.end < limit and scene.words[after.end] in {",", ".", ";"}:
            return after
    return None


def words_plural(scene: Scene, at: int) -> bool:
    """Tell whether the determiner at *at* is a plural one."""
    return scene.words[at] in {
        "les",
        "des",
        "ces",
        "ses",
        "leurs",
        "plusieurs",
        "quelques",
        "certains",
        "deux",
        "trois",
    }


def joined(scene: Scene, mention: Mention, limit: int) -> tuple[tuple[Ref, ...], int, bool]:
    """Return the actors of *mention* and of those coordinated after it: "X, Y et Z"; with their end and number."""
    refs, end, plural = list(mention.refs), mention.end, mention.plural
    words = scene.words
    while end + 1 < limit:
        at = end + 1
        if words[end] == ",":
            follower = scene.actor(at)
            if follower is None or not _list_goes_on(scene, follower, limit):
                break
        elif words[end] in _JOINTS or (words[end] in QUE and words[mention.start - 1] == "tant"):
            follower = scene.actor(at)
        elif words[end] == "ainsi" and words[at] in QUE:
            follower = scene.actor(at + 1)
        else:
            break
        if follower is None or follower.kind not in ACTORS or follower.end > limit:
            break
        refs.extend(ref for ref in follower.refs if ref not in refs)
        end, plural = follower.end, True
    return tuple(refs), end, plural


def _list_goes_on(scene: Scene, follower: Mention, limit: int) -> bool:
    """Tell whether after "X, Y" an "et Z" follows: else Y is an apposition or another clause."""
    end = follower.end
    while end < limit and scene.words[end] == ",":
        nxt = scene.actor(end + 1)
        if nxt is None:
            return False
        end = nxt.end
    return end + 1 < limit and scene.words[end] == "et" and scene.actor(end + 1) is not None


def joined_back(scene: Scene, mention: Mention, low: int) -> tuple[tuple[Ref, ...], int, bool]:
    """Return the actors of *mention* and of those coordinated before it, with their start and number."""
    refs, start, plural = list(mention.refs), mention.start, mention.plural
    words = scene.words
    while start - 2 >= low:
        before = start - 1
        if words[before] in QUE and words[before - 1] == "ainsi":
            before -= 1
        elif words[before] in QUE and _tant(scene, before, low):
            pass
        elif words[before] not in _JOINTS and not (words[before] == "," and plural and len(refs) > len(mention.refs)):
            break
        last = before - 1
        if words[last] == ",":
            last -= 1
        other = scene.ending(last, low)
        if other is None or other.kind not in ACTORS or not other.refs or governed(scene, other.start, low):
            break
        refs[:0] = [ref for ref in other.refs if ref not in refs]
        start, plural = other.start, True
    return tuple(refs), start, plural


def _tant(scene: Scene, que: int, low: int) -> bool:
    return "tant" in scene.words[max(low, que - 10) : que]


def governed(scene: Scene, at: int, low: int) -> bool:
    """Tell whether a preposition governs the phrase that starts at *at* (contracted ones start inside it)."""
    if scene.words[at] in CONTRACTED:
        return True
    return at > low and scene.words[at - 1] in PREPOSITIONS and scene.pos[at - 1] != "ADV"


# ------------------------------------------------------------------------------------------------ before the verb
def subject_before(scene: Scene, memory: Memory, verb: VerbGroup, low: int) -> Subject | None:
    """Return the subject of a finite verb, walking left from it over clitics, adverbs, insertions and prepositional phrases."""
    words = scene.words
    at = verb.start - 1
    while at >= low and (words[at] in CLITICS or scene.doc[at].is_space):
        at -= 1
    for _ in range(40):
        at = scene.skip_adverbs_back(at, low)
        if at < low:
            return None
        word = words[at]
        mention = scene.ending(at, low) or _around(scene, at, low)
        if mention is not None and mention.kind == "pronoun" and word in ON | FIRST_SECOND:
            return Subject((), at, at + 1, "unknown")
        if mention is not None and mention.kind == "pronoun" and mention.end - mention.start == 1 and word in PRONOUNS:
            return Subject((), at, at + 1, "pronoun", plural=word in PLURAL)
        if mention is not None:
            result = _mention_before(scene, memory, mention, low, verb)
            if isinstance(result, Subject):
                return result
            at = result
            continue
        if word in PRONOUNS:
            return Subject((), at, at + 1, "pronoun", plural=word in PLURAL)
        if word in RELATIVES:
            return _antecedent(scene, memory, at, low) if word == "qui" else None
        if word in ON | FIRST_SECOND | {"ce", "c'", "cela", "ceci", "ça"}:
            return Subject((), at, at + 1, "unknown")
        if word in {",", "-", "–", "—", ")"}:
            before = _before_insertion(scene, at, low)
            apposed = _apposition_before(scene, at, before, low)
            if apposed is not None:
                refs, begin, plural = joined_back(scene, apposed, low)
                return Subject(refs, begin, at, apposed.kind, plural=plural)
            if before == at:
                return None
            at = before
            continue
        if word in {"et", "mais", "puis", "ou", "ni"}:
            return _shared(scene, memory, verb, at, low)
        if at in scene.verb_at and scene.verb_at[at].head == at and scene.verb_at[at].tense not in {"participle"}:
            return None
        if scene.quote_at[at] >= 0 and scene.quotes[scene.quote_at[at]].outer_start >= low:
            at = scene.quotes[scene.quote_at[at]].outer_start - 1
            continue
        if word in QUE | {":", ";", ".", "?", "!", "…"}:
            return None
        return _description(scene, memory, at, low)
    return None


def _around(scene: Scene, at: int, low: int) -> Mention | None:
    """Return the actor whose phrase goes on behind *at*, into an insertion that was passed over."""
    mention = scene.entities.covering(at)
    if mention is None or mention.start < low or mention.kind not in ACTORS or not mention.refs:
        return None
    return mention if "," in scene.words[at + 1 : at + 2] else None


def _apposition_before(scene: Scene, comma: int, before: int, low: int) -> Mention | None:
    """Return the actor whose name closes right before the comma: "le ministre, Jan Maas, a", one phrase or an apposition."""
    last = comma - 1
    if scene.words[last] == ")":
        last = _before_insertion(scene, last, low)
    mention = scene.ending(last, low) or scene.entities.covering(last)
    if mention is None or not mention.refs or mention.kind not in ACTORS or mention.start < low:
        return None
    if mention.end > comma:
        return None
    if mention.start <= before or (mention.start == before + 2 and mention.kind == "person"):
        return mention
    return None


def _mention_before(scene: Scene, memory: Memory, mention: Mention, low: int, verb: VerbGroup) -> Subject | int:
    """Return the subject that *mention* is, or the token to go on from if it is governed by a preposition."""
    start = mention.start
    object_of = scene.verb_at.get(start - 1) if start > low else None
    if object_of is not None and object_of.tense in {"gerund", "infinitive"}:
        return object_of.start - 1
    if governed(scene, start, low):
        inside = start if scene.words[start] in CONTRACTED else start - 1
        if scene.words[inside] in DE:
            return _description(scene, memory, start, low) or inside - 1
        return inside - 1
    if mention.kind == "place" and not mention.refs:
        actor = memory.capital(mention)
        return Subject(actor, start, mention.end, "state" if actor else "unknown")
    if not mention.refs:
        if start > low and scene.pos[start - 1] in {"NOUN", "ADJ", "PROPN", "DET"}:
            return _description(scene, memory, mention.end - 1, low) or start - 1
        return unnamed(scene, memory, start, mention.end, mention)
    refs, begin, plural = joined_back(scene, mention, low)
    if begin == start and not plural and verb.plural and mention.kind in {"person", "institution", "state", "post"}:
        # "les habitants de X et Y ont": the near name is not the whole subject
        before = scene.words[start - 1] if start > low else ""
        if before in _JOINTS:
            return Subject((), start, mention.end, "unknown", plural=True)
    return Subject(refs, begin, mention.end, mention.kind if refs else "unknown", plural=plural)


def _description(scene: Scene, memory: Memory, at: int, low: int) -> Subject | None:
    """Return the subject whose last words are a plain noun phrase: a document, or nobody we know."""
    words = scene.words
    start = at
    while start > low:
        before = words[start - 1]
        if before == "et" and words[start] in DE | A:
            start -= 1
            continue
        if before in {",", "et", "mais", "qui", ":", ";"} | QUE or start - 1 in scene.opens:
            break
        verb = scene.verb_at.get(start - 1)
        if verb is not None and verb.tense not in {"participle"}:
            break
        start -= 1
    # the leftmost determiner that no preposition governs opens the phrase
    for token in range(start, at + 1):
        if (words[token] in DETERMINERS or scene.pos[token] in {"DET", "NOUN", "PROPN", "NUM"}) and words[
            token
        ] not in CONTRACTED:
            if token > low and words[token - 1] in PREPOSITIONS and token != start:
                continue
            document = _document(scene, memory, token, at + 1)
            if document:
                return document
            mention = scene.phrases.get(token)
            if mention is not None and mention.refs and mention.kind != "place" and mention.end <= at + 1:
                refs, _, plural = joined(scene, mention, at + 1)
                return Subject(refs, token, at + 1, mention.kind, plural=plural)
            inner = mention if mention is not None and not mention.refs and mention.kind != "place" else None
            return unnamed(scene, memory, token, at + 1, inner)
    return None


def _before_insertion(scene: Scene, at: int, low: int) -> int:
    """Return the last token before an insertion that closes at *at*: apposition, relative clause, brackets, dashes."""
    words = scene.words
    mark = words[at]
    opening = {")": "("}.get(mark, mark)
    for back in range(at - 1, max(low, at - 45) - 1, -1):
        if scene.quote_at[back] >= 0 and scene.quote_at[back] != scene.quote_at[at]:
            continue
        if words[back] == opening and not (mark == "," and scene.quote_at[back] >= 0):
            if mark == "," and _in_list(scene, back, at):
                continue
            return back - 1
    return at


def _in_list(scene: Scene, comma: int, close: int) -> bool:
    """Tell whether the comma belongs to a list inside the relative clause rather than opens the insertion."""
    return scene.words[comma + 1] in {"et"} or (
        scene.pos[comma + 1] == "ADJ" and comma + 2 < close and scene.words[comma + 2] == ","
    )


def _antecedent(scene: Scene, memory: Memory, qui: int, low: int) -> Subject | None:
    """Return the actor named right before "qui"."""
    at = qui - 1
    if at >= low and scene.words[at] in {",", "-", "–", "—"}:
        at -= 1
    if at >= low and scene.words[at] == ")":
        at = _before_insertion(scene, at, low)
    if at < low:
        return None
    mention = scene.ending(at, low)
    if mention is None:
        return _description(scene, memory, at, low)
    if (
        scene.words[mention.start - 1 : mention.start]
        and scene.words[mention.start - 1] in DE
        and scene.words[qui - 1] != ","
    ):
        pass
    refs, begin, plural = joined_back(scene, mention, low)
    return Subject(refs, begin, mention.end, mention.kind if refs else "unknown", plural=plural)


def _shared(scene: Scene, memory: Memory, verb: VerbGroup, at: int, low: int) -> Subject | None:
    """Return the subject that a verb after "et" shares with the finite verb before it."""
    fallback: VerbGroup | None = None
    for token in range(at - 1, low - 1, -1):
        other = scene.verb_at.get(token)
        if other is None or other.head != token or not other.finite or scene.quote_at[token] >= 0:
            continue
        if other.plural != verb.plural or other.person != verb.person:
            continue
        if other.tense == verb.tense:
            return subject_before(scene, memory, other, low)
        fallback = fallback or other
    return subject_before(scene, memory, fallback, low) if fallback is not None else None


# ------------------------------------------------------------------------------------------------ documents
# Parts of a document: "la conclusion du communiqué" speaks as the communiqué.
_PARTS = frozenset(
    {"conclusion", "texte", "début", "fin", "préambule", "passage", "extrait", "version", "teneur", "copie"}
)


def _document(scene: Scene, memory: Memory, at: int, limit: int) -> Subject | None:
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
        refs = memory.issuers.get(noun.noun, ())
    return Subject(refs, at, end, "document" if refs else "unknown", document=words[head])


def issuer(scene: Scene, head: int, end: int, limit: int) -> tuple[tuple[Ref, ...], int]:
    """Return the actors that issued the document whose noun is *head*: "du ministère", "russe", "signé par X"."""
    for mention in scene.entities.within(head + 1, end):
        if mention.refs and mention.kind in ACTORS | {"adjective"} and mention.start <= head + 4:
            return mention.refs, max(end, mention.end)
    for at in range(end, min(end + 3, limit - 1)):
        if scene.words[at] == "par" or (scene.words[at] in DE and at == end):
            follower = scene.actor(at + 1) or (scene.actor(at) if scene.words[at] in CONTRACTED else None)
            if follower and follower.refs:
                refs, stop, _ = joined(scene, follower, limit)
                return refs, stop
    return (), end


def parser_subject(scene: Scene, verb: VerbGroup) -> int | None:
    """Return the token that the parser takes for the subject of the verb, None if it names none before it."""
    for token in (scene.doc[verb.head], scene.doc[verb.start]):
        for child in token.children:
            if child.dep_ in {"nsubj", "nsubj:pass"} and child.i < verb.start:
                return int(child.i)
    return None


def previous(memory: Memory, word: str, paragraph: int, reach: int = 1) -> Subject | None:
    """Return the speaker of the last statement, at most *reach* paragraphs back, if the pronoun *word* may stand for it."""
    draft = memory.last(paragraph, reach)
    if draft is None or not memory.fits(draft.refs, word):
        return None
    return Subject(draft.refs, draft.subject.start, draft.subject.end, "previous", plural=draft.subject.plural)


_ANAPHOR_GENDER = {"le": "il", "ce": "il", "la": "elle", "cette": "elle"}


def resolved(scene: Scene, memory: Memory, subject: Subject, number: int) -> Subject:
    """Return *subject* with a pronoun replaced by whom it stands for: the last speaker, else the mention's own antecedent."""
    if subject.kind == "anaphor":
        word = _ANAPHOR_GENDER.get(scene.words[subject.start], "")
        before = previous(memory, word, scene.units[number].paragraph)
        return replace(subject, refs=before.refs, kind="previous") if before is not None else subject
    if subject.kind != "pronoun":
        return subject
    mention = scene.phrases.get(subject.start)
    word = scene.words[subject.start]
    before = previous(memory, word, scene.units[number].paragraph)
    refs = mention.refs if mention is not None else ()
    near = memory.drafts[-1].unit >= number - 1 if memory.drafts else False
    if before is not None and (not refs or (near and memory.persons.issuperset(before.refs))):
        refs = before.refs
    return replace(subject, refs=refs)


__all__ = ["A", "Memory", "governed", "issuer", "joined", "joined_back", "parser_subject", "phrase_subject", "previous", "resolved",
           "subject_after", "subject_before"]  # fmt: skip
