from collections.abc import Callable
from pathlib import Path

import pytest

from pourparlers.language.document import Reading
from pourparlers.model import Block
from pourparlers.resources import folder

DATA = Path(__file__).parent / "data"


def lines(name: str) -> list[str]:
    return [line for line in (DATA / name).read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]


SENTENCES, TOKENS = lines("sentences.txt"), lines("tokens.txt")


def test_there_are_cases() -> None:
    assert len(SENTENCES) > 20
    assert len(TOKENS) > 10


@pytest.mark.parametrize("marked", SENTENCES)
def test_a_sentence_begins_where_it_should(read: Callable[..., Reading], marked: str) -> None:
    text = marked.replace(" | ", " ").replace("⏎", "\n")
    glued = marked.replace(".Le", ". | Le")
    expected = [part.strip() for line in glued.split("⏎") for part in line.split("|") if part.strip()]

    reading = read(text)

    assert [reading.doc[s.start : s.end].text for s in reading.sentences] == expected


@pytest.mark.parametrize("marked", TOKENS)
def test_tokens(nlp, marked: str) -> None:
    expected = marked.replace("␣", "").split("·")

    doc = nlp(marked.replace("·", "").replace("␣", " "))

    assert [token.text for token in doc] == expected


@pytest.mark.parametrize("seed", sorted(folder("seeds").glob("*.txt")), ids=lambda path: path.stem)
def test_every_sentence_of_the_seeds(read: Callable[..., Reading], seed: Path) -> None:
    """The offsets were judged by hand."""
    text = seed.read_text(encoding="utf-8")
    expected = [line.split("\t") for line in lines("seed_sentences.tsv")]

    reading = read(text)

    found = [reading.passage(s.start, s.end) for s in reading.sentences]
    wanted = [(int(begin), int(end)) for name, begin, end in expected if name == seed.stem]
    assert [(passage.begin, passage.end) for passage in found] == wanted


def test_paragraph_and_block(read: Callable[..., Reading]) -> None:
    text = "Un titre\n\nUn début. Une suite.\n\nUne légende ici\n\nUne fin."
    masked = text.replace("Une légende ici", " " * 15)
    blocks = (Block("title", 0, 8), Block("body", 10, 31), Block("caption", 33, 48), Block("body", 50, 58))

    reading = read(text, reading=masked, blocks=blocks)

    assert [(s.paragraph, s.block) for s in reading.sentences] == [(0, "title"), (1, "body"), (1, "body"), (2, "body")]
    assert reading.paragraph(1) == (reading.sentences[1].start, reading.sentences[2].end)


def test_masked_furniture_changes_no_reading(read: Callable[..., Reading]) -> None:
    text = "Le ministre est arrivé à Riga.\n\n{}\n\n« C'est fini », a-t-il dit devant le roi."
    menu = "Menu Accueil Vidéos\n  Connexion  \n" * 20
    mask = "".join(c if c == "\n" else " " for c in menu)

    plain = read(text.format("-"), reading=text.format(" "))
    masked = read(text.format(menu), reading=text.format(mask))

    assert (
        [plain.lower[v.head] for v in plain.verbs]
        == [masked.lower[v.head] for v in masked.verbs]
        == ["arrivé", "fini", "dit"]
    )
    assert [s.paragraph for s in masked.sentences] == [0, 1]


@pytest.mark.parametrize("text", ["", "   \n ", "\n\n"])
def test_an_empty_text_has_no_layers(read: Callable[..., Reading], text: str) -> None:
    reading = read(text)

    assert (reading.sentences, reading.quotes, reading.verbs, reading.hits) == ((), (), (), ())
