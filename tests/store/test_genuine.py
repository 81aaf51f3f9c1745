"""Nothing is written to a store whose schema is not the one that we make."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from pathlib import Path

import pytest

from commitrack.model.actions import Edit, SetFields
from commitrack.model.errors import NotAStore
from commitrack.store import Store, genuine, open_store
from commitrack.store.engine import connect
from commitrack.store.examining import examine, mend
from commitrack.store.version import NEWEST, SchemaVersion
from tests.store.conftest import sign

FIXTURES = Path(__file__).parent / "fixtures"
EVIL = "CREATE TRIGGER evil AFTER UPDATE ON commitments BEGIN UPDATE parties SET name = 'x'; END"


def schema_of(place: Path) -> str:
    connection = connect(place, writable=False)
    try:
        return genuine.golden_text(connection)
    finally:
        connection.close()


def test_a_new_store_has_the_schema_that_is_written_down(store: Store, place: Path) -> None:
    store.close()
    assert schema_of(place) == genuine.GOLDEN.read_text(encoding="utf-8"), "make schema"


@pytest.mark.parametrize("old", sorted(FIXTURES.glob("schema-*.db")), ids=lambda one: one.stem)
def test_an_upgraded_store_has_the_very_same_schema(old: Path, place: Path) -> None:
    place.parent.mkdir()
    shutil.copy(old, place)
    open_store(place).close()
    assert schema_of(place) == genuine.GOLDEN.read_text(encoding="utf-8")


def test_every_released_schema_is_known() -> None:
    released = {
        SchemaVersion(*map(int, path.stem.removeprefix("schema-").split(".")))
        for path in FIXTURES.glob("schema-*.db")
    }
    assert released == set(genuine.OLDER)
    assert max(released) < NEWEST


def lead(store: Store) -> None:
    store.apply([Edit(1, SetFields({"note": "x"}))], sign())


def altered(place: Path, sql: str) -> None:
    connection = sqlite3.connect(place)
    connection.execute(sql)
    connection.commit()
    connection.close()


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        (EVIL, "trigger evil on commitments is not ours; .* doctor --fix mends it"),
        ("DROP TRIGGER changes_update_refused", "changes_update_refused is .*; .*--fix mends it"),
        ("DROP INDEX one_name", "index one_name is missing; .*--fix mends it"),
        (
            "CREATE INDEX theirs ON parties (kind)",
            "index theirs on parties .*; .*can still be read",
        ),
        ("ALTER TABLE parties ADD COLUMN x TEXT", "table parties says .* more; .*still be read"),
    ],
)
def test_an_altered_store_can_be_read_and_is_not_written(
    store: Store, place: Path, sql: str, said: str
) -> None:
    store.close()
    altered(place, sql)
    opened = open_store(place)
    assert len(opened.statements()) == 1
    newest = opened.pulse().newest
    with pytest.raises(NotAStore, match=said) as refused:
        lead(opened)
    assert "nothing was written" in str(refused.value)
    assert opened.pulse().newest == newest
    opened.close()


@pytest.mark.parametrize(
    "sql",
    [
        EVIL,
        "DROP TRIGGER changes_update_refused",
        "DROP INDEX one_name",
        "DROP VIEW register",
    ],
)
def test_what_the_refusal_says_the_doctor_mends_it_does_mend(
    store: Store, place: Path, sql: str
) -> None:
    store.close()
    altered(place, sql)
    assert all(one.done for one in mend(examine(place)))
    with contextlib.closing(open_store(place)) as opened:
        lead(opened)


def test_a_store_that_is_altered_while_it_is_open_is_noticed(store: Store, place: Path) -> None:
    lead(store)
    altered(place, EVIL)
    with pytest.raises(NotAStore, match="evil"):
        store.set_party("Harbour", {}, sign())
    altered(place, "DROP TRIGGER evil")
    store.set_party("Harbour", {}, sign())


def test_views_and_tables_beside_ours_keep_no_older_store_from_being_brought_up_to_date(
    place: Path,
) -> None:
    place.parent.mkdir()
    shutil.copy(FIXTURES / "schema-1.0.db", place)
    altered(place, "CREATE VIEW mine AS SELECT * FROM commitments")
    open_store(place).close()


def test_an_older_store_that_was_altered_is_not_brought_up_to_date(place: Path) -> None:
    place.parent.mkdir()
    shutil.copy(FIXTURES / "schema-1.0.db", place)
    altered(place, EVIL)
    before = schema_of(place)
    with pytest.raises(NotAStore, match=r"not the schema of version 1\.0"):
        open_store(place)
    assert schema_of(place) == before


def test_a_version_that_never_was_is_not_brought_up_to_date(store: Store, place: Path) -> None:
    store.close()
    altered(place, "PRAGMA user_version = 1001")
    with pytest.raises(NotAStore, match=r"not the schema of version 1\.1"):
        open_store(place)


def test_statistics_of_sqlite_are_no_alteration(store: Store, place: Path) -> None:
    altered(place, "ANALYZE")
    lead(store)
