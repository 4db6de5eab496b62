"""What a request may cost."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

MEGABYTE = 1 << 20


def _workers() -> int:
    return max(4, os.cpu_count() or 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Limits of the endpoint.

    Attributes:
        seconds: of evaluation; a request may ask for less. Time the client takes to read is not counted.
        memory: bytes a query may use.
        answer: bytes an answer may have, before compression.
        body: bytes a request may have.
        graph: bytes a graph may have that is written by who knows the token.
        query: characters a query may have.
        depth: brackets of a query that may be open at the same time.
        workers: queries evaluated at the same time.
        queue: queries that may wait for a worker; the next one is told to come again.
        federation: how addresses begin that SERVICE and LOAD may ask; none: they are switched off.
        patience: seconds a query waits for a worker, and seconds a client may leave a full pipe unread.
    """

    seconds: float = 30.0
    memory: int = 700 * MEGABYTE
    answer: int = 1024 * MEGABYTE
    body: int = MEGABYTE
    graph: int = 64 * MEGABYTE
    query: int = 256 * 1024
    depth: int = 200
    workers: int = field(default_factory=_workers)
    queue: int = 64
    patience: float = 30.0
    federation: tuple[str, ...] = ()
