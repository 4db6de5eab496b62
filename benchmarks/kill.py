"""Kill builds at random moments, finish them, and see whether the graph is the one of a build nobody disturbed.

    python benchmarks/kill.py [FOLDER ...] [--kills 20] [--jobs 1]

Each round starts a build in a new folder, sends SIGKILL after a random time, tries `verify` questions on what is there,
kills the next build as well every other round, and lets the last one finish. Exit code 1 if a graph differs.
"""

from __future__ import annotations

import argparse
import io
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from pourparlers import resources
from pourparlers.errors import InvalidStore, StoreLocked
from pourparlers.store import Store

BUILD = """
import sys
from pathlib import Path
from pourparlers.pipeline import build
from pourparlers.store import Store
if __name__ == "__main__":
    print("ready", flush=True)
    store = Store.open(sys.argv[1], create=True)
    build([Path(path) for path in sys.argv[3:]], store, jobs=int(sys.argv[2]))
"""


def start(script: Path, folder: Path, jobs: int, paths: list[Path]) -> subprocess.Popen[str]:
    """Start a build and wait until its modules are loaded."""
    command = [sys.executable, str(script), str(folder), str(jobs), *map(str, paths)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    process.stdout.readline()
    return process


def exported(folder: Path) -> bytes:
    """Return both layers of the store."""
    out = io.BytesIO()
    store = Store.open(folder)
    store.export("turtle", out)
    store.export("nquads", out, "all")
    return out.getvalue()


def main() -> int:
    """Kill, finish, compare; return 1 if anything differs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, help="folders with further articles")
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--jobs", type=int, default=1)
    asked = parser.parse_args()
    chance = random.Random(20)
    paths = [resources.folder("seeds"), *asked.folders]
    wrong = 0
    with tempfile.TemporaryDirectory() as scratch:
        script = Path(scratch) / "build.py"
        script.write_text(BUILD, encoding="utf-8")
        begin = time.perf_counter()
        if start(script, Path(scratch) / "whole", asked.jobs, paths).wait() != 0:
            raise SystemExit("the undisturbed build failed")
        span = time.perf_counter() - begin
        expected = exported(Path(scratch) / "whole")
        print(f"undisturbed: {span:.1f} s, {len(expected)} bytes of graph")
        kills = 0
        while kills < asked.kills:
            folder = Path(scratch) / "killed"
            moments = []
            for _ in range(1 + kills % 2):
                process = start(script, folder, asked.jobs, paths)
                moment = chance.random() * span
                time.sleep(moment)
                process.send_signal(signal.SIGKILL)
                ended = process.wait()
                moments.append(f"{moment:.2f} s" if ended == -signal.SIGKILL else "too late")
                kills += ended == -signal.SIGKILL
                there = _answers(folder)
            finished = start(script, folder, asked.jobs, paths).wait() == 0
            same = finished and exported(folder) == expected and not list(folder.rglob("*.part"))
            wrong += not same
            print(
                f"killed after {', '.join(moments)}: {there}; finished: {'same graph' if same else 'DIFFERENT GRAPH'}"
            )
            shutil.rmtree(folder)
    print(f"{kills} kills, {wrong} wrong graphs")
    return 1 if wrong else 0


def _answers(folder: Path) -> str:
    """Ask the store as it was left; whatever is there must answer."""
    try:
        store = Store.open(folder)
        count = sum(1 for _ in store.query("SELECT ?a WHERE { ?a a pp:Article }"))
    except (InvalidStore, StoreLocked) as error:
        return str(error)
    assert count == len(store.articles())
    return f"{count} articles answer"


if __name__ == "__main__":
    sys.exit(main())
