"""What the server counts, read by the parser that Prometheus publishes."""

from __future__ import annotations

import time

from prometheus_client.parser import text_string_to_metric_families


def counted(server) -> dict[str, float]:
    answer = server.client.get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain")
    samples = [sample for family in text_string_to_metric_families(answer.text) for sample in family.samples]
    return {" ".join([sample.name, *sample.labels.values()]): sample.value for sample in samples}


def test_queries_are_counted_by_how_they_end(folder, serve):
    with serve(folder, "--timeout", "1") as own:
        for _ in range(3):
            assert own.query("ASK { ?s ?p ?o }").status_code == 200
        assert own.query("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }").status_code == 504
        assert own.query("SELECT").status_code == 400
        found = counted(own)

    ended = {name.rpartition(" ")[2]: n for name, n in found.items() if name.startswith("pourparlers_queries_total")}
    assert ended == {"answered": 1, "kept": 2, "late": 1, "wrong": 1}
    assert found["pourparlers_query_seconds_count"] == 1


def test_what_the_workers_do(server):
    for _ in range(300):
        found = counted(server)
        doing = {name.rpartition(" ")[2]: n for name, n in found.items() if name.startswith("pourparlers_workers ")}
        if doing["nothing"] == 5:
            break
        time.sleep(0.1)  # some are just starting

    assert doing == {"nothing": 5, "quick": 0, "slow": 0}
    assert found["pourparlers_waiting_queries"] == 0
    assert found["pourparlers_workers_resident_bytes"] > 10_000_000
    assert found["pourparlers_generation"] >= 1
