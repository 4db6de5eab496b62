"""What a user may set for a whole run: the base IRI, the default store, the number of jobs."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pourparlers.errors import PourparlersError

AUTHORITY_BASE = "https://w3id.org/pourparlers/id/"
"""Where the records of ontology/authority/ live, whatever base a user gives to his own articles."""

_BASE = re.compile(r"(?:https?|urn|file|tag):[^\s<>\"{}|\\^`\x00-\x20]+[/#:]")


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of one run.

    Attributes:
        base: IRI that every article, and whatever no authority record stands for, starts with; ends in `/`, `#` or `:`.
        store: folder of the store when no other is named.
        jobs: processes that extract at the same time.
    """

    base: str = AUTHORITY_BASE
    store: Path = Path("pourparlers-store")
    jobs: int = 1

    def __post_init__(self) -> None:
        """Refuse a base that would make broken IRIs.

        Raises:
            PourparlersError: the base is not an absolute IRI ending in a delimiter, or jobs is not positive.
        """
        if not _BASE.fullmatch(self.base):
            raise PourparlersError(f"the base IRI {self.base!r} must be absolute and end in '/', '#' or ':'")
        if self.jobs < 1:
            raise PourparlersError(f"jobs must be at least 1, not {self.jobs}")


@cache
def settings() -> Settings:
    """Return the settings of this process: the defaults, or what the environment says.

    `POURPARLERS_BASE`, `POURPARLERS_STORE` and `POURPARLERS_JOBS` are read once, so that worker processes agree.

    Raises:
        PourparlersError: a variable has an unusable value.
    """
    known = Settings()
    jobs = os.environ.get("POURPARLERS_JOBS", str(known.jobs))
    if not jobs.isascii() or not jobs.isdigit():
        raise PourparlersError(f"POURPARLERS_JOBS must be a whole number, not {jobs!r}")
    return Settings(
        base=os.environ.get("POURPARLERS_BASE", known.base),
        store=Path(os.environ.get("POURPARLERS_STORE", known.store)),
        jobs=int(jobs),
    )
