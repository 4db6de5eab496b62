"""Who is who across articles, on mini-corpora with traps; then the laws of the resolved layer."""

import tomllib
from itertools import permutations
from pathlib import Path

import pytest

from pourparlers.resolve.across import judged, resolved
from pourparlers.resolve.across.independence import copied, shingles
from pourparlers.resolve.judgements import Judgement
from pourparlers.settings import settings
from pourparlers.validate import validate
from pourparlers.vocab import PP

CORPORA = Path(__file__).parent / "corpora"
TOPICS = {"institutions": "Institution", "meetings": "Meeting", "persons": "Person", "treaties": "Treaty"}
CASES = [
    pytest.param(topic, case, id=f"{topic}: {case['why']}")
    for topic in TOPICS
    for case in tomllib.loads((CORPORA / f"{topic}.toml").read_text(encoding="utf-8"))["case"]
]


def test_there_are_cases():
    assert len(CASES) > 30
    assert sorted(path.stem for path in CORPORA.glob("*.toml")) == sorted([*TOPICS, "layer"])


@pytest.mark.parametrize(("topic", "case"), CASES)
def test_which_accounts_are_one(corpus, topic, case):
    found = corpus.groups(case["articles"], TOPICS[topic])

    assert found == sorted(sorted(group) for group in case["expected"])


@pytest.mark.parametrize("case", [case.values[1] for case in CASES], ids=[case.id for case in CASES])
def test_order_does_not_matter(corpus, case):
    graphs = corpus.graphs(case["articles"])

    layers = {frozenset(resolved([graph[::-1] for graph in order])) for order in permutations(graphs)}

    assert len(layers) == 1


@pytest.mark.parametrize(
    "case", [case.values[1] for case in CASES if "status" in case.values[1]], ids=lambda c: c["why"]
)
def test_the_status_of_a_meeting_is_its_history_s_end(corpus, case):
    made = corpus.store(resolved(corpus.graphs(case["articles"])))

    rows = corpus.ask(made, "SELECT ?status { ?m a pp:Meeting ; pp:status ?status }")

    assert [row[0].rpartition("/")[2] for row in rows] == [case["status"]]


@pytest.mark.parametrize(
    "case", [case.values[1] for case in CASES if "participants" in case.values[1]], ids=lambda c: c["why"]
)
def test_participants_are_the_finest_level(corpus, case):
    made = corpus.store(resolved(corpus.graphs(case["articles"])))

    rows = corpus.ask(made, "SELECT ?name { ?m a pp:Meeting ; pp:participant/skos:prefLabel ?name }")

    assert [row[0] for row in rows] == case["participants"]


LAYER = tomllib.loads((CORPORA / "layer.toml").read_text(encoding="utf-8"))


def test_the_layer_names_canonical_things_only(corpus):
    made = corpus.store(resolved(corpus.graphs(LAYER["articles"])))

    speakers = corpus.ask(made, "SELECT DISTINCT ?who { ?s a pp:Statement ; pp:speaker ?who }")
    local = corpus.ask(
        made,
        """SELECT ?s ?p ?o { ?s ?p ?o . ?o a pp:Account FILTER(?p NOT IN (pp:account, pp:left, pp:right)) }""",
    )

    assert speakers == [("https://w3id.org/pourparlers/id/person/angela-merkel",)]
    assert local == []


def test_an_account_has_one_type_and_its_own_values(corpus):
    made = corpus.store(resolved(corpus.graphs(LAYER["articles"])))

    types = corpus.ask(
        made, "SELECT ?n (COUNT(?t) AS ?types) { ?n a pp:Account ; a ?t } GROUP BY ?n HAVING (?types > 1)"
    )
    names = corpus.ask(
        made,
        """SELECT ?file ?name { <https://w3id.org/pourparlers/id/person/angela-merkel> pp:account ?a .
           ?a pp:name ?name ; dcterms:source/dcterms:identifier ?file }""",
    )

    assert types == []
    assert names == [("agence", "Merkel"), ("copie", "Merkel"), ("journal", "Angela Merkel")]


