"""Every shape has been seen to fail, for exactly the reason it names; what is sound passes in silence."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import RdfFormat, Store
from rdflib.namespace import SH

from pourparlers.resources import folder
from pourparlers.validate import Finding, for_graph, for_ontology, validate
from pourparlers.validate.findings import short
from pourparlers.vocab import concepts, schemes

HERE = Path(__file__).parent
CASES = sorted(HERE.glob("*/*.ttl"))
_EXPECTED = re.compile(r"^# expect: (\w+ pps:\S+ <[^>]*>)$", re.MULTILINE)
_NO_DEMAND = {"path", "severity", "message", "property", "target", "targetClass", "targetSubjectsOf", "targetNode"}
_NO_DEMAND |= {"prefixes", "select", "declare", "prefix", "namespace", "alternativePath"}
_SPELLED = {"sparql": "SPARQL"}


def expected(case: Path) -> list[str]:
    return _EXPECTED.findall(case.read_text(encoding="utf-8"))


@cache
def found(case: Path) -> tuple[Finding, ...]:
    store = Store()
    house_style = case.parent.name == "house-style"
    for path in (case,) if house_style else (HERE / "common.ttl", case):
        store.load(path=str(path), format=RdfFormat.TURTLE)
    return validate(store, for_ontology() if house_style else None)


def shapes() -> rdflib.Graph:
    graph = rdflib.Graph()
    for path in {*for_graph(), *for_ontology()}:
        graph.parse(path)
    return graph


def declared(graph: rdflib.Graph) -> set[str]:
    """Return every demand of every named shape, e.g. `"pps:Meeting-kind In"`."""
    demands = (
        (short(str(shape)), str(predicate).removeprefix(str(SH)))
        for shape, predicate in graph.subject_predicates()
        if isinstance(shape, rdflib.URIRef)
        and str(predicate).startswith(str(SH))
        and str(predicate).removeprefix(str(SH)) not in _NO_DEMAND
    )
    return {f"{shape} {_SPELLED.get(word, word[0].upper() + word[1:])}" for shape, word in demands}


def names(graph: rdflib.Graph) -> set[str]:
    return {demand.split()[0] for demand in declared(graph)}


def test_there_are_cases():
    assert {path.parent.name for path in CASES} >= {path.stem for path in folder("shapes").glob("*.ttl")} - {"prefixes"}
    for topic in {path.parent for path in CASES}:
        assert list(topic.glob("valid.*.ttl")), topic
        assert list(topic.glob("invalid.*.ttl")), topic


@pytest.mark.parametrize("case", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_case(case):
    got = [f"{finding.severity} {finding.shape} <{finding.focus}>" for finding in found(case)]

    assert got == expected(case)


@pytest.mark.parametrize("case", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_only_invalid_cases_expect_anything(case):
    assert bool(expected(case)) == case.name.startswith("invalid.")


def test_every_constraint_has_a_failing_case():
    seen = {f"{f.shape} {f.constraint}" for case in CASES if expected(case) for f in found(case)}

    assert seen == declared(shapes())


def test_every_finding_speaks_both_languages():
    silent = [f.shape for case in CASES for f in found(case) if not f.fr or not f.en or f.fr == f.en]

    assert silent == []


def test_no_variable_of_a_message_is_left_open():
    left = [f.shape for case in CASES for f in found(case) if re.search(r"\{[?$]", f.fr + f.en)]

    assert left == []


def test_every_shape_names_its_severity_and_is_one_of_ours():
    graph = shapes()

    for shape in names(graph):
        node = rdflib.URIRef("https://w3id.org/pourparlers/shapes#" + shape.removeprefix("pps:"))
        assert (node, SH.severity, None) in graph, shape
        assert "-" in shape, f"{shape} is not named after its topic and property"


@pytest.mark.parametrize("scheme", schemes())
def test_lists_of_words_are_those_of_the_schemes(scheme):
    """A `sh:in` repeats a scheme, for engines that see the graph alone; it must not drift."""
    graph, base = shapes(), f"https://w3id.org/pourparlers/ontology/{scheme}/"
    lists = [[str(item) for item in graph.items(head)] for head in graph.objects(None, SH["in"])]
    named = [words for words in lists if words and words[0].startswith(base)]

    assert [node.value for node in concepts(scheme).values()] in named


def test_shapes_use_declared_terms_only():
    from pourparlers.vocab import PP  # noqa: PLC0415

    used = {name for path in folder("shapes").glob("*.ttl") for name in re.findall(r"\bpp:(\w+)", path.read_text())}

    assert used - set(PP) == set()
