"""The end of the bottom line: the way to every command, also to those that it has no room for."""

from __future__ import annotations

from rich.cells import cell_len

from commitrack.tui.prose import ELLIPSIS

SHORT = f"{ELLIPSIS} "
"""What stands for it in any case."""


def all_commands(key: str, room: int) -> tuple[str, str]:
    """The key that opens the palette, and the words beside it, as fully as there is room."""
    long = f" {key} " if key else " ", "All commands "
    return long if sum(map(cell_len, long)) <= room else ("", SHORT)
