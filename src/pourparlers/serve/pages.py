"""Plain pages. All text goes through the escaping of the templates; only addresses of the web become links."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from pourparlers.serve import language as languages
from pourparlers.serve import words
from pourparlers.serve.cards.articles import PART
from pourparlers.serve.dates import anchored, told
from pourparlers.settings import AUTHORITY_BASE, settings
from pourparlers.vocab import ONTOLOGY, prefixed

_HERE = Path(__file__).resolve().parent
STATIC = _HERE / "static"

# What would turn the reading direction of a whole line, or hide: shown by its number instead.
_INVISIBLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def page(request: Request, template: str, *, status: int = 200, **values: object) -> Response:
    """Return a page in the language of the reader.

    Every template finds `words`, `language`, `path` (where it is) and `switches` (itself in each language).
    """
    spoken = languages.spoken(request)
    surroundings = {
        "words": words.spoken(spoken),
        "language": spoken,
        "path": request.url.path,
        "switches": languages.switches(request),
    }
    body = _templates().get_template(template).render(**surroundings, **values)
    headers = {"vary": languages.VARY, "content-language": spoken, "cache-control": "no-cache"}
    response = HTMLResponse(body, status, headers)
    languages.remember(request, response)
    return response


def shown(text: object) -> str:
    """Return *text* as it can be shown, invisible signs by their numbers."""
    return _INVISIBLE.sub(lambda match: f"⟦U+{ord(match[0]):04X}⟧", str(text))


def link(iri: object) -> str | None:
    """Return where an IRI leads: to our page of it, to the web, or nowhere."""
    text = str(iri)
    for base in (settings().base, AUTHORITY_BASE):
        if text.startswith(base):
            return "/id/" + quote(text.removeprefix(base), safe="/#=,~.:@!$&'()*+;%")
    if text.startswith(ONTOLOGY):
        return "/ontology" + quote(text.removeprefix(ONTOLOGY), safe="/#=,~.:%")
    return text if re.match(r"https?://[^\s<>\"']+\Z", text, re.IGNORECASE) else None


def page_of(iri: object) -> str | None:
    """Return where an IRI leads, as `link`, but straight to the page where it is one of ours."""
    target = link(iri)
    return f"/page{target}" if target is not None and target.startswith("/") else target


def reader(proof: Mapping[str, object]) -> str | None:
    """Return the address of the reader at the words of a proof (of `cards`)."""
    article, begin, end = proof["article"], proof["begin"], proof["end"]
    assert isinstance(article, Mapping)
    assert isinstance(begin, int)
    target = page_of(article["iri"])
    part = f"?at={begin}" if begin >= PART else ""
    return target and f"{target}{part}#char={begin},{end}"


def there(sections: Sequence[tuple[Mapping[str, int], str]]) -> list[tuple[Mapping[str, int], str]]:
    """Return those sections of a page, with their titles, that hold something."""
    return [(section, title) for section, title in sections if section["total"]]


def short(iri: object) -> str:
    """Return an IRI with its prefix, the data's own as `id:`; in full where none fits."""
    return prefixed(str(iri))


def grouped(number: int) -> str:
    """Return a number with narrow spaces between its thousands."""
    return f"{number:,}".replace(",", "\u202f")


@cache
def _templates() -> Environment:
    found = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters.update(shown=shown, link=link, short=short, grouped=grouped, of_group=words.of_group)
    found.filters.update(page=page_of, reader=reader, there=there, told=told, anchored=anchored)
    return found
