"""What a transaction did, as people say it: ``set follow up C-0001``."""

from __future__ import annotations

from commitrack.model.cleaning import clean_line

_JOINED = (
    *("success_test", "follow_up", "last_checked", "closed_on"),
    *("due_original", "due_text", "due_precision", "owner_basis"),
)
"""The fields of a commitment whose names are words joined by underscores."""


def action_words(action: str) -> str:
    """The words of an action, cleaned, with the names of fields as words."""
    for name in _JOINED:
        action = action.replace(name, name.replace("_", " "))
    return clean_line(action)
