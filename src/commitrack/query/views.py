"""Saved views: queries with a name. Those that every store starts with, and how one's own join."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from commitrack.model.errors import BadInput
from commitrack.model.frozen import dataclass, replace
from commitrack.model.house import house
from commitrack.model.patterns import late

LONGEST_NAME = 40
LONGEST_DESCRIPTION = 200
"""Characters of a view's name, and of its description."""

HOTKEYS = "123456789"
"""The keys that one's own views can have; a built-in view gives its own up for them."""

_NAME = late(r"[^\W\d_][\w-]*")


@dataclass(frozen=True, slots=True)
class View:
    """A query with a name: ``@name`` in another query, `hotkey` in the terminal UI."""

    name: str
    title: str
    query: str
    hotkey: str | None = None
    description: str | None = None
    own: bool = False
    """Whether somebody saved it; the others are there from the start."""


BUILT_IN: tuple[View, ...] = (
    View("inbox", "Inbox", "is:candidate sort:statement", "1", "what nobody has decided on yet"),
    View("open", "All open", "is:open sort:due", "2", "everything that is being followed"),
    View("overdue", "Overdue", "is:overdue sort:due", "3", "a due or a follow-up date has passed"),
    View("soon", "Due soon", "is:due-soon sort:due", "4", "due within the days that are settled"),
    View("chase", "To chase", "is:chase", "5", "it is time to look again"),
    View(
        "review", "In review", "is:review", "6", "closings and objections that wait for a decision"
    ),
    View("mine", "Mine", "is:mine is:open sort:due", "7", "open, and you lead it"),
    View(
        "stale", "Stale", "is:stale sort:checked", "8", "nothing was learnt for longer than agreed"
    ),
    View("closed", "Closed", "is:closed", "9", "delivered, or openly not"),
    View("undated", "Undated", "no:due is:open", None, "open without a due date"),
    View(
        "week",
        "This week",
        "is:open (due:today..eow OR follow_up:today..eow) sort:due",
        None,
        "due or to be followed up until Sunday",
    ),
    View(
        "stalled", "Stalled", "status:stalled", None, "a check found no movement, or it is paused"
    ),
    View("all", "All", "", "0", "everything on record"),
)
"""In the order in which they are shown; the last one has no condition."""

BUILT_IN_NAMES = frozenset(view.name for view in BUILT_IN)


def built_in() -> tuple[View, ...]:
    """The built-in views as this house reads them: how many days are soon is a setting."""
    days = house().due_soon
    words = f"due within {days} {'day' if days == 1 else 'days'}"
    return tuple(
        replace(view, description=words) if view.name == "soon" else view for view in BUILT_IN
    )


def arranged(own: Sequence[View]) -> tuple[View, ...]:
    """Every view in the order in which they are shown: one's own after the built-in ones.

    A key belongs to the view of one's own that has it, and to the first of them when several do.
    """
    keys: dict[str, str] = {}
    for view in own:
        if view.hotkey is not None:
            keys.setdefault(view.hotkey, view.name)
    shown = [view if view.hotkey not in keys else replace(view, hotkey=None) for view in built_in()]
    mine = [
        view
        if view.hotkey is None or keys[view.hotkey] == view.name
        else replace(view, hotkey=None)
        for view in own
    ]
    return (*shown[:-1], *mine, shown[-1])


def texts(views: Iterable[View]) -> dict[str, str]:
    """What each view's name stands for inside another query."""
    return {view.name: view.query for view in views}


def title_of(name: str) -> str:
    """A name as a heading: ``board-papers`` → Board papers."""
    words = name.replace("-", " ").replace("_", " ").strip() or name
    return words[:1].upper() + words[1:]


def view_name(typed: str) -> str:
    """The name of a view of one's own in its one spelling; `BadInput` for one that cannot be."""
    name = typed.strip().removeprefix("@").lower()
    if not _NAME.fullmatch(name) or len(name) > LONGEST_NAME:
        raise BadInput(
            f"a view cannot be called {typed!r}: a name is a letter and up to {LONGEST_NAME - 1} "
            "letters, digits, - and _, such as weekly"
        )
    if name in BUILT_IN_NAMES:
        raise BadInput(f"@{name} is built in: choose another name for a view of your own")
    return name


def view_hotkey(typed: str) -> str:
    """A key of a view of one's own; `BadInput` for any other."""
    key = typed.strip()
    if len(key) != 1 or key not in HOTKEYS:
        raise BadInput(f"a view's key is one of 1 to 9, not {typed!r}")
    return key


def view_description(typed: str) -> str | None:
    """A description on one line; None for an empty one, `BadInput` for one that is too long."""
    words = " ".join(typed.split())
    if len(words) > LONGEST_DESCRIPTION:
        raise BadInput(
            f"a description has at most {LONGEST_DESCRIPTION} characters, and this one {len(words)}"
        )
    return words or None
