"""The grammar of posts: head noun, modifiers, complements.

l'ancien ministre lettonien de la Défense · les chefs d'état-major des armées serbe et croate · la cheffe du Fonds
"""

from __future__ import annotations

from dataclasses import dataclass, field

from pourparlers.extract.actors import domains, served
from pourparlers.extract.actors.ground import Ground
from pourparlers.extract.actors.headnouns import head_at
from pourparlers.extract.actors.lexicon import Head, heads
from pourparlers.extract.actors.page import Page
from pourparlers.extract.actors.patterns import (
    ACTING_AFTER,
    BEFORE,
    DESKS,
    DETERMINERS,
    ENDINGS,
    EVALUATIVE,
    FIRST,
    FORMER,
    FUTURE,
    FUTURE_AFTER,
    KEPT_BEFORE,
    LEAVING_AFTER,
    ONLY_RANKS,
    PARTY_ADJECTIVES,
    PERSONAL,
    TITLE_ADJECTIVES,
)
from pourparlers.extract.actors.post import Post
from pourparlers.extract.institutions.patterns import PORTFOLIO_ADJECTIVES, PORTFOLIOS
from pourparlers.extract.institutions.span import Span, article_end

_DE = frozenset(("de", "du", "des", "d'"))
_WITHIN = (["sein", "de"], ["sein", "du"], ["sein", "d'"])


@dataclass(slots=True)
class _Draft:
    """A post being read: everything before token `j` is understood, `pieces` of it make the title."""

    head: Head
    at: int
    start: int
    det: int | None
    depth: int
    j: int
    pieces: list[tuple[int, int]]
    former: bool = False
    future: bool = False
    acting: bool = False
    states: list[str] = field(default_factory=list)
    org: Span | None = None
    of: int | None = None
    nested: Post | None = None
    portfolio: str = ""
    place: str = ""
    domains: list[tuple[int, int]] = field(default_factory=list)
    subjects: list[tuple[int, int]] = field(default_factory=list)
    sealed: bool = False  # after an institution no adjective is the post's

    def take(self, end: int) -> bool:
        """Put the tokens up to *end* into the title."""
        self.pieces.append((self.j, end))
        return self.skip(end)

    def skip(self, end: int) -> bool:
        """Leave the tokens up to *end* out of the title."""
        self.j = end
        return True


def read(ground: Ground, i: int, depth: int = 0) -> Post | None:
    """Return the post whose head noun is token *i*."""
    found = head_at(ground.page, ground.states, i)
    if found is None:
        return None
    draft = _begun(ground, found[0], i, depth, former=found[1])
    stop = ground.page.bounds(i)[1]
    last = draft.j - 1
    if len(found[0].words) > 1 and ground.page.low[last] in PORTFOLIOS | PORTFOLIO_ADJECTIVES:
        first = last if ground.page.low[last] in PORTFOLIOS else last - 1
        draft.take(max(draft.j, ground.portfolio(first)))  # "ministre de la Défense | et des Sports"
    while draft.j < stop and any(step(ground, draft) for step in _STEPS):
        pass
    return _finished(ground, draft)


def _begun(ground: Ground, head: Head, i: int, depth: int, *, former: bool) -> _Draft:
    """Read what stands before the head: "l'ancienne première | ministre"."""
    page, start, future, kept = ground.page, i, False, i
    while start > 0 and page.sentence[start - 1] == page.sentence[i]:
        word = page.low[start - 1]
        if word in FORMER:
            former = True
        elif word in FUTURE:
            future = True
        elif word not in BEFORE or (word in {"deux", "trois"} and not head.plural):
            break
        elif (word in KEPT_BEFORE or (word in FIRST and head.level == "deputy")) and kept == start:
            kept = start - 1
        start -= 1
    same = start > 0 and page.sentence[start - 1] == page.sentence[i]
    det = start - 1 if same and page.low[start - 1] in DETERMINERS else None
    end = i + len(head.words)
    return _Draft(head, i, start, det, depth, end, [(kept, end)], former, future)


