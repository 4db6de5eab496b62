"""Clusters → the frozen `Entities` that the other extractors read."""

from __future__ import annotations

from collections.abc import Sequence

from pourparlers.extract.actors.desk import Phrase
from pourparlers.extract.actors.page import Page
from pourparlers.extract.institutions.roles import StateMention
from pourparlers.extract.institutions.span import Span
from pourparlers.extract.institutions.states import States
from pourparlers.extract.mentions import Mention
from pourparlers.model import Institution, Passage, Person, Ref, Tenure, local_id
from pourparlers.resolve.inside.bodies import Bodies, Body
from pourparlers.resolve.inside.people import Holding, People, Somebody
from pourparlers.resolve.inside.titles import merged, post_name, same_tenure

_ARTICLES = frozenset(("le", "la", "l'", "les"))


class Assembler:
    """Turns the clusters of one article into entities; ids come from the first passage of each."""

    def __init__(self, page: Page, states: States, people: People, bodies: Bodies) -> None:
        """Take the clusters of one article."""
        self.page, self.states, self.people, self.bodies = page, states, people, bodies
        self.person_ref: dict[int, Ref] = {}
        self.body_ref: dict[tuple[str, ...], Ref] = {}
        self.adjectives: dict[str, tuple[int, int]] = {}

    def passage(self, start: int, end: int) -> Passage:
        """Return the passage of tokens."""
        return self.page.reading.passage(start, end)

    def note_states(self, mentions: list[StateMention], inside: set[int]) -> None:
        """Remember where each state is named first, for states that only a post or an organ shows.

        A seat of power ("le Kremlin") that is an institution of its own does not count.
        """
        order = {"name": 0, "inhabitants": 2, "adjective": 3}
        best: dict[str, tuple[int, int]] = {}
        for m in mentions:
            if m.form == "metonym" and m.start in inside:
                continue
            key = (order.get(m.form, 1 if m.actor else 4), m.start)  # "à Riga" does not name the state
            if m.state not in best or key < best[m.state]:
                best[m.state] = key
                self.adjectives[m.state] = (m.start, m.end)
        for body in self.bodies.by_key.values():
            for span in body.spans:
                for k in range(span.start, span.end):
                    state = self.states.adjective(self.page, k)
                    if state and state not in self.adjectives:
                        self.adjectives[state] = (k, k + 1)

    def persons(self) -> tuple[Person, ...]:
        """Return the persons in the order of the text."""
        found = []
        for somebody in self.people.all:
            evidence = tuple(dict.fromkeys(self._evidence(somebody)))
            name = self._name(somebody)
            ref = local_id("person", evidence[0].begin, evidence[0].end)
            self.person_ref[id(somebody)] = ref
            found.append(
                Person(
                    id=ref,
                    evidence=evidence,
                    rule="actors.described" if somebody.described else "actors.name",
                    confidence=self._confidence(somebody),
                    name=name,
                    authority=somebody.authority,
                    link_reason=somebody.reason,
                    gender=somebody.gender,
                    described=somebody.described,
                )
            )
        return tuple(found)

    def _confidence(self, somebody: Somebody) -> float:
        if somebody.described:
            return 0.85
        if somebody.authority:
            return 0.98
        return 0.95 if any(p.name.strength == 3 for p in somebody.phrases) else 0.85

    def _evidence(self, somebody: Somebody) -> list[Passage]:
        names = [self.passage(p.name.start, p.name.end) for p in somebody.phrases]
        if names:
            return sorted(names)
        return sorted(self.passage(s, e) for s, e, _ in somebody.descriptions)

    def _name(self, somebody: Somebody) -> str:
        if not somebody.phrases:
            start, end, _ = min(somebody.descriptions)
            return self.page.text(start, end)
        fullest = max(somebody.phrases, key=lambda p: (len(_name_words(self.page, p)), -p.name.start))
        return self.page.text(fullest.name.start, fullest.name.end)

    def institutions(self) -> tuple[Institution, ...]:
        """Return the institutions in the order of the text."""
        made: list[tuple[Passage, Body, tuple[Passage, ...]]] = []
        for body in self.bodies.by_key.values():
            tokens = body.tokens()
            if not tokens and body.kind == "state" and body.state in self.adjectives:
                tokens = [self.adjectives[body.state]]
            evidence = tuple(dict.fromkeys(self.passage(s, e) for s, e in tokens))
            if body.kind != "state":
                extra = {self.passage(*s.acronym) for s in body.spans if s.acronym}
                evidence = tuple(sorted({*evidence, *extra}))
            if evidence:
                made.append((evidence[0], body, evidence))
        made.sort(key=lambda x: x[0])
        for first, body, _ in made:
            self.body_ref[body.key] = local_id("institution", first.begin, first.end)
        return tuple(self._institution(body, evidence) for _, body, evidence in made)

    def _institution(self, body: Body, evidence: tuple[Passage, ...]) -> Institution:
        state = self.body_ref.get(("state", body.state)) if body.state and body.kind != "state" else None
        return Institution(
            id=self.body_ref[body.key],
            evidence=evidence,
            rule="institutions.known" if body.authority else "institutions.grammar",
            confidence=0.95 if body.authority else 0.85,
            name=self._body_name(body, evidence),
            authority=body.authority,
            link_reason="nom connu" if body.authority else None,
            kind=body.kind,
            state=state,
        )

    def _body_name(self, body: Body, evidence: tuple[Passage, ...]) -> str:
        words = self.page.reading.words
        if body.kind == "state":
            names = [m for m in body.states if m.form == "name"] or body.states
            if names:
                m = max(names, key=lambda m: (m.end - m.start, -m.start))
                return self.page.text(m.start, m.end)
            return words(evidence[0])
        named = [s for s in body.spans if not s.bare] or body.spans
        best = max(
            named, key=lambda s: (self.passage(s.start, s.end).end - self.passage(s.start, s.end).begin, -s.start)
        )
        return self.page.text(best.start, best.end)

    def tenures(self, served: dict[int, tuple[str, ...] | None]) -> tuple[Tenure, ...]:
        """Return the tenures; `served` tells for each holding (by identity) the key of the institution.

        A post told twice is one tenure; a shorter title of the same post ("le ministre") goes into the longer.
        """
        found: list[Tenure] = []
        for somebody in self.people.all:
            own: list[Tenure] = []
            for holding in somebody.holdings:
                tenure = self._tenure(somebody, holding, served.get(id(holding)))
                twin = next((k for k, old in enumerate(own) if same_tenure(old, tenure)), None)
                if twin is None:
                    own.append(tenure)
                else:
                    own[twin] = merged(own[twin], tenure)
            found += own
        return tuple(sorted(found, key=lambda t: (t.evidence[0], t.id)))

    def _tenure(self, somebody: Somebody, holding: Holding, key: tuple[str, ...] | None) -> Tenure:
        post = holding.post
        passage = self.passage(post.start, post.end)
        holder = self.person_ref[id(somebody)]
        return Tenure(
            id=local_id("tenure", passage.begin, passage.end, int(holder.split("-")[1])),
            evidence=(passage,),
            rule="actors.inferred" if holding.inferred else "actors.post",
            confidence=0.8 if holding.inferred else 0.92,
            holder=holder,
            title=holding.title,
            post=post_name(post, holding.title),
            institution=self.body_ref.get(key) if key else None,
            former=holding.former,
            acting=post.acting,
            future=post.future,
        )

    def body_mentions(self, spans: Sequence[Span], mentions: Sequence[StateMention]) -> list[Mention]:
        """Return the mentions of institutions, states and places."""
        page, found = self.page, []
        for span in spans:
            body = self.bodies.of_span.get(span.start)
            ref = self.body_ref.get(body.key) if body else None
            if ref is None:
                continue
            start = span.start if span.outer is None else span.outer
            start = start - 1 if start and page.low[start - 1] in _ARTICLES else start
            end = span.acronym[1] + 1 if span.acronym else span.end
            plural = page.number[span.start] == "p" or page.low[start] == "les"
            gender = page.gender[span.start] or None
            found.append(Mention(start, end, "institution", (ref,), span.start, plural, gender, span.start, span.end))
        for m in mentions:
            ref = self.body_ref.get(("state", m.state))
            kind = "adjective" if m.form == "adjective" else "state" if m.actor and ref else "place"
            refs = (ref,) if ref and kind != "place" else ()
            start = m.start if kind == "adjective" else m.outer
            plural, gender = page.low[start] == "les", {"le": "m", "la": "f"}.get(page.low[start])
            found.append(Mention(start, m.end, kind, refs, m.start, plural, gender, m.start, m.end))
        return found

    def name_mention(self, phrase: Phrase) -> Mention:
        """Return the mention of a phrase with a name."""
        somebody = self.people.of_phrase[phrase.name.start]
        return Mention(
            start=phrase.start,
            end=phrase.end,
            kind="person",
            refs=(self.person_ref[id(somebody)],),
            head=phrase.name.end - 1,
            gender=somebody.gender,
            name_start=phrase.name.start,
            name_end=phrase.name.end,
        )


def _name_words(page: Page, phrase: Phrase) -> list[str]:
    return page.words[phrase.name.start : phrase.name.end]
