"""Head nouns of posts: which words are one, and when they are something else."""

from __future__ import annotations

from pourparlers.extract.actors.lexicon import Head, heads, ranks
from pourparlers.extract.actors.page import Page
from pourparlers.extract.actors.patterns import ALSO_NAMES, BEFORE, DETERMINERS, FORMER
from pourparlers.extract.institutions.states import States

_VERBAL = frozenset(("VERB", "AUX", "ADP"))
_NOMINAL = frozenset(("NOUN", "PROPN"))


def head_at(page: Page, states: States, i: int) -> tuple[Head, bool] | None:
    """Return the head noun at token *i*, and whether "ex-" is glued to it."""
    first, former = page.low[i], False
    if first.startswith("ex-"):
        first, former = first[3:], True
    for head in heads().get(first, ()):
        length = len(head.words)
        if tuple(page.low[i + 1 : i + length]) != head.words[1:]:
            continue
        if any(tuple(page.low[i + length : i + length + len(u)]) == u for u in head.unless):
            continue
        if length > 1 or _is_head(page, states, head, i):
            return head, former
    return None


def _is_head(page: Page, states: States, head: Head, i: int) -> bool:
    """Tell whether a word that is also a verb, an adjective or a name stands for a post."""
    pos = page.pos[i]
    if pos in _VERBAL or (head.noun_only and pos not in _NOMINAL):
        return _stands_as_noun(page, states, i)
    return not (page.capital(i) and head.words[0] in ALSO_NAMES and _in_name(page, i))


def _in_name(page: Page, i: int) -> bool:
    """Tell whether a capitalised "Sultan" or "Prince" is a given name: no article before it, a name after it."""
    if page.opens_sentence(i) or page.low[i - 1] in DETERMINERS:
        return False
    if page.low[i - 1] in {"ben", "bin", "ibn", "al", "el", "abou"}:
        return True
    return i + 1 < len(page) and page.capital(i + 1)


def _stands_as_noun(page: Page, states: States, i: int) -> bool:
    """Tell whether a word the tagger does not take for a noun stands where one stands: "le responsable de"."""
    if i and page.words[i - 1] == ",":
        return states.adjective(page, i + 1) is not None  # "X, opposant guinéen,"
    if i == 0 or page.low[i - 1] not in DETERMINERS | BEFORE | FORMER or i + 1 >= len(page):
        return False
    followed = page.low[i + 1] in {"de", "du", "des", "d'", ","} or page.capital(i + 1)
    return followed or states.adjective(page, i + 1) is not None


def inner_tokens(page: Page, states: States) -> frozenset[int]:
    """Return the tokens inside heads and ranks, where no institution begins: "chef de la | diplomatie"."""
    inside, known = set[int](), heads()
    for i, low in enumerate(page.low):
        if (low in known or low.startswith("ex-")) and (found := head_at(page, states, i)) is not None:
            inside.update(range(i if len(found[0].words) > 1 else i + 1, i + len(found[0].words)))
        for rank in ranks().get(low, ()):
            if len(rank.words) > 1 and tuple(page.low[i : i + len(rank.words)]) == rank.words:
                inside.update(range(i + 1, i + len(rank.words)))
    return frozenset(inside)
