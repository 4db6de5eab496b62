"""Which of the places of one name is meant: the town or the state, and in which country."""

from __future__ import annotations

from collections.abc import Sequence

from pourparlers.authority import load
from pourparlers.language.document import Reading

_COUNTRY_REACH = 7  # tokens from a town to the country that an apposition names: "à Cordoue, dans le sud de l'Espagne"
_LEADING_IN = frozenset({"en", "au", "aux", "de", "du", "des", "d'", "l'", "la", "le", "("})
_BARRIERS = frozenset({"avec", "et", "entre", "par", "pour", "son", "sa", "ses", "que", "qui", "où", ".", ";", ":"})


def located(reading: Reading, first: int, end: int, ids: Sequence[str]) -> str | None:
    """Return the authority id of the place named by tokens `first:end`, None if more than one fits.

    A capital and a city-state bear the name of a state's metonym or of the state itself: "à" governs a town.

    Args:
        reading: the article.
        first: the first token of the name.
        end: the token after the name.
        ids: the places and states of that name.
    """
    towns = [one for one in ids if one.startswith("place/")]
    states = [one for one in ids if one.startswith("state/")]
    if states and not (towns and first and reading.lower[first - 1] in {"à", "de", "d'"}):
        named = {hit.form for hit in reading.hits if hit.start == first and hit.end == end}
        if not towns or named == {"name"}:
            return states[0] if len(states) == 1 else None
    if len(towns) > 1:
        codes = _country_after(reading, end)
        towns = [one for one in towns if codes & set(load().places[one].countries)]
    return towns[0] if len(towns) == 1 else None


def _country_after(reading: Reading, end: int) -> frozenset[str]:
    """Return the code of the country that an apposition or parenthesis after token *end* names."""
    authority = load()
    for hit in reading.hits:
        if hit.start < end or hit.form != "name" or hit.start - end > _COUNTRY_REACH:
            continue
        words = reading.lower[end : hit.start]
        verbs = any(group.finite for group in reading.verbs_in(end, hit.start))
        if verbs or _BARRIERS & set(words) or not words or words[-1] not in _LEADING_IN:
            continue
        states = (authority.states[one] for one in hit.ids if one.startswith("state/"))
        return frozenset(state.country_code for state in states if state.country_code is not None)
    return frozenset()
