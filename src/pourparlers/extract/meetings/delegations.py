"""Delegations, missions and the rebels as parties: "une délégation de l'Union africaine conduite par X"."""

from __future__ import annotations

from dataclasses import replace

from pourparlers.extract.clauses import Clauses
from pourparlers.extract.mentions import Entities, Mention
from pourparlers.model import Ref

_HEADS = frozenset({"délégation", "délégations", "mission", "équipe", "émissaires", "cortège", "partie", "troïka"})
_REBELS = frozenset({"guérilla", "rébellion", "insurrection"})
_LED = frozenset(
    f"{stem}{end}" for stem in ("conduit", "dirigé", "emmené", "mené", "présidé") for end in ("", "e", "s", "es")
)
_DETERMINERS = frozenset({"un", "une", "la", "l'", "cette", "sa", "leur", "son", "deux", "d'une", "les", "des"})
_OF = frozenset({"de", "du", "des", "d'"})
_STATES = frozenset({"state", "government", "ministry", "armed-force"})  # whose people stand for them
_REACH = 14  # tokens from the noun to who leads
_LEADER = 3  # tokens from "conduite" to the name
_ALONE = frozenset({"mission", "équipe", "partie"})  # too common without an actor of its own


def with_delegations(clauses: Clauses) -> Entities:
    """Return the actors of an article with its delegations as mentions of who leads or sends them."""
    entities = clauses.entities
    found = [
        one
        for sentence in clauses.reading.sentences
        for at in range(sentence.start, sentence.end)
        if clauses.words[at] in _HEADS
        and clauses.reading.tags[at] in {"NOUN", "PROPN", "ADJ", "VERB"}
        and (one := _delegation(clauses, at, sentence.start, sentence.end)) is not None
    ]
    found += _rebels(clauses)
    if not found:
        return entities
    return replace(entities, mentions=tuple(sorted((*entities.mentions, *found), key=lambda m: (m.start, -m.end))))


def _rebels(clauses: Clauses) -> list[Mention]:
    """Return "la guérilla", "la rébellion" as mentions of the only armed group of the article."""
    groups = [one.id for one in clauses.entities.institutions if one.kind == "armed-group"]
    if len(groups) != 1:
        return []
    return [
        Mention(at - 1, at + 1, "institution", (groups[0],), at)
        for at, word in enumerate(clauses.words)
        if word in _REBELS and clauses.words[at - 1] == "la" and clauses.entities.covering(at) is None
    ]


def _delegation(clauses: Clauses, head: int, low: int, end: int) -> Mention | None:
    start = head - 1 if head > low and clauses.words[head - 1] in _DETERMINERS else head
    if clauses.words[start] in {"des", "l'"} and start == head:
        return None
    own = clauses.entities.starting(head) or clauses.entities.starting(start)
    sender: tuple[Ref, ...] = own.refs if own is not None and own.start >= start else ()
    at = own.end if own is not None else head + 1
    limit = min(end, head + _REACH)
    leader: tuple[Ref, ...] = ()
    stop = at
    while at < limit:
        word = clauses.words[at]
        if word in _LED:
            leader, stop = _leader(clauses, at + 1, limit) or ((), stop)
            break
        inside = clauses.entities.starting(at)
        if inside is not None and inside.kind == "adjective" and not sender:
            sender, at, stop = inside.refs, inside.end, inside.end
            continue
        party = inside if word in {"du", "des"} else None
        party = party or (clauses.mention_at(at + 1) if word in _OF else None)
        if party is not None and party.kind in {"institution", "state"} and party.refs:
            sender, at, stop = (*sender, *party.refs), party.end, party.end
            continue
        if clauses.reading.tags[at] not in {"ADJ", "ADV", "NUM"} and word not in {
            ",",
            "«",
            "»",
            '"',
            "haut",
            "niveau",
            "de",
        }:
            break
        at += 1
    return _mention(clauses, (start, stop, head), sender, leader)


def _mention(
    clauses: Clauses, span: tuple[int, int, int], sender: tuple[Ref, ...], leader: tuple[Ref, ...]
) -> Mention | None:
    start, stop, head = span
    if not leader and (not sender or clauses.words[head] in _ALONE - {"mission"}):
        return None
    kinds = {one.id: one.kind for one in clauses.entities.institutions}
    shown = tuple(ref for ref in sender if not leader or kinds.get(ref) not in _STATES)
    shown = tuple(ref for ref in shown if ref in kinds)
    refs = tuple(dict.fromkeys((*leader, *shown)))
    return Mention(start, max(stop, head + 1), "group", refs, head) if refs else None


def _leader(clauses: Clauses, at: int, limit: int) -> tuple[tuple[Ref, ...], int] | None:
    """Return who follows "conduite par", and the token after."""
    for k in range(at, min(at + _LEADER, limit)):
        if clauses.words[k] in {"par", "du", "de"}:
            first = clauses.entities.starting(k) if clauses.words[k] == "du" else None
            mention = first or clauses.mention_at(k + 1)
            if mention is not None and mention.kind in {"person", "post"} and mention.refs:
                return mention.refs, mention.end
    return None
