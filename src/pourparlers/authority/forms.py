"""The printed forms of the authority data, for the gazetteer of the language layer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pourparlers.authority.data import Authority

Form = tuple[str, str, str]


def forms(authority: Authority) -> Iterator[Form]:
    """Yield (printed form, kind of form, record id), each once, in the order of the tables.

    Kinds: name, acronym, adjective ("russe"), inhabitants ("Russes"), capital (of a state, when it may stand for it),
    metonym ("Kremlin"), surname (of a person). The capital as a town is a name of its place. Forms bear no article.
    """
    seen: set[Form] = set()
    for form in _all(authority):
        if form not in seen:
            seen.add(form)
            yield form


def _all(authority: Authority) -> Iterator[Form]:
    for state in authority.states.values():
        yield from _of(state.names, "name", state.id)
        for adjectives in (state.masculine, state.feminine, state.masculine_plural, state.feminine_plural):
            yield from _of(adjectives, "adjective", state.id)
        yield from _of(state.inhabitants, "inhabitants", state.id)
        capitals = {n for c in state.capitals if c in authority.places for n in authority.places[c].names}
        for metonym in state.metonyms:
            yield metonym, "capital" if metonym in capitals else "metonym", state.id
    for place in authority.places.values():
        yield from _of(place.names, "name", place.id)
    for institution in authority.institutions.values():
        yield from _of(institution.names, "name", institution.id)
        yield from _of(institution.acronyms, "acronym", institution.id)
    for person in authority.persons.values():
        yield from _of(person.names, "name", person.id)
        yield from _of(person.surnames, "surname", person.id)
    for treaty in authority.treaties.values():
        yield from _of(treaty.names, "name", treaty.id)
        yield from _of(treaty.acronyms, "acronym", treaty.id)
    for gathering in authority.gatherings.values():
        yield from _of(gathering.names, "name", gathering.id)


def _of(words: tuple[str, ...], kind: str, record_id: str) -> Iterator[Form]:
    return ((word, kind, record_id) for word in words)
