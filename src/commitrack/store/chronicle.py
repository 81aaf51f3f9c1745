"""How a store came to be what it is: its history, what it was before, and the seal on it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from commitrack.store.asking import Birth, Pulse, Verification
from commitrack.store.connected import Connected
from commitrack.store.later import Later

if TYPE_CHECKING:
    from datetime import date

    from commitrack.model.history import Dated, FieldChange, Transaction
    from commitrack.model.records import Dossier
    from commitrack.store import earlier, histories, identity, pasts, seal, sealed_past
else:
    earlier = Later("earlier")
    histories = Later("histories")
    identity = Later("identity")
    pasts = Later("pasts")
    seal = Later("seal")
    sealed_past = Later("sealed_past")


class Chronicle(Connected):
    """The part of the store on SQLite that tells it."""

    def earlier(self, numbers: Sequence[int], day: date) -> Mapping[int, Dossier]:
        """See `Store.earlier`."""
        with self._reading():
            return earlier.dossiers(self._connection, numbers, day)

    def births(self, numbers: Sequence[int]) -> Mapping[int, Birth]:
        """See `Store.births`."""
        with self._reading():
            return identity.of_commitments(self._connection, numbers)

    def history(
        self,
        commitment: int | None = None,
        *,
        limit: int | None = None,
        before: int | None = None,
        actor: str | None = None,
        most: int | None = None,
    ) -> tuple[Transaction, ...]:
        """See `Store.history`."""
        with self._reading():
            return histories.transactions(
                self._connection, commitment, limit=limit, before=before, actor=actor, most=most
            )

    def days_on_record(self, numbers: Sequence[int]) -> Mapping[int, tuple[date, date]]:
        """See `Store.days_on_record`."""
        with self._reading():
            return histories.days_on_record(self._connection, numbers)

    def changes(self, transaction: int) -> Iterator[FieldChange]:
        """See `Store.changes`."""
        place = 0
        while True:
            with self._reading():
                found, place = histories.changes(self._connection, transaction, place)
            if not found:
                return
            yield from found

    def pasts(
        self,
        numbers: Sequence[int],
        fields: Mapping[str, Collection[str]],
        *,
        since_birth: bool = False,
    ) -> Mapping[int, tuple[Dated, ...]]:
        """See `Store.pasts`."""
        with self._reading():
            return pasts.pasts(self._connection, numbers, fields, since_birth=since_birth)

    def follows(self, pulse: Pulse) -> bool:
        """See `Store.follows`."""
        with self._reading():
            row = self._connection.execute(
                "SELECT hash FROM transactions WHERE id = ?", (pulse.newest,)
            ).fetchone()
        return (None if row is None else row[0]) == pulse.seal

    def feed(self, after: int) -> tuple[int, ...]:
        """See `Store.feed`."""
        with self._reading():
            found = self._connection.execute(
                "SELECT id FROM commitments WHERE tx > ? ORDER BY id", (after,)
            )
            return tuple(row[0] for row in found)

    def verify(self, commitment: int | None = None) -> Verification:
        """See `Store.verify`."""
        with self._reading():
            if commitment is not None:
                return sealed_past.verify(self._connection, commitment)
            return seal.verify(self._connection)
