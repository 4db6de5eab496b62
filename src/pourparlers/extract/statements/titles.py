"""Whom a description by post or trade means: "le diplomate norvégien", "le chef d'état-major des armées du Chili"."""

from __future__ import annotations

import unicodedata

from pourparlers.extract.statements.patterns import DIPLOMATIC, DIPLOMATS
from pourparlers.extract.statements.scene import Scene
from pourparlers.model import Ref, Tenure

_DEFINITE = frozenset({"le", "la", "l'", "ce", "cet", "cette", "au", "du"})
# Bodies whose head is that of the state: "des forces armées", "du gouvernement".
_WHOLE = frozenset({"armees", "armées", "forces", "gouvernement", "republique", "république"})
_ACTING = frozenset({"institution", "state", "adjective", "place"})


class Titles:
    """The holders of posts, as descriptions without a name may mean them."""

    def __init__(self, scene: Scene) -> None:
        """Keep who holds which post in the article."""
        self.scene = scene
        self.held = [t for t in scene.entities.tenures if not t.former]
        self.names = {i.id: _words(i.name) for i in scene.entities.institutions}
        self.state = {i.id: i.state for i in scene.entities.institutions}
        self.seen = {p.id: min(e.begin for e in p.evidence) for p in scene.entities.persons if p.evidence}

    def holder(self, start: int, end: int) -> tuple[Ref, ...]:
        """Return the one person named before whom the singular description in tokens `start:end` can mean."""
        scene, first = self.scene, start
        if scene.words[first] in _DEFINITE:
            first += 1
        elif not scene.doc[first].text[:1].isupper():
            return ()
        if first >= end or scene.quote_at[first] >= 0:
            return ()
        named = {ref for m in scene.entities.within(first, end) if m.kind in _ACTING for ref in m.refs}
        holders = self._diplomats(first, named) or self._titled(first, end, named)
        here = scene.doc[start].idx
        known = dict.fromkeys(ref for ref in holders if self.seen.get(ref, here) < here)
        return tuple(known) if len(known) == 1 else ()

    def _diplomats(self, first: int, named: set[Ref]) -> list[Ref]:
        if self.scene.words[first] not in DIPLOMATS or not named:
            return []
        return [t.holder for t in self.held if _words(t.title)[0] in DIPLOMATIC and self._of(t, named)]

    def _titled(self, first: int, end: int, named: set[Ref]) -> list[Ref]:
        """Return those whose title begins the description, which adds nothing but whom they serve."""
        scene = self.scene
        adjectives = {
            t for m in scene.entities.within(first, end) if m.kind == "adjective" for t in range(m.start, m.end)
        }
        words = [_plain(scene.words[t]) for t in range(first, end) if t not in adjectives]
        found = []
        for tenure in self.held:
            title = _words(tenure.title)
            if words[: len(title)] != title or (len(title) == 1 and len(words) > 1):
                continue
            if len(words) > len(title) and self._more(first, end, len(title) + len(adjectives)):
                continue
            if self._of(tenure, named) if named else len(words) == len(title):
                found.append(tenure.holder)
        return found

    def _more(self, first: int, end: int, size: int) -> bool:
        """Tell whether the words behind the title say more than whom it serves: "… de la marine"."""
        scene = self.scene
        covered = {t for m in scene.entities.within(first, end) if m.kind in _ACTING for t in range(m.start, m.end)}
        return any(
            t not in covered and scene.pos[t] in {"NOUN", "PROPN", "ADJ"} and scene.words[t] not in _WHOLE
            for t in range(first + size, end)
        )

    def _of(self, tenure: Tenure, named: set[Ref]) -> bool:
        """Tell whether the post is one of the bodies or states *named*."""
        body = tenure.institution
        if body is None:
            return False
        whole = any(self.state.get(ref) == body and _WHOLE & set(self.names[ref]) for ref in named if ref in self.names)
        return body in named or self.state.get(body) in named or whole


def _words(text: str) -> list[str]:
    return [_plain(word) for word in text.lower().replace("’", "'").replace("'", "' ").split()] or [""]


def _plain(word: str) -> str:
    """Return the word without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
