"""Claims, reviews by a second person, closings, disputes and reopening."""

from __future__ import annotations

from dataclasses import replace

import pytest

from commitrack.model.actions import (
    AddEvidence,
    Approve,
    Claim,
    Reopen,
    SendBack,
    SetStatus,
)
from commitrack.model.assurance import disputed
from commitrack.model.errors import BadInput, Refused
from commitrack.model.records import Decision, Dossier, Link, LinkType, Review, SourceClass, Stance
from commitrack.model.status import CLOSED, CLOSED_WITHOUT_CLAIM, Status
from commitrack.model.workflow import describe, plan
from tests.model.builders import (
    ANN,
    BOB,
    SUPERSEDED_BY_2,
    TODAY,
    bare,
    day,
    evidence,
    ready,
    withdrawal,
)
from tests.model.interpreter import do

CLAIMED = ready(Status.CLAIMED)
DISPUTE = AddEvidence("A complaint", SourceClass.INDEPENDENT, stance=Stance.DISPUTES)


def review_of(dossier: Dossier) -> Review:
    """The newest review."""
    return dossier.reviews[-1]


def test_a_claim_asks_for_a_review_of_the_delivery() -> None:
    before = replace(bare(Status.OPEN), evidence=(evidence(),))
    after = do(before, Claim("see the  paper", "Options are published"), ANN)
    assert after.commitment.status is Status.CLAIMED
    assert after.commitment.success_test == "Options are published"
    assert after.pending_review == Review(Status.DELIVERED, "ann", TODAY, "see the paper", number=1)


def test_a_claim_keeps_the_success_test_there_is() -> None:
    after = do(ready(Status.IN_PROGRESS), Claim(), ANN)
    assert after.commitment.success_test == "Options are published"


def test_a_second_person_approves() -> None:
    after = do(CLAIMED, Approve("read it"), BOB)
    assert after.commitment.status is Status.DELIVERED
    assert after.commitment.closed_on == TODAY
    decided = review_of(after)
    assert decided.decision is Decision.APPROVED
    assert (decided.asked_by, decided.decided_by, decided.decided_on) == ("ann", "bob", TODAY)
    assert decided.reason == "read it"
    assert decided.evidence == (1, 2), "what the review considered is on record"
    assert not decided.self_verified


def test_an_own_approval_says_that_it_is_one_and_how() -> None:
    with pytest.raises(Refused, match=r"was claimed by ann; needs another person .*--self-verify"):
        plan(CLAIMED, Approve(), ANN)


def test_a_self_verified_delivery_is_marked_for_ever() -> None:
    after = do(CLAIMED, Approve(self_verify=True), ANN)
    assert after.commitment.status is Status.DELIVERED
    assert review_of(after).self_verified


def test_offering_to_self_verify_the_claim_of_another_person_marks_nothing() -> None:
    assert not review_of(do(CLAIMED, Approve(self_verify=True), BOB)).self_verified


def test_a_delivery_can_be_self_verified_by_status() -> None:
    after = do(CLAIMED, SetStatus(Status.DELIVERED, self_verify=True), ANN)
    assert review_of(after).self_verified


def test_partly_delivered_says_what_is_missing() -> None:
    for action in (
        Approve(missing=" two of  five "),
        SetStatus(Status.PARTLY_DELIVERED, why="two of five"),
    ):
        after = do(CLAIMED, action, BOB)
        assert after.commitment.status is Status.PARTLY_DELIVERED
        assert after.commitment.reason == "two of five"
        assert review_of(after).proposed is Status.PARTLY_DELIVERED
        assert after.closing_review == review_of(after)


def test_only_a_claim_of_delivery_can_be_partly_delivered() -> None:
    waiting = do(ready(Status.OPEN), SetStatus(Status.WITHDRAWN, why="dropped"), ANN)
    with pytest.raises(BadInput, match="was proposed as withdrawn"):
        plan(waiting, Approve(missing="half"), BOB)


