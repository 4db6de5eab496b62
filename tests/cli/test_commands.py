"""The commands on a small store: results on stdout, remarks on stderr, exit codes that mean something."""

import csv
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from pyoxigraph import RdfFormat, Store
from rich.console import Console

from pourparlers import cli, queries
from pourparlers.cli import manual, output
from pourparlers.queries import handbook


def commands(group=cli.main, path=("pourparlers",)):
    yield path, group
    for name, command in getattr(group, "commands", {}).items():
        yield from commands(command, (*path, name))


ALL = dict(commands())


def test_there_are_commands():
    assert {path[1] for path in ALL if len(path) == 2} == {
        *("build", "query", "queries", "show", "validate", "verify", "export", "serve", "judge", "evaluate")
    }


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("path", ALL, ids=" ".join)
def test_every_command_has_help_and_an_example(path, language):
    result = CliRunner().invoke(cli.main, ["--lang", language, *path[1:], "--help"])

    assert result.exit_code == 0
    text = result.output
    example = text[text.index({"fr": "Exemple :", "en": "Example:"}[language]) :]
    assert re.search(rf"^ +{chr(32).join(path)}\b", example, re.MULTILINE)
    assert ("Utilisation" in text) == (language == "fr")
    assert all(option.text for option in ALL[path].params if hasattr(option, "text"))


def test_the_page_of_commands_is_what_help_says():
    page = (queries.folder().parent / "docs" / "commands.md").read_text("utf-8")

    assert page == manual.page(), "run: python -m pourparlers.cli.manual > docs/commands.md"


@pytest.mark.parametrize(
    ("environment", "word"),
    [({"LANG": "fr_FR.UTF-8"}, "Lit des"), ({"LANG": "de_DE"}, "Read"), ({"LANG": "fr_FR", "LC_ALL": "C"}, "Read")],
)
def test_the_locale_chooses_the_language(environment, word):
    blank = {"LC_ALL": "", "LC_MESSAGES": "", "LANG": ""}

    assert word in CliRunner(env=blank | environment).invoke(cli.main, ["--help"]).output


def test_query_as_a_table(run, folder):
    result = run("query", "actors/persons", "--store", folder)

    assert result.exit_code == 0
    assert "Hanna Lindqvist" in result.stdout
    assert result.stderr == "4 row(s)\n"


def test_query_as_json_is_the_standard_format(run, folder):
    result = run("query", "meetings/meetings", "--store", folder, "--format", "json")

    table = json.loads(result.stdout)
    assert table["head"]["vars"] == list(queries.find("meetings/meetings").returns)
    assert {row["place"]["value"] for row in table["results"]["bindings"]} == {"Varena"}
    assert result.stderr == ""


def test_query_with_parameters_and_evidence(run, folder):
    words = ("query", "meetings/between", "-p", "from=2019", "-p", "to=2019-06", "--evidence", "--format", "csv")

    result = run(*words, "--store", folder)

    (row,) = csv.DictReader(io.StringIO(result.stdout))
    assert (row["actorName"], row["otherName"], row["certain"]) == ("Hanna Lindqvist", "Karim Belhadj", "true")
    assert (row["evidence"], row["evidenceArticle"]) == ("a rencontré", "one.txt")
    assert row["evidenceLink"] == "https://example.org/1"


def test_query_from_a_file_and_from_standard_input(run, folder, tmp_path):
    file = tmp_path / "mine.rq"
    file.write_text("SELECT (COUNT(*) AS ?n) { ?m a pp:Meeting }", encoding="utf-8")

    from_file = run("query", file, "--store", folder, "--format", "csv")
    from_input = run("query", "-", "--store", folder, "--format", "csv", input=file.read_text("utf-8"))

    assert from_file.stdout.split() == from_input.stdout.split() == ["n", "1"]


