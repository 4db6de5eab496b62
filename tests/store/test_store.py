"""The store as a folder: what is written is asked for, what is damaged is named, what is stale is made again."""

import io
import shutil
import subprocess
import sys

import pyoxigraph
import pytest

from pourparlers.errors import InvalidQuery, InvalidStore, PourparlersError, StoreLocked
from pourparlers.store import Store, exports, files

from .conftest import article, quads

SAID = [("deux.txt", "Le pont tient aussi."), ("un.txt", "La digue tient.")]


def turtle(store, layer="resolved"):
    out = io.BytesIO()
    store.export("turtle", out, layer)
    return out.getvalue()


def test_what_is_committed_is_asked_for(store, said):
    assert said(store) == SAID
    assert said(Store.open(store.folder)) == SAID
    assert list(store.articles()) == ["deux.txt", "un.txt"]


def test_there_is_no_store_where_nothing_was_built(tmp_path):
    with pytest.raises(InvalidStore, match="not a store"):
        Store.open(tmp_path)


def test_no_store_is_made_among_other_files(tmp_path):
    (tmp_path / "thesis.doc").write_text("three years of work")

    with pytest.raises(InvalidStore, match="not empty"):
        Store.open(tmp_path, create=True)


def test_a_changed_article_replaces_its_own_facts_and_no_others(store, said):
    before = set(store.source("deux.txt"))
    text = "Anna Berg a dit : La digue cède."

    store.write(article("un.txt", text, "1"), quads("un.txt", text, "Anna Berg", "1"))
    store.commit()

    assert said(store) == [("deux.txt", "Le pont tient aussi."), ("un.txt", "La digue cède.")]
    assert set(store.source("deux.txt")) == before
    assert b"La digue tient" not in turtle(store) + turtle(store, "source")


def test_a_removed_article_takes_its_facts_with_it(store, said):
    alone = Store.open(store.folder.with_name("alone"), create=True)
    text = "Bo Carlsen a dit : Le pont tient aussi."
    alone.write(article("deux.txt", text), quads("deux.txt", text, "Bo Carlsen"))
    alone.commit()

    assert store.remove("un.txt")
    assert not store.remove("un.txt")
    store.commit()

    assert said(store) == SAID[:1]
    assert turtle(store) == turtle(alone)


def test_a_commit_without_changes_does_nothing(store):
    assert not store.commit()


def test_an_index_left_behind_by_a_killed_build_is_made_again(store, said):
    text = "Cléa Dorn a dit : La route est coupée."

    store.write(article("trois.txt", text), quads("trois.txt", text, "Cléa Dorn"))  # and no commit

    assert said(Store.open(store.folder)) == [SAID[0], ("trois.txt", "La route est coupée."), SAID[1]]


def test_rubbish_of_a_killed_build_is_swept_away(store):
    (store.folder / "articles" / "half.nq.part").write_text("<http")
    (store.folder / "index" / "9.part" / "graph").mkdir(parents=True)
    store.remove("un.txt")

    store.commit()

    assert not list(store.folder.rglob("*.part"))


@pytest.mark.parametrize("damage", ["", "1\n\x00", "77\n", "../articles\n"])
def test_a_damaged_pointer_is_mended(store, said, damage):
    (store.folder / "index" / "current").write_text(damage)

    assert said(Store.open(store.folder)) == SAID


def test_a_damaged_index_is_made_again(store, said):
    for path in (store.folder / "index" / "1" / "graph").glob("MANIFEST*"):
        path.write_bytes(b"rust")

    assert said(Store.open(store.folder)) == SAID


def test_a_lost_index_is_made_again(store, said):
    shutil.rmtree(store.folder / "index")

    assert said(Store.open(store.folder)) == SAID


