"""The workers: some always ready, one query each, killed and replaced when they must be."""

from __future__ import annotations

import asyncio
import os
from collections import Counter, deque
from collections.abc import AsyncIterator, Coroutine, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from pourparlers.serve import child
from pourparlers.serve.child import Worker
from pourparlers.serve.limits import Limits
from pourparlers.serve.metrics import Metrics
from pourparlers.serve.problems import Refusal
from pourparlers.serve.recent import Recent
from pourparlers.store import generations
from pourparlers.store.generations import Generation

_SLOW = 0.5
"""After so many seconds a query gives way to quicker ones: in CPU, and in its place among the workers."""


@dataclass(slots=True)
class _Waiter:
    client: str
    turn: asyncio.Future[None] = field(default_factory=lambda: asyncio.get_running_loop().create_future())


@dataclass(frozen=True, slots=True)
class State:
    """What the workers do, how many queries wait, bytes of memory the workers hold, the number of the generation."""

    workers: Mapping[str, int]
    waiting: int
    memory: int
    generation: int


class Pool:
    """Lends out workers of the generation that is current.

    A query that turns out slow leaves its place to the next one and goes on in a second lane, as wide as the first:
    four endless queries hold nobody up. One client never holds all places of both lanes.
    """

    def __init__(self, index: Path, limits: Limits) -> None:
        """Answer from the generations in the folder *index*."""
        self.limits = limits
        self.recent = Recent()
        self.metrics = Metrics(self)
        self._index = index
        self._pointer = str(generations.pointer(index))
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
        try:
            stat = os.stat(self._pointer)  # noqa: PTH116  for each request
        except FileNotFoundError:
            stat = None
        mark = (stat.st_mtime_ns, stat.st_ino) if stat else (0, 0)
        if self._seen is None or self._seen[0] != mark:
            found = generations.current(self._index)
            if found is None:
                raise Refusal(503, "the store has no finished index yet; come again when its first build is done")
            self._seen = (mark, found)
        return self._seen[1]

    def state(self) -> State:
        """Return how things are."""
        slow, running = len(self._slow), self._running.total()
        try:
            number = int(self.generation().path.name)
        except (Refusal, ValueError):
            number = 0
        return State(
            workers={"nothing": len(self._idle), "quick": running - slow, "slow": slow},
            waiting=len(self._waiting),
            memory=sum(worker.resident() for worker in self._all),
            generation=number,
        )

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
    async def lease(self, client: str, *, network: bool = False) -> AsyncIterator[Worker]:
        """Lend a worker to *client*; it is killed on return unless it finished its job, and if it has *network*.

        Raises:
            Refusal: too many are waiting (503).
        """
        await self._turn(client)
        worker: Worker | None = None
        slow: asyncio.TimerHandle | None = None
        try:
            worker = await (self._spawn(network=True) if network else self._take())
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
        if worker.fresh and not worker.network and worker.alive() and len(self._all) <= self._wanted():
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

    async def _spawn(self, *, network: bool = False) -> Worker:
        worker = await child.start(self.generation(), self.limits, network=network)
        self._all.add(worker)
        return worker
