"""Articles made by hand, their facts, and a store that holds them."""

from pathlib import Path

import pytest

from pourparlers.graph import lift
from pourparlers.model import Article, Dating, Facts, Passage, Person, Statement
from pourparlers.store import Store

DATA = Path(__file__).parent / "data"


def article(name, text, sha256=None):
    return Article(name=name, text=text, reading=text, blocks=(), sha256=(sha256 or "0") * 64)


def facts(text, speaker):
    """Say that *speaker*, whom the text names, said its last sentence."""
    begin = text.index(speaker)
    said = Passage(text.rindex(":") + 2, len(text))
    return Facts(
        dating=Dating(None, None),
        persons=(
            Person(id="person-1", evidence=(Passage(begin, begin + len(speaker)),), rule="test.name", name=speaker),
        ),
        statements=(
            Statement(
                id="statement-1",
                evidence=(Passage(begin, len(text)),),
                rule="test.said",
                speakers=("person-1",),
                content=(said,),
                mode="direct",
                cue=(),
                speech_act="announce",
            ),
        ),
    )


def quads(name, text, speaker, sha256=None):
    return lift(article(name, text, sha256), facts(text, speaker))


@pytest.fixture
def store(tmp_path):
    """A store of two articles, committed."""
    store = Store.open(tmp_path / "store", create=True)
    for name, text, speaker in (
        ("un.txt", "Anna Berg a dit : La digue tient.", "Anna Berg"),
        ("deux.txt", "Bo Carlsen a dit : Le pont tient aussi.", "Bo Carlsen"),
    ):
        store.write(article(name, text), quads(name, text, speaker))
    store.commit()
    return store


@pytest.fixture
def said():
    """Return a function that lists what a store says was said, and by which article."""

    def ask(store):
        rows = store.query(
            "SELECT ?source ?text WHERE { ?s a pp:Statement ; pp:text ?text ; dcterms:source/dcterms:identifier ?source }"
        )
        return sorted((row["source"].value, row["text"].value) for row in rows)

    return ask
