"""The past of one commitment is held against its seals, whatever happened to those of others."""

from __future__ import annotations

from pathlib import Path

from commitrack.store import Store
from tests.store.test_backups import shell


def test_an_untouched_past_fits(store: Store, accepted: int) -> None:
    found = store.verify(accepted)
    assert (found.transactions, found.broken) == (len(store.history(accepted)), None)


def test_a_change_that_was_rewritten_is_named(store: Store, place: Path, accepted: int) -> None:
    newest = store.history(accepted)[0].number
    with shell(place) as connection:
        connection.execute("DROP TRIGGER changes_update_refused")
        connection.execute("UPDATE changes SET new = 'x' WHERE tx = ? AND new = 'open'", (newest,))
    found = store.verify(accepted)
    assert (found.broken, found.detail) == (newest, f"transaction {newest} does not fit its seal")


def test_a_field_that_was_changed_past_the_history_is_named(
    store: Store, place: Path, accepted: int
) -> None:
    with shell(place) as connection:
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'commitments'"
        ).fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("UPDATE commitments SET lead = 'x' WHERE id = ?", (accepted,))
    found = store.verify(accepted)
    assert found.broken is not None
    assert found.detail.startswith("lead of commitments 1 is not what its history says")


def test_what_became_of_others_is_not_looked_at(store: Store, place: Path, accepted: int) -> None:
    with shell(place) as connection:
        connection.execute("DROP TRIGGER changes_update_refused")
        touched = {one.number for one in store.history(accepted)}
        elsewhere = connection.execute("SELECT id, tx FROM changes").fetchall()
        rows = [number for number, tx in elsewhere if tx not in touched]
        connection.executemany("UPDATE changes SET new = 'x' WHERE id = ?", [(n,) for n in rows])
    assert store.verify(accepted).broken is None
