"""Every thing of the graph that has a name, with what tells it from its namesakes."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Store

from pourparlers.names.contexts import contexts, joined
from pourparlers.names.kinds import Entry, Name
from pourparlers.names.reading import Reading

# The narrower class comes later and wins.
_CLASSES = {
    "pp:Person": "person",
    "pp:Institution": "institution",
    "pp:State": "state",
    "pp:Treaty": "treaty",
    "pp:Place": "place",
    "pp:Meeting": "meeting",
}

# The words that prove a person are forms of the name; those that prove a meeting or a treaty are whole sentences.
_NAMED_BY_EVIDENCE = frozenset({"person", "institution", "state"})


def entries(graph: Store) -> Iterator[Entry]:
    """Yield what the resolved layer of *graph* names, in an order that depends on the graph alone."""
    reading = Reading(graph)
    kinds = {thing: kind for word, kind in _CLASSES.items() for thing in reading.members(word)}
    labels = reading.first("skos:prefLabel", "fr")
    accounts = reading.values("pp:account")
    sources = reading.first("dcterms:source")
    told = contexts(reading, labels)
    names = _names(reading, kinds, labels, accounts)
    held = _held(reading, kinds)
    for thing in sorted(kinds):
        if thing in names:
            speakers = [account for one in (thing, *held.get(thing, ())) for account in accounts.get(one, ())]
            articles = len({sources[account] for account in speakers if account in sources})
            yield Entry(thing, kinds[thing], tuple(names[thing]), told.get(thing, ("", "")), articles)
    yield from _articles(reading)


def _names(
    graph: Reading, kinds: dict[str, str], labels: dict[str, str], accounts: dict[str, list[str]]
) -> dict[str, dict[Name, None]]:
    """Return all names of each thing: preferred, other, standing for another's, as printed."""
    found: dict[str, dict[Name, None]] = {thing: {Name(labels[thing]): None} for thing in kinds if thing in labels}
    for name in ("skos:prefLabel", "skos:altLabel", "pp:acronym", "pp:metonym"):
        for thing, text in sorted(graph.pairs(name)):
            if thing in kinds:
                found.setdefault(thing, {}).setdefault(Name(text, aside=name == "pp:metonym"))
    printed = graph.values("pp:name")
    where = graph.first("pp:placeName")
    for thing, kind in kinds.items():
        mine = found.setdefault(thing, {})
        for account in accounts.get(thing, ()):
            texts = list(printed.get(account, ()))
            if kind in _NAMED_BY_EVIDENCE:
                proof = sorted(graph.of(account, "pp:evidence"))
                texts += [text for passage in proof for text in graph.of(passage, "nif:anchorOf")]
            for text in texts:
                mine.setdefault(Name(text))
        if kind == "meeting" and thing in where and thing in labels:  # one looks for it by its place too
            mine.setdefault(Name(f"{labels[thing]}, {where[thing]}"))
    return {thing: mine for thing, mine in found.items() if mine}


def _held(graph: Reading, kinds: dict[str, str]) -> dict[str, list[str]]:
    """Return the meetings of each place: who speaks of them speaks of it."""
    found: dict[str, list[str]] = {}
    for meeting, place in graph.pairs("pp:place"):
        if kinds.get(meeting) == "meeting":
            found.setdefault(place, []).append(meeting)
    return found


def _articles(graph: Reading) -> Iterator[Entry]:
    files, titles = graph.first("dcterms:identifier"), graph.first("dcterms:title")
    publishers, dates = graph.first("dcterms:publisher"), graph.first("dcterms:issued")
    for article in sorted(graph.members("pp:Article")):
        file = files.get(article, article)
        title = titles.get(article) or file
        told = joined(publishers.get(article), dates.get(article), file if title != file else None)
        yield Entry(article, "article", tuple(dict.fromkeys((Name(title), Name(file)))), (told, told), 1)
