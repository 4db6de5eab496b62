"""Names known beforehand: every form of the authority data, longest match first, with the rules of French capitals."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from pourparlers import authority
from pourparlers.language.document import Hit
from pourparlers.language.patterns import DETERMINERS, LENIENT_HEADS, OPENERS, PREFIXED_ADJECTIVES, PREPOSITIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc

# What a form is taken for when a word is several things; the ids come in this order too.
_KINDS = ("name", "capital", "metonym", "acronym", "adjective", "inhabitants", "surname")
_TABLES = ("state", "institution", "treaty", "gathering", "place", "person")
_NESTING = frozenset({"gathering"})  # tables whose names hold other names worth finding: "sommet de l'Otan à Bruxelles"
_FORMAL = frozenset({"institution", "treaty", "gathering"})
_QUOTES = frozenset({"«", "»", "“", "”", '"'})
_ARTICLES = frozenset({"l'", "le", "la", "les"})
_OPENING = frozenset({"«", '"', "“", ":", "-", "–", "—", "("})
_HYPHENS = frozenset({"-", "–", "‐", "‑"})

_PIECES = re.compile(r"[^\s'-]+'?|'")
_DOTTED = re.compile(r"(?:\w\.){2,}\w?")

LOWER, CAPITAL, UPPER, NEUTRAL = range(4)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A form of one record. `shape` tells the case of each piece, `surface` is the form itself."""

    kind: str
    table: str
    id: str
    surface: str
    shape: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Index:
    """Entries by their folded pieces joined by spaces, and by the first piece the lengths that occur, longest first."""

    entries: dict[str, tuple[_Entry, ...]]
    lengths: dict[str, tuple[int, ...]]


@lru_cache(maxsize=65536)
def pieces(word: str) -> tuple[tuple[str, int], ...]:
    """Return the folded pieces of a token with their case: "Royaume-Uni" → (royaume, CAPITAL), (uni, CAPITAL)."""
    if _DOTTED.fullmatch(word):
        word = word.replace(".", "")
    word = word.replace("’", "'").replace("/", " ").replace("‑", "-").replace("‐", "-")
    return tuple((authority.fold(piece) or piece, _case(piece)) for piece in _PIECES.findall(word))


def _case(piece: str) -> int:
    if piece[-1:] == "'":
        return NEUTRAL
    if piece[:1].islower():
        return LOWER
    if not piece[:1].isupper():
        return NEUTRAL
    return UPPER if len(piece) > 1 and piece.isupper() else CAPITAL


@cache
def _index() -> _Index:
    """Return the index of all forms of the authority data."""
    entries: dict[str, dict[_Entry, None]] = {}
    lengths: dict[str, set[int]] = {}
    for form, kind, id_ in authority.load().forms():
        parts = [part for word in form.replace("-", " ").split() for part in pieces(word)]
        crowd = id_.startswith("institution/") and form.endswith("s")  # "les talibans"
        if not parts or (len(parts) == 1 and kind != "adjective" and parts[0][1] == LOWER and not crowd):
            continue
        key = " ".join(part for part, _ in parts)
        entry = _Entry(kind, id_.partition("/")[0], id_, form, tuple(case for _, case in parts))
        entries.setdefault(key, {})[entry] = None
        lengths.setdefault(parts[0][0], set()).add(len(parts))
    for key, found in entries.items():
        if key in OPENERS or entries.get(key.removeprefix("de ").removeprefix("d' "), found) is not found:
            entries[key] = {entry: None for entry in found if entry.kind != "surname"}  # "Kirill de Moscou", "Le"
    return _Index(
        {key: tuple(sorted(found, key=_rank)) for key, found in entries.items() if found},
        {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()},
    )


def _rank(entry: _Entry) -> tuple[int, int, str]:
    """Order the entries of one form: states before institutions before places; names before surnames."""
    tables = _TABLES.index(entry.table) if entry.table in _TABLES else len(_TABLES)
    return (tables, _KINDS.index(entry.kind), entry.id)


@cache
def pairable() -> frozenset[str]:
    """Return the words that stand for states and alliances in pairs such as "Iran-Irak", as printed."""
    names = authority.load().forms()
    return frozenset(
        form
        for form, kind, id_ in names
        if form.replace("-", "").isalpha()
        and form[0].isupper()
        and (
            (id_.startswith("state/") and kind in ("name", "capital"))
            or (id_.startswith("institution/") and kind == "acronym")
        )
    )


