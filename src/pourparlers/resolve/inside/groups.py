"""Groups: "les deux hommes", "les présidents français et russe", "les trois pays"."""

from __future__ import annotations

from collections.abc import Sequence

from pourparlers.extract.actors.page import Page
from pourparlers.extract.actors.patterns import DEFINITE
from pourparlers.extract.actors.post import Post
from pourparlers.extract.mentions import Mention
from pourparlers.model import Ref
from pourparlers.resolve.inside.patterns import NUMBERS, PAIRS

_PEOPLE = frozenset(("person", "post", "source"))
_KINDS = {"person": _PEOPLE, "state": frozenset(("state",)), "institution": frozenset(("institution",))}


def pairs(page: Page, posts: Sequence[Post], mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions "les deux X" with those they count, when the sentences before name just as many."""
    made: list[Mention] = []
    taken = {p.start for p in posts if p.head.plural} | {p.at for p in posts if p.head.plural}
    ordered = sorted((m for m in mentions if m.refs and m.kind != "group"), key=lambda m: m.start)
    for i, low in enumerate(page.low):
        count = NUMBERS.get(low)
        if (
            count is None
            or page.sentence[i] < 0
            or i + 1 >= len(page)
            or i == 0
            or page.low[i - 1] not in DEFINITE | {"tous"}
        ):
            continue
        noun = i + 1
        while noun < len(page) and page.pos[noun] == "ADJ" and page.low[noun] not in PAIRS:
            noun += 1
        what = PAIRS.get(page.low[noun]) if noun < len(page) else None
        if what is None:
            continue
        end = noun + 1
        while end < len(page) and page.pos[end] == "ADJ" and not page.verb.get(end):
            end += 1
        refs = _counted(page, ordered, i, count, what)
        made.append(Mention(i - 1, end, "group", refs, noun, plural=True, gender=page.gender[noun] or None))
    return [m for m in made if m.start + 1 not in taken or m.refs]


def _counted(page: Page, mentions: Sequence[Mention], at: int, count: int, what: str) -> tuple[Ref, ...]:
    """Return the last *count* actors of the kind wanted, from as few sentences as hold that many; none if more."""
    number = page.sentence[at]
    for kinds in [_KINDS[what]] if what in _KINDS else [_PEOPLE, frozenset(("state", "institution"))]:
        found: dict[Ref, None] = {}
        for back in range(5):
            here = [m for m in mentions if page.sentence[m.start] == number - back and m.start < at and m.kind in kinds]
            for mention in reversed(here):
                found.update(dict.fromkeys(mention.refs))
            if len(found) >= count:
                break
        if len(found) == count:
            return tuple(reversed(found))
    return ()
