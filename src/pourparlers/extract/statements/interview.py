"""Interviews printed as questions and answers: "Q- …", "R- …". The answers are the words of whom the title names."""

from __future__ import annotations

from pourparlers.extract.statements.drafts import Draft, Span, Subject
from pourparlers.extract.statements.extent import trim
from pourparlers.extract.statements.patterns import DE
from pourparlers.extract.statements.scene import Scene
from pourparlers.model import Ref

_QUESTION = frozenset({"q", "q.", "q-", "question", "q:"})
_ANSWER = frozenset({"r", "r.", "r-", "réponse", "r:"})
_DASHES = frozenset({"-", "–", "—", ":", ".", ".-"})
_TITLES = frozenset({"entretien", "entretiens", "interview", "interviews"})
_REACH = 10


def turns(scene: Scene) -> dict[int, str]:
    """Return the paragraphs of questions ("q") and answers ("a") by number; empty if the article is no interview.

    A paragraph without a mark goes on with the turn before; what stands before the first question is no turn.
    """
    found: dict[int, str] = {}
    turn = ""
    for unit in scene.units:
        if unit.block != "body" or unit.paragraph in found:
            continue
        turn = _marked(scene, unit.start, unit.end)[0] or turn
        if turn:
            found[unit.paragraph] = turn
    return found if set(found.values()) == {"q", "a"} else {}


def answers(scene: Scene, turn_of: dict[int, str]) -> list[Draft]:
    """Return one statement for each paragraph of an answer, none if the interviewed person is not known."""
    who, told = _interviewed(scene) if turn_of else ((), (0, 0))
    if not who:
        return []
    found: list[Draft] = []
    mark: Span = (0, 1)
    for paragraph in sorted(paragraph for paragraph, turn in turn_of.items() if turn == "a"):
        units = [number for number, unit in enumerate(scene.units) if unit.paragraph == paragraph]
        start, end = scene.units[units[0]].start, scene.units[units[-1]].end
        first = _marked(scene, start, end)[1]
        content = list(trim(scene, first, end))
        while end > first and scene.doc[end - 1].is_space:
            end -= 1
        if not content:
            continue
        mark = (start, first) if first > start else mark  # a paragraph without one goes on under the last
        subject = Subject(who, start, start, "interview")
        found.append(Draft("interview", subject, [mark], [(content[0][0], end)], [told], units[0], medium="interview"))
    return found


def _marked(scene: Scene, start: int, end: int) -> tuple[str, int]:
    """Return the turn that the mark at the paragraph's start opens ("q", "a", else "") and the token behind it."""
    while start < end and scene.doc[start].is_space:
        start += 1
    if start >= end:
        return "", start
    word = scene.words[start]
    turn = "q" if word in _QUESTION else "a" if word in _ANSWER else ""
    at = start + 1
    closed = word[-1:] in _DASHES
    while at < end and scene.words[at] in _DASHES:
        closed, at = True, at + 1
    return (turn, at) if turn and closed else ("", start)


def _interviewed(scene: Scene) -> tuple[tuple[Ref, ...], Span]:
    """Return the one person named behind "entretien de", "interview de", and the last words that say so."""
    found: tuple[Ref, ...] = ()
    zone = (0, 0)
    for at in range(len(scene.words) - 1):
        if scene.words[at] not in _TITLES or scene.words[at + 1] not in DE | {"avec", "accordé", "accordée"}:
            continue
        named = (scene.phrases[t] for t in range(at, at + _REACH) if t in scene.phrases)
        person = next((m for m in named if m.kind == "person" and len(m.refs) == 1), None)
        unit = scene.unit(at)
        if person is not None and found not in ((), person.refs):
            return (), zone
        if person is not None and unit is not None:
            found, zone = person.refs, (at, unit.end)
    return found, zone