def _over(page: Page, j: int) -> bool:
    """Tell whether "jusqu'à la chute de la ville", "jusqu'en 2019" or "de 2015 à 2019" at *j* ends the post."""
    low, published = page.low, (page.reading.article.published or "")[:4]
    opening, *years = [*low[j : j + 4], "", "", "", ""][:4]
    if opening in {"de", "entre"}:
        return years[0].isdigit() and years[1] in {"a", "et"} and years[2].isdigit() and len(years[2]) == len("2019")
    after = j + 2 if opening == "jusqu'" else j + 1
    if opening not in {"jusqu'", "jusqu'a", "jusqu'en", "jusqu'au"} or after + 1 >= len(page):
        return False
    if low[after] in {"la", "l'", "son", "sa"}:
        after += 1
    past = low[after].isdigit() and len(published) == len(low[after]) and low[after] < published
    return past or low[after] in ENDINGS


def _finished(ground: Ground, draft: _Draft) -> Post:
    page = ground.page
    draft.former = draft.former or (draft.depth == 0 and _over(page, draft.j))
    title = " ".join(page.text(a, b) for a, b in _melted(draft.pieces))
    if page.low[draft.at].startswith("ex-") and title.lower().startswith("ex-"):
        title = title[3:]
    return Post(
        start=draft.start,
        end=draft.j,
        head=draft.head,
        at=draft.at,
        title=title,
        det=draft.det,
        states=tuple(dict.fromkeys(draft.states)),
        org=draft.org,
        of=draft.of,
        nested=draft.nested,
        former=draft.former,
        acting=draft.acting,
        future=draft.future,
        portfolio=draft.portfolio,
        place=draft.place,
        domains=tuple(draft.domains),
        subjects=tuple(draft.subjects),
    )


