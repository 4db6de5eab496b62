"""Whom a statement is addressed to."""

from __future__ import annotations

from collections.abc import Iterable

from pourparlers.extract.mentions import Mention
from pourparlers.extract.statements.cues import mutual
from pourparlers.extract.statements.drafts import Draft, Span
from pourparlers.extract.statements.joins import joined
from pourparlers.extract.statements.memory import Memory
from pourparlers.extract.statements.patterns import (
    CONTRACTED,
    DATIVE_CLITICS,
    DETERMINERS,
    FIRST_SECOND,
    OBJECT_CLITICS,
    QUE,
    A,
)
from pourparlers.extract.statements.scene import Scene
from pourparlers.model import Ref

_SPOKEN_TO = frozenset({"person", "post", "institution", "state", "group", "source"})
_INTERVIEW = frozenset({"entretien", "interview", "interrogé", "interrogée", "entretiens"})
_FELT = frozenset(
    {
        "gratitude",
        "reconnaissance",
        "remerciements",
        "condoléances",
        "solidarité",
        "soutien",
        "félicitations",
        "regrets",
    }
)
_NEAR = 5
_MEANT = (["l'", "adresse"], ["l'", "attention"], ["l'", "endroit"])
_HOUSE = frozenset({"députés", "sénateurs", "parlementaires", "députées", "sénatrices"})
_MEMBERS = frozenset(
    {
        "membres", "pays", "homologues", "alliés", "partenaires", "etats", "états", "députés", "sénateurs",
        "dirigeants", "délégués", "élus", "représentants",
    }
)  # fmt: skip


