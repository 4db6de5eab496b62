"""Which spans of an article name the same institution."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from pourparlers.authority import Authority, InstitutionRecord, load
from pourparlers.extract.actors.page import Page, fold
from pourparlers.extract.institutions.patterns import ALONE, ANAPHORS
from pourparlers.extract.institutions.roles import StateMention
from pourparlers.extract.institutions.spans import Span
from pourparlers.extract.institutions.states import States

# heads that name one and the same body of a state
_FAMILIES = {
    **dict.fromkeys(
        "gouvernement autorites executif pouvoir regime administration dictature junte cabinet".split(), "government"
    ),
    **dict.fromkeys("armee armees forces etat-major troupes".split(), "army"),
    **dict.fromkeys("parlement".split(), "parliament"),
    **dict.fromkeys("ministere departement diplomatie".split(), "ministry"),
    **dict.fromkeys("presidence".split(), "presidency"),
    **dict.fromkeys("rebelles rebellion insurges".split(), "rebels"),
}


@dataclass(slots=True)
class Body:
    """An institution of the article: its spans, its type, its state and the authority record, as far as known."""

    key: tuple[str, ...]
    kind: str
    state: str | None = None
    authority: str | None = None
    spans: list[Span] = field(default_factory=list)
    states: list[StateMention] = field(default_factory=list)
    named: bool = True

    def tokens(self) -> list[tuple[int, int]]:
        """Return where it is named or described."""
        return sorted([(s.start, s.end) for s in self.spans] + [(m.start, m.end) for m in self.states])


@cache
def _organs() -> dict[tuple[str, str, str], str]:
    """Return the organs of states by family, state and portfolio."""
    found: dict[tuple[str, str, str], str] = {}
    for record in load().institutions.values():
        if len(record.states) != 1:
            continue
        words = fold(record.names[0]).split()
        family = _FAMILIES.get(words[0] if words else "", "")
        portfolio = _portfolio(fold(record.names[0])) if family == "ministry" else ""
        if family and (family != "ministry" or portfolio):
            found.setdefault((family, record.states[0], portfolio), record.id)
    return found


def _portfolio(text: str) -> str:
    """Return the first word that tells a portfolio."""
    for mark in (
        "affaires etrangeres",
        "defense",
        "armees",
        "interieur",
        "justice",
        "finances",
        "economie",
        "tresor",
        "energie",
    ):
        if mark in text:
            return "defense" if mark == "armees" else mark
    return text.strip()


class Bodies:
    """The institutions of one article, gathered span by span in the order of the text."""

    def __init__(self, page: Page, states: States) -> None:
        self.page, self.states = page, states
        self.authority: Authority = load()
        self.by_key: dict[tuple[str, ...], Body] = {}
        self.of_span: dict[int, Body] = {}
        self.acronyms: dict[str, Body] = {}

    def gather(self, spans: Iterable[Span], mentions: Sequence[StateMention]) -> None:
        """Put every span into its body; descriptions without a name last, since they take up the others."""
        ordered = sorted(spans, key=lambda s: s.start)
        for span in ordered:
            if not span.bare:
                self._add(span)
        for span in ordered:
            if span.bare:
                self._take_up(span)
        for mention in mentions:
            if mention.actor:
                self.state(mention.state).states.append(mention)

    def state(self, state: str) -> Body:
        """Return the body of a state, made if need be."""
        key = ("state", state)
        if key not in self.by_key:
            self.by_key[key] = Body(key, "state", state, state)
        return self.by_key[key]

    def _record(self, span: Span) -> InstitutionRecord | None:
        """Return the authority record of a span if only one fits the article's states."""
        records = [r for i in span.ids if isinstance(r := self.authority.get(i), InstitutionRecord)]
        if span.state:
            records = [r for r in records if not r.states or span.state in r.states]
        if len(records) > 1:
            here = [r for r in records if not r.states or any(self.states.weight[s] for s in r.states)]
            best = max((sum(self.states.weight[s] for s in r.states) for r in here), default=0)
            records = [r for r in here if sum(self.states.weight[s] for s in r.states) == best] or records
        return records[0] if len(records) == 1 else None

    def _add(self, span: Span) -> None:
        record = self._record(span)
        text = fold(self.page.text(span.start, span.end))
        family = _FAMILIES.get(span.head, "")
        state, kind, ident = span.state, span.kind, None
        if record is not None:
            kind, ident = record.kind, record.id
            state = state or (record.states[0] if len(record.states) == 1 else None)
            key: tuple[str, ...] = ("id", record.id)
        elif family and state and (family != "ministry" or span.portfolio or span.head == "diplomatie"):
            portfolio = (
                "affaires etrangeres"
                if span.head == "diplomatie"
                else _portfolio(span.portfolio)
                if family == "ministry"
                else ""
            )
            known = _organs().get((family, state, portfolio))
            key, ident = (("id", known), known) if known else ((family, state, portfolio), None)
        elif text in self.acronyms:
            key = self.acronyms[text].key
        else:
            key = ("text", text)
            if family == "ministry" and span.portfolio and not state:
                twin = [
                    b
                    for b in self.by_key.values()
                    if b.kind == "ministry"
                    and any(_portfolio(s.portfolio) == _portfolio(span.portfolio) for s in b.spans)
                ]
                if len(twin) == 1:
                    key = twin[0].key
        body = self.by_key.get(key)
        if body is None:
            body = self.by_key[key] = Body(key, kind or self._kind(span), state, ident)
        body.spans.append(span)
        body.state = body.state or state
        self.of_span[span.start] = body
        if span.acronym:
            self.acronyms[self.page.low[span.acronym[0]]] = body

    def _kind(self, span: Span) -> str:
        kinds = {r.kind for i in span.ids if isinstance(r := self.authority.get(i), InstitutionRecord)}
        return next(iter(kinds)) if len(kinds) == 1 else "other"

    def _take_up(self, span: Span) -> None:
        """Give a bare description to the institution it takes up."""
        kinds = ANAPHORS.get(span.head, ())
        before = [
            (s.start, body)
            for body in self.by_key.values()
            for s in body.spans
            if s.start < span.start and (body.kind in kinds or s.head == span.head)
        ]
        same = [x for x in before if any(s.head == span.head for s in x[1].spans)]
        chosen = max(same or before, key=lambda x: x[0], default=None)
        body = chosen[1] if chosen else None
        if body is None and span.head in ALONE:
            later = {id(b): b for b in self.by_key.values() if any(s.head == span.head for s in b.spans)}
            body = next(iter(later.values())) if len(later) == 1 else None
            if body is None:
                key = ("bare", span.head)
                body = self.by_key.setdefault(key, Body(key, span.kind, None, None, named=False))
        if body is None:
            return
        body.spans.append(span)
        self.of_span[span.start] = body
