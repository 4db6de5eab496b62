"""An institution as it stands in the text, and the words that introduce one."""

from __future__ import annotations

from dataclasses import dataclass

from pourparlers.extract.actors.page import Page

DE = frozenset(("de", "d'", "du", "des"))
ARTICLES = frozenset(("la", "l'", "le", "les"))
_ACRONYM = range(2, 13)


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


def article_end(page: Page, i: int) -> int:
    """Return the token after a preposition `de` and its article at *i*, or *i* if there is none."""
    if i >= len(page) or page.low[i] not in DE:
        return i
    if page.low[i] == "de" and i + 1 < len(page) and page.low[i + 1] in ARTICLES:
        return i + 2
    return i + 1


def acronym(page: Page, end: int) -> tuple[int, int] | None:
    """Return the tokens of an acronym in parentheses at *end*: "(FUN)"."""
    if end + 2 < len(page) and page.words[end] == "(" and page.words[end + 2] == ")":
        word = page.words[end + 1]
        listed = any(x.startswith("institution/") for h in page.hits.get(end + 1, ()) for x in h.ids)  # "(Monusco)"
        letters = sum(c.isupper() for c in word) >= 2 and not any(c.isspace() for c in word)
        if len(word) in _ACRONYM and (letters or (listed and word[:1].isupper())):
            return end + 1, end + 2
    return None
