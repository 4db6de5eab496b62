"""Parties that stand beside a noun without a preposition: "réunion italo-libyenne", "sommet Inde-Mercosur"."""

from __future__ import annotations

from pourparlers.extract.clauses import Clauses
from pourparlers.extract.meetings import patterns
from pourparlers.extract.mentions import Mention
from pourparlers.model import Ref

_HYPHENS = frozenset({"-", "–", "/"})
_TWO = 2  # a single adjective tells whose meeting it is, not who meets


def beside(clauses: Clauses, at: int, limit: int) -> Mention | None:
    """Return the two or more parties that an adjective or joined names at token *at* stand for, as one mention."""
    refs = _peoples(clauses, at) or _one_token(clauses, at)
    if len(refs) >= _TWO:
        return Mention(at, at + 1, "state", refs, at)
    return _joined(clauses, at, limit)


def _peoples(clauses: Clauses, at: int) -> tuple[Ref, ...]:
    known = clauses.institutions_by_authority
    ids = patterns.PEOPLES.get(clauses.words[at]) or clauses.peoples.get(at, ())
    return tuple(dict.fromkeys(known[one] for one in ids if one in known))


def _one_token(clauses: Clauses, at: int) -> tuple[Ref, ...]:
    """Return the institutions whose names a hyphen joins in one token, if all are actors of the article."""
    pieces = clauses.words[at].split("-")
    if len(pieces) < _TWO or not clauses.reading.doc[at].text[:1].isupper():
        return ()
    names = {one.name.lower(): one.id for one in clauses.entities.institutions}
    surnames: dict[str, list[Ref]] = {}
    for one in clauses.entities.persons:
        surnames.setdefault(one.name.lower().split()[-1], []).append(one.id)
    names |= {name: found[0] for name, found in surnames.items() if len(found) == 1 and name not in names}
    found = tuple(names[piece] for piece in pieces if piece in names)
    return tuple(dict.fromkeys(found)) if len(found) == len(pieces) else ()


def _joined(clauses: Clauses, at: int, limit: int) -> Mention | None:
    """Return "A-B-C" of several tokens."""
    found: list[Mention] = []
    k = at
    while k < limit:
        mention = clauses.entities.starting(k)
        if mention is None or not mention.refs or mention.kind not in {"person", "institution", "state"}:
            break
        found.append(mention)
        k = mention.end
        if k + 1 >= limit or clauses.words[k] not in _HYPHENS:
            break
        k += 1
    refs = tuple(dict.fromkeys(ref for mention in found for ref in mention.refs))
    return Mention(at, found[-1].end, "state", refs, at) if len(refs) >= _TWO and len(found) >= _TWO else None
