"""What to say where there is nothing to list: what that means, and what to do about it."""

from __future__ import annotations

from commitrack.model.house import house
from commitrack.tui.state import ViewState

NO_STATEMENTS = (
    "No commitments yet",
    "Put a statement in with `commitrack add FILE`, or see `commitrack demo`",
)

_VIEWS = {
    "inbox": ("The inbox is empty", "Every candidate has been accepted or rejected"),
    "open": ("Nothing is open", "Press i to go through the candidates in the inbox"),
    "overdue": ("Nothing is overdue", "No due date and no follow-up date has passed"),
    "mine": ("Nothing open is yours", "o makes somebody the lead"),
    "stale": ("Nothing is stale", "Each was looked at within its cadence"),
    "week": ("Nothing falls due this week", "Neither a due date nor a follow-up"),
    "chase": ("Nothing to chase", "No follow-up date has come"),
    "review": ("Nothing awaits sign-off", "A claim of delivery shows up here for a second person"),
    "undated": ("Every open commitment has a due date", "Which is rarer than it should be"),
    "stalled": ("Nothing is stalled", "A check that finds no movement can say otherwise: press c"),
    "closed": ("Nothing is closed yet", "Closing takes a claim, evidence and a second person"),
    "all": ("Nothing was found in the statements", "Add one by hand or another statement"),
}


def empty_words(state: ViewState, total: int | None) -> tuple[str, str]:
    """A title and a hint for an empty list; `total` is how many there are in the whole store."""
    if total == 0:
        return NO_STATEMENTS
    if state.filter:
        return (f"Nothing in “{state.view.title}” matches the filter", "esc takes the filter off")
    if state.view.name == "soon":
        return ("Nothing is due soon", f"No due date within {house().due_soon} days")
    return _VIEWS.get(state.view.name, ("Nothing here", "0 lists everything"))
