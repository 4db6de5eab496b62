"""Whom a description by post means: "le ministre serbe de la Défense", "le chef de l'État", "la diplomate".

The sieve, surest first: a person of the article with that post; one whom the authority knows in it;
the last one mentioned whose post the short description fits. Ties abstain. Nobody the article leaves out is brought in.
"""

from __future__ import annotations

from bisect import insort
from datetime import date

from pourparlers.authority import Authority, load, period
from pourparlers.authority.posts import likeness, post_class
from pourparlers.errors import InvalidAuthority
from pourparlers.extract.actors.page import Page, fold
from pourparlers.extract.actors.patterns import (
    DEFINITE,
    LEADERS,
    POSSESSIVES,
    RELATIVE_AFTER,
    RELATIVE_BEFORE,
    RELATIVE_SAME,
)
from pourparlers.extract.actors.post import Post
from pourparlers.extract.institutions.states import States
from pourparlers.resolve.inside.bodies import Bodies
from pourparlers.resolve.inside.people import Holding, People, Somebody

_REACH = 3  # sentences a short description looks back
_RELATIVES = RELATIVE_SAME | RELATIVE_BEFORE | RELATIVE_AFTER
_SEATS = {"government": ("président", "Premier ministre", "chancelier"), "ministry": ("ministre", "secrétaire")}


def days(page: Page) -> tuple[date, date]:
    """Return the first and last day on which the article may have appeared, as far as its metadata tell."""
    published = page.reading.article.published
    if not published:
        return date.min, date.max
    try:
        known = period(published)
    except InvalidAuthority:
        return date.min, date.max
    return known.earliest_begin, known.latest_end


_VAGUE = frozenset(
    "chef cheffe secretaire membre responsable directeur directrice representant conseiller commandant envoye".split()
)


def gender_of(page: Page, post: Post) -> str | None:
    """Return the gender a post is printed in, by its head or its article: "la ministre"."""
    article = {"le": "m", "la": "f", "un": "m", "une": "f", "du": "m", "au": "m"}
    return post.head.gender or (article.get(page.low[post.det]) if post.det is not None else None)


