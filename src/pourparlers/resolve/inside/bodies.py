"""Which spans of an article name the same institution."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from pourparlers.authority import Authority, InstitutionRecord, PersonRecord, load
from pourparlers.extract.actors.page import Page, fold
from pourparlers.extract.institutions.patterns import ALONE, ANAPHORS
from pourparlers.extract.institutions.roles import StateMention
from pourparlers.extract.institutions.span import Span
from pourparlers.extract.institutions.states import States, adjectives

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


_OWN = {
    "gouvernement": "government",
    "armee": "army",
    "parlement": "parliament",
    "presidence": "presidency",
    "ministere": "ministry",
}


@cache
def _organs() -> dict[tuple[str, str, str], str]:
    """Return the organs of states by family, state and portfolio."""
    found: dict[tuple[str, str, str], str] = {}
    for record in load().institutions.values():
        if len(record.states) != 1:
            continue
        name = fold(record.names[0])
        family = _OWN.get(name.split()[0], "")
        if not any(record.states[0] in adjectives().get(word, ()) for word in name.split()):
            continue  # a region's own: "gouvernement de Catalogne"
        portfolio = _portfolio(name) if family == "ministry" else ""
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
        """Begin with no institution."""
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
        self._lone_acronyms()
        for span in ordered:
            if span.bare:
                self._take_up(span)
        for mention in mentions:
            if mention.actor:
                self.state(mention.state).states.append(mention)

    def _lone_acronyms(self) -> None:
        """Put "le MAE" into the only ministry of the article with such a portfolio."""
        for key, body in list(self.by_key.items()):
            if body.kind != "ministry" or any(s.end - s.start > 1 for s in body.spans):
                continue
            if any(s.head for s in body.spans) or (body.state and self.states.weight[body.state]):
                continue
            records = [r for i in body.spans[0].ids if isinstance(r := self.authority.get(i), InstitutionRecord)]
            wanted = {_portfolio(fold(r.names[0])) for r in records}
            twins = [
                b
                for b in self.by_key.values()
                if b is not body and b.kind == "ministry" and any(_portfolio(s.portfolio) in wanted for s in b.spans)
            ]
            if len(twins) == 1:
                twins[0].spans += body.spans
                self.acronyms = {a: twins[0] if b is body else b for a, b in self.acronyms.items()}
                self.of_span.update({s.start: twins[0] for s in body.spans})
                del self.by_key[key]

    def state(self, state: str) -> Body:
        """Return the body of a state, made if need be."""
        key = ("state", state)
        if key not in self.by_key:
            self.by_key[key] = Body(key, "state", state, state)
        return self.by_key[key]

    def _record(self, span: Span) -> InstitutionRecord | None:
        """Return the authority record of a span if only one fits the article's states."""
        records = [r for i in span.ids if isinstance(r := self.authority.get(i), InstitutionRecord)]
        if span.acronym and len(records) > 1:
            short = {i for h in self.page.hits.get(span.acronym[0], ()) for i in h.ids}
            records = [r for r in records if r.id in short] or records
        if span.state:
            records = [r for r in records if not r.states or span.state in r.states]
        if len(records) > 1:
            here = [r for r in records if not r.states or any(self.states.weight[s] for s in r.states)]
            best = max((sum(self.states.weight[s] for s in r.states) for r in here), default=0)
            records = [r for r in here if sum(self.states.weight[s] for s in r.states) == best] or records
        if len(records) != 1:
            return None
        named = any(len(w) > 1 and w.isupper() for w in self.page.words[span.start : span.end])  # "Mission de l'ONU"
        own, generic = records[0].states, span.head != "" and not span.state and not named
        if own and generic and not any(self.states.weight[s] for s in own):
            return None  # "l'Assemblée nationale" of another country
        return records[0]

    def _add(self, span: Span) -> None:
        record = self._record(span)
        text = fold(self.page.text(span.start, span.end))
        family = _FAMILIES.get(span.head, "")
        state, kind, ident = span.state, span.kind, None
        if span.leader is not None:
            state = self._state_of_leader(span)
            key: tuple[str, ...] = ("government", state) if state else ("led", self.page.low[span.end - 1])
            if state and (known := _organs().get(("government", state, ""))):
                key, ident = ("id", known), known
        elif text in self.acronyms:
            key = self.acronyms[text].key
        elif record is not None:
            kind, ident = record.kind, record.id
            state = state or (record.states[0] if len(record.states) == 1 else None)
            key = ("id", record.id)
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
        else:
            key = self._shorter(span, text)
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
        if body is None and self._some_troops(span):
            return
        if body is None:
            body = self.by_key[key] = Body(key, kind or self._kind(span), state, ident)
        body.spans.append(span)
        body.state = body.state or state
        self.of_span[span.start] = body
        if span.acronym and not self._another(span):
            self.acronyms[self.page.low[span.acronym[0]]] = body

    def _shorter(self, span: Span, text: str) -> tuple[str, ...]:
        """Return the key of a text; "communauté baptiste de Lund" and "communauté de Lund" have one."""
        key, page = ("text", text), self.page
        if key in self.by_key or page.low[span.start + 1 : span.start + 2] == []:
            return key
        for other in self.by_key.values():
            for s in other.spans if other.key[0] == "text" else ():
                if s.head and s.head == span.head and self._bare_words(s) == self._bare_words(span):
                    plain = len(self._bare_words(span)) in {s.end - s.start, span.end - span.start}
                    if plain:
                        return other.key
        return key

    def _bare_words(self, span: Span) -> list[str]:
        """Return the words of a name without an adjective in lower case behind the head."""
        page, after = self.page, span.start + 1
        adjective = after < span.end - 2 and page.pos[after] == "ADJ" and not page.capital(after)
        return [page.low[span.start], *page.low[after + adjective : span.end]]

    def _some_troops(self, span: Span) -> bool:
        """Tell "entre forces serbes et croates", without article: soldiers, not the armed forces of a state."""
        if span.head not in {"forces", "troupes"} or self.page.capital(span.start) or span.start == 0:
            return False
        return self.page.low[span.start - 1] not in {"les", "aux", "des", "ses", "leurs", "nos", "ces", "vos"}

    def _another(self, span: Span) -> bool:
        """Tell whether the acronym is known to be another body's: "la Commission de l'Union africaine (UA)"."""
        ids = {i for h in self.page.hits.get(span.acronym[0], ()) for i in h.ids} if span.acronym else set()
        return bool(ids and span.ids) and not ids & set(span.ids)

    def _state_of_leader(self, span: Span) -> str | None:
        """Return the state of the person after whom "l'administration X" is named, if the authority knows only one."""
        found = {
            state
            for hit in self.page.hits.get(span.leader or 0, ())
            for i in hit.ids
            if isinstance(r := self.authority.get(i), PersonRecord)
            for state in r.states
        }
        here = {s for s in found if self.states.weight[s]} or found
        return here.pop() if len(here) == 1 else None

    def _kind(self, span: Span) -> str:
        kinds = {r.kind for i in span.ids if isinstance(r := self.authority.get(i), InstitutionRecord)}
        return next(iter(kinds)) if len(kinds) == 1 else "other"

    def _take_up(self, span: Span) -> None:
        """Give a bare description to the institution it takes up."""
        body = self._antecedent(span)
        if body is None and span.head in ALONE:
            body = self._of_article(span)
        if body is None:
            return
        body.spans.append(span)
        self.of_span[span.start] = body

    def _antecedent(self, span: Span) -> Body | None:
        """Return the body last named before that the description fits: first by the same head, then by its type."""
        kinds, family = ANAPHORS.get(span.head, ()), _FAMILIES.get(span.head)
        before: list[tuple[int, bool, Body]] = []
        for body in self.by_key.values():
            for s in body.spans:
                same = s.head == span.head or (family is not None and _FAMILIES.get(s.head) == family)
                if s.start < span.start and (same or (body.kind in kinds and span.head not in ALONE)):
                    before.append((s.start, same, body))
        alike = [x for x in before if x[1]]
        found = max(alike or before, key=lambda x: x[0], default=None)
        return found[2] if found else None

    def _of_article(self, span: Span) -> Body | None:
        """Return the body that "le gouvernement" means when none is named before: one named later, or its own."""
        later = {id(b): b for b in self.by_key.values() if any(s.head == span.head and not s.bare for s in b.spans)}
        if later:
            return next(iter(later.values())) if len(later) == 1 else None
        key = ("bare", span.head)
        if key in self.by_key:
            return self.by_key[key]
        if self._governed(span):
            return None
        body = self.by_key[key] = Body(key, span.kind, self._shared_state(span), named=False)
        return body

    def adopt(self, span: Span) -> Body | None:
        """Make a body of a bare "Parlement" that a post serves, though nothing shows it acting."""
        if not span.bare or span.head not in ALONE:
            return None
        key = ("bare", span.head)
        body = self.by_key.setdefault(key, Body(key, span.kind, named=False))
        body.spans.append(span)
        self.of_span[span.start] = body
        return body

    def union(self, start: int, end: int) -> Body | None:
        """Return the European Union where only "européen" in tokens `start:end` names it."""
        at = next((k for k in range(start, end) if self.page.low[k].startswith("europeen")), None)
        if at is None:
            return None
        key = ("id", "institution/european-union")
        if key not in self.by_key:
            span = Span(at, at + 1, "international-organisation", key[1:])
            self.by_key[key] = Body(key, span.kind, authority=key[1], spans=[span])
        return self.by_key[key]

    def _governed(self, span: Span) -> bool:
        """Tell whether a preposition other than "par" or "avec" governs the span, so that it does not act."""
        before = span.start - 1
        if self.page.low[before] in {"la", "l'", "le", "les"}:
            before -= 1
        return self.page.low[before] in {"de", "du", "des", "d'", "dans", "a", "au", "aux", "en", "pour", "sur", "sous"}

    def _shared_state(self, span: Span) -> str | None:
        """Return the state of "l'armée et le gouvernement serbes", told only after the second."""
        page, k = self.page, span.end
        if page.low[k : k + 1] != ["et"]:
            return None
        k += 2 if page.low[k + 1 : k + 2] and page.low[k + 1] in {"le", "la", "l'", "les"} else 1
        other = self.of_span.get(k)
        twin = next((s for s in other.spans if s.start == k), None) if other else None
        return twin.state if twin is not None and page.number[twin.end - 1] == "p" else None
