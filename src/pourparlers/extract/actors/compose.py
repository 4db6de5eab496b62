"""Names and posts put together: who is given which post.

le ministre serbe de la Défense, le général X · X, porte-parole du Fonds · les présidents grec X et turc Y ·
le chef des médiateurs et conseiller du roi X · ses homologues français et allemand, X et Y · X, qui préside le Conseil
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pourparlers.authority import load
from pourparlers.authority.posts import likeness
from pourparlers.extract.actors.lexicon import Head
from pourparlers.extract.actors.names import Name, rank_before
from pourparlers.extract.actors.page import Page
from pourparlers.extract.actors.patterns import APPOINTED, APPOINTING, BETWEEN, HEADING, REGNAL
from pourparlers.extract.actors.posts import Post
from pourparlers.extract.institutions.spans import Span, article_end
from pourparlers.extract.institutions.states import States

_ARTICLES = frozenset(("le", "la", "l'", "les"))
_CLOSERS = frozenset(
    (",", ".", ")", ";", ":", "»", '"', "”", "(", "et", "qui", "dont", "-", "–", "—", "!", "?", "…", "ou", "«", "“")
)
_BE = frozenset("est etait sera fut devient devenu devenue reste nomme nommee elu elue comme".split())


@dataclass(slots=True)
class Phrase:
    """A name with its rank, and the posts beside it; `start:end` spans the whole."""

    name: Name
    start: int
    end: int
    posts: list[tuple[Post, tuple[str, ...]]] = field(default_factory=list)
    demonym: str | None = None


def contracted(page: Page, post: Post) -> bool:
    """Tell whether the determiner holds a preposition, which is no part of the noun phrase: "du", "aux"."""
    if post.det is None:
        return False
    word = page.low[post.det]
    if word in {"des", "de", "d'"}:
        return post.det > 0 and page.pos[post.det - 1] in {"NOUN", "PROPN", "ADJ"}
    return word in {"du", "au", "aux"}


class Composer:
    """Joins the posts and names of one page; every rule marks the posts it has used."""

    def __init__(
        self, page: Page, names: Sequence[Name], posts: Sequence[Post], states: States, spans: dict[int, Span]
    ) -> None:
        self.page, self.posts, self.states, self.spans = page, list(posts), states, spans
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
        """Return where rank and article before the name begin ("le général américain | X")."""
        page, start = self.page, name.outer
        if start and start == name.start and self.states.adjective(page, start - 1) and start > 1:
            before = rank_before(page, start - 1)
            if before:
                start = before[0]
        if (
            start < name.start
            and start
            and page.low[start - 1] in _ARTICLES
            and page.low[start] not in {"m.", "mme", "mm.", "m"}
        ):
            start -= 1
        if start > 3 and page.words[start - 1] == "," and start == name.start:
            before = rank_before(page, start - 1)  # "le général de brigade, X"
            if before and before[1].kind == "military" and before[0] and page.low[before[0] - 1] in _ARTICLES:
                start = before[0] - 1
        if start > 1 and self._inhabitant(start - 1) and page.low[start - 2] in _ARTICLES:
            start -= 2
        return start

    def run(self) -> list[Phrase]:
        """Apply the rules, the surest first."""
        for phrase in self.phrases:
            self._just_before(phrase)
        for phrase in self.phrases:
            self._bare_after(phrase)
        for phrase in self.phrases:
            self._before_comma(phrase)
        for phrase in self.phrases:
            self._after(phrase)
            self._appointed(phrase)
            self._affiliation(phrase)
        return self.phrases

    def _give(self, phrase: Phrase, k: int, states: tuple[str, ...] | None = None) -> None:
        post = self.posts[k]
        phrase.posts.append((post, post.states if states is None else states))
        self.used.add(k)
        first = post.start if contracted(self.page, post) else post.outer
        phrase.start, phrase.end = min(phrase.start, first), max(phrase.end, post.end)

    def _chain(self, phrase: Phrase, k: int) -> None:
        """Give also the posts coordinated before post *k*: "chef des médiateurs et conseiller du roi X"."""
        post = self.posts[k]
        while post.outer > 1 and self.page.low[post.outer - 1] in {"et", ","}:
            if self.page.low[post.outer - 1] == "," and post.det is not None:
                return
            before = self.by_end.get(post.outer - 1)
            if (
                before is None
                or before in self.used
                or self.posts[before].head.plural
                or (post.det is not None
                and self.posts[before].det is None)
            ):
                return
            if post.det is not None:
                return
            self._give(phrase, before)
            post = self.posts[before]

    def _just_before(self, phrase: Phrase) -> None:
        k = self.by_end.get(phrase.start)
        if k is None:
            k = self.by_end.get(phrase.start - 1) if self._inhabitant(phrase.start - 1) else None
        if k is None or k in self.used:
            return
        post = self.posts[k]
        if post.nested is not None and post.nested.end == post.end and self._is_nested(phrase, post):
            phrase.posts.append((post.nested, post.nested.states))
            phrase.start = post.nested.outer
            del self.by_end[post.end]
            self.posts[k] = replace(post, of=phrase.name.start, end=phrase.name.end)
            self.by_end[phrase.name.end] = k
            return
        if post.head.plural:
            self._distribute(phrase, k)
            return
        self._give(phrase, k)
        self._chain(phrase, k)
        if self.page.low[post.at] in REGNAL and not post.states:
            self._realm(phrase, post)

    def _realm(self, phrase: Phrase, post: Post) -> None:
        """Read the realm after a regnal name: "le roi Talal II de Jordanie"."""
        after = article_end(self.page, phrase.end)
        if after == phrase.end:
            return
        for hit in self.page.hits.get(after, ()):
            if hit.form == "name" and (state := self.states.of(hit.ids)):
                phrase.posts[-1] = (post, (state,))
                phrase.end = hit.end
                return

    def _is_nested(self, phrase: Phrase, post: Post) -> bool:
        """Tell whether the name after "conseiller du président américain" is the president's."""
        inner = post.nested
        if inner is None or inner.head.plural:
            return False
        if post.head.plural or phrase.name.single:
            return True
        if (
            post.det is None
            and self.page.words[post.outer - 1 : post.outer] == [","]
            and post.outer - 1 in self.name_ends
        ):
            return True  # "X, assistant du président Y"
        for ident in phrase.name.ids:
            for term in load().tenures_of.get(ident, ()):
                if likeness(inner.title, term.post):
                    return True
        if phrase.name.ids:
            return False
        return not (inner.states and inner.end > inner.at + len(inner.head.words) + 1)

    def _inhabitant(self, i: int) -> bool:
        return (
            i > 0
            and any(h.form in {"inhabitants", "adjective"} and h.end == i + 1 for h in self.page.hits.get(i, ()))
            and self.page.capital(i)
        )

    def _listed(self, phrase: Phrase) -> list[Phrase]:
        """Return the phrase and those coordinated with it: "X, Y et Z"."""
        page, found = self.page, [phrase]
        end = phrase.name.end
        while True:
            j = end
            while j < len(page) and page.low[j] in {",", "et", "ainsi", "que", "ou"}:
                j += 1
            if j == end or j >= len(page):
                return found
            if self.states.adjective(page, j) and not page.capital(j) and j + 1 in self.phrase_at:
                j += 1
            following = self.phrase_at.get(j)
            if following is None or following in found:
                return found
            if any(w == "et" for w in page.low[end:j]):
                return [*found, following]
            found.append(following)
            end = following.name.end

    def _distribute(self, phrase: Phrase, k: int) -> None:
        """Share a plural post: "les présidents grec X et turc Y", "les ministres X et Y", "…serbe et croate, X et Y"."""
        post, page = self.posts[k], self.page
        listed = self._listed(phrase)
        if len(listed) == 1 and not phrase.name.plural:
            self._give(phrase, k)
            return
        for n, other in enumerate(listed):
            own = self.states.adjective(page, other.start - 1) if n and not page.capital(other.start - 1) else None
            if own:
                states: tuple[str, ...] = (own,)
                other.start -= 1
            elif len(post.states) == len(listed):
                states = (post.states[n],)
            else:
                states = post.states[:1] if n == 0 or len(post.states) <= 1 else ()
            other.posts.append((post, states))
        phrase.start = post.outer
        self.used.add(k)

    def _bare_after(self, phrase: Phrase) -> None:
        """Read "X, porte-parole du Fonds" and "X (porte-parole du Fonds)": a post without article after the name."""
        page, i = self.page, phrase.name.end
        if i + 1 >= len(page):
            return
        if (beside := self.by_start.get(i)) is not None and beside not in self.used:
            post = self.posts[beside]
            if post.det is None and not post.head.plural and post.end > post.at + len(post.head.words):
                self._give(phrase, beside)
                return
        if page.words[i] not in {",", "(", "-", "–", "—"}:
            return
        after = i + 1
        while after < len(page) and page.low[after] in BETWEEN:
            after += 1
        k = self.by_start.get(after)
        if k is None or k in self.used:
            return
        post = self.posts[k]
        if post.det is not None and page.low[post.det] not in {"le", "la", "l'"}:
            return
        if post.det is not None and (post.end in self.phrase_at or not self._apposed(post.end)):
            return
        if post.head.plural or (post.det is None and post.end == post.at + 1 and not self._closed(post.end)):
            return
        if post.det is not None and page.words[i] == "," and self._starts_apposed(post.end):
            return
        self._give(phrase, k)
        self._follow(phrase, post.end)

    def _follow(self, phrase: Phrase, i: int) -> None:
        """Give the posts coordinated after one: "…, député et ancien ministre"."""
        page = self.page
        while i + 1 < len(page) and page.low[i] in {"et", ","}:
            k = self.by_start.get(i + 1)
            if k is None or k in self.used or self.posts[k].head.plural or self.posts[k].end in self.phrase_at:
                return
            if page.low[i] == "," and (self.posts[k].det is not None or not self._closed(self.posts[k].end)):
                return
            self._give(phrase, k)
            i = self.posts[k].end

    def _closed(self, i: int) -> bool:
        return (
            i >= len(self.page)
            or self.page.words[i] in _CLOSERS
            or not self.page.words[i].strip()
            or self.page.sentence[i] != self.page.sentence[i - 1]
        )

    def _apposed(self, i: int) -> bool:
        """Tell whether no verb follows at *i*, of which the post would be the subject."""
        if self._closed(i):
            return True
        group = self.page.verb.get(i)
        return self.page.low[i] not in {"y", "en", "ne", "n'", "se", "s'", "le", "la", "l'", "lui", "leur", "a"} and (
            group is None or not group.finite
        )

    def _starts_apposed(self, i: int) -> bool:
        """Tell whether ", NAME," follows: the post is then that name's."""
        page = self.page
        if i + 1 >= len(page) or page.words[i] != ",":
            return False
        following = self.phrase_at.get(i + 1)
        return following is not None and self._closed(following.name.end) and not following.posts

    def _before_comma(self, phrase: Phrase) -> None:
        """Read "le porte-parole du Fonds, X," and "…, le général X,"."""
        page, i = self.page, phrase.start
        if (
            any(post.start < phrase.name.start for post, _ in phrase.posts)
            or i < 2
            or (page.words[i - 1] not in {",", "(", ":"}
            and not (page.low[i - 1] in _ARTICLES and page.words[i - 2] == ","))
        ):
            return
        comma = i - 1 if page.words[i - 1] in {",", "(", ":"} else i - 2
        k = self.by_end.get(comma)
        if k is None or k in self.used:
            return
        post = self.posts[k]
        if page.words[comma] == ":" and not page.opens_sentence(post.outer):
            return
        listed = self._listed(phrase) if post.head.plural else [phrase]
        if not self._closed(listed[-1].end) and self._subject(post, listed[-1].end):
            self._give(phrase, k)
            return
        if post.head.plural and len(listed) < 2:
            return
        if post.head.plural:
            self._distribute(phrase, k)
            return
        if not self._closed(phrase.end):
            return
        self._give(phrase, k)
        self._chain(phrase, k)

    def _subject(self, post: Post, end: int) -> bool:
        """Tell whether "le vice-ministre, X a dit" lacks only the second comma: nothing governs the post, a verb follows."""
        if post.head.plural or post.outer == 0 or contracted(self.page, post):
            return False
        before, group = post.outer - 1, self.page.verb.get(end)
        if group is None or not group.finite:
            return False
        return self.page.words[before] in {",", "«", '"', "."} or self.page.opens_sentence(post.outer)

    def _after(self, phrase: Phrase) -> None:
        """Read "X est le porte-parole de", "X, qui préside le Conseil", "X, nommé ministre de"."""
        page, i = self.page, phrase.name.end
        j = i
        if j < len(page) and page.words[j] == ",":
            j += 1
        verb = j + 1 if j < len(page) and page.low[j] == "qui" else i
        if verb < len(page) and page.low[verb] in HEADING and not page.spoken[verb]:
            k = verb + 1
            if k < len(page) and page.low[k] in _ARTICLES:
                k += 1
            span = self.spans.get(k)
            if span is not None:
                phrase.posts.append(
                    (self._made(HEADING[page.low[verb]], verb, span), (span.state,) if span.state else ())
                )
            return
        if j < len(page) and page.low[j] in _BE:
            k2 = self.by_start.get(j + 1)
            if (
                k2 is not None
                and k2 not in self.used
                and not self.posts[k2].head.plural
                and self.posts[k2].end not in self.phrase_at
            ):
                post = self.posts[k2]
                if post.det is None or page.low[post.det] in _ARTICLES:
                    phrase.posts.append((post, post.states))
                    self.used.add(k2)

    def _appointed(self, phrase: Phrase) -> None:
        """Read "X a été nommé ambassadeur" and "… nomme X Premier ministre"."""
        page, i = self.page, phrase.end
        if page.words[i : i + 1] == [","]:
            i += 1
        limit = min(i + 6, page.bounds(phrase.start)[1])
        while i < limit and (
            page.pos[i] in {"AUX", "ADV"} or page.low[i] in {"a", "ont", "ete", "s'est", "est", "vient", "d'", "etre"}
        ):
            i += 1
        named = i < limit and page.low[i] in APPOINTED
        after = (
            i + 1 if named else phrase.name.end if phrase.start and page.low[phrase.start - 1] in APPOINTING else None
        )
        if after is None:
            return
        if page.low[after : after + 3] == ["au", "poste", "de"] or page.low[after : after + 3] == [
            "aux",
            "fonctions",
            "de",
        ]:
            after += 3
        elif page.low[after : after + 1] in (["comme"], ["nouveau"], ["nouvelle"]):
            after += 1
        k = self.by_start.get(after)
        if k is None or k in self.used or self.posts[k].head.plural or self.posts[k].end in self.phrase_at:
            return
        post = self.posts[k]
        if post.det is None or page.low[post.det] in {"de", "d'", "comme"}:
            phrase.posts.append((post, post.states))
            self.used.add(k)

    def _affiliation(self, phrase: Phrase) -> None:
        """Read "la députée X, du Parti vert" and "le sénateur X (Parti vert)": the body of a post that names none."""
        page, i = self.page, phrase.name.end
        if not phrase.posts or i + 2 >= len(page):
            return
        post, states = phrase.posts[0]
        if post.org is not None or post.head.level != "member":
            return
        after = article_end(page, i + 1) if page.words[i] == "," else i + 1
        if page.words[i] == "(" or (page.words[i] == "," and after > i + 1):
            span = self.spans.get(after)
            if span is not None and self._closed(span.end):
                phrase.posts[0] = (replace(post, org=span), states)

    def _made(self, title: str, at: int, span: Span) -> Post:
        """Return the post that a verb of heading tells."""
        head = Head((title,), "head", title, "", None, plural=False, noun_only=False, state="")
        return Post(at, at + 1, head, at, title, None, org=span)


def leftover(composer: Composer) -> list[Post]:
    """Return the posts no name took: descriptions of somebody the article may name elsewhere."""
    return [replace(p) for k, p in enumerate(composer.posts) if k not in composer.used]
