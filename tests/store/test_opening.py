"""A store is private, is recognised, and anything else is refused in one line."""

from __future__ import annotations

import os
import sqlite3
import stat
from pathlib import Path

import pytest

from commitrack.model.errors import (
    BadInput,
    CommitrackError,
    NotAStore,
    NotFound,
    StoreReadOnly,
    StoreTooNew,
)
from commitrack.query import parse
from commitrack.store import Lens, Store, default_place, open_store
from commitrack.store.engine import Connection, connect
from commitrack.store.version import NEWEST
from tests.store.conftest import TODAY, sign


def test_a_new_store_is_0600_in_a_0700_folder(store: Store, place: Path) -> None:
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert stat.S_IMODE(place.parent.stat().st_mode) == 0o700


def test_the_write_ahead_log_is_private_too(store: Store, place: Path) -> None:
    log = place.with_name(f"{place.name}-wal")
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_the_default_place_is_the_xdg_data_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_place() == tmp_path / "commitrack" / "record.db"
    monkeypatch.setenv("XDG_DATA_HOME", "not/absolute")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert default_place() == tmp_path / ".local" / "share" / "commitrack" / "record.db"


def test_a_store_that_is_not_there_is_not_made_by_looking(place: Path) -> None:
    with pytest.raises(NotFound, match="commitrack add FILE"):
        open_store(place)
    assert not place.exists()


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="is a folder"):
        open_store(tmp_path)


def test_a_text_file_is_not_a_store_and_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("minutes of the meeting " * 100, encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(NotAStore, match="not a commitrack store"):
        open_store(path, create=True)
    assert path.read_bytes() == before


@pytest.mark.fault
def test_another_programs_database_is_not_a_store(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE songs (title TEXT)")
    connection.close()
    with pytest.raises(NotAStore, match="SQLite database, but not a commitrack store"):
        open_store(path, create=True)


@pytest.mark.fault
def test_a_damaged_store_is_named_as_such(store: Store, place: Path) -> None:
    store.close()
    with place.open("r+b") as file:
        file.write(b"not a database any more")
    with pytest.raises(NotAStore, match="damaged"):
        open_store(place)


@pytest.mark.fault
def test_a_column_that_is_called_otherwise_is_damage_and_never_a_value(
    store: Store, place: Path
) -> None:
    """SQLite takes a quoted name of no column for a text: a bit that flips in the schema's own
    words would put that text into every record.
    """
    numbers = store.ids(parse(""), Lens(TODAY))
    assert store.dossiers(numbers)
    store.close()
    connection = sqlite3.connect(place, isolation_level=None)
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute(
        "UPDATE sqlite_schema SET sql = replace(sql, '\"condition\" TEXT', '\"kondition\" TEXT') "
        "WHERE name = 'commitments'"
    )
    connection.close()
    damaged = open_store(place)
    with pytest.raises(NotAStore, match="damaged"):
        damaged.dossiers(numbers)
    damaged.close()


@pytest.mark.fault
def test_a_newer_major_schema_is_refused(store: Store, place: Path) -> None:
    store.close()
    connection = sqlite3.connect(place)
    connection.execute("PRAGMA user_version = 99000")
    connection.close()
    with pytest.raises(
        StoreTooNew, match=rf"schema 99\.0; this one knows {NEWEST.major}\.{NEWEST.minor}"
    ):
        open_store(place)


@pytest.mark.fault
def test_a_newer_minor_schema_is_used_as_it_is(store: Store, place: Path) -> None:
    store.close()
    connection = sqlite3.connect(place)
    connection.execute(f"PRAGMA user_version = {NEWEST.stamp + 7}")
    connection.close()
    again = open_store(place)
    assert len(again.statements()) == 1
    again.close()


def test_opening_a_second_time_finds_what_was_written(store: Store, place: Path) -> None:
    again = open_store(place)
    assert [one.id for one in again.statements()] == ["S-0001"]
    again.close()


def test_nobody_signing_writes_nothing(store: Store) -> None:
    with pytest.raises(CommitrackError, match="--as NAME"):
        store.set_party("All trusts", {}, sign(" "))


@pytest.fixture
def nobody(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run as somebody who may write nothing, even when the tests run as root."""
    really = os.access

    def access(path: object, mode: int) -> bool:
        return mode != os.W_OK and really(str(path), mode)

    monkeypatch.setattr("os.access", access)


@pytest.mark.usefixtures("nobody")
def test_a_read_only_store_can_be_read_and_not_written(store: Store, place: Path) -> None:
    store.close()
    before = place.read_bytes(), sorted(place.parent.iterdir())
    opened = open_store(place)
    assert len(opened.statements()) == 1
    with pytest.raises(StoreReadOnly, match="is read-only; nothing was written"):
        opened.set_party("All trusts", {}, sign())
    opened.close()
    assert (place.read_bytes(), sorted(place.parent.iterdir())) == before


def test_a_folder_that_may_not_be_entered_is_read_only_not_a_crash(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "stat", refuse)
    with pytest.raises(StoreReadOnly, match="cannot be opened: Permission denied"):
        open_store(place)


def test_reading_a_write_protected_store_leaves_nothing_that_would_block_a_later_write(
    store: Store, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.close()
    place.chmod(0o400)
    really = os.access
    monkeypatch.setattr(
        "os.access",
        lambda path, mode: (mode != os.W_OK or Path(path) != place) and really(path, mode),
    )
    reader = open_store(place)
    assert len(reader.statements()) == 1
    reader.close()
    assert list(place.parent.iterdir()) == [place]


def test_a_party_has_a_name(store: Store) -> None:
    with pytest.raises(BadInput, match="needs a name"):
        store.set_party(" ", {}, sign())


@pytest.mark.made_anew
def test_a_folder_that_another_process_makes_meanwhile_is_used(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = Path.exists

    def not_yet(path: Path) -> bool:
        if path != place.parent:
            return really(path)
        place.parent.mkdir(parents=True, exist_ok=True)
        return False

    monkeypatch.setattr(Path, "exists", not_yet)
    open_store(place, create=True).close()
    assert place.is_file()


def test_a_store_that_a_restore_replaces_while_it_is_opened_is_opened_anew(
    store: Store, place: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Or the log of the new file would be taken for that of the old one."""
    store.close()
    other = tmp_path / "other.db"
    open_store(other, create=True).close()
    really = connect

    def slow(path: Path, *, writable: bool = True) -> Connection:
        opened = really(path, writable=writable)
        if other.exists():
            other.rename(place)
        return opened

    monkeypatch.setattr("commitrack.store.opening.connect", slow)
    opened = open_store(place)
    assert opened.statements() == ()
    opened.close()
