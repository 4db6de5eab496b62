"""Institutions: which accounts of different articles are one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pourparlers.authority import fold
from pourparlers.resolve.across.accounts import Account
from pourparlers.resolve.across.chains import chained, linked
from pourparlers.resolve.across.clusters import Clusters, Reason
from pourparlers.resolve.across.naming import record_iri
from pourparlers.resolve.judgements import Judgement

_NEED_A_STATE = frozenset({"government", "ministry", "armed-force", "parliament", "court", "other"})


def institutions(accounts: Sequence[Account], judgements: Iterable[Judgement]) -> Clusters:
    """Merge institutions: by authority record, else by name, type and state.

    A ministry, an army or a parliament without a known state is never merged: every country has one of that name.
    """
    records = {record_iri(account.authority) for account in accounts if account.authority is not None}
    clusters = Clusters.of([*(account.iri for account in accounts), *sorted(records)], judgements)
    clusters.merge(linked(accounts))
    free = [account for account in accounts if account.authority is None]
    states = [account for account in free if account.last_segment("classification") == "state"]
    clusters.merge(_same_name(states, clusters))
    clusters.merge(_same_name([account for account in free if account not in states], clusters))
    return clusters


def _same_name(accounts: Iterable[Account], clusters: Clusters) -> list[Reason]:
    groups: dict[object, list[str]] = {}
    for account in accounts:
        kind, state = account.last_segment("classification"), account.one("state")
        if state is None and (kind in _NEED_A_STATE or not _proper(account.one("name") or "")):
            continue
        where = clusters.union.find(state) if state is not None else ""
        groups.setdefault((fold(account.one("name") or ""), kind, where), []).append(account.iri)
    return chained(groups, 5.0, "institution-name", "mêmes nom, type et État")


def _proper(name: str) -> bool:
    """Tell whether a name holds a capital: a description such as "coalition" names nobody in particular."""
    return any(letter.isupper() for letter in name)