class Descriptions:
    """Resolves the posts of one article that stand beside no name, in the order of the text."""

    def __init__(self, page: Page, states: States, people: People, bodies: Bodies) -> None:
        """Note where each person is named."""
        self.page, self.states, self.people, self.bodies = page, states, people, bodies
        self.authority: Authority = load()
        self.days = days(page)
        self.line: list[tuple[int, int]] = sorted((p.start, k) for k, s in enumerate(people.all) for p in s.phrases)

    def who(self, post: Post) -> Somebody | None:
        """Return the person a singular definite description stands for."""
        det = self.page.low[post.det] if post.det is not None else ""
        if det not in DEFINITE | POSSESSIVES and det:
            return None
        if post.former or post.future or (not det and not self.page.opens_sentence(post.start)):
            return None
        if self.page.low[post.at] in _RELATIVES:
            found = self._relative(post)
        elif post.states or post.org is not None or post.nested is not None:
            found = self._by_post(post) or self._by_authority(post)
        elif len(post.head.words) > 1 or post.portfolio:
            found = self._by_post(post) or self._by_authority(post) or self._short(post)
        else:
            found = self._short(post)
        found = found or self._just_named(post)
        if found is not None:
            insort(self.line, (post.outer, self.people.all.index(found)))
        return found

    def holder(self, post: Post) -> Somebody | None:
        """Return the person of the article who holds the post, of one state, by the article or by the authority."""
        return self._by_post(post) or self._by_authority(post)

    def _just_named(self, post: Post) -> Somebody | None:
        """Return the only woman of the sentence before for "La cheffe du service" that begins the next one."""
        page, number = self.page, self.page.sentence[post.at]
        sentences = page.reading.sentences
        if post.org is None or gender_of(page, post) != "f" or number < 1 or not page.opens_sentence(post.outer):
            return None
        if sentences[number - 1].paragraph != sentences[number].paragraph:
            return None
        near = {k for start, k in self.line if page.sentence[start] == number - 1}
        person = self.people.all[next(iter(near))] if len(near) == 1 else None
        if person is None or person.gender != "f":
            return None
        bodies = [h.post.org for h in person.holdings if h.post.org is not None and not h.former]
        return None if bodies else person

    def _fits_gender(self, post: Post, person: Somebody) -> bool:
        gender = gender_of(self.page, post)
        return not (gender and person.gender and gender != person.gender)

    def _by_post(self, post: Post) -> Somebody | None:
        fits = [
            p for p in self.people.all if self._fits_gender(post, p) and any(self.same(post, p, h) for h in p.holdings)
        ]
        return fits[0] if len(fits) == 1 else self._latest(post, fits)

    def _latest(self, post: Post, fits: list[Somebody]) -> Somebody | None:
        """Return the one of several mentioned last before, if the others are not in the same sentence."""
        if len(fits) < 2:
            return None
        before = [
            (start, self.people.all[k]) for start, k in self.line if start < post.start and self.people.all[k] in fits
        ]
        if not before:
            return None
        start, last = before[-1]
        number = self.page.sentence[start]
        rivals = {id(p) for s, p in before if self.page.sentence[s] == number}
        near = self.page.sentence[post.at] - number <= _REACH
        return last if near and len(rivals) == 1 else None

    def same(self, post: Post, person: Somebody, holding: Holding) -> bool:
        """Tell whether a description may be of this post of this person."""
        if holding.former:
            return False
        other = holding.post
        mine = post.states or self._body_states(post)
        theirs = holding.states or self._body_states(other) or person.states(self.authority)
        if (mine and theirs and mine[0] not in theirs) or (mine and european(holding.title)):
            return False
        if post.org is not None and not self._same_body(post, holding):
            return False
        if self._leads(post, other) and ((mine and theirs) or post.org is not None):
            return True
        if post.portfolio and other.portfolio and post.portfolio != other.portfolio and post.head.key == other.head.key:
            return False
        one, two = fold(post.single_title), fold(holding.title)
        if one == two or _shortened(one, two) or _shortened(two, one):
            return True
        group = post_class(post.single_title, mine[:1])
        return group is not None and group == post_class(holding.title, theirs[:1])

    def _leads(self, post: Post, other: Post) -> bool:
        return post.head.key in LEADERS and other.head.level == "head"

    def _body_states(self, post: Post) -> tuple[str, ...]:
        body = self.bodies.of_span.get(post.org.start) if post.org else None
        return (body.state,) if body and body.state else ()

    def _same_body(self, post: Post, holding: Holding) -> bool:
        mine = self.bodies.of_span.get(post.org.start) if post.org else None
        theirs = self.bodies.of_span.get(holding.post.org.start) if holding.post.org else None
        if mine is None:
            return False
        if theirs is not None:
            return mine is theirs
        return (
            mine.kind in _SEATS
            and mine.state is not None
            and mine.state in holding.states
            and holding.post.head.level == "head"
        )

    def _by_authority(self, post: Post) -> Somebody | None:
        """Return the person of the article whom the authority knows in the post at the time."""
        fits = [
            p
            for p in self.people.all
            if p.authority
            and not any(h.former for h in p.holdings)
            and self._fits_gender(post, p)
            and self._known_in(post, p)
        ]
        return fits[0] if len(fits) == 1 else self._latest(post, fits)

    def _known_in(self, post: Post, person: Somebody) -> bool:
        body = self.bodies.of_span.get(post.org.start) if post.org else None
        for term in self.authority.tenures_of.get(person.authority or "", ()):
            if term.period is not None and not term.period.possible(*self.days):
                continue
            states = self.authority.states_of(term.institution)
            if post.org is not None:
                if body is None:
                    return False
                if body.authority == term.institution and self._head_of(post, term.post):
                    return True
                wanted = _SEATS.get(body.kind, ())
                if (
                    body.state in states
                    and body.authority
                    and post.head.key in LEADERS
                    and any(term.post.startswith(w) for w in wanted)
                ):
                    if body.kind == "government" and term.institution != body.state:
                        continue
                    return True
                continue
            if post.states and post.states[0] not in states:
                continue
            if post.head.key in LEADERS and post.states and term.institution == post.states[0]:
                return True
            if likeness(post.single_title, term.post, states) >= 2 and (
                not post.states or term.institution in (post.states[0], *self._organs(post.states[0]))
            ):
                return True
        return False

    def _organs(self, state: str) -> tuple[str, ...]:
        return tuple(t.institution for t in self.authority.tenures_in.get(state, ()))

    def _head_of(self, post: Post, title: str) -> bool:
        return post.head.key in LEADERS or likeness(post.single_title, title) >= 1

    def _short(self, post: Post) -> Somebody | None:
        """Return the person last mentioned whose post begins with the same word: "le ministre", "la chancelière"."""
        word = fold(post.head.singular.split()[0] if post.head.singular else post.head.key)
        key = fold(post.head.key)
        fits = []
        for p in self.people.all:
            if not self._fits_gender(post, p):
                continue
            titles = [fold(h.title) for h in p.holdings if not h.former]
            keys = [fold(h.post.head.key).split()[0] for h in p.holdings if not h.former]
            if (
                word in keys
                or key.split()[0] in keys
                or any(t.split()[:1] == [word] for t in titles)
                or (
                    not titles
                    and p.authority
                    and any(
                        fold(t.post).split()[0] in {word, key.split()[0]}
                        and (t.period is None or t.period.possible(*self.days))
                        for t in self.authority.tenures_of.get(p.authority, ())
                    )
                )
            ):
                fits.append(p)
        if not fits:
            return None
        before = [
            k
            for start, k in self.line
            if start < post.start and self.page.sentence[post.at] - self.page.sentence[start] <= _REACH
        ]
        near = [p for p in fits if self.people.all.index(p) in before]
        if len(near) == 1:
            return near[0]
        return self._latest(post, near)

    def _relative(self, post: Post) -> Somebody | None:
        """Return "son homologue grec": the person of that state with the post of the one before."""
        if self.page.low[post.at] not in RELATIVE_SAME or not post.states:
            return None
        models = [
            self.people.all[k]
            for start, k in self.line
            if start < post.start and self.page.sentence[post.at] - self.page.sentence[start] <= 1
        ]
        for model in reversed(models):
            for holding in model.holdings:
                if holding.former or post.states[0] in holding.states:
                    continue
                fits = [
                    p
                    for p in self.people.all
                    if p is not model
                    and (
                        any(
                            h.states[:1] == post.states[:1]
                            and post_class(h.title) == post_class(holding.title)
                            and not h.former
                            for h in p.holdings
                        )
                        or self._in_office(p, holding.title, post.states[0])
                    )
                ]
                if len(fits) == 1:
                    return fits[0]
        return None

    def _in_office(self, person: Somebody, title: str, state: str) -> bool:
        return any(
            state in self.authority.states_of(t.institution)
            and likeness(title, t.post) >= 2
            and (t.period is None or t.period.possible(*self.days))
            for t in self.authority.tenures_of.get(person.authority or "", ())
        )


def european(title: str) -> bool:
    """Tell whether a post is of the Union by its adjective: "négociateur européen"."""
    return any(word.startswith("europeen") for word in fold(title).split())


def _shortened(short: str, full: str) -> bool:
    """Tell whether *short* is the beginning of *full* and says by itself which post it is ("ministre", not "chef")."""
    return full.startswith(short + " ") and short not in _VAGUE
