"""Links to the authority data: made when sure, refused when dates, country or a rival speak against."""

from datetime import date

import pytest

from pourparlers.resolve.link import Post, Span, link_gathering, link_institution, link_person, link_treaty


def day(text: str) -> Span:
    first, _, last = text.partition("/")
    return Span(date.fromisoformat(first), date.fromisoformat(last or first)) if text else Span()


LINKED = [
    (["Erna Solberg"], [], "2015-03-03", "person/erna-solberg"),
    (["Solberg"], [Post("Première ministre", "state/norway")], "2015-03-03", "person/erna-solberg"),
    (["Merkel"], [Post("chancelière", "state/germany")], "2012-03-03", "person/angela-merkel"),
    (["Assad"], [Post("président", "state/syria")], "2003-03-03", "person/bachar-al-assad"),
    (["Assad"], [Post("président", "state/syria")], "1985-03-03", "person/hafez-al-assad"),
    (["George Bush"], [], "1990-03-03", "person/george-h-w-bush"),
    (["George Bush"], [], "2005-03-03", "person/george-w-bush"),
    (["Mohammad Dschawad Sarif", "Javad Zarif"], [], "2015-03-03", "person/mohammad-javad-zarif"),
    (["Merkel"], [Post("chancelière", "state/germany", former=True)], "2023-03-03", "person/angela-merkel"),
    (["Angela Merkel"], [], "", "person/angela-merkel"),
]
REFUSED = [
    (["Kim"], [], "2019-03-03"),  # several in office
    (["Assad"], [], ""),  # several, and no date
    (["Erna Solberg"], [Post("Première ministre", "state/sweden")], "2015-03-03"),  # another country
    (["Solberg"], [Post("Première ministre", "state/norway")], "1975-03-03"),  # long before
    (["Jens Holm"], [Post("président", "state/norway")], "2015-03-03"),  # nobody known
    (["Solberg"], [], ""),  # a bare name, no date, no post
    (["Gunnar Solberg"], [Post("Premier ministre", "state/norway")], "2015-03-03"),  # another given name
]


@pytest.mark.parametrize(("names", "posts", "when", "record"), LINKED)
def test_persons_linked(names, posts, when, record):
    link = link_person(names, posts, day(when))

    assert link is not None
    assert link.id == record
    assert link.reason


@pytest.mark.parametrize(("names", "posts", "when"), REFUSED)
def test_persons_refused(names, posts, when):
    assert link_person(names, posts, day(when)) is None


def test_gender_speaks_against():
    assert link_person(["Erna Solberg"], gender="m") is None


@pytest.mark.parametrize(
    ("names", "kind", "state", "when", "record"),
    [
        (["ONU"], None, None, "2015-03-03", "institution/united-nations"),
        (["Quai d'Orsay"], "ministry", None, "2015-03-03", "institution/french-ministry-of-foreign-affairs"),
        (["Quai d'Orsay"], "state", None, "2015-03-03", "state/france"),
        (["Moscou"], "state", None, "2015-03-03", "state/russia"),
        (["Moscou"], "state", None, "1975-03-03", "state/soviet-union"),
        (["Moscou"], "state", None, "", "state/russia"),
        (["URSS"], "state", None, "2015-03-03", None),
        (["ministère norvégien des Affaires étrangères"], "ministry", "state/sweden", "2015-03-03", None),
        (["Ligue de la Baltique"], None, None, "2015-03-03", None),
    ],
)
def test_institutions(names, kind, state, when, record):
    link = link_institution(names, kind, state, day(when))

    assert (link.id if link else None) == record


@pytest.mark.parametrize(
    ("names", "signed", "when", "record"),
    [
        (["traité New Start"], "", "2015-03-03", "treaty/new-start"),
        (["traité Start"], "", "1995-03-03", "treaty/start-1"),
        (["traité New Start"], "", "1995-03-03", None),
        (["traité New Start"], "1991-07-31", "2015-03-03", None),
        (["accord de Minsk"], "", "2014-10-03", None),
        (["accord de Bergen"], "", "2015-03-03", None),
    ],
)
def test_treaties(names, signed, when, record):
    link = link_treaty(names, day(signed), day(when))

    assert (link.id if link else None) == record


@pytest.mark.parametrize(
    ("names", "time", "place", "when", "record"),
    [
        (["sommet de l'Otan"], "", None, "2012-05-10", "gathering/nato-summit-2012-chicago"),
        (["sommet de l'Otan"], "2012-05-20", None, "", "gathering/nato-summit-2012-chicago"),
        (["sommet de l'Otan"], "", None, "", None),
        (["sommet de l'Otan"], "2012-05-20", "Tokyo", "", None),
        (["sommet de Chicago"], "", None, "", "gathering/nato-summit-2012-chicago"),
        (["sommet de Chicago"], "", None, "2019-05-10", None),
    ],
)
def test_gatherings(names, time, place, when, record):
    link = link_gathering(names, day(time), place, day(when))

    assert (link.id if link else None) == record
