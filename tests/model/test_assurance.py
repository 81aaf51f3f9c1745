"""What the records support, whatever the owner says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from commitrack.model.assurance import Assurance, assurance, disputed, last_looked, stale
from commitrack.model.records import Dossier, SourceClass, Stance
from commitrack.model.status import CLOSED, Status
from tests.model.builders import (
    TODAY,
    approval,
    bare,
    check,
    commitment,
    day,
    evidence,
    pending,
    ready,
)


def holding(*pieces: object, status: Status = Status.OPEN, cadence: int = 90) -> Dossier:
    """A dossier with these pieces of evidence."""
    return Dossier(commitment(status, cadence=cadence), evidence=pieces)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("source", "level"),
    [
        (SourceClass.SELF, Assurance.SELF),
        (SourceClass.OFFICIAL, Assurance.OFFICIAL),
        (SourceClass.INDEPENDENT, Assurance.INDEPENDENT),
        (SourceClass.DIRECT, Assurance.DIRECT),
    ],
)
@pytest.mark.parametrize("stance", [Stance.SUPPORTS, Stance.PARTIAL])
def test_each_source_gives_its_level(source: SourceClass, stance: Stance, level: Assurance) -> None:
    assert assurance(holding(evidence(source=source, stance=stance))) is level


def test_nothing_on_file_supports_nothing() -> None:
    assert assurance(bare(Status.OPEN)) is Assurance.NONE


def test_the_best_source_counts() -> None:
    both = holding(evidence(1, SourceClass.DIRECT), evidence(2, SourceClass.SELF))
    assert assurance(both) is Assurance.DIRECT


@pytest.mark.parametrize("stance", [Stance.DISPUTES, Stance.WITHDRAWS])
def test_evidence_against_supports_nothing(stance: Stance) -> None:
    against = holding(evidence(source=SourceClass.DIRECT, stance=stance))
    assert assurance(against) is Assurance.NONE


def test_retracted_evidence_supports_nothing() -> None:
    assert assurance(holding(evidence(retracted="wrong year"))) is Assurance.NONE


@pytest.mark.parametrize("closed", sorted(CLOSED))
def test_only_a_delivery_that_a_second_person_approved_is_verified(closed: Status) -> None:
    verified = closed in (Status.DELIVERED, Status.PARTLY_DELIVERED)
    assert (assurance(ready(closed)) is Assurance.VERIFIED) == verified


def test_a_self_verified_delivery_counts_as_its_evidence() -> None:
    own = replace(
        ready(Status.DELIVERED),
        evidence=(evidence(source=SourceClass.SELF),),
        reviews=(approval(Status.DELIVERED, decided_by="ann", self_verified=True),),
    )
    assert assurance(own) is Assurance.SELF


def test_a_claim_is_no_more_than_its_evidence() -> None:
    assert assurance(ready(Status.CLAIMED)) is Assurance.OFFICIAL


def test_a_reopened_delivery_is_verified_no_more() -> None:
    reopened = replace(ready(Status.DELIVERED), commitment=commitment(Status.IN_PROGRESS, number=1))
    assert assurance(reopened) is Assurance.OFFICIAL


def test_the_levels_are_ordered_weakest_first() -> None:
    assert [level.words for level in sorted(Assurance)] == [
        *("none", "self", "official", "independent", "direct", "verified")
    ]


@pytest.mark.parametrize(("age", "is_stale"), [(0, False), (29, False), (30, False), (31, True)])
def test_stale_begins_the_day_after_the_cadence(age: int, is_stale: bool) -> None:
    by_evidence = holding(evidence(accessed_on=day(-age)), cadence=30)
    assert stale(by_evidence, TODAY) is is_stale
    by_check = Dossier(commitment(cadence=30), checks=(check(on=day(-age)),))
    assert stale(by_check, TODAY) is is_stale


def test_the_cadence_is_ninety_days_unless_chosen() -> None:
    assert not stale(holding(evidence(accessed_on=day(-90))), TODAY)
    assert stale(holding(evidence(accessed_on=day(-91))), TODAY)


def test_the_newest_of_checks_and_evidence_counts() -> None:
    both = replace(holding(evidence(accessed_on=day(-200))), checks=(check(on=day(-3)),))
    assert last_looked(both) == day(-3)
    assert not stale(both, TODAY)


def test_evidence_that_nobody_dated_looking_at_counts_by_its_own_date() -> None:
    assert last_looked(holding(evidence(accessed_on=None, dated=day(-7)))) == day(-7)
    assert last_looked(holding(evidence(accessed_on=None, dated=None))) is None


def test_retracted_evidence_keeps_nothing_fresh() -> None:
    pieces = (evidence(1, accessed_on=day(-200)), evidence(2, retracted="x"))
    assert stale(holding(*pieces), TODAY)


def test_what_nobody_ever_looked_at_cannot_go_stale() -> None:
    assert not stale(bare(Status.OPEN), TODAY)


def test_the_longest_cadence_is_no_trouble_at_the_beginning_of_the_calendar() -> None:
    old = holding(evidence(accessed_on=date(1, 1, 1)), cadence=3650)
    assert not stale(old, date(1, 1, 2))


@pytest.mark.parametrize("stance", [Stance.DISPUTES, Stance.WITHDRAWS])
def test_evidence_against_that_no_review_has_seen_is_a_dispute(stance: Stance) -> None:
    new = replace(ready(Status.DELIVERED), evidence=(evidence(1), evidence(3, stance=stance)))
    assert disputed(new)
    assert not disputed(replace(new, reviews=(approval(Status.DELIVERED, evidence=(1, 3)),)))


def test_a_review_that_waits_has_considered_nothing_yet() -> None:
    waiting = Dossier(
        commitment(Status.CLAIMED),
        evidence=(evidence(1), evidence(2, stance=Stance.DISPUTES)),
        reviews=(pending(),),
    )
    assert disputed(waiting)


def test_a_retracted_dispute_is_none() -> None:
    assert not disputed(holding(evidence(stance=Stance.DISPUTES, retracted="mistaken")))


def test_supporting_evidence_disputes_nothing() -> None:
    assert not disputed(holding(evidence(9), evidence(10, stance=Stance.PARTIAL)))
