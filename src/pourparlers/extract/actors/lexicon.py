"""The tables of post heads and ranks, made ready for looking up word by word."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache

from pourparlers.extract.actors.page import split_words
from pourparlers.resources import lexicon


@dataclass(frozen=True, slots=True)
class Head:
    """A head noun of posts: its folded `words`, what kind of post it is, and the same post's masculine singular."""

    words: tuple[str, ...]
    level: str
    key: str
    canonical: str
    gender: str | None
    plural: bool
    noun_only: bool
    state: str
    singular: str = ""
    needs_body: bool = False
    unless: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Rank:
    """What stands before a name and is no part of it."""

    words: tuple[str, ...]
    kind: str
    gender: str | None
    plural: bool
    as_post: str
    regnal: bool


Index = dict[str, list["Head"]]


def _rows(name: str) -> list[dict[str, str]]:
    with lexicon(name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _guard(row: dict[str, str], key: str) -> str:
    for guard in (row["guards"] or "").split("|"):
        if guard.startswith(key + ":"):
            return guard[len(key) + 1 :]
    return ""


_SKIPPED = frozenset(("modifier", "rank"))


def _shortened(row: dict[str, str]) -> dict[str, str]:
    """Return the row of "maître du Kremlin" for its head alone; its institution is read by the grammar."""
    columns = ("head_m", "head_f", "plural_m", "plural_f")
    return {**row, **{c: row[c].split()[0] for c in columns}, "canonical": "", "guards": "needs:org"}


@cache
def heads() -> dict[str, list[Head]]:
    """Return the heads of posts by their first word, longest first."""
    index: dict[str, dict[tuple[str, ...], Head]] = {}
    for line in _rows("post_heads.tsv"):
        row = _own_head(line)
        if row is None:
            continue
        for column, gender, plural in _FORMS:
            for form in [*row[column].split("|"), *(_variants(row) if column == "head_m" else [])]:
                words = split_words(form)
                if words:
                    slot = index.setdefault(words[0], {})
                    slot.setdefault(words, _head(row, words, gender, plural=plural))
    for row in _rows("ranks_and_civility.tsv"):
        if row["as_post"] == "yes" and row["kind"] != "title":
            _add_dignity(index, row)
    return {first: sorted(found.values(), key=lambda h: -len(h.words)) for first, found in index.items()}


_FORMS = (("head_m", "m", False), ("head_f", "f", False), ("plural_m", "m", True), ("plural_f", "f", True))


def _own_head(row: dict[str, str]) -> dict[str, str] | None:
    """Return the row of a head, None for a modifier and for "président du Parlement".

    The example's title shows where the institution begins, which the grammar reads by itself.
    """
    if row["level"] in _SKIPPED or row["head_m"] in {"à la tête de", "chef du parti"}:
        return None
    title = split_words(row["example_title"] or row["head_m"])
    if len(title) >= len(split_words(row["head_m"])):
        return row
    lone = len(title) == 1 and row["head_m"].split()[0] in {"locataire", "maître"}
    return _shortened(row) if lone else None


def _variants(row: dict[str, str]) -> list[str]:
    """Return the other forms of a head of several words that begin as it does."""
    first = row["head_m"].split()[:1]
    return [v for v in _guard(row, "variants").split(",") if " " in v and v.split()[:1] == first]


def _head(row: dict[str, str], words: tuple[str, ...], gender: str, *, plural: bool) -> Head:
    return Head(
        words=words,
        level=row["level"],
        key=row["head_m"],
        canonical=row["canonical"],
        gender=None if row["head_m"] == row["head_f"] else gender,
        plural=plural and row["plural_m"] != row["head_m"],
        noun_only="pos:NOUN" in (row["guards"] or ""),
        state=_guard(row, "state"),
        unless=tuple(split_words(w) for w in _guard(row, "not").split(",") if w and w[0].isalpha()),
        needs_body=_guard(row, "needs") == "org",
        singular=row["head_f"] if gender == "f" else row["head_m"],
    )


def _add_dignity(index: dict[str, dict[tuple[str, ...], Head]], row: dict[str, str]) -> None:
    """Add a dignity that is a post as well: "le patriarche X"."""
    for form, gender, plural in ((row["form"], "m", False), (row["feminine"], "f", False), (row["plural"], "m", True)):
        words = split_words(form)
        if words and "|" not in form:
            key = row["form"]
            head = Head(words, "dignity", key, "", gender, plural, noun_only=True, state="", singular=key)
            index.setdefault(words[0], {}).setdefault(words, head)


@cache
def ranks() -> dict[str, list[Rank]]:
    """Return the ranks and civilities by their first word, longest first."""
    index: dict[str, dict[tuple[str, ...], Rank]] = {}
    for row in _rows("ranks_and_civility.tsv"):
        if row["kind"] == "title":
            continue
        gender = row["gender"] if row["gender"] in {"m", "f"} else None
        if row["gender"] in {"mp", "fp"}:
            gender = row["gender"][0]
        forms = [
            (row["form"], gender, row["form"] in {"MM.", "Mmes"}),
            (row["feminine"], "f" if gender == "m" else gender, False),
        ]
        forms += [(p, gender, True) for p in row["plural"].split("|")]
        forms += [(a, gender, a == "MM") for a in row["abbreviations"].split("|")]
        for form, sex, plural in forms:
            words = split_words(form)
            if not words or words == ("dame",):
                continue
            index.setdefault(words[0], {}).setdefault(
                words, Rank(words, row["kind"], sex, plural, row["as_post"], row["in_name"] == "regnal")
            )
    for word, plural in (("mm", True), ("m", False)):
        index.setdefault(word, {})[(word,)] = Rank((word,), "civility", "m", plural, as_post="no", regnal=False)
    return {first: sorted(found.values(), key=lambda r: -len(r.words)) for first, found in index.items()}
