"""Changes from outside, where the server allows them: one at a time, only from who knows the token.

A change makes the next generation of the index. The files of the store stay what they are: a build that finds them
changed makes the index from them again, and such changes are gone.
"""

from __future__ import annotations

import asyncio
import hmac
import json
import os
import uuid
from base64 import b64encode
from dataclasses import dataclass, field
from email import message_from_bytes
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from pourparlers.serve import asked, screen
from pourparlers.serve.asked import Parameters
from pourparlers.serve.limits import Limits
from pourparlers.serve.problems import Refusal

OFF = (
    "writing is switched off: this endpoint only reads. The graph is a function of its articles and judgements; "
    "change those with `pourparlers build` and `pourparlers judge`"
)


@dataclass(slots=True)
class Writing:
    """Makes changes to the store in *folder*."""

    folder: Path
    token: str
    limits: Limits
    _one: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def make(self, change: dict[str, str], *, network: bool = False) -> int:
        """Make a change, with *network* if it asks other addresses; return the status of the answer.

        Raises:
            Refusal: it cannot be made; the graph is as it was.
        """
        from pourparlers.serve.updater import options  # noqa: PLC0415  a program; nobody else needs its imports

        command = options(self.folder, os.getpid(), self.limits.seconds, self.limits.memory, network=network)
        async with self._one:
            process = await asyncio.create_subprocess_exec(
                *command, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
            )
            try:
                async with asyncio.timeout(self.limits.seconds):
                    out, _ = await process.communicate(json.dumps(change).encode())
            except TimeoutError:
                raise Refusal(504, f"the change took more than {self.limits.seconds:g} s and was stopped") from None
            finally:
                if process.returncode is None:
                    process.kill()
                    await process.wait()
        if not out:
            raise Refusal(507, "the change needed too much memory; it was stopped, and nothing is changed")
        told = json.loads(out)
        if told["status"] >= 400:
            raise Refusal(told["status"], told["detail"])
        status: int = told["status"]
        return status


def allowed(request: Request) -> Writing:
    """Return what makes changes, if the server allows them and the client may.

    Raises:
        Refusal: writing is switched off (403), or the token is missing or wrong (401).
    """
    writing: Writing | None = request.app.state.writing
    if writing is None:
        raise Refusal(403, OFF)
    given = request.headers.get("authorization", "").encode()
    if not hmac.compare_digest(given, f"Bearer {writing.token}".encode()):
        raise Refusal(401, "a change needs the token of this server: `Authorization: Bearer TOKEN`")
    return writing


async def update(request: Request, found: Parameters, text: str) -> Response:
    """Make a SPARQL update."""
    writing = allowed(request)
    network = screen.check_update(text, writing.limits)
    default, named = list(found.get("using-graph-uri", ())), list(found.get("using-named-graph-uri", ()))
    if default or named:
        text = screen.with_dataset(text, default, named)
    base = str(request.url.replace(query="", fragment=""))
    return Response(status_code=await writing.make({"kind": "update", "update": text, "base": base}, network=network))


async def graph(request: Request, name: str | None) -> Response:
    """Replace, extend or remove a graph: the default graph if *name* is empty, a new one if it is None."""
    writing = allowed(request)
    headers = {}
    if name is None:
        if request.method != "POST":
            raise Refusal(400, "name a graph: `?default`, `?graph=IRI`, or the address of the graph itself")
        name = f"{request.base_url}store/{uuid.uuid4()}"
        headers["location"] = name
    change = {"kind": request.method.lower(), "graph": name, "base": name or str(request.url.replace(query=""))}
    if request.method != "DELETE":
        change["parts"] = json.dumps(await _parts(request, writing.limits))
    return Response(status_code=await writing.make(change), headers=headers)


async def _parts(request: Request, limits: Limits) -> list[dict[str, str]]:
    """Return the documents of the body: itself, or the files of a form."""
    media = asked.media(request)
    raw = await asked.body(request, limits.graph)
    if media != "multipart/form-data":
        return [_part(media or "text/turtle", raw)]
    head = f"Content-Type: {request.headers['content-type']}\r\n\r\n".encode("latin-1")
    parts = [part for part in message_from_bytes(head + raw).walk() if not part.is_multipart()]
    return [_part(part.get_content_type(), bytes(part.get_payload(decode=True) or b"")) for part in parts]


def _part(media: str, raw: bytes) -> dict[str, str]:
    return {"media": media, "raw": b64encode(raw).decode("ascii")}
