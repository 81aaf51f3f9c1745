"""Questions about many commitments at once: for charts, and for bodies with all they promised."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from commitrack.store.asking import Lens
from commitrack.store.connected import Connected
from commitrack.store.later import Later

if TYPE_CHECKING:
    from commitrack.model.standing import Body, Slipping, Standing
    from commitrack.query import Query
    from commitrack.store import owners, parties, splitting
else:
    owners = Later("owners")
    parties = Later("parties")
    splitting = Later("splitting")


class Surveying(Connected):
    """The part of the store on SQLite that answers them."""

    def split(self, within: Query, parts: Mapping[str, Query], lens: Lens) -> dict[str, int]:
        """See `Store.split`."""
        with self._reading():
            return splitting.split(self._connection, within, parts, lens)

    def bodies(self) -> tuple[Body, ...]:
        """See `Store.bodies`."""
        with self._reading():
            return owners.bodies(self._connection)

    def meant(self, words: str) -> tuple[int, ...]:
        """See `Store.meant`."""
        with self._reading():
            return parties.matching(self._connection, words, exact=False)

    def standing(self, bodies: Sequence[int], lens: Lens) -> Standing:
        """See `Store.standing`."""
        with self._reading():
            return owners.standing(self._connection, bodies, lens)

    def slipping(self, limit: int) -> tuple[Slipping, ...]:
        """See `Store.slipping`."""
        with self._reading():
            return owners.slipping(self._connection, limit)
