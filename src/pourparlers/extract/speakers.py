"""Whose words a quotation is, and who stands behind an inverted verb of saying, as far as a subject needs to know."""

from __future__ import annotations

import csv
from functools import cache

from pourparlers.extract.clauses import Clauses
from pourparlers.extract.mentions import Mention
from pourparlers.language.document import Quote, VerbGroup
from pourparlers.resources import lexicon

_PERSONAL = frozenset({"person", "post", "source"})
_BODIES = frozenset({"institution", "state", "group"})
_CLOSING = frozenset({",", "»", '"', "”", "!", "?", "…", "-", "–", "—"})
_CLITICS = frozenset({"s'", "se", "l'", "lui", "leur", "y"})
_INTERVIEWS = frozenset({"entretien", "entretiens", "interview", "interviews", "déclaration", "déclarations"})
_TITLES = 4  # sentences at the head of an article in which its title stands
_FIRST = frozenset({"je", "j'", "nous"})
_BETWEEN = frozenset({"ne", "n'", "y", "en", "l'", "le", "la", "les", "lui", "leur", "m'", "me", "nous", "t'", "vous"})
_NEAR = 3  # tokens from a quotation to the verb of its incise
_LEAD = 8  # tokens from "X a déclaré" to the quotation
_BACK = 40  # tokens in which the clause before an incise begins
_DEEP = 5  # tokens before a verb in which "je" stands


def first_person(clauses: Clauses, verb: VerbGroup) -> bool:
    """Tell "j'ai rencontré", "nous l'avons reçu": a verb whose subject is the speaker."""
    for at in range(verb.start - 1, max(verb.start - _DEEP, -1), -1):
        if clauses.words[at] in _FIRST:
            return True
        if clauses.words[at] not in _BETWEEN and clauses.reading.tags[at] != "ADV":
            return False
    return False


def speaker(clauses: Clauses, token: int) -> tuple[Mention, ...]:
    """Return who says the quotation in which *token* stands, nobody where its own paragraph leaves it open."""
    at = clauses.reading.outer_quote_at(token)
    if at is None:
        return interviewed(clauses)
    while at is not None:
        quote = clauses.reading.quotes[at]
        found = _behind(clauses, quote) or _before(clauses, quote)
        if found:
            return found
        former = at - 1
        while former >= 0 and clauses.reading.quotes[former].depth:
            former -= 1
        if former < 0 or not _one_paragraph(clauses, clauses.reading.quotes[former], quote):
            return ()
        at = former
    return ()


def interviewed(clauses: Clauses) -> tuple[Mention, ...]:
    """Return whose interview the article is by its title: "Entretien de Mme Claire Vasseur avec RFI"."""
    for sentence in clauses.reading.sentences[:_TITLES]:
        for at in range(sentence.start, min(sentence.start + _LEAD, sentence.end - 1)):
            if clauses.words[at] in _INTERVIEWS and clauses.words[at + 1] in {"de", "du", "d'", "avec"}:
                found = clauses.entities.starting(at + 1) or clauses.mention_at(at + 2)
                if found is not None and found.kind == "person" and found.refs:
                    return (found,)
    return ()


def addressed(clauses: Clauses, verb: VerbGroup) -> bool:
    """Tell "vous venez de rencontrer": a verb whose subject is who is asked."""
    near = clauses.words[max(verb.start - 2, 0) : verb.start]
    return "vous" in near and not verb.reflexive


def inverted(clauses: Clauses, verb: VerbGroup) -> tuple[Mention, ...]:
    """Return who stands behind the verb of an incise: "La trêve tient, a affirmé jeudi la ministre"."""
    if not verb.finite or verb.verb not in saying() or not _closed(clauses, verb):
        return ()
    end = clauses.sentence(verb.head)[1]
    at = verb.end
    while at < end:
        mention = clauses.entities.starting(at)
        if mention is not None and mention.refs and mention.kind in _PERSONAL | _BODIES:
            return (mention,)
        if mention is not None and mention.kind == "post":
            return _named(clauses, mention.end, end)
        after = clauses.passed(at, end)
        if after == at or clauses.words[at] in {",", "("}:
            return ()
        at = after
    return ()


def _named(clauses: Clauses, at: int, end: int) -> tuple[Mention, ...]:
    """Return the person in "le chef de la mission de l'Union, Fatou Diarra" from the end of the post on."""
    inside = clauses.entities.starting(at) or clauses.mention_at(min(at + 1, end - 1))
    if inside is not None and inside.kind in {"institution", "state"}:
        at = inside.end
    person = clauses.entities.starting(at + 1) if at + 1 < end and clauses.words[at] == "," else None
    return (person,) if person is not None and person.kind == "person" else ()


def _closed(clauses: Clauses, verb: VerbGroup) -> bool:
    """Tell a comma or a closing mark before the verb, and a clause before that: else the subject stands there."""
    start = clauses.sentence(verb.head)[0]
    first = verb.start
    while first > start and clauses.words[first - 1] in _CLITICS:
        first -= 1
    if first <= start:
        return False
    before = clauses.words[first - 1]
    if before in _CLOSING - {","} or clauses.reading.quote_at(first - 1) is not None:
        return True
    if before != ",":
        return False
    if clauses.reading.quote_at(first - 2) is not None:
        return True
    former = [one for one in clauses.reading.verbs_in(max(start, first - _BACK), first) if one.finite]
    relatives = {"qui", "dont", "où", "que", "qu'"}
    return any(not relatives & set(clauses.words[max(one.start - _NEAR, start) : one.start]) for one in former)


def _behind(clauses: Clauses, quote: Quote) -> tuple[Mention, ...]:
    """Return who says it in the incise that follows: "...", a déclaré X."""
    end = min(quote.outer_end + _NEAR + 1, len(clauses.words))
    verb = next((one for one in clauses.reading.verbs_in(quote.outer_end, end) if one.finite), None)
    if verb is None or verb.verb not in saying() or verb.start - quote.outer_end > _NEAR:
        return ()
    if verb.clitic_subject is not None:
        own = clauses.entities.covering(verb.clitic_subject, 2)
        return (own,) if own is not None and own.refs else ()
    return inverted(clauses, verb)


def _before(clauses: Clauses, quote: Quote) -> tuple[Mention, ...]:
    """Return who says it in the words before: X a répondu : "..."."""
    low = max(quote.outer_start - _LEAD, 0)
    verbs = [one for one in clauses.reading.verbs_in(low, quote.outer_start) if one.finite]
    if not verbs or verbs[-1].verb not in saying() or clauses.reading.quote_at(verbs[-1].head) is not None:
        return ()
    from pourparlers.extract.subjects import subject  # noqa: PLC0415 who asks for a subject may need a speaker

    return tuple(m for m in subject(clauses, verbs[-1]) if m.refs)


def _one_paragraph(clauses: Clauses, one: Quote, other: Quote) -> bool:
    sentences = clauses.reading.sentences
    return sentences[clauses.number(one.start)].paragraph == sentences[clauses.number(other.start)].paragraph


@cache
def saying() -> frozenset[str]:
    """Return the infinitives of the verbs that stand in an incise."""
    with lexicon("speech_verbs.tsv").open(encoding="utf-8", newline="") as table:
        rows = csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)
        return frozenset(row["verb"] for row in rows if "incise" in row["frames"] and not row["rest"])
