"""The way from a reading to its entities, step by step."""

from __future__ import annotations

from pourparlers.authority import load
from pourparlers.extract.actors import compose, names, posts
from pourparlers.extract.actors.desk import Desk
from pourparlers.extract.actors.ground import Ground
from pourparlers.extract.actors.headnouns import inner_tokens
from pourparlers.extract.actors.page import Page, lay_out
from pourparlers.extract.actors.post import Post
from pourparlers.extract.institutions import roles, spans, states, tagged
from pourparlers.extract.institutions.patterns import PORTFOLIOS
from pourparlers.extract.institutions.span import Span
from pourparlers.extract.mentions import Entities
from pourparlers.language.document import Reading
from pourparlers.resolve.inside.link import link


def read(reading: Reading) -> Entities:
    """Return who and what acts in the article, and where it is mentioned."""
    page, authority = lay_out(reading), load()
    known = states.survey(page, authority)
    closed = inner_tokens(page, known)
    bodies = _bodies(page, known, closed)
    ground = Ground(page, {s.start: s for s in bodies}, known)
    offices = posts.find(ground)
    bodies = [s for s in bodies if not _in_portfolio(s, offices) and all(p.at != s.start for p in offices)]
    blocked = _covered(page, bodies, offices)
    people = names.find(page, authority, blocked, {p.end for p in offices})
    taken = [False] * len(page)
    for name in people:
        if name.strength > 1:
            taken[name.start : name.end] = [True] * (name.end - name.start)
    desk = Desk(ground, people, offices)
    phrases = compose.run(desk)
    ranges = [r for post in offices for r in (*post.domains, *post.subjects)]
    domains = frozenset(k for start, end in ranges for k in range(start, end))
    mentions = roles.find(page, known, taken, closed, domains)
    extra = tagged.find(page, [a or b for a, b in zip(taken, blocked, strict=True)])
    everything = sorted([*bodies, *extra], key=lambda s: s.start)
    return link(page, known, phrases, desk.leftover(), everything, mentions)


def _bodies(page: Page, known: states.States, closed: frozenset[int]) -> list[Span]:
    """Return the institutions: of the authority and the grammar, then those only the tagger tells."""
    bodies = spans.find(page, known, closed)
    ends = frozenset(p.end for p in posts.find(Ground(page, {s.start: s for s in bodies}, known)))
    return sorted([*bodies, *tagged.find(page, _covered(page, bodies, []), ends)], key=lambda s: s.start)


def _in_portfolio(span: Span, offices: list[Post]) -> bool:
    """Tell the "Administration territoriale" of a minister from an institution."""
    if span.head in PORTFOLIOS and any(p.start < span.start < p.end and p.org is not span for p in offices):
        return True
    return any(a < span.start and span.end <= b for p in offices for a, b in p.subjects)


def _covered(page: Page, bodies: list[Span], offices: list[Post]) -> list[bool]:
    """Tell the tokens of institutions and posts, where no person's name stands."""
    covered = [False] * len(page)
    for span in bodies:
        covered[span.start : span.closed_end] = [True] * (span.closed_end - span.start)
    for post in offices:
        stop = post.end if post.of is None else min(post.end, post.of)
        covered[post.start : stop] = [True] * (stop - post.start)
    return covered
