"""The twelve statuses: their stages and the table of moves."""

from __future__ import annotations

import pytest

from commitrack.model.status import MOVES, Stage, Status, may_move

STAGES = {
    Stage.TRIAGE: "candidate rejected",
    Stage.OPEN: "open in_progress stalled claimed",
    Stage.CLOSED: "delivered partly_delivered not_delivered withdrawn superseded unverifiable",
}


def test_every_status_belongs_to_the_stage_of_the_domain() -> None:
    for stage, names in STAGES.items():
        assert {status.value for status in Status if status.stage is stage} == set(names.split())


def test_the_table_knows_the_moves_of_every_status() -> None:
    assert set(MOVES) == set(Status)


@pytest.mark.parametrize("status", Status)
def test_no_status_may_become_itself(status: Status) -> None:
    assert not may_move(status, status)


def test_a_claim_is_the_only_way_to_delivery() -> None:
    for outcome in (Status.DELIVERED, Status.PARTLY_DELIVERED):
        assert {old for old in Status if may_move(old, outcome)} == {Status.CLAIMED}


def test_a_status_is_read_without_its_underscore() -> None:
    assert Status.IN_PROGRESS.words == "in progress"