def test_copies_of_one_text_count_once(corpus):
    made = corpus.store(resolved(corpus.graphs(LAYER["articles"])))

    rows = corpus.ask(made, "SELECT ?a ?i { ?m a pp:Meeting ; pp:articleCount ?a ; pp:independentSourceCount ?i }")

    assert rows == [("3", "2")]


def test_the_best_date_and_the_union_of_participants(corpus):
    made = corpus.store(resolved(corpus.graphs(LAYER["articles"])))

    rows = corpus.ask(made, "SELECT ?d ?p { ?m a pp:Meeting ; pp:date ?d ; pp:participant/skos:prefLabel ?p }")

    assert rows == [("2009-10-14", "Angela Merkel"), ("2009-10-14", "Jens Holm"), ("2009-10-14", "Liv Sandvik")]


def test_a_tenure_is_one_for_all_articles(corpus):
    made = corpus.store(resolved(corpus.graphs(LAYER["articles"])))

    rows = corpus.ask(
        made,
        "SELECT ?name (COUNT(?a) AS ?n) { ?t a pp:Tenure ; pp:account ?a ; pp:holder/skos:prefLabel ?name } GROUP BY ?name",
    )

    assert rows == [("Angela Merkel", "2"), ("Jens Holm", "2")]


def test_removing_an_article_removes_what_it_alone_supported(corpus):
    graphs = corpus.graphs(LAYER["articles"])
    without = corpus.graphs({name: told for name, told in LAYER["articles"].items() if name != "journal"})

    made, less = corpus.store(resolved(graphs)), corpus.store(resolved(without))

    query = "SELECT ?name { ?p a pp:Person ; skos:prefLabel ?name }"
    assert ("Liv Sandvik",) in corpus.ask(made, query)
    assert corpus.ask(less, query) == [("Angela Merkel",), ("Jens Holm",)]


def local(corpus, graphs, file, name):
    made = corpus.store(resolved(graphs))
    rows = corpus.ask(made, f'SELECT ?a {{ ?a pp:name "{name}" ; dcterms:source/dcterms:identifier "{file}" }}')
    return rows[0][0]


NAMESAKES = {"a": {"persons": [{"name": "Jens Holm"}]}, "b": {"persons": [{"name": "Jens Holm"}]}}
STRANGERS = {"a": {"persons": [{"name": "Jens Holm"}]}, "b": {"persons": [{"name": "le Viking"}]}}


def test_people_can_hold_apart_what_a_rule_merges(corpus):
    graphs = corpus.graphs(NAMESAKES)
    one, other = local(corpus, graphs, "a", "Jens Holm"), local(corpus, graphs, "b", "Jens Holm")

    assert corpus.groups(NAMESAKES, "Person") == [["a: Jens Holm", "b: Jens Holm"]]
    apart = Judgement(one, other, "different", "Chloé Marchand")
    assert corpus.groups(NAMESAKES, "Person", [apart]) == [["a: Jens Holm"], ["b: Jens Holm"]]


def test_the_layer_tells_why_things_are_one_or_two(corpus):
    graphs = corpus.graphs(NAMESAKES)
    one, other = local(corpus, graphs, "a", "Jens Holm"), local(corpus, graphs, "b", "Jens Holm")
    query = (
        "SELECT ?by ?verdict { ?j a pp:Judgement ; pp:left ?l ; pp:right ?r ; pp:judgedBy ?by ; pp:verdict ?verdict }"
    )
    apart = Judgement(one, other, "different", "Chloé Marchand")
    gone = Judgement(one, "https://example.org/gone", "same", "Chloé Marchand")

    ((rule, verdict),) = corpus.ask(corpus.store(resolved(graphs)), query)
    assert (rule.partition(":")[0], verdict) == ("rule", "same")
    assert corpus.ask(corpus.store(resolved(graphs, [apart, gone])), query) == [("Chloé Marchand", "different")]


