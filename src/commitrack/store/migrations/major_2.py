"""The schemas 2.0 and 2.1: what was erased for good, and every order off an index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commitrack.store import list_indexes

if TYPE_CHECKING:
    from sqlite_utils import Database


def m005_erasures(db: Database) -> None:
    """What the duty to erase needs: a secret in each seal, and stones where words have been."""
    # Sealed in with the rest, so that nobody can find out what was erased by trying words until
    # the seal fits. It is forgotten together with the words.
    db.execute("ALTER TABLE transactions ADD COLUMN nonce TEXT")
    tables: dict[str, dict[str, type]] = {
        # One for each statement or party that was erased; who, when and why is its transaction.
        "erasures": {"subject": str, "number": int, "counts": str},
        # One for each record or transaction from which an erasure took words; of a transaction,
        # the digest of what remains of it, by which it is judged from then on.
        "tombstones": {"erasure": int, "record": str, "row": int, "digest": str},
    }
    for name, columns in tables.items():
        db.table(name).create(
            {"id": int, **columns, "present": int, "tx": int},
            pk="id",
            not_null={*columns, "present", "tx"} - {"digest"},
            defaults={"present": 1},
            foreign_keys=[
                *([("erasure", "erasures", "id")] if "erasure" in columns else []),
                ("tx", "transactions", "id"),
            ],
            strict=True,
        )
    db.table("erasures").create_index(["tx"])
    db.table("tombstones").create_index(["record", "row"])
    # The erasures whose bytes may still lie in the file or its log. No part of the record.
    db.execute(
        "CREATE TABLE unscrubbed (erasure INTEGER PRIMARY KEY REFERENCES erasures (id)) STRICT"
    )


def m006_orders_off_indexes(db: Database) -> None:
    """What the orders by slip and by maker need to be read off: see `orders`."""
    list_indexes.lay_orders(db)


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
