"""Compares what is read out of a sentence with a line of the tables in data/: persons, posts, institutions."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pourparlers.extract.actors.page import fold
from pourparlers.extract.mentions import Entities
from pourparlers.language.document import Reading

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True)
class Expected:
    text: str
    persons: frozenset[str]
    posts: frozenset[tuple[str, str, str, bool]]
    institutions: frozenset[str]
    allowed: frozenset[str]


@dataclass
class Tally:
    right: int = 0
    missed: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        return 2 * self.right / (2 * self.right + len(self.missed) + len(self.extra))


def rows(name: str) -> Iterator[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def lines(name: str) -> Iterator[Expected]:
    for row in rows(name):
        bodies = [b.strip() for b in (row["institutions"] or "").split("|") if b.strip()]
        yield Expected(
            row["text"],
            frozenset(p for p in (row["persons"] or "").split("|") if p),
            frozenset(_post(p) for p in (row["posts"] or "").split("|") if p.strip()),
            frozenset(b for b in bodies if not b.endswith("?")),
            frozenset(b.rstrip("?") for b in bodies),
        )


def _post(cell: str) -> tuple[str, str, str, bool]:
    person, _, rest = cell.partition(": ")
    former = rest.endswith("!former")
    title, _, body = rest.removesuffix("!former").partition(" @")
    return person.strip(), fold(title.strip()), body.strip(), former


def compare(expected: Expected, reading: Reading, found: Entities, tallies: dict[str, Tally]) -> None:
    """Add to the tallies what of *expected* was found, missed, or found too much."""
    where = f"  [{expected.text[:60]}]"
    persons = {p.name for p in found.persons if not p.described}
    _count(tallies["persons"], set(expected.persons), persons, where)
    forms = _forms(reading, found)
    _bodies(tallies["institutions"], expected, found, forms, where)
    _posts(tallies["posts"], expected, found, forms, where)


def _forms(reading: Reading, found: Entities) -> dict[str, set[str]]:
    """Return every printed form of each institution."""
    forms = {b.id: {reading.words(e) for e in b.evidence} for b in found.institutions}
    for mention in found.mentions:
        if mention.kind in {"institution", "state", "adjective"} and mention.name_start is not None:
            for ref in mention.refs:
                forms.setdefault(ref, set()).add(reading.doc[mention.name_start : mention.name_end].text)
    return forms


def _bodies(tally: Tally, expected: Expected, found: Entities, forms: dict[str, set[str]], where: str) -> None:
    active = {t.institution for t in found.tenures}
    active |= {r for m in found.mentions if m.kind in {"institution", "state"} for r in m.refs}
    for name in sorted(expected.institutions):
        hit = any(name in names for names in forms.values())
        tally.right += hit
        tally.missed += [] if hit else [name + where]
    tally.extra += [
        " | ".join(sorted(names)) + where
        for ref, names in forms.items()
        if not names & expected.allowed and ref in active
    ]


def _posts(tally: Tally, expected: Expected, found: Entities, forms: dict[str, set[str]], where: str) -> None:
    name_of = {p.id: p.name for p in found.persons if not p.described}
    left = [t for t in found.tenures if t.holder in name_of]
    for person, title, body, former in sorted(expected.posts):
        fits = [
            t
            for t in left
            if (name_of[t.holder], fold(t.title), t.former) == (person, title, former)
            and (body == "?" or (t.institution is None if not body else body in forms.get(t.institution or "", ())))
        ]
        tally.right += bool(fits)
        if fits:
            left.remove(fits[0])
        else:
            tally.missed.append(f"{person}: {title} @ {body}" + where)
    tally.extra += [
        f"{name_of[t.holder]}: {t.title} @ {sorted(forms.get(t.institution or '', ()))}" + where for t in left
    ]


def _count(tally: Tally, wanted: set[str], got: set[str], where: str) -> None:
    tally.right += len(wanted & got)
    tally.missed += [name + where for name in sorted(wanted - got)]
    tally.extra += [name + where for name in sorted(got - wanted)]
