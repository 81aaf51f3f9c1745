"""Imports in parts as small as they can be, for machines, which know no fixtures."""

from __future__ import annotations

from contextlib import ExitStack
from unittest.mock import patch

from commitrack.store import arrivals, pacing, parts


def smaller(most: int | None) -> ExitStack:
    """Let a part hold no more rows than that, until the stack is closed; None: as many as ever."""
    stack = ExitStack()
    if most is not None:
        stack.enter_context(patch.object(parts, "MOST", most))
        stack.enter_context(patch.object(arrivals, "MOST", most))
        stack.enter_context(patch.object(pacing, "GAP", 0))
    return stack
