"""The lexicon of saying: the tables of `lexicon/` as typed, read-only values.

Guards are kept as the tables write them (`key:value,value`), `|` between guards; see `Guards`.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from pourparlers.errors import InvalidAuthority
from pourparlers.resources import lexicon

Row = dict[str, str]
Guards = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class SpeechVerb:
    """One sense of a verb or locution of saying.

    `rest` are the fixed words after the verb ("savoir"); `frames` the constructions it stands in; `acts` its speech
    acts as (code, complement word), the first with an empty word being the default.
    """

    lemma: str
    sense: str
    verb: str
    reflexive: bool
    rest: tuple[str, ...]
    tier: str
    frames: frozenset[str]
    acts: tuple[tuple[str, str], ...]
    object_role: str
    discourse: str
    negation: str
    guards: Guards

    def act(self, *words: str) -> str:
        """Return the speech act, given the words of the complement or frame it depends on."""
        for code, word in self.acts:
            if word and word in words:
                return code
        return self.acts[0][0]

    def wants(self, key: str) -> frozenset[str]:
        """Return the values of guard *key*, empty if it has none."""
        return self.guards.get(key, frozenset())


@dataclass(frozen=True, slots=True)
class SpeechNoun:
    """A noun of saying: an act ("ultimatum"), a document, an occasion of speech or a content."""

    noun: str
    kind: str
    patterns: frozenset[str]
    medium: str
    act: str
    guards: Guards


@dataclass(frozen=True, slots=True)
class Source:
    """A way to name a source without a verb: "selon", "d'après", "aux dires de"."""

    words: tuple[str, ...]
    kind: str
    complement: str
    scope: str
    role: str
    guards: Guards


def rows(name: str) -> Iterator[Row]:
    """Yield the rows of table *name*.

    Raises:
        InvalidAuthority: a line has too many or too few cells.
    """
    with lexicon(name).open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE), 2):
            if None in row or None in row.values():
                raise InvalidAuthority(f"{name}:{number}: as many cells as the header wanted, got {row!r}")
            yield row


def _guards(cell: str) -> Guards:
    pairs = (guard.split(":", 1) for guard in cell.split("|") if guard)
    return {key: frozenset(values.split(",")) for key, values in pairs}


def _acts(cell: str) -> tuple[tuple[str, str], ...]:
    acts: list[tuple[str, str]] = []
    for part in cell.split("|"):
        code, _, words = part.partition("@")
        acts.extend((code, word) for word in words.split(","))
    return tuple(sorted(acts, key=lambda act: bool(act[1])))


@cache
def speech_verbs() -> Mapping[str, tuple[SpeechVerb, ...]]:
    """Return the entries of each infinitive, those with more fixed words first, then in the order of the table."""
    found: defaultdict[str, list[SpeechVerb]] = defaultdict(list)
    for row in rows("speech_verbs.tsv"):
        found[row["verb"]].append(
            SpeechVerb(
                lemma=row["lemma"],
                sense=row["sense"],
                verb=row["verb"],
                reflexive=row["reflexive"] == "yes",
                rest=tuple(row["rest"].replace("'", "' ").split()),
                tier=row["tier"],
                frames=frozenset(row["frames"].split("|")),
                acts=_acts(row["speech_act"]),
                object_role=row["object_role"],
                discourse=row["discourse"],
                negation=row["negation_effect"],
                guards=_guards(row["guards"]),
            )
        )
    return {verb: tuple(sorted(entries, key=lambda e: -len(e.rest))) for verb, entries in found.items()}


@cache
def plain_verbs() -> frozenset[str]:
    """Return the infinitives that are verbs of saying by themselves or with a preposition, not only in a locution."""
    alone = ((), ("à",), ("de",), ("pour",), ("sur",), ("contre",))
    return frozenset(
        verb
        for verb, entries in speech_verbs().items()
        if any(e.rest in alone and e.tier != "C" and "speech-verb" not in e.wants("needs") for e in entries)
    )


@cache
def third_persons() -> Mapping[str, tuple[str, str, bool]]:
    """Return (infinitive, tense, plural) by finite third-person form of the verbs of saying.

    Among them are forms that the tagger takes for nouns or adjectives ("juge", "presse"): the context must decide.
    """
    verbs = speech_verbs()
    found: dict[str, tuple[str, str, bool]] = {}
    for row in rows("verb_forms.tsv"):
        if row["verb"] in verbs and row["mood"] == "indicative" and row["person"] in {"3s", "3p"}:
            found.setdefault(row["form"], (row["verb"], row["tense"], row["person"] == "3p"))
    return found


@cache
def participles() -> Mapping[str, str]:
    """Return the infinitive by the present participle of the verbs of saying ("avertissant")."""
    verbs = speech_verbs()
    return {
        row["form"]: row["verb"]
        for row in rows("verb_forms.tsv")
        if row["verb"] in verbs and row["mood"] == "participle" and row["tense"] == "present"
    }


@cache
def speech_nouns() -> Mapping[str, SpeechNoun]:
    """Return the nouns of saying by each of their forms, singular and plural."""
    found: dict[str, SpeechNoun] = {}
    for row in rows("speech_nouns.tsv"):
        noun = SpeechNoun(
            noun=row["noun"],
            kind=row["kind"],
            patterns=frozenset(row["patterns"].split("|")),
            medium=row["medium"].split("|")[0],
            act=row["speech_act"].split("|")[0],
            guards=_guards(row["guards"]),
        )
        found.setdefault(row["noun"], noun)
        found.setdefault(row["plural"] or row["noun"], noun)
    return found


@cache
def sources() -> Mapping[str, tuple[Source, ...]]:
    """Return the source phrases by their first word, longest first; the headline shapes are left out."""
    found: defaultdict[str, list[Source]] = defaultdict(list)
    for row in rows("attribution_prepositions.tsv"):
        if row["form"].startswith("("):
            continue
        words = tuple(row["form"].replace("'", "' ").replace("  ", " ").lower().split())
        source = Source(words, row["kind"], row["complement"], row["scope"], row["role"], _guards(row["guards"]))
        found[words[0]].append(source)
    return {word: tuple(sorted(phrases, key=lambda s: -len(s.words))) for word, phrases in found.items()}