def test_a_claim_sent_back_goes_on_with_the_note() -> None:
    after = do(CLAIMED, SendBack("the paper is a  draft"), BOB)
    assert after.commitment.status is Status.IN_PROGRESS
    assert after.commitment.reason == "sent back by bob: the paper is a draft"
    assert review_of(after).decision is Decision.SENT_BACK
    assert after.pending_review is None and after.closing_review is None


def test_a_claim_can_be_made_again_after_it_was_sent_back_and_both_decisions_stay() -> None:
    after = do(do(do(CLAIMED, SendBack("a draft"), BOB), Claim(), ANN), Approve(), BOB)
    assert after.commitment.status is Status.DELIVERED
    assert [one.decision for one in after.reviews] == [Decision.SENT_BACK, Decision.APPROVED]


def test_a_proposal_sent_back_leaves_the_status_alone() -> None:
    waiting = do(ready(Status.STALLED), SetStatus(Status.NOT_DELIVERED, why="too late"), ANN)
    after = do(waiting, SendBack("give them a week"), BOB)
    assert after.commitment == waiting.commitment
    assert after.pending_review is None


@pytest.mark.parametrize("status", [one for one in Status if one is not Status.CLAIMED])
def test_without_a_review_there_is_nothing_to_decide(status: Status) -> None:
    for action in (Approve("fine"), SendBack("no")):
        with pytest.raises(Refused, match=r"C-0001 has nothing to (review|send back)"):
            plan(ready(status), action, BOB)


@pytest.mark.parametrize("closing", sorted(CLOSED_WITHOUT_CLAIM))
def test_a_closing_waits_for_a_second_person(closing: Status) -> None:
    waiting = do(ready(Status.STALLED), SetStatus(closing, why="for  this reason"), ANN)
    assert waiting.commitment.status is Status.STALLED
    with pytest.raises(Refused, match="was proposed by ann; needs another person"):
        plan(waiting, Approve(), ANN)
    after = do(waiting, Approve(), BOB)
    assert after.commitment.status is closing
    assert after.commitment.reason == "for this reason"
    assert after.commitment.closed_on == TODAY


@pytest.mark.parametrize("closing", sorted(CLOSED_WITHOUT_CLAIM))
def test_a_closing_can_be_self_verified_at_once(closing: Status) -> None:
    after = do(ready(Status.OPEN), SetStatus(closing, why="x", self_verify=True), ANN)
    assert after.commitment.status is closing
    assert after.closing_review is not None and after.closing_review.self_verified
    assert after.closing_review.evidence == (1, 2)


def test_a_second_proposal_is_told_of_the_first() -> None:
    waiting = do(ready(Status.OPEN), SetStatus(Status.WITHDRAWN, why="dropped"), ANN)
    with pytest.raises(
        Refused, match=f"already waits for a review: withdrawn, asked by ann on {TODAY}"
    ):
        plan(waiting, SetStatus(Status.UNVERIFIABLE, why="no test"), BOB)


def test_withdrawn_rests_on_the_words_of_the_withdrawal() -> None:
    before = replace(bare(Status.OPEN), evidence=(withdrawal(1),))
    after = do(do(before, SetStatus(Status.WITHDRAWN, why="letter"), ANN), Approve(), BOB)
    assert after.commitment.status is Status.WITHDRAWN


def test_superseded_files_the_link_to_the_later_commitment() -> None:
    after = do(bare(Status.OPEN), SetStatus(Status.SUPERSEDED, "new plan", other=2), ANN)
    assert after.links == (replace(SUPERSEDED_BY_2, number=0),)


def test_superseded_uses_the_link_there_is() -> None:
    before = replace(bare(Status.OPEN), links=(SUPERSEDED_BY_2,))
    for action in (
        SetStatus(Status.SUPERSEDED, "new plan"),
        SetStatus(Status.SUPERSEDED, "new plan", other=2),
    ):
        assert do(before, action, ANN).links == (SUPERSEDED_BY_2,)


