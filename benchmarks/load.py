"""Whether small queries get through while endless ones run, and whether the server is as before afterwards.

    python benchmarks/load.py [--seconds 60] [--clients 8] [--endless 4]

Clients ask small queries, first by themselves, then beside clients whose queries would never end, then by themselves
again. The bars: no small query fails; the slowest hundredth takes less than 20 times what it takes without the endless
ones; the memory of all processes stays below what the limits allow; afterwards the same queries are answered as
before, and there are as many workers as before. The exit code is 1 if one is missed.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import threading
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from endpoint import Client, free_port, quads, request, server

from pourparlers.serve.limits import Limits
from pourparlers.store import Store, generations

SLOWER = 20
ALONE = 10.0
"""Seconds without endless queries, before and after."""

MEMORY = 300
"""Megabytes that a query may use here; the server's usual limit is higher."""

TIMEOUT = 5
"""Seconds after which the server stops an endless query; its client asks the next one at once."""

SMALL = (
    "SELECT ?o WHERE { <urn:s:%d> <urn:p:1> ?o }",
    "SELECT ?p ?o WHERE { <urn:s:%d> ?p ?o } ORDER BY ?p",
    "ASK { <urn:s:%d> <urn:p:9> ?o FILTER(CONTAINS(?o, 'x')) }",
)
ENDLESS = (
    "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "SELECT * WHERE { ?a ?b ?c . ?d ?e ?f } ORDER BY ?c ?f",
    "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f FILTER(STRLEN(CONCAT(STR(?c), STR(?f))) < 0) }",
    "SELECT DISTINCT ?c ?f WHERE { ?a ?b ?c . ?d ?e ?f FILTER(?c < ?f) } ORDER BY DESC(?f)",
)


@dataclass
class Seen:
    """What the clients of small queries saw: seconds of each answer, and failures."""

    times: list[float] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    def quantile(self, part: float) -> float:
        """Return how many milliseconds so many of the answers took at most."""
        ordered = sorted(self.times)
        return ordered[min(int(part * len(ordered)), len(ordered) - 1)] * 1000

    def row(self, name: str, memory: int) -> str:
        """Return a row of the table."""
        cells = f"{self.quantile(0.5):.2f} | {self.quantile(0.99):.2f} | {max(self.times) * 1000:.2f}"
        return f"| {name} | {len(self.times):,} | {len(self.failed)} | {cells} | {memory} |"


def small(port: int, number: int, until: float, seen: Seen) -> None:
    """Ask small queries, each about another thing, one every 5 ms at most: people and programs pause too."""
    client, n = Client(port), number * 1000
    while time.perf_counter() < until:
        n += 1
        begun = time.perf_counter()
        try:
            client.ask(request("/sparql", SMALL[n % 3] % (n * 7919 % 10_000)))
            seen.times.append(time.perf_counter() - begun)
        except (OSError, ValueError) as error:
            seen.failed.append(str(error))
            client = Client(port)
        time.sleep(0.005)
    client.close()


def endless(port: int, number: int, until: float, stopped: list[str]) -> None:
    """Ask what never ends, again and again."""
    while time.perf_counter() < until:
        client = Client(port)
        try:
            client.ask(request("/sparql", ENDLESS[number % 4]))
            stopped.append("answered")
        except (OSError, ValueError) as error:
            stopped.append(str(error)[:30])
        client.close()


def children(pid: int) -> list[int]:
    """Return the processes that *pid* started."""
    return [int(n) for n in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def resident(pids: list[int]) -> int:
    """Return how many megabytes these processes hold that no other one holds too."""
    total = 0
    for pid in pids:
        try:
            lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        except (FileNotFoundError, ProcessLookupError):
            continue
        total += sum(int(line.split()[1]) for line in lines if line.startswith(("Private_Clean:", "Private_Dirty:")))
    return total // 1024


def phase(port: int, pid: int, seconds: float, clients: int, slow: int) -> tuple[Seen, int, list[str]]:
    """Let clients ask for so many seconds; return what they saw, the most memory held, and how endless ones ended."""
    seen, stopped, until = Seen(), list[str](), time.perf_counter() + seconds
    threads = [threading.Thread(target=small, args=(port, n, until, seen)) for n in range(clients)]
    threads += [threading.Thread(target=endless, args=(port, n, until, stopped)) for n in range(slow)]
    for thread in threads:
        thread.start()
    most = 0
    while time.perf_counter() < until:
        most = max(most, resident([pid, *children(pid)]))
        time.sleep(0.5)
    for thread in threads:
        thread.join()
    return seen, most, stopped


def settled(pid: int, n: int) -> int:
    """Wait up to 10 s for *n* workers; return how many there are."""
    for _ in range(100):
        if len(found := children(pid)) == n:
            break
        time.sleep(0.1)
    return len(found)


def main() -> int:
    """Make a store, serve it, load it, tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--endless", type=int, default=4)
    parser.add_argument("--triples", type=int, default=100_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder, port = Path(name) / "store", free_port()
        store = Store.open(folder, create=True)
        store.commit()
        index = folder / "index"
        generations.make(
            index, generations.current(index).inputs, lambda graph: graph.bulk_extend(quads(options.triples))
        )
        del store
        command = [sys.executable, "-m", "pourparlers", "serve", "--store", str(folder), "--port", str(port)]
        command += ["--timeout", str(TIMEOUT), "--memory", str(MEMORY)]
        process = stack.enter_context(server(command, port, "/sparql"))
        pid, workers = process.pid, Limits().workers
        before = settled(pid, workers + 1)
        print("| small queries | answered | failed | median, ms | 99 %, ms | slowest, ms | memory, MB |")
        print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
        phase(port, pid, 2, options.clients, 0)
        alone, memory, _ = phase(port, pid, ALONE, options.clients, 0)
        print(alone.row(f"{options.clients} clients", memory))
        loaded, memory, stopped = phase(port, pid, options.seconds, options.clients, options.endless)
        print(loaded.row(f"... beside {options.endless} endless ones", memory))
        left = settled(pid, before)
        after, later, _ = phase(port, pid, ALONE, options.clients, 0)
        print(after.row("... afterwards", later))
    # Each lane is as wide as there are workers, and each worker may use its allowance beside what it needs to live.
    bound = (2 * workers + 2) * (MEMORY + 100)
    bars = {
        "no small query fails": not (alone.failed or loaded.failed or after.failed),
        f"99 % within {SLOWER} times": loaded.quantile(0.99) < SLOWER * alone.quantile(0.99),
        f"memory below {bound} MB": memory < bound,
        "afterwards as before": after.quantile(0.5) < 3 * alone.quantile(0.5),
        f"{before} workers before and {left} after": left == before,
        f"{len(stopped)} endless queries stopped": bool(stopped) and "answered" not in stopped,
    }
    print(f"\n99 % beside endless queries: {loaded.quantile(0.99) / alone.quantile(0.99):.1f} times\n")
    for bar, met in bars.items():
        print(f"{'met   ' if met else 'MISSED'} {bar}")
    for failure in sorted(set(alone.failed + loaded.failed + after.failed))[:5]:
        print("failed:", failure)
    return int(not all(bars.values()))


if __name__ == "__main__":
    sys.exit(main())
