"""The page of each kind of thing: what it tells, in which order, and that long lists come in pages.

The graph is `data/things.ttl`, written into a running server; the words of its passages are read out of its texts.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import httpx
import pytest
from lxml import html
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse, serialize

from .markup import Page

BASE = "https://w3id.org/pourparlers"
DATA = Path(__file__).parent / "data" / "things.ttl"
NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
PP = f"{BASE}/ontology#"
TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


def described(triples):
    """Add to *triples* what describes the passages they point at."""
    texts = {t.subject.value: t.object.value for t in triples if t.predicate.value == f"{NIF}isString"}
    found = {t.object for t in triples if isinstance(t.object, NamedNode) and "#char=" in t.object.value}
    for passage in found:
        article, offsets = passage.value.split("#char=")
        begin, end = map(int, offsets.split(","))
        yield Triple(passage, TYPE, NamedNode(f"{PP}Passage"))
        yield Triple(passage, NamedNode("http://www.w3.org/ns/oa#hasSource"), NamedNode(article))
        yield Triple(passage, NamedNode(f"{NIF}beginIndex"), Literal(begin))
        yield Triple(passage, NamedNode(f"{NIF}endIndex"), Literal(end))
        yield Triple(passage, NamedNode(f"{NIF}anchorOf"), Literal(texts[article][begin:end]))


def given():
    triples = [quad.triple for quad in parse(path=str(DATA), format=RdfFormat.TURTLE)]
    return [*triples, *described(triples)]


def add(server, triples):
    body = serialize(triples, format=RdfFormat.N_TRIPLES)
    headers = {"content-type": "application/n-triples", "authorization": "Bearer secret"}
    found = server.client.post("/store?default", content=body, headers=headers)
    assert found.status_code in {200, 201, 204}, found.text


@pytest.fixture(scope="module")
def open_server(folder, tmp_path_factory, module_serve):
    """The function that runs a server on a store of its own and writes triples into it."""
    running = []

    def start(triples):
        path = tmp_path_factory.mktemp("cards") / "store"
        shutil.copytree(folder, path)
        running.append(module_serve(path, "--updates"))
        server = running[-1].__enter__()
        add(server, triples)
        return server

    yield start
    for one in running:
        one.__exit__(None, None, None)


@pytest.fixture(scope="module")
def things(open_server):
    return open_server(given())


class Seen:
    """A page and its parts."""

    def __init__(self, found: httpx.Response) -> None:
        assert found.status_code == 200, found.text
        self.source = found.text
        self.tree = html.fromstring(re.sub(r"(<br>|</li>)", r"\1 ", found.text))

    def text(self, path: str = "//main") -> str:
        return " ".join(" ".join(self.tree.xpath(f"{path}//text()")).split())

    def section(self, key: str) -> str:
        return self.text(f"//section[@id='{key}']")

    def rows(self, key: str) -> list[list[str]]:
        """The cells of the table in a section."""
        rows = self.tree.xpath(f"//section[@id='{key}']//tbody/tr")
        return [[" ".join(cell.text_content().split()) for cell in row.xpath("th|td")] for row in rows]

    def facts(self) -> dict[str, str]:
        names, values = self.tree.xpath("//dl[@class='facts']/dt"), self.tree.xpath("//dl[@class='facts']/dd")
        return {
            n.text_content().strip(): " ".join(v.text_content().split()) for n, v in zip(names, values, strict=True)
        }


@pytest.fixture
def see(things):
    def open_page(path: str, **params: str) -> Seen:
        return Seen(things.client.get(f"/page/id/{path}", params={"lang": "fr", **params}))

    return open_page


def test_a_person(see):
    page = see("person/brenn")

    assert page.text("//h1") == "Olaf Brenn"
    assert page.rows("posts") == [
        ["Norland", "ministre de la Marine", "2 mai 2011", "1er décembre 2009", "", "Brenn attendu à Torvik"]
    ]
    # The undated one is put where its article appeared, and says so.
    assert [row[:2] for row in page.rows("meetings")] == [
        ["paru : mai 2011 – juin 2011", "avec porte-parole sylvanien"],
        ["3 mai 2011", "avec Ilse Karst invité"],
    ]
    assert "d'avoir violé le pacte des Détroits" in page.section("statements")
    assert "visant Sylvanie" in page.section("statements")
    assert "Démentis" in page.section("accusations")
    assert "toute violation" in page.section("accusations")
    assert page.rows("names") == [
        ["Brenn", "2", "Une heure à Torvik 0 · Brenn attendu à Torvik 62"],
        ["Olaf Brenn", "1", "Brenn attendu à Torvik 18"],
    ]
    assert [row[:3] for row in page.rows("sources")] == [
        ["mai 2011 – juin 2011", "Une heure à Torvik", ""],
        ["2 mai 2011", "Brenn attendu à Torvik", "L'Estafette"],
    ]
    assert page.rows("reasons") == [
        [
            "identiques",
            "Brenn — Une heure à Torvik",
            "Olaf Brenn — Brenn attendu à Torvik",
            "même nom de famille, même poste",
            "règle surname",
        ]
    ]


def test_every_name_leads_to_the_words_that_print_it(see):
    links = see("person/brenn").tree.xpath("//section[@id='names']//a/@href")

    assert links == [f"/page/id/article/{where}" for where in ("held#char=0,5", "plan#char=62,67", "plan#char=18,28")]


def test_a_state(see):
    page = see("state/norland")

    assert page.rows("holders")[0][:2] == ["Olaf Brenn", "ministre de la Marine"]
    assert page.rows("represented")[0][:2] == ["3 mai 2011", "Ilse Karst, Olaf Brenn"]
    assert page.text("//section[@id='parts']//li") == "flotte du Norland"
    assert page.text("//section[@id='people']//li") == "Olaf Brenn"
    assert page.rows("treaties")[0][1] == "pacte des Détroits"
    assert page.rows("ledger")[0][:3] == ["mars 1987", "signature", "pacte des Détroits"]
    assert "d'avoir violé" in page.section("spoken")
    assert page.tree.xpath("//dl[@class='facts']//a[starts-with(@href, 'https://example.org')]/@href") == [
        "https://example.org/Q1"
    ]


def test_a_meeting_and_its_witnesses_side_by_side(see):
    page = see("meeting/torvik")
    witnesses = {row[0]: row[1:] for row in page.rows("witnesses")}

    assert page.facts()["Articles"] == "2, sources indépendantes : 1"
    assert page.tree.xpath("//table[@class='witnesses']//thead//th/a/@href") == [
        "/page/id/article/plan",
        "/page/id/article/held",
    ]
    assert witnesses["Statut"] == ["prévue", "tenue"]
    assert witnesses["Lieu"] == ["Torvik", "— n'en dit rien"]
    assert witnesses["Date"] == ["3 mai 2011 lu dans « mardi » rapporté à publication: 2 mai 2011", "— n'en dit rien"]
    assert witnesses["Participants"] == ["Ilse Karst Olaf Brenn, ministre de la Marine · Norland invité", "Olaf Brenn"]
    assert witnesses["Ne nomme pas"] == ["—", "Ilse Karst"]
    assert witnesses["Ses mots"][1] == "« a rencontré »"
    assert "futur « verra »" in witnesses["Ses mots"][0]
    steps = page.tree.xpath("//ol[@class='steps']/li")
    assert [step.text_content().split()[0] for step in steps] == ["prévue", "tenue"]
    assert "d'avoir violé" in page.section("about")


def test_a_treaty_and_its_ledger(see):
    page = see("treaty/straits")

    assert [row[:3] for row in page.rows("ledger")] == [
        ["mars 1987", "signature", "Norland"],
        ["paru : 2 mai 2011", "accusation de violation", "Olaf Brenn"],
    ]
    assert page.rows("ledger")[0][3] == "notice d'autorité"
    assert "violé le pacte des Détroits" in page.rows("ledger")[1][3]
    assert "toute violation" in page.section("accusations")
    assert page.facts()["Parties"] == "Norland, Sylvanie"


def test_a_statement_its_chain_and_its_denial(see):
    page = see("article/plan/statement-1")
    denial = see("article/held/statement-1")

    assert page.facts()["Locuteur"] == "Olaf Brenn en qualité de ministre de la Marine · Norland"
    assert page.text("//mark") == "d'avoir violé le pacte des Détroits"
    chain = [" ".join(step.text_content().split()) for step in page.tree.xpath("//ol[@class='steps']/li")]
    assert chain == [
        "Olaf Brenn",
        "rapporté par flotte du Norland",
        "imprimé par L'Estafette, Brenn attendu à Torvik, 2 mai 2011",
    ]
    assert "toute violation" in page.text("//section[@aria-labelledby='denials-title']")
    assert "d'avoir violé" in denial.text("//section[@aria-labelledby='denied-title']")
    assert not denial.tree.xpath("//section[@aria-labelledby='denials-title']")


def test_an_article_reads_without_a_script(see):
    page = see("article/plan")
    held = see("article/held")

    assert page.text("//span[@class='furniture']") == "Menu"
    text = page.tree.xpath("string(//div[@class='body']/p[2])")
    assert (
        text
        == "Le ministre Olaf Brenn verra Ilse Karst mardi à Torvik. Brenn accuse la Sylvanie d'avoir violé le pacte des Détroits."
    )
    # Words of a fact: the fact's first link is to an element that stands just before them.
    statement = page.tree.xpath("//section[contains(@class, 'statement')]//a[@class='go']/@href")[0]
    assert statement == "#char=87,122"
    after = page.tree.xpath(f"//*[@id='{statement[1:]}']/following-sibling::a[1]")[0]
    assert after.text == "d'avoir "
    assert page.tree.xpath(f"//li[@id='{after.get('href')[1:]}']")
    assert held.text("//section[contains(@class, 'quotation')]").startswith("Citations sans auteur")
    assert "« mardi », au passé" in held.text("//details")
    assert "futur « verra »" in page.text("//section[contains(@class, 'meeting')]//ol")


def test_in_english(see):
    page = see("meeting/torvik", lang="en")

    assert page.facts()["Date"] == "3 May 2011"
    assert "— does not say" in page.section("witnesses")
    assert "held" in page.text("//h1/following-sibling::p")


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/ontology", "pp:Meeting"),
        ("/ontology/meetings", "Entrevue"),
        ("/ontology/meeting-kind", "face à face"),
        ("/ontology/meeting-kind/face-to-face", "Employé par"),
        ("/id/place/1", "Olaf Brenn"),
        ("/id/tenure/minister", "d'avoir violé le pacte des Détroits"),
        ("/id/event/signature", "notice d'autorité"),
        ("/id/judgement-1", "même nom de famille"),
        ("/id/article/plan/person-1", "Version de"),
        (
            "/id/article/plan/meeting-1/participation-1",
            "en qualité de ministre de la Marine · Norland partie Olaf Brenn",
        ),
        ("/id/article/plan/meeting-1/mark-1", "« verra »"),
    ],
)
def test_smaller_things(things, path, words):
    page = Seen(things.client.get(f"/page{path}?lang=fr"))

    assert words in page.text()
    assert len(page.tree.xpath("//h1")) == 1
    assert page.tree.xpath("//link[@rel='alternate']/@type") == ["text/turtle", "application/ld+json"]


def test_a_term_of_the_whole_ontology_has_a_place_of_its_own(things):
    page = Seen(things.client.get("/page/ontology"))

    assert page.tree.xpath("//dt[@id='participant']//a/@href") == ["/page/ontology#participant"]


MANY = 10_000


def many():
    """A state that meets, speaks and is spoken of ten thousand times."""
    state = NamedNode(f"{BASE}/id/state/vast")
    label = NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel")
    yield Triple(state, TYPE, NamedNode(f"{PP}State"))
    yield Triple(state, label, Literal("Vast", language="fr"))
    day = NamedNode("http://www.w3.org/2001/XMLSchema#date")
    begin = NamedNode("http://semanticweb.cs.vu.nl/2009/11/sem/hasEarliestBeginTimeStamp")
    for number in range(MANY):
        said = NamedNode(f"{BASE}/id/said/{number}")
        yield Triple(said, TYPE, NamedNode(f"{PP}Statement"))
        yield Triple(said, NamedNode(f"{PP}speaker"), state)
        yield Triple(said, NamedNode(f"{PP}text"), Literal(f"parole {number}"))
        yield Triple(said, begin, Literal(f"{1900 + number // 100}-01-{number % 28 + 1:02}", datatype=day))


def test_ten_thousand_facts_come_in_pages(open_server):
    client = open_server(many()).client
    first, third, beyond, odd = (
        Seen(client.get(f"/page/id/state/vast?lang=fr{asked}"))
        for asked in ("", "&statements=3&meetings=7", "&statements=999999", "&statements=-1;DROP")
    )

    assert first.text("//section[@id='statements']/h2") == "Déclarations faites 10000"
    assert len(first.tree.xpath("//section[@id='statements']/ol/li")) == 10
    assert "parole 9999" not in third.source
    assert "page 3 sur 1000" in third.section("statements")
    assert third.tree.xpath("//a[@rel='next']/@href") == ["?statements=4&meetings=7#statements"]
    assert "page 1000 sur 1000" in beyond.section("statements")
    assert "page 1 sur 1000" in odd.section("statements")
    assert len(first.source) < 100_000
    words = [int(word) for page in (first, third) for word in re.findall(r"parole (\d+)", page.section("statements"))]
    assert len(set(words)) == 20
    assert words == sorted(words, key=lambda n: (-(n // 100), -(n % 28)))


def hostile_graph(words):
    """The same graph with hostile words in the place of its own, and a text of a million characters."""
    plain = "http://www.w3.org/2001/XMLSchema#string"
    kept = {f"{NIF}isString", f"{NIF}anchorOf", f"{PP}verdict"}
    for triple in given():
        term = triple.object
        if (
            isinstance(term, Literal)
            and (term.language or term.datatype.value == plain)
            and triple.predicate.value not in kept
        ):
            long = words * 20_000 if triple.predicate.value == f"{PP}text" else words
            term = (
                Literal(f"{term.value} {long}", language=term.language)
                if term.language
                else Literal(f"{term.value} {long}")
            )
        yield Triple(triple.subject, triple.predicate, term)


def test_hostile_words_are_only_words_on_every_kind_of_page(open_server, hostile):
    server = open_server(hostile_graph(hostile))
    subjects = {triple.subject.value.partition("#")[0] for triple in given()}

    assert len(subjects) > 20
    for iri in sorted(subjects):
        found = server.client.get(f"/page{iri.removeprefix(BASE)}?lang=fr")
        page = Page(found.text)
        assert found.status_code == 200, iri
        assert "\u202e" not in found.text, iri
        assert [target for target in page.links if not re.match(r"/|[?#]|https?://", target)] == [], iri
        assert len(found.content) < 100_000, iri
