"""The guards and the history, as triggers made from the tables that are there.

Whoever writes, with whatever program, meets them: a change outside an open transaction, a delete
and an edit of history are refused, and every change of every field is written down.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from commitrack.store import staleness, tallies
from commitrack.store.engine import Connection
from commitrack.store.tables import RECORDS

UNTRACKED = frozenset({("*", "id"), ("*", "tx"), ("statements", "text")})
"""Columns without a history of their own. A statement's text never changes, and its hash, which is
tracked, stands for it: the text would double the size of the store.
"""

IMMUTABLE: dict[str, tuple[str, ...]] = {
    "statements": ("text", "sha256"),
    "commitments": ("quote", "statement"),
    "mentions": ("commitment", "statement", "start", "end", "quote", "before", "after"),
    **dict.fromkeys(
        ("commitment_parties", "evidence", "checks", "date_moves", "reviews", "links"),
        ("commitment",),
    ),
    "copies": ("statement", "source", "bytes_sha256"),
    "readings": ("statement", "start", "end"),
    "dismissals": ("commitment", "rule"),
    "suggestions": ("commitment", "other", "type"),
    "erasures": ("subject", "number", "counts", "present"),
    "tombstones": ("erasure", "record", "row", "digest", "present"),
    "origins": ("record", "row", "uid"),
    "merges": ("source", "store", "head", "began"),
}
"""What is fixed once and for all when a row is put on record."""

SEARCHED = ("title", "quote", "success_test", "note")
"""The columns of the word index."""


def rebuild_triggers(connection: Connection) -> None:
    """Drop every trigger and make them anew; inside the caller's transaction."""
    drop_triggers(connection)
    for statement in trigger_sql(connection):
        connection.execute(statement)


def drop_triggers(connection: Connection) -> None:
    """Drop every trigger, to put rows back as they were; inside the caller's transaction."""
    names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for (name,) in names:
        quoted = name.replace('"', '""')  # another program may have called one anything
        connection.execute(f'DROP TRIGGER "{quoted}"')


@contextlib.contextmanager
def guards_lifted(connection: Connection) -> Iterator[None]:
    """Inside the caller's transaction nothing keeps or writes history, for as long as this lasts.

    Only an erasure may do this. Whoever else has the store open meets the guards throughout: they
    are gone in this transaction alone, and an error or a power cut takes the whole of it back.
    """
    for table in RECORDS:
        for guard in ("update_bound", "fixed", "updated"):
            connection.execute(f"DROP TRIGGER IF EXISTS {table}_{guard}")
    for name in ("changes_update_refused", "transactions_sealed"):
        connection.execute(f"DROP TRIGGER {name}")
    yield
    rebuild_triggers(connection)


def trigger_sql(connection: Connection) -> Iterator[str]:
    """The SQL of every trigger, in a stable order."""
    for table in RECORDS:
        columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]
        yield from _bind_to_transaction(table)
        yield from _keep_fixed(table)
        yield from _write_history(table, columns)
    yield from _protect_history()
    yield from _index_words()
    yield from tallies.trigger_sql()
    yield from staleness.trigger_sql()


def _bind_to_transaction(table: str) -> Iterator[str]:
    for event in ("INSERT", "UPDATE"):
        yield (
            f"CREATE TRIGGER {table}_{event.lower()}_bound BEFORE {event} ON {table} "
            "WHEN NOT EXISTS (SELECT 1 FROM transactions WHERE id = NEW.tx AND hash IS NULL) "
            f"BEGIN SELECT RAISE(ABORT, '{table} may only be changed inside a transaction "
            "of commitrack'); END"
        )
    yield (
        f"CREATE TRIGGER {table}_kept BEFORE DELETE ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} are never deleted'); END"
    )