class Addressees:
    """Reads the addressees of the drafts of one article."""

    def __init__(self, scene: Scene, memory: Memory) -> None:
        """Keep what they are read from."""
        self.scene, self.memory = scene, memory

    def of(self, draft: Draft) -> tuple[Ref, ...]:
        """Return whom the statement is addressed to; whom it accuses, for an accusation."""
        found = [*self._refs(draft.addressee), *self.objects(draft)]
        governed = draft.complement
        if governed is not None:
            entry = governed.entry
            spoken = entry.object_role in {"addressee", "target"} and not governed.objects
            found.extend(self._refs(governed.datives))
            found.extend(self._felt(draft))
            if not found and spoken:
                found.extend(self._antecedent(draft))
            if not found and (spoken or entry.frames & {"a-qn-de", "a-qn-que"}):
                found.extend(self._clitic(draft, OBJECT_CLITICS))
        if not found and (governed is None or not governed.datives):
            found.extend(self._clitic(draft, DATIVE_CLITICS))
        if not found and not self.governed(draft):
            found.extend(self._spoken_to(draft))
        if self._mutual(draft):
            return draft.refs
        own = self._own(draft)
        return tuple(dict.fromkeys(ref for ref in found if ref not in own))

    def _own(self, draft: Draft) -> set[Ref]:
        """Return the bodies that the speaker serves: nobody speaks to them in his own name."""
        return self.memory.served(draft.refs)

    def objects(self, draft: Draft) -> tuple[Ref, ...]:
        """Return the actors that are the verb's direct object."""
        return self._refs(draft.complement.objects) if draft.complement is not None else ()

    def targets(self, draft: Draft) -> tuple[Ref, ...]:
        """Return whom the statement accuses, threatens or praises: the object, or each other."""
        return draft.refs if self._mutual(draft) else self.objects(draft) or self._antecedent(draft)

    def _mutual(self, draft: Draft) -> bool:
        return draft.verb is not None and len(draft.refs) > 1 and mutual(self.scene, draft.verb)

    @staticmethod
    def governed(draft: Draft) -> bool:
        """Tell whether the verb has an addressee of its own, known or not."""
        return draft.complement is not None and bool(draft.complement.objects)

    def _felt(self, draft: Draft) -> tuple[Ref, ...]:
        """Return to whom a feeling is expressed: "sa gratitude au Liberia"."""
        governed, words = draft.complement, self.scene.words
        if governed is None or governed.kind != "np":
            return ()
        begin, end = governed.content[0]
        for at in range(begin, min(begin + _NEAR, end - 1)):
            if words[at] in _FELT and words[at + 1] in A:
                mention = self._after(at + 1)
                if mention is not None and mention.kind in _SPOKEN_TO | {"place"} and mention.start < end:
                    return mention.refs
        return ()

    def _refs(self, spans: Iterable[Span]) -> tuple[Ref, ...]:
        found: list[Ref] = []
        for start, end in spans:
            contracted = bool(start) and self.scene.words[start - 1] in CONTRACTED
            inside = contracted and start - 1 in self.scene.phrases
            mention = self.scene.phrases.get(start - 1 if inside else start)
            if mention is not None and mention.refs:
                refs, _, _ = joined(self.scene, mention, max(end, mention.end))
                found.extend(ref for ref in refs if ref not in found)
            elif mention is not None and mention.kind == "place" and self.memory.capital(mention):
                found.extend(self.memory.capital(mention))
            elif holder := self.memory.titles.holder(start - contracted, end):
                found.extend(holder)
            elif self.scene.words[start : start + 1]:
                found.extend(ref for ref in self._members(start, max(end, start + 1)) if ref not in found)
        return tuple(found)

    def _members(self, start: int, end: int) -> tuple[Ref, ...]:
        """Return the body whose members are spoken to: "aux membres de l'Alliance"."""
        scene = self.scene
        if not _MEMBERS & set(scene.words[start : min(end, start + 5)]):
            return ()
        for mention in scene.entities.within(start, end):
            if mention.kind == "institution" and mention.refs:
                return mention.refs
        houses = [i.id for i in scene.entities.institutions if i.kind == "parliament"]
        return (houses[0],) if len(houses) == 1 and _HOUSE & set(scene.words[start : start + 3]) else ()

    def _antecedent(self, draft: Draft) -> tuple[Ref, ...]:
        """Return whom the relative pronoun stands for that is the object: "le Conseil, qu'il accuse d'inaction"."""
        at = draft.subject.start - 1
        at -= at > 0 and self.scene.words[at] in DETERMINERS
        if draft.verb is None or at < 2 or draft.subject.start > draft.verb.start or self.scene.words[at] not in QUE:
            return ()
        at -= 1
        at -= self.scene.words[at] == ","
        mention = self.scene.ending(at, max(0, at - 20))
        return mention.refs if mention is not None and mention.kind in _SPOKEN_TO else ()

    def _clitic(self, draft: Draft, pronouns: frozenset[str]) -> tuple[Ref, ...]:
        """Return whom one of *pronouns* before the verb stands for: "lui a demandé"."""
        if draft.verb is None:
            return ()
        for at in range(draft.verb.start - 1, max(draft.verb.start - 4, -1), -1):
            word = self.scene.words[at]
            if word in pronouns:
                mention = self.scene.entities.starting(at)
                word = _agreeing(word, self.scene.words[draft.verb.end - 1])
                known = mention is not None and mention.end == at + 1 and mention.refs
                if mention is not None and known and not self._own(draft) & set(mention.refs):
                    return mention.refs
                return self._last_other(draft, at, word)
            if word not in FIRST_SECOND | {"ne", "n'", "y", "en"}:
                break
        return ()

    def _last_other(self, draft: Draft, at: int, word: str) -> tuple[Ref, ...]:
        """Return the last actor named before *at* that the object pronoun may stand for.

        It is looked for in the unit, then in the one before, where only one actor may be in question.
        """
        unit = self.scene.units[draft.unit]
        here = self._candidates(draft, unit.start, at, word)
        if here or draft.unit == 0:
            return here[-1] if here else ()
        before = self.scene.units[draft.unit - 1]
        if unit.paragraph - before.paragraph > 1 or before.block != unit.block:
            return ()
        known = list(dict.fromkeys(self._candidates(draft, before.start, before.end, word)))
        persons = [refs for refs in known if self.memory.persons.issuperset(refs)]
        known = persons if persons and word != "leur" else known
        return known[0] if len(known) == 1 else ()

    def _candidates(self, draft: Draft, start: int, end: int, word: str) -> list[tuple[Ref, ...]]:
        """Return the actors in tokens `start:end` that are not the speaker's and agree with the pronoun *word*."""
        pronoun = {"le": "il", "la": "elle", "les": "ils", "leur": "ils"}.get(word, "")
        found: list[tuple[Ref, ...]] = []
        for mention in self.scene.entities.within(start, end):
            if mention.kind not in {"person", "post", "state", "institution", "group"} or not mention.refs:
                continue
            if self.scene.quote_at[mention.start] >= 0 or set(mention.refs) & self._own(draft):
                continue
            if mention.plural == (word in {"les", "leur"}) and self.memory.fits(mention.refs, pronoun):
                found.append(mention.refs)
        return found

    def _spoken_to(self, draft: Draft) -> tuple[Ref, ...]:
        """Return the actors after "à", "devant", "auprès de", and the newspaper of an interview, in the attribution."""
        found: list[Ref] = []
        for start, end in draft.zone:
            if end <= draft.subject.start and self._clause(start, end):
                continue
            for at in range(start, end):
                inside = self.scene.quote_at[at] >= 0 or draft.subject.start <= at < draft.subject.end
                if not inside and self._introduces(start, at):
                    found.extend(self._phrase(at, end))
        return tuple(dict.fromkeys(found))

    def _clause(self, start: int, end: int) -> bool:
        """Tell whether a clause of its own stands there: "après que X a parlé devant Y,"."""
        return any(t in self.scene.verb_at and self.scene.verb_at[t].finite for t in range(start, end))

    def _introduces(self, start: int, at: int) -> bool:
        word = self.scene.words[at]
        if word in A | {"devant", "auprès"}:
            return True
        return word in {"avec", "par"} and bool(_INTERVIEW & set(self.scene.words[max(start, at - 6) : at]))

    def _phrase(self, at: int, end: int) -> tuple[Ref, ...]:
        """Return the actors that the preposition at *at* governs, or the body whose members it does."""
        mention = self._after(at)
        if mention is None and {"répondant", "réponse"} & set(self.scene.words[max(0, at - 2) : at]):
            mention = self._answered(at, end)  # "répondant aux mots de X"
        if mention is None or mention.kind not in _SPOKEN_TO or not mention.refs:
            first = at + 1 if mention is None else mention.start
            return self._members(first, min(end, first + 14))
        meant = self.scene.words[at + 1 : at + 3] in _MEANT
        if mention.kind == "state" and not meant and (self.scene.words[at] not in A or self._capital(mention)):
            return ()  # "a dit à Oslo": a place, unless the verb asks for somebody spoken to
        refs, _, _ = joined(self.scene, mention, len(self.scene.words))
        return refs

    def _capital(self, mention: Mention) -> bool:
        """Tell whether the mention is the bare name of a capital."""
        hits = self.scene.reading.hits
        return any(h.start == mention.start and h.end == mention.end and h.form == "capital" for h in hits)

    def _answered(self, at: int, end: int) -> Mention | None:
        """Return the actor whose words are answered, named before the next comma."""
        comma = next((t for t in range(at, end) if self.scene.words[t] == ","), end)
        named = (m for m in self.scene.entities.within(at, comma) if m.kind in _SPOKEN_TO and m.refs)
        return next(named, None)

    def _after(self, at: int) -> Mention | None:
        """Return the phrase that the preposition at *at* governs ("auprès de l'agence", "aux élus")."""
        scene = self.scene
        if scene.words[at] in CONTRACTED and at in scene.phrases:
            return scene.phrases[at]
        first = at + 1
        if scene.words[first : first + 2] in _MEANT:
            first += 2
        while first < len(scene.words) and scene.words[first] in {"de", "d'"}:
            first += 1
        if first < len(scene.words) and scene.words[first] in {"du", "des"} and first not in scene.phrases:
            first += 1
        return scene.phrases.get(first)


def _agreeing(word: str, participle: str) -> str:
    """Return the object pronoun with the gender that the participle tells: "l'a remerciée" is "la"."""
    if word != "l'":
        return word
    return "la" if participle.endswith("ée") else "le" if participle.endswith("é") else word
