"""Write the golden schema: the tables and indexes of a store that commitrack has just made.

A store is held against it before its first write; `make schema` writes it after a migration was
added, and a test holds it to what the migrations make.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from commitrack.store import open_store
from commitrack.store.engine import connect
from commitrack.store.genuine import GOLDEN, golden_text


def text() -> str:
    """The golden schema, as SQL."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "record.db"
        open_store(place, create=True).close()
        connection = connect(place, writable=False)
        try:
            return golden_text(connection)
        finally:
            connection.close()


if __name__ == "__main__":
    GOLDEN.write_text(text(), encoding="utf-8")
