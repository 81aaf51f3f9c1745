"""What must hold of every dossier, whatever was done and undone to it."""

from __future__ import annotations

from commitrack.model.records import Dossier
from commitrack.model.status import Stage, Status


def problems(dossier: Dossier) -> tuple[str, ...]:
    """The needs of its status that a dossier does not meet, in words; empty when all is well.

    An undo that would leave one behind is refused: taking back the evidence alone, say, of a
    commitment that has moved to in progress because of it.
    """
    commitment = dossier.commitment
    found: list[str] = []
    if commitment.status.stage is not Stage.TRIAGE:
        if not commitment.owners:
            found.append("no owner")
        if commitment.due is None and commitment.follow_up is None:
            found.append("no due or follow-up date")
    if commitment.status in (Status.IN_PROGRESS, Status.CLAIMED) and not dossier.evidence:
        found.append(f"{commitment.status.words} without evidence")
    if commitment.status is Status.STALLED and not (dossier.checks or dossier.evidence):
        found.append("stalled without a check or evidence")
    if commitment.status is Status.CLAIMED:
        if commitment.success_test is None:
            found.append("claimed without a success test")
        if dossier.pending_review is None:
            found.append("claimed without a review that waits")
    if commitment.status.stage is Stage.CLOSED and dossier.closing_review is None:
        found.append(f"{commitment.status.words} without an approval")
    return tuple(found)
