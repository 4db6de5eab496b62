"""What has been said so far in an article, and whom a pronoun may therefore stand for."""

from __future__ import annotations

from dataclasses import replace

from pourparlers.extract.mentions import Mention
from pourparlers.extract.statements.described import Unnamed
from pourparlers.extract.statements.drafts import Draft, Subject
from pourparlers.extract.statements.lexicon import speech_nouns
from pourparlers.extract.statements.patterns import FEMININE, MASCULINE, PLURAL
from pourparlers.extract.statements.scene import Scene
from pourparlers.extract.statements.titles import Titles
from pourparlers.model import Ref

# So many paragraphs back a body is still the one that "le communiqué russe" is by.
_REMEMBERED = 5
_STRESSED = {"lui": "il", "elle": "elle", "celui-ci": "il", "celle-ci": "elle"}
_ANAPHOR_GENDER = {"le": "il", "ce": "il", "cet": "il", "la": "elle", "cette": "elle"}


class Memory:
    """What has been said so far in the article: the drafts in the order of the text, and who issued which document."""

    def __init__(self, scene: Scene) -> None:
        """Start with nothing said."""
        self.scene = scene
        self.drafts: list[Draft] = []
        self.issuers: dict[str, tuple[Ref, ...]] = {}
        self.unnamed = Unnamed(scene)
        self.titles = Titles(scene)
        self.gender = {p.id: p.gender for p in scene.entities.persons}
        self.gender.update(_genders(scene))
        self.persons = frozenset(p.id for p in scene.entities.persons)

    def capital(self, mention: Mention) -> tuple[Ref, ...]:
        """Return the state that a capital stands for when it speaks, if the article names or implies it."""
        scene = self.scene
        word = scene.words[mention.end - 1]
        for other in scene.entities.mentions:
            single = other.kind == "state" and other.refs and other.end - other.start == 1
            if single and scene.words[other.start] == word:
                return other.refs
        known = {i.authority: i.id for i in scene.entities.institutions if i.authority}
        for hit in scene.reading.hits:
            if hit.start <= mention.end - 1 < hit.end and hit.form == "capital":
                refs = [known[i] for i in hit.ids if i in known]
                return (refs[0],) if len(refs) == 1 else ()
        return ()

    def state_body(self, state: Ref, paragraph: int) -> tuple[Ref, ...]:
        """Return the body of *state* that spoke last: "le communiqué russe" after a word of the Russian ministry."""
        bodies = {i.id for i in self.scene.entities.institutions if i.state == state}
        for draft in reversed(self.drafts):
            if paragraph - self.scene.units[draft.unit].paragraph > _REMEMBERED:
                break
            if len(draft.refs) == 1 and draft.refs[0] in bodies:
                return draft.refs
        return (state,)

    def nearer_person(self, body: tuple[Ref, ...], person: tuple[Ref, ...]) -> bool:
        """Tell whether a pronoun means *person*, named beside the body that spoke last: "l'ONU, par la voix de X"."""
        if len(person) != 1 or not self.persons.issuperset(person) or not self.drafts:
            return False
        if any(ref.startswith("person-") for ref in body):
            return False
        unit = self.scene.units[self.drafts[-1].unit]
        named = self.scene.entities.within(unit.start, unit.end)
        return any(mention.refs == person and mention.kind == "person" for mention in named)

    def last_issuer(self) -> tuple[Ref, ...]:
        """Return who issued the document named last."""
        return next(reversed(self.issuers.values()), ())

    def issued(self, draft: Draft) -> None:
        """Remember the speaker as issuer of the document its attribution names: "dans un communiqué"."""
        for start, end in draft.zone:
            for token in range(start, end):
                noun = speech_nouns().get(self.scene.words[token])
                if noun is not None and noun.kind == "document" and draft.refs and draft.subject.kind != "document":
                    self.issuers.pop(noun.noun, None)
                    self.issuers[noun.noun] = draft.refs

    def last(self, paragraph: int, reach: int = 1) -> Draft | None:
        """Return the last draft, if it lies at most *reach* paragraphs back."""
        for draft in reversed(self.drafts):
            if not draft.nominal:
                unit = self.scene.units[draft.unit]
                return draft if draft.refs and paragraph - unit.paragraph <= reach else None
        return None

    def told_of(self, number: int, word: str) -> tuple[Ref, ...]:
        """Return the one person that the sentence before unit *number* names, if the pronoun *word* fits him."""
        unit = self.scene.units[number]
        before = self.scene.units[number - 1] if number else unit
        if before is unit or before.paragraph != unit.paragraph:
            return ()
        named = {
            mention.refs
            for mention in self.scene.entities.within(before.start, before.end)
            if mention.kind == "person" and len(mention.refs) == 1 and self.scene.quote_at[mention.start] < 0
        }
        refs = named.pop() if len(named) == 1 else ()
        return refs if refs and self.fits(refs, _STRESSED.get(word, word)) else ()

    def served(self, refs: tuple[Ref, ...]) -> set[Ref]:
        """Return *refs* and the bodies these people serve."""
        held = (t for t in self.scene.entities.tenures if t.holder in refs)
        return {t.institution for t in held if t.institution} | set(refs)

    def family(self, refs: tuple[Ref, ...]) -> set[Ref]:
        """Return *refs*, the bodies they serve and the states of these: whom an accusation against them names."""
        states = {i.id: i.state for i in self.scene.entities.institutions}
        own = self.served(refs)
        return own | {state for ref in own if (state := states.get(ref)) is not None}

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


def _genders(scene: Scene) -> dict[Ref, str | None]:
    """Return the gender of each body whose mentions agree on one."""
    genders: dict[Ref, str | None] = {}
    for mention in scene.entities.mentions:
        if mention.kind == "institution" and len(mention.refs) == 1 and mention.gender is not None:
            body = mention.refs[0]
            genders[body] = mention.gender if genders.get(body, mention.gender) == mention.gender else None
    return genders


def previous(memory: Memory, word: str, paragraph: int, reach: int = 1) -> Subject | None:
    """Return the speaker of the last statement, at most *reach* paragraphs back, if *word* may stand for it."""
    draft = memory.last(paragraph, reach)
    if draft is None or not memory.fits(draft.refs, word):
        return None
    return Subject(draft.refs, draft.subject.start, draft.subject.end, "previous", plural=draft.subject.plural)


def resolved(scene: Scene, memory: Memory, subject: Subject, number: int) -> Subject:
    """Return *subject* with a pronoun replaced by the last speaker, else by the mention's own antecedent."""
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
