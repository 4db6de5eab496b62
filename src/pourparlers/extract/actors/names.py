"""Names of people: the tagger's, the authority's and those the grammar of ranks and capitals finds, repaired.

le général Aldo Brunetti · MM. Okafor et Lindgren · Mme von Arx · Salim ben Youssef al-Tamimi
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from pourparlers.authority import Authority, PersonRecord
from pourparlers.extract.actors.given import given_names
from pourparlers.extract.actors.lexicon import Rank, heads, ranks
from pourparlers.extract.actors.page import Page
from pourparlers.extract.actors.patterns import ONLY_RANKS

_PARTICLES = frozenset(
    "de du d' des la le van von der den ter zu ben bin ibn bint al el ag ould da do dos di del della e y af of ur".split()
)
_OPENING_PARTICLES = frozenset("de du d' van von ben bin ibn al el ould ag da dos di del della le la".split())
_NOT_NAMES = frozenset(
    """janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre lundi mardi mercredi jeudi
    vendredi samedi dimanche monsieur madame etat etats gouvernement republique ministere dieu internet covid brexit
    lire voir photo video archives reuters afp noel""".split()
)
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
    """Return the start and the rank or civility that ends just before token *i*."""
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


def _is_rank_word(page: Page, i: int) -> bool:
    return any(tuple(page.low[i : i + len(r.words)]) == r.words for r in ranks().get(page.low[i], ())) and (
        not page.capital(i) or page.low[i] not in {"don", "pere", "saint", "frere", "sir", "m"}
    )


def _is_head_word(page: Page, i: int) -> bool:
    return page.low[i] in heads() and (page.low[i] not in {"guide", "roi", "reine", "pape"} or not page.capital(i))


class _Finder:
    """Finds the names of one page; a class only because every step needs the same five things."""

    def __init__(self, page: Page, authority: Authority, blocked: list[bool], after_post: set[int]) -> None:
        self.page, self.authority, self.blocked, self.after_post = page, authority, blocked, after_post
        self.given = given_names()
        self.covered: set[int] = set()
        self.person: dict[int, tuple[int, tuple[str, ...], str]] = {}
        for i, found in page.hits.items():
            for hit in found:
                ids = tuple(x for x in hit.ids if x.startswith("person/"))
                if not ids and hit.end - hit.start > 1:
                    self.covered.update(range(hit.start, hit.end))
                if ids and len(ids) == len(hit.ids):
                    self.person[i] = (hit.end, ids, hit.form)
                    break

    def word(self, i: int, inside: bool) -> bool:
        """Tell whether token *i* can be a word of a name; *inside* when a name has already begun."""
        page = self.page
        text, low = page.words[i], page.low[i]
        if not page.capital(i) or self.blocked[i] or low in _NOT_NAMES or page.sentence[i] < 0:
            return False
        if low.startswith("l'") or any(c in "@_/&+" for c in text):
            return False
        if i in self.person:
            return True
        if i in self.covered:
            return False  # inside the name of a treaty, a meeting, a place
        if not inside and (_is_rank_word(page, i) or (_is_head_word(page, i) and i not in self.after_post)):
            return False
        if len(text) > 1 and text.isupper() and not page.label[i] == "PER" and not inside:
            return False
        if not inside and page.opens_sentence(i) and page.pos[i] in _FUNCTION | {"VERB"} and low not in self.given:
            return False
        if inside and (page.pos[i] in {"DET", "ADP"}):
            return False
        place = any(h.form != "surname" and not h.ids[0].startswith("person/") for h in page.hits.get(i, ()))
        return not (place and (not inside or page.label[i] != "PER"))

    def sequence(self, i: int, opened: bool) -> int:
        """Return the end of the name that begins at *i*; *opened* when a rank stands before it."""
        page, n, j = self.page, len(self.page), i
        if opened:
            while (
                j < n
                and page.low[j] in _OPENING_PARTICLES
                and j + 1 < n
                and (page.capital(j + 1) or page.low[j + 1] in _OPENING_PARTICLES)
                and j - i < 3
                and page.words[j].islower()
            ):
                j += 1
        if j >= n or (opened and _is_rank_word(page, j)) or not self.word(j, opened):
            return i
        j += 1
        while j < n:
            if page.words[j] in "[(" and False:
                break
            if page.capital(j) and self.word(j, True):
                if (
                    self.person.get(j, (0, (), ""))[2] == "name"
                    and self.person[j][0] > j + 1
                    and self.given.get(page.low[j - 1], "") == ""
                ):
                    break
                j += 1
                continue
            k = j
            while k < n and k - j < 3 and page.low[k] in _PARTICLES and page.words[k][0].islower():
                k += 1
            if k > j and k < n and page.capital(k) and self.word(k, True) and self._particle(i, j, k):
                j = k + 1
                continue
            break
        return j

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

    def _rank_goes_on(self, start: int, i: int) -> bool:
        """Tell whether the rank that begins at *start* reaches beyond *i*: "le général | de brigade X"."""
        low = self.page.low
        return any(
            len(r.words) > i - start and tuple(low[start : start + len(r.words)]) == r.words
            for r in ranks().get(low[start], ())
        )

    def at(self, i: int) -> Name | None:
        """Return the name that begins at token *i*, if any."""
        page = self.page
        if page.words[i] == "[":  # "[Prénom] Nom": a given name the newspaper adds
            inner = self.at(i + 3) if page.words[i + 2 : i + 3] == ["]"] and page.capital(i + 1) else None
            return replace(inner, start=i, outer=i, strength=3) if inner is not None else None
        before = rank_before(page, i)
        if (
            before
            and before[1].words in {("m",), ("maitre",), ("don",), ("saint",), ("pere",)}
            and not page.capital(before[0])
        ):
            before = None
        if before and before[1].words == ("m",) and page.words[before[0]] != "M":
            before = None
        if page.low[i] in _OPENING_PARTICLES and (not before or self._rank_goes_on(before[0], i)):
            return None
        end = self.sequence(i, before is not None)
        if end == i:
            return None
        known = self.person.get(i)
        if known and known[2] == "name" and known[0] > end:
            end = known[0]
        while end > i + 1 and page.low[end - 1] in {"et", "de"}:
            end -= 1
        ids = known[1] if known and known[0] >= end else ()
        gender = before[1].gender if before else None
        labels = sum(page.label[k] == "PER" for k in range(i, end))
        if (known and known[2] == "name") or before or i in self.after_post:
            strength = 3
        elif end - i > 1:
            strength = 3 if labels == end - i or page.low[i] in self.given else 2 if labels else 0
            if strength < 3 and any(page.label[k] in {"ORG", "MISC"} for k in range(i, end)):
                strength = 0
        elif known:
            strength = 2
        else:
            strength = 1 if labels or page.pos[i] == "PROPN" else 0
        if strength == 0:
            return None
        if gender is None and page.low[i] in self.given and end - i > 1:
            gender = self.given[page.low[i]]
        if ids:
            record = self.authority.get(ids[0])
            gender = record.gender if isinstance(record, PersonRecord) and record.gender else gender
        return Name(i, end, before[0] if before else i, gender, strength, ids, bool(before and before[1].plural))


def find(page: Page, authority: Authority, blocked: list[bool], after_post: set[int]) -> list[Name]:
    """Return the names of the page.

    Args:
        page: the article's tokens.
        authority: the people known beforehand.
        blocked: tells the tokens that belong to institutions.
        after_post: the tokens at which a post's description ends, where a name may follow.
    """
    finder = _Finder(page, authority, blocked, after_post)
    names: list[Name] = []
    i, n = 0, len(page)
    while i < n:
        if page.sentence[i] < 0 or not (page.capital(i) or page.low[i] in _OPENING_PARTICLES or page.words[i] == "["):
            i += 1
            continue
        name = finder.at(i)
        if name is None:
            i += 1
            continue
        names.append(name)
        i = name.end
    return names
