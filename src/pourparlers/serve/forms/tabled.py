"""What a reader sees of rows: a thing by its name with a link to its page, its proof as a quotation in one cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pourparlers.queries import PROOF
from pourparlers.vocab import EDTF, XSD

Cell = Mapping[str, Any] | None
"""As `viewing` tells it: `{"iri"}`, or `{"value"}` with `language` or `datatype`; None where nothing is bound."""

_NUMBERS = frozenset(XSD[name].value for name in ("integer", "decimal", "double", "nonNegativeInteger"))
_DATES = frozenset({XSD.date.value, XSD.dateTime.value, EDTF.value})
_NAME = "Name"
_LABEL = 80
"""Characters of a label that a cell shows; its page has them all."""


def tabled(told: Mapping[str, Any]) -> dict[str, Any]:
    """Return `columns` (their names) and `rows` of cells as templates/form_table.html shows them.

    A column `speakerName` beside a column `speaker` becomes one column `speaker`: the name, with the thing behind it.
    The columns of the proof become one, `evidence`. Files of articles lead to the articles.

    Args:
        told: a table as `forms.filled` makes it.
    """
    columns: Sequence[str] = told["columns"]
    at = {name: place for place, name in enumerate(columns)}
    proof = PROOF[0] in at and PROOF[1] in at
    shown = [name for name in columns if _stays(name, at, proof=proof)]
    plan = [(name.removesuffix(_NAME) if _named(name, at) else name, name) for name in shown]

    def cells(row: Sequence[Cell]) -> list[dict[str, Any] | None]:
        found: list[dict[str, Any] | None] = []
        for name, column in plan:
            if proof and column == PROOF[0]:
                found.append(_quotation([row[at[one]] for one in PROOF], told["files"]))
            elif name != column:
                found.append(_thing(row[at[name]], row[at[column]], told["things"]))
            else:
                found.append(_cell(row[at[column]], told["things"], told["files"]))
        return found

    return {"columns": [name for name, _ in plan], "rows": [cells(row) for row in told["rows"]], "more": told["more"]}


def _named(column: str, at: Mapping[str, int]) -> bool:
    return column.endswith(_NAME) and column.removesuffix(_NAME) in at


def _stays(column: str, at: Mapping[str, int], *, proof: bool) -> bool:
    """A thing stands where its name does; of the proof, the words stand for all."""
    return f"{column}{_NAME}" not in at and not (proof and column in PROOF[1:])


def _thing(iri: Cell, name: Cell, things: Mapping[str, Any]) -> dict[str, Any] | None:
    if iri is None or "iri" not in iri:
        return _cell(name, things, {})
    return {**_link(iri["iri"], things), **({"text": name["value"]} if name and "value" in name else {})}


def _cell(cell: Cell, things: Mapping[str, Any], files: Mapping[str, str]) -> dict[str, Any] | None:
    if cell is None:
        return None
    if "iri" in cell:
        return _link(cell["iri"], things)
    kind, value = cell.get("datatype", ""), cell["value"]
    found: dict[str, Any] = {"text": value, "language": cell.get("language"), "form": None}
    if kind in _NUMBERS:
        found["form"] = "number"
    elif kind in _DATES:
        found["form"] = "date"
    elif kind == XSD.boolean.value:
        found["form"] = "boolean"
    elif value in files:
        found["iri"] = files[value]
    return found


def _link(iri: str, things: Mapping[str, Any]) -> dict[str, Any]:
    known = things.get(iri, {})
    label = known.get("label") or iri.rstrip("/").rpartition("/")[2]
    # A statement is called by its words, which mostly stand in a column of their own.
    return {
        "iri": iri,
        "text": label if len(label) <= _LABEL else f"{label[:_LABEL].rstrip()}…",
        **({"at": known["at"]} if "at" in known else {}),
    }


def _quotation(proof: Sequence[Cell], files: Mapping[str, str]) -> dict[str, Any] | None:
    """Return the words that prove a row, the article, and the address of the reader at these words."""
    words, file, begin, end = ((cell or {}).get("value") for cell in proof[:4])
    link = proof[4] or {}
    if words is None or file is None:
        return None
    reader = f"{files[file]}#char={begin},{end}" if file in files else None
    web = link.get("value") or link.get("iri")
    return {"quote": words, "article": file, "reader": reader, "web": web if web != reader else None}
