"""The query editor: what it opens with, what it proposes, what it shows, where it says a fault is."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from pourparlers import queries
from pourparlers.queries.proof import PROOF
from pourparlers.serve.editor import opened

AXE = Path(__file__).parent / "vendor" / "axe-core" / "axe.min.js"
CATALOGUE = queries.catalogue()
MEETINGS = "SELECT ?m ?p WHERE { ?m a pp:Meeting ; pp:participant ?p } ORDER BY ?m ?p"
HTML, JSON = {"accept": "text/html"}, {"accept": "application/json"}
HELD = "https://w3id.org/pourparlers/ontology/meeting-status/held"


def answered(server, query, **more):
    return server.client.post("/editor/answer", data={"query": query, **more}, headers=JSON)


# The proof of an ad-hoc query


def test_a_select_brings_its_proof(server):
    plain = server.query(MEETINGS, "text/csv")
    proved = server.query(MEETINGS, "text/csv", evidence="1")

    rows = list(csv.DictReader(io.StringIO(proved.text)))
    assert tuple(rows[0]) == ("m", "p", *PROOF)
    assert {row["evidence"] for row in rows} == {"a rencontré"}
    assert [[row["m"], row["p"]] for row in rows] == list(csv.reader(io.StringIO(plain.text)))[1:]
    assert plain.headers["etag"] != proved.headers["etag"]


def test_proof_by_post(server):
    found = server.client.post("/sparql", data={"query": MEETINGS, "evidence": "1"}, headers=JSON)

    assert found.json()["head"]["vars"] == ["m", "p", *PROOF]


@pytest.mark.parametrize("query", ["ASK { ?s ?p ?o }", "CONSTRUCT WHERE { ?s a pp:Person }"])
def test_what_has_no_rows_has_no_proof(server, query):
    found = server.query(query, "*/*", evidence="1")

    assert (found.status_code, "proof" in found.text) == (400, True)


# What a screen shows of an answer


def test_an_answer_names_its_things(server):
    found = answered(server, MEETINGS).json()

    names = [found["things"][row[1]["iri"]]["label"] for row in found["rows"]]
    assert (found["kind"], found["columns"], found["more"]) == ("rows", ["m", "p"], False)
    assert sorted(set(names)) == ["Hanna Lindqvist", "Karim Belhadj"]


def test_places_have_coordinates(site):
    found = answered(site, "SELECT ?place WHERE { ?m pp:place ?place }").json()

    assert all(len(thing["at"]) == 2 for thing in found["things"].values())
    assert found["things"]


def test_an_answer_with_its_proof(server):
    found = answered(server, MEETINGS, evidence="1").json()

    assert found["columns"] == ["m", "p", *PROOF]
    assert found["rows"][0][2] == {"value": "a rencontré"}


def test_only_the_first_rows_are_shown(server):
    many = "SELECT ?a ?b WHERE { VALUES ?a { %s } VALUES ?b { %s } }"
    for n, more in ((20, False), (21, True)):
        found = answered(server, many % (" ".join(map(str, range(50))), " ".join(map(str, range(n))))).json()

        assert (len(found["rows"]), found["more"]) == (1000, more)


def test_a_boolean_and_a_graph(server):
    assert answered(server, "ASK { ?s a pp:Person }").json() == {"kind": "boolean", "value": True}
    found = answered(server, "CONSTRUCT WHERE { ?s a pp:Person }").json()
    assert (found["kind"], found["columns"]) == ("triples", ["subject", "predicate", "object"])
    assert len(found["rows"]) == 2


def test_long_words_are_cut(server):
    found = answered(server, "SELECT ?text WHERE { ?a nif:isString ?text } ORDER BY DESC(STRLEN(?text))").json()

    assert len(found["rows"][0][0]["value"]) < 2100


@pytest.mark.parametrize(
    ("query", "status", "where"),
    [
        ("SELECT * WHERE {\n  ?s ?p }", 400, (2, 10)),
        ("SELECT * WHERE { SERVICE <http://a> { ?s ?p ?o } }", 403, (None, None)),
        ("SELECT * WHERE { ?s a none:Such }", 400, (1, 32)),
    ],
)
def test_a_fault_is_told_with_its_place(server, query, status, where):
    found = answered(server, query)

    problem = found.json()
    assert (found.status_code, (problem.get("line"), problem.get("column"))) == (status, where)


def test_an_endless_query_is_stopped(strict):
    found = answered(strict, "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")

    assert found.status_code in {504, 507}


# What is proposed


def test_proposals_are_counted_in_this_store(site):
    found = site.client.get("/completions", headers=JSON).json()

    people = answered(site, "SELECT (COUNT(?s) AS ?n) WHERE { ?s a pp:Person }").json()["rows"][0][0]["value"]
    pp = found["prefixes"]["pp"]
    assert found["classes"][f"{pp}Person"] == int(people)
    assert found["properties"][f"{pp}participant"] >= found["of_class"][f"{pp}Meeting"][f"{pp}participant"] > 0
    assert found["of_property"][f"{pp}status"][HELD] > 0
    assert f"{pp}participant" not in found["of_class"][f"{pp}Person"]


@pytest.mark.parametrize(("language", "label"), [("fr", "Rencontre"), ("en", "Meeting")])
def test_proposals_have_labels(site, language, label):
    found = site.client.get("/completions", params={"lang": language}, headers=JSON)

    assert found.json()["labels"]["https://w3id.org/pourparlers/ontology#Meeting"] == label
    again = site.client.get(
        "/completions", params={"lang": language}, headers={**JSON, "if-none-match": found.headers["etag"]}
    )
    assert again.status_code == 304


# What it opens with


def test_the_address_brings_the_query(server):
    page = server.client.get("/editor", params={"query": "ASK { ?s ?p '</textarea><script>' }"}, headers=HTML)

    assert "ASK { ?s ?p &#39;&lt;/textarea&gt;&lt;script&gt;&#39; }" in page.text


@pytest.mark.parametrize("name", CATALOGUE)
def test_a_saved_query_runs_as_it_is_opened(server, name):
    query = CATALOGUE[name]
    text = server.client.get(f"/editor/saved/{name}").text

    assert text == opened(query, "fr")
    assert text.startswith(f"# {query.title['fr']}\n")
    found = server.query(text, "text/csv")
    assert found.status_code == 200
    if all(parameter.default is not None for parameter in query.params):
        assert found.text == server.client.get(f"/queries/{name}.csv").text


def test_a_saved_query_by_its_address(server):
    page = server.client.get("/editor", params={"saved": "meetings/between", "lang": "en"}, headers=HTML)

    assert "VALUES ?_from { &#34;0001-01-01&#34;" in page.text
    assert server.client.get("/editor", params={"saved": "no/such"}, headers=HTML).status_code == 404
    assert server.client.get("/editor/saved/no/such").status_code == 404


# In a browser


@pytest.fixture
def desk(page):
    """The editor, ready."""
    page.goto("/editor")
    page.locator(".CodeMirror-lines").wait_for()
    return page


def write(page, text):
    page.evaluate("text => document.querySelector('.CodeMirror').CodeMirror.setValue(text)", text)
    page.evaluate(
        "() => { const made = document.querySelector('.CodeMirror').CodeMirror; made.focus(); made.execCommand('goDocEnd') }"
    )


def ask(page, text):
    write(page, text)
    page.keyboard.press("Control+Enter")
    page.locator("#results:not([aria-busy=true]) #results-told:not(:empty)").wait_for()


def test_an_answer_is_a_table_with_its_files_and_pictures(desk):
    desk.get_by_role("button", name="Exécuter").click()
    desk.locator("#results tbody tr").first.wait_for()

    assert desk.locator("#results th").all_inner_texts() == ["date", "meeting", "participant"]
    assert desk.locator("#results td a").first.get_attribute("href").startswith("/id/meeting/")
    assert desk.locator("#results .files a").all_inner_texts() == ["CSV", "TSV", "JSON", "XML"]
    assert "query=" in desk.url
    desk.get_by_role("button", name="Réseau").click()
    desk.locator(".canvas.network svg text").first.wait_for()
    desk.get_by_role("button", name="Chronologie").click()
    desk.locator(".canvas.timeline svg").wait_for()


@pytest.mark.parametrize(
    ("query", "offered"),
    [
        ("SELECT ?place (COUNT(?m) AS ?n) WHERE { ?m pp:place ?place } GROUP BY ?place", ["map", "chart"]),
        ("SELECT ?m ?who WHERE { ?m a pp:Meeting ; pp:participant ?who }", ["network"]),
        ("SELECT ?title ?issued WHERE { ?a dcterms:title ?title ; dcterms:issued ?issued }", ["timeline"]),
    ],
)
def test_pictures_are_offered_where_the_columns_allow(desk, query, offered):
    ask(desk, query)

    found = [button.get_attribute("data-view") for button in desk.locator(".switch button").all()]
    assert found == ["table", *offered]
    for name in offered:
        desk.locator(f".switch button[data-view={name}]").click()
        desk.locator(f".canvas.{name} svg").wait_for()


def test_a_column_of_words_has_no_picture(desk):
    ask(desk, "SELECT ?title WHERE { ?a a pp:Article ; dcterms:title ?title }")

    assert desk.locator("#results tbody tr").count() == 5
    assert desk.locator(".switch").count() == 0


@pytest.mark.parametrize(
    ("written", "proposed"),
    [
        ("SELECT * WHERE { ?m a Renc", "pp:Meeting"),
        ("SELECT * WHERE { ?m a pp:Mee", "pp:Meeting"),
        ("SELECT * WHERE { ?m a pp:Meeting ; ", "pp:participation"),
        ("SELECT * WHERE { ?m a pp:Meeting ; lieu", "pp:place"),
        ("SELECT * WHERE {\n  ?m a pp:Meeting ;\n     pp:status ", f"<{HELD}>"),
        ("SELECT * WHERE { ?m pp:participant <Otan", "<https://w3id.org/pourparlers/id/institution/nato>"),
        ("SELECT * WHERE { ?meeting a pp:Meeting . FILTER(?mee", "?meeting"),
        ("PREFIX sk", "skos: <http://www.w3.org/2004/02/skos/core#>"),
    ],
)
def test_the_editor_proposes_what_the_store_has(desk, written, proposed):
    write(desk, written)
    desk.keyboard.press("Control+Space")

    hint = desk.locator(".CodeMirror-hints li").first
    hint.wait_for()
    assert hint.inner_text().startswith(proposed)
    desk.keyboard.press("Enter")
    assert proposed in desk.evaluate("() => document.querySelector('.CodeMirror').CodeMirror.getValue()")


def test_a_fault_is_marked_while_one_writes(desk):
    write(desk, "SELECT * WHERE {\n  ?s ?p ?o .\n  ?s ; ?o\n}")

    desk.locator("#query-trouble.bad").wait_for()
    assert desk.locator("#query-trouble").inner_text().startswith("Ligne 3")
    assert desk.locator(".query-fault").first.inner_text() == ";"
    assert desk.locator(".query-fault-sign").count() == 1
    write(desk, "SELECT * WHERE { ?s ?p ?o }")
    assert desk.locator(".query-fault").count() == 0


@pytest.mark.logs("status of 400")
def test_what_the_server_refuses_is_under_the_cursor(desk):
    write(desk, "SELECT *\nWHERE {\n  ?s a pp:Meeting .\n  BIND(1 AS ?s)\n}")
    desk.keyboard.press("Control+Enter")

    desk.locator("#query-trouble.bad").wait_for()
    cursor = desk.evaluate("() => document.querySelector('.CodeMirror').CodeMirror.getCursor().line")
    assert cursor + 1 == 6  # the prefix was declared meanwhile, and the parser stops behind the clause
    assert desk.locator(".query-fault").count() >= 1
    assert "line 6" in desk.locator("#query-trouble").inner_text()


def test_hostile_values_are_shown_not_run(desk):
    asked = []
    desk.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    ask(
        desk,
        "SELECT ?words ?n WHERE { VALUES (?words ?n) { ('<img src=x onerror=alert(1)>' 1) ('\\u202Eleurre</script><b>' 2) } }",
    )

    desk.get_by_role("button", name="Diagramme").click()
    desk.locator(".canvas.chart svg").wait_for()
    texts = desk.locator("#results tbody td").all_inner_texts()
    assert "<img src=x onerror=alert(1)>" in texts
    assert "⟦U+202E⟧leurre</script><b>" in texts
    assert desk.locator("#results img, #results b, #results script").count() == 0
    assert asked == []


def test_only_addresses_of_the_web_are_links(desk):
    ask(desk, "SELECT ?iri WHERE { VALUES ?iri { <javascript:alert(1)> <data:text/html,a> <https://a.example/b> } }")

    assert [link.get_attribute("href") for link in desk.locator("#results td a").all()] == ["https://a.example/b"]


def test_a_saved_query_is_a_click_away(desk):
    desk.locator("summary", has_text="Rencontres").click()
    desk.locator("a[data-saved='meetings/places']").click()

    desk.wait_for_url("**/editor?saved=meetings/places")
    ask(desk, desk.evaluate("() => document.querySelector('.CodeMirror').CodeMirror.getValue()"))
    assert desk.locator("#results th").first.inner_text() == "placeName"


def test_a_link_brings_query_and_proof(page):
    page.goto("/editor?evidence=1&query=SELECT+?m+{+?m+a+pp:Meeting+}")
    page.locator(".CodeMirror-lines").wait_for()

    page.get_by_role("button", name="Exécuter").click()
    page.locator("#results tbody tr").first.wait_for()

    assert page.locator("#results th").all_inner_texts() == ["m", "preuve"]
    page.locator("#results td:last-child a").first.click()
    page.wait_for_url("**/page/id/article/*#char=*")


def test_no_rows_say_what_to_do(desk):
    ask(desk, "SELECT * WHERE { ?s a pp:Nothing }")

    assert "OPTIONAL" in desk.locator("#results-told").inner_text()


def test_the_raw_answer_of_a_graph(desk):
    ask(desk, "CONSTRUCT WHERE { ?s a pp:Meeting }")
    desk.locator("summary", has_text="Réponse brute").click()

    desk.locator("#results pre", has_text="a pp:Meeting").wait_for()
    assert desk.locator("#results .files a").first.inner_text() == "Turtle"


def test_a_file_is_downloaded(desk):
    ask(desk, "SELECT ?title WHERE { ?a a pp:Article ; dcterms:title ?title }")
    with desk.expect_download() as coming:
        desk.locator("#results .files a", has_text="CSV").click()

    lines = coming.value.path().read_text(encoding="utf-8").splitlines()
    assert (lines[0], len(lines)) == ("title", 6)


def test_a_thing_is_inserted_by_its_name(desk):
    write(desk, "SELECT * WHERE { ?m pp:participant ")
    desk.get_by_label("Insérer une chose par son nom").fill("Otan")
    desk.locator(".autocomplete__option, [role=option]").first.click()
    desk.get_by_role("button", name="Insérer").click()

    assert "<https://w3id.org/pourparlers/id/institution/nato>" in desk.evaluate(
        "() => document.querySelector('.CodeMirror').CodeMirror.getValue()"
    )


def test_the_tab_key_leaves_the_editor(desk):
    write(desk, "ASK { ?s ?p ?o }")
    desk.keyboard.press("Tab")

    assert desk.evaluate("() => document.activeElement.id") == "query-run"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_editor_keeps_nobody_out(pages, scheme):
    page = pages(color_scheme=scheme)
    page.goto("/editor")
    page.locator(".CodeMirror-lines").wait_for()
    ask(page, "SELECT ?m ?date ?who WHERE { ?m a pp:Meeting ; pp:date ?date ; pp:participant ?who }")
    page.get_by_role("button", name="Chronologie").click()
    page.locator(".canvas svg").wait_for()
    write(page, "SELECT * WHERE { ?m a ")
    page.keyboard.press("Control+Space")
    page.locator(".CodeMirror-hints li").first.wait_for()

    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run().then(({violations}) => violations)")

    assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found] == []


def test_a_phone_scrolls_only_what_must(pages):
    page = pages(viewport={"width": 320, "height": 700})
    page.goto("/editor")
    page.locator(".CodeMirror-lines").wait_for()
    ask(page, "SELECT * WHERE { ?m a pp:Meeting ; ?p ?o }")

    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320


def test_without_scripts_the_endpoint_answers(pages):
    page = pages(java_script_enabled=False)
    page.goto("/editor")
    page.locator("select[name=format]").select_option("csv")
    with page.expect_download() as coming:
        page.get_by_role("button", name="Exécuter").click()

    assert coming.value.path().read_text(encoding="utf-8").startswith("date,meeting,participant")
