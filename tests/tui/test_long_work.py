"""What takes long: shown, stopped with a key, and never in the way of what is looked at."""

from __future__ import annotations

import threading
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from commitrack import site
from commitrack.model.actions import Edit, SetFields
from commitrack.model.errors import StoreError
from commitrack.model.history import Receipt
from commitrack.store import Store, open_store
from commitrack.store.sqlite_store import SqliteStore
from commitrack.tui import long_work as room
from commitrack.tui.app import CommitrackApp
from commitrack.tui.dialogs.confirm import ConfirmDialog
from commitrack.tui.dialogs.publish import PublishDialog
from commitrack.tui.dialogs.sent import SentDialog
from commitrack.tui.long_work import Told, long_work
from commitrack.tui.screens.progress import Progress, ProgressScreen, Stopped
from tests.tui.building import app_on, do, screen_text, sign, until

WIDE = (100, 30)


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Long work is shown at once."""
    monkeypatch.setattr(room, "_SOON", 0)


def test_progress_says_what_is_done_and_of_how_much() -> None:
    progress = Progress("Publishing")
    assert progress.words() == "working …"
    progress.told("writing pages", 1, 4)
    assert "25 %  writing pages" in progress.words()
    progress.told("writing lists", 0, 0)
    assert progress.words() == "writing lists …"
    progress.stop()
    with pytest.raises(Stopped):
        progress.told("writing pages", 2, 4)


async def begin(app: CommitrackApp, release: threading.Event, *, background: bool) -> list[object]:
    """Begin something that lasts until it is released, or stopped."""
    done: list[object] = []

    def work(store: Store, told: Told) -> str:
        while not release.wait(0.01):
            told("counting", 1, 2)
        return "done"

    async def run() -> None:
        done.append(await long_work(app, app.screen, "Counting", work, background=background))  # type: ignore[arg-type]

    app.run_worker(run())
    return done


@pytest.mark.usefixtures("at_once")
async def test_it_is_shown_and_escape_stops_it(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        done = await begin(app, threading.Event(), background=False)
        await until(pilot, lambda: "50 %  counting" in screen_text(app))
        await pilot.press("b")  # it may not be left to itself
        assert isinstance(app.screen, ProgressScreen)
        await pilot.press("escape")
        await until(pilot, lambda: done == [None])
        await until(pilot, lambda: "stopped: Counting" in screen_text(app))


@pytest.mark.usefixtures("at_once")
async def test_what_is_done_behind_a_question_leaves_the_question_to_be_answered(
    place: Path,
) -> None:
    app, release = app_on(place), threading.Event()
    async with app.run_test(size=WIDE) as pilot:
        browse = app.screen
        done = await begin(app, release, background=False)
        await until(pilot, lambda: isinstance(app.screen, ProgressScreen))
        answers: list[bool | None] = []
        app.push_screen(ConfirmDialog("Quit?", [], yes="Quit"), answers.append)
        await until(pilot, lambda: isinstance(app.screen, ConfirmDialog))
        release.set()
        await until(pilot, lambda: done == ["done"])
        assert isinstance(app.screen, ConfirmDialog)
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is browse)
        assert answers == [False]


@pytest.mark.usefixtures("at_once")
async def test_it_goes_on_while_other_things_are_done(place: Path) -> None:
    app, release = app_on(place), threading.Event()
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        done = await begin(app, release, background=True)
        await until(pilot, lambda: "50 %  counting" in screen_text(app))
        await until(pilot, lambda: app.screen.query_one("#meanwhile").region.width)
        await pilot.click("#meanwhile")
        await until(pilot, lambda: not isinstance(app.screen, ProgressScreen))
        await pilot.press("9")
        await until(pilot, lambda: "1 closed" in screen_text(app))
        release.set()
        await until(pilot, lambda: done == ["done"])


@pytest.mark.usefixtures("at_once")
async def test_leaving_does_not_wait_for_it(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=WIDE) as pilot:
        await begin(app, threading.Event(), background=True)
        await until(pilot, lambda: isinstance(app.screen, ProgressScreen))


async def test_what_goes_wrong_is_told_with_what_it_was(place: Path) -> None:
    app = app_on(place)

    def work(store: Store, told: Told) -> None:
        raise StoreError("the file is gone")

    async with app.run_test(size=WIDE, notifications=True) as pilot:
        app.run_worker(long_work(app, app.screen, "Counting", work))  # type: ignore[arg-type]
        await until(pilot, lambda: "Counting: the file is gone" in screen_text(app))


async def test_a_letter_is_logged_and_the_follow_up_moves(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await until(pilot, lambda: app.screen.at_hand is not None)  # type: ignore[attr-defined]
        number = app.screen.at_hand.commitment.number  # type: ignore[attr-defined]
        await pilot.press("m")
        await until(pilot, lambda: isinstance(app.screen, SentDialog))
        await pilot.press(*"the chair", "enter")
        await until(pilot, lambda: "u takes it back" in screen_text(app))
    store = open_store(place)
    found = store.dossier(number)
    store.close()
    assert found.commitment.follow_up is not None
    assert found.commitment.follow_up.isoformat() == "2026-03-16"


async def test_the_public_page_is_written_after_a_look(place: Path, tmp_path: Path) -> None:
    do(place, 2, SetFields({"visibility": "public"}))
    app, folder = app_on(place), tmp_path / "site"
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await until(pilot, lambda: app.screen.query_one("#table").numbers)  # type: ignore[attr-defined]
        await pilot.press("P")
        await until(pilot, lambda: isinstance(app.screen, PublishDialog))
        await pilot.press("enter")
        await until(pilot, lambda: "name a folder" in screen_text(app))
        await pilot.press(*str(folder), "enter")
        await until(pilot, lambda: isinstance(app.screen, ConfirmDialog))
        assert "Publish 1 commitment of 1 owner" in screen_text(app)
        assert not folder.exists()
        await pilot.press("y")
        await until(pilot, lambda: "published 1 commitment" in screen_text(app))
    assert (folder / "index.html").is_file()


async def test_a_publishing_that_is_stopped_leaves_nothing(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: None
) -> None:
    del at_once
    do(place, 2, SetFields({"visibility": "public"}))
    app, folder = app_on(place), tmp_path / "site"
    really = site.publish

    def slowly(*arguments: object, told: Told, keep: bool, **rest: object) -> object:
        def waits(what: str, done: int, total: int) -> None:
            while keep:
                told(what, done, total)

        return really(*arguments, told=waits, keep=keep, **rest)  # type: ignore[arg-type]

    monkeypatch.setattr("commitrack.tui.publishing.publish", slowly)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await until(pilot, lambda: app.screen.query_one("#table").numbers)  # type: ignore[attr-defined]
        await pilot.press("P")
        await until(pilot, lambda: isinstance(app.screen, PublishDialog))
        await pilot.press(*str(folder), "enter")
        await until(pilot, lambda: isinstance(app.screen, ConfirmDialog))
        await pilot.press("y")
        await until(pilot, lambda: "writing pages" in screen_text(app))
        await pilot.press("escape")
        await until(pilot, lambda: "stopped: Publishing" in screen_text(app))
    assert not (folder / "index.html").exists()


@pytest.mark.usefixtures("at_once")
async def test_a_large_edit_is_done_in_the_long_lane_and_is_one_undo(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("commitrack.tui.writing.MANY", 1)
    app = app_on(place)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await until(pilot, lambda: app.screen.query_one("#table").numbers)  # type: ignore[attr-defined]
        await pilot.press("asterisk", "n")
        await until(pilot, lambda: app.screen.query("#field-note"))
        await pilot.press(*"hello", "enter")
        await until(pilot, lambda: app.screen.query("#yes"))
        await pilot.press("y")
        await until(pilot, lambda: "u takes it back" in screen_text(app))
        await pilot.press("u")
        await until(pilot, lambda: "took back" in screen_text(app))


@pytest.mark.usefixtures("at_once")
async def test_an_undo_of_much_is_done_in_the_long_lane_and_can_be_stopped(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("commitrack.tui.writing.MANY", 0)
    do(place, 2, SetFields({"note": "hello"}))
    begun, really = threading.Event(), SqliteStore.undo

    def slowly(store: SqliteStore, *arguments: Any, **rest: Any) -> Receipt:
        if not begun.is_set():
            begun.set()
            for _ in range(10_000_000):  # a question that goes on until it is interrupted
                with store._reading():
                    store._connection.execute(ENDLESS).fetchall()
        return really(store, *arguments, **rest)

    monkeypatch.setattr(SqliteStore, "undo", slowly)
    app = app_on(place)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await until(pilot, lambda: app.screen.query_one("#table").numbers)  # type: ignore[attr-defined]
        await pilot.press("u")
        await until(pilot, lambda: "Taking back: set note" in screen_text(app))
        await until(pilot, begun.is_set)
        await pilot.press("escape")
        await until(pilot, lambda: "stopped: nothing was changed" in screen_text(app))
        with closing(open_store(place)) as store:
            assert store.dossier(2).commitment.note == "hello"
        await pilot.press("u")
        await until(pilot, lambda: "took back: set note" in screen_text(app))


def held_while_restoring(monkeypatch: pytest.MonkeyPatch, method: str) -> None:
    """What is taken back goes no further than where it begins to restore, until it is stopped."""
    really = getattr(SqliteStore, method)

    def slowly(store: SqliteStore, *arguments: Any, watch: Told, **rest: Any) -> object:
        def waits(what: str, done: int, total: int) -> None:
            watch(what, done, total)
            while what == "restoring":
                watch(what, done, total)

        return really(store, *arguments, watch=waits, **rest)

    monkeypatch.setattr(SqliteStore, method, slowly)


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize(("key", "method"), [("u", "undo"), ("U", "redo")])
async def test_an_undo_of_much_shows_per_cent(
    place: Path, monkeypatch: pytest.MonkeyPatch, key: str, method: str
) -> None:
    monkeypatch.setattr("commitrack.tui.writing.MANY", 0)
    do(place, 2, SetFields({"note": "hello"}))
    if key == "U":
        with closing(open_store(place)) as store:
            store.undo(sign())
    held_while_restoring(monkeypatch, method)
    app = app_on(place)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await until(pilot, lambda: app.screen.query_one("#table").numbers)  # type: ignore[attr-defined]
        await pilot.press(key)
        await until(pilot, lambda: " 0 %  restoring" in screen_text(app))
        await pilot.press("escape")
        await until(pilot, lambda: "stopped: nothing was changed" in screen_text(app))
    with closing(open_store(place)) as store:
        assert store.dossier(2).commitment.note == (None if key == "U" else "hello")


@pytest.mark.usefixtures("at_once")
async def test_a_look_at_what_an_undo_would_do_shows_per_cent_and_can_be_stopped(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held_while_restoring(monkeypatch, "preview_undo")
    app = app_on(place)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await until(pilot, lambda: app.screen.query_one("#table").numbers)  # type: ignore[attr-defined]
        await pilot.press("f10")
        await until(pilot, lambda: "History of the whole record" in screen_text(app))
        await pilot.press("u")
        await until(pilot, lambda: " 0 %  restoring" in screen_text(app))
        await pilot.press("escape")
        await until(pilot, lambda: not isinstance(app.screen, ProgressScreen))
        assert not isinstance(app.screen, ConfirmDialog)


ENDLESS = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"


def test_a_look_and_a_change_of_much_say_how_far_they_have_come(place: Path) -> None:
    edits = [Edit(1 + at % 6, SetFields({"note": f"{at}"})) for at in range(150)]
    with closing(open_store(place)) as store:
        told: list[tuple[str, int, int]] = []
        store.preview(edits, sign(), lambda *far: told.append(far))
        assert told == [("looking", 0, 150), ("looking", 50, 150), ("looking", 100, 150)]
        told.clear()
        store.apply(edits, sign(), lambda *far: told.append(far))
        assert told[0] == ("changing", 0, 150)

        def stop(*_: object) -> None:
            raise Stopped("stopped")

        newest = store.pulse().newest
        with pytest.raises(Stopped):
            store.apply([Edit(1, SetFields({"note": "never"}))], sign(), stop)
        assert store.pulse().newest == newest
