"""The authority data: it loads, refers to nothing that is missing, and answers who held which post."""

import time
from datetime import date

import pytest

from pourparlers.authority import PersonRecord, load, period
from pourparlers.authority.posts import likeness, post_class, post_key
from pourparlers.errors import InvalidAuthority
from pourparlers.resources import folder

TABLES = {
    "states": 230,
    "places": 6000,
    "institutions": 1000,
    "persons": 1800,
    "tenures": 2300,
    "treaties": 700,
    "treaty_events": 1000,
    "gatherings": 800,
    "ambiguous": 250,
}
KINDS = {"name", "acronym", "adjective", "inhabitants", "capital", "metonym", "surname"}


@pytest.fixture(scope="module")
def authority():
    return load()


@pytest.mark.parametrize(("table", "least"), TABLES.items())
def test_tables_are_full(authority, table, least):
    assert len(getattr(authority, table)) >= least


def test_no_reference_is_unresolved(authority):
    assert authority.unresolved == ()


def test_it_loads_in_less_than_two_seconds():
    begin = time.process_time()

    load.__wrapped__()

    assert time.process_time() - begin < 2


def test_files_are_in_order():
    for path in sorted((folder("ontology") / "authority").glob("*.ttl")):
        text = path.read_text(encoding="utf-8")
        heads = [line.split(" a ")[0] for line in text.splitlines() if " a pp:" in line]
        main = [head for head in heads if head.partition(":")[0] not in ("tenure", "event")]
        key = (lambda h: int(h.partition(":")[2])) if path.stem == "places" else str
        numbered = [head for head in main if path.stem != "places" or head.partition(":")[2].isdigit()]
        assert numbered == sorted(numbered, key=key), path.name
        assert "dcterms:license" in text, path.name


def test_geonames_is_credited():
    head = (folder("ontology") / "authority" / "places.ttl").read_text(encoding="utf-8")[:600]

    assert "GeoNames" in head
    assert "CC BY 4.0" in head


def test_forms_are_complete_and_said_once(authority):
    forms = list(authority.forms())

    assert len(forms) == len(set(forms)) > 30000
    assert {kind for _, kind, _ in forms} == KINDS
    assert {id_.partition("/")[0] for _, _, id_ in forms} == {
        *("state", "place", "institution", "person", "treaty", "gathering")
    }
    assert ("norvégiens", "adjective", "state/norway") in forms
    assert ("Norvégienne", "inhabitants", "state/norway") in forms
    assert ("Oslo", "capital", "state/norway") in forms
    assert ("Oslo", "name", "place/3143244") in forms
    assert ("Quai d'Orsay", "metonym", "state/france") in forms
    assert ("ONU", "acronym", "institution/united-nations") in forms
    assert ("Solberg", "surname", "person/erna-solberg") in forms


HELD = [
    ("state/norway", "Première ministre", "2015-03-03", "erna-solberg"),
    ("state/france", "chef de la diplomatie", "2023-03-03", "catherine-colonna"),
    ("state/united-states", "secrétaire d'Etat", "2010-03-03", "hillary-clinton"),
    ("state/germany", "chancelière", "2010-03-03", "angela-merkel"),
    ("state/turkey", "président", "2016-03-03", "recep-tayyip-erdogan"),
    ("state/france", "chef de l'État", "2005-03-03", "jacques-chirac"),
    ("institution/nato", "patron de l'Otan", "2005-03-03", "jaap-de-hoop-scheffer"),
    ("state/france", "archiviste", "2005-03-03", None),
    ("state/norway", "Première ministre", "1700-03-03", None),
]


@pytest.mark.parametrize(("institution", "post", "day", "slug"), HELD)
def test_who_held_a_post(authority, institution, post, day, slug):
    holder = authority.holder_at(institution, post, date.fromisoformat(day))

    assert (holder.id if holder else None) == (f"person/{slug}" if slug else None)


def test_two_holders_in_one_stretch_are_nobody(authority):
    assert authority.holder_at("state/norway", "Première ministre", date(2010, 1, 1), date(2015, 1, 1)) is None


def test_names_are_folded(authority):
    assert authority.named("quai d’orsay") == ("state/france", "institution/french-ministry-of-foreign-affairs")
    assert authority.surnamed("DE VILLEPIN") == authority.surnamed("Villepin") == ("person/dominique-de-villepin",)
    assert isinstance(authority.get("person/erna-solberg"), PersonRecord)
    assert authority.get("person/nobody") is None


def test_ambiguous_names_say_why(authority):
    assert (
        "same-as-state" in authority.ambiguous["Géorgie"].reasons
        or "several-places" in authority.ambiguous["Géorgie"].reasons
    )
    assert authority.ambiguous["Hong-Kong"] is authority.ambiguous["Hong Kong"]


@pytest.mark.parametrize(
    ("edtf", "bounds"),
    [
        ("2016", "2016-01-01 2016-12-31 2016-01-01 2016-12-31"),
        ("2016-02", "2016-02-01 2016-02-29 2016-02-01 2016-02-29"),
        ("2014-21", "2014-03-01 2014-05-31 2014-03-01 2014-05-31"),
        ("2018/2024-10", "2018-01-01 2018-12-31 2024-10-01 2024-10-31"),
        ("2018-05-01/..", "2018-05-01 2018-05-01 9999-12-31 9999-12-31"),
        ("2018-05-01/", "2018-05-01 2018-05-01 2018-05-01 9999-12-31"),
        ("/2018-05-01", "0001-01-01 2018-05-01 2018-05-01 2018-05-01"),
    ],
)
def test_periods(edtf, bounds):
    found = period(edtf)

    assert [found.earliest_begin, found.latest_begin, found.earliest_end, found.latest_end] == [
        date.fromisoformat(text) for text in bounds.split()
    ]


@pytest.mark.parametrize("edtf", ["hier", "2016-13", "2016-02-30", "16"])
def test_what_is_no_period_is_refused(edtf):
    with pytest.raises(InvalidAuthority, match=edtf):
        period(edtf)


def test_posts():
    assert post_key("Première ministre") == post_key("premier ministre")
    assert post_class("secrétaire d'État", ("state/united-states",)) == "foreign-minister"
    assert post_class("secrétaire d'État", ("state/france",)) is None
    assert likeness("chef de la diplomatie", "ministre des Affaires étrangères") == 2
    assert likeness("ministre de la Défense", "ministre des Finances") == 0


def write(folder, name, body):
    head = (
        "@prefix pp: <https://w3id.org/pourparlers/ontology#> .\n"
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        "@prefix person: <https://w3id.org/pourparlers/id/person/> .\n"
    )
    for other in ("states", "places", "institutions", "people", "treaties", "gatherings", "ambiguous"):
        (folder / f"{other}.ttl").write_text(head + (body if other == name else ""), encoding="utf-8")


def test_unresolved_references_are_listed(tmp_path):
    write(
        tmp_path,
        "people",
        'person:x a pp:Person ; skos:prefLabel "X"@fr ; pp:state <https://w3id.org/pourparlers/id/state/z> .',
    )

    assert load(tmp_path).unresolved == (("person/x", "state/z"),)


@pytest.mark.parametrize(
    "body",
    [
        "person:x a pp:Person .",
        'person:x a pp:Meteor ; skos:prefLabel "X"@fr .',
        'person:x a pp:Person ; skos:prefLabel "X"@fr , "Y"@fr .',
        "person:x a pp:Person",
        "[] a pp:Person .",
    ],
)
def test_damaged_data_is_refused(tmp_path, body):
    write(tmp_path, "people", body)

    with pytest.raises(InvalidAuthority):
        load(tmp_path)
