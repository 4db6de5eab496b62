"""Counts, and what they come to."""

from __future__ import annotations

from dataclasses import dataclass, field

MAIN = ("persons", "posts", "institutions", "meetings", "treaties", "statements")
"""The kinds whose mean F1 is the overall figure."""

KINDS = (*MAIN[:4], "meeting participants", "treaties", "statements (text)", "statements")
"""All kinds counted, in the order shown."""


@dataclass(slots=True)
class Tally:
    """How many were right, wrong or missed."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    @property
    def precision(self) -> float | None:
        """Share of what was found that is right."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else None

    @property
    def recall(self) -> float | None:
        """Share of what is there that was found."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of both."""
        total = 2 * self.tp + self.fp + self.fn
        return 2 * self.tp / total if total else None


@dataclass(slots=True)
class Share:
    """How many of the pairs compared agree in one field."""

    right: int = 0
    of: int = 0

    def add(self, *, right: bool) -> None:
        """Count one more pair."""
        self.right += right
        self.of += 1

    @property
    def accuracy(self) -> float | None:
        """Share that is right."""
        return self.right / self.of if self.of else None


@dataclass(slots=True)
class Report:
    """The figures of all articles together, and each error in words."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    shares: dict[str, Share] = field(default_factory=dict)
    errors: dict[str, list[str]] = field(default_factory=dict)

    def tally(self, kind: str) -> Tally:
        """Return the tally of a kind, new if need be."""
        return self.tallies.setdefault(kind, Tally())

    def share(self, name: str) -> Share:
        """Return the share of a field, new if need be."""
        return self.shares.setdefault(name, Share())

    def error(self, kind: str, words: str) -> None:
        """Keep an error."""
        self.errors.setdefault(kind, []).append(words)

    @property
    def overall(self) -> float:
        """Mean F1 of the main kinds."""
        present = [f1 for kind in MAIN if kind in self.tallies and (f1 := self.tallies[kind].f1) is not None]
        return sum(present) / len(present) if present else 0.0

    def figures(self) -> dict[str, dict[str, float | int | None]]:
        """Return all figures by kind and field, as JSON has them."""
        table: dict[str, dict[str, float | int | None]] = {
            kind: {"precision": t.precision, "recall": t.recall, "f1": t.f1, "tp": t.tp, "fp": t.fp, "fn": t.fn}
            for kind in KINDS
            for t in (self.tally(kind),)
        }
        for name, share in sorted(self.shares.items()):
            table[name] = {"accuracy": share.accuracy, "right": share.right, "of": share.of}
        table["overall"] = {"f1": self.overall}
        return table
