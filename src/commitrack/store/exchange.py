"""What a store gives to others and takes from them: the part of `SqliteStore` that does it."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from commitrack.model.errors import StoreReadOnly
from commitrack.store.connected import Connected
from commitrack.store.engine import connect, translated
from commitrack.store.later import Later

if TYPE_CHECKING:
    from commitrack.model.history import Signature
    from commitrack.model.sheets import RowOutcome, SheetRow
    from commitrack.model.taking import Side, TakenIn
    from commitrack.store import adopting, erasing, exporting, sheets, uniting
    from commitrack.store.staging import Staged
else:
    adopting = Later("adopting")
    erasing = Later("erasing")
    exporting = Later("exporting")
    sheets = Later("sheets")
    uniting = Later("uniting")


class Exchange(Connected):
    """Exporting everything, and taking in what is staged."""

    def export(self) -> Generator[str, None, None]:
        """See `Store.export`; the snapshot is let go of when the iterator is closed."""
        with self._reading():
            yield from exporting.export(self._connection)

    def file_rows(
        self, found: Sequence[SheetRow], by: Signature, name: str, *, keep: bool = True
    ) -> tuple[RowOutcome, ...]:
        """See `Store.file_rows`."""
        with self._writing(by, keep=keep) as writer:
            return sheets.file_rows(writer, found, by, name)

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
        return self._unite(found, by, take=take, keep=keep, even_erased=even_erased)

    def _unite(
        self, found: Staged, by: Signature, *, take: Side | None, keep: bool, even_erased: bool
    ) -> TakenIn:
        there = connect(found.place, writable=False)
        try:
            with self._writing(by, keep=keep) as writer:
                taken = uniting.Uniting(
                    writer, there, found.name, take, even_erased=even_erased
                ).run()
        finally:
            there.close()
        if not writer.begun:
            return taken
        return replace(taken, transaction=writer.number if keep else 0, action=writer.action)
