"""An export put back: every row as it was, with its history, into a store that holds nothing."""

from __future__ import annotations

from typing import BinaryIO

from commitrack.model.errors import BadInput, StoreTooNew
from commitrack.store import lines
from commitrack.store.engine import Connection, IntegrityError
from commitrack.store.identity import SEAL_SHOWN, Births, Identity
from commitrack.store.locking import immediate
from commitrack.store.reindexing import reindex
from commitrack.store.triggers import drop_triggers, rebuild_triggers

_MAIN = ("transaction", "change")


def load(connection: Connection, file: BinaryIO, name: str) -> None:
    """Put the lines of an export into an empty store, whole or not at all.

    The triggers are left off meanwhile: they would write a history of its own. Raises `BadInput`
    with the number of the first line that does not belong, `StoreTooNew` for a later format.
    """
    with immediate(connection):
        drop_triggers(connection)
        connection.execute("PRAGMA defer_foreign_keys = ON")
        _Loading(connection, name).run(file)
        reindex(connection)
        rebuild_triggers(connection)


class _Loading:
    """What has been read so far, and the judging of the next line by it."""

    def __init__(self, connection: Connection, name: str) -> None:
        self._connection = connection
        self._name = name
        self._known = lines.columns(connection)
        self._counts = dict.fromkeys(lines.TABLES, 0)
        self._born = Births()
        self._seals = bytearray()
        """The first digits of the seal of each transaction; they are numbered from one."""

    def run(self, file: BinaryIO) -> None:
        """Read every line and put it in its table."""
        promised: dict[str, int] | None = None
        number = 0
        try:
            for number, line in lines.read(file):
                try:
                    if promised is None:
                        promised = lines.judge_header(lines.parse(line))
                    else:
                        self._take(line)
                except BadInput as error:
                    raise BadInput(f"line {number} {error}") from None
                except IntegrityError as error:
                    raise BadInput(f"line {number} {_clash(str(error))}") from None
            self._require_whole(promised, number)
        except (BadInput, StoreTooNew) as error:
            raise type(error)(f"{self._name}: {error}; nothing was imported") from None

    def _take(self, line: bytes) -> None:
        kind, fields, uid = lines.judge(lines.parse(line), self._known)
        table = lines.TABLES[kind]
        if kind == "transaction":
            self._transaction(fields)
        elif kind == "change":
            self._change(fields)
        elif kind not in lines.BOOKKEEPING:
            self._require_identity(kind, table, fields, uid)
        names = ", ".join(f'"{name}"' for name in fields)
        marks = ", ".join("?" * len(fields))
        self._connection.execute(
            f'INSERT INTO "{table}" ({names}) VALUES ({marks})', tuple(fields.values())
        )
        self._counts[kind] += 1

    def _transaction(self, fields: dict[str, lines.Value]) -> None:
        if fields["id"] != self._counts["transaction"] + 1:
            raise BadInput(f"is transaction {fields['id']}, and the one before it is missing")
        seal = fields.get("hash")
        if not isinstance(seal, str) or len(seal) < SEAL_SHOWN or not seal.isascii():
            raise BadInput(f"is transaction {fields['id']}, which has no seal")
        self._seals += seal[:SEAL_SHOWN].encode("ascii")

    def _change(self, fields: dict[str, lines.Value]) -> None:
        transaction, record, row = fields["tx"], fields["record"], fields["row"]
        if transaction != self._counts["transaction"]:
            raise BadInput(f"is a change that does not follow its transaction, {transaction}")
        if fields["field"] != "present" or fields.get("old") is not None:
            return
        known = record in lines.TABLES.values() and isinstance(row, int)
        if not known or not self._born.note(str(record), int(row or 0), int(transaction or 0)):
            raise BadInput("puts a record on record for a second time, or out of order")

    def _require_identity(
        self, kind: str, table: str, fields: dict[str, lines.Value], uid: str | None
    ) -> None:
        row = fields["id"]
        born = self._born.of(table, row) if isinstance(row, int) else None
        if born is None or not isinstance(row, int):
            raise BadInput(f"is {kind} {row}, of which the history knows nothing")
        seal = self._seals[(born - 1) * SEAL_SHOWN : born * SEAL_SHOWN].decode("ascii")
        expected = str(Identity(seal, table, row))
        if uid != expected:
            raise BadInput(f"is {kind} {row}, whose uid by its history is {expected}")

    def _require_whole(self, promised: dict[str, int] | None, number: int) -> None:
        if promised is None:
            raise BadInput("is empty, no export of commitrack")
        for kind, count in promised.items():
            if self._counts[kind] != count:
                raise BadInput(
                    f"ends at line {number} with {self._counts[kind]} of its {count} lines of kind "
                    f"{kind}"
                )
        for kind, table in lines.TABLES.items():
            if kind not in _MAIN and self._born.count(table) != self._counts[kind]:
                raise BadInput(
                    f"has {self._counts[kind]} lines of kind {kind}, and its history speaks of "
                    f"{self._born.count(table)}"
                )
        stray = self._connection.execute("PRAGMA foreign_key_check").fetchone()
        if stray is not None:
            raise BadInput(
                f"names in {stray[0]} {stray[1]} one of {stray[2]} that it does not hold"
            )


def _clash(words: str) -> str:
    """What SQLite says of a row that cannot stand beside the others, for people."""
    if "UNIQUE" in words:
        return f"is there a second time ({words.rpartition(': ')[2]})"
    return f"cannot be kept ({words})"