def find(doc: Doc, starts: Iterable[int]) -> tuple[Hit, ...]:
    """Return the forms found in *doc*, outer before inner; `starts` are the tokens that begin a sentence."""
    return tuple(_Scan(doc, frozenset(starts)).hits())


class _Scan:
    """A document as a stream of pieces: folded piece, case, token."""

    def __init__(self, doc: Doc, starts: frozenset[int]) -> None:
        self.doc, self.starts, self.index = doc, starts, _index()
        self.stream: list[tuple[str, int, int]] = []
        glued = False  # no space before the token
        for i, token in enumerate(doc):
            text = token.text
            if text.isspace():
                if "\n" in text:
                    self.stream.append(("\n", NEUTRAL, i))
            elif text not in _QUOTES and not (glued and text in _HYPHENS):
                for piece, case in pieces(text):
                    self.stream.append((piece, case, i))
            glued = not token.whitespace_

    def hits(self) -> Iterator[Hit]:
        """Yield the longest hits, left to right; inside the name of a gathering, those within it too."""
        at, size, inside = 0, len(self.stream), -1
        while at < size:
            token = self.stream[at][2]
            if at and self.stream[at - 1][2] == token:  # in the middle of a token
                at += 1
                continue
            length, entries = self._longest(at, inside)
            if entries and self._articled(at, entries) and self._longest(at + 1, inside)[0] >= length:
                entries = []  # "le Quai" gives way to "Quai d'Orsay"
            if not entries:
                yield from _prefixed(self.doc, token)
                at += 1
                continue
            hit = self._hit(at, length, entries)
            yield hit
            if all(entry.table in _NESTING for entry in entries):
                inside = hit.end
                at += 1
            else:
                at += length

    def _longest(self, at: int, inside: int) -> tuple[int, list[_Entry]]:
        """Return how many pieces from *at* the longest form has, and its entries that fit the text's capitals.

        Args:
            at: place in the stream.
            inside: the token where a name around ends, which must not be found again.
        """
        for length in self.index.lengths.get(self.stream[at][0], ()):
            stop = at + length
            if stop > len(self.stream) or (
                stop < len(self.stream) and self.stream[stop][2] == self.stream[stop - 1][2]
            ):
                continue
            entries = self._fitting(at, length)
            if self.stream[stop - 1][2] < inside:
                entries = [entry for entry in entries if entry.table not in _NESTING]
            if entries:
                return length, entries
        return 0, []

    def _fitting(self, at: int, length: int) -> list[_Entry]:
        """Return the entries of *length* pieces at *at* that are printed with such capitals."""
        window = self.stream[at : at + length]
        entries = self.index.entries.get(" ".join(piece for piece, _, _ in window), ())
        if not entries:
            return []
        shape = [case for _, case, _ in window]
        start, last = window[0][2], window[-1][2]
        quoted = any(self.doc[k].text in _QUOTES for k in range(start, last))
        unsure = length == 1 and shape[0] == CAPITAL and self._opens(start) and not _proper(self.doc, start)
        return [
            entry
            for entry in entries
            if _fits(entry, shape, self.doc, start, last)
            and not (quoted and entry.table not in _FORMAL)
            and not (unsure and _may_be_a_word(entry))
        ]

    def _opens(self, i: int) -> bool:
        """Tell whether the word may owe its capital to its place, at the start of a sentence or a quotation."""
        return i in self.starts or (i > 0 and self.doc[i - 1].text in _OPENING)

    def _articled(self, at: int, entries: list[_Entry]) -> bool:
        """Tell whether the form begins with an article that is no part of the name."""
        return self.doc[self.stream[at][2]].lower_ in _ARTICLES and entries[0].surface[0].islower()

    def _hit(self, at: int, length: int, entries: list[_Entry]) -> Hit:
        """Return the hit of *entries*; an article is left out, a quotation opened inside the name is closed with it."""
        start, end = self.stream[at][2], self.stream[at + length - 1][2] + 1
        if length > 1 and self._articled(at, entries):
            start += 1
            entries = sorted([*entries, *self._fitting(at + 1, length - 1)], key=_rank)
        marks = sum(self.doc[k].text in _QUOTES for k in range(start, end))
        if marks % 2 and end < len(self.doc) and self.doc[end].text in _QUOTES:
            end += 1
        ids: dict[str, str] = {}
        for entry in entries:
            ids.setdefault(entry.id, entry.kind)
        return Hit(start, end, entries[0].kind, tuple(ids), tuple(ids.values()))


