"""Which names of an article are one person's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from pourparlers.authority import Authority, PersonRecord, load
from pourparlers.authority.posts import likeness
from pourparlers.extract.actors.desk import Phrase
from pourparlers.extract.actors.page import Page
from pourparlers.extract.actors.post import Post
from pourparlers.extract.institutions.states import States
from pourparlers.resolve.inside.bodies import Bodies
from pourparlers.resolve.link import Link, Span, link_person
from pourparlers.resolve.link import Post as LinkPost


@dataclass(slots=True)
class Holding:
    """A post as the article gives it: where, and which states its words tell."""

    post: Post
    states: tuple[str, ...]
    title: str
    former: bool = False
    inferred: bool = False


@dataclass(slots=True)
class Somebody:
    """A person of the article: the phrases that name it, its words, gender and authority record, and its posts."""

    words: tuple[str, ...]
    phrases: list[Phrase] = field(default_factory=list)
    gender: str | None = None
    authority: str | None = None
    holdings: list[Holding] = field(default_factory=list)
    descriptions: list[tuple[int, int, int]] = field(default_factory=list)  # start, end, head
    described: bool = False
    reason: str | None = None

    def states(self, authority: Authority) -> tuple[str, ...]:
        """Return the states it serves or, failing that, belongs to."""
        own = [s for h in self.holdings for s in h.states]
        if not own and self.authority:
            record = authority.get(self.authority)
            own = list(record.states) if isinstance(record, PersonRecord) else []
        return tuple(dict.fromkeys(own))

    @property
    def first(self) -> int:
        """Return the token where it is first mentioned."""
        return min([p.start for p in self.phrases] + [d[0] for d in self.descriptions])


_PARTICLES = frozenset("de du d' des la le van von der den ben bin ibn al el ag da dos di y e".split())


_SON_OF = frozenset(("ben", "bin", "ibn", "bint", "ould"))

_BRACKETS = str.maketrans("", "", "[]()")


def _words(page: Page, start: int, end: int) -> tuple[str, ...]:
    return tuple(w for w in page.low[start:end] if w.strip() and w not in "[]()")


def _ends(words: tuple[str, ...], short: tuple[str, ...]) -> bool:
    """Tell whether *short* is the family name of the full name *words* (or its first word, where that comes first)."""
    if len(short) >= len(words):
        return False
    if words[-len(short) :] == short:
        return len(short) == 1 or words[-len(short) - 1] not in _SON_OF  # "X bin Y bin Z" is no "Y bin Z"
    bare = tuple(w for w in words if w not in _PARTICLES)
    cut = tuple(w for w in short if w not in _PARTICLES)
    return len(cut) < len(bare) and bool(cut) and bare[-len(cut) :] == cut


def _core(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words without particles, hyphens undone: "ben Hamad Al-Tamimi" and "bin Hamad al Tamimi" are one."""
    return tuple(p for w in words for p in w.split("-") if p not in _PARTICLES)


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two full names are spellings of one: as many words, each equal or nearly."""
    one, other = (tuple(w for w in words if len(w.strip(".")) > 1) for words in (one, other))
    if len(one) != len(other) or len(one) < 2:
        return False
    return all(
        a == b or (min(len(a), len(b)) >= 5 and SequenceMatcher(None, a, b).ratio() >= 0.8)
        for a, b in zip(one, other, strict=True)
    )


class People:
    """The persons of one article."""

    def __init__(self, page: Page, states: States) -> None:
        """Begin with nobody."""
        self.page, self.states = page, states
        self.authority = load()
        self.all: list[Somebody] = []
        self.of_phrase: dict[int, Somebody] = {}
        self.open: list[Phrase] = []

    def gather(self, phrases: Sequence[Phrase]) -> None:
        """Cluster the phrases: full names first, then shorter ones."""
        ordered = sorted(phrases, key=lambda p: p.name.start)
        for phrase in ordered:
            if not phrase.name.single:
                self._full(phrase)
        for phrase in ordered:
            if phrase.name.single or phrase.name.start not in self.of_phrase:
                self._short(phrase)
        self.all.sort(key=lambda s: s.first)

    def _put(self, person: Somebody, phrase: Phrase) -> None:
        person.phrases.append(phrase)
        person.gender = person.gender or phrase.name.gender
        self.of_phrase[phrase.name.start] = person

    def _full(self, phrase: Phrase) -> None:
        words = _words(self.page, phrase.name.start, phrase.name.end)
        short_particle = len([w for w in words if w not in _PARTICLES]) == 1
        if short_particle:
            return
        for person in self.all:
            if _core(person.words) == _core(words) or (
                phrase.name.ids and person.phrases[0].name.ids == phrase.name.ids and len(phrase.name.ids) == 1
            ):
                self._put(person, phrase)
                return
        for person in self.all:
            if _alike(person.words, words) or _ends(person.words, words) or _ends(words, person.words):
                if len(words) > len(person.words):
                    person.words = words
                self._put(person, phrase)
                return
        person = Somebody(words)
        self.all.append(person)
        self._put(person, phrase)

    def _short(self, phrase: Phrase) -> None:
        words = _words(self.page, phrase.name.start, phrase.name.end)
        fits = [p for p in self.all if p.words == words or _ends(p.words, words)]
        if not fits:
            fits = [p for p in self.all if phrase.name.ids and set(phrase.name.ids) & set(p.phrases[0].name.ids)]
        if not fits:  # family name first: "Kim" for "Kim Jong-un"
            fits = [
                p
                for p in self.all
                if len(p.words) > 1 and p.words[0] == words[0] and len(words) == 1 and self._family_first(p)
            ]
        if not fits and phrase.name.strength == 3 and len(words) == 1:  # a given name alone: "(le président) Donald"
            fits = [p for p in self.all if len(p.words) > 1 and p.words[0] == words[0]]
        gender = phrase.name.gender
        if len(fits) > 1 and gender:
            fits = [p for p in fits if p.gender in {gender, None}] or fits
        if len(fits) > 1:
            before = [p for p in fits if p.first < phrase.name.start]
            fits = before if len(before) == 1 else []
            if not fits:
                self.open.append(phrase)
                return
        if fits:
            self._put(fits[0], phrase)
            return
        if phrase.name.strength < 2:
            return
        person = Somebody(words)
        self.all.append(person)
        self._put(person, phrase)

    def _family_first(self, person: Somebody) -> bool:
        for ident in person.phrases[0].name.ids:
            record = self.authority.get(ident)
            if isinstance(record, PersonRecord) and any(s.lower() == person.words[0] for s in record.surnames):
                return True
        return not person.phrases[0].name.ids and "-" in person.words[-1] and len(person.words) == 2

    def link(self, bodies: Bodies, dates: Span) -> None:
        """Link the persons to the authority, by all their names and posts."""
        for person in self.all:
            self._link(person, bodies, dates)

    def _link(self, person: Somebody, bodies: Bodies, dates: Span) -> None:
        names = list(
            dict.fromkeys(self.page.text(p.name.start, p.name.end).translate(_BRACKETS) for p in person.phrases)
        )
        names.sort(key=lambda n: -len(n.split()))
        posts = [LinkPost(h.title, self._served(h, bodies), h.former) for h in person.holdings]
        link = link_person(names, posts, dates, person.gender)
        if link is None and len(person.words) == 1:
            link = self._known_to_all(person)
        if link is None:
            return
        record = self.authority.get(link.id)
        if isinstance(record, PersonRecord):
            person.authority, person.reason = record.id, link.reason
            person.gender = person.gender or record.gender

    def _served(self, holding: Holding, bodies: Bodies) -> str | None:
        org = holding.post.org
        body = bodies.of_span.get(org.start) if org else None
        if body is not None and body.authority:
            return body.authority
        return holding.states[0] if holding.states else None

    def _held(self, person: str, holding: Holding) -> bool:
        """Tell whether the authority knows the person in such a post, of no other state."""
        terms = self.authority.tenures_of.get(person, ())
        return any(
            likeness(holding.title, t.post)
            and (not holding.states or holding.states[0] in self.authority.states_of(t.institution))
            for t in terms
        )

    def _known_to_all(self, person: Somebody) -> Link | None:
        """Link a lone family name that only one person bears, of a state in the article, if no post contradicts."""
        ids = list(dict.fromkeys(i for p in person.phrases for i in p.name.ids))
        if len(ids) != 1 or not all(self._held(ids[0], h) for h in person.holdings):
            return None
        record = self.authority.get(ids[0])
        if not isinstance(record, PersonRecord) or (record.gender and person.gender and record.gender != person.gender):
            return None
        if not any(self.states.weight[s] for s in record.states):
            return None
        return Link(record.id, "nom de famille ; seul à le porter, pays de l'article", 0.8)
