"""The grammar of posts: head noun, modifiers, complements.

l'ancien ministre lettonien de la Défense · les chefs d'état-major des armées serbe et croate · la cheffe du Fonds
"""

from __future__ import annotations

from dataclasses import dataclass

from pourparlers.authority import InstitutionRecord
from pourparlers.extract.actors.lexicon import Head, heads, ranks
from pourparlers.extract.actors.page import Page
from pourparlers.extract.actors.patterns import (
    ACTING_AFTER,
    BEFORE,
    DETERMINERS,
    ENVOYS,
    EVALUATIVE,
    FORCES,
    FORMER,
    FUTURE,
    FUTURE_AFTER,
    KEPT_BEFORE,
    LEAVING_AFTER,
    ONLY_RANKS,
    ORGANS,
    PERSONAL,
    QUALITIES,
    RELATIVE_AFTER,
    RELATIVE_BEFORE,
    TIME_OF,
    TITLE_ADJECTIVES,
)
from pourparlers.extract.institutions.patterns import HEADS, PORTFOLIOS
from pourparlers.extract.institutions.spans import Span, article_end
from pourparlers.extract.institutions.states import States


@dataclass(frozen=True, slots=True)
class Post:
    """A post described in tokens `start:end` (without determiner, which is token `det` if there is one).

    `title` is the post without demonym and without the institution's name; `states` the authority states its
    demonyms and complements name, in order; `org` the institution served, `of` the person or post served by its first
    token ("porte-parole de M. X").
    """

    start: int
    end: int
    head: Head
    at: int
    title: str
    det: int | None
    states: tuple[str, ...] = ()
    org: Span | None = None
    of: int | None = None
    nested: Post | None = None
    former: bool = False
    acting: bool = False
    future: bool = False
    portfolio: str = ""
    place: str = ""
    domains: tuple[tuple[int, int], ...] = ()

    @property
    def single_title(self) -> str:
        """Return the title in the singular, for one of several holders: "chefs d'état-major" → "chef d'état-major"."""
        if not self.head.plural:
            return self.title
        words, cut = self.title.split(), len(" ".join(self.head.words).replace("' ", "'").split())
        if (
            cut < len(words)
            and words[cut].endswith("s")
            and words[cut].isalpha()
            and words[cut].islower()
            and words[cut] not in {"des", "dans"}
        ):
            words[cut] = words[cut][:-1]
        return " ".join([self.head.singular, *words[cut:]])

    @property
    def outer(self) -> int:
        """Return the first token, determiner included."""
        return self.start if self.det is None else self.det


_MINISTERS = frozenset(("ministre", "vice-ministre", "secrétaire", "sous-secrétaire"))
_ALSO_NAMES = frozenset("sultan prince roi emir pape juge major".split())


