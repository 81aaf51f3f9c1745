"""The saved views that every store starts with."""

from __future__ import annotations

from commitrack.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class View:
    """A query with a name: ``@name`` in another query, `hotkey` in the terminal UI."""

    name: str
    title: str
    query: str
    hotkey: str | None = None


BUILT_IN: tuple[View, ...] = (
    View("inbox", "Inbox", "is:candidate sort:statement", "1"),
    View("open", "Open", "is:open sort:due", "2"),
    View("overdue", "Overdue", "is:overdue sort:due", "3"),
    View(
        "week",
        "This week",
        "is:open (due:today..eow OR follow_up:today..eow) sort:due",
        "4",
    ),
    View("chase", "To chase", "is:chase", "5"),
    View("review", "Awaiting sign-off", "is:review", "6"),
    View("undated", "Without a date", "no:due is:open", "7"),
    View("stalled", "Stalled", "status:stalled", "8"),
    View("closed", "Closed", "is:closed", "9"),
    View("all", "All", "", "0"),
)
"""In the order of their hotkeys; the last one has no condition."""
