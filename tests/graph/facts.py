"""Articles and facts as hypothesis draws them: any text, any passages in it, any words of the schemes."""

from datetime import date

from hypothesis import strategies as st

from pourparlers import model
from pourparlers.model import Article, Dating, Facts, Mark, Participation, Passage, Place, Time, local_id
from pourparlers.vocab import concepts

# Everything a file can hold: no lone surrogates. Quotation marks, line ends and backslashes come often.
ALPHABET = st.characters(exclude_categories=["Cs"]) | st.sampled_from("\"'\\\n\r\t «»é’ .")
WORDS = st.text(ALPHABET, min_size=1, max_size=30)
TEXTS = st.text(ALPHABET, min_size=1, max_size=200).filter(str.strip)
DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))
ENTITIES = [local_id("person", 1, 9), local_id("institution", 20, 26), local_id("treaty", 30, 40)]
REFS = st.sampled_from(ENTITIES)
RULES = st.sampled_from(["statements.incise", "actors.name"])
RECORDS = st.sampled_from(["person/anna-example", "state/sirmia", "place/12345", "treaty/pact of varena"])


def word(scheme):
    return st.sampled_from(sorted(concepts(scheme)))


@st.composite
def passages_of(draw, text):
    """Draw a passage that begins and ends with something to see."""
    seen = [place for place, character in enumerate(text) if character.strip()]
    begin = draw(st.sampled_from(seen))
    return Passage(begin, draw(st.sampled_from([place for place in seen if place >= begin])) + 1)


@st.composite
def facts_of(draw, text):
    """Draw the facts of an article, one or two of each kind."""
    passage = passages_of(text)
    pieces = st.lists(passage, min_size=1, max_size=3).map(tuple)
    refs = st.lists(REFS, max_size=2).map(tuple)
    times = st.builds(
        Time,
        edtf=st.sampled_from(["", "2019-05", "2019-05-08", "2019-05-08/2019-05-10", "2019-05~"]),
        earliest_begin=st.none() | DAYS,
        latest_end=st.none() | DAYS,
        expression=st.none() | passage,
        anchor=st.none() | WORDS,
    )
    time = st.none() | times
    place = st.none() | passage.flatmap(
        lambda where: st.builds(Place, st.just(text[where.begin : where.end]), st.just(where), st.none() | RECORDS)
    )
    found = {
        "evidence": pieces,
        "rule": RULES,
        "confidence": st.sampled_from([0.5, 0.9, 0.95, 1.0, 1]),
        "marks": st.lists(st.builds(Mark, word("mark"), passage), max_size=2).map(tuple),
    }
    entity = {**found, "name": WORDS, "authority": st.none() | RECORDS, "link_reason": st.none() | WORDS}

    def things(of, topic, /, **values):
        ids = st.lists(st.integers(0, 99), max_size=2, unique=True)
        return draw(ids.flatmap(lambda numbers: st.tuples(*(one(of, local_id(topic, n), values) for n in numbers))))

    def one(of, ref, values):
        return st.builds(of, id=st.just(ref), **values)

    tenures = things(
        model.Tenure,
        "tenure",
        **found,
        holder=REFS,
        title=st.just(""),
        post=WORDS,
        institution=st.none() | REFS,
        former=st.booleans(),
        attested=time,
        since=time,
        until=time,
    )
    return Facts(
        dating=draw(st.builds(Dating, st.none() | DAYS, st.none() | DAYS, st.lists(WORDS, max_size=2).map(tuple))),
        persons=things(model.Person, "person", **entity, gender=st.sampled_from([None, "m", "f"])),
        institutions=things(
            model.Institution, "institution", **entity, kind=word("institution-type"), state=st.none() | REFS
        ),
        tenures=tuple(_titled(text, tenure) for tenure in tenures),
        meetings=things(
            model.Meeting,
            "meeting",
            **found,
            kind=word("meeting-kind"),
            status=word("meeting-status"),
            participations=st.lists(
                st.builds(Participation, REFS, word("participation-role"), st.none() | REFS), max_size=3
            ).map(tuple),
            place=place,
            time=time,
            topics=pieces,
            authority=st.none() | RECORDS,
        ),
        treaties=things(
            model.Treaty,
            "treaty",
            **entity,
            kind=word("treaty-kind"),
            status=word("treaty-status"),
            parties=refs,
            signed=time,
        ),
        treaty_events=things(
            model.TreatyEvent, "event", **found, treaty=REFS, kind=word("treaty-event"), actors=refs, time=time
        ),
        statements=things(
            model.Statement,
            "statement",
            **found,
            speakers=refs,
            content=pieces,
            mode=word("statement-mode"),
            cue=pieces | st.just(()),
            speech_act=word("speech-act"),
            addressees=refs,
            targets=refs,
            about=refs,
            medium=st.none() | word("medium"),
            reported_by=st.none() | REFS,
            capacity=st.none() | REFS,
            time=time,
            place=place,
            nominal=st.booleans(),
            denies=st.none() | REFS,
        ),
        quotations=things(model.Quotation, "quotation", **found, content=passage),
    )


def _titled(text, tenure):
    values = {name: getattr(tenure, name) for name in model.Tenure.__dataclass_fields__}
    return model.Tenure(**values | {"title": text[tenure.evidence[0].begin : tenure.evidence[0].end]})


@st.composite
def read_articles(draw):
    """Draw an article and what was read out of it."""
    text = draw(TEXTS)
    article = Article(
        name=draw(WORDS),
        text=text,
        reading=text,
        blocks=(),
        sha256=draw(st.sampled_from(["0" * 64, "1" * 64])),
        title=draw(st.none() | WORDS),
        publisher=draw(st.none() | WORDS),
        published=draw(st.none() | st.just("2019-05-08")),
        url=draw(st.none() | WORDS.map("https://example.org/{}".format)),
        translated=draw(st.booleans()),
        remarks=draw(st.lists(WORDS, max_size=2).map(tuple)),
    )
    return article, draw(facts_of(text))
