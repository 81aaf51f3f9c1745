"""Links: a person puts them on record, or declines what was suggested."""

from __future__ import annotations

from dataclasses import replace

import pytest

from commitrack.model.actions import AddLink, DeclineLink
from commitrack.model.errors import BadInput, NotFound, Refused
from commitrack.model.records import Dossier, Judgement, Link, LinkType, Suggestion
from commitrack.model.status import Status
from commitrack.model.workflow import amended, describe, plan
from tests.model.builders import ANN, BOB, TODAY, bare
from tests.model.interpreter import do

OPEN = bare(Status.OPEN)
WEAKENS = Suggestion(LinkType.WEAKENS, 1, 2, 60, number=7)


def liked(*suggestions: Suggestion) -> Dossier:
    return replace(OPEN, suggestions=suggestions or (WEAKENS,))


def test_linking_confirms_what_was_suggested_between_the_two() -> None:
    after = do(
        liked(WEAKENS, replace(WEAKENS, other=3, number=8)), AddLink(LinkType.DELAYS, 2), ANN
    )
    assert after.links == (Link(LinkType.DELAYS, 1, 2, "ann"),)
    assert [one.judgement for one in after.suggestions] == [Judgement.CONFIRMED, None]
    assert [one.number for one in after.open_suggestions] == [8]


def test_declining_keeps_who_when_and_why() -> None:
    after = do(liked(), DeclineLink(2, " another  review "), BOB)
    (one,) = after.suggestions
    assert (one.judgement, one.reason, one.by, one.on) == (
        *(Judgement.DECLINED, "another review"),
        *("bob", TODAY),
    )
    assert after.open_suggestions == ()
    assert after.links == ()


def test_declining_is_refused_without_a_reason_a_suggestion_or_an_open_one() -> None:
    with pytest.raises(Refused, match="needs a reason"):
        plan(liked(), DeclineLink(2, " "), ANN)
    with pytest.raises(NotFound, match=r"suggested with: C-0002"):
        plan(liked(), DeclineLink(3, "no"), ANN)
    with pytest.raises(NotFound, match=r"none is"):
        plan(OPEN, DeclineLink(3, "no"), ANN)
    declined = do(liked(), DeclineLink(2, "no"), ANN)
    with pytest.raises(Refused, match="was declined already, by ann on 2026-03-02"):
        plan(declined, DeclineLink(2, "no"), BOB)


def test_a_declined_link_can_still_be_made_by_hand() -> None:
    declined = do(liked(), DeclineLink(2, "no"), ANN)
    after = do(declined, AddLink(LinkType.WEAKENS, 2), BOB)
    assert after.suggestions[0].judgement is Judgement.CONFIRMED


def test_a_rejected_candidate_waits_for_no_decision_about_its_links() -> None:
    rejected = amended(replace(bare(Status.REJECTED), suggestions=(WEAKENS,)), ())
    assert rejected.open_suggestions == ()


def test_only_what_it_says_again_waits_not_what_says_it_again() -> None:
    assert liked(replace(WEAKENS, source=2, other=1)).open_suggestions == ()


def test_declining_is_named_in_the_history() -> None:
    assert describe(DeclineLink(2, "no")) == "decline the link to C-0002 of"


def test_a_link_is_filed_once() -> None:
    linked = do(OPEN, AddLink(LinkType.DELAYS, 2, "same promise"), ANN)
    assert linked.links == (Link(LinkType.DELAYS, 1, 2, "ann", "same promise"),)
    with pytest.raises(Refused, match="C-0001 delays C-0002 already"):
        plan(linked, AddLink(LinkType.DELAYS, 2), ANN)
    assert plan(linked, AddLink(LinkType.DELAYS, 3), ANN)
    assert plan(linked, AddLink(LinkType.NARROWS, 2), ANN)


def test_a_commitment_cannot_be_linked_to_itself() -> None:
    with pytest.raises(BadInput, match="C-0001 cannot be linked to itself"):
        plan(OPEN, AddLink(LinkType.REPEATS, 1), ANN)