def test_people_can_merge_what_no_rule_would(corpus):
    graphs = corpus.graphs(STRANGERS)
    one, other = local(corpus, graphs, "a", "Jens Holm"), local(corpus, graphs, "b", "le Viking")

    same = Judgement(one, other, "same", "Chloé Marchand")

    assert corpus.groups(STRANGERS, "Person", [same]) == [["a: Jens Holm", "b: le Viking"]]


def test_a_judgement_may_name_canonical_things(corpus):
    made = corpus.store(resolved(corpus.graphs(STRANGERS)))
    things = [row[0] for row in corpus.ask(made, "SELECT ?p { ?p a pp:Person }")]

    same = Judgement(things[0], things[1], "same", "Chloé Marchand")

    assert corpus.groups(STRANGERS, "Person", [same]) == [["a: Jens Holm", "b: le Viking"]]


def test_people_can_cut_a_link_to_the_authority(corpus):
    articles = {"a": {"persons": [{"name": "Angela Merkel", "is": "person/angela-merkel"}]}}
    iri = local(corpus, corpus.graphs(articles), "a", "Angela Merkel")
    record = "https://w3id.org/pourparlers/id/person/angela-merkel"

    cut = Judgement(iri, record, "different", "Chloé Marchand", "une homonyme")
    made = corpus.store(resolved(corpus.graphs(articles), [cut]))

    assert [row[0] for row in corpus.ask(made, "SELECT ?p { ?p a pp:Person }")] != [record]


def test_rules_say_why(corpus):
    graphs = corpus.graphs(NAMESAKES)

    found = judged(graphs)

    assert [(j.verdict, j.by, j.why) for j in found] == [("same", "rule:full-name", "même nom complet")]


QUOTED = (
    "Nous ne céderons rien de nos droits de pêche ni aujourd'hui ni demain quoi qu'en disent les experts de la capitale"
)


def prose(seed: int) -> str:
    """Return 300 words without meaning, always the same for a seed."""
    return " ".join(f"mot{(seed * 7919 + place * place * 104729) % 5003}" for place in range(300))


def test_a_common_quotation_is_no_copy():
    one, other = shingles(f"{prose(1)} « {QUOTED} » {prose(2)}"), shingles(f"{prose(3)} « {QUOTED} » {prose(4)}")

    assert one & other
    assert not copied(one, other)


def test_a_cut_copy_is_a_copy():
    assert copied(shingles(prose(1) + prose(2)), shingles("AGENCE. " + prose(1)))


def test_the_layer_is_sound(corpus):
    graph = list(resolved(corpus.graphs(LAYER["articles"])))
    broken = [quad for quad in graph if quad.predicate != PP.status]

    assert [found for found in validate(broken) if found.severity == "Violation"] != []
    assert [found for found in validate(graph) if found.severity == "Violation"] == []


def test_a_gathering_is_where_its_record_says(corpus):
    told = {"words": "sommet", "kind": "summit", "who": ["Otan"], "is": "gathering/nato-summit-2012-chicago"}
    articles = {
        "journal": {
            "institutions": [{"name": "Otan", "kind": "alliance", "is": "institution/nato"}],
            "meetings": [{**told, "place": "Chicago"}],
        }
    }

    made = corpus.store(resolved(corpus.graphs(articles)))

    query = "SELECT (STR(?n) AS ?name) (LANG(?n) AS ?language) { ?m a pp:Meeting ; pp:placeName ?n }"
    assert corpus.ask(made, query) == [("Chicago", "fr")]