def test_a_saved_query_of_ones_own(run, folder, tmp_path):
    saved = queries.find("meetings/of-actor")
    file = tmp_path / "mine.rq"
    file.write_text(saved.sparql, encoding="utf-8")

    result = run("query", file, "-p", "actor=Belhadj", "--store", folder, "--format", "tsv")

    assert "Hanna Lindqvist" in result.stdout


def test_ask_and_construct(run, folder):
    asked = run("query", "-", "--store", folder, input="ASK { ?m a pp:Meeting }")
    made = run("query", "-", "--store", folder, input="CONSTRUCT { ?m a pp:Meeting } { ?m a pp:Meeting }")

    assert asked.stdout == "yes\n"
    graph = Store()
    graph.load(made.stdout, format=RdfFormat.TURTLE)
    assert len(graph) == 1


@pytest.mark.parametrize(
    ("words", "code", "complaint"),
    [
        (["query", "nothing/here"], 1, "neither a saved query nor a file: nothing/here"),
        (["query", "meetings/of-actor"], 1, "needs a value for actor"),
        (["query", "meetings/of-actor", "-p", "actor=Nobody"], 1, "nothing in the store is called 'Nobody'"),
        (["query", "meetings/of-actor", "-p", "actor"], 2, "-p wants name=value"),
        (["query", "meetings/between", "-p", "from=yesterday"], 1, "from='yesterday' is no date"),
        (["query", "meetings/between", "-p", "when=2017"], 1, "has no parameter 'when'"),
        (["query", "meetings/between", "--format", "turtle"], 1, "this answer has no format turtle"),
        (["query", "-"], 1, "line 1, column"),
        (["query", "-", "-p", "x=1"], 1, "no #+ header"),
        (["queries", "nothing"], 1, "no saved query 'nothing'"),
        (["show", "Nobody"], 1, "nothing in the store is called 'Nobody'"),
        (["show", "id:person/nobody"], 1, "the store knows nothing of"),
        (["show", "Hanna Lindqvist", "--dating"], 1, "for an article only"),
        (["export", "--layer", "all"], 1, "would mix the two layers"),
        (["judge", "same", "Hanna Lindqvist", "Lindqvist", "--why", "x"], 1, "are one thing already"),
        (["judge", "undo", "Hanna Lindqvist", "Belhadj"], 1, "nothing was judged"),
        (["build"], 2, "nothing to do"),
        (["evaluate", "no-such-folder"], 1, "no annotations"),
    ],
)
def test_a_mistake_is_told_without_a_traceback(run, folder, words, code, complaint):
    more = [] if words[0] == "queries" else ["--store", folder]

    result = run(*words, *more, input="SELECT ?x { nonsense")

    assert (result.exit_code, result.stdout) == (code, "")
    assert complaint in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("command", ["query actors/persons", "show x", "verify", "validate", "export", "judge list"])
def test_a_missing_store_is_told(run, tmp_path, command):
    result = run(*command.split(), "--store", tmp_path / "none")

    assert result.exit_code == 1
    assert "is not a store" in result.stderr


def test_queries_lists_them_and_shows_one(run):
    listed, one, page = run("queries"), run("queries", "by-act"), run("queries", "--format", "markdown")

    assert all(name in listed.stdout for name in queries.catalogue())
    assert "-p act=" in one.stdout
    assert "SELECT DISTINCT ?date" in one.stdout
    assert page.stdout == handbook.page(queries.catalogue().values())


def test_show_a_person_with_the_proof_of_each_fact(run, folder):
    result = run("show", "Lindqvist", "--store", folder)

    assert result.stdout.startswith("Hanna Lindqvist — Person\n")
    assert "one.txt 30-41" in result.stdout
    assert "« Nous sommes prêts »" in result.stdout


def test_show_an_article_and_its_dating(run, folder):
    whole, dating = run("show", "one.txt", "--store", folder), run("show", "one.txt", "--dating", "--store", folder)

    assert whole.stdout.startswith("Une rencontre — Article\n")
    assert "30-41  Meeting: « a rencontré »" in whole.stdout
    assert "le jour suivant le 8 mai 2019" in dating.stdout


