"""Mini-corpora: TOML → source layer → resolved layer.

A corpus is a table per article (tests/resolve/corpora/*.toml). The text of an article is the sentences given for its facts, so that every fact has its
passage. `is` links a thing to the authority.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from types import SimpleNamespace

import pytest
from pyoxigraph import Quad, Store

from pourparlers.authority import period
from pourparlers.graph import lift
from pourparlers.model import (
    Article,
    Block,
    Dating,
    Facts,
    Institution,
    Meeting,
    Participation,
    Passage,
    Person,
    Place,
    Statement,
    Tenure,
    Time,
    Treaty,
)
from pourparlers.resolve.across import resolved

PREFIXES = """
PREFIX pp: <https://w3id.org/pourparlers/ontology#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX dcterms: <http://purl.org/dc/terms/> PREFIX org: <http://www.w3.org/ns/org#>
"""


@dataclass
class Builder:
    """Facts of one article, in the making."""

    text: str = ""
    refs: dict[str, str] = field(default_factory=dict)

    def passage(self, words: str) -> Passage:
        begin = len(self.text)
        self.text += words + ". "
        return Passage(begin, begin + len(words))


def time(edtf: str | None, passage: Passage) -> Time | None:
    if not edtf:
        return None
    known = period(edtf)
    if "/" in edtf:
        bounds = (known.earliest_begin, known.latest_begin, known.earliest_end, known.latest_end)
    else:
        bounds = (known.earliest_begin, known.latest_end, known.earliest_begin, known.latest_end)
    return Time(edtf, *bounds, expression=passage)


def facts(name: str, told: dict) -> tuple[Article, Facts]:
    """Return an article and its facts as `tests/resolve/corpora/*.toml` tell them."""
    b = Builder()
    persons, bodies, tenures, meetings, treaties, statements = [], [], [], [], [], []

    def common(topic: str, words: str) -> dict:
        where = b.passage(words)
        return {"id": f"{topic}-{where.begin}-{where.end}", "evidence": (where,), "rule": f"{topic}s.test"}

    for entry in told.get("institutions", ()):
        base = common("institution", entry["name"])
        b.refs[entry["name"]] = base["id"]
        bodies.append(
            Institution(
                **base,
                name=entry["name"],
                kind=entry.get("kind", "state"),
                authority=entry.get("is"),
                state=b.refs.get(entry.get("state")),
            )
        )
    for entry in told.get("persons", ()):
        base = common("person", entry["name"])
        b.refs[entry["name"]] = base["id"]
        persons.append(
            Person(
                **base,
                name=entry["name"],
                authority=entry.get("is"),
                gender=entry.get("gender"),
                described=entry.get("described", False),
            )
        )
        for post in entry.get("posts", ()):
            title, _, body = post.partition(" @ ")
            tenure = common("tenure", title)
            holder = base["id"]
            tenures.append(
                Tenure(**tenure, holder=holder, title=title, post=title.casefold(), institution=b.refs.get(body))
            )
    for entry in told.get("treaties", ()):
        base = common("treaty", entry["name"])
        parties = tuple(b.refs[p] for p in entry.get("parties", ()))
        treaties.append(
            Treaty(
                **base,
                name=entry["name"],
                authority=entry.get("is"),
                parties=parties,
                signed=time(entry.get("signed"), base["evidence"][0]),
            )
        )
    for entry in told.get("meetings", ()):
        base = common("meeting", entry.get("words", "rencontre"))
        when = b.passage(entry.get("printed", "le " + entry.get("date", "")))
        place = entry.get("place")
        meetings.append(
            Meeting(
                **base,
                kind=entry.get("kind", "face-to-face"),
                status=entry.get("status", "held"),
                participations=tuple(Participation(b.refs[party]) for party in entry["who"]),
                place=Place(place, b.passage(place), entry.get("place_is")) if place else None,
                time=time(entry.get("date"), when),
                topics=tuple(b.passage(topic) for topic in entry.get("topics", ())),
                authority=entry.get("is"),
            )
        )
    for entry in told.get("statements", ()):
        base = common("statement", entry["words"])
        speaker = (b.refs[entry["by"]],)
        statements.append(
            Statement(
                **base,
                speakers=speaker,
                content=base["evidence"],
                mode="direct",
                cue=(b.passage("a dit"),),
                speech_act="state",
            )
        )
    text = b.text + told.get("text", "")
    article = Article(
        name=name,
        text=text,
        reading=text,
        blocks=(Block("body", 0, len(text)),),
        sha256=sha256(text.encode()).hexdigest(),
        published=told.get("published"),
    )
    days = period(told["published"]) if "published" in told else None
    dating = Dating(days.earliest_begin, days.latest_end, given=True) if days else Dating(None, None)
    return article, Facts(
        dating=dating,
        persons=tuple(persons),
        institutions=tuple(bodies),
        tenures=tuple(tenures),
        meetings=tuple(meetings),
        treaties=tuple(treaties),
        statements=tuple(statements),
    )


def graphs(articles: dict[str, dict]) -> list[list[Quad]]:
    """Return the source layer of a case."""
    return [list(lift(*facts(name, told))) for name, told in articles.items()]


def store(quads) -> Store:
    made = Store()
    made.extend(quads)
    return made


def ask(made: Store, query: str) -> list[tuple[str | None, ...]]:
    """Return the rows of a query, as text, sorted."""
    answer = made.query(PREFIXES + query)
    names = [variable.value for variable in answer.variables]
    return sorted(tuple(row[n].value if row[n] is not None else "" for n in names) for row in answer)


def groups(articles: dict[str, dict], topic: str, judgements=()) -> list[list[str]]:
    """Return which articles share one thing of the topic: sorted lists of "article: words"."""
    made = store(resolved(graphs(articles), judgements))
    rows = ask(
        made,
        f"""SELECT ?thing ?file ?said WHERE {{
          ?thing a pp:{topic} ; pp:account ?account .
          ?account dcterms:source/dcterms:identifier ?file ; pp:principalEvidence ?where .
          ?where <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#anchorOf> ?said }}""",
    )
    things: dict[str, list[str]] = {}
    for thing, file, words in rows:
        things.setdefault(thing, []).append(f"{file}: {words}")
    return sorted(sorted(group) for group in things.values())


@pytest.fixture
def corpus() -> SimpleNamespace:
    """The functions of this module."""
    return SimpleNamespace(ask=ask, graphs=graphs, groups=groups, store=store)
