"""The store: a folder of articles' facts that can be asked in SPARQL.

    articles/       one N-Quads file per article: the source of truth, each written whole or not at all
    judgements.ttl  what people decided about who is who
    index/          generations of a pyoxigraph store and of the names in it, a pure function of the files above: it
                    can always be made again
    lock            held by whoever writes

Readers open a finished generation, which nobody writes to; a build makes the next one aside and switches to it.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import IO, BinaryIO, cast

import pyoxigraph
import rdflib
from filelock import FileLock, Timeout
from oxrdflib.store import OxigraphStore
from pyoxigraph import NamedNode, Quad, RdfFormat
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

from pourparlers.errors import InvalidStore, PourparlersError, StoreLocked
from pourparlers.graph import extraction
from pourparlers.model import Article
from pourparlers.queries.ask import Answer, ask
from pourparlers.resolve import across, judgements
from pourparlers.resolve.judgements import Judgement
from pourparlers.store import disk, exports, files, generations, knowledge, layers
from pourparlers.store.files import Entry
from pourparlers.store.stream import Stream

__all__ = ["Entry", "Store"]

_LAYOUT = 2
"""What a generation holds; a number more makes all stores build theirs again. 2: an index of names."""

_ARTICLES, _INDEX, _LOCK, _JUDGEMENTS = "articles", "index", "lock", "judgements.ttl"


class Store:
    """A store's folder. Reading sees the last committed state; writing holds the lock and is seen after `commit`."""

    def __init__(self, folder: Path) -> None:
        """Speak of the store in *folder*; use `open`, which looks whether there is one."""
        self.folder = folder
        self._lock = FileLock(folder / _LOCK, timeout=0)
        self._reading: pyoxigraph.Store | None = None

    @classmethod
    def open(cls, folder: Path | str, *, create: bool = False) -> Store:
        """Open the store in *folder*.

        Args:
            folder: as a build left it.
            create: make an empty store if there is nothing in *folder* yet.

        Raises:
            InvalidStore: there is no store in *folder*, or (with `create`) something else is.
        """
        folder = Path(folder)
        if not (folder / _ARTICLES).is_dir():
            if not create:
                raise InvalidStore(f"{folder} is not a store: it has no folder {_ARTICLES!r}; make one with build")
            if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
                raise InvalidStore(f"{folder} is not empty and not a store; name another folder")
            (folder / _INDEX).mkdir(parents=True, exist_ok=True)
            (folder / _ARTICLES).mkdir()
        return cls(folder)

    # ── reading ──────────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def judgements(self) -> Path:
        """Return the path of the file of judgements, which may not exist."""
        return self.folder / _JUDGEMENTS

    def judged(self) -> tuple[Judgement, ...]:
        """Return what the rules decide of who is who, given what people decided, each with its reason."""
        return across.judged(self._sources(self.articles()), judgements.read(self.judgements))

    @property
    def generations(self) -> Path:
        """Return the folder of the generations of the index, for readers that open them by themselves."""
        return self.folder / _INDEX

    def articles(self) -> dict[str, Entry]:
        """Return the articles by name, in the order of their names.

        Raises:
            InvalidStore: a file of articles/ is damaged.
        """
        return files.entries(self.folder / _ARTICLES)

    def intact(self, name: str) -> Entry | None:
        """Return the entry of the article *name*, None if the store has none or its file is damaged."""
        return files.intact(self.folder / _ARTICLES, name)

    def altered(self) -> Iterator[tuple[str, tuple[Quad, ...]]]:
        """Yield the articles whose files were changed by another hand, with what these now say; the index does not.

        Raises:
            InvalidStore: a changed file cannot even be read.
        """
        for entry in self.articles().values():
            content = files.altered(self.folder / _ARTICLES, entry)
            if content is None:
                continue
            try:
                yield entry.name, tuple(files.quads(content))
            except SyntaxError as error:
                raise InvalidStore(f"the file of {entry.name} is damaged: {error}; build the article again") from error

    def source(self, name: str) -> Iterator[Quad]:
        """Yield what one article says: its named graph.

        Raises:
            InvalidStore: the store has no such article, or its file is damaged.
        """
        entry = self.articles().get(name)
        if entry is None:
            raise InvalidStore(f"{self.folder} holds no article {name!r}")
        return files.quads(files.read(self.folder / _ARTICLES, entry))

    def index(self) -> pyoxigraph.Store:
        """Return the index of the last committed state, for reading only.

        An index that no longer fits the files (a build was killed) is made again first; while another build is at work,
        the last finished one answers.

        Raises:
            InvalidStore: files are damaged.
            StoreLocked: the very first build is still at work.
        """
        if self._reading is None:
            self._reading = self._opened()
        return self._reading

    def query(self, sparql: str) -> Answer:
        """Return the answer to a SPARQL query, the project's prefixes being known.

        Raises:
            InvalidQuery: it does not parse, or cannot be evaluated.
        """
        return ask(self.index(), sparql)

    def graph(self) -> rdflib.Graph:
        """Return the resolved layer as an rdflib graph that reads from the index."""
        return rdflib.Graph(store=OxigraphStore(store=self.index()), identifier=DATASET_DEFAULT_GRAPH_ID)

    def export(self, form: RdfFormat | str, out: Path | BinaryIO, layer: str = "resolved") -> None:
        """Write the graph to a file or stream: the same graph, the same bytes.

        Args:
            form: one of `exports.FORMATS`, by name or as pyoxigraph calls it.
            out: where to.
            layer: "resolved": canonical people, meetings ... with the authority records and concepts they refer to;
                "source": what each article says, by itself; "all": both, in formats that keep graphs apart.

        Raises:
            PourparlersError: there is no such format or layer, or the format cannot hold both layers.
        """
        chosen = exports.FORMATS.get(form) if isinstance(form, str) else form
        if chosen is None or layer not in exports.LAYERS:
            raise PourparlersError(
                f"cannot export layer {layer!r} as {form}; "
                f"formats: {', '.join(exports.FORMATS)}; layers: {', '.join(exports.LAYERS)}"
            )
        if layer == "all" and not chosen.supports_datasets:
            raise PourparlersError(
                f"{form} would mix the two layers; export 'resolved' or 'source', or use trig or nquads"
            )
        graphs: list[Iterable[exports.Graph]] = []
        if layer != "source":
            index = self.index()
            known = frozenset(
                quad.subject.value for quad in knowledge.ontology() if isinstance(quad.subject, NamedNode)
            )
            graphs.append(
                [(None, exports.default_graph(index, known - exports.used(index, knowledge.concepts(), known)))]
            )
        if layer != "resolved":
            sources = self._sources(self.articles())
            graphs.append((NamedNode(source.entry.iri), exports.ordered(source)) for source in sources)
        exports.write(chain.from_iterable(graphs), chosen, out)

    def backup(self, folder: Path) -> Store:
        """Return a copy of the whole store in *folder*, which must not exist.

        Raises:
            InvalidStore: *folder* exists.
            StoreLocked: a build is at work.
        """
        if folder.exists():
            raise InvalidStore(f"{folder} exists already; a backup goes into a new folder")
        draft = folder.with_name(folder.name + disk.UNFINISHED)
        with self.lock():
            shutil.rmtree(draft, ignore_errors=True)
            shutil.copytree(self.folder, draft, ignore=shutil.ignore_patterns(_LOCK, f"*{disk.UNFINISHED}"))
        draft.rename(folder)
        return Store.open(folder)

    # ── writing ──────────────────────────────────────────────────────────────────────────────────────────────────

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Keep other builds away; may be nested.

        Raises:
            StoreLocked: another build is at work.
            InvalidStore: the folder cannot be written to.
        """
        try:
            self._lock.acquire()
        except Timeout as error:
            raise StoreLocked(f"another build is at work on {self.folder}; wait for it to end, or stop it") from error
        except PermissionError as error:
            raise InvalidStore(f"{self.folder} cannot be written to: {error}") from error
        try:
            yield
        finally:
            self._lock.release()

    def write(self, article: Article, quads: Iterable[Quad]) -> Entry:
        """Put an article's facts in the place of those it had; they can be asked for after `commit`.

        Raises:
            StoreLocked: another build is at work.
        """
        content = files.body(quads)
        entry = files.entry(article, extraction.current().key, content)
        self.put(entry, content)
        return entry

    def put(self, entry: Entry, content: bytes) -> bool:
        """Write an article whose lines have been made elsewhere (`files.body`, `files.entry`); tell if it was there."""
        with self.lock():
            found = (self.folder / _ARTICLES / files.file_name(entry.name)).exists()
            files.write(self.folder / _ARTICLES, entry, content)
        return found

    def remove(self, name: str) -> bool:
        """Remove an article with all that it alone supports; tell whether it was there."""
        path = self.folder / _ARTICLES / files.file_name(name)
        with self.lock():
            found = path.exists()
            path.unlink(missing_ok=True)
        return found

    def commit(self) -> bool:
        """Make the index fit the files; tell whether there was anything to do.

        Raises:
            InvalidStore: a file is damaged; the index stays as it was.
            StoreLocked: another build is at work.
        """
        with self.lock():
            disk.sweep(self.folder / _ARTICLES)
            disk.settle(self.folder / _ARTICLES)
            entries = self.articles()
            inputs = self._inputs(entries)
            now = generations.current(self.folder / _INDEX)
            if now is not None and now.inputs == inputs:
                return False
            generations.make(self.folder / _INDEX, inputs, self._filler(entries))
            self._reading = None
            return True

    # ── the index ────────────────────────────────────────────────────────────────────────────────────────────────

    def _opened(self) -> pyoxigraph.Store:
        index = self.folder / _INDEX
        now = generations.current(index)
        stale = now is None or now.inputs != self._inputs(self.articles())
        if stale and (now is None or os.access(self.folder, os.W_OK)):  # a store on a read-only disk answers as it is
            try:
                self.commit()
            except StoreLocked:
                if now is None:
                    raise
            now = generations.current(index)
        assert now is not None
        try:
            return now.open()
        except InvalidStore:
            # Either a build has just removed it, or its files are damaged: both are mended by looking again.
            latest = generations.current(index)
            if latest == now:
                with self.lock():
                    latest = generations.make(index, now.inputs, self._filler(self.articles()))
            assert latest is not None
            return latest.open()

    def _inputs(self, entries: dict[str, Entry]) -> str:
        """Return the digest of all that the index is made of."""
        digest = hashlib.sha256(f"{_LAYOUT}\x1f{extraction.current().rules}".encode())
        for entry in entries.values():
            digest.update(f"\x1f{entry.name}\x1f{entry.digest}".encode())
        if self.judgements.exists():
            digest.update(b"\x1e" + self.judgements.read_bytes())
        return digest.hexdigest()

    def _filler(self, entries: dict[str, Entry]) -> Callable[[pyoxigraph.Store], None]:
        def fill(graph: pyoxigraph.Store) -> None:
            sources = self._sources(entries)
            bodies = (files.read(source.folder, source.entry) for source in sources)
            graph.bulk_load(cast("IO[bytes]", Stream(bodies)), RdfFormat.N_QUADS)
            resolved = across.resolved(sources, judgements.read(self.judgements))
            met: set[str] = set()  # filled by the time `authority` is asked for its first quad
            graph.bulk_extend(chain(knowledge.ontology(), knowledge.referred(resolved, met), knowledge.authority(met)))

        return fill

    def _sources(self, entries: dict[str, Entry]) -> list[layers.Graph]:
        return layers.graphs(self.folder / _ARTICLES, tuple(entries.values()))
