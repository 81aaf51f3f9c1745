"""How the app writes: what is signed, what is made of a refusal, and what is said of it all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from commitrack.model.cleaning import clean_line
from commitrack.model.errors import CommitrackError, Conflict
from commitrack.store import Lens, Store
from commitrack.store.watching import Watch
from commitrack.tui.action_words import action_words
from commitrack.tui.drafting import Drafting
from commitrack.tui.gateway import Gateway, Stale
from commitrack.tui.hearing import HearingApp
from commitrack.tui.refusals import on_screen

if TYPE_CHECKING:
    from commitrack.model.actions import Edit
    from commitrack.model.history import Receipt, Signature, Transaction

MANY = 500
"""Edits from which one transaction may take so long that it is shown as it goes on."""


class WritingApp(HearingApp):
    """An app that writes for its screens, asks where two people meant the same field, and tells."""

    def __init__(self, lens: Lens, gateway: Gateway, drafting: Drafting, client: str) -> None:
        """`client` is what the history says was used."""
        super().__init__(lens, gateway, drafting)
        self._client = client

    # Who acts, and telling

    def sign(self, why: str | None = None) -> Signature:
        """The signature of a write made now: on a fixed day, at the present time of that day."""
        from commitrack.model.history import Signature  # with what only a write needs

        now = datetime.now(UTC)
        at = now if self.follows_calendar else datetime.combine(self.lens.today, now.timetz())
        return Signature(self.lens.actor, self.lens.today, at, self._client, why)

    def say(self, message: str, *, warning: bool = False) -> None:
        """Show a notice in place of the one before. Its text is data: cleaned, never markup."""
        self.clear_notifications()
        severity = "warning" if warning else "information"
        self.notify(clean_line(message), markup=False, severity=severity)  # type: ignore[arg-type]

    # Writing

    async def apply(
        self,
        edits: Sequence[Edit],
        why: str | None = None,
        *,
        refused: Callable[[str], None] | None = None,
    ) -> Receipt | None:
        """Make edits as one transaction and say what was done; None when nothing was written.

        A refusal is told to `refused`, or else shown as a notice. When somebody else changed the
        same field meanwhile, the user is asked whose value is to stand. Call it from a worker: it
        may have to ask.
        """
        try:
            receipt = await self.write(
                lambda store, watch: store.apply(edits, self.sign(why), watch),
                f"Changing {len(edits):,}" if len(edits) > MANY else None,
            )
        except Stale:
            self.say("stopped: nothing was changed")
            return None
        except Conflict as conflict:
            from commitrack.tui.screens.conflict import ConflictScreen

            if await self.push_screen_wait(ConflictScreen(conflict)):
                return await self.apply(await self._overwriting(edits), why, refused=refused)
            self.say("kept theirs: nothing of yours was written")
            return None
        except CommitrackError as error:
            (refused or self._warn)(on_screen(error))
            return None
        return self._told(receipt)

    def _warn(self, message: str) -> None:
        self.say(message, warning=True)

    async def record(
        self,
        write: Callable[[Store, Signature], Receipt],
        *,
        refused: Callable[[str], None] | None = None,
    ) -> Receipt | None:
        """Write what is no edit of commitments, and say what was done; None when nothing was.

        A refusal is told to `refused`, or else shown as a notice. Call it from a worker.
        """
        try:
            receipt = await self.write(lambda store, _: write(store, self.sign()))
        except CommitrackError as error:
            (refused or self._warn)(on_screen(error))
            return None
        return self._told(receipt)

    def _told(self, receipt: Receipt) -> Receipt | None:
        if not receipt.changed:
            self.say("nothing changed: the record says so already")
            return None
        self.say(f"{action_words(receipt.action)} · u takes it back")
        return receipt

    async def _overwriting(self, edits: Sequence[Edit]) -> tuple[Edit, ...]:
        """The same edits, made in view of the record as it is now."""
        numbers = tuple({edit.commitment: None for edit in edits})
        now = await self.gateway.fast(lambda store: store.dossiers(numbers))
        versions = {one.commitment.number: one.commitment.version for one in now}
        return tuple(replace(edit, seen=versions.get(edit.commitment)) for edit in edits)

    async def undo(
        self, transaction: Transaction | None = None, *, rest: bool = False
    ) -> Receipt | None:
        """Take back a transaction, or the actor's last edit, and say what it was; with `rest`, as
        much of it as nobody has changed since.
        """
        number = None if transaction is None else transaction.number
        return await self._turn_back(
            lambda store: transaction or store.undoable(self.lens.actor),
            lambda store, watch: store.undo(self.sign(), number, rest=rest, watch=watch),
            ("Taking back", "took back: {} · U brings it back"),
        )

    async def redo(self) -> Receipt | None:
        """Bring back what the last undo took back, and say what it was."""
        return await self._turn_back(
            lambda store: store.redoable(self.lens.actor),
            lambda store, watch: store.redo(self.sign(), watch=watch),
            ("Bringing back", "brought back: {} · u takes it back"),
        )

    async def _turn_back(
        self,
        find: Callable[[Store], Transaction | None],
        turn: Callable[[Store, Watch], Receipt],
        words: tuple[str, str],
    ) -> Receipt | None:
        """Find what it is about and turn it, at once if it is little: two keys are two undos."""

        def turn_little(store: Store, watch: Watch) -> tuple[Transaction | None, Receipt | None]:
            what = find(store)
            much = what is not None and len(what.changes) + what.more > MANY
            return what, None if much else turn(store, watch)

        try:
            what, receipt = await self.write(turn_little)
            if receipt is None and what is not None:
                title = f"{words[0]}: {action_words(what.action)}"
                receipt = await self.write(turn, title)
        except Stale:
            self.say("stopped: nothing was changed")
            return None
        except CommitrackError as error:
            self.say(on_screen(error), warning=True)
            return None
        if receipt is not None:
            self.say(words[1].format(action_words((what or receipt).action)))
        return receipt
