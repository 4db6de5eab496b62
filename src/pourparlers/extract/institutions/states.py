"""Which state a name, an adjective or a capital means in this article."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache

from pourparlers.authority import Authority, State, load
from pourparlers.extract.actors.page import Page, fold

_STATE_FORMS = frozenset(("name", "adjective", "inhabitants", "capital", "metonym"))


def state_ids(ids: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of *ids* that are states."""
    return tuple(i for i in ids if i.startswith("state/"))


@cache
def adjectives() -> dict[str, tuple[str, ...]]:
    """Return the states by adjective, folded: inside "armée serbe", one name, "serbe" still counts."""
    found: dict[str, dict[str, None]] = {}
    for state in load().states.values():
        for forms in (state.masculine, state.feminine, state.masculine_plural, state.feminine_plural):
            for form in forms:
                found.setdefault(fold(form), {})[state.id] = None
    return {form: tuple(ids) for form, ids in found.items()}


@dataclass(frozen=True, slots=True)
class States:
    """The states of the authority as this article speaks of them; `weight` counts the unambiguous mentions."""

    authority: Authority
    weight: Counter[str]

    def of(self, ids: tuple[str, ...]) -> str | None:
        """Return the state meant by a form with these *ids*: the one the article speaks of most, else the first."""
        found = state_ids(ids)
        if len(found) <= 1:
            return found[0] if found else None
        return max(found, key=lambda s: (self.weight[s], self._living(s), -found.index(s)))

    def _living(self, state: str) -> bool:
        record = self.authority.get(state)
        return isinstance(record, State) and (record.period is None or record.period.edtf.endswith(".."))

    def adjective(self, page: Page, i: int) -> str | None:
        """Return the state of the adjective at token *i*."""
        if i >= len(page):
            return None
        ids = adjectives().get(page.low[i])
        return self.of(ids) if ids and page.pos[i] not in {"VERB", "AUX"} else None

    def dominant(self) -> str | None:
        """Return the state the article is about, if it is clearly one."""
        total = sum(self.weight.values())
        best = max(self.weight, key=lambda s: self.weight[s], default=None)
        if best is None or self.weight[best] < max(6, 0.75 * total):
            return None
        return best

    def name(self, state: str) -> str:
        """Return the French name of a state."""
        record = self.authority.get(state)
        return record.names[0] if isinstance(record, State) else state


def survey(page: Page, authority: Authority) -> States:
    """Count the states the article speaks of."""
    weight: Counter[str] = Counter()
    for found in page.hits.values():
        for hit in found:
            ids = state_ids(hit.ids)
            if len(ids) == 1 and hit.form in _STATE_FORMS and page.sentence[hit.start] >= 0:
                weight[ids[0]] += 2 if hit.form == "name" else 1
    return States(authority, weight)
