"""How, when and where something was said, and who passes it on."""

from __future__ import annotations

from pourparlers.extract.statements.drafts import Draft
from pourparlers.extract.statements.lexicon import speech_nouns
from pourparlers.extract.statements.patterns import NEWSROOM, SOCIAL_MEDIA
from pourparlers.extract.statements.scene import Scene
from pourparlers.model import Place, Ref, Time
from pourparlers.resolve.clock import Clock

_PRESS = frozenset(
    {
        "journal", "quotidien", "chaîne", "télévision", "radio", "hebdomadaire", "agence", "site", "revue", "magazine",
        "presse", "média", "médias", "journaliste", "journalistes",
    }
)  # fmt: skip
_PUBLIC = frozenset({"télévisée", "tribune", "parlement"})
_MEMBERS = frozenset({"députés", "sénateurs", "parlementaires", "députées", "sénatrices", "élus"})
_CITED = frozenset(
    {"cité", "citée", "cités", "citées", "rapporté", "rapportés", "rapportée", "rapportées", "repris", "relayé"}
)
_WHERE = frozenset({"à", "en", "au", "aux", "depuis"})
# Kinds of time expressions that say no point at which something may be said.
NO_POINT = frozenset({"set", "since", "until", "deadline"})


class Circumstances:
    """Reads the circumstances of the drafts of one article."""

    def __init__(self, scene: Scene, clock: Clock | None) -> None:
        """Keep what they are read from."""
        self.scene, self.clock = scene, clock
        self.houses = {i.id for i in scene.entities.institutions if i.kind == "parliament"}
        self.media = {i.id for i in scene.entities.institutions if i.kind == "media"}

    def medium(self, draft: Draft) -> str:
        """Return the guideline's word for how it was said, "" if nothing tells."""
        for word in (draft.subject.document, draft.medium):
            if word in speech_nouns():
                return speech_nouns()[word].medium
        for start, end in draft.zone:
            for at in range(start, end):
                if draft.subject.start <= at < draft.subject.end or self.scene.quote_at[at] >= 0:
                    continue
                found = self._outlet(at) or self._noun(at, end) or self._before_house(at)
                if found:
                    return found
        return ""

    def _outlet(self, at: int) -> str:
        """Return the medium of "sur Telegram", "sur CNN", "au micro de"."""
        words = self.scene.words
        if words[at] in NEWSROOM and words[at - 1] in {"au", "l'", "le"}:
            return "entretien"
        if words[at] != "sur" or at + 1 >= len(words):
            return ""
        if words[at + 1].rstrip(".") in SOCIAL_MEDIA:
            return "tweet"
        near = words[at + 1 : at + 5]
        if {"compte", "réseau"} & set(near) and SOCIAL_MEDIA & {w.rstrip(".") for w in near}:
            return "tweet"
        if near[:3] in (["les", "réseaux", "sociaux"], ["le", "réseau", "social"]):
            return "tweet"
        outlet = self.scene.phrases.get(at + 1)
        return "entretien" if outlet is not None and outlet.refs and self.media.issuperset(outlet.refs) else ""

    def _before_house(self, at: int) -> str:
        """Return the medium of "devant le Parlement", "aux députés": a speech."""
        words = self.scene.words
        if words[at] not in {"devant", "aux"}:
            return ""
        if set(words[at + 1 : at + 3]) & _MEMBERS:
            return "discours"
        house = self.scene.phrases.get(at + 1) if words[at] == "devant" else None
        return "discours" if house is not None and house.refs and self.houses.issuperset(house.refs) else ""

    def _noun(self, at: int, end: int) -> str:
        """Return the medium that the noun at *at* is ("conférence de presse", "entretien à la radio")."""
        words = self.scene.words
        for size in (3, 2, 1):
            noun = speech_nouns().get(" ".join(words[at : at + size]))
            if noun is None or not noun.medium:
                continue
            if noun.noun == "message" or "réseau" in noun.guards.get("needs", ()):
                return "tweet" if SOCIAL_MEDIA & set(words[at : end + 8]) else ""
            if noun.noun == "entretien" and not self._with_press(at, end):
                return ""
            if noun.noun == "intervention" and not _PUBLIC & set(words[at : at + 6]):
                return ""
            return noun.medium
        return ""

    def _with_press(self, at: int, end: int) -> bool:
        scene = self.scene
        limit = min(end + 1, at + 8, len(scene.words))
        if set(scene.words[at:limit]) & {"téléphonique", "bilatéral"}:
            return False
        if _PRESS & set(scene.words[at:limit]):
            return True
        return any(set(m.refs) & self.media for m in scene.entities.within(at, limit + 4))

    def time(self, draft: Draft) -> Time | None:
        """Return when it was said, if its own clause says so."""
        if self.clock is None:
            return None
        tense = draft.verb.tense if draft.verb is not None else "past"
        tense = "past" if tense == "present" else tense  # "demande lundi": it has been said
        spans = sorted(draft.zone, key=lambda span: span[0] < (draft.cue[0][0] if draft.cue else 0))
        for start, end in spans:
            stop = end
            if self._anothers(draft, start, end):
                stop = self._opening(start, end)  # only "En 2013, …" holds for the whole sentence
            for at in range(start, stop):
                expression = self.scene.time_at.get(at)
                if expression is None or expression.kind in NO_POINT or self.scene.quote_at[at] >= 0:
                    continue
                if self._of_term(at):
                    continue
                found = self.clock.time(expression, tense) if not self._of_subject(draft, at) else None
                if found is not None and found.edtf:
                    return found
        return None

    def _opening(self, start: int, end: int) -> int:
        """Return the end of the time that opens the span before a comma, *start* if none does."""
        words = self.scene.words
        while start < end and self.scene.doc[start].is_space:
            start += 1
        first = start + (start < end and words[start] in {"en", "ce", "le", "dès"})
        for at in (start, first):
            time = self.scene.time_at.get(at)
            if time is not None and words[time.end : time.end + 1] == [","]:
                return time.end
        return start

    def _of_term(self, at: int) -> bool:
        """Tell whether the time is what an office or a plan is for: "le président du Conseil pour le mois d'août"."""
        before = at - 1
        before -= before > 0 and self.scene.words[before] in {"le", "la", "l'", "les", "mois", "année"}
        return before >= 0 and self.scene.words[before] == "pour"

    @staticmethod
    def _of_subject(draft: Draft, at: int) -> bool:
        return draft.subject.start <= at < draft.subject.end

    def _anothers(self, draft: Draft, start: int, end: int) -> bool:
        """Tell whether the circumstances before the subject are those of another's act."""
        scene = self.scene
        if "comme" in scene.words[start : min(start + 2, end)]:
            return True  # "Comme X la veille, Y a refusé"
        initial = draft.verb is not None and end <= draft.cue[0][0] and start < draft.subject.start
        return initial and any(t in scene.verb_at and scene.verb_at[t].finite for t in range(start, end))

    def place(self, draft: Draft) -> Place | None:
        """Return where it was said."""
        scene = self.scene
        for start, end in draft.zone:
            for at in range(start, end - 1):
                if scene.words[at] not in _WHERE or self._of_subject(draft, at):
                    continue
                mention = scene.phrases.get(at + 1) or scene.phrases.get(at)
                if mention is not None and mention.kind == "place" and mention.end <= end:
                    first = mention.name_start if mention.name_start is not None else mention.start
                    passage = scene.reading.passage(first, mention.name_end or mention.end)
                    return Place(scene.reading.words(passage), passage)
        return None

    def reporter(self, draft: Draft) -> tuple[Ref, ...]:
        """Return who passes it on: "cité par l'agence"."""
        scene = self.scene
        for start, end in draft.zone if not draft.reporter else ():
            for at in range(start, end - 1):
                mention = scene.actor(at + 2) if scene.words[at] in _CITED and scene.words[at + 1] == "par" else None
                if mention is not None and mention.refs:
                    return mention.refs
        return draft.reporter
