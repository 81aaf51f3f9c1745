"""The tables of the record and of its history, by name."""

from __future__ import annotations

from commitrack.model.errors import NotAStore
from commitrack.store.engine import Connection

RECORDS = (
    "statements",
    "parties",
    "commitments",
    "mentions",
    "commitment_parties",
    "evidence",
    "checks",
    "date_moves",
    "reviews",
    "links",
    "copies",
    "readings",
    "dismissals",
    "suggestions",
    "saved_views",
    "origins",
    "merges",
    "erasures",
    "tombstones",
)
"""Every table that holds the record, as opposed to its history."""

HISTORY = ("transactions", "changes")
"""The tables that say who changed what, and what stood there before."""


def require_tables(connection: Connection, place: str) -> None:
    """Raise `NotAStore` unless every table of ours is a table, before any of them is asked.

    A view in the place of a table could say anything, or never end.
    """
    tables = {
        row[0]
        for row in connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0"
        )
    }
    for name in (*HISTORY, *RECORDS):
        if name not in tables:
            raise NotAStore(
                f"{place} is damaged: it has no table {name}, or something in its place"
            )
