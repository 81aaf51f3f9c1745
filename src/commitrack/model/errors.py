"""What can go wrong, as one family of errors whose message is ready for the user.

A message is one line: it names the thing, the place and the way out. The command line turns the
class into an exit code, the terminal UI into a notice; nobody parses the text.
"""

from __future__ import annotations

from datetime import datetime

from commitrack.model.frozen import dataclass

_SHOWN = 80
"""Characters of a value that an error repeats."""


def with_outcome(words: str, outcome: str) -> str:
    """Words of an error, and what came of it; behind a question it stands in brackets."""
    return f"{words} ({outcome})" if words.endswith("?") else f"{words}; {outcome}"


class CommitrackError(Exception):
    """Base of every error that is meant for the user."""


class BadInput(CommitrackError):
    """A value, an option or a file that cannot be used as given."""


def unfit(must: str, text: str, near: str = "") -> BadInput:
    """The error for a value that cannot be: what it must be, what it is, and what may be meant.

    `near` is a question, and so the end of it (``: did you mean 'dmy'?``).
    """
    shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    return BadInput(f"{must}, not {shown!r}{near}")


class NotFound(CommitrackError):
    """An ID, a name or a path that does not exist."""


class Unreachable(CommitrackError):
    """What lies at an address did not come: the network, the server or its answer is at fault."""


class Unwritable(CommitrackError):
    """Where an output is to go there is no room, or it may not be written."""


class Refused(CommitrackError):
    """A move the status rules do not allow, or whose need is not met (domain: status)."""

    def __init__(self, message: str, needs: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.needs = needs
        """What is missing, as field-like words ("evidence", "success_test", "reason")."""


@dataclass(frozen=True, slots=True)
class Clash:
    """One field that somebody else changed after the editor saw it."""

    record: str
    field: str
    who: str
    when: datetime
    theirs: str
    yours: str

    def __str__(self) -> str:
        when = self.when.strftime("%Y-%m-%d %H:%M")
        return f"{self.record} {self.field}: {self.who} set it to {self.theirs} at {when} UTC"


class Conflict(CommitrackError):
    """The same field was changed by somebody else since it was read; nothing was written."""

    def __init__(self, message: str, clashes: tuple[Clash, ...] = ()) -> None:
        super().__init__(message)
        self.clashes = clashes


class StoreError(CommitrackError):
    """The store cannot be used as it is."""


class StoreLocked(StoreError):
    """Another process held the write lock for longer than the patience given."""


class StoreFull(StoreError):
    """No room left where the store lies; the transaction was rolled back."""


class StoreReadOnly(StoreError):
    """The store, or its folder, may not be written."""


class StoreMoved(StoreError):
    """The store's file was deleted, moved or replaced while it was open."""


class StoreMisplaced(StoreError):
    """The store lies, or would lie, where several machines write: on a network share."""


class StoreTooNew(StoreError):
    """The store was written by a newer major schema than this version knows."""


class NotAStore(StoreError):
    """The file is not a commitrack store, or is damaged."""

    def __init__(self, message: str, place: str | None = None) -> None:
        """`place` is the file, when a backup of it could take its place."""
        super().__init__(message)
        self.place = place
