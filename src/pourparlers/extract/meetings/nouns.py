"""Where a noun of meeting stands in the text, and where the same word means something else."""

from __future__ import annotations

from pourparlers.extract.clauses import Clauses
from pourparlers.extract.meetings import patterns
from pourparlers.extract.meetings.patterns import Noun

_ATTENDED = 8  # tokens from "participer" to the name of a meeting
_BEFORE = 4  # tokens in which a determiner or a preposition stands before a noun


def noun_at(clauses: Clauses, i: int, end: int) -> tuple[Noun, int] | None:
    """Return the noun of meeting that starts at token *i* and how many tokens it has."""
    words = clauses.words
    for form, noun in patterns.nouns().get(words[i], ()):
        if i + len(form) > end or any(words[i + k] != word for k, word in enumerate(form)):
            continue
        if len(form) == 1 and clauses.reading.tags[i] not in {"NOUN", "PROPN", "ADJ"}:
            return None
        if noun.entry in patterns.ADJECTIVAL and (i == 0 or words[i - 1] not in patterns.BEFORE_NOUN):
            return None
        if (_body(clauses, i) and not _attended(clauses, noun, i)) or _other_sense(
            clauses, noun, i, i + len(form), end
        ):
            return None
        return noun, len(form)
    return None


def _body(clauses: Clauses, i: int) -> bool:
    """Tell a body of that name: "le Congrès", "la Conférence épiscopale"."""
    inside = clauses.entities.covering(i)
    return (
        inside is not None
        and inside.kind == "institution"
        and inside.start <= i - (clauses.words[i - 1] in patterns.ARTICLES)
    )


def _attended(clauses: Clauses, noun: Noun, i: int) -> bool:
    """Tell the meeting that bears the name of a body: "participera au Forum de Dakar"."""
    verb = clauses.verb_before(i, _ATTENDED)
    return noun.body and noun.entry not in {"session", "conseil"} and verb is not None and verb.verb in patterns.JOINED


def _other_sense(clauses: Clauses, noun: Noun, start: int, head_end: int, end: int) -> bool:
    """Tell press conferences, interviews and the tops of things from meetings."""
    words = clauses.words
    after = words[head_end] if head_end < end else ""
    granted = noun.entry in {"audience", "entrevue"}
    if not granted and any(word in patterns.PRESS for word in words[head_end : min(head_end + 2, end)]):
        return True
    if after in patterns.PSEUDO.get(noun.entry, ()) or (noun.entry == "réunion" and _island(clauses, start)):
        return True
    if noun.entry in patterns.PERSONAL and (after == "s'" or (noun.entry == "échange" and words[start] == "échanges")):
        return True
    if noun.entry in {"entretien", "rencontre"} and after in {"à", "au", "avec"} and _media(clauses, head_end, after):
        return True
    paid = clauses.reading.verb_at(start - 1) if start and noun.kind == "visit" else None
    if paid is not None and clauses.reading.verbs[paid].verb == "rendre":
        return True  # "a rendu visite à" is read as a verb
    climbed = clauses.verb_before(start, 5) if noun.entry == "sommet" else None
    if climbed is not None and climbed.verb in patterns.CLIMBING:
        return True
    if start and words[start - 1] == "en" and noun.kind != "visit":
        return True  # "réunit en sommet", "ouvre en conférence"
    return noun.entry == "sommet" and start > 0 and words[start - 1] == "au" and after not in patterns.OF


def _island(clauses: Clauses, start: int) -> bool:
    """Tell La Réunion."""
    doc = clauses.reading.doc
    return start > 0 and doc[start].text == "Réunion" and doc[start - 1].lower_ == "la"


def _media(clauses: Clauses, at: int, word: str) -> bool:
    mention = clauses.mention_at(at + 1)
    if mention is None:
        unknown = clauses.reading.tags[at + 1] == "PROPN" and at + 1 not in clauses.places
        return word != "avec" and unknown
    kinds = {one.id: one.kind for one in clauses.entities.institutions}
    return any(kinds.get(ref) == "media" for ref in mention.refs)


def determiner(clauses: Clauses, start: int) -> str:
    """Return the determiner of a noun, looking back over adjectives and numerals."""
    for k in range(start - 1, max(start - _BEFORE, -1), -1):
        if clauses.words[k] in patterns.DEFINITE | patterns.INDEFINITE:
            return clauses.words[k]
        if clauses.reading.tags[k] not in {"ADJ", "NUM"}:
            break
    return ""


def possessive(clauses: Clauses, start: int) -> int | None:
    """Return the token of "son", "leur" before a noun."""
    near = range(start - 1, max(start - _BEFORE, -1), -1)
    return next((k for k in near if clauses.words[k] in patterns.POSSESSIVE), None)
