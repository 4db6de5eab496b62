"""Speakers known by a description only: "une source diplomatique", "de hauts responsables", "les habitants"."""

from __future__ import annotations

from pourparlers.extract.mentions import Mention
from pourparlers.extract.statements.patterns import DETERMINERS, SPEAKING_NOUNS, SPEAKING_NOUNS_BARE
from pourparlers.extract.statements.scene import Scene
from pourparlers.model import Passage, Person, Ref, local_id

_DEFINITE = frozenset({"le", "la", "l'", "son", "sa", "leur"})
_THAT = frozenset({"ce", "cet", "cette", "ces"})
_LOOSE = DETERMINERS | {"de", "d'", "du", "des", "beaucoup", "nombre"}


class Unnamed:
    """The people an article lets speak without a name, each description once."""

    def __init__(self, scene: Scene) -> None:
        """Start with nobody."""
        self.scene = scene
        self._evidence: dict[str, list[Passage]] = {}
        self._names: dict[str, str] = {}
        self._gender: dict[str, str | None] = {}

    def persons(self) -> tuple[Person, ...]:
        """Return them in the order of the text."""
        found = [
            Person(
                id=self._ref(key),
                evidence=tuple(dict.fromkeys(passages)),
                rule="statements.described",
                confidence=0.85,
                name=self._names[key],
                gender=self._gender[key],
                described=True,
            )
            for key, passages in self._evidence.items()
        ]
        return tuple(sorted(found, key=lambda person: person.evidence[0]))

    def _ref(self, key: str) -> Ref:
        first = self._evidence[key][0]
        return local_id("person", first.begin, first.end)

    def speaker(self, start: int, end: int, mention: Mention | None) -> tuple[Ref, ...]:
        """Return the speaker described in tokens `start:end`; nobody if the words may mean somebody named before."""
        scene = self.scene
        first = start
        while first < end - 1 and (scene.words[first] in _LOOSE or scene.doc[first].is_space):
            first += 1
        head = self._head(first, end, mention)
        if head is None or scene.quote_at[first] >= 0:
            return ()
        if self._anaphoric(start, first, end, mention):
            return ()
        passage = scene.reading.passage(first, end)
        name = scene.reading.words(passage)
        key = " ".join(name.lower().split())
        self._evidence.setdefault(key, []).append(passage)
        self._names.setdefault(key, " ".join(name.split()))
        self._gender.setdefault(key, mention.gender if mention is not None else None)
        return (self._ref(key),)

    def _head(self, first: int, end: int, mention: Mention | None) -> int | None:
        """Return the token of the noun that says that people speak."""
        if mention is not None and mention.kind in {"post", "source", "group"}:
            return mention.head
        for at in range(first, min(end, first + 4)):
            if self.scene.words[at] in SPEAKING_NOUNS:
                return at
            if self.scene.pos[at] not in {"ADJ", "NUM", "DET", "ADV"}:
                return None
        return None

    def _counted(self, first: int) -> bool:
        """Tell whether a number counts people who have been named: "les deux hommes"."""
        return self.scene.words[first - 1] in {"deux", "trois"} and self.scene.words[first - 2] in {"les", "ces"}

    def _anaphoric(self, start: int, first: int, end: int, mention: Mention | None) -> bool:
        """Tell whether the description is a bare definite one ("le responsable", "ses détracteurs")."""
        determiner = self.scene.words[first - 1] if first > start else ""
        if determiner in _THAT:
            return True
        plural = mention.plural if mention is not None else False
        if determiner in {"ses", "leurs", "nos", "vos"} or self._counted(first):
            return True
        if determiner in _DEFINITE and not plural:
            demonym = any(m.kind == "adjective" for m in self.scene.entities.within(first, end))
            return end - first < 3 and not demonym
        return first == start and not plural and self.scene.words[first] not in SPEAKING_NOUNS_BARE
