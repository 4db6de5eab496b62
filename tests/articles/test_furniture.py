"""What is masked and what is read: whole made-up pages, and every line of the table of furniture."""

import csv
import re
from pathlib import Path

import pytest

from pourparlers import articles
from pourparlers.articles.patterns import rules
from pourparlers.model import Article
from pourparlers.resources import lexicon

PAGES = sorted((Path(__file__).parent / "data").glob("*.txt"))
TABLE = lexicon("boilerplate.tsv").read_text("utf-8").splitlines()
ROWS = list(csv.DictReader(TABLE, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_page(page):
    """Each line of a page begins with the kind it must get."""
    lines = [line.partition("|") for line in page.read_text("utf-8").splitlines() if line]

    article = articles.article(page.name, "\n\n".join(text for _, _, text in lines))

    assert isinstance(article, Article), article
    kinds = {article.text[block.begin : block.end]: block.kind for block in article.blocks}
    assert [(kinds.get(text, "in pieces"), text) for _, _, text in lines] == [(kind, text) for kind, _, text in lines]


def test_there_are_pages():
    assert len(PAGES) >= 4


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["example"][:40])
def test_line_of_the_table(row):
    pattern = re.compile(row["pattern"], re.IGNORECASE)

    assert all(pattern.search(row[column]) for column in ("example", "example_2") if row[column])
    if row["counter_example"] and not row["guard"] and row["scope"] != "inline":
        assert not pattern.search(row["counter_example"])


def test_every_line_is_a_rule():
    assert len(rules()) == len(ROWS) > 100


def test_scrap_inside_a_paragraph_is_masked_alone():
    text = (
        "La trêve tient depuis mardi dans la vallée, selon les observateurs de la mission. Lire aussi : "
        "« Nous restons vigilants », a déclaré leur chef, Anselme Kaboré, à la presse."
    )

    article = articles.article("a.txt", text)

    assert "Lire aussi" not in article.reading
    assert "selon les observateurs" in article.reading
    assert "Nous restons vigilants" in article.reading


def test_machine_translation_is_told():
    notice = (
        "Nous transmettons cette actualité automatiquement et la traduisons grâce à une technologie programmatique."
    )
    text = "La présidente a reçu mercredi à Montevideo le ministre uruguayen de la Défense, selon son porte-parole.\n\n"

    assert articles.article("a.txt", text + notice).translated
    assert not articles.article("a.txt", text).translated
