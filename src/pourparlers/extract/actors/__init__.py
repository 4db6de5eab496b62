"""Actors: the people an article names, the posts it gives them, the institutions that act, and every mention of them."""

from __future__ import annotations

from pourparlers.authority import load
from pourparlers.extract.actors import compose, names, posts
from pourparlers.extract.actors.page import lay_out
from pourparlers.extract.institutions import roles, spans, states, tagged
from pourparlers.extract.institutions.patterns import PORTFOLIOS
from pourparlers.extract.mentions import Entities
from pourparlers.language.document import Reading
from pourparlers.resolve.inside.link import link

__all__ = ["entities", "extract"]


def entities(reading: Reading) -> Entities:
    """Return who and what acts in the article, and where it is mentioned."""
    page = lay_out(reading)
    authority = load()
    known = states.survey(page, authority)
    closed = posts.head_tokens(page, known)
    bodies = spans.find(page, known, closed)
    blocked = [False] * len(page)
    for span in bodies:
        blocked[span.start : span.closed_end] = [True] * (span.closed_end - span.start)
    ends = frozenset(p.end for p in posts.find(page, {s.start: s for s in bodies}, known))
    bodies = sorted([*bodies, *tagged.find(page, blocked, ends)], key=lambda s: s.start)
    for span in bodies:
        blocked[span.start : span.closed_end] = [True] * (span.closed_end - span.start)
    by_start = {s.start: s for s in bodies}
    offices = posts.find(page, by_start, known)
    bodies = [
        s
        for s in bodies
        if not (s.head in PORTFOLIOS and any(p.start < s.start < p.end and p.org is not s for p in offices))
    ]
    for post in offices:
        stop = min([post.end, *([post.of] if post.of is not None else [])])
        blocked[post.start : stop] = [True] * (stop - post.start)
    people = names.find(page, authority, blocked, {p.end for p in offices})
    taken = [False] * len(page)
    for name in people:
        if name.strength > 1:
            taken[name.start : name.end] = [True] * (name.end - name.start)
    composer = compose.Composer(page, people, offices, known, by_start)
    phrases = composer.run()
    domains = frozenset(k for post in offices for start, end in post.domains for k in range(start, end))
    mentions = roles.find(page, known, taken, closed, domains)
    extra = tagged.find(page, [a or b for a, b in zip(taken, blocked, strict=True)])
    return link(
        page, known, phrases, compose.leftover(composer), sorted([*bodies, *extra], key=lambda s: s.start), mentions
    )


extract = entities
