"""Articles through their door: files on disk in, `Article` and `Skipped` out."""

import json
from pathlib import Path

import pytest

from pourparlers import articles
from pourparlers.articles import Skipped
from pourparlers.errors import InvalidArticle
from pourparlers.model import Article

LEAD = (
    "Le ministre lituanien des Affaires étrangères, Jonas Petrauskas, a reçu mardi à Vilnius son homologue géorgienne, "
    "Nino Kapanadzé, a annoncé son ministère. « Nous avons évoqué l’adhésion », a-t-il déclaré."
)
SECOND = "Les deux délégations doivent se revoir à l’automne, selon un communiqué publié à l’issue de leurs entretiens."


def only(path: Path) -> Article:
    (found,) = articles.read([path])
    assert isinstance(found, Article), found
    return found


def seen(article: Article) -> str:
    return " ".join(article.reading.split())


@pytest.mark.parametrize(
    ("raw", "remarks"),
    [
        (LEAD.encode(), ()),
        (b"\xef\xbb\xbf" + LEAD.encode(), ()),
        (LEAD.encode("utf-16"), ()),
        (LEAD.encode("utf-16-le"), ("utf-16-without-bom",)),
        (LEAD.encode("cp1252"), ("windows-1252",)),
        (LEAD.encode() + "\xa0: fin.".encode("cp1252"), ("broken-bytes",)),
        (LEAD.encode().decode("cp1252").encode(), ("double-encoded",)),
        (LEAD.replace("ministre", "mini\u00adstre").encode(), ()),
        ((LEAD + "\r\n\r\n" + SECOND).encode(), ()),
        (LEAD.replace("Jonas P", "Jonas \xa0 P").encode(), ()),
    ],
    ids=["utf-8", "bom", "utf-16", "utf-16-bare", "windows", "broken", "mojibake", "soft-hyphen", "crlf", "spaces"],
)
def test_encodings(tmp_path, raw, remarks):
    (tmp_path / "a.txt").write_bytes(raw)

    article = only(tmp_path / "a.txt")

    assert seen(article).startswith("Le ministre lituanien des Affaires étrangères, Jonas Petrauskas, a reçu mardi")
    assert article.remarks == remarks
    assert len(article.text) == len(article.reading)


@pytest.mark.parametrize(
    ("name", "raw", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\n ", "empty"),
        ("a.txt", b"\x00\x01\x02\x03" * 200, "not-text"),
        ("a.txt", b"Menu\nRechercher\nSe connecter\nContact\n", "no-prose"),
        ("a.txt", b"The minister met his counterpart in Vilnius on Tuesday, the ministry said. They will meet again.", "not-french"),
        ("a.txt", "El ministro se reunió el martes en Vilna con su homóloga, según anunció el ministerio en un comunicado.".encode(), "not-french"),
        ("a.txt", (LEAD + "\n").encode() * 30_000, "too-large"),
        ("a.txt", bytes(range(256)) * 80, "not-text"),
        ("a.html", b"<html><body></body></html>", "empty"),
        ("a.html", b"<html><body>" + b"<div><p>" * 3000 + b"Le ministre a dit oui.", "empty"),
        ("a.pdf", b"%PDF-1.7", "unknown-type"),
        ("a.jsonl", b"{\n", "not-json"),
        ("a.jsonl", b"[" * 100_000 + b"\n", "not-json"),
        ("a.jsonl", b'{"title": "Sans texte"}\n', "no-text-field"),
    ],
)  # fmt: skip
def test_bad_input_is_named_and_nothing_else_is_lost(tmp_path, name, raw, reason):
    (tmp_path / name).write_bytes(raw)
    (tmp_path / "z.txt").write_text(LEAD, "utf-8")

    bad, good = articles.read([tmp_path])

    assert isinstance(bad, Skipped)
    assert bad.reason == reason
    assert bad.name.startswith(name)
    assert good.name == "z.txt"


def test_missing_path_is_an_error_that_names_it(tmp_path):
    with pytest.raises(InvalidArticle, match="nulle-part"):
        list(articles.read([tmp_path / "nulle-part"]))


