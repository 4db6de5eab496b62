"""Speakers together: "X, Y et Z", "tant X que Y", "X ainsi que Y"."""

from __future__ import annotations

from pourparlers.extract.mentions import Mention
from pourparlers.extract.statements.patterns import CONTRACTED, PREPOSITIONS, QUE
from pourparlers.extract.statements.scene import ACTORS, Scene
from pourparlers.model import Ref

JOINTS = frozenset({"et", "ou", "&"})


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
        elif words[end] in JOINTS or (words[end] in QUE and words[mention.start - 1] == "tant"):
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
        elif words[before] not in JOINTS and not (words[before] == "," and plural and len(refs) > len(mention.refs)):
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
