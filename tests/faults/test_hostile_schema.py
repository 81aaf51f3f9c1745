"""A file made to trap its reader: what others hang on our tables never works through our hands."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

import pytest

from commitrack.model.actions import Edit, SetFields
from commitrack.model.errors import NotAStore
from commitrack.store import open_store
from tests.faults.conftest import Run
from tests.store.hands import draft, sign

EDIT = [Edit(1, SetFields({"lead": "ann"}))]


def change(place: Path, *statements: str) -> None:
    """Change the file as somebody else's program would."""
    with contextlib.closing(sqlite3.connect(place, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        for statement in statements:
            connection.execute(statement)


def lie(sort: str, name: str, old: str, new: str) -> str:
    """Have the schema say something else of a table or an index that is as it was."""
    return (
        f"UPDATE sqlite_schema SET sql = replace(sql, '{old}', '{new}') "
        f"WHERE type = '{sort}' AND name = '{name}'"
    )


STRANGERS = {
    "a trigger that steals": (
        "CREATE TRIGGER evil AFTER INSERT ON statements BEGIN "
        "UPDATE parties SET name = 'mallory', tx = NEW.tx; END",
        "trigger evil on statements is not ours",
    ),
    "a trigger in the name of a table with other letters": (
        "CREATE TRIGGER Evil AFTER UPDATE ON COMMITMENTS BEGIN SELECT 1; END",
        "trigger Evil on COMMITMENTS is not ours",
    ),
    "a trigger on the word index's own table": (
        "CREATE TRIGGER evil AFTER INSERT ON commitments_fts_docsize BEGIN SELECT 1; END",
        "trigger evil on commitments_fts_docsize is not ours",
    ),
    "a trigger with escape sequences in its name": (
        'CREATE TRIGGER "e\x1b[31mvil" AFTER UPDATE ON commitments BEGIN SELECT 1; END',
        "trigger evil on commitments is not ours",
    ),
    "a guard taken away": (
        "DROP TRIGGER changes_delete_refused",
        "trigger changes_delete_refused is missing",
    ),
    "the writing of history taken away": (
        "DROP TRIGGER commitments_updated",
        "trigger commitments_updated is missing",
    ),
    "a guard that guards nothing": (
        lie("trigger", "commitments_kept", "RAISE(ABORT,", "nullif(1,"),
        "trigger commitments_kept says something else",
    ),
    "an index that forbids": (
        "CREATE UNIQUE INDEX evil ON transactions (id, actor)",
        "index evil on transactions is not ours",
    ),
    "an index whose text lies": (
        lie("index", "list_by_status", "present, status", "present, title"),
        "index list_by_status says something else",
    ),
    "a table whose columns change places": (
        lie(
            "table",
            "parties",
            '"name" TEXT NOT NULL,\n   "kind" TEXT NOT NULL',
            '"kind" TEXT NOT NULL,\n   "name" TEXT NOT NULL',
        ),
        "table parties says something else",
    ),
    "a table that says it holds anything": (
        lie("table", "parties", ") STRICT", ")"),
        "table parties says something else",
    ),
    "a column that is worked out": (
        "ALTER TABLE commitments ADD COLUMN evil TEXT AS (upper(title)) VIRTUAL",
        "",
    ),
    "a word index over something else": (
        lie("table", "commitments_fts", "content=''commitments''", "content=''statements''"),
        "table commitments_fts says something else",
    ),
}


@pytest.mark.parametrize("name", STRANGERS)
def test_nothing_is_written_through_a_schema_that_is_not_ours(
    run: Run, place: Path, name: str
) -> None:
    statement, told = STRANGERS[name]
    change(place, statement)
    before = _content(place)
    done = run(place, "set", "C-1", "lead=ann")
    assert done.code == 8, done.err
    assert done.err.count("\n") == 1
    assert "\x1b" not in done.err
    assert told in done.err
    assert str(place) in done.err
    assert _content(place) == before


def _content(place: Path) -> list[tuple[object, ...]]:
    with contextlib.closing(sqlite3.connect(place)) as connection:
        return connection.execute(
            "SELECT * FROM transactions UNION ALL SELECT id, tx, field, old, new, 0, 0, 0, 0, 0 "
            "FROM changes"
        ).fetchall()


INSTEAD = {
    "a view": "CREATE VIEW commitments AS SELECT * FROM t",
    "a view that never ends": (
        "CREATE VIEW commitments AS WITH RECURSIVE r(id) AS (SELECT 1 UNION ALL SELECT id FROM r) "
        "SELECT * FROM r"
    ),
    "a virtual table": "CREATE VIRTUAL TABLE commitments USING fts5 (title)",
    "nothing": "SELECT 1",
}


@pytest.mark.parametrize("name", INSTEAD)
def test_what_stands_in_the_place_of_a_table_is_not_even_read(
    run: Run, place: Path, name: str
) -> None:
    change(place, "ALTER TABLE commitments RENAME TO t", INSTEAD[name])
    for arguments in (("list",), ("show", "C-1"), ("set", "C-1", "lead=ann")):
        done = run(place, *arguments)
        assert done.code == 8, done.err
        assert done.err.count("\n") == 1
        assert "table commitments" in done.err


HARMLESS = (
    "CREATE TABLE notes_of_mine (x)",
    "CREATE TRIGGER mine AFTER INSERT ON notes_of_mine BEGIN SELECT 1; END",
    "CREATE VIEW open_ones AS SELECT * FROM commitments WHERE status = 'open'",
    "CREATE VIRTUAL TABLE words_of_mine USING fts5 (x)",
    "ANALYZE",
)


def test_tables_and_views_beside_ours_are_left_alone(place: Path) -> None:
    change(place, *HARMLESS)
    with contextlib.closing(open_store(place)) as store:
        store.apply(EDIT, sign())
        assert store.dossier(1).commitment.lead == "ann"
        assert store.verify().broken is None


def test_a_trap_set_while_the_store_is_open_is_found_by_the_next_write(place: Path) -> None:
    store = open_store(place)
    with contextlib.closing(store):
        store.apply(EDIT, sign())
        statement, told = STRANGERS["a trigger that steals"]
        change(place, statement)
        with pytest.raises(NotAStore, match=told):
            store.add_statement(draft("We will act."), [], {}, sign())
        assert len(store.statements()) == 1
        change(place, "DROP TRIGGER evil")
        store.add_statement(draft("We will act."), [], {}, sign())
        assert store.verify().broken is None


@pytest.mark.parametrize("swap", [("parties", "commitments"), ("changes", "transactions")])
def test_tables_that_were_swapped_under_their_names_are_refused_or_found(
    run: Run, place: Path, swap: tuple[str, str]
) -> None:
    """The text of the schema is ours; where it says that the rows lie is not."""
    change(
        place,
        "UPDATE sqlite_schema SET rootpage = (SELECT sum(rootpage) FROM sqlite_schema WHERE name "
        f"IN {swap}) - rootpage WHERE name IN {swap}",
    )
    for arguments in (("list",), ("show", "C-1"), ("doctor", "--verify")):
        done = run(place, *arguments)
        assert done.code in (0, 1, 3, 8)
        assert "Traceback" not in done.err
    assert done.code in (1, 8)
    assert done.err.count("\n") == 1
