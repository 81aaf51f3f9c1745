"""Audit: everything that happened to a commitment, complete and in order (J13)."""

from __future__ import annotations

from datetime import date

import pytest

from commitrack.model.actions import AddEvidence, Approve, Claim, RecordCheck, SendBack, SetFields
from commitrack.model.errors import BadInput, NotFound
from commitrack.model.records import CheckResult, SourceClass
from commitrack.reports import build, render
from commitrack.store import Store
from tests.reports.conftest import LENS, accept, counts, do, facts, propose, sign, table


@pytest.fixture
def delivered(store: Store) -> Store:
    """A commitment with a move, a check, a claim sent back, and one approved."""
    propose(store, "We will publish a plan", "We will act")
    accept(store, 1, date(2026, 6, 30), None)
    evidence = AddEvidence("Board papers", SourceClass.OFFICIAL, locator="p. 4")
    move = SetFields({"due": date(2026, 7, 31)}, why="late printing")
    look = RecordCheck(CheckResult.FOUND, "their site")
    do(store, 1, move, look, evidence, Claim(success_test="the plan is out"))
    do(store, 1, SendBack("the paper is a draft"), by="bob")
    do(store, 1, Claim())
    do(store, 1, Approve("seen"), by="bob")
    return store


def test_every_transaction_is_there_oldest_first(delivered: Store) -> None:
    rows = table(build("audit", delivered, LENS, "C-0001"), "changes")
    numbers = [row["transaction"] for row in rows]
    assert numbers == sorted(numbers)
    assert set(numbers) == {one.number for one in delivered.history(1)}


def test_a_change_says_who_when_what_and_from_what_to_what(delivered: Store) -> None:
    rows = table(build("audit", delivered, LENS, "C-0001"), "changes")
    statuses = [row for row in rows if row["field"] == "status"]
    assert [(row["who"], row["old"], row["new"]) for row in statuses] == [
        ("ann", None, "candidate"),
        ("ann", "candidate", "open"),
        ("ann", "open", "claimed"),
        ("bob", "claimed", "in_progress"),
        ("ann", "in_progress", "claimed"),
        ("bob", "claimed", "delivered"),
    ]
    assert statuses[-1]["at"] == "2026-03-02 09:00:00"
    assert statuses[-1]["record"] == "C-0001"


def test_other_commitments_changes_are_left_out(delivered: Store) -> None:
    shown = render(build("audit", delivered, LENS, "C-0001"), "text")
    assert "C-0002" not in shown
    assert "We will act" not in shown


def test_evidence_checks_moves_and_reviews_are_told(delivered: Store) -> None:
    report = build("audit", delivered, LENS, "C-0001")
    [piece] = table(report, "evidence")
    assert (piece["title"], piece["locator"], piece["by"]) == ("Board papers", "p. 4", "ann")
    [look] = table(report, "checks")
    assert (look["where"], look["result"]) == ("their site", "found")
    [move] = table(report, "moves")
    assert (move["days"], move["reason"]) == (31, "late printing")
    first, second = table(report, "reviews")
    assert (first["outcome"], first["reason"]) == ("sent back", "the paper is a draft")
    assert (second["outcome"], second["decided_by"]) == ("approved", "bob")
    assert second["evidence"] == str(piece["number"])


def test_the_head_says_how_it_stands(delivered: Store) -> None:
    told = facts(build("audit", delivered, LENS, "C-0001"), "commitment")
    assert told["status"] == "delivered, verified by bob 2026-03-02"
    assert told["rag"] == "◆ BLUE delivered"
    assert told["quote"] == "We will publish a plan"


def test_self_verification_is_printed_ever_after(store: Store) -> None:
    propose(store, "We will publish a plan")
    accept(store, 1, None, None)
    do(store, 1, AddEvidence("Plan", SourceClass.DIRECT), Claim(success_test="it is out"))
    do(store, 1, Approve(self_verify=True))
    report = build("audit", store, LENS, "C-0001")
    assert facts(report, "commitment")["status"] == "delivered (self-verified)"
    assert table(report, "reviews")[0]["outcome"] == "approved (self-verified)"


def test_an_undone_change_stays_and_says_what_undid_it(delivered: Store) -> None:
    delivered.undo(sign("bob"))
    rows = table(build("audit", delivered, LENS, "C-0001"), "changes")
    undone = {row["transaction"]: row["undone_by"] for row in rows if row["undone_by"]}
    newest = rows[-1]["transaction"]
    assert undone == {newest - 1: newest}
    shown = render(build("audit", delivered, LENS, "C-0001"), "text")
    assert f"undone by {newest}" in shown


def test_the_changes_are_counted_by_who_made_them(delivered: Store) -> None:
    report = build("audit", delivered, LENS, "C-0001")
    found = counts(report, "by_who")
    assert list(found) == ["ann", "bob"]
    assert sum(found.values()) == len(table(report, "changes"))


def test_the_chain_is_checked(delivered: Store) -> None:
    chain = facts(build("audit", delivered, LENS, "C-0001"), "chain")
    assert chain["transactions"] == len(delivered.history())
    assert chain["state"].startswith("whole")


@pytest.mark.parametrize(
    ("argument", "error"), [(None, BadInput), ("S-0001", BadInput), ("C-0099", NotFound)]
)
def test_a_commitment_that_is_not_there_is_refused(
    delivered: Store, argument: str | None, error: type[Exception]
) -> None:
    with pytest.raises(error):
        build("audit", delivered, LENS, argument)
