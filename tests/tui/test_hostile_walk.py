"""Hostile text in every field, on every screen: nothing of it works on the terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.app import App
from textual.pilot import Pilot

from commitrack.model.cleaning import clean
from tests.tui.scenes import PLACES, Scene, opened, strips

HERE = {
    "views and a filter": ("0", "slash", "t", "i", "t", "l", "e", "colon", "tab", "down"),
    "further down": ("0", "end", "pageup", "home", "down", "down"),
    "by owner": ("0", "b", "minus", "underscore"),
    "by lead, two lines": ("0", "b", "T"),
    "all the record": ("0", "tab", "z", "pagedown", "end"),
    "quick look": ("0", "down", "p", "pagedown", "end"),
    "its history": ("0", "h", "enter", "down", "enter"),
    "its statement": ("0", "enter", "n", "n", "pagedown", "equals_sign"),
    "coverage": ("0", "C", "down", "down", "enter"),
    "status": ("0", "s", "down", "tab"),
    "owner": ("0", "o", "W"),
    "dates": ("0", "d", "x"),
    "evidence": ("0", "e", "tab", "tab"),
    "retract": ("0", "X", "down"),
    "check": ("0", "c", "tab"),
    "letter": ("0", "m", "tab"),
    "note": ("0", "n", "x"),
    "edit": ("0", "E", "tab", "tab"),
    "wording": ("0", "w", "down"),
    "link": ("0", "L", "tab", "1"),
    "accept": ("1", "a"),
    "reject": ("1", "x", "down"),
    "reopen": ("9", "R"),
    "many at once": ("1", "asterisk", "x", "enter", "down"),
    "save a view": ("0", "W", "tab"),
    "go to": ("number_sign", "9", "9", "9"),
    "copy": ("0", "y", "down"),
    "columns": ("0", "vertical_line", "down", "space"),
    "hand on": ("0", "O", "tab"),
    "take in": ("0", "I", "x"),
    "publish": ("0", "P", "tab"),
    "help": ("question_mark", "pagedown"),
    "menu": ("g",),
    "palette": ("ctrl+p", "v", "i", "l", "e", "down"),
    "a candidate": ("f3", "down", "x", "down"),
    "its fields": ("f3", "E", "tab"),
    "a review": ("f4", "down", "b", "x"),
    "a day": ("f5", "tab", "down", "b", "b", "d"),
    "a statement": ("f6", "down", "enter", "n"),
    "versions": ("f6", "equals_sign"),
    "an owner": ("f7", "down", "e", "tab"),
    "a merge": ("f7", "down", "m", "x"),
    "a bar": ("f8", "down", "right", "enter"),
    "a report": ("f9", "enter", "tab", "pagedown"),
    "another report": ("f9", "down", "enter", "z"),
    "to a file": ("f9", "enter", "s"),
    "all that happened": ("f10", "down", "enter", "pagedown", "f", "x"),
    "taking back": ("f10", "u"),
}
"""Keys from the list on, by what they lead to. After each of them the whole screen is looked at."""

SCREENS = {
    *("AgendaScreen", "BrowseScreen", "CoverageScreen", "DashboardScreen", "HistoryScreen"),
    *("InboxScreen", "OwnersScreen", "ReportsScreen", "SignOffScreen", "StatementsScreen"),
    *("StatementScreen", "ChooseWordsScreen", "CommandPalette", "GoScreen", "HelpScreen"),
    *("PeekScreen", "PreviewScreen", "CheckDialog", "ColumnsDialog", "ConfirmDialog", "CopyDialog"),
    *("DatesDialog", "EditDialog", "EvidenceDialog", "ExportViewsDialog", "ImportViewsDialog"),
    *("JumpDialog", "LinkDialog", "MergeDialog", "NoteDialog", "OwnerDialog", "PartyDialog"),
    *("PublishDialog", "RejectDialog", "ReopenDialog", "RetractDialog", "ReviewDialog"),
    *("SaveReportDialog", "SentDialog", "StatusDialog", "ViewDialog", "WordingDialog"),
}
"""What is seen on the way."""

_JOINED = "\u200d"


def hold(app: App[None], where: object) -> None:
    """What is drawn is as wide and high as the screen, and drives no terminal."""
    width, height = app.size
    drawn = strips(app)
    assert len(drawn) == height, where
    for line in drawn:
        text = "".join(segment.text for segment in line)
        # Textual cuts what is under a dialog, and does not know where to cut joined emoji.
        assert cell_len(text) == width or _JOINED in text, (where, text)
        assert clean(text) == text, (where, text)
        assert "\n" not in text, (where, text)
        for segment in line:
            style = segment.style
            assert style is None or style.link is None, (where, text)
            assert style is None or "app.quit" not in str(style.meta), (where, text)


async def calm(pilot: Pilot[None]) -> None:
    """Wait until what was asked for is there; that it has come to rest is not needed."""
    gateway = pilot.app.gateway  # type: ignore[attr-defined]
    for _ in range(2):
        await gateway.fast(lambda store: store.pulse())
        await gateway.slow(lambda store: store.pulse(), "calm")
        await pilot.pause()


async def out_of_it(pilot: Pilot[None]) -> None:
    """Leave whatever is open, giving up what was typed."""
    for _ in range(8):
        if pilot.app.current_mode == "browse" and len(pilot.app.screen_stack) == 1:
            break
        await pilot.press("escape")
        await pilot.pause()
        if type(pilot.app.screen).__name__ == "LeaveDialog":
            await pilot.press("d")
            await pilot.pause()
    await pilot.press("f2", "escape", "escape")
    await pilot.pause()
    assert pilot.app.current_mode == "browse"
    assert len(pilot.app.screen_stack) == 1


def pressed() -> Iterator[tuple[str, tuple[str, ...]]]:
    yield from PLACES.items()
    yield from HERE.items()


@pytest.mark.parametrize("size", [(80, 24), pytest.param((200, 60), marks=pytest.mark.whole)])
async def test_no_hostile_text_works_on_the_terminal_wherever_one_goes(
    size: tuple[int, int], worlds: Callable[[str], Path]
) -> None:
    seen: set[str] = set()
    async with opened(Scene("vile", size=size), worlds("vile")) as pilot:
        for name, keys in pressed():
            for at, key in enumerate(keys):
                await pilot.press(key)
                await (calm(pilot) if at == len(keys) - 1 else pilot.pause())
                hold(pilot.app, (name, key))
                seen.add(type(pilot.app.screen).__name__)
            await out_of_it(pilot)
    assert seen >= SCREENS, SCREENS - seen
