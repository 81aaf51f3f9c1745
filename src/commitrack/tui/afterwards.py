"""What is done once a frame has been sent, and keeps nobody waiting for it.

A frame goes to the terminal from a thread of Textual's. What is begun in the same turn of the loop,
or in a lane, fights that thread for the interpreter, and the frame comes some milliseconds later.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from textual.message_pump import MessagePump

SECONDS = 0.01
"""How long a frame may take to be sent."""


class Afterwards:
    """Does something soon after it was asked for, once however often that was."""

    def __init__(self, node: MessagePump, do: Callable[[], object]) -> None:
        """It is done as if the node had been sent a message."""
        self._node = node
        self._do = do
        self._waiting = False

    def ask(self) -> None:
        """Have it done."""
        if not self._waiting:
            self._waiting = True
            asyncio.get_running_loop().call_later(SECONDS, self._begin)

    def _begin(self) -> None:
        self._waiting = False
        self._node.call_next(self._unless_it_ends)

    def _unless_it_ends(self) -> None:
        """While the app ends its nodes lose their parts one by one: nothing is to be done then."""
        if self._node.is_attached and self._node.app.is_running:
            self._do()
