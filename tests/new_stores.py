"""A new store in the tests is a copy of one that the migrations made, once in each process.

They make it by a thousand statements, which took longer than most of what is done with one. All its
tables are the same; but a copy stands in the file, where what was just made stands in the
write-ahead log.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from commitrack.store.engine import connect, create_file
from commitrack.store.migrating import migrate


def create_copy(path: Path) -> None:
    """A file nobody else can read, as for any new store, with the copy in it."""
    create_file(path)
    path.write_bytes(_made())


@cache
def _made() -> bytes:
    with TemporaryDirectory() as folder:
        place = Path(folder) / "new.db"
        create_file(place)
        connection = connect(place, writable=True)
        migrate(connection, place)
        connection.close()
        return place.read_bytes()
