"""What goes with a question to the store, and the answers that are no records."""

from __future__ import annotations

from datetime import date

from commitrack.model.frozen import dataclass

PAGE = 64
"""Commitments on one page of a list."""


@dataclass(frozen=True, slots=True)
class Lens:
    """What a question depends on besides the record: who asks, and on which day."""

    today: date
    actor: str = ""


@dataclass(frozen=True, slots=True)
class Pulse:
    """A cheap sign of life: it differs when another process has committed since."""

    newest: int
    """The newest transaction."""
    signal: int
    """The engine's own change counter; only its changing means anything."""
    seal: str | None = None
    """The seal of the newest transaction: another one under its number is of another course."""


@dataclass(frozen=True, slots=True)
class Verification:
    """The outcome of walking the hash chain."""

    transactions: int
    broken: int | None
    """The first transaction whose record does not fit its seal; None when all fit."""
    detail: str = ""
