"""Forty reports of fifteen meetings (reports.toml): which accounts the whole path merges, and which it should.

`python tests/resolve/reported.py` prints the figures and what is amiss.
"""

from __future__ import annotations

import csv
import re
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

from pourparlers.pipeline import build
from pourparlers.store import Store

REPORTS = tomllib.loads((Path(__file__).parent / "reports.toml").read_text(encoding="utf-8"))["report"]
_MARK = re.compile(r"\[(\w+)\|([^\]]+)\]")
_ACCOUNTS = """
SELECT ?meeting ?account ?file ?begin ?end {
  ?meeting a pp:Meeting ; pp:account ?account .
  ?account dcterms:source/dcterms:identifier ?file ; pp:evidence ?passage .
  ?passage nif:beginIndex ?begin ; nif:endIndex ?end
}
"""

Told = tuple[str, str]
"""A meeting as one report tells it: the report's name, the meeting's."""


@dataclass
class Figures:
    """Accounts of which the gold says one meeting, and what became of them.

    `wrong` are pairs of accounts of two meetings (or of none that is marked) that were merged, `apart` pairs of one
    meeting that were not, `missed` what was not found at all, `extra` what is no marked meeting.
    """

    pairs: int = 0
    merged: int = 0
    wrong: list[tuple[str, str]] = field(default_factory=list)
    apart: list[tuple[Told, Told]] = field(default_factory=list)
    missed: list[Told] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        """Say it in one line."""
        return f"{self.merged} of {self.pairs} true pairs merged, {len(self.wrong)} false merges"


def plain(marked: str) -> tuple[str, list[tuple[str, int, int]]]:
    """Return a text without its marks, and the meeting, begin and end of each."""
    text, spans, at = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        spans.append((mark[1], len(text), len(text) + len(mark[2])))
        text += mark[2]
        at = mark.end()
    return text + marked[at:], spans


def write(folder: Path, reports: Sequence[dict[str, str]]) -> list[Path]:
    """Write the reports as articles, with what is known of each, and return their paths in the order given."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    with (folder / "metadata.csv").open("w", encoding="utf-8", newline="") as table:
        rows = csv.writer(table)
        rows.writerow(("file", "publisher", "published"))
        for report in reports:
            path = folder / f"{report['name']}.txt"
            path.write_text(plain(report["text"])[0], encoding="utf-8")
            rows.writerow((path.name, report["publisher"], report.get("published", "")))
            paths.append(path)
    return paths


def figures(store: Store) -> Figures:
    """Compare what a store merged with what the reports mark."""
    spans = {f"{report['name']}.txt": plain(report["text"])[1] for report in REPORTS}
    true: dict[str, set[str]] = {}
    for file, marks in spans.items():
        for name, _, _ in marks:
            true.setdefault(name, set()).add(file)
    accounts: dict[str, tuple[str, str]] = {}
    meant: dict[str, set[str]] = {}
    for row in store.query(_ACCOUNTS):
        file, account = row["file"].value, row["account"].value
        accounts[account] = row["meeting"].value, file
        begin, end = int(row["begin"].value), int(row["end"].value)
        names = {name for name, first, last in spans[file] if first < end and begin < last}
        meant.setdefault(account, set()).update(names)
    return compared(true, accounts, meant)


def compared(true: dict[str, set[str]], accounts: dict[str, tuple[str, str]], meant: dict[str, set[str]]) -> Figures:
    """Compare accounts with the gold.

    Args:
        true: the files that tell of each meeting.
        accounts: the canonical meeting and the file of each account.
        meant: the marked meetings whose words each account shows.
    """
    found = Figures(extra=sorted(accounts[one][1] for one, names in meant.items() if not names))
    home: dict[Told, set[str]] = {}
    for account, (meeting, file) in accounts.items():
        for name in meant[account]:
            home.setdefault((file, name), set()).add(meeting)
    for name, files in sorted(true.items()):
        told: Iterable[Told] = sorted((file, name) for file in files)
        found.missed += [one for one in told if one not in home]
        for one, other in combinations(told, 2):
            found.pairs += 1
            if home.get(one, set()) & home.get(other, set()):
                found.merged += 1
            else:
                found.apart.append((one, other))
    for one, other in combinations(sorted(accounts), 2):
        if accounts[one][0] == accounts[other][0] and not meant[one] & meant[other]:
            found.wrong.append((_told(one, accounts, meant), _told(other, accounts, meant)))
    found.wrong.sort()
    return found


def _told(account: str, accounts: dict[str, tuple[str, str]], meant: dict[str, set[str]]) -> str:
    return f"{accounts[account][1]}: {', '.join(sorted(meant[account])) or account.rpartition('/')[2]}"


def main() -> None:
    """Print the figures and what is amiss."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder) / "store", create=True)
        build(write(Path(folder) / "texts", REPORTS), store)
        found = figures(store)
        sys.stdout.write(f"{found}\n")
        for title in ("wrong", "missed", "apart", "extra"):
            sys.stdout.writelines(f"{title}: {one}\n" for one in getattr(found, title))


if __name__ == "__main__":
    main()