def test_superseded_by_another_one_than_the_link_says_files_that_one_too() -> None:
    before = replace(bare(Status.OPEN), links=(SUPERSEDED_BY_2,))
    after = do(before, SetStatus(Status.SUPERSEDED, "newer plan", other=3), ANN)
    assert [link.source for link in after.links] == [2, 3]


def test_superseding_something_else_is_not_being_superseded() -> None:
    outgoing = Link(LinkType.SUPERSEDES, source=1, other=2, by="ann")
    with pytest.raises(Refused):
        plan(
            replace(bare(Status.OPEN), links=(outgoing,)),
            SetStatus(Status.SUPERSEDED, "new plan"),
            ANN,
        )


def test_nothing_supersedes_itself() -> None:
    with pytest.raises(BadInput, match="cannot supersede itself"):
        plan(bare(Status.OPEN), SetStatus(Status.SUPERSEDED, "x", other=1), ANN)


def test_a_dispute_leaves_the_closing_and_can_be_upheld() -> None:
    delivered = do(CLAIMED, Approve(), BOB)
    after = do(delivered, DISPUTE, ANN)
    assert after.commitment.status is Status.DELIVERED
    assert disputed(after)
    upheld = do(after, Approve("the complaint is about another plan"), BOB)
    assert not disputed(upheld)
    assert upheld.commitment == delivered.commitment, "closed on the day it was closed"
    assert len(upheld.reviews) == 2
    assert review_of(upheld).evidence == (1, 2, 3)


def test_the_claimer_upholds_by_self_verification_only() -> None:
    after = do(do(CLAIMED, Approve(), BOB), DISPUTE, BOB)
    with pytest.raises(Refused):
        plan(after, Approve("it stands"), ANN)
    upheld = do(after, Approve("it stands", self_verify=True), ANN)
    assert upheld.closing_review is not None and upheld.closing_review.self_verified


def test_a_second_person_who_upholds_makes_a_self_verified_delivery_verified() -> None:
    own = do(do(CLAIMED, Approve(self_verify=True), ANN), DISPUTE, ANN)
    upheld = do(own, Approve("checked"), BOB)
    assert upheld.closing_review is not None and not upheld.closing_review.self_verified


@pytest.mark.parametrize("closed", sorted(CLOSED))
def test_any_closed_commitment_reopens_with_its_closing_still_on_file(closed: Status) -> None:
    before = ready(closed)
    after = do(before, Reopen("new  facts"), ANN)
    assert after.commitment.status is Status.IN_PROGRESS
    assert after.commitment.reason == "new facts"
    assert after.commitment.closed_on is None
    assert after.commitment.follow_up == day(90)
    assert after.reviews == before.reviews
    assert after.closing_review is None


def test_reopened_without_evidence_of_action_it_is_open() -> None:
    dropped = replace(ready(Status.WITHDRAWN), evidence=(withdrawal(1),))
    assert do(dropped, Reopen("back on"), ANN).commitment.status is Status.OPEN


def test_reopening_obeys_the_status_that_was_asked_for() -> None:
    after = do(ready(Status.DELIVERED), Reopen("x", Status.OPEN), ANN)
    assert after.commitment.status is Status.OPEN
    with pytest.raises(Refused, match="cannot become claimed"):
        plan(ready(Status.DELIVERED), Reopen("x", Status.CLAIMED), ANN)


def test_only_what_is_closed_reopens() -> None:
    with pytest.raises(Refused, match="C-0001 is claimed, not closed"):
        plan(CLAIMED, Reopen("x"), BOB)


def test_an_old_approval_does_not_close_a_reopened_claim() -> None:
    again = do(do(do(CLAIMED, Approve(), BOB), Reopen("new facts"), BOB), Claim(), ANN)
    assert again.commitment.status is Status.CLAIMED
    assert again.closing_review is None
    with pytest.raises(Refused):
        plan(again, Approve(), ANN)


def test_actions_are_described_in_a_verb_or_two() -> None:
    assert describe(Approve()) == "approve"
    assert describe(Approve(missing="half")) == "approve as partly delivered"
    assert describe(SetStatus(Status.IN_PROGRESS)) == "status in progress"
