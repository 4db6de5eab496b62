"""Clusters of accounts: merged by the strongest reasons first, never across what somebody holds apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from pourparlers.resolve.judgements import DIFFERENT, SAME, UNSURE, Judgement


class Union:
    """Disjoint sets of names; the smallest name of a set stands for it."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        """Begin with every name alone."""
        self._parent: dict[str, str] = {name: name for name in names}
        self._members: dict[str, list[str]] = {name: [name] for name in self._parent}

    def find(self, name: str) -> str:
        """Return the name that stands for the set of *name*; an unknown one is alone."""
        root = self._parent.setdefault(name, name)
        if root == name:
            self._members.setdefault(name, [name])
            return name
        while self._parent[root] != root:
            root = self._parent[root]
        self._parent[name] = root
        return root

    def members(self, name: str) -> Sequence[str]:
        """Return the set of *name*."""
        return self._members[self.find(name)]

    def join(self, one: str, other: str) -> None:
        """Make one set of the sets of two names."""
        low, high = sorted((self.find(one), self.find(other)))
        if low != high:
            self._parent[high] = low
            self._members[low] += self._members.pop(high)


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason to hold two accounts for one: `score` orders them, `rule` and `why` are kept with the judgement."""

    left: str
    right: str
    score: float
    rule: str
    why: str

    @property
    def order(self) -> tuple[float, str, str]:
        """Return what it is sorted by: the strongest first, then by name, so that no order of reading matters."""
        return -self.score, min(self.left, self.right), max(self.left, self.right)


Veto = Callable[[Sequence[str], Sequence[str]], str | None]
"""Says why the members of two sets cannot be one thing, None if they can."""


@dataclass(slots=True)
class Clusters:
    """The state of merging: what is one, what people said, and what the rules judged on the way."""

    union: Union
    apart: dict[str, set[str]] = field(default_factory=dict)
    undecided: set[tuple[str, str]] = field(default_factory=set)
    judged: list[Judgement] = field(default_factory=list)

    @classmethod
    def of(cls, names: Iterable[str], judgements: Iterable[Judgement]) -> Clusters:
        """Begin with every name alone, then merge what people hold for the same, unless people hold it apart too."""
        clusters = cls(Union(names))
        decided = sorted(judgement for judgement in judgements if not judgement.by_rule)
        for judgement in decided:
            if judgement.verdict == DIFFERENT:
                clusters.apart.setdefault(judgement.left, set()).add(judgement.right)
                clusters.apart.setdefault(judgement.right, set()).add(judgement.left)
            elif judgement.verdict == UNSURE:
                clusters.undecided.add(judgement.pair)
        for judgement in decided:
            if judgement.verdict == SAME and not clusters.held_apart(judgement.left, judgement.right):
                clusters.union.join(judgement.left, judgement.right)
        return clusters

    def held_apart(self, one: str, other: str) -> bool:
        """Tell whether people hold any member of one set apart from any member of the other."""
        if not self.apart:
            return False
        mine, theirs = self.union.members(one), set(self.union.members(other))
        return any(not theirs.isdisjoint(self.apart[name]) for name in mine if name in self.apart)

    def merge(self, reasons: Iterable[Reason], veto: Veto | None = None) -> None:
        """Merge for each reason, the strongest first, unless people or a veto between any two members forbid it."""
        for reason in sorted(reasons, key=lambda r: r.order):
            left, right = reason.left, reason.right
            if self.union.find(left) == self.union.find(right):
                self._note(reason, SAME, reason.why)
                continue
            pair = (left, right) if left < right else (right, left)
            if pair in self.undecided or self.held_apart(left, right):
                continue
            against = veto(self.union.members(left), self.union.members(right)) if veto else None
            if against is not None:
                self._note(reason, UNSURE, f"{reason.why} ; mais {against}")
                continue
            self.union.join(left, right)
            self._note(reason, SAME, reason.why)

    def _note(self, reason: Reason, verdict: str, why: str) -> None:
        self.judged.append(Judgement(reason.left, reason.right, verdict, f"rule:{reason.rule}", why))
