"""Telling how far something long has come."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

Watch: TypeAlias = Callable[[str, int, int], None]
"""Is told what is being done, how much of it is done, and of how much; of 0 when nobody can say."""


def unwatched(_what: str, _done: int, _total: int) -> None:
    """Nobody looks on."""
