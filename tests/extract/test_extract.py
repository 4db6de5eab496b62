"""What the topics make of an article together."""

from pourparlers.extract import extract

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
