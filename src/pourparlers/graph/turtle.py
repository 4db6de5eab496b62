"""Turtle and TriG that read well and never change without a reason: everything sorted, one subject a block.

The writer takes statements grouped by subject, in order, and holds one subject at a time, however large the graph.
There are no blank nodes in the graph, so that no label can change from one run to the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from pourparlers.vocab import PREFIXES

Statement = Quad | Triple

_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_XSD = "http://www.w3.org/2001/XMLSchema#"
# The part of PN_LOCAL that needs no escape anywhere; what does not fit is written in full.
_LOCAL = re.compile(r"[A-Za-z_](?:[\w-]*[A-Za-z0-9_-])?", re.ASCII)
_BARE = {
    f"{_XSD}boolean": re.compile(r"true|false"),
    f"{_XSD}integer": re.compile(r"[+-]?[0-9]+"),
    f"{_XSD}decimal": re.compile(r"[+-]?[0-9]*\.[0-9]+"),
}
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_ESCAPES = {"\b": "\\b", "\f": "\\f", "\r": "\\r"}


class Writer:
    """Writes terms and blocks with a fixed set of prefixes."""

    def __init__(self, prefixes: Mapping[str, str] = PREFIXES) -> None:
        """Use *prefixes*, the longest namespace that fits an IRI first."""
        self._prefixes = dict(prefixes)
        self._known: dict[str, str] = {}
        self._namespaces = {namespace: prefix for prefix, namespace in prefixes.items()}

    def header(self) -> str:
        """Return the declarations of the prefixes."""
        return "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in self._prefixes.items())

    def iri(self, value: str) -> str:
        """Return an IRI, shortened if a prefix fits."""
        cut = max(value.rfind("#"), value.rfind("/")) + 1
        prefix = self._namespaces.get(value[:cut])
        if prefix is not None and _LOCAL.fullmatch(value, cut):
            return f"{prefix}:{value[cut:]}"
        return f"<{value}>"

    def term(self, term: NamedNode | Literal | BlankNode | Triple) -> str:
        """Return a term.

        Raises:
            ValueError: it is neither an IRI nor a literal.
        """
        if isinstance(term, NamedNode):
            return self._iri(term.value)
        if isinstance(term, Literal):
            return self._literal(term)
        raise ValueError(f"the graph holds no {type(term).__name__}: {term}")

    def block(self, subject: NamedNode, statements: Iterable[Statement]) -> str:
        """Return all there is to say of one subject: its types first, then by property; ends in a full stop."""
        said: dict[str, set[str]] = {}
        for statement in statements:
            said.setdefault(statement.predicate.value, set()).add(self.term(statement.object))
        lines = []
        for predicate in sorted(said, key=lambda iri: (iri != _TYPE, self._iri(iri))):
            verb = "a" if predicate == _TYPE else self._iri(predicate)
            objects = sorted(said[predicate])
            separator = " ,\n        " if len(objects) > 1 else ""
            head = f"    {verb} " if len(objects) == 1 else f"    {verb}\n        "
            lines.append(head + (separator.join(objects)))
        return f"{self._iri(subject.value)}\n" + " ;\n".join(lines) + " .\n"

    def _iri(self, value: str) -> str:
        # Predicates, types and concepts come again and again; subjects would only fill the memory.
        written = self._known.get(value)
        if written is None:
            written = self.iri(value)
            if written[0] != "<":
                self._known[value] = written
        return written

    def _literal(self, literal: Literal) -> str:
        datatype = literal.datatype.value
        bare = _BARE.get(datatype)
        if bare is not None and bare.fullmatch(literal.value):
            return literal.value
        written = quoted(literal.value)
        if literal.language is not None:
            return f"{written}@{literal.language}"
        return written if datatype == f"{_XSD}string" else f"{written}^^{self._iri(datatype)}"


def quoted(value: str) -> str:
    """Return a string in quotation marks; one of several lines stays on its lines."""
    escaped = _CONTROL.sub(
        lambda match: _ESCAPES.get(match[0]) or f"\\u{ord(match[0]):04X}", value.replace("\\", "\\\\")
    )
    if "\n" not in value:
        return '"' + escaped.replace('"', '\\"').replace("\t", "\\t") + '"'
    # Three marks would end it, and so would one before the three that do.
    escaped = escaped.replace('"""', '\\"\\"\\"')
    if escaped.endswith('"'):
        escaped = escaped[:-1] + '\\"'
    return f'"""{escaped}"""'


def blocks(statements: Iterable[Statement], writer: Writer) -> Iterator[str]:
    """Yield one block per subject.

    Args:
        statements: grouped by subject, in the order to be written.
        writer: knows the prefixes.

    Raises:
        ValueError: a subject is no IRI.
    """
    subject: NamedNode | None = None
    gathered: list[Statement] = []
    for statement in statements:
        if not isinstance(statement.subject, NamedNode):
            raise ValueError(f"the graph holds no {type(statement.subject).__name__}: {statement}")
        if subject is not None and statement.subject != subject:
            yield writer.block(subject, gathered)
            gathered = []
        subject = statement.subject
        gathered.append(statement)
    if subject is not None:
        yield writer.block(subject, gathered)


def turtle(statements: Iterable[Statement], prefixes: Mapping[str, str] = PREFIXES) -> Iterator[str]:
    """Yield the pieces of a Turtle file; *statements* come grouped by subject."""
    writer = Writer(prefixes)
    yield writer.header()
    for block in blocks(statements, writer):
        yield "\n" + block


def trig(
    graphs: Iterable[tuple[NamedNode | None, Iterable[Statement]]], prefixes: Mapping[str, str] = PREFIXES
) -> Iterator[str]:
    """Yield the pieces of a TriG file.

    Args:
        graphs: name (None for the default graph) and statements, grouped by subject, of each graph.
        prefixes: by short name.
    """
    writer = Writer(prefixes)
    yield writer.header()
    for name, statements in graphs:
        if name is None:
            yield from ("\n" + block for block in blocks(statements, writer))
        else:
            yield f"\n{writer.iri(name.value)} {{\n"
            yield from ("\n" + block for block in blocks(statements, writer))
            yield "}\n"
