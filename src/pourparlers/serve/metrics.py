"""What the server tells of itself at /metrics, in the format of Prometheus: queries, durations, workers, memory."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.metrics_core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

if TYPE_CHECKING:
    from pourparlers.serve.pool import Pool

_OUTCOMES = {400: "wrong", 404: "unknown", 406: "format", 503: "busy", 504: "late", 507: "large"}
_BUCKETS = (0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100)


class Metrics(Collector):
    """Counts the answers of one server."""

    def __init__(self, pool: Pool) -> None:
        """Tell of *pool*."""
        self._pool = pool
        self.registry = CollectorRegistry()
        own = self.registry
        self._queries = Counter("pourparlers_queries", "Queries by how they ended", ["outcome"], registry=own)
        self._seconds = Histogram("pourparlers_query_seconds", "Time of answers", buckets=_BUCKETS, registry=own)
        self.registry.register(self)

    def kept(self) -> None:
        """Count an answer that was there already."""
        self._queries.labels("kept").inc()

    def answered(self, seconds: float) -> None:
        """Count an answer of a worker."""
        self._queries.labels("answered").inc()
        self._seconds.observe(seconds)

    def refused(self, status: int) -> None:
        """Count a query that was not answered."""
        self._queries.labels(_OUTCOMES.get(status, "failed")).inc()

    def broken(self) -> None:
        """Count an answer that was broken off, by a failure or because the client went away."""
        self._queries.labels("broken").inc()

    def collect(self) -> Iterable[Metric]:
        """Yield what is as it is now."""
        state = self._pool.state()
        workers = GaugeMetricFamily("pourparlers_workers", "Worker processes by what they do", labels=["doing"])
        for doing, n in state.workers.items():
            workers.add_metric([doing], n)
        yield workers
        yield GaugeMetricFamily("pourparlers_waiting_queries", "Queries that wait for a worker", value=state.waiting)
        yield GaugeMetricFamily(
            "pourparlers_workers_resident_bytes",
            "Memory of all workers, what they share counted for each",
            value=state.memory,
        )
        yield GaugeMetricFamily("pourparlers_generation", "Number of the generation that is read", state.generation)


async def metrics(request: Request) -> Response:
    """Answer /metrics."""
    body = generate_latest(request.app.state.pool.metrics.registry)
    return Response(body, headers={"cache-control": "no-store", "content-type": CONTENT_TYPE_LATEST})


ROUTES = (Route("/metrics", metrics),)
