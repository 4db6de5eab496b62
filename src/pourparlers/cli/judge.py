"""`pourparlers judge`: decide who is who."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import TYPE_CHECKING

import click
from pyoxigraph import QuerySolutions

from pourparlers.cli import output, texts
from pourparlers.cli.base import Command, Failure, Group, option, store_option
from pourparlers.queries.portrait import iri, thing
from pourparlers.resolve import judgements
from pourparlers.resolve.judgements import DIFFERENT, SAME, Judgement

if TYPE_CHECKING:
    from pourparlers.store import Store


@click.group(cls=Group, text=texts.JUDGE)
def judge() -> None:
    """Decide who is who."""


def _who() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container's user may have no name
        return "?"


_why = option("--why", required=True, text=texts.WHY)
_by = option("--by", default=_who, show_default=False, text=texts.BY)


@judge.command(cls=Command, text=texts.JUDGE_SAME)
@click.argument("a")
@click.argument("b")
@_why
@_by
@store_option
def same(a: str, b: str, why: str, by: str, folder: Path) -> None:
    """Say that A and B are the same thing."""
    _decide(folder, (a, b), SAME, by, why)


@judge.command(cls=Command, text=texts.JUDGE_DIFFERENT)
@click.argument("a")
@click.argument("b")
@_why
@_by
@store_option
def different(a: str, b: str, why: str, by: str, folder: Path) -> None:
    """Say that A and B are two things."""
    _decide(folder, (a, b), DIFFERENT, by, why)


@judge.command(cls=Command, text=texts.JUDGE_UNDO)
@click.argument("a")
@click.argument("b")
@store_option
def undo(a: str, b: str, folder: Path) -> None:
    """Take back what was decided of A and B."""
    store = _open(folder)
    left, right = (str(node.value if (node := iri(name)) else thing(store.index(), name).value) for name in (a, b))
    with store.lock():
        judgements.undo(store.judgements, left, right)
        store.commit()
    click.echo(texts.UNDONE(left=output.short(left), right=output.short(right)))


@judge.command(name="list", cls=Command, text=texts.JUDGE_LIST)
@option("--rules", is_flag=True, text=texts.RULES)
@store_option
def listed(folder: Path, *, rules: bool) -> None:
    """Show all decisions."""
    store = _open(folder)
    decided = (*judgements.read(store.judgements), *(store.judged() if rules else ()))
    head = (str(texts.VERDICT), "A", "B", str(texts.BY_WHOM), str(texts.WHY_SHORT))
    output.print_table(head, ((j.verdict, output.short(j.left), output.short(j.right), j.by, j.why) for j in decided))


def _open(folder: Path) -> Store:
    from pourparlers.store import Store  # noqa: PLC0415  it loads slowly: only when a command runs

    return Store.open(folder)


_KINDS = """
SELECT ?kind {{
  VALUES ?kind {{ pp:Person pp:Institution pp:Meeting pp:Treaty }}
  ?thing pp:account? <{iri}> ; a ?kind .
}}
"""


def _kinds(store: Store, iri: str) -> set[str]:
    """Return the classes of a thing, or of what it is an account of, among those that can be judged."""
    rows = store.query(_KINDS.format(iri=iri))
    assert isinstance(rows, QuerySolutions)
    return {str(row["kind"]) for row in rows}


def _decide(folder: Path, names: tuple[str, str], verdict: str, by: str, why: str) -> None:
    store = _open(folder)
    left, right = (thing(store.index(), name).value for name in names)
    if left == right:
        raise Failure(texts.SELF(left=names[0], right=names[1]))
    kinds = [_kinds(store, iri) for iri in (left, right)]
    if not kinds[0] & kinds[1]:
        raise Failure(texts.UNLIKE(left=names[0], right=names[1]))
    with store.lock():
        judgements.add(store.judgements, Judgement(left, right, verdict, by, why))
        store.commit()
    click.echo(texts.JUDGED(left=output.short(left), right=output.short(right), verdict=verdict))
