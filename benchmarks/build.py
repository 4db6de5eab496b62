"""How long a build takes, beside the bare language model over the same texts.

    python benchmarks/build.py [FOLDER ...] [--articles 500] [--jobs 1]

Both run in one process, one after the other and the model once more at the end, so that a busy machine hits both alike.
The bar: a whole build, index included, takes at most 1.6 times what `fr_core_news_md` alone takes. Exit code 1 if not.
Each article goes through all stages before the next chunk begins; the seconds of a stage are those spent in it alone.
On a machine that others use, the processor's seconds are the better measure; waiting for the disk counts by the clock.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

import corpus
import spacy

from pourparlers import articles, language, pipeline, resources
from pourparlers.model import Article
from pourparlers.resolve import across
from pourparlers.store import Store, files, generations

BAR = 1.6


class Stages:
    """Seconds spent in functions that are watched while a build runs."""

    def __init__(self) -> None:
        """Nothing is watched yet."""
        self.seconds: dict[str, float] = defaultdict(float)
        self.processor: dict[str, float] = defaultdict(float)
        self._running: list[str] = []
        self._since = (0.0, 0.0)

    def watch(self, owner: ModuleType | type, name: str, stage: str) -> None:
        """Count the time spent in `owner.name`, in its generator if it returns one."""
        watched: Callable[..., object] = getattr(owner, name)

        def timed(*arguments: object, **options: object) -> object:
            with self._inside(stage):
                result = watched(*arguments, **options)
            return self._steps(result, stage) if isinstance(result, Iterator) else result

        setattr(owner, name, timed)

    def _steps(self, steps: Iterator[object], stage: str) -> Iterator[object]:
        while True:
            with self._inside(stage):
                step = next(steps, self)
            if step is self:
                return
            yield step

    @contextmanager
    def _inside(self, stage: str) -> Iterator[None]:
        """Count time for *stage*; what it calls of other stages is theirs alone."""
        self._turn()
        self._running.append(stage)
        yield
        self._turn()
        self._running.pop()

    def _turn(self) -> None:
        now = time.perf_counter(), time.process_time()
        if self._running:
            self.seconds[self._running[-1]] += now[0] - self._since[0]
            self.processor[self._running[-1]] += now[1] - self._since[1]
        self._since = now


def seconds(work: Callable[[], object]) -> tuple[float, float]:
    """Return wall and processor seconds of *work*."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - wall, time.process_time() - cpu


def main() -> int:
    """Measure and print; return 1 if the bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "folders", nargs="*", type=Path, help="folders with further .txt articles to cut paragraphs from"
    )
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--jobs", type=int, default=1)
    asked = parser.parse_args()

    with tempfile.TemporaryDirectory() as scratch:
        texts = Path(scratch) / "texts"
        known = corpus.paragraphs([resources.folder("seeds"), *asked.folders])
        words = corpus.write(texts, known, asked.articles)
        cleaned = [found.reading for found in articles.read([texts]) if isinstance(found, Article)]
        print(f"{len(cleaned)} articles, {words} words, from {len(known)} paragraphs")

        bare = spacy.load("fr_core_news_md")
        language.load()
        stages = Stages()
        stages.watch(articles, "read", "read files")
        stages.watch(pipeline.language, "read_all", "language")
        stages.watch(pipeline, "extract", "extract")
        stages.watch(pipeline, "lift", "lift")
        stages.watch(pipeline, "false_offsets", "proof")
        stages.watch(files, "body", "write")
        stages.watch(Store, "put", "write")
        stages.watch(across, "resolved", "resolve")
        stages.watch(generations, "make", "index")
        store = Store.open(Path(scratch) / "store", create=True)

        def model() -> None:
            for _ in bare.pipe(cleaned):
                pass

        rounds = [seconds(model)]
        _forget_peak()
        whole = seconds(lambda: pipeline.build([texts], store, jobs=asked.jobs))
        peak = _peak()
        rounds.append(seconds(model))

        wall, cpu = (sum(times) / len(rounds) for times in zip(*rounds, strict=True))
        ratio, processor = whole[0] / wall, whole[1] / cpu
        print(f"bare model  {wall:8.1f} s   {words / wall:8.0f} words/s   (processor {cpu:.1f} s)")
        print(f"build       {whole[0]:8.1f} s   {words / whole[0]:8.0f} words/s   (processor {whole[1]:.1f} s)")
        for stage, spent in stages.seconds.items():
            used = stages.processor[stage]
            each = 1000 * used / len(cleaned)
            print(
                f"  {stage:12}{spent:8.1f} s {spent / wall:6.2f} x  (processor {each:5.1f} ms each {used / cpu:5.2f} x)"
            )
        quads = sum(entry.quads for entry in store.articles().values())
        print(f"graph       {quads} quads of sources, {len(store.index())} in the index")
        print(f"disk        articles {_size(store.folder / 'articles')} MB, index {_size(store.folder / 'index')} MB")
        print(f"memory      {peak} MB at the highest while building, both models loaded")
        print(f"ratio       {ratio:.2f} by the clock, {processor:.2f} by the processor; the bar is {BAR}")
    return 0 if min(ratio, processor) <= BAR else 1


def _forget_peak() -> None:
    """Start to measure the peak of memory anew, where the system can."""
    switch = Path("/proc/self/clear_refs")
    if switch.exists():
        switch.write_text("5", encoding="ascii")


def _peak() -> int:
    """Return the peak of memory in MB, since `_forget_peak` or the start."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    line = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) // 1024


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) // 1_000_000


if __name__ == "__main__":
    sys.exit(main())
