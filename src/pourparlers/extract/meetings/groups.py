"""Who a plural description means: "les chefs d'état-major russe et américain", "des diplomates kényans"."""

from __future__ import annotations

from pourparlers.extract.clauses import Clauses
from pourparlers.extract.mentions import Mention
from pourparlers.model import Ref

_SERVICES = frozenset({"armées", "forces", "pays", "gouvernements", "diplomaties"})  # whose posts, not which posts
_CONTRACTED = frozenset({"du", "des"})
_OF = _CONTRACTED | {"de", "d'"}
_NAMED = frozenset({"NOUN", "PROPN", "ADJ"})
_PORTFOLIO = 14  # tokens of a second portfolio and its state
_COUNTRIES = frozenset({"pays", "états", "etats", "nations", "capitales", "voisins"})
_TWO = 2
_PEERS = frozenset({"homologue", "pair"})


def refs_of(clauses: Clauses, mention: Mention) -> tuple[Ref, ...]:
    """Return the Refs of a mention; of a group, its members by post and country, else whom they represent."""
    several = mention.kind == "source" and mention.plural  # "des diplomates kényans": whom they represent
    if mention.kind not in {"group", "source", "post"} or (mention.refs and not several):
        return mention.refs
    inner = _outermost([m for m in clauses.entities.within(mention.start, mention.end) if m is not mention and m.refs])
    if mention.kind == "group" and not mention.refs and clauses.words[mention.end - 1] in _COUNTRIES:
        return _two_countries(clauses, mention)
    counted = next((m.refs for m in inner if m.kind == "group" and m.start == mention.start), ())
    if counted:
        return counted
    owners = list(
        dict.fromkeys(ref for m in inner if m.kind in {"adjective", "state", "institution"} for ref in m.refs)
    )
    if not owners and mention.kind == "post":
        owners = [ref for m in inner if m.kind == "possessive" and m.start == mention.start for ref in m.refs]
    owners += [ref for ref in _further(clauses, mention, inner) if ref not in owners]
    skipped = {k for m in inner for k in range(m.start, m.end)}
    post = frozenset(
        clauses.words[k].rstrip("sx")
        for k in range(mention.start, mention.end)
        if k not in skipped and clauses.reading.doc[k].pos_ in {"NOUN", "PROPN"} and clauses.words[k] not in _SERVICES
    )
    peer = bool(post & _PEERS)
    found = (_holder(clauses, post - _PEERS, owner, alone=peer) or owner for owner in owners)
    return tuple(dict.fromkeys(found)) or mention.refs


def _two_countries(clauses: Clauses, mention: Mention) -> tuple[Ref, ...]:
    """Return the states of "les deux pays": the only two that the sentence before it speaks of, itself or by people."""
    if "deux" not in clauses.words[mention.start : mention.end]:
        return ()
    states = {one.id: one.state or one.id for one in clauses.entities.institutions if one.kind == "state" or one.state}
    served = {t.holder: states[t.institution] for t in clauses.entities.tenures if t.institution in states}
    start = clauses.sentence(mention.start)[0]
    found = (ref for m in clauses.entities.within(start, mention.start) for ref in m.refs)
    known = tuple(dict.fromkeys(states.get(ref) or served.get(ref, "") for ref in found))
    both = tuple(ref for ref in known if ref)
    return both if len(both) == _TWO else ()


def _further(clauses: Clauses, mention: Mention, inner: list[Mention]) -> list[Ref]:
    """Return whom a plural goes on with: "les ministres du Kenya, de la Somalie et de l'Éthiopie"."""
    size = len(clauses.words)
    if not mention.plural:
        return []
    if not inner:
        return _elsewhere(clauses, mention.end, min(mention.end + _PORTFOLIO, clauses.sentence(mention.start)[1]))
    if inner[-1].end != mention.end or inner[-1].kind == "adjective":
        return []
    return _listed(clauses, mention.end, size)


def _elsewhere(clauses: Clauses, at: int, end: int) -> list[Ref]:
    """Return whose "les ministres de la Défense et des Affaires étrangères de A" are, "les médiateurs (A)" too."""
    if at + 1 < end and clauses.words[at] == "(":
        inside = clauses.entities.starting(at + 1)
        return list(inside.refs) if inside is not None and inside.kind == "institution" else []
    group = clauses.entities.starting(at) if at < end and clauses.words[at] == "des" else None
    if group is not None and group.kind == "group":
        return list(refs_of(clauses, group))
    if at + 1 < end and clauses.words[at] in {"à", "en", "au"} and at + 1 in clauses.places:
        at = clauses.places[at + 1][0]  # "les ambassadeurs à Oslo de l'Union"
        party = clauses.mention_at(at + 1) if at < end and clauses.words[at] in _OF else None
        return list(party.refs) if party is not None and party.kind in {"institution", "state"} else []
    if at >= end or clauses.words[at] != "et":
        return []
    while at < end and (
        clauses.words[at] in _OF | {"et", "la", "le", "l'", "les"} or clauses.reading.tags[at] in _NAMED
    ):
        own = clauses.entities.starting(at) if clauses.words[at] in _CONTRACTED else None
        party = own or (clauses.mention_at(at + 1) if clauses.words[at] in _OF else None)
        if party is not None and party.kind == "state" and party.refs:
            return [*party.refs, *_listed(clauses, party.end, end)]
        at += 1
    return []


def _listed(clauses: Clauses, at: int, size: int) -> list[Ref]:
    """Return the parties of ", de B et de C" at token *at*."""
    found: list[Ref] = []
    while at + 2 < size and clauses.words[at] in {",", "et"}:
        of = at + 1 + (clauses.words[at + 1] == "et")
        own = clauses.entities.starting(of) if clauses.words[of] in _CONTRACTED else None
        party = own or (clauses.mention_at(of + 1) if clauses.words[of] in _OF else None)
        if party is None or party.kind not in {"state", "institution"} or not party.refs:
            break
        found += party.refs
        at = party.end
    return found


def _outermost(mentions: list[Mention]) -> list[Mention]:
    """Leave out mentions inside others: a state inside its ministry."""
    found: list[Mention] = []
    for mention in mentions:
        if not found or mention.start >= found[-1].end:
            found.append(mention)
    return found


def _holder(clauses: Clauses, post: frozenset[str], owner: Ref, *, alone: bool) -> Ref | None:
    """Return the one person in the service of *owner* whose title has all the words of the post, in the singular.

    `alone` lets the only one in its service stand for a peer: "son homologue algérien".
    """
    served = {one.id: one.state for one in clauses.entities.institutions}
    holders = {
        tenure.holder
        for tenure in clauses.entities.tenures
        if not tenure.former
        and tenure.institution is not None
        and owner in (tenure.institution, served.get(tenure.institution))
        and post <= {word.rstrip("sx") for word in tenure.title.lower().replace("'", "' ").replace("’", "' ").split()}
    }
    return holders.pop() if len(holders) == 1 and (post or alone) else None


def refs(
    clauses: Clauses, mentions: tuple[Mention, ...] | list[Mention], role: str = "participant"
) -> list[tuple[Ref, str]]:
    """Return the Refs of mentions with a role, in order, once each."""
    return [(ref, role) for ref in dict.fromkeys(ref for mention in mentions for ref in refs_of(clauses, mention))]


def once(parties: list[tuple[Ref, str]]) -> tuple[tuple[Ref, str], ...]:
    """Return each party once, with its most telling role."""
    roles: dict[Ref, str] = {}
    for ref, role in parties:
        if roles.get(ref, "participant") == "participant":
            roles[ref] = role
    return tuple(roles.items())