def test_what_a_record_stands_for_is_one_thing_whatever_the_base(corpus, monkeypatch):
    monkeypatch.setenv("POURPARLERS_BASE", "https://example.org/kg/")
    settings.cache_clear()
    try:
        made = corpus.store(resolved(corpus.graphs(LAYER["articles"])))
    finally:
        monkeypatch.undo()
        settings.cache_clear()

    rows = sorted(corpus.ask(made, "SELECT ?p ?name { ?p a pp:Person ; skos:prefLabel ?name }"), key=lambda row: row[1])
    assert rows[0] == ("https://w3id.org/pourparlers/id/person/angela-merkel", "Angela Merkel")
    assert [iri.startswith("https://example.org/kg/person/") for iri, _ in rows[1:]] == [True, True]


def test_a_judgement_across_topics_changes_nothing(corpus):
    base = "https://w3id.org/pourparlers/id/"
    odd = Judgement(f"{base}person/angela-merkel", f"{base}institution/nato", "same", "somebody")
    local = Judgement(f"{base}person/angela-merkel", f"{base}state/germany", "same", "somebody")
    graphs = corpus.graphs(LAYER["articles"])

    assert set(resolved(graphs, [odd, local])) == set(resolved(graphs))


def test_the_ledger_of_a_treaty_has_what_only_the_authority_knows(corpus):
    articles = {"journal": {"treaties": [{"name": "traité d'Aix-la-Chapelle", "is": "treaty/aachen"}]}}

    made = corpus.store(resolved(corpus.graphs(articles)))

    query = """SELECT (STR(?kind) AS ?k) ?date (STR(?record) AS ?r) { ?t a pp:Treaty ; pp:event ?e .
      ?e pp:eventKind ?kind ; pp:date ?date ; pp:authorityRecord ?record FILTER NOT EXISTS { ?e dcterms:source ?s } }"""
    rows = sorted(
        (kind.rpartition("/")[2], date, record.rpartition("/")[2]) for kind, date, record in corpus.ask(made, query)
    )
    assert rows == [
        ("entry-into-force", "2020-01-22", "aachen--entry-into-force--2020-01-22"),
        ("signature", "2019-01-22", "aachen--signature--2019-01-22"),
    ]
    assert [found for found in validate(list(resolved(corpus.graphs(articles)))) if found.severity == "Violation"] == []


def test_a_state_can_be_where_one_meets(corpus):
    articles = {
        "journal": {
            "persons": [{"name": "Liv Sandvik"}, {"name": "Kenji Morioka"}],
            "meetings": [{"who": ["Liv Sandvik", "Kenji Morioka"], "place": "Islande", "place_is": "state/iceland"}],
        }
    }

    made = corpus.store(resolved(corpus.graphs(articles)))

    query = "SELECT (STR(?name) AS ?n) { ?m a pp:Meeting ; pp:place/skos:prefLabel ?name }"
    assert corpus.ask(made, query) == [("Islande",)]


def test_the_term_of_office_and_the_death_that_the_authority_knows(corpus):
    articles = {
        "journal": {
            "institutions": [{"name": "France", "is": "state/france"}],
            "persons": [{"name": "Jacques Chirac", "is": "person/jacques-chirac", "posts": ["président @ France"]}],
        }
    }

    made = corpus.store(resolved(corpus.graphs(articles)))

    query = """PREFIX schema: <https://schema.org/> PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
      SELECT ?died ?begin { ?t a pp:Tenure ; pp:holder/schema:deathDate ?died ; sem:hasEarliestBeginTimeStamp ?begin }"""
    assert corpus.ask(made, query) == [("2019-09-26", "1995-05-17")]


def test_a_later_article_does_not_move_the_name_of_a_thing(corpus):
    told = {"persons": [{"name": "Jens Holm"}]}
    older = {"published": "2019-03-01", **told}
    names = set()
    for later in ("a", "b", "c", "d", "e"):
        articles = {"journal": older, later: {"published": "2019-04-01", **told}}
        names |= {
            row[0]
            for row in corpus.ask(corpus.store(resolved(corpus.graphs(articles))), "SELECT ?p { ?p a pp:Person }")
        }

    assert len(names) == 1
