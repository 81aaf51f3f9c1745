"""Every column of text is known to an erasure, so that a new one is not forgotten."""

from __future__ import annotations

from pathlib import Path

from commitrack.store import Store
from commitrack.store.engine import connect
from commitrack.store.free_text import DESCRIPTIONS, LISTS, SIGNATURES, VERBATIM, WHO
from commitrack.store.tables import RECORDS

FIXED = {
    "statements": {"sha256", "said_on", "precision", "media_type", "encoding", "pages"}
    | {"fetched_at"},
    "copies": {"bytes_sha256", "media_type", "at"},
    "parties": {"kind"},
    "commitments": {"kind", "status", "owner_basis", "due_original", "due", "due_precision"}
    | {"follow_up", "last_checked", "cues", "confidence", "extractor", "visibility", "closed_on"},
    "mentions": {"role"},
    "commitment_parties": {"role"},
    "evidence": {"source", "kind", "stance", "dated", "accessed_on"},
    "checks": {"result", "on", "next"},
    "date_moves": {"old", "new", "on"},
    "reviews": {"proposed", "asked_on", "decision", "decided_on", "evidence"},
    "links": {"type"},
    "readings": {"on"},
    "dismissals": {"rule", "on"},
    "suggestions": {"type", "decision", "decided_on"},
    "saved_views": {"hotkey"},
    "origins": {"record", "uid"},
    "merges": {"store", "head", "unsettled"},
    "erasures": {"subject", "counts"},
    "tombstones": {"record", "digest"},
}
"""Columns whose text is ours: days, hashes, and words from a list."""


def columns(place: Path, table: str) -> set[str]:
    connection = connect(place, writable=False)
    try:
        found = connection.execute(f'PRAGMA table_info("{table}")').fetchall()
    finally:
        connection.close()
    return {row["name"] for row in found if row["type"] == "TEXT"}


def test_every_column_of_text_is_searched_or_fixed(store: Store, place: Path) -> None:
    for table in RECORDS:
        written = {*VERBATIM.get(table, ()), *DESCRIPTIONS.get(table, ()), *WHO.get(table, ())}
        assert written | FIXED.get(table, set()) == columns(place, table), table
        assert not written & FIXED.get(table, set()), table


def test_every_column_of_a_transaction_is_searched_or_fixed(store: Store, place: Path) -> None:
    assert columns(place, "transactions") == {*SIGNATURES, "at", "hash", "nonce"}
    assert columns(place, "changes") == {"record", "field", "old", "new"}


def test_no_table_is_unknown_to_an_erasure(store: Store, place: Path) -> None:
    connection = connect(place, writable=False)
    names = {
        row["name"]
        for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        if not row["name"].startswith(("commitments_fts", "sqlite_", "_sqlite_migrations"))
    }
    connection.close()
    kept = {"sketches", "staleness", "tallies", "unscrubbed"}
    assert names == {*RECORDS, "transactions", "changes", *kept}


def test_lists_are_columns_that_are_searched() -> None:
    assert all(column in DESCRIPTIONS[table] for table, column in LISTS)
