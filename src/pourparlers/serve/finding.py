"""What a worker does for the search: it looks names up in the file beside its graph."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

from pourparlers import names
from pourparlers.errors import InvalidStore
from pourparlers.serve.frames import Job
from pourparlers.serve.handlers import Reply, as_json
from pourparlers.serve.problems import Refusal


def search(generation: Path, job: Job) -> Reply:
    """Tell in JSON what `job.text` may mean.

    The values: "kinds" (of `names.KINDS`, with commas between), "language", "limit".
    """
    kinds = [kind for kind in job.values["kinds"].split(",") if kind]
    try:
        opened = names.opened(generation)
    except InvalidStore as error:
        raise Refusal(503, str(error)) from error
    # Opening costs 0.1 ms, and nothing stays open when the worker is killed or the generation removed.
    with closing(opened) as file:
        found, total = names.find(
            file, job.text, kinds, language=job.values["language"], limit=int(job.values["limit"])
        )
    return as_json({"found": [asdict(thing) for thing in found], "total": total})


HANDLERS: Mapping[str, Callable[[Path, Job], Reply]] = {"search": search}
"""Jobs that need the folder of the generation, not the graph."""
