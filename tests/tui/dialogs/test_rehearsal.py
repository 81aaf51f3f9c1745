"""What a dialog learns from the rules before anything is saved."""

from __future__ import annotations

import pytest

from commitrack.model.actions import AddEvidence, Claim, RecordCheck, SetFields, SetStatus
from commitrack.model.errors import Refused
from commitrack.model.records import CheckResult, SourceClass
from commitrack.model.status import Status
from commitrack.tui.dialogs.rehearsal import needs_of, rehearse, signature
from tests.tui.dialogs.samples import TODAY, applied, claimed, dossier, looked, paper

ANN = signature("ann", TODAY)


@pytest.mark.parametrize(
    ("status", "needs"),
    [
        (Status.IN_PROGRESS, ("evidence",)),
        (Status.STALLED, ("check", "reason")),
        (Status.CLAIMED, ("success_test", "evidence")),
        (Status.NOT_DELIVERED, ("reason", "check")),
        (Status.WITHDRAWN, ("reason", "evidence")),
        (Status.SUPERSEDED, ("reason", "other")),
        (Status.UNVERIFIABLE, ("reason",)),
    ],
)
def test_each_move_of_a_bare_commitment_names_all_it_needs(
    status: Status, needs: tuple[str, ...]
) -> None:
    assert needs_of((dossier(),), SetStatus(status), ANN) == needs


def test_what_is_on_file_is_not_asked_for_again() -> None:
    record = dossier(evidence=(paper(),), checks=(looked(),), success_test="published")
    assert needs_of((record,), SetStatus(Status.IN_PROGRESS), ANN) == ()
    assert needs_of((record,), SetStatus(Status.STALLED), ANN) == ("reason",)
    assert needs_of((record,), SetStatus(Status.CLAIMED), ANN) == ()


def test_of_several_the_needs_are_those_of_any() -> None:
    ready = dossier(evidence=(paper(),))
    bare = dossier(number=3)
    assert needs_of((ready, bare), SetStatus(Status.IN_PROGRESS), ANN) == ("evidence",)


def test_approving_your_own_claim_needs_a_second_person() -> None:
    assert needs_of((claimed("ann"),), SetStatus(Status.DELIVERED), ANN) == ("second_person",)
    assert needs_of((claimed("bob"),), SetStatus(Status.DELIVERED), ANN) == ()


def test_a_later_action_sees_what_an_earlier_one_did() -> None:
    evidence = AddEvidence("Board paper", SourceClass.OFFICIAL)
    rehearse((dossier(),), (evidence, Claim(success_test="published")), ANN)
    with pytest.raises(Refused, match="needs evidence"):
        rehearse((dossier(),), (Claim(success_test="published"), evidence), ANN)


def test_a_rehearsal_leaves_the_dossier_alone() -> None:
    record = dossier()
    rehearse((record,), (RecordCheck(CheckResult.FOUND, "the site"),), ANN)
    assert record == dossier()


def test_the_whole_life_can_be_rehearsed() -> None:
    record = applied(
        dossier(),
        (
            SetFields({"owner": ("NHS Employers",), "partners": ("CQC",)}),
            AddEvidence("Board paper", SourceClass.OFFICIAL),
            Claim(success_test="published"),
        ),
    )
    assert record.commitment.owners == ("NHS Employers",)
    assert record.commitment.status is Status.CLAIMED
    delivered = applied(record, (SetStatus(Status.DELIVERED),), actor="bob")
    assert delivered.commitment.status is Status.DELIVERED
    assert delivered.closing_review is not None
    assert delivered.closing_review.decided_by == "bob"
