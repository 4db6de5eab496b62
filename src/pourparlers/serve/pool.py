"""The workers: some always ready, one query each, killed and replaced when they must be."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
from collections import Counter, deque
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager, suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path

from pourparlers.serve import frames
from pourparlers.serve.limits import MEGABYTE, Limits
from pourparlers.serve.problems import Problem, Refusal
from pourparlers.store import generations
from pourparlers.store.generations import Generation

_GROWN = 200 * MEGABYTE
"""A worker that has grown by so much is replaced, so that the next query finds all the memory it may use."""

_SLOW = 0.5
"""After so many seconds a query gives way to quicker ones: in CPU, and in its place among the workers."""


@dataclass(slots=True, eq=False)
class Worker:
    """A process that answers from one generation of the store."""

    generation: Generation
    process: subprocess.Popen[bytes]
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
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
        await asyncio.to_thread(self.process.wait)

    def alive(self) -> bool:
        """Tell whether the process is there."""
        return self.process.poll() is None

    def measure(self) -> int:
        """Return the bytes of address space it holds, 0 if it is gone."""
        try:
            pages = Path(f"/proc/{self.process.pid}/statm").read_text(encoding="ascii").split()[0]
        except (OSError, IndexError):
            return 0
        return int(pages) * os.sysconf("SC_PAGE_SIZE")

    def _lean(self) -> bool:
        return self.measure() - self.size < _GROWN

    async def _obituary(self) -> Problem:
        code = await asyncio.to_thread(self.process.wait)
        if code == -signal.SIGXCPU:
            return Problem(504, "the query took too long and was stopped")
        return Problem(507, "the query needed more memory than one query may use, or nests too deeply; it was stopped")


@dataclass(slots=True)
class _Waiter:
    client: str
    turn: asyncio.Future[None] = field(default_factory=lambda: asyncio.get_running_loop().create_future())


class Pool:
    """Lends out workers of the generation that is current.

    A query that turns out slow leaves its place to the next one and goes on in a second lane, as wide as the first:
    four endless queries hold nobody up. One client never holds all places of both lanes.
    """

    def __init__(self, index: Path, limits: Limits) -> None:
        """Answer from the generations in the folder *index*."""
        self.limits = limits
        self._index = index
        self._idle: deque[Worker] = deque()
        self._all: set[Worker] = set()
        self._running: Counter[str] = Counter()
        self._slow: set[Worker] = set()
        self._coming = 0
        self._waiting: deque[_Waiter] = deque()
        self._tasks: set[asyncio.Task[None]] = set()
        self._seen: tuple[tuple[int, int], Generation] | None = None

    def generation(self) -> Generation:
        """Return the generation to read: a build switches it while the server runs.

        Raises:
            Refusal: there is none, as before the very first build.
        """
        pointer = self._index / "current"
        try:
            stat = pointer.stat()
        except FileNotFoundError:
            stat = None
        mark = (stat.st_mtime_ns, stat.st_ino) if stat else (0, 0)
        if self._seen is None or self._seen[0] != mark:
            found = generations.current(self._index)
            if found is None:
                raise Refusal(503, "the store has no finished index yet; come again when its first build is done")
            self._seen = (mark, found)
        return self._seen[1]

    async def start(self) -> None:
        """Make the first workers ready.

        Raises:
            Refusal: the store cannot be opened.
        """
        self._idle.append(await self._spawn())
        self._refill()

    async def close(self) -> None:
        """End all workers."""
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*(worker.end() for worker in list(self._all)), return_exceptions=True)
        self._all.clear()
        self._idle.clear()

    @asynccontextmanager
    async def lease(self, client: str) -> AsyncIterator[Worker]:
        """Lend a worker to *client*; it is killed on return unless it finished its job.

        Raises:
            Refusal: too many are waiting (503).
        """
        await self._turn(client)
        worker: Worker | None = None
        slow: asyncio.TimerHandle | None = None
        try:
            worker = await self._take()
            slow = asyncio.get_running_loop().call_later(_SLOW, self._step_aside, worker)
            yield worker
        finally:
            self._running[client] -= 1
            self._running += Counter()  # forgets clients that run nothing
            if slow is not None:
                slow.cancel()
            if worker is not None:
                self._slow.discard(worker)
                self._put_back(worker)
            self._next()

    def _step_aside(self, worker: Worker) -> None:
        worker.yield_to_others()
        if len(self._slow) < self.limits.workers:
            self._slow.add(worker)
            self._next()
            self._refill()

    async def _turn(self, client: str) -> None:
        if not self._waiting and self._may(client):
            self._running[client] += 1
            return
        if len(self._waiting) >= self.limits.queue:
            raise Refusal(503, f"{len(self._waiting)} queries are waiting already; come again in a few seconds")
        waiter = _Waiter(client)
        self._waiting.append(waiter)
        self._next()
        try:
            async with asyncio.timeout(self.limits.patience):
                await waiter.turn
        except (TimeoutError, asyncio.CancelledError) as error:
            if waiter in self._waiting:
                self._waiting.remove(waiter)
            elif not waiter.turn.cancelled():  # its turn came at the very moment it gave up
                self._running[client] -= 1
                self._next()
            if isinstance(error, TimeoutError):
                message = f"no worker was free for {self.limits.patience:g} s; come again later"
                raise Refusal(503, message) from None
            raise

    def _may(self, client: str) -> bool:
        quick = self._running.total() - len(self._slow)
        return quick < self.limits.workers and self._running[client] < 2 * self.limits.workers - 1

    def _next(self) -> None:
        for waiter in list(self._waiting):
            if not waiter.turn.done() and self._may(waiter.client):
                self._running[waiter.client] += 1
                self._waiting.remove(waiter)
                waiter.turn.set_result(None)

    async def _take(self) -> Worker:
        now = self.generation()
        while self._idle:
            worker = self._idle.popleft()
            if worker.generation == now and worker.alive():
                return worker
            self._drop(worker)
        return await self._spawn()

    def _put_back(self, worker: Worker) -> None:
        if worker.fresh and worker.alive() and len(self._all) <= self._wanted():
            self._idle.append(worker)
        else:
            self._drop(worker)

    def _drop(self, worker: Worker) -> None:
        self._all.discard(worker)
        self._later(worker.end())
        self._refill()

    def _refill(self) -> None:
        """Keep one worker more than may run, so that a killed one is replaced before it is missed."""
        for _ in range(self._wanted() - len(self._all) - self._coming):
            self._coming += 1
            self._later(self._spare())

    def _wanted(self) -> int:
        return self.limits.workers + 1 + len(self._slow)

    async def _spare(self) -> None:
        try:
            worker = await self._spawn()
            if len(self._all) <= self._wanted():
                self._idle.append(worker)
            else:  # whoever was in a hurry has started one meanwhile
                self._drop(worker)
        except Refusal:  # whoever needs it will find out, and say so
            pass
        finally:
            self._coming -= 1

    def _later(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _spawn(self) -> Worker:
        generation = self.generation()
        ours, theirs = socket.socketpair()
        limits = asdict(self.limits)
        options = {
            "pipe": theirs.fileno(),
            "parent": os.getpid(),
            "path": str(generation.path / "graph"),
            "memory": limits["memory"],
            "answer": limits["answer"],
        }
        command = [sys.executable, "-m", "pourparlers.serve.worker", json.dumps(options)]
        process = subprocess.Popen(command, pass_fds=(theirs.fileno(),), stdin=subprocess.DEVNULL)  # noqa: S603  ours
        theirs.close()
        reader, writer = await asyncio.open_connection(sock=ours, limit=4 * frames.BLOCK)
        worker = Worker(generation, process, reader, writer)
        kind = b""
        try:
            kind, _ = await worker.frame()
        finally:
            if kind != frames.READY:
                process.kill()
                self._later(worker.end())
        if kind != frames.READY:
            raise Refusal(503, "the store cannot be opened; the server's log says why")
        worker.size = worker.measure()
        self._all.add(worker)
        return worker
