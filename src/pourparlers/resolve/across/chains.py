"""Reasons that come in numbers: every account with its record, every group of like accounts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from pourparlers.resolve.across.accounts import Account
from pourparlers.resolve.across.clusters import Reason
from pourparlers.resolve.across.naming import record_iri


def linked(accounts: Iterable[Account]) -> list[Reason]:
    """Return a reason to merge each linked account with its authority record."""
    return [
        Reason(
            account.iri, record_iri(account.authority), 9.0, "authority", f"même notice d'autorité {account.authority}"
        )
        for account in accounts
        if account.authority is not None
    ]


def chained(groups: Mapping[object, Sequence[str]], score: float, rule: str, why: str) -> list[Reason]:
    """Return reasons that merge every group, neighbour with neighbour in the order of the IRIs."""
    reasons = []
    for members in groups.values():
        ordered = sorted(members)
        reasons += [Reason(a, b, score, rule, why) for a, b in pairwise(ordered)]
    return reasons
