"""What tells a thing from its namesakes, in a few words: a post, a kind, a date, a place."""

from __future__ import annotations

from pourparlers.names.reading import Reading

Texts = tuple[str, str]
"""The same in French and in English; what comes from the articles is French in both."""

Spoken = tuple[dict[str, str], dict[str, str]]
"""What things are called, in French and in English."""


def contexts(graph: Reading, labels: dict[str, str]) -> dict[str, Texts]:
    """Return by thing what to say beside its name.

    Args:
        graph: the resolved layer.
        labels: what things are called in French.
    """
    states = {thing: labels.get(state, "") for thing, state in graph.first("pp:state").items()}
    found = {thing: (state, state) for thing, state in states.items()}  # people without a post
    found.update(_posts(graph, labels))
    spoken = labels, graph.first("skos:prefLabel", "en")
    found.update(_institutions(graph, spoken, states))
    found.update(_places(graph, labels))
    for word, beside in (("Treaty", ("pp:date",)), ("Meeting", ("pp:date", "pp:placeName"))):
        kind = "pp:kind" if word == "Treaty" else "pp:status"
        found.update(_dated(graph, spoken, f"pp:{word}", beside, kind))
    return found


def joined(*parts: str | None) -> str:
    """Return what there is of *parts*, with commas."""
    return ", ".join(filter(None, parts))


def _posts(graph: Reading, labels: dict[str, str]) -> dict[str, Texts]:
    """Return the post by which each person is known best: not a former one, and the latest that articles attest."""
    posts, bodies = graph.first("pp:post"), graph.first("org:organization")
    attested, former = graph.first("pp:attestedOn"), graph.first("pp:former")
    best: dict[str, tuple[tuple[bool, str, str], str]] = {}
    for tenure, holder in sorted(graph.pairs("pp:holder")):
        if tenure in posts:
            rank = (former.get(tenure) != "true", attested.get(tenure, ""), tenure)
            if holder not in best or rank > best[holder][0]:
                best[holder] = rank, joined(posts[tenure], labels.get(bodies.get(tenure, "")))
    return {holder: (post, post) for holder, (_, post) in best.items()}


def _institutions(graph: Reading, spoken: Spoken, states: dict[str, str]) -> dict[str, Texts]:
    french, english = spoken
    dates = graph.first("pp:date")
    # That a state is one is said already; that it is one no more is not.
    gone = {state: "" if (date := dates.get(state, "")).endswith("..") else date for state in graph.members("pp:State")}
    return {
        thing: (gone[thing], gone[thing])
        if thing in gone
        else (joined(french.get(kind), states.get(thing)), joined(english.get(kind), states.get(thing)))
        for thing, kind in graph.first("org:classification").items()
    }


def _dated(graph: Reading, spoken: Spoken, kind: str, properties: tuple[str, ...], concept: str) -> dict[str, Texts]:
    french, english = spoken
    beside = [graph.first(name) for name in properties]
    concepts = graph.first(concept)
    found = {}
    for thing in graph.members(kind):
        told, word = [values.get(thing) for values in beside], concepts.get(thing, "")
        found[thing] = joined(*told, french.get(word)), joined(*told, english.get(word))
    return found


def _places(graph: Reading, labels: dict[str, str]) -> dict[str, Texts]:
    codes = graph.first("pp:countryCode")
    states = {codes[state]: labels.get(state, "") for state in sorted(graph.members("pp:State")) if state in codes}
    return {
        place: (state, state) for place in graph.members("pp:Place") if (state := states.get(codes.get(place, ""), ""))
    }
