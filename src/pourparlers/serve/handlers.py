"""What a worker can do, by name: answer a query, run a saved one, write a graph, tell of a thing, count."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import IO, Protocol, cast

from pyoxigraph import DefaultGraph, NamedNode, Quad, QueryTriples, RdfFormat, Store, Triple, serialize

from pourparlers import queries
from pourparlers.errors import InvalidQuery
from pourparlers.queries import tabular
from pourparlers.serve import about, cards, completing, negotiate, viewing, welcoming
from pourparlers.serve.forms import filled
from pourparlers.serve.frames import Job
from pourparlers.serve.overviews.coverage import coverage
from pourparlers.serve.overviews.events import events
from pourparlers.serve.overviews.network import network
from pourparlers.serve.overviews.places import places
from pourparlers.serve.overviews.tables import Overview
from pourparlers.serve.problems import Refusal
from pourparlers.vocab import PREFIXES


class Writer(Protocol):
    """What an answer is written to."""

    def write(self, raw: bytes, /) -> int:
        """Take some bytes."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer about to be written: `write` does the work."""

    media: str
    write: Callable[[Writer], object]
    headers: Mapping[str, str] = field(default_factory=dict)


def sparql(graph: Store, job: Job) -> Reply:
    """Answer an ad-hoc query; the value "evidence" of `job.values` adds the proof of each row of a SELECT."""
    dataset = None
    if job.graphs is not None:
        default, named = job.graphs
        dataset = [_node(iri) for iri in default], [_node(iri) for iri in named]
    answer = queries.ask(graph, job.text, base=job.base, dataset=dataset)
    return _of_answer(viewing.proved(graph, answer) if "evidence" in job.values else answer, job)


def answer(graph: Store, job: Job) -> Reply:
    """Tell in JSON what a screen shows of the answer to an ad-hoc query."""
    language, evidence = job.values["language"], "evidence" in job.values
    return as_json(viewing.answer(graph, job.text, language=language, evidence=evidence, base=job.base))


def completions(graph: Store, _: Job) -> Reply:
    """Count what an editor can propose: classes, their properties, and the concepts each property points at."""
    return as_json(asdict(completing.counted(graph)))


def saved(graph: Store, job: Job) -> Reply:
    """Run a saved query; the value "evidence" of `job.values` under the empty name adds the proof of each row."""
    values = {name: value for name, value in job.values.items() if name}
    answer = queries.run(graph, queries.find(job.text), values)
    return _of_answer(queries.with_proof(graph, answer) if "" in job.values else answer, job)


def form(graph: Store, job: Job) -> Reply:
    """Tell in JSON what the page of a saved query shows."""
    return as_json(filled.filled(graph, job.text, job.values))


def dump(graph: Store, job: Job) -> Reply:
    """Write one graph: that named `job.text`, the default graph if it is empty, or with `values["all"]` the dataset."""
    if "all" in job.values:
        form = negotiate.graphs(job.accept, job.form, quads=True)
        return Reply(negotiate.content_type(form), lambda out: graph.dump(_file(out), form, prefixes=dict(PREFIXES)))
    node = _node(job.text) if job.text else DefaultGraph()
    if isinstance(node, NamedNode) and not graph.contains_named_graph(node):
        raise Refusal(404, f"the store has no graph {node.value}")
    one = negotiate.graphs(job.accept, job.form)
    return Reply(
        negotiate.content_type(one),
        lambda out: graph.dump(_file(out), one, from_graph=node, prefixes=dict(PREFIXES)),
    )


def thing(graph: Store, job: Job) -> Reply:
    """Tell in RDF all the resolved layer says of the thing `job.text`."""
    node = _node(job.text)
    form = negotiate.graphs(job.accept, job.form)
    triples = about.triples(graph, node)
    if not triples:
        raise Refusal(404, f"the store knows nothing of {node.value}")
    return Reply(negotiate.content_type(form), lambda out: _write(triples, out, form))


def card(graph: Store, job: Job) -> Reply:
    """Tell in JSON what the page of the thing `job.text` shows, in the language `values["language"]`.

    The other values say which page of which list is wanted.
    """
    node = _node(job.text)
    if not about.known(graph, node):
        raise Refusal(404, f"the store knows nothing of {node.value}")
    return as_json(cards.card(graph, node, job.values["language"], job.values))


def known(graph: Store, job: Job) -> Reply:
    """Tell in JSON which of the IRIs in `job.values` the graph knows, the first if several."""
    for iri in job.values.values():
        if about.known(graph, _node(iri)):
            return as_json(iri)
    raise Refusal(404, f"the store knows nothing of {' or '.join(job.values.values())}")


def overview(graph: Store, job: Job) -> Reply:
    """Tell in JSON the tables of the overview `job.text`, with the filters in `job.values`."""
    return as_json(asdict(OVERVIEWS[job.text](graph, job.values, job.values["language"])))


OVERVIEWS: Mapping[str, Callable[[Store, Mapping[str, str], str], Overview]] = {
    "timeline": events,
    "network": network,
    "map": places,
    "coverage": coverage,
}


def statistics(graph: Store, _: Job) -> Reply:
    """Count triples, classes and properties, for the description of the dataset."""
    return as_json(about.statistics(graph))


def welcome(graph: Store, _: Job) -> Reply:
    """Tell in JSON what the first page shows."""
    return as_json(welcoming.welcome(graph))


HANDLERS: Mapping[str, Callable[[Store, Job], Reply]] = {
    "sparql": sparql,
    "answer": answer,
    "completions": completions,
    "saved": saved,
    "form": form,
    "known": known,
    "dump": dump,
    "thing": thing,
    "card": card,
    "statistics": statistics,
    "overview": overview,
    "welcome": welcome,
}


def _of_answer(answer: queries.Answer, job: Job) -> Reply:
    if isinstance(answer, QueryTriples):
        form = negotiate.graphs(job.accept, job.form)
        return Reply(negotiate.content_type(form), _evaluating(lambda out: _write(answer, out, form)))
    table = negotiate.results(job.accept, job.form)
    return Reply(negotiate.content_type(table), _evaluating(lambda out: tabular.write(answer, out, table)))


def _evaluating(write: Callable[[Writer], object]) -> Callable[[Writer], None]:
    """Rows are evaluated while they are written: what fails then is the query."""

    def evaluate(out: Writer) -> None:
        try:
            write(out)
        except (OSError, RuntimeError, ValueError) as error:
            if isinstance(error, BrokenPipeError | ConnectionError):
                raise
            raise InvalidQuery(f"the query cannot be evaluated: {error}") from error

    return evaluate


def _write(triples: Iterable[Triple] | Iterable[Quad], out: Writer, form: RdfFormat) -> None:
    serialize(triples, _file(out), form, prefixes=dict(PREFIXES))


def as_json(value: object) -> Reply:
    """Return a short answer of ours."""
    raw = json.dumps(value, ensure_ascii=False, default=cards.plain).encode()

    def write(out: Writer) -> None:
        out.write(raw)

    return Reply("application/json", write)


def _node(iri: str) -> NamedNode:
    try:
        return NamedNode(iri)
    except ValueError as error:
        raise Refusal(400, f"{iri!r} is no absolute IRI: {error}") from error


def _file(out: Writer) -> IO[bytes]:
    return cast("IO[bytes]", out)
