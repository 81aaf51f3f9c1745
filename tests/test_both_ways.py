"""What the terminal UI can do, the command line can do, and the other way round.

What only one of them can do stands here with the reason.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator

from textual.binding import Binding
from textual.dom import DOMNode

from commitrack import tui
from commitrack.cli.app import root
from commitrack.cli.manual import leaves
from commitrack.tui.commands import BY_ID
from commitrack.tui.workplaces import WORKPLACES

SHELL = {name for name, _ in leaves(root)}

COMMANDS = {
    "status": ("status", "claim"),
    "owner": ("set",),
    "dates": ("set",),
    "evidence": ("evidence add",),
    "retract": ("evidence retract",),
    "check": ("check",),
    "sent": ("sent",),
    "publish": ("publish",),
    "note": ("set",),
    "edit": ("set",),
    "wording": ("lint",),
    "link": ("link",),
    "accept": ("accept",),
    "reject": ("reject",),
    "like": ("report", "link"),  # report drift shows the pair; link confirms it or declines
    "sign_off": ("list", "review"),
    "reopen": ("reopen",),
    "filter": ("list",),
    "sort_next": ("list",),
    "sort_previous": ("list",),
    "sort_reverse": ("list",),
    "group": ("list",),
    "columns": ("list",),
    "copy": ("show", "list"),
    "peek": ("show",),
    "statement": ("statement show",),
    "coverage": ("report",),
    "history": ("history",),
    "undo": ("undo",),
    "redo": ("redo",),
    "toggle_theme": ("config set",),
    "save_view": ("view save", "view rename"),
    "delete_view": ("view delete",),
    "export_views": ("view export",),
    "import_views": ("view import",),
    **{f"go_{one.id}": one.in_shell for one in WORKPLACES},
}
"""The commands of the UI, and what does the same in the shell."""

SCREENS = {
    "AgendaScreen.ask": ("set", "check", "status", "evidence add"),
    "AgendaScreen.by": ("list",),
    "AgendaScreen.later": ("set",),
    "AgendaScreen.open": ("statement show",),
    **dict.fromkeys(
        (
            *("ChooseWordsScreen.save", "ChooseWordsScreen.sentence", "ChooseWordsScreen.clause"),
            *("ChooseWordsScreen.start", "ChooseWordsScreen.start_clause"),
            *("ChooseWordsScreen.end", "ChooseWordsScreen.end_clause"),
        ),
        ("propose",),  # --span, --sentence and --words say which
    ),
    "CandidateList.open": ("statement show",),
    "ChartPane.open": ("list",),
    "CoverageScreen.decide": ("accept", "reject"),
    "CoverageScreen.filter": ("report",),
    "CoverageScreen.make": ("propose",),
    "CoverageScreen.read": ("statement read",),
    "CoverageScreen.redo": ("redo",),
    "CoverageScreen.undo": ("undo",),
    "HistoryScreen.filter": ("history",),
    "HistoryScreen.theirs": ("history",),
    "HistoryScreen.redo": ("redo",),
    "HistoryScreen.take_back": ("undo",),
    "InboxScreen.accept": ("accept",),
    "InboxScreen.compare": ("report", "link"),
    "InboxScreen.coverage": ("report",),
    "InboxScreen.dates": ("set",),
    "InboxScreen.edit": ("set",),
    "InboxScreen.open": ("statement show",),
    "InboxScreen.owner": ("set",),
    "InboxScreen.redo": ("redo",),
    "InboxScreen.reject": ("reject",),
    "InboxScreen.undo": ("undo",),
    "InboxScreen.wording": ("lint",),
    "OwnerTree.open": ("list",),
    "OwnersScreen.edit": ("party set",),
    "OwnersScreen.every": ("party list",),
    "OwnersScreen.merge": ("party merge",),
    "ReportsScreen.argument": ("report",),
    "ReportsScreen.save": ("report",),
    "SignOffScreen.decide": ("review",),
    "SignOffScreen.open": ("statement show",),
    "StatementsScreen.changes": ("statement compare",),
    "StatementsScreen.coverage": ("report",),
    "StatementList.read": ("statement show",),
    "StatementsScreen.version": ("statement versions",),
    "StatementScreen.changes": ("statement compare",),
    "StatementScreen.coverage": ("report",),
    "StatementScreen.version": ("statement versions", "statement show"),
}
"""What can be done on other screens, by screen and action, and what does the same in the shell."""

_MOVING = "it moves the cursor, which a shell has not"
_LOOKING = "it says what is in sight on the screen; a shell shows what is asked for"
_MARKING = "marks say what the next command acts on; in the shell the IDs do"
_FORM = "it fills in or answers a form; in the shell the options do"

ONLY_UI = {
    **dict.fromkeys(("cursor_up", "cursor_down", "page_up", "page_down", "first", "last"), _MOVING),
    **dict.fromkeys(("mark", "mark_range", "mark_all"), _MARKING),
    **dict.fromkeys(("toggle_detail", "toggle_views", "back"), _LOOKING),
    **dict.fromkeys(("fold", "fold_all", "density", "zoom"), _LOOKING),
    **dict.fromkeys(("more_record", "more_list"), _LOOKING),
    "jump": _MOVING,
    "leap": _MOVING,
    "help": "the keys; each command of the shell has its --help",
    "command_palette": "it finds commands by name; the shell completes them",
    "quit": "a command ends by itself",
    "go": "it leads to a place by its letter; a shell is one place",
}
"""The commands of the UI that the shell has no use for."""

_ORDER = "statement list prints all of them, for other programs to put in order"

ONLY_SCREENS = {
    "move": _MOVING,
    "jump": _MOVING,
    "statement": _MOVING,
    "undecided": _MOVING,
    "edge": _MOVING,
    "page": _MOVING,
    "day": _MOVING,
    "month": _MOVING,
    "today": _MOVING,
    "other_side": _MOVING,
    "walk": _MOVING,
    "find": _MOVING,
    "look": _MOVING,
    "select": "what is chosen in a list its screen does",
    "sort": _ORDER,
    "reverse": _ORDER,
    "page_down": _MOVING,
    "scroll_end": _MOVING,
    "scroll": _LOOKING,
    "scroll_down": _LOOKING,
    "scroll_up": _LOOKING,
    "view_key": "a view is a query: list @NAME",
    "back": _LOOKING,
    "dismiss": _LOOKING,
    "more": _LOOKING,
    "more_facts": _LOOKING,
    "unfold": _LOOKING,
    "fold": _LOOKING,
    "fold_all": _LOOKING,
    "fold_or_unfold": _LOOKING,
    "zoom": _LOOKING,
    "copy": "a pipe does that in the shell",
    "answer": _FORM,
    "refused": _FORM,
    "pressed": "it completes the filter; the shell completes it, too",
    "cancel": _FORM,
    "discard": _FORM,
    "focus_next": _FORM,
    "focus_previous": _FORM,
    "pick": _FORM,
    "step": _FORM,
    "submit": _FORM,
    "tick": _FORM,
    "shift": _FORM,
}
"""Actions of other screens, by their names, that the shell has no use for."""

_FILES = "files go in and come out where the shell's user has them; the UI opens on what is stored"
_HOUSE = "it looks after the tool or the store itself, seldom, and often without a screen"

ONLY_SHELL = {
    "add": _FILES,
    "extract": _FILES,
    "export": _FILES,
    "import": _FILES,
    "backup": _HOUSE,
    "restore": _HOUSE,
    "doctor": _HOUSE,
    "demo": "it opens the UI",
    "serve": "it opens the UI",
    "completion": "it is for the shell",
    "schema": "it is for programs",
    "config": _HOUSE,
    "config show": _HOUSE,
    "config path": _HOUSE,
    "config init": _HOUSE,
    "config unset": _HOUSE,
    "help": "it is the manual; in the UI the keys have theirs",
    "purge statement": "it cannot be undone, so no key does it",
    "purge party": "it cannot be undone, so no key does it",
    "purge finish": _HOUSE,
}
"""The commands of the shell that the UI has no use for."""

SHOWN = {
    "evidence list": "the record beside the list",
    "view list": "the views on the left",
}
"""What the shell prints and the UI shows without being asked."""


def _actions() -> Iterator[tuple[str, str]]:
    """The actions of every screen and widget that are bound to keys of its own, by their class."""
    for found in pkgutil.walk_packages(tui.__path__, "commitrack.tui."):
        module = importlib.import_module(found.name)
        for _, kind in inspect.getmembers(module, inspect.isclass):
            if kind.__module__ != found.name or not issubclass(kind, DOMNode):
                continue
            for bound in vars(kind).get("BINDINGS", ()):
                action = bound.action if isinstance(bound, Binding) else bound[1]
                if not isinstance(bound, Binding) or bound.id not in BY_ID:
                    yield kind.__name__, action.rpartition(".")[2].partition("(")[0]


def test_every_command_of_the_ui_has_its_command_in_the_shell_or_a_reason() -> None:
    assert set(COMMANDS) | set(ONLY_UI) == set(BY_ID)
    assert not set(COMMANDS) & set(ONLY_UI)


def test_every_action_of_a_screen_has_its_command_in_the_shell_or_a_reason() -> None:
    found = set(_actions())
    named = {f"{kind}.{action}" for kind, action in found}
    assert set(SCREENS) <= named
    others = {(kind, action) for kind, action in found if f"{kind}.{action}" not in SCREENS}
    assert {action for _, action in others} == set(ONLY_SCREENS), sorted(others)


def test_every_command_of_the_shell_can_be_done_in_the_ui_or_has_a_reason() -> None:
    done = {name for names in (*COMMANDS.values(), *SCREENS.values()) for name in names}
    assert done <= SHELL
    assert done | set(ONLY_SHELL) | set(SHOWN) == SHELL
    assert not done & (set(ONLY_SHELL) | set(SHOWN))
