"""Setting fields: the first date is kept, moves have reasons, an open commitment stays whole."""

from __future__ import annotations

from datetime import date

import pytest

from commitrack.model.actions import FieldValue, SetFields
from commitrack.model.errors import BadInput, Refused
from commitrack.model.records import DateMove, Dossier
from commitrack.model.statements import Precision
from commitrack.model.status import Stage, Status
from commitrack.model.workflow import Assign, AssignParties, PartyRole, plan
from tests.model.builders import ANN, TODAY, bare, day, due_on
from tests.model.interpreter import do

DATED = Dossier(due_on(day(30)))


def due(new: date | None, why: str | None = None, *, announced: bool = True) -> SetFields:
    """Set the due date."""
    return SetFields({"due": new}, why, announced)


def test_a_move_keeps_the_original_date_and_puts_the_move_on_file() -> None:
    after = do(DATED, due(day(60), "supplier was  late"), ANN)
    assert after.commitment.due == day(60)
    assert after.commitment.due_original == day(30)
    assert after.moves == (DateMove(day(30), day(60), "supplier was late", TODAY, "ann"),)
    assert after.moves[0].days == 30


def test_an_assumed_move_is_marked_as_ours() -> None:
    after = do(DATED, due(day(60), "silence", announced=False), ANN)
    assert after.moves[0].announced is False


def test_a_move_without_a_reason_is_refused_and_says_from_where_to_where() -> None:
    with pytest.raises(Refused) as caught:
        plan(DATED, due(day(60), "  "), ANN)
    assert caught.value.needs == ("reason",)
    assert f"from {day(30)} to {day(60)}" in str(caught.value)


def test_an_earlier_date_is_a_move_as_well() -> None:
    with pytest.raises(Refused):
        plan(DATED, due(day(10)), ANN)
    assert do(DATED, due(day(10), "good news"), ANN).moves[0].days == -20


def test_the_same_date_again_is_no_move() -> None:
    assert plan(DATED, due(day(30)), ANN) == ()


def test_removing_the_date_is_a_move_with_no_end() -> None:
    after = do(DATED, due(None, "no date any more"), ANN)
    assert after.commitment.due is None and after.commitment.due_original == day(30)
    assert after.commitment.due_precision is Precision.UNKNOWN
    assert after.moves[0].days is None


def test_a_date_set_again_after_removal_is_measured_from_the_first() -> None:
    gone = do(DATED, due(None, "no date any more"), ANN)
    back = do(gone, due(day(90), "announced"), ANN)
    assert back.commitment.due_original == day(30)
    assert back.moves[1].old == day(30) and back.moves[1].days == 60


def test_the_first_date_of_an_undated_commitment_needs_no_reason() -> None:
    after = do(bare(Status.OPEN), due(day(30)), ANN)
    assert after.commitment.due_original == day(30)
    assert after.moves == ()


def test_in_triage_the_date_can_be_corrected_freely() -> None:
    candidate = Dossier(due_on(day(30), Status.CANDIDATE))
    after = do(candidate, due(day(31)), ANN)
    assert (after.commitment.due, after.commitment.due_original) == (day(31), day(31))
    assert after.moves == ()


def test_the_original_date_is_not_a_field_to_set() -> None:
    for name in ("due_original", "status", "quote", "version", "closed_on"):
        with pytest.raises(BadInput, match=name):
            plan(DATED, SetFields({name: "x"}), ANN)


def test_a_follow_up_can_go_while_a_due_date_is_there() -> None:
    assert do(DATED, SetFields({"follow_up": None}), ANN).commitment.follow_up is None


def test_both_clocks_cannot_go_at_once() -> None:
    with pytest.raises(Refused) as caught:
        plan(DATED, SetFields({"follow_up": None, "due": None}, "gone"), ANN)
    assert caught.value.needs == ("follow_up",)


def test_one_clock_can_take_over_from_the_other() -> None:
    after = do(bare(Status.OPEN), SetFields({"follow_up": None, "due": day(9)}), ANN)
    assert (after.commitment.due, after.commitment.follow_up) == (day(9), None)


@pytest.mark.parametrize("status", Status)
def test_an_owner_can_be_cleared_in_triage_only(status: Status) -> None:
    before = bare(status)
    if status.stage is Stage.TRIAGE:
        assert do(before, SetFields({"owner": ()}), ANN).commitment.owners == ()
    else:
        with pytest.raises(Refused):
            plan(before, SetFields({"owner": ()}), ANN)


def test_owners_and_partners_are_parties_in_order() -> None:
    changes = plan(DATED, SetFields({"owner": ("B", "A"), "partners": ("C",)}), ANN)
    assert changes == (
        AssignParties(PartyRole.OWNER, ("B", "A")),
        AssignParties(PartyRole.PARTNER, ("C",)),
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("title", "Publish options"),
        ("lead", None),
        ("priority", 1),
        ("tags", ("board", "review")),
        ("note", "Ask in June"),
        ("success_test", "Options are published"),
    ],
)
def test_any_other_field_is_simply_assigned(name: str, value: FieldValue) -> None:
    assert plan(DATED, SetFields({name: value}), ANN) == (Assign(name, value),)


def test_a_success_test_may_be_reworded_while_the_claim_waits_but_not_removed() -> None:
    claimed = bare(Status.CLAIMED, success_test="Published")
    assert plan(claimed, SetFields({"success_test": "Published in full"}), ANN)
    with pytest.raises(Refused):
        plan(claimed, SetFields({"success_test": None}), ANN)
    assert plan(claimed, SetFields({"lead": "bob"}), ANN)


def test_one_bad_value_saves_none_of_the_good_ones() -> None:
    with pytest.raises(Refused):
        plan(DATED, SetFields({"lead": "bob", "due": day(60)}), ANN)
