"""A store whose file goes, comes back or changes while open: no lost write is told as kept."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from commitrack.cli.exits import Exit, exit_code
from commitrack.model.actions import Accept, Edit, SetFields
from commitrack.model.errors import StoreMoved, StoreReadOnly, StoreTooNew
from commitrack.store import open_store
from commitrack.store.engine import mooring_of
from commitrack.store.sqlite_store import SqliteStore
from commitrack.store.version import NEWEST
from tests.store.hands import draft, propose, sign

LEAD = [Edit(1, SetFields({"lead": "ann"}))]
QUOTE = "We will act"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A store with one commitment, in a folder of its own."""
    path = tmp_path / "data" / "record.db"
    with closing(open_store(path, create=True)) as store:
        store.add_statement(draft(QUOTE), [propose(QUOTE, QUOTE, "NHS")], {}, sign())
        store.apply([Edit(1, Accept())], sign())
    return path


@pytest.fixture
def store(place: Path) -> Iterator[SqliteStore]:
    """That store, open."""
    opened = open_store(place)
    assert isinstance(opened, SqliteStore)
    yield opened
    opened.close()


def lead(place: Path) -> str | None:
    with closing(open_store(place)) as store:
        return store.dossier(1).commitment.lead


def delete(place: Path) -> None:
    place.unlink()


def move(place: Path) -> None:
    place.rename(place.with_name("elsewhere.db"))


def move_the_folder(place: Path) -> None:
    place.parent.rename(place.parent.with_name("elsewhere"))


def replace(place: Path) -> None:
    shutil.copyfile(place, place.with_name("copy"))
    place.with_name("copy").replace(place)


def delete_the_log(place: Path) -> None:
    place.with_name(f"{place.name}-wal").unlink()


def delete_the_index(place: Path) -> None:
    place.with_name(f"{place.name}-shm").unlink()


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (delete, "is gone, deleted or moved"),
        (move, "is gone, deleted or moved"),
        (move_the_folder, "is gone, deleted or moved"),
        (replace, "is another file now"),
        (delete_the_log, "-wal belongs to the store"),
        (delete_the_index, "-shm belongs to the store"),
    ],
)
def test_nothing_is_written_to_a_file_that_is_not_at_its_place(
    store: SqliteStore, place: Path, harm: Callable[[Path], None], words: str
) -> None:
    harm(place)
    for ask in (lambda: store.apply(LEAD, sign()), store.pulse):
        with pytest.raises(StoreMoved, match=words) as told:
            ask()
        assert str(place) in str(told.value)
        assert "\n" not in str(told.value)
        assert exit_code(told.value) is Exit.UNWRITABLE
    assert store.outdated()
    assert store.dossier(1).commitment.lead is None, "it is read on"


def test_a_file_that_is_back_is_written_again(store: SqliteStore, place: Path) -> None:
    away = place.with_name("away.db")
    place.rename(away)
    with pytest.raises(StoreMoved):
        store.apply(LEAD, sign())
    away.rename(place)
    assert not store.outdated()
    store.apply(LEAD, sign())
    assert lead(place) == "ann"


def test_a_file_that_goes_while_it_is_written_is_not_told_as_written(
    store: SqliteStore, place: Path
) -> None:
    def go(statement: str) -> None:
        if statement == "COMMIT":
            place.unlink()

    store._connection.set_trace_callback(go)
    with pytest.raises(StoreMoved, match="in the moment of writing"):
        store.apply(LEAD, sign())
    store._connection.set_trace_callback(None)


def test_what_was_written_before_is_whole_in_the_file_that_was_moved(
    store: SqliteStore, place: Path
) -> None:
    store.apply(LEAD, sign())
    away = place.with_name("away.db")
    place.rename(away)
    store.close()
    assert place.with_name(f"{place.name}-wal").stat().st_size == 0, "no log for another file"
    assert lead(away) == "ann"


@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_was_made_read_only_meanwhile_is_not_written(
    store: SqliteStore, place: Path, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked = place if what == "file" else place.parent
    # The superuser, who may run the tests, may write anywhere.
    may = os.access
    monkeypatch.setattr(
        os, "access", lambda path, mode: (path, mode) != (locked, os.W_OK) and may(path, mode)
    )
    with pytest.raises(StoreReadOnly, match="may not be written any more") as told:
        store.apply(LEAD, sign())
    assert f"chmod u+w '{locked}'" in str(told.value)
    with closing(open_store(place)) as late:
        assert not late.outdated()
        monkeypatch.undo()
        assert late.outdated(), "it may be written now, and could not when it was opened"
    store.apply(LEAD, sign())
    assert lead(place) == "ann"


def test_a_newer_program_that_makes_it_its_own_is_told_and_is_no_damage(
    store: SqliteStore, place: Path
) -> None:
    with closing(sqlite3.connect(place, isolation_level=None)) as newer:
        newer.execute("ALTER TABLE mentions RENAME TO said_where")
        newer.execute(f"PRAGMA user_version = {(NEWEST.major + 1) * 1000}")
    for ask in (store.pulse, lambda: store.dossier(1), lambda: store.apply(LEAD, sign())):
        with pytest.raises(StoreTooNew, match="upgrade commitrack"):
            ask()


def test_every_store_on_a_file_is_moored(store: SqliteStore) -> None:
    assert mooring_of(store._connection) is not None
