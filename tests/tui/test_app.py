"""What every screen asks of the app: writing, conflicts, taking back, and hearing of others."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from textual.css.query import NoMatches
from textual.pilot import Pilot
from textual.worker import WorkerFailed

from commitrack.model.actions import Approve, Edit, SetFields
from commitrack.model.errors import CommitrackError, NotFound
from commitrack.model.records import Dossier
from commitrack.model.status import Status
from commitrack.query import parse
from commitrack.store import Lens, Store, open_store
from commitrack.tui.app import CommitrackApp
from commitrack.tui.dialogs import DatesDialog, RejectDialog
from commitrack.tui.screens.browse import BrowseScreen
from commitrack.tui.screens.conflict import ConflictScreen
from commitrack.tui.screens.preview import PreviewScreen
from tests.tui.building import TODAY, app_on, do, screen_text, until


def browse(app: CommitrackApp) -> BrowseScreen:
    screen = app.get_screen_stack("browse")[0]
    assert isinstance(screen, BrowseScreen)
    return screen


async def on_all(pilot: Pilot[None], app: CommitrackApp) -> None:
    await until(pilot, lambda: "all" in browse(app).counts)
    await pilot.press("0")
    await until(pilot, lambda: len(browse(app).table.numbers) == 8)


def dossier(place: Path, number: int) -> Dossier:
    store = open_store(place)
    try:
        return store.dossier(number)
    finally:
        store.close()


def notices(app: CommitrackApp) -> str:
    return "\n".join(notice.message for notice in app._notifications)


async def test_an_edit_is_signed_told_and_taken_back_and_brought_back(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await on_all(pilot, app)
        version = dossier(place, 1).commitment.version
        edit = Edit(1, SetFields({"lead": "zoe"}), version)
        app.run_worker(app.apply([edit]))
        await until(pilot, lambda: "zoe" in screen_text(app))
        assert "u takes it back" in notices(app)
        store = open_store(place)
        newest = store.history(1, limit=1)[0]
        assert (newest.actor, newest.client) == ("ann", "tui")
        store.close()
        await pilot.press("u")
        await until(pilot, lambda: dossier(place, 1).commitment.lead == "ann")
        await until(pilot, lambda: "took back: set lead" in notices(app))
        await pilot.press("U")
        await until(pilot, lambda: dossier(place, 1).commitment.lead == "zoe")
        await until(pilot, lambda: "brought back: set lead" in notices(app))


async def test_a_refusal_is_a_notice_and_changes_nothing(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await on_all(pilot, app)
        before = dossier(place, 2).commitment
        worker = app.run_worker(app.apply([Edit(2, Approve())]))
        await until(pilot, lambda: worker.is_finished)
        assert worker.result is None
        assert "C-0002" in notices(app)
        assert dossier(place, 2).commitment == before


async def test_two_people_on_different_fields_both_win(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(120, 40)) as pilot:
        await on_all(pilot, app)
        seen = dossier(place, 1).commitment.version
        do(place, 1, SetFields({"lead": "bob"}), by="bob")
        worker = app.run_worker(app.apply([Edit(1, SetFields({"topic": "plans"}), seen)]))
        await until(pilot, lambda: worker.is_finished)
        now = dossier(place, 1).commitment
        assert (now.lead, now.topic) == ("bob", "plans")


async def test_the_same_field_asks_and_keeps_theirs_unless_told_otherwise(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(80, 24)) as pilot:
        await on_all(pilot, app)
        seen = dossier(place, 1).commitment.version
        do(place, 1, SetFields({"lead": "[/x]bob"}), by="bob")
        mine = Edit(1, SetFields({"lead": "carys"}), seen)
        first = app.run_worker(app.apply([mine]))
        await until(pilot, lambda: isinstance(app.screen, ConflictScreen))
        shown = screen_text(app)
        assert all(word in shown for word in ("C-0001 lead", "[/x]bob", "carys", "bob, 2026"))
        await pilot.press("k")
        await until(pilot, lambda: first.is_finished)
        assert dossier(place, 1).commitment.lead == "[/x]bob"
        second = app.run_worker(app.apply([mine]))
        await until(pilot, lambda: isinstance(app.screen, ConflictScreen))
        await pilot.press("o")
        await until(pilot, lambda: second.is_finished)
        assert dossier(place, 1).commitment.lead == "carys"


async def test_a_key_accepts_a_candidate_whose_owner_is_known(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(120, 40)) as pilot:
        await on_all(pilot, app)
        await pilot.press("1")
        await until(pilot, lambda: list(browse(app).table.numbers) == [7, 8])
        await pilot.press("a")
        await until(pilot, lambda: list(browse(app).table.numbers) == [8])
        accepted = dossier(place, 7).commitment
        assert accepted.status is Status.OPEN
        assert accepted.follow_up == date(2026, 5, 31)
        assert browse(app).counts["inbox"] == 2 or browse(app).counts["inbox"] == 1


async def test_a_bulk_edit_is_previewed_and_is_one_undo(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(120, 40)) as pilot:
        await on_all(pilot, app)
        await pilot.press("1")
        await until(pilot, lambda: list(browse(app).table.numbers) == [7, 8])
        await pilot.press("asterisk", "x")
        await until(pilot, lambda: isinstance(app.screen, RejectDialog))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, PreviewScreen))
        assert "2 of 2 will change" in screen_text(app)
        await pilot.press("y")
        await until(pilot, lambda: not browse(app).table.numbers)
        assert not browse(app).state.marked
        await pilot.press("u")
        await until(pilot, lambda: list(browse(app).table.numbers) == [7, 8])


async def test_a_preview_that_is_left_changes_nothing(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(80, 24)) as pilot:
        await on_all(pilot, app)
        await pilot.press("1")
        await until(pilot, lambda: list(browse(app).table.numbers) == [7, 8])
        await pilot.press("asterisk", "a")
        await until(pilot, lambda: isinstance(app.screen, PreviewScreen))
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is browse(app))
        assert dossier(place, 7).commitment.status is Status.CANDIDATE


async def test_a_dialog_answers_with_an_edit_of_the_record(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(120, 40)) as pilot:
        await on_all(pilot, app)
        await pilot.press("end", "home", "down", "down", "down", "d")
        await until(pilot, lambda: isinstance(app.screen, DatesDialog))
        await pilot.press(*"+6w", "enter")
        await until(pilot, lambda: app.screen is browse(app))
        await until(pilot, lambda: dossier(place, 4).commitment.due == date(2026, 4, 13))


async def test_a_store_that_cannot_be_opened_ends_the_app_with_its_error(tmp_path: Path) -> None:
    def refuse() -> Store:
        raise NotFound("there is no store here")

    app = CommitrackApp(str(tmp_path), Lens(TODAY, "ann"), open_store=refuse)
    async with app.run_test() as pilot:
        await until(pilot, lambda: app.failure is not None)
    assert isinstance(app.failure, CommitrackError)


async def test_a_notice_of_the_caller_is_shown_as_plain_text(place: Path) -> None:
    app = CommitrackApp(
        str(place),
        Lens(TODAY, "ann"),
        open_store=lambda: open_store(place),
        notice="a throw-away store [/x]",
    )
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await until(pilot, lambda: "a throw-away store [/x]" in screen_text(app))


async def test_the_overdue_count_agrees_with_the_store(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(120, 40)) as pilot:
        await on_all(pilot, app)
        store = open_store(place)
        found = store.ids(parse("is:overdue"), Lens(TODAY))
        store.close()
        assert browse(app).counts["overdue"] == len(found) == 3


@pytest.mark.parametrize("ends", [True, False])
async def test_a_part_that_is_missed_is_no_failure_while_the_app_ends(
    place: Path, monkeypatch: pytest.MonkeyPatch, *, ends: bool
) -> None:
    app = app_on(place)
    with monkeypatch.context() as patch:
        async with app.run_test() as pilot:
            await pilot.pause()
            patch.setattr(CommitrackApp, "_fatal_error", lambda _: None)
            app._running = not ends
            app._handle_exception(WorkerFailed(NoMatches("no table")))
            failed, app._exception = app._exception, None
    assert (failed is None) is ends
