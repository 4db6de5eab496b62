"""Run the W3C test suites of SPARQL 1.1 against our server: `python benchmarks/w3c FOLDER [SUITE ...]`.

FOLDER holds `sparql11/` as in w3c/rdf-tests. Each failure is printed with its reason; the exit code tells whether
those are the ones that known.tsv lists.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import evaluation
import protocol
import updates
from manifests import HOME, Case, cases
from scratch import Scratch, scratch

SUITES = {
    "protocol": "protocol/manifest.ttl",
    "graph-store-protocol": "graph-store-protocol/manifest.ttl",
    "service-description": "service-description/manifest.ttl",
    "query": "manifest-sparql11-query.ttl",
    "update": "manifest-sparql11-update.ttl",
    "results": "manifest-sparql11-results.ttl",
}
KINDS: dict[str, Callable[[Scratch, Case], str | None]] = {
    "ProtocolTest": protocol.requests,
    "GraphStoreProtocolTest": protocol.requests,
    "ServiceDescriptionTest": protocol.description,
    "QueryEvaluationTest": evaluation.evaluation,
    "CSVResultFormatTest": evaluation.evaluation,
    "PositiveSyntaxTest11": evaluation.syntax,
    "NegativeSyntaxTest11": evaluation.syntax,
    "UpdateEvaluationTest": updates.evaluation,
    "PositiveUpdateSyntaxTest11": updates.syntax,
    "NegativeUpdateSyntaxTest11": updates.syntax,
}
KNOWN = Path(__file__).with_name("known.tsv")


def main() -> int:
    root = Path(sys.argv[1]) / "sparql11"
    known = dict(line.split("\t", 1) for line in KNOWN.read_text("utf-8").splitlines() if line)
    passed: Counter[str] = Counter()
    run: Counter[str] = Counter()
    failed: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as folder, scratch(Path(folder) / "store", root, HOME) as server:
        for suite, file in SUITES.items():
            if sys.argv[2:] and suite not in sys.argv[2:]:
                continue
            for case in cases(root, suite, file):
                reason = KINDS[case.kind](server, case)
                run[suite] += 1
                passed[suite] += reason is None
                if reason is not None:
                    failed[case.name] = reason
            print(f"{suite}: {passed[suite]} of {run[suite]}", flush=True)
    for name, reason in failed.items():
        print(f"{'known' if name in known else 'NEW'}\t{name}\t{reason}")
    if not run:
        print("no test was found")
    return int(not run or not failed.keys() <= known.keys())


if __name__ == "__main__":
    sys.exit(main())
