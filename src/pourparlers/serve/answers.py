"""Answers as they go out: the status line waits for the first bytes, a failure after that breaks the connection.

An answer that stops in the middle must never look whole (CSV, TSV and N-Triples would): the chunked body is left
without its end, so that every client sees an error.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from contextlib import aclosing, suppress

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

from pourparlers.serve import frames, pages
from pourparlers.serve.child import Worker
from pourparlers.serve.frames import Head, Job
from pourparlers.serve.pool import Pool
from pourparlers.serve.problems import Problem, Refusal

_LOG = logging.getLogger("uvicorn.error")

_HELD = 128 * 1024
"""So many bytes are held back, because most queries that fail do so before."""

_SOON = 0.02
"""Seconds after which it is worth while to look whether the client is still there."""


class _BrokenOffError(Exception):
    """An answer could not be finished after it had begun."""


class Answer(Response):
    """The answer of a worker, streamed; a client that goes away takes its query with it."""

    def __init__(self, pool: Pool, job: Job, headers: Mapping[str, str]) -> None:
        """Have *job* done by a worker of *pool* when the answer is sent."""
        super().__init__(headers=headers)
        self._pool, self._job = pool, job
        self._tag = headers.get("etag")
        self._begun = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the answer."""
        if known := self._pool.recent.get(self._tag):
            self._pool.metrics.kept()
            await self._whole(scope, send, *known)
            return
        work = asyncio.create_task(self._work(scope, receive, send))
        gone = None
        try:
            done, _ = await asyncio.wait({work}, timeout=_SOON)
            if not done:
                gone = asyncio.create_task(_gone(receive))
                await asyncio.wait({work, gone}, return_when=asyncio.FIRST_COMPLETED)
        except asyncio.CancelledError:  # the server stops, and this task with it
            work.cancel()
            await asyncio.wait({work})
            if not self._begun:
                await explained(Request(scope), Problem(503, "the server is stopping"))(scope, receive, send)
        finally:
            if gone:
                gone.cancel()
            work.cancel()
            with suppress(asyncio.CancelledError):
                await work

    async def _work(self, scope: Scope, receive: Receive, send: Send) -> None:
        client = (scope.get("client") or ("local", 0))[0]
        metrics, begun = self._pool.metrics, time.perf_counter()
        try:
            async with self._pool.lease(client, network=self._job.network) as worker:
                await worker.send(self._job)
                async with aclosing(read(worker, self._job.seconds)) as answer:
                    held, head, ended = await _first(answer)
                    self._begun = True
                    if ended:
                        self._pool.recent.put(self._tag, head, held)
                        metrics.answered(time.perf_counter() - begun)
                        await self._whole(scope, send, head, held)
                        return
                    await send(self._start(head, None))
                    if scope["method"] == "HEAD":
                        await send({"type": "http.response.body", "body": b"", "more_body": False})
                        return
                    await self._body(send, held, answer)
                    metrics.answered(time.perf_counter() - begun)
        except asyncio.CancelledError:
            metrics.broken()
            raise
        except _BrokenOffError:
            metrics.broken()  # without the end of the body: the server closes the connection
        except Refusal as refusal:
            metrics.refused(refusal.problem.status)
            response = explained(Request(scope), refusal.problem)
            await response(scope, receive, send)

    async def _whole(self, scope: Scope, send: Send, head: Head, body: bytes) -> None:
        await send(self._start(head, body))
        await self._send(send, b"" if scope["method"] == "HEAD" else body, more=False)

    async def _body(self, send: Send, held: bytes, answer: AsyncIterator[Head | bytes]) -> None:
        await self._send(send, held, more=True)
        try:
            async for block in answer:
                assert isinstance(block, bytes)
                await self._send(send, block, more=True)
        except (Refusal, TimeoutError) as error:
            _LOG.warning("an answer was broken off: %s", error or "the client does not read")
            raise _BrokenOffError from error
        await self._send(send, b"", more=False)

    async def _send(self, send: Send, body: bytes, *, more: bool) -> None:
        async with asyncio.timeout(self._pool.limits.patience):
            await send({"type": "http.response.body", "body": body, "more_body": more})

    def _start(self, head: Head, whole: bytes | None) -> dict[str, object]:
        headers = [*self.raw_headers, (b"content-type", head.media.encode("latin-1"))]
        headers = [(name, value) for name, value in headers if name != b"content-length"]
        headers += [(name.encode("latin-1"), value.encode("latin-1")) for name, value in head.headers.items()]
        if head.gzip:
            headers.append((b"content-encoding", b"gzip"))
        if whole is not None:
            headers.append((b"content-length", str(len(whole)).encode()))
        return {"type": "http.response.start", "status": 200, "headers": headers}


async def read(worker: Worker, seconds: float) -> AsyncGenerator[Head | bytes]:
    """Yield the head and the blocks of an answer; only the time spent waiting for the worker counts.

    Raises:
        Refusal: the worker fails, or is over its time.
    """
    loop = asyncio.get_running_loop()
    left = seconds
    try:
        while True:
            before = loop.time()
            async with asyncio.timeout(left):
                kind, payload = await worker.frame()
            left -= loop.time() - before
            if kind == frames.END:
                return
            if kind == frames.FAIL:
                raise Refusal.of(frames.problem(payload))
            yield frames.head(payload) if kind == frames.HEAD else payload
    except TimeoutError:
        raise Refusal(504, f"the query took more than {seconds:g} s and was stopped") from None


async def whole(pool: Pool, job: Job, client: str) -> bytes:
    """Return the whole body of a short answer.

    Raises:
        Refusal: there is none.
    """
    async with pool.lease(client) as worker:
        await worker.send(job)
        async with aclosing(read(worker, job.seconds)) as answer:
            return b"".join([block async for block in answer if isinstance(block, bytes)])


def explained(request: Request, problem: Problem) -> Response:
    """Return a problem as a response: JSON for programs that take it, a page for browsers, else text."""
    headers = {"cache-control": "no-store"}
    if problem.status == 503:
        headers["retry-after"] = "5"
    if problem.status == 401:
        headers["www-authenticate"] = "Bearer"
    accept = request.headers.get("accept", "").lower()
    if "json" in accept:
        return JSONResponse(problem.members(), problem.status, headers, "application/problem+json")
    if "text/html" in accept:
        response = pages.page(request, "trouble.html", status=problem.status, problem=problem)
        response.headers.update(headers)
        return response
    return PlainTextResponse(problem.detail + "\n", problem.status, headers)


async def _first(answer: AsyncIterator[Head | bytes]) -> tuple[bytes, Head, bool]:
    """Read until enough bytes are there to begin, or all of them; tell which."""
    head = None
    held = bytearray()
    async for item in answer:
        if isinstance(item, Head):
            head = item
            continue
        held += item
        if len(held) >= _HELD:
            assert head is not None
            return bytes(held), head, False
    assert head is not None
    return bytes(held), head, True


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
