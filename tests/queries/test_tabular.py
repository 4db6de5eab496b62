"""Tables in files: what one writes, every reader of that format reads again."""

import csv
import io

import pytest
from pyoxigraph import QueryResultsFormat, Store

from pourparlers.queries import tabular

ROWS = {
    "plain": ('(<http://a.example/b> "c" 1)', ["http://a.example/b", "c", "1"]),
    "a passage": ('(<http://a.example/b#char=17,28> "c" 1)', ["http://a.example/b#char=17,28", "c", "1"]),
    "commas, quotes, lines": (r'("c, \"d\"\r\ne" "f"@fr "")', ['c, "d"\r\ne', "f", ""]),
    "nothing bound": ('(UNDEF UNDEF "é")', ["", "", "é"]),
}


def written(query, form=QueryResultsFormat.CSV):
    out = io.BytesIO()
    tabular.write(Store().query(query), out, form)
    return out.getvalue()


@pytest.mark.parametrize("name", ROWS)
def test_csv_is_read_as_it_was_meant(name):
    given, expected = ROWS[name]

    raw = written(f"SELECT ?x ?y ?z {{ VALUES (?x ?y ?z) {{ {given} }} }}")

    assert list(csv.reader(io.StringIO(raw.decode(), newline=""))) == [["x", "y", "z"], expected]


def test_csv_is_that_of_the_store_where_no_iri_has_a_comma():
    rows = " ".join(given for name, (given, _) in ROWS.items() if name != "a passage")
    query = f"SELECT ?x ?y ?z {{ VALUES (?x ?y ?z) {{ {rows} }} }}"

    assert written(query) == Store().query(query).serialize(format=QueryResultsFormat.CSV)


def test_many_rows_in_one_column():
    query = f"SELECT ?n {{ VALUES ?n {{ {' '.join(map(str, range(1200)))} UNDEF }} }}"

    assert list(csv.reader(io.StringIO(written(query).decode()))) == [["n"], *([str(n)] for n in range(1200)), [""]]


@pytest.mark.parametrize("form", [QueryResultsFormat.JSON, QueryResultsFormat.XML, QueryResultsFormat.TSV])
def test_other_formats_are_the_stores_own(form):
    query = "SELECT ?x { VALUES ?x { <http://a.example/b#char=17,28> } }"

    assert written(query, form) == Store().query(query).serialize(format=form)


def test_a_boolean_is_left_to_the_store():
    assert written("ASK {}") == Store().query("ASK {}").serialize(format=QueryResultsFormat.CSV)
