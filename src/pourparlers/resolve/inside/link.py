"""The sieve: names, then posts, then descriptions and pronouns, each step using only what the former made sure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from pourparlers.authority.posts import post_class
from pourparlers.extract.actors.desk import Phrase, contracted
from pourparlers.extract.actors.page import Page
from pourparlers.extract.actors.patterns import INDEFINITE, LEADERS, RELATIVE_SAME, SAYS_POST, SPEAKING, UNCOUNTED
from pourparlers.extract.actors.post import Post
from pourparlers.extract.institutions.roles import StateMention
from pourparlers.extract.institutions.span import Span
from pourparlers.extract.institutions.states import States
from pourparlers.extract.mentions import Entities, Mention
from pourparlers.resolve.inside import anaphora, groups, sources
from pourparlers.resolve.inside.assemble import Assembler
from pourparlers.resolve.inside.bodies import Bodies
from pourparlers.resolve.inside.descriptions import Descriptions, days, european, gender_of
from pourparlers.resolve.inside.people import Holding, People, Somebody
from pourparlers.resolve.inside.pronouns import Pronouns
from pourparlers.resolve.inside.service import Service
from pourparlers.resolve.inside.sources import Source
from pourparlers.resolve.link import UNKNOWN
from pourparlers.resolve.link import Span as When


@dataclass(frozen=True, slots=True)
class Described:
    """A post beside no name: whom it stands for, and the kind of its mention."""

    post: Post
    who: tuple[Somebody, ...]
    kind: str


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
    bodies = Bodies(page, states)
    bodies.gather(spans, [m for m in mentions if m.start not in inside])
    people = People(page, states)
    people.gather(phrases)
    for somebody in people.all:
        for phrase in somebody.phrases:
            for post, served in phrase.posts:
                somebody.holdings.append(Holding(post, served, post.single_title, post.former))
                if not post.head.plural:
                    somebody.gender = somebody.gender or gender_of(page, post)
    anaphora.relatives(page, people)
    first, last = days(page)
    people.link(bodies, When(first, last) if first != date.min else UNKNOWN)
    described = _describe(page, states, people, bodies, loose)
    unnamed = sources.find(page, bodies, people, states)
    for item in described:
        if item.post.head.level in SAYS_POST:  # a state is represented by whoever speaks or meets for it
            for state in item.post.states:
                bodies.state(state)
    people.all.sort(key=lambda s: s.first)
    served_by = Service(page, states, people, bodies).all()
    for body in list(bodies.by_key.values()):
        if body.state and body.kind != "state":
            bodies.state(body.state)
    out = Assembler(page, states, people, bodies)
    out.note_states(mentions, inside)
    persons = out.persons()
    institutions = out.institutions()
    tenures = out.tenures(served_by)
    found: list[Mention] = [out.name_mention(p) for p in phrases if p.name.start in people.of_phrase]
    found += [_open_mention(p) for p in people.open]
    found += [_post_mention(page, d, out) for d in described]
    found += [_source_mention(s, out) for s in unnamed]
    found += out.body_mentions(spans, mentions)
    found += groups.pairs(page, [d.post for d in described], found)
    found += Pronouns(page, found, {p.id: p.gender for p in persons}).all()
    unique: dict[tuple[int, int], Mention] = {}
    for mention in found:
        key = (mention.start, -mention.end)
        if key not in unique or (not unique[key].refs and mention.refs):
            unique[key] = mention
    return Entities(persons, institutions, tenures, tuple(unique[k] for k in sorted(unique)))


def _describe(page: Page, states: States, people: People, bodies: Bodies, loose: Sequence[Post]) -> list[Described]:
    """Resolve the loose posts; a description with a state or a body gives its person the post."""
    resolver, found = Descriptions(page, states, people, bodies), []
    for post in loose:
        det = page.low[post.det] if post.det is not None else ""
        if post.head.plural and det in UNCOUNTED and post.head.level in SPEAKING:
            found.append(Described(post, (_unnamed(people, post),), "source"))
            continue
        if post.head.plural:
            found.append(Described(post, _all_of(page, resolver, post), "group"))
            continue
        if det in INDEFINITE - {"des", "de", "d'"}:
            found.append(Described(post, (_unnamed(people, post),), "source"))
            continue
        person = resolver.who(post)
        if person is not None and (_tells_post(page, post) or _news(post, person)):
            _add(person, Holding(post, post.states, post.single_title, post.former, inferred=True))
        found.append(Described(post, (person,) if person else (), "post"))
    return found


def _unnamed(people: People, post: Post) -> Somebody:
    """Make the person that "un haut responsable serbe" describes; who needs it will tell whether it speaks or meets."""
    unnamed = Somebody((), gender=post.head.gender, described=True)
    unnamed.descriptions.append((post.start, post.end, post.at))
    people.all.append(unnamed)
    return unnamed


def _source_mention(source: Source, out: Assembler) -> Mention:
    return Mention(
        source.outer, source.end, "source", (out.person_ref[id(source.who)],), source.at, source.plural, source.gender
    )


def _add(person: Somebody, holding: Holding) -> None:
    """Give a person a post that a description tells, unless it has it; then only the state may be new."""
    head = holding.post.head
    for own in person.holdings:
        other = own.post.head
        alike = other.key == head.key or (
            other.words[0] == head.words[0] and post_class(own.title) == post_class(holding.title) is not None
        )
        if alike and not own.former and not (own.states and holding.states and own.states[0] != holding.states[0]):
            if not own.states and own.post.org is None and not european(own.title):
                own.states = holding.states
            return
    person.holdings.append(holding)


def _tells_post(page: Page, post: Post) -> bool:
    """Tell whether a resolved description says which post it is: "le président serbe", not "le ministre"."""
    if page.low[post.at] in RELATIVE_SAME or post.head.level not in SAYS_POST:
        return False
    return bool(post.states or post.org or post.portfolio) or len(post.head.words) > 1


def _news(post: Post, person: Somebody) -> bool:
    """Tell whether a bare "la chancelière" gives a person its first post."""
    return (
        post.head.level == "head"
        and post.head.key not in LEADERS
        and not any(h.post.head.key == post.head.key for h in person.holdings)
    )


def _all_of(page: Page, resolver: Descriptions, post: Post) -> tuple[Somebody, ...]:
    """Return the holders of "les présidents serbe et croate", one for each state, if all are known."""
    if len(post.states) < 2 or post.former or post.future:
        return ()
    found: list[Somebody] = []
    for state in post.states:
        person = resolver.holder(replace(post, states=(state,)))
        if person is None or person in found:
            return ()
        found.append(person)
    for person, state in zip(found, post.states, strict=True):
        if post.head.level in SAYS_POST and page.low[post.at] not in RELATIVE_SAME:
            _add(person, Holding(post, (state,), post.single_title, inferred=True))
    return tuple(found)


def _open_mention(phrase: Phrase) -> Mention:
    """Return the mention of a family name that several persons of the article bear."""
    name = phrase.name
    return Mention(
        phrase.start,
        phrase.end,
        "person",
        (),
        name.end - 1,
        gender=name.gender,
        name_start=name.start,
        name_end=name.end,
    )


def _post_mention(page: Page, described: Described, out: Assembler) -> Mention:
    post = described.post
    return Mention(
        start=post.start if contracted(page, post) else post.outer,
        end=post.end,
        kind=described.kind,
        refs=tuple(out.person_ref[id(p)] for p in described.who),
        head=post.at,
        plural=post.head.plural,
        gender=post.head.gender,
    )
