"""The saved queries as forms: what the fields hold, what is wrong with them, and what one sees of the rows."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from pourparlers.queries import PROOF, catalogue
from pourparlers.queries.parameters import NAMED
from pourparlers.serve import words
from pourparlers.serve.forms.tabled import tabled
from pourparlers.store import Store

CATALOGUE = catalogue()


@pytest.fixture
def get(server):
    """The function that asks for the page of a saved query, in French."""

    def ask(path, language="fr", **params):
        server.client.cookies.clear()
        headers = {"accept": "text/html", "accept-language": language}
        return server.client.get(f"/queries{path}", params=params, headers=headers)

    return ask


@pytest.fixture
def person(server):
    return server.client.get("/search?q=hanna&kind=person").json()["found"][0]["iri"]


def heads(text):
    return re.findall(r'<th scope="col" data-name="(\w+)">', text)


def text_of(html):
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


# ── the catalogue ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_catalogue_lists_every_query_under_its_topic(get):
    text = get("").text

    assert re.findall(r'<li><a href="/queries/([^"]+)">', text) == list(CATALOGUE)
    assert set(re.findall(r'<h2 id="(\w+)">', text)) == {query.topic for query in CATALOGUE.values()}


@pytest.mark.parametrize(
    ("typed", "language", "found", "not_found"),
    [
        ("rencontre dates", "fr", "meetings/between", "actors/persons"),
        ("RÉSEAU", "fr", "meetings/network", "meetings/between"),
        ("reseau", "fr", "meetings/network", "meetings/between"),
        ("whom dates", "en", "meetings/between", "actors/persons"),
        ("treaties/ledger", "en", "treaties/ledger", "treaties/status"),
    ],
)
def test_the_catalogue_is_filtered_by_words(get, typed, language, found, not_found):
    text = get("", language, q=typed).text

    assert f'href="/queries/{found}"' in text
    assert f'href="/queries/{not_found}"' not in text


def test_a_filter_that_leaves_nothing_says_so(get):
    text = get("", q="zzz <b>").text

    assert "Aucune requête ne contient ces mots" in text
    assert "<b>" not in text.partition("<main")[2]


# ── fields ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", CATALOGUE)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_parameter_has_a_labelled_field_of_its_type(get, name, language):
    text = get(f"/{name}", language).text

    for parameter in CATALOGUE[name].params:
        field = re.search(rf'<(input|select) id="field-{parameter.name}"([^>]*)>', text)
        assert f'<label for="field-{parameter.name}">{parameter.label[language]}' in unescape(text)
        assert f'name="{parameter.name}"' in field[2]
        assert ("required" in field[2]) == parameter.required
        assert (field[1] == "select") == (parameter.type == "enum")
        assert ("data-date" in field[2]) == (parameter.type == "date")
        assert ("data-suggest" in field[2]) == (parameter.type in NAMED)


def test_choices_are_told_in_the_language_of_the_page_and_the_default_is_chosen(get):
    french, english = get("/statements/by-act").text, get("/statements/by-act", "en").text

    assert '<option value="threaten" selected>menacer</option>' in french
    assert '<option value="threaten" selected>threaten</option>' in english


def test_empty_fields_do_not_stand_in_the_address(get):
    found = get("/meetings/between", **{"from": "2017", "to": "", "format": "html"})
    bare = get("/meetings/between", **{"from": "", "to": ""})

    assert (found.status_code, found.headers["location"]) == (303, "/queries/meetings/between?from=2017&format=html")
    assert (bare.status_code, bare.headers["location"]) == (303, "/queries/meetings/between")


def test_a_thing_picked_by_its_iri_is_shown_by_its_name(get, person):
    text = get("/meetings/of-actor", actor=person).text

    assert f'data-iri="{person}" data-name="Hanna Lindqvist"' in text
    assert "Karim Belhadj" in text


def test_a_name_typed_in_full_is_the_thing(get, person):
    text = get("/meetings/of-actor", actor="hanna LINDQVIST").text

    assert f'data-iri="{person}" data-name="Hanna Lindqvist"' in text
    assert "<tbody>" in text


@pytest.mark.parametrize(
    ("path", "params", "says"),
    [
        ("/meetings/of-actor", {"actor": "Personne Inconnue"}, words.WORDS["wrong_unknown"]["fr"]),
        ("/meetings/of-actor", {"actor": "https://example.org/x"}, words.WORDS["wrong_unknown"]["fr"]),
        ("/meetings/of-actor", {"actor": "http://<x>"}, words.WORDS["wrong_iri"]["fr"]),
        ("/meetings/between", {"from": "hier"}, words.WORDS["wrong_date"]["fr"]),
        ("/meetings/between", {"from": "2017-13"}, words.WORDS["wrong_date"]["fr"]),
        ("/statements/by-act", {"act": "sing"}, words.WORDS["wrong_enum"]["fr"]),
    ],
)
def test_what_is_wrong_stands_beside_its_field_and_nothing_is_asked(get, path, params, says):
    found = get(path, **params)
    name = next(iter(params))

    label = re.search(rf'<label for="field-{name}">(.*?)</label>', found.text, re.DOTALL)[1]
    assert (found.status_code, says in unescape(label)) == (400, True)
    assert re.search(rf'id="field-{name}"[^>]*aria-invalid="true"', found.text)
    assert 'role="alert"' in found.text
    assert "<tbody>" not in found.text


def test_a_value_of_no_parameter_is_refused(get):
    assert get("/meetings/between", nobody="x").status_code == 400
    assert get("/meetings/between", **{".language": "fr"}).status_code == 400


def test_an_ambiguous_name_offers_what_it_may_mean(site):
    headers = {"accept": "text/html", "accept-language": "fr"}
    found = site.client.get("/queries/statements/by-actor?speaker=minist%C3%A8re&evidence=1", headers=headers)
    offered = re.findall(r'<li><a href="\?([^"]+)"><bdi>([^<]+)</bdi></a>', found.text)

    assert found.status_code == 400
    assert words.WORDS["wrong_ambiguous"]["fr"] in found.text
    assert len(offered) > 1
    chosen = site.client.get(f"/queries/statements/by-actor?{unescape(offered[0][0])}", headers=headers)
    assert chosen.status_code == 200
    assert f'data-name="{offered[0][1]}"' in chosen.text
    assert 'name="evidence" value="1" checked' in chosen.text


# ── rows ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_names_and_things_share_a_column_with_a_link(get, person):
    text = get("/meetings/between").text

    assert heads(text) == ["date", "certain", "actor", "other", "placeName", "meeting"] or heads(text) == []
    text = get("/meetings/of-actor", actor=person).text
    assert not [name for name in heads(text) if name.endswith("Name") and name.removesuffix("Name") in heads(text)]
    assert re.search(r'<td data-iri="[^"]+"><a href="/id/person/[^"]+"[^>]*><bdi>Karim Belhadj</bdi></a></td>', text)


def test_the_proof_is_quoted_and_leads_to_the_reader_at_the_words(get, server):
    text = get("/meetings/meetings", evidence="1").text

    assert heads(text)[-1] == "evidence"
    assert not set(heads(text)) & set(PROOF[1:])
    proof = re.search(r'<td class="proof">(.*?)</td>', text, re.DOTALL)[1]
    assert "a rencontré" in text_of(proof)
    address = re.search(r'href="(/id/article/[0-9a-f]+#char=16,27)"', proof)[1]
    assert (
        server.client.get(address, headers={"accept": "text/html"}).headers["location"].startswith("/page/id/article/")
    )
    assert 'name="evidence" value="1" checked' in text


def test_the_file_of_an_article_leads_to_the_article(get):
    text = get("/meetings/meetings").text

    assert re.search(
        r'<td data-iri="[^"]+/article/[^"]+"><a href="/id/article/[^"]+"[^>]*><bdi>one.txt</bdi></a>', text
    )


def test_downloads_and_the_editor_get_the_same_question(get, server, person):
    text = get("/meetings/of-actor", actor=person, evidence="1").text

    targets = re.findall(r'<a href="(/queries/meetings/of-actor\.(\w+)\?[^"]+)" download>', text)
    assert [form for _, form in targets] == ["csv", "tsv", "json", "xml"]
    rows = server.client.get(unescape(targets[0][0])).text.splitlines()
    assert rows[0].endswith(",".join(PROOF))
    editor = urlsplit(unescape(re.search(r'href="(/editor\?[^"]+)"', text)[1]))
    asked = parse_qs(editor.query)["query"][0]
    assert f"<{person}>" in asked
    assert "?_actor" not in asked
    assert len(server.query(asked).json()["results"]["bindings"]) == len(rows) - 1


def test_an_empty_answer_names_what_to_leave_out(get):
    text = get("/meetings/between", **{"from": "2031", "to": "2032"}).text

    assert "Aucune ligne ne répond" in text
    assert '<a href="/queries/meetings/between?to=2032">sans « depuis le »</a>' in text
    assert '<a href="/queries/meetings/between?from=2031">sans « jusqu&#39;au »</a>' in text


def test_an_empty_answer_to_a_required_field_asks_for_another_value(get):
    text = get("/statements/by-actor", speaker="Karim Belhadj").text

    assert "Essayez une autre valeur de « qui parle »" in text
    assert re.search(r'ce que le graphe sait de <a href="/id/person/[^"]+"><bdi>Karim Belhadj</bdi></a>', text)


def test_no_fault_found_is_good_news(get):
    assert "C&#39;est bon signe" in get("/quality/no-name").text


def test_an_empty_graph_says_how_to_fill_it(serve, tmp_path):
    Store.open(tmp_path / "store", create=True).commit()
    with serve(tmp_path / "store") as server:
        found = server.client.get("/queries/meetings/between", headers={"accept": "text/html"})

    assert "pourparlers build DOSSIER" in found.text


def test_every_column_has_a_title():
    shown = {
        name
        for query in CATALOGUE.values()
        for name in (*query.returns, "evidence")
        if not (name.endswith("Name") and name.removesuffix("Name") in query.returns)
    }
    known = {name.removeprefix("column_") for name in words.GROUPS["columns"]}

    assert shown - known == set()
    assert known - shown == set()


def test_hostile_rows_are_only_words(get, hostile):
    text = get("/articles/articles").text

    assert "<script>alert" not in text
    assert hostile.partition("\u202e")[0].replace("<", "&lt;").replace(">", "&gt;").replace("'", "&#39;") in text
    assert 'href="javascript' not in text


def test_columns_as_told():
    told = {
        "columns": ["otherName", "n", "other", "at", "free"],
        "rows": [
            [{"value": "Ana"}, {"value": "3", "datatype": "http://www.w3.org/2001/XMLSchema#integer"},
             {"iri": "https://x/ana"}, {"iri": "https://x/p"}, {"iri": "https://x/free"}],
            [{"value": "Bo"}, {"value": "true", "datatype": "http://www.w3.org/2001/XMLSchema#boolean"},
             None, {"iri": "https://x/q/"}, {"value": "words", "language": "fr"}],
        ],
        "more": False,
        "things": {"https://x/p": {"label": "Place", "at": [1.5, 2]}, "https://x/q/": {"label": "long " * 40}},
        "files": {},
    }  # fmt: skip

    assert tabled(told) == {
        "columns": ["other", "n", "at", "free"],
        "rows": [
            [{"iri": "https://x/ana", "text": "Ana"}, {"text": "3", "language": None, "form": "number"},
             {"iri": "https://x/p", "text": "Place", "at": [1.5, 2]}, {"iri": "https://x/free", "text": "free"}],
            [{"text": "Bo", "language": None, "form": None}, {"text": "true", "language": None, "form": "boolean"},
             {"iri": "https://x/q/", "text": "long " * 15 + "long…"}, {"text": "words", "language": "fr", "form": None}],
        ],
        "more": False,
    }  # fmt: skip
