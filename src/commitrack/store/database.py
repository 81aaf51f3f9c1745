"""sqlite-utils over a connection of ours."""

from __future__ import annotations

import contextlib
from collections.abc import Generator

from sqlite_utils import Database

from commitrack.store.engine import Connection
from commitrack.store.locking import immediate


class ImmediateDatabase(Database):
    """A `Database` whose outermost `atomic` takes the write lock first."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, execute_plugins=False)

    @contextlib.contextmanager
    def atomic(self) -> Generator[Database, None, None]:
        """One transaction, whole or not at all; inside another one, a savepoint."""
        nested = self.conn.in_transaction
        with super().atomic() if nested else immediate(self.conn):
            yield self
