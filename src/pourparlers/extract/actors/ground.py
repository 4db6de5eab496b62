"""What stands at a token: a state, a place, a person, an institution; and where a plain noun phrase ends."""

from __future__ import annotations

from dataclasses import dataclass

from pourparlers.extract.actors.lexicon import ranks
from pourparlers.extract.actors.page import Page
from pourparlers.extract.institutions.patterns import HEADS, PORTFOLIO_ADJECTIVES, PORTFOLIOS
from pourparlers.extract.institutions.span import Span, article_end
from pourparlers.extract.institutions.states import States

_ARTICLES = frozenset(("la", "le", "l'", "les"))
_PARTICIPLES = ("ees", "es", "ee")  # "les forces alliées"
_NOMINAL = frozenset(("NOUN", "PROPN", "ADJ"))
_LONGEST = 7  # tokens of one subject of a portfolio
_POINTS = frozenset(("nord", "sud", "est", "ouest"))
_BODIES = frozenset(("union", "organisation", "onu", "otan", "ue", "nations"))


@dataclass(frozen=True, slots=True)
class Ground:
    """The page under the rules, with its institutions by their first token and its states."""

    page: Page
    spans: dict[int, Span]
    states: States

    def demonym(self, i: int) -> str | None:
        """Return the state of the adjective at *i*."""
        return self.states.adjective(self.page, i)

    def state(self, i: int) -> tuple[int, str] | None:
        """Return the end and the id of the state named at *i*."""
        for hit in self.page.hits.get(i, ()):
            if hit.form in {"name", "capital", "metonym"} and (state := self.states.of(hit.ids)):
                return hit.end, state
        return None

    def place(self, i: int) -> tuple[int, str] | None:
        """Return the end and the name of the place at *i*."""
        page = self.page
        for hit in page.hits.get(i, ()):
            if hit.form == "name" and any(x.startswith("place/") for x in hit.ids):
                return hit.end, page.text(hit.start, hit.end)
        if page.capital(i) and page.low[i] in _POINTS:
            return i + 1, page.words[i]
        if page.label[i] != "LOC" or not page.capital(i):
            return None
        end = i + 1
        while end < len(page) and page.label[end] == "LOC" and page.capital(end):
            end += 1
        return end, page.text(i, end)

    def region(self, i: int) -> tuple[int, str] | None:
        """Return the end and the name of what follows a preposition at *i*: "en Europe", "au Proche-Orient"."""
        page, j = self.page, i + 1
        while j < len(page) and page.capital(j):
            j += 1
        return (j, page.text(i + 1, j)) if j > i + 1 else None

    def body(self, i: int) -> bool:
        """Tell whether the name of an organisation begins at *i*."""
        page = self.page
        known = any(x.startswith("institution/") for h in page.hits.get(i, ()) for x in h.ids)
        return known or (page.capital(i) and page.low[i] in _BODIES)

    def person(self, i: int) -> int | None:
        """Return where a name begins at *i*, ranks and civilities left out."""
        page, j = self.page, i
        for rank in ranks().get(page.low[i], ()):
            if tuple(page.low[i : i + len(rank.words)]) == rank.words:
                j = i + len(rank.words)
                break
        if j >= len(page) or page.sentence[j] != page.sentence[i]:
            return None
        if not (page.capital(j) or page.low[j] in {"de", "van", "von", "al"}):
            return None
        return j if j > i or page.label[j] == "PER" else None

    def name_end(self, i: int) -> int:
        """Return where the person's name that begins at *i* ends, by its capitals and its tag."""
        page, j = self.page, i + 1
        while j < len(page):
            tagged = page.label[j] == page.label[j - 1] == "PER"
            if not tagged and not (page.capital(j) and page.words[j].isalpha()):
                break
            j += 1
        return j

    def adjective(self, i: int) -> bool:
        """Tell whether token *i* is an adjective in lower case that is no demonym."""
        page = self.page
        if i >= len(page):
            return False
        if page.capital(i):
            return False
        group = page.verb.get(i)
        joined = page.dep[i] in {"acl", "amod"} and page.low[i].endswith(_PARTICIPLES) and page.low[i - 1][-1:] == "s"
        if group is not None and joined:
            return not group.finite and group.end == i + 1
        plain = page.pos[i] == "ADJ" and group is None
        return plain and self.demonym(i) is None

    def noun_phrase(self, i: int) -> int:
        """Return the end of a plain noun phrase at *i*: noun, adjectives, one more complement."""
        page, j = self.page, i + 1
        while self.adjective(j):
            j += 1
        after = article_end(page, j)
        if after == j or after >= len(page) or page.pos[after] != "NOUN" or page.capital(after):
            return j
        if after in self.spans or page.low[after] in HEADS:
            return j
        j = after + 1
        while self.adjective(j):
            j += 1
        return j

    def portfolio(self, i: int) -> int:
        """Return the end of "Affaires étrangères et de la Coopération" at *i*."""
        j = i + 1 if self.page.low[i] in PORTFOLIOS else self.portfolio_name(i)
        while j < len(self.page):
            further = self._further(i, j)
            if further is None:
                break
            j = further
        return self._subjects(i, j)

    def _subjects(self, i: int, j: int) -> int:
        """Return the end of "(Affaires africaines), de l'Union et de la Ligue, | X" at *j*, or *j* if no name follows.

        What no list of portfolios holds is one only before the holder's name, else "et de l'Union" is another matter.
        """
        page, end = self.page, j
        while page.capital(i) and end + 2 < len(page) and page.low[end] in {",", "et"}:
            after = article_end(page, end + 1)
            if after == end + 1 or after >= len(page) or not page.capital(after):
                break
            span = self.spans.get(after)
            end = span.closed_end if span is not None else self.portfolio_name(after)
        return end if end > j and self.holder(end) else j

    def portfolio_name(self, i: int) -> int:
        """Return the end of a capitalised noun, its adjectives and complements at *i*: "Béninois de l'Extérieur"."""
        page, j = self.page, i + 1
        while j < len(page) and j - i < _LONGEST:
            after = article_end(page, j)
            if after < len(page) and page.pos[after] in _NOMINAL and page.words[after].isalpha():
                j = after + 1
            else:
                break
        return j

    def holder(self, i: int) -> bool:
        """Tell whether a comma and a person's name or rank stand at *i*, or the name at once."""
        page = self.page
        at = i + 1 if page.words[i : i + 1] == [","] else i
        if at > i and page.low[at : at + 1] and page.low[at] in _ARTICLES:
            return page.low[at + 1 : at + 2] != [] and page.low[at + 1] in ranks()
        if at > i and page.capital(at) and page.pos[at : at + 2] == ["PROPN", "PROPN"] and not page.hits.get(at):
            return True
        return at < len(page) and self.person(at) is not None

    def _further(self, i: int, j: int) -> int | None:
        """Return where the portfolio that began at *i* goes on to after *j*, None if it ends there."""
        page, n = self.page, len(self.page)
        capitals = page.capital(i) and page.capital(j) and page.pos[j] == "ADJ" and not page.hits.get(j)
        if page.low[j] in PORTFOLIO_ADJECTIVES or self.adjective(j) or capitals:
            return j + 1
        k = j
        while k < n and page.low[k] in {",", "et"} and k < j + 2:
            k += 1
        if k >= n:
            return None
        joined, small = k > j and page.low[k - 1] == "et", page.words[i].islower()
        if joined and (page.low[k] in PORTFOLIO_ADJECTIVES or self.adjective(k)) and self.adjective(j - 1):
            return k + 1  # "Affaires européennes et étrangères"
        if joined and small and page.low[k] in _ARTICLES and page.low[k + 1 : k + 2]:
            return self.noun_phrase(k + 1) if page.low[k + 1] in PORTFOLIOS | {"politique"} else None
        if page.low[k] in PORTFOLIOS and (k == j or joined or page.low[k + 1 : k + 2] == ["et"]):
            return k + 1  # "aux affaires politiques, paix et sécurité"
        after = article_end(page, k)
        if k < after < n and page.low[after] in PORTFOLIOS and (page.capital(after) or small or joined):
            return after + 1
        return None
