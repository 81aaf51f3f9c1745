"""One write: a transaction with its own record, bound to every row it touches, and sealed."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping

from commitrack.model.history import Signature
from commitrack.store.columns import Column, to_column
from commitrack.store.engine import Connection
from commitrack.store.limits import require_fits
from commitrack.store.locking import immediate
from commitrack.store.seal import nonce, seal


class Writer:
    """The hand that writes inside one open transaction.

    The record of the transaction is begun with the first change, so that an action that changes
    nothing leaves no trace.
    """

    def __init__(
        self,
        connection: Connection,
        by: Signature,
        undoes: int | None = None,
        part_of: int | None = None,
    ) -> None:
        self.connection = connection
        self.by = by
        self.action = ""
        self.touched: set[int] = set()
        """Commitments whose version moves on with this transaction."""
        self.changed = 0
        """How many fields were changed, once finished."""
        self._undoes = undoes
        self._part_of = part_of
        self._number: int | None = None

    @property
    def number(self) -> int:
        """The number of the transaction, begun now if it was not."""
        if self._number is None:
            cursor = self.connection.execute(
                "INSERT INTO transactions (at, actor, client, action, why, undoes, part_of, nonce) "
                "VALUES (?, ?, ?, '', ?, ?, ?, ?)",
                (
                    to_column(self.by.at),
                    self.by.actor,
                    self.by.client,
                    self.by.why,
                    self._undoes,
                    self._part_of,
                    nonce(),
                ),
            )
            self._number = int(cursor.lastrowid or 0)
        return self._number

    @property
    def begun(self) -> bool:
        """Whether anything was written."""
        return self._number is not None

    def changes(self) -> int:
        """How many fields were changed so far."""
        if self._number is None:
            return 0
        found: int = self.connection.execute(
            "SELECT count(*) FROM changes WHERE tx = ?", (self._number,)
        ).fetchone()[0]
        return found

    def insert(self, table: str, columns: Mapping[str, Column]) -> int:
        """Put a row on record; its number."""
        require_fits(table, columns)
        names = ", ".join(f'"{name}"' for name in columns)
        marks = ", ".join("?" * len(columns))
        cursor = self.connection.execute(
            f'INSERT INTO "{table}" ({names}, tx) VALUES ({marks}, ?)',
            (*columns.values(), self.number),
        )
        return int(cursor.lastrowid or 0)

    def update(self, table: str, row: int, columns: Mapping[str, Column]) -> bool:
        """Change the columns of a row that differ; nothing is written when none does.

        Whether any did.
        """
        names = ", ".join(f'"{name}"' for name in columns)
        now = self.connection.execute(
            f'SELECT {names} FROM "{table}" WHERE id = ?', (row,)
        ).fetchone()
        fresh = {name: value for name, value in columns.items() if now[name] != value}
        if fresh:
            self.change(table, row, fresh)
        return bool(fresh)

    def change(self, table: str, row: int, columns: Mapping[str, Column]) -> None:
        """Change the columns of a row, all of which are known to differ."""
        require_fits(table, columns)
        sets = ", ".join(f'"{name}" = ?' for name in columns)
        self.connection.execute(
            f'UPDATE "{table}" SET {sets}, tx = ? WHERE id = ?',
            (*columns.values(), self.number, row),
        )

    @contextlib.contextmanager
    def savepoint(self) -> Iterator[None]:
        """What is written inside is taken back when it raises, and so is the transaction's record
        if it was begun there.
        """
        number, touched = self._number, frozenset(self.touched)
        self.connection.execute("SAVEPOINT part")
        try:
            yield
        except BaseException:
            if self.connection.in_transaction:  # else a full disk has rolled all of it back
                self.connection.execute("ROLLBACK TO part")
                self.connection.execute("RELEASE part")
            self._number, self.touched = number, set(touched)
            raise
        self.connection.execute("RELEASE part")

    def bind(self) -> None:
        """Let the version of the commitments touched so far move on, and forget which they are."""
        if self._number is not None:
            self.connection.executemany(
                "UPDATE commitments SET tx = ?1 WHERE id = ?2 AND tx <> ?1",
                ((self._number, commitment) for commitment in self.touched),
            )
        self.touched = set()

    def finish(self) -> None:
        """Bind the touched commitments, name the action, count the changes and seal."""
        if self._number is None:
            return
        touched = self.touched
        self.bind()
        self.touched = touched
        self.connection.execute(
            "UPDATE transactions SET action = ? WHERE id = ?", (self.action, self.number)
        )
        self.connection.execute(
            "UPDATE transactions SET hash = ? WHERE id = ?",
            (seal(self.connection, self.number), self.number),
        )
        self.changed = self.changes()


@contextlib.contextmanager
def writing(
    connection: Connection,
    by: Signature,
    *,
    undoes: int | None = None,
    part_of: int | None = None,
    keep: bool = True,
) -> Iterator[Writer]:
    """A write transaction; committed and sealed at the end, rolled back on any error.

    It `undoes` another one, or is `part_of` what another one began.
    With `keep` false it is always rolled back: a preview runs the real thing and takes it back.
    """
    with immediate(connection, keep=keep):
        writer = Writer(connection, by, undoes, part_of)
        yield writer
        writer.finish()
