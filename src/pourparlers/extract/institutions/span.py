"""An institution as it stands in the text, and the words that introduce one."""

from __future__ import annotations

from dataclasses import dataclass

from pourparlers.extract.actors.page import Page

DE = frozenset(("de", "d'", "du", "des"))
ARTICLES = frozenset(("la", "l'", "le", "les"))
_ACRONYM = range(2, 13)
_LEAST = 3  # letters of an acronym written like a name


@dataclass(frozen=True, slots=True)
class Span:
    """Tokens `start:end` that name or describe an institution of type `kind`.

    `ids` are authority records that bear the form, `state` the authority id of its state if the words tell it,
    `head` the folded head noun ("" for bare names), `bare` tells a description without any name: "le ministère".
    `acronym` are the tokens of an acronym in parentheses. From token `leader` on stands the name of the person who
    leads it, which is a mention of its own: "l'administration | Halvorsen". `outer` is where a common noun before the
    name begins: "le quotidien danois | Havnebladet".
    """

    start: int
    end: int
    kind: str
    ids: tuple[str, ...] = ()
    state: str | None = None
    head: str = ""
    bare: bool = False
    acronym: tuple[int, int] | None = None
    portfolio: str = ""
    leader: int | None = None
    outer: int | None = None

    @property
    def closed_end(self) -> int:
        """Return where the tokens end that can be no part of a person's name."""
        return self.end if self.leader is None else self.leader


def _spells(short: str, words: list[str]) -> bool:
    """Tell whether *short* is made of the beginnings of *words*, in their order: "funord", "front uni du nord"."""
    at = 0
    for word in words:
        if at < len(short) and word[:1] == short[at]:
            at += 1
            for letter in word[1:]:
                if len(word) > 2 and at < len(short) and letter == short[at]:
                    at += 1
    return at == len(short) and words[0][:1] == short[:1]


def article_end(page: Page, i: int) -> int:
    """Return the token after a preposition `de` and its article at *i*, or *i* if there is none."""
    if i >= len(page) or page.low[i] not in DE:
        return i
    if page.low[i] == "de" and i + 1 < len(page) and page.low[i + 1] in ARTICLES:
        return i + 2
    return i + 1


def acronym(page: Page, end: int, start: int | None = None) -> tuple[int, int] | None:
    """Return the tokens of an acronym in parentheses at *end*: "(FUN)"; of the name from *start* on, "(Funord)" too."""
    if end + 2 < len(page) and page.words[end] == "(" and page.words[end + 2] == ")":
        word = page.words[end + 1]
        listed = any(x.startswith("institution/") for h in page.hits.get(end + 1, ()) for x in h.ids)  # "(Monusco)"
        letters = sum(c.isupper() for c in word) >= 2 and not any(c.isspace() for c in word)
        if start is not None and word[:1].isupper() and not page.hits.get(end + 1) and len(word) > _LEAST:
            letters = letters or _spells(page.low[end + 1], page.low[start:end])
        if len(word) in _ACRONYM and (letters or (listed and word[:1].isupper())):
            return end + 1, end + 2
    return None
