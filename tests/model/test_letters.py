"""A letter that was sent by hand: on record, the follow-up moved, and nothing learnt by it."""

from __future__ import annotations

from typing import Any

import pytest

from commitrack.model.actions import LogSent, SetStatus
from commitrack.model.assurance import last_looked, stale
from commitrack.model.errors import BadInput, Refused
from commitrack.model.records import CheckResult, Dossier
from commitrack.model.status import CLOSED, OPEN, TRIAGE, Status
from commitrack.model.workflow import amended, plan
from commitrack.reports.wording import on_record
from tests.model.builders import ANN, OWNER, TODAY, check, commitment, day


def sent(status: Status = Status.OPEN, **said: Any) -> Dossier:
    """The dossier after a letter about it was logged today."""
    dossier = Dossier(commitment(status))
    return amended(dossier, plan(dossier, LogSent(**said), ANN))


def test_a_letter_is_on_record_and_we_look_again_in_two_weeks() -> None:
    after = sent()
    (letter,) = after.letters
    assert (letter.result, letter.where, letter.on) == (CheckResult.ASKED, OWNER, TODAY)
    assert after.commitment.follow_up == letter.next_follow_up == day(14)


def test_nothing_is_learnt_by_asking() -> None:
    after = sent()
    assert after.looks == ()
    assert last_looked(after) is None
    assert not stale(after, day(400))
    assert after.commitment.last_checked is None
    assert on_record(after) == "none recorded, no check recorded, letter sent 2026-03-02"


def test_a_letter_before_the_last_look_is_not_told_beside_it() -> None:
    after = sent(on=day(-20))
    looked = Dossier(after.commitment, checks=(*after.checks, check(-3)))
    assert "letter" not in on_record(looked)


@pytest.mark.parametrize("status", sorted(OPEN))
def test_an_owner_is_asked_about_what_is_open(status: Status) -> None:
    assert sent(status).letters


@pytest.mark.parametrize("status", sorted(TRIAGE | CLOSED))
def test_nobody_is_asked_about_anything_else(status: Status) -> None:
    with pytest.raises(Refused, match=r"C-0001 is .*: an owner is asked about what is open"):
        sent(status)


def test_the_day_it_was_sent_may_lie_behind_us_and_the_next_look_may_not() -> None:
    assert sent(on=day(-3)).commitment.follow_up == day(11)
    assert sent(on=day(-30)).commitment.follow_up == TODAY
    assert sent(next_follow_up=day(5)).commitment.follow_up == day(5)
    with pytest.raises(BadInput, match="future"):
        sent(on=day(1))
    with pytest.raises(BadInput, match="passed"):
        sent(next_follow_up=day(-1))


def test_without_an_owner_it_is_asked_whom_it_went_to() -> None:
    nobody = Dossier(commitment(owners=()))
    with pytest.raises(BadInput, match="--to"):
        plan(nobody, LogSent(), ANN)
    assert amended(nobody, plan(nobody, LogSent("The clerk"), ANN)).letters[0].where == "The clerk"


def test_a_letter_shows_no_lack_of_movement() -> None:
    with pytest.raises(Refused, match="needs a check or evidence"):
        plan(sent(), SetStatus(Status.STALLED, "no answer"), ANN)
