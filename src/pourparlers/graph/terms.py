"""Literals in the one lexical form that a store gives back unchanged.

Oxigraph keeps the value of a number or date, not how it was written: `1.50` comes back as `1.5`, and the types derived
from `xsd:integer` come back as `xsd:integer`. What is written here survives, so that export after import loses nothing.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache

from pyoxigraph import Literal, NamedNode

from pourparlers.graph import iris
from pourparlers.vocab import EDTF, XSD

_LINE = 100  # characters


def label(words: str) -> Literal:
    """Return the beginning of printed words, to be shown in a line."""
    short = " ".join(words.split())
    return Literal(short if len(short) <= _LINE else f"{short[: _LINE - 1].rstrip()}…", language="fr")


def text(words: str) -> Literal:
    """Return words as printed: a plain string."""
    return Literal(words)


@cache
def boolean(value: bool) -> Literal:  # noqa: FBT001  a literal is made of one bare value
    """Return `true` or `false`."""
    return Literal("true" if value else "false", datatype=XSD.boolean)


def integer(value: int) -> Literal:
    """Return a whole number. Always `xsd:integer`: the store forgets the types derived from it."""
    return Literal(str(value), datatype=XSD.integer)


@cache
def decimal(value: float) -> Literal:
    """Return a decimal without needless zeros: 0.9, 1."""
    return Literal(format(Decimal(str(value)).normalize(), "f"), datatype=XSD.decimal)


@cache
def day(value: date) -> Literal:
    """Return a day as `xsd:date`, without a time zone."""
    return Literal(value.isoformat(), datatype=XSD.date)


def link(url: str) -> NamedNode | Literal:
    """Return an address of the web as an IRI; what is none (no http) stays the words it is, for the shapes to find."""
    if not iris.is_web(url):
        return text(url)
    try:
        return NamedNode(iris.web(url))
    except ValueError:  # a port that is no number, two fragments ...
        return text(url)


def edtf(value: str) -> Literal:
    """Return a time in the Extended Date/Time Format."""
    return Literal(value, datatype=EDTF)
