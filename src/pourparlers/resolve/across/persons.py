"""Persons: which accounts of different articles are one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pourparlers.authority import fold
from pourparlers.authority.posts import post_class, post_key
from pourparlers.resolve.across.accounts import Account
from pourparlers.resolve.across.chains import chained, linked
from pourparlers.resolve.across.clusters import Clusters, Reason
from pourparlers.resolve.across.naming import record_iri
from pourparlers.resolve.judgements import Judgement
from pourparlers.resolve.names import keys, parts, same_person_name, same_surname


@dataclass(slots=True)
class Profile:
    """What tells a person from a namesake: countries and seats (institution or state, class of post)."""

    account: Account
    homes: set[str] = field(default_factory=set)
    seats: set[tuple[str, str]] = field(default_factory=set)

    @property
    def name(self) -> str:
        """Return the fullest name."""
        return self.account.one("name") or ""

    @property
    def full(self) -> bool:
        """Tell whether the name has a given name."""
        return len(self.name.split()) > 1


def profiles(
    accounts: Iterable[Account], tenures: Iterable[Account], find: Callable[[str], str], state_of: Mapping[str, str]
) -> dict[str, Profile]:
    """Return the profile of each person.

    Args:
        accounts: the persons.
        tenures: the posts that the articles give.
        find: from an institution's local IRI to its cluster.
        state_of: from an institution's local IRI to the cluster of its state (of a state: its own).
    """
    found = {account.iri: Profile(account) for account in accounts}
    for tenure in tenures:
        profile = found.get(tenure.one("holder") or "")
        body = tenure.one("organization")
        if profile is None or body is None:
            continue
        home = state_of.get(body)
        if home is not None:
            profile.homes.add(home)
        title = tenure.one("post") or ""
        profile.seats.add((home or find(body), post_class(title) or post_key(title)))
    return found


def persons(found: Mapping[str, Profile], links: Sequence[Reason], judgements: Iterable[Judgement]) -> Clusters:
    """Merge persons: by authority record, by full name, or by family name and seat.

    Persons known by description only are never merged, nor two persons of one article, nor namesakes of two countries.

    Args:
        found: who they are.
        links: links to the authority that the articles themselves did not make.
        judgements: what people decided.
    """
    accounts = [profile.account for profile in found.values()]
    records = {record_iri(account.authority) for account in accounts if account.authority is not None}
    records.update(link.right for link in links)
    clusters = Clusters.of([*(account.iri for account in accounts), *sorted(records)], judgements)
    clusters.merge(linked(accounts))
    veto = _one_each(found)
    clusters.merge(links, veto)
    settled = {link.left for link in links if clusters.union.find(link.left) == clusters.union.find(link.right)}
    free = [
        profile
        for iri, profile in found.items()
        if profile.account.authority is None
        and iri not in settled
        and profile.name
        and not profile.account.true("described")
    ]
    clusters.merge(_full_names([profile for profile in free if profile.full]), veto)
    clusters.merge(_seats([profile for profile in free if not profile.full], found, clusters), veto)
    return clusters


def _one_each(found: Mapping[str, Profile]) -> Callable[[Sequence[str], Sequence[str]], str | None]:
    """Return the veto: one article tells its persons apart, and so do gender and country."""

    def veto(mine: Sequence[str], theirs: Sequence[str]) -> str | None:
        left = [found[name] for name in mine if name in found]
        right = [found[name] for name in theirs if name in found]
        if {p.account.article for p in left} & {p.account.article for p in right}:
            return "un même article les distingue"
        genders = {gender for p in (*left, *right) for gender in p.account.all("gender")}
        if len(genders) > 1:
            return "genres différents"
        homes = [{home for p in side for home in p.homes} for side in (left, right)]
        if homes[0] and homes[1] and not homes[0] & homes[1]:
            return "pays différents"
        return None

    return veto


def _full_names(free: Sequence[Profile]) -> list[Reason]:
    """Return reasons between namesakes; a spelling that fits two different people speaks for neither."""
    bearers: dict[str, list[Profile]] = {}
    for profile in free:
        bearers.setdefault(fold(profile.name), []).append(profile)
    reasons: list[Reason] = []
    for group in bearers.values():
        reasons += _namesakes(group, 6.0, "full-name", "même nom complet")
    spelt = {name: group[0].name for name, group in bearers.items()}
    pairs = _pairs(spelt)
    near: dict[str, set[str]] = {}
    for name, other in pairs:
        near.setdefault(name, set()).add(other)
        near.setdefault(other, set()).add(name)
    # J. Dupont, when there are a Jean and a Jacques
    torn = {name for name, others in near.items() if any(not others <= near[other] | {other} for other in others)}
    for name, other in pairs:
        if name not in torn and other not in torn:
            reasons += _namesakes([*bearers[name], *bearers[other]], 5.0, "spelling", "même nom, autre graphie")
    return reasons


def _pairs(spelt: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return the pairs of names that may be one in two transliterations."""
    blocks: dict[str, list[str]] = {}
    for name, printed in sorted(spelt.items()):
        words = printed.split()
        for key in sorted(keys(parts(printed)[1]) | keys(words[0])):
            blocks.setdefault(key, []).append(name)
    pairs = {
        (one, other)
        for block in blocks.values()
        for place, one in enumerate(block)
        for other in block[place + 1 :]
        if same_person_name(spelt[one], spelt[other])
    }
    return sorted(pairs)


def _namesakes(group: Sequence[Profile], score: float, rule: str, why: str) -> list[Reason]:
    """Merge those of one country; those without a country join only if there is one country."""
    homes = sorted({tuple(sorted(p.homes)) for p in group if p.homes})
    components: list[set[str]] = []
    for home in homes:
        touching = [part for part in components if part & set(home)]
        components = [part for part in components if part not in touching] + [set(home).union(*touching)]
    if len(components) <= 1:
        return chained({0: [p.account.iri for p in group]}, score, rule, why)
    groups: dict[object, list[str]] = {}
    for profile in group:
        if profile.homes:
            number = next(i for i, part in enumerate(components) if part & profile.homes)
            groups.setdefault(number, []).append(profile.account.iri)
    return chained(groups, score, rule, f"{why}, même pays")


def _seats(bare: Sequence[Profile], found: Mapping[str, Profile], clusters: Clusters) -> list[Reason]:
    """Return reasons between a bare family name and the only person of that name who holds the same post."""
    holders: dict[tuple[str, str], dict[str, str]] = {}
    for iri in sorted(found):
        profile = found[iri]
        if profile.full and not profile.account.true("described"):
            for seat in sorted(profile.seats):
                holders.setdefault(seat, {}).setdefault(clusters.union.find(iri), iri)
    reasons = []
    alone: dict[object, list[str]] = {}
    for profile in bare:
        known = {
            root: iri
            for seat in sorted(profile.seats)
            for root, iri in holders.get(seat, {}).items()
            if same_surname(profile.name, parts(found[iri].name)[1])
        }
        if len(known) == 1:
            iri = next(iter(known.values()))
            reasons.append(Reason(profile.account.iri, iri, 4.0, "family-name-post", "même nom de famille, même poste"))
        elif not known:
            for seat in sorted(profile.seats):
                alone.setdefault((fold(profile.name), seat), []).append(profile.account.iri)
    return reasons + chained(alone, 3.0, "family-name-post", "même nom de famille, même poste")
