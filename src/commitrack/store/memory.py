"""The memory that a connection has for the pages of many rows."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from commitrack.store.engine import Connection

_CACHE = 256 * 1024
"""Kilobytes of pages in memory meanwhile."""
_CHECKPOINT = 16_000
"""Pages in the write-ahead log before they are moved to the store, meanwhile."""
_USUAL_CHECKPOINT = 1_000


@contextlib.contextmanager
def roomy(connection: Connection) -> Iterator[None]:
    """Give a connection the memory that many rows for many indexes need, for as long as it lasts.

    Otherwise the pages of the indexes go to the disk and come back over and over.
    """
    kept = connection.execute("PRAGMA cache_size").fetchone()[0]
    connection.execute(f"PRAGMA cache_size = -{_CACHE}")
    connection.execute(f"PRAGMA wal_autocheckpoint = {_CHECKPOINT}")
    try:
        yield
    finally:
        connection.execute(f"PRAGMA cache_size = {kept}")
        connection.execute(f"PRAGMA wal_autocheckpoint = {_USUAL_CHECKPOINT}")
