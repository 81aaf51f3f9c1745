"""Transactions that begin by taking the write lock."""

from __future__ import annotations

import contextlib
import random
import time
from collections.abc import Iterator

from commitrack.store.engine import PATIENCE, Connection, OperationalError, file_of, mooring_of
from commitrack.store.queueing import turn

_FIRST_PAUSE = 0.0005
_LONGEST_PAUSE = 0.01


@contextlib.contextmanager
def immediate(connection: Connection, *, keep: bool = True) -> Iterator[None]:
    """One transaction, whole or not at all; with `keep` false, never.

    A deferred transaction that reads and then writes fails at once beside another writer,
    whatever the timeout; one that takes the lock first just waits its turn. What is kept is kept
    in the file that lies at the store's place: `StoreMoved` when that is another one by now.
    """
    mooring = mooring_of(connection) if keep else None
    if mooring is not None:
        mooring.require_writable()
    with _turn(connection, "BEGIN IMMEDIATE"):
        try:
            yield
            if mooring is not None:
                mooring.require_writable()
            connection.execute("COMMIT" if keep else "ROLLBACK")
        except BaseException:
            # A full disk has rolled back by itself already.
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
    if mooring is not None:
        mooring.require_kept()


def in_turn(connection: Connection, statement: str) -> None:
    """Run a statement that takes a lock for itself alone, when our turn has come."""
    with _turn(connection, statement):
        pass


@contextlib.contextmanager
def _turn(connection: Connection, statement: str) -> Iterator[None]:
    """Begin with a statement that takes a lock for itself alone, when our turn has come.

    The turn lasts until what is done inside is done, so that the kernel wakes the next one in the
    queue when the lock is free, and nobody has to knock. Only those knock who are kept out by a
    program that does not queue; with jitter, since there may be several.
    """
    deadline = time.monotonic() + PATIENCE
    with turn(file_of(connection).parent, deadline):
        _knock(connection, statement, deadline)
        yield


def _knock(connection: Connection, statement: str, deadline: float) -> None:
    pause = _FIRST_PAUSE
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        while True:
            try:
                connection.execute(statement)
            except OperationalError as error:
                busy = (getattr(error, "sqlite_errorname", "") or "").startswith("SQLITE_BUSY")
                if not busy or time.monotonic() >= deadline:
                    raise
                time.sleep(random.uniform(0, pause))  # noqa: S311 (jitter, not a secret)
                pause = min(pause * 1.2, _LONGEST_PAUSE)
            else:
                return
    finally:
        connection.execute(f"PRAGMA busy_timeout = {int(PATIENCE * 1000)}")
