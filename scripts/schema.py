"""Write the golden schema: what every store is compared with before it is written to."""

from __future__ import annotations

import tempfile
from pathlib import Path

from commitrack.store import open_store
from commitrack.store.engine import connect
from commitrack.store.golden import GOLDEN, read, written


def main() -> None:
    """Make a store, and write down its schema."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "record.db"
        open_store(place, create=True).close()
        connection = connect(place, writable=False)
        GOLDEN.write_text(written(read(connection)), encoding="utf-8")
        connection.close()
    print(f"wrote {GOLDEN.name}")


if __name__ == "__main__":
    main()
