"""Names of people: the tagger's, the authority's and those the grammar of ranks and capitals finds, repaired.

le général Aldo Brunetti · MM. Okafor et Lindgren · Mme von Arx · Salim ben Youssef al-Tamimi
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from pourparlers.authority import Authority, PersonRecord
from pourparlers.extract.actors.given import given_names
from pourparlers.extract.actors.lexicon import Rank, heads, ranks
from pourparlers.extract.actors.page import Page
from pourparlers.extract.actors.patterns import NAMED_AFTER, ONLY_RANKS, REGNAL, RETIRED, SHIPS, TOPONYMS

_PARTICLES = frozenset(
    """de du d' des la le van von der den ter zu ben bin ibn bint al el ag ould da do dos di del della e y af of
    ur""".split()
)
_OPENING_PARTICLES = frozenset("de du d' van von ben bin ibn al el ould ag da dos di del della le la".split())
_NOT_NAMES = frozenset(
    """janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre lundi mardi mercredi jeudi
    vendredi samedi dimanche monsieur madame etat etats gouvernement republique ministere dieu internet covid brexit
    lire voir photo video archives reuters afp noel""".split()
)
_ARTICLES = frozenset(("le", "la", "l'"))
_PHRASE = 6  # tokens of a noun and what follows it
_ORIGINS = ("ais", "aise", "ois", "oise", "ien", "ienne", "ain", "aine", "an", "ane", "in", "ine", "iste", "ocrate")
_CAPITAL_RANKS = frozenset((("m",), ("maitre",), ("don",), ("saint",), ("pere",)))  # ranks only with a capital
_FUNCTION = frozenset(("ADP", "ADV", "DET", "PRON", "SCONJ", "CCONJ", "AUX", "INTJ", "NUM", "PUNCT", "SYM", "SPACE"))


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name in tokens `start:end`; `outer` is where rank or civility before it begins.

    `gender` is what the civility or the authority says; `strength` 3 for a sure name, 2 for a probable one, 1 for a
    lone word that only a fuller name in the article can confirm. `ids` are the authority's people who bear it.
    """

    start: int
    end: int
    outer: int
    gender: str | None
    strength: int
    ids: tuple[str, ...] = ()
    plural: bool = False

    @property
    def single(self) -> bool:
        """Tell a name of one word."""
        return self.end - self.start == 1


def rank_before(page: Page, i: int) -> tuple[int, Rank] | None:
    """Return the start and the rank or civility that ends just before token *i*, "à la retraite" left aside."""
    for words in RETIRED:
        if i > len(words) and tuple(page.low[i - len(words) : i]) == words:
            return rank_before(page, i - len(words))
    if i > 3 and page.words[i - 1] == ")" and page.words[i - 3] == "(" and page.pos[i - 2] == "ADJ":
        return rank_before(page, i - 3)  # "le général (belge) X"
    for length in (1, 2, 3, 4, 5):
        start = i - length
        if start < 0:
            break
        for rank in ranks().get(page.low[start], ()):
            if rank.as_post == "yes" and rank.words[0] in heads() and rank.words[0] not in ONLY_RANKS:
                continue  # "le roi X": the grammar of posts reads it
            if len(rank.words) == length and tuple(page.low[start:i]) == rank.words:
                longer = rank_before(page, start) if page.low[start] not in {"m.", "mm."} else None
                return (longer[0], rank) if longer and longer[0] < start else (start, rank)
    return None


@cache
def _two_words() -> frozenset[tuple[str, ...]]:
    """Return the ranks of two words: no name begins at the second."""
    return frozenset(r.words for found in ranks().values() for r in found if len(r.words) == len(("El", "Hadj")))


def _is_rank_word(page: Page, i: int) -> bool:
    if not any(tuple(page.low[i : i + len(r.words)]) == r.words for r in ranks().get(page.low[i], ())):
        return False
    if not page.capital(i) or page.low[i] not in {"don", "pere", "saint", "frere", "sir", "m"}:
        return True
    return (page.low[i] != "m" and page.low[i + 1 : i + 2] and page.low[i + 1] in given_names()) or False


def _is_head_word(page: Page, i: int) -> bool:
    return page.low[i] in heads() and (page.low[i] not in {"guide", "roi", "reine", "pape"} or not page.capital(i))


@dataclass(frozen=True, slots=True)
class _Known:
    """A form of the authority's people: its last token, who bears it, and how it names ("name" or "surname")."""

    end: int
    ids: tuple[str, ...]
    form: str


