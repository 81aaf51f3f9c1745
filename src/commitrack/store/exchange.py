"""What a store gives to others and takes from them: the part of `SqliteStore` that does it."""

from __future__ import annotations

import contextlib
from collections.abc import Generator, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from commitrack.model.errors import StoreReadOnly
from commitrack.model.frozen import replace
from commitrack.store.connected import Connected
from commitrack.store.engine import Connection, connect, create_file, set_pragmas, translated
from commitrack.store.later import Later

if TYPE_CHECKING:
    from commitrack.model.history import Signature
    from commitrack.model.sheets import RowOutcome, SheetRow
    from commitrack.model.taking import Side, TakenIn
    from commitrack.store import (
        adopting,
        erasing,
        exporting,
        memory,
        parts,
        sheets,
        snapshots,
        uniting,
    )
    from commitrack.store.staging import Staged
else:
    adopting = Later("adopting")
    erasing = Later("erasing")
    exporting = Later("exporting")
    memory = Later("memory")
    parts = Later("parts")
    sheets = Later("sheets")
    snapshots = Later("snapshots")
    uniting = Later("uniting")


class Exchange(Connected):
    """Exporting everything, and taking in what is staged."""

    _throwaway = False
    """Whether nobody else has this store, and nobody will miss it."""

    def export(self) -> Generator[str, None, None]:
        """See `Store.export`; the snapshot is let go of when the iterator is closed."""
        with self._reading():
            yield from exporting.export(self._connection)

    def file_rows(
        self, found: Sequence[SheetRow], by: Signature, name: str, *, keep: bool = True
    ) -> tuple[RowOutcome, ...]:
        """See `Store.file_rows`."""
        with self._reading():
            sheet = sheets.Sheet(self._connection, found, by, name)
        with memory.roomy(self._connection), self._writing(by, keep=keep) as writer:
            return sheet.file(writer)

    def take_in(
        self,
        found: Staged,
        by: Signature,
        *,
        take: Side | None = None,
        keep: bool = True,
        even_erased: bool = False,
    ) -> TakenIn:
        """See `Store.take_in`."""
        if even_erased:
            erasing.require_reason(by, "taking in what had been erased")
        from commitrack.model.taking import TakenIn

        if not self._writable:
            raise StoreReadOnly(f"{self.place} is read-only; nothing was written")
        with translated(self.place):
            self._watch.require_genuine(self._connection, self.place)
            if adopting.is_empty(self._connection) and adopting.adopt(
                self._connection, found, keep=keep
            ):
                return TakenIn(found.name, whole=True, added=found.counts)
        if keep:
            return self._unite(found, by, take=take, even_erased=even_erased)
        return self._foresee(found, by, take=take, even_erased=even_erased)

    def _unite(
        self, found: Staged, by: Signature, *, take: Side | None, even_erased: bool
    ) -> TakenIn:
        """Take in what is staged, while others have their turns."""
        before: uniting.Uniting | None = None
        work = parts.Parts(self._connection, lambda first: self._writing(by, part_of=first))
        with self._beside(found) as there, contextlib.closing(work):
            while True:
                with self._reading():
                    now = uniting.Uniting(
                        *(work, self._connection, there, found.name, take),
                        even_erased=even_erased,
                        before=before,
                    )
                try:
                    taken = now.run()
                    work.finish()
                except uniting.BeginAgain:
                    before = now
                    continue
                with self._reading():
                    return replace(taken, worries=now.worries())

    def _foresee(
        self, found: Staged, by: Signature, *, take: Side | None, even_erased: bool
    ) -> TakenIn:
        """What taking in what is staged would do: the real thing, taken back at its end.

        Much is done on a copy of the store, since others could not write for as long as it lasts.
        """
        work = parts.Parts(self._connection, lambda _: self._writing(by, keep=False), whole=True)
        with self._beside(found) as there, contextlib.closing(work):
            with self._reading():
                now = uniting.Uniting(
                    *(work, self._connection, there, found.name, take), even_erased=even_erased
                )
            if not now.much or self._throwaway:
                taken = replace(now.run(), worries=now.worries(), transaction=0, parts=0)
                work.finish()
                return taken
        with self._copied() as copy:
            return copy._foresee(found, by, take=take, even_erased=even_erased)

    @contextlib.contextmanager
    def _beside(self, found: Staged) -> Iterator[Connection]:
        """The store that is staged, for reading."""
        there = connect(found.place, writable=False)
        try:
            with translated(self.place):
                yield there
        finally:
            there.close()

    @contextlib.contextmanager
    def _copied(self) -> Iterator[Exchange]:
        """A copy of this store as it is at this moment, to try something on."""
        import tempfile  # only for who tries much

        with tempfile.TemporaryDirectory(prefix="commitrack-") as folder:
            place = Path(folder) / "tried.db"
            create_file(place)
            with snapshots.one_moment(self._connection):
                snapshots.copy(self._connection, self.place, place)
            connection = connect(place)
            try:
                set_pragmas(connection)
                connection.execute("PRAGMA synchronous = OFF")
                copy = type(self)(place, connection)
                copy._throwaway = True
                yield copy
            finally:
                connection.close()
