"""Overdue: exactly what is late, on which clock, by how many days (J7, J11)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from commitrack.model.actions import (
    AddEvidence,
    Approve,
    Claim,
    RecordCheck,
    SetFields,
    SetStatus,
)
from commitrack.model.errors import BadInput
from commitrack.model.records import CheckResult, SourceClass
from commitrack.model.status import Status
from commitrack.query import QueryError, parse
from commitrack.reports import build, render
from commitrack.store import Store
from tests.reports.conftest import EARLY, LENS, TODAY, accept, counts, do, propose, table

LATER = date(2026, 5, 1)
LAST_MONTH = date(2026, 2, 10)


def day(offset: int) -> date:
    return TODAY + timedelta(days=offset)


@pytest.fixture
def six(store: Store) -> Store:
    """A due yesterday · B due today · C due tomorrow, follow-up yesterday · D undated ·
    E due last month, delivered · F due and follow-up last month, stalled."""
    propose(store, *(f"We will deliver project {letter}" for letter in "ABCDEF"))
    accept(store, 1, day(-1), LATER)
    accept(store, 2, day(0), LATER)
    accept(store, 3, day(1), day(-1))
    accept(store, 4, None, LATER)
    accept(store, 5, LAST_MONTH, LAST_MONTH)
    accept(store, 6, LAST_MONTH, LAST_MONTH)
    visit = AddEvidence("Visit", SourceClass.DIRECT, dated=EARLY)
    do(store, 5, visit, Claim(success_test="it is open"), on=EARLY)
    do(store, 5, Approve(), by="bob", on=EARLY)
    look = RecordCheck(CheckResult.NO_REPLY, "letter", LAST_MONTH)
    do(store, 6, look, SetStatus(Status.STALLED, "no reply"), on=EARLY)
    return store


def test_exactly_the_late_ones_each_with_its_clock_and_days(six: Store) -> None:
    rows = table(build("overdue", six, LENS), "overdue")
    assert {(row["id"], row["clock"], row["days"], row["late"]) for row in rows} == {
        ("C-0001", "due", 1, "1 day past due"),
        ("C-0003", "follow-up", 1, "1 day past follow-up"),
        ("C-0006", "due and follow-up", 20, "20 days past due, 20 days past follow-up"),
    }


def test_the_worst_comes_first_and_the_heading_counts(six: Store) -> None:
    report = build("overdue", six, LENS)
    assert [row["id"] for row in table(report, "overdue")] == ["C-0006", "C-0001", "C-0003"]
    assert "Overdue (3)" in render(report, "text")
    assert "NHS Employers (3)" in render(report, "text")


def test_it_agrees_with_the_list(six: Store) -> None:
    listed = sorted(six.ids(parse("is:overdue"), LENS))
    rows = table(build("overdue", six, LENS), "overdue")
    assert sorted(int(row["id"][2:]) for row in rows) == listed


def test_counts_add_up_by_clock_by_age_and_by_owner(six: Store) -> None:
    report = build("overdue", six, LENS)
    assert counts(report, "by_clock") == {
        "due only": 1,
        "follow-up only": 1,
        "due and follow-up": 1,
    }
    assert counts(report, "ageing") == {
        "1–30 days": 3,
        "31–90 days": 0,
        "91–180 days": 0,
        "more than 180 days": 0,
    }
    assert counts(report, "by_owner") == {"NHS Employers": 3}


@pytest.mark.parametrize(
    ("days", "band"),
    [
        (1, "1–30 days"),
        (30, "1–30 days"),
        (31, "31–90 days"),
        (90, "31–90 days"),
        (91, "91–180 days"),
        (180, "91–180 days"),
        (181, "more than 180 days"),
    ],
)
def test_ageing_bands_include_both_their_ends(store: Store, days: int, band: str) -> None:
    propose(store, "We will act")
    accept(store, 1, day(-days), LATER)
    report = build("overdue", store, LENS)
    assert {name for name, count in counts(report, "ageing").items() if count} == {band}


def test_owners_are_in_order_and_their_groups_stand_together(store: Store) -> None:
    propose(store, "We will act first", owners=("b body",))
    propose(store, "We will act next", owners=("A body",))
    propose(store, "We will act last", owners=("b body",))
    for number in (1, 2, 3):
        accept(store, number, day(-number), LATER)
    rows = table(build("overdue", store, LENS), "overdue")
    assert [row["owner"] for row in rows] == ["A body", "b body", "b body"]
    assert [row["id"] for row in rows] == ["C-0002", "C-0003", "C-0001"]


def test_looked_and_found_nothing_is_told_as_that(store: Store) -> None:
    propose(store, "We will act")
    accept(store, 1, day(-1), LATER)
    do(store, 1, RecordCheck(CheckResult.NOTHING_FOUND, "their site", date(2026, 6, 1)))
    [row] = table(build("overdue", store, LENS), "overdue")
    assert row["on_record"] == "none recorded, last checked 2026-03-02 by ann"
    assert row["next"] == "look again on 2026-06-01"
    assert "nothing was done" not in render(build("overdue", store, LENS), "text").lower()


def test_what_is_on_record_is_told_with_its_strength(six: Store) -> None:
    do(six, 1, AddEvidence("Minutes", SourceClass.OFFICIAL, dated=day(-9)))
    rows = {row["id"]: row for row in table(build("overdue", six, LENS), "overdue")}
    assert rows["C-0001"]["on_record"] == (
        "1 recorded (official, newest 2026-02-21), no check recorded"
    )
    assert rows["C-0006"]["on_record"].endswith("last checked 2026-01-05 by ann, no reply")


def test_the_next_step_is_the_review_when_one_waits(six: Store) -> None:
    evidence = AddEvidence("Minutes", SourceClass.OFFICIAL, dated=day(-9))
    do(six, 1, evidence, Claim(success_test="it is open"))
    rows = {row["id"]: row["next"] for row in table(build("overdue", six, LENS), "overdue")}
    assert rows["C-0001"] == "decide the review: delivered? asked by ann"
    assert rows["C-0003"] == "look again"


def test_a_moved_date_keeps_its_first(six: Store) -> None:
    do(six, 6, SetFields({"due": date(2026, 2, 20)}, why="they said so"))
    rows = {row["id"]: row for row in table(build("overdue", six, LENS), "overdue")}
    row = rows["C-0006"]
    assert (row["original"], row["due"], row["moves"]) == (LAST_MONTH, date(2026, 2, 20), 1)


def test_a_reader_narrows_it_down_and_the_filter_says_so(six: Store) -> None:
    report = build("overdue", six, LENS, "status:stalled OR title:nowhere")
    assert [row["id"] for row in table(report, "overdue")] == ["C-0006"]
    assert report.filter == "(status:stalled OR title:nowhere) is:overdue"


def test_a_view_can_narrow_it_down(six: Store) -> None:
    rows = table(build("overdue", six, LENS, "@stalled"), "overdue")
    assert [row["id"] for row in rows] == ["C-0006"]


@pytest.mark.parametrize("query", ["sort:due", "group:owner", "limit:1", "cols:id"])
def test_a_report_has_its_own_order(six: Store, query: str) -> None:
    with pytest.raises(BadInput, match="has its own order"):
        build("overdue", six, LENS, query)


def test_a_query_that_cannot_be_read_is_refused(six: Store) -> None:
    with pytest.raises(QueryError):
        build("overdue", six, LENS, "statsu:open")


def test_nothing_late_is_said_to_be_so(store: Store) -> None:
    shown = render(build("overdue", store, LENS), "text")
    assert "Overdue (0)\n  nothing is overdue" in shown
