"""The record itself: statements, commitments and every change of them, kept in SQLite.

The only folder that knows SQL, a connection or a transaction. Everybody else speaks `Store` and
the values of `commitrack.model`.
"""

from commitrack.store.asking import (
    Birth,
    DayCount,
    Extent,
    Lens,
    Outline,
    Pulse,
    Ring,
    SignOffs,
    StatementOrder,
    Verification,
)
from commitrack.store.filing import Filing, Proposal, Revise, Revision
from commitrack.store.opening import default_place, open_store
from commitrack.store.protocol import Store
from commitrack.store.readable import ReadableStore

__all__ = [
    "Birth",
    "DayCount",
    "Extent",
    "Filing",
    "Lens",
    "Outline",
    "Proposal",
    "Pulse",
    "ReadableStore",
    "Revise",
    "Revision",
    "Ring",
    "SignOffs",
    "StatementOrder",
    "Store",
    "Verification",
    "default_place",
    "open_store",
]
