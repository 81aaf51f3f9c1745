"""What the parts of the UI tell each other about the record, and how any message is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

__all__ = ["RecordChanged", "Usable", "message"]

if TYPE_CHECKING:
    from dataclasses import dataclass as message
else:

    def message(cls: type[Message]) -> type[Message]:
        """Make a kind of message that is made with what its annotated names say, in their order.

        A data class would do, but it takes ten times as long to make, and what is loaded before
        the first frame has a score of them.
        """
        names = tuple(cls.__annotations__)

        def construct(self: Message, *values: object, **named: object) -> None:
            Message.__init__(self)
            vars(self).update(zip(names[: len(values)], values, strict=True), **named)

        cls.__init__ = construct
        return cls


@message
class RecordChanged(Message):
    """Commitments were changed, here or by another process; posted to every open screen."""

    numbers: tuple[int, ...]
    """Which ones; empty when something else changed (a party, a statement) and all may show it."""


class Usable(Message):
    """The first list is on the screen: what could wait until then may begin."""
