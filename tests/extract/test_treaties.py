"""Treaties through their door: French sentences in, treaties, parties, status and ledger out."""

import csv

import pytest

from pourparlers.extract import actors, treaties
from pourparlers.resolve.dating import clock
from pourparlers.resources import lexicon

TABLE = lexicon("treaty_nouns.tsv").read_text("utf-8").splitlines()
ROWS = list(csv.DictReader(TABLE, delimiter="\t", quoting=csv.QUOTE_NONE))
# of the examples of the table, so many must give exactly their name; the others are wishes or rare nouns we leave out
FLOOR = 0.77


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
