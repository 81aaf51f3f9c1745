"""The places that one works in, declared once. Knows no terminal.

From these come the bar of names, the keys and the menu that lead to them, their commands in the
palette and in the help screen, and the test that holds the UI against the command line. A place is
a screen that is made when somebody first goes there and stays as it was left.
"""

from __future__ import annotations

from collections.abc import Iterable

from commitrack.model.frozen import dataclass
from commitrack.tui.command import Command, Group, Place


@dataclass(frozen=True, slots=True)
class WorkPlace:
    """One of them."""

    id: str
    name: str
    """What the bar, the menu and the palette call it."""
    short: str
    """What the bar calls it where there is little room."""
    keys: tuple[str, ...]
    """The default keys that lead there from anywhere, the one to show first."""
    letter: str
    """The key that leads there in the menu of places."""
    help: str
    """What one does there, in a sentence."""
    home: str
    """The module below `commitrack.tui.screens` and its screen: loaded when it is wanted."""
    in_shell: tuple[str, ...]
    """The commands of the shell that do what is done there."""
    counted: str | None = None
    """The query whose count stands beside the name, if there is one that is soon counted."""


WORKPLACES: tuple[WorkPlace, ...] = (
    WorkPlace(
        id="browse",
        name="Browse",
        short="List",
        keys=("f2",),
        letter="b",
        help="List commitments, by view and filter.",
        home="browse:BrowseScreen",
        in_shell=("list",),
    ),
    WorkPlace(
        id="inbox",
        name="Inbox",
        short="Inbox",
        keys=("f3", "i"),
        letter="i",
        help="Decide candidates one by one, in their words.",
        home="inbox:InboxScreen",
        in_shell=("list", "accept", "reject"),
        counted="is:candidate",
    ),
    WorkPlace(
        id="reviews",
        name="Reviews",
        short="Sign",
        keys=("f4",),
        letter="r",
        help="Approve or send back what awaits sign-off.",
        home="sign_off:SignOffScreen",
        in_shell=("list", "review"),
        counted="is:review",
    ),
    WorkPlace(
        id="agenda",
        name="Agenda",
        short="Days",
        keys=("f5",),
        letter="a",
        help="See what rings when, in a month; look later.",
        home="agenda:AgendaScreen",
        in_shell=("list", "report", "set"),
    ),
    WorkPlace(
        id="statements",
        name="Statements",
        short="Texts",
        keys=("f6",),
        letter="s",
        help="Read what was said, its promises lit; compare.",
        home="statements:StatementsScreen",
        in_shell=("statement list", "statement show"),
    ),
    WorkPlace(
        id="owners",
        name="Owners",
        short="Who",
        keys=("f7",),
        letter="o",
        help="See how bodies stand; put names right.",
        home="owners:OwnersScreen",
        in_shell=("party list", "party set", "party merge"),
    ),
    WorkPlace(
        id="dashboard",
        name="Dashboard",
        short="Board",
        keys=("f8",),
        letter="d",
        help="See how everything stands, in charts.",
        home="dashboard:DashboardScreen",
        in_shell=("facets", "report"),
    ),
    WorkPlace(
        id="reports",
        name="Reports",
        short="Print",
        keys=("f9",),
        letter="p",
        help="Choose a report; read, save and copy it.",
        home="reports:ReportsScreen",
        in_shell=("report",),
    ),
    WorkPlace(
        id="history",
        name="History",
        short="Past",
        keys=("f10", "H"),
        letter="h",
        help="See everything that was done; take it back.",
        home="history:HistoryScreen",
        in_shell=("history",),
    ),
)
"""Every place, in the order of the bar; the first is where one starts and comes back to."""

START = WORKPLACES[0]


class _GoTo(Command):
    """The command that leads to a place."""

    group = Group.PLACES
    place = Place.APP
    destination: WorkPlace

    @classmethod
    def action(cls) -> str:
        """What its keys do."""
        return f"go_to('{cls.destination.id}')"

    @classmethod
    def help(cls) -> str:
        """What one does there."""
        return cls.destination.help


def go_to_commands(places: Iterable[WorkPlace] = WORKPLACES) -> tuple[type[Command], ...]:
    """A command for each place: ``go_inbox`` leads to the inbox."""
    return tuple(map(_go_to, places))


def _go_to(one: WorkPlace) -> type[Command]:
    class GoTo(_GoTo):
        id = f"go_{one.id}"
        name = one.name
        keys = one.keys
        destination = one

    return GoTo
