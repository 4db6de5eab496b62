"""A small store, made without the language model: two articles with the facts a reader would note."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest
from click.testing import CliRunner
from pyoxigraph import Literal, Quad

from pourparlers.cli import main
from pourparlers.graph import lift
from pourparlers.model import (
    Article,
    Block,
    Dating,
    Facts,
    Institution,
    Meeting,
    Participation,
    Passage,
    Person,
    Place,
    Statement,
    Tenure,
    Time,
    Treaty,
)
from pourparlers.store import Store
from pourparlers.vocab import NIF

ONE = (
    "La présidente Hanna Lindqvist a rencontré Karim Belhadj à Varena le 8 mai 2019. « Nous sommes prêts », a-t-elle "
    "déclaré. Elle accuse la Sirmie de violer le traité de Varena."
)
TWO = "Karim Belhadj doit se rendre à Lodène avec Oda Brekke. Il n'a rien dit d'autre à la presse de son pays ce matin-là."


def at(text: str, words: str) -> Passage:
    begin = text.index(words)
    return Passage(begin, begin + len(words))


def article(name: str, text: str, **fields: str) -> Article:
    block = (Block("body", 0, len(text)),)
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(name=name, text=text, reading=text, blocks=block, sha256=digest, **fields)


def day(year: int, month: int, number: int) -> Time:
    one = date(year, month, number)
    return Time(one.isoformat(), one, one, one, one)


def first_facts() -> Facts:
    hanna = Person(id="person-1-1", evidence=(at(ONE, "Hanna Lindqvist"),), rule="actors.test", name="Hanna Lindqvist")
    karim = Person(id="person-2-2", evidence=(at(ONE, "Karim Belhadj"),), rule="actors.test", name="Karim Belhadj")
    sirmia = Institution(
        id="institution-1-1", evidence=(at(ONE, "Sirmie"),), rule="actors.test", name="Sirmie", kind="state"
    )
    return Facts(
        dating=Dating(date(2019, 5, 9), date(2019, 5, 9), ("le jour suivant le 8 mai 2019",)),
        persons=(hanna, karim),
        institutions=(sirmia,),
        tenures=(
            Tenure(
                id="tenure-1-1",
                evidence=(at(ONE, "présidente"),),
                rule="actors.test",
                holder=hanna.id,
                title="présidente",
                post="président",
            ),
        ),
        meetings=(
            Meeting(
                id="meeting-1-1",
                evidence=(at(ONE, "a rencontré"),),
                rule="actors.test",
                kind="face-to-face",
                status="held",
                participations=(Participation(hanna.id), Participation(karim.id)),
                place=Place("Varena", at(ONE, "Varena")),
                time=day(2019, 5, 8),
            ),
        ),
        treaties=(
            Treaty(
                id="treaty-1-1", evidence=(at(ONE, "traité de Varena"),), rule="actors.test", name="traité de Varena"
            ),
        ),
        statements=(
            Statement(
                id="statement-1-1",
                evidence=(at(ONE, "« Nous sommes prêts », a-t-elle déclaré"),),
                rule="actors.test",
                speakers=(hanna.id,),
                content=(at(ONE, "Nous sommes prêts"),),
                mode="direct",
                cue=(at(ONE, "a-t-elle déclaré"),),
                speech_act="state",
            ),
            Statement(
                id="statement-2-2",
                evidence=(at(ONE, "Elle accuse la Sirmie de violer le traité de Varena"),),
                rule="actors.test",
                speakers=(hanna.id,),
                content=(at(ONE, "violer le traité de Varena"),),
                mode="indirect",
                cue=(at(ONE, "accuse"),),
                speech_act="accuse",
                targets=(sirmia.id,),
                about=("treaty-1-1",),
            ),
        ),
    )


def second_facts() -> Facts:
    karim = Person(id="person-1-1", evidence=(at(TWO, "Karim Belhadj"),), rule="actors.test", name="Karim Belhadj")
    oda = Person(id="person-2-2", evidence=(at(TWO, "Oda Brekke"),), rule="actors.test", name="Oda Brekke")
    return Facts(dating=Dating(None, None), persons=(karim, oda))


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """The folder of a store that no test changes."""
    path = tmp_path_factory.mktemp("cli") / "store"
    fill(path)
    return path


@pytest.fixture
def own(tmp_path):
    """The folder of a store of the test's own."""
    fill(tmp_path / "store")
    return tmp_path / "store"


def fill(path) -> None:
    store = Store.open(path, create=True)
    one = article("one.txt", ONE, title="Une rencontre", publisher="Le Courrier de Sirmie", url="https://example.org/1")
    store.write(one, lift(one, first_facts()))
    two = article("two.txt", TWO)
    store.write(two, lift(two, second_facts()))
    store.commit()


@pytest.fixture
def misquote():
    """Return a function that makes a store quote words that its first article does not have."""

    def change(path) -> None:
        store = Store.open(path)
        one = article("one.txt", ONE)
        quads = (
            Quad(q.subject, q.predicate, Literal("autre"), q.graph_name) if q.predicate == NIF.anchorOf else q
            for q in lift(one, first_facts())
        )
        store.write(one, quads)
        store.commit()

    return change


def call(*words, **more):
    """Run the program in English and return its result."""
    return CliRunner().invoke(main, ["--lang", "en", *map(str, words)], catch_exceptions=False, **more)


@pytest.fixture
def run():
    """Return the function that runs the program."""
    return call


@pytest.fixture(scope="module")
def module_run():
    """Return the same function, for fixtures that live longer than a test."""
    return call
