"""Treaties: which accounts of different articles are one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from pourparlers.authority import fold
from pourparlers.resolve.across.accounts import Account
from pourparlers.resolve.across.chains import chained, linked
from pourparlers.resolve.across.clusters import Clusters, Reason
from pourparlers.resolve.across.naming import record_iri
from pourparlers.resolve.judgements import Judgement

_NUMBER = re.compile(r"\d")


def treaties(
    accounts: Sequence[Account],
    actor: Callable[[str], str],
    links: Sequence[Reason],
    judgements: Iterable[Judgement],
) -> Clusters:
    """Merge treaties: by authority record, else by name when it is a proper one, or when parties or date agree.

    Args:
        accounts: the treaties.
        actor: from an actor's local IRI to its cluster.
        links: links to the authority that the articles themselves did not make.
        judgements: what people decided.
    """
    records = {record_iri(account.authority) for account in accounts if account.authority is not None}
    records.update(link.right for link in links)
    clusters = Clusters.of([*(account.iri for account in accounts), *sorted(records)], judgements)
    clusters.merge(linked(accounts))
    clusters.merge(links)
    settled = {link.left for link in links if clusters.union.find(link.left) == clusters.union.find(link.right)}
    known = {account.iri: account for account in accounts}
    groups: dict[object, list[str]] = {}
    for account in accounts:
        if account.authority is not None or account.iri in settled:
            continue
        name = account.one("name") or ""
        if _proper(name):
            groups.setdefault(fold(name), []).append(account.iri)
            continue
        parties = tuple(sorted({actor(party) for party in account.all("party")}))
        if len(parties) > 1 or account.one("date"):
            groups.setdefault((fold(name), parties, account.one("date") or ""), []).append(account.iri)
    clusters.merge(chained(groups, 5.0, "treaty-name", "même nom"), _veto(known, actor))
    return clusters


def _proper(name: str) -> bool:
    """Tell whether a name says which treaty: it holds a capital or a number ("accord de Sirmie", "résolution 812")."""
    return any(letter.isupper() for letter in name[1:]) or _NUMBER.search(name) is not None


def _veto(
    known: Mapping[str, Account], actor: Callable[[str], str]
) -> Callable[[Sequence[str], Sequence[str]], str | None]:
    """Return the veto: other signature dates, or parties that have nobody in common."""

    def veto(mine: Sequence[str], theirs: Sequence[str]) -> str | None:
        left, right = ([known[name] for name in side if name in known] for side in (mine, theirs))
        for one in left:
            for other in right:
                if one.days and other.days and (one.days[1] < other.days[0] or other.days[1] < one.days[0]):
                    return "dates de signature différentes"
        parties = [{actor(party) for account in side for party in account.all("party")} for side in (left, right)]
        if len(parties[0]) > 1 and len(parties[1]) > 1 and not parties[0] & parties[1]:
            return "parties différentes"
        return None

    return veto