class Grammar:
    """Reads posts off one page; holds what every rule asks for."""

    def __init__(self, page: Page, spans: dict[int, Span], states: States) -> None:
        self.page, self.spans, self.states = page, spans, states

    def head_at(self, i: int) -> tuple[Head, bool] | None:
        """Return the head noun at token *i*, and whether "ex-" is glued to it."""
        page = self.page
        first, former = page.low[i], False
        if first.startswith("ex-"):
            first, former = first[3:], True
        for head in heads().get(first, ()):
            length = len(head.words)
            if tuple(page.low[i + 1 : i + length]) != head.words[1:]:
                continue
            if any(tuple(page.low[i + length : i + length + len(u)]) == u for u in head.unless):
                continue
            if length == 1 and head.noun_only and page.pos[i] not in {"NOUN", "PROPN"} and not self._stands_as_noun(i):
                continue
            if length == 1 and page.pos[i] in {"VERB", "AUX", "ADP"} and not self._stands_as_noun(i):
                continue
            if length == 1 and page.capital(i) and first in _ALSO_NAMES and self._in_name(i):
                continue
            return head, former
        return None

    def _in_name(self, i: int) -> bool:
        """Tell whether a capitalised "Sultan" or "Prince" is a given name: no article before it, a name after it."""
        page = self.page
        if page.opens_sentence(i) or (i and page.low[i - 1] in DETERMINERS):
            return False
        return i + 1 < len(page) and page.capital(i + 1)

    def _stands_as_noun(self, i: int) -> bool:
        """Tell whether a word the tagger does not take for a noun stands where one stands: "le responsable de"."""
        page = self.page
        if i == 0 or page.low[i - 1] not in DETERMINERS | BEFORE | FORMER or i + 1 >= len(page):
            return False
        return (
            page.low[i + 1] in {"de", "du", "des", "d'", ","}
            or self.states.adjective(page, i + 1) is not None
            or page.capital(i + 1)
        )

    def read(self, i: int, depth: int = 0) -> Post | None:
        """Return the post whose head noun is token *i*."""
        page = self.page
        found = self.head_at(i)
        if found is None:
            return None
        head, former = found
        start, future, kept = i, False, i
        while start > 0 and page.sentence[start - 1] == page.sentence[i]:
            word = page.low[start - 1]
            if word in FORMER:
                former = True
            elif word in FUTURE:
                future = True
            elif word not in BEFORE or (page.low[start - 1] in {"deux", "trois"} and not head.plural):
                break
            elif word in KEPT_BEFORE and kept == start:
                kept = start - 1
            start -= 1
        first = page.low[start - 1] if start and page.sentence[start - 1] == page.sentence[i] else ""
        det = start - 1 if first in DETERMINERS else None
        return self._complements(head, i, start, kept, det, former=former, future=future, depth=depth)

    def _complements(
        self, head: Head, at: int, start: int, kept: int, det: int | None, *, former: bool, future: bool, depth: int
    ) -> Post:
        page, n = self.page, len(self.page)
        j = at + len(head.words)
        pieces: list[tuple[int, int]] = [(kept, j)]
        states: list[str] = []
        org: Span | None = None
        of: int | None = None
        nested: Post | None = None
        acting, portfolio, place = False, "", ""
        domains: list[tuple[int, int]] = []
        sealed = False  # after an institution no adjective is the post's
        stop = page.bounds(at)[1]
        while j < min(n, stop):
            low = page.low[j]
            if state := self.states.adjective(page, j):
                if not self._adjective_here(j):
                    break
                states.append(state)
                j = self._more_adjectives(j + 1, states) if head.plural else j + 1
                continue
            if low in {"par"} and page.low[j + 1 : j + 2] == ["interim"]:
                acting, j = True, j + 2
                continue
            if low in TITLE_ADJECTIVES or (low == "et" and page.low[j + 1 : j + 2] == ["plenipotentiaire"]):
                pieces.append((j, j + 1))
                j += 1
                continue
            if low in ACTING_AFTER | FUTURE_AFTER | LEAVING_AFTER and page.low[j + 1 : j + 2] != ["par"]:
                acting, future = acting or low in ACTING_AFTER, future or low in FUTURE_AFTER
                j += 1
                continue
            if low == "en" and page.low[j + 1 : j + 2] in (["chef"], ["exercice"]):
                pieces.append((j, j + 2))
                j += 2
                continue
            if low in {"de", "du", "des", "d'"}:
                step = self._of(head, j, depth)
                if step is None:
                    break
                end, keep, extra = step
                if isinstance(extra, Span):
                    if org is not None:
                        break
                    org = extra
                    sealed = True
                    if extra.state:
                        states.append(extra.state)
                elif isinstance(extra, Post):
                    nested = extra
                    states.extend(extra.states)
                    org = org or extra.org
                elif isinstance(extra, int):
                    of = extra
                elif extra == "former":
                    former = True
                elif extra.startswith("state/"):
                    states.append(extra)
                elif extra.startswith("place:"):
                    place = extra[6:]
                elif extra:
                    portfolio = extra
                if keep:
                    pieces.append((j, keep))
                j = end
                if head.plural and states and page.low[j : j + 1] in (["et"], [","]):
                    j = self._more_adjectives(j, states)
                continue
            if low == "au" and page.low[j + 1 : j + 3] in (["sein", "de"], ["sein", "du"], ["sein", "d'"]):
                span = self.spans.get(article_end(page, j + 2))
                if span is None or org is not None:
                    break
                org, j = span, span.end
                continue
            if low in {"a", "au", "aux", "en", "pour", "aupres", "pres", "charge", "chargee", "charges", "sur"}:
                step2 = self._domain(head, at, j)
                if step2 is None:
                    break
                end, keep2, span = step2
                if span is not None and org is None and not states:
                    org = span
                if keep2:
                    pieces.append((j, end))
                if not portfolio:
                    portfolio = " ".join(page.low[j:end])
                domains.append((j, end))
                j = end
                continue
            if (
                page.pos[j] == "ADJ"
                and not page.capital(j)
                and low not in PERSONAL
                and low.isalpha()
                and not page.verb.get(j)
            ):
                if sealed:
                    break
                if low not in EVALUATIVE:
                    pieces.append((j, j + 1))
                j += 1
                continue
            break
        title = " ".join(page.text(a, b) for a, b in _join(pieces))
        if page.low[at].startswith("ex-") and title.lower().startswith("ex-"):
            title = title[3:]
        return Post(
            start,
            j,
            head,
            at,
            title,
            det,
            tuple(dict.fromkeys(states)),
            org,
            of,
            nested,
            former,
            acting,
            future,
            portfolio,
            place,
            tuple(domains),
        )

    def _adjective_here(self, j: int) -> bool:
        """Tell a demonym used as an adjective from an inhabitant that begins a name ("le Tchèque X")."""
        return not self.page.capital(j) or self.page.low[j - 1] == "republique"

    def _more_adjectives(self, j: int, states: list[str]) -> int:
        """Read "…, français et allemand" after the demonym of a plural head; return where it ends."""
        page = self.page
        while j + 1 < len(page) and page.low[j] in {"et", ","}:
            state = self.states.adjective(page, j + 1)
            if state is None or page.capital(j + 1):
                break
            following = page.words[j + 2 : j + 3]
            if following and following[0][:1].isupper() and page.label[j + 2] == "PER":
                break  # "russe X et français Y": the second demonym goes with the second name
            states.append(state)
            j += 2
        return j

    def _of(self, head: Head, j: int, depth: int) -> tuple[int, int, Span | Post | int | str] | None:
        """Read a complement in `de` at *j*: where it ends, how far the title keeps it, and what it is."""
        page = self.page
        after = article_end(page, j)
        if after >= len(page):
            return None
        low = page.low[after]
        if low in TIME_OF:
            return after + 1, 0, "former"
        if low in PORTFOLIOS and head.key.split()[0] in _MINISTERS:
            end = self._portfolio(after)
            return end, end, " ".join(page.low[after:end])
        if low == "republique" and not self.states.adjective(page, after + 1):
            state = self._state(after)
            return (state[0], 0, state[1]) if state and state[0] > after + 1 else (after + 1, after + 1, "")
        span = self.spans.get(after)
        if low in FORCES and (found := self._forces(after, span)) is not None:
            return found
        if span is not None:
            end = span.acronym[1] + 1 if span.acronym else span.end
            return end, self._organ_end(span) if self._organ(span) else 0, span
        if state := self._state(after):
            keep = after + 1 if low == "republique" and state[0] == after + 2 else 0
            return state[0], keep, state[1]
        if depth < 2 and (inner := self.read(after, depth + 1)) is not None and page.pos[after] != "ADJ":
            if inner.end < len(page) and page.words[inner.end] == "," and False:
                return None
            keep = inner.at + len(inner.head.words)
            return inner.end, keep, inner
        if (name := self._person(after)) is not None:
            end = self._name_end(name)
            return end, end if page.low[j - 1] in RELATIVE_BEFORE | RELATIVE_AFTER else 0, name
        if low in PORTFOLIOS:
            end = self._portfolio(after)
            return end, end, " ".join(page.low[after:end])
        if place := self._place(after):
            return place[0], place[0], f"place:{place[1]}"
        following = page.pos[after + 1 : after + 2]
        if page.pos[after] in {"ADJ", "ADV"} and not page.capital(after) and following in (["NOUN"], ["ADJ"]):
            end = self._noun_phrase(after + 1)
            return end, end, "topic"
        if (
            page.pos[after] in {"NOUN", "PROPN"}
            and (not page.capital(after) or (after == j + 1 and page.low[j] == "du"))
            and low not in QUALITIES
        ):
            end = self._noun_phrase(after)
            return end, end, "topic"
        return None

    def _forces(self, i: int, span: Span | None) -> tuple[int, int, Span] | None:
        """Read "(des) forces de l'Otan au Kosovo" at *i*: the whole stays in the title, the body served is the Otan."""
        page = self.page
        if span is not None and span.ids:
            return None
        j = i + 1
        while j < len(page) and page.pos[j] == "ADJ" and not self.states.adjective(page, j):
            j += 1
        after = article_end(page, j)
        inner = self.spans.get(after) if after > j else None
        if inner is None or not inner.ids:
            return None
        end = inner.end
        if end < len(page) and page.low[end] in {"en", "au", "aux", "dans"}:
            place = self._state(end + 1) or self._place(end + 1) or self._region(end)
            if place:
                end = place[0]
        return end, end, inner

    def _region(self, i: int) -> tuple[int, str] | None:
        """Read "en Europe", "au Proche-Orient" at *i*: a capital after the preposition."""
        page, j = self.page, i + 1
        while j < len(page) and page.capital(j):
            j += 1
        return (j, page.text(i + 1, j)) if j > i + 1 else None

    def _organ(self, span: Span) -> bool:
        """Tell whether the institution is part of another, so that the title needs it: "président du Comité militaire"."""
        if span.head not in ORGANS:
            return False
        records = [r for i in span.ids if isinstance(r := self.states.authority.get(i), InstitutionRecord)]
        return not records or any(r.parent or r.states for r in records)

    def _organ_end(self, span: Span) -> int:
        """Return where the title ends inside an organ: before its demonym and its state ("des forces armées" | de X)."""
        page, j = self.page, span.start + 1
        while j < span.end:
            if self.states.adjective(page, j):
                break
            after = article_end(page, j)
            if after > j and (self._state(after) or self._body(after)):
                break
            j += 1
        return j

    def _body(self, i: int) -> bool:
        return any(x.startswith("institution/") for h in self.page.hits.get(i, ()) for x in h.ids) or (
            self.page.capital(i) and self.page.low[i] in {"union", "organisation", "onu", "otan", "ue", "nations"}
        )

    def _state(self, i: int) -> tuple[int, str] | None:
        for hit in self.page.hits.get(i, ()):
            if hit.form in {"name", "capital", "metonym"} and (state := self.states.of(hit.ids)):
                return hit.end, state
        return None

    def _place(self, i: int) -> tuple[int, str] | None:
        page = self.page
        for hit in page.hits.get(i, ()):
            if hit.form == "name" and any(x.startswith("place/") for x in hit.ids):
                return hit.end, page.text(hit.start, hit.end)
        if page.label[i] == "LOC" and page.capital(i):
            end = i + 1
            while end < len(page) and page.label[end] == "LOC" and page.capital(end):
                end += 1
            return end, page.text(i, end)
        return None

    def _person(self, i: int) -> int | None:
        """Return where a name begins at *i*, ranks and civilities left out."""
        page, j = self.page, i
        for rank in ranks().get(page.low[i], ()):
            if tuple(page.low[i : i + len(rank.words)]) == rank.words:
                j = i + len(rank.words)
                break
        if (
            j >= len(page)
            or page.sentence[j] != page.sentence[i]
            or not (page.capital(j) or page.low[j] in {"de", "van", "von", "al"})
        ):
            return None
        return j if j > i or page.label[j] == "PER" else None

    def _name_end(self, i: int) -> int:
        page, j = self.page, i + 1
        while (
            (j < len(page)
            and page.capital(j)
            and page.words[j].isalpha())
            or (j < len(page)
            and page.label[j] == "PER"
            and page.label[j - 1] == "PER")
        ):
            j += 1
        return j

    def _portfolio(self, i: int) -> int:
        """Return the end of "Affaires étrangères et de la Coopération" at *i*."""
        page, n, j = self.page, len(self.page), i + 1
        while j < n:
            low = page.low[j]
            if low in {
                "etrangeres",
                "exterieures",
                "sociales",
                "europeennes",
                "publique",
                "publiques",
                "interieure",
            } or (page.pos[j] == "ADJ" and not page.capital(j) and not self.states.adjective(page, j)):
                j += 1
                continue
            k = j
            while k < n and page.low[k] in {",", "et"} and k < j + 2:
                k += 1
            after = article_end(page, k)
            plain = page.low[k] in PORTFOLIOS if k < n else False
            if k > j and page.low[k - 1] == "et" and page.low[k : k + 1] and page.low[k] in {"la", "le", "l'", "les"}:
                noun = k + 1
                if noun < n and page.low[noun] in PORTFOLIOS | {"politique"} and page.words[i].islower():
                    j = self._noun_phrase(noun)
                    continue
            if plain and (k == j or page.low[k - 1] == "et" or page.low[k + 1 : k + 2] == ["et"]):
                j = k + 1  # "aux affaires politiques, paix et sécurité"
                continue
            if (
                after < n
                and page.low[after] in PORTFOLIOS
                and after > k
                and (page.capital(after) or page.words[i].islower())
            ):
                j = after + 1
                continue
            break
        return j

    def _noun_phrase(self, i: int) -> int:
        """Return the end of a plain noun phrase at *i*: noun, adjectives, one more complement."""
        page, n, j = self.page, len(self.page), i + 1
        while (
            j < n
            and page.pos[j] == "ADJ"
            and not page.capital(j)
            and not self.states.adjective(page, j)
            and not page.verb.get(j)
        ):
            j += 1
        after = article_end(page, j)
        if (
            after > j
            and after < n
            and page.pos[after] == "NOUN"
            and not page.capital(after)
            and after not in self.spans
            and page.low[after] not in HEADS
        ):
            j = after + 1
            while j < n and page.pos[j] == "ADJ" and not page.capital(j) and not self.states.adjective(page, j):
                j += 1
        return j

    def _domain(self, head: Head, at: int, j: int) -> tuple[int, bool, Span | None] | None:
        """Read "à la Défense", "pour le Sahel", "auprès de l'ONU", "chargé des réfugiés" at *j*: end, kept or not, body."""
        page, n = self.page, len(self.page)
        low, envoy = page.low[j], page.low[at] in ENVOYS or not ENVOYS.isdisjoint(head.words)
        after = j + 1
        if low == "aupres":
            after = article_end(page, j + 1)
        elif low in {"charge", "chargee", "charges"}:
            after = article_end(page, j + 1)
            if after == j + 1:
                return None
        elif low == "en" and page.low[j + 1 : j + 2] == ["charge"]:
            after = article_end(page, j + 2)
            if after == j + 2:
                return None
        elif low in {"a", "pour", "sur", "pres"} and after < n and page.low[after] in {"la", "l'", "le", "les"}:
            after += 1
        if after >= n:
            return None
        if page.low[after] in PORTFOLIOS and low != "en":
            return self._portfolio(after), True, None
        if page.low[after] == "securite":
            return self._noun_phrase(after), True, None
        span = self.spans.get(after)
        if span is not None and low in {"a", "au", "aux", "aupres"}:
            return span.end, envoy, None if envoy else span
        if not envoy and low not in {"charge", "chargee", "charges"} and page.low[j : j + 2] != ["en", "charge"]:
            return None
        found = self._state(after) or self._place(after)
        if found is not None:
            return found[0], True, None
        if low in {"charge", "chargee", "charges", "pour", "sur"} or page.low[j : j + 2] == ["en", "charge"]:
            if page.pos[after] in {"NOUN", "PROPN"}:
                end = self._noun_phrase(after)
                further = self._domain(head, at, end) if end < n and page.low[end] in {"sur"} else None
                return (further[0] if further else end), True, None
        return None


