"""What was done to the record: signed transactions and the fields they changed."""

from __future__ import annotations

from datetime import date, datetime

from commitrack.model.errors import Clash
from commitrack.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Signature:
    """Who acts, from where, when and why. Identity is asserted, not authenticated."""

    actor: str
    today: date
    """The day the actor lives in; every rule about dates uses it."""
    at: datetime
    """The moment, in UTC, that the transaction is recorded under."""
    client: str = "cli"
    """Which program wrote: ``cli``, ``tui``, ``demo``."""
    why: str | None = None


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one record, before and after, as the trigger wrote it down."""

    table: str
    row: int
    field: str
    old: str | int | None
    new: str | int | None
    commitment: int | None = None
    """The commitment the record belongs to, when it belongs to one."""
    statement: int | None = None
    label: str = ""
    """How people call the record: ``C-0001``, ``evidence 3``."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A change and the moment, in UTC, at which it was recorded."""

    at: datetime
    change: FieldChange


@dataclass(frozen=True, slots=True)
class Transaction:
    """Everything that was changed at once, and can be undone at once."""

    number: int
    at: datetime
    actor: str
    client: str
    action: str
    """What was done, in a few words: ``accept C-0001``."""
    why: str | None
    undoes: int | None
    """The transaction this one took back, when it is an undo or a redo."""
    undone_by: int | None
    """The transaction that took this one back, when one did and still stands."""
    hash: str
    changes: tuple[FieldChange, ...] = ()
    parts: tuple[int, ...] = ()
    """The transactions in which the rest of it was done, so that others could write in between."""
    unfinished: bool = False
    """Whether more of it was to come: it is running, or it was cut short."""
    more: int = 0
    """How many further changes it made that were not asked for."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a write did."""

    transaction: int
    action: str
    commitments: tuple[int, ...] = ()
    """Numbers of the commitments it touched."""
    statement: int | None = None
    """The number of the statement it stored, when it stored one."""
    changed: int = 0
    """How many fields it changed."""
    proposed: int | None = None
    """The number of the commitment that a person proposed, when one did."""
    left: tuple[Clash, ...] = ()
    """What an undo left as it is, because somebody changed it since."""


@dataclass(frozen=True, slots=True)
class Reversal:
    """What taking a transaction back would change."""

    target: Transaction
    """The transaction that would be taken back."""
    undo: Transaction
    """The one that would do it, with what it would change."""
    commitments: tuple[int, ...] = ()
    """Numbers of the commitments it would touch."""
    left: tuple[Clash, ...] = ()
    """What it would leave as it is, because somebody changed it since."""
