"""build(): articles in, a store that answers out."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread

from pourparlers import articles, language
from pourparlers.articles import Skipped
from pourparlers.errors import PourparlersError
from pourparlers.extract import extract
from pourparlers.graph import lift
from pourparlers.graph.extraction import Extraction, current
from pourparlers.graph.proof import false_offsets
from pourparlers.model import Article
from pourparlers.store import Entry, Store, files

Progress = Callable[[str, str], None]
"""Called with what became of an article (new, replaced, unchanged, skipped, blocked or removed) and its name."""

_CHUNK = 16
"""Articles read at a time: enough for the model to work in batches, few enough to share the work and spare memory."""


@dataclass(frozen=True, slots=True)
class Blocked:
    """An article withheld because what was read out of it is not in its text; `reasons` say where."""

    name: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did, each tuple sorted by name.

    `skipped` and `blocked` articles that the store held before are left as they were.
    """

    new: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    blocked: tuple[Blocked, ...] = ()


@dataclass(slots=True)
class _Tally:
    """The report in the making."""

    progress: Progress
    names: dict[str, list[str]] = field(default_factory=dict)
    skipped: list[Skipped] = field(default_factory=list)
    blocked: list[Blocked] = field(default_factory=list)

    def count(self, outcome: str, name: str) -> None:
        self.names.setdefault(outcome, []).append(name)
        self.progress(outcome, name)

    def report(self) -> BuildReport:
        new, replaced, unchanged, removed = (
            tuple(sorted(self.names.get(outcome, ()))) for outcome in ("new", "replaced", "unchanged", "removed")
        )
        return BuildReport(
            new=new,
            replaced=replaced,
            unchanged=unchanged,
            removed=removed,
            skipped=tuple(sorted(self.skipped, key=lambda skipped: (skipped.name, skipped.reason))),
            blocked=tuple(sorted(self.blocked, key=lambda blocked: blocked.name)),
        )


def build(
    paths: Iterable[Path],
    store: Store,
    *,
    jobs: int = 1,
    remove: Iterable[str] = (),
    progress: Progress = lambda outcome, name: None,  # noqa: ARG005  whoever does not watch
) -> BuildReport:
    """Read the articles below *paths* into *store*, and make them answer.

    An article is read again only if its content has changed, or the rules, words or model that read it, or if its file
    in the store is damaged. Each one is written whole or not at all, so that a build can be killed at any moment and
    run again.

    Args:
        paths: files and folders, see `articles.read`.
        store: opened with `create=True` if it may be new.
        jobs: processes that extract; the result is the same for any number.
        remove: names of articles to take out of the store.
        progress: is told of every article.

    Raises:
        StoreLocked: another build is at work.
        InvalidStore: the file of an article that is not below *paths* is damaged.
        InvalidArticle: a path does not exist.
    """
    tally = _Tally(progress)
    with store.lock():
        for name in remove:
            if store.remove(name):
                tally.count("removed", name)
        extraction = current()
        wanted = _wanted(articles.read(paths), store, extraction.key, tally)
        for outcome in _extracted(wanted, extraction, jobs):
            if isinstance(outcome, Blocked):
                tally.blocked.append(outcome)
                progress("blocked", outcome.name)
            else:
                entry, content = outcome
                tally.count("replaced" if store.put(entry, content) else "new", entry.name)
        store.commit()
    return tally.report()


def _wanted(found: Iterable[Article | Skipped], store: Store, reader: str, tally: _Tally) -> Iterator[Article]:
    """Yield the articles that must be read; tell of the others."""
    for article in found:
        if isinstance(article, Skipped):
            tally.skipped.append(article)
            tally.progress("skipped", article.name)
            continue
        entry = store.intact(article.name)
        if entry is not None and (entry.sha256, entry.reader) == (article.sha256, reader):
            tally.count("unchanged", article.name)
        else:
            yield article


Outcome = tuple[Entry, bytes] | Blocked


def _extracted(wanted: Iterator[Article], extraction: Extraction, jobs: int) -> Iterator[Outcome]:
    if jobs == 1:
        yield from _read(wanted, extraction)
        return
    waiting: deque[Future[list[Outcome]]] = deque()
    # A fresh process rather than a fork: the library's threads and the store's files stay with the parent.
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_prepare) as pool:
        try:
            while chunk := list(islice(wanted, _CHUNK)):
                waiting.append(pool.submit(_read_chunk, chunk, extraction))
                if len(waiting) > 2 * jobs:  # so that neither articles nor results pile up
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        except BrokenProcessPool as error:
            raise PourparlersError(
                "a worker process died, perhaps for want of memory; what was read is kept: run again with fewer jobs"
            ) from error
        finally:
            for future in waiting:
                future.cancel()


def _read_chunk(chunk: Sequence[Article], extraction: Extraction) -> list[Outcome]:
    return list(_read(iter(chunk), extraction))


def _read(wanted: Iterator[Article], extraction: Extraction) -> Iterator[Outcome]:
    """Yield what each article becomes: a pure function of the article and of the software."""
    nlp = language.load()
    while chunk := list(islice(wanted, _CHUNK)):
        for reading in language.read_all(chunk, nlp):
            article = reading.article
            facts = extract(reading)
            quads = list(lift(article, facts, extraction))
            false = tuple(false_offsets(article, facts, quads))
            if false:
                yield Blocked(article.name, false)
            else:
                content = files.body(quads)
                yield files.entry(article, extraction.key, content), content


def _prepare() -> None:
    """Load the model, and see to it that this worker does not outlive a killed parent."""
    parent = parent_process()
    assert parent is not None

    def follow() -> None:
        parent.join()
        os._exit(1)

    Thread(target=follow, daemon=True).start()
    language.load()