class _Finder:
    """Finds the names of one page; a class only because every step needs the same five things."""

    def __init__(self, page: Page, authority: Authority, blocked: list[bool], after_post: set[int]) -> None:
        self.page, self.authority, self.blocked, self.after_post = page, authority, blocked, after_post
        self.given = given_names()
        self.covered: set[int] = set()  # inside the names of treaties, meetings, places
        self.person: dict[int, _Known] = {}
        for i, found in page.hits.items():
            for hit in found:
                ids = tuple(x for x in hit.ids if x.startswith("person/"))
                if not ids and hit.end - hit.start > 1:
                    self.covered.update(range(hit.start, hit.end))
                if ids and len(ids) == len(hit.ids):
                    self.person[i] = _Known(hit.end, ids, hit.form)
                    break

    def further(self, i: int) -> bool:
        """Tell whether token *i* can be a word of a name, not its first."""
        page, low = self.page, self.page.low[i]
        if not page.capital(i) or self.blocked[i] or low in _NOT_NAMES or page.sentence[i] < 0:
            return False
        if low.startswith("l'") or any(c in "@_/&+" for c in page.words[i]):
            return False
        if i in self.person:
            return True
        if i in self.covered or page.pos[i] in {"DET", "ADP"}:
            return False
        return page.label[i] == "PER" or not self._elsewhere(i)

    def first(self, i: int) -> bool:
        """Tell whether token *i* can be the first word of a name that no rank announces."""
        page, text = self.page, self.page.words[i]
        if i in self.person and not (i and page.low[i - 1] in NAMED_AFTER):
            return self.further(i)
        if i and (page.low[i - 1], page.low[i]) in _two_words():
            return False
        if page.low[i] in TOPONYMS or (i and page.low[i - 1] in NAMED_AFTER and page.words[i - 1].islower()):
            return False
        if self._ship(i):
            return False
        if _is_rank_word(page, i) or (_is_head_word(page, i) and i not in self.after_post):
            return False
        if len(text) > 1 and text.isupper() and page.label[i] != "PER":
            return False
        opens = page.opens_sentence(i) and page.low[i] not in self.given
        if opens and page.pos[i] in _FUNCTION | {"VERB"}:
            return False
        if i in self.after_post and page.low[i - 1] in REGNAL:
            return page.capital(i) and not self.blocked[i]  # "la reine Sofia", though a town bears the name
        return not self._elsewhere(i) and (self.further(i) or self._tagged_wrong(i))

    def _ship(self, i: int) -> bool:
        """Tell whether the noun phrase before is a ship: "le navire de recherche sismique | X"."""
        page, k = self.page, i - 1
        while k > 0 and i - k <= _PHRASE and page.pos[k] in {"NOUN", "ADJ", "ADP"} and page.words[k].islower():
            if page.low[k] in SHIPS:
                return True
            k -= 1
        return False

    def _tagged_wrong(self, i: int) -> bool:
        """Tell a first word taken for an article or a preposition: "Al", "De"."""
        page = self.page
        plain = page.capital(i) and not self.blocked[i] and page.low[i] not in _NOT_NAMES and i not in self.covered
        return plain and page.pos[i] in {"DET", "ADP"} and not page.low[i].startswith("l'")

    def _elsewhere(self, i: int) -> bool:
        """Tell whether the authority knows the word as something else than a person."""
        return any(h.form != "surname" and not h.ids[0].startswith("person/") for h in self.page.hits.get(i, ()))

    def sequence(self, i: int, *, ranked: bool) -> int:
        """Return the end of the name that begins at *i*; *ranked* when a rank stands before it."""
        page, n, j = self.page, len(self.page), i
        while ranked and j + 1 < n and j - i < 3 and page.low[j] in _OPENING_PARTICLES and page.words[j].islower():
            if not page.capital(j + 1) and page.low[j + 1] not in _OPENING_PARTICLES:
                break
            j += 1
        if j >= n or (ranked and _is_rank_word(page, j)):
            return i
        if not (self.further(j) if ranked else self.first(j)):
            return i
        j += 1
        while j < n and (end := self._next(i, j)) is not None:
            j = end
        return j

    def _next(self, i: int, j: int) -> int | None:
        """Return where the name that began at *i* goes on to after *j*, None if it ends there."""
        page, n = self.page, len(self.page)
        if page.capital(j) and self.further(j):
            known = self.person.get(j)
            another = known is not None and known.form == "name" and known.end > j + 1
            return None if another and page.low[j - 1] not in self.given else j + 1
        k = j
        while k < n and k - j < 3 and page.low[k] in _PARTICLES and page.words[k][0].islower():
            k += 1
        if j < k < n and page.capital(k) and self.further(k) and self._particle(i, j, k):
            return k + 1
        return None

    def _particle(self, i: int, j: int, k: int) -> bool:
        """Tell whether the particles `j:k` go on with the name `i:j` rather than govern another noun."""
        page = self.page
        if page.low[j] not in {"de", "du", "d'", "des", "la", "le", "e", "y", "of"}:
            return True
        if page.hits.get(k) and k not in self.person:
            return False  # "le roi Talal | de Jordanie"
        if page.label[j] == "PER":
            return True
        return page.label[k] == "PER" and page.low[i] in self.given and page.low[j] in {"de", "du", "d'"}

    def _rank(self, i: int) -> tuple[int, Rank] | None:
        """Return the rank or civility before token *i*, unless it is another word or reaches further."""
        before, low = rank_before(self.page, i), self.page.low
        if before is None:
            return None
        start, rank = before
        if rank.words in _CAPITAL_RANKS and not self.page.capital(start):
            return None
        goes_on = any(  # "le général | de brigade X"
            len(r.words) > i - start and tuple(low[start : start + len(r.words)]) == r.words
            for r in ranks().get(low[start], ())
        )
        return None if goes_on else before

    def at(self, i: int) -> Name | None:
        """Return the name that begins at token *i*, if any."""
        page = self.page
        if page.words[i] == "[":  # "[Prénom] Nom": a given name the newspaper adds
            inner = self.at(i + 3) if page.words[i + 2 : i + 3] == ["]"] and page.capital(i + 1) else None
            return replace(inner, start=i, outer=i, strength=3) if inner is not None else None
        before = self._rank(i)
        if (
            before is None
            and page.low[i] in _OPENING_PARTICLES
            and (page.words[i].islower() or page.low[i] in {"le", "la"})
        ):
            return None
        end, known = self.sequence(i, ranked=before is not None), self.person.get(i)
        if end == i:
            return None
        if known and known.form == "name":
            end = max(end, known.end)
        elif before is None and end > i + 2 and i and page.low[i - 1] in _ARTICLES and page.low[i].endswith(_ORIGINS):
            return None  # "le Jurassien | Prénom Nom": where somebody comes from
        while end > i + 1 and page.low[end - 1] in {"et", "de"}:
            end -= 1
        strength = 3 if before or i in self.after_post else self._strength(i, end, known)
        if strength == 0:
            return None
        ids = known.ids if known and known.end >= end else ()
        gender = self._gender(i, end, ids, before[1] if before else None)
        return Name(i, end, before[0] if before else i, gender, strength, ids, bool(before and before[1].plural))

    def _strength(self, i: int, end: int, known: _Known | None) -> int:
        """Return how sure it is that `i:end`, with no rank and no post before it, is a person's name."""
        page = self.page
        if known and known.form == "name":
            return 3
        tags = page.label[i:end]
        apposed = i - 1 in self.after_post and page.words[i - 1] == "," and page.words[end : end + 1] == [","]
        proper = "PROPN" in page.pos[i:end] and not any(w.isupper() for w in page.words[i:end])
        if apposed and (end - i == 1 or proper):
            return 2  # "l'empereur du Japon, X,"
        if end - i == 1:
            return 2 if known else int("PER" in tags or page.pos[i] == "PROPN")
        if set(tags) == {"PER"} or page.low[i] in self.given or self._of_country(i, end):
            return 3
        return 2 if "PER" in tags and not {"ORG", "MISC"} & set(tags) else 0

    def _of_country(self, i: int, end: int) -> bool:
        """Tell whether "le Laotien" stands before a name of several words."""
        page = self.page
        people = any(h.form == "inhabitants" and h.end == i for h in page.hits.get(i - 1, ())) if i > 1 else False
        return people and page.low[i - 2] in _ARTICLES and "PROPN" in page.pos[i:end]

    def _gender(self, i: int, end: int, ids: tuple[str, ...], rank: Rank | None) -> str | None:
        record = self.authority.get(ids[0]) if ids else None
        if isinstance(record, PersonRecord) and record.gender:
            return record.gender
        if rank is not None and rank.gender:
            return rank.gender
        return self.given.get(self.page.low[i]) if end - i > 1 else None


def _listed(page: Page, before: Name, name: Name) -> bool:
    """Tell whether a name is coordinated with one after a plural rank: "MM. X | et Y"."""
    return (
        before.plural
        and [w for w in page.low[before.end : name.start] if w != ","] in ([], ["et"])
        and name.start - before.end <= 2
    )


def find(page: Page, authority: Authority, blocked: list[bool], after_post: set[int]) -> list[Name]:
    """Return the names of the page.

    Args:
        page: the article's tokens.
        authority: the people known beforehand.
        blocked: tells the tokens that belong to institutions.
        after_post: the tokens at which a post's description ends, where a name may follow.
    """
    finder, names, i = _Finder(page, authority, blocked, after_post), list[Name](), 0
    while i < len(page):
        may = page.capital(i) or page.low[i] in _OPENING_PARTICLES or page.words[i] == "["
        name = finder.at(i) if may and page.sentence[i] >= 0 else None
        if name is not None and names and name.strength < 3 and _listed(page, names[-1], name):
            name = replace(name, strength=3, gender=name.gender or names[-1].gender, plural=True)
        if name is not None:
            names.append(name)
        i = name.end if name is not None else i + 1
    return names
