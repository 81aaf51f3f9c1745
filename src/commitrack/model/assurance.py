"""What the records support, whatever the owner says (domain: assurance)."""

from __future__ import annotations

from datetime import date
from enum import IntEnum

from commitrack.model.records import Dossier, SourceClass, Stance
from commitrack.model.status import Status


class Assurance(IntEnum):
    """How well a commitment's progress is supported, weakest first."""

    NONE = 0
    SELF = 1
    OFFICIAL = 2
    INDEPENDENT = 3
    DIRECT = 4
    VERIFIED = 5

    @property
    def words(self) -> str:
        """The level as people read it."""
        return self.name.lower()


_LEVELS = {
    SourceClass.SELF: Assurance.SELF,
    SourceClass.OFFICIAL: Assurance.OFFICIAL,
    SourceClass.INDEPENDENT: Assurance.INDEPENDENT,
    SourceClass.DIRECT: Assurance.DIRECT,
}


def assurance(dossier: Dossier) -> Assurance:
    """The best that stands: a review's verification, else the strongest supporting source.

    Evidence that disputes or withdraws supports nothing, and a self-verified delivery is not
    a verification by a second person, so it counts as its evidence alone.
    """
    closing = dossier.closing_review
    verified = {Status.DELIVERED, Status.PARTLY_DELIVERED}
    if closing and not closing.self_verified and dossier.commitment.status in verified:
        return Assurance.VERIFIED
    supporting = (
        _LEVELS[piece.source]
        for piece in dossier.standing_evidence
        if piece.stance in (Stance.SUPPORTS, Stance.PARTIAL)
    )
    return max(supporting, default=Assurance.NONE)


def last_looked(dossier: Dossier) -> date | None:
    """The day of the newest evidence or check: when anything was last learnt."""
    days = [check.on for check in dossier.looks]
    days += [
        day for piece in dossier.standing_evidence if (day := piece.accessed_on or piece.dated)
    ]
    return max(days, default=None)


def stale(dossier: Dossier, today: date) -> bool:
    """Whether the newest evidence or check is older than the commitment's cadence.

    A commitment nobody ever looked at has nothing to go stale; ``no:evidence`` finds it.
    """
    newest = last_looked(dossier)
    return newest is not None and (today - newest).days > dossier.commitment.cadence


def disputed(dossier: Dossier) -> bool:
    """Whether evidence that disputes or withdraws has come in that no review has considered."""
    considered = {number for review in dossier.reviews for number in review.evidence}
    return any(
        piece.stance in (Stance.DISPUTES, Stance.WITHDRAWS) and piece.number not in considered
        for piece in dossier.standing_evidence
    )
