"""However small the terminal and however long the names, the buttons of a dialog are in sight."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual.pilot import Pilot
from textual.widgets import Button

from commitrack.model.records import Dossier
from commitrack.model.status import Status
from commitrack.tui.dialogs import Dialog, EditDialog, NoteDialog, StatusDialog
from commitrack.tui.dialogs.form import Field
from tests.tui.building import screen_text
from tests.tui.dialogs.samples import TODAY, Asking, dossier, hostile
from tests.tui.dialogs.test_hostile import CASES

at_small_sizes = pytest.mark.parametrize("size", [(60, 24), (80, 24)])


def long_winded(status: Status) -> Dossier:
    """A record that needs two lines for its title and more than one for what is known of it."""
    record = hostile(status)
    title = "We will replace the windows and the ventilation of all of our schools " * 3
    owners = ("Skelderby and Fellside Hospitals and Community Services Trust",)
    changed = replace(record.commitment, title=title, owners=owners, follow_up=TODAY)
    return replace(record, commitment=changed)


def hold_buttons(pilot: Pilot[None], dialog: Dialog, where: object) -> None:
    """Every button is whole, inside the frame, and the frame inside the screen."""
    frame = dialog.query_one("#dialog")
    assert pilot.app.screen.region.contains_region(frame.region), where
    for button in dialog.query(Button):
        if button.display:
            assert button.region.area, where
            assert frame.content_region.contains_region(button.region), (where, button)
    assert dialog.query_one("#dialog-form").region.area, where
    assert dialog.query_one("#dialog-keys").region.height == 1, where
    shown = screen_text(pilot.app)
    assert "We will replace the windows" in shown, where
    assert "…" in shown, (where, "a title is cut without a sign")
    assert "follow-up 2026-03-02" in " ".join(shown.replace("│", " ").split()), where


@at_small_sizes
@pytest.mark.parametrize(("kind", "status"), CASES)
async def test_the_buttons_are_in_sight_before_and_after_an_error(
    kind: type[Dialog], status: Status, size: tuple[int, int]
) -> None:
    dialog = kind((long_winded(status),), TODAY, "ann")
    async with Asking(dialog).run_test(size=size) as pilot:
        await pilot.pause()
        hold_buttons(pilot, dialog, kind)
        dialog._complain("This cannot be put on record, and the reason is rather long: " * 2)
        await pilot.pause()
        hold_buttons(pilot, dialog, (kind, "with an error"))


@at_small_sizes
async def test_so_they_are_whatever_a_move_asks_for(size: tuple[int, int]) -> None:
    dialog = StatusDialog((long_winded(Status.IN_PROGRESS),), TODAY, "ann")
    async with Asking(dialog).run_test(size=size) as pilot:
        await pilot.pause()
        for move in dialog.moves:
            assert dialog.move is move
            hold_buttons(pilot, dialog, move)
            await pilot.press("down")
            await pilot.pause()


async def test_where_there_is_no_room_for_all_the_keys_a_sign_says_so() -> None:
    class Wordy(NoteDialog):
        KEYS = "⏎ save it · tab to the next field · ↑↓ choose · esc cancel · f1 help"

    dialog = Wordy((long_winded(Status.OPEN),), TODAY, "ann")
    async with Asking(dialog).run_test(size=(60, 24)) as pilot:
        await pilot.pause()
        keys = dialog.query_one("#dialog-keys")
        assert keys.region.height == 1
        line = pilot.app.screen._compositor.render_strips()[keys.region.y].text
        assert "…" in line[keys.region.x : keys.region.right]


async def test_where_typing_begins_is_in_sight_behind_a_title_longer_than_its_field() -> None:
    record = dossier(title="Explore a process of board peer review with all our members, in June")
    app = Asking(EditDialog((record,), TODAY, "ann"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        line = next(one for one in screen_text(app).splitlines() if "│ Title" in one)
        assert "members, in June" in line


async def test_the_field_that_is_typed_in_stays_in_sight_in_a_smaller_terminal() -> None:
    dialog = StatusDialog((dossier(),), TODAY, "ann")
    app = Asking(dialog)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        dialog.query_one("#field-reason", Field).focus()
        await pilot.press(*"here")
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert "here" in screen_text(app)
