"""Answers as tables of a file format.

The store's own writers do it, but for CSV: they leave an IRI unquoted that has a comma in it, as those of all passages
have (`#char=17,28`), and every program reads two cells there.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from itertools import islice
from typing import IO, Protocol, cast

from pyoxigraph import Literal, NamedNode, QueryBoolean, QueryResultsFormat, QuerySolutions

from pourparlers.queries.ask import columns

_BLOCK = 500
"""Rows that are written together."""


class Writer(Protocol):
    """What a table is written to."""

    def write(self, raw: bytes, /) -> int:
        """Take some bytes."""


def write(answer: QuerySolutions | QueryBoolean, out: Writer, form: QueryResultsFormat) -> None:
    """Write an answer; its rows are evaluated meanwhile.

    Raises:
        OSError: the query cannot be evaluated (likewise RuntimeError and ValueError).
    """
    if form != QueryResultsFormat.CSV or isinstance(answer, QueryBoolean):
        answer.serialize(cast("IO[bytes]", out), form)
        return
    out.write(_lines([columns(answer)]))
    rows = (map(_text, row) for row in answer)
    while block := _lines(islice(rows, _BLOCK)):
        out.write(block)


def _lines(rows: Iterable[Iterable[str]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode()


def _text(term: object) -> str:
    if term is None:
        return ""
    return term.value if isinstance(term, NamedNode | Literal) else str(term)
