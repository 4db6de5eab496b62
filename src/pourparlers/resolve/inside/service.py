"""Which institution a post serves when its words, or only the article, let us know."""

from __future__ import annotations

from pourparlers.authority import Authority, PersonRecord, load
from pourparlers.extract.actors.page import Page
from pourparlers.extract.actors.patterns import AGAINST, LEADERS, SEATS_OF_MANY
from pourparlers.extract.actors.post import Post
from pourparlers.extract.institutions.states import States
from pourparlers.resolve.inside.bodies import Bodies
from pourparlers.resolve.inside.people import Holding, People, Somebody

# levels of posts that serve a state when no other body is named
_OF_STATE = frozenset(
    (
        "président",
        "vice-président",
        "premier vice-président",
        "président de la République",
        "président élu",
        "président du gouvernement",
        "Premier ministre",
        "vice-Premier ministre",
        "ministre",
        "ministre d'État",
        "ministre délégué",
        "ministre adjoint",
        "vice-ministre",
        "ministre des Affaires étrangères",
        "ministre de la Défense",
        "ministre de l'Intérieur",
        "ministre des Armées",
        "ministre de la Justice",
        "secrétaire d'État",
        "sous-secrétaire d'État",
        "secrétaire à la Défense",
        "chancelier",
        "chef de l'État",
        "chef d'État",
        "chef du gouvernement",
        "chef de gouvernement",
        "chef de la diplomatie",
        "chef d'état-major",
        "chef de l'état-major",
        "chef d'état-major des armées",
        "dirigeant",
        "souverain",
        "roi",
        "émir",
        "sultan",
        "empereur",
        "prince héritier",
        "guide suprême",
        "conseiller à la sécurité nationale",
        "autocrate",
        "dictateur",
    )
)


_OF_NOBODY = frozenset(("profession", "informal", "dignity"))
_ARTICLE = (["le"], ["la"], ["l'"], ["les"])
_POSSESSIVES = frozenset(("son", "sa", "ses", "leur", "leurs"))


class Service:
    """Finds the institution of each holding of one article."""

    def __init__(self, page: Page, states: States, people: People, bodies: Bodies) -> None:
        """Take the clusters of one article."""
        self.page, self.states, self.people, self.bodies = page, states, people, bodies
        self.authority: Authority = load()

    def all(self) -> dict[int, tuple[str, ...] | None]:
        """Return the key of the institution of each holding, by the holding's identity."""
        served: dict[int, tuple[str, ...] | None] = {}
        for somebody in self.people.all:
            for holding in somebody.holdings:
                served[id(holding)] = self._of(somebody, holding)
        return served

    def _of(self, somebody: Somebody, holding: Holding) -> tuple[str, ...] | None:
        """Return the key of the institution that the holding's words name, else that of a state."""
        post = holding.post
        against = post.head.key in AGAINST
        if against and not (post.org and self.page.low[post.org.start - 1] in {"a", "au", "chez"}):
            return None
        org = post.org or (post.nested.org if post.nested else None)
        if org is not None and (body := self.bodies.of_span.get(org.start) or self.bodies.adopt(org)):
            return body.key
        if not holding.states and (union := self.bodies.union(post.at, post.end)):
            return union.key
        if post.head.level in _OF_NOBODY and post.head.key not in LEADERS:
            return None
        if not holding.states and post.det is not None and self.page.low[post.det] in _POSSESSIVES:
            own = self._possessor(post)
            if own:
                return own
        state = holding.states[0] if holding.states else self._state_for(somebody, post)
        return self.bodies.state(state).key if state else None

    def _state_for(self, somebody: Somebody, post: Post) -> str | None:
        """Return the state of a post that names none: of the person it serves, of the post itself, of its holder."""
        if post.of is not None:
            at = post.of
            near = (p for p in self.people.all if any(f.name.start <= at + 2 and f.name.end > at for f in p.phrases))
            served = next(near, None)
            return next(iter(served.states(self.authority)), None) if served is not None else None
        if post.head.state:
            return next(iter(self.authority.named(post.head.state)), None)
        nested = post.nested is not None and post.nested.head.key in _OF_STATE
        if post.head.key not in _OF_STATE and not nested:
            return None
        return self._state_of(somebody) or self._here(post)

    def _here(self, post: Post) -> str | None:
        """Return the state whose capital opens the sentence, or one before it: "A Lomé, le ministre délégué X"."""
        page, sentences = self.page, self.page.reading.sentences
        number = page.sentence[post.at]
        paragraph = page.paragraph(post.at)
        while number >= 0 and sentences[number].paragraph == paragraph:
            found = self._capital(sentences[number].start)
            if found is not None:
                end, state = found
                beside = post.outer == end + 1 or page.sentence[post.at] > number
                main = self.states.dominant()
                return state if beside and main in {None, state} else None
            number -= 1
        return None

    def _capital(self, begin: int) -> tuple[int, str] | None:
        """Return the end and the state of "A Lomé," at *begin* where the subject follows with its article."""
        page = self.page
        if page.low[begin] != "a" or page.low[begin + 1 : begin + 2] == [] or page.low[begin + 1] in SEATS_OF_MANY:
            return None
        for hit in page.hits.get(begin + 1, ()):
            subject = page.words[hit.end : hit.end + 1] == [","] and page.low[hit.end + 1 : hit.end + 2] in _ARTICLE
            if hit.form == "capital" and subject and (state := self.states.of(hit.ids)):
                return hit.end, state
        return None

    def _possessor(self, post: Post) -> tuple[str, ...] | None:
        """Return the institution that is subject of the sentence: "le ministère dément, selon sa porte-parole"."""
        begin = self.page.bounds(post.at)[0]
        found: list[tuple[int, tuple[str, ...]]] = []
        for body in self.bodies.by_key.values():
            found += [(start, body.key) for start, _ in body.tokens() if begin <= start < post.start]
        people = [p.start for s in self.people.all for p in s.phrases if begin <= p.start and p.end <= post.outer]
        if post.det is not None and self.page.low[post.det - 1 : post.det] == ["dont"]:
            return max(found)[1] if found else None  # "la banque centrale, dont son président"
        first = min(found, default=None)
        if first is None and not people:
            return self._before(begin)
        return first[1] if first and not any(start < first[0] for start in people) else None

    def _before(self, begin: int) -> tuple[str, ...] | None:
        """Return the institution that begins the sentence before token *begin*, as its subject."""
        number = self.page.sentence[begin] - 1
        sentences = self.page.reading.sentences
        if number < 0 or sentences[number].paragraph != sentences[number + 1].paragraph:
            return None
        start = sentences[number].start
        for body in self.bodies.by_key.values():
            if any(first - start <= 1 for first, _ in body.tokens() if start <= first < begin):
                return body.key
        return None

    def _state_of(self, somebody: Somebody) -> str | None:
        """Return the state of a person whose post names none: from its other posts, the authority, or the article."""
        own = [s for h in somebody.holdings for s in h.states]
        if own:
            return own[0]
        record = self.authority.get(somebody.authority) if somebody.authority else None
        if isinstance(record, PersonRecord) and record.states:
            return record.states[0]
        return self.states.dominant()
