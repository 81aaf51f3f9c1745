"""The schema 4.0: from when each commitment is stale, and lists that begin with what is seldom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commitrack.store import list_indexes, staleness

if TYPE_CHECKING:
    from sqlite_utils import Database


def m009_stale_and_seldom(db: Database) -> None:
    """What is stale off an index; and indexes of what few of those in a stage have."""
    # Kept by triggers of the tables that were there: an older program would take these for
    # somebody else's. It follows from the record and is no part of it: see `staleness`.
    staleness.create(db.conn)
    list_indexes.lay_seldom(db)
