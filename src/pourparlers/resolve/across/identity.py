"""Who is who: from the accounts of all articles to the canonical IRI of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from pourparlers.authority import Authority, PersonRecord, load
from pourparlers.authority.posts import post_key
from pourparlers.graph import iris
from pourparlers.resolve.across import suggested
from pourparlers.resolve.across.accounts import TOPICS, Account, Told
from pourparlers.resolve.across.clusters import Clusters
from pourparlers.resolve.across.encounters import Encounter, encounter
from pourparlers.resolve.across.institutions import institutions
from pourparlers.resolve.across.meetings import meetings
from pourparlers.resolve.across.naming import TABLES, canonical, minted, record_iri
from pourparlers.resolve.across.persons import persons, profiles
from pourparlers.resolve.across.treaties import treaties
from pourparlers.resolve.judgements import Judgement
from pourparlers.settings import AUTHORITY_BASE


@dataclass(frozen=True, slots=True)
class Identity:
    """`canonical` gives the canonical IRI of each account; `groups` the accounts of each canonical thing, by topic.

    `records` gives the authority id of the canonical things that have one, `homes` the states an actor stands for,
    `participations` the party (a local IRI) of each participation, `days` by when the article of an account had
    appeared, if that is known. `judged` is what the rules decided on the way,
    `obeyed` what people had decided about things that are there.
    """

    canonical: dict[str, str] = field(default_factory=dict)
    groups: dict[str, dict[str, list[Account]]] = field(default_factory=dict)
    records: dict[str, str] = field(default_factory=dict)
    homes: dict[str, frozenset[str]] = field(default_factory=dict)
    encounters: dict[str, Encounter] = field(default_factory=dict)
    participations: dict[str, str] = field(default_factory=dict)
    days: dict[str, date] = field(default_factory=dict)
    judged: list[Judgement] = field(default_factory=list)
    obeyed: list[Judgement] = field(default_factory=list)


def identify(articles: Sequence[Told], judgements: Iterable[Judgement]) -> Identity:
    """Compute who is who; the order of articles and judgements does not matter."""
    identity = Identity(groups={topic: {} for topic in TOPICS})
    accounts: dict[str, list[Account]] = {topic: [] for topic in TOPICS}
    for article in articles:
        identity.participations.update(article.participations)
        for account in article.accounts:
            accounts[account.topic].append(account)
            if article.last is not None:
                identity.days[account.iri] = article.last
    for topic in TOPICS:
        accounts[topic].sort(key=lambda account: account.iri)
        for account in accounts[topic]:
            if account.authority is not None and account.authority.partition("/")[0] in TABLES:
                identity.records[record_iri(account.authority)] = account.authority
    decided = _by_topic(_local(judgements, accounts), accounts)
    issued = {article.iri: (article.first, article.last) for article in articles}

    bodies = institutions(accounts["institution"], decided["institution"])
    _settle(identity, "institution", accounts["institution"], bodies)
    state_of = _states(accounts["institution"], identity)
    found = profiles(accounts["person"], accounts["tenure"], lambda iri: identity.canonical.get(iri, iri), state_of)
    record_of = {
        account.iri: identity.records[identity.canonical[account.iri]]
        for account in accounts["institution"]
        if identity.canonical[account.iri] in identity.records
    }
    links = suggested.persons(accounts["person"], accounts["tenure"], record_of, issued)
    identity.records.update((record_iri(link.id), link.id) for link in links.values())
    _settle(identity, "person", accounts["person"], persons(found, suggested.reasons(links), decided["person"]))
    _tenures(accounts["tenure"], identity)
    for account in accounts["institution"]:
        home = state_of.get(account.iri)
        if home is not None:
            _add(identity.homes, identity.canonical[account.iri], {home})
    for iri, profile in found.items():
        _add(identity.homes, identity.canonical[iri], profile.homes or _citizenship(identity, iri))

    actor = _Actor(identity.canonical)
    named = suggested.treaties(accounts["treaty"], issued)
    identity.records.update((record_iri(link.id), link.id) for link in named.values())
    agreed = treaties(accounts["treaty"], actor, suggested.reasons(named), decided["treaty"])
    _settle(identity, "treaty", accounts["treaty"], agreed)
    for account in accounts["meeting"]:
        identity.encounters[account.iri] = encounter(
            account, actor, found.__contains__, identity.homes, issued[account.article]
        )
    _settle(identity, "meeting", accounts["meeting"], meetings(identity.encounters, decided["meeting"]))
    known = identity.canonical.keys() | identity.records.keys()
    obeyed = {judgement for about in decided.values() for judgement in about if known.issuperset(judgement.pair)}
    identity.obeyed.extend(sorted(obeyed))
    return identity


class _Actor:
    """From an actor's local IRI to its canonical IRI."""

    def __init__(self, known: Mapping[str, str]) -> None:
        self._known = known

    def __call__(self, local: str) -> str:
        return self._known.get(local, local)


