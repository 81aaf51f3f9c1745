"""Nothing is written to a store whose schema is not the one that we make."""

from __future__ import annotations

import contextlib
import json
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
    assert released == genuine.released()
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
            "index theirs on parties is not ours; .*--fix mends it",
        ),
        ("ALTER TABLE parties ADD COLUMN x TEXT", "table parties says .*still be read"),
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
        "CREATE INDEX theirs ON parties (kind)",
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
    with pytest.raises(NotAStore, match=r"evil on commitments is not ours\. .*doctor --fix"):
        open_store(place)
    assert schema_of(place) == before


@pytest.mark.parametrize("old", sorted(FIXTURES.glob("schema-*.db")), ids=lambda one: one.stem)
def test_the_doctor_names_what_hangs_on_an_older_store_and_takes_it_away(
    old: Path, place: Path
) -> None:
    place.parent.mkdir(mode=0o700)
    shutil.copy(old, place)
    place.chmod(0o600)
    altered(place, EVIL)
    altered(place, "CREATE INDEX theirs ON parties (kind)")
    altered(place, "CREATE VIEW mine AS SELECT * FROM commitments")
    told = [one for one in examine(place).findings if one.check == "schema" and one.mend]
    assert [one.words for one in told] == [
        "index of another program, which may change what is written: theirs",
        "trigger of another program, which may change what is written: evil",
    ]
    assert [(one.done, one.detail) for one in mend(examine(place))] == [
        (True, "took away theirs"),
        (True, "took away evil"),
    ]
    with contextlib.closing(open_store(place)) as opened:
        assert opened.verify().broken is None


def test_an_older_store_that_lacks_a_guard_is_not_brought_up_to_date_and_a_backup_is_the_way_out(
    place: Path,
) -> None:
    place.parent.mkdir()
    shutil.copy(FIXTURES / "schema-1.1.db", place)
    altered(place, "DROP TRIGGER changes_update_refused")
    with pytest.raises(NotAStore, match=r"changes_update_refused is missing\. .*restore"):
        open_store(place)
    (found,) = (one for one in examine(place).findings if "missing" in one.words)
    assert (found.words, found.mend) == ("trigger missing: changes_update_refused", None)


def test_the_parts_of_every_released_schema_are_written_down() -> None:
    written = json.loads(genuine.RELEASED.read_text(encoding="utf-8"))
    for path in FIXTURES.glob("schema-*.db"):
        connection = connect(path, writable=False, at_rest=True)
        try:
            found = genuine.released_parts(connection)
        finally:
            connection.close()
        assert written[path.stem.removeprefix("schema-")] == found, "make schema"


def test_a_version_that_never_was_is_not_brought_up_to_date(store: Store, place: Path) -> None:
    store.close()
    altered(place, "PRAGMA user_version = 1001")
    with pytest.raises(NotAStore, match=r"not brought up to date: .*"):
        open_store(place)


def test_statistics_of_sqlite_are_no_alteration(store: Store, place: Path) -> None:
    altered(place, "ANALYZE")
    lead(store)


def test_a_schema_that_is_damaged_into_bytes_is_told_from_ours(store: Store, place: Path) -> None:
    store.close()
    with contextlib.closing(sqlite3.connect(place)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "UPDATE sqlite_schema SET type = CAST(type AS BLOB), sql = CAST(sql AS BLOB)"
            " WHERE name = 'erasures_update_bound'"
        )
        connection.commit()
        assert connection.execute(
            "SELECT typeof(type) FROM sqlite_schema WHERE name = 'erasures_update_bound'"
        ).fetchone() == ("blob",)
        assert genuine.differences(connection) == ()  # the words are the same
