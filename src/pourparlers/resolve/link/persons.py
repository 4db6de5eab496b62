"""Persons: by full name, else by a family name that the post and the dates settle."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from pourparlers.authority import Authority, PersonRecord, TenureRecord, load
from pourparlers.authority.posts import likeness
from pourparlers.resolve.link.spans import FAR, SLACK, UNKNOWN, Link, Post, Span
from pourparlers.resolve.names import keys, same_person_name


@cache
def _family_keys() -> dict[str, tuple[str, ...]]:
    """Return the persons of the authority data by fold key of their family names."""
    table: dict[str, dict[str, None]] = {}
    for person in load().persons.values():
        for family in person.surnames:
            for key in sorted(keys(family)):
                table.setdefault(key, {})[person.id] = None
    return {key: tuple(ids) for key, ids in table.items()}


def link_person(
    names: Sequence[str], posts: Sequence[Post] = (), dates: Span = UNKNOWN, gender: str | None = None
) -> Link | None:
    """Return the record of a person of an article.

    Args:
        names: printed forms without rank or civility, the fullest first ("Jean Dupont", "Dupont").
        posts: the posts that the article gives; a nationality may come as `Post("", "state/…")`.
        dates: when the article appeared.
        gender: "m", "f" or None.

    Returns:
        None when no record fits, when several do, or when the dates or the country speak against it. A bare surname
        needs a post that fits, or a single bearer of the name who is in office at the time.
    """
    authority = load()
    full = [name for name in names if len(name.split()) > 1]
    found = _bearers(authority, full) if full else []
    if not found and not full and names:
        found = [p for p in _by_family(names) if p in authority.persons]
    fitting: dict[str, tuple[int, str]] = {}
    for person_id in found:
        person = authority.persons[person_id]
        if gender and person.gender and gender != person.gender:
            continue
        verdict = _support(authority, person, posts, dates)
        if verdict is not None:
            fitting[person_id] = verdict
    if not fitting:
        return None
    best = max(score for score, _ in fitting.values())
    winners = [person_id for person_id, (score, _) in fitting.items() if score == best]
    if len(winners) != 1:
        return None
    winner = winners[0]
    reason = fitting[winner][1]
    if full:
        exact = winner in authority.named(full[0])
        name = "nom complet" if exact else "nom complet, autre graphie"
        return Link(winner, f"{name} ; {reason}" if reason else name, 0.97 if exact and best else 0.93)
    if best == 0:
        return None  # a bare surname and nothing else
    return Link(winner, f"nom de famille ; {reason}", 0.9 if best >= 2 else 0.85)


def _bearers(authority: Authority, full: Sequence[str]) -> list[str]:
    """Return the persons who bear one of the full names exactly, else in another transliteration."""
    exact = dict.fromkeys(i for name in full for i in authority.named(name) if i in authority.persons)
    if exact:
        return list(exact)
    return [
        person_id
        for person_id in _by_family(full)
        if any(same_person_name(name, known) for name in full for known in authority.persons[person_id].names)
    ]


def _by_family(names: Iterable[str]) -> list[str]:
    """Return the persons whose family name shares a key with that of one of the names, or with its first word."""
    table = _family_keys()
    found: dict[str, None] = {}
    for name in names:
        words = name.split()
        for family in dict.fromkeys((" ".join(words[-2:]), words[-1], words[0])):
            for key in sorted(keys(family)):
                found.update(dict.fromkeys(table.get(key, ())))
    return list(found)


def _support(authority: Authority, person: PersonRecord, posts: Sequence[Post], dates: Span) -> tuple[int, str] | None:
    """Return how well the posts and dates speak for the person, with the reason in French; None when they contradict.

    2: a post fits, in its term; 1: in office at the time, or of the country named; 0: nothing known for or against.
    """
    terms = authority.tenures_of.get(person.id, ())
    home = {*person.states, *(state for term in terms for state in authority.states_of(term.institution))}
    best = (0, "")
    for post in posts:
        if post.institution is None:
            continue
        states = authority.states_of(post.institution)
        if states and home and not home.intersection(states):
            return None
        verdict = _post_support(authority, post, terms, dates)
        if verdict is None:
            return None
        best = max(best, verdict if verdict[0] or not states else (1, "pays"), key=lambda pair: pair[0])
    return best if best[0] else _in_office(terms, dates)


def _post_support(
    authority: Authority, post: Post, terms: Sequence[TenureRecord], dates: Span
) -> tuple[int, str] | None:
    """Return 2 if a term of office fits the post and the dates, None if the post is known and the dates are far off."""
    matching = [term for term in terms if post.title and _same_post(authority, post, term)]
    if not matching:
        return 0, ""
    if post.former:
        fits = [t for t in matching if t.period is None or not dates.last or t.period.earliest_begin <= dates.last]
    else:
        fits = [term for term in matching if dates.within(term.period, SLACK)]
        if not fits and not any(dates.within(term.period, FAR) for term in matching):
            return None
    if not fits:
        return 0, ""
    return 2, f"{fits[0].post}, {fits[0].period.edtf if fits[0].period else 'dates inconnues'}"


def _in_office(terms: Sequence[TenureRecord], dates: Span) -> tuple[int, str] | None:
    """Return 1 if any office is held at the time; None if the first one is so much later that it is a namesake."""
    if not dates.known or dates.days > 400:
        return 0, ""
    current = [term for term in terms if term.period is not None and dates.within(term.period, SLACK)]
    if current:
        return 1, f"en fonction : {current[0].post}"
    begins = [term.period.earliest_begin for term in terms if term.period is not None]
    if begins and dates.last and min(begins) > dates.last + 8 * FAR:
        return None
    return 0, ""


def _same_post(authority: Authority, post: Post, term: TenureRecord) -> bool:
    if post.institution is None:
        return False
    states = authority.states_of(term.institution)
    here = post.institution == term.institution or post.institution in states
    return here and likeness(post.title, term.post, states) > 0
