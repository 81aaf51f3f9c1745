"""What must hold of every dossier, so that an undo never leaves half a story."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations
from typing import Any

import pytest

from commitrack.model.integrity import bears, problems
from commitrack.model.records import Decision, Dossier, Stance
from commitrack.model.status import CLOSED, Stage, Status
from tests.model.builders import approval, bare, check, commitment, evidence, pending, ready


@pytest.mark.parametrize("status", Status)
def test_a_dossier_that_meets_its_needs_has_no_problems(status: Status) -> None:
    assert problems(ready(status)) == ()


@pytest.mark.parametrize("status", Status)
def test_an_owner_is_needed_from_acceptance_on(status: Status) -> None:
    nobody = replace(ready(status), commitment=commitment(status, owners=(), success_test="x"))
    assert problems(nobody) == (() if status.stage is Stage.TRIAGE else ("no owner",))


@pytest.mark.parametrize("status", Status)
def test_a_clock_is_needed_while_open(status: Status) -> None:
    silent = replace(ready(status), commitment=commitment(status, follow_up=None, success_test="x"))
    wanted = ("no due or follow-up date",) if status.stage is Stage.OPEN else ()
    assert problems(silent) == wanted


@pytest.mark.parametrize("status", [Status.IN_PROGRESS, Status.CLAIMED])
@pytest.mark.parametrize("pieces", [(), (evidence(stance=Stance.DISPUTES),)])
def test_progress_without_evidence_of_action_is_a_problem(
    status: Status, pieces: tuple[()]
) -> None:
    assert problems(replace(ready(status), evidence=pieces)) == (
        f"{status.words} without evidence",
    )


@pytest.mark.parametrize("status", [Status.IN_PROGRESS, Status.STALLED, Status.CLAIMED])
def test_evidence_that_was_retracted_later_carried_the_move(status: Status) -> None:
    assert problems(replace(ready(status), evidence=(evidence(retracted="x"),))) == ()


def test_stalled_needs_a_check_or_evidence() -> None:
    nothing = bare(Status.STALLED)
    assert problems(nothing) == ("stalled without a check or evidence",)
    assert problems(replace(nothing, checks=(check(),))) == ()
    assert problems(replace(nothing, evidence=(evidence(),))) == ()


def test_a_claim_needs_its_test_and_its_review() -> None:
    claimed = Dossier(commitment(Status.CLAIMED), evidence=(evidence(),))
    assert problems(claimed) == (
        "claimed without a success test",
        "claimed without a review that waits",
    )
    assert problems(replace(claimed, reviews=(pending(),))) == ("claimed without a success test",)


@pytest.mark.parametrize("closed", sorted(CLOSED))
def test_a_closing_rests_on_an_approval_of_that_closing(closed: Status) -> None:
    problem = (f"{closed.words} without an approval",)
    whole = ready(closed)
    assert problems(replace(whole, reviews=())) == problem
    assert problems(replace(whole, reviews=(pending(closed),))) == problem
    sent_back = approval(closed, decision=Decision.SENT_BACK)
    assert problems(replace(whole, reviews=(sent_back,))) == problem
    other = next(one for one in sorted(CLOSED) if one is not closed)
    assert problems(replace(whole, reviews=(approval(other),))) == problem


DAYS = (None, date(2026, 3, 2), date(2027, 1, 1))
WORDS = (None, "it is open", "it is shut")
CHANGES = (
    *(("commitments", name, DAYS) for name in ("due", "follow_up", "due_original", "closed_on")),
    *(("commitments", name, WORDS) for name in ("success_test", "note", "lead", "topic")),
    *(("commitments", "priority", (1, 2)), ("commitments", "status", tuple(Status))),
    ("evidence", "stance", tuple(Stance)),
    ("evidence", "title", WORDS[1:]),
    ("evidence", "retracted", WORDS),
    ("checks", "note", WORDS),
    ("reviews", "decision", (None, *Decision)),
    ("reviews", "proposed", (*CLOSED,)),
    ("reviews", "reason", WORDS),
)


def changed(dossier: Dossier, record: str, field: str, value: object) -> Dossier:
    """The dossier with another value in a field of its commitment, or of what is filed under it."""
    if record == "commitments":
        values: Any = {field: value}
        return replace(dossier, commitment=replace(dossier.commitment, **values))
    rows: Any = {record: tuple(replace(one, **{field: value}) for one in getattr(dossier, record))}
    return replace(dossier, **rows)


@pytest.mark.parametrize(("record", "field", "values"), CHANGES)
@pytest.mark.parametrize("status", Status)
def test_what_does_not_bear_on_the_problems_changes_none(
    status: Status, record: str, field: str, values: tuple[object, ...]
) -> None:
    for dossier in (ready(status), bare(status)):
        for old, new in permutations(values, 2):
            texts = [None if one is None else str(one) for one in (old, new)]
            before, after = (changed(dossier, record, field, one) for one in (old, new))
            if problems(before) != problems(after):
                assert bears(record, field, *texts)


def test_a_date_that_moves_bears_on_nothing_and_one_that_goes_does() -> None:
    assert not bears("commitments", "due", "2026-03-02", "2027-01-01")
    assert bears("commitments", "due", "2026-03-02", None)
    assert bears("commitments", "status", "open", "stalled")
    assert not bears("date_moves", "present", None, "1")
    assert bears("evidence", "present", None, "1")
