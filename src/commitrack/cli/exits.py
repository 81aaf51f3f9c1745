"""Exit codes, and which error leads to which."""

from __future__ import annotations

from enum import IntEnum

from commitrack.model.errors import (
    BadInput,
    Conflict,
    NotAStore,
    NotFound,
    Refused,
    StoreFull,
    StoreLocked,
    StoreMisplaced,
    StoreMoved,
    StoreReadOnly,
    StoreTooNew,
    Unwritable,
)


class Exit(IntEnum):
    """What the process tells whoever started it (README: exit codes)."""

    OK = 0
    FAILURE = 1
    USAGE = 2
    NOT_FOUND = 3
    REFUSED = 4
    LOCKED = 5
    UNWRITABLE = 6
    TOO_NEW = 7
    NOT_A_STORE = 8
    INTERRUPTED = 130


_CODES: tuple[tuple[type[Exception], Exit], ...] = (
    (BadInput, Exit.USAGE),
    (NotFound, Exit.NOT_FOUND),
    (Refused, Exit.REFUSED),
    (Conflict, Exit.REFUSED),
    (StoreLocked, Exit.LOCKED),
    (Unwritable, Exit.UNWRITABLE),
    (StoreFull, Exit.UNWRITABLE),
    (StoreReadOnly, Exit.UNWRITABLE),
    (StoreMisplaced, Exit.UNWRITABLE),
    (StoreMoved, Exit.UNWRITABLE),
    (StoreTooNew, Exit.TOO_NEW),
    (NotAStore, Exit.NOT_A_STORE),
)


def exit_code(error: Exception) -> Exit:
    """The code for an error of ours; anything else is a failure."""
    return next((code for kind, code in _CODES if isinstance(error, kind)), Exit.FAILURE)
