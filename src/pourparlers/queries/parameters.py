"""The values of a saved query's parameters: checked by type, turned into RDF terms, put in place of the tokens."""

import calendar
import re
from collections.abc import Callable, Mapping
from datetime import date

from pyoxigraph import Literal, NamedNode, Store

from pourparlers.errors import InvalidParameter, UnknownName
from pourparlers.queries import lookup, tokens
from pourparlers.queries.header import Parameter, SavedQuery
from pourparlers.vocab import PREFIXES, concept

Term = NamedNode | Literal

NAMED: Mapping[str, tuple[str, ...]] = {
    "actor": lookup.ACTORS,
    "institution": ("Institution",),
    "meeting": ("Meeting",),
    "treaty": ("Treaty",),
    "place": ("Place",),
}
"""Types of parameters whose value is a name, and the classes it is looked up in."""

_INCOMPLETE = re.compile(r"(\d{4})(?:-(\d{2}))?")


def bind(query: SavedQuery, values: Mapping[str, str], graph: Store) -> str:
    """Return the SPARQL of *query* with its parameters filled in.

    Args:
        query: the saved query.
        values: a text per parameter; a default stands in for one not given.
        graph: where the names of actors and institutions are looked up.

    Raises:
        InvalidParameter: a value does not fit, is missing, or belongs to no parameter.
    """
    known = {parameter.name: parameter for parameter in query.params}
    for name in values:
        if name not in known:
            listed = ", ".join(known) or "none"
            raise InvalidParameter(f"{query.name} has no parameter {name!r}; its parameters: {listed}")
    missing = [p.name for p in query.params if p.required and p.name not in values]
    if missing:
        raise InvalidParameter(
            f"{query.name} needs a value for {', '.join(missing)}: -p {missing[0]}={known[missing[0]].type.upper()}"
        )
    given = {name: p.default if (value := values.get(name)) is None else value for name, p in known.items()}
    terms = {name: str(term(known[name], value, graph)) for name, value in given.items() if value is not None}
    return tokens.replace(query.sparql, terms.get)


def preset(parameter: Parameter) -> Term | None:
    """Return the term of a parameter's default, None if it has none."""
    return None if parameter.default is None else term(parameter, parameter.default, Store())


def term(parameter: Parameter, value: str, graph: Store) -> Term:
    """Return the RDF term that a text given for *parameter* stands for.

    Raises:
        InvalidParameter: it does not fit its type.
    """
    try:
        return _READERS[parameter.type](parameter, value.strip(), graph)
    except ValueError as error:
        raise InvalidParameter(f"{parameter.name}={value!r} is no {parameter.type}: {error}") from error
    except UnknownName as error:
        raise InvalidParameter(f"{parameter.name}: {error}") from error


def _iri(_: Parameter, value: str, _graph: Store) -> Term:
    prefix, colon, local = value.partition(":")
    if not colon:
        raise ValueError("expected an absolute IRI or prefix:name")
    return NamedNode(PREFIXES[prefix] + local if prefix in PREFIXES else value)


def is_iri(value: str) -> bool:
    """Tell whether a value for a parameter that takes names is an IRI instead."""
    return "://" in value or value.startswith("urn:")


def _named(parameter: Parameter, value: str, graph: Store) -> Term:
    if is_iri(value):
        return _iri(parameter, value, graph)
    return lookup.one_named(graph, value, NAMED[parameter.type]).iri


def _string(_: Parameter, value: str, _graph: Store) -> Term:
    return Literal(value)


def _integer(_: Parameter, value: str, _graph: Store) -> Term:
    return Literal(str(int(value)), datatype=NamedNode(PREFIXES["xsd"] + "integer"))


def _date(parameter: Parameter, value: str, _graph: Store) -> Term:
    incomplete = _INCOMPLETE.fullmatch(value)
    if incomplete:
        year = int(incomplete[1])
        month = int(incomplete[2]) if incomplete[2] else (12 if parameter.end else 1)
        if not 1 <= month <= 12:
            raise ValueError("expected a month from 01 to 12")
        value = f"{year:04}-{month:02}-{calendar.monthrange(year, month)[1] if parameter.end else 1:02}"
    elif not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        raise ValueError("expected year-month-day, 2017-04-26, or 2017-04, or 2017")
    return Literal(date.fromisoformat(value).isoformat(), datatype=NamedNode(PREFIXES["xsd"] + "date"))


def _enum(parameter: Parameter, value: str, _graph: Store) -> Term:
    if value not in parameter.choices:
        raise ValueError(f"expected one of {', '.join(parameter.choices)}")
    return concept(parameter.scheme, value) if parameter.scheme else Literal(value)


_READERS: dict[str, Callable[[Parameter, str, Store], Term]] = {
    "iri": _iri,
    **dict.fromkeys(NAMED, _named),
    "string": _string,
    "date": _date,
    "integer": _integer,
    "enum": _enum,
}
