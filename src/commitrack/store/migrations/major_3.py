"""The schema 3.0: one thing that was done in several transactions, and queries with a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commitrack.store import list_indexes

if TYPE_CHECKING:
    from sqlite_utils import Database


def m007_parts_of_an_import(db: Database) -> None:
    """What an import needs that lets others write between its transactions: see `parts`."""
    # The first transaction of those that are one thing; none for it, and for what is one by itself.
    # Sealed in with the rest, so that what belongs together stays so.
    db.execute("ALTER TABLE transactions ADD COLUMN part_of INTEGER REFERENCES transactions (id)")
    db.execute("CREATE INDEX parts ON transactions (part_of) WHERE part_of IS NOT NULL")
    # The first of its transactions, and 1 while more are to come, 0 from then on; none for what
    # went in at once.
    db.execute("ALTER TABLE merges ADD COLUMN began INTEGER REFERENCES transactions (id)")
    db.execute("ALTER TABLE merges ADD COLUMN unfinished INTEGER")


def m008_saved_views(db: Database) -> None:
    """Queries with a name; and what one's own list, and the stale one, are read off."""
    db.table("saved_views").create(
        {
            "id": int,
            "name": str,
            "query": str,
            "description": str,
            "hotkey": str,
            "present": int,
            "tx": int,
        },
        pk="id",
        not_null={"name", "query", "present", "tx"},
        defaults={"present": 1},
        foreign_keys=[("tx", "transactions", "id")],
        strict=True,
    )
    list_indexes.lay_own_and_stale(db)
