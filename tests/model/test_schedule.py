"""Two clocks: the owner's date and our follow-up; neither is late on its own day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commitrack.model.records import Commitment
from commitrack.model.schedule import (
    Clock,
    Late,
    Schedule,
    Slippage,
    chase,
    late_clocks,
    overdue,
    schedule,
    slippage,
)
from commitrack.model.status import Stage, Status
from tests.model.builders import TODAY, commitment, day, due_on, later_moves, move

LAST_MONTH = date(2026, 2, 2)

# Journey J11: six commitments, of which the overdue view shows exactly A, C and F.
A = due_on(day(-1), follow_up=None)
B = due_on(TODAY, follow_up=None)
C = due_on(day(1), follow_up=day(-1))
D = due_on(None, follow_up=None)
E = due_on(LAST_MONTH, Status.DELIVERED, follow_up=None, closed_on=LAST_MONTH)
F = due_on(LAST_MONTH, Status.STALLED, follow_up=LAST_MONTH)
SIX = {"A": A, "B": B, "C": C, "D": D, "E": E, "F": F}


def named(rule: object) -> str:
    """The letters of the six commitments a rule finds."""
    assert callable(rule)
    return "".join(letter for letter, one in SIX.items() if rule(one))


def test_overdue_finds_exactly_a_c_and_f() -> None:
    assert named(lambda one: overdue(one, TODAY)) == "ACF"


def test_past_its_due_date_finds_exactly_a_and_f() -> None:
    assert named(lambda one: schedule(one, TODAY) is Schedule.OVERDUE) == "AF"
    assert (
        named(lambda one: any(late.clock is Clock.DUE for late in late_clocks(one, TODAY))) == "AF"
    )


def test_time_to_chase_finds_exactly_c_and_f() -> None:
    assert named(lambda one: chase(one, TODAY)) == "CF"


def test_every_late_clock_is_named_with_its_days() -> None:
    assert late_clocks(A, TODAY) == (Late(Clock.DUE, day(-1), 1),)
    assert late_clocks(C, TODAY) == (Late(Clock.CHASE, day(-1), 1),)
    assert late_clocks(F, TODAY) == (
        Late(Clock.DUE, LAST_MONTH, 28),
        Late(Clock.CHASE, LAST_MONTH, 28),
    )
    assert [str(late) for late in late_clocks(F, TODAY)] == [
        "28 days past due",
        "28 days past follow-up",
    ]
    assert str(late_clocks(A, TODAY)[0]) == "1 day past due"


@pytest.mark.parametrize(
    ("offset", "place"),
    [
        (-400, Schedule.OVERDUE),
        (-1, Schedule.OVERDUE),
        (0, Schedule.DUE_TODAY),
        (1, Schedule.DUE_SOON),
        (28, Schedule.DUE_SOON),
        (29, Schedule.FUTURE),
        (4000, Schedule.FUTURE),
    ],
)
@pytest.mark.parametrize("status", [one for one in Status if one.stage is Stage.OPEN])
def test_an_open_commitment_stands_by_the_days_to_its_date(
    status: Status, offset: int, place: Schedule
) -> None:
    assert schedule(due_on(day(offset), status), TODAY) is place


@pytest.mark.parametrize("status", Status)
def test_a_missing_date_is_no_date_whatever_the_status(status: Status) -> None:
    assert schedule(due_on(None, status), TODAY) is Schedule.NO_DATE
    assert not overdue(due_on(None, status, follow_up=None), TODAY)


@pytest.mark.parametrize(
    ("closed", "place"),
    [(day(-1), Schedule.MET), (TODAY, Schedule.MET), (day(1), Schedule.MET_LATE)],
)
def test_a_delivery_is_met_until_the_last_moment_of_its_day(closed: date, place: Schedule) -> None:
    for status in (Status.DELIVERED, Status.PARTLY_DELIVERED):
        assert schedule(due_on(TODAY, status, closed_on=closed), day(30)) is place


def test_a_delivery_is_measured_against_the_first_date() -> None:
    moved = commitment(Status.DELIVERED, due_original=day(-30), due=day(30), closed_on=TODAY)
    assert schedule(moved, TODAY) is Schedule.MET_LATE


def test_a_closing_without_delivery_missed_its_date() -> None:
    assert schedule(due_on(day(-1), Status.NOT_DELIVERED), TODAY) is Schedule.MISSED


@pytest.mark.parametrize("status", [Status.CANDIDATE, Status.REJECTED])
def test_what_was_never_accepted_is_never_overdue(status: Status) -> None:
    past = due_on(day(-9), status, follow_up=day(-9))
    assert schedule(past, TODAY) is Schedule.PASSED
    assert not overdue(past, TODAY)
    assert not chase(past, TODAY)


@pytest.mark.parametrize("status", Status)
def test_only_what_is_open_can_be_overdue(status: Status) -> None:
    past = due_on(day(-9), status, follow_up=day(-9))
    assert overdue(past, TODAY) == (status.stage is Stage.OPEN) == chase(past, TODAY)


def test_the_follow_up_rings_on_its_day_and_is_late_the_day_after() -> None:
    today = commitment(follow_up=TODAY)
    assert chase(today, TODAY) and not overdue(today, TODAY)
    assert overdue(today, day(1))
    assert not chase(commitment(follow_up=day(1)), TODAY)


DATES = st.none() | st.dates()


@given(DATES, DATES, st.dates(), st.sampled_from(Status))
def test_overdue_is_open_and_a_date_before_today(
    due: date | None, follow_up: date | None, today: date, status: Status
) -> None:
    one = commitment(status, due=due, follow_up=follow_up)
    late = any(day is not None and day < today for day in (due, follow_up))
    assert overdue(one, today) == (late and status.stage is Stage.OPEN)
    assert all(clock.days > 0 for clock in late_clocks(one, today))


def slipped(original: date | None, due: date | None) -> Commitment:
    """A commitment whose date is no longer the first one."""
    return commitment(due_original=original, due=due)


def test_slippage_counts_days_and_later_moves() -> None:
    moves = later_moves(2, TODAY)
    assert slippage(slipped(TODAY, day(2)), moves) == Slippage(2, 2)


def test_a_move_to_an_earlier_day_is_no_slip() -> None:
    assert slippage(slipped(TODAY, day(-5)), [move(TODAY, day(-5))]) == Slippage(-5, 0)


def test_a_removed_date_has_no_days_of_slippage() -> None:
    assert slippage(slipped(TODAY, None), [move(TODAY, None)]) == Slippage(None, 0)


def test_undated_commitments_do_not_slip() -> None:
    assert slippage(slipped(None, None), ()) == Slippage(None, 0)


def test_a_date_that_went_and_came_back_slipped_nothing_but_moved_once() -> None:
    moves = [move(TODAY, day(9)), move(day(9), TODAY)]
    assert slippage(slipped(TODAY, TODAY), moves) == Slippage(0, 1)
