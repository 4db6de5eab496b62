"""What the web process and a worker say to each other: jobs one way, frames of an answer the other.

A frame is one letter, four bytes of length, and so many bytes. An answer is one HEAD, any number of DATA and an END;
or a FAIL at any moment. A worker says READY once, when its store is open.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from pourparlers.serve.problems import Problem

READY, HEAD, DATA, FAIL, END = b"R", b"H", b"D", b"F", b"Z"
JOB = b"J"
BLOCK = 64 * 1024
"""Bytes of an answer that travel together."""

_PREFIX = struct.Struct("!cI")
PREFIX_SIZE = _PREFIX.size


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A piece of work for a worker.

    Attributes:
        kind: which of `handlers.HANDLERS` does it.
        text: its main argument: a query, the name of a saved query, an IRI.
        values: further arguments by name.
        graphs: the dataset of the protocol: default and named graphs; None for that of the store.
        accept: the media types the client takes.
        form: the format asked for by name, which goes before `accept`.
        base: against what relative IRIs are resolved.
        gzip: whether the answer is compressed.
        network: whether it asks other addresses, all of them allowed; a worker of its own does it.
        seconds: of CPU it may take; the web process watches the clock, this is for the case that it is dead.
    """

    kind: str
    text: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    graphs: tuple[list[str], list[str]] | None = None
    accept: str = "*/*"
    form: str | None = None
    base: str | None = None
    gzip: bool = False
    network: bool = False
    seconds: float = 30.0

    def encoded(self) -> bytes:
        """Return the frame of the job."""
        return frame(JOB, json.dumps({name: getattr(self, name) for name in self.__slots__}).encode())


def job(payload: bytes) -> Job:
    """Return the job that a frame's payload holds."""
    return Job(**json.loads(payload))


@dataclass(frozen=True, slots=True)
class Head:
    """How an answer begins: its media type, further headers, whether it is compressed."""

    media: str
    headers: Mapping[str, str] = field(default_factory=dict)
    gzip: bool = False

    def encoded(self) -> bytes:
        """Return the frame of the head."""
        return frame(HEAD, json.dumps([self.media, dict(self.headers), self.gzip]).encode())


def head(payload: bytes) -> Head:
    """Return the head that a frame's payload holds."""
    return Head(*json.loads(payload))


def failure(problem: Problem) -> bytes:
    """Return the frame of a failure."""
    return frame(FAIL, json.dumps(asdict(problem)).encode())


def problem(payload: bytes) -> Problem:
    """Return the problem that a frame's payload holds."""
    return Problem(**json.loads(payload))


def frame(kind: bytes, payload: bytes = b"") -> bytes:
    """Return a frame."""
    return _PREFIX.pack(kind, len(payload)) + payload


def prefix(raw: bytes) -> tuple[bytes, int]:
    """Return the letter of a frame and the length of what follows."""
    kind, size = _PREFIX.unpack(raw)
    return kind, size
