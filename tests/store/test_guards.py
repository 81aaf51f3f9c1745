"""The triggers hold against any program; the seals show what got past them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from commitrack.model.actions import SetFields
from commitrack.store import Store, open_store
from commitrack.store.tables import RECORDS
from tests.store.conftest import Do


@pytest.fixture
def shell(store: Store, accepted: int, place: Path) -> Iterator[sqlite3.Connection]:
    """Another program with the file open, as the sqlite3 shell would have it."""
    connection = sqlite3.connect(place, isolation_level=None)
    yield connection
    connection.close()


@pytest.mark.parametrize("table", RECORDS)
def test_no_record_is_deleted(shell: sqlite3.Connection, table: str) -> None:
    rows = shell.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    if rows:
        with pytest.raises(sqlite3.IntegrityError, match="never deleted"):
            shell.execute(f"DELETE FROM {table}")


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE commitments SET status = 'delivered'",
        "UPDATE parties SET name = 'x'",
        "INSERT INTO parties (name, kind, aliases, tx) VALUES ('x', 'organisation', '[]', 1)",
    ],
)
def test_no_record_changes_outside_a_transaction_of_ours(
    shell: sqlite3.Connection, sql: str
) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="inside a transaction of commitrack"):
        shell.execute(sql)


@pytest.mark.parametrize(
    ("sql", "why"),
    [
        ("UPDATE changes SET new = 'x' WHERE id = 1", "never rewritten"),
        ("DELETE FROM changes", "never rewritten"),
        (
            "INSERT INTO changes (tx, record, row, field) VALUES (1, 'parties', 1, 'name')",
            "open transaction",
        ),
        ("UPDATE transactions SET actor = 'mallory' WHERE id = 1", "never changes"),
        ("DELETE FROM transactions", "never deleted"),
    ],
)
def test_history_is_not_rewritten(shell: sqlite3.Connection, sql: str, why: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=why):
        shell.execute(sql)


def test_even_inside_a_transaction_a_text_and_a_quote_are_fixed(shell: sqlite3.Connection) -> None:
    shell.execute("BEGIN")
    shell.execute(
        "INSERT INTO transactions (at, actor, client, action) VALUES ('now', 'm', 'shell', 'x')"
    )
    number = shell.execute("SELECT max(id) FROM transactions").fetchone()[0]
    for sql in (
        "UPDATE statements SET text = 'other', tx = ?",
        "UPDATE commitments SET quote = 'other', tx = ?",
        "UPDATE mentions SET start = 0, tx = ?",
    ):
        with pytest.raises(sqlite3.IntegrityError, match="never change"):
            shell.execute(sql, (number,))
    shell.execute("ROLLBACK")


def drop(shell: sqlite3.Connection, *names: str) -> None:
    for name in names:
        shell.execute(f"DROP TRIGGER {name}")


def test_the_chain_holds_for_what_was_written_by_us(store: Store, do: Do, accepted: int) -> None:
    found = store.verify()
    assert (found.transactions, found.broken) == (2, None)


def test_rewritten_history_breaks_the_first_seal_it_touches(
    store: Store, shell: sqlite3.Connection
) -> None:
    drop(shell, "changes_update_refused")
    shell.execute("UPDATE changes SET new = 'delivered' WHERE tx = 2 AND field = 'status'")
    assert store.verify().broken == 2


@pytest.mark.parametrize("number", [1, 2])
def test_a_rewritten_signature_breaks_its_seal(
    store: Store, shell: sqlite3.Connection, number: int
) -> None:
    drop(shell, "transactions_sealed")
    shell.execute("UPDATE transactions SET actor = 'mallory' WHERE id = ?", (number,))
    assert store.verify().broken == number


def test_a_removed_transaction_breaks_the_next_seal(
    store: Store, shell: sqlite3.Connection
) -> None:
    drop(shell, "transactions_kept", "changes_delete_refused")
    shell.execute("PRAGMA foreign_keys = OFF")
    shell.execute("DELETE FROM changes WHERE tx = 1")
    shell.execute("DELETE FROM transactions WHERE id = 1")
    assert store.verify().broken == 2


def test_a_record_changed_behind_the_history_is_found(
    store: Store, shell: sqlite3.Connection
) -> None:
    drop(shell, "commitments_update_bound", "commitments_updated")
    shell.execute("UPDATE commitments SET lead = 'mallory' WHERE id = 1")
    found = store.verify()
    assert found.broken == 2
    assert "lead of commitments 1" in found.detail


def test_a_record_taken_away_behind_the_history_is_found(
    store: Store, shell: sqlite3.Connection
) -> None:
    drop(shell, "mentions_kept")
    shell.execute("DELETE FROM mentions WHERE id = 2")
    found = store.verify()
    assert found.broken == 1
    assert "mentions 2, put on record by transaction 1, is gone" in found.detail


def test_a_record_put_in_behind_the_history_is_found(
    store: Store, shell: sqlite3.Connection
) -> None:
    drop(shell, "parties_insert_bound", "parties_inserted")
    shell.execute(
        "INSERT INTO parties (name, kind, aliases, tx) VALUES ('Mallory', 'person', '[]', 2)"
    )
    assert store.verify().broken == 2


def test_two_values_that_changed_places_behind_the_history_are_found(
    store: Store, shell: sqlite3.Connection
) -> None:
    drop(shell, "commitments_update_bound", "commitments_updated", "commitments_fixed")
    shell.execute(
        "UPDATE commitments SET title = (SELECT c.title FROM commitments c "
        "WHERE c.id = 3 - commitments.id) WHERE id IN (1, 2)"
    )
    assert "title of commitments" in store.verify().detail


def test_what_was_changed_behind_the_history_and_then_by_us_is_what_we_say(
    store: Store, shell: sqlite3.Connection, do: Do
) -> None:
    """The last word is on record; that another was spoken in between shows in its old value."""
    sql = shell.execute(
        "SELECT name, sql FROM sqlite_schema WHERE name IN "
        "('commitments_update_bound', 'commitments_updated')"
    ).fetchall()
    drop(shell, *(name for name, _ in sql))
    shell.execute("UPDATE commitments SET lead = 'mallory' WHERE id = 1")
    for _, text in sql:
        shell.execute(text)
    do(1, SetFields({"lead": "bob"}))
    assert store.verify().broken is None


def test_a_change_moved_to_another_commitments_history_is_found(
    store: Store, shell: sqlite3.Connection
) -> None:
    drop(shell, "changes_update_refused")
    shell.execute("UPDATE changes SET commitment = 2 WHERE tx = 2")
    found = store.verify()
    assert (found.broken, found.detail) == (
        2,
        "a change of commitments 1 is filed under something else",
    )


def test_a_text_changed_behind_the_history_is_found(
    store: Store, shell: sqlite3.Connection
) -> None:
    drop(shell, "statements_update_bound", "statements_fixed", "statements_updated")
    shell.execute("UPDATE statements SET text = text || '!'")
    assert "text of statement 1" in store.verify().detail


def test_migrating_twice_makes_the_same_triggers(store: Store, place: Path) -> None:
    from commitrack.store.engine import connect
    from commitrack.store.triggers import rebuild_triggers

    connection = connect(place)

    def triggers() -> list[tuple[str, str]]:
        found = connection.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name"
        )
        return [tuple(row) for row in found]

    before = triggers()
    connection.execute("BEGIN IMMEDIATE")
    rebuild_triggers(connection)
    connection.execute("COMMIT")
    assert triggers() == before
    connection.close()
    open_store(place).close()
