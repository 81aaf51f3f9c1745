"""Undo and redo, as the store offers them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commitrack.model.errors import Conflict, Refused
from commitrack.model.frozen import replace
from commitrack.store.connected import Connected
from commitrack.store.later import Later
from commitrack.store.watching import Watch, unwatched

if TYPE_CHECKING:
    from commitrack.model.errors import Clash
    from commitrack.model.history import Receipt, Reversal, Signature, Transaction
    from commitrack.store import histories, memory, standing, undoing
    from commitrack.store.transacting import Writer
else:
    histories = Later("histories")
    memory = Later("memory")
    standing = Later("standing")
    undoing = Later("undoing")


class TakingBack(Connected):
    """A store whose transactions can be taken back."""

    def undo(
        self,
        by: Signature,
        transaction: int | None = None,
        *,
        rest: bool = False,
        watch: Watch = unwatched,
    ) -> Receipt:
        """See `Store.undo`."""
        return self._reverse(self._to_undo(by, transaction), by, "undo", rest=rest, watch=watch)

    def preview_undo(
        self,
        by: Signature,
        transaction: int | None = None,
        *,
        rest: bool = False,
        most: int | None = None,
        watch: Watch = unwatched,
    ) -> Reversal:
        """See `Store.preview_undo`; runs the real thing and takes it back."""
        from commitrack.model.history import Reversal

        number = self._to_undo(by, transaction)
        with (
            memory.roomy(self._connection),
            self._writing(by, undoes=number, keep=False) as writer,
        ):
            left = self._take_back(writer, number, "undo", rest=rest, watch=watch)
            (undo,) = histories.transactions(self._connection, only=writer.number, most=most)
            (target,) = histories.transactions(self._connection, only=number, most=0)
            commitments = tuple(sorted(writer.touched))
        told = replace(undo, action=writer.action)
        return Reversal(replace(target, undone_by=None), told, commitments, left)

    def _to_undo(self, by: Signature, transaction: int | None) -> int:
        if transaction is not None:
            return transaction
        with self._reading():
            number = standing.last_standing(self._connection, by.actor)
        if number is None:
            raise Refused(f"{by.actor} has nothing to undo")
        return number

    def redo(self, by: Signature, *, watch: Watch = unwatched) -> Receipt:
        """See `Store.redo`."""
        with self._reading():
            number = standing.last_undo(self._connection, by.actor)
        if number is None:
            raise Refused(f"{by.actor} has nothing to redo")
        return self._reverse(number, by, "redo", watch=watch)

    def undoable(self, actor: str) -> Transaction | None:
        """See `Store.undoable`."""
        with self._reading():
            number = standing.last_standing(self._connection, actor)
            return self._transaction(number)

    def redoable(self, actor: str) -> Transaction | None:
        """See `Store.redoable`."""
        with self._reading():
            number = standing.last_undo(self._connection, actor)
            if number is None:
                return None
            undo = self._transaction(number)
            return None if undo is None else self._transaction(undo.undoes)

    def _transaction(self, number: int | None) -> Transaction | None:
        if number is None:
            return None
        found = histories.transactions(self._connection, only=number, most=0)
        return found[0] if found else None

    def _reverse(
        self, number: int, by: Signature, verb: str, *, rest: bool = False, watch: Watch
    ) -> Receipt:
        with memory.roomy(self._connection), self._writing(by, undoes=number) as writer:
            left = self._take_back(writer, number, verb, rest=rest, watch=watch)
            watch("sealing", 0, 0)
        return replace(self._receipt(writer), left=left)

    def _take_back(
        self, writer: Writer, number: int, verb: str, *, rest: bool, watch: Watch
    ) -> tuple[Clash, ...]:
        target = standing.require_undoable(self._connection, number)
        left = undoing.reverse(writer, number, rest=rest, watch=watch)
        named = target["action"].removeprefix("undo ")
        writer.action = f"{verb} {named}"
        if not writer.changes():
            kept = "; ".join(undoing.named_since(self._connection, number))
            if kept:
                raise Conflict(
                    f"transaction {number} ({named}) cannot be undone while {kept}: undo that first"
                )
            raise Conflict(
                f"of transaction {number} ({named}) nothing is left to take back: it is all as "
                "it was before"
            )
        return left
