"""What a screen may ask of the app it lives in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar, cast

from textual.dom import DOMNode

if TYPE_CHECKING:
    from commitrack.model.actions import Edit
    from commitrack.model.history import Receipt, Signature, Transaction
    from commitrack.store import Lens, Store
    from commitrack.store.watching import Watch
    from commitrack.tui.gateway import Gateway

T = TypeVar("T")


class Host(Protocol):
    """The app, as its screens see it."""

    @property
    def place(self) -> str:
        """Where the store lies."""

    @property
    def lens(self) -> Lens:
        """Who asks, and on which day."""

    @property
    def gateway(self) -> Gateway:
        """The way to the store."""

    def sign(self, why: str | None = None) -> Signature:
        """The signature of a write made now."""

    def say(self, message: str, *, warning: bool = False) -> None:
        """Show a notice; its text is data, never markup."""

    def list_in_browse(self, query: str) -> None:
        """Go to the list of commitments, and list there what a query finds."""

    async def write(self, write: Callable[[Store, Watch], T], long: str | None = None) -> T:
        """Write, and tell every screen; what takes `long` is shown by that name as it goes on.

        Raises what the store raises, and `Stale` when it was stopped.
        """

    async def apply(
        self,
        edits: Sequence[Edit],
        why: str | None = None,
        *,
        refused: Callable[[str], None] | None = None,
    ) -> Receipt | None:
        """Make edits as one transaction; None when nothing was written. Call from a worker.

        Why it was refused is told to `refused`; without it, as a notice.
        """

    async def record(
        self,
        write: Callable[[Store, Signature], Receipt],
        *,
        refused: Callable[[str], None] | None = None,
    ) -> Receipt | None:
        """Write what is no edit of commitments; None when nothing was written. From a worker.

        Why it was refused is told to `refused`; without it, as a notice.
        """

    async def undo(
        self, transaction: Transaction | None = None, *, rest: bool = False
    ) -> Receipt | None:
        """Take back a transaction, or the actor's last edit, and say what it was; with `rest`, as
        much of it as nobody has changed since.
        """

    async def redo(self) -> Receipt | None:
        """Bring back what the last undo took back, and say what it was."""


def host_of(node: DOMNode) -> Host:
    """The app that a screen or a widget lives in."""
    return cast(Host, node.app)
