"""The review queue: what waits for a second person, oldest first (J12)."""

from __future__ import annotations

from datetime import date

import pytest

from commitrack.model.actions import AddEvidence, Approve, Claim, RetractEvidence, SendBack
from commitrack.model.records import SourceClass
from commitrack.reports import build
from commitrack.store import Store
from tests.reports.conftest import EARLY, LENS, TODAY, accept, counts, do, propose, table

LATER = date(2026, 5, 1)
VISIT = AddEvidence("Visit", SourceClass.DIRECT, dated=EARLY, locator="p. 3", quote="It is open.")
PAPER = AddEvidence("Board paper", SourceClass.OFFICIAL, dated=EARLY)


@pytest.fixture
def waiting(store: Store) -> Store:
    """Two that wait, the second asked first; one sent back; one approved; one only open."""
    propose(store, *(f"We will open ward {letter}" for letter in "ABCDE"))
    for number in range(1, 6):
        accept(store, number, LATER, LATER)
    for number in range(1, 5):
        do(store, number, PAPER, on=EARLY)
    claim = Claim("it opened on Monday", success_test="patients are in it")
    do(store, 1, VISIT, claim, on=TODAY)
    do(store, 2, claim, by="bob", on=EARLY)
    do(store, 3, claim, on=EARLY)
    do(store, 3, SendBack("the paper is a draft"), by="bob", on=TODAY)
    do(store, 4, claim, on=EARLY)
    do(store, 4, Approve(), by="bob", on=TODAY)
    return store


def test_what_waits_stands_there_oldest_first_and_nothing_else(waiting: Store) -> None:
    report = build("review-queue", waiting, LENS)
    rows = table(report, "queue")
    assert [(row["id"], row["asked_on"], row["days"]) for row in rows] == [
        ("C-0002", EARLY, 56),
        ("C-0001", TODAY, 0),
    ]
    assert rows[0]["proposed"] == "delivered"
    assert counts(report, "proposed") == {"delivered": 2}
    assert counts(report, "asked_by") == {"bob": 1, "ann": 1}


def test_it_says_what_the_decision_needs_and_who_may_not_take_it(waiting: Store) -> None:
    row = table(build("review-queue", waiting, LENS), "queue")[1]
    assert (row["asked_by"], row["may_not"]) == ("ann", "ann")
    assert (row["note"], row["success_test"]) == ("it opened on Monday", "patients are in it")
    assert row["on_record"].startswith("2 recorded (direct, newest 2026-01-05)")


def test_the_evidence_to_weigh_is_that_which_stands(waiting: Store) -> None:
    do(waiting, 1, RetractEvidence(1, "wrong ward"))
    rows = table(build("review-queue", waiting, LENS), "evidence")
    assert [(row["item"][:6], row["title"]) for row in rows] == [
        ("C-0002", "Board paper"),
        ("C-0001", "Visit"),
    ]
    assert (rows[1]["locator"], rows[1]["quote"]) == ("p. 3", "It is open.")


def test_a_query_narrows_it_down(waiting: Store) -> None:
    report = build("review-queue", waiting, LENS, "C-0001")
    assert [row["id"] for row in table(report, "queue")] == ["C-0001"]


def test_an_empty_queue_says_so(store: Store) -> None:
    report = build("review-queue", store, LENS)
    assert table(report, "queue") == []
    assert counts(report, "proposed") == {}
