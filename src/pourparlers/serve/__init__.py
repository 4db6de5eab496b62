"""The graph over HTTP: the SPARQL protocol, the graphs, the saved queries and every thing of the graph, read-only.

    client ──HTTP──► web process                          worker processes, one query each at a time
                     protocol, limits, formats   jobs     ┌──────────────────────────────────────────┐
                     deadline ────── kills ─────────────► │ one finished generation of the store,    │
                     bounded queue                        │ read-only; memory bounded; no network    │
                                               ◄──frames──└──────────────────────────────────────────┘

The web process never opens the store. Whatever a query does (no end, all memory, a crash of the parser), it does in
a process that can be killed, and the next one is ready. This module stays light: workers import it too.
"""
