"""Commands are declared once: no two fight over a key, all are explained, all can be given."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from textual.app import App
from textual.binding import Binding
from textual.screen import Screen

from commitrack.model.errors import BadInput
from commitrack.model.records import Commitment, Dossier
from commitrack.model.status import Status
from commitrack.query import BUILT_IN_VIEWS
from commitrack.store import Lens, open_store
from commitrack.tui.acting import ASK
from commitrack.tui.app import CommitrackApp
from commitrack.tui.command import Command, Group, Place, Situation
from commitrack.tui.commands import COMMANDS, enabled
from commitrack.tui.keymap import Keymap, footer_commands, shown
from commitrack.tui.screens.agenda import AgendaScreen
from commitrack.tui.screens.browse import BrowseScreen
from commitrack.tui.screens.changes import ChangesScreen
from commitrack.tui.screens.choose_words import ChooseWordsScreen
from commitrack.tui.screens.coverage import CoverageScreen
from commitrack.tui.screens.help import place_sections
from commitrack.tui.screens.history import HistoryScreen
from commitrack.tui.screens.inbox import InboxScreen
from commitrack.tui.screens.sign_off import SignOffScreen
from commitrack.tui.screens.statement import StatementScreen
from commitrack.tui.screens.statements import StatementsScreen
from commitrack.tui.widgets.commitment_table import CommitmentTable
from tests.tui.building import TODAY, until

NEVER_ARRIVE = {"ctrl+h", "ctrl+j", "ctrl+i", "ctrl+m", "ctrl+s", "ctrl+q"}
"""Keys that some terminals keep for themselves, or send as another key."""


SCREENS = (
    AgendaScreen,
    ChangesScreen,
    ChooseWordsScreen,
    CoverageScreen,
    HistoryScreen,
    InboxScreen,
    SignOffScreen,
    StatementScreen,
    StatementsScreen,
)


def holding(status: Status) -> Situation:
    return Situation(Dossier(Commitment("A title", "A quote", status=status)))


def test_no_two_commands_share_a_key() -> None:
    keys = Counter(key for command in COMMANDS for key in command.keys)
    keys.update(view.hotkey for view in BUILT_IN_VIEWS if view.hotkey)
    assert [key for key, times in keys.items() if times > 1] == []
    assert not NEVER_ARRIVE & set(keys)


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.__name__)
def test_no_key_means_two_things_on_a_screen(screen: type[Screen[object]]) -> None:
    made = [one for one in screen.BINDINGS if isinstance(one, Binding)]
    keys = Counter(key for binding in made for key in binding.key.split(","))
    assert [key for key, times in keys.items() if times > 1] == []
    assert not NEVER_ARRIVE & set(keys)
    of_the_app = {
        key for command in COMMANDS if command.place is Place.APP for key in command.keys
    } - {"q", "u", "U", "ctrl+r"}  # these go back, and undo and redo and look again
    if screen is AgendaScreen:
        of_the_app.remove("t")  # it is today in a calendar
    if screen is ChooseWordsScreen:
        of_the_app.remove("H")  # the arrows of vim take whole words in their capitals there
    assert not of_the_app & set(keys)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_is_explained_and_can_be_done(command: type[Command]) -> None:
    assert command.help().endswith((".", "d."))
    assert command.name
    if command.asks:
        assert command.id in ASK
        return
    homes = {Place.APP: CommitrackApp, Place.BROWSE: BrowseScreen, Place.TABLE: CommitmentTable}
    action = command.action().partition("(")[0]
    assert hasattr(homes[command.place], f"action_{action}") or hasattr(App, f"action_{action}")


@pytest.mark.parametrize(
    ("status", "can", "cannot"),
    [
        (Status.CANDIDATE, {"accept", "reject", "owner"}, {"status", "reopen"}),
        (Status.OPEN, {"status", "evidence"}, {"accept", "reject", "reopen"}),
        (Status.DELIVERED, {"reopen", "status"}, {"accept"}),
    ],
)
def test_what_makes_sense_depends_on_the_status(
    status: Status, can: set[str], cannot: set[str]
) -> None:
    situation = holding(status)
    assert all(enabled("ask", (name,), situation) for name in can)
    assert not any(enabled("ask", (name,), situation) for name in cannot)


def test_the_marks_decide_when_there_are_marks() -> None:
    situation = Situation(holding(Status.OPEN).dossier, 3, frozenset({Status.CANDIDATE}))
    assert enabled("ask", ("accept",), situation)
    assert not enabled("ask", ("status",), situation)


def test_nothing_can_be_done_to_nothing() -> None:
    assert not enabled("ask", ("owner",), Situation())
    assert not enabled("statement", (), Situation())
    assert enabled("filter", (), Situation())
    assert enabled("some_action_of_textual", (), Situation())


def test_the_users_keys_take_the_place_of_the_default_ones() -> None:
    keymap = Keymap({"status": "f5, s"})
    status = next(command for command in COMMANDS if command.id == "status")
    assert keymap.labels(status) == ("F5", "s")
    assert keymap.label(COMMANDS[1]) == "o"


async def test_a_key_of_the_users_that_means_something_else_at_a_place_is_told_there(
    place: Path,
) -> None:
    keys = {"undo": "f12", "go_owners": "p", "status": "ctrl+t"}
    app = CommitrackApp(
        str(place), Lens(TODAY, "ann"), open_store=lambda: open_store(place), keys=keys
    )
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.press("f4")
        await until(pilot, lambda: app._notifications)
        told = "\n".join(notice.message for notice in app._notifications)
        assert "p is “" in told
        assert "not “Owners”: keys.go_owners in the settings" in told
        assert "undo" not in told
        assert "status" not in told


def test_a_key_for_an_unknown_command_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(BadInput, match="status"):
        Keymap({"statsu": "s"})


def test_keys_are_shown_as_people_read_them() -> None:
    assert [shown(key) for key in ("ctrl+p", "slash", "enter", "s")] == ["^p", "/", "⏎", "s"]
    assert [shown(key) for key in ("plus", "shift+left", "ctrl+pageup")] == [
        "+",
        "shift+←",
        "^pgup",
    ]


def test_the_footer_starts_with_help_and_the_commands_of_triage() -> None:
    footer = [command.id for command in footer_commands()]
    assert footer[:3] == ["help", "accept", "reject"]
    assert all(isinstance(command.group, Group) for command in footer_commands())


def test_a_key_that_means_something_else_here_is_told_as_what_it_means_here() -> None:
    here = [Binding("u", "take_back", "Take back"), Binding("down,j", "step(1)", "Next")]
    told = place_sections(Keymap(), here, [])
    assert told[0].lines == (("u", "Take back"),)
    moving, program = (one for one in told if one.title in ("Moving about", "The program"))
    assert moving.lines[0] == ("↓ j", "Next")
    assert not [keys for keys, _ in program.lines if "u" in keys.split()]
