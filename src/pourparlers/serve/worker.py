"""A worker: opens one generation of the store, then does one job after the other. `python -m pourparlers.serve.worker`.

Whatever goes wrong beyond our errors ends the process; the web process sees that and starts another.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import sys
import zlib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self

from pyoxigraph import Store

from pourparlers.errors import InvalidParameter, InvalidQuery, PourparlersError, UnknownName
from pourparlers.serve import finding, frames, handlers, sandbox
from pourparlers.serve.problems import Problem, Refusal, of_query


class Sink:
    """Takes the bytes of an answer and sends them on in blocks, compressed if the client takes that.

    A small answer travels in one piece, head and end included: each piece wakes the web process.
    """

    def __init__(self, pipe: socket.socket, head: frames.Head, allowed: int) -> None:
        """Send to *pipe* what *head* announces, at most *allowed* bytes before compression."""
        self._pipe, self._allowed, self._left = pipe, allowed, allowed
        # Fast rather than small: it is the CPU of the next query.
        self._packer = zlib.compressobj(1, zlib.DEFLATED, 31) if head.gzip else None
        self._held = bytearray()
        self._before = head.encoded()

    def write(self, raw: bytes) -> int:
        """Take some bytes.

        Raises:
            Refusal: the answer has become too large.
        """
        self._left -= len(raw)
        if self._left < 0:
            raise Refusal(507, f"the answer is larger than {self._allowed} bytes; ask for less, with LIMIT for example")
        self._held += self._packer.compress(raw) if self._packer else raw
        if len(self._held) >= frames.BLOCK:
            self._send()
        return len(raw)

    def flush(self) -> None:
        """Do nothing: blocks go when they are full."""

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, kind: type[BaseException] | None, _error: object, _trace: TracebackType | None) -> None:
        """Send the rest, and the end, if all went well."""
        if kind is None:
            self._held += self._packer.flush() if self._packer else b""
            self._send(frames.frame(frames.END))

    def _send(self, after: bytes = b"") -> None:
        data = frames.frame(frames.DATA, bytes(self._held)) if self._held else b""
        self._pipe.sendall(self._before + data + after)
        self._before = b""
        self._held.clear()


def main() -> None:
    """Serve jobs until the web process is gone."""
    options = json.loads(sys.argv[1])
    pipe = socket.socket(fileno=int(options["pipe"]))
    sandbox.confine(int(options["parent"]), network=bool(options["network"]))
    graph = Store.read_only(options["path"])
    next(iter(graph.quads_for_pattern(None, None, None)), None)
    sandbox.bound_memory(int(options["memory"]))
    pipe.sendall(frames.frame(frames.READY))
    incoming = pipe.makefile("rb")
    while prefix := incoming.read(frames.PREFIX_SIZE):
        _, size = frames.prefix(prefix)
        job = frames.job(incoming.read(size))
        sandbox.bound_time(job.seconds * 2 + 5)
        _serve(pipe, partial(_done, Path(options["path"]).parent, graph), job, int(options["answer"]))


def _done(generation: Path, graph: Store, job: frames.Job) -> handlers.Reply:
    if job.kind in finding.HANDLERS:
        return finding.HANDLERS[job.kind](generation, job)
    return handlers.HANDLERS[job.kind](graph, job)


def _serve(pipe: socket.socket, done: Callable[[frames.Job], handlers.Reply], job: frames.Job, allowed: int) -> None:
    try:
        reply = done(job)
        with Sink(pipe, frames.Head(reply.media, reply.headers, job.gzip), allowed) as sink:
            reply.write(sink)
    except MemoryError:
        # What is left may be too little even to say so.
        os.kill(os.getpid(), signal.SIGABRT)
    except Refusal as refusal:
        pipe.sendall(frames.failure(refusal.problem))
    except InvalidQuery as error:
        pipe.sendall(frames.failure(of_query(error)))
    except UnknownName as error:
        pipe.sendall(frames.failure(Problem(404, str(error))))
    except InvalidParameter as error:
        pipe.sendall(frames.failure(Problem(400, str(error))))
    except PourparlersError as error:
        pipe.sendall(frames.failure(Problem(500, str(error))))


if __name__ == "__main__":
    main()
