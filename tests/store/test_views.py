"""Any program that opens a SQLite file finds views to read; Datasette finds its words."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from commitrack.model.actions import (
    Accept,
    AddEvidence,
    Claim,
    RecordCheck,
    Reject,
    SetFields,
    SetStatus,
)
from commitrack.model.records import CheckResult, SourceClass
from commitrack.model.status import RejectReason, Status
from commitrack.store import Store, open_store
from commitrack.store.views import VIEWS, datasette
from tests.store.conftest import TODAY, Do, sign

METADATA = json.loads(datasette())["databases"]["record"]


@pytest.fixture
def shell(store: Store, do: Do, place: Path) -> Iterator[sqlite3.Connection]:
    """Another program that reads a store in which something of everything has happened."""
    do(1, Accept(due=TODAY))
    do(1, AddEvidence("Board paper 7", SourceClass.OFFICIAL, dated=TODAY))
    do(1, SetFields({"due": TODAY.replace(year=2027)}, why="consultation"))
    do(1, SetFields({"tags": ("a", "b"), "owner": ("NHS Employers", "All trusts")}))
    do(1, SetStatus(Status.IN_PROGRESS), RecordCheck(CheckResult.NOTHING_FOUND, "board papers"))
    do(1, Claim("done", "the plan is published"))
    do(2, Reject(RejectReason.NORM))
    with closing(sqlite3.connect(f"file:{place}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        yield connection


def test_the_register_reads_like_a_list(shell: sqlite3.Connection) -> None:
    first, second, _ = map(dict, shell.execute("SELECT * FROM register ORDER BY commitment"))
    assert first["commitment"] == "C-0001"
    assert (first["status"], second["status"]) == ("claimed", "rejected")
    assert first["owner"] == "NHS Employers; All trusts"
    assert (first["due"], first["first_due"]) == ("2027-03-02", "2026-03-02")
    assert (first["evidence"], first["date_moves"], first["tags"]) == (1, 1, "a b")
    assert (first["statement"], first["quote"]) == ("S-0001", "We will publish a plan")


@pytest.mark.parametrize("name", VIEWS)
def test_every_view_shows_something_and_nothing_that_was_taken_back(
    shell: sqlite3.Connection, store: Store, name: str
) -> None:
    assert shell.execute(f"SELECT count(*) FROM {name}").fetchone()[0] > 0
    if name in ("history", "party_list"):
        return
    for one in store.history():
        store.undo(sign(), one.number)
    assert shell.execute(f"SELECT count(*) FROM {name}").fetchone()[0] == 0


def test_the_other_lists_name_the_commitment(shell: sqlite3.Connection) -> None:
    for name in ("evidence_list", "check_list", "date_move_list", "review_list"):
        (row,) = shell.execute(f"SELECT * FROM {name}")
        assert row["commitment"] == "C-0001"
    assert shell.execute("SELECT days FROM date_move_list").fetchone()[0] == 365
    parties = {row["name"]: row["owns"] for row in shell.execute("SELECT * FROM party_list")}
    assert parties == {"NHS Employers": 2, "NHS Confederation": 0, "All trusts": 1}


def test_what_datasette_is_told_is_there(shell: sqlite3.Connection) -> None:
    tables = {row["name"] for row in shell.execute("SELECT name FROM sqlite_schema")}
    assert set(VIEWS) <= set(METADATA["tables"]) <= tables
    for name, said in METADATA["tables"].items():
        columns = {row["name"] for row in shell.execute(f"PRAGMA table_info({name})")}
        assert set(said.get("columns", ())) <= columns, name
        assert set(said.get("facets", ())) <= columns, name


@pytest.mark.parametrize("name", METADATA["queries"])
def test_the_ready_queries_run_and_find_something(shell: sqlite3.Connection, name: str) -> None:
    said = METADATA["queries"][name]
    sql = said["sql"].replace("'now'", "'2030-01-01'")
    values = dict.fromkeys(said.get("params", ()), "C-0001")
    assert shell.execute(sql, values).fetchall()


def test_a_store_of_every_version_gets_the_same_views(tmp_path: Path, place: Path) -> None:
    def views(path: Path) -> list[tuple[str, str]]:
        with closing(sqlite3.connect(path)) as connection:
            return connection.execute(
                "SELECT name, sql FROM sqlite_schema WHERE type = 'view' ORDER BY name"
            ).fetchall()

    open_store(place, create=True).close()
    assert [name for name, _ in views(place)] == sorted(VIEWS)
    for old in (Path(__file__).parent / "fixtures").glob("schema-*.db"):
        copy = tmp_path / old.name
        shutil.copy(old, copy)
        with closing(sqlite3.connect(copy)) as connection:
            connection.execute("CREATE VIEW mine AS SELECT title FROM commitments")
        open_store(copy).close()
        assert [one for one in views(copy) if one[0] != "mine"] == views(place)
