"""``weekly``: nine sections even when empty, and counts that say how they have changed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from commitrack.model.actions import (
    AddEvidence,
    Claim,
    RecordCheck,
    Reject,
    SetFields,
    SetStatus,
)
from commitrack.model.kinds import Kind
from commitrack.model.records import CheckResult, SourceClass
from commitrack.model.status import RejectReason, Status
from commitrack.reports import Report, build, render
from commitrack.reports.frame import Counts
from commitrack.store import Lens, Store
from tests.reports.conftest import EARLY, LENS, TODAY, accept, do, propose, section, table

NINE = (
    *("by_status", "by_rag", "moved", "newly_overdue", "coming", "review", "moves", "stale"),
    *("statements", "decisions"),
)


def weekly(store: Store, query: str | None = None) -> Report:
    return build("weekly", store, LENS, query)


def changed(report: Report, key: str) -> dict[str, tuple[int, int]]:
    """What is not nought, of counts and their changes."""
    found = section(report, key)
    assert isinstance(found, Counts)
    pairs = zip(found.parts, found.changes, strict=True)
    return {label: (count, by) for (label, count), by in pairs if count or by}


def ids(report: Report, key: str) -> list[str]:
    return [row["id"] for row in table(report, key)]


def test_all_nine_stand_there_when_there_is_nothing(store: Store) -> None:
    report = weekly(store)
    assert [one.key for one in report.sections] == list(NINE)
    shown = render(report, "text")
    for number in range(1, 10):
        assert f"\n{number}. " in shown


def test_a_status_that_changed_in_the_week_is_told(store: Store) -> None:
    propose(store, "We will publish a plan", "We will train staff")
    accept(store, 1, date(2026, 12, 1), date(2026, 6, 1))
    accept(store, 2, date(2026, 12, 1), date(2026, 6, 1))
    do(store, 1, AddEvidence("Paper", SourceClass.OFFICIAL, dated=TODAY))
    do(store, 1, SetStatus(Status.IN_PROGRESS))
    report = weekly(store)
    assert changed(report, "by_status") == {"open": (1, -1), "in progress": (1, 1)}
    assert changed(report, "by_rag") == {"■ GREEN": (1, 1), "○ GREY": (1, -1)}
    (row,) = table(report, "moved")
    assert row["what"] == "open → in progress; GREY → GREEN; +1 piece of evidence"


def test_what_came_on_record_this_week_is_a_growth_and_did_not_move(store: Store) -> None:
    propose(store, "We will publish a plan")
    accept(store, 1, date(2026, 12, 1), None)
    early = Lens(EARLY + timedelta(days=2), "ann")
    report = build("weekly", store, early, None)
    assert changed(report, "by_status") == {"open": (1, 1)}
    assert table(report, "moved") == []
    (row,) = table(report, "statements")
    assert (row["items"], row["accepted"], row["share"]) == (1, 1, "100%")


def test_a_light_is_judged_by_the_day(store: Store) -> None:
    propose(store, "We will publish a plan")
    accept(store, 1, TODAY - timedelta(days=3), date(2026, 6, 1))
    report = weekly(store)
    assert changed(report, "by_rag") == {"▲ RED": (1, 1), "● AMBER": (0, -1)}
    assert ids(report, "newly_overdue") == ["C-0001"]


@pytest.mark.parametrize(
    ("days", "newly", "coming"),
    [(-8, 0, 0), (-7, 1, 0), (-1, 1, 0), (0, 0, 1), (14, 0, 1), (15, 0, 0)],
)
def test_a_week_back_and_a_fortnight_ahead(
    store: Store, days: int, newly: int, coming: int
) -> None:
    propose(store, "We will publish a plan")
    accept(store, 1, TODAY + timedelta(days=days), date(2027, 6, 1))
    report = weekly(store)
    assert len(table(report, "newly_overdue")) == newly
    assert len(table(report, "coming")) == coming


def test_moves_stale_claims_and_decisions(store: Store) -> None:
    propose(store, "We will publish a plan", "We will train staff", "We will open a desk", "A wish")
    for number in (1, 2, 3):
        accept(store, number, date(2026, 12, 1), date(2026, 6, 1))
    do(store, 1, SetFields({"due": date(2027, 1, 1)}, why="strike"))
    do(store, 2, RecordCheck(CheckResult.FOUND, "their site"), on=date(2025, 9, 1))
    do(store, 3, AddEvidence("Paper", SourceClass.SELF), Claim(success_test="it is open"))
    report = weekly(store)
    (move,) = table(report, "moves")
    assert (move["id"], move["days"], move["reason"]) == ("C-0001", 31, "strike")
    assert ids(report, "stale") == ["C-0002"]
    assert ids(report, "review") == ["C-0003"]
    asked = {row["decision"]: row["number"] for row in table(report, "decisions")}
    assert asked["approve, or send back?"] == 1
    assert asked["take on, or reject?"] == 1


def test_only_what_was_undertaken_is_counted(store: Store) -> None:
    propose(store, "We will publish a plan", "They should publish a plan", "We may look")
    accept(store, 1, date(2026, 12, 1), None)
    accept(store, 2, date(2026, 12, 1), None)
    do(store, 2, SetFields({"kind": Kind.RECOMMENDATION.value}))
    do(store, 3, Reject(RejectReason.ADVICE))
    report = weekly(store)
    found = section(report, "by_status")
    assert isinstance(found, Counts)
    assert found.total == 1
