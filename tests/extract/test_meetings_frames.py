"""The frames in which French news tells of encounters, by class: all that is said of each, and what looks like one.

A row without text is a further meeting of the text above; one without kind tells that nothing is to be found. In a cell,
"/" parts kinds and "~" places and dates that are all right; a party in parentheses may be there; "~host" may be the role.
"""

from __future__ import annotations

import csv
from collections import Counter
from itertools import permutations
from pathlib import Path

import pytest

DATA = Path(__file__).parent / "data"
# shares of the held-back sentences, on which nothing was developed: they may only rise
HELD_BACK = {"found": 0.84, "participants": 0.95, "kind": 0.99, "status": 0.99, "place": 0.98, "date": 0.99}
EXTRA = 1  # meetings found in the held-back sentences that are none

Row = dict[str, str]


def texts(path: Path) -> list[tuple[str, list[Row]]]:
    """Return each text with its meetings."""
    found: list[tuple[str, list[Row]]] = []
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["text"]:
                found.append((row["text"], []))
            if row["kind"]:
                found[-1][1].append(row)
    return found


def named(one: str, other: str) -> bool:
    one, other = one.lower(), other.lower()
    return one.startswith(other) or other.startswith(one)


def optional(row: Row) -> bool:
    return row["kind"].startswith("?")


def parties(row: Row) -> tuple[dict[str, str], list[str]]:
    """Return the parties with their roles ("" for any), and those that may be there."""
    cells = [cell for cell in row["participants"].split(";") if cell]
    sure = [cell.partition("=") for cell in cells if not cell.startswith("(")]
    return {name: role for name, _, role in sure}, [cell.strip("()") for cell in cells if cell.startswith("(")]


def wrong(row: Row, got) -> list[str]:
    """Return the fields of a meeting that are not as the row says."""
    sure, maybe = parties(row)
    left = dict(got["participants"])
    bad = set()
    for name, role in sure.items():
        hit = next((one for one in left if named(one, name)), None)
        if hit is None:
            bad.add("participants")
        elif left.pop(hit) not in ({role} if role and role[0] != "~" else {role.lstrip("~"), "participant"}) and role:
            bad.add("role")
    if any(not any(named(one, name) for name in maybe) for one in left):
        bad.add("participants")
    bad |= {"kind"} - ({"kind"} if got["kind"] in row["kind"].lstrip("?").split("/") else set())
    bad |= {"status"} - ({"status"} if got["status"] in row["status"].split("/") else set())
    bad |= {field for field in ("place", "date") if got[field] not in row[field].split("~")}
    return sorted(bad)


def paired(rows: list[Row], got: list) -> list[tuple[Row, object]]:
    """Return the rows with the meetings that fit them best; None where none of its parties met."""
    spare = [*got, *([None] * len(rows))]

    def cost(row: Row, one) -> int:
        if one is None:
            return 3 if optional(row) else 20
        sure, _ = parties(row)
        met = not sure or any(named(a, b) for a in sure for b in one["participants"])
        return len(wrong(row, one)) if met else 100

    best = min(
        permutations(spare, len(rows)), key=lambda ones: sum(cost(*pair) for pair in zip(rows, ones, strict=True))
    )
    return [(row, one if cost(row, one) < 100 else None) for row, one in zip(rows, best, strict=True)]


@pytest.mark.parametrize(
    ("text", "rows"), [pytest.param(*one, id=one[0][:60]) for one in texts(DATA / "meetings-frames-developed.tsv")]
)
def test_frame(found, text, rows):
    got = found(text)
    pairs = paired(rows, got)

    assert [wrong(row, one) if one else ["missed"] for row, one in pairs if one or not optional(row)] == [
        [] for row, one in pairs if one or not optional(row)
    ]
    assert len(got) == sum(one is not None for _, one in pairs)


def test_frames_held_back(found):
    """Nothing was developed on these."""
    tally: Counter[str] = Counter()
    for text, rows in texts(DATA / "meetings-frames-held.tsv"):
        got = found(text)
        pairs = paired(rows, got)
        tally["extra"] += len(got) - sum(one is not None for _, one in pairs)
        for row, one in pairs:
            if optional(row):
                continue
            tally["wanted"] += 1
            tally["found"] += one is not None
            bad = wrong(row, one) if one else list(HELD_BACK)
            tally.update(field for field in HELD_BACK if field != "found" and field not in bad)

    assert tally["extra"] <= EXTRA
    assert tally["found"] / tally["wanted"] >= HELD_BACK["found"]
    for field in ("participants", "kind", "status", "place", "date"):
        assert tally[field] / tally["found"] >= HELD_BACK[field], field
