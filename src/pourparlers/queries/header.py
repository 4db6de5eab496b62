"""The header of a saved query: what it asks, in French and English, with which parameters and columns."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from pourparlers.errors import InvalidSavedQuery
from pourparlers.queries import tokens
from pourparlers.vocab import concepts

TYPES = ("iri", "actor", "institution", "meeting", "treaty", "place", "string", "date", "integer", "enum")
LANGUAGES = ("fr", "en")

_KEYS = {"title", "about", "params", "returns"}
_PARAMETER_KEYS = {"type", "label", "default", "optional", "values", "scheme", "end"}
_PARAMETER_NAME = re.compile(r"[a-z][A-Za-z0-9]*")

Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A blank in a saved query.

    An enum allows the words of `values`, or those of a `scheme` of the ontology, and then stands for the concept.
    `end` makes an incomplete date ("2017", "2017-04") its last day instead of its first.
    """

    name: str
    type: str
    label: Texts
    default: str | None = None
    optional: bool = False
    values: tuple[str, ...] = ()
    scheme: str | None = None
    end: bool = False

    @property
    def choices(self) -> tuple[str, ...]:
        """The words an enum allows; none for another type."""
        return tuple(concepts(self.scheme)) if self.scheme else self.values

    @property
    def required(self) -> bool:
        """Whether the query cannot be run without a value for it."""
        return self.default is None and not self.optional


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedQuery:
    """A question ready to be asked. `name` is its path under queries/ without the suffix: `meetings/between`."""

    name: str
    title: Texts
    about: Texts
    returns: tuple[str, ...]
    sparql: str
    params: tuple[Parameter, ...] = ()

    @property
    def topic(self) -> str:
        """The folder it lies in."""
        return self.name.rpartition("/")[0]


def read(name: str, text: str) -> SavedQuery:
    """Return the saved query written in *text*.

    Args:
        name: what it is called, `topic/question`.
        text: the whole file, header and SPARQL.

    Raises:
        InvalidSavedQuery: the header is no TOML, lacks a key or has an unknown one, or header and body disagree.
    """
    header = "\n".join(line[2:].strip() for line in text.splitlines() if line.startswith("#+"))
    try:
        table = tomllib.loads(header)
    except tomllib.TOMLDecodeError as error:
        raise InvalidSavedQuery(f"{name}: the header is not TOML: {error}") from error
    _only(name, "header", table, _KEYS)
    query = SavedQuery(
        name=name,
        title=_texts(name, "title", table.get("title")),
        about=_texts(name, "about", table.get("about")),
        returns=_words(name, "returns", table.get("returns")),
        params=tuple(_parameter(name, key, value) for key, value in _table(name, "params", table).items()),
        sparql=text,
    )
    declared, used = {p.name for p in query.params}, set(tokens.parameters(text))
    if declared != used:
        raise InvalidSavedQuery(
            f"{name}: the header declares the parameters {sorted(declared)}, the query uses {sorted(used)} (as ?_name)"
        )
    return query


def _parameter(query: str, name: str, value: object) -> Parameter:
    where = f"params.{name}"
    if not isinstance(value, dict) or not _PARAMETER_NAME.fullmatch(name):
        raise InvalidSavedQuery(f"{query}: {where} must be a table, its name letters and digits")
    table = cast("dict[str, object]", value)
    _only(query, where, table, _PARAMETER_KEYS)
    kind, default, scheme = table.get("type"), table.get("default"), table.get("scheme")
    if kind not in TYPES:
        raise InvalidSavedQuery(f"{query}: {where}.type is {kind!r}; expected one of {', '.join(TYPES)}")
    if (kind == "enum") != (len(table.keys() & {"values", "scheme"}) == 1):
        raise InvalidSavedQuery(
            f"{query}: {where}: an enum needs either `values` or `scheme`, and nothing else may have it"
        )
    for key, wanted in (("default", str), ("scheme", str), ("optional", bool), ("end", bool)):
        if key in table and not isinstance(table[key], wanted):
            raise InvalidSavedQuery(f"{query}: {where}.{key} must be a {wanted.__name__}, not {table[key]!r}")
    return Parameter(
        name=name,
        type=kind,
        label=_texts(query, f"{where}.label", table.get("label")),
        default=cast("str | None", default),
        optional=bool(table.get("optional")),
        values=_words(query, f"{where}.values", table["values"]) if "values" in table else (),
        scheme=cast("str | None", scheme),
        end=bool(table.get("end")),
    )


def _only(query: str, where: str, table: Mapping[str, object], known: set[str]) -> None:
    unknown = sorted(set(table) - known)
    if unknown:
        raise InvalidSavedQuery(f"{query}: unknown key in {where}: {', '.join(unknown)}; known: {sorted(known)}")


def _table(query: str, key: str, table: Mapping[str, object]) -> dict[str, object]:
    value = table.get(key, {})
    if not isinstance(value, dict):
        raise InvalidSavedQuery(f"{query}: {key} must be a table, not {value!r}")
    return cast("dict[str, object]", value)


def _texts(query: str, key: str, value: object) -> Texts:
    if (
        not isinstance(value, dict)
        or set(value) != set(LANGUAGES)
        or not all(isinstance(v, str) for v in value.values())
    ):
        raise InvalidSavedQuery(f"{query}: {key} needs one text in each of {', '.join(LANGUAGES)}, not {value!r}")
    return cast("dict[str, str]", value)


def _words(query: str, key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not value or not all(isinstance(word, str) for word in value):
        raise InvalidSavedQuery(f"{query}: {key} must be a list of words, not {value!r}")
    return tuple(cast("list[str]", value))
