"""Counterparts and predecessors: "son homologue grec X" holds in Greece the post of the one before."""

from __future__ import annotations

from dataclasses import replace

from pourparlers.authority.posts import likeness
from pourparlers.extract.actors.page import Page
from pourparlers.extract.actors.patterns import ELSEWHERE, RELATIVE_AFTER, RELATIVE_BEFORE, RELATIVE_SAME
from pourparlers.extract.actors.post import Post
from pourparlers.resolve.inside.people import Holding, People, Somebody


def relatives(page: Page, people: People) -> None:
    """Derive the posts told only by whose counterpart, predecessor or successor one is."""
    for somebody in people.all:
        kept: list[Holding] = []
        for holding in somebody.holdings:
            word = page.low[holding.post.at]
            if word in RELATIVE_SAME:
                model = _model(page, people, somebody, holding.post)
                title = _title_elsewhere(model) if model is not None else None
                if model is not None and title is not None:
                    kept.append(Holding(_moved(holding.post, model.post), holding.states, title, inferred=True))
                continue
            if word in RELATIVE_BEFORE | RELATIVE_AFTER:
                holding.former = word in RELATIVE_BEFORE
                _as_served(people, holding)
            kept.append(holding)
        somebody.holdings = kept


def _title_elsewhere(model: Holding) -> str | None:
    """Return what the counterpart's post is called in another state; None for a mere "chef"."""
    post = model.post
    if post.head.key in {"chef", "patron"}:
        return (
            ELSEWHERE["secrétaire à la Défense"]
            if post.org and post.org.ids == ("institution/us-department-of-defense",)
            else None
        )
    return (
        ELSEWHERE.get(post.head.key, model.title) if post.head.key in ELSEWHERE and not post.portfolio else model.title
    )


def _as_served(people: People, holding: Holding) -> None:
    """Give "le prédécesseur du général X" the state or institution of X."""
    of = holding.post.of
    if of is None or holding.states:
        return
    other = next((p for p in people.all if any(f.start <= of < f.end for f in p.phrases)), None)
    if other is not None:
        holding.states = other.states(people.authority)[:1]
        orgs = [h.post.org for h in other.holdings if h.post.org is not None]
        if orgs and not holding.states:
            holding.post = replace(holding.post, org=orgs[0])


_ALIKE = 2
_LESSER = frozenset("conseiller conseillere depute deputee senateur senatrice membre".split())  # no counterparts


def _model(page: Page, people: People, somebody: Somebody, post: Post) -> Holding | None:
    """Return the post of the person whose counterpart is meant: the nearest before, not beyond the sentence before."""
    if post.det is not None and page.low[post.det] in {"mon", "notre", "nos", "mes"}:
        return None  # the speaker's own
    best: tuple[int, Holding] | None = None
    for other in people.all:
        usable = [h for h in other.holdings if not h.former and page.low[h.post.at] not in RELATIVE_SAME]
        if other is somebody or not usable:
            continue
        for phrase in other.phrases:
            distance = page.sentence[post.at] - page.sentence[phrase.start]
            if phrase.start < post.at and distance <= 1 and (best is None or phrase.start > best[0]):
                best = (phrase.start, _shared(people, somebody, usable))
    return best[1] if best else None


def _shared(people: People, somebody: Somebody, usable: list[Holding]) -> Holding:
    """Return the one of several posts that the authority knows of the counterpart too, else the first of weight."""
    ids = {i for phrase in somebody.phrases for i in phrase.name.ids}
    terms = [t.post for i in sorted(ids) for t in people.authority.tenures_of.get(i, ())]
    known = [h for h in usable if any(likeness(_title_elsewhere(h) or "", post) >= _ALIKE for post in terms)]
    weighty = [h for h in usable if h.post.head.words[0] not in _LESSER]
    return (known or weighty or usable)[0]


def _moved(post: Post, model: Post) -> Post:
    """Return *model*'s post at the place of *post*."""
    return replace(
        model,
        start=post.start,
        end=post.end,
        at=post.at,
        det=post.det,
        states=post.states,
        org=post.org,
        of=None,
        nested=None,
    )