def _melted(pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join the pieces that touch."""
    joined: list[tuple[int, int]] = []
    for start, end in pieces:
        if joined and joined[-1][1] == start:
            joined[-1] = (joined[-1][0], end)
        elif end > start:
            joined.append((start, end))
    return joined


def _demonym(ground: Ground, draft: _Draft) -> bool:
    page, j = ground.page, draft.j
    state = ground.demonym(j)
    if state is None or (page.capital(j) and page.low[j - 1] != "republique"):
        return False  # "le Croate X": an inhabitant begins a name
    draft.states.append(state)
    return draft.skip(_more_demonyms(ground, draft, j + 1) if draft.head.plural else j + 1)


def _more_demonyms(ground: Ground, draft: _Draft, j: int) -> int:
    """Read "…, français et allemand" after the demonym of a plural head; return where it ends."""
    page = ground.page
    while j + 1 < len(page) and page.low[j] in {"et", ","}:
        state = ground.demonym(j + 1)
        if state is None or page.capital(j + 1):
            break
        if j + 2 < len(page) and page.words[j + 2][:1].isupper() and page.label[j + 2] == "PER":
            break  # "russe X et français Y": the second demonym goes with the second name
        draft.states.append(state)
        j += 2
    return j


def _standing(ground: Ground, draft: _Draft) -> bool:
    """Read "par intérim", "sortant", "élu", "au pouvoir", "en chef", "extraordinaire et plénipotentiaire"."""
    page, j = ground.page, draft.j
    low, following = page.low[j], page.low[j + 1 : j + 2]
    if low == "au" and following == ["pouvoir"]:
        return draft.skip(j + 2)
    if low == "par" and following == ["interim"]:
        draft.acting = True
        return draft.skip(j + 2)
    party = low in PARTY_ADJECTIVES and not draft.sealed
    if low in TITLE_ADJECTIVES or party or (low == "et" and following == ["plenipotentiaire"]):
        return draft.take(j + 1)
    if low in ACTING_AFTER | FUTURE_AFTER | LEAVING_AFTER and following != ["par"]:
        draft.acting, draft.future = draft.acting or low in ACTING_AFTER, draft.future or low in FUTURE_AFTER
        return draft.skip(j + 1)
    if low == "en" and following == ["exercice"]:
        return draft.skip(j + 2)
    if low == "pour" and page.low[j + 1 : j + 4] == ["le", "mois", "de"]:
        return draft.skip(j + 5)
    return draft.take(j + 2) if low == "en" and following == ["chef"] else False


def _complement(ground: Ground, draft: _Draft) -> bool:
    """Read whom or what the post serves, after "de"."""
    page, j = ground.page, draft.j
    if page.low[j] not in _DE:
        return False
    found = served.read(ground, draft.head, j, draft.depth, lambda i, depth: read(ground, i, depth))
    if found is None or (found.org is not None and draft.org is not None):
        return False
    if found.org is not None:
        draft.org, draft.sealed = found.org, True
        draft.states += [found.org.state] if found.org.state else []
    elif found.post is not None:
        draft.nested, draft.org = found.post, draft.org or found.post.org
        draft.states += found.post.states
    draft.states += [found.state] if found.state else []
    draft.of = found.person if found.person is not None else draft.of
    draft.former = draft.former or found.former
    draft.portfolio, draft.place = found.portfolio or draft.portfolio, found.place or draft.place
    if found.keep:
        draft.pieces.append((j, found.keep))
    if found.portfolio:
        draft.subjects.append((j, found.end))
    draft.j = found.end if found.org is None else _second_body(ground, draft, found.end)
    if draft.head.plural and draft.states:
        draft.j = _more_demonyms(ground, draft, draft.j)
    return True


def _second_body(ground: Ground, draft: _Draft, j: int) -> int:
    """Return the end of "(envoyé conjoint de l'Union) | et de la Ligue, M. X" at *j*, or *j* if a name is not near."""
    page, after = ground.page, article_end(ground.page, j + 1)
    if draft.head.plural or page.low[j : j + 1] != ["et"] or after == j + 1:
        return j
    span = ground.spans.get(after)
    end = span.closed_end if span is not None else (ground.state(after) or (j, ""))[0]
    return end if end > j and ground.holder(end) else j


def _within(ground: Ground, draft: _Draft) -> bool:
    """Read "au sein de l'organisation"."""
    page, j = ground.page, draft.j
    if page.low[j] != "au" or page.low[j + 1 : j + 3] not in _WITHIN:
        return False
    span = ground.spans.get(article_end(page, j + 2))
    if span is None or draft.org is not None:
        return False
    draft.org = span
    return draft.skip(span.end)


def _beside(ground: Ground, draft: _Draft) -> bool:
    """Read a body beside the title, as the press has it: "chef de mission | SADC"."""
    span = ground.spans.get(draft.j)
    if span is None or draft.org is not None or draft.states or not span.ids or not ground.page.capital(draft.j):
        return False
    draft.org = span
    return draft.skip(span.end)


def _domain(ground: Ground, draft: _Draft) -> bool:
    """Read "à la Défense", "pour le Sahel"."""
    page, j = ground.page, draft.j
    found = domains.read(ground, draft.head, draft.at, j) if page.low[j] in domains.OPENERS else None
    if found is None:
        return False
    if found.org is not None and draft.org is None and (not draft.states or _of_state(ground, draft)):
        draft.org, draft.states = found.org, []
    draft.portfolio = draft.portfolio or " ".join(page.low[j : found.end])
    draft.domains.append((j, found.end))
    return draft.take(found.end) if found.kept else draft.skip(found.end)


def _of_state(ground: Ground, draft: _Draft) -> bool:
    """Tell whether the state before is what the post is about: "directrice des États-Unis | au ministère"."""
    after = draft.at + len(draft.head.words)
    return ground.page.low[after] in _DE and draft.head.key in DESKS


def _adjective(ground: Ground, draft: _Draft) -> bool:
    page, j = ground.page, draft.j
    low = page.low[j]
    if page.pos[j] != "ADJ" or page.capital(j) or low in PERSONAL or not low.isalpha() or page.verb.get(j):
        return False
    if draft.sealed:
        return False
    return draft.skip(j + 1) if low in EVALUATIVE else draft.take(j + 1)


_STEPS = (_demonym, _standing, _complement, _within, _beside, _domain, _adjective)


def _only_rank(post: Post) -> bool:
    """Tell a "prince" without a realm, which is no post."""
    alone = post.head.words[0] in ONLY_RANKS and len(post.head.words) == 1
    return alone and not (post.states or post.org or post.place)


def find(ground: Ground) -> list[Post]:
    """Return the posts of the page in the order of the text, a post inside another's complement left out."""
    page, posts, i, known = ground.page, list[Post](), 0, heads()
    while i < len(page):
        low = page.low[i]
        span = ground.spans.get(i)
        if page.sentence[i] >= 0 and (low in known or low.startswith("ex-")) and (span is None or not span.head):
            post = read(ground, i)
            if post is not None and not (post.head.needs_body and post.org is None) and not _only_rank(post):
                posts.append(post)
                i = max(post.end, i + 1)
                continue
        i += 1
    return posts
