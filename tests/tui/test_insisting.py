"""What a dialog answers and cannot be written brings the dialog back, with all that was typed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from textual.pilot import Pilot

from commitrack.model.actions import SetFields
from commitrack.model.errors import StoreFull
from commitrack.query import SavedView
from commitrack.store import open_store
from commitrack.store.sqlite_store import SqliteStore
from commitrack.tui.app import CommitrackApp
from commitrack.tui.dialogs.base import Dialog
from commitrack.tui.dialogs.confirm import ConfirmDialog
from commitrack.tui.dialogs.leaving import LeaveDialog
from commitrack.tui.dialogs.party import MergeDialog, PartyDialog
from commitrack.tui.dialogs.publish import PublishDialog
from commitrack.tui.dialogs.save_report import SaveReportDialog
from commitrack.tui.dialogs.view import ViewDialog
from commitrack.tui.dialogs.view_file import ExportViewsDialog, ImportViewsDialog
from commitrack.view_files import write_views
from tests.tui.building import OWNER, app_on, do, screen_text, sign, until

WIDE = (110, 36)
FULL = "the disk is full; nothing was written"
Keys = Sequence[str]

CASES: dict[str, tuple[type[Dialog], Keys, Keys, str, bool]] = {
    "a view": (ViewDialog, ("W",), tuple("early"), "store", False),
    "a view from a file": (ImportViewsDialog, ("I",), (), "store", False),
    "views to a file": (ExportViewsDialog, ("O",), ("tab", "end", "x"), "views", False),
    "a party": (PartyDialog, ("f7", "home", "e"), ("end", "x"), "store", False),
    "a merge": (MergeDialog, ("f7", "end", "m"), (*tuple("nhs conf"), "right"), "store", True),
    "a report": (SaveReportDialog, ("f9", "enter", "s"), ("home", "x"), "report", False),
    "a page": (PublishDialog, ("P",), tuple("site"), "site", False),
    "a page after a look": (PublishDialog, ("P",), tuple("site"), "site later", True),
}
"""The dialog, the keys that lead to it, what is typed, what cannot be written, and whether that
turns out only after a question was answered.
"""


class Disk:
    """Is full until there is room again."""

    def __init__(self) -> None:
        self.full = True

    def break_what(self, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
        """Let something fail for as long as it is full."""
        if what == "store":
            for name in ("save_views", "set_party", "merge_parties"):
                self._break(monkeypatch, SqliteStore, name)
        elif what == "views":
            self._break(monkeypatch, "commitrack.tui.handing_on", "write_views")
        elif what == "report":
            self._break(monkeypatch, "commitrack.tui.screens.reports", "_write")
        else:
            self._break(monkeypatch, "commitrack.tui.publishing", "publish", later="later" in what)

    def _break(
        self, monkeypatch: pytest.MonkeyPatch, where: object, name: str, *, later: bool = False
    ) -> None:
        from importlib import import_module

        home = import_module(where) if isinstance(where, str) else where
        really = getattr(home, name)

        def full(*arguments: object, **named: object) -> object:
            looks = named.get("keep") is False
            if self.full and not (looks and (later or name == "merge_parties")):
                raise StoreFull(FULL)
            return really(*arguments, **named)

        monkeypatch.setattr(home, name, full)


def saved_view(place: Path, folder: Path) -> None:
    """A view on record, and a file with another one."""
    store = open_store(place)
    store.save_views([SavedView("mine", "Mine", "is:open")], sign())
    store.close()
    write_views(folder / "views.toml", [SavedView("theirs", "Theirs", "is:open")])


async def reach(pilot: Pilot[None], app: CommitrackApp, keys: Keys, kind: type[Dialog]) -> Dialog:
    """Give keys, each when the one before has been heard, until the dialog is there."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
        if key == "f7":
            await until(pilot, lambda: OWNER in screen_text(app))
        if key == "enter":
            await until(pilot, lambda: "Save" in screen_text(app).splitlines()[-1])
    await until(pilot, lambda: isinstance(app.screen, kind))
    assert isinstance(app.screen, Dialog)
    return app.screen


@pytest.mark.parametrize("case", CASES)
async def test_a_write_that_fails_leaves_what_was_typed_to_be_tried_again(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, case: str
) -> None:
    kind, keys, typed, what, asked = CASES[case]
    monkeypatch.chdir(tmp_path)
    saved_view(place, tmp_path)
    do(place, 2, SetFields({"visibility": "public"}))
    disk = Disk()
    disk.break_what(monkeypatch, what)
    app = app_on(place)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await until(pilot, lambda: app.screen.query_one("#table").numbers)  # type: ignore[attr-defined]
        first = await reach(pilot, app, keys, kind)
        await pilot.press(*typed)
        held = first.held()
        await pilot.press("enter")
        if asked:
            await until(pilot, lambda: isinstance(app.screen, ConfirmDialog))
            await pilot.press("y")
        await until(pilot, lambda: isinstance(app.screen, kind) and app.screen is not first)
        again = app.screen
        assert isinstance(again, Dialog)
        await until(pilot, lambda: "the disk is full" in screen_text(app))
        assert again.held() == held, "nothing of it is lost"
        if held:
            await pilot.press("escape")
            await until(pilot, lambda: isinstance(app.screen, LeaveDialog))
            await pilot.press("escape")
            await until(pilot, lambda: app.screen is again)
        disk.full = False
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ConfirmDialog) or app.screen is not again)
        if what.startswith(("site", "store")) and isinstance(app.screen, ConfirmDialog):
            await pilot.press("y")
        await until(pilot, lambda: not isinstance(app.screen, (kind, ConfirmDialog)))
        await until(pilot, lambda: _told(app))


def _told(app: CommitrackApp) -> bool:
    shown = screen_text(app)
    return any(
        words in shown
        for words in ("takes it back", "published", "saved: ", "written to", "nothing")
    )


async def test_a_page_that_fails_in_the_background_disturbs_nobody(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import threading

    from commitrack import site
    from commitrack.tui import long_work

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(long_work, "_SOON", 0)
    do(place, 2, SetFields({"visibility": "public"}))
    release, really = threading.Event(), site.publish

    def fails(*arguments: object, keep: bool, **named: object) -> object:
        if not keep:
            return really(*arguments, keep=keep, **named)  # type: ignore[arg-type]
        release.wait(10)
        raise StoreFull(FULL)

    monkeypatch.setattr("commitrack.tui.publishing.publish", fails)
    app = app_on(place)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await until(pilot, lambda: app.screen.query_one("#table").numbers)  # type: ignore[attr-defined]
        await reach(pilot, app, ("P",), PublishDialog)
        await pilot.press(*"site", "enter")
        await until(pilot, lambda: isinstance(app.screen, ConfirmDialog))
        await pilot.press("y")
        await until(pilot, lambda: app.screen.query("#meanwhile"))
        await pilot.press("b")
        await pilot.press("f10")
        await until(pilot, lambda: "History of" in screen_text(app))
        release.set()
        await until(pilot, lambda: "Publishing: the disk is full" in screen_text(app))
        assert not isinstance(app.screen, Dialog)
        await pilot.press("f2")
        again = await reach(pilot, app, ("P",), PublishDialog)
        await until(pilot, lambda: again.held() == {"folder": "site"})
