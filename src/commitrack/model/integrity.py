"""What must hold of every dossier, whatever was done and undone to it."""

from __future__ import annotations

from commitrack.model.records import Dossier, Stance
from commitrack.model.status import Stage, Status

_LOOKED_AT = {
    "commitments": frozenset({"status", "due", "follow_up", "success_test", "present"}),
    "commitment_parties": frozenset({"party", "role", "present"}),
    "evidence": frozenset({"stance", "present"}),
    "checks": frozenset({"present"}),
    "reviews": frozenset({"proposed", "decision", "present"}),
}
"""What `problems` looks at, by the store's names for it."""
_THERE_OR_NOT = frozenset({"due", "follow_up", "success_test"})
"""The fields of which it matters only whether they say anything."""


def bears(record: str, field: str, old: str | None, new: str | None) -> bool:
    """Whether a change of a field, or taking it back, can leave a problem behind or end one."""
    if field not in _LOOKED_AT.get(record, frozenset()):
        return False
    return record != "commitments" or field not in _THERE_OR_NOT or (old is None) != (new is None)


def problems(dossier: Dossier) -> tuple[str, ...]:
    """The needs of its status that a dossier does not meet, in words; empty when all is well.

    An undo that would leave one behind is refused: taking back the evidence alone, say, of a
    commitment that has moved to in progress because of it.
    """
    commitment = dossier.commitment
    found: list[str] = []
    if commitment.status.stage is not Stage.TRIAGE and not commitment.owners:
        found.append("no owner")
    undated = commitment.due is None and commitment.follow_up is None
    if commitment.status.stage is Stage.OPEN and undated:
        found.append("no due or follow-up date")
    if commitment.status in (Status.IN_PROGRESS, Status.CLAIMED) and not _showed_action(dossier):
        found.append(f"{commitment.status.words} without evidence")
    if commitment.status is Status.STALLED and not (dossier.looks or dossier.evidence):
        found.append("stalled without a check or evidence")
    if commitment.status is Status.CLAIMED:
        if commitment.success_test is None:
            found.append("claimed without a success test")
        if dossier.pending_review is None:
            found.append("claimed without a review that waits")
    if commitment.status.stage is Stage.CLOSED and dossier.closing_review is None:
        found.append(f"{commitment.status.words} without an approval")
    return tuple(found)


def _showed_action(dossier: Dossier) -> bool:
    """Whether evidence of action was ever filed; what was retracted since once carried the move."""
    return any(piece.stance in (Stance.SUPPORTS, Stance.PARTIAL) for piece in dossier.evidence)
