"""Pronouns and possessives: whom "il", "elle", "ce dernier", "son" take up, or nobody when the text leaves it open."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pourparlers.extract.actors.page import Page
from pourparlers.extract.mentions import Mention
from pourparlers.model import Ref
from pourparlers.resolve.inside.patterns import (
    CLITICS,
    IMPERSONAL,
    IMPERSONAL_ADJECTIVES,
    LAST,
    POSSESSIVE_PLURAL,
    POSSESSIVES,
    PRONOUNS,
)

_NOMINAL = frozenset(("person", "post", "institution", "state", "source", "group"))
_GOVERNING = frozenset(
    """de du des d' a au aux avec par pour en dans sur contre entre vers chez sous depuis envers apres avant devant
    que""".split()
)
_NOT_GOVERNING = frozenset(("que",))


class Pronouns:
    """Resolves the pronouns of one article from the mentions already resolved."""

    def __init__(self, page: Page, mentions: Sequence[Mention], genders: dict[Ref, str | None]) -> None:
        """Sort the mentions into subjects and others, sentence by sentence."""
        self.page, self.genders = page, genders
        self.subjects: dict[int, list[Mention]] = {}
        self.others: dict[int, list[Mention]] = {}
        covered = -1
        for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
            if mention.kind not in _NOMINAL or not mention.refs or mention.start < covered:
                continue
            covered = mention.end
            number = page.sentence[mention.start]
            if page.spoken[mention.start]:
                continue
            table = self.others if self._governed(mention) or not self._subject(mention) else self.subjects
            table.setdefault(number, []).append(mention)

    def _subject(self, mention: Mention) -> bool:
        """Tell whether an ungoverned mention may be a subject: the first of its sentence, or before a finite verb."""
        page = self.page
        if page.sentence[mention.start] not in self.subjects:
            return True
        if page.dep[mention.head].startswith("nsubj"):
            return True
        i = mention.end
        while i < len(page) and (page.pos[i] == "ADV" or page.low[i] in CLITICS | {"qui", ","}):
            i += 1
        group = page.verb.get(i)
        if group is not None and group.finite:
            return True
        before = page.low[mention.start - 1]
        return before in {"et", ","} and bool(self.subjects[page.sentence[mention.start]]) and self._just_after(mention)

    def _just_after(self, mention: Mention) -> bool:
        """Tell whether the mention is coordinated with the subject before it."""
        last = self.subjects[self.page.sentence[mention.start]][-1]
        return mention.start - last.end <= 2

    def _governed(self, mention: Mention) -> bool:
        """Tell whether a preposition governs the mention."""
        before = self.page.low[mention.start - 1] if mention.start else ""
        if self.page.low[mention.start] in {"du", "des", "au", "aux", "de", "d'"} and mention.kind != "source":
            return True
        return before in _GOVERNING - _NOT_GOVERNING

    def all(self) -> list[Mention]:
        """Return every pronoun and possessive of the page as a mention."""
        page, made = self.page, []
        for i, word in enumerate(page.low):
            if page.sentence[i] < 0:
                continue
            low = word.lstrip("-").removeprefix("t-")
            if low in PRONOUNS:
                mention = self._pronoun(i, *PRONOUNS[low])
            elif low in LAST and i and page.low[i - 1] in {"ce", "cette", "ces"} and self._bare(i):
                mention = self._last(i, *LAST[low])
            elif low in POSSESSIVES and page.pos[i] in {"DET", "PRON", "ADJ"}:
                mention = self._possessive(i, plural=low in POSSESSIVE_PLURAL)
            else:
                continue
            if mention is not None:
                made.append(mention)
                self._remember(mention)
        return made

    def _bare(self, i: int) -> bool:
        return i + 1 >= len(self.page) or self.page.pos[i + 1] not in {"NOUN", "PROPN"}

    def _remember(self, mention: Mention) -> None:
        """Let a resolved pronoun be the subject that the next one takes up."""
        if mention.kind == "pronoun" and mention.refs and not self.page.spoken[mention.start]:
            self.subjects.setdefault(self.page.sentence[mention.start], []).append(mention)

    def _impersonal(self, i: int) -> bool:
        page, j = self.page, i + 1
        if page.low[i].startswith("-"):
            return page.low[i - 1] in IMPERSONAL
        while j < len(page) and page.low[j] in CLITICS:
            if page.low[j] == "y" and page.low[j + 1 : j + 2] in (
                ["a"],
                ["avait"],
                ["aura"],
                ["aurait"],
                ["ait"],
                ["eut"],
            ):
                return True
            j += 1
        if j >= len(page):
            return False
        if page.low[j] in IMPERSONAL:
            return page.low[j] not in {"reste", "restait", "appartient", "existe", "manque"} or page.low[
                j + 1 : j + 2
            ] in (["a"], ["que"], ["de"], ["un"], ["des"])
        if page.low[j] in {"est", "etait", "serait", "sera", "soit"}:
            k = j + 1
            while k < len(page) and (page.pos[k] == "ADV" or page.low[k] in {'"', "«", "“", "tres", "plus", "pas"}):
                k += 1
            if k < len(page) and (page.low[k] in IMPERSONAL_ADJECTIVES or page.pos[k] == "ADJ"):
                after = [w for w in page.low[k + 1 : k + 4] if w not in {'"', "»", "”"}]
                return bool(after) and after[0] in {"que", "qu'", "de", "d'", "pour", "si"}
        return False

    def _agrees(self, mention: Mention, gender: str, *, plural: bool) -> bool:
        if plural:
            return len(mention.refs) > 1 or mention.plural
        if len(mention.refs) > 1 or (mention.plural and mention.kind in {"group", "source"}):
            return False
        own = (
            self.genders.get(mention.refs[0])
            if mention.kind in {"person", "post", "pronoun", "source"}
            else mention.gender
        )
        return own is None or own == gender

    def _pronoun(self, i: int, gender: str, plural: bool) -> Mention | None:  # noqa: FBT001
        if self._impersonal(i):
            return None
        refs = self._antecedent(i, gender, plural=plural)
        return Mention(i, i + 1, "pronoun", refs, i, plural, gender)

    def _antecedent(self, i: int, gender: str, *, plural: bool) -> tuple[Ref, ...]:
        """Return the subject before in the sentence, else that of the sentence before, at most three back."""
        page = self.page
        if page.spoken[i]:
            return ()
        number, paragraph = page.sentence[i], page.paragraph(i)
        for back in range(4):
            current = number - back
            if current < 0 or paragraph - page.reading.sentences[current].paragraph > 1:
                break
            subjects = [
                m for m in self.subjects.get(current, []) if m.start < i and self._agrees(m, gender, plural=plural)
            ]
            if subjects:
                return self._choose(subjects, current == number, plural=plural)
            if plural and (pair := self._coordinated(current, i)):
                return pair
            others = [m for m in self.others.get(current, []) if m.start < i and self._agrees(m, gender, plural=plural)]
            people = {m.refs for m in others if m.kind in {"person", "post", "source"}}
            if back and self.subjects.get(current):
                return next(iter(people)) if len(people) == 1 else ()
            if back and len(people) == 1:
                return next(iter(people))
            if back and len(people) > 1:
                return ()
        return ()

    def _choose(self, subjects: list[Mention], same: bool, *, plural: bool) -> tuple[Ref, ...]:  # noqa: FBT001
        """Prefer people, then the first of the sentence before or the last before in this one."""
        human = [m for m in subjects if m.kind in {"person", "post", "pronoun", "source", "group"}]
        pool = human or subjects
        if plural:
            return pool[-1].refs
        return (pool[-1] if same else pool[0]).refs

    def _coordinated(self, number: int, before: int) -> tuple[Ref, ...]:
        """Return the people of "A et B" that are subject of the sentence."""
        page, found = self.page, [m for m in self.subjects.get(number, []) if m.start < before and len(m.refs) == 1]
        for one, two in pairwise(found):
            if [w for w in page.low[one.end : two.start] if w not in {"le", "la", "les", "l'", ",", "que"}] in (
                ["et"],
                ["ainsi"],
            ):
                return tuple(dict.fromkeys((*one.refs, *two.refs)))
        return ()

    def _last(self, i: int, gender: str, plural: bool) -> Mention:  # noqa: FBT001
        """Resolve "ce dernier": whoever was mentioned last before."""
        page = self.page
        refs: tuple[Ref, ...] = ()
        for number in (page.sentence[i], page.sentence[i] - 1):
            near = [m for m in (*self.subjects.get(number, []), *self.others.get(number, [])) if m.start < i]
            near = [m for m in near if self._agrees(m, gender, plural=plural) and m.kind != "pronoun"]
            if near:
                refs = max(near, key=lambda m: m.start).refs
                break
        return Mention(i - 1, i + 1, "pronoun", refs, i, plural, gender)

    def _possessive(self, i: int, *, plural: bool) -> Mention:
        """Resolve a possessive to the subject before it in the sentence, else to that of the sentence before."""
        page = self.page
        refs: tuple[Ref, ...] = ()
        if not page.spoken[i]:
            number = page.sentence[i]
            for current in (number, number - 1):
                subjects = [m for m in self.subjects.get(current, []) if m.start < i]
                fitting = [m for m in subjects if plural == (len(m.refs) > 1 or m.plural)]
                if plural and not fitting:
                    refs = self._coordinated(current, i)
                elif fitting:
                    refs = (fitting[-1] if current == number else fitting[0]).refs
                if refs:
                    break
        return Mention(i, i + 1, "possessive", refs, i, plural)