def _join(pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Melt pieces that touch."""
    joined: list[tuple[int, int]] = []
    for start, end in pieces:
        if joined and joined[-1][1] == start:
            joined[-1] = (joined[-1][0], end)
        elif end > start:
            joined.append((start, end))
    return joined


def _only_rank(post: Post) -> bool:
    return (
        post.head.words[0] in ONLY_RANKS and len(post.head.words) == 1 and not (post.states or post.org or post.place)
    )


def head_tokens(page: Page, states: States) -> frozenset[int]:
    """Return the tokens inside heads of several words, where no institution begins: "chef de la | diplomatie"."""
    grammar, inside, known = Grammar(page, {}, states), set[int](), heads()
    for i, low in enumerate(page.low):
        if (low in known or low.startswith("ex-")) and (found := grammar.head_at(i)) is not None:
            inside.update(range(i + 1, i + len(found[0].words)))
        for rank in ranks().get(low, ()):
            if len(rank.words) > 1 and tuple(page.low[i : i + len(rank.words)]) == rank.words:
                inside.update(range(i + 1, i + len(rank.words)))
    return frozenset(inside)


def find(page: Page, spans: dict[int, Span], states: States) -> list[Post]:
    """Return the posts of the page in the order of the text, a post inside another's complement left out."""
    grammar = Grammar(page, spans, states)
    posts: list[Post] = []
    i, n = 0, len(page)
    known = heads()
    while i < n:
        low = page.low[i]
        if page.sentence[i] >= 0 and (low in known or low.startswith("ex-")) and i not in spans:
            post = grammar.read(i)
            if post is not None and not (post.head.needs_body and post.org is None) and not _only_rank(post):
                posts.append(post)
                i = max(post.end, i + 1)
                continue
        i += 1
    return posts
