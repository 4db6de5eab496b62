"""Descriptions without a name: "le ministre serbe", "son homologue", "un haut responsable", "les deux présidents"."""

from __future__ import annotations

from collections.abc import Sequence

from pourparlers.extract.actors.page import Page
from pourparlers.extract.actors.patterns import DEFINITE, INDEFINITE, POSSESSIVES, RELATIVE_BEFORE, RELATIVE_SAME
from pourparlers.extract.actors.posts import Post
from pourparlers.extract.institutions.roles import StateMention
from pourparlers.extract.institutions.spans import Span
from pourparlers.extract.institutions.states import States
from pourparlers.extract.mentions import Mention
from pourparlers.resolve.inside.assemble import Assembler
from pourparlers.resolve.inside.bodies import Bodies
from pourparlers.resolve.inside.people import Holding, People, Somebody

_PRONOUNS = {
    "il": ("m", False), "elle": ("f", False), "ils": ("m", True), "elles": ("f", True),
    "celui-ci": ("m", False), "celle-ci": ("f", False), "ceux-ci": ("m", True),
}  # fmt: skip
_POSSESSIVE_PLURAL = frozenset(("leur", "leurs"))


class Anaphora:
    """Resolves the descriptions of one article."""

    def __init__(self, page: Page, states: States, people: People, bodies: Bodies) -> None:
        self.page, self.states, self.people, self.bodies = page, states, people, bodies

    def relatives(self) -> None:
        """Derive the posts of counterparts and predecessors: "son homologue grec X" holds the same post in Greece."""
        for somebody in self.people.all:
            for n, holding in enumerate(somebody.holdings):
                word = self.page.low[holding.post.at]
                if word in RELATIVE_SAME:
                    model = self._model(somebody, holding.post.start)
                    if model is not None:
                        somebody.holdings[n] = Holding(
                            _same(holding.post, model.post), holding.states, model.title, False, True
                        )
                elif word in RELATIVE_BEFORE:
                    holding.former = True
                    of = holding.post.of
                    if of is not None and not holding.states:
                        other = next(
                            (p for p in self.people.all if any(f.start <= of < f.end for f in p.phrases)), None
                        )
                        if other is not None:
                            holding.states = other.states(self.people.authority)[:1]

    def _model(self, somebody: Somebody, at: int) -> Holding | None:
        """Return the post of the person whose counterpart is meant: the nearest before, in the sentence or the one before."""
        best: tuple[int, Holding] | None = None
        for other in self.people.all:
            if other is somebody or not other.holdings:
                continue
            for phrase in other.phrases:
                if (
                    phrase.start < at
                    and self.page.sentence[at] - self.page.sentence[phrase.start] <= 1
                    and (best is None or phrase.start > best[0])
                ):
                    usable = [h for h in other.holdings if not h.former]
                    if usable:
                        best = (phrase.start, usable[0])
        return best[1] if best else None

    def descriptions(self, loose: Sequence[Post]) -> list[tuple[Post, list[Somebody], str]]:
        """Return each loose post with the persons it stands for and the kind of its mention."""
        found: list[tuple[Post, list[Somebody], str]] = []
        for post in loose:
            people, kind = self._who(post)
            found.append((post, people, kind))
        return found

    def _who(self, post: Post) -> tuple[list[Somebody], str]:
        page = self.page
        det = page.low[post.det] if post.det is not None else ""
        if post.head.plural:
            return [], "group"
        if det in INDEFINITE and det not in {"des", "de", "d'"}:
            return [], "source"
        if det not in DEFINITE and det not in POSSESSIVES and det:
            return [], "post"
        if post.former or post.future:
            return [], "post"
        fits = [p for p in self.people.all if any(self._same_post(post, h) for h in p.holdings)]
        if len(fits) == 1:
            return fits, "post"
        return [], "post"

    def _same_post(self, post: Post, holding: Holding) -> bool:
        if holding.former or holding.post.head.key != post.head.key:
            return False
        if post.states and holding.states and post.states[0] != holding.states[0]:
            return False
        if post.portfolio and holding.post.portfolio and post.portfolio != holding.post.portfolio:
            return False
        if post.org is not None and holding.post.org is not None:
            return self.bodies.of_span.get(post.org.start) is self.bodies.of_span.get(holding.post.org.start)
        return True

    def post_mentions(self, described: Sequence[tuple[Post, list[Somebody], str]], out: Assembler) -> list[Mention]:
        """Return the mentions of loose posts."""
        return [
            Mention(
                start=post.outer,
                end=post.end,
                kind=kind,
                refs=tuple(out.person_ref[id(p)] for p in people),
                head=post.at,
                plural=post.head.plural,
                gender=post.head.gender,
            )
            for post, people, kind in described
        ]

    def body_mentions(self, spans: Sequence[Span], mentions: Sequence[StateMention], out: Assembler) -> list[Mention]:
        """Return the mentions of institutions, states and places."""
        page, found = self.page, []
        for span in spans:
            body = self.bodies.of_span.get(span.start)
            ref = out.body_ref.get(body.key) if body else None
            if ref is None:
                continue
            start = (
                span.start - 1 if span.start and page.low[span.start - 1] in {"le", "la", "l'", "les"} else span.start
            )
            end = span.acronym[1] + 1 if span.acronym else span.end
            number = page.number[span.start] == "p"
            found.append(
                Mention(
                    start,
                    end,
                    "institution",
                    (ref,),
                    span.start,
                    number,
                    page.gender[span.start] or None,
                    span.start,
                    span.end,
                )
            )
        for m in mentions:
            ref = out.body_ref.get(("state", m.state))
            kind = "adjective" if m.form == "adjective" else "state" if m.actor else "place"
            refs = (ref,) if ref and kind != "place" else ()
            found.append(
                Mention(
                    m.outer if kind != "adjective" else m.start,
                    m.end,
                    kind,
                    refs,
                    m.start,
                    page.low[m.outer] == "les",
                    page.gender[m.start] or None,
                    m.start,
                    m.end,
                )
            )
        return found

    def pronouns(self, found: Sequence[Mention], out: Assembler) -> list[Mention]:
        """Return the pronouns and possessives."""
        page, made = self.page, []
        for i in range(len(page)):
            if page.sentence[i] < 0:
                continue
            low = page.low[i].lstrip("-").removeprefix("t-")
            if low in _PRONOUNS and page.pos[i] in {"PRON", "X", "NOUN", "PROPN"}:
                gender, plural = _PRONOUNS[low]
                made.append(Mention(i, i + 1, "pronoun", (), i, plural, gender))
            elif low in POSSESSIVES:
                made.append(Mention(i, i + 1, "possessive", (), i, low in _POSSESSIVE_PLURAL))
        return made


def _same(post: Post, model: Post) -> Post:
    """Return *model*'s post at the place of *post*."""
    from dataclasses import replace

    return replace(
        model,
        start=post.start,
        end=post.end,
        at=post.at,
        det=post.det,
        states=post.states,
        org=None,
        of=None,
        nested=None,
    )
