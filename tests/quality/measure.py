"""Build the annotated corpora and measure them; `python tests/quality/measure.py` raises the floors.

python tests/quality/measure.py                      write floors.json where figures rose; refuse where one fell
python tests/quality/measure.py --allow-regression   write it all the same; the fall shows in the diff
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tempfile
from pathlib import Path

from pourparlers import pipeline, resources
from pourparlers.evaluate import KINDS, evaluate, read_all
from pourparlers.store import Store

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "floors.json"
CORPORA = {
    "seeds": (resources.folder("seeds"), HERE / "seeds"),
    "own": (HERE / "own" / "text", HERE / "own" / "gold"),
}
"""Texts and gold of each corpus. `own` holds invented articles written by somebody who had not seen the rules."""


def digest(corpus: str) -> str:
    """Return the sha-256 of a corpus: its texts and gold files, by name."""
    text, gold = CORPORA[corpus]
    found = hashlib.sha256()
    for path in sorted((*text.glob("*"), *gold.glob("*.json")), key=lambda path: path.name):
        found.update(path.name.encode() + path.read_bytes())
    return found.hexdigest()


def figures(corpus: str, folder: Path) -> dict[str, float]:
    """Build a corpus in *folder* and return F1 and precision of each kind of fact, four digits after the point."""
    text, gold = CORPORA[corpus]
    store = Store.open(folder / corpus, create=True)
    pipeline.build([text], store)
    report = evaluate(read_all(gold), store.index())
    measured: dict[str, float] = {}
    for kind in KINDS:
        tally = report.tally(kind)
        measured[f"{kind} F1"] = round(tally.f1 or 0.0, 4)
        measured[f"{kind} precision"] = round(tally.precision or 0.0, 4)
    return measured


def measure() -> dict[str, dict[str, object]]:
    """Return digest and figures of every corpus."""
    with tempfile.TemporaryDirectory() as folder:
        return {name: {"digest": digest(name), "figures": figures(name, Path(folder))} for name in sorted(CORPORA)}


def main() -> None:
    """Write the floors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--allow-regression", action="store_true")
    arguments = parser.parse_args()
    measured = measure()
    known = json.loads(FLOORS.read_text("utf-8")) if FLOORS.is_file() else {}
    fallen = [
        f"{name}: {kind}: {floor} -> {measured[name]['figures'][kind]}"  # type: ignore[index]
        for name, corpus in known.items()
        for kind, floor in corpus["figures"].items()
        if measured[name]["figures"][kind] < floor  # type: ignore[index]
    ]
    print("\n".join(fallen))
    if fallen and not arguments.allow_regression:
        sys.exit("these figures fell; nothing written")
    FLOORS.write_text(json.dumps(measured, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
