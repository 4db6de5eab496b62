"""What the topics make of an article together."""

import pytest

from pourparlers.extract import extract, ledger

TEXT = (
    "Le ministre letton de la Défense, Andris Ozols, a reçu mardi à Riga l'ancien président estonien Jaan Tamm, "
    "selon son ministère."
)


def test_a_post_is_attested_on_the_day_of_its_article(read):
    tenures = extract(read(TEXT, published="2021-05-04")).tenures

    assert [(one.title, one.attested and one.attested.edtf) for one in tenures] == [
        ("ministre de la Défense", "2021-05-04"),
        ("président", None),  # an article proves no day on which a former post was held
    ]


def test_an_undated_article_attests_no_day(read):
    tenures = extract(read(TEXT)).tenures

    assert [one.attested for one in tenures] == [None, None]


@pytest.mark.parametrize(
    ("text", "fates"),
    [
        (
            "« Le port restera fermé », a dit la ministre Hanna Lindqvist.",
            [
                ("quotation", "claimed", "Le port restera fermé"),
                ("cue", "classed", "restera"),
                ("cue", "claimed", "a dit"),
            ],
        ),
        (
            "Hanna Lindqvist a dit que le maire Jan Maas avait promis un pont.",
            [("cue", "claimed", "a dit"), ("cue", "classed", "avait promis")],
        ),
        ("L'accord « Mer du Nord calme » tient.", [("quotation", "classed", "Mer du Nord calme")]),
        (
            "La pancarte est tombée. « Nous ne partirons pas d'ici demain. »",
            [("quotation", "listed", "Nous ne partirons pas d'ici demain.")],
        ),
        ("Le drapeau « blanc » flotte.", []),
        ("Le vent a dit son mot.", [("cue", "listed", "a dit")]),
    ],
)
def test_every_quotation_and_verb_of_saying_has_a_fate(read, text, fates):
    reading = read(text)

    found = [(one.what, one.status, reading.words(one.passage)) for one in ledger(reading)]

    assert found == fates
