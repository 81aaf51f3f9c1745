"""Evidence, checks and links."""

from __future__ import annotations

from dataclasses import replace

import pytest

from commitrack.model.actions import AddEvidence, RecordCheck, RetractEvidence
from commitrack.model.errors import BadInput, NotFound, Refused
from commitrack.model.records import Check, CheckResult, Evidence, SourceClass
from commitrack.model.status import Stage, Status
from commitrack.model.workflow import File, plan
from tests.model.builders import ANN, TODAY, bare, day, evidence, ready
from tests.model.interpreter import do

OPEN = bare(Status.OPEN)
LOOK = RecordCheck(CheckResult.NOTHING_FOUND, "the website")


@pytest.mark.parametrize("status", Status)
def test_evidence_changes_no_status(status: Status) -> None:
    after = do(ready(status), AddEvidence("A paper", SourceClass.SELF), ANN)
    assert after.commitment == ready(status).commitment
    assert len(after.evidence) == len(ready(status).evidence) + 1


def test_evidence_says_who_filed_it_and_when_it_was_seen() -> None:
    changes = plan(OPEN, AddEvidence(" A  paper ", SourceClass.SELF), ANN)
    assert changes == (
        File(Evidence("A paper", SourceClass.SELF, accessed_on=TODAY, added_by="ann")),
    )


def test_evidence_needs_a_title() -> None:
    with pytest.raises(BadInput, match="needs a title"):
        plan(OPEN, AddEvidence(" \n", SourceClass.SELF), ANN)


def test_evidence_of_today_is_taken_and_of_tomorrow_is_not() -> None:
    assert plan(OPEN, AddEvidence("A", SourceClass.SELF, dated=TODAY, accessed_on=TODAY), ANN)
    for late in (
        AddEvidence("A", SourceClass.SELF, dated=day(1)),
        AddEvidence("A", SourceClass.SELF, accessed_on=day(1)),
    ):
        with pytest.raises(BadInput, match=f"{day(1)} lies in the future"):
            plan(OPEN, late, ANN)


def test_retracted_evidence_stays_on_file_with_the_reason() -> None:
    before = replace(OPEN, evidence=(evidence(1), evidence(2)))
    after = do(before, RetractEvidence(1, "wrong  year"), ANN)
    assert [piece.retracted for piece in after.evidence] == ["wrong year", None]
    assert [piece.number for piece in after.standing_evidence] == [2]


def test_evidence_cannot_be_retracted_twice() -> None:
    with pytest.raises(Refused, match="evidence 1 of C-0001 is retracted already"):
        plan(replace(OPEN, evidence=(evidence(retracted="x"),)), RetractEvidence(1, "y"), ANN)


def test_an_unknown_piece_of_evidence_is_answered_with_the_known_ones() -> None:
    with pytest.raises(NotFound, match="C-0001 has no evidence 7; on file: 1, 2"):
        plan(replace(OPEN, evidence=(evidence(1), evidence(2))), RetractEvidence(7, "x"), ANN)
    with pytest.raises(NotFound, match="on file: none"):
        plan(OPEN, RetractEvidence(7, "x"), ANN)


def test_a_check_sets_the_next_look_by_the_cadence() -> None:
    after = do(bare(Status.OPEN, cadence=30), LOOK, ANN)
    assert after.commitment.last_checked == TODAY
    assert after.commitment.follow_up == day(30)
    assert after.checks == (
        Check(CheckResult.NOTHING_FOUND, "the website", TODAY, "ann", next_follow_up=day(30)),
    )


def test_a_check_can_name_the_next_look() -> None:
    after = do(OPEN, replace(LOOK, next_follow_up=day(7)), ANN)
    assert after.commitment.follow_up == day(7)


def test_the_next_look_may_be_today_but_not_before() -> None:
    assert plan(OPEN, replace(LOOK, next_follow_up=TODAY), ANN)
    with pytest.raises(BadInput, match="already passed"):
        plan(OPEN, replace(LOOK, next_follow_up=day(-1)), ANN)


def test_a_check_says_where_somebody_looked() -> None:
    with pytest.raises(BadInput, match="--where"):
        plan(OPEN, replace(LOOK, where=" "), ANN)


@pytest.mark.parametrize("status", Status)
def test_checks_are_for_what_was_accepted_and_move_no_status(status: Status) -> None:
    if status.stage is Stage.TRIAGE:
        with pytest.raises(Refused, match="accept it before checking"):
            plan(bare(status), LOOK, ANN)
    else:
        assert do(bare(status), LOOK, ANN).commitment.status is status


def test_a_check_on_a_closed_commitment_winds_no_clock() -> None:
    before = ready(Status.DELIVERED)
    after = do(before, LOOK, ANN)
    assert after.commitment.follow_up == before.commitment.follow_up
    assert after.checks[-1].next_follow_up is None


def test_a_cadence_beyond_the_calendar_rings_on_its_last_day() -> None:
    after = do(bare(Status.OPEN, cadence=10**7), LOOK, ANN)
    assert str(after.commitment.follow_up) == "9999-12-31"
