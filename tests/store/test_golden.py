"""Nothing is written to a store whose schema is not, word for word, the one that we make."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from commitrack.model.actions import Edit, SetFields
from commitrack.model.errors import NotAStore
from commitrack.store import Store, golden, open_store
from commitrack.store.engine import connect
from commitrack.store.version import NEWEST, SchemaVersion
from tests.store.conftest import sign

FIXTURES = Path(__file__).parent / "fixtures"
EVIL = "CREATE TRIGGER evil AFTER UPDATE ON commitments BEGIN UPDATE parties SET name = 'x'; END"


def schema_of(place: Path) -> golden.Schema:
    connection = connect(place, writable=False)
    try:
        return golden.read(connection)
    finally:
        connection.close()


def test_a_new_store_has_the_schema_that_is_written_down(store: Store, place: Path) -> None:
    store.close()
    found = golden.written(schema_of(place))
    assert found == golden.GOLDEN.read_text(encoding="utf-8"), "make schema"


@pytest.mark.parametrize("old", sorted(FIXTURES.glob("schema-*.db")), ids=lambda one: one.stem)
def test_an_upgraded_store_has_the_very_same_schema(old: Path, place: Path) -> None:
    place.parent.mkdir()
    shutil.copy(old, place)
    open_store(place).close()
    assert golden.written(schema_of(place)) == golden.GOLDEN.read_text(encoding="utf-8")


def test_every_released_schema_is_known() -> None:
    released = {
        SchemaVersion(*map(int, path.stem.removeprefix("schema-").split(".")))
        for path in FIXTURES.glob("schema-*.db")
    }
    assert released == set(golden.OLDER)
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
        (EVIL, "trigger 'evil' is not commitrack's"),
        ("DROP TRIGGER changes_update_refused", "missing: CREATE TRIGGER changes_update_refused"),
        ("CREATE TABLE loot (x)", "table 'loot' is not commitrack's"),
        ("CREATE VIEW peep AS SELECT 1", "view 'peep' is not commitrack's"),
        ("DROP INDEX one_name", "missing: CREATE UNIQUE INDEX one_name"),
        ("ALTER TABLE parties ADD COLUMN x TEXT", "table 'parties' is not commitrack's"),
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
    with pytest.raises(NotAStore, match="Nothing was written") as refused:
        lead(opened)
    assert said in str(refused.value)
    assert opened.pulse().newest == newest
    opened.close()


def test_a_store_that_is_altered_while_it_is_open_is_noticed(store: Store, place: Path) -> None:
    lead(store)
    altered(place, EVIL)
    with pytest.raises(NotAStore, match="evil"):
        store.set_party("Harbour", {}, sign())
    altered(place, "DROP TRIGGER evil")
    store.set_party("Harbour", {}, sign())


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