def _cut(content):
    return content[: len(content) // 2]


def _cut_at_line(content):
    return content[: content.rindex(b"\n", 0, -1) + 1]


def _changed(content):
    return content.replace(b"digue", b"digne")


def _without_head(content):
    return content.partition(b"\n")[2]


def _bad_head(content):
    return content.replace(b'{"digest"', b'{"digest', 1)


@pytest.mark.parametrize("damage", [_cut, _cut_at_line, _changed, _without_head, _bad_head], ids=lambda f: f.__name__)
def test_a_damaged_article_is_named(store, damage):
    path = store.folder / "articles" / files.file_name("un.txt")
    path.write_bytes(damage(path.read_bytes()))
    store.remove("deux.txt")

    with pytest.raises(InvalidStore, match=path.name):
        store.commit()


def test_a_renamed_article_is_named(store):
    path = store.folder / "articles" / files.file_name("un.txt")
    path.rename(path.with_name("other.nq"))

    with pytest.raises(InvalidStore, match=r"other\.nq"):
        store.articles()


def test_readers_keep_the_generation_they_opened(store, said):
    reader = Store.open(store.folder)
    assert said(reader) == SAID

    store.remove("un.txt")
    store.commit()

    assert said(reader) == SAID
    assert said(store) == SAID[:1]


def test_one_generation_is_kept_for_readers(store):
    for name in ("un.txt", "deux.txt"):
        store.remove(name)
        store.commit()

    assert sorted(path.name for path in (store.folder / "index").iterdir()) == ["2", "3", "current"]


HOLD = """
import sys
from pourparlers.store import Store
with Store.open(sys.argv[1]).lock():
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def other_build(store):
    """Another process that is at work on the store."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(store.folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout.readline() == b"held\n"
        yield process
        process.stdin.close()


@pytest.mark.usefixtures("other_build")
def test_a_second_build_is_refused(store):
    with pytest.raises(StoreLocked, match="another build is at work"):
        store.remove("un.txt")
    with pytest.raises(StoreLocked):
        store.commit()


@pytest.mark.usefixtures("other_build")
def test_readers_are_answered_while_a_build_is_at_work(store, said):
    (store.folder / "articles" / files.file_name("un.txt")).unlink()  # as the other build might

    assert said(Store.open(store.folder)) == SAID


def test_the_lock_of_a_killed_build_is_free(store, other_build):
    other_build.kill()
    other_build.wait()

    assert store.remove("un.txt")


@pytest.mark.parametrize("form", exports.FORMATS)
@pytest.mark.parametrize("layer", exports.LAYERS)
def test_the_same_graph_gives_the_same_bytes(store, form, layer):
    if layer == "all" and not exports.FORMATS[form].supports_datasets:
        with pytest.raises(PourparlersError, match="mix the two layers"):
            store.export(form, io.BytesIO(), layer)
        return
    backwards = Store.open(store.folder.with_name("backwards"), create=True)
    for entry in reversed(store.articles().values()):
        backwards.put(entry, files.read(store.folder / "articles", entry))
    backwards.commit()
    first, second = io.BytesIO(), io.BytesIO()

    store.export(form, first, layer)
    backwards.export(form, second, layer)

    assert first.getvalue() == second.getvalue()
    assert list(pyoxigraph.parse(first.getvalue(), exports.FORMATS[form]))


def test_an_export_labels_the_concepts_it_uses_and_no_others(store):
    labelled = pyoxigraph.Store()
    labelled.load(turtle(store), format=pyoxigraph.RdfFormat.TURTLE)

    rows = labelled.query(
        "PREFIX skos: <http://www.w3.org/2004/02/skos/core#> SELECT DISTINCT ?concept ?used WHERE { "
        "?concept a skos:Concept ; skos:prefLabel ?label . BIND(EXISTS { ?s ?p ?concept FILTER(?s != ?concept) } AS ?used) }"
    )

    found = [(row["concept"].value.rsplit("/", 1)[1], row["used"].value) for row in rows]
    assert found
    assert {used for _, used in found} == {"true"}


def test_an_unknown_format_is_an_error(store):
    with pytest.raises(PourparlersError, match=r"formats: turtle, trig"):
        store.export("excel", io.BytesIO())


def test_source_export_loses_nothing(store):
    out = io.BytesIO()

    store.export("nquads", out, "source")

    expected = {quad for name in store.articles() for quad in store.source(name)}
    assert set(pyoxigraph.parse(out.getvalue(), pyoxigraph.RdfFormat.N_QUADS)) == expected


def test_a_query_that_does_not_parse_is_an_error(store):
    with pytest.raises(InvalidQuery, match="line 1"):
        store.query("SELEKT *")


def test_rdflib_reads_the_resolved_layer(store):
    rows = store.graph().query(
        "PREFIX pp: <https://w3id.org/pourparlers/ontology#> SELECT ?text WHERE { ?s a pp:Statement ; pp:text ?text }"
    )

    assert sorted(str(row.text) for row in rows) == ["La digue tient.", "Le pont tient aussi."]


def test_the_graph_knows_its_terms_and_no_blank_node(store):
    label = store.query('ASK { pp:Statement skos:prefLabel "Déclaration"@fr }')
    blank = store.query("ASK { ?s ?p ?o FILTER (isBlank(?s) || isBlank(?o)) }")

    assert label
    assert not blank


def test_a_backup_is_a_store_of_its_own(store, said, tmp_path):
    copy = store.backup(tmp_path / "copy")
    store.remove("un.txt")
    store.commit()

    assert said(copy) == SAID
    with pytest.raises(InvalidStore, match="exists already"):
        store.backup(tmp_path / "copy")


NAMES = ["a.txt", "A.txt", "été/à côté.txt", "été-à-côté.txt", "..", "con", "x" * 300, "日本.txt", "a\nb"]


def test_every_name_has_a_file_of_its_own():
    written = [files.file_name(name) for name in NAMES]

    assert len({name.lower() for name in written}) == len(NAMES)
    assert all(len(name) < 100 and name.isascii() and "/" not in name and name[0].isalnum() for name in written)
