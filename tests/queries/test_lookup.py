"""From a name to the things that bear it: whole names first, then the words that stand for a thing, then parts."""

import pytest
from pyoxigraph import RdfFormat, Store

from pourparlers.errors import UnknownName
from pourparlers.queries import named, one_named

GIVEN = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix pp: <https://w3id.org/pourparlers/ontology#> .
@prefix id: <https://w3id.org/pourparlers/id/> .
id:syldavia a pp:State ; skos:prefLabel "Syldavie"@fr ; pp:metonym "Klow"@fr , "palais Kropow"@fr , "la cour"@fr .
id:army a pp:Institution ; skos:prefLabel "armée syldave"@fr ; skos:altLabel "armée de Klow"@fr .
id:union a pp:Institution ; skos:prefLabel "Union des ports"@fr ; pp:acronym "UDP"@fr .
id:klow a pp:Person ; skos:prefLabel "Ottokar Klow"@fr .
id:szohod a pp:State ; skos:prefLabel "Bordurie"@fr ; pp:metonym "Szohôd"@fr , "la cour"@fr .
"""


@pytest.fixture(scope="module")
def graph():
    store = Store()
    store.load(GIVEN, RdfFormat.TURTLE)
    return store


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("syldavie", "Syldavie"),
        ("Klow", "Syldavie"),  # not the army nor the person, whose names only hold the word
        ("Palais Kropow", "Syldavie"),
        ("szohod", "Bordurie"),
        ("UDP", "Union des ports"),
        ("armée de Klow", "armée syldave"),
        ("ottokar", "Ottokar Klow"),
    ],
)
def test_one_thing_bears_the_name(graph, name, label):
    assert one_named(graph, name).label == label


@pytest.mark.parametrize("name", ["Kropow", "Sbrodj", ""])
def test_part_of_a_metonym_is_no_name(graph, name):
    assert named(graph, name) == ()


def test_several_bearers_are_listed(graph):
    with pytest.raises(UnknownName, match=r"any of 2[\s\S]*Syldavie[\s\S]*Bordurie"):
        one_named(graph, "la cour")
