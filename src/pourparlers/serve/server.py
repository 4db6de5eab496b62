"""Run the server until it is told to stop."""

from __future__ import annotations

from pathlib import Path

import uvicorn

from pourparlers.serve.app import application
from pourparlers.serve.limits import Limits
from pourparlers.store import Store


def run(folder: Path, host: str, port: int, limits: Limits) -> None:
    """Serve the store in *folder*.

    Raises:
        InvalidStore: there is none, or its files are damaged.
    """
    store = Store.open(folder)
    store.index()  # makes it fit the files, if it does not
    index = store.generations
    del store
    uvicorn.run(
        application(index, limits),
        host=host,
        port=port,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=2,
        limit_concurrency=1000,
    )
