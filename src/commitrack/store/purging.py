"""Erasing for good, as the store offers it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from commitrack.model.errors import StoreReadOnly
from commitrack.model.frozen import replace
from commitrack.store.connected import Connected
from commitrack.store.engine import translated
from commitrack.store.later import Later

if TYPE_CHECKING:
    from commitrack.model.erasure import Erasure
    from commitrack.model.history import Signature
    from commitrack.store import erasing, erasing_parties, erasing_statements, scrubbing
    from commitrack.store.transacting import Writer
else:
    erasing = Later("erasing")
    erasing_parties = Later("erasing_parties")
    erasing_statements = Later("erasing_statements")
    scrubbing = Later("scrubbing")


class Purging(Connected):
    """A store from which words can be erased."""

    def erase_statement(
        self, number: int, by: Signature, *, also: Sequence[str] = (), keep: bool = True
    ) -> Erasure:
        """See `Store.erase_statement`."""
        return self._erase(
            lambda writer: erasing_statements.erase(writer, number, also), by, keep=keep
        )

    def erase_party(
        self, name: str, by: Signature, *, also: Sequence[str] = (), keep: bool = True
    ) -> Erasure:
        """See `Store.erase_party`."""
        return self._erase(lambda writer: erasing_parties.erase(writer, name, also), by, keep=keep)

    def _erase(self, erase: Callable[[Writer], Erasure], by: Signature, *, keep: bool) -> Erasure:
        erasing.require_reason(by, "an erasure")
        with translated(self.place):
            scrubbing.overwrite(self._connection)
        with self._writing(by, keep=keep) as writer:
            erasure = erase(writer)
        return replace(
            erasure,
            transaction=erasure.transaction if keep else 0,
            copies=scrubbing.copies(self._path, erasure),
        )

    def unscrubbed(self) -> int:
        """See `Store.unscrubbed`."""
        with self._reading():
            return len(scrubbing.pending(self._connection))

    def scrub(self) -> int:
        """See `Store.scrub`."""
        if not self._writable:
            raise StoreReadOnly(f"{self.place} is read-only; nothing was written")
        with translated(self.place):
            waiting = len(scrubbing.pending(self._connection))
            if waiting:
                scrubbing.scrub(self._connection, self.place)
        return waiting
