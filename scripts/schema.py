"""Write the golden schema: the tables and indexes of a store that commitrack has just made; and
the digests of the released ones.

A store is held against it before its first write; `make schema` writes it after a migration was
added, and a test holds it to what the migrations make.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from commitrack.store import open_store
from commitrack.store.engine import connect
from commitrack.store.genuine import GOLDEN, RELEASED, golden_text, released_parts

FIXTURES = Path(__file__).resolve().parents[1] / "tests" / "store" / "fixtures"


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


def released() -> str:
    """The digests of the released schemas, as JSON."""
    found = {}
    for path in sorted(FIXTURES.glob("schema-*.db")):
        connection = connect(path, writable=False, at_rest=True)
        try:
            found[path.stem.removeprefix("schema-")] = released_parts(connection)
        finally:
            connection.close()
    return json.dumps(found, indent=1) + "\n"


if __name__ == "__main__":
    RELEASED.write_text(released(), encoding="utf-8")
    GOLDEN.write_text(text(), encoding="utf-8")
