"""A text cut at its passages: nothing is lost, nothing doubled, and each piece knows the passages around it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pourparlers.serve.cards.segments import DEEPEST, Span, paragraphs
from pourparlers.serve.dates import anchored, told

LAW = settings(max_examples=200, deadline=None)

TEXT = "Ana et Bo ont signé.\n\nMenu\nBo part."


def cut(spans, furniture=(), begin=0, end=None):
    lines = paragraphs(TEXT, begin, len(TEXT) if end is None else end, spans, furniture)
    return [[(one.text, one.facts) for one in line.segments] for line in lines]


def test_passages_that_overlap_and_nest():
    spans = [Span(0, 19, (1,)), Span(0, 3, (2,)), Span(7, 19, (3,)), Span(7, 9, (2,))]

    assert cut(spans)[0] == [
        ("Ana", (2, 1)),
        (" et ", (1,)),
        ("Bo", (2, 3, 1)),
        (" ont signé", (3, 1)),
        (".", ()),
    ]


def test_a_passage_over_several_lines_is_in_each():
    assert cut([Span(16, 24, (5,))]) == [
        [("Ana et Bo ont si", ()), ("gné.", (5,))],
        [("Me", (5,)), ("nu", ())],
        [("Bo part.", ())],
    ]


def test_what_is_not_read_is_told():
    lines = paragraphs(TEXT, 0, len(TEXT), [Span(23, 25, (1,))], [(22, 26)])

    assert [(one.text, one.furniture, one.starts) for one in lines[1].segments] == [
        ("M", True, ()),
        ("en", True, ("char=23,25",)),
        ("u", True, ()),
    ]
    assert [line.apart for line in lines] == [True, True, False]


def test_a_part_of_the_text_begins_and_ends_where_it_is_told():
    assert cut([Span(0, 30, (1,))], begin=4, end=12) == [[("et Bo on", (1,))]]


spans_of = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 60), st.integers(0, 9)).map(
        lambda item: Span(min(item[:2]), max(item[:2]) + 1, (item[2],))
    ),
    max_size=12,
)


@LAW
@given(st.text(alphabet="ab \n\u202eé𝔸", max_size=60), spans_of, spans_of)
def test_nothing_is_lost_and_every_piece_knows_its_passages(text, spans, masked):
    spans = [span for span in spans if span.end <= len(text)]
    furniture = [(span.begin, span.end) for span in masked if span.end <= len(text)]

    lines = paragraphs(text, 0, len(text), spans, furniture)

    assert ["".join(one.text for one in line.segments) for line in lines] == [
        said for said in text.split("\n") if said.strip()
    ]
    for one in (segment for line in lines for segment in line.segments):
        end = one.begin + len(one.text)
        assert text[one.begin : end] == one.text
        around = {fact for span in spans if span.begin <= one.begin and end <= span.end for fact in span.facts}
        assert set(one.facts) == around
        assert not any(one.begin < place < end for span in spans for place in (span.begin, span.end))
        assert one.furniture == any(low <= one.begin and end <= high for low, high in furniture)


def test_passages_heaped_up_are_told_up_to_a_depth():
    heap = [Span(0, 20 - n % 10, (n,)) for n in range(1000)]

    assert len(cut(heap)[0][0][1]) == DEEPEST


@pytest.mark.parametrize(
    ("edtf", "french", "english"),
    [
        ("2017", "2017", "2017"),
        ("2017-02", "février 2017", "February 2017"),
        ("2017-03-01", "1er mars 2017", "1 March 2017"),
        ("2017-04-26/2017-04-27", "26 – 27 avril 2017", "26 – 27 April 2017"),
        ("2017-04-26/2017-05-02", "26 avril – 2 mai 2017", "26 April – 2 May 2017"),
        ("2016-12-31/2017-01-02", "31 décembre 2016 – 2 janvier 2017", "31 December 2016 – 2 January 2017"),
        ("2012-11-09/..", "depuis le 9 novembre 2012", "since 9 November 2012"),
        ("/2016", "jusqu'à 2016", "until 2016"),
        ("../..", "sans date connue", "no known date"),
        ("2014-21", "printemps 2014", "spring 2014"),
        ("2014~", "vers 2014", "about 2014"),
        ("2014-05?", "mai 2014 (incertain)", "May 2014 (uncertain)"),
        ("199X", "années 1990", "1990s"),
        ("2017-13", "2017-13", "2017-13"),
        ("hier", "hier", "hier"),
        ("", "", ""),
    ],
)
def test_a_date_as_it_is_said(edtf, french, english):
    assert (told(edtf, "fr"), told(edtf, "en")) == (french, english)


def test_what_a_date_was_resolved_against():
    assert anchored("publication: 2017-02", "fr") == "publication: février 2017"
    assert anchored("2017-02", "fr") == "février 2017"
