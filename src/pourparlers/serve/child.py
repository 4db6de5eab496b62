"""A worker as the web process sees it: started, given a job, listened to, killed."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass

from pourparlers.serve import frames
from pourparlers.serve.limits import MEGABYTE, Limits
from pourparlers.serve.problems import Problem, Refusal
from pourparlers.store.generations import Generation

_PAGE = os.sysconf("SC_PAGE_SIZE")

_GROWN = 200 * MEGABYTE
"""A worker that has grown by so much is replaced, so that the next query finds all the memory it may use."""


@dataclass(slots=True, eq=False)
class Worker:
    """A process that answers from one generation of the store."""

    generation: Generation
    process: subprocess.Popen[bytes]
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    memory: int
    """The open file in which the system tells how much memory the process holds."""
    network: bool = False
    size: int = 0
    fresh: bool = True
    """Whether it can take another job: nothing is under way, and it is as quick as a new one."""

    async def send(self, job: frames.Job) -> None:
        """Give it a job."""
        self.fresh = False
        self.writer.write(job.encoded())
        with suppress(ConnectionError):
            await self.writer.drain()

    async def frame(self) -> tuple[bytes, bytes]:
        """Return the next frame; a worker that died is a failure like others."""
        try:
            kind, size = frames.prefix(await self.reader.readexactly(frames.PREFIX_SIZE))
            payload = await self.reader.readexactly(size)
        except (asyncio.IncompleteReadError, ConnectionError):
            return frames.FAIL, frames.failure(await self._obituary())[frames.PREFIX_SIZE :]
        if kind in {frames.END, frames.FAIL}:
            self.fresh = self._lean()
        return kind, payload

    def yield_to_others(self) -> None:
        """Compute only when nobody quicker wants to; there is no way back, so it is not used again."""
        with suppress(ProcessLookupError, PermissionError):
            os.setpriority(os.PRIO_PROCESS, self.process.pid, 10)
        self.size = -_GROWN

    async def end(self) -> None:
        """Kill it, whatever it is doing."""
        self.process.kill()
        self.writer.close()
        if self.memory >= 0:
            os.close(self.memory)
            self.memory = -1
        await asyncio.to_thread(self.process.wait)

    def alive(self) -> bool:
        """Tell whether the process is there."""
        return self.process.poll() is None

    def measure(self) -> int:
        """Return the bytes of address space it holds, 0 if it is gone."""
        return self._pages(0) * _PAGE

    def resident(self) -> int:
        """Return the bytes of memory it holds, those it shares with others included; 0 if it is gone."""
        return self._pages(1) * _PAGE

    def _pages(self, place: int) -> int:
        try:
            return int(os.pread(self.memory, 64, 0).split()[place])
        except (OSError, IndexError):
            return 0

    def _lean(self) -> bool:
        return self.measure() - self.size < _GROWN

    async def _obituary(self) -> Problem:
        code = await asyncio.to_thread(self.process.wait)
        if code == -signal.SIGXCPU:
            return Problem(504, "the query took too long and was stopped")
        return Problem(507, "the query needed more memory than one query may use, or nests too deeply; it was stopped")


async def start(generation: Generation, limits: Limits, *, network: bool = False) -> Worker:
    """Start a worker on *generation*, and wait until its store is open; with *network*, it may ask other addresses.

    Raises:
        Refusal: it cannot be opened.
    """
    ours, theirs = socket.socketpair()
    options = {
        "pipe": theirs.fileno(),
        "parent": os.getpid(),
        "path": str(generation.path / "graph"),
        "memory": limits.memory,
        "answer": limits.answer,
        "network": network,
    }
    command = [sys.executable, "-m", "pourparlers.serve.worker", json.dumps(options)]
    process = subprocess.Popen(command, pass_fds=(theirs.fileno(),), stdin=subprocess.DEVNULL)  # noqa: S603  ours
    theirs.close()
    reader, writer = await asyncio.open_connection(sock=ours, limit=4 * frames.BLOCK)
    memory = os.open(f"/proc/{process.pid}/statm", os.O_RDONLY | os.O_CLOEXEC)
    worker = Worker(generation, process, reader, writer, memory, network)
    kind = b""
    try:
        kind, _ = await worker.frame()
    finally:
        if kind != frames.READY:
            process.kill()
            process.wait()
            writer.close()
            os.close(memory)
    if kind != frames.READY:
        raise Refusal(503, "the store cannot be opened; the server's log says why")
    worker.size = worker.measure()
    return worker
