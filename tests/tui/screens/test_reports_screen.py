"""Reports: chosen, narrowed, read, saved and copied, by keys alone and by mouse alone."""

from __future__ import annotations

import threading
from functools import partial
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from commitrack.model.actions import SetFields
from commitrack.reports import CATALOGUE, Report, build, catalogue, render
from commitrack.store import Lens, ReadableStore, open_store
from commitrack.tui.app import CommitrackApp
from commitrack.tui.dialogs import ConfirmDialog
from commitrack.tui.dialogs.save_report import SaveReportDialog
from commitrack.tui.screens.browse import BrowseScreen
from commitrack.tui.screens.reports import ReportsScreen
from commitrack.tui.widgets.report_pane import ReportPane
from tests.tui.building import TODAY, app_on, do, screen_text, until

NAMES = tuple(CATALOGUE)


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def reports(app: CommitrackApp) -> ReportsScreen:
    assert isinstance(app.screen, ReportsScreen)
    return app.screen


async def go_to(pilot: Pilot[None], app: CommitrackApp, name: str) -> None:
    await pilot.press("f9")
    await until(pilot, lambda: isinstance(app.screen, ReportsScreen))
    await pilot.press("home", *["down"] * NAMES.index(name))
    await until(pilot, lambda: reports(app).current.name == name)


def told(place: Path, name: str, argument: str | None = None) -> Report:
    store = open_store(place)
    try:
        return build(name, store, Lens(TODAY, "ann"), argument)
    finally:
        store.close()


def _headed(app: CommitrackApp, title: str) -> bool:
    return f"Reports  {title}" in screen_text(app)


async def test_every_report_can_be_chosen_and_says_what_it_says(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(100, 40)) as pilot:
        for name in NAMES:
            await go_to(pilot, app, name)
            entry = CATALOGUE[name]
            shown = " ".join(screen_text(app).split())
            assert entry.help[1:20] in shown
            await pilot.press("enter")
            if entry.argument.required:
                await until(pilot, lambda: "of which?" in screen_text(app))
            else:
                title = told(place, name).title
                await until(pilot, partial(_headed, app, title))
            await pilot.press("escape", "f2")
            await until(pilot, lambda: isinstance(app.screen, BrowseScreen))


async def test_by_keys_alone_it_is_narrowed_read_and_saved(place: Path, tmp_path: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(100, 40)) as pilot:
        await go_to(pilot, app, "overdue")
        await pilot.press("slash", *"overdue:due", "enter")
        await until(pilot, lambda: "Overdue (2)" in screen_text(app))
        await pilot.press("G", "s")
        await until(pilot, lambda: isinstance(app.screen, SaveReportDialog))
        assert "overdue-2026-03-02.md" in screen_text(app)
        await pilot.press("tab", "c")
        await until(pilot, lambda: "overdue-2026-03-02.csv" in screen_text(app))
        await pilot.press("enter")
        await until(pilot, lambda: (tmp_path / "overdue-2026-03-02.csv").exists())
        await until(pilot, lambda: isinstance(app.screen, ReportsScreen))
    saved = (tmp_path / "overdue-2026-03-02.csv").read_bytes()
    assert saved == render(told(place, "overdue", "overdue:due"), "csv").encode()


async def test_by_mouse_alone_it_is_built_saved_and_a_file_is_asked_about(
    place: Path, tmp_path: Path
) -> None:
    there = tmp_path / "overdue-2026-03-02.md"
    there.write_text("mine", encoding="utf-8")
    app = app_on(place)
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        await pilot.click(offset=(screen_text(app).split("\n")[0].index("Reports") + 1, 0))
        await until(pilot, lambda: isinstance(app.screen, ReportsScreen))
        await pilot.click("#reports-list", offset=(3, NAMES.index("overdue")))
        await until(pilot, lambda: "Overdue (3)" in screen_text(app))
        keys = screen_text(app).split("\n")[-1]
        for answer in ("#no", "#yes"):
            await pilot.click(offset=(keys.index("Save") + 1, 39))
            await until(pilot, lambda: isinstance(app.screen, SaveReportDialog))
            await pilot.click("#save")
            await until(pilot, lambda: isinstance(app.screen, ConfirmDialog))
            assert "is there already" in " ".join(screen_text(app).split())
            assert there.read_text(encoding="utf-8") == "mine"
            await pilot.click(answer)
            await until(pilot, lambda: isinstance(app.screen, ReportsScreen))
        await until(pilot, lambda: there.read_text(encoding="utf-8") != "mine")
    assert there.read_bytes() == render(told(place, "overdue"), "md").encode()


async def test_a_folder_that_is_not_there_is_named_before_anything_is_done(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(100, 40)) as pilot:
        await go_to(pilot, app, "overdue")
        await pilot.press("enter")
        await until(pilot, lambda: "Overdue (3)" in screen_text(app))
        await pilot.press("s")
        await until(pilot, lambda: isinstance(app.screen, SaveReportDialog))
        await pilot.press("home", *"nowhere/", "enter")
        await until(pilot, lambda: "there is no folder nowhere" in screen_text(app))
        await pilot.press("escape", "d")
        await until(pilot, lambda: isinstance(app.screen, ReportsScreen))


