"""What the parts of the UI tell each other about the record."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message


@dataclass
class RecordChanged(Message):
    """Commitments were changed, here or by another process; posted to every open screen."""

    numbers: tuple[int, ...]
    """Which ones; empty when something else changed (a party, a statement) and all may show it."""


class Usable(Message):
    """The first list is on the screen: what could wait until then may begin."""
