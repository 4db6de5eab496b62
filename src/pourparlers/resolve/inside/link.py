"""The sieve: names, then posts, then descriptions and pronouns, each step using only what the former made sure."""

from __future__ import annotations

from collections.abc import Sequence

from pourparlers.extract.actors.compose import Phrase
from pourparlers.extract.actors.page import Page
from pourparlers.extract.actors.posts import Post
from pourparlers.extract.institutions.roles import StateMention
from pourparlers.extract.institutions.spans import Span
from pourparlers.extract.institutions.states import States
from pourparlers.extract.mentions import Entities, Mention
from pourparlers.resolve.inside.anaphora import Anaphora
from pourparlers.resolve.inside.assemble import Assembler
from pourparlers.resolve.inside.bodies import Bodies
from pourparlers.resolve.inside.people import Holding, People
from pourparlers.resolve.inside.service import Service


def link(
    page: Page,
    states: States,
    phrases: Sequence[Phrase],
    loose: Sequence[Post],
    spans: Sequence[Span],
    mentions: list[StateMention],
) -> Entities:
    """Return the entities of the article.

    Args:
        page: the article's tokens.
        states: the states it speaks of.
        phrases: names with the posts beside them.
        loose: posts beside no name.
        spans: institutions.
        mentions: names of states, as actor or as place.
    """
    inside = {k for s in spans for k in range(s.start, s.end)}
    free = [m for m in mentions if m.start not in inside]
    bodies = Bodies(page, states)
    bodies.gather(spans, free)
    people = People(page, states)
    people.gather(phrases)
    for somebody in people.all:
        for phrase in somebody.phrases:
            for post, served in phrase.posts:
                somebody.holdings.append(Holding(post, served, post.title, post.former))
    anaphora = Anaphora(page, states, people, bodies)
    anaphora.relatives()
    described = anaphora.descriptions(loose)
    served = Service(page, states, people, bodies).all()
    for body in list(bodies.by_key.values()):
        if body.state and body.kind != "state":
            bodies.state(body.state)
    out = Assembler(page, states, people, bodies)
    out.note_adjectives(mentions)
    persons = out.persons()
    institutions = out.institutions()
    tenures = out.tenures(served)
    found: list[Mention] = [out.name_mention(p) for p in phrases if p.name.start in people.of_phrase]
    found += anaphora.post_mentions(described, out)
    found += anaphora.body_mentions(spans, mentions, out)
    found += anaphora.pronouns(found, out)
    unique: dict[tuple[int, int], Mention] = {}
    for mention in found:
        unique.setdefault((mention.start, -mention.end), mention)
    return Entities(persons, institutions, tenures, tuple(unique[k] for k in sorted(unique)))
