"""Names, found as one types: which things, in which order, told apart how."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph
import pytest

from pourparlers import names
from pourparlers.errors import InvalidStore
from pourparlers.store import generations

BASE = "https://w3id.org/pourparlers/id/"


@pytest.fixture(scope="module")
def generation(tmp_path_factory):
    def fill(graph):
        graph.load(Path(__file__).with_name("names.ttl").read_bytes(), pyoxigraph.RdfFormat.TURTLE)

    return generations.make(tmp_path_factory.mktemp("names") / "index", "x", fill)


@pytest.fixture(scope="module")
def find(generation):
    opened = names.opened(generation.path)

    def found(typed, *kinds, **options):
        things, _ = names.find(opened, typed, kinds, **options)
        return [thing.iri.removeprefix(BASE) for thing in things]

    yield found
    opened.close()


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("éloïse", ["p1", "m1"]),
        ("ELOISE", ["p1", "m1"]),
        ("brunoel", ["p1", "m1"]),  # œ, in the middle of a name
        ("ferré brun", ["p1", "m1"]),
        ("brun ferr", ["p1", "m1"]),  # in any order
        ("lolo", ["p1"]),  # as an article prints it
        ("la ferre", ["p1"]),
        ("uek", ["i1"]),
        ("états", ["i1"]),
        ("d'oster", ["x1"]),
        ("oster", ["x1", "m1"]),  # a meeting by its place
        ("2019-04", ["m1"]),
        ("karvel", ["l1", "s1", "l2", "i1", "article/1"]),  # whole, standing for another, beginning, word
        ("karve", ["l1", "l2", "s1", "i1", "article/1"]),
        ("jean solen", ["p3", "p2", "m1", "article/1"]),  # the one of whom more articles speak first
        ("sol", ["s1", "p3", "p2", "m1", "article/1"]),  # the name that begins so before those that hold it
        ("deux.txt", ["article/2"]),
        ("solen concept", []),
        ("", []),
        (" -'\"*() ", []),
        ('"sol', ["s1", "p3", "p2", "m1", "article/1"]),
        ("sol*", ["s1", "p3", "p2", "m1", "article/1"]),
        ("sol OR lolo", []),
        ("zz " * 5000, []),
        ("\x00\u202e", []),
    ],
)
def test_what_is_found_in_which_order(find, typed, expected):
    assert find(typed) == expected


def test_only_the_kinds_wanted(find):
    assert find("karvel", "place") == ["l1", "l2"]
    assert find("karvel", "institution") == ["s1", "i1"]
    assert find("sol", "person", "institution") == ["s1", "p3", "p2"]


def test_what_tells_a_thing_from_its_namesakes(generation):
    opened = names.opened(generation.path)

    def context(typed, language="fr"):
        return [
            (thing.kind, thing.context, thing.articles) for thing in names.find(opened, typed, language=language)[0]
        ]

    assert context("jean solen")[:2] == [("person", "Solénie", 2), ("person", "", 1)]
    assert context("lolo") == [("person", "ministre des Transports, Solénie", 1)]
    assert context("uek") == [("institution", "alliance", 0)]
    assert context("uek", "en") == [("institution", "alliance (en)", 0)]
    assert context("2019-04") == [("meeting", "2019-04-02, Oster", 1)]
    assert context("karvel")[0] == ("place", "Solénie", 1)
    assert context("oster")[0] == ("treaty", "2001", 0)
    assert context("karvel")[-1] == ("article", "Le Courrier, un.txt", 1)


def test_the_name_that_fits_is_told_where_the_label_does_not_say_it(generation):
    opened = names.opened(generation.path)

    def told(typed):
        return names.find(opened, typed)[0][0].name

    assert [told("lolo"), told("uek"), told("ferre"), told("oster 2019")] == ["« Lolo » Ferré", "UEK", "", ""]


def test_few_are_shown_and_all_are_counted(generation):
    found, total = names.find(names.opened(generation.path), "sol", limit=2)

    assert (len(found), total) == (2, 5)


def test_the_same_graph_makes_the_same_file(generation, tmp_path):
    names.write(tmp_path / "again.sqlite", generation.open())

    assert (tmp_path / "again.sqlite").read_bytes() == (generation.path / names.FILE).read_bytes()


def test_a_generation_of_an_earlier_version_has_no_names(tmp_path):
    with pytest.raises(InvalidStore, match="build the graph again"):
        names.opened(tmp_path)
