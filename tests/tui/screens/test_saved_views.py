"""Views of one's own in the terminal UI: shown, chosen by key, saved, replaced and deleted."""

from __future__ import annotations

from pathlib import Path

import pytest

from commitrack.query import SavedView
from commitrack.store import open_store
from commitrack.tui.app import CommitrackApp
from commitrack.tui.dialogs.confirm import ConfirmDialog
from commitrack.tui.dialogs.view import ViewDialog
from commitrack.tui.dialogs.view_file import ExportViewsDialog, ImportViewsDialog
from commitrack.tui.widgets.views_pane import ViewsPane, ViewsStrip
from commitrack.view_files import read_views, write_views
from tests.tui.building import app_on, screen_text, sign, until
from tests.tui.screens.test_browse import SIZES, browse, header, listed, ready


def save(place: Path, name: str, query: str, key: str | None = None) -> None:
    """As another process would."""
    store = open_store(place)
    store.save_views([SavedView(name, name, query, key)], sign("bob"), replace=True)
    store.close()


def said(app: CommitrackApp) -> str:
    return "\n".join(notice.message for notice in app._notifications)


def views(place: Path) -> dict[str, SavedView]:
    store = open_store(place)
    try:
        return {view.name: view for view in store.views()}
    finally:
        store.close()


@pytest.mark.parametrize("size", SIZES)
async def test_a_saved_view_is_shown_with_its_count_and_opens_by_its_key(
    place: Path, size: tuple[int, int]
) -> None:
    save(place, "late-two", "is:overdue sort:id limit:2", "4")
    app = app_on(place)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: browse(app).counts.get("late-two") == 2)
        await pilot.press("4")
        await until(pilot, lambda: listed(app) == [1, 3])
        assert header(app).title == "2 late two"
        assert "Late-two" in screen_text(app) or "Late two" in screen_text(app)
        await pilot.press("3")
        await until(pilot, lambda: header(app).title == "3 overdue")


async def test_what_another_process_saves_shows_up_and_what_it_deletes_goes(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(120, 40)) as pilot:
        await ready(pilot, app)
        save(place, "late", "is:overdue", "9")
        app.feel_pulse()
        await until(pilot, lambda: browse(app).counts.get("late") == 3)
        await pilot.press("9")
        await until(pilot, lambda: browse(app).state.view.name == "late")
        store = open_store(place)
        store.drop_views(["late"], sign("bob"))
        store.close()
        app.feel_pulse()
        await until(pilot, lambda: browse(app).state.view.name == "open")
        assert "Late" not in screen_text(app)


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_listed_is_saved_under_a_name_and_shown(
    place: Path, size: tuple[int, int]
) -> None:
    app = app_on(place)
    async with app.run_test(size=size) as pilot:
        await ready(pilot, app)
        await pilot.press("3", "slash", *"id:<=3", "enter", "W")
        await until(pilot, lambda: isinstance(app.screen, ViewDialog))
        assert "id:<=C-0003 is:overdue sort:due" in screen_text(app)
        await pilot.press(*"2nd", "enter")
        await until(pilot, lambda: "cannot be called" in screen_text(app))
        await pilot.press(*["backspace"] * 3, *"early", "tab", "5", "tab", *"old ones", "enter")
        await until(pilot, lambda: browse(app).state.view.name == "early")
        view = views(place)["early"]
        assert (view.query, view.hotkey) == ("id:<=C-0003 is:overdue sort:due", "5")
        assert view.description == "old ones"
        assert browse(app).state.filter == ""
        await until(pilot, lambda: listed(app) == [1, 3])
        await pilot.press("u")
        await until(pilot, lambda: browse(app).state.view.name == "open")
        assert views(place) == {}


async def test_a_name_that_is_taken_is_asked_about(place: Path) -> None:
    save(place, "late", "is:overdue")
    app = app_on(place)
    async with app.run_test(size=(120, 40)) as pilot:
        await ready(pilot, app)
        await pilot.press("9", "W", *"late", "enter")
        await until(pilot, lambda: isinstance(app.screen, ConfirmDialog))
        await pilot.press("n")
        await until(pilot, lambda: app.screen is browse(app))
        assert views(place)["late"].query == "is:overdue"
        await pilot.press("W", "enter")  # the name that was typed is there again
        await until(pilot, lambda: isinstance(app.screen, ConfirmDialog))
        await pilot.press("y")
        await until(pilot, lambda: browse(app).state.view.name == "late")
        assert views(place)["late"].query == "is:closed"


@pytest.mark.parametrize(
    ("answer", "names"), [("y", {"late2", "user"}), ("n", {"late", "late2", "user"})]
)
async def test_another_name_for_the_same_query_is_a_new_name_or_another_view(
    place: Path, answer: str, names: set[str]
) -> None:
    save(place, "late", "is:overdue")
    save(place, "user", "@late id:1")
    app = app_on(place)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "late" in browse(app).counts)
        browse(app).action_view("late")
        await pilot.press("W", "end", "2", "tab", "7", "enter")
        await until(pilot, lambda: isinstance(app.screen, ConfirmDialog))
        await pilot.press(answer)
        await until(pilot, lambda: browse(app).state.view.name == "late2")
        assert set(views(place)) == names
        assert views(place)["late2"].hotkey == "7"
        assert views(place)["user"].query == (
            "@late2 id:C-0001" if answer == "y" else "@late id:C-0001"
        )


