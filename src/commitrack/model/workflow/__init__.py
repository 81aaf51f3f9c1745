"""The status rules at work: an action on a dossier becomes changes, or is refused.

`plan` is pure. The store calls it inside the write transaction, on what it has just read, so that
a rule is always judged against the present record; a preview calls it on a copy.
"""

from commitrack.model.workflow.amending import amended
from commitrack.model.workflow.changes import (
    Amendment,
    Assign,
    AssignParties,
    Change,
    DecideReview,
    DecideSuggestion,
    File,
    PartyRole,
    Recall,
    Retract,
)
from commitrack.model.workflow.plan import describe, plan

__all__ = [
    "Amendment",
    "Assign",
    "AssignParties",
    "Change",
    "DecideReview",
    "DecideSuggestion",
    "File",
    "PartyRole",
    "Recall",
    "Retract",
    "amended",
    "describe",
    "plan",
]
