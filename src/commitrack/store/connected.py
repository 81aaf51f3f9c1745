"""A store's connection: one snapshot for what is asked together, one transaction for each write."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from commitrack.model.errors import CommitrackError, StoreReadOnly
from commitrack.store.engine import Connection, Error, mooring_of, sound, translated
from commitrack.store.later import Later
from commitrack.store.mooring import may_write
from commitrack.store.version import SchemaVersion, require_known

if TYPE_CHECKING:
    from commitrack.model.history import Receipt, Signature
    from commitrack.store import limits, transacting
    from commitrack.store.genuine import SchemaWatch
    from commitrack.store.transacting import Writer
else:
    limits = Later("limits")
    transacting = Later("transacting")


class Connected:
    """What every part of the store on SQLite rests on."""

    def __init__(self, path: Path, connection: Connection, *, writable: bool = True) -> None:
        self._path = path
        self._connection = connection
        self._writable = writable
        self.written: list[int] = []
        """See `Store.written`."""

    @cached_property
    def _watch(self) -> SchemaWatch:
        from commitrack.store.genuine import SchemaWatch  # only who writes is kept waiting for it

        return SchemaWatch()

    @property
    def place(self) -> str:
        """The path of the file."""
        return str(self._path)

    def close(self) -> None:
        """Close the connection.

        What its log holds of a file that was moved goes into that file first, wherever it is:
        SQLite would leave the log behind, for whatever takes the file's name.
        """
        mooring = mooring_of(self._connection)
        if self._writable and mooring is not None and mooring.adrift() is not None:
            with contextlib.suppress(Error):
                self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        self._connection.close()

    def outdated(self) -> bool:
        """See `Store.outdated`."""
        mooring = mooring_of(self._connection)
        if mooring is not None and mooring.adrift() is not None:
            return True
        return not self._writable and may_write(self._path)

    def _require_usable(self) -> None:
        """Raise for a store that was moved, or that a newer commitrack has made its own, while it
        was open here.
        """
        mooring = mooring_of(self._connection)
        if mooring is not None:
            mooring.hold()
        found = int(self._connection.execute("PRAGMA user_version").fetchone()[0])
        require_known(SchemaVersion.read(found), self.place)

    def _receipt(
        self, writer: Writer, statement: int | None = None, proposed: int | None = None
    ) -> Receipt:
        from commitrack.model.history import Receipt

        return Receipt(
            transaction=writer.number if writer.begun else 0,
            action=writer.action,
            commitments=tuple(sorted(writer.touched)),
            statement=statement,
            changed=writer.changed,
            proposed=proposed,
        )

    @contextlib.contextmanager
    def _reading(self) -> Iterator[bool]:
        """One snapshot for all the questions asked inside, whoever commits meanwhile.

        Inside a write of our own, which is what is given, it is the record as it is being written.
        """
        nested: bool = self._connection.in_transaction
        if nested:
            yield nested
            return
        with translated(self.place), sound(self.place):
            self._connection.execute("BEGIN")
            try:
                yield nested
            except CommitrackError:
                raise
            except Exception:
                self._require_usable()  # else it is told as damage that it is not what it was
                raise
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("COMMIT")

    @contextlib.contextmanager
    def _writing(
        self,
        by: Signature,
        *,
        undoes: int | None = None,
        part_of: int | None = None,
        keep: bool = True,
    ) -> Iterator[Writer]:
        if not self._writable:
            raise StoreReadOnly(f"{self.place} is read-only; nothing was written")
        if not by.actor.strip():
            raise CommitrackError("nobody signs this change: name yourself with --as NAME")
        limits.require_signature(by)
        with (
            translated(self.place),
            transacting.writing(
                self._connection, by, undoes=undoes, part_of=part_of, keep=keep
            ) as writer,
        ):
            self._watch.require_genuine(self._connection, self.place)
            yield writer
        if keep and writer.begun:
            self.written.append(writer.number)
