"""Which format an answer gets: the one asked for by name, else the best of those the client accepts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pyoxigraph import QueryResultsFormat, RdfFormat

from pourparlers.serve.problems import Refusal

RESULTS: Mapping[str, QueryResultsFormat] = {
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
}
"""Formats of solutions and booleans by name, the default first."""

GRAPHS: Mapping[str, RdfFormat] = {
    "turtle": RdfFormat.TURTLE,
    "ntriples": RdfFormat.N_TRIPLES,
    "nquads": RdfFormat.N_QUADS,
    "trig": RdfFormat.TRIG,
    "rdfxml": RdfFormat.RDF_XML,
    "jsonld": RdfFormat.JSON_LD,
}
"""Formats of graphs by name, the default first."""

_ALIASES = {
    "ttl": "turtle",
    "n3": "turtle",
    "nt": "ntriples",
    "nq": "nquads",
    "srj": "json",
    "srx": "xml",
    "rdf": "rdfxml",
    "rdf+xml": "rdfxml",
    "rdf-xml": "rdfxml",
    "json-ld": "jsonld",
}

# What clients call a format besides its registered name; the answer bears the registered one.
_ALSO = {
    "application/json": "json",
    "application/xml": "xml",
    "text/xml": "xml",
    "text/plain": "ntriples",
    "application/x-turtle": "turtle",
    "text/turtle": "turtle",
    "text/n3": "turtle",
    "application/xhtml+xml": "",
}

_TEXT = frozenset({"text/csv", "text/tab-separated-values", "text/turtle"})


@dataclass(frozen=True, slots=True)
class Range:
    """One item of an Accept header."""

    media: str
    quality: float

    def covers(self, media: str) -> int:
        """Return how exactly it names *media*: 3 in full, 2 by `type/*`, 1 by `*/*`, 0 not at all."""
        if self.media == media:
            return 3
        kind, _, sub = self.media.partition("/")
        if sub == "*":
            return 1 if kind == "*" else 2 * media.startswith(f"{kind}/")
        return 0


def ranges(accept: str) -> tuple[Range, ...]:
    """Return the items of an Accept header; one that cannot be read is passed over."""
    found = []
    for item in accept.split(","):
        media, *parameters = (part.strip().lower() for part in item.split(";"))
        quality = 1.0
        for parameter in parameters:
            name, _, value = parameter.partition("=")
            if name.strip() == "q":
                try:
                    quality = min(max(float(value), 0.0), 1.0)
                except ValueError:
                    quality = 0.0
        if "/" in media:
            found.append(Range(media, quality))
    return tuple(found)


def best(accept: str, offered: Sequence[str]) -> str | None:
    """Return the media type of *offered* that the client likes best, the first among equals; None if it takes none."""
    wanted = ranges(accept or "*/*")
    rated = [(_quality(wanted, media), -place, media) for place, media in enumerate(offered)]
    quality, _, media = max(rated, default=(0.0, 0, ""))
    return media if quality > 0 else None


def _quality(wanted: Sequence[Range], media: str) -> float:
    exactness, quality = max(((item.covers(media), item.quality) for item in wanted), default=(0, 0.0))
    # A format that is named goes before one that is only not excluded.
    return quality + exactness * 1e-6 if exactness and quality > 0 else 0.0


@lru_cache(maxsize=256)
def results(accept: str, form: str | None) -> QueryResultsFormat:
    """Return the format of solutions or a boolean.

    Raises:
        Refusal: the client takes none of them (406).
    """
    return RESULTS[_chosen(accept, form, {name: media_type(known) for name, known in RESULTS.items()})]


@lru_cache(maxsize=256)
def graphs(accept: str, form: str | None, *, quads: bool = False) -> RdfFormat:
    """Return the format of a graph, or of a dataset with *quads*.

    Raises:
        Refusal: the client takes none of them (406).
    """
    known = {name: media_type(known) for name, known in GRAPHS.items() if known.supports_datasets or not quads}
    return GRAPHS[_chosen(accept, form, known)]


def media_type(known: QueryResultsFormat | RdfFormat) -> str:
    """Return the media type of a format, without parameters."""
    return known.media_type.partition(";")[0]


def content_type(known: QueryResultsFormat | RdfFormat) -> str:
    """Return the value of the header Content-Type."""
    media = media_type(known)
    return f"{media}; charset=utf-8" if media in _TEXT else media


def named(forms: Sequence[str]) -> str | None:
    """Return the formats asked for by name or file suffix, as one word; None if there are none.

    Media types, which some clients send there too, are left to the header.

    Raises:
        Refusal: one is unknown (406).
    """
    forms = [form for form in forms if "/" not in form]
    for form in forms:
        if _ALIASES.get(form, form) not in {*RESULTS, *GRAPHS}:
            raise Refusal(406, f"there is no format {form!r}; there are: {', '.join((*RESULTS, *GRAPHS))}")
    return ",".join(_ALIASES.get(form, form) for form in forms) or None


def _chosen(accept: str, form: str | None, offered: Mapping[str, str]) -> str:
    for one in (form or "").split(","):
        if one in offered:
            return one
    # Some clients ask for the name of a table and, in the header, for the graph that they expect: these are served.
    if form is None or "*/*" not in accept:
        aliases = {media: known for media, known in _ALSO.items() if known in offered}
        names = {media: known for known, media in offered.items()} | aliases
        media = best(accept, tuple(names))
        if media is not None:
            return names[media]
    wanted = f"format {form!r}" if form is not None else f"format among those accepted ({accept})"
    listed = ", ".join(f"{known} ({media})" for known, media in offered.items())
    raise Refusal(406, f"this answer has no {wanted}; there are: {listed}")