def test_same_name_twice_is_told(tmp_path):
    for folder in ("un", "deux"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(LEAD, "utf-8")

    first, second = articles.read([tmp_path / "un", tmp_path / "deux"])

    assert isinstance(first, Article)
    assert second == Skipped("a.txt", "same-name")


def test_metadata_table(tmp_path):
    (tmp_path / "a.txt").write_text(LEAD, "utf-8")
    (tmp_path / "b.txt").write_text(LEAD, "utf-8")
    (tmp_path / "metadata.csv").write_text(
        "file,title,publisher,published,url\n"
        'a.txt,"Vilnius, capitale",La Dépêche balte,2021-05-04,https://example.org/a\n'
        "b.txt,,,4 mai,javascript:alert(1)\n",
        "utf-8",
    )

    first, second = articles.read([tmp_path])

    assert (first.title, first.publisher, first.published, first.url) == (
        "Vilnius, capitale", "La Dépêche balte", "2021-05-04", "https://example.org/a",
    )  # fmt: skip
    assert (second.published, second.url) == (None, None)
    assert second.remarks == ("unreadable-date", "unreadable-url")


def test_a_row_of_metadata_that_fits_no_file_is_told(tmp_path):
    for folder in ("un", "deux"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "metadata.csv").write_text("file,published\na.txt,2021-05-04\n", "utf-8")
    (tmp_path / "deux" / "a.txt").write_text(LEAD, "utf-8")

    first, second = articles.read([tmp_path / "un", tmp_path / "deux"])

    assert first == Skipped("a.txt", "no-file", "named in metadata.csv")
    assert isinstance(second, Article)


def test_json_lines(tmp_path):
    record = {
        "text": LEAD,
        "title": "Une visite à Vilnius",
        "date": "2021-05-04T10:00:00Z",
        "publisher": "Balte",
        "url": "https://example.org/1",
    }
    (tmp_path / "c.jsonl").write_text(json.dumps(record) + "\n\n" + json.dumps({"text": SECOND}) + "\n", "utf-8")

    first, second = articles.read([tmp_path])

    assert (first.name, second.name) == ("c.jsonl#1", "c.jsonl#3")
    assert first.published == "2021-05-04"
    assert [block.kind for block in first.blocks] == ["title", "body"]


def test_web_page(tmp_path):
    (tmp_path / "page.html").write_text(
        f"""<!doctype html><html lang="fr"><head><title>Une visite à Vilnius | Balte</title>
        <meta property="og:site_name" content="La Dépêche balte"><link rel="canonical" href="https://example.org/visite">
        <meta property="article:published_time" content="2021-05-04T08:30:00+02:00"><meta property="og:title" content="Une visite à Vilnius">
        </head><body><nav><a href="/">Accueil</a> <a href="/monde">Monde</a></nav><article><h1>Une visite à Vilnius</h1>
        <p>{LEAD}</p><p>{SECOND}</p></article><footer>Mentions légales</footer></body></html>""",
        "utf-8",
    )

    article = only(tmp_path / "page.html")

    assert (article.title, article.published, article.url) == (
        "Une visite à Vilnius",
        "2021-05-04",
        "https://example.org/visite",
    )
    assert "Mentions" not in article.reading
    assert [block.kind for block in article.blocks] == ["title", "body", "body"]


NARROW = """FIDJI : LES CHEFS COUTUMIERS REÇOIVENT UN
MÉDIATEUR DU COMMONWEALTH

SUVA, 28 mars - Le médiateur du Commonwealth, M. Winston
Taufa, a été reçu mardi par les chefs coutumiers réunis
dans la capitale fidjienne, a indiqué son porte-parole
à l'issue d'un entretien de deux heures.

"Nous avançons pas à pas", a déclaré M. Taufa, qui doit
rencontrer mercredi le Premier ministre déposé, M. Eroni
Vakatawa, dans la résidence où il est retenu depuis le
coup d'Etat.
"""


def test_narrow_columns_of_the_nineties_are_paragraphs(tmp_path):
    (tmp_path / "n.txt").write_text(NARROW, "utf-8")

    paragraphs = [" ".join(line.split()) for line in only(tmp_path / "n.txt").reading.split("\n") if line.strip()]

    assert len(paragraphs) == 3
    assert paragraphs[1].endswith("a indiqué son porte-parole à l'issue d'un entretien de deux heures.")


def test_known_title_below_the_text_masks_nothing(tmp_path):
    (tmp_path / "a.txt").write_text(f"{LEAD}\nUne visite à Vilnius\nPublicité\n", "utf-8")
    (tmp_path / "metadata.csv").write_text("file,title\na.txt,Une visite à Vilnius\n", "utf-8")

    assert seen(only(tmp_path / "a.txt")).startswith("Le ministre lituanien")


def test_stray_zero_bytes_lose_nothing(tmp_path):
    (tmp_path / "a.txt").write_bytes(LEAD.replace("mardi", "mar\x00di").encode() + b"\x00")

    assert seen(only(tmp_path / "a.txt")).startswith(
        "Le ministre lituanien des Affaires étrangères, Jonas Petrauskas, a reçu mardi"
    )


def test_hard_wrapped_lines_are_paragraphs(tmp_path):
    words, lines, line = (LEAD + " " + LEAD.replace("mardi", "jeudi")).split(), [], ""
    for word in words:
        if len(line) + len(word) > 70:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    (tmp_path / "w.txt").write_text("\n".join([*lines, line]) + "\n\n" + SECOND + "\n", "utf-8")

    article = only(tmp_path / "w.txt")

    assert len(article.blocks) == 2
    assert article.reading.strip().count("\n") == 1


def test_changed_metadata_changes_the_digest(tmp_path):
    (tmp_path / "a.txt").write_text(LEAD, "utf-8")
    before = only(tmp_path / "a.txt")
    (tmp_path / "metadata.csv").write_text("file,published\na.txt,2021-05-04\n", "utf-8")

    assert only(tmp_path / "a.txt").sha256 != before.sha256