def _local(judgements: Iterable[Judgement], accounts: Mapping[str, Sequence[Account]]) -> tuple[Judgement, ...]:
    """Put local IRIs in the place of minted canonical ones, whose local IRI is known again by its digest.

    A judgement about things that are no longer in the store is left alone: it will count when they come back.
    """
    origin = {minted(topic, account.iri): account.iri for topic in TOPICS for account in accounts[topic]}
    found = []
    for judgement in judgements:
        left, right = (origin.get(iri, iri) for iri in judgement.pair)
        if left != right:
            found.append(Judgement(left, right, judgement.verdict, judgement.by, judgement.why))
    return tuple(found)


_TABLE_TOPICS = {"state": "institution", "gathering": "meeting"}


def _by_topic(
    judgements: Iterable[Judgement], accounts: Mapping[str, Sequence[Account]]
) -> dict[str, tuple[Judgement, ...]]:
    """Return the judgements of each topic; one that would make a person and an institution one thing is of none."""
    known = {account.iri: topic for topic in TOPICS for account in accounts[topic]}

    def topic_of(iri: str) -> str | None:
        table = iri.removeprefix(AUTHORITY_BASE).partition("/")[0]
        found = known.get(iri, _TABLE_TOPICS.get(table, table))
        return found if found in TOPICS else None

    told = tuple((judgement, {topic_of(iri) for iri in judgement.pair}) for judgement in judgements)
    return {topic: tuple(judgement for judgement, about in told if about <= {topic, None}) for topic in TOPICS}


def _settle(identity: Identity, topic: str, accounts: Sequence[Account], clusters: Clusters) -> None:
    """Name the clusters, and remember who is in them."""
    records = frozenset(identity.records)
    names: dict[str, str] = {}
    for account in accounts:
        root = clusters.union.find(account.iri)
        if root not in names:
            names[root] = canonical(topic, clusters.union.members(root), records, identity.days)
        identity.canonical[account.iri] = names[root]
        identity.groups[topic].setdefault(names[root], []).append(account)
    identity.judged.extend(clusters.judged)


def _states(accounts: Iterable[Account], identity: Identity) -> dict[str, str]:
    """Return the canonical state of each institution, from the article or else from its record; of a state, itself."""
    authority = load()
    found: dict[str, str] = {}
    for account in accounts:
        record = identity.records.get(identity.canonical[account.iri])
        state = account.one("state")
        if account.last_segment("classification") == "state" or (record or "").startswith("state/"):
            found[account.iri] = identity.canonical[account.iri]
        elif record is not None and len(states := authority.states_of(record)) == 1:
            found[account.iri] = record_iri(states[0])
        elif state is not None and state in identity.canonical:
            found[account.iri] = identity.canonical[state]
    return found


def _citizenship(identity: Identity, local: str) -> set[str]:
    record = identity.records.get(identity.canonical[local])
    person = load().persons.get(record or "")
    return {record_iri(state) for state in _home_states(load(), person)} if person else set()


def _home_states(authority: Authority, person: PersonRecord) -> tuple[str, ...]:
    """Return the states a person may stand for; one who serves an international body stands for no state."""
    terms = authority.tenures_of.get(person.id, ())
    return person.states if not terms or any(authority.states_of(term.institution) for term in terms) else ()


def _add(homes: dict[str, frozenset[str]], actor: str, more: Iterable[str]) -> None:
    homes[actor] = homes.get(actor, frozenset()) | frozenset(more)


def _tenures(accounts: Iterable[Account], identity: Identity) -> None:
    """Name tenures after holder, institution, post and whether it is over: the same in all articles."""
    for account in accounts:
        holder, body = account.one("holder"), account.one("organization")
        iri = iris.canonical(
            "tenure",
            identity.canonical.get(holder or "", holder or account.iri),
            identity.canonical.get(body or "", body or ""),
            post_key(account.one("post") or ""),
            account.one("former") or "false",
        )
        identity.canonical[account.iri] = iri
        identity.groups["tenure"].setdefault(iri, []).append(account)
