"""Who is who between the annotation and the graph, inside one article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from pourparlers.evaluate.align import Comparison, align, count
from pourparlers.evaluate.found import Found, Thing
from pourparlers.evaluate.gold import Gold, Item
from pourparlers.evaluate.names import frames, known, name_score, states, thing_key
from pourparlers.evaluate.patterns import SEATS
from pourparlers.evaluate.tally import Report


def names(item: Item) -> frozenset[str]:
    """Return the names of an annotated thing; a state also answers to its token."""
    given = [item["name"], *item.get("aliases", ())]
    return known(given) if item.get("type") == "state" else frozenset(given)


def _printed(thing: Thing) -> set[str]:
    return thing.all("name") | thing.all("mention")


def _said(thing: Thing) -> str:
    return " | ".join(sorted(_printed(thing)))[:120]


def _keys(given: Iterable[str]) -> set[str]:
    return {thing_key(name) for name in given}


class Identity:
    """Pairs the people and institutions of one article, counts them, and then says what any IRI stands for."""

    def __init__(self, gold: Gold, found: Found, report: Report) -> None:
        """Pair and count."""
        self._found = found
        self._names = {item["id"]: (names(item), True) for item in gold.actors}
        self._names |= {item["id"]: (names(item), False) for item in gold.institutions}
        self._aligned: dict[str, str] = {}
        self._persons(gold, report)
        self._institutions(gold, report)

    def _persons(self, gold: Gold, report: Report) -> None:
        things = list(self._found.persons.items())
        pairs = align(gold.actors, things, lambda g, f: name_score(names(g), _printed(f[1]), person=True), 0.6)
        self._aligned |= {things[j][0]: gold.actors[i]["id"] for i, j in pairs.items()}
        count(
            report,
            Comparison(
                kind="persons",
                article=gold.article,
                gold=gold.actors,
                found=things,
                pairs=pairs,
                say_gold=lambda g: str(g["name"]),
                say_found=lambda f: _said(f[1]),
            ),
        )

    def _institutions(self, gold: Gold, report: Report) -> None:
        things = list(self._found.institutions.items())
        pairs = align(
            gold.institutions, things, lambda g, f: name_score(names(g), known(_printed(f[1])), person=False), 0.6
        )
        self._aligned |= {things[j][0]: gold.institutions[i]["id"] for i, j in pairs.items()}

        # A seat of power may be an institution of its own or a name of the state: neither choice is punished.
        taken = {key for j in pairs.values() for key in _keys(_printed(things[j][1]))}
        aliases = {key for i in pairs for key in _keys(names(gold.institutions[i]))}
        owners = Counter(key for item in gold.institutions for key in map(thing_key, names(item)))
        items = [
            dict(item, optional=True)
            if i not in pairs and any(owners[key] > 1 and key in taken for key in _keys(names(item)))
            else item
            for i, item in enumerate(gold.institutions)
        ]

        def forgiven(pair: tuple[str, Thing]) -> bool:
            keys = _keys(_printed(pair[1]))
            state = any(key in states() for key in keys) and pair[1].word("type") == "state"
            return state or keys <= SEATS & aliases

        count(
            report,
            Comparison(
                kind="institutions",
                article=gold.article,
                gold=items,
                found=things,
                pairs=pairs,
                say_gold=lambda g: str(g["name"]),
                say_found=lambda f: _said(f[1]),
                forgiven=forgiven,
            ),
        )

    def stands_for(self, iri: str, labels: Iterable[str] = ()) -> set[str]:
        """Return the ids of the annotated things that *iri* may mean.

        A paired thing means its pair, and any other that bears the name by which they are paired; another (a
        duplicate, a bare string) means all that bear its name, or whose full name its description begins or ends with.
        """
        own = self._found.names(iri)
        if iri in self._aligned:
            mine = self._aligned[iri]
            shared = _keys(known(own)) & _keys(self._names[mine][0])
            return {mine} | {ref for ref, (given, _) in self._names.items() if shared & _keys(given)}
        every = set(labels) | own
        found = {ref for ref in self._names for label in every if self._bears(ref, label)}
        return found or {
            ref
            for ref, (given, person) in self._names.items()
            if person and any(frames(label, name) for label in every for name in given)
        }

    def _bears(self, ref: str, label: str) -> bool:
        given, person = self._names[ref]
        return name_score(given, {label} if person else known({label}), person=person) >= 0.9
