"""A floor that cannot fall: what the annotated articles gave once, they must give again."""

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import measure

FLOORS = json.loads(measure.FLOORS.read_text("utf-8"))
CASES = [(corpus, kind) for corpus in FLOORS for kind in FLOORS[corpus]["figures"]]


@pytest.fixture(scope="module")
def measured(tmp_path_factory):
    folder = tmp_path_factory.mktemp("quality")
    return {corpus: measure.figures(corpus, folder) for corpus in FLOORS}


def test_there_are_cases():
    assert len(CASES) == len(measure.CORPORA) * len(measure.KINDS) * 2


@pytest.mark.parametrize("corpus", FLOORS)
def test_gold_is_the_gold_that_was_measured(corpus):
    assert measure.digest(corpus) == FLOORS[corpus]["digest"]


@pytest.mark.parametrize(("corpus", "kind"), CASES)
def test_quality_does_not_fall(measured, corpus, kind):
    assert measured[corpus][kind] >= FLOORS[corpus]["figures"][kind] - 0.0005
