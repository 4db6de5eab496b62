"""Turtle of ontology/authority/ → records."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from pourparlers.authority.folding import surnames
from pourparlers.authority.patterns import SURNAME_FIRST
from pourparlers.authority.period import Period, period
from pourparlers.authority.records import (
    AmbiguousName,
    GatheringRecord,
    InstitutionRecord,
    PersonRecord,
    PlaceRecord,
    State,
    TenureRecord,
    TreatyEventRecord,
    TreatyRecord,
)
from pourparlers.errors import InvalidAuthority
from pourparlers.settings import AUTHORITY_BASE
from pourparlers.vocab import PREFIXES

PP = PREFIXES["pp"]
_RDF_TYPE = PREFIXES["rdf"] + "type"
_SKOS, _ORG, _GEO, _FOAF, _SCHEMA = (PREFIXES[prefix] for prefix in ("skos", "org", "geo", "foaf", "schema"))
_CUT = len(AUTHORITY_BASE)

Record = (
    State
    | PlaceRecord
    | InstitutionRecord
    | PersonRecord
    | TenureRecord
    | TreatyRecord
    | TreatyEventRecord
    | GatheringRecord
    | AmbiguousName
)


@dataclass(slots=True)
class Node:
    """One subject of a Turtle file, with its values in the order written."""

    iri: str
    values: dict[str, list[str]] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """Return the IRI without its base."""
        return self.iri[_CUT:]

    def all(self, name: str) -> tuple[str, ...]:
        """Return every value of the property."""
        return tuple(self.values.get(name, ()))

    def ids(self, name: str) -> tuple[str, ...]:
        """Return every value of the property, as ids."""
        return tuple(value[_CUT:] for value in self.values.get(name, ()))

    def one(self, name: str) -> str | None:
        """Return the only value of the property, None if there is none.

        Raises:
            InvalidAuthority: there are several.
        """
        values = self.values.get(name, ())
        if len(values) > 1:
            raise InvalidAuthority(f"<{self.iri}> has {len(values)} values of <{name}>; expected one")
        return values[0] if values else None

    def must(self, name: str) -> str:
        """Return the only value of the property.

        Raises:
            InvalidAuthority: there is none, or several.
        """
        value = self.one(name)
        if value is None:
            raise InvalidAuthority(f"<{self.iri}> has no <{name}>")
        return value

    def last(self, name: str) -> str:
        """Return the last path segment of the only value (a concept)."""
        return self.must(name).rpartition("/")[2]

    def names(self) -> tuple[str, ...]:
        """Return the preferred label, then the others."""
        return (self.must(_SKOS + "prefLabel"), *self.all(_SKOS + "altLabel"))

    def period(self) -> Period | None:
        """Return the value of pp:date."""
        value = self.one(PP + "date")
        return period(value) if value else None


def nodes(path: Path) -> Iterator[Node]:
    """Yield the nodes of a Turtle file whose subjects come each in one block.

    Raises:
        InvalidAuthority: the file is no Turtle, or holds a blank node.
    """
    current: Node | None = None
    try:
        for quad in parse(path=str(path), format=RdfFormat.TURTLE):
            subject, thing = quad.subject, quad.object
            if not isinstance(subject, NamedNode) or not isinstance(thing, NamedNode | Literal):
                raise InvalidAuthority(f"{path.name}: a blank node; every record has an IRI")
            if current is None or current.iri != subject.value:
                if current is not None:
                    yield current
                current = Node(subject.value)
            current.values.setdefault(quad.predicate.value, []).append(thing.value)
    except SyntaxError as error:
        raise InvalidAuthority(f"{path}: {error}") from error
    if current is not None:
        yield current


def record(node: Node) -> Record | None:
    """Turn a node into its record; None for the description of the file itself.

    Raises:
        InvalidAuthority: the type is unknown, or a needed value is missing.
    """
    kind = node.one(_RDF_TYPE)
    if kind is None and not node.iri.startswith(AUTHORITY_BASE):
        return None
    build = _BUILDERS.get(kind or "")
    if build is None:
        raise InvalidAuthority(f"<{node.iri}> has the unknown type {kind!r}; expected one of {sorted(_BUILDERS)}")
    return build(node)


def _state(node: Node) -> State:
    exact = node.one(_SKOS + "exactMatch")
    return State(
        id=node.id,
        names=node.names(),
        masculine=node.all(PP + "masculineAdjective"),
        feminine=node.all(PP + "feminineAdjective"),
        masculine_plural=node.all(PP + "masculinePluralAdjective"),
        feminine_plural=node.all(PP + "femininePluralAdjective"),
        inhabitants=node.all(PP + "inhabitants"),
        capitals=node.ids(PP + "capital"),
        metonyms=node.all(PP + "metonym"),
        country_code=node.one(PP + "countryCode"),
        wikidata=exact.rpartition("/")[2] if exact else None,
        period=node.period(),
    )


def _place(node: Node) -> PlaceRecord:
    latitude, longitude = node.one(_GEO + "lat"), node.one(_GEO + "long")
    return PlaceRecord(
        id=node.id,
        names=node.names(),
        kind=node.must(PP + "placeKind"),
        countries=node.all(PP + "countryCode"),
        latitude=float(latitude) if latitude else None,
        longitude=float(longitude) if longitude else None,
        population=int(node.one(PP + "population") or 0),
    )


def _institution(node: Node) -> InstitutionRecord:
    parents = node.ids(_ORG + "subOrganizationOf")
    return InstitutionRecord(
        id=node.id,
        names=node.names(),
        acronyms=node.all(PP + "acronym"),
        kind=node.last(_ORG + "classification"),
        parent=parents[0] if parents else None,
        states=node.ids(PP + "state"),
        period=node.period(),
        note=node.one(_SKOS + "note"),
    )


def _person(node: Node) -> PersonRecord:
    names, states = node.names(), node.ids(PP + "state")
    first = any(state.rpartition("/")[2] in SURNAME_FIRST for state in states)
    family = dict.fromkeys(form for name in names for form in surnames(name, first=first))
    return PersonRecord(
        id=node.id,
        names=names,
        gender=node.one(_FOAF + "gender"),
        states=states,
        surnames=tuple(family),
        died=node.one(_SCHEMA + "deathDate"),
    )


def _tenure(node: Node) -> TenureRecord:
    return TenureRecord(
        id=node.id,
        person=node.must(PP + "holder")[_CUT:],
        post=node.must(PP + "post"),
        institution=node.must(_ORG + "organization")[_CUT:],
        period=node.period(),
    )


def _treaty(node: Node) -> TreatyRecord:
    return TreatyRecord(
        id=node.id,
        names=node.names(),
        acronyms=node.all(PP + "acronym"),
        topics=node.all(PP + "topic"),
        note=node.one(_SKOS + "note"),
    )


def _event(node: Node) -> TreatyEventRecord:
    places = node.ids(PP + "place")
    return TreatyEventRecord(
        id=node.id,
        treaty=node.must(PP + "ofTreaty")[_CUT:],
        kind=node.last(PP + "eventKind"),
        actors=node.ids(PP + "actor"),
        time=node.period(),
        place=places[0] if places else None,
        place_name=next(iter(node.all(PP + "placeName")), None),
    )


def _gathering(node: Node) -> GatheringRecord:
    return GatheringRecord(
        id=node.id,
        names=node.names(),
        kind=node.last(PP + "kind"),
        time=node.period(),
        places=node.ids(PP + "place"),
        place_names=node.all(PP + "placeName"),
        participants=node.ids(PP + "participant"),
    )


def _ambiguous(node: Node) -> AmbiguousName:
    return AmbiguousName(
        names=node.names(),
        refs=node.ids(PP + "refersTo"),
        reasons=node.all(PP + "ambiguity"),
        note=node.one(_SKOS + "note"),
    )


_BUILDERS: dict[str, Callable[[Node], Record]] = {
    PP + "State": _state,
    PP + "Place": _place,
    PP + "Institution": _institution,
    PP + "Person": _person,
    PP + "Tenure": _tenure,
    PP + "Treaty": _treaty,
    PP + "TreatyEvent": _event,
    PP + "Meeting": _gathering,
    PP + "AmbiguousName": _ambiguous,
}
