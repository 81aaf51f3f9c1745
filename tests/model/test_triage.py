"""A candidate is accepted, rejected or brought back."""

from __future__ import annotations

import pytest

from commitrack.model.actions import Accept, Reject, Restore, SetStatus
from commitrack.model.errors import Refused
from commitrack.model.records import DEFAULT_CADENCE
from commitrack.model.statements import Precision
from commitrack.model.status import RejectReason, Status
from commitrack.model.workflow import Assign, AssignParties, PartyRole, plan
from tests.model.builders import ANN, OWNER, bare, day, due_on
from tests.model.builders import commitment as record
from tests.model.interpreter import do

CANDIDATE = bare(Status.CANDIDATE)


def test_accepting_opens_it_and_winds_our_clock_by_the_cadence() -> None:
    after = do(CANDIDATE, Accept(), ANN).commitment
    assert after.status is Status.OPEN
    assert after.follow_up == day(DEFAULT_CADENCE)
    assert after.due is None and after.due_original is None


def test_the_cadence_of_the_commitment_sets_the_first_follow_up() -> None:
    after = do(bare(Status.CANDIDATE, cadence=30), Accept(), ANN).commitment
    assert after.follow_up == day(30)


def test_a_follow_up_that_is_asked_for_wins_over_the_cadence() -> None:
    assert do(CANDIDATE, Accept(follow_up=day(7)), ANN).commitment.follow_up == day(7)


def test_a_follow_up_that_is_there_is_kept() -> None:
    before = bare(Status.CANDIDATE, follow_up=day(5))
    assert do(before, Accept(), ANN).commitment.follow_up == day(5)


def test_the_date_of_the_statement_becomes_the_original_date() -> None:
    before = bare(Status.CANDIDATE, due=day(90), due_precision=Precision.MONTH)
    after = do(before, Accept(), ANN).commitment
    assert (after.due, after.due_original) == (day(90), day(90))
    assert after.due_precision is Precision.MONTH


def test_a_date_given_on_accepting_becomes_the_original_date_to_the_day() -> None:
    after = do(bare(Status.CANDIDATE, due=day(90)), Accept(due=day(60)), ANN).commitment
    assert (after.due, after.due_original) == (day(60), day(60))
    assert after.due_precision is Precision.DAY


def test_a_promise_whose_date_has_passed_can_be_accepted() -> None:
    assert do(CANDIDATE, Accept(due=day(-30)), ANN).commitment.due_original == day(-30)


def test_owner_and_lead_are_set_on_accepting() -> None:
    changes = plan(CANDIDATE, Accept(owners=("Trust A", "Trust B"), lead="ann"), ANN)
    assert AssignParties(PartyRole.OWNER, ("Trust A", "Trust B")) in changes
    assert Assign("lead", "ann") in changes


def test_the_owner_of_the_statement_is_kept_when_none_is_given() -> None:
    assert do(CANDIDATE, Accept(), ANN).commitment.owners == (OWNER,)


@pytest.mark.parametrize("status", [one for one in Status if one is not Status.CANDIDATE])
def test_only_a_candidate_can_be_accepted_or_rejected(status: Status) -> None:
    for action in (Accept(), Reject(RejectReason.NORM)):
        with pytest.raises(Refused, match=f"C-0001 is {status.words}"):
            plan(bare(status), action, ANN)


@pytest.mark.parametrize("reason", RejectReason)
def test_a_rejection_keeps_its_reason(reason: RejectReason) -> None:
    after = do(CANDIDATE, Reject(reason), ANN).commitment
    assert (after.status, after.reason) == (Status.REJECTED, reason.value)


def test_a_rejection_keeps_its_note() -> None:
    after = do(CANDIDATE, Reject(RejectReason.PAST, " done  in 2024 "), ANN).commitment
    assert after.reason == "past: done in 2024"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("norm", "norm"), ("  Norm ", "norm"), ("duplicate: of C-0004", "duplicate: of C-0004")],
)
def test_a_rejection_by_status_reads_its_reason_from_the_words(typed: str, kept: str) -> None:
    after = do(CANDIDATE, SetStatus(Status.REJECTED, why=typed), ANN).commitment
    assert after.reason == kept


def test_a_rejection_by_status_lists_the_reasons_when_it_has_none() -> None:
    with pytest.raises(Refused) as caught:
        plan(CANDIDATE, SetStatus(Status.REJECTED, why="dull"), ANN)
    assert all(reason.value in str(caught.value) for reason in RejectReason)


def test_a_rejected_candidate_comes_back_without_its_reason() -> None:
    rejected = do(CANDIDATE, Reject(RejectReason.ADVICE), ANN)
    after = do(rejected, Restore(), ANN).commitment
    assert (after.status, after.reason) == (Status.CANDIDATE, None)


def test_only_a_rejected_one_can_be_restored() -> None:
    with pytest.raises(Refused, match="C-0001 is open and cannot become candidate"):
        plan(bare(Status.OPEN), Restore(), ANN)


def test_accepting_a_dated_candidate_sets_one_original_date() -> None:
    dated = due_on(day(3), Status.CANDIDATE)
    assert record(Status.CANDIDATE).due_original is None
    assert dated.due_original == day(3)
