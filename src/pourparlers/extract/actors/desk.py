"""The names and posts of a page laid side by side, with what every rule that joins them asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pourparlers.extract.actors.ground import Ground
from pourparlers.extract.actors.lexicon import heads, ranks
from pourparlers.extract.actors.names import Name, rank_before
from pourparlers.extract.actors.page import Page
from pourparlers.extract.actors.post import Post
from pourparlers.extract.institutions.span import article_end

_EPITHETS = 2  # words between the article and a name it does not belong to
ARTICLES = frozenset(("le", "la", "l'", "les"))
_CIVILITIES = frozenset(("m.", "mme", "mm.", "m"))
_CLOSERS = frozenset(
    (",", ".", ")", ";", ":", "»", '"', "”", "(", "et", "qui", "dont", "-", "–", "—", "!", "?", "…", "ou", "«", "“")
)


@dataclass(slots=True)
class Phrase:
    """A name with its rank, and the posts beside it, each with its states; `start:end` spans the whole."""

    name: Name
    start: int
    end: int
    posts: list[tuple[Post, tuple[str, ...]]] = field(default_factory=list)


def contracted(page: Page, post: Post) -> bool:
    """Tell whether the determiner holds a preposition, which is no part of the noun phrase: "du", "aux"."""
    if post.det is None:
        return False
    word = page.low[post.det]
    if word in {"des", "de", "d'"}:
        return post.det > 0 and page.pos[post.det - 1] in {"NOUN", "PROPN", "ADJ"}
    return word in {"du", "au", "aux"}


class Desk:
    """Names and posts by where they stand; a post is given away once."""

    def __init__(self, ground: Ground, names: Sequence[Name], posts: Sequence[Post]) -> None:
        """Lay out the names with their ranks, and the posts."""
        self.ground, self.page, self.posts = ground, ground.page, list(posts)
        inside = {p.end: p.at for p in posts}  # "le procureur général X": the rank is the title's
        names = [replace(n, outer=n.start) if inside.get(n.start, n.outer) < n.outer else n for n in names]
        self.phrases = [Phrase(n, self._outer(n), n.end) for n in names]
        self.by_start = {p.outer: k for k, p in enumerate(posts)} | {p.start: k for k, p in enumerate(posts)}
        self.by_end = {p.end: k for k, p in enumerate(posts)}
        self.used: set[int] = set()
        self.name_ends = {p.name.end for p in self.phrases}
        self.phrase_at = (
            {p.start: p for p in self.phrases}
            | {p.name.start: p for p in self.phrases}
            | {p.name.outer: p for p in self.phrases}
        )

    def _outer(self, name: Name) -> int:
        """Return where rank and article before the name begin: "le général américain | X", "le Croate | X"."""
        page, start = self.page, name.outer
        if (
            start == name.start
            and start > 1
            and self.ground.demonym(start - 1)
            and (rank := rank_before(page, start - 1))
        ):
            start = rank[0]
        if 0 < start < name.start and page.low[start - 1] in ARTICLES and page.low[start] not in _CIVILITIES:
            start -= 1
        if start > 3 and page.words[start - 1] == "," and start == name.start:
            rank = rank_before(page, start - 1)  # "le général de brigade, X"
            if rank and rank[1].kind == "military" and rank[0] and page.low[rank[0] - 1] in ARTICLES:
                start = rank[0] - 1
        if start > 1 and self.inhabitant(start - 1) and page.low[start - 2] in ARTICLES:
            start -= 2
        return self._described(start)

    def _described(self, start: int) -> int:
        """Return where "(sa présidente,) la socialiste bernoise | X" begins: article, noun, adjective after a comma."""
        page, j = self.page, start
        while j > 1 and start - j < _EPITHETS and page.pos[j - 1] in {"NOUN", "ADJ", "PROPN"}:
            if page.label[j - 1] == "ORG" or page.low[j - 1] in heads() or page.low[j - 1] in ranks():
                return start
            j -= 1
        return j - 1 if 1 < j < start and page.low[j - 1] in ARTICLES and page.words[j - 2] == "," else start

    def inhabitant(self, i: int) -> bool:
        """Tell whether token *i* is a capitalised inhabitant of a state."""
        if i <= 0 or not self.page.capital(i):
            return False
        return any(h.form in {"inhabitants", "adjective"} and h.end == i + 1 for h in self.page.hits.get(i, ()))

    def free(self, k: int | None) -> Post | None:
        """Return post number *k* if nobody has it yet."""
        return None if k is None or k in self.used else self.posts[k]

    def give(self, phrase: Phrase, k: int, states: tuple[str, ...] | None = None) -> None:
        """Give post number *k* to the name, and let the phrase span both."""
        post = self.posts[k]
        self.grant(phrase, k, post.states if states is None else states)
        first = post.start if contracted(self.page, post) else post.outer
        phrase.start, phrase.end = min(phrase.start, first), max(phrase.end, post.end)

    def grant(self, phrase: Phrase, k: int, states: tuple[str, ...]) -> None:
        """Give post number *k* to the name, which stands apart from it."""
        phrase.posts.append((self.posts[k], states))
        self.used.add(k)

    def closed(self, i: int) -> bool:
        """Tell whether an apposition may end before token *i*."""
        page = self.page
        if i >= len(page) or page.words[i] in _CLOSERS or not page.words[i].strip():
            return True
        return page.sentence[i] != page.sentence[i - 1]

    def listed(self, phrase: Phrase) -> list[Phrase]:
        """Return the phrase and those coordinated with it: "X, Y et Z"."""
        page, found, end = self.page, [phrase], phrase.name.end
        while True:
            j = end = self.realm(end)[0]
            while j < len(page) and page.low[j] in {",", "et", "ainsi", "que", "ou"}:
                j += 1
            if j == end or j >= len(page):
                return found
            if not page.capital(j) and self.ground.demonym(j):
                after = j + 2 if self.ground.demonym(j + 1) and not page.capital(j + 1) else j + 1
                j = after if after in self.phrase_at else j
            following = self.phrase_at.get(j)
            if following is None or following in found:
                return found
            if "et" in page.low[end:j]:
                return [*found, following]
            found.append(following)
            end = following.name.end

    def realm(self, i: int) -> tuple[int, tuple[str, ...]]:
        """Return where "du Bénin" behind a name at *i* ends, and its state; *i* and none if there is no state."""
        after = article_end(self.page, i)
        state = self.ground.state(after) if after > i else None
        return (state[0], (state[1],)) if state is not None else (i, ())

    def leftover(self) -> list[Post]:
        """Return the posts no name took: descriptions of somebody the article may name elsewhere."""
        return [p for k, p in enumerate(self.posts) if k not in self.used]
