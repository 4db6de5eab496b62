"""Which format an answer gets: the one asked for by name, else the best of those the client accepts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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

_ALIASES = {"ttl": "turtle", "nt": "ntriples", "nq": "nquads", "rdf": "rdfxml", "srj": "json", "srx": "xml"}

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


def results(accept: str, form: str | None) -> QueryResultsFormat:
    """Return the format of solutions or a boolean.

    Raises:
        Refusal: the client takes none of them (406).
    """
    return RESULTS[_chosen(accept, form, {name: known.media_type for name, known in RESULTS.items()})]


def graphs(accept: str, form: str | None, *, quads: bool = False) -> RdfFormat:
    """Return the format of a graph, or of a dataset with *quads*.

    Raises:
        Refusal: the client takes none of them (406).
    """
    known = {name: known.media_type for name, known in GRAPHS.items() if known.supports_datasets or not quads}
    return GRAPHS[_chosen(accept, form, known)]


def content_type(known: QueryResultsFormat | RdfFormat) -> str:
    """Return the value of the header Content-Type."""
    return f"{known.media_type}; charset=utf-8" if known.media_type in _TEXT else known.media_type


def name(form: str) -> str:
    """Return the name of a format, given by name or file suffix."""
    return _ALIASES.get(form, form)


def _chosen(accept: str, form: str | None, offered: Mapping[str, str]) -> str:
    if form is not None:
        chosen: str | None = name(form)
    else:
        aliases = {media: known for media, known in _ALSO.items() if known in offered}
        names = {media: known for known, media in offered.items()} | aliases
        media = best(accept, tuple(names))
        chosen = names[media] if media is not None else None
    if chosen is None or chosen not in offered:
        wanted = f"format {form!r}" if form is not None else f"format among those accepted ({accept})"
        listed = ", ".join(f"{known} ({media})" for known, media in offered.items())
        raise Refusal(406, f"this answer has no {wanted}; there are: {listed}")
    return chosen