async def test_a_view_of_ones_own_is_deleted_and_a_built_in_one_stays(place: Path) -> None:
    save(place, "late", "is:overdue", "9")
    app = app_on(place)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await until(pilot, lambda: "late" in browse(app).counts)
        await pilot.press("3", "D")
        await until(pilot, lambda: "@overdue is built in" in said(app))
        await pilot.press("9", "D")
        await until(pilot, lambda: isinstance(app.screen, ConfirmDialog))
        await pilot.press("y")
        await until(pilot, lambda: views(place) == {})
        await until(pilot, lambda: browse(app).state.view.name == "open")


async def test_the_palette_finds_views_by_what_they_hold(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(120, 40)) as pilot:
        await ready(pilot, app)
        await pilot.press("ctrl+p", *"undated")
        await until(pilot, lambda: "View: Undated" in screen_text(app))
        await pilot.press("enter")
        await pilot.press("enter")
        await until(pilot, lambda: browse(app).state.view.name == "undated")


async def test_more_views_than_fit_keep_the_one_that_is_shown_in_sight(place: Path) -> None:
    for number in range(40):
        save(place, f"v{number:02}", f"id:>{number}")
    app = app_on(place)
    async with app.run_test(size=(120, 30)) as pilot:
        await until(pilot, lambda: "v39" in browse(app).counts)
        browse(app).query_one(ViewsPane).focus()
        for _ in range(45):
            await pilot.press("down")
        await until(pilot, lambda: browse(app).state.view.name == "v34")
        assert "V34" in screen_text(app)
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: browse(app).query_one(ViewsStrip).size.width > 0)
        await until(pilot, lambda: "V34" in screen_text(app))


async def test_views_are_handed_on_in_a_file_which_is_not_written_over_unasked(
    place: Path, tmp_path: Path
) -> None:
    save(place, "late", "is:overdue")
    save(place, "early", "due:>today")
    file = tmp_path / "handed on.toml"
    app = app_on(place)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "late" in browse(app).counts)
        await pilot.press("O")
        await until(pilot, lambda: isinstance(app.screen, ExportViewsDialog))
        await pilot.press(*"lat", "tab", "ctrl+u", *str(file), "enter")
        await until(pilot, lambda: "@lat is not saved here" in screen_text(app))
        await pilot.press("e", "enter")
        await until(pilot, file.exists)
        assert [view.name for view in read_views(str(file))] == ["late"]
        await pilot.press("O")
        await until(pilot, lambda: isinstance(app.screen, ExportViewsDialog))
        await pilot.press("tab", "ctrl+u", *str(file), "enter")
        await until(pilot, lambda: isinstance(app.screen, ConfirmDialog))
        await pilot.press("n")
        await until(pilot, lambda: app.screen is browse(app))
        assert [view.name for view in read_views(str(file))] == ["late"]
        await pilot.press("O")
        await until(pilot, lambda: isinstance(app.screen, ExportViewsDialog))
        await pilot.press("tab", "ctrl+u", *str(file), "enter")
        await until(pilot, lambda: isinstance(app.screen, ConfirmDialog))
        await pilot.press("y")
        await until(pilot, lambda: len(read_views(str(file))) == 2)


async def test_views_come_in_from_a_file_and_a_clash_is_asked_about(
    place: Path, tmp_path: Path
) -> None:
    save(place, "late", "is:overdue")
    theirs = [
        SavedView(name, name, query, own=True)
        for name, query in (("late", "is:open"), ("fresh", "created:>-1w"))
    ]
    file = tmp_path / "theirs.toml"
    write_views(file, theirs)
    app = app_on(place)
    async with app.run_test(size=(120, 40)) as pilot:
        await ready(pilot, app)
        for answer, query in (("n", "is:overdue"), ("y", "is:open")):
            await pilot.press("I")
            await until(pilot, lambda: isinstance(app.screen, ImportViewsDialog))
            await pilot.press("ctrl+u", *str(file), "enter")
            await until(pilot, lambda: isinstance(app.screen, ConfirmDialog))
            assert "here: is:overdue" in screen_text(app)
            await pilot.press(answer)
            await until(pilot, lambda: app.screen is browse(app))
            await app.workers.wait_for_complete()
            assert "fresh" in views(place)
            assert views(place)["late"].query == query
        await pilot.press("u")
        await until(pilot, lambda: views(place)["late"].query == "is:overdue")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[views.a]\nquery = "is:open"\n\n[views.b]\nqery = "x"\n', "line 4: @b has no 'qery'"),
        ('[views.a]\nquery = "staus:open"\n', "line 1: @a: unknown field"),
        ("[views.a\n", "at line 1"),
        (None, "there is no file"),
    ],
)
async def test_what_is_wrong_with_a_file_of_views_is_said_with_its_line(
    place: Path, tmp_path: Path, text: str | None, told: str
) -> None:
    file = tmp_path / "bad.toml"
    if text is not None:
        file.write_text(text, encoding="utf-8")
    app = app_on(place)
    async with app.run_test(size=(160, 40)) as pilot:
        await ready(pilot, app)
        await pilot.press("I")
        await until(pilot, lambda: isinstance(app.screen, ImportViewsDialog))
        await pilot.press("ctrl+u", *"bad.toml", "enter")
        await until(pilot, lambda: "there is no file" in screen_text(app))
        await pilot.press("ctrl+u", *str(file), "enter")
        await until(pilot, lambda: told in " ".join(screen_text(app).split()))
        assert isinstance(app.screen, ImportViewsDialog)
        await pilot.press("escape")
        assert not views(place)
