"""The furniture of web pages: the table lexicon/boilerplate.tsv, compiled."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache

from pourparlers.errors import InvalidAuthority
from pourparlers.resources import lexicon

SCOPES = frozenset({"line", "start", "inline"})
GUARDS = frozenset({"", "first-lines", "no-finite-verb", "duplicate", "after-quote"})
ACTIONS = frozenset({"drop-line", "drop-span", "drop-to-end", "metadata", "keep-heading"})


@dataclass(frozen=True, slots=True)
class Rule:
    """A regular expression: what it tells (`kind`), how much of the line it must fill, when it holds, what follows."""

    pattern: re.Pattern[str]
    kind: str
    scope: str
    guard: str
    action: str


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules in the order of the table.

    Raises:
        InvalidAuthority: a line has an unknown word or a pattern that does not compile.
    """
    with lexicon("boilerplate.tsv").open(encoding="utf-8", newline="") as table:
        return tuple(_rule(row) for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))


def _rule(row: dict[str, str]) -> Rule:
    if row["scope"] not in SCOPES or row["guard"] not in GUARDS or row["action"] not in ACTIONS:
        raise InvalidAuthority(f"boilerplate.tsv: unknown scope, guard or action of {row['pattern']!r}")
    try:
        pattern = re.compile(row["pattern"], re.IGNORECASE)
    except re.error as error:
        raise InvalidAuthority(f"boilerplate.tsv: {row['pattern']!r}: {error}") from error
    return Rule(pattern, row["kind"], row["scope"], row["guard"], row["action"])


# words that show a finite verb in a short line; homographs with nouns are left out on purpose
FINITE = re.compile(
    r"\b(?:est|sont|était|étaient|sera|seront|a|ont|avait|avaient|aura|auront|va|vont|peut|peuvent|doit|doivent|fait|font|"
    r"\w{2,}(?:ait|aient|èrent|era|eront|erait|eraient|irent|ira|iront))\b",
    re.IGNORECASE,
)
