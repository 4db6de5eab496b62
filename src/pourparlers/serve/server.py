"""Run the server until it is told to stop."""

from __future__ import annotations

from pathlib import Path

import uvicorn

from pourparlers.serve.app import application
from pourparlers.serve.limits import Limits
from pourparlers.serve.writing import Writing
from pourparlers.store import Store


def run(folder: Path, host: str, port: int, limits: Limits, token: str | None = None) -> None:
    """Serve the store in *folder*; with a *token*, who knows it may change the graph.

    Raises:
        InvalidStore: there is none, or its files are damaged.
    """
    store = Store.open(folder)
    store.index()  # makes it fit the files, if it does not
    index = store.generations
    del store
    uvicorn.run(
        application(index, limits, Writing(folder, token, limits) if token else None),
        host=host,
        port=port,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=2,
        limit_concurrency=1000,
    )