def _fits(entry: _Entry, shape: list[int], doc: Doc, start: int, last: int) -> bool:
    """Tell whether the case of the text is one in which the form is printed."""
    if entry.kind == "adjective":
        return (shape[0] == LOWER and CAPITAL not in shape) or (shape[0] == UPPER and _shouted(doc, start))
    if entry.kind == "inhabitants":
        return shape[0] in (CAPITAL, UPPER)
    if entry.kind == "acronym" and len(shape) == 1:
        return _fits_acronym(entry, shape[0], doc, start)
    wanted = [i for i, case in enumerate(entry.shape) if case in (CAPITAL, UPPER)]
    missing = [i for i in wanted if shape[i] == LOWER]
    # Inside a name an acronym may be printed as a word ("Conseil de l'Otan"); alone it must be as it stands.
    lowered = any(entry.shape[i] == UPPER and shape[i] != UPPER for i in wanted)
    if lowered and (missing or len(shape) == 1) and doc[start : last + 1].text != entry.surface:
        return False
    if missing:
        return entry.table in _FORMAL and _may_lack(len(missing), wanted, shape, doc[start].lower_)
    return bool(wanted) or len(shape) > 1 or (entry.surface.islower() and shape == [LOWER])


def _fits_acronym(entry: _Entry, case: int, doc: Doc, i: int) -> bool:
    """Tell whether the token is the acronym: "UN" in a headline in capitals is an article."""
    word = doc[i]
    small = word.lower_ in DETERMINERS or word.lower_ in OPENERS or word.lower_ in PREPOSITIONS
    return (case == UPPER or word.text == entry.surface) and not (small and _shouted(doc, i))


def _may_lack(missing: int, wanted: list[int], shape: list[int], first: str) -> bool:
    """Tell whether a name may be printed without *missing* of its capitals: "ministère de la défense"."""
    if len(shape) >= 3:
        return missing < len(wanted) or len(wanted) == 1
    return len(shape) == 2 and wanted == [0] and first in LENIENT_HEADS


def _shouted(doc: Doc, i: int) -> bool:
    """Tell whether the words around the token are in capitals too, as in a headline."""
    near = [doc[k].text for k in range(max(0, i - 3), min(len(doc), i + 4)) if k != i and len(doc[k]) > 3]
    return bool(near) and all(word.isupper() for word in near)


def _proper(doc: Doc, i: int) -> bool:
    """Tell whether the tagger takes the word for a name."""
    return doc[i].pos_ in ("PROPN", "X") or doc[i].ent_type_ in ("PER", "LOC", "ORG")


@cache
def _common_words() -> frozenset[str]:
    """Return the names that are common words too, folded."""
    ambiguous = authority.load().ambiguous.values()
    return frozenset(authority.fold(name) for a in ambiguous if "common-word" in a.reasons for name in a.names)


def _may_be_a_word(entry: _Entry) -> bool:
    """Tell whether a capital is all that tells the name from a common word: "Blanc", "Congrès", "Angers"."""
    return entry.kind == "surname" or entry.table == "institution" or authority.fold(entry.surface) in _common_words()


def _prefixed(doc: Doc, i: int) -> tuple[Hit, ...]:
    """Return the states of "russo-ukrainien": one hit for each part, on the same token."""
    if "-" not in doc[i].text:
        return ()
    first, _, second = doc[i].lower_.rpartition("-")
    entries = _index().entries.get(authority.fold(second)) if first else None
    states = [entry.id for entry in entries or () if entry.kind == "adjective"]
    if not states:
        return ()
    before = [PREFIXED_ADJECTIVES.get(authority.fold(part)) for part in first.split("-")]
    if not all(before):
        return ()
    hits = [Hit(i, i + 1, "adjective", (f"state/{state}",), ("adjective",)) for state in before]
    return (*hits, Hit(i, i + 1, "adjective", tuple(states), ("adjective",) * len(states)))