@pytest.mark.parametrize("name", ["id:treaty", "Varena"])
def test_show_a_treaty(run, folder, name):
    if name.startswith("id:"):
        rows = run("query", "treaties/treaties", "--format", "csv", "--store", folder).stdout
        name = next(csv.DictReader(io.StringIO(rows)))["treaty"]

    assert run("show", name, "--store", folder).stdout.startswith("traité de Varena — Treaty\n")


def test_verify_reads_every_passage_again(run, folder):
    result = run("verify", "--store", folder)

    assert (result.exit_code, result.stdout) == (0, "14 of 14 passages re-read\n")


@pytest.mark.parametrize("form", ["ttl", "nt", "nq", "trig", "jsonld", "rdfxml"])
def test_export(run, folder, tmp_path, form):
    printed = run("export", "--format", form, "--store", folder)
    file = tmp_path / f"graph.{form}"
    written = run("export", "--format", form, "--store", folder, "-o", file)

    assert (printed.exit_code, written.exit_code, written.stdout) == (0, 0, "")
    assert file.read_bytes() == printed.stdout_bytes
    assert b"Hanna Lindqvist" in printed.stdout_bytes


def test_a_reader_that_goes_away_is_no_error(folder):
    command = f'"{sys.executable}" -m pourparlers export --store "{folder}"; echo "code $?" >&2'
    piped = subprocess.run(
        ["bash", "-c", f"( {command} ) | head -c 10"], capture_output=True, text=True, check=False, env={**os.environ}
    )

    assert "Traceback" not in piped.stderr
    assert "BrokenPipe" not in piped.stderr


GOLD = Path(__file__).parents[1] / "evaluate" / "gold"


def test_evaluate_prints_figures_and_errors(run, folder):
    result = run("evaluate", GOLD, "--errors", "1", "--store", folder)

    assert result.exit_code == 0
    assert re.search(r"^ *persons +1\.000 +0\.667 +0\.800 +2 +0 +1 *$", result.stdout, re.MULTILINE)
    assert "one.txt: missed: Oda Brekke" in result.stderr


def test_evaluate_as_json(run, folder):
    figures = json.loads(run("evaluate", GOLD, "--json", "--store", folder).stdout)

    assert figures["persons"] == {"precision": 1.0, "recall": 2 / 3, "f1": 0.8, "tp": 2, "fp": 0, "fn": 1}
    assert figures["overall"]["f1"] > 0


def test_evaluate_tells_which_articles_are_missing(run, folder, tmp_path):
    gold = json.loads((GOLD / "one.json").read_text("utf-8"))
    (tmp_path / "other.json").write_text(json.dumps(gold | {"article": "other.txt"}), encoding="utf-8")

    assert "not in the store, hence all missed: other.txt" in run("evaluate", tmp_path, "--store", folder).stderr


def test_validate_and_verify_find_a_false_quotation(run, own, misquote):
    sound = run("validate", "--store", own)
    misquote(own)
    broken, verified = run("validate", "--store", own), run("verify", "--store", own)

    assert sound.exit_code == 0
    assert "0 violation(s)" in sound.stdout
    assert (broken.exit_code, verified.exit_code) == (3, 3)
    assert "quality/misquoted" in broken.stdout
    assert "the article has 'Hanna Lindqvist'" in verified.stderr


def test_a_narrow_terminal_shows_one_row_below_the_other(run, folder, monkeypatch):
    wide = run("query", "statements/statements", "--store", folder).stdout
    monkeypatch.setattr(output, "console", lambda: Console(width=100))

    narrow = run("query", "statements/statements", "--store", folder).stdout

    assert narrow.count("── ") == len(wide.strip().splitlines()) - 2
    assert re.search(r"^speakerName  Hanna Lindqvist$", narrow, re.MULTILINE)
    assert "medium" not in narrow  # nothing is known of it