def _keep_fixed(table: str) -> Iterator[str]:
    fixed = IMMUTABLE.get(table)
    if fixed:
        changed = " OR ".join(f'OLD."{column}" IS NOT NEW."{column}"' for column in fixed)
        yield (
            f"CREATE TRIGGER {table}_fixed BEFORE UPDATE ON {table} "
            f"WHEN OLD.id IS NOT NEW.id OR {changed} "
            f"BEGIN SELECT RAISE(ABORT, '{', '.join(fixed)} of {table} never change'); END"
        )


def _write_history(table: str, columns: list[str]) -> Iterator[str]:
    tracked = [
        column
        for column in columns
        if ("*", column) not in UNTRACKED and (table, column) not in UNTRACKED
    ]
    commitment = {"commitments": "NEW.id"}.get(
        table, "NEW.commitment" if "commitment" in columns else "NULL"
    )
    statement = {"statements": "NEW.id"}.get(
        table, "NEW.statement" if "statement" in columns else "NULL"
    )
    into = "INSERT INTO changes (tx, record, row, field, old, new, commitment, statement)"
    head = f"SELECT NEW.tx, '{table}', NEW.id"
    tail = f"{commitment}, {statement}"
    # A union keeps the order of the columns and is one statement, which SQLite runs far
    # faster than one statement for each column.
    inserted = " UNION ALL ".join(
        f'{head}, \'{column}\', NULL, NEW."{column}", {tail} WHERE NEW."{column}" IS NOT NULL'
        for column in tracked
    )
    yield (f"CREATE TRIGGER {table}_inserted AFTER INSERT ON {table} BEGIN {into} {inserted}; END")
    updated = " UNION ALL ".join(
        f'{head}, \'{column}\', OLD."{column}", NEW."{column}", {tail} '
        f'WHERE OLD."{column}" IS NOT NEW."{column}"'
        for column in tracked
    )
    yield f"CREATE TRIGGER {table}_updated AFTER UPDATE ON {table} BEGIN {into} {updated}; END"


def _protect_history() -> Iterator[str]:
    yield (
        "CREATE TRIGGER changes_bound BEFORE INSERT ON changes "
        "WHEN NOT EXISTS (SELECT 1 FROM transactions WHERE id = NEW.tx AND hash IS NULL) "
        "BEGIN SELECT RAISE(ABORT, 'history is only written by an open transaction'); END"
    )
    for event in ("UPDATE", "DELETE"):
        yield (
            f"CREATE TRIGGER changes_{event.lower()}_refused BEFORE {event} ON changes "
            "BEGIN SELECT RAISE(ABORT, 'history is never rewritten'); END"
        )
    yield (
        "CREATE TRIGGER transactions_sealed BEFORE UPDATE ON transactions "
        "WHEN OLD.hash IS NOT NULL OR OLD.id IS NOT NEW.id "
        "BEGIN SELECT RAISE(ABORT, 'a sealed transaction never changes'); END"
    )
    yield (
        "CREATE TRIGGER transactions_kept BEFORE DELETE ON transactions "
        "BEGIN SELECT RAISE(ABORT, 'transactions are never deleted'); END"
    )


def _index_words() -> Iterator[str]:
    names = ", ".join(SEARCHED)
    new = ", ".join(f"NEW.{name}" for name in SEARCHED)
    old = ", ".join(f"OLD.{name}" for name in SEARCHED)
    add = f"INSERT INTO commitments_fts (rowid, {names}) VALUES (NEW.id, {new})"
    remove = (
        f"INSERT INTO commitments_fts (commitments_fts, rowid, {names}) "
        f"VALUES ('delete', OLD.id, {old})"
    )
    yield f"CREATE TRIGGER words_inserted AFTER INSERT ON commitments BEGIN {add}; END"
    # Only when a searched column is assigned: re-indexing on every update costs more than
    # the update itself.
    yield (
        f"CREATE TRIGGER words_updated AFTER UPDATE OF {names} ON commitments "
        f"BEGIN {remove}; {add}; END"
    )
