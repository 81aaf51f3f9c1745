"""What becomes of the store's file while the UI is open is told, loses nothing typed, and ends."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import TextArea

from commitrack.model.actions import Edit, SetFields
from commitrack.model.errors import StoreFull
from commitrack.store import Store, locking
from commitrack.store.sqlite_store import SqliteStore
from commitrack.store.version import NEWEST
from commitrack.tui.app import CommitrackApp
from commitrack.tui.dialogs import NoteDialog
from tests.tui.building import app_on, fill, screen_text, sign, until
from tests.tui.test_app import browse, dossier, notices, on_all

NOTE = "seen at the board"
LONG = "y" * 3900


def plain(text: str) -> str:
    """What is on the screen as one line, however it was wrapped."""
    return " ".join(text.replace("│", " ").split())


async def write_a_note(pilot: Pilot[None], app: CommitrackApp) -> None:
    """Type a note on C-0001 and save it."""
    await pilot.press("n")
    await until(pilot, lambda: isinstance(app.screen, NoteDialog))
    await pilot.press(*NOTE.replace(" ", "_"), "enter")


def delete(place: Path) -> None:
    place.rename(place.with_name("away.db"))


def take_the_folder(place: Path) -> None:
    place.parent.rename(place.parent.with_name("away"))


def put_it_back(place: Path) -> None:
    place.with_name("away.db").rename(place)


def put_the_folder_back(place: Path) -> None:
    place.parent.with_name("away").rename(place.parent)


def put_a_copy_there(place: Path) -> None:
    """The same record from a copy: another file."""
    shutil.copyfile(place.with_name("away.db"), place)


def put_another_there(place: Path) -> None:
    delete(place)
    for name in ("wal", "shm"):
        place.with_name(f"{place.name}-{name}").unlink()
    fill(place)


@pytest.fixture
def place(filled_once: Path, tmp_path: Path) -> Path:
    """A copy of the record in a folder that can be taken away."""
    copy = tmp_path / "data" / "record.db"
    copy.parent.mkdir(mode=0o700)
    shutil.copyfile(filled_once, copy)
    return copy


@pytest.mark.parametrize(
    ("harm", "words", "mend"),
    [
        (delete, "is gone, deleted or moved", put_it_back),
        (delete, "is gone, deleted or moved", put_a_copy_there),
        (take_the_folder, "is gone, deleted or moved", put_the_folder_back),
    ],
)
async def test_a_file_that_goes_is_told_takes_no_write_and_is_gone_on_with_when_it_is_back(
    place: Path, harm: Callable[[Path], None], words: str, mend: Callable[[Path], None]
) -> None:
    app = app_on(place)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await on_all(pilot, app)
        harm(place)
        await write_a_note(pilot, app)
        await until(pilot, lambda: words in app.trouble)
        await until(pilot, lambda: isinstance(app.screen, NoteDialog) and app.screen.unsaved())
        await until(pilot, lambda: plain(screen_text(app)).count(words) >= 2)  # above and inside
        assert place.name in plain(screen_text(app))
        mend(place)
        await until(pilot, lambda: not app.trouble)
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is browse(app))
        assert dossier(place, 1).commitment.note == NOTE.replace(" ", "_")
        assert words not in plain(screen_text(app))


async def test_another_record_in_its_place_is_not_written_to(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await on_all(pilot, app)
        put_another_there(place)
        await write_a_note(pilot, app)
        await until(pilot, lambda: "is another file now" in app.trouble)
        await until(pilot, lambda: isinstance(app.screen, NoteDialog) and app.screen.unsaved())
        assert dossier(place, 1).commitment.note is None
        assert "is another file now" in plain(screen_text(app))
        assert isinstance(app.screen, NoteDialog)
        assert app.drafting.find(app.screen.draft_name) is not None


async def test_another_record_in_the_same_file_is_not_written_to(
    place: Path, tmp_path: Path
) -> None:
    app = app_on(place)
    fill(tmp_path / "other.db")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await on_all(pilot, app)
        with (
            closing(sqlite3.connect(tmp_path / "other.db")) as other,
            closing(sqlite3.connect(place)) as there,
        ):
            other.backup(there)
        await write_a_note(pilot, app)
        await until(pilot, lambda: "holds another record now" in app.trouble)
        await until(pilot, lambda: isinstance(app.screen, NoteDialog) and app.screen.unsaved())
        assert dossier(place, 1).commitment.note is None


async def test_a_newer_program_that_makes_it_its_own_is_told_and_takes_no_write(
    place: Path,
) -> None:
    app = app_on(place)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await on_all(pilot, app)
        with closing(sqlite3.connect(place, isolation_level=None)) as newer:
            newer.execute("ALTER TABLE mentions RENAME TO said_where")
            newer.execute(f"PRAGMA user_version = {(NEWEST.major + 1) * 1000}")
        await until(pilot, lambda: "upgrade commitrack" in app.trouble)
        await pilot.press("n", "f3", "f7", "f2")
        await until(pilot, lambda: "upgrade commitrack" in plain(screen_text(app)))
        assert "damaged" not in plain(screen_text(app)) + notices(app)


@pytest.mark.parametrize("what", ["file", "folder"])
async def test_what_was_made_read_only_is_told_in_the_dialog_and_written_when_it_may_be(
    place: Path, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked = place if what == "file" else place.parent
    app = app_on(place)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await on_all(pilot, app)
        # The superuser, who may run the tests, may write anywhere.
        may = os.access
        forbidden = (locked, os.W_OK)
        monkeypatch.setattr(os, "access", lambda path, m: (path, m) != forbidden and may(path, m))
        await write_a_note(pilot, app)
        await until(pilot, lambda: "chmod u+w" in plain(screen_text(app)))
        assert isinstance(app.screen, NoteDialog)
        monkeypatch.undo()
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is browse(app))
        assert dossier(place, 1).commitment.note == NOTE.replace(" ", "_")


async def test_a_store_that_was_opened_read_only_is_written_once_it_may_be(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may = os.access
    monkeypatch.setattr(os, "access", lambda path, m: m != os.W_OK and may(path, m))
    app = app_on(place)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await on_all(pilot, app)
        await write_a_note(pilot, app)
        await until(pilot, lambda: "is read-only" in plain(screen_text(app)))
        monkeypatch.undo()
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is browse(app))
        assert dossier(place, 1).commitment.note == NOTE.replace(" ", "_")


async def test_a_full_disk_leaves_the_dialog_open_until_there_is_room(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await on_all(pilot, app)
        await app.gateway.fast(fill_up)
        await pilot.press("n")
        await until(pilot, lambda: isinstance(app.screen, NoteDialog))
        app.screen.query_one(TextArea).load_text(LONG)
        await pilot.press("enter")
        await until(pilot, lambda: "no room left on the disk" in plain(screen_text(app)))
        assert isinstance(app.screen, NoteDialog)
        assert place.name in plain(screen_text(app))
        await app.gateway.fast(make_room)
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is browse(app))
        assert dossier(place, 1).commitment.note == LONG


def fill_up(store: Store) -> None:
    """Let the file grow no further, and fill what is left of it."""
    assert isinstance(store, SqliteStore)
    store._connection.execute("PRAGMA max_page_count = 1")  # or as many as it has
    with pytest.raises(StoreFull):
        for number in range(200):
            store.apply([Edit(2, SetFields({"note": f"{number} " + "x" * 1900}))], sign())


def make_room(store: Store) -> None:
    assert isinstance(store, SqliteStore)
    store._connection.execute("PRAGMA max_page_count = 1000000")


async def test_a_locked_store_leaves_the_dialog_open_until_the_other_has_gone(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locking, "PATIENCE", 0.05)
    app = app_on(place)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await on_all(pilot, app)
        with closing(sqlite3.connect(place, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await write_a_note(pilot, app)
            await until(pilot, lambda: "is locked by" in plain(screen_text(app)))
            assert isinstance(app.screen, NoteDialog)
            other.execute("ROLLBACK")
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is browse(app))
        assert dossier(place, 1).commitment.note == NOTE.replace(" ", "_")


async def test_what_nobody_guarded_against_is_a_notice_if_it_is_meant_for_the_user(
    place: Path,
) -> None:
    app = app_on(place)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await on_all(pilot, app)
        delete(place)

        async def unguarded() -> None:
            await app.gateway.fast(lambda store: store.pulse())

        app.run_worker(unguarded())
        await until(pilot, lambda: "is gone" in notices(app))
        put_it_back(place)
