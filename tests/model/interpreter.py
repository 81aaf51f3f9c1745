"""A store in a few lines: plans an action and makes its changes in memory."""

from __future__ import annotations

from commitrack.model.actions import Action
from commitrack.model.history import Signature
from commitrack.model.records import Dossier
from commitrack.model.workflow import amended as apply
from commitrack.model.workflow import plan

__all__ = ["apply", "do"]


def do(dossier: Dossier, action: Action, by: Signature) -> Dossier:
    """The dossier after an action; an error of the rules leaves the caller's dossier as it was."""
    return apply(dossier, plan(dossier, action, by))
