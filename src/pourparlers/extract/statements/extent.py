"""How far what was said reaches: to where the reporting clause goes on, or another attribution opens."""

from __future__ import annotations

from pourparlers.extract.statements.drafts import Cue, Reach, Span
from pourparlers.extract.statements.ends import Ends, incise_at
from pourparlers.extract.statements.patterns import GIVING, SENTENCE_END
from pourparlers.extract.statements.scene import Scene

_ACTORS = frozenset({"person", "post", "institution", "state", "group"})


def extent(scene: Scene, reach: Reach, start: int, limit: int, kind: str) -> tuple[Span, ...]:
    """Return the pieces of a content that starts at *start*, its incises and what goes on after it left out."""
    at, words = start, scene.words
    ends = Ends(scene, reach, start, limit, kind)
    while at < limit:
        if at in scene.opens:
            at = max(scene.quotes[scene.opens[at]].outer_end, at + 1)
            if at < limit and at > start + 1 and incise_at(scene, at, limit):
                break
            continue
        word = words[at]
        if word == "(":
            at = _matching(scene, at, limit)
            continue
        if word in SENTENCE_END and scene.quote_at[at] < 0:
            break
        if word == ":" and kind != "que" and (at + 1 in scene.opens or at + 2 in scene.opens):
            break
        if (word in {"-", "–", "—", ")"} and _closes_aside(scene, reach, at)) or ends.here(at):
            break
        at += 1
    return trim(scene, start, min(at, limit))


def dative(scene: Scene, cue: Cue, pieces: tuple[Span, ...]) -> tuple[tuple[Span, ...], Span | None]:
    """Return the pieces of a nominal content without the addressee at its end, and that: "une aide … à l'Arménie"."""
    if not pieces or cue.verb.verb not in GIVING:
        return pieces, None
    begin, end = pieces[-1]
    for mention in scene.entities.within(begin + 1, end):
        if mention.end != end or mention.kind not in _ACTORS:
            continue
        inside = scene.words[mention.start] in {"au", "aux"}
        cut = mention.start if inside else mention.start - 1
        if cut > begin and scene.words[cut] in {"à", "au", "aux"} and cut - 1 not in scene.verb_at:
            return (*pieces[:-1], (begin, cut)), (mention.start, mention.end)
    return pieces, None


def trim(scene: Scene, start: int, end: int) -> tuple[Span, ...]:
    """Return the span without the commas, dashes and white space at its ends; nothing if no word is left."""
    loose = {",", ";", ":", "-", "–", "—", ".", "et", "mais"}
    while start < end and (scene.words[start] in loose - {"et", "mais"} or scene.doc[start].is_space):
        start += 1
    while end > start and (scene.words[end - 1] in loose or scene.doc[end - 1].is_space):
        end -= 1
    return ((start, end),) if any(scene.doc[t].is_alpha or scene.doc[t].like_num for t in range(start, end)) else ()


def _matching(scene: Scene, at: int, limit: int) -> int:
    for close in range(at + 1, min(at + 40, limit)):
        if scene.words[close] == ")":
            return close + 1
    return at + 1


def _closes_aside(scene: Scene, reach: Reach, at: int) -> bool:
    """Tell whether the dash or bracket at *at* closes the aside in which the cue itself stands."""
    if scene.words[at] != ")" and not (
        (at + 1 < len(scene.doc) and scene.doc[at].whitespace_) or scene.words[at + 1] == ","
    ):
        return False
    opening = "(" if scene.words[at] == ")" else scene.words[at]
    for back in range(reach.start - 1, max(reach.start - 25, -1), -1):
        if scene.words[back] == opening:
            return True
        if scene.words[back] in {".", ")", "!", "?"}:
            return False
    return False
