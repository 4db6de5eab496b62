"""What a request asks for, read strictly: parameters, body, format, time."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from urllib.parse import parse_qsl

from starlette.requests import Request

from pourparlers.serve.limits import Limits
from pourparlers.serve.pool import Pool
from pourparlers.serve.problems import Refusal

FORM = "application/x-www-form-urlencoded"

Parameters = Mapping[str, Sequence[str]]


def pool(request: Request) -> Pool:
    """Return the workers of the server."""
    found = request.app.state.pool
    assert isinstance(found, Pool)
    return found


def client(request: Request) -> str:
    """Return who asks, as far as one can tell."""
    return request.client.host if request.client else "local"


def address(request: Request) -> str:
    """Return the address asked for, without parameters: against it relative IRIs of a query are resolved."""
    host = request.headers.get("host")
    if not host:
        return str(request.url.replace(query="", fragment=""))
    return f"{request.scope['scheme']}://{host}{request.scope['path']}"


def parameters(raw: bytes | str) -> dict[str, list[str]]:
    """Return the values of each parameter of a query string or a form.

    Raises:
        Refusal: it is not UTF-8.
    """
    found: dict[str, list[str]] = {}
    try:
        text = raw.decode("utf-8") if isinstance(raw, bytes) else raw
        for name, value in parse_qsl(text, keep_blank_values=True, errors="strict"):
            found.setdefault(name, []).append(value)
    except (UnicodeDecodeError, ValueError) as error:
        raise Refusal(400, f"the parameters are not UTF-8: {error}") from error
    return found


def of_url(request: Request) -> dict[str, list[str]]:
    """Return the parameters of the address."""
    return parameters(request.scope["query_string"])


def one(found: Parameters, name: str) -> str | None:
    """Return the only value of a parameter, None if it has none.

    Raises:
        Refusal: it has several.
    """
    values = found.get(name, ())
    if len(values) > 1:
        raise Refusal(400, f"the parameter {name!r} is given {len(values)} times; once is enough")
    return values[0] if values else None


def flag(found: Parameters, name: str) -> bool:
    """Tell whether a parameter says yes.

    Raises:
        Refusal: it has several values.
    """
    return one(found, name) in {"1", "true", "yes", "on"}


def media(request: Request) -> str:
    """Return the media type of the body, "" if none is given.

    Raises:
        Refusal: its charset is not UTF-8.
    """
    kind, *rest = (part.strip().lower() for part in request.headers.get("content-type", "").split(";"))
    for parameter in rest:
        name, _, value = parameter.partition("=")
        if name.strip() == "charset" and value.strip().strip('"') not in {"utf-8", "utf8", "us-ascii"}:
            raise Refusal(415, f"the body is in {value}; it must be in UTF-8")
    return kind


async def body(request: Request, allowed: int) -> bytes:
    """Return the body.

    Raises:
        Refusal: it is larger than *allowed* bytes.
    """
    parts = bytearray()
    async for part in request.stream():
        parts += part
        if len(parts) > allowed:
            raise Refusal(413, f"the body is larger than {allowed} bytes")
    return bytes(parts)


def seconds(found: Parameters, limits: Limits) -> float:
    """Return the time a query may take: `timeout` in seconds, which can only lower the server's.

    Raises:
        Refusal: it is no positive number.
    """
    given = one(found, "timeout")
    if given is None:
        return limits.seconds
    try:
        value = float(given)
    except ValueError:
        value = 0.0
    if not 0 < value < float("inf"):
        raise Refusal(400, f"timeout={given!r} is no number of seconds")
    return min(value, limits.seconds)


def takes_gzip(request: Request) -> bool:
    """Tell whether the client takes a compressed body."""
    for item in request.headers.get("accept-encoding", "").lower().split(","):
        coding, *parameters = (part.strip() for part in item.split(";"))
        if coding in {"gzip", "x-gzip", "*"}:
            return not any(parameter.replace(" ", "").rstrip("0.") == "q=" for parameter in parameters)
    return False


def etag(request: Request, *parts: object) -> str:
    """Return what names this answer of this state of the store: it stays as long as both stay."""
    generation = pool(request).generation()
    told = (generation.path.name, generation.inputs, request.headers.get("accept", ""), takes_gzip(request), *parts)
    return f'W/"{hashlib.sha256(repr(told).encode()).hexdigest()[:32]}"'


def unchanged(request: Request, tag: str) -> bool:
    """Tell whether the client has this answer already."""
    known = {item.strip() for item in request.headers.get("if-none-match", "").split(",")}
    return request.method in {"GET", "HEAD"} and (tag in known or "*" in known)
