"""Clues to the day of an article: who holds which post in it, and how many members an organisation has."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from pourparlers import authority
from pourparlers.authority.posts import likeness
from pourparlers.extract.mentions import Entities
from pourparlers.language.document import Reading, Sentence
from pourparlers.language.times_points import number
from pourparlers.model import Institution, Person, Tenure
from pourparlers.resolve.days import FIRST, LAST, Clue, Stretch
from pourparlers.resources import lexicon

_WEIGHT, _WEIGHT_IN_A_STORY, _WEIGHT_FORMER, _WEIGHT_COUNT = 10, 3, 6, 10
_NEW = timedelta(days=200)
# A title outlives its term a little: who has just left, or died, is still named with it.
_LINGERING = timedelta(days=30)
_MEMBERS = frozenset({"membres", "alliés", "pays", "états", "etats", "nations"})
_ALLIES = "institution/nato"
_UNION = "institution/european-union"
_OTHERS = frozenset({"autres"})
_ONCE = frozenset({"époque", "alors"})
# Who is told of as dead or gone is still named with the post.
_ENDED = frozenset(
    [
        "tué",
        "tuée",
        "assassiné",
        "assassinée",
        "assassinat",
        "mort",
        "morte",
        "décès",
        "décédé",
        "décédée",
        "élimination",
        "éliminé",
        "défunt",
        "défunte",
        "funérailles",
        "obsèques",
        "démission",
        "démissionné",
        "limogé",
        "limogée",
        "limogeage",
        "évincé",
        "évincée",
        "renversé",
        "renversée",
    ]
)
_HEADS = frozenset({"chef", "cheffe", "patron", "patronne", "dirigeant", "dirigeante", "numéro un", "leader"})


def terms(reading: Reading, entities: Entities) -> Iterator[Clue]:
    """Yield the terms of office of the people to whom the article gives a post."""
    persons = {person.id: person for person in entities.persons}
    institutions = {institution.id: institution for institution in entities.institutions}
    seen: set[tuple[str, str, bool]] = set()
    for tenure in entities.tenures:
        person = persons.get(tenure.holder)
        if person is None or tenure.future:
            continue
        key = (tenure.holder, tenure.post, tenure.former)
        if key in seen:
            continue
        seen.add(key)
        institution = institutions.get(tenure.institution) if tenure.institution else None
        clue = _term(reading, tenure, person, institution)
        if clue:
            yield clue


def _term(reading: Reading, tenure: Tenure, person: Person, institution: Institution | None) -> Clue | None:
    known = authority.load()
    candidates = (person.authority,) if person.authority else ()
    stretches: list[Stretch] = []
    best = 0
    for person_id in candidates:
        for record in known.tenures_of.get(person_id, ()):
            states = known.states_of(record.institution)
            score = likeness(tenure.title, record.post, states)
            if not score and institution and institution.authority == record.institution:
                score = tenure.title in _HEADS  # "le patron de la police"
            if not score or score < best or record.period is None:
                continue
            if institution and institution.authority and not _same_body(institution.authority, record.institution):
                continue
            if score > best:
                best, stretches = score, []
            stretches.append((record.period.earliest_begin, record.period.latest_end))
    if not stretches:
        return None
    stretches = [(max(begin, FIRST), min(end, LAST)) for begin, end in stretches if end >= FIRST]
    name = f"{person.name}, {tenure.title}"
    if _words_around(reading, tenure) & _ENDED:
        begun = min(begin for begin, _ in stretches)
        return Clue(((begun, LAST),), _WEIGHT, f"{name}, dont la fin est contée: au plus tôt {begun}")
    if tenure.former:
        ended = min(end for _, end in stretches)
        return Clue(((ended, LAST),), _WEIGHT_FORMER, f"{name} (ancien): au plus tôt {ended}") if ended < LAST else None
    weight = _weight(reading, tenure)
    printed = " ou ".join(f"{b}/{e if e < LAST else '..'}" for b, e in stretches)
    days = tuple((begin, min(end, LAST - _LINGERING) + _LINGERING) for begin, end in stretches)
    return Clue(days, weight, f"{name}: {printed}") if weight else None


def _same_body(left: str, right: str) -> bool:
    known = authority.load()
    return left == right or bool(set(known.states_of(left)) & set(known.states_of(right)))


def _weight(reading: Reading, tenure: Tenure) -> int:
    """Weigh a post less where the sentence tells of another year, and not at all where it says "de l'époque"."""
    sentence = _sentence_at(reading, tenure.evidence[0].begin)
    if sentence is None:
        return _WEIGHT
    if _words_around(reading, tenure) & _ONCE:
        return 0
    dated = any(sentence.start <= t.start < sentence.end and t.value[:2] in ("18", "19", "20") for t in reading.times)
    return _WEIGHT_IN_A_STORY if dated else _WEIGHT


def _words_around(reading: Reading, tenure: Tenure) -> set[str]:
    """Return the words of the sentence that gives a post."""
    sentence = _sentence_at(reading, tenure.evidence[0].begin)
    return {token.lower_ for token in reading.doc[sentence.start : sentence.end]} if sentence else set()


def _sentence_at(reading: Reading, offset: int) -> Sentence | None:
    doc = reading.doc
    for sentence in reading.sentences:
        if doc[sentence.start].idx <= offset < doc[sentence.end - 1].idx + len(doc[sentence.end - 1]):
            return sentence
    return None


@cache
def _counts() -> dict[tuple[str, int], tuple[Stretch, ...]]:
    table: dict[tuple[str, int], tuple[Stretch, ...]] = {}
    with lexicon("member_counts.tsv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            key = (f"institution/{row['institution']}", int(row["count"]))
            end = LAST if row["to"] == ".." else date.fromisoformat(row["to"])
            table[key] = (*table.get(key, ()), (date.fromisoformat(row["from"]), end))
    return table


def members(reading: Reading) -> Iterator[Clue]:
    """Yield when an organisation had as many members as the article says: "les 28 pays membres de l'Otan"."""
    doc = reading.doc
    hits = {hit.start: hit.ids for hit in reading.hits}
    named = {record for ids in hits.values() for record in ids}
    words = [*reading.lower, *[""] * 8]
    seen: set[tuple[str, int]] = set()
    for i, token in enumerate(doc):
        if not (token.like_num or token.shape_[:1].isdigit() or "-" in token.text or words[i] in ("trente", "vingt")):
            continue
        counted = number([*words[i].replace("-", " - ").split(), "", "", ""], 0)
        if counted is None or counted[0] < 5:
            continue
        count, j = counted[0], i + 1
        if words[j] in _OTHERS:
            count, j = count + 1, j + 1
        of = ""
        if words[i - 1 : i] == ["les"] and "-" in token.text and token.text[0].isupper():
            of = _UNION  # "les Vingt-Sept"
        elif words[j] in _MEMBERS:
            of = next((r for k in range(j, j + 7) for r in hits.get(k, ()) if (r, count) in _counts()), "")
            if not of and words[j] == "alliés" and _ALLIES in named:
                of = _ALLIES
        if (of, count) in _counts() and (of, count) not in seen:
            seen.add((of, count))
            days = _counts()[of, count]
            record = authority.load().get(of)
            name = record.name if record else of
            printed = " ou ".join(f"{b}/{e if e < LAST else '..'}" for b, e in days)
            yield Clue(days, _WEIGHT_COUNT, f"{name}, {count} membres: {printed}")


def fresh_in_post(reading: Reading, entities: Entities) -> Iterator[Clue]:
    """Yield what "le nouveau président X" says: the first months of a term."""
    known = authority.load()
    persons = {person.id: person for person in entities.persons}
    for tenure in entities.tenures:
        begin = tenure.evidence[0].begin
        before = reading.article.reading[max(0, begin - 12) : begin].lower().split()
        person = persons.get(tenure.holder)
        if person is None or not before or before[-1] not in ("nouveau", "nouvelle", "nouvel"):
            continue
        days = tuple(
            (record.period.earliest_begin, record.period.latest_begin + _NEW)
            for person_id in ((person.authority,) if person.authority else ())
            for record in known.tenures_of.get(person_id, ())
            if record.period
            and record.period.earliest_begin >= FIRST
            and likeness(tenure.title, record.post, known.states_of(record.institution))
        )
        if days:
            yield Clue(days, 4, f"{person.name}, {before[-1]} {tenure.title}: à partir de {days[0][0]}")