@pytest.mark.parametrize(
    ("typed", "words"),
    [("n" * 300, "cannot be written"), ("~nobody-at-all/", "no home is known here")],
)
async def test_a_name_that_no_file_can_have_is_told_and_can_be_mended(
    place: Path, typed: str, words: str
) -> None:
    app = app_on(place)
    async with app.run_test(size=(100, 40)) as pilot:
        await go_to(pilot, app, "overdue")
        await pilot.press("enter")
        await until(pilot, lambda: "Overdue (3)" in screen_text(app))
        await pilot.press("s")
        await until(pilot, lambda: isinstance(app.screen, SaveReportDialog))
        app.screen.query_one("#field-file Input", Input).value = f"{typed}overdue.md"
        await pilot.press("enter")
        await until(pilot, lambda: words in " ".join(screen_text(app).split()))
        assert isinstance(app.screen, SaveReportDialog)
        await pilot.press("escape", "d")


async def test_it_is_copied_as_markdown(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(100, 40)) as pilot:
        await go_to(pilot, app, "slippage")
        await pilot.press("y")  # nothing is built yet
        assert app.clipboard == ""
        await pilot.press("enter")
        await until(pilot, lambda: "Slippage: dates" in screen_text(app))
        await pilot.press("y")
        await until(pilot, lambda: app.clipboard != "")
        assert app.clipboard == render(told(place, "slippage"), "md")


async def test_a_filter_that_cannot_be_read_is_told_beside_it(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(100, 40)) as pilot:
        await go_to(pilot, app, "overdue")
        await pilot.press("slash", *"staus:open", "enter")
        await until(pilot, lambda: 'did you mean "status"' in screen_text(app))
        assert reports(app).check_action("save", ()) is False


async def test_a_statement_that_is_not_there_is_named(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(100, 40)) as pilot:
        await go_to(pilot, app, "coverage")
        await pilot.press("enter", *"S-99", "enter")
        await until(pilot, lambda: "S-0099 does not exist" in screen_text(app))
        await pilot.press(*["backspace"] * 4, *"s1", "enter")
        await until(pilot, lambda: app.screen.query_one(ReportPane).has_focus)


async def test_what_is_being_built_can_be_stopped(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slow(store: ReadableStore, lens: Lens, argument: str | None) -> Report:
        begun.set()
        go_on.wait(30)
        return built

    built = told(place, "overdue")
    entry = CATALOGUE["overdue"]
    slowly = catalogue.Entry(entry.name, entry.help, entry.argument, slow)
    monkeypatch.setattr(
        "commitrack.tui.screens.reports.CATALOGUE", {**CATALOGUE, "overdue": slowly}
    )
    app = app_on(place)
    async with app.run_test(size=(100, 40)) as pilot:
        await go_to(pilot, app, "overdue")
        await pilot.press("enter")
        await until(pilot, begun.is_set)
        assert "esc stops it" in screen_text(app)
        await pilot.press("escape")
        await until(pilot, lambda: "enter builds it" in screen_text(app))
        assert isinstance(app.screen, ReportsScreen)
        go_on.set()
        await pilot.press("enter")
        await until(pilot, lambda: "Overdue (3)" in screen_text(app))


async def test_it_says_when_the_record_has_changed_since(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(100, 40)) as pilot:
        await go_to(pilot, app, "overdue")
        await pilot.press("enter")
        await until(pilot, lambda: "Overdue (3)" in screen_text(app))
        do(place, 1, SetFields({"due": TODAY.replace(year=2027)}, "later"), by="bob")
        app.feel_pulse()
        await until(pilot, lambda: "has changed since" in screen_text(app))
        await pilot.press("escape", "enter")
        await until(pilot, lambda: "Overdue (2)" in screen_text(app))


@pytest.mark.parametrize("size", [(160, 50), (80, 24), (60, 24)])
async def test_hostile_words_are_harmless_and_fit_every_width(
    place: Path, size: tuple[int, int]
) -> None:
    app = app_on(place)
    async with app.run_test(size=size) as pilot:
        await go_to(pilot, app, "coverage")
        await pilot.press("enter", *"S-1", "enter")
        await until(pilot, lambda: app.screen.query_one(ReportPane).has_focus)
        seen = ""
        for _ in range(12):
            await pilot.press("space")
            seen += screen_text(app)
        assert "[/x]" in seen
        assert not set(seen) & set("\x1b\x00\x07\u202e")
        await pilot.press("z")
        await until(pilot, lambda: not app.screen.query_one("#reports-list").display)


async def test_an_empty_store_has_reports_that_say_so(tmp_path: Path) -> None:
    place = tmp_path / "record.db"
    open_store(place, create=True).close()
    app = app_on(place)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to(pilot, app, "overdue")
        await pilot.press("enter")
        await until(pilot, lambda: "nothing is overdue" in screen_text(app))
