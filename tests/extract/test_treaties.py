"""Treaties through their door: French sentences in, treaties, parties, status and ledger out."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from pourparlers.extract import actors, treaties
from pourparlers.resolve.dating import clock
from pourparlers.resources import lexicon

TABLE = lexicon("treaty_nouns.tsv").read_text("utf-8").splitlines()
ROWS = list(csv.DictReader(TABLE, delimiter="\t", quoting=csv.QUOTE_NONE))
# of the examples of the table, so many must give exactly their name; the others are wishes or rare nouns we leave out
FLOOR = 0.77
DATA = Path(__file__).parent / "data"
# of the sentences nothing was developed on
HELD = {"found": 0.89, "precision": 0.93, "status": 0.94, "date": 0.98, "parties": 0.7}


def table(name):
    """Return sentences and what is to come of each; no name means no treaty."""
    with (DATA / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def told(treaty, names):
    """Return status, date and parties of a treaty as the tables write them."""
    return treaty.status, treaty.signed.edtf if treaty.signed else "", {names[party] for party in treaty.parties}


@pytest.fixture
def found(read):
    def run(text, **fields):
        reading = read(text, published="2019-06-14", **fields)
        entities = actors.entities(reading)
        names = {one.id: one.name for one in (*entities.persons, *entities.institutions)}
        return *treaties.extract(reading, entities, clock(reading, entities)), names

    return run


@pytest.mark.parametrize(
    ("text", "name", "status", "signed"),
    [
        ("Le traité de Tordesillas, signé en 1494, partageait le Nouveau Monde.", "traité de Tordesillas", "unknown", "1494"),
        ("Oslo et Reykjavik ont signé mercredi un accord de pêche.", "accord de pêche", "unknown", "2019-06-12"),
        ("Le pacte de Bogota a expiré l'an dernier.", "pacte de Bogota", "expired", None),
        ("Lima accuse Quito de violer le protocole de Rio.", "protocole de Rio", "violated-claim", None),
        ("Le Caire menace de se retirer de l'accord de Khartoum.", "accord de Khartoum", "withdrawal-threatened", None),
        ("Nairobi a suspendu l'accord commercial avec Kampala.", "accord commercial avec Kampala", "suspended", None),
        ("La résolution 1701 du Conseil de sécurité est en vigueur.", "résolution 1701 du Conseil de sécurité", "in-force", None),
        ("Accord signé entre Lima et Quito. Un accord de paix a été signé lundi entre Lima et Quito.", "accord de paix", "unknown", "2019-06-10"),
        ("Oslo et Reykjavik prolongent leur cessez-le-feu. Le cessez-le-feu a été convenu le 2 mai.", "cessez-le-feu", "in-force", "2019-05-02"),
        ("La ministre a parlé des derniers articles en suspens du traité de paix.", "traité de paix", "unknown", None),
        ("On avance vers la signature d'un accord de pêche entre Lima et Quito.", "accord de pêche entre Lima et Quito", "unknown", None),
        ("Hanoï a présenté mardi deux projets de traités.", "projets de traités", "draft", "2019-06-11"),
    ],
)  # fmt: skip
def test_one_treaty(found, text, name, status, signed):
    (treaty,), _, _ = found(text)

    assert treaty.name == name
    assert treaty.status == status
    assert (treaty.signed.edtf if treaty.signed else None) == signed


@pytest.mark.parametrize(
    "text",
    [
        "Les deux ministres sont d'accord sur le calendrier.",
        "Rien ne se fera sans l'accord de Lima.",
        "Le parlement a donné son accord.",
        "L'Union réclame un accord.",
        "Il faudrait signer un accord, a estimé la ministre.",
        "La résolution du conflit prendra du temps.",
        "La convention démocrate s'ouvre lundi.",
        "La déclaration du ministre a surpris.",
        "Les blessés ont été traités sur place.",
        "Le protocole sanitaire a été allégé.",
    ],
)
def test_no_treaty(found, text):
    assert found(text)[0] == ()


def test_two_treaties_of_one_name_stay_two(found):
    text = "Le traité Start de 1991 a précédé le traité New Start, signé en 2010."

    names = [treaty.name for treaty in found(text)[0]]

    assert len(names) == 2


def test_the_treaty_recalled_is_the_one_named(found):
    text = (
        "Le traité de Windhoek a été signé en 1999 par le Botswana et la Namibie. Ce traité a mis fin à un différend. "
        "Selon Gaborone, le texte reste la meilleure garantie et l'accord est appliqué."
    )

    (treaty,), ledger, names = found(text)

    assert [names[party] for party in treaty.parties] == ["Botswana", "Namibie"]
    assert len(treaty.evidence) >= 2
    assert [(event.kind, event.time.edtf) for event in ledger if event.kind == "signature"] == [("signature", "1999")]


def test_ledger_of_a_withdrawal(found):
    _, ledger, names = found("La Zambie s'est retirée lundi du traité de Maputo.")

    (event,) = ledger
    assert (event.kind, event.time.edtf, [names[one] for one in event.actors]) == (
        "withdrawal",
        "2019-06-10",
        ["Zambie"],
    )


def test_counter_examples_of_the_table(found):
    wrong = [row["counter_example"] for row in ROWS if row["counter_example"] and found(row["counter_example"])[0]]

    assert wrong == []


def test_examples_of_the_table(found):
    rows = [row for row in ROWS if row["example_name"]]

    right = [row for row in rows if row["example_name"] in [treaty.name for treaty in found(row["example"])[0]]]

    assert len(right) / len(rows) >= FLOOR
    assert [row["example"] for row in ROWS if not row["example_name"] and found(row["example"])[0]] == []


@pytest.mark.parametrize(
    ("text", "event", "who"),
    [
        ("Le Kenya menace l'Ouganda : Nairobi se retirera du traité d'Entebbe.", "withdrawal-threatened", ["Kenya"]),
        ("Lima accuse Quito de violer le protocole de Rio.", "accusation-of-breach", ["Lima"]),
        ("Dans une lettre au Ghana, le Togo a suspendu l'accord d'Abuja.", "suspension", ["Togo"]),
    ],
)
def test_who_does_it(found, text, event, who):
    _, ledger, names = found(text)

    assert [[names[one] for one in line.actors] for line in ledger if line.kind == event] == [who]


@pytest.mark.parametrize("row", table("treaties-developed.tsv"), ids=lambda row: row["text"][:40])
def test_sentence(found, row):
    treaties_found, ledger, names = found(row["text"])

    assert [treaty.name for treaty in treaties_found] == ([row["name"]] if row["name"] else [])
    if not row["name"]:
        return
    status, date, parties = told(treaties_found[0], names)
    assert (status, date) == (row["status"], row["date"])
    assert parties == set(row["parties"].split(",")) or not row["parties"]
    lines = {f"{e.kind}:{'+'.join(names[a] for a in e.actors)}:{e.time.edtf if e.time else ''}" for e in ledger}
    assert lines >= set(filter(None, row["events"].split(";")))


def test_sentences_held_back(found):
    """Nothing was developed on these."""
    tally: Counter[str] = Counter()
    for row in table("treaties-held.tsv"):
        got, _, names = found(row["text"])
        same = [treaty for treaty in got if row["name"] and treaty.name == row["name"]]
        tally["all"] += len(got)
        tally["wanted"] += bool(row["name"])
        for treaty in same[:1]:
            status, date, parties = told(treaty, names)
            tally["found"] += 1
            tally["status"] += status == row["status"]
            tally["date"] += date == row["date"]
            tally["with parties"] += bool(row["parties"])
            tally["parties"] += bool(row["parties"]) and parties == set(row["parties"].split(","))

    assert tally["found"] / tally["wanted"] >= HELD["found"]
    assert tally["found"] / tally["all"] >= HELD["precision"]
    assert tally["status"] / tally["found"] >= HELD["status"]
    assert tally["date"] / tally["found"] >= HELD["date"]
    assert tally["parties"] / tally["with parties"] >= HELD["parties"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # one ceasefire, however it is spoken of
        ("L'armée et les rebelles ont conclu une trêve à Nyala. Le cessez-le-feu doit durer. La trêve tient.", 1),
        ("Un cessez-le-feu bilatéral est négocié. La guérilla observe déjà un cessez-le-feu unilatéral.", 2),
        ("Un nouveau cessez-le-feu est entré en vigueur lundi. Le cessez-le-feu de mai avait été violé.", 2),
        ("L'ONU a appelé à un cessez-le-feu. Le pape aussi souhaite un cessez-le-feu.", 1),
        # the headline says it, and the text says it again
        ("Lima et Quito signent un accord de paix. Lima et Quito ont signé lundi un accord de paix.", 1),
        ("Lima et Quito ont signé un accord de paix. Lagos et Accra ont signé un autre accord de paix.", 2),
        # what only recalls one adds nothing
        ("L'accord de Diffa a été signé lundi. Ce texte encadre la transhumance. Le document compte dix pages.", 1),
        ("Le traité de Lomé a expiré. Le texte de la chanson a été modifié.", 1),
        ("La brigade du Kenya et celle des Pays-Bas ont quitté la ville. Le traité de Lomé a expiré.", 1),
    ],
)
def test_how_many(found, text, names):
    assert len(found(text)[0]) == names


def test_a_ceasefire_that_is_only_wished_for_is_a_draft(found):
    (treaty,), _, _ = found("L'ONU a appelé à un cessez-le-feu. Le pape aussi souhaite un cessez-le-feu.")

    assert treaty.status == "draft"


@pytest.mark.parametrize(
    ("text", "name", "date", "parties"),
    [
        (
            "L'an dernier, M. Hansen a négocié un accord sur la pêche entre le Pérou et le Chili.",
            "accord sur la pêche entre le Pérou et le Chili",
            "2018",
            ["Pérou", "Chili"],
        ),
        (
            "Il y a dix ans, la médiation d'Oslo avait permis de sceller un accord de paix entre le Tchad et le Soudan.",
            "accord de paix entre le Tchad et le Soudan",
            "2009~",
            ["Tchad", "Soudan"],
        ),
        (
            "Il faut conclure un accord de paix entre le Tchad et le Soudan, a dit lundi le pape.",
            "accord de paix entre le Tchad et le Soudan",
            None,
            ["Tchad", "Soudan"],
        ),
    ],
)
def test_what_somebody_brought_about(found, text, name, date, parties):
    (treaty,), _, names = found(text)

    assert (treaty.name, treaty.signed.edtf if treaty.signed else None) == (name, date)
    assert [names[party] for party in treaty.parties] == parties


@pytest.mark.parametrize(
    "text",
    [
        "L'accord de paix d'Arusha entre dans le cadre des efforts du Kenya et du Tchad.",
        "L'accord de paix d'Arusha entre demain en vigueur, ont dit le Kenya et le Tchad.",
    ],
)
def test_entering_is_not_between(found, text):
    (treaty,), _, _ = found(text)

    assert (treaty.name, treaty.parties) == ("accord de paix d'Arusha", ())


def test_ministers_bind_their_states(found):
    text = "Le ministre du Tchad Mahamat Koulbou et le ministre du Niger Issa Garba ont signé un accord sur l'eau."

    (treaty,), _, names = found(text)

    assert [names[party] for party in treaty.parties] == ["Mahamat Koulbou", "Issa Garba", "Tchad", "Niger"]
